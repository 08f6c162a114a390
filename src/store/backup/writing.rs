//! Writing a backup, and reading it back before it is called one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::super::SCHEMA;
use super::{AsideText, Backup, BackupError, FORMAT, Lineage, read};
use crate::app::book::{Book, Counts};
use crate::app::record::{Key, Record};
use crate::base::iso;
use crate::store::open::Aside;

#[derive(Serialize)]
struct FileOut<'a> {
    format: &'a str,
    schema: u32,
    #[serde(with = "iso")]
    saved: NaiveDate,
    program: &'static str,
    counts: Counts,
    records: BTreeMap<String, Box<RawValue>>,
    lineage: &'a RawValue,
    aside: &'a RawValue,
    digest: String,
}

/// Writes a backup of the whole book, with where each record comes from and what was set aside.
///
/// # Errors
/// [`BackupError`] where the file, read back, is not the book: then there is no backup.
pub fn write(
    book: &Book,
    lineage: impl Fn(Key) -> Option<Lineage>,
    aside: &[Aside],
    today: NaiveDate,
) -> Result<String, BackupError> {
    write_as(FORMAT, book.records().collect(), lineage, aside, today, read)
}

/// Writes these records as a file of a format, and reads it back.
pub(super) fn write_as(
    format: &str,
    records: Vec<Record>,
    lineage: impl Fn(Key) -> Option<Lineage>,
    aside: &[Aside],
    today: NaiveDate,
    read: impl Fn(&str) -> Result<Backup, BackupError>,
) -> Result<String, BackupError> {
    let lineage: BTreeMap<Key, Lineage> =
        records.iter().filter_map(|record| Some((record.key(), lineage(record.key())?))).collect();
    let counts = super::book_of(&records).counts();
    let json = text(format, &records, counts, &lineage, aside, today).map_err(|_| BackupError::NotJson)?;
    let back = read(&json)?;
    let by_key = |records: &[Record]| -> BTreeMap<Key, Record> {
        records.iter().map(|record| (record.key(), record.clone())).collect()
    };
    let same_records = back.records.len() == records.len() && by_key(&back.records) == by_key(&records);
    if back.counts == counts && same_records && back.aside == aside && back.lineage == lineage {
        Ok(json)
    } else {
        Err(BackupError::CountsDiffer)
    }
}

fn text(
    format: &str,
    records: &[Record],
    counts: Counts,
    lineage: &BTreeMap<Key, Lineage>,
    aside: &[Aside],
    today: NaiveDate,
) -> serde_json::Result<String> {
    let raw = records.iter().map(|record| Ok((record.key().to_string(), to_raw_value(record)?)));
    let records = raw.collect::<serde_json::Result<BTreeMap<_, _>>>()?;
    let lineage: BTreeMap<String, &Lineage> =
        lineage.iter().map(|(key, lineage)| (key.to_string(), lineage)).collect();
    let borrowed =
        |aside: &Aside| AsideText { key: Cow::Owned(aside.key.clone()), raw: Cow::Owned(aside.raw.clone()) };
    let aside: Vec<AsideText> = aside.iter().map(borrowed).collect();
    let (lineage, aside) = (to_raw_value(&lineage)?, to_raw_value(&aside)?);
    let digest =
        digest(records.iter().map(|(key, raw)| (key.as_str(), raw.as_ref())), Some(&lineage), Some(&aside));
    serde_json::to_string(&FileOut {
        format,
        schema: SCHEMA,
        saved: today,
        program: env!("CARGO_PKG_VERSION"),
        counts,
        records,
        lineage: &lineage,
        aside: &aside,
        digest,
    })
}

/// The digest of a file's content.
pub(super) fn digest<'a>(
    records: impl Iterator<Item = (&'a str, &'a RawValue)>,
    lineage: Option<&RawValue>,
    aside: Option<&RawValue>,
) -> String {
    let mut hasher = crc32fast::Hasher::new();
    for (key, raw) in records {
        hasher.update(key.as_bytes());
        hasher.update(b"\n");
        hasher.update(&compact(raw.get()));
        hasher.update(b"\n");
    }
    for raw in [lineage, aside] {
        hasher.update(&compact(raw.map_or("", RawValue::get)));
        hasher.update(b"\n");
    }
    format!("{:08x}", hasher.finalize())
}

/// JSON without the white space between its values.
fn compact(json: &str) -> Vec<u8> {
    let mut compact = Vec::with_capacity(json.len());
    let (mut in_string, mut escaped) = (false, false);
    for byte in json.bytes() {
        if in_string {
            in_string = escaped || byte != b'"';
            escaped = !escaped && byte == b'\\';
        } else if byte.is_ascii_whitespace() {
            continue;
        } else {
            in_string = byte == b'"';
        }
        compact.push(byte);
    }
    compact
}

#[cfg(test)]
mod tests {
    use super::compact;

    #[test]
    fn white_space_counts_only_inside_strings() {
        let json = "{ \"a b\" : [ 1 ,\n \"c \\\" d\\\\\" , \" \" ] }";
        assert_eq!(compact(json), br#"{"a b":[1,"c \" d\\"," "]}"#);
    }
}
