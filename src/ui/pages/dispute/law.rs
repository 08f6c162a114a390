//! What the law says around a dispute, and who can help; what is not confirmed is said to be so.

use leptos::prelude::*;

use crate::app::views::figures::Figures;
use crate::base::dates::parse_iso;
use crate::domain::dispute::{READ, SOURCE};
use crate::text::format;
use crate::text::words::disputes;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// The notes, folded away.
#[component]
pub fn Law(figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(disputes::words);
    let notes = move || {
        let lang = app.lang();
        let w = disputes::words(lang);
        let kind = figures.with(|figures| figures.client.kind);
        let read = parse_iso(READ).map(|day| format::date(lang, day)).unwrap_or_default();
        let source = format!("{}{SOURCE}{}{read}{}", w.code_source, w.code_read, w.code_unread);
        view! {
            <div class="law-notes">
                <p>{w.law_rest}</p>
                <p>{w.law_attempt}</p>
                <p>{w.law_order}</p>
                <p>{w.law_proof}</p>
                <p>{w.law_settlement}</p>
                <p>{disputes::mediator(lang, kind)}</p>
                <p>{w.conciliator}</p>
                <p class="field-hint">{source}</p>
            </div>
        }
    };
    view! {
        <details class="disclosure">
            <summary>{words.t(|w| w.law)}</summary>
            <div class="disclosure-body">{live(notes)}</div>
        </details>
    }
}
