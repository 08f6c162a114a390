//! Habits: how a client keeps its word and pays, from what is recorded.
//!
//! | figure | formula |
//! |---|---|
//! | days late of an invoice | days from its (last) due date to the movement that settled its principal; negative when early |
//! | spread | the median of the distances to the median, in days |
//! | average, median | over settled invoices on which a payment was received; rounded to whole days, half up |
//! | DSO | unpaid principal ÷ amounts invoiced in the last 365 days × 365, both including VAT, rounded half up |
//! | share | unpaid principal of the client ÷ unpaid principal of all, in thousandths, of one currency |

use chrono::NaiveDate;

use super::super::case_file::CaseFile;
use super::super::circumstance::{CircumstanceKind, PauseCause, PromiseState};
use super::super::claim::Claim;
use crate::base::{Amount, Currency, dates};

/// Days the turnover of a DSO is taken over.
const YEAR: i64 = 365;

/// How a client has behaved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Habits {
    /// Promises kept.
    pub kept: usize,
    /// Promises not kept.
    pub broken: usize,
    /// Promises whose day is not over.
    pub running: usize,
    /// Times chasing was made to pause, over or not.
    pub pauses: usize,
    /// Times work was suspended, over or not.
    pub suspensions: usize,
    /// Settled invoices on which a payment was received.
    pub settled: usize,
    /// Of which after the due date.
    pub settled_late: usize,
    /// Invoices paid late without a cent of their penalties, whether these were asked for or not.
    pub late_without_penalties: usize,
    /// Average days late of settled invoices.
    pub average_days: Option<i64>,
    /// Median days late of settled invoices.
    pub median_days: Option<i64>,
    /// How far from the median its payments fall: the median of the distances to it, in days.
    pub spread_days: Option<i64>,
    /// Days of sales outstanding by currency, where anything was invoiced in the last year.
    pub dso: Vec<(Currency, i64)>,
    /// Unpaid principal by currency.
    pub unpaid: Vec<(Currency, Amount)>,
}

/// The habits shown in some cases of one client, with their claims on one day.
#[must_use]
pub fn habits<'a>(cases: impl IntoIterator<Item = (&'a CaseFile, &'a Claim)>, today: NaiveDate) -> Habits {
    let mut habits = Habits::default();
    let mut days: Vec<i64> = Vec::new();
    let mut sales: Vec<(Currency, Amount)> = Vec::new();
    for (case, claim) in cases {
        habits.count_words(case, today);
        let invoice = &case.invoice;
        // What was sold or given up is not owed to the user any more.
        let owed = if case.is_out(today) { Amount::ZERO } else { claim.principal_left };
        add(&mut habits.unpaid, invoice.currency, owed);
        if invoice.issued <= today && dates::days_between(invoice.issued, today) < YEAR {
            add(&mut sales, invoice.currency, invoice.amount);
        }
        let settled = claim.settled_on.filter(|_| claim.principal_left.is_zero() && claim.paid.is_positive());
        if let Some(settled) = settled {
            let due = claim.instalments.last().map_or(invoice.due, |last| last.due);
            let late = dates::days_between(due, settled);
            days.push(late);
            habits.settled += 1;
            if late > 0 {
                habits.settled_late += 1;
                let arisen = claim.interest + claim.indemnity;
                if arisen.is_positive() && !(claim.interest_paid() + claim.indemnity_paid()).is_positive() {
                    habits.late_without_penalties += 1;
                }
            }
        }
    }
    days.sort_unstable();
    habits.average_days = average(&days);
    habits.median_days = median(&days);
    habits.spread_days = habits.median_days.and_then(|middle| {
        let mut distances: Vec<i64> = days.iter().map(|day| (day - middle).abs()).collect();
        distances.sort_unstable();
        median(&distances)
    });
    habits.dso = sales
        .into_iter()
        .filter_map(|(currency, sold)| {
            let owed = habits.unpaid.iter().find(|(known, _)| *known == currency).map(|(_, owed)| *owed);
            Some((currency, ratio(owed.unwrap_or_default(), sold, YEAR)?))
        })
        .collect();
    habits.unpaid.retain(|(_, owed)| owed.is_positive());
    habits
}

/// The share one sum has of another, in thousandths; none where there is nothing to share.
#[must_use]
pub fn share(part: Amount, whole: Amount) -> Option<i64> {
    ratio(part, whole, 1_000)
}

impl Habits {
    fn count_words(&mut self, case: &CaseFile, today: NaiveDate) {
        for (_, state) in case.promises(today) {
            match state {
                PromiseState::Kept => self.kept += 1,
                PromiseState::Broken => self.broken += 1,
                PromiseState::Running => self.running += 1,
                PromiseState::Withdrawn => {}
            }
        }
        for known in case.circumstances.iter().filter(|known| known.date <= today) {
            match known.kind {
                // The user's own choice of what to write about says nothing of how the client pays.
                CircumstanceKind::Pause { cause: PauseCause::Aside, .. } => {}
                CircumstanceKind::Pause { .. } => self.pauses += 1,
                CircumstanceKind::Suspension { .. } => self.suspensions += 1,
                _ => {}
            }
        }
    }
}

fn add(sums: &mut Vec<(Currency, Amount)>, currency: Currency, amount: Amount) {
    match sums.iter_mut().find(|(known, _)| *known == currency) {
        Some((_, sum)) => *sum += amount,
        None => sums.push((currency, amount)),
    }
}

/// `part ÷ whole × unit`, rounded half up.
fn ratio(part: Amount, whole: Amount, unit: i64) -> Option<i64> {
    let whole = i128::from(whole.cents());
    if whole <= 0 {
        return None;
    }
    let scaled = i128::from(part.or_zero().cents()) * i128::from(unit);
    i64::try_from((2 * scaled + whole).div_euclid(2 * whole)).ok()
}

/// Rounded half up.
fn average(days: &[i64]) -> Option<i64> {
    let count = i64::try_from(days.len()).ok().filter(|count| *count > 0)?;
    Some((2 * days.iter().sum::<i64>() + count).div_euclid(2 * count))
}

/// Of sorted days; between two in the middle their average, rounded half up.
pub(super) fn median(days: &[i64]) -> Option<i64> {
    let high = days.get(days.len() / 2)?;
    let low = if days.len().is_multiple_of(2) { days.get(days.len() / 2 - 1)? } else { high };
    average(&[*low, *high])
}
