//! Movements (*mouvements*): the dated facts that change what is owed. An invoice itself is never altered.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::iso;
use crate::base::order::in_order;
use crate::base::{Amount, MovementId};

/// What a movement is. The order is the one in which movements of one day take effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MovementKind {
    /// Credit note (*avoir*): a price reduction, on the principal only, never on interest.
    CreditNote,
    /// Discount (*remise, escompte*): the user asks for less of the principal, without a credit note.
    Discount,
    /// Late interest given up (*remise de pénalités*).
    InterestWaiver,
    /// Fixed compensation given up.
    CompensationWaiver,
    /// Money received.
    Payment,
    /// Money given back (*remboursement*), a cheque or a direct debit that bounced.
    Refund,
}

impl MovementKind {
    /// Every kind, as a form offers them.
    pub const ALL: [Self; 6] = [
        Self::Payment,
        Self::CreditNote,
        Self::Discount,
        Self::InterestWaiver,
        Self::CompensationWaiver,
        Self::Refund,
    ];

    /// It gives up interest or the fixed sum, and may do so on a condition.
    #[must_use]
    pub fn is_waiver(self) -> bool {
        matches!(self, Self::InterestWaiver | Self::CompensationWaiver)
    }
}

/// A dated movement of one invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Movement {
    /// Number within the book.
    pub id: MovementId,
    /// What it is.
    pub kind: MovementKind,
    /// Day the funds were available, or day of the credit note or of the decision.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// More than zero. Of a waiver on condition: what it came to on its day; it covers all that is left on the day the
    /// condition is met.
    pub amount: Amount,
    /// Means and reference, free text: « virement », a credit note's number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// A waiver only holds if the whole principal is settled by this day.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub if_settled_by: Option<NaiveDate>,
}

impl Movement {
    /// The money that came in by it: none of a credit note or a waiver, less than none of money given back.
    #[must_use]
    pub fn money(&self) -> Amount {
        match self.kind {
            MovementKind::Payment => self.amount,
            MovementKind::Refund => Amount::ZERO - self.amount,
            _ => Amount::ZERO,
        }
    }
}

/// Money received from one day to another, both included, that the client has not got back by the end of a day. What is
/// given back, or bounced, is what was paid last before it.
///
/// ```
/// use relance::base::{Amount, MovementId, dates::parse_iso};
/// use relance::domain::movement::{Movement, MovementKind, received_between};
/// let moved = |kind, date| Movement {
///     id: MovementId(1),
///     kind,
///     date: parse_iso(date).unwrap(),
///     amount: Amount::from_cents(10_000),
///     reference: String::new(),
///     if_settled_by: None,
/// };
/// let movements = [moved(MovementKind::Payment, "2026-11-12"), moved(MovementKind::Refund, "2026-11-19")];
/// let received = |today| {
///     let day = |text| parse_iso(text).unwrap();
///     received_between(&movements, day("2026-11-10"), day("2026-11-15"), day(today))
/// };
/// assert_eq!(received("2026-11-18"), Amount::from_cents(10_000));
/// assert_eq!(received("2026-11-19"), Amount::ZERO, "it bounced");
/// ```
#[must_use]
pub fn received_between(movements: &[Movement], from: NaiveDate, to: NaiveDate, today: NaiveDate) -> Amount {
    let known = movements.iter().filter(|movement| movement.date <= today && !movement.money().is_zero());
    let mut payments: Vec<(NaiveDate, Amount)> = Vec::new();
    for movement in in_order(known, |movement| (movement.date, movement.kind)) {
        let mut back = Amount::ZERO - movement.money();
        if !back.is_positive() {
            payments.push((movement.date, movement.money()));
        }
        for (_, left) in payments.iter_mut().rev() {
            let part = (*left).min(back.or_zero());
            *left -= part;
            back -= part;
        }
    }
    let within = payments.into_iter().filter(|(date, _)| from <= *date && *date <= to);
    within.map(|(_, left)| left).sum()
}

/// The part of a movement the claim needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// Day it takes effect; the day itself still bears interest on the sum before.
    pub date: NaiveDate,
    /// What it is.
    pub kind: MovementKind,
    /// More than zero.
    pub amount: Amount,
    /// Condition of a waiver: the principal is settled by this day.
    pub if_settled_by: Option<NaiveDate>,
}

impl Change {
    /// A movement without condition.
    #[must_use]
    pub fn new(date: NaiveDate, kind: MovementKind, amount: Amount) -> Self {
        Self { date, kind, amount, if_settled_by: None }
    }
}

impl From<&Movement> for Change {
    fn from(movement: &Movement) -> Self {
        Self {
            date: movement.date,
            kind: movement.kind,
            amount: movement.amount,
            if_settled_by: movement.if_settled_by.filter(|_| movement.kind.is_waiver()),
        }
    }
}
