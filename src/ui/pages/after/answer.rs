//! What is asked of a mediation or a lawyer’s letter as it begins: until when an answer is waited for, and what it means for
//! limitation.

use leptos::prelude::*;

use crate::app::forms::proceeding::BeginForm;
use crate::app::problem::Problem;
use crate::domain::proceeding::ProceedingKind;
use crate::text::words::proceedings;
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{live, only_if, slot};
use crate::ui::state::use_app;

/// The field, with what is to be known.
#[component]
pub fn AnswerBy(
    kind: Memo<ProceedingKind>,
    form: RwSignal<BeginForm>,
    #[prop(into)] problem: Signal<Option<Problem>>,
    sent: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(proceedings::words);
    let is_mediation = move || kind.get() == ProceedingKind::Mediation;
    let label = Signal::derive(move || {
        let w = words.now();
        if is_mediation() { w.reply_by_mediator } else { w.reply_by_client }
    });
    view! {
        {only_if(is_mediation, move || view! {
            <p class="field-hint">{words.t(|w| w.mediator_hint)}</p>
        })}
        <Field
            id="begin-answer-by"
            label=label
            kind=FieldKind::Date
            value=slot(form, |form| &form.answer_by, |form| &mut form.answer_by)
            problem=problem
            optional=true
            sent=sent
        />
        <p class="field-hint">
            {live(move || {
                let w = words.now();
                if is_mediation() { w.mediation_limitation } else { w.letter_limitation }
            })}
        </p>
    }
}
