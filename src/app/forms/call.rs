//! A call as noted: how it ended, what was agreed, which invoices it was about. What was not typed is what the form
//! suggests, which follows the day and the invoices ticked. What the client would have said, a sum or a day, is noted once
//! something of it was typed, or all of it confirmed: nobody is put down as having said what was only suggested.

mod brought;

use std::collections::BTreeMap;

use brought::Brought;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::command::{CircumstanceDraft, SendingDraft};
use super::super::problem::{Findings, Problem};
use super::circumstance::usual_day;
use super::contact::{ContactField, ContactForm};
use super::{LONG_TEXT, SHORT_TEXT, prefilled, required, text};
use crate::base::calendar::Region;
use crate::base::dates;
use crate::base::{Amount, InvoiceId, Lang};
use crate::domain::circumstance::{DisputeCause, Unpaid};
use crate::domain::contact::{Contact, Role};
use crate::domain::event::{Call, Channel, Outcome, SentText, Step};
use crate::text::format;

/// Instalments a plan starts with.
const USUAL_PARTS: u32 = 3;

/// What is noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CallForm {
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// Why it is not paid, as the client says.
    pub reason: Option<Unpaid>,
    /// What is contested.
    pub cause: DisputeCause,
    /// What somebody else who is in charge does.
    pub role: Role,
    /// How long it took, in seconds.
    pub seconds: u32,
    /// Late invoices that were not spoken about.
    pub left_out: Vec<InvoiceId>,
    /// The call is in the book: what is left of the form belongs to one that is over.
    pub noted: bool,
    /// What is suggested was confirmed as said by the client.
    pub confirmed: bool,
    /// What was typed, where it is not as suggested.
    pub typed: BTreeMap<CallField, String>,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallField {
    /// How it ended.
    Outcome,
    /// Which invoices it was about.
    Covered,
    /// Who was spoken to.
    To,
    /// Notes taken.
    Note,
    /// Why it was made although budget, hour or day spoke against it.
    Exception,
    /// Amount promised, of a plan in all.
    Amount,
    /// Day it is promised for.
    By,
    /// Number of instalments.
    Parts,
    /// Day of the first one.
    First,
    /// Amount contested.
    Contested,
    /// Day the user answers by.
    AnswerBy,
    /// Name of somebody else.
    ContactName,
    /// Telephone of somebody else.
    ContactPhone,
    /// E-mail address of somebody else.
    ContactEmail,
    /// Day the client says it paid on.
    PaidOn,
    /// Day to call again.
    Again,
}

/// A late invoice of the client that a call may be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covered {
    /// Which.
    pub id: InvoiceId,
    /// Its number.
    pub number: String,
    /// When it fell due.
    pub due: NaiveDate,
    /// Principal that is due and unpaid.
    pub owed: Amount,
}

/// What the form needs to know of the client and the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallContext {
    /// The claim the call started from.
    pub subject: InvoiceId,
    /// Every late invoice of the client in the same currency, the subject whatever it is, oldest first.
    pub late: Vec<Covered>,
    /// What the call is in the ladder.
    pub step: Step,
    /// Who is called.
    pub to: String,
    /// Budget, hour or day speak against it.
    pub is_beyond: bool,
    /// The call before it reached nobody either: where this one does not, one writes, unless a day is chosen.
    pub was_in_vain: bool,
    /// Today.
    pub today: NaiveDate,
    /// Whose public holidays count.
    pub region: Region,
    /// Language notes and suggested amounts are written in.
    pub lang: Lang,
}

/// What a call comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallDraft {
    /// How it ended.
    pub outcome: Outcome,
    /// The call on each invoice it was about, with what it brought; the claim it started from first.
    pub drafts: Vec<(InvoiceId, SendingDraft, Vec<CircumstanceDraft>)>,
    /// Somebody else to talk to from now on.
    pub contact: Option<Contact>,
}

impl Default for CallForm {
    fn default() -> Self {
        Self {
            outcome: None,
            reason: None,
            cause: DisputeCause::Quality,
            role: Role::Accounts,
            seconds: 0,
            left_out: Vec::new(),
            noted: false,
            confirmed: false,
            typed: BTreeMap::new(),
        }
    }
}

impl CallForm {
    /// The invoices ticked, oldest first.
    pub fn covered<'a>(&'a self, context: &'a CallContext) -> impl Iterator<Item = &'a Covered> {
        context.late.iter().filter(|invoice| !self.left_out.contains(&invoice.id))
    }

    /// What is owed on the invoices ticked.
    #[must_use]
    pub fn owed(&self, context: &CallContext) -> Amount {
        self.covered(context).map(|invoice| invoice.owed).sum()
    }

    /// What a field shows: what was typed, or what is suggested.
    #[must_use]
    pub fn shown(&self, field: CallField, context: &CallContext) -> String {
        self.typed.get(&field).cloned().unwrap_or_else(|| self.suggested(field, context))
    }

    fn suggested(&self, field: CallField, context: &CallContext) -> String {
        let CallContext { today, region, .. } = *context;
        let next = region.next_working(today);
        let day = match field {
            CallField::Amount | CallField::Contested => {
                let owed = self.owed(context);
                return if owed.is_positive() { prefilled(context.lang, owed) } else { String::new() };
            }
            CallField::To => return context.to.clone(),
            CallField::Parts => return USUAL_PARTS.to_string(),
            CallField::By | CallField::First | CallField::AnswerBy => usual_day(today, region),
            CallField::PaidOn => today,
            // After the second call in vain one writes; who wants to call once more all the same says when.
            CallField::Again if context.was_in_vain && self.outcome.is_some_and(Outcome::reached_nobody) => {
                return String::new();
            }
            // Who left a message gives the other a day to call back.
            CallField::Again if self.outcome == Some(Outcome::Voicemail) => region.next_working(next),
            CallField::Again => next,
            CallField::Outcome
            | CallField::Covered
            | CallField::Note
            | CallField::Exception
            | CallField::ContactName
            | CallField::ContactPhone
            | CallField::ContactEmail => return String::new(),
        };
        format::date_digits(day)
    }

    /// What the client would have said is only suggested: nothing of it was typed or confirmed, and nothing is noted of it.
    #[must_use]
    pub fn is_unsaid(&self) -> bool {
        let said: &[CallField] = match self.outcome {
            Some(Outcome::Promise) => &[CallField::Amount, CallField::By],
            Some(Outcome::Plan) => &[CallField::Amount, CallField::Parts, CallField::First],
            Some(Outcome::Dispute) => &[CallField::Contested],
            Some(Outcome::SaysPaid) => &[CallField::PaidOn],
            _ => &[],
        };
        !said.is_empty() && !self.confirmed && !said.iter().any(|field| self.typed.contains_key(field))
    }

    /// The instalments a plan comes to; none while a field of it is wrong.
    #[must_use]
    pub fn plan(&self, context: &CallContext) -> Option<Vec<(Amount, NaiveDate)>> {
        self.agreed(&mut Findings::none(), context, true)
    }

    /// The call, or every fault; notes in any case. Only what the outcome uses is looked at.
    #[must_use]
    pub fn parse(&self, context: &CallContext) -> (Option<CallDraft>, Findings<CallField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        if self.outcome.is_none() {
            f.problem(CallField::Outcome, Problem::Required);
        }
        if self.covered(context).next().is_none() {
            f.problem(CallField::Covered, Problem::NothingCovered);
        }
        let to = text(f, CallField::To, &self.shown(CallField::To, context), SHORT_TEXT);
        let note = text(f, CallField::Note, &self.noted(context), LONG_TEXT);
        let exception = if context.is_beyond {
            required(f, CallField::Exception, &self.shown(CallField::Exception, context))
        } else {
            String::new()
        };
        let again = self.again(f, context);
        let contact = self.contact(f, context);
        let brought = self.brought(f, context, &to);
        let draft =
            self.outcome.zip(brought).filter(|_| findings.problems.is_empty()).map(|(outcome, brought)| {
                let call = Call { outcome, note, seconds: self.seconds, again };
                let sending = SendingDraft {
                    to,
                    call: Some(call),
                    exception,
                    ..SendingDraft::new(
                        context.today,
                        Channel::Phone,
                        context.step,
                        context.today,
                        SentText { as_of: context.today, ..SentText::default() },
                    )
                };
                CallDraft { outcome, drafts: self.drafts(context, &sending, &brought), contact }
            });
        (draft, findings)
    }

    fn drafts(
        &self,
        context: &CallContext,
        sending: &SendingDraft,
        brought: &[Brought],
    ) -> Vec<(InvoiceId, SendingDraft, Vec<CircumstanceDraft>)> {
        let of = |id: InvoiceId| {
            let mine = brought.iter().filter(move |(known, _)| *known == id);
            let circumstances = mine.map(|(_, kind)| CircumstanceDraft {
                date: context.today,
                kind: kind.clone(),
                note: String::new(),
            });
            (id, sending.clone(), circumstances.collect())
        };
        let (subject, others): (Vec<_>, Vec<_>) =
            self.covered(context).map(|invoice| invoice.id).partition(|id| *id == context.subject);
        subject.into_iter().chain(others).map(of).collect()
    }

    /// The notes, after the day the client says it paid on.
    fn noted(&self, context: &CallContext) -> String {
        let note = self.shown(CallField::Note, context);
        let day = dates::parse_typed(&self.shown(CallField::PaidOn, context)).ok();
        let is_told = self.outcome == Some(Outcome::SaysPaid) && !self.is_unsaid();
        match day.filter(|day| is_told && *day <= context.today) {
            Some(day) => {
                let said = context.lang.pick("Dit avoir payé le ", "Says it was paid on ");
                format!("{said}{}.\n{note}", format::date(context.lang, day))
            }
            None => note,
        }
    }

    fn again(&self, findings: &mut Findings<CallField>, context: &CallContext) -> Option<NaiveDate> {
        let in_vain = self.outcome.is_some_and(Outcome::reached_nobody);
        let is_left =
            in_vain && context.was_in_vain && self.shown(CallField::Again, context).trim().is_empty();
        let asks = in_vain || self.outcome == Some(Outcome::CallBack);
        if asks && !is_left { self.day(findings, CallField::Again, context) } else { None }
    }

    fn contact(&self, findings: &mut Findings<CallField>, context: &CallContext) -> Option<Contact> {
        // Who it is may be asked another time: the call is noted all the same.
        let says_nobody = [CallField::ContactName, CallField::ContactEmail, CallField::ContactPhone]
            .iter()
            .all(|field| self.shown(*field, context).trim().is_empty());
        if self.outcome != Some(Outcome::NewContact) || says_nobody {
            return None;
        }
        let form = ContactForm {
            role: self.role,
            name: self.shown(CallField::ContactName, context),
            email: self.shown(CallField::ContactEmail, context),
            phone: self.shown(CallField::ContactPhone, context),
            personal_phone: String::new(),
        };
        let (contact, faults) = form.parse(None);
        for (field, problem) in faults.problems {
            let field = match field {
                ContactField::Name => CallField::ContactName,
                ContactField::Email => CallField::ContactEmail,
                ContactField::Phone | ContactField::PersonalPhone => CallField::ContactPhone,
            };
            findings.problem(field, problem);
        }
        contact
    }
}

#[cfg(test)]
mod tests;
