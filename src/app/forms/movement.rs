//! A movement as typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::command::MovementDraft;
use super::super::problem::{Findings, Note, Problem};
use super::payments::PaymentsForm;
use super::{SHORT_TEXT, date, positive, text};
use crate::base::dates;
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Debt;
use crate::domain::law::rates::RateTable;
use crate::domain::movement::{Change, MovementKind};

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovementForm {
    /// Payment or credit note.
    pub kind: MovementKind,
    /// Amount.
    pub amount: String,
    /// Day.
    pub date: String,
    /// Means and reference.
    pub reference: String,
    /// A waiver holds only on a condition.
    #[serde(default)]
    pub conditional: bool,
    /// Last day to settle, of a waiver on condition.
    #[serde(default)]
    pub settled_by: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MovementField {
    /// Amount.
    Amount,
    /// Day.
    Date,
    /// Means and reference.
    Reference,
    /// Last day to settle.
    SettledBy,
}

/// What the form needs to know of the claim.
#[derive(Clone, Copy)]
pub struct MovementContext<'a> {
    /// The case.
    pub case: &'a CaseFile,
    /// What it is computed from.
    pub debt: &'a Debt,
    /// The rate table in use.
    pub rates: &'a RateTable,
    /// Today.
    pub today: NaiveDate,
}

impl MovementForm {
    /// What was typed, as one payment over several invoices.
    #[must_use]
    pub fn as_payments(&self) -> PaymentsForm {
        PaymentsForm {
            amount: self.amount.clone(),
            date: self.date.clone(),
            reference: self.reference.clone(),
            shares: None,
        }
    }

    /// An empty form for a movement of a kind.
    #[must_use]
    pub fn new(kind: MovementKind) -> Self {
        Self {
            kind,
            amount: String::new(),
            date: String::new(),
            reference: String::new(),
            conditional: false,
            settled_by: String::new(),
        }
    }

    /// The movement, or every fault; notes in any case.
    #[must_use]
    pub fn parse(&self, context: MovementContext<'_>) -> (Option<MovementDraft>, Findings<MovementField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let amount = positive(f, MovementField::Amount, &self.amount);
        let date = date(f, MovementField::Date, &self.date, context.today);
        let reference = text(f, MovementField::Reference, &self.reference, SHORT_TEXT);
        let mut if_settled_by = None;
        if self.kind.is_waiver() && self.conditional {
            if_settled_by = f.check(MovementField::SettledBy, dates::parse_typed(&self.settled_by));
            if if_settled_by.zip(date).is_some_and(|(by, granted)| by < granted) {
                f.problem(MovementField::SettledBy, Problem::ConditionBeforeWaiver);
            }
        }
        if let Some(date) = date {
            if date < context.case.invoice.issued {
                f.note(MovementField::Date, Note::BeforeInvoice);
            }
            if date > context.today {
                f.problem(MovementField::Date, Problem::InTheFuture);
            }
        }
        if let Some((amount, date)) = amount.zip(date) {
            let change = Change { date, kind: self.kind, amount, if_settled_by };
            self.hold_against(context, change, f);
            let same = context
                .case
                .movements
                .iter()
                .any(|known| (known.kind, known.date, known.amount) == (self.kind, date, amount));
            if same {
                f.note(MovementField::Amount, Note::SameMovement);
            }
        }
        let draft = amount
            .zip(date)
            .filter(|_| findings.problems.is_empty())
            .map(|(amount, date)| MovementDraft { kind: self.kind, date, amount, reference, if_settled_by });
        (draft, findings)
    }

    /// Holds the amount against what is owed, or was received, with the movement on its day among those known: credit
    /// as it will be shown today; what is given back or given up must have its whole effect.
    fn hold_against(
        &self,
        context: MovementContext<'_>,
        change: Change,
        findings: &mut Findings<MovementField>,
    ) {
        let field = MovementField::Amount;
        let day = context.today.max(change.date);
        let before = context.debt.claim_on(day, context.rates);
        let mut debt = context.debt.clone();
        debt.changes.push(change);
        let after = debt.claim_on(day, context.rates);
        match self.kind {
            MovementKind::Payment | MovementKind::CreditNote | MovementKind::Discount => {
                if before.credit < after.credit {
                    findings.note(field, Note::Overpaid(after.credit));
                }
            }
            MovementKind::Refund => {
                let unmatched = after.unmatched_refund - before.unmatched_refund;
                if unmatched.is_positive() {
                    let received = (change.amount - unmatched).or_zero();
                    findings.problem(field, Problem::RefundAboveReceived(received));
                }
            }
            // On condition it covers what is left on the day the condition is met, whatever that is.
            MovementKind::InterestWaiver | MovementKind::CompensationWaiver
                if change.if_settled_by.is_some() => {}
            MovementKind::InterestWaiver => {
                let given_up = after.interest_waived - before.interest_waived;
                if given_up < change.amount {
                    findings.problem(field, Problem::WaiverAboveOwed(given_up));
                }
            }
            MovementKind::CompensationWaiver => {
                let given_up = after.indemnity_waived - before.indemnity_waived;
                if given_up < change.amount {
                    findings.problem(field, Problem::WaiverAboveOwed(given_up));
                }
            }
        }
    }
}

/// A payment received before the invoice was entered: a row of amount and date, ignored while both are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaidRow {
    /// Amount.
    pub amount: String,
    /// Day.
    pub date: String,
}

impl PaidRow {
    /// Nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.amount.trim().is_empty() && self.date.trim().is_empty()
    }

    /// The payment, or faults at the two fields given; none where the row is empty.
    pub fn parse<F: Copy + PartialEq>(
        &self,
        findings: &mut Findings<F>,
        amount_field: F,
        date_field: F,
        today: NaiveDate,
    ) -> Option<MovementDraft> {
        if self.is_empty() {
            return None;
        }
        let amount = positive(findings, amount_field, &self.amount);
        let date = date(findings, date_field, &self.date, today);
        amount.zip(date).map(|(amount, date)| MovementDraft::new(MovementKind::Payment, date, amount))
    }
}
