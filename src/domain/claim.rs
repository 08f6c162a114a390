//! The claim: what a debt amounts to at the end of a day, with the working that shows why.
//!
//! Rules (French Code de commerce L441-10 and D441-5, Code civil 1231-6 and 1343-1, Code de la commande publique
//! R2192-31 and R2192-32; read November 2026):
//! - interest runs from the day after the due date, the day of payment included, on the unpaid sum including VAT;
//! - a year has 365 days, leap years too, unless a contract says otherwise;
//! - a segment is a run of days with one base and one rate; it is rounded to the cent once, half a cent up;
//! - a movement takes effect at the end of its day; credit notes before payments; those after the date are not seen;
//! - interest bears no interest.

mod accrual;
mod balance;
mod day_count;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use accrual::Segment;
pub use day_count::DayCount;

use super::law::rates::{RateTable, Series};
use super::movement::Change;
use super::regime::Regime;
use crate::base::order::in_order;
use crate::base::{Amount, Currency, HalfYear, Rate, dates, rate};
use accrual::RateSource;
use balance::Balance;

/// Whether a part payment first extinguishes principal or interest (*imputation*, C. civ. art. 1343-1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Allocation {
    /// The cautious choice for amicable letters: claims least.
    #[default]
    PrincipalFirst,
    /// The order of the article, for want of agreement: claims more.
    InterestFirst,
}

/// The facts a claim is computed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debt {
    /// The law it is under.
    pub regime: Regime,
    /// Amount of the invoice including VAT.
    pub principal: Amount,
    /// Currency of every amount in it.
    pub currency: Currency,
    /// Due date.
    pub due: NaiveDate,
    /// Payments and credit notes, in any order.
    pub changes: Vec<Change>,
    /// Order in which payments extinguish.
    pub allocation: Allocation,
    /// Convention for counting days.
    pub day_count: DayCount,
    /// Day the formal notice was received, for regimes that wait for it.
    pub formal_notice: Option<NaiveDate>,
    /// Day insolvency proceedings were opened: interest stops the day before.
    pub insolvency: Option<NaiveDate>,
    /// Final yearly rates by the day they start, in place of the built-in table.
    pub own_rates: Vec<(NaiveDate, Rate)>,
}

/// What is owed at the end of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The day (« arrêté au »); the last one counted.
    pub as_of: NaiveDate,
    /// Currency of every amount in it.
    pub currency: Currency,
    /// The working: one row for each run of days with one base and one rate.
    pub segments: Vec<Segment>,
    /// All interest that accrued: the sum of the segments.
    pub interest: Amount,
    /// Interest still owed.
    pub interest_left: Amount,
    /// Fixed compensation due for being late, paid or not.
    pub indemnity: Amount,
    /// Fixed compensation still owed.
    pub indemnity_left: Amount,
    /// Principal after credit notes and payments.
    pub principal_left: Amount,
    /// Payments received up to the day.
    pub paid: Amount,
    /// Credit notes up to the day.
    pub credited: Amount,
    /// What the client has paid or been credited beyond everything owed.
    pub credit: Amount,
    /// Everything still owed.
    pub total: Amount,
    /// What the next day would add, to the cent.
    pub daily: Amount,
    /// Days counted over all segments, in the debt's day count.
    pub days: i64,
    /// Half-years whose reference rate is not known; the nearest known rate stands in.
    pub provisional: Vec<HalfYear>,
    /// How the contract rate stands to the legal floor, where there is one.
    pub floor: Option<Floor>,
    /// First day that bears interest, once the debt is late.
    pub interest_from: Option<NaiveDate>,
}

/// A contract rate held against 3 × the legal rate of each half-year of the delay (C. com. art. L441-10 II).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Floor {
    /// Highest floor met.
    pub highest: Rate,
    /// The contract rate is under it in some half-year.
    pub below: bool,
}

impl Debt {
    /// A euro debt with no movement, all options at their default.
    #[must_use]
    pub fn new(regime: Regime, principal: Amount, due: NaiveDate) -> Self {
        Self {
            regime,
            principal,
            currency: regime.currency(),
            due,
            changes: Vec::new(),
            allocation: Allocation::default(),
            day_count: DayCount::default(),
            formal_notice: None,
            insolvency: None,
            own_rates: Vec::new(),
        }
    }

    /// The last day before interest can run: the due date, or the day formal notice was received if later.
    fn eve_of_interest(&self) -> Option<NaiveDate> {
        if self.regime.needs_formal_notice() {
            self.formal_notice.map(|received| received.max(self.due))
        } else if self.regime == Regime::Ch {
            // CO art. 102 al. 2: an agreed day puts the debtor in default by itself; a notice may come later.
            Some(self.formal_notice.map_or(self.due, |received| received.max(self.due)))
        } else {
            Some(self.due)
        }
    }

    /// What is owed at the end of a day.
    ///
    /// ```
    /// use relance::base::{dates::parse_iso, Amount};
    /// use relance::domain::{claim::Debt, law::rates::RateTable, regime::Regime};
    /// let debt = Debt::new(Regime::FrBusinessDefault, Amount::from_cents(300_000), parse_iso("2024-06-10")?);
    /// let claim = debt.claim_on(parse_iso("2024-07-25")?, RateTable::builtin());
    /// assert_eq!(claim.interest.to_string(), "53.12");
    /// assert_eq!(claim.total.to_string(), "3093.12");
    /// # Ok::<(), relance::base::DateError>(())
    /// ```
    #[must_use]
    pub fn claim_on(&self, as_of: NaiveDate, table: &RateTable) -> Claim {
        let last_day = match self.insolvency {
            Some(opened) => as_of.min(dates::previous_day(opened)),
            None => as_of,
        };
        let seen = self.changes.iter().copied().filter(|change| change.date <= as_of);
        let changes = in_order(seen, |change| (change.date, change.kind));

        let mut balance = Balance::new(self.principal, self.allocation);
        let mut segments = Vec::new();
        let eve = self.eve_of_interest();
        let mut source = eve.map(|eve| RateSource::new(self, dates::next_day(eve), table));
        let mut counted_to = eve.unwrap_or(as_of);
        let compensation = self.compensation();

        for change in changes {
            if balance.compensation_is_open() && change.date > self.due {
                balance.open_compensation(compensation);
            }
            if let Some(source) = &mut source {
                let to = change.date.min(last_day);
                if to > counted_to {
                    balance.accrue(source.accrue(counted_to, to, balance.principal, &mut segments));
                    counted_to = to;
                }
            }
            balance.apply(change);
        }
        if balance.compensation_is_open() && as_of > self.due {
            balance.open_compensation(compensation);
        }
        if let Some(source) = &mut source
            && last_day > counted_to
        {
            balance.accrue(source.accrue(counted_to, last_day, balance.principal, &mut segments));
        }

        let daily = match (&mut source, eve) {
            (Some(source), Some(eve))
                if eve < as_of && self.insolvency.is_none_or(|day| next(as_of) < day) =>
            {
                let (rate, year) = source.on(next(as_of));
                rate::interest(balance.principal, rate, 1, year)
            }
            _ => Amount::ZERO,
        };
        let mut provisional: Vec<HalfYear> = segments
            .iter()
            .filter(|segment: &&Segment| segment.provisional)
            .flat_map(|segment| half_years(segment.from, segment.to))
            .collect();
        provisional.dedup();
        Claim {
            as_of,
            currency: self.currency,
            interest: balance.interest,
            interest_left: balance.interest_left,
            indemnity: balance.compensation,
            indemnity_left: balance.compensation_left,
            principal_left: balance.principal,
            paid: balance.paid,
            credited: balance.credited,
            credit: balance.credit,
            total: balance.principal + balance.interest_left + balance.compensation_left,
            daily,
            days: segments.iter().map(|segment| segment.days).sum(),
            provisional,
            floor: self.floor(&segments, table),
            interest_from: segments.first().map(|segment| segment.from),
            segments,
        }
    }

    /// The fixed sum, unless insolvency forbade paying on the due date (C. com. art. L441-10 II, last sentence).
    fn compensation(&self) -> Amount {
        if self.insolvency.is_some_and(|opened| self.due >= opened) {
            Amount::ZERO
        } else {
            self.regime.fixed_compensation(self.principal)
        }
    }

    fn floor(&self, segments: &[Segment], table: &RateTable) -> Option<Floor> {
        let agreed = self.regime.rate_under_floor_check()?;
        let (first, last) = (segments.first()?, segments.last()?);
        let floors = table.series(Series::FrBusinessFloor);
        let highest = half_years(first.from, last.to).map(|half| floors.on(half.first_day()).rate).max()?;
        Some(Floor { highest, below: agreed < highest })
    }
}

fn next(day: NaiveDate) -> NaiveDate {
    dates::next_day(day)
}

/// The half-years that days from one to another belong to.
fn half_years(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = HalfYear> {
    std::iter::successors(Some(HalfYear::of(from)), |half| Some(half.next()))
        .take_while(move |half| half.first_day() <= to)
}
