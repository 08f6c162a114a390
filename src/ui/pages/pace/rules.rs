//! The rules of good conduct, to read and to print.

use leptos::prelude::*;

use crate::browser::page;
use crate::text::words::pace;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// The section.
#[component]
pub fn Rules() -> impl IntoView {
    let app = use_app();
    let words = app.words(pace::words);
    let budget = Memo::new(move |_| app.book.with(|book| book.policy().budget));
    let in_figures = move || {
        let budget = budget.get();
        pace::rule_budget(app.lang(), (budget.per_day, budget.per_week), (budget.from_hour, budget.to_hour))
    };
    view! {
        <section class="section rules" aria-labelledby="rules">
            <h2 id="rules">{words.t(|w| w.rules)}</h2>
            <ol class="points">
                <li>{words.t(|w| w.rule_first)}</li>
                <li>{words.t(|w| w.rule_civil)}</li>
                <li>{live(in_figures)}</li>
                <li>{words.t(|w| w.rule_truth)}</li>
                <li>{words.t(|w| w.rule_private)}</li>
                <li>{words.t(|w| w.rule_listen)}</li>
                <li>{words.t(|w| w.rule_proof)}</li>
            </ol>
            <button class="button button-quiet" type="button" on:click=move |_| page::print()>
                {words.t(|w| w.rules_print)}
            </button>
        </section>
    }
}
