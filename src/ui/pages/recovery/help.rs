//! Who can help, with what to bring and when.

use leptos::prelude::*;

use crate::text::words::recovery;
use crate::text::words::recovery::Words;
use crate::ui::state::use_app;

type Word = fn(&'static Words) -> &'static str;

const WHO: [(Word, Word); 6] = [
    (|w| w.help_mediator, |w| w.help_mediator_text),
    (|w| w.help_insurance, |w| w.help_insurance_text),
    (|w| w.help_chamber, |w| w.help_chamber_text),
    (|w| w.help_accountant, |w| w.help_accountant_text),
    (|w| w.help_lawyer, |w| w.help_lawyer_text),
    (|w| w.help_dgccrf, |w| w.help_dgccrf_text),
];

/// The section.
#[component]
pub fn Help() -> impl IntoView {
    let app = use_app();
    let words = app.words(recovery::words);
    let rows = WHO.map(|(name, text)| {
        view! {
            <dt>{words.t(name)}</dt>
            <dd>{words.t(text)}</dd>
        }
    });
    view! {
        <section class="section" aria-labelledby="ways-help">
            <h2 id="ways-help">{words.t(|w| w.help)}</h2>
            <dl class="ways-help">{rows.collect_view()}</dl>
        </section>
    }
}
