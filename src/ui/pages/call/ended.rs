//! The call is over: that it is noted, what it brought, which can still be changed, and the way on.

use leptos::prelude::*;

use super::Calling;
use super::covers::Covers;
use super::fields::fields;
use crate::app::forms::call::{CallField, CallForm};
use crate::domain::event::Outcome;
use crate::text::words::call;
use crate::ui::components::button::{Weight, press_button};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// The screen after the tap.
#[component]
pub fn Ended(calling: Calling) -> impl IntoView {
    let app = use_app();
    let words = app.words(call::words);
    let Calling { context, draft, sent, made, .. } = calling;
    let form = draft.form;
    let outcome = Memo::new(move |last: Option<&Outcome>| {
        calling.outcome().or(last.copied()).unwrap_or(Outcome::NoAnswer)
    });
    let parsed = Memo::new(move |_| context.with(|context| form.with(|form| form.parse(context))));
    let is_noted = Memo::new(move |_| made.with(Option::is_some));
    // What is missing is said at once: it is why the call is not noted yet.
    sent.set(untrack(|| !is_noted.get()));
    let carry_out = move |call| {
        let ended = outcome.get_untracked();
        let is_done = calling.note(app, call);
        if is_done {
            calling.go_on(ended);
        }
        is_done
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        // Going on confirms what is shown.
        form.update(|form| form.confirmed = true);
        submit(&event, "call-form", sent, calling.read(), carry_out);
    };
    // What is changed once the call is noted is kept as soon as one is done with a field.
    let keep = move |_| {
        if is_noted.get_untracked() {
            sent.set(true);
            let _ = calling.read().map(|call| calling.note(app, call));
        }
    };
    let is_unsaid = move || is_noted.get() && form.with(CallForm::is_unsaid);
    let suggested = move || {
        view! {
            <p class="field-hint">{words.t(|w| w.suggested)}</p>
            <div class="button-row">
                {press_button(Weight::Quiet, words.t(|w| w.nothing_said), move || {
                    calling.go_on(outcome.get_untracked());
                })}
            </div>
        }
    };
    let label = live(move || {
        let on = match outcome.get() {
            _ if !is_noted.get() => words.t(|w| w.save),
            Outcome::Plan => words.t(|w| w.go_plan),
            Outcome::Dispute => words.t(|w| w.go_dispute),
            outcome if outcome.wants_recap() => words.t(|w| w.go_recap),
            _ => words.t(|w| w.go_case),
        };
        on.get()
    });
    let status = live(move || {
        if !is_noted.get() {
            return words.t(|w| w.not_noted).get().to_owned();
        }
        let seconds = form.with(|form| form.seconds);
        let long = (seconds > 0).then(|| format!(" · {}", call::duration(seconds)));
        format!("{}{}", words.now().noted, long.unwrap_or_default())
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
    view! {
        <section class="section call-done" aria-labelledby="call-ended">
            <p class="call-noted" class:is-noted=is_noted role="status">{status}</p>
            <h2 id="call-ended" tabindex="-1">{live(move || call::outcome(app.lang(), outcome.get()))}</h2>
            <form class="form call-form" novalidate on:submit=save on:change=keep>
                {only_if(move || context.with(|context| context.is_beyond), exception)}
                {live(move || fields(calling, parsed, outcome.get()))}
                {only_if(is_unsaid, suggested)}
                <Covers calling=calling />
                <Field
                    id="call-note"
                    label=words.t(|w| w.note)
                    kind=FieldKind::Lines
                    value=calling.slot(CallField::Note)
                />
                <div class="form-actions call-on">
                    <button class="button button-main" type="submit">
                        {label}
                    </button>
                    {press_button(Weight::Quiet, words.t(|w| w.go_back), move || calling.resume(app))}
                </div>
            </form>
        </section>
    }
}
