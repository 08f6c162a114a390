//! A glimpse of the list of invoices, kept beside the records: what it showed last. A book of thousands of invoices takes a
//! moment to read, and the list shows the glimpse meanwhile, so it must be what the book gives: it holds for the change the
//! store stands at, for the day, and for the program that made it, and is removed before anything is changed. It is no
//! record: one that does not hold is dropped, and under a passphrase there is none.

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
    /// The day its figures are of.
    pub on: NaiveDate,
    /// The program that made it, by the names of its files.
    pub program: String,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    holds: Holds,
    listed: Listed,
}

/// The text of a glimpse; none where the data is under a passphrase, or in the way.
#[must_use]
pub fn text(codec: &Codec, holds: Holds, listed: Listed) -> Option<String> {
    let meta = Meta { revision: holds.seq, ..Meta::default() };
    let json = serde_json::to_string(&Kept { holds, listed }).ok()?;
    (!codec.is_sealed()).then(|| codec.encode(GLIMPSE, &meta, &json))
}

/// Reads a glimpse; none where it is damaged, or holds for something else.
#[must_use]
pub fn read(codec: &Codec, text: &str, holds: &Holds) -> Option<Listed> {
    let stored = codec.decode(GLIMPSE, text).ok()?;
    let kept: Kept = serde_json::from_str(&stored.json).ok()?;
    (!codec.is_sealed() && kept.holds == *holds).then_some(kept.listed)
}
