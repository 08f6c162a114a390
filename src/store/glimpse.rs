//! A glimpse of the list of invoices, kept beside the records: what it shows as it opens, today and on the days to come. A
//! book of thousands of invoices takes a moment to read, and the list shows the glimpse meanwhile, so it must be what the
//! book gives: it holds for the change the store stands at and for the program that made it, and is removed before anything
//! is changed. It is no record: one that does not hold is dropped, and under a passphrase there is none.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codec::{Codec, Meta};
use crate::app::views::invoice_list::listed::Listed;

/// Its key.
pub const GLIMPSE: &str = "glimpse";

/// What a glimpse holds for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holds {
    /// The change the store stands at.
    pub seq: u64,
    /// The program that made it, by the names of its files.
    pub program: String,
}

/// What the list shows on each of a few days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glimpse {
    holds: Holds,
    days: BTreeMap<NaiveDate, Listed>,
}

impl Glimpse {
    /// One of no day yet.
    #[must_use]
    pub const fn new(holds: Holds) -> Self {
        Self { holds, days: BTreeMap::new() }
    }

    /// Drops the days before one.
    pub fn forget_before(&mut self, day: NaiveDate) {
        self.days = self.days.split_off(&day);
    }

    /// Adds what the list shows on a day.
    pub fn add(&mut self, day: NaiveDate, listed: Listed) {
        self.days.insert(day, listed);
    }

    /// What the list shows on a day; none where that is not among its days.
    #[must_use]
    pub fn on(mut self, day: NaiveDate) -> Option<Listed> {
        self.days.remove(&day)
    }

    /// The first of these days that it lacks.
    pub fn lacks(&self, mut days: impl Iterator<Item = NaiveDate>) -> Option<NaiveDate> {
        days.find(|day| !self.days.contains_key(day))
    }

    /// Its text; none where the data is under a passphrase, or in the way.
    #[must_use]
    pub fn text(&self, codec: &Codec) -> Option<String> {
        let meta = Meta { revision: self.holds.seq, ..Meta::default() };
        let json = serde_json::to_string(self).ok()?;
        (!codec.is_sealed()).then(|| codec.encode(GLIMPSE, &meta, &json))
    }

    /// Reads one; none where it is damaged, or holds for something else.
    #[must_use]
    pub fn read(codec: &Codec, text: &str, holds: &Holds) -> Option<Self> {
        let stored = codec.decode(GLIMPSE, text).ok()?;
        let kept: Self = serde_json::from_str(&stored.json).ok()?;
        (!codec.is_sealed() && kept.holds == *holds).then_some(kept)
    }
}
