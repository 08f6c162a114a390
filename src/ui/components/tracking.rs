//! The form that notes what became of a registered letter, wherever that is asked: on the page of a claim, on that of a plan.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::segment::{Choice, segment};
use super::{Field, FieldKind};
use crate::app::command::Command;
use crate::app::forms::receipt::{Fate, Receipt, ReceiptField, ReceiptForm};
use crate::base::{EventId, InvoiceId};
use crate::domain::posting::Posting;
use crate::text::format;
use crate::text::words::posting;
use crate::ui::draft::Draft;
use crate::ui::live::{only_if, slot};
use crate::ui::state::use_app;
use crate::ui::submit::submit;

const FATES: &[Choice<Fate>] = &[
    (Fate::OnItsWay, |lang| posting::words(lang).on_its_way),
    (Fate::Received, |lang| posting::words(lang).received),
    (Fate::Refused, |lang| posting::words(lang).refused),
    (Fate::NotCollected, |lang| posting::words(lang).not_collected),
];

/// A letter whose fate is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The invoice its sending is noted on.
    pub invoice: InvoiceId,
    /// Its sending.
    pub event: EventId,
    /// Day it was sent.
    pub sent: NaiveDate,
    /// What is known of it.
    pub posting: Posting,
    /// Day it was handed over, where that is known.
    pub received: Option<NaiveDate>,
}

/// The form of one letter.
#[component]
pub fn Tracking(
    /// Which letter.
    letter: Letter,
    /// Its receipt is what comes next: that is the choice it starts with.
    #[prop(optional)]
    expected: bool,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(posting::words);
    let Letter { invoice, event, sent: sent_on, posting: known, received } = letter;
    let mut start = ReceiptForm::of(&known, received, format::date_digits);
    if expected && start.fate == Fate::OnItsWay {
        start.fate = Fate::Received;
    }
    let draft = Draft::new(app, &format!("posting/{invoice}/{event}"), start);
    let form = draft.form;
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let today = app.today.get();
        form.with(|form| form.parse(sent_on, today))
    });
    let problem_of =
        move |field| Signal::derive(move || parsed.with(|(_, findings)| findings.problem_of(field)));
    let save = move |event_sent: leptos::ev::SubmitEvent| {
        let receipt = parsed.with_untracked(|(receipt, _)| receipt.clone());
        let carry_out = |Receipt { posting, received }| {
            app.send(Command::TrackPosting(invoice, event, posting, received)).is_ok()
        };
        if submit(&event_sent, "posting-form", sent, receipt, carry_out) {
            draft.clear();
        }
    };
    view! {
        <form class="form posting-form" novalidate on:submit=save>
            <div class="field-row">
                <Field
                    id=format!("posting-number-{event}")
                    label=words.t(|w| w.number)
                    value=slot(form, |form| &form.number, |form| &mut form.number)
                    problem=problem_of(ReceiptField::Number)
                    optional=true
                    sent=sent
                />
                <Field
                    id=format!("posting-presented-{event}")
                    label=words.t(|w| w.presented)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.presented, |form| &mut form.presented)
                    problem=problem_of(ReceiptField::Presented)
                    optional=true
                    sent=sent
                />
            </div>
            {segment(
                format!("posting-fate-{event}"),
                words.t(|w| w.fate),
                FATES,
                move || Some(form.with(|form| form.fate)),
                move |fate| form.update(|form| form.fate = fate),
            )}
            {only_if(move || form.with(|form| form.fate == Fate::Received), move || view! {
                <Field
                    id=format!("posting-received-{event}")
                    label=words.t(|w| w.received_on)
                    kind=FieldKind::Date
                    value=slot(form, |form| &form.received, |form| &mut form.received)
                    problem=problem_of(ReceiptField::Received)
                    sent=sent
                />
            })}
            <div class="form-actions">
                <button class="button" type="submit">
                    {words.t(|w| w.save)}
                </button>
            </div>
        </form>
    }
}
