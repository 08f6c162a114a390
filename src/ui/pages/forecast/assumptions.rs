//! What the forecast supposes, open to be changed.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::forms::forecast::{ForecastField, ForecastForm};
use crate::domain::forecast::Supposed;
use crate::text::words::forecast;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{Slot, only_if, slot};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// The form.
#[component]
pub fn AssumptionsDesk() -> impl IntoView {
    let app = use_app();
    let words = app.words(forecast::words);
    let known = move || app.book.with(|book| ForecastForm::start(&book.policy().forecast, app.lang()));
    let draft = Draft::new(app, "forecast", untrack(known)).following(move || Some(known()));
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| draft.form.with(ForecastForm::parse));
    let problem_of = faults(parsed);
    let save = move |event: leptos::ev::SubmitEvent| {
        let found = parsed.with_untracked(|(found, _)| found.clone());
        let carry_out = |found| app.send(Command::SaveForecast(found)).is_ok();
        if submit(&event, "assumptions-form", sent, found, carry_out) {
            draft.clear();
        }
    };
    let chance = move |at: usize| Slot {
        text: Signal::derive(move || {
            draft.form.with(|form| form.chances.get(at).cloned().unwrap_or_default())
        }),
        change: Callback::new(move |typed| {
            draft.form.update(|form| {
                if let Some(chance) = form.chances.get_mut(at) {
                    *chance = typed;
                }
            });
        }),
    };
    let labels = [
        words.t(|w| w.chance_0),
        words.t(|w| w.chance_1),
        words.t(|w| w.chance_2),
        words.t(|w| w.chance_3),
        words.t(|w| w.chance_4),
        words.t(|w| w.chance_5),
    ];
    let chances = labels.into_iter().enumerate().map(|(at, label)| {
        view! {
            <Field
                id=format!("chance-{at}")
                label=label
                kind=FieldKind::Count
                value=chance(at)
                problem=problem_of(ForecastField::Chance(at))
                sent=sent
            />
        }
    });
    let is_own = Memo::new(move |_| app.book.with(|book| !book.policy().forecast.is_default()));
    let reset = move |_| {
        if app.send(Command::SaveForecast(Supposed::default())).is_ok() {
            draft.clear();
        }
    };
    view! {
        <details class="disclosure">
            <summary>{words.t(|w| w.assumptions)}</summary>
            <div class="disclosure-body">
                <p>{words.t(|w| w.assumptions_text)}</p>
                <form class="form assumptions-form" novalidate on:submit=save>
                    <fieldset class="fieldset">
                        <legend>{words.t(|w| w.chances)}</legend>
                        <div class="chances">{chances.collect_view()}</div>
                    </fieldset>
                    <div class="field-row">
                        <Field
                            id="usual-delay"
                            label=words.t(|w| w.usual)
                            kind=FieldKind::Count
                            value=slot(draft.form, |form| &form.delay, |form| &mut form.delay)
                            problem=problem_of(ForecastField::Delay)
                            sent=sent
                        />
                        <Field
                            id="own-share"
                            label=words.t(|w| w.own_share)
                            kind=FieldKind::Count
                            value=slot(draft.form, |form| &form.own_share, |form| &mut form.own_share)
                            problem=problem_of(ForecastField::OwnShare)
                            hint=words.t(|w| w.own_share_hint)
                            sent=sent
                        />
                    </div>
                    <Field
                        id="catch-up"
                        label=words.t(|w| w.catch_up)
                        kind=FieldKind::Count
                        value=slot(draft.form, |form| &form.catch_up, |form| &mut form.catch_up)
                        problem=problem_of(ForecastField::CatchUp)
                        hint=words.t(|w| w.catch_up_hint)
                        sent=sent
                    />
                    <div class="field-row">
                        <Field
                            id="cash-now"
                            label=words.t(|w| w.cash)
                            kind=FieldKind::Money
                            value=slot(draft.form, |form| &form.cash, |form| &mut form.cash)
                            problem=problem_of(ForecastField::Cash)
                            optional=true
                            sent=sent
                        />
                        <Field
                            id="weekly-costs"
                            label=words.t(|w| w.costs)
                            kind=FieldKind::Money
                            value=slot(draft.form, |form| &form.costs, |form| &mut form.costs)
                            problem=problem_of(ForecastField::Costs)
                            hint=words.t(|w| w.costs_hint)
                            optional=true
                            sent=sent
                        />
                    </div>
                    <div class="form-actions">
                        <button class="button button-main" type="submit">
                            {words.t(|w| w.save)}
                        </button>
                        {only_if(
                            move || is_own.get(),
                            move || view! {
                                <button class="button button-quiet" type="button" on:click=reset>
                                    {words.t(|w| w.reset)}
                                </button>
                            },
                        )}
                    </div>
                </form>
            </div>
        </details>
    }
}
