//! What stands in the place of the list: the first thing to do where there is no invoice, or that there is nothing to do.

use leptos::prelude::*;

use super::Work;
use crate::app::route::Route;
use crate::text::format;
use crate::text::words::{agenda, labels, today};
use crate::ui::live::live;
use crate::ui::state::use_app;

/// No invoice at all: the first action, and an example of what a line will look like.
#[component]
pub fn Nobody() -> impl IntoView {
    let words = use_app().words(today::words);
    view! {
        <section class="empty">
            <h2 class="empty-title">{words.t(|w| w.empty_title)}</h2>
            <p>{words.t(|w| w.empty_text)}</p>
            <div class="button-row">
                <a class="button button-main" href=Route::NewInvoice(String::new()).to_string()>
                    {words.t(|w| w.empty_new)}
                </a>
                <a class="button button-quiet" href=Route::Calculator(String::new()).to_string()>
                    {words.t(|w| w.empty_calculator)}
                </a>
            </div>
        </section>
        <figure class="example">
            <figcaption>{words.t(|w| w.example)}</figcaption>
            <div class="todo">
                <div class="todo-what">
                    <p class="todo-client">
                        {words.t(|w| w.example_client)} " "
                        <span class="badge badge-late">{words.t(|w| w.example_late)}</span>
                    </p>
                    <p>{words.t(|w| w.example_reason)}</p>
                </div>
                <span class="button todo-act">{words.t(|w| w.example_action)}</span>
            </div>
        </figure>
    }
}

/// Nothing to do today, and what comes next.
#[component]
pub fn NothingToDo(work: Work) -> impl IntoView {
    let app = use_app();
    let words = app.words(today::words);
    let next = move || {
        let (lang, words) = (app.lang(), words.now());
        work.with(|work| {
            let todo = work.later.first()?;
            let name = labels::client_name(lang, &todo.name);
            let what = labels::lower_first(agenda::what(lang, todo.action.what));
            let day = format::date_with_weekday(lang, todo.action.day);
            Some(format!("{}{day}, {name}, {what}.", words.nothing_next))
        })
    };
    let is_late =
        Memo::new(move |_| work.with(|work| work.totals.iter().any(|(_, sums)| sums.late.is_positive())));
    view! {
        <section class="empty" aria-labelledby="todo">
            <h2 class="empty-title" id="todo" tabindex="-1">
                {words.t(|w| w.nothing_title)}
            </h2>
            <p>
                {live(move || if is_late.get() { words.t(|w| w.nothing_text) } else { words.t(|w| w.nothing_late) })}
                " "
                {live(next)}
            </p>
        </section>
    }
}
