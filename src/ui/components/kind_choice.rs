//! What the client is in law, with help for the cases that are not clear.

use leptos::prelude::*;

use super::segment::{Choice, segment};
use crate::domain::party::DebtorKind;
use crate::text::words::{calculator, labels};
use crate::ui::state::use_app;

const CHOICES: &[Choice<DebtorKind>] = &[
    (DebtorKind::Business, |lang| labels::kind(lang, DebtorKind::Business)),
    (DebtorKind::Consumer, |lang| labels::kind(lang, DebtorKind::Consumer)),
    (DebtorKind::Public, |lang| labels::kind(lang, DebtorKind::Public)),
];

/// Professional, consumer or public body. None or unknown leaves all open.
pub fn kind_choice(
    value: impl Fn() -> Option<DebtorKind> + Send + Sync + 'static,
    set: impl Fn(DebtorKind) + Send + Sync + 'static,
) -> AnyView {
    let words = use_app().words(calculator::words);
    view! {
        <div>
            {segment("kind", words.t(|w| w.client_kind), CHOICES, value, set)}
            <details class="disclosure disclosure-small">
                <summary>{words.t(|w| w.kind_help_title)}</summary>
                <div class="disclosure-body">
                    <p>{words.t(|w| w.kind_help)}</p>
                </div>
            </details>
        </div>
    }
    .into_any()
}
