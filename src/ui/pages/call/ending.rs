//! How the call ended: ten answers of one tap, what each asks besides, and where it goes from there.

use leptos::prelude::*;

use super::Calling;
use super::fields::fields;
use crate::app::command::Command;
use crate::app::forms::call::{CallDraft, CallField};
use crate::app::problem::Problem;
use crate::app::route::Route;
use crate::base::InvoiceId;
use crate::browser::location;
use crate::domain::event::{Outcome, Step};
use crate::text::format;
use crate::text::words::{call, problems};
use crate::ui::components::Field;
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// Where a call leads.
fn after(id: InvoiceId, outcome: Outcome) -> Route {
    match outcome {
        Outcome::Resend => Route::Text(id, Step::Duplicate),
        // What was agreed on is worked out, compared and signed there; the recap stays due.
        Outcome::Plan => Route::Plan(id),
        Outcome::Dispute => Route::Dispute(id),
        outcome if outcome.wants_recap() => Route::Text(id, Step::Recap),
        _ => Route::Invoice(id),
    }
}

/// The section with the form.
#[component]
pub fn Ending(calling: Calling) -> impl IntoView {
    let app = use_app();
    let words = app.words(call::words);
    let Calling { id, context, draft, sent, timer, .. } = calling;
    let form = draft.form;
    let parsed = Memo::new(move |_| context.with(|context| form.with(|form| form.parse(context))));
    let carry_out = move |draft: CallDraft| {
        let done = app.send(Command::RecordCall(draft.drafts, draft.contact)).is_ok();
        if done {
            location::go(&after(id, draft.outcome).to_string());
        }
        done
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        let ran = timer.stop();
        if ran > 0 {
            form.update(|form| form.seconds = form.seconds.saturating_add(ran));
        }
        let call = parsed.with_untracked(|(call, _)| call.clone());
        if submit(&event, "call-form", sent, call, carry_out) {
            draft.clear();
        }
    };
    let outcome = Memo::new(move |_| form.with(|form| form.outcome));
    let outcomes = Outcome::ALL.map(|choice| {
        let button = move || {
            view! {
                <button
                    class="outcome"
                    type="button"
                    aria-pressed=move || if outcome.get() == Some(choice) { "true" } else { "false" }
                    on:click=move |_| form.update(|form| form.outcome = Some(choice))
                >
                    {live(move || call::outcome(app.lang(), choice))}
                </button>
            }
        };
        let allows = move || calling.held.with(|held| held.as_ref().is_none_or(|held| held.allows(choice)));
        only_if(allows, button)
    });
    let label = live(move || {
        let label = match outcome.get() {
            Some(Outcome::Resend) => words.t(|w| w.save_resend),
            Some(Outcome::Plan) => words.t(|w| w.save_plan),
            Some(Outcome::Dispute) => words.t(|w| w.save_dispute),
            Some(outcome) if outcome.wants_recap() => words.t(|w| w.save_recap),
            _ => words.t(|w| w.save),
        };
        label.get()
    });
    let problem_of = faults(parsed);
    let exception = move || {
        view! {
            <Field
                id="call-exception"
                label=words.t(|w| w.exception)
                value=calling.slot(CallField::Exception)
                problem=problem_of(CallField::Exception)
                sent=sent
            />
        }
    };
    let unpicked = move || sent.get() && outcome.get().is_none();
    view! {
        <section class="section" aria-labelledby="ending">
            <h2 id="ending" tabindex="-1">{words.t(|w| w.outcome)}</h2>
            <form class="form call-form" novalidate on:submit=save>
                <div class="outcomes" role="group" aria-labelledby="ending">{outcomes.into_iter().collect_view()}</div>
                {only_if(unpicked, move || view! { <p class="field-error" role="alert">{words.t(|w| w.pick)}</p> })}
                {live(move || outcome.get().map(|outcome| fields(calling, parsed, outcome)))}
                <Covers calling=calling />
                {live(move || {
                    let nothing = parsed.with(|(_, findings)| findings.problem_of(CallField::Covered));
                    nothing.map(|_: Problem| {
                        let text = problems::problem(app.lang(), Problem::NothingCovered);
                        view! { <p class="field-error" role="alert">{text}</p> }
                    })
                })}
                {only_if(move || context.with(|context| context.is_beyond), exception)}
                <div class="form-actions">
                    <button
                        class="button call-save"
                        class:button-main=move || outcome.get().is_some()
                        type="submit"
                    >
                        {label}
                    </button>
                </div>
            </form>
        </section>
    }
}

/// Which late invoices the call was about; nothing while there is only one.
#[component]
fn Covers(calling: Calling) -> impl IntoView {
    let app = use_app();
    let words = app.words(call::words);
    let form = calling.draft.form;
    let late = Memo::new(move |_| calling.context.with(|context| context.late.clone()));
    live(move || {
        let late = late.get();
        (late.len() > 1).then(|| {
            let lang = app.lang();
            let currency = calling.figures.with_untracked(|all| {
                all.first().map_or(crate::base::Currency::EUR, |one| one.claim.currency)
            });
            let boxes = late.into_iter().map(|invoice| {
                let id = invoice.id;
                let toggle = move |ticked: bool| {
                    form.update(|form| {
                        form.left_out.retain(|known| *known != id);
                        if !ticked {
                            form.left_out.push(id);
                        }
                    });
                };
                let owed = format::money(lang, invoice.owed, currency);
                view! {
                    <label class="check">
                        <input
                            type="checkbox"
                            prop:checked=move || form.with(|form| !form.left_out.contains(&id))
                            on:change:target=move |event| toggle(event.target().checked())
                        />
                        <span>
                            {invoice.number.clone()}
                            " "
                            <span class="row-note row-note-line">{owed}</span>
                        </span>
                    </label>
                }
            });
            view! {
                <fieldset class="fieldset call-covered">
                    <legend>{words.t(|w| w.covered)}</legend>
                    {boxes.collect_view()}
                </fieldset>
            }
        })
    })
}
