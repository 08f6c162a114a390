//! What a call brings: sums and days agreed on, shared out over the invoices it was about; what is contested; why it is not
//! paid.

use chrono::NaiveDate;

use super::{CallContext, CallField, CallForm, Covered};
use crate::app::forms::positive;
use crate::app::problem::{Findings, Note, Problem};
use crate::base::{Amount, InvoiceId, dates};
use crate::domain::circumstance::CircumstanceKind;
use crate::domain::event::{Channel, Outcome};
use crate::domain::plan::schedule::{Division, PlanTerms, Rhythm};

/// Most instalments of a plan agreed on by telephone.
const MOST_PARTS: u32 = 24;

/// What was agreed about one invoice.
pub(super) type Brought = (InvoiceId, CircumstanceKind);

impl CallForm {
    /// A day that is today or later.
    pub(super) fn day(
        &self,
        findings: &mut Findings<CallField>,
        field: CallField,
        context: &CallContext,
    ) -> Option<NaiveDate> {
        let day = findings.check(field, dates::parse_typed(&self.shown(field, context)))?;
        if day < context.today {
            findings.problem(field, Problem::BeforeItsStart);
        }
        Some(day)
    }

    /// The sums and days agreed on: one, or several of a plan.
    pub(super) fn agreed(
        &self,
        findings: &mut Findings<CallField>,
        context: &CallContext,
        is_plan: bool,
    ) -> Option<Vec<(Amount, NaiveDate)>> {
        let owed = self.owed(context);
        let sum = positive(findings, CallField::Amount, &self.shown(CallField::Amount, context));
        if sum.is_some_and(|sum| owed < sum) {
            findings.note(CallField::Amount, Note::AboveUnpaid(owed));
        }
        if !is_plan {
            let by = self.day(findings, CallField::By, context);
            return sum.zip(by).map(|agreed| vec![agreed]);
        }
        let parts = self.shown(CallField::Parts, context).trim().parse::<u32>().ok();
        let parts = parts.filter(|parts| (2..=MOST_PARTS).contains(parts));
        if parts.is_none() {
            findings.problem(CallField::Parts, Problem::NotAFewInstalments);
        }
        let first = self.day(findings, CallField::First, context);
        let (sum, (parts, first)) = sum.zip(parts.zip(first))?;
        let terms = PlanTerms {
            amount: sum,
            down_payment: Amount::ZERO,
            first,
            rhythm: Rhythm::Monthly,
            division: Division::Count(parts),
            working_days: Some(context.region),
        };
        match terms.schedule() {
            Ok(schedule) => Some(schedule.instalments.iter().map(|one| (one.amount, one.due)).collect()),
            Err(error) => {
                findings.problem(CallField::Parts, Problem::Schedule(error));
                None
            }
        }
    }

    /// What the outcome says about each invoice; none where a fault was found.
    pub(super) fn brought(
        &self,
        findings: &mut Findings<CallField>,
        context: &CallContext,
        who: &str,
    ) -> Option<Vec<Brought>> {
        // Why it is not paid is noted where it was said, and supposed of no answer.
        let reason = self.reason.filter(|_| self.outcome.is_some_and(Outcome::wants_recap));
        let promises = |agreed: Vec<(Amount, NaiveDate)>| {
            let shares = shared(&agreed, self.covered(context));
            let promise = |(id, amount, by)| {
                let who = who.to_owned();
                (id, CircumstanceKind::Promise { amount, by, who, channel: Channel::Phone })
            };
            shares.into_iter().map(promise).collect::<Vec<_>>()
        };
        let mut brought = match self.outcome? {
            _ if self.is_unsaid() => Vec::new(),
            Outcome::Promise => promises(self.agreed(findings, context, false)?),
            Outcome::Plan => promises(self.agreed(findings, context, true)?),
            Outcome::Dispute => {
                let field = CallField::Contested;
                let amount = positive(findings, field, &self.shown(field, context));
                let answer_by = self.day(findings, CallField::AnswerBy, context);
                let (amount, answer_by) = amount.zip(answer_by)?;
                let shares = shared(&[(amount, answer_by)], self.covered(context));
                let dispute = |(id, amount, answer_by)| {
                    let cause = self.cause;
                    (id, CircumstanceKind::dispute(cause, amount, answer_by))
                };
                shares.into_iter().map(dispute).collect()
            }
            Outcome::SaysPaid => {
                let field = CallField::PaidOn;
                let day = findings.check(field, dates::parse_typed(&self.shown(field, context)))?;
                if context.today < day { promises(vec![(self.owed(context), day)]) } else { Vec::new() }
            }
            _ => Vec::new(),
        };
        let reasons = reason.into_iter().flat_map(|reason| {
            self.covered(context).map(move |invoice| (invoice.id, CircumstanceKind::Unpaid(reason)))
        });
        brought.extend(reasons);
        Some(brought)
    }
}

/// Sums agreed on, each shared out over the invoices, the oldest first; what exceeds them all goes to the last.
fn shared<'a>(
    agreed: &[(Amount, NaiveDate)],
    covered: impl Iterator<Item = &'a Covered>,
) -> Vec<(InvoiceId, Amount, NaiveDate)> {
    let mut left: Vec<(InvoiceId, Amount)> = covered.map(|invoice| (invoice.id, invoice.owed)).collect();
    let last = left.last().map(|(id, _)| *id);
    let mut shares = Vec::new();
    for (sum, day) in agreed {
        let mut rest = *sum;
        for (id, owed) in &mut left {
            let part = if Some(*id) == last { rest } else { rest.min(*owed) };
            if part.is_positive() {
                shares.push((*id, part, *day));
            }
            *owed -= part;
            rest -= part;
        }
    }
    shares
}
