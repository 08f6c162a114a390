//! Policy: what the user decided about chasing, for all clients, and supposes of when they pay.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ladder::{Ladder, Speed};
use crate::base::iso;
use crate::base::{BookId, Region};
use crate::domain::forecast::Supposed;

/// How many contacts a client may have, and when: good practice and protection against the reproach of harassment
/// (C. pén. art. 222-16, 222-33-2-2), no statute for a creditor's own reminders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Budget {
    /// Most contacts in a day.
    pub per_day: u32,
    /// Most contacts in seven days.
    pub per_week: u32,
    /// First hour of the day for a contact.
    pub from_hour: u32,
    /// Hour of the day from which there is none.
    pub to_hour: u32,
}

/// What holds for all clients.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// The ladder, where it is not the built-in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ladder: Option<Ladder>,
    /// How fast it is climbed.
    pub speed: Speed,
    /// Whose public holidays count.
    pub region: Region,
    /// Contact budget.
    pub budget: Budget,
    /// Day the bank account was last looked at for payments (« banque vérifiée le »).
    #[serde(default, with = "iso::optional", skip_serializing_if = "Option::is_none")]
    pub bank_checked: Option<NaiveDate>,
    /// What a forecast of cash supposes, where that is not the default.
    #[serde(skip_serializing_if = "Supposed::is_default")]
    pub forecast: Supposed,
    /// What tells this book’s calendar entries from those of another; drawn when the first are handed out, and kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub book: Option<BookId>,
}

impl Default for Budget {
    fn default() -> Self {
        Self { per_day: 1, per_week: 3, from_hour: 9, to_hour: 18 }
    }
}
