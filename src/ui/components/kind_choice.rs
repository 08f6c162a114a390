//! What the client is in law, with help for the cases that are not clear.

use leptos::prelude::*;

use super::segment::Segment;
use crate::domain::party::DebtorKind;
use crate::text::words::{calculator, labels};
use crate::ui::state::use_app;

/// Professional, consumer or public body.
#[component]
pub fn KindChoice(
    /// The kind said; none or unknown leaves all open.
    #[prop(into)]
    value: Signal<Option<DebtorKind>>,
    /// Says another.
    #[prop(into)]
    set: Callback<DebtorKind>,
) -> impl IntoView {
    let words = use_app().words(calculator::words);
    view! {
        <div>
            <Segment
                name="kind"
                legend=words.t(|w| w.client_kind)
                choices=vec![
                    (DebtorKind::Business, |lang| labels::kind(lang, DebtorKind::Business)),
                    (DebtorKind::Consumer, |lang| labels::kind(lang, DebtorKind::Consumer)),
                    (DebtorKind::Public, |lang| labels::kind(lang, DebtorKind::Public)),
                ]
                value=value
                set=set
            />
            <details class="disclosure disclosure-small">
                <summary>{words.t(|w| w.kind_help_title)}</summary>
                <div class="disclosure-body">
                    <p>{words.t(|w| w.kind_help)}</p>
                </div>
            </details>
        </div>
    }
}
