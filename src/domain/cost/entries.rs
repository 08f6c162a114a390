//! What was spent on a claim, line by line: what the user noted, what proceedings cost, what a collector kept; and what came
//! back. Each is counted once, where it was noted.

use chrono::NaiveDate;

use super::CostKind;
use crate::base::order::in_order;
use crate::base::{Amount, CostId, Currency};
use crate::domain::assumptions::Assumptions;
use crate::domain::case_file::CaseFile;
use crate::domain::proceeding::{ProceedingKind, Stage};

/// Where a line comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A cost the user noted.
    Noted(CostId),
    /// The beginning of a proceeding.
    Begun(ProceedingKind),
    /// A stage of a proceeding.
    Stage(ProceedingKind, Stage),
    /// What a collector kept of what came in.
    Kept,
    /// Costs awarded or paid back: less to bear.
    Recovered(ProceedingKind),
}

/// A line of what was spent, or came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its day.
    pub date: NaiveDate,
    /// Where it comes from.
    pub source: Source,
    /// How much, in euros; own time at the user’s own rate.
    pub amount: Amount,
}

impl Entry {
    /// It came back.
    #[must_use]
    pub fn is_recovered(&self) -> bool {
        matches!(self.source, Source::Recovered(_))
    }
}

/// Every line known on a day, in order of days. Sums of a claim in another currency are in euros where the user said what it is
/// worth, and left out where not.
#[must_use]
pub fn entries(
    case: &CaseFile,
    currency: Currency,
    assumptions: &Assumptions,
    today: NaiveDate,
) -> Vec<Entry> {
    let known = case.costs.iter().filter(|cost| cost.date <= today);
    let noted = known.map(|cost| {
        let amount = match cost.kind {
            CostKind::Time(minutes) => assumptions.time(minutes),
            kind => kind.money(),
        };
        Entry { date: cost.date, source: Source::Noted(cost.id), amount }
    });
    let mut all: Vec<Entry> = noted.collect();
    for one in &case.proceedings {
        all.extend(one.costs(today).map(|(date, stage, amount)| {
            let source = stage.map_or(Source::Begun(one.kind), |stage| Source::Stage(one.kind, stage));
            Entry { date, source, amount }
        }));
        all.extend(one.known(today).filter_map(|stage| {
            let (source, sum) = match stage.stage {
                Stage::Returned => (Source::Kept, stage.beside?),
                Stage::CostsRecovered => (
                    Source::Recovered(one.kind),
                    stage.amount.unwrap_or_default() + stage.beside.unwrap_or_default(),
                ),
                _ => return None,
            };
            Some(Entry { date: stage.date, source, amount: case.outlook.euros(sum, currency)? })
        }));
    }
    in_order(all, |entry| entry.date)
}

/// The day a fee of this sum was noted among the costs, if one was: the same is not to be noted at a stage again.
#[must_use]
pub fn noted_fee(case: &CaseFile, amount: Amount) -> Option<NaiveDate> {
    let same = |kind: CostKind| !matches!(kind, CostKind::Time(_)) && kind.money() == amount;
    case.costs.iter().rfind(|cost| same(cost.kind)).map(|cost| cost.date)
}

/// The day a proceeding cost this sum, if one did: the same is not to be noted among the costs again.
#[must_use]
pub fn proceeding_fee(case: &CaseFile, amount: Amount) -> Option<NaiveDate> {
    let costs = case.proceedings.iter().flat_map(|one| one.costs(NaiveDate::MAX));
    costs.filter(|(_, _, cost)| *cost == amount).map(|(date, ..)| date).max()
}
