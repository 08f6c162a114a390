//! Why a sum is expected, and on that day: what a forecast says beside it.

use chrono::NaiveDate;

use super::{Certainty, Expected, Pace, Supposed};
use crate::base::{Amount, dates};

/// Why a sum is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// How certain it is.
    pub certainty: Certainty,
    /// When it is expected.
    pub day: NaiveDate,
    /// What is owed.
    pub whole: Amount,
    /// Of a probable sum, on what its chance and its day rest.
    pub probable: Option<Probable>,
}

/// On what the chance and the day of a probable sum rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Probable {
    /// Its chance, in per cent.
    pub chance: u32,
    /// When it falls due.
    pub due: NaiveDate,
    /// Days past due today; zero or less where it is not due.
    pub late: i64,
    /// How late its client usually pays.
    pub pace: Pace,
}

impl Expectation {
    /// Why a sum is expected of a client who pays at a pace.
    #[must_use]
    pub fn of(one: &Expected, pace: Pace, assumptions: &Supposed, today: NaiveDate) -> Self {
        let probable = one.due.map(|due| {
            let late = dates::days_between(due, today);
            Probable { chance: assumptions.chance(late), due, late, pace }
        });
        Self { certainty: one.certainty, day: one.day, whole: one.whole, probable }
    }
}
