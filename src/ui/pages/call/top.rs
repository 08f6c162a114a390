//! What stays in sight during a call: whom, the number to tap, the amount, the sentence, the time it takes.

use leptos::prelude::*;

use super::Calling;
use super::callee::Callee;
use super::fields::currency;
use crate::app::route::Route;
use crate::app::views::contact::phone_link;
use crate::app::views::withheld::way;
use crate::browser::{clock, timer};
use crate::documents::email;
use crate::domain::dunning::person;
use crate::domain::dunning::withheld::Withheld;
use crate::text::words::{call, contacts, dunning, withheld};
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::pages::case::next::to_sign;
use crate::ui::state::use_app;

/// How often the time shown moves on, in milliseconds.
const TICK: i32 = 500;

/// The time a call takes. Only what is shown moves; the whole seconds are kept with the form when it stops.
#[derive(Clone, Copy)]
pub struct Timer {
    /// Second at which it was started; none while it stands.
    started: RwSignal<Option<u32>>,
    /// The second it is.
    now: RwSignal<u32>,
}

impl Timer {
    /// A timer that stands.
    #[must_use]
    pub fn new() -> Self {
        Self { started: RwSignal::new(None), now: RwSignal::new(clock::seconds()) }
    }

    /// It runs.
    #[must_use]
    pub fn is_running(self) -> bool {
        self.started.get().is_some()
    }

    /// Seconds since it was started.
    #[must_use]
    pub fn running(self) -> u32 {
        self.started.get().map_or(0, |started| self.now.get().saturating_sub(started))
    }

    /// Starts it, unless it runs.
    pub fn start(self) {
        if self.started.get_untracked().is_none() {
            self.now.set(clock::seconds());
            self.started.set(Some(clock::seconds()));
            self.tick();
        }
    }

    /// Stops it and says how many seconds it ran.
    pub fn stop(self) -> u32 {
        let started = self.started.get_untracked();
        self.started.set(None);
        started.map_or(0, |started| clock::seconds().saturating_sub(started))
    }

    fn tick(self) {
        timer::after(TICK, move || {
            // The screen may be gone by now, and its signals with it.
            if self.started.try_get_untracked().flatten().is_some() {
                self.now.set(clock::seconds());
                self.tick();
            }
        });
    }
}

impl Default for Timer {
    fn default() -> Self {
        Self::new()
    }
}

/// Minutes and seconds as a clock shows them.
fn clock_face(seconds: u32) -> String {
    format!("{:02}:{:02}", seconds.div_euclid(60), seconds.rem_euclid(60))
}

/// The block.
#[component]
pub fn Top(calling: Calling) -> impl IntoView {
    let app = use_app();
    let words = app.words(call::words);
    let held = calling.held;
    let callee =
        Memo::new(move |_| calling.callees.with(|callees| callees.get(calling.chosen.get()).cloned()));
    let choice = move || {
        let lang = app.lang();
        let callees = calling.callees.get();
        if let [alone] = callees.as_slice() {
            return Some(view! { <p class="call-person">{named(lang, alone)}</p> }.into_any());
        }
        (!callees.is_empty()).then(|| {
            let options = callees.into_iter().enumerate().map(|(at, callee)| {
                view! {
                    <option value=at.to_string() selected=move || calling.chosen.get() == at>
                        {named(lang, &callee)}
                    </option>
                }
            });
            view! {
                <label class="call-who">
                    <span class="visually-hidden">{words.t(|w| w.who)}</span>
                    <select on:change:target=move |event| {
                        calling.chosen.set(event.target().value().parse().unwrap_or_default());
                    }>{options.collect_view()}</select>
                </label>
            }
            .into_any()
        })
    };
    let number = move || match callee.get() {
        None => {
            let client = calling.client.with(|client| client.id);
            view! {
                <p class="field-hint">{words.t(|w| w.no_number)}</p>
                <a class="button" href=Route::Client(client).to_string()>
                    {words.t(|w| w.add_number)}
                </a>
            }
            .into_any()
        }
        Some(callee) => {
            // Once the call is on its way to being noted, that is the main thing.
            let is_main = move || calling.asks() && calling.draft.form.with(|form| form.outcome.is_none());
            view! {
                <a
                    class="button call-number"
                    class:button-main=is_main
                    href=phone_link(&callee.phone)
                    on:click=move |_| calling.timer.start()
                >
                    <span class="call-verb">{words.t(|w| w.call)} " "</span>
                    <span class="amount">{callee.phone.clone()}</span>
                </a>
            }
            .into_any()
        }
    };
    let amount = move || {
        let lang = app.lang();
        let label = match held.get() {
            Some(Withheld::Plan(runs)) if runs.due.is_positive() => withheld::words(lang).due_now,
            Some(Withheld::Plan(runs)) if runs.next.is_none() => withheld::words(lang).aside_now,
            Some(Withheld::Plan(_)) => withheld::words(lang).next,
            Some(_) => return None,
            None if calling.claimed().is_positive() => words.now().asked,
            None if calling.is_late() => words.now().all_contested,
            None => words.now().not_due,
        };
        let asked = format::money(lang, calling.asked(), currency(calling));
        Some(view! {
            <p class="call-amount">
                <span class="call-sum">{asked}</span>
                " "
                <span class="call-asked">{label}</span>
            </p>
        })
    };
    // One sum is asked for. What the law adds to it is said beside it, smaller, and does not stay in sight.
    let whole = move || {
        let lang = app.lang();
        let (asked, claimed) = (calling.asked(), calling.claimed());
        (held.with(Option::is_none) && asked < claimed).then(|| {
            let with = words.now().with_extras;
            let day = format::date(lang, app.today.get());
            let claimed = format::money(lang, claimed, currency(calling));
            view! { <p class="call-whole">{format!("{claimed}{with}{day}")}</p> }
        })
    };
    let sentence = move || {
        let today = app.today.get();
        let said = held.get().map(|held| {
            held.plan()
                .map(|runs| withheld::spoken(calling.lang(app), runs, currency(calling), today))
                .unwrap_or_default()
        });
        let sentence = said.unwrap_or_else(|| {
            calling.figures.with(|all| match all.as_slice() {
                [_] => email::phone(&calling.text_context(app)).unwrap_or_default(),
                all => {
                    let lang = calling.lang(app);
                    let numbers: Vec<String> =
                        all.iter().map(|one| one.case.invoice.number.clone()).collect();
                    call::several(lang, &numbers, &format::money(lang, calling.asked(), currency(calling)))
                }
            })
        });
        (!sentence.is_empty()).then(|| {
            view! { <blockquote class="phone-sentence" lang=calling.lang(app).tag()>{sentence}</blockquote> }
        })
    };
    // Whom to speak to instead stands where the number would be the wrong one to tap.
    let why = move || {
        let lang = app.lang();
        held.get().map(|held| {
            let title = held.plan().is_none().then(|| {
                view! { <strong>{withheld::words(lang).no_claim}{lang.pick("\u{a0}: ", ": ")}</strong> }
            });
            let who = withheld::speak_to(lang, &held);
            let (to, link) = (way(&held, calling.id), withheld::way(lang, &held));
            view! {
                <div class="banner call-held" role="note">
                    <p class="banner-text">{title} {withheld::why(lang, &held)} " " {who}</p>
                    <a class="button button-quiet" href=to.to_string()>{link}</a>
                </div>
            }
        })
    };
    let spoken = move || calling.figures.with(|all| to_sign(app, all.first()?));
    // Who did not take the last calls: the next one up may.
    let up = move || {
        let tried = callee.get()?.name;
        let (next, last) = app.book.with(|book| {
            let client = calling.client.get();
            let up = person::call_up(&client, &book.case(calling.id)?.events, &tried, app.today.get())?;
            Some((Callee::from(up.0), up.1))
        })?;
        let place = calling.callees.with(|all| {
            all.iter().position(|one| (one.role, one.name.trim()) == (next.role, next.name.trim()))
        })?;
        let lang = app.lang();
        let role = next.role.map(|role| format!(" ({})", dunning::role(lang, role).to_lowercase()));
        let verb = words.t(|w| w.call);
        Some(view! {
            <p class="field-hint call-up">
                {call::silent(lang, tried.trim(), last)} " "
                <button class="button button-quiet" type="button" on:click=move |_| calling.chosen.set(place)>
                    {verb} " " {format!("{}{}", next.name.trim(), role.unwrap_or_default())}
                </button>
            </p>
        })
    };
    view! {
        <section class="call-top" aria-label=words.t(|w| w.say)>
            {live(why)}
            {live(spoken)}
            {live(choice)}
            <div class="call-line">
                {live(number)}
                <Watch calling=calling />
                {live(amount)}
            </div>
            {live(whole)}
            {live(sentence)}
            {live(up)}
        </section>
    }
}

/// The person and what it does.
fn named(lang: Lang, callee: &Callee) -> String {
    let role = callee.role.map_or(contacts::words(lang).general, |role| dunning::role(lang, role));
    if callee.name.trim().is_empty() { role.to_owned() } else { format!("{}, {role}", callee.name) }
}

/// The time, and the button that starts and stops it.
#[component]
fn Watch(calling: Calling) -> impl IntoView {
    let app = use_app();
    let words = app.words(call::words);
    let timer = calling.timer;
    let form = calling.draft.form;
    let shown = move || clock_face(form.with(|form| form.seconds).saturating_add(timer.running()));
    let press = move |_| {
        if timer.is_running() {
            let ran = timer.stop();
            form.update(|form| form.seconds = form.seconds.saturating_add(ran));
        } else {
            timer.start();
        }
    };
    view! {
        <span class="call-watch">
            <span class="call-time" role="timer" aria-label=words.t(|w| w.timer)>{shown}</span>
            <button
                class="button button-quiet"
                type="button"
                aria-label=move || {
                    words.t(if timer.is_running() { |w| w.stop } else { |w| w.start }).get()
                }
                on:click=press
            >
                {live(move || if timer.is_running() { "■" } else { "▶" })}
            </button>
        </span>
    }
}
