//! Opening a dispute, and correcting one that is open: what is contested and why, in the client’s words and in the official
//! ones, and by when one answers.

use leptos::prelude::*;

use super::head::code_list;
use crate::app::command::{CircumstanceDraft, Command};
use crate::app::disputes::DisputeCommand;
use crate::app::forms::circumstance::CircumstanceContext;
use crate::app::forms::dispute::{DisputeField, OpeningForm};
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::circumstance::{Circumstance, DisputeCause, Unpaid};
use crate::domain::dispute::ReasonCode;
use crate::text::words::{disputes, dunning, problems};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::slot;
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// The section that opens one.
#[component]
pub fn Opening(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(disputes::words);
    let start = move || {
        let region = app.book.with(|book| book.policy().region);
        let (today, lang) = (app.today.get(), app.lang());
        figures.with(|figures| {
            let said = figures.case.last_reason(Unpaid::Dissatisfied, today);
            OpeningForm::start(figures.claim.principal_left, said, today, region, lang)
        })
    };
    let draft = Draft::new(app, &format!("dispute/{id}"), untrack(start)).following(move || Some(start()));
    let form = draft.form;
    let set_code = move |code: Option<ReasonCode>| {
        form.update(|form| {
            form.code = code;
            // The official reason says what is contested; it can be put otherwise after.
            if let Some(code) = code {
                form.cause = code.cause();
            }
        });
    };
    let code = code_list(app, "dispute-code-new", move || form.with(|form| form.code), set_code);
    let save = Callback::new(move |opened| app.send(Command::AddCircumstance(id, opened)).is_ok());
    view! {
        <section class="section" aria-labelledby="dispute-open">
            <h2 id="dispute-open">{words.t(|w| w.open)}</h2>
            <p class="field-hint">{words.t(|w| w.open_hint)}</p>
            <Fields figures=figures draft=draft code=code name=words.t(|w| w.save_open) save=save />
        </section>
    }
}

/// The same form on a dispute that is open, to correct it.
#[component]
pub fn Amending(id: InvoiceId, figures: Memo<Figures>, dispute: Memo<Circumstance>) -> impl IntoView {
    let app = use_app();
    let words = app.words(disputes::words);
    let number = dispute.with_untracked(|dispute| dispute.id);
    let start = move || dispute.with(|dispute| OpeningForm::of(dispute, app.lang()));
    untrack(start).map(|first| {
        let draft = Draft::new(app, &format!("dispute/{id}/{number}"), first).following(start);
        let open = RwSignal::new(draft.found.get_untracked());
        let save = Callback::new(move |now| {
            let is_done = app.send(Command::Dispute(id, number, DisputeCommand::Amend(now))).is_ok();
            open.set(!is_done);
            is_done
        });
        // The official reason has a list of its own.
        let code = ().into_any();
        view! {
            <details class="disclosure" prop:open=move || open.get()>
                <summary on:click=move |event| {
                    // Followed by the signal, so that saving can close it.
                    event.prevent_default();
                    open.update(|open| *open = !*open);
                }>{words.t(|w| w.correct)}</summary>
                <div class="disclosure-body">
                    <p class="field-hint">{words.t(|w| w.correct_hint)}</p>
                    <Fields figures=figures draft=draft code=code name=words.t(|w| w.save_correct) save=save />
                </div>
            </details>
        }
    })
}

#[component]
fn Fields(
    figures: Memo<Figures>,
    draft: Draft<OpeningForm>,
    code: AnyView,
    #[prop(into)] name: Signal<&'static str>,
    save: Callback<CircumstanceDraft, bool>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(disputes::words);
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let context = figures.with(|figures| CircumstanceContext {
            issued: figures.case.invoice.issued,
            owed: figures.claim.principal_left,
            invoiced: figures.case.invoice.amount,
            currency: figures.claim.currency,
            today: app.today.get(),
        });
        form.with(|form| form.parse(context))
    });
    let problem_of = faults(parsed);
    let note_of = move |field| {
        Signal::derive(move || {
            let currency = figures.with(|figures| figures.claim.currency);
            parsed
                .with(|(_, findings)| findings.note_of(field))
                .map(|note| problems::note(app.lang(), note, currency))
        })
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        let opened = parsed.with_untracked(|(opened, _)| opened.clone());
        if submit(&event, "dispute-form", sent, opened, |opened| save.run(opened)) {
            draft.clear();
        }
    };
    view! {
        <form class="form form-narrow dispute-form" novalidate on:submit=send>
            <div class="field-row">
                <Field
                    id="dispute-amount"
                    label=words.t(|w| w.amount)
                    kind=FieldKind::Money
                    value=slot(form, |form| &form.amount, |form| &mut form.amount)
                    problem=problem_of(DisputeField::Amount)
                    note=note_of(DisputeField::Amount)
                    sent=sent
                />
                {select(
                    "dispute-cause",
                    words.t(|w| w.cause),
                    &DisputeCause::ALL,
                    dunning::dispute,
                    move || form.with(|form| form.cause),
                    move |cause| form.update(|form| form.cause = cause),
                )}
            </div>
            {code}
            <div class="field-row">
                <Field
                    id="dispute-date"
                    label=words.t(|w| w.learnt)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.date, |form| &mut form.date)
                    problem=problem_of(DisputeField::Date)
                    sent=sent
                />
                <Field
                    id="dispute-answer"
                    label=words.t(|w| w.answer_day)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.answer_by, |form| &mut form.answer_by)
                    problem=problem_of(DisputeField::AnswerBy)
                    sent=sent
                />
            </div>
            <Field
                id="dispute-note"
                label=words.t(|w| w.note)
                kind=FieldKind::Lines
                value=slot(form, |form| &form.note, |form| &mut form.note)
                problem=problem_of(DisputeField::Note)
                optional=true
                sent=sent
            />
            {submit_button(Weight::Main, name)}
        </form>
    }
}
