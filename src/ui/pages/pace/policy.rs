//! How all clients are chased.

use leptos::prelude::*;

use super::fields::{LadderFields, TypedLadder};
use super::rules::Rules;
use super::sample::{Halt, Sample, dates};
use crate::app::command::Command;
use crate::app::forms::pace::{LadderForm, PaceField, PolicyForm};
use crate::app::route::Route;
use crate::app::views::ladder_sample::first_sample;
use crate::base::{InvoiceId, Region};
use crate::browser::page;
use crate::domain::dunning::{Ladder, Speed};
use crate::text::words::{dunning, pace, shell};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{Slot, only_if, slot};
use crate::ui::state::use_app;
use crate::ui::submit::submit;

const SPEEDS: &[Choice<Speed>] = &[
    (Speed::Gentle, |lang| dunning::speed(lang, Speed::Gentle)),
    (Speed::Standard, |lang| dunning::speed(lang, Speed::Standard)),
    (Speed::Firm, |lang| dunning::speed(lang, Speed::Firm)),
];

const REGIONS: &[Choice<Region>] = &[
    (Region::France, |lang| dunning::region(lang, Region::France)),
    (Region::AlsaceMoselle, |lang| dunning::region(lang, Region::AlsaceMoselle)),
];

/// The page.
#[component]
pub fn PolicyPage() -> impl IntoView {
    let app = use_app();
    let words = app.words(pace::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().policy_title)));
    let saved = Memo::new(move |_| app.book.with(|book| PolicyForm::of(book.policy())));
    let sample =
        RwSignal::new(app.book.with_untracked(|book| first_sample(book, None, app.today.get_untracked())));
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Settings.to_string()>
                "← "
                {app.words(shell::words).t(|w| w.nav_settings)}
            </a>
            <h1 tabindex="-1">{words.t(|w| w.policy_title)}</h1>
            <p class="page-sub">{words.t(|w| w.policy_subtitle)}</p>
        </div>
        <Editor saved=saved sample=sample />
        <Rules />
    }
}

#[component]
fn Editor(saved: Memo<PolicyForm>, sample: RwSignal<Option<InvoiceId>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(pace::words);
    let draft = Draft::new(app, "policy", saved.get_untracked()).following(move || Some(saved.get()));
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| app.book.with(|book| form.with(|form| form.parse(book.policy()))));
    let dates = Memo::new(move |before: Option<&Vec<_>>| {
        let today = app.today.get();
        // While a day is being typed the last dates stay.
        parsed.with(|(policy, _)| match (policy, sample.get()) {
            (_, None) => Vec::new(),
            (None, _) => before.cloned().unwrap_or_default(),
            (Some(policy), Some(id)) => {
                app.book.with(|book| dates(book, id, today, |_, _, known| *known = policy.clone()))
            }
        })
    });
    let findings = Signal::derive(move || parsed.with(|(_, findings)| findings.clone()));
    let typed = TypedLadder {
        form: Signal::derive(move || form.with(|form| form.ladder.clone())),
        change: Callback::new(move |ladder| form.update(|form| form.ladder = ladder)),
        findings,
        speed: Signal::derive(move || form.with(|form| form.speed)),
        dates: dates.into(),
        sent,
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        let policy = parsed.with_untracked(|(policy, _)| policy.clone());
        if submit(&event, "pace-form", sent, policy, |policy| app.send(Command::SavePolicy(policy)).is_ok()) {
            draft.clear();
        }
    };
    let is_usual = Memo::new(move |_| form.with(|form| form.ladder == LadderForm::of(&Ladder::default())));
    let reset = move |_| {
        form.update(|form| form.ladder = LadderForm::of(&Ladder::default()));
        page::focus("#pace-save");
    };
    view! {
        <form class="form pace-form" novalidate on:submit=save>
            {segment(
                "speed",
                words.t(|w| w.speed),
                SPEEDS,
                move || Some(form.with(|form| form.speed)),
                move |speed| form.update(|form| form.speed = speed),
            )}
            <p class="field-hint">{words.t(|w| w.speed_hint)}</p>
            <Sample chosen=sample only=None />
            <Halt chosen=sample />
            <LadderFields typed=typed />
            {only_if(
                move || !is_usual.get(),
                move || {
                    view! {
                        <button class="button button-quiet pace-reset" type="button" on:click=reset>
                            {words.t(|w| w.reset)}
                        </button>
                    }
                },
            )}
            {segment(
                "region",
                words.t(|w| w.region),
                REGIONS,
                move || Some(form.with(|form| form.region)),
                move |region| form.update(|form| form.region = region),
            )}
            <p class="field-hint">{words.t(|w| w.region_hint)}</p>
            <Conduct form=form findings=findings sent=sent />
            <div class="form-actions">
                <button class="button button-main" id="pace-save" type="submit">
                    {words.t(|w| w.save)}
                </button>
            </div>
        </form>
    }
}

/// How often and when.
#[component]
fn Conduct(
    form: RwSignal<PolicyForm>,
    findings: Signal<crate::app::problem::Findings<PaceField>>,
    sent: RwSignal<bool>,
) -> impl IntoView {
    let words = use_app().words(pace::words);
    let field = move |id: &'static str,
                      label: fn(&'static pace::Words) -> &'static str,
                      of: PaceField,
                      value: Slot| {
        view! {
            <Field
                id=id
                label=words.t(label)
                kind=FieldKind::Count
                value=value
                problem=Signal::derive(move || findings.with(|findings| findings.problem_of(of)))
                sent=sent
            />
        }
    };
    view! {
        <fieldset class="fieldset">
            <legend>{words.t(|w| w.conduct)}</legend>
            <p class="field-hint">{words.t(|w| w.conduct_hint)}</p>
            <div class="field-row">
                {field("per-day", |w| w.per_day, PaceField::PerDay, slot(form, |form| &form.per_day, |form| &mut form.per_day))}
                {field("per-week", |w| w.per_week, PaceField::PerWeek, slot(form, |form| &form.per_week, |form| &mut form.per_week))}
                {field("from-hour", |w| w.from_hour, PaceField::FromHour, slot(form, |form| &form.from_hour, |form| &mut form.from_hour))}
                {field("to-hour", |w| w.to_hour, PaceField::ToHour, slot(form, |form| &form.to_hour, |form| &mut form.to_hour))}
            </div>
        </fieldset>
    }
}
