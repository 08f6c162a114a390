//! The weeks of a forecast: thirteen from the one of today, each from its Monday (ISO 8601), and what comes later.

use chrono::{Datelike, NaiveDate};

use super::{Certainty, Expected};
use crate::base::{Amount, dates};

/// Weeks looked at one by one: a quarter.
pub const WEEKS: usize = 13;

/// What a week brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    /// Its Monday; none for all that comes later.
    pub monday: Option<NaiveDate>,
    /// What was promised.
    pub promised: Amount,
    /// What plans say.
    pub planned: Amount,
    /// What is probable, by its chance.
    pub probable: Amount,
}

/// The lowest point of the cash there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lowest {
    /// Monday of its week.
    pub monday: NaiveDate,
    /// The cash at its end.
    pub amount: Amount,
}

impl Week {
    /// All it brings.
    #[must_use]
    pub fn total(&self) -> Amount {
        self.promised + self.planned + self.probable
    }
}

/// The thirteen weeks and what comes later, in order.
#[must_use]
pub fn weeks<'a>(expected: impl IntoIterator<Item = &'a Expected>, today: NaiveDate) -> Vec<Week> {
    let first = monday_of(today);
    let empty =
        |monday| Week { monday, promised: Amount::ZERO, planned: Amount::ZERO, probable: Amount::ZERO };
    let days = |week: usize| u32::try_from(7 * week).unwrap_or(u32::MAX);
    let mut weeks: Vec<Week> =
        (0..WEEKS).map(|week| empty(Some(dates::add_days(first, days(week))))).collect();
    weeks.push(empty(None));
    for one in expected {
        if let Some(week) = weeks.get_mut(week_of(one.day, today)) {
            *match one.certainty {
                Certainty::Promised => &mut week.promised,
                Certainty::Planned => &mut week.planned,
                Certainty::Probable => &mut week.probable,
            } += one.amount;
        }
    }
    weeks
}

/// The week a day is in, counted from that of today; [`WEEKS`] for what comes later.
#[must_use]
pub fn week_of(day: NaiveDate, today: NaiveDate) -> usize {
    let week = dates::days_between(monday_of(today), day).div_euclid(7);
    usize::try_from(week).unwrap_or_default().min(WEEKS)
}

/// The cash at the end of each of the thirteen weeks.
#[must_use]
pub fn balances(weeks: &[Week], cash: Amount, costs: Amount) -> Vec<Amount> {
    let mut cash = cash;
    let dated = weeks.iter().filter(|week| week.monday.is_some());
    dated
        .map(|week| {
            cash += week.total() - costs;
            cash
        })
        .collect()
}

/// The lowest point, the earliest of several; none where neither cash nor costs are known.
#[must_use]
pub fn lowest(weeks: &[Week], cash: Option<Amount>, costs: Option<Amount>) -> Option<Lowest> {
    cash.or(costs)?;
    let levels = balances(weeks, cash.unwrap_or_default(), costs.unwrap_or_default());
    weeks
        .iter()
        .zip(levels)
        .filter_map(|(week, amount)| Some(Lowest { monday: week.monday?, amount }))
        .min_by_key(|lowest| (lowest.amount, lowest.monday))
}

fn monday_of(day: NaiveDate) -> NaiveDate {
    let since = chrono::Days::new(u64::from(day.weekday().num_days_from_monday()));
    day.checked_sub_days(since).unwrap_or(day)
}
