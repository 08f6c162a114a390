//! The file format of rate tables: the built-in one (`rates.json` beside this file) and those a user may import.
//!
//! Rates are decimal strings in per cent per year; `to` is the last day a series is known for; a row holds from
//! its date until the next row. `confirmed` is false where the value was not seen in a source while collecting it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::base::Rate;

/// A whole rate file.
#[derive(Clone, Debug, Deserialize)]
pub struct RateFile {
    /// Format number; this program reads 1.
    pub schema: u32,
    /// Name of this edition of the table: the day it was put together.
    pub version: NaiveDate,
    /// Day of the newest evidence behind it (« vérifié le »).
    pub checked: NaiveDate,
    /// Where the rows come from, by the key the rows quote.
    pub sources: BTreeMap<String, RateSource>,
    /// Rows by the name of their series.
    pub series: BTreeMap<String, RateSeries>,
}

/// A source in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RateSource {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

/// One published series.
#[derive(Clone, Debug, Deserialize)]
pub struct RateSeries {
    /// Last day the series is known for.
    pub to: NaiveDate,
    /// Rows in order of date.
    pub rows: Vec<RateRow>,
}

/// One value and the day it starts to hold.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RateRow {
    /// First day it holds.
    pub from: NaiveDate,
    /// Per cent per year.
    pub rate: Rate,
    /// Key in [`RateFile::sources`].
    pub source: String,
    /// Seen in a source while collecting it.
    pub confirmed: bool,
    /// Legal text that fixed it, where known.
    #[serde(default)]
    pub text: Option<String>,
}

/// Why a rate file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RateFileError {
    /// Not JSON, or not in this shape; with the reader's position and reason.
    Malformed(String),
    /// A format number this program does not know.
    UnknownSchema(u32),
    /// A series the program needs is absent or empty.
    MissingSeries(&'static str),
    /// Rows of this series are not in order of date.
    OutOfOrder(String),
    /// A row quotes a source the file does not describe.
    UnknownSource(String),
}

impl RateFile {
    /// Reads and checks a rate file.
    ///
    /// # Errors
    /// As [`RateFileError`] says; a file with any fault is refused whole.
    pub fn parse(json: &str) -> Result<Self, RateFileError> {
        let file: Self =
            serde_json::from_str(json).map_err(|error| RateFileError::Malformed(error.to_string()))?;
        if file.schema != 1 {
            return Err(RateFileError::UnknownSchema(file.schema));
        }
        for (name, series) in &file.series {
            if !series.rows.is_sorted_by(|earlier, later| earlier.from < later.from) {
                return Err(RateFileError::OutOfOrder(name.clone()));
            }
            if let Some(row) = series.rows.iter().find(|row| !file.sources.contains_key(&row.source)) {
                return Err(RateFileError::UnknownSource(row.source.clone()));
            }
        }
        Ok(file)
    }
}
