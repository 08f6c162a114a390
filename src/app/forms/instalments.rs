//! Later instalments of an invoice as typed: rows of amount and due date.

use chrono::NaiveDate;

use super::super::problem::{Findings, Problem};
use super::movement::PaidRow;
use super::positive;
use crate::base::{Amount, dates};
use crate::domain::claim::Instalment;

/// The instalments after the first, with faults at the fields a row names. Empty rows are left out; none may fall due
/// before the first, and together they must leave something for it.
pub fn parse<F: Copy + PartialEq>(
    rows: &[PaidRow],
    findings: &mut Findings<F>,
    amount_field: impl Fn(usize) -> F,
    date_field: impl Fn(usize) -> F,
    whole: Option<Amount>,
    first_due: Option<NaiveDate>,
) -> Vec<Instalment> {
    let mut instalments = Vec::new();
    let mut sum = Amount::ZERO;
    for (row, typed) in rows.iter().enumerate().filter(|(_, typed)| !typed.is_empty()) {
        let amount = positive(findings, amount_field(row), &typed.amount);
        let due = findings.check(date_field(row), dates::parse_typed(&typed.date));
        if let Some(due) = due.filter(|due| first_due.is_some_and(|first| *due <= first)) {
            findings.problem(date_field(row), Problem::InstalmentBeforeFirst(due));
        }
        sum += amount.unwrap_or_default();
        if amount.is_some() && whole.is_some_and(|whole| whole <= sum) {
            findings.problem(amount_field(row), Problem::InstalmentsAboveAmount);
        }
        instalments.extend(amount.zip(due).map(|(amount, due)| Instalment { due, amount }));
    }
    crate::base::order::in_order(instalments, |instalment| instalment.due)
}
