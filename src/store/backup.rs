//! Backups: the whole book as one versioned JSON file, read back and counted before it is called one.
//!
//! ```json
//! { "format": "relance-backup", "schema": 1, "saved": "2026-11-22",
//!   "counts": { "clients": 1, "invoices": 1, "movements": 1, "events": 0 },
//!   "records": { "profile": { "profile": { … } }, "client/1": { "client": { … } }, "case/1": { "case": { … } } },
//!   "aside": [ { "key": "client/7", "raw": "…" } ] }
//! ```

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::SCHEMA;
use super::open::{Aside, set_aside_key};
use crate::app::book::{Book, Counts};
use crate::app::record::{Key, Record};

const FORMAT: &str = "relance-backup";
const RESCUE_FORMAT: &str = "relance-rescue";

#[derive(Serialize)]
struct FileOut<'a> {
    format: &'static str,
    schema: u32,
    saved: NaiveDate,
    counts: Counts,
    records: Records<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aside: Vec<AsideOut<'a>>,
}

/// All records as one object, by key.
struct Records<'a>(&'a Book);

impl Serialize for Records<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.records().map(|record| (record.key().to_string(), record)))
    }
}

#[derive(Serialize)]
struct AsideOut<'a> {
    key: &'a str,
    raw: &'a str,
}

#[derive(Deserialize)]
struct FileIn<'a> {
    format: String,
    #[serde(default)]
    schema: Option<u32>,
    #[serde(default)]
    saved: Option<NaiveDate>,
    #[serde(default)]
    counts: Option<Counts>,
    #[serde(borrow, default)]
    records: BTreeMap<String, &'a RawValue>,
    /// Of a rescue file: keys and strings as the browser held them.
    #[serde(default)]
    keys: BTreeMap<String, String>,
    #[serde(default)]
    aside: Vec<AsideIn>,
}

#[derive(Deserialize)]
struct AsideIn {
    key: String,
    raw: String,
}

/// A backup that was read and checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Its records.
    pub records: Vec<Record>,
    /// Day it was saved; none for a rescue file.
    pub saved: Option<NaiveDate>,
    /// What is in it.
    pub counts: Counts,
    /// What could not be read where it was saved, to be set aside again.
    pub aside: Vec<Aside>,
}

/// Why a file is not a usable backup. Nothing is written before a file has passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// Ends in the middle: the download or the copy was cut.
    Truncated,
    /// Not JSON.
    NotJson,
    /// JSON, but not a file of this program.
    Foreign,
    /// Of a newer version of the program.
    NewerSchema(u32),
    /// A record in it cannot be read.
    BadRecord(String),
    /// It does not hold what it says it holds: records were lost or added on the way.
    CountsDiffer,
}

/// Writes a backup of the whole book, with what was set aside.
///
/// # Errors
/// [`BackupError`] where the file, read back, is not the book: then there is no backup.
pub fn write(book: &Book, aside: &[Aside], today: NaiveDate) -> Result<String, BackupError> {
    let file = FileOut {
        format: FORMAT,
        schema: SCHEMA,
        saved: today,
        counts: book.counts(),
        records: Records(book),
        aside: aside.iter().map(|aside| AsideOut { key: &aside.key, raw: &aside.raw }).collect(),
    };
    let json = serde_json::to_string(&file).map_err(|_| BackupError::NotJson)?;
    let back = read(&json)?;
    if back.counts == book.counts() && same_records(&back.records, book) && back.aside == aside {
        Ok(json)
    } else {
        Err(BackupError::CountsDiffer)
    }
}

fn same_records(records: &[Record], book: &Book) -> bool {
    records.len() == book.records().count()
        && records.iter().all(|record| book.record(record.key()).as_ref() == Some(record))
}

/// Reads and checks a backup, or the rescue file of a crashed page.
///
/// # Errors
/// As [`BackupError`] says.
pub fn read(json: &str) -> Result<Backup, BackupError> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let file: FileIn = serde_json::from_str(json).map_err(|error| classify(&error))?;
    let mut aside: Vec<Aside> =
        file.aside.into_iter().map(|AsideIn { key, raw }| Aside { key, raw }).collect();
    let records = match file.format.as_str() {
        FORMAT => {
            let schema = file.schema.ok_or(BackupError::Foreign)?;
            if schema > SCHEMA {
                return Err(BackupError::NewerSchema(schema));
            }
            file.records.iter().map(|(key, raw)| record(key, raw.get())).collect::<Result<Vec<_>, _>>()?
        }
        RESCUE_FORMAT => rescued(file.keys, &mut aside),
        _ => return Err(BackupError::Foreign),
    };
    let mut book = Book::default();
    for record in &records {
        book.put(record.clone());
    }
    let counts = book.counts();
    if file.counts.is_some_and(|stated| stated != counts) {
        return Err(BackupError::CountsDiffer);
    }
    Ok(Backup { records, saved: file.saved, counts, aside })
}

/// The records of a rescue file. It was made without looking at them, so what cannot be read is set aside, as when the
/// program opens a store.
fn rescued(keys: BTreeMap<String, String>, aside: &mut Vec<Aside>) -> Vec<Record> {
    let mut records = Vec::new();
    for (name, raw) in keys {
        let Some(name) = name.strip_prefix("relance/") else { continue };
        if let Some(key) = set_aside_key(name) {
            aside.push(Aside { key: key.to_owned(), raw });
        } else if Key::parse(name).is_some() {
            match record(name, &raw) {
                Ok(record) => records.push(record),
                Err(_) => aside.push(Aside { key: name.to_owned(), raw }),
            }
        }
    }
    records
}

fn record(key: &str, raw: &str) -> Result<Record, BackupError> {
    let bad = || BackupError::BadRecord(key.to_owned());
    let record: Record = serde_json::from_str(raw).map_err(|_| bad())?;
    if Key::parse(key) == Some(record.key()) { Ok(record) } else { Err(bad()) }
}

fn classify(error: &serde_json::Error) -> BackupError {
    match error.classify() {
        serde_json::error::Category::Eof => BackupError::Truncated,
        serde_json::error::Category::Data => BackupError::Foreign,
        _ => BackupError::NotJson,
    }
}
