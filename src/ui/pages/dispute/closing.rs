//! How a dispute ends: who was right, the credit note, what was agreed.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::disputes::DisputeCommand;
use crate::app::forms::dispute::{ClosingForm, Contested, DisputeField};
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::browser::location;
use crate::domain::circumstance::{Circumstance, CircumstanceKind};
use crate::domain::dispute::Verdict;
use crate::domain::event::Step;
use crate::text::words::{disputes, problems};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::draft::Draft;
use crate::ui::live::{only_if, slot};
use crate::ui::state::use_app;
use crate::ui::submit::{faults, submit};

/// The form.
#[component]
pub fn Close(id: InvoiceId, figures: Memo<Figures>, dispute: Memo<Circumstance>) -> impl IntoView {
    let app = use_app();
    let words = app.words(disputes::words);
    let number = dispute.with_untracked(|dispute| dispute.id);
    let start = move || {
        dispute.with(|one| {
            let minutes =
                one.life().and_then(|life| life.meeting.as_ref()).map(|meeting| meeting.minutes.as_str());
            ClosingForm::start(app.today.get(), minutes.unwrap_or_default())
        })
    };
    let draft = Draft::new(app, &format!("closing/{id}/{number}"), untrack(start));
    let draft = draft.following(move || Some(start()));
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let opened = dispute.with(|dispute| dispute.date);
        let known = figures.with(|figures| {
            let owed = figures.claim.principal_left;
            let contested = dispute.with(|dispute| match dispute.kind {
                CircumstanceKind::Dispute { amount, .. } => amount,
                _ => owed,
            });
            let (invoiced, currency) = (figures.case.invoice.amount, figures.claim.currency);
            Contested { opened, invoiced, owed, contested, currency }
        });
        form.with(|form| form.parse(known, app.today.get()))
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
    let save = move |event: leptos::ev::SubmitEvent| {
        let closing = parsed.with_untracked(|(closing, _)| closing.clone());
        let carry_out =
            |closing| app.send(Command::Dispute(id, number, DisputeCommand::Close(closing))).is_ok();
        if submit(&event, "closing-form", sent, closing, carry_out) {
            draft.clear();
            location::go(&Route::Text(id, Step::Agreed).to_string());
        }
    };
    let may_credit = Memo::new(move |_| form.with(|form| form.how.may_credit()));
    view! {
        <section class="section" aria-labelledby="dispute-end">
            <h2 id="dispute-end">{words.t(|w| w.end)}</h2>
            <form class="form closing-form" novalidate on:submit=save>
                <div class="field-row field-row-wide">
                    {select(
                        "dispute-how",
                        words.t(|w| w.how),
                        &Verdict::ALL,
                        disputes::verdict,
                        move || form.with(|form| form.how),
                        move |how| form.update(|form| form.how = how),
                    )}
                    <Field
                        id="dispute-on"
                        label=words.t(|w| w.on)
                        kind=FieldKind::Date
                        value=slot(form, |form| &form.on, |form| &mut form.on)
                        problem=problem_of(DisputeField::Date)
                        sent=sent
                    />
                </div>
                {only_if(move || may_credit.get(), move || view! {
                    <div class="field-row field-row-long">
                        <Field
                            id="dispute-credited"
                            label=words.t(|w| w.credited)
                            kind=FieldKind::Money
                            value=slot(form, |form| &form.credited, |form| &mut form.credited)
                            problem=problem_of(DisputeField::Amount)
                            note=note_of(DisputeField::Amount)
                            hint=words.t(|w| w.credited_hint)
                            sent=sent
                        />
                        <Field
                            id="dispute-reference"
                            label=words.t(|w| w.reference)
                            value=slot(form, |form| &form.reference, |form| &mut form.reference)
                            problem=problem_of(DisputeField::Reference)
                            optional=true
                            sent=sent
                        />
                    </div>
                })}
                <Field
                    id="dispute-terms"
                    label=words.t(|w| w.terms)
                    kind=FieldKind::Lines
                    value=slot(form, |form| &form.terms, |form| &mut form.terms)
                    problem=problem_of(DisputeField::Note)
                    hint=words.t(|w| w.terms_hint)
                    optional=true
                    sent=sent
                />
                <Field
                    id="dispute-pay-by"
                    label=words.t(|w| w.pay_by)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.pay_by, |form| &mut form.pay_by)
                    problem=problem_of(DisputeField::By)
                    hint=words.t(|w| w.pay_by_hint)
                    optional=true
                    sent=sent
                />
                {submit_button(Weight::Main, words.t(|w| w.close))}
            </form>
        </section>
    }
}
