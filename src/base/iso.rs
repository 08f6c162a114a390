//! Dates in records: ISO texts, read in one step. A record of ten thousand invoices has ten times as many dates, and the
//! date library reads any format, which takes longer than all else in a record.

use std::fmt;

use chrono::NaiveDate;
use serde::de::{Error, Visitor};
use serde::{Deserializer, Serialize, Serializer};

use super::dates::parse_iso;

/// Writes `2026-03-15`.
///
/// # Errors
/// As the format says.
pub fn serialize<S: Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    date.serialize(serializer)
}

/// Reads `2026-03-15`.
///
/// # Errors
/// Where it is no day.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    deserializer.deserialize_str(Iso)
}

/// The same of a date there may be none of.
pub mod optional {
    use chrono::NaiveDate;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Writes `2026-03-15`, or nothing.
    ///
    /// # Errors
    /// As the format says.
    pub fn serialize<S: Serializer>(date: &Option<NaiveDate>, serializer: S) -> Result<S::Ok, S::Error> {
        date.serialize(serializer)
    }

    /// Reads `2026-03-15`, or nothing.
    ///
    /// # Errors
    /// Where it is no day.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
        #[derive(Deserialize)]
        struct Day(#[serde(with = "super")] NaiveDate);
        Ok(Option::<Day>::deserialize(deserializer)?.map(|day| day.0))
    }
}

struct Iso;

impl Visitor<'_> for Iso {
    type Value = NaiveDate;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a date such as 2026-03-15")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<NaiveDate, E> {
        parse_iso(text).map_err(|_| E::custom("not a date"))
    }
}
