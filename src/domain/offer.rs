//! Offers (*offres de règlement*): less than all of it, or something done, if a client settles by a day.
//!
//! An offer gives nothing up while it is open: the claim goes on as if there were none, so that one that lapses leaves it
//! as it would have been. It lapses by itself the day after its last one. What was agreed becomes movements on the day it
//! is fulfilled, and those can be taken back like any other.
//!
//! | kind | what the client does | what the user gives |
//! |---|---|---|
//! | [`OfferKind::Discount`] | pays the rest by a day | a part of the price, penalties too where that was offered |
//! | [`OfferKind::Penalties`] | pays the principal by a day | late interest and the fixed sum |
//! | [`OfferKind::Early`] | pays before the due date (*escompte*) | a percentage of the price |
//! | [`OfferKind::Return`] | gives goods back by a day | a credit note for their worth |
//! | [`OfferKind::Repair`] | agrees that work is put right (*reprise*), then pays | that work, at the user’s own cost |
//!
//! Sources: C. civ. art. 1117 (an offer lapses at the end of its time), 2044 (concessions on both sides in writing make a
//! settlement); CCP art. L2192-14 (a public buyer’s interest cannot be given up). Read in November 2026.

mod figures;
mod settling;
mod way;

use std::ops::Not;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::movement::{Movement, MovementKind};
use super::party::DebtorKind;
use crate::base::{Amount, OfferId, Rate, dates, iso};

pub use figures::{OfferFigures, OfferPrice, annual_cost, price};
pub use settling::settling;
pub use way::{Way, WayKind};

/// What is offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OfferKind {
    /// Less of the price (*remise*), if the rest is paid by the last day.
    Discount {
        /// What is taken off the principal, including VAT.
        amount: Amount,
        /// Late interest and the fixed sum are given up too.
        #[serde(default, skip_serializing_if = "Not::not")]
        drops_penalties: bool,
    },
    /// Late interest and the fixed sum are given up, if the principal is paid by the last day.
    Penalties,
    /// A percentage off for paying before the due date (*escompte*).
    Early {
        /// How many per cent of what is unpaid.
        percent: Rate,
        /// What that comes to.
        amount: Amount,
    },
    /// Goods are taken back (*reprise de marchandises*), and a credit note is made for them.
    Return {
        /// Which goods.
        what: String,
        /// What they count for, including VAT.
        worth: Amount,
        /// Last day for them to be back, once the client agreed.
        #[serde(with = "iso")]
        by: NaiveDate,
    },
    /// Work is put right (*reprise du travail*), and the whole is then paid.
    Repair {
        /// Which work.
        what: String,
        /// What it costs the user, estimated; zero where that is not known.
        cost: Amount,
        /// Last day for it to be done, once the client agreed.
        #[serde(with = "iso")]
        by: NaiveDate,
    },
}

/// What is offered, whatever its terms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OfferSort {
    /// Less of the price.
    #[default]
    Discount,
    /// No penalties.
    Penalties,
    /// Less for paying early.
    Early,
    /// Goods taken back.
    Return,
    /// Work put right.
    Repair,
}

/// How an offer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OfferEnd {
    /// The client did its part, and what was offered was given.
    Fulfilled,
    /// The client refused it.
    Refused,
    /// It was taken back, or another one was taken up in its place.
    Withdrawn,
}

/// The end of an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferEnded {
    /// How.
    pub how: OfferEnd,
    /// When.
    #[serde(with = "iso")]
    pub on: NaiveDate,
}

/// An offer about one invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// Number within its case.
    pub id: OfferId,
    /// Day it was made; what is owed was counted to its end.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// What.
    pub kind: OfferKind,
    /// What the client is to pay; of goods taken back and work put right, what it still owes then.
    pub pay: Amount,
    /// What had been received before: only what comes on top pays the offer.
    pub paid_before: Amount,
    /// Its last day: for the money to be there, or for the client to agree.
    #[serde(with = "iso")]
    pub until: NaiveDate,
    /// Of goods taken back and work put right: the day by which what is still owed then is paid, where one was named.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub balance_by: Option<NaiveDate>,
    /// Day the client agreed, where that is known.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<NaiveDate>,
    /// How it ended, where it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<OfferEnded>,
    /// Note, free text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Where an offer stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferState {
    /// It may still be taken up, until this day.
    Open(NaiveDate),
    /// The client agreed, and its part, or the user’s, is to be done by this day.
    Agreed(NaiveDate),
    /// The money was there in time, on this day: what was offered is to be given.
    Met(NaiveDate),
    /// What was agreed was to be done by this day, and is not noted as done.
    Overdue(NaiveDate),
    /// Its last day went by: it is as if there had been none.
    Lapsed(NaiveDate),
    /// It ended.
    Ended(OfferEnd),
}

impl OfferState {
    /// The client agreed, or paid: what was offered is to be given or taken back before anything else is offered.
    #[must_use]
    pub fn is_taken_up(self) -> bool {
        matches!(self, Self::Agreed(_) | Self::Met(_))
    }
}

/// Why terms make no offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfferError {
    /// Nothing is late, or nothing is owed.
    NothingLate,
    /// A discount as large as what is owed, or larger.
    TooLarge,
    /// There are no penalties to give up.
    NoPenalties,
    /// A public buyer’s interest cannot be given up.
    PublicBuyer,
    /// It is due already: there is no paying early.
    NotEarly,
    /// The last day is not after today.
    OverAlready,
    /// The last day is not before the due date, which paying early means.
    NotBeforeDue,
}

impl OfferSort {
    /// Every kind, in the order a form offers them.
    pub const ALL: [Self; 5] = [Self::Discount, Self::Penalties, Self::Early, Self::Return, Self::Repair];

    /// The client takes it up by paying, and nothing else is to be done.
    #[must_use]
    pub fn is_of_money(self) -> bool {
        matches!(self, Self::Discount | Self::Penalties | Self::Early)
    }
}

impl OfferKind {
    /// What it is, whatever its terms.
    #[must_use]
    pub fn sort(&self) -> OfferSort {
        match self {
            Self::Discount { .. } => OfferSort::Discount,
            Self::Penalties => OfferSort::Penalties,
            Self::Early { .. } => OfferSort::Early,
            Self::Return { .. } => OfferSort::Return,
            Self::Repair { .. } => OfferSort::Repair,
        }
    }

    /// Late interest and the fixed sum are given up.
    #[must_use]
    pub fn drops_penalties(&self) -> bool {
        matches!(self, Self::Penalties | Self::Discount { drops_penalties: true, .. })
    }

    /// What is taken off the principal, as far as it is fixed beforehand.
    #[must_use]
    pub fn off_principal(&self) -> Amount {
        match self {
            Self::Discount { amount, .. } | Self::Early { amount, .. } => *amount,
            Self::Return { worth, .. } => *worth,
            Self::Penalties | Self::Repair { .. } => Amount::ZERO,
        }
    }

    /// The day what was agreed is to be done by, where there is something to do beside paying.
    #[must_use]
    pub fn done_by(&self) -> Option<NaiveDate> {
        match self {
            Self::Return { by, .. } | Self::Repair { by, .. } => Some(*by),
            Self::Discount { .. } | Self::Penalties | Self::Early { .. } => None,
        }
    }

    /// Whether it may be offered to a client of this kind.
    ///
    /// # Errors
    /// [`OfferError::PublicBuyer`]: what gives up a public buyer’s interest is void.
    pub fn check_for(&self, kind: DebtorKind) -> Result<(), OfferError> {
        if self.drops_penalties() && kind == DebtorKind::Public {
            Err(OfferError::PublicBuyer)
        } else {
            Ok(())
        }
    }
}

impl Offer {
    /// The client may still take it up, or what was agreed is not done yet, as far as is recorded.
    #[must_use]
    pub fn is_unended(&self) -> bool {
        self.ended.is_none()
    }

    /// Where it stands at the end of a day, from the movements of its case.
    #[must_use]
    pub fn state(&self, movements: &[Movement], today: NaiveDate) -> OfferState {
        if let Some(ended) = self.ended.filter(|ended| ended.on <= today) {
            return OfferState::Ended(ended.how);
        }
        if self.kind.sort().is_of_money()
            && let Some(on) = self.met_on(movements, today)
        {
            return OfferState::Met(on);
        }
        let agreed = self.accepted.filter(|day| *day <= today);
        match (agreed, self.kind.done_by()) {
            (Some(_), Some(by)) if today <= by => OfferState::Agreed(by),
            (Some(_), Some(by)) => OfferState::Overdue(by),
            _ if self.until < today => OfferState::Lapsed(self.until),
            (Some(_), None) => OfferState::Agreed(self.until),
            (None, _) => OfferState::Open(self.until),
        }
    }

    /// The day by whose end what is to be paid was there, in time and not given back since.
    fn met_on(&self, movements: &[Movement], today: NaiveDate) -> Option<NaiveDate> {
        let in_time = |movement: &&Movement| match movement.kind {
            MovementKind::Payment => movement.date <= self.until.min(today),
            MovementKind::Refund => movement.date <= today,
            _ => false,
        };
        let wanted = self.paid_before + self.pay;
        let counted = || movements.iter().filter(in_time);
        if counted().map(Movement::money).sum::<Amount>() < wanted {
            return None;
        }
        let mut sum = Amount::ZERO;
        let mut payments: Vec<&Movement> = Vec::new();
        for movement in counted().filter(|movement| movement.kind == MovementKind::Payment) {
            payments.insert(payments.partition_point(|known| known.date <= movement.date), movement);
        }
        payments.into_iter().find_map(|payment| {
            sum += payment.amount;
            (wanted <= sum).then(|| payment.date.max(self.date))
        })
    }

    /// What is still to come of what is to be paid under it, at the end of a day.
    #[must_use]
    pub fn left(&self, movements: &[Movement], today: NaiveDate) -> Amount {
        let known = movements.iter().filter(|movement| movement.date <= today);
        let received: Amount = known.map(Movement::money).sum();
        (self.pay - (received - self.paid_before).or_zero()).or_zero()
    }

    /// Until when the ladder waits for it on a day: to its last day, or to that of what was agreed. None where it does not
    /// wait.
    #[must_use]
    pub fn waits_until(&self, movements: &[Movement], today: NaiveDate) -> Option<NaiveDate> {
        match self.state(movements, today) {
            OfferState::Open(until) | OfferState::Agreed(until) if self.date <= today => Some(until),
            _ => None,
        }
    }

    /// Whether its facts agree with one another, and can be read again.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let costs = match &self.kind {
            OfferKind::Repair { cost, .. } => *cost,
            _ => self.kind.off_principal(),
        };
        self.date <= self.until
            && [self.pay, self.paid_before, costs].into_iter().all(Amount::can_be_kept)
            && self.pay >= Amount::ZERO
            && costs >= Amount::ZERO
            && (self.pay.is_positive() || !self.kind.sort().is_of_money())
            && self.kind.done_by().is_none_or(|by| self.date <= by)
            && self.balance_by.is_none_or(|by| self.date <= by)
    }

    /// Every day in it.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let ended = self.ended.map(|ended| ended.on);
        let known = [self.date, self.until].into_iter().chain(self.accepted).chain(self.balance_by);
        known.chain(ended).chain(self.kind.done_by())
    }

    /// The day after its last one, on which it is no more.
    #[must_use]
    pub fn lapses_on(&self) -> NaiveDate {
        dates::next_day(self.until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::MovementId;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn offer(kind: OfferKind) -> Offer {
        Offer {
            id: OfferId(1),
            date: day("2026-11-10"),
            kind,
            pay: Amount::from_cents(90_000),
            paid_before: Amount::from_cents(5_000),
            until: day("2026-11-20"),
            balance_by: None,
            accepted: None,
            ended: None,
            note: String::new(),
        }
    }

    fn moved(kind: MovementKind, date: &str, cents: i64) -> Movement {
        Movement {
            id: MovementId(1),
            kind,
            date: day(date),
            amount: Amount::from_cents(cents),
            reference: String::new(),
            if_settled_by: None,
        }
    }

    fn discount() -> OfferKind {
        OfferKind::Discount { amount: Amount::from_cents(10_000), drops_penalties: true }
    }

    #[test]
    fn it_lapses_by_itself_the_day_after_its_last() {
        let offer = offer(discount());
        let before = [moved(MovementKind::Payment, "2026-11-02", 5_000)];
        assert_eq!(offer.state(&before, day("2026-11-20")), OfferState::Open(day("2026-11-20")));
        assert_eq!(offer.state(&before, day("2026-11-21")), OfferState::Lapsed(day("2026-11-20")));
        assert_eq!(offer.waits_until(&before, day("2026-11-12")), Some(day("2026-11-20")));
        assert_eq!(offer.waits_until(&before, day("2026-11-21")), None);
        assert_eq!(offer.lapses_on(), day("2026-11-21"));
    }

    #[test]
    fn money_in_time_meets_it_whenever_it_is_noted() {
        let offer = offer(discount());
        let mut all = vec![
            moved(MovementKind::Payment, "2026-11-02", 5_000),
            moved(MovementKind::Payment, "2026-11-18", 40_000),
            moved(MovementKind::Payment, "2026-11-20", 50_000),
        ];
        assert_eq!(offer.state(&all, day("2026-11-19")), OfferState::Open(day("2026-11-20")));
        assert_eq!(offer.state(&all, day("2026-11-25")), OfferState::Met(day("2026-11-20")));
        all.push(moved(MovementKind::Refund, "2026-11-24", 1));
        assert_eq!(offer.state(&all, day("2026-11-25")), OfferState::Lapsed(day("2026-11-20")), "it bounced");
        let late = [
            moved(MovementKind::Payment, "2026-11-02", 5_000),
            moved(MovementKind::Payment, "2026-11-21", 90_000),
        ];
        assert_eq!(
            offer.state(&late, day("2026-11-21")),
            OfferState::Lapsed(day("2026-11-20")),
            "a day late"
        );
    }

    #[test]
    fn what_was_agreed_outlives_the_day_for_agreeing() {
        let kind =
            OfferKind::Repair { what: "le pied de page".into(), cost: Amount::ZERO, by: day("2026-12-01") };
        let mut offer = offer(kind);
        assert_eq!(offer.state(&[], day("2026-11-21")), OfferState::Lapsed(day("2026-11-20")));
        offer.accepted = Some(day("2026-11-15"));
        assert_eq!(offer.state(&[], day("2026-11-21")), OfferState::Agreed(day("2026-12-01")));
        assert_eq!(offer.state(&[], day("2026-12-02")), OfferState::Overdue(day("2026-12-01")));
        offer.ended = Some(OfferEnded { how: OfferEnd::Fulfilled, on: day("2026-12-02") });
        assert_eq!(offer.state(&[], day("2026-12-02")), OfferState::Ended(OfferEnd::Fulfilled));
    }

    #[test]
    fn a_public_buyers_interest_is_not_given_up() {
        assert_eq!(OfferKind::Penalties.check_for(DebtorKind::Public), Err(OfferError::PublicBuyer));
        assert_eq!(discount().check_for(DebtorKind::Public), Err(OfferError::PublicBuyer));
        assert_eq!(OfferKind::Penalties.check_for(DebtorKind::Business), Ok(()));
    }
}
