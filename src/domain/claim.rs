//! The claim: what a debt amounts to at the end of a day, with the working that shows why.
//!
//! Rules (French Code de commerce L441-10 and D441-5, Code civil 1231-6 and 1343-1, Code de la commande publique
//! R2192-31 and R2192-32; read November 2026):
//! - interest runs from the day after the due date, the day of payment included, on the unpaid sum including VAT;
//! - a year has 365 days, leap years too, unless a contract says otherwise;
//! - a segment is a run of days with one base and one rate; it is rounded to the cent once, half a cent up;
//! - a movement takes effect at the end of its day, credit notes and waivers before payments; those after the date are
//!   not seen;
//! - each instalment is late on its own; the fixed sum is due once for the whole invoice;
//! - interest bears no interest, unless [`Capitalisation`] says so.

mod accrual;
mod capitalisation;
mod day_count;
mod ledger;
mod undisputed;

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use accrual::Segment;
pub use capitalisation::Capitalisation;
pub use day_count::DayCount;

use super::law::rates::{RateTable, Series};
use super::movement::{Change, MovementKind};
use super::regime::Regime;
use crate::base::iso;
use crate::base::order::in_order;
use crate::base::{Amount, Currency, HalfYear, Rate, dates, rate};
use ledger::{Ledger, Part};

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

/// One of several sums an invoice is payable in (*échéance*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instalment {
    /// Its due date.
    #[serde(with = "iso")]
    pub due: NaiveDate,
    /// Its amount including VAT.
    pub amount: Amount,
}

/// The facts a claim is computed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debt {
    /// The law it is under.
    pub regime: Regime,
    /// Amount of the invoice including VAT, all instalments together.
    pub principal: Amount,
    /// Currency of every amount in it.
    pub currency: Currency,
    /// Due date; of the first instalment where there are several.
    pub due: NaiveDate,
    /// Instalments after the first, which is the rest of the principal.
    pub later: Vec<Instalment>,
    /// Movements in any order.
    pub changes: Vec<Change>,
    /// Order in which payments extinguish.
    pub allocation: Allocation,
    /// Convention for counting days.
    pub day_count: DayCount,
    /// Day the formal notice was received, for regimes that wait for it.
    pub formal_notice: Option<NaiveDate>,
    /// Day insolvency proceedings were opened: interest stops the day before.
    pub insolvency: Option<NaiveDate>,
    /// Day a court decision became enforceable: the legal rate rises two months later (CMF art. L313-3).
    pub enforceable: Option<NaiveDate>,
    /// Who decided that interest bears interest, if anyone did.
    pub capitalisation: Option<Capitalisation>,
    /// The fixed sum of the regime can be claimed.
    pub compensated: bool,
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
    /// The working: one row for each run of days with one base and one rate, instalment by instalment.
    pub segments: Vec<Segment>,
    /// How each instalment stands; one where the invoice is payable at once.
    pub instalments: Vec<InstalmentClaim>,
    /// All interest that accrued: the sum of the segments.
    pub interest: Amount,
    /// Interest still owed.
    pub interest_left: Amount,
    /// Interest given up.
    pub interest_waived: Amount,
    /// Fixed compensation due for being late, paid or not.
    pub indemnity: Amount,
    /// Fixed compensation still owed.
    pub indemnity_left: Amount,
    /// Fixed compensation given up.
    pub indemnity_waived: Amount,
    /// Principal after credit notes, discounts, payments and refunds.
    pub principal_left: Amount,
    /// The part of it whose due date is not past.
    pub not_due: Amount,
    /// Payments received up to the day.
    pub paid: Amount,
    /// Money given back up to the day.
    pub refunded: Amount,
    /// Credit notes up to the day.
    pub credited: Amount,
    /// Discounts up to the day.
    pub discounted: Amount,
    /// What the client has paid or been credited beyond what it could extinguish: it is owed back. A credit note lowers the
    /// principal alone, so that penalties may be left beside it: see [`Self::balance`].
    pub credit: Amount,
    /// Money given back that no payment before it covers: an entry to look at.
    pub unmatched_refund: Amount,
    /// Everything still owed, before what is owed back is set off.
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
    /// Some row of the working counts interest on interest.
    pub capitalised: bool,
    /// Day the last of the principal was paid or credited.
    pub settled_on: Option<NaiveDate>,
    /// How each waiver on condition stands, in order of date.
    pub conditions: Vec<Condition>,
}

impl Claim {
    /// Interest paid so far.
    #[must_use]
    pub fn interest_paid(&self) -> Amount {
        self.interest - self.interest_left - self.interest_waived
    }

    /// Fixed compensation paid so far.
    #[must_use]
    pub fn indemnity_paid(&self) -> Amount {
        self.indemnity - self.indemnity_left - self.indemnity_waived
    }

    /// What is left of the claim once what is owed back is set against it (C. civ. art. 1347).
    #[must_use]
    pub fn balance(&self) -> Amount {
        (self.total - self.credit).or_zero()
    }

    /// Interest and fixed sum still owed, once what is owed back is set against them.
    #[must_use]
    pub fn penalties_left(&self) -> Amount {
        (self.interest_left + self.indemnity_left - self.credit).or_zero()
    }

    /// The part of what is owed back that is set against the claim.
    #[must_use]
    pub fn set_off(&self) -> Amount {
        self.credit.min(self.total)
    }

    /// Everything owed whose day has come: all of it but instalments that are not due yet.
    #[must_use]
    pub fn exigible(&self) -> Amount {
        self.balance() - self.not_due
    }

    /// Due date of the first instalment with something left.
    #[must_use]
    pub fn first_unpaid_due(&self) -> Option<NaiveDate> {
        self.instalments
            .iter()
            .find(|instalment| instalment.left.is_positive())
            .map(|instalment| instalment.due)
    }

    /// The day up to which lateness is counted: the one the principal was settled on, today while some of it is left.
    #[must_use]
    pub fn late_until(&self) -> NaiveDate {
        self.settled_on.filter(|_| self.principal_left.is_zero()).unwrap_or(self.as_of)
    }
}

/// One instalment on the day of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InstalmentClaim {
    /// Its due date.
    pub due: NaiveDate,
    /// Its amount.
    pub amount: Amount,
    /// What is left of it.
    pub left: Amount,
    /// Interest that accrued on it.
    pub interest: Amount,
    /// Yearly rate of the next day and the days of its year, where that day bears interest.
    pub tomorrow: Option<(Rate, i64)>,
}

/// A waiver granted on condition that the principal is settled by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// What is given up.
    pub kind: MovementKind,
    /// Day it was granted.
    pub granted: NaiveDate,
    /// Last day to settle.
    pub by: NaiveDate,
    /// Whether that happened.
    pub outcome: Outcome,
}

/// What became of a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The principal was settled in time: nothing of what was waived is owed.
    Met,
    /// There is still time: all is owed meanwhile.
    Pending,
    /// The day went by: the claim is what it would have been without the waiver.
    Lapsed,
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
    /// A debt in the currency of its regime with no movement, all options at their default.
    #[must_use]
    pub fn new(regime: Regime, principal: Amount, due: NaiveDate) -> Self {
        Self {
            regime,
            principal,
            currency: regime.currency(),
            due,
            later: Vec::new(),
            changes: Vec::new(),
            allocation: Allocation::default(),
            day_count: DayCount::default(),
            formal_notice: None,
            insolvency: None,
            enforceable: None,
            capitalisation: None,
            compensated: true,
            own_rates: Vec::new(),
        }
    }

    /// The instalments in order of due date: the whole debt where there are no others.
    #[must_use]
    pub fn instalments(&self) -> Vec<Instalment> {
        let later: Amount = self.later.iter().map(|instalment| instalment.amount).sum();
        let first = Instalment { due: self.due, amount: self.principal - later };
        in_order(self.later.iter().copied().chain([first]), |instalment| instalment.due)
    }

    /// The last day before interest can run on what is due that day: the day itself, or the day formal notice was
    /// received if later.
    fn eve_of_interest(&self, due: NaiveDate) -> Option<NaiveDate> {
        if self.regime.needs_formal_notice() {
            self.formal_notice.map(|received| received.max(due))
        } else {
            // Swiss law too: an agreed day puts the debtor in default by itself (CO art. 102 al. 2), and what has run since
            // then is not lost by a notice that is received later.
            Some(due)
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
        let mut changes = self.changes_until(as_of);
        let conditional: Vec<Change> =
            changes.iter().copied().filter(|change| change.if_settled_by.is_some()).collect();
        let mut met = conditional.clone();
        // What was waived on condition is taken as given up; a condition not met is struck out and the rest looked at
        // again, until all that are left are met.
        loop {
            let ledger = self.ledger(&changes, as_of, table);
            let settled = ledger.settled_on;
            let is_met = |change: &Change| change.if_settled_by.zip(settled).is_some_and(|(by, on)| on <= by);
            if met.iter().all(is_met) {
                return self.close(ledger, as_of, table, &conditional, &met);
            }
            met.retain(is_met);
            changes.to_mut().retain(|change| change.if_settled_by.is_none() || met.contains(change));
        }
    }

    /// The movements up to a day in the order they take effect; as they are where they are kept so.
    fn changes_until(&self, as_of: NaiveDate) -> Cow<'_, [Change]> {
        let order = |change: &Change| (change.date, change.kind);
        if self.changes.is_sorted_by_key(order) {
            let seen = self.changes.partition_point(|change| change.date <= as_of);
            return Cow::Borrowed(self.changes.get(..seen).unwrap_or_default());
        }
        let seen = self.changes.iter().copied().filter(|change| change.date <= as_of);
        Cow::Owned(in_order(seen, order))
    }

    /// The ledger at the end of a day, after movements in order of date.
    fn ledger<'a>(&'a self, changes: &[Change], as_of: NaiveDate, table: &'a RateTable) -> Ledger<'a> {
        let mut ledger = Ledger::open(self, self.last_day(as_of), table);
        for change in changes {
            ledger.advance(change.date);
            ledger.apply(*change);
        }
        ledger.advance(as_of);
        ledger
    }

    /// The last day that may bear interest.
    fn last_day(&self, as_of: NaiveDate) -> NaiveDate {
        self.insolvency.map_or(as_of, |opened| as_of.min(dates::previous_day(opened)))
    }

    fn close(
        &self,
        mut ledger: Ledger<'_>,
        as_of: NaiveDate,
        table: &RateTable,
        conditional: &[Change],
        met: &[Change],
    ) -> Claim {
        let segments = ledger.take_segments();
        let tranches = &ledger.tranches;
        let interest = tranches.iter().fold(Part::default(), |sum, tranche| sum + tranche.interest);
        let principal_left = ledger.principal();
        let mut provisional = Vec::new();
        for segment in segments.iter().filter(|segment| segment.provisional) {
            for half in half_years(segment.from, segment.to) {
                if !provisional.contains(&half) {
                    provisional.push(half);
                }
            }
        }
        Claim {
            as_of,
            currency: self.currency,
            instalments: tranches
                .iter()
                .map(|tranche| InstalmentClaim {
                    due: tranche.due,
                    amount: tranche.amount,
                    left: tranche.principal,
                    interest: tranche.interest.arisen,
                    tomorrow: self.tomorrow(tranche, as_of),
                })
                .collect(),
            interest: interest.arisen,
            interest_left: interest.left,
            interest_waived: interest.waived,
            indemnity: ledger.compensation.arisen,
            indemnity_left: ledger.compensation.left,
            indemnity_waived: ledger.compensation.waived,
            principal_left,
            not_due: tranches.iter().filter(|t| as_of <= t.due).map(|tranche| tranche.principal).sum(),
            paid: ledger.paid,
            refunded: ledger.refunded,
            credited: ledger.credited,
            discounted: ledger.discounted,
            credit: ledger.credit,
            unmatched_refund: ledger.unmatched_refund,
            total: principal_left + interest.left + ledger.compensation.left,
            daily: self.daily(&ledger, as_of),
            days: segments.iter().map(|segment| segment.days).sum(),
            provisional,
            floor: self.floor(&segments, table),
            interest_from: segments.iter().map(|segment| segment.from).min(),
            capitalised: tranches.iter().any(|tranche| tranche.capitalised.is_positive()),
            settled_on: ledger.settled_on,
            conditions: conditional.iter().filter_map(|change| condition(change, as_of, met)).collect(),
            segments,
        }
    }

    /// What the day after would add.
    fn daily(&self, ledger: &Ledger<'_>, as_of: NaiveDate) -> Amount {
        let of = |tranche: &ledger::Tranche<'_>| {
            let (rate, year) = self.tomorrow(tranche, as_of)?;
            Some(rate::interest(tranche.base(), rate, 1, year))
        };
        ledger.tranches.iter().filter_map(of).sum()
    }

    /// The rate of the day after and the length of its year, where interest runs on that day.
    fn tomorrow(&self, tranche: &ledger::Tranche<'_>, as_of: NaiveDate) -> Option<(Rate, i64)> {
        let tomorrow = dates::next_day(as_of);
        let is_stopped = self.insolvency.is_some_and(|opened| opened <= tomorrow);
        let source = tranche.source.as_ref().filter(|_| tranche.eve.is_some_and(|eve| eve < as_of))?;
        (!is_stopped).then(|| source.on(tomorrow))
    }

    /// The fixed sum for paying late what was due that day, unless insolvency forbade paying then (C. com. art.
    /// L441-10 II, last sentence).
    fn compensation(&self, due: NaiveDate) -> Amount {
        if !self.compensated || self.insolvency.is_some_and(|opened| due >= opened) {
            Amount::ZERO
        } else {
            self.regime.fixed_compensation(self.principal)
        }
    }

    fn floor(&self, segments: &[Segment], table: &RateTable) -> Option<Floor> {
        let agreed = self.regime.rate_under_floor_check()?;
        let first = segments.iter().map(|segment| segment.from).min()?;
        let last = segments.iter().map(|segment| segment.to).max()?;
        let floors = table.series(Series::FrBusinessFloor);
        let highest = half_years(first, last).map(|half| floors.on(half.first_day()).rate).max()?;
        Some(Floor { highest, below: agreed < highest })
    }
}

fn condition(change: &Change, as_of: NaiveDate, met: &[Change]) -> Option<Condition> {
    let by = change.if_settled_by?;
    let outcome = if met.contains(change) {
        Outcome::Met
    } else if as_of <= by {
        Outcome::Pending
    } else {
        Outcome::Lapsed
    };
    Some(Condition { kind: change.kind, granted: change.date, by, outcome })
}

/// The half-years that days from one to another belong to.
fn half_years(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = HalfYear> {
    std::iter::successors(Some(HalfYear::of(from)), |half| Some(half.next()))
        .take_while(move |half| half.first_day() <= to)
}
