//! Forecast of cash (*prévisions de trésorerie*): what comes in when, by how certain it is. Principal only; penalties are
//! a claim and no plan to live by.
//!
//! | certainty | what | day | how much counts |
//! |---|---|---|---|
//! | promised | running promises; an offer of money the client agreed to, for the principal it asks | the day promised, the last day of the offer | all of it |
//! | planned | sums of a signed plan that were not missed, while its notice, if there is one, runs | their days | the principal they hold |
//! | probable | the rest, due or overdue, sums of a plan that were missed included | due date + usual lateness; once that is past, a while from today | by its age |
//! | apart | insolvent, contested, before a court, handed over to a collector; the price of a claim that was sold | none | nothing |
//!
//! A cent of an invoice is counted once: what a promise, an agreed offer or a plan covers is no longer probable, and what
//! such an offer gives up is not expected at all. Penalties and fixed sums that a plan spreads with it are expected as
//! well; they are told apart ([`CashFlow::besides`]) and never added.

pub mod planned;
pub mod promised;
pub mod weeks;
pub mod why;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use self::promised::Promised;
use super::case_file::CaseFile;
use super::claim::Claim;
use super::dunning::habits::Habits;
use super::plan::standing::Standing;
use super::proceeding::ProceedingKind;
use crate::base::{Amount, ClientId, Currency, InvoiceId, dates};

/// Average lateness in France, in days: 14.1 in the first half of 2025 (Altares, study of payment behaviour published on
/// 18 September 2025, as reported by several papers; read in November 2026). It stands in where own history is too short.
pub const USUAL_DELAY: u32 = 14;
/// Settled invoices from which a history says something.
pub const ENOUGH: usize = 3;
/// Days given to what is later than usual already, at least, where nobody said otherwise.
pub const CATCH_UP_DAYS: u32 = 7;
/// Longest delay a form takes, in days.
pub const LONGEST_DELAY: u32 = 365;

/// Share of all that is owed, in thousandths, from which one client weighs heavily; a guide of ours.
pub const HEAVY_SHARE: i64 = 333;

/// Ages of what is owed: the last day of each in days past due; the last has no end.
pub const AGES: [Option<i64>; 6] = [Some(0), Some(30), Some(60), Some(90), Some(180), None];

/// What a forecast supposes. It is not what the ways out assume (`domain::assumptions`): a forecast asks how likely a sum is
/// to come in by itself, in six steps of age, of all clients; a way out starts from two quoted figures, to which the way and
/// the facts of one claim add. Neither is counted from the other, so that what was typed for one never moves the other. The chances are estimates of the authors of the program (November 2026) and rest on no
/// official figure: each user's own experience is worth more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Supposed {
    /// Chance of being paid by age, in per cent, in the order of [`AGES`].
    pub chances: [u32; 6],
    /// Lateness where no own history says more, in days.
    pub delay: u32,
    /// How much own history counts against that delay, in per cent.
    pub own_share: u32,
    /// Days given to what is later than usual already, at least.
    #[serde(skip_serializing_if = "is_usual")]
    pub catch_up: u32,
    /// Cash there is today, in euros.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cash: Option<Amount>,
    /// What is spent in a week, in euros.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub costs: Option<Amount>,
}

impl Default for Supposed {
    fn default() -> Self {
        Self {
            chances: [95, 90, 75, 60, 40, 20],
            delay: USUAL_DELAY,
            own_share: 100,
            catch_up: CATCH_UP_DAYS,
            cash: None,
            costs: None,
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the serialiser asks by reference")]
fn is_usual(days: &u32) -> bool {
    *days == CATCH_UP_DAYS
}

/// How certain a sum is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The client said so.
    Promised,
    /// A signed plan says so.
    Planned,
    /// Experience says so.
    Probable,
}

/// Why a sum has no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Apart {
    /// Insolvency proceedings are open.
    Insolvent,
    /// The client contests it.
    Disputed,
    /// It is before a court, or being enforced.
    InCourt,
    /// It was sold, and the buyer has not paid yet: the price.
    Sold,
    /// Somebody collects it, and keeps a share.
    HandedOver,
}

/// A sum that is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// From whom.
    pub client: ClientId,
    /// On which invoice; the first of a plan.
    pub invoice: InvoiceId,
    /// Its currency.
    pub currency: Currency,
    /// How certain it is.
    pub certainty: Certainty,
    /// When.
    pub day: NaiveDate,
    /// When it falls due, of a probable sum.
    pub due: Option<NaiveDate>,
    /// What is owed.
    pub whole: Amount,
    /// What of it counts.
    pub amount: Amount,
}

/// A sum without a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetApart {
    /// From whom.
    pub client: ClientId,
    /// On which invoice.
    pub invoice: InvoiceId,
    /// Its currency.
    pub currency: Currency,
    /// Why.
    pub why: Apart,
    /// How much.
    pub amount: Amount,
}

/// What is expected, and what is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CashFlow {
    /// Sums with their days.
    pub expected: Vec<Expected>,
    /// Penalties and fixed sums that signed plans spread, with their days: beside the principal, and counted nowhere.
    pub besides: Vec<Expected>,
    /// Sums without.
    pub apart: Vec<SetApart>,
}

/// How late somebody usually pays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pace {
    /// Days after the due date.
    pub delay: i64,
    /// How far from it payments fall, in days.
    pub spread: i64,
    /// Days given to what is later than that already.
    pub catch_up: i64,
    /// Whose history it comes from.
    pub source: PaceSource,
}

/// Whose history a pace comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PaceSource {
    /// The client's own.
    Client,
    /// That of all clients.
    All,
    /// None: what is assumed.
    #[default]
    Assumed,
}

/// One invoice as a forecast sees it.
#[derive(Clone, Copy, Debug)]
pub struct Seen<'a> {
    /// The case.
    pub case: &'a CaseFile,
    /// Its claim today.
    pub claim: &'a Claim,
    /// Day insolvency proceedings were opened against its client.
    pub insolvency: Option<NaiveDate>,
    /// How late its client usually pays.
    pub pace: Pace,
    /// What of its principal a signed plan covers.
    pub planned: Amount,
}

impl Supposed {
    /// Nothing was changed.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Chances and shares are per cent, days are days that can be counted.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.chances.iter().all(|chance| *chance <= 100)
            && self.own_share <= 100
            && self.delay <= LONGEST_DELAY
            && self.catch_up <= LONGEST_DELAY
    }

    /// The chance of a sum that many days past due, in per cent.
    #[must_use]
    pub fn chance(&self, days_late: i64) -> u32 {
        let age = AGES.iter().position(|last| last.is_none_or(|last| days_late <= last));
        age.and_then(|age| self.chances.get(age)).copied().unwrap_or_default().min(100)
    }

    /// How late a client pays: by its own history where that is long enough, by that of all, or as assumed; the first two
    /// mixed with the last as the user wants it.
    #[must_use]
    pub fn pace(&self, client: &Habits, all: &Habits) -> Pace {
        let enough = |habits: &Habits| {
            Some((habits.median_days?, habits.spread_days?)).filter(|_| habits.settled >= ENOUGH)
        };
        let (known, source) = match (enough(client), enough(all)) {
            (Some(own), _) => (Some(own), PaceSource::Client),
            (None, Some(all)) => (Some(all), PaceSource::All),
            (None, None) => (None, PaceSource::Assumed),
        };
        let assumed = i64::from(self.delay);
        let least = i64::from(self.catch_up);
        let Some((median, spread)) = known else {
            return Pace { delay: assumed, spread: 0, catch_up: least, source };
        };
        let own = i64::from(self.own_share.min(100));
        let delay = (2 * (median * own + assumed * (100 - own)) + 100).div_euclid(200);
        let source = if own == 0 { PaceSource::Assumed } else { source };
        Pace { delay, spread, catch_up: spread.max(least), source }
    }
}

impl CashFlow {
    /// Adds what is expected of an invoice.
    pub fn add_case(&mut self, seen: &Seen<'_>, assumptions: &Supposed) {
        let Seen { case, claim, .. } = *seen;
        if !claim.principal_left.is_positive() {
            return;
        }
        if let Some(why) = without_a_day(seen) {
            self.set_apart(seen, why, claim.principal_left - seen.planned);
            return;
        }
        let mut left = Unpaid::of(claim);
        left.take(seen.planned);
        let promised = Promised::of(case, claim, seen.planned);
        let contested = left.take_last(case.disputed(claim) - promised.settled);
        self.set_apart(seen, Apart::Disputed, contested);
        left.take(promised.given_up);
        for (day, amount) in promised.sums {
            let amount = left.take(amount);
            self.expect(seen, None, day.max(claim.as_of), amount, amount);
        }
        for (due, whole) in left.0 {
            let late = dates::days_between(due, claim.as_of);
            let amount = share(whole, assumptions.chance(late));
            self.expect(seen, Some(due), seen.pace.day(due, claim.as_of), whole, amount);
        }
    }

    /// Sets apart the price of a sale that is still to come: no day was agreed on that is on record.
    pub fn add_sale(&mut self, case: &CaseFile, today: NaiveDate) {
        let amount = case.proceeding(today).map(|one| one.unpaid_price(today)).unwrap_or_default();
        if amount.is_positive() {
            let invoice = &case.invoice;
            let (client, id, currency) = (invoice.client, invoice.id, invoice.currency);
            self.apart.push(SetApart { client, invoice: id, currency, why: Apart::Sold, amount });
        }
    }

    /// A sum that was promised, or is probable where its due date is given.
    fn expect(
        &mut self,
        seen: &Seen<'_>,
        due: Option<NaiveDate>,
        day: NaiveDate,
        whole: Amount,
        amount: Amount,
    ) {
        if whole.is_positive() {
            let invoice = &seen.case.invoice;
            let (client, invoice, currency) = (invoice.client, invoice.id, invoice.currency);
            let certainty = if due.is_some() { Certainty::Probable } else { Certainty::Promised };
            let one = Expected { client, invoice, currency, certainty, day, due, whole, amount };
            self.expected.push(one);
        }
    }

    fn set_apart(&mut self, seen: &Seen<'_>, why: Apart, amount: Amount) {
        if amount.is_positive() {
            let invoice = &seen.case.invoice;
            let (client, invoice, currency) = (invoice.client, invoice.id, invoice.currency);
            self.apart.push(SetApart { client, invoice, currency, why, amount });
        }
    }
}

impl Pace {
    /// The day a sum is expected that falls due on a day.
    #[must_use]
    pub fn day(self, due: NaiveDate, today: NaiveDate) -> NaiveDate {
        let wait = dates::days_between(due, today);
        let days = if wait < self.delay { self.delay } else { wait + self.catch_up };
        match u32::try_from(days) {
            Ok(days) => dates::add_days(due, days).max(today),
            // Paid ahead of the due date as a rule.
            Err(_) => due.checked_sub_days(chrono::Days::new(days.unsigned_abs())).unwrap_or(due).max(today),
        }
    }
}

/// Whether the sums of a plan are to be counted on.
#[must_use]
pub fn counts_on(standing: Standing) -> bool {
    matches!(standing, Standing::Kept(_) | Standing::Missed(_) | Standing::NoticeRuns(..))
}

/// Why an invoice has no day at all.
fn without_a_day(seen: &Seen<'_>) -> Option<Apart> {
    let today = seen.claim.as_of;
    if seen.case.is_held_by(seen.insolvency, today) {
        Some(Apart::Insolvent)
    } else if sues(seen.case, today)
        || seen.case.acts.iter().any(|act| act.date <= today && act.kind.is_judicial())
    {
        Some(Apart::InCourt)
    } else if seen.case.proceeding(today).is_some_and(|one| one.kind == ProceedingKind::HandedOver) {
        Some(Apart::HandedOver)
    } else {
        None
    }
}

/// An order, a simplified procedure or a claim in court is under way.
fn sues(case: &CaseFile, today: NaiveDate) -> bool {
    case.proceeding(today).is_some_and(|one| one.kind.seeks_title())
}

/// So many hundredths of a sum, rounded half up.
fn share(whole: Amount, per_cent: u32) -> Amount {
    let cents = i128::from(whole.cents()) * i128::from(per_cent);
    Amount::from_cents(i64::try_from((cents + 50).div_euclid(100)).unwrap_or_default())
}

/// What is unpaid of an invoice, by due date.
struct Unpaid(Vec<(NaiveDate, Amount)>);

impl Unpaid {
    fn of(claim: &Claim) -> Self {
        let left = claim.instalments.iter().filter(|one| one.left.is_positive());
        Self(left.map(|one| (one.due, one.left)).collect())
    }

    /// Takes a sum off what falls due first; how much there was to take.
    fn take(&mut self, amount: Amount) -> Amount {
        take(self.0.iter_mut(), amount)
    }

    /// The same off what falls due last.
    fn take_last(&mut self, amount: Amount) -> Amount {
        take(self.0.iter_mut().rev(), amount)
    }
}

fn take<'a>(parts: impl Iterator<Item = &'a mut (NaiveDate, Amount)>, amount: Amount) -> Amount {
    let mut wanted = amount.or_zero();
    for (_, left) in parts {
        let part = wanted.min(*left);
        *left -= part;
        wanted -= part;
    }
    amount.or_zero() - wanted
}
