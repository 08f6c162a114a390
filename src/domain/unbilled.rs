//! Unbilled work (*à facturer*): work done that has not become an invoice yet. Money is lost there first (CAP-7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::iso;
use crate::base::{Amount, WorkId, dates};

/// Days after which work not invoiced is called for, unless chosen otherwise.
pub const ALERT_DAYS: u32 = 7;

/// A piece of work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// Number within the book.
    pub id: WorkId,
    /// Name of the client, who may not be in the book yet.
    pub client: String,
    /// What was done.
    pub what: String,
    /// Day it was done.
    #[serde(with = "iso")]
    pub done: NaiveDate,
    /// What it will come to including VAT, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// Days after which it is called for.
    pub alert_days: u32,
}

/// All work that is not invoiced.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Unbilled {
    /// In the order it was entered.
    pub works: Vec<Work>,
}

impl Unbilled {
    /// The number the next piece of work gets.
    #[must_use]
    pub fn next_id(&self) -> WorkId {
        WorkId(self.works.iter().map(|work| work.id.0).max().unwrap_or(0)).next()
    }
}

impl Work {
    /// The day from which it is called for.
    #[must_use]
    pub fn alert(&self) -> NaiveDate {
        dates::add_days(self.done, self.alert_days)
    }
}
