//! When the notice about a missed sum was received: its days run from there. Where that cannot be known any more, the plan
//! may still be declared broken, with the reason.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::receipt::{Fate, Receipt, ReceiptField, ReceiptForm, UndatedForm};
use crate::app::plans::PlanCommand;
use crate::app::route::Route;
use crate::base::{EventId, InvoiceId, PlanId};
use crate::domain::event::Step;
use crate::domain::posting::Posting;
use crate::text::words::{plans, posting};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::slot;
use crate::ui::state::use_app;
use crate::ui::submit::submit;

const FATES: &[Choice<Fate>] = &[
    (Fate::Received, |lang| posting::words(lang).received),
    (Fate::Presented, |lang| plans::words(lang).presented_only),
    (Fate::Refused, |lang| posting::words(lang).refused),
    (Fate::NotCollected, |lang| posting::words(lang).not_collected),
];

/// A notice whose receipt is not noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undated {
    /// The invoice its sending is noted on.
    pub invoice: InvoiceId,
    /// Its sending.
    pub event: EventId,
    /// Day it was sent.
    pub sent: NaiveDate,
    /// What is known of it.
    pub posting: Posting,
}

/// The form.
#[component]
pub fn NoteReceipt(plan: PlanId, notice: Undated) -> impl IntoView {
    let app = use_app();
    let words = app.words(plans::words);
    let draft = Draft::new(app, &format!("plan-receipt/{plan}"), ReceiptForm::default());
    let form = draft.form;
    let sent = RwSignal::new(false);
    let (known, sent_on) = (notice.posting, notice.sent);
    let parsed = Memo::new(move |_| {
        let today = app.today.get();
        form.with(|form| form.parse(&known, sent_on, today))
    });
    let problem = Signal::derive(move || parsed.with(|(_, findings)| findings.problem_of(ReceiptField::Day)));
    let save = move |event: leptos::ev::SubmitEvent| {
        let receipt = parsed.with_untracked(|(receipt, _)| receipt.clone());
        let carry_out = |Receipt { posting, received }| {
            app.send(Command::TrackPosting(notice.invoice, notice.event, posting, received)).is_ok()
        };
        if submit(&event, "plan-receipt", sent, receipt, carry_out) {
            draft.clear();
        }
    };
    let day = Signal::derive(move || {
        let is_received = form.with(|form| form.fate == Fate::Received);
        let words = posting::words(app.lang());
        if is_received { words.received_on } else { words.presented }
    });
    view! {
        <form class="form plan-receipt" novalidate on:submit=save>
            <p class="field-hint">{words.t(|w| w.receipt_why)}</p>
            {segment(
                "plan-receipt-fate",
                app.words(posting::words).t(|w| w.fate),
                FATES,
                move || Some(form.with(|form| form.fate)),
                move |fate| form.update(|form| form.fate = fate),
            )}
            <Field
                id="plan-receipt-day"
                label=day
                kind=FieldKind::Date
                value=slot(form, |form| &form.day, |form| &mut form.day)
                problem=problem
                sent=sent
            />
            <div class="form-actions">
                <button class="button button-main" type="submit">
                    {words.t(|w| w.receipt_note)}
                </button>
            </div>
        </form>
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
