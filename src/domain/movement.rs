//! Movements (*mouvements*): the dated facts that change what is owed. An invoice itself is never altered.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::{Amount, MovementId};

/// What a movement is. The order is the one in which movements of one day take effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MovementKind {
    /// Credit note (*avoir*): a price reduction, on the principal only, never on interest.
    CreditNote,
    /// Money received.
    Payment,
}

/// A dated movement of one invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Movement {
    /// Number within the book.
    pub id: MovementId,
    /// Payment or credit note.
    pub kind: MovementKind,
    /// Day the funds were available, or day of the credit note.
    pub date: NaiveDate,
    /// More than zero.
    pub amount: Amount,
    /// Means and reference, free text: « virement », a credit note's number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
}

/// The part of a movement the claim needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// Day it takes effect; the day itself still bears interest on the sum before.
    pub date: NaiveDate,
    /// Payment or credit note.
    pub kind: MovementKind,
    /// More than zero.
    pub amount: Amount,
}

impl From<&Movement> for Change {
    fn from(movement: &Movement) -> Self {
        Self { date: movement.date, kind: movement.kind, amount: movement.amount }
    }
}
