//! Many letters at once: what is to be sent by post today, or a statement of account for every client who owes; read on
//! one page, printed in one go, recorded in one go.

pub mod batch;
pub mod prepared;

use leptos::prelude::*;

use self::batch::{Ready, What, ready};
use self::prepared::Held;
use crate::app::command::Command;
use crate::app::route::Route;
use crate::browser::{page, timer};
use crate::text::format;
use crate::text::words::{documents, today as today_words};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Sheet, SheetDesk};
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

const WHATS: &[Choice<What>] = &[
    (What::Due, |lang| documents::words(lang).batch_due),
    (What::Statements, |lang| documents::words(lang).batch_statements),
];

/// Letters laid out before the page is painted again.
const AT_ONCE: usize = 4;

/// The page.
#[component]
pub fn Letters() -> impl IntoView {
    let app = use_app();
    let words = app.words(documents::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.t(|w| w.batch_title).get())));
    let what = RwSignal::new(What::Due);
    let all = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| ready(app, book, what.get(), today))
    });
    let left_out = RwSignal::new(Vec::<usize>::new());
    // What was prepared, and how much of it stands.
    let prepared = RwSignal::new(Vec::<Ready>::new());
    let shown = RwSignal::new(0_usize);
    let chosen = move || {
        let left_out = left_out.get();
        all.with(|all| {
            let is_in = |(at, one): &(usize, &Ready)| one.is_complete() && !left_out.contains(at);
            all.iter().enumerate().filter(is_in).map(|(_, one)| one.clone()).collect::<Vec<_>>()
        })
    };
    let restart = move || {
        prepared.set(Vec::new());
        shown.set(0);
    };
    let change = move |to| {
        what.set(to);
        left_out.set(Vec::new());
        restart();
    };
    let prepare = move |_| {
        restart();
        prepared.set(untrack(chosen));
        more(prepared, shown);
    };
    let record = move |_| {
        let drafts = app.book.with_untracked(|book| {
            let today = app.today.get_untracked();
            prepared
                .with_untracked(|all| all.iter().flat_map(|one| one.drafts(book, today)).collect::<Vec<_>>())
        });
        if app.send(Command::RecordSending(drafts)).is_ok() {
            prepared.with_untracked(|all| all.iter().for_each(|one| one.forget(app)));
            restart();
        }
    };
    let rows =
        move || all.with(|all| all.iter().enumerate().map(|(at, one)| row(at, one, left_out)).collect_view());
    let is_done = Memo::new(move |_| {
        let count = prepared.with(Vec::len);
        count > 0 && shown.get() >= count
    });
    let progress = move || {
        let (lang, w) = (app.lang(), words.now());
        let (now, count) = (shown.get(), prepared.with(Vec::len));
        if count == 0 {
            return String::new();
        }
        let now_words =
            format::count(lang, i64::try_from(now).unwrap_or(i64::MAX), w.batch_one, w.batch_many);
        if now < count { format!("{now_words}{}{count}…", w.batch_of) } else { format!("{now_words}.") }
    };
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Today.to_string()>
                "← "
                {app.words(today_words::words).t(|w| w.title)}
            </a>
            <h1 tabindex="-1">{words.t(|w| w.batch_title)}</h1>
        </div>
        <div class="form batch-form">
            {segment("batch-what", words.t(|w| w.batch_what), WHATS, move || Some(what.get()), change)}
            {live(move || if all.with(Vec::is_empty) {
                view! { <p class="field-hint">{words.t(|w| w.batch_none)}</p> }.into_any()
            } else {
                view! { <fieldset class="about"><legend>{words.t(|w| w.batch_what)}</legend>{live(rows)}</fieldset> }.into_any()
            })}
            <div class="button-row">
                <button
                    class="button"
                    class:button-main=move || !is_done.get()
                    type="button"
                    disabled=move || chosen().is_empty()
                    on:click=prepare
                >
                    {words.t(|w| w.batch_prepare)}
                </button>
                {only_if(move || is_done.get(), move || view! {
                    <button class="button button-main" type="button" on:click=move |_| page::print()>
                        {words.t(|w| w.print)}
                    </button>
                    <button class="button" type="button" on:click=record>
                        {words.t(|w| w.batch_record)}
                    </button>
                })}
            </div>
            <p class="field-hint" role="status">{progress}</p>
        </div>
        <SheetDesk label=words.t(|w| w.sheet)>
            <For
                each=move || prepared.with(|all| all.iter().take(shown.get()).cloned().enumerate().collect::<Vec<_>>())
                key=|(at, _)| *at
                let((_, one))
            >
                <Sheet letter=one.letter.clone() />
            </For>
        </SheetDesk>
    }
}

/// Lets some more letters stand, then the page be painted, until all do.
fn more(prepared: RwSignal<Vec<Ready>>, shown: RwSignal<usize>) {
    let count = prepared.with_untracked(Vec::len);
    let now = shown.get_untracked();
    if now < count {
        shown.set((now + AT_ONCE).min(count));
        timer::after(0, move || more(prepared, shown));
    }
}

fn row(at: usize, one: &Ready, left_out: RwSignal<Vec<usize>>) -> AnyView {
    let app = use_app();
    let words = app.words(documents::words);
    let field = format!("letter-{at}");
    let (client, subject) = (one.client.clone(), one.letter.subject.clone());
    let missing = one.missing.clone();
    let is_complete = one.is_complete();
    let (is_own, held, page) = (one.own.is_some(), one.held, one.page.to_string());
    let prepared = is_own.then(|| {
        let said = words.t(match held {
            None => |w| w.batch_own,
            Some(Held::Moved) => |w| w.batch_moved,
            Some(Held::Faulty) => |w| w.batch_faulty,
        });
        let again = held.map(|_| view! { " " <a href=page>{words.t(|w| w.batch_again)}</a> });
        view! { <p class="field-hint about-own">{said} {again}</p> }
    });
    let lacks = move || {
        let lang = app.lang();
        let labels: Vec<String> = missing.iter().map(|fact| fact.label(lang).to_owned()).collect();
        (!labels.is_empty()).then(|| format!("{}{}.", words.now().batch_missing, format::list(lang, &labels)))
    };
    view! {
        <div class="about-row">
            <label class="check" for=field.clone()>
                <input
                    id=field.clone()
                    type="checkbox"
                    disabled=!is_complete
                    prop:checked=move || is_complete && left_out.with(|out| !out.contains(&at))
                    on:change:target=move |event| {
                        let is_in = event.target().checked();
                        left_out.update(|out| {
                            out.retain(|known| *known != at);
                            if !is_in {
                                out.push(at);
                            }
                        });
                    }
                />
                <span class="about-name">
                    <span>{client}</span>
                    <span class="about-due">{subject}</span>
                    <span class="about-why">{lacks}</span>
                </span>
            </label>
            {prepared}
        </div>
    }
    .into_any()
}
