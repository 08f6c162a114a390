//! Half-years (*semestres*): the periods for which French reference rates are fixed.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};

/// January to June (first) or July to December (second) of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfYear {
    year: i32,
    second: bool,
}

impl HalfYear {
    /// The half-year a day belongs to.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), second: day.month() > 6 }
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// 1 or 2.
    #[must_use]
    pub fn number(self) -> u8 {
        if self.second { 2 } else { 1 }
    }

    /// 1 January or 1 July.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, if self.second { 7 } else { 1 }, 1).unwrap_or(NaiveDate::MIN)
    }

    /// 30 June or 31 December.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.next().first_day().checked_sub_days(Days::new(1)).unwrap_or(NaiveDate::MAX)
    }

    /// The half-year after this one.
    #[must_use]
    pub fn next(self) -> Self {
        if self.second { Self { year: self.year + 1, second: false } } else { Self { second: true, ..self } }
    }
}

impl fmt::Display for HalfYear {
    /// `2026-H2`, as the rate files write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-H{}", self.year, self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_forty_years_is_in_its_half_year() {
        let mut day = NaiveDate::from_ymd_opt(1999, 1, 1).unwrap();
        while day.year() < 2039 {
            let half = HalfYear::of(day);
            assert!(half.first_day() <= day && day <= half.last_day(), "{day}");
            assert_eq!(HalfYear::of(half.last_day().succ_opt().unwrap()), half.next());
            day = day.succ_opt().unwrap();
        }
    }
}
