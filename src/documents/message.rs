//! The message of a step in the form of its channel: an e-mail, a short message, a letter, what to say on the telephone.

use super::context::TextContext;
use super::email::{Email, Tone, first_reminder};
use super::letter::Letter;
use super::sms::in_sms_letters;
use super::template::library::{
    self, FORMAL_NOTICE, PENALTIES_LEFT, PENALTIES_LEFT_SCRIPT, PLAN_REMINDER, PLAN_REMINDER_SMS, PLAN_SCRIPT,
};
use super::template::{TextError, Unoffered, render};
use super::wording::Document;
use crate::domain::event::{Channel, Step};
use crate::domain::party::DebtorKind;
use crate::text::Lang;

/// A message ready to copy, print or say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// An e-mail, or a message on a portal.
    Email(Email),
    /// A short message to a telephone, in the letters that operators count by 160.
    Sms(String),
    /// A letter.
    Letter(Letter),
    /// What to say on the telephone: a sentence a line, a blank line where one waits for the answer.
    Script(String),
}

/// The channels a step is offered in to a client of this kind, the best first.
#[must_use]
pub fn channels(step: Step, kind: DebtorKind) -> Vec<Channel> {
    use Channel::{Email, Hand, Phone, Portal, Post, RegisteredPost, Sms};
    let order = match step {
        // What a plan and a formal notice ask for: proof of the day it was received.
        Step::FormalNotice | Step::PlanNotice => [RegisteredPost, Hand, Post, Email, Sms, Phone, Portal],
        _ if step.is_call() => [Phone, Email, Sms, Post, RegisteredPost, Hand, Portal],
        _ => [Email, Sms, Phone, Post, RegisteredPost, Hand, Portal],
    };
    order.into_iter().filter(|channel| check_offered(step, *channel, kind).is_ok()).collect()
}

/// The message of a step about the cases of a context. The formal notice always says *vous*; by e-mail it is only announced.
/// Where a professional has settled the principal, a reminder asks for what lateness cost.
///
/// # Errors
/// Why there is no such message: what is not offered, what is not owed, a faulty template.
pub fn message(
    step: Step,
    channel: Channel,
    tone: Tone,
    context: &TextContext,
) -> Result<Message, TextError> {
    check_offered(step, channel, context.kind()).map_err(TextError::NotOffered)?;
    check_facts(step, context)?;
    let is_letter = matches!(channel, Channel::Post | Channel::RegisteredPost | Channel::Hand);
    let tu = context.tu && !(is_letter && step == Step::FormalNotice);
    let context = &TextContext { tu, ..context.clone() }.quoting();
    let mut told = context.told(step, tone, is_letter);
    told.posted = matches!(channel, Channel::Post | Channel::RegisteredPost);
    let penalties_left = context.principal.is_empty()
        && step != Step::PlanNotice
        && (step.needs_lateness() || step == Step::Call);
    let recalls_plan = step == Step::Courtesy && context.plan_sum.is_some();
    match channel {
        Channel::Email | Channel::Portal if recalls_plan => {
            Email::filled(PLAN_REMINDER, &told).map(Message::Email)
        }
        Channel::Sms if recalls_plan => {
            render(PLAN_REMINDER_SMS, &told).map(|text| Message::Sms(in_sms_letters(&text)))
        }
        Channel::Phone if context.plan_sum.is_some() && (step.is_call() || recalls_plan) => {
            render(PLAN_SCRIPT, &told).map(Message::Script)
        }
        Channel::Email | Channel::Portal if step == Step::FirstReminder => {
            first_reminder(tone, context).map(Message::Email)
        }
        Channel::Email | Channel::Portal => {
            let written = if asks_penalties_left(step, penalties_left) {
                Some(PENALTIES_LEFT)
            } else {
                library::written(step)
            };
            let template = written.ok_or(TextError::NotOffered(Unoffered::Elsewhere))?;
            Email::filled(template, &told).map(Message::Email)
        }
        Channel::Post | Channel::RegisteredPost | Channel::Hand => {
            let template = match step {
                Step::FormalNotice => FORMAL_NOTICE,
                _ if asks_penalties_left(step, penalties_left) => PENALTIES_LEFT,
                _ => library::written(step).ok_or(TextError::NotOffered(Unoffered::Elsewhere))?,
            };
            Letter::filled(template, step, channel, &told).map(Message::Letter)
        }
        Channel::Sms => {
            let template = library::sms(step).filter(|_| !penalties_left);
            let template = template.ok_or(TextError::NotOffered(Unoffered::InWriting))?;
            render(template, &told).map(|text| Message::Sms(in_sms_letters(&text)))
        }
        Channel::Phone if penalties_left => render(PENALTIES_LEFT_SCRIPT, &told).map(Message::Script),
        Channel::Phone => {
            let template = library::script(step).ok_or(TextError::NotOffered(Unoffered::Written))?;
            render(template, &told).map(Message::Script)
        }
    }
}

/// A reminder of penalties that are all that is left; a note of penalties and a formal notice ask for them anyway.
fn asks_penalties_left(step: Step, penalties_left: bool) -> bool {
    penalties_left && !matches!(step, Step::PenaltyNote | Step::FormalNotice)
}

/// Whether a step is offered in a channel, to a client of this kind.
fn check_offered(step: Step, channel: Channel, kind: DebtorKind) -> Result<(), Unoffered> {
    let consumer = !kind.is_professional();
    if step == Step::Suspension && kind == DebtorKind::Public {
        return Err(Unoffered::PublicContract);
    }
    if step == Step::PenaltyNote && consumer {
        return Err(Unoffered::NotForConsumers);
    }
    match channel {
        Channel::Portal => match step {
            Step::Invoice
            | Step::ReceiptCheck
            | Step::Courtesy
            | Step::FirstReminder
            | Step::FirmReminder
            | Step::LastReminder
            | Step::Approval
            | Step::Duplicate
            | Step::Correction
            | Step::Recap
            | Step::BrokenPromise
                if !consumer =>
            {
                Ok(())
            }
            _ => Err(Unoffered::NoPortal),
        },
        Channel::Sms | Channel::Phone if step == Step::FormalNotice => Err(Unoffered::LetterOnly),
        Channel::Sms if library::sms(step).is_none() => Err(Unoffered::InWriting),
        Channel::Phone if library::script(step).is_none() => Err(match step {
            Step::PenaltyNote | Step::Suspension | Step::PlanNotice | Step::Offer | Step::Agreed => {
                Unoffered::InWriting
            }
            _ => Unoffered::Written,
        }),
        Channel::Email | Channel::Sms | Channel::Phone => Ok(()),
        Channel::Post | Channel::RegisteredPost | Channel::Hand => match step {
            _ if step.is_call() => Err(Unoffered::Spoken),
            Step::ReceiptCheck | Step::Courtesy | Step::Approval | Step::Inquiry | Step::Thanks
                if channel != Channel::Post =>
            {
                Err(Unoffered::OrdinaryPost)
            }
            _ => Ok(()),
        },
    }
}

/// Whether the facts give a step something to say.
fn check_facts(step: Step, context: &TextContext) -> Result<(), TextError> {
    let unless = |missing: bool, why: TextError| if missing { Err(why) } else { Ok(()) };
    match step {
        Step::Courtesy | Step::PlanNotice | Step::Offer if context.insolvent => Err(TextError::Insolvent),
        Step::Courtesy if context.plan_sum.is_some() => Ok(()),
        Step::Courtesy if context.late => Err(TextError::AlreadyLate),
        Step::Courtesy
        | Step::Invoice
        | Step::ReceiptCheck
        | Step::Duplicate
        | Step::Approval
        | Step::Confirmation
        | Step::Inquiry
        | Step::Correction => unless(context.principal.is_empty(), context.nothing()),
        Step::Meeting => {
            unless(context.principal.is_empty() && context.disputed.is_empty(), TextError::NothingOwed)
        }
        Step::Recap => unless(context.call.is_none(), TextError::NoCall),
        Step::Resumption => unless(context.suspension.is_none(), TextError::NotSuspended),
        Step::Thanks => unless(context.payment.amount.is_empty(), TextError::NoPayment),
        Step::Document => Err(TextError::NotOffered(Unoffered::Elsewhere)),
        Step::PenaltyNote => {
            context.check_claimable()?;
            unless(context.penalties.is_empty(), TextError::NoPenalties)
        }
        // Who says that the money will not be there on the due date is answered before it.
        Step::Instalments if !context.late => {
            context.check_askable()?;
            unless(context.principal.is_empty(), context.nothing())
        }
        Step::BrokenPromise | Step::Instalments | Step::Suspension => {
            context.check_claimable()?;
            unless(context.principal.is_empty(), TextError::NothingOwed)?;
            let is_broken = step != Step::BrokenPromise || !context.unkept.is_empty();
            unless(!is_broken, TextError::NoPromise)
        }
        Step::PlanNotice => {
            let is_missing = context.plan_sum.as_ref().is_some_and(|sum| sum.late);
            unless(!is_missing, TextError::NothingMissed)
        }
        Step::Offer => unless(context.offer.is_none(), TextError::NoOffer),
        Step::Agreed => unless(context.agreed.is_none(), TextError::NothingAgreed),
        Step::Call if !context.late && !context.insolvent => {
            unless(context.principal.is_empty(), context.nothing())
        }
        Step::FirstCall
        | Step::SecondCall
        | Step::Call
        | Step::FirstReminder
        | Step::FirmReminder
        | Step::LastReminder
        | Step::FormalNotice => context.check_claimable(),
    }
}

impl Message {
    /// Subject line; nothing where the form has none.
    #[must_use]
    pub fn subject(&self) -> &str {
        match self {
            Self::Email(email) => &email.subject,
            Self::Letter(letter) => &letter.subject,
            Self::Sms(_) | Self::Script(_) => "",
        }
    }

    /// The whole message for the clipboard, and to be kept exactly as it was sent.
    #[must_use]
    pub fn plain_text(&self, lang: Lang) -> String {
        match self {
            Self::Email(email) => email.clipboard_text(lang),
            Self::Letter(letter) => letter.plain_text(),
            Self::Sms(text) | Self::Script(text) => text.clone(),
        }
    }

    /// The letter, where it is one.
    #[must_use]
    pub fn letter(&self) -> Option<&Letter> {
        match self {
            Self::Letter(letter) => Some(letter),
            Self::Email(_) | Self::Sms(_) | Self::Script(_) => None,
        }
    }

    /// The words that can be put otherwise.
    #[must_use]
    pub fn passages(&self) -> Vec<String> {
        match self {
            Self::Email(email) => email.passages(),
            Self::Letter(letter) => letter.passages(),
            Self::Sms(text) | Self::Script(text) => vec![text.clone()],
        }
    }

    /// The same message in other words.
    #[must_use]
    pub fn with_passages(&self, passages: &[String]) -> Self {
        let or = |own: &String| passages.first().unwrap_or(own).clone();
        match self {
            Self::Email(email) => Self::Email(email.with_passages(passages)),
            Self::Letter(letter) => Self::Letter(letter.with_passages(passages)),
            Self::Sms(text) => Self::Sms(in_sms_letters(&or(text))),
            Self::Script(text) => Self::Script(or(text)),
        }
    }

    /// What cannot be put otherwise: addresses, tables, how to pay.
    #[must_use]
    pub fn fixed(&self) -> String {
        match self {
            Self::Letter(letter) => letter.with_passages(&[]).plain_text(),
            Self::Email(_) | Self::Sms(_) | Self::Script(_) => String::new(),
        }
    }

    /// What the word check takes it for.
    #[must_use]
    pub fn document(&self, step: Step) -> Document {
        match self {
            Self::Letter(_) if matches!(step, Step::FormalNotice | Step::PlanNotice) => {
                Document::FormalNotice
            }
            Self::Letter(_) => Document::Letter,
            Self::Sms(_) => Document::Sms,
            Self::Email(_) | Self::Script(_) => Document::Email,
        }
    }
}
