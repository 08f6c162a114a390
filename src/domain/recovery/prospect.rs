//! Prospects (*perspectives*): what each way out is expected to bring for one claim, with its range.
//!
//! Net expected = chance × what would be recovered, less what is paid whatever comes of it. The low end has the chance as
//! low, the cost as high, and the principal alone; the high end the chance as high, the cost as low, and interest and fixed
//! sum as well. All in euros and decimal.

use super::super::assumptions::Assumptions;
use super::super::court::Court;
use super::super::court_fee::{self, Fee, FeeKind};
use super::super::party::DebtorKind;
use super::chance::{Chance, hoped};
use super::condition::{Availability, Finding, availability, findings};
use super::fact_file::{Expense, ExpenseName, FactFile, Gather, RouteFacts};
use super::officer;
use super::outlook::Outlook;
use super::route::{Nature, Quoted, RecoveryRoute};
use super::situation::Situation;
use crate::base::{Amount, Currency, Percent};

/// Principal from which an agency counts a claim as a larger one (price lists of agencies, 2023 to 2025).
pub(super) const LARGER_CLAIM: Amount = Amount::from_cents(250_000);

/// An amount that is not known exactly: never below `low`, most likely `expected`, never above `high`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range {
    /// Cautiously.
    pub low: Amount,
    /// Most likely.
    pub expected: Amount,
    /// Hopefully.
    pub high: Amount,
}

/// One way out of one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prospect {
    /// Which way.
    pub route: RecoveryRoute,
    /// What is known of it.
    pub facts: &'static RouteFacts,
    /// Whether it is open.
    pub availability: Availability,
    /// What it asks for.
    pub findings: Vec<Finding>,
    /// What the user was quoted for it, in the place of every row but own time.
    pub quote: Option<Amount>,
    /// What is paid whatever comes of it, row by row.
    pub expenses: Vec<Expense>,
    /// What may be paid for on top, and is not counted: a lawyer where none is compulsory.
    pub optional: Vec<Expense>,
    /// The clerk is paid as well, and how much was not read: it is not counted.
    pub clerk_unknown: bool,
    /// What own time is worth on top.
    pub time: Range,
    /// Both together.
    pub fixed: Range,
    /// What is kept back of what comes in: an agency’s share.
    pub taken: Percent,
    /// How likely the money is.
    pub chance: Chance,
    /// What comes in if it works: what is claimed and it reaches, or a buyer’s price.
    pub recovered: Amount,
    /// The same with interest and fixed sum.
    pub recovered_high: Amount,
    /// What to expect in the end; none where no price is known, or the sums are not in euros.
    pub net: Option<Range>,
}

/// Every way out of a situation, in the order they are shown.
#[must_use]
pub fn prospects(
    at: &Situation,
    file: &'static FactFile,
    assumptions: &Assumptions,
    outlook: &Outlook,
) -> Vec<Prospect> {
    file.routes.iter().map(|facts| prospect(facts, at, file, assumptions, outlook)).collect()
}

fn prospect(
    facts: &'static RouteFacts,
    at: &Situation,
    file: &'static FactFile,
    assumptions: &Assumptions,
    outlook: &Outlook,
) -> Prospect {
    let route = facts.route;
    let share = |quoted| file.share(quoted, &assumptions.shares);
    let reached = match route {
        // What a court has granted is contested no more.
        RecoveryRoute::Enforcement => {
            let sum = at.title.and_then(|title| title.sum);
            sum.map_or(at.claimed(), |sum| at.claimed().min(sum))
        }
        _ if route.settles_disputes() => at.claimed(),
        _ => at.uncontested(),
    };
    // Interest on nothing that is reached is not reached either.
    let on_top = if reached.is_zero() { Amount::ZERO } else { at.on_top() };
    let (recovered, recovered_high) = match route.nature() {
        Nature::End => (Amount::ZERO, Amount::ZERO),
        Nature::Sale => (share(Quoted::SalePrice).of(reached), share(Quoted::SalePrice).of(reached)),
        _ => (reached, reached + on_top),
    };
    let taken = match route {
        RecoveryRoute::Agency if reached < LARGER_CLAIM => share(Quoted::AgencySmall),
        RecoveryRoute::Agency => share(Quoted::AgencyLarge),
        RecoveryRoute::Enforcement => officer::share(reached),
        _ => Percent::ZERO,
    };
    let quote = outlook.quote(route);
    let (expenses, optional) = if quote.is_some() { Default::default() } else { expenses(facts, at) };
    let [few, usual, many] = facts.minutes.map(|minutes| assumptions.time(minutes));
    let time = Range { low: few, expected: usual, high: many };
    let quoted = quote.unwrap_or_default();
    let low = quoted + expenses.iter().map(|row| row.low).sum();
    let high = quoted + expenses.iter().map(|row| row.high).sum();
    let fixed = Range { low, expected: Percent::nearest(50).of(low + high), high }.plus(time);
    let chance = Chance::of(facts, at, file, assumptions, outlook);
    let net = ((facts.priced || quote.is_some()) && at.currency == Currency::EUR).then(|| Range {
        low: hoped(chance.low, recovered, taken) - fixed.high,
        expected: hoped(chance.value, recovered, taken) - fixed.expected,
        high: hoped(chance.high, recovered_high, taken) - fixed.low,
    });
    let findings = findings(route, at);
    Prospect {
        route,
        facts,
        availability: availability(&findings),
        findings,
        quote,
        expenses,
        optional,
        clerk_unknown: quote.is_none() && is_claim(route) && at.court().is_commercial(),
        time,
        fixed,
        taken,
        chance,
        recovered,
        recovered_high,
        net,
    }
}

/// The highest claim one may bring without a lawyer (CPC art. 761 and 853, read in September 2026).
const WITHOUT_LAWYER: Amount = Amount::from_cents(1_000_000);

/// The rows of the file with the fees of the court; what is counted, then what is not compulsory.
fn expenses(facts: &RouteFacts, at: &Situation) -> (Vec<Expense>, Vec<Expense>) {
    let court = at.court();
    let fees: Vec<Fee> = match facts.route {
        RecoveryRoute::PaymentOrder => court_fee::fees(court).to_vec(),
        RecoveryRoute::Summary | RecoveryRoute::Ordinary => court_fee::of_claim(court).into_iter().collect(),
        _ => Vec::new(),
    };
    let is_claim = is_claim(facts.route);
    let fees = fees.iter().map(of_fee);
    // The administrative court is asked by a request and not by a writ.
    let written = |row: &&Expense| court != Court::Administrative || row.name != ExpenseName::Writ;
    let rows = fees.chain(facts.costs.iter().filter(written).cloned());
    rows.partition(|row| !(is_claim && row.name == ExpenseName::Lawyer && may_do_without_lawyer(at)))
}

/// A claim brought by a writ or a request of one's own.
fn is_claim(route: RecoveryRoute) -> bool {
    matches!(route, RecoveryRoute::Summary | RecoveryRoute::Ordinary)
}

fn of_fee(fee: &Fee) -> Expense {
    let name = match fee.kind {
        FeeKind::Clerk => ExpenseName::Clerk,
        FeeKind::LegalAid => ExpenseName::LegalAid,
        FeeKind::Service => ExpenseName::Service,
    };
    let Fee { low, high, source, confirmed, .. } = *fee;
    Expense { name, low, high, source: source.to_owned(), read: court_fee::READ, confirmed }
}

/// Before a civil or commercial court, up to a sum with the interest on it; what a public body is asked for goes through a
/// lawyer as a rule.
fn may_do_without_lawyer(at: &Situation) -> bool {
    let is_small = at.currency == Currency::EUR && at.claimed() + at.on_top() <= WITHOUT_LAWYER;
    is_small && at.court() != Court::Administrative
}

impl Prospect {
    /// What it would bring in the end at another chance.
    #[must_use]
    pub fn net_at(&self, chance: Percent) -> Amount {
        hoped(chance, self.recovered, self.taken) - self.fixed.expected
    }

    /// The least chance at which it brings so much; none where no chance does.
    #[must_use]
    pub fn chance_for(&self, wanted: Amount) -> Option<Percent> {
        (0..=100).map(Percent::nearest).find(|chance| wanted <= self.net_at(*chance))
    }

    /// The least chance at which it pays for itself; none where it never does.
    #[must_use]
    pub fn break_even(&self) -> Option<Percent> {
        self.chance_for(Amount::ZERO)
    }

    /// What to bring together for it: only a firm has an extract of a register.
    pub fn to_gather(&self, debtor: DebtorKind) -> impl Iterator<Item = Gather> {
        let is_firm = matches!(debtor, DebtorKind::Business | DebtorKind::Unknown);
        self.facts.gather.iter().copied().filter(move |what| is_firm || *what != Gather::Register)
    }

    /// Even at its dearest it costs no more than it may bring.
    #[must_use]
    pub fn is_within_claim(&self) -> bool {
        self.fixed.high <= self.recovered
    }
}

impl Range {
    /// Two ranges, end by end.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            expected: self.expected + other.expected,
            high: self.high + other.high,
        }
    }
}
