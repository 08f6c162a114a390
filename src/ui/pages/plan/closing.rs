//! What the creditor decides about a plan that was not kept: to let it go on, in writing; to close one that was paid late
//! with or without what was to be given up.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::going_on::{GoingOnField, GoingOnForm};
use crate::app::plans::PlanCommand;
use crate::base::{Amount, Currency, PlanId};
use crate::domain::plan::End;
use crate::domain::plan::standing::PlanRow;
use crate::text::words::plan_end;
use crate::text::{Lang, format};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::slot;
use crate::ui::state::{App, Say, use_app};
use crate::ui::submit::{faults, submit};

/// The form that lets a plan go on: it starts with what may be written to the client.
#[component]
pub fn GoOn(
    /// Which plan.
    plan: PlanId,
    /// What may be written.
    letter: String,
    /// What was asked for has come since: to go on is then what is most likely.
    is_paid: bool,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(plan_end::words);
    let draft = Draft::new(app, &format!("plan-go-on/{plan}"), GoingOnForm { written: letter });
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| form.with(GoingOnForm::parse));
    let problem_of = faults(parsed);
    let save = move |event: leptos::ev::SubmitEvent| {
        let written = parsed.with_untracked(|(written, _)| written.clone());
        let today = app.today.get_untracked();
        let carry_out = |written| app.send(Command::Plan(PlanCommand::GoOn(plan, today, written))).is_ok();
        if submit(&event, "plan-go-on", sent, written, carry_out) {
            draft.clear();
        }
    };
    let copy = move |_| app.copy(form.with_untracked(|form| form.written.clone()), Say::Copied);
    let class = if is_paid { "button button-main" } else { "button" };
    view! {
        <details class="disclosure" open=is_paid>
            <summary>{words.t(|w| w.go_on)}</summary>
            <div class="disclosure-body">
                <p class="field-hint">{words.t(|w| w.go_on_why)}</p>
                <form class="form plan-go-on" novalidate on:submit=save>
                    <Field
                        id="plan-go-on-written"
                        label=words.t(|w| w.written)
                        kind=FieldKind::Lines
                        value=slot(form, |form| &form.written, |form| &mut form.written)
                        problem=problem_of(GoingOnField::Written)
                        hint=words.t(|w| w.written_hint)
                        sent=sent
                    />
                    <div class="form-actions">
                        <button class=class type="submit">
                            {words.t(|w| w.note_on)}
                        </button>
                        <button class="button button-quiet" type="button" on:click=copy>
                            {words.t(|w| w.copy)}
                        </button>
                    </div>
                </form>
            </div>
        </details>
    }
}

/// A plan that was paid in full, some of it late: which sums, what that leaves to decide, and the two ways to close it.
pub fn late(
    app: App,
    lang: Lang,
    plan: PlanId,
    (late, of): (&[PlanRow], usize),
    (given_up, currency): (Amount, Currency),
) -> AnyView {
    let w = plan_end::words(lang);
    let rows = late.iter().map(|row| {
        view! {
            <tr>
                <th scope="row">{plan_end::late_sum(lang, row, of)}</th>
                <td class="number">{format::money(lang, row.left(), currency)}</td>
            </tr>
        }
    });
    let send = move |command: fn(PlanId, chrono::NaiveDate) -> PlanCommand| {
        // A refusal says itself at the bottom of the screen.
        let _ = app.send(Command::Plan(command(plan, app.today.get_untracked())));
    };
    let claim = move |_| send(|plan, today| PlanCommand::End(plan, End::PaidLate, today));
    let settle = move |_| send(PlanCommand::SettleLate);
    view! {
        <h3>{w.late}</h3>
        <table class="plain-table plain-table-figures">
            <thead>
                <tr>
                    <th scope="col">{w.late_sum}</th>
                    <th class="number" scope="col">{w.late_missing}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        <p>{plan_end::late_why(lang, given_up, currency)}</p>
        <div class="button-row">
            <button class="button button-main" type="button" on:click=claim>
                {w.claim}
            </button>
            <button class="button" type="button" on:click=settle>
                {w.give_up}
            </button>
        </div>
    }
    .into_any()
}
