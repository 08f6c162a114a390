//! Capitalisation of interest (*anatocisme*, C. civ. art. 1343-2): interest due for at least a whole year bears
//! interest itself, if the contract says so or a court decides. Never otherwise, never for less than a year.

use crate::base::iso;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

/// Who decided that interest bears interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capitalisation {
    /// The contract: years are counted from the first day of interest.
    Contract,
    /// A court, on a claim made that day: years are counted from it, or from the first day of interest if later.
    Judgment(#[serde(with = "iso")] NaiveDate),
}

/// The days on which interest of the whole year before starts to bear interest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anniversaries {
    start: NaiveDate,
    years: u32,
}

impl Capitalisation {
    pub(super) fn anniversaries(self, first_day: NaiveDate) -> Anniversaries {
        let start = match self {
            Self::Contract => first_day,
            Self::Judgment(claimed) => claimed.max(first_day),
        };
        Anniversaries { start, years: 1 }
    }
}

impl Anniversaries {
    /// The next such day; 28 February where the year has no 29th.
    pub(super) fn next(self) -> NaiveDate {
        self.start.checked_add_months(Months::new(12 * self.years)).unwrap_or(NaiveDate::MAX)
    }

    pub(super) fn advance(&mut self) {
        self.years += 1;
    }
}
