//! Of a write-off: why, and what becomes of its VAT.

use leptos::prelude::*;

use crate::app::forms::proceeding::{BeginField, BeginForm};
use crate::app::problem::Problem;
use crate::domain::proceeding::write_off::{LossReason, VatRegime};
use crate::text::Lang;
use crate::text::words::{problems, proceedings};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{live, only_if, slot};
use crate::ui::state::use_app;

/// Why it is lost, with nothing chosen first.
const REASONS: [Option<LossReason>; 8] = [
    None,
    Some(LossReason::Irrecoverable),
    Some(LossReason::EnforcementFailed),
    Some(LossReason::Liquidation),
    Some(LossReason::Vanished),
    Some(LossReason::TooDear),
    Some(LossReason::Expired),
    Some(LossReason::Other),
];

/// How VAT is due, with nothing chosen first.
const REGIMES: [Option<VatRegime>; 4] =
    [None, Some(VatRegime::Exempt), Some(VatRegime::Receipts), Some(VatRegime::Debits)];

/// Why it is lost, and what becomes of its VAT.
pub fn loss_fields(
    form: RwSignal<BeginForm>,
    problem_of: impl Fn(BeginField) -> Signal<Option<Problem>>,
    sent: RwSignal<bool>,
) -> AnyView {
    let app = use_app();
    let words = app.words(proceedings::words);
    let vat_problem = problem_of(BeginField::Vat);
    let outcome = live(move || {
        let lang: Lang = app.lang();
        form.with(BeginForm::vat_outcome).map(|outcome| proceedings::vat_outcome(lang, outcome))
    });
    // A choice that was not made shows once the form was sent, as the fault of a field does.
    let fault = move |problem: Signal<Option<Problem>>| {
        live(move || {
            let problem = problem.get().filter(|_| sent.get())?;
            Some(view! { <p class="field-error">{problems::problem(app.lang(), problem)}</p> })
        })
    };
    let (reason_fault, regime_fault) =
        (fault(problem_of(BeginField::Reason)), fault(problem_of(BeginField::Regime)));
    view! {
        <div>
            {select(
                "begin-reason",
                words.t(|w| w.reason),
                &REASONS,
                |lang, reason| reason.map_or(proceedings::words(lang).choose, |one| proceedings::loss(lang, one)),
                move || form.with(|form| form.reason),
                move |reason| form.update(|form| form.reason = reason),
            )}
            {reason_fault}
        </div>
        <div>
            {select(
                "begin-vat",
                words.t(|w| w.vat),
                &REGIMES,
                |lang, vat| vat.map_or(proceedings::words(lang).choose, |one| proceedings::vat(lang, one)),
                move || form.with(|form| form.vat),
                move |vat| form.update(|form| form.vat = vat),
            )}
            {regime_fault}
            <p class="field-hint" role="status">
                {outcome}
            </p>
        </div>
        {only_if(move || form.with(|form| form.vat == Some(VatRegime::Debits)), move || view! {
            <Field
                id="begin-vat-amount"
                label=words.t(|w| w.vat_amount)
                kind=FieldKind::Money
                value=slot(form, |form| &form.vat_amount, |form| &mut form.vat_amount)
                problem=vat_problem
                sent=sent
            />
        })}
    }
    .into_any()
}
