//! Who can help, with what to bring and when; who depends on what the client is.

use leptos::prelude::*;

use crate::domain::party::DebtorKind;
use crate::text::words::recovery;
use crate::text::words::recovery::Words;
use crate::ui::live::live;
use crate::ui::state::use_app;

type Word = fn(&'static Words) -> &'static str;

/// Who, what to know, and for which clients: what they are, and whether they are abroad.
type Helper = (Word, Word, fn(DebtorKind, bool) -> bool);

/// Where the mediator of enterprises is asked: followed on a click alone.
const MEDIATOR: &str = "https://www.economie.gouv.fr/mediateur-des-entreprises";

const WHO: [Helper; 9] = [
    (|w| w.help_abroad, |w| w.help_abroad_text, |_, abroad| abroad),
    (|w| w.help_consumer, |w| w.help_consumer_text, |kind, _| kind == DebtorKind::Consumer),
    (|w| w.help_public, |w| w.help_public_text, |kind, abroad| kind == DebtorKind::Public && !abroad),
    (
        |w| w.help_conciliator,
        |w| w.help_conciliator_text,
        |kind, abroad| kind != DebtorKind::Public && !abroad,
    ),
    (|w| w.help_insurance, |w| w.help_insurance_text, |_, _| true),
    (|w| w.help_chamber, |w| w.help_chamber_text, |_, _| true),
    (|w| w.help_accountant, |w| w.help_accountant_text, |_, _| true),
    (|w| w.help_lawyer, |w| w.help_lawyer_text, |_, _| true),
    (|w| w.help_dgccrf, |w| w.help_dgccrf_text, |kind, abroad| kind != DebtorKind::Consumer && !abroad),
];

/// The section.
#[component]
pub fn Help(
    /// What the client is.
    debtor: Memo<DebtorKind>,
    /// It is in another country: French mediators and authorities are of no help there.
    abroad: Memo<bool>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(recovery::words);
    let mediator = move || {
        let w = words.now();
        (debtor.get() != DebtorKind::Consumer && !abroad.get()).then(|| {
            view! {
                <dt>{w.help_mediator}</dt>
                <dd>
                    {w.help_mediator_text} " "
                    <a href=MEDIATOR target="_blank" rel="noopener noreferrer">{w.help_mediator_link}</a>
                    <span class="row-note row-note-line">{w.help_read}</span>
                </dd>
            }
        })
    };
    let rows = move || {
        let (w, kind, is_abroad) = (words.now(), debtor.get(), abroad.get());
        let rows = WHO.iter().filter(|(.., is_for)| is_for(kind, is_abroad)).map(|(name, text, _)| {
            view! {
                <dt>{name(w)}</dt>
                <dd>{text(w)}</dd>
            }
        });
        rows.collect_view()
    };
    view! {
        <section class="section" aria-labelledby="ways-help">
            <h2 id="ways-help">{words.t(|w| w.help)}</h2>
            <dl class="ways-help">{live(mediator)} {live(rows)}</dl>
        </section>
    }
}
