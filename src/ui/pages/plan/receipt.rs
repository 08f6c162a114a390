//! When the notice about a missed sum was received: its days run from there. Where that cannot be known any more, the plan
//! may still be declared broken, with the reason.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::receipt::{ReceiptField, UndatedForm};
use crate::app::plans::PlanCommand;
use crate::app::route::Route;
use crate::base::{InvoiceId, PlanId};
use crate::domain::event::Step;
use crate::text::words::{plan_end, plans};
use crate::ui::components::Field;
use crate::ui::components::tracking::{Letter, Tracking};
use crate::ui::draft::Draft;
use crate::ui::live::slot;
use crate::ui::state::use_app;
use crate::ui::submit::submit;

/// The form.
#[component]
pub fn NoteReceipt(
    /// Which.
    notice: Letter,
    /// What it asked for has come since, in time or not.
    #[prop(optional)]
    doubtful: bool,
) -> impl IntoView {
    let app = use_app();
    let why = if doubtful {
        app.words(plan_end::words).t(|w| w.doubtful)
    } else {
        app.words(plans::words).t(|w| w.receipt_why)
    };
    view! {
        <div class="plan-receipt">
            <p class="field-hint">{why}</p>
            <Tracking letter=notice expected=true />
        </div>
    }
}

/// What may be done where nobody will know: the notice once more, which is safer; or the end of the plan, with its reason.
#[component]
pub fn BreakUndated(id: InvoiceId, plan: PlanId) -> impl IntoView {
    let app = use_app();
    let words = app.words(plans::words);
    let draft = Draft::new(app, &format!("plan-undated/{plan}"), UndatedForm::default());
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| form.with(UndatedForm::parse));
    let problem = Signal::derive(move || parsed.with(|(_, findings)| findings.problem_of(ReceiptField::Why)));
    let save = move |event: leptos::ev::SubmitEvent| {
        let why = parsed.with_untracked(|(why, _)| why.clone());
        let today = app.today.get_untracked();
        let carry_out = |why| app.send(Command::Plan(PlanCommand::BreakUndated(plan, today, why))).is_ok();
        if submit(&event, "plan-undated", sent, why, carry_out) {
            draft.clear();
        }
    };
    view! {
        <details class="disclosure">
            <summary>{words.t(|w| w.undated)}</summary>
            <div class="disclosure-body">
                <p>{words.t(|w| w.undated_why)}</p>
                <p>
                    <a class="button" href=Route::Text(id, Step::PlanNotice).to_string()>
                        {words.t(|w| w.notice_again)}
                    </a>
                </p>
                <form class="form plan-undated" novalidate on:submit=save>
                    <Field
                        id="plan-undated-why"
                        label=words.t(|w| w.undated_reason)
                        value=slot(form, |form| &form.why, |form| &mut form.why)
                        problem=problem
                        hint=words.t(|w| w.undated_hint)
                        sent=sent
                    />
                    <div class="form-actions">
                        <button class="button" type="submit">
                            {words.t(|w| w.end_undated)}
                        </button>
                    </div>
                </form>
            </div>
        </details>
    }
}
