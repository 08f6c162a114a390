//! The signature of a plan: when it was proposed, and when the client agreed.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::signing::{SigningField, SigningForm};
use crate::app::plans::PlanCommand;
use crate::base::PlanId;
use crate::text::format;
use crate::text::words::plans;
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::own;
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// When it was proposed and when the client signed; both may be long past.
#[component]
pub fn Accept(plan: PlanId, proposed: NaiveDate) -> impl IntoView {
    let app = use_app();
    let words = app.words(plans::words);
    let start = |day| RwSignal::new(format::date_digits(day));
    let (typed_proposed, typed_signed) = (start(proposed), start(app.today.get_untracked()));
    let sent = RwSignal::new(false);
    let form = Memo::new(move |_| {
        let (proposed, signed) = (typed_proposed.get(), typed_signed.get());
        SigningForm { proposed, signed }.parse(app.today.get())
    });
    let problem_of = faults(form);
    let late = Signal::derive(move || {
        let signing = form.with(|(signing, _)| *signing)?;
        let missing = app.book.with(|book| {
            let known = book.plan(plan)?;
            known.missing_when_signed(book.received(known, signing.signed), signing.signed)
        });
        missing.map(|_| plans::words(app.lang()).signed_late.to_owned())
    });
    let accept = move |event: leptos::ev::SubmitEvent| {
        let signing = form.with_untracked(|(signing, _)| *signing);
        submit(&event, "plan-accept", sent, signing, |signing| {
            app.send(Command::Plan(PlanCommand::Accept(plan, signing))).is_ok()
        });
    };
    view! {
        <form class="form plan-accept" novalidate on:submit=accept>
            <div class="field-row">
                <Field
                    id="plan-proposed"
                    label=words.t(|w| w.proposed)
                    kind=FieldKind::Date
                    value=own(typed_proposed)
                    problem=problem_of(SigningField::Proposed)
                    hint=words.t(|w| w.proposed_hint)
                    sent=sent
                />
                <Field
                    id="plan-signed"
                    label=words.t(|w| w.signed)
                    kind=FieldKind::Date
                    value=own(typed_signed)
                    problem=problem_of(SigningField::Signed)
                    note=late
                    hint=words.t(|w| w.accept_hint)
                    sent=sent
                />
            </div>
            {submit_button(Weight::Main, words.t(|w| w.accept))}
        </form>
    }
}
