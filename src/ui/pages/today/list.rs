//! The list « À faire, dans cet ordre », worked by pointer or by keyboard alone; and what comes within the week.

use chrono::NaiveDate;
use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::*;

use super::Work;
use super::line::{PAYMENT, is_about_payment, line, recorded, stop};
use crate::app::route::Route;
use crate::app::views::invoice_list::query::{PAGE, page_of};
use crate::app::views::today::Todo;
use crate::browser::{keyboard, location, page};
use crate::domain::event::Step;
use crate::text::format;
use crate::text::words::{agenda, labels, today};
use crate::ui::live::{live, only_if};
use crate::ui::pages::invoices::pager::Pager;
use crate::ui::session::{Round, use_session};
use crate::ui::state::{App, use_app};

/// On a day off, the working day the work shown is for.
pub fn day_of_work(app: App) -> Memo<Option<NaiveDate>> {
    Memo::new(move |_| {
        let today = app.today.get();
        let first = app.book.with(|book| book.policy().region.working_from(today));
        (first != today).then_some(first)
    })
}

/// The list.
#[component]
pub fn Todos(work: Work) -> impl IntoView {
    let app = use_app();
    let words = app.words(today::words);
    let session = use_session();
    let resumed = work.with_untracked(|work| {
        resume(session.round.get_untracked(), &work.todos, |stop| {
            app.book.with_untracked(|book| {
                stop.invoices.first().is_some_and(|id| stop.recorded < recorded(book, *id))
            })
        })
    });
    let ahead = day_of_work(app);
    let turned = RwSignal::new(resumed.unwrap_or_default() / PAGE);
    let focused = RwSignal::new(None::<usize>);
    session.round.set(None);
    if let Some(at) = resumed {
        request_animation_frame(move || focus_line(at % PAGE));
    }
    let shown = Memo::new(move |_| {
        work.with(|work| {
            let (page, rows) = page_of(&work.todos, turned.get());
            (page, rows.to_vec())
        })
    });
    let common = Memo::new(move |_| shown.with(|(_, rows)| skipped_alike(rows)));
    let open = move |at: usize| {
        work.with_untracked(|work| {
            let Some(todo) = work.todos.get(at) else { return };
            if is_about_payment(todo.action.what) {
                session.focus_next.set(Some(PAYMENT));
            }
            let lang = app.settings.get_untracked().language;
            let stops = app.book.with_untracked(|book| {
                work.todos.iter().map(|todo| stop(lang, book, todo)).collect::<Vec<_>>()
            });
            session.round.set(Some(Round { stops, at }));
        });
    };
    let rows = move || {
        let (lang, today, is_ahead) = (app.lang(), app.today.get(), ahead.with(Option::is_some));
        let common = common.get();
        shown.with(|(page, rows)| {
            rows.iter()
                .enumerate()
                .map(|(row, todo)| {
                    let at = page * PAGE + row;
                    let says_skipped = common.as_ref().is_none_or(|(steps, _)| *steps != todo.action.skipped);
                    view! {
                        <li class="todo" on:focusin=move |_| focused.set(Some(row))>
                            {line(lang, today, todo, at == 0 && !is_ahead, says_skipped, move || open(at))}
                        </li>
                    }
                })
                .collect_view()
        })
    };
    // On the whole page, so that the list is reached without Tab: no field and no dialog has the focus.
    let press = move |event: KeyboardEvent| {
        let is_modified = event.alt_key() || event.ctrl_key() || event.meta_key();
        if is_modified || event.default_prevented() || !keyboard::is_free(&event) {
            return;
        }
        let is_here = keyboard::is_within(&event, ".todo-list");
        let at = focused.get_untracked();
        let last = shown.with_untracked(|(_, rows)| rows.len().saturating_sub(1));
        let step = match event.key().as_str() {
            "ArrowDown" | "j" | "J" => Some(at.map_or(0, |at| (at + 1).min(last))),
            "ArrowUp" | "k" | "K" => Some(at.map_or(0, |at| at.saturating_sub(1))),
            "Home" if is_here => Some(0),
            "End" if is_here => Some(last),
            _ => None,
        };
        if let Some(to) = step {
            if shown.with_untracked(|(_, rows)| !rows.is_empty()) {
                event.prevent_default();
                focus_line(to);
            }
            return;
        }
        if !is_here {
            return;
        }
        let focus = match event.key().as_str() {
            "p" | "P" => Some(PAYMENT),
            "d" | "D" => None,
            _ => return,
        };
        let (page, row) = (shown.with_untracked(|(page, _)| *page), at.unwrap_or_default());
        let invoice = shown.with_untracked(|(_, rows)| rows.get(row).map(|todo| todo.invoice));
        if let Some(invoice) = invoice {
            event.prevent_default();
            open(page * PAGE + row);
            session.focus_next.set(focus);
            location::go(&Route::Invoice(invoice).to_string());
        }
    };
    let keys = window_event_listener(keydown, press);
    on_cleanup(move || keys.remove());
    let count = Memo::new(move |_| work.with(|work| work.todos.len()));
    let title = move || {
        let (lang, w) = (app.lang(), words.now());
        ahead.get().map_or_else(
            || w.todo.to_owned(),
            |day| format!("{}{}", w.todo_for, format::date_with_weekday(lang, day)),
        )
    };
    view! {
        <section class="todo-section" aria-labelledby="todo">
            <h2 id="todo" tabindex="-1">
                {live(title)} " "
                <span class="filter-count">{count}</span>
            </h2>
            {only_if(
                move || ahead.with(Option::is_some),
                move || view! { <p class="section-sub">{words.t(|w| w.day_off)}</p> },
            )}
            {live(move || {
                let (steps, clients) = common.get()?;
                let said = agenda::skipped_with(app.lang(), &steps, clients)?;
                Some(view! { <p class="section-sub">{said}</p> })
            })}
            <ol class="todo-list">{live(rows)}</ol>
            {only_if(
                move || PAGE < count.get(),
                move || view! {
                    <Pager
                        page=Signal::derive(move || shown.with(|(page, _)| *page))
                        count=count
                        go=Callback::new(move |to| {
                            turned.set(to);
                            request_animation_frame(|| focus_line(0));
                        })
                    />
                },
            )}
            <Keys />
        </section>
    }
}

/// The steps that are passed over on several lines alike, with how many: they are said once, above the list.
fn skipped_alike(rows: &[Todo]) -> Option<(Vec<Step>, usize)> {
    /// From how many lines on once is enough.
    const SEVERAL: usize = 3;
    let count = |steps: &Vec<Step>| rows.iter().filter(|todo| todo.action.skipped == *steps).count();
    let known = rows.iter().map(|todo| &todo.action.skipped).filter(|steps| !steps.is_empty());
    let (steps, clients) = known.map(|steps| (steps, count(steps))).max_by_key(|(_, count)| *count)?;
    (SEVERAL <= clients).then(|| (steps.clone(), clients))
}

/// Moves the focus to the button of a line of the page shown.
fn focus_line(row: usize) {
    page::focus(&format!(".todo:nth-of-type({}) .todo-act", row + 1));
}

/// The line where the round goes on: the one it was at, unless something was recorded there, else the next that is still
/// in the list.
fn resume(
    round: Option<Round>,
    todos: &[Todo],
    was_recorded: impl Fn(&crate::ui::session::Stop) -> bool,
) -> Option<usize> {
    let round = round?;
    let from = round.at + usize::from(round.stop().is_some_and(was_recorded));
    round.stops.get(from..)?.iter().find_map(|stop| todos.iter().position(|todo| todo.client == stop.client))
}

/// The keys, for those who have some.
#[component]
fn Keys() -> impl IntoView {
    let words = use_app().words(today::words);
    let key = |keys: &'static [&'static str], what: fn(&'static today::Words) -> &'static str| {
        let keys = keys.iter().map(|key| view! { <kbd>{*key}</kbd> " " });
        view! { <span class="key">{keys.collect_view()} {words.t(what)}</span> }
    };
    view! {
        <p class="keys">
            <span class="keys-title">{words.t(|w| w.keys)}</span>
            {key(&["↑", "↓", "J", "K"], |w| w.keys_move)}
            {key(&["↵"], |w| w.keys_open)}
            {key(&["P"], |w| w.keys_pay)}
            {key(&["D"], |w| w.keys_case)}
        </p>
    }
}

/// What comes within seven days.
#[component]
pub fn Later(work: Work) -> impl IntoView {
    let app = use_app();
    let words = app.words(today::words);
    let later = Memo::new(move |_| work.with(|work| work.later.clone()));
    let rows = move || {
        let lang = app.lang();
        let year = chrono::Datelike::year(&app.today.get());
        later.with(|later| {
            later
                .iter()
                .take(PAGE)
                .map(|todo| {
                    view! {
                        <li class="coming">
                            <span class="coming-day">{format::date_short(lang, todo.action.day, year)}</span>
                            <span class="coming-what">
                                <a href=Route::Invoice(todo.invoice).to_string()>{labels::client_name(lang, &todo.name)}</a>
                                " "
                                {labels::lower_first(agenda::what(lang, todo.action.what))}
                                {(1 < todo.cases.len()).then(|| {
                                    let count = i64::try_from(todo.cases.len()).unwrap_or(i64::MAX);
                                    let w = today::words(lang);
                                    format!(", {}", format::count(lang, count, w.invoice, w.invoices))
                                })}
                            </span>
                            <span class="amount">{format::money(lang, todo.total, todo.currency)}</span>
                        </li>
                    }
                })
                .collect_view()
        })
    };
    only_if(
        move || later.with(|later| !later.is_empty()),
        move || {
            view! {
                <section class="todo-section" aria-labelledby="later">
                    <h2 id="later">{words.t(|w| w.later)}</h2>
                    <ul class="coming-list">{live(rows)}</ul>
                </section>
            }
        },
    )
}
