//! The file format of rate tables: the built-in one (`rates.json` beside this file) and those a user may import.
//!
//! ```json
//! { "schema": 1, "version": "2027-01-05", "checked": "2027-01-04",
//!   "sources": { "ecb": { "fr": "BCE, …", "en": "ECB, …" } },
//!   "series": { "ecb-mro-half-year": { "to": "2027-06-30",
//!     "rows": [ { "from": "2027-01-01", "rate": "2.65", "source": "ecb", "confirmed": true } ] } } }
//! ```
//!
//! Rates are decimal strings in per cent per year; `to` is the last day a series is known for; a row holds from
//! its date until the next row. `confirmed` is false where the value was not seen in a source while collecting it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::base::iso;
use crate::base::{HalfYear, Rate, dates};

/// A whole rate file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateFile {
    /// Format number; this program reads 1.
    pub schema: u32,
    /// Name of this edition of the table: the day it was put together.
    #[serde(with = "iso")]
    pub version: NaiveDate,
    /// Day of the newest evidence behind it (« vérifié le »).
    #[serde(with = "iso")]
    pub checked: NaiveDate,
    /// Where the rows come from, by the key the rows quote.
    pub sources: BTreeMap<String, RateSource>,
    /// Rows by the name of their series.
    pub series: BTreeMap<String, RateSeries>,
}

/// A source in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateSource {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

/// One published series.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateSeries {
    /// Last day the series is known for.
    #[serde(with = "iso")]
    pub to: NaiveDate,
    /// Rows in order of date.
    pub rows: Vec<RateRow>,
}

/// One value and the day it starts to hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateRow {
    /// First day it holds.
    #[serde(with = "iso")]
    pub from: NaiveDate,
    /// Per cent per year.
    pub rate: Rate,
    /// Key in [`RateFile::sources`].
    pub source: String,
    /// Seen in a source while collecting it.
    pub confirmed: bool,
    /// Legal text that fixed it, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Stands in for a value nobody has given. Never read from a file.
    #[serde(skip)]
    pub provisional: bool,
}

/// The series a table cannot do without.
pub const SERIES: [&str; 7] =
    ["ecb-mro", ANCHORS, LEGAL_OTHERS, "fr-legal-individuals", "de-base", "uk-bank", "be-b2b"];
/// Rate of the European Central Bank on the first day of each half-year.
pub const ANCHORS: &str = "ecb-mro-half-year";
/// Legal interest rate of all creditors but private persons.
pub const LEGAL_OTHERS: &str = "fr-legal-others";

/// Series with a value of its own for every half-year, and the first half-year that is true of.
const EVERY_HALF_YEAR: [(&str, i32); 3] =
    [(ANCHORS, 2009), (LEGAL_OTHERS, 2015), ("fr-legal-individuals", 2015)];

/// No reference rate was ever outside these, in per cent.
const LOWEST: i64 = -5;
const HIGHEST: i64 = 100;

/// Why a rate file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RateFileError {
    /// Not JSON: the line where it stops being so.
    NotJson(usize),
    /// Not in the shape of a rate file: what should be there.
    Shape(String),
    /// A format number this program does not know.
    UnknownSchema(u32),
    /// A series the program needs is absent or empty.
    MissingSeries(&'static str),
    /// A row of a series has no sound date.
    BadDate(String, String),
    /// A row of a series has a text where a rate should be, or a rate nobody ever fixed.
    BadRate(String, String),
    /// Two rows of a series start on the same day, or one starts before the row above it.
    Overlap(String, NaiveDate),
    /// A half-year is missing between rows of a series.
    Gap(String, HalfYear),
    /// A series claims to be known only to a day before its last row.
    EndsTooSoon(String),
    /// A row quotes a source the file does not describe.
    UnknownSource(String),
}

impl RateFile {
    /// Reads and checks a rate file.
    ///
    /// # Errors
    /// As [`RateFileError`] says; a file with any fault is refused whole.
    pub fn parse(json: &str) -> Result<Self, RateFileError> {
        let value: serde_json::Value =
            serde_json::from_str(json).map_err(|error| RateFileError::NotJson(error.line()))?;
        let schema = value.get("schema").and_then(serde_json::Value::as_u64);
        match schema.and_then(|number| u32::try_from(number).ok()) {
            Some(1) => {}
            Some(other) => return Err(RateFileError::UnknownSchema(other)),
            None => return Err(RateFileError::Shape("schema".to_owned())),
        }
        check_rows(&value)?;
        let file: Self =
            serde_json::from_str(json).map_err(|error| RateFileError::Shape(error.to_string()))?;
        file.check()?;
        Ok(file)
    }

    /// Checks what the shape alone does not say.
    fn check(&self) -> Result<(), RateFileError> {
        for name in SERIES {
            if self.series.get(name).is_none_or(|series| series.rows.is_empty()) {
                return Err(RateFileError::MissingSeries(name));
            }
        }
        for (name, series) in &self.series {
            for pair in series.rows.windows(2) {
                if let [earlier, later] = pair
                    && later.from <= earlier.from
                {
                    return Err(RateFileError::Overlap(name.clone(), later.from));
                }
            }
            if series.rows.last().is_some_and(|last| series.to < last.from) {
                return Err(RateFileError::EndsTooSoon(name.clone()));
            }
            if let Some(row) = series.rows.iter().find(|row| !self.sources.contains_key(&row.source)) {
                return Err(RateFileError::UnknownSource(row.source.clone()));
            }
        }
        for (name, since) in EVERY_HALF_YEAR {
            if let Some(half) = self.series.get(name).and_then(|series| missing_half_year(series, since)) {
                return Err(RateFileError::Gap(name.to_owned(), half));
            }
        }
        Ok(())
    }
}

/// The first half-year without a row of its own, from a year on.
fn missing_half_year(series: &RateSeries, since: i32) -> Option<HalfYear> {
    let starts = |half: HalfYear| series.rows.iter().any(|row| row.from == half.first_day());
    let first = series.rows.iter().map(|row| HalfYear::of(row.from)).find(|half| since <= half.year())?;
    std::iter::successors(Some(first), |half| Some(half.next()))
        .take_while(|half| half.first_day() <= series.to)
        .find(|half| !starts(*half))
}

/// Names the row and the text that is no date or no rate, which a reader of the whole could not.
fn check_rows(file: &serde_json::Value) -> Result<(), RateFileError> {
    let shape = |what: &str| RateFileError::Shape(what.to_owned());
    let series = file.get("series").and_then(serde_json::Value::as_object).ok_or(shape("series"))?;
    for (name, series) in series {
        let rows = series.get("rows").and_then(serde_json::Value::as_array).ok_or(shape("rows"))?;
        for row in rows {
            let from = row.get("from").ok_or(shape("from"))?;
            let date = from.as_str().and_then(|text| dates::parse_iso(text).ok());
            let Some(date) = date else {
                return Err(RateFileError::BadDate(name.clone(), written(from)));
            };
            let rate = row.get("rate").ok_or(shape("rate"))?;
            // What debtors owe at the legal rate is never less than nothing.
            let lowest = if name.starts_with("fr-legal") { 0 } else { LOWEST };
            let sound = rate.as_str().and_then(|text| Rate::parse(text).ok()).is_some_and(|rate| {
                Decimal::from(lowest) <= rate.value() && rate.value() <= Decimal::from(HIGHEST)
            });
            if !sound {
                return Err(RateFileError::BadRate(format!("{name}, {date}"), written(rate)));
            }
        }
    }
    Ok(())
}

fn written(value: &serde_json::Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
