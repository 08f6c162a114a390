//! Of a public buyer: the payment a prefect orders in its place, on which condition, whom to ask and how long it takes.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::base::InvoiceId;
use crate::text::words::recovery::mandate::{self, Words};
use crate::ui::state::use_app;

type Word = fn(&'static Words) -> &'static str;

const ROWS: [(Word, Word); 5] = [
    (|w| w.for_whom, |w| w.for_whom_text),
    (|w| w.when, |w| w.when_text),
    (|w| w.to_whom, |w| w.to_whom_text),
    (|w| w.how_long, |w| w.how_long_text),
    (|w| w.penalties, |w| w.penalties_text),
];

/// The section.
#[component]
pub fn Mandate(
    /// The claim the file is about.
    id: InvoiceId,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(mandate::words);
    let rows = ROWS.iter().map(|(name, text)| {
        view! {
            <dt>{words.t(*name)}</dt>
            <dd>{words.t(*text)}</dd>
        }
    });
    view! {
        <section class="section" aria-labelledby="ways-mandate">
            <h2 id="ways-mandate">{words.t(|w| w.title)}</h2>
            <p class="section-sub">{words.t(|w| w.lead)}</p>
            <dl class="ways-help">{rows.collect_view()}</dl>
            <div class="button-row">
                <a class="button" href=Route::Documents(id, "dossier".to_owned()).to_string()>
                    {words.t(|w| w.file)}
                </a>
            </div>
            <p class="field-hint">{words.t(|w| w.source)}</p>
        </section>
    }
}
