//! Where things stand since a card was made: what came in, what was credited, and whether the answer still fits.

use chrono::NaiveDate;

use super::super::book::Book;
use super::Reading;
use crate::base::{Amount, dates};
use crate::domain::movement::{Movement, MovementKind};
use crate::domain::reply::{Answer, DAYS_AHEAD};

/// Days around the day of a payment within which one of the same sum is that one.
const SAME_DAYS: u32 = 5;

/// What an answer meets today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// What the card stated as its balance.
    pub stated: Amount,
    /// What is owed today on its invoices, penalties included.
    pub owed: Amount,
    /// What changed it since the card was made, oldest first.
    pub changes: Vec<Movement>,
    /// Whether the answer still fits.
    pub fit: Fit,
}

/// Whether an answer still fits what is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It does.
    AsAnswered,
    /// It speaks of more than is owed now: no more than that can be noted.
    OnlyOwed,
    /// It promises for a day so far ahead that nothing can wait for it.
    TooFar,
    /// Nothing is owed any more.
    Settled,
    /// The payment it speaks of is noted already, on this day.
    Noted(NaiveDate),
}

/// What an answer meets on a day.
#[must_use]
pub fn since(book: &Book, reading: &Reading, today: NaiveDate) -> Since {
    let cases = || reading.invoices.iter().filter_map(|id| book.case(*id));
    let owed: Amount = cases().map(|case| book.claim(case, today).total).sum();
    let mut changes: Vec<Movement> =
        cases().flat_map(|case| &case.movements).filter(|one| reading.made <= one.date).cloned().collect();
    changes.sort_by_key(|one| (one.date, one.id));
    let payments = || {
        let all = cases().flat_map(|case| &case.movements);
        all.filter(|one| one.kind == MovementKind::Payment)
    };
    let noted = match reading.answer {
        Answer::Paid { on, amount } => {
            let near =
                payments().filter(|one| dates::days_between(on, one.date).unsigned_abs() <= SAME_DAYS.into());
            // One transfer for several invoices is a payment on each, of one day.
            let whole =
                |day| near.clone().filter(|one| one.date == day).map(|one| one.amount).sum::<Amount>();
            near.clone().map(|one| one.date).find(|day| whole(*day) == amount)
        }
        _ => None,
    };
    let asked = match reading.answer {
        Answer::Pays { amount, .. } | Answer::Contests { amount, .. } | Answer::Paid { amount, .. } => amount,
        Answer::Instalments { .. } => Amount::ZERO,
    };
    let is_too_far =
        matches!(reading.answer, Answer::Pays { by, .. } if dates::add_days(today, DAYS_AHEAD) < by);
    let fit = match noted {
        Some(day) => Fit::Noted(day),
        None if !owed.is_positive() => Fit::Settled,
        None if is_too_far => Fit::TooFar,
        None if owed < asked => Fit::OnlyOwed,
        None => Fit::AsAnswered,
    };
    Since { stated: reading.stated, owed, changes, fit }
}

impl Since {
    /// The answer with no more than is owed now, to be noted.
    #[must_use]
    pub fn fitted(&self, answer: Answer) -> Answer {
        if self.fit != Fit::OnlyOwed {
            return answer;
        }
        match answer {
            Answer::Pays { by, amount } => Answer::Pays { by, amount: amount.min(self.owed) },
            Answer::Contests { on, cause, amount } => {
                Answer::Contests { on, cause, amount: amount.min(self.owed) }
            }
            // Of money only what came is noted, and looked at first.
            Answer::Paid { .. } | Answer::Instalments { .. } => answer,
        }
    }
}
