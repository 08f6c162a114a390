//! The steps of a ladder: each with a box to tick, its days, and its date for a real invoice.

use leptos::prelude::*;

use crate::app::forms::pace::{LadderForm, PaceField, RungForm, is_before_due};
use crate::app::problem::{Findings, Problem};
use crate::app::views::ladder_dates::When;
use crate::domain::dunning::Speed;
use crate::domain::event::Step;
use crate::text::format;
use crate::text::words::{dunning, pace, problems};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{Slot, live, only_if};
use crate::ui::state::use_app;

/// Reads and writes what is typed for a ladder.
#[derive(Clone, Copy)]
pub struct TypedLadder {
    /// What is typed.
    pub form: Signal<LadderForm>,
    /// Changes it.
    pub change: Callback<LadderForm>,
    /// What was found in it.
    pub findings: Signal<Findings<PaceField>>,
    /// The speed it is climbed at.
    pub speed: Signal<Speed>,
    /// Where each step stands for the invoice looked at; empty where there is none.
    pub dates: Signal<Vec<(Step, When)>>,
    /// The form was sent: faults show.
    pub sent: RwSignal<bool>,
}

impl TypedLadder {
    fn update(self, change: impl FnOnce(&mut LadderForm)) {
        let mut form = self.form.get_untracked();
        change(&mut form);
        self.change.run(form);
    }

    fn rung(self, row: usize) -> Option<RungForm> {
        self.form.with(|form| form.rungs.get(row).cloned())
    }

    fn problem(self, field: PaceField) -> Option<Problem> {
        self.findings.with(|findings| findings.problem_of(field))
    }
}

/// The steps and the gap.
#[component]
pub fn LadderFields(typed: TypedLadder) -> impl IntoView {
    let app = use_app();
    let words = app.words(pace::words);
    let steps = typed.form.with_untracked(|form| form.rungs.iter().map(|rung| rung.step).collect::<Vec<_>>());
    let rows =
        steps.into_iter().enumerate().map(|(row, step)| view! { <Rung typed=typed row=row step=step /> });
    let fault = live(move || {
        typed
            .problem(PaceField::Steps)
            .map(|problem| view! { <p class="field-error" role="alert">{problems::problem(app.lang(), problem)}</p> })
    });
    let gap = Slot {
        text: Signal::derive(move || typed.form.with(|form| form.gap.clone())),
        change: Callback::new(move |gap| typed.update(|form| form.gap = gap)),
    };
    view! {
        <fieldset class="ladder">
            <legend>{words.t(|w| w.steps)}</legend>
            <p class="field-hint">{words.t(|w| w.steps_hint)}</p>
            <ol class="rungs">{rows.collect_view()}</ol>
            {fault}
        </fieldset>
        <div class="field-date">
            <Field
                id="gap"
                label=words.t(|w| w.gap)
                kind=FieldKind::Count
                value=gap
                problem=Signal::derive(move || typed.problem(PaceField::Gap))
                sent=typed.sent
            />
        </div>
        <p class="field-hint">{words.t(|w| w.clocks)}</p>
    }
}

#[component]
fn Rung(typed: TypedLadder, row: usize, step: Step) -> impl IntoView {
    let app = use_app();
    let words = app.words(pace::words);
    let id = format!("rung-{row}");
    let is_on = Memo::new(move |_| typed.rung(row).is_some_and(|rung| rung.on));
    let days = Memo::new(move |_| typed.rung(row).map(|rung| rung.days).unwrap_or_default());
    let fault = Memo::new(move |_| {
        let problem = is_on.get().then(|| typed.problem(PaceField::Day(row))).flatten()?;
        let shows = typed.sent.get() || problem != Problem::Required;
        shows.then(|| problems::problem(app.lang(), problem))
    });
    let switch = move |on| {
        typed.update(|form| {
            if let Some(rung) = form.rungs.get_mut(row) {
                rung.on = on;
            }
        });
    };
    let type_days = move |days| {
        typed.update(|form| {
            if let Some(rung) = form.rungs.get_mut(row) {
                rung.days = days;
            }
        });
    };
    let at_speed = move || {
        let speed = typed.speed.get();
        let days =
            days.get().trim().parse().ok().filter(|_| speed != Speed::Standard && !is_before_due(step))?;
        Some(pace::at_speed(app.lang(), speed.days(days)))
    };
    let date = move || {
        let when = typed
            .dates
            .with(|dates| dates.iter().find(|(known, _)| *known == step).map(|(_, when)| *when))?;
        let (lang, words) = (app.lang(), words.now());
        let weekday = |day| format::date_with_weekday(lang, day);
        Some(match when {
            When::Planned(day) => view! { <span class="rung-planned">{weekday(day)}</span> }.into_any(),
            When::Held => words.held.into_any(),
            When::Done(day) => format!("{}{}", words.done, format::date(lang, day)).into_any(),
            When::Passed(day) => format!("{}{}", words.passed, format::date(lang, day)).into_any(),
        })
    };
    let (box_id, error_id) = (id.clone(), format!("{id}-error"));
    let described = {
        let error_id = error_id.clone();
        move || fault.with(Option::is_some).then(|| error_id.clone())
    };
    let input = {
        move || {
            view! {
                <span class="rung-days">
                    <input
                        id=format!("{id}-days")
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        aria-label=move || format!("{}{}", words.now().days_of, dunning::step(app.lang(), step))
                        aria-invalid=move || fault.with(Option::is_some).then_some("true")
                        aria-describedby=described.clone()
                        prop:value=days
                        on:input:target=move |event| type_days(event.target().value())
                    />
                    <span>{words.t(if is_before_due(step) { |w| w.days_before } else { |w| w.days_after })}</span>
                </span>
            }
        }
    };
    view! {
        <li class="rung" class:is-off=move || !is_on.get()>
            <label class="check">
                <input
                    id=box_id
                    type="checkbox"
                    prop:checked=is_on
                    on:change:target=move |event| switch(event.target().checked())
                />
                <span>
                    <span class="rung-name">{live(move || dunning::step(app.lang(), step))}</span>
                    <span class="row-note">{live(move || pace::purpose(app.lang(), step))}</span>
                </span>
            </label>
            {only_if(move || is_on.get(), input)}
            <p class="rung-date">
                {only_if(move || is_on.get(), move || view! { {live(date)} " " <span class="row-note">{live(at_speed)}</span> })}
            </p>
            {live(move || fault.get().map(|fault| view! { <p class="field-error" id=error_id.clone()>{fault}</p> }))}
        </li>
    }
}
