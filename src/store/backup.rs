//! Backups: the whole book as one versioned JSON file, read back and counted before it is called one.
//!
//! ```json
//! { "format": "relance-backup", "schema": 2, "saved": "2026-11-24", "program": "0.1.0",
//!   "counts": { "clients": 1, "invoices": 1, "movements": 1, "events": 0, "acts": 0 },
//!   "records": { "profile": { "profile": { … } }, "client/1": { "client": { … } }, "case/1": { "case": { … } } },
//!   "lineage": { "client/1": { "changed": 29849762, "ancestors": ["1a2b3c4d"] } },
//!   "aside": [ { "key": "client/7", "raw": "…" } ], "digest": "89abcdef" }
//! ```
//!
//! Schema 1 had neither `program`, `lineage` nor `digest`. The digest is the CRC-32 of records, lineage and what was set
//! aside, white space between values left out: a file may be laid out anew by an editor, not changed.

pub mod archive;
pub mod compare;
mod numbering;
pub mod sealed;
mod writing;

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::SCHEMA;
use super::migrate::migrate;
use super::open::{Aside, set_aside_key};
use crate::app::book::{Book, Counts};
use crate::app::record::{Key, Record};
use crate::base::iso;
pub use writing::write;

const FORMAT: &str = "relance-backup";
const ARCHIVE_FORMAT: &str = "relance-archive";
const RESCUE_FORMAT: &str = "relance-rescue";

/// The first schema that states a digest.
const FIRST_WITH_DIGEST: u32 = 2;

#[derive(Deserialize)]
struct Header {
    format: String,
    #[serde(default)]
    schema: Option<u64>,
}

#[derive(Deserialize)]
struct FileIn<'a> {
    #[serde(with = "iso::optional", default)]
    saved: Option<NaiveDate>,
    #[serde(default)]
    program: String,
    #[serde(default)]
    counts: Option<Counts>,
    #[serde(borrow, default)]
    records: BTreeMap<String, &'a RawValue>,
    #[serde(borrow, default)]
    lineage: Option<&'a RawValue>,
    /// Of a rescue file: keys and strings as the browser held them.
    #[serde(default)]
    keys: BTreeMap<String, String>,
    #[serde(borrow, default)]
    aside: Option<&'a RawValue>,
    #[serde(default)]
    digest: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct AsideText<'a> {
    key: Cow<'a, str>,
    raw: Cow<'a, str>,
}

/// Where a version of a record comes from: enough to tell, of two devices, whose is the newer one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "LineageText", into = "LineageText")]
pub struct Lineage {
    /// When it was last changed, in minutes since 1970.
    pub changed: u32,
    /// Fingerprints of the versions before it, the last one first.
    pub ancestors: Vec<u32>,
}

#[derive(Serialize, Deserialize)]
struct LineageText {
    changed: u32,
    ancestors: Vec<String>,
}

/// A backup that was read and checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Its records.
    pub records: Vec<Record>,
    /// Where each comes from, where that is known.
    pub lineage: BTreeMap<Key, Lineage>,
    /// Day it was saved; none for a rescue file.
    pub saved: Option<NaiveDate>,
    /// Version of the program that saved it; empty where it did not say.
    pub program: String,
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
    /// Its content is not what was written: it was changed or damaged on the way.
    Damaged,
    /// It is encrypted: [`sealed::parse`] reads it.
    Encrypted,
    /// It is an archive of closed cases, to look at: [`archive::read`] reads it.
    Archive,
}

impl Backup {
    /// Of records that come from no file.
    #[must_use]
    pub fn of(records: Vec<Record>, lineage: BTreeMap<Key, Lineage>, aside: Vec<Aside>) -> Self {
        let counts = book_of(&records).counts();
        Self { records, lineage, saved: None, program: String::new(), counts, aside }
    }

    /// Fingerprints of one of its records and of the versions before it.
    #[must_use]
    pub fn versions(&self, record: &Record) -> Vec<u32> {
        let before = self.lineage.get(&record.key()).into_iter().flat_map(|lineage| &lineage.ancestors);
        std::iter::once(fingerprint(record)).chain(before.copied()).collect()
    }

    /// Its records as a book, to look at.
    #[must_use]
    pub fn book(&self) -> Book {
        book_of(&self.records)
    }
}

/// Reads and checks a backup, or the rescue file of a crashed page whose records are plain JSON.
///
/// # Errors
/// As [`BackupError`] says.
pub fn read(json: &str) -> Result<Backup, BackupError> {
    read_with(json, &|_, raw| Some(raw.to_owned()))
}

/// As [`read`]; the records of a rescue file are as the browser held them, and `decode` makes JSON of a key and what was
/// under it, leaving plain JSON as it is.
///
/// # Errors
/// As [`BackupError`] says.
pub fn read_with(json: &str, decode: &dyn Fn(&str, &str) -> Option<String>) -> Result<Backup, BackupError> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let header = header(json)?;
    match header.format.as_str() {
        FORMAT => read_file(json, header.schema),
        RESCUE_FORMAT => read_rescue(json, decode),
        ARCHIVE_FORMAT => Err(BackupError::Archive),
        sealed::FORMAT => Err(BackupError::Encrypted),
        _ => Err(BackupError::Foreign),
    }
}

/// Fingerprint of one version of a record: of its JSON as this program writes it.
#[must_use]
pub fn fingerprint(record: &Record) -> u32 {
    crc32fast::hash(serde_json::to_string(record).unwrap_or_default().as_bytes())
}

fn header(json: &str) -> Result<Header, BackupError> {
    serde_json::from_str(json).map_err(|error| classify(&error))
}

fn read_file(json: &str, schema: Option<u64>) -> Result<Backup, BackupError> {
    let schema = schema.filter(|schema| *schema > 0).ok_or(BackupError::Foreign)?;
    let schema = u32::try_from(schema).unwrap_or(u32::MAX);
    if schema > SCHEMA {
        return Err(BackupError::NewerSchema(schema));
    }
    let file: FileIn = serde_json::from_str(json).map_err(|error| classify(&error))?;
    let records = file.records.iter().map(|(key, raw)| {
        let json = migrate(schema, key, raw.get()).ok_or_else(|| BackupError::BadRecord(key.clone()))?;
        record(key, &json)
    });
    let records = records.collect::<Result<Vec<_>, _>>()?;
    let counts = book_of(&records).counts();
    if file.counts.is_some_and(|stated| stated != counts) {
        return Err(BackupError::CountsDiffer);
    }
    let mut lineage = BTreeMap::new();
    if schema >= FIRST_WITH_DIGEST {
        let records = file.records.iter().map(|(key, raw)| (key.as_str(), *raw));
        let digest = writing::digest(records, file.lineage, file.aside);
        if file.counts.is_none() || file.digest != Some(digest) {
            return Err(BackupError::Damaged);
        }
        lineage = read_lineage(file.lineage, &file.records)?;
    }
    let aside = read_aside(file.aside)?;
    Ok(Backup { records, lineage, saved: file.saved, program: file.program, counts, aside })
}

fn read_lineage(
    raw: Option<&RawValue>,
    records: &BTreeMap<String, &RawValue>,
) -> Result<BTreeMap<Key, Lineage>, BackupError> {
    let Some(raw) = raw else { return Ok(BTreeMap::new()) };
    let lineage: BTreeMap<String, Lineage> =
        serde_json::from_str(raw.get()).map_err(|_| BackupError::Damaged)?;
    let known = lineage.into_iter().filter(|(name, _)| records.contains_key(name));
    Ok(known.filter_map(|(name, lineage)| Some((Key::parse(&name)?, lineage))).collect())
}

fn read_aside(raw: Option<&RawValue>) -> Result<Vec<Aside>, BackupError> {
    let Some(raw) = raw else { return Ok(Vec::new()) };
    let aside: Vec<AsideText> = serde_json::from_str(raw.get()).map_err(|_| BackupError::Foreign)?;
    let owned = |AsideText { key, raw }| Aside { key: Cow::into_owned(key), raw: Cow::into_owned(raw) };
    Ok(aside.into_iter().map(owned).collect())
}

/// The records of a rescue file. It was made without looking at them, so what cannot be read is set aside, as when the
/// program opens a store.
fn read_rescue(json: &str, decode: &dyn Fn(&str, &str) -> Option<String>) -> Result<Backup, BackupError> {
    let file: FileIn = serde_json::from_str(json).map_err(|error| classify(&error))?;
    let mut aside = read_aside(file.aside)?;
    let mut records = Vec::new();
    for (name, raw) in file.keys {
        let Some(name) = name.strip_prefix("relance/") else { continue };
        if let Some(key) = set_aside_key(name) {
            aside.push(Aside { key: key.to_owned(), raw });
        } else if Key::parse(name).is_some() {
            match decode(name, &raw).and_then(|json| record(name, &json).ok()) {
                Some(record) => records.push(record),
                None => aside.push(Aside { key: name.to_owned(), raw }),
            }
        }
    }
    let counts = book_of(&records).counts();
    let (lineage, saved, program) = (BTreeMap::new(), file.saved, file.program);
    Ok(Backup { records, lineage, saved, program, counts, aside })
}

fn record(key: &str, raw: &str) -> Result<Record, BackupError> {
    let bad = || BackupError::BadRecord(key.to_owned());
    let record: Record = serde_json::from_str(raw).map_err(|_| bad())?;
    if record.is_sound() && record.is_whole() && Key::parse(key) == Some(record.key()) {
        Ok(record)
    } else {
        Err(bad())
    }
}

fn book_of(records: &[Record]) -> Book {
    let mut book = Book::default();
    for record in records {
        book.put(record.clone());
    }
    book
}

fn classify(error: &serde_json::Error) -> BackupError {
    match error.classify() {
        serde_json::error::Category::Eof => BackupError::Truncated,
        serde_json::error::Category::Data => BackupError::Foreign,
        _ => BackupError::NotJson,
    }
}

impl TryFrom<LineageText> for Lineage {
    type Error = std::num::ParseIntError;

    fn try_from(text: LineageText) -> Result<Self, Self::Error> {
        let ancestors = text.ancestors.iter().map(|hex| u32::from_str_radix(hex, 16));
        Ok(Self { changed: text.changed, ancestors: ancestors.collect::<Result<_, _>>()? })
    }
}

impl From<Lineage> for LineageText {
    fn from(lineage: Lineage) -> Self {
        let ancestors = lineage.ancestors.iter().map(|fingerprint| format!("{fingerprint:08x}"));
        Self { changed: lineage.changed, ancestors: ancestors.collect() }
    }
}
