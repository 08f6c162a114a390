//! Day counts: how the days of a segment and the length of a year are counted.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::base::dates::{days_between, next_day, previous_day};
use crate::base::{Amount, Rate, rate};

/// A convention for turning days into a fraction of a year. Only a contract can choose another than the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DayCount {
    /// 365 days a year, leap years too (Service-Public, sheet F20688).
    #[default]
    #[serde(rename = "actual/365")]
    Actual365,
    /// Each day counts 1/366 in a leap year, 1/365 in another.
    #[serde(rename = "actual/actual")]
    ActualActual,
    /// 360 days a year, days as they are.
    #[serde(rename = "actual/360")]
    Actual360,
    /// Months of 30 days, years of 360 (30E/360: the 31st counts as the 30th).
    #[serde(rename = "30/360")]
    Thirty360,
}

impl DayCount {
    /// Days from one day to another, both included, as this convention counts them.
    #[must_use]
    pub fn days(self, from: NaiveDate, to: NaiveDate) -> i64 {
        match self {
            Self::Thirty360 => ordinal_360(to) - ordinal_360(previous_day(from)),
            _ => days_between(from, to) + 1,
        }
    }

    /// Days of a run with one base and one rate, both ends included, and its interest, rounded once.
    #[must_use]
    pub fn interest(self, base: Amount, yearly: Rate, from: NaiveDate, to: NaiveDate) -> (i64, Amount) {
        let days = self.days(from, to);
        let interest = match self {
            Self::Actual365 => rate::interest(base, yearly, days, 365),
            Self::Actual360 | Self::Thirty360 => rate::interest(base, yearly, days, 360),
            Self::ActualActual => {
                let leap = leap_days(from, to);
                let common = days - leap;
                // leap/366 + common/365 over one denominator, so that the only division is the last step.
                let weighted = Decimal::from(leap * 365 + common * 366);
                let product = base.value().saturating_mul(yearly.value()).saturating_mul(weighted);
                let exact = product / Decimal::from(100 * 365 * 366);
                Amount::round_half_up(exact)
            }
        };
        (days, interest)
    }

    /// Length of the year one further day is a fraction of.
    #[must_use]
    pub fn year_length(self, day: NaiveDate) -> i64 {
        match self {
            Self::Actual365 => 365,
            Self::Actual360 | Self::Thirty360 => 360,
            Self::ActualActual => 365 + i64::from(day.leap_year()),
        }
    }
}

/// 30E/360 position of a day: the difference of two positions is the number of days between them.
fn ordinal_360(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 360 + i64::from(day.month()) * 30 + i64::from(day.day().min(30))
}

/// Days in leap years among those from one to another, both included.
fn leap_days(from: NaiveDate, to: NaiveDate) -> i64 {
    let mut leap = 0;
    let mut start = from;
    while start <= to {
        let end = NaiveDate::from_ymd_opt(start.year(), 12, 31).unwrap_or(to).min(to);
        if start.leap_year() {
            leap += days_between(start, end) + 1;
        }
        start = next_day(end);
    }
    leap
}
