//! A payment or credit note as typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::command::MovementDraft;
use super::super::problem::{Findings, Note};
use super::{SHORT_TEXT, date, positive, text};
use crate::base::Amount;
use crate::domain::movement::MovementKind;

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
}

/// What the form needs to know of the claim.
#[derive(Clone, Copy, Debug)]
pub struct MovementContext {
    /// Issue date of the invoice.
    pub issued: NaiveDate,
    /// Everything owed today.
    pub owed: Amount,
    /// Today.
    pub today: NaiveDate,
}

impl MovementForm {
    /// An empty form for a payment or a credit note.
    #[must_use]
    pub fn new(kind: MovementKind) -> Self {
        Self { kind, amount: String::new(), date: String::new(), reference: String::new() }
    }

    /// The movement, or every fault; notes in any case.
    #[must_use]
    pub fn parse(&self, context: MovementContext) -> (Option<MovementDraft>, Findings<MovementField>) {
        let mut findings = Findings::none();
        let amount = positive(&mut findings, MovementField::Amount, &self.amount);
        let date = date(&mut findings, MovementField::Date, &self.date, context.today);
        let reference = text(&mut findings, MovementField::Reference, &self.reference, SHORT_TEXT);
        if let Some(amount) = amount.filter(|amount| *amount > context.owed) {
            findings.note(MovementField::Amount, Note::Overpaid(amount - context.owed));
        }
        if let Some(date) = date {
            if date < context.issued {
                findings.note(MovementField::Date, Note::BeforeInvoice);
            }
            if date > context.today {
                findings.note(MovementField::Date, Note::NotCountedYet);
            }
        }
        let draft = amount
            .zip(date)
            .filter(|_| findings.problems.is_empty())
            .map(|(amount, date)| MovementDraft { kind: self.kind, date, amount, reference });
        (draft, findings)
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
        amount.zip(date).map(|(amount, date)| MovementDraft {
            kind: MovementKind::Payment,
            date,
            amount,
            reference: String::new(),
        })
    }
}
