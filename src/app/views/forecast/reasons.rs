//! Why a week of the forecast brings what it does: each sum of it with the invoice it is about, its chance and its day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::super::book::Book;
use crate::base::{Amount, ClientId, Currency, InvoiceId};
use crate::domain::dunning::habits::Habits;
use crate::domain::forecast::weeks::{WEEKS, week_of};
use crate::domain::forecast::why::{Expectation, Probable};
use crate::domain::forecast::{Expected, Pace, Supposed};

/// Sums of a week that are told one by one; the smaller ones are told together.
const TOLD: usize = 8;

/// A sum of a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// On which invoice; the first of a plan.
    pub invoice: InvoiceId,
    /// Its number.
    pub number: String,
    /// Who owes it.
    pub client: String,
    /// What of it counts.
    pub amount: Amount,
    /// Why it is expected, and then.
    pub why: Expectation,
}

/// What a week rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WeekReasons {
    /// What is owed and probable in it, by chance, the highest first.
    pub chances: Vec<(u32, Amount)>,
    /// The largest sums, in order.
    pub told: Vec<Reason>,
    /// How many more there are, and their sum.
    pub others: Option<(usize, Amount)>,
}

/// The reasons of each week and of what comes later, in order.
pub(super) fn reasons(
    book: &Book,
    today: NaiveDate,
    currency: Currency,
    (expected, assumptions): (&[Expected], &Supposed),
    own: &BTreeMap<ClientId, (Habits, Pace)>,
) -> Vec<WeekReasons> {
    let mut weeks: Vec<WeekReasons> = (0..=WEEKS).map(|_| WeekReasons::default()).collect();
    for one in expected.iter().filter(|one| one.currency == currency && one.amount.is_positive()) {
        let Some(week) = weeks.get_mut(week_of(one.day, today)) else { continue };
        let pace = own.get(&one.client).map(|(_, pace)| *pace).unwrap_or_default();
        week.add(reason(book, one, Expectation::of(one, pace, assumptions, today)));
    }
    weeks
}

fn reason(book: &Book, one: &Expected, why: Expectation) -> Reason {
    let number = book.case(one.invoice).map(|case| case.invoice.number.clone()).unwrap_or_default();
    let client = book.client(one.client).map(|client| client.name.clone()).unwrap_or_default();
    Reason { invoice: one.invoice, number, client, amount: one.amount, why }
}

impl WeekReasons {
    fn add(&mut self, one: Reason) {
        if let Some(Probable { chance, .. }) = one.why.probable {
            if let Some((_, sum)) = self.chances.iter_mut().find(|(known, _)| *known == chance) {
                *sum += one.why.whole;
            } else {
                let at = self.chances.partition_point(|(known, _)| chance < *known);
                self.chances.insert(at, (chance, one.why.whole));
            }
        }
        let at = self.told.partition_point(|known| one.amount <= known.amount);
        self.told.insert(at, one);
        if TOLD < self.told.len()
            && let Some(last) = self.told.pop()
        {
            let (count, sum) = self.others.unwrap_or_default();
            self.others = Some((count + 1, sum + last.amount));
        }
    }
}
