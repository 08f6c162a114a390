//! « Aujourd’hui »: whom to chase now. Figures above, one line a client below, with one reason and one button.

pub mod besides;
pub mod empty;
pub mod figures;
pub mod just_late;
pub mod line;
pub mod list;
pub mod round;

use leptos::prelude::*;

use self::besides::{Besides, Review};
use self::empty::{Nobody, NothingToDo};
use self::figures::Figures;
use self::just_late::JustLateSection;
use self::list::{Later, Todos, day_of_work};
use crate::app::calendar_file::calendar_file;
use crate::app::command::Command;
use crate::app::route::Route;
use crate::app::views::today::{Day, day};
use crate::browser::{clock, files, page, timer};
use crate::domain::dunning::call_hours;
use crate::text::format;
use crate::text::words::{documents, today};
use crate::ui::calendar::name_book;
use crate::ui::live::{live, only_if};
use crate::ui::session::use_session;
use crate::ui::state::use_app;

/// How often the hour is looked at, in milliseconds.
const HOUR_CHECK: i32 = 60_000;

/// The page.
#[component]
pub fn Today() -> impl IntoView {
    let app = use_app();
    let words = app.words(today::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().title)));
    let work = Memo::new(move |_| app.book.with(|book| day(book, app.today.get())));
    let session = use_session();
    let ahead = day_of_work(app);
    // On a day off nothing is due.
    Effect::new(move |_| {
        let due = if ahead.with(Option::is_some) { 0 } else { work.with(|work| work.todos.len()) };
        session.due.set(Some(due));
    });
    let hour = RwSignal::new(clock::hour());
    watch_hour(hour);
    let subtitle = move || {
        let (lang, today) = (app.lang(), app.today.get());
        let hours = app.book.with(|book| call_hours(book.policy(), today, hour.get()));
        format!("{} · {}", format::date_with_weekday(lang, today), today::call_hours(lang, today, hours))
    };
    let is_empty = Memo::new(move |_| app.book.with(|book| book.cases().next().is_none()));
    let to_calendar = move |_| {
        name_book(app);
        let lang = app.settings.get_untracked().language;
        let file = app.book.with_untracked(|book| calendar_file(lang, book, app.today.get_untracked()));
        files::download_calendar("relance.ics", &file);
    };
    let has_todos = Memo::new(move |_| work.with(|work| !work.todos.is_empty()));
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words.t(|w| w.title)}</h1>
            <p class="page-sub">{live(subtitle)}</p>
            {only_if(
                move || !is_empty.get(),
                move || {
                    view! {
                        <div class="button-row">
                            <a class="button button-quiet" href=Route::Letters.to_string()>
                                {app.words(documents::words).t(|w| w.batch_link)}
                            </a>
                            <button class="button button-quiet" type="button" on:click=to_calendar>
                                {words.t(|w| w.agenda)}
                            </button>
                        </div>
                    }
                },
            )}
        </div>
        {live(move || {
            if is_empty.get() {
                return view! { <Nobody /> }.into_any();
            }
            view! {
                <Figures work=work />
                {only_if(move || ahead.with(Option::is_none) && work.with(|work| work.check_bank), move || view! { <BankFirst /> })}
                {live(move || {
                    if has_todos.get() {
                        view! { <Todos work=work /> }.into_any()
                    } else {
                        view! { <NothingToDo work=work /> }.into_any()
                    }
                })}
                <JustLateSection work=work />
                <Later work=work />
            }
                .into_any()
        })}
        <Besides work=work />
        {only_if(move || !is_empty.get(), move || view! { <Review work=work /> })}
    }
}

/// Looks at the hour for as long as the page stands.
fn watch_hour(hour: RwSignal<u32>) {
    timer::after(HOUR_CHECK, move || {
        // Given back where the page is gone.
        if hour.try_set(clock::hour()).is_none() {
            watch_hour(hour);
        }
    });
}

/// The bank is looked at before anybody is asked for money.
#[component]
fn BankFirst() -> impl IntoView {
    let app = use_app();
    let words = app.words(today::words);
    let last = move || {
        let (lang, words) = (app.lang(), words.now());
        app.book.with(|book| {
            book.policy().bank_checked.map_or_else(
                || words.bank_never.to_owned(),
                |day| format!("{}{}.", words.bank_last, format::date(lang, day)),
            )
        })
    };
    let check = move |_| {
        if app.send(Command::CheckBank).is_ok() {
            // The button is gone, and the focus with it.
            request_animation_frame(|| {
                page::focus(".todo-act");
            });
        }
    };
    view! {
        <section class="bank-first" aria-labelledby="bank">
            <p>
                <strong id="bank">{words.t(|w| w.bank_title)}</strong>
                " "
                {words.t(|w| w.bank_text)}
                " "
                <span class="bank-last">{live(last)}</span>
            </p>
            <button class="button" type="button" on:click=check>
                {words.t(|w| w.bank_checked)}
            </button>
        </section>
    }
}

/// A memo of the day’s work.
type Work = Memo<Day>;
