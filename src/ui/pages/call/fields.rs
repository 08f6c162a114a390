//! What an outcome asks besides: an amount and a day, a name, a reason.

use leptos::prelude::*;

use super::Calling;
use crate::app::forms::call::{CallDraft, CallField};
use crate::app::problem::Findings;
use crate::base::Currency;
use crate::domain::circumstance::{DisputeCause, Unpaid};
use crate::domain::contact::Role;
use crate::domain::event::Outcome;
use crate::text::words::{call, dunning, problems};
use crate::text::{Lang, format};
use crate::ui::components::select::select;
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// The form as it reads now.
pub type Parsed = Memo<(Option<CallDraft>, Findings<CallField>)>;

/// Reasons a client may give, or none.
const REASONS: [Option<Unpaid>; 11] = [
    None,
    Some(Unpaid::NotReceived),
    Some(Unpaid::Lost),
    Some(Unpaid::Forgotten),
    Some(Unpaid::Approval),
    Some(Unpaid::WrongData),
    Some(Unpaid::Dissatisfied),
    Some(Unpaid::Cash),
    Some(Unpaid::BadFaith),
    Some(Unpaid::Insolvent),
    Some(Unpaid::Closed),
];

/// Why an invoice is sent again.
const RESENT: [Option<Unpaid>; 3] = [None, Some(Unpaid::NotReceived), Some(Unpaid::Lost)];

fn reason_name(lang: Lang, reason: Option<Unpaid>) -> &'static str {
    reason.map_or(call::words(lang).no_reason, |reason| dunning::unpaid(lang, reason))
}

/// The fields of an outcome.
pub fn fields(calling: Calling, parsed: Parsed, outcome: Outcome) -> AnyView {
    let app = use_app();
    let words = app.words(call::words);
    let form = calling.draft.form;
    let field = move |id: &'static str,
                      what: CallField,
                      kind: FieldKind,
                      label: fn(&'static call::Words) -> &'static str| {
        one(app, calling, parsed, id, what, kind, label)
    };
    let own = match outcome {
        Outcome::Promise => view! {
            <div class="field-row">
                {field("call-amount", CallField::Amount, FieldKind::Money, |w| w.promised)}
                {field("call-by", CallField::By, FieldKind::Date, |w| w.promised_for)}
            </div>
        }
        .into_any(),
        Outcome::Plan => view! {
            <div class="field-row">
                {field("call-amount", CallField::Amount, FieldKind::Money, |w| w.plan_sum)}
                {field("call-parts", CallField::Parts, FieldKind::Line, |w| w.parts)}
                {field("call-first", CallField::First, FieldKind::Date, |w| w.first)}
            </div>
            {live(move || plan(app, calling))}
        }
        .into_any(),
        Outcome::Dispute => view! {
            {select(
                "call-cause",
                words.t(|w| w.cause),
                &DisputeCause::ALL,
                dunning::dispute,
                move || form.with(|form| form.cause),
                move |cause| form.update(|form| form.cause = cause),
            )}
            <div class="field-row">
                {field("call-contested", CallField::Contested, FieldKind::Money, |w| w.contested)}
                {field("call-answer-by", CallField::AnswerBy, FieldKind::Date, |w| w.answer_by)}
            </div>
        }
        .into_any(),
        Outcome::NewContact => view! {
            <div class="field-row">
                {field("call-contact-name", CallField::ContactName, FieldKind::Line, |w| w.contact_name)}
                {field("call-contact-phone", CallField::ContactPhone, FieldKind::Phone, |w| w.contact_phone)}
                {field("call-contact-email", CallField::ContactEmail, FieldKind::Email, |w| w.contact_email)}
                {select(
                    "call-role",
                    words.t(|w| w.contact_role),
                    &Role::ALL,
                    dunning::role,
                    move || form.with(|form| form.role),
                    move |role| form.update(|form| form.role = role),
                )}
            </div>
        }
        .into_any(),
        Outcome::SaysPaid => view! {
            <div>
                <div class="field-date">
                    {field("call-paid-on", CallField::PaidOn, FieldKind::Date, |w| w.paid_on)}
                </div>
                <p class="field-hint">{words.t(|w| w.paid_hint)}</p>
            </div>
        }
        .into_any(),
        Outcome::CallBack | Outcome::Voicemail | Outcome::NoAnswer => {
            let in_vain = outcome.reached_nobody() && calling.context.with(|context| context.was_in_vain);
            view! {
                <div class="field-date">
                    {field("call-again", CallField::Again, FieldKind::Date, |w| w.again)}
                </div>
                {in_vain.then(|| view! { <p class="field-hint">{words.t(|w| w.in_vain)}</p> })}
            }
            .into_any()
        }
        Outcome::Refuses => view! { <p class="field-hint">{words.t(|w| w.refuses_hint)}</p> }.into_any(),
        Outcome::Resend => ().into_any(),
    };
    let spoke = outcome.wants_recap() || outcome == Outcome::CallBack;
    let to = spoke.then(|| field("call-to", CallField::To, FieldKind::Line, |w| w.to));
    let reason = match outcome {
        Outcome::Resend => Some(&RESENT[..]),
        outcome if outcome.wants_recap() => Some(&REASONS[..]),
        _ => None,
    };
    let reason = reason.map(|reasons| {
        select(
            "call-reason",
            words.t(|w| w.reason),
            reasons,
            reason_name,
            move || form.with(|form| form.reason),
            move |reason| form.update(|form| form.reason = reason),
        )
    });
    view! {
        {own}
        {(to.is_some() || reason.is_some()).then(|| view! { <div class="field-row">{to} {reason}</div> })}
    }
    .into_any()
}

fn one(
    app: App,
    calling: Calling,
    parsed: Parsed,
    id: &'static str,
    field: CallField,
    kind: FieldKind,
    label: fn(&'static call::Words) -> &'static str,
) -> AnyView {
    let problem = Signal::derive(move || parsed.with(|(_, findings)| findings.problem_of(field)));
    let note = Signal::derive(move || {
        let note = parsed.with(|(_, findings)| findings.note_of(field))?;
        Some(problems::note(app.lang(), note, currency(calling)))
    });
    view! {
        <Field
            id=id
            label=app.words(call::words).t(label)
            kind=kind
            value=calling.slot(field)
            problem=problem
            note=note
            sent=calling.sent
        />
    }
    .into_any()
}

/// The currency of the claim.
pub fn currency(calling: Calling) -> Currency {
    calling.figures.with(|all| all.first().map_or(Currency::EUR, |one| one.claim.currency))
}

/// The instalments as they come to, each with its day.
fn plan(app: App, calling: Calling) -> Option<AnyView> {
    let lang = app.lang();
    let plan = calling.context.with(|context| calling.draft.form.with(|form| form.plan(context)))?;
    let currency = currency(calling);
    let rows = plan.into_iter().map(|(amount, day)| {
        view! {
            <li class="plan-row">
                <span>{format::date_with_weekday(lang, day)}</span>
                <span class="amount">{format::money(lang, amount, currency)}</span>
            </li>
        }
    });
    let name = call::words(lang).plan;
    Some(view! { <ol class="plan-rows" aria-label=name>{rows.collect_view()}</ol> }.into_any())
}
