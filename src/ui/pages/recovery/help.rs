//! Who can help, with what to bring and when; who depends on what the client is.

use leptos::prelude::*;

use crate::domain::party::DebtorKind;
use crate::text::words::recovery;
use crate::text::words::recovery::Words;
use crate::ui::live::live;
use crate::ui::state::use_app;

type Word = fn(&'static Words) -> &'static str;

/// What a client is, as far as it says who can help.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Helped {
    /// In law.
    pub kind: DebtorKind,
    /// In another country: French mediators and authorities are of no help there.
    pub is_abroad: bool,
    /// Held by insolvency proceedings: nobody mediates any more.
    pub is_insolvent: bool,
}

impl Helped {
    /// The client can still be talked with, in France.
    fn is_free(self) -> bool {
        !self.is_abroad && !self.is_insolvent
    }
}

/// Who, what to know, and for which clients.
type Helper = (Word, Word, fn(Helped) -> bool);

/// Where the mediator of enterprises is asked: followed on a click alone.
const MEDIATOR: &str = "https://www.economie.gouv.fr/mediateur-des-entreprises";

const WHO: [Helper; 10] = [
    (|w| w.help_trustee, |w| w.help_trustee_text, |client| client.is_insolvent),
    (|w| w.help_abroad, |w| w.help_abroad_text, |client| client.is_abroad),
    (|w| w.help_consumer, |w| w.help_consumer_text, |client| client.kind == DebtorKind::Consumer),
    (
        |w| w.help_public,
        |w| w.help_public_text,
        |client| client.kind == DebtorKind::Public && !client.is_abroad,
    ),
    (
        |w| w.help_conciliator,
        |w| w.help_conciliator_text,
        |client| client.kind != DebtorKind::Public && client.is_free(),
    ),
    (|w| w.help_insurance, |w| w.help_insurance_text, |_| true),
    (|w| w.help_chamber, |w| w.help_chamber_text, |_| true),
    (|w| w.help_accountant, |w| w.help_accountant_text, |_| true),
    (|w| w.help_lawyer, |w| w.help_lawyer_text, |_| true),
    // It penalises firms.
    (
        |w| w.help_dgccrf,
        |w| w.help_dgccrf_text,
        |client| matches!(client.kind, DebtorKind::Business | DebtorKind::Unknown) && client.is_free(),
    ),
];

/// The section.
#[component]
pub fn Help(
    /// Whom it is about.
    client: Memo<Helped>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(recovery::words);
    let mediator = move || {
        let w = words.now();
        let client = client.get();
        (client.kind != DebtorKind::Consumer && client.is_free()).then(|| {
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
        let (w, client) = (words.now(), client.get());
        let rows = WHO.iter().filter(|(.., is_for)| is_for(client)).map(|(name, text, _)| {
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
