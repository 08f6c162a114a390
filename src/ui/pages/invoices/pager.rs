//! Which rows of a long list are shown, and the way to the others.

use leptos::prelude::*;

use crate::app::views::invoice_list::query::PAGE;
use crate::browser::page as window;
use crate::text::format;
use crate::text::words::invoices;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// Says « 1 à 40 sur 214 », with buttons where there is more than one page.
#[component]
pub fn Pager(
    /// Page shown, from zero.
    #[prop(into)]
    page: Signal<usize>,
    /// Rows of all pages.
    #[prop(into)]
    count: Signal<usize>,
    /// Shows another page.
    #[prop(into)]
    go: Callback<usize>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(invoices::words);
    let is_first = Memo::new(move |_| page.get() == 0);
    let is_last = Memo::new(move |_| (page.get() + 1) * PAGE >= count.get());
    let range = live(move || {
        let (words, count) = (words.now(), count.get());
        let number = |n: usize| format::integer(app.lang(), i64::try_from(n).unwrap_or(i64::MAX));
        let first = (page.get() * PAGE + 1).min(count);
        let last = ((page.get() + 1) * PAGE).min(count);
        format!("{}{}{}{}{}", number(first), words.range_to, number(last), words.range_of, number(count))
    });
    let turn = move |to: usize| {
        go.run(to);
        window::scroll_to_top();
    };
    view! {
        <nav class="pager" aria-label=words.t(|w| w.pages)>
            <p role="status">{range}</p>
            <div class="button-row" hidden=move || is_first.get() && is_last.get()>
                <button
                    class="button"
                    type="button"
                    disabled=is_first
                    on:click=move |_| turn(page.get_untracked().saturating_sub(1))
                >
                    {words.t(|w| w.previous)}
                </button>
                <button
                    class="button"
                    type="button"
                    disabled=is_last
                    on:click=move |_| turn(page.get_untracked().saturating_add(1))
                >
                    {words.t(|w| w.next)}
                </button>
            </div>
        </nav>
    }
}
