//! The schedule of a payment plan: which sum on which day.
//!
//! Rules: equal instalments are rounded down to the cent and the last one takes the remainder; with a sum per instalment
//! the last one is what is left. What is paid down at once is no instalment: the instalments add up to the amount less
//! it, always. Dates by the month keep the day of the first: the 31st becomes the last day of a shorter month, and the
//! 31st again after it.

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::base::calendar::Region;
use crate::base::{Amount, dates};
use crate::domain::claim::Instalment;

/// Most instalments a plan may have: a hundred years by the month.
pub const MOST_INSTALMENTS: u32 = 1_200;

/// How far apart instalments are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rhythm {
    /// Every 7 days.
    Weekly,
    /// Every 14 days.
    Fortnightly,
    /// The same day of each month.
    #[default]
    Monthly,
    /// The same day of every third month.
    Quarterly,
}

impl Rhythm {
    /// Every rhythm, in the order a form offers them.
    pub const ALL: [Self; 4] = [Self::Weekly, Self::Fortnightly, Self::Monthly, Self::Quarterly];

    /// The day of the instalment that many after the first; nothing where no calendar goes so far.
    #[must_use]
    pub fn day(self, first: NaiveDate, index: u32) -> Option<NaiveDate> {
        let days = |each: u64| first.checked_add_days(Days::new(each * u64::from(index)));
        let months = |each: u32| first.checked_add_months(Months::new(each.checked_mul(index)?));
        let day = match self {
            Self::Weekly => days(7),
            Self::Fortnightly => days(14),
            Self::Monthly => months(1),
            Self::Quarterly => months(3),
        };
        day.filter(|day| dates::is_accepted(*day))
    }
}

/// What decides how many instalments there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Division {
    /// So many, alike.
    Count(u32),
    /// So much each, as many as it takes.
    Each(Amount),
    /// As many as fall on or before a day, alike.
    Until(NaiveDate),
}

/// What was agreed of a plan, from which its schedule follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlanTerms {
    /// Everything to be paid, what is paid down included.
    pub amount: Amount,
    /// What is paid down at once; zero where nothing is.
    pub down_payment: Amount,
    /// Day of the first instalment.
    pub first: NaiveDate,
    /// How far apart instalments are.
    pub rhythm: Rhythm,
    /// How many there are.
    pub division: Division,
    /// Days on which banks do not work are moved to the next on which they do, by the holidays of this region; the
    /// other days stay where they were.
    pub working_days: Option<Region>,
}

/// Why terms make no schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScheduleError {
    /// There is nothing to spread.
    NothingOwed,
    /// A sum below zero is paid down.
    NegativeDownPayment,
    /// Nothing is left after what is paid down.
    NothingLeft {
        /// What there is to pay.
        amount: Amount,
    },
    /// No instalment at all.
    NoInstalment,
    /// An instalment of nothing or less.
    EmptyInstalment,
    /// More instalments than there are cents.
    MoreThanCents {
        /// What there is to spread.
        left: Amount,
    },
    /// More instalments than [`MOST_INSTALMENTS`].
    TooMany {
        /// How many it would take.
        count: i64,
    },
    /// The plan ends before its first instalment.
    EndsBeforeFirst {
        /// Day of the first instalment.
        first: NaiveDate,
    },
    /// The last instalments are later than any day this program takes.
    TooFar,
}

/// The days and sums of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// What is paid down at once; zero where nothing is.
    pub down_payment: Amount,
    /// In the order of their days; never empty, no two on one day, none of nothing.
    pub instalments: Vec<Instalment>,
}

impl Schedule {
    /// What the instalments add up to, without what is paid down.
    #[must_use]
    pub fn sum(&self) -> Amount {
        self.instalments.iter().map(|instalment| instalment.amount).sum()
    }

    /// What is still to pay after each instalment, in their order; the last is zero.
    #[must_use]
    pub fn balances(&self) -> Vec<Amount> {
        let mut left = self.sum();
        let after = |instalment: &Instalment| {
            left -= instalment.amount;
            left
        };
        self.instalments.iter().map(after).collect()
    }

    /// The day on which all is paid.
    #[must_use]
    pub fn ends(&self) -> Option<NaiveDate> {
        self.instalments.last().map(|instalment| instalment.due)
    }
}

impl PlanTerms {
    /// The schedule these terms make.
    ///
    /// ```
    /// use relance::base::{Amount, dates::parse_iso};
    /// use relance::domain::plan::schedule::{Division, PlanTerms, Rhythm};
    /// let terms = PlanTerms {
    ///     amount: Amount::from_cents(100_000),
    ///     down_payment: Amount::ZERO,
    ///     first: parse_iso("2026-12-31")?,
    ///     rhythm: Rhythm::Monthly,
    ///     division: Division::Count(3),
    ///     working_days: None,
    /// };
    /// let rows: Vec<String> = (terms.schedule().unwrap().instalments.iter())
    ///     .map(|instalment| format!("{} {}", instalment.due, instalment.amount))
    ///     .collect();
    /// assert_eq!(rows, ["2026-12-31 333.33", "2027-01-31 333.33", "2027-02-28 333.34"]);
    /// # Ok::<(), relance::base::DateError>(())
    /// ```
    ///
    /// # Errors
    /// As [`ScheduleError`] says; nothing is ever left out to make terms fit.
    pub fn schedule(&self) -> Result<Schedule, ScheduleError> {
        if !self.amount.is_positive() {
            return Err(ScheduleError::NothingOwed);
        }
        if self.down_payment < Amount::ZERO {
            return Err(ScheduleError::NegativeDownPayment);
        }
        let left = self.amount - self.down_payment;
        if !left.is_positive() {
            return Err(ScheduleError::NothingLeft { amount: self.amount });
        }
        let (count, each) = self.parts(left)?;
        let mut instalments = Vec::new();
        let mut rest = left;
        for index in 0..count {
            let day = self.rhythm.day(self.first, index).ok_or(ScheduleError::TooFar)?;
            let due = self.working_days.map_or(day, |region| region.working_from(day));
            let amount = if index + 1 == count { rest } else { each };
            rest -= amount;
            instalments.push(Instalment { due, amount });
        }
        Ok(Schedule { down_payment: self.down_payment, instalments })
    }

    /// How many instalments, and the sum of each but the last.
    fn parts(&self, left: Amount) -> Result<(u32, Amount), ScheduleError> {
        let cents = left.cents();
        match self.division {
            Division::Count(count) => alike(count, cents),
            Division::Each(each) if each.is_positive() => {
                // Rounded up: the last one is what is left.
                let count = (cents - 1) / each.cents() + 1;
                Ok((counted(count)?, each))
            }
            Division::Each(_) => Err(ScheduleError::EmptyInstalment),
            Division::Until(end) if end < self.first => {
                Err(ScheduleError::EndsBeforeFirst { first: self.first })
            }
            Division::Until(end) => {
                let fits = |index: &u32| self.rhythm.day(self.first, *index).is_some_and(|day| day <= end);
                let count = (0..=MOST_INSTALMENTS).take_while(fits).count();
                alike(u32::try_from(count).unwrap_or(u32::MAX), cents)
            }
        }
    }
}

/// So many equal instalments, and the sum of each but the last.
fn alike(count: u32, cents: i64) -> Result<(u32, Amount), ScheduleError> {
    if count == 0 {
        return Err(ScheduleError::NoInstalment);
    }
    let count = counted(i64::from(count))?;
    let each = cents / i64::from(count);
    if each == 0 {
        return Err(ScheduleError::MoreThanCents { left: Amount::from_cents(cents) });
    }
    Ok((count, Amount::from_cents(each)))
}

/// A number of instalments that a plan may have.
fn counted(count: i64) -> Result<u32, ScheduleError> {
    u32::try_from(count)
        .ok()
        .filter(|count| *count <= MOST_INSTALMENTS)
        .ok_or(ScheduleError::TooMany { count })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn terms(cents: i64, first: &str, rhythm: Rhythm, division: Division) -> PlanTerms {
        PlanTerms {
            amount: Amount::from_cents(cents),
            down_payment: Amount::ZERO,
            first: day(first),
            rhythm,
            division,
            working_days: None,
        }
    }

    fn rows(terms: PlanTerms) -> Vec<String> {
        let schedule = terms.schedule().unwrap();
        schedule.instalments.iter().map(|row| format!("{} {}", row.due, row.amount)).collect()
    }

    #[test]
    fn an_end_date_counts_the_days_up_to_it() {
        let until = |end: &str| Division::Until(day(end));
        let monthly = |end| terms(100_000, "2026-11-30", Rhythm::Monthly, until(end));
        assert_eq!(
            rows(monthly("2027-02-28")),
            ["2026-11-30 250.00", "2026-12-30 250.00", "2027-01-30 250.00", "2027-02-28 250.00"]
        );
        assert_eq!(rows(monthly("2027-02-27")).len(), 3);
        assert_eq!(rows(monthly("2026-11-30")), ["2026-11-30 1000.00"]);
        let too_early = ScheduleError::EndsBeforeFirst { first: day("2026-11-30") };
        assert_eq!(monthly("2026-11-29").schedule(), Err(too_early));
    }

    #[test]
    fn days_without_banks_move_and_the_others_stay() {
        // Christmas 2026 is a Friday: the next working day is Monday 28; 25 April 2027 is a Sunday.
        let mut plan = terms(60_000, "2026-12-25", Rhythm::Monthly, Division::Count(5));
        plan.working_days = Some(Region::France);
        let days: Vec<String> =
            plan.schedule().unwrap().instalments.iter().map(|row| row.due.to_string()).collect();
        assert_eq!(days, ["2026-12-28", "2027-01-25", "2027-02-25", "2027-03-25", "2027-04-26"]);
    }

    #[test]
    fn what_makes_no_plan_is_refused_with_its_reason() {
        let plan = |cents, division| terms(cents, "2026-12-01", Rhythm::Weekly, division).schedule();
        let cents = Amount::from_cents;
        for (refused, reason) in [
            (plan(0, Division::Count(3)), ScheduleError::NothingOwed),
            (plan(-1, Division::Count(3)), ScheduleError::NothingOwed),
            (plan(100, Division::Count(0)), ScheduleError::NoInstalment),
            (plan(2, Division::Count(3)), ScheduleError::MoreThanCents { left: cents(2) }),
            (plan(10_000_000, Division::Count(1_201)), ScheduleError::TooMany { count: 1_201 }),
            (
                plan(99_999_999_999, Division::Each(cents(1))),
                ScheduleError::TooMany { count: 99_999_999_999 },
            ),
            (plan(100, Division::Each(cents(0))), ScheduleError::EmptyInstalment),
            (plan(100, Division::Each(cents(-5))), ScheduleError::EmptyInstalment),
        ] {
            assert_eq!(refused, Err(reason));
        }
        let with_down = |down| {
            let plan = terms(100, "2026-12-01", Rhythm::Weekly, Division::Count(1));
            PlanTerms { down_payment: cents(down), ..plan }.schedule()
        };
        assert_eq!(with_down(-1), Err(ScheduleError::NegativeDownPayment));
        assert_eq!(with_down(100), Err(ScheduleError::NothingLeft { amount: cents(100) }));
        assert_eq!(with_down(101), Err(ScheduleError::NothingLeft { amount: cents(100) }));
        assert!(with_down(99).is_ok());
        let far = terms(1_000_000, "2190-12-01", Rhythm::Quarterly, Division::Count(40));
        assert_eq!(far.schedule(), Err(ScheduleError::TooFar));
    }

    #[test]
    fn balances_come_down_to_nothing() {
        let plan = terms(100_000, "2026-12-01", Rhythm::Weekly, Division::Each(Amount::from_cents(40_000)));
        let schedule = plan.schedule().unwrap();
        assert_eq!(schedule.balances(), [60_000, 20_000, 0].map(Amount::from_cents));
        assert_eq!(schedule.ends(), Some(day("2026-12-15")));
    }
}
