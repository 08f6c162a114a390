//! What became of a registered letter (*lettre recommandée avec avis de réception*): its number, when it was presented, and
//! whether it was handed over, refused or never collected.
//!
//! A formal notice that was refused or not collected is held to be valid all the same (Cass. 1re civ., 20 January 2021,
//! n° 19-20.680; recalled in November 2026, to be checked); it is its receipt that lets a consumer’s interest
//! run or, where it came back, its first presentation.

use crate::base::iso;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Why a registered letter came back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Returned {
    /// The client refused it.
    Refused,
    /// Nobody collected it in the time the post keeps it.
    NotCollected,
}

/// What is known of a registered letter beside the day it was received.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Posting {
    /// Number on the receipt of the post.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Day it was first presented.
    #[serde(default, with = "iso::optional", skip_serializing_if = "Option::is_none")]
    pub presented: Option<NaiveDate>,
    /// Why it came back, where it did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returned: Option<Returned>,
}

impl Posting {
    /// Nothing is known.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }
}
