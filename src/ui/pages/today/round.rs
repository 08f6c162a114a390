//! The bar that leads from one line of the day’s list to the next, on the screens where its actions are done; and the
//! count beside « Aujourd’hui » in the navigation.

use leptos::prelude::*;

use super::line::recorded;
use crate::app::route::Route;
use crate::app::views::today::day;
use crate::browser::{page, timer};
use crate::text::format;
use crate::text::words::today;
use crate::ui::live::live;
use crate::ui::session::{Round, Session, use_session};
use crate::ui::state::{App, use_app};

/// The bar; nothing on screens that are not about the line the user is at.
#[component]
pub fn RoundBar() -> impl IntoView {
    let app = use_app();
    let words = app.words(today::words);
    let session = use_session();
    count_lines();
    let here = Memo::new(move |_| {
        let round = session.round.get()?;
        app.route.with(|route| round.is_about(route)).then_some(round)
    });
    let is_noted =
        Memo::new(move |_| here.with(|round| round.as_ref().is_some_and(|round| has_moved(app, round))));
    // Once something was recorded the case opens: the way on has the focus there, so that one key leads on.
    let before = StoredValue::new(app.route.get_untracked());
    Effect::new(move |_| {
        let route = app.route.get();
        let came_from = before.get_value();
        before.set_value(route.clone());
        let target = session.focus_next.get_untracked().or_else(|| {
            let was_writing = matches!(came_from, Route::Text(..) | Route::Call(_));
            let leads_on = was_writing && matches!(route, Route::Invoice(_)) && is_noted.get_untracked();
            leads_on.then_some(".round-on")
        });
        session.focus_next.set(None);
        if let (Some(target), true) = (target, came_from != route) {
            request_animation_frame(move || {
                page::focus(target);
            });
        }
    });
    let go_on = move |_| {
        session.round.update(|round| {
            if let Some(round) = round {
                round.at += 1;
                let at = round.at;
                if let Some(stop) = round.stops.get_mut(at) {
                    let first = stop.invoices.first().copied();
                    stop.recorded = first.map_or(0, |id| app.book.with_untracked(|book| recorded(book, id)));
                }
            }
        });
    };
    live(move || {
        let round = here.get()?;
        let number = |n: usize| format::integer(app.lang(), i64::try_from(n).unwrap_or(i64::MAX));
        let place = format!("{}{}{}", number(round.at + 1), words.now().round_of, number(round.stops.len()));
        let noted = live(move || is_noted.get().then(|| words.t(|w| w.round_noted)));
        let on = match round.next() {
            Some(next) => view! {
                <a class="button round-on" href=next.route.to_string() on:click=go_on>
                    {words.t(|w| w.round_next)}
                    {next.name.clone()}
                </a>
            }
            .into_any(),
            None => view! { <span class="round-end">{words.t(|w| w.round_last)}</span> }.into_any(),
        };
        Some(view! {
            <nav class="round" aria-label=words.t(|w| w.round)>
                <a class="back-link" class:round-on=round.next().is_none() href=Route::Today.to_string()>
                    "← "
                    {words.t(|w| w.round_back)}
                </a>
                <span class="round-place">{place} " " <strong role="status">{noted}</strong></span>
                {on}
            </nav>
        })
    })
}

/// Something was recorded on the line the user is at since it was opened.
fn has_moved(app: App, round: &Round) -> bool {
    round.stop().is_some_and(|stop| {
        let first = stop.invoices.first().copied();
        first.is_some_and(|id| app.book.with(|book| stop.recorded < recorded(book, id)))
    })
}

/// Time without a change after which the lines of the day are counted again, in milliseconds: in a large book that takes
/// longer than writing the change.
const COUNTED_AFTER: i32 = 400;

/// Counts the lines of the day again whenever the book changes, once nothing else is to be done.
fn count_lines() {
    let app = use_app();
    let session = use_session();
    let last = StoredValue::new(0_u32);
    Effect::new(move |_| {
        app.book.track();
        app.today.track();
        // The list itself says how many lines it has.
        if app.route.with_untracked(|route| *route == Route::Today) {
            return;
        }
        let change = last.get_value().wrapping_add(1);
        last.set_value(change);
        count_soon(app, session, move || last.try_get_value() == Some(change));
    });
}

/// Counts them where nothing changed meanwhile; what is being written goes first.
fn count_soon(app: App, session: Session, is_last: impl Fn() -> bool + 'static) {
    timer::after(COUNTED_AFTER, move || {
        timer::when_idle(move || {
            if !is_last() {
                // A later change waits in its turn.
            } else if app.is_settled() {
                let today = app.today.get_untracked();
                let count = app.book.with_untracked(|book| day(book, today).todos.len());
                session.due.set(Some(count));
            } else {
                count_soon(app, session, is_last);
            }
        });
    });
}
