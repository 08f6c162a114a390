//! Payment terms (*délais de paiement*): from an issue date to a due date, and the legal ceiling between
//! professionals (C. com. art. L441-10 I: 60 days after the issue date, or 45 days end of month).

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::base::dates::{add_days, days_between, end_of_month, on_day_of_month};

/// Agreed ceiling in days after the issue date, C. com. art. L441-10 I 2°.
const CEILING_DAYS: i64 = 60;
/// Ceiling of an end-of-month term, same article.
const CEILING_END_OF_MONTH_DAYS: u32 = 45;

/// Ceiling of a periodic invoice (*facture récapitulative*) in days after the issue date, same article.
const CEILING_PERIODIC_DAYS: i64 = 45;

/// The longest term the law allows. Sectors with terms of their own (C. com. art. L441-11) are not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ceiling {
    /// Between professionals: 60 days, or 45 days end of month.
    Business,
    /// A periodic invoice between professionals: 45 days.
    Periodic,
    /// A public buyer: so many days from the request for payment (CCP art. R2192-10 and R2192-11).
    Public(u32),
}

impl Ceiling {
    /// Whether a due date, or the terms it comes from, is later than this allows.
    #[must_use]
    pub fn is_exceeded(self, issued: NaiveDate, due: NaiveDate, terms: Option<Terms>) -> bool {
        let days = days_between(issued, due);
        match self {
            Self::Business => terms.map_or(CEILING_DAYS < days, |terms| terms.is_above_ceiling(issued)),
            Self::Periodic => CEILING_PERIODIC_DAYS < days,
            Self::Public(longest) => i64::from(longest) < days,
        }
    }
}

/// When an invoice falls due, counted from its issue date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Terms {
    /// On receipt (*à réception*): due on the issue date.
    OnReceipt,
    /// So many days.
    Days(u32),
    /// So many days, then the end of that month (*45 jours puis fin de mois*).
    DaysThenEndOfMonth(u32),
    /// End of the issue month, then so many days (*fin de mois puis 45 jours*).
    EndOfMonthThenDays(u32),
    /// So many days, then the first such day of a month on or after (*30 jours le 10*); the month's last day
    /// where it is shorter.
    DaysThenDayOfMonth {
        /// Days after the issue date.
        days: u32,
        /// Day of the month, 1 to 31.
        day: u32,
    },
}

impl Terms {
    /// The due date. Weekends and holidays do not move it: C. proc. civ. art. 642 is for procedural time limits only.
    ///
    /// ```
    /// use relance::{base::dates::parse_iso, domain::law::terms::Terms};
    /// let issued = parse_iso("2025-05-20")?;
    /// assert_eq!(Terms::DaysThenEndOfMonth(45).due(issued), parse_iso("2025-07-31")?);
    /// assert_eq!(Terms::EndOfMonthThenDays(45).due(issued), parse_iso("2025-07-15")?);
    /// # Ok::<(), relance::base::DateError>(())
    /// ```
    #[must_use]
    pub fn due(self, issued: NaiveDate) -> NaiveDate {
        match self {
            Self::OnReceipt => issued,
            Self::Days(days) => add_days(issued, days),
            Self::DaysThenEndOfMonth(days) => end_of_month(add_days(issued, days)),
            Self::EndOfMonthThenDays(days) => add_days(end_of_month(issued), days),
            Self::DaysThenDayOfMonth { days, day } => {
                let earliest = add_days(issued, days);
                let same_month = on_day_of_month(earliest, day);
                if same_month >= earliest {
                    same_month
                } else {
                    let next_month =
                        earliest.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
                    on_day_of_month(next_month.unwrap_or(earliest), day)
                }
            }
        }
    }

    /// True where the due date these terms give is later than the law allows between professionals.
    ///
    /// An end-of-month term of 45 days at most is lawful whatever the count (if the contract says so in terms and it
    /// is no manifest abuse); everything else must fall due within 60 days of the issue date.
    #[must_use]
    pub fn is_above_ceiling(self, issued: NaiveDate) -> bool {
        match self {
            Self::DaysThenEndOfMonth(days) | Self::EndOfMonthThenDays(days)
                if days <= CEILING_END_OF_MONTH_DAYS =>
            {
                false
            }
            _ => CEILING_DAYS < days_between(issued, self.due(issued)),
        }
    }
}
