//! Files as chance and malice make them: no panic, nothing taken from what is refused, and what is accepted is written
//! and read again as it is.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly, their helpers too")]

mod support;

use std::sync::LazyLock;

use proptest::prelude::*;
use relance::app::command::Command;
use relance::app::update::update;
use relance::base::InvoiceId;
use relance::store::backup::compare::{Choice, compare, merge_records};
use relance::store::backup::sealed::{self, CHECK, Header, IV, SALT, Sealed};
use relance::store::backup::{self, Backup, archive};
use serde_json::{Value, json};
use support::*;

/// One valid file of each kind.
static FILES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let second = include_str!("fixtures/backups/schema-2.json").to_owned();
    let book = backup::read(&second).unwrap().book();
    let keys: serde_json::Map<String, Value> = book
        .records()
        .map(|record| (format!("relance/{}", record.key()), json!(serde_json::to_string(&record).unwrap())))
        .collect();
    let header = Header { iterations: 600_000, salt: [1; SALT], iv: [2; IV], check: [3; CHECK] };
    vec![
        include_str!("fixtures/backups/schema-1.json").to_owned(),
        second,
        json!({ "format": "relance-rescue", "keys": keys }).to_string(),
        archive::write(&book, &[InvoiceId(1), InvoiceId(2)], |_| None, today()).unwrap(),
        sealed::assemble(&Sealed { header, data: vec![7; 200] }),
    ]
});

/// What stands in for a value.
const STRANGE: [&str; 19] = [
    "null",
    "true",
    "-1",
    "0",
    "4294967295",
    "4294967296",
    "99999999999999999999999999",
    "1e999",
    "0.1",
    "\"\"",
    "\"99999999999999999999.99\"",
    "\"999999999.99\"",
    "\"-5.00\"",
    "\"0001-01-01\"",
    "\"9999-12-31\"",
    "\"+262142-12-31\"",
    "[]",
    "{}",
    "[[[[{\"a\":[[1]]}]]]]",
];

/// Everything that reads files, on one of them.
fn read_it(text: &str) {
    let _ = sealed::is_sealed(text);
    if let Ok(sealed) = sealed::parse(text) {
        assert_eq!(sealed::parse(&sealed::assemble(&sealed)), Ok(sealed));
    }
    for read in [backup::read(text), archive::read(text)].into_iter().flatten() {
        use_it(&read);
    }
}

/// What is accepted can be used, and is found again.
fn use_it(read: &Backup) {
    let book = read.book();
    let lineage = |key| read.lineage.get(&key).cloned();
    let back = backup::read(&backup::write(&book, lineage, &read.aside, today()).unwrap()).unwrap();
    assert_eq!(records(&back.book()), records(&book));
    assert_eq!(back.aside, read.aside);
    assert_eq!(back.counts, read.counts);
    for case in book.cases() {
        let _ = book.claim(case, today());
        let _ = case.limitation(book.debtor_of(case), today());
    }
    let _ = archive::closed(&book, true, today());
    let here = backup::read(&FILES[0]).unwrap().book();
    let comparison = compare(&here, |_| None, read);
    for choice in [Choice::Theirs, Choice::Both] {
        let records = merge_records(&comparison, |_| choice, |_, _| None);
        assert!(update(&mut here.clone(), Command::Merge(records), today()).is_ok());
    }
    let mut restored = here;
    assert!(update(&mut restored, Command::Restore(read.records.clone()), today()).is_ok());
    assert_eq!(restored.counts(), book.counts());
}

/// A change to a text: what, where, how much.
type Cut = (u8, prop::sample::Index, u8);

fn cut(text: &str, (what, at, much): &Cut) -> String {
    let mut bytes = text.as_bytes().to_vec();
    if bytes.is_empty() {
        return String::new();
    }
    let (at, much) = (at.index(bytes.len()), usize::from(*much));
    let end = (at + much).min(bytes.len());
    match what % 7 {
        0 => bytes.truncate(at),
        1 => bytes[at] ^= 1 << (much % 8),
        2 => drop(bytes.drain(at..end)),
        3 => drop(bytes.splice(at..at, text.bytes().take(much).collect::<Vec<_>>())),
        4 => bytes[at] = u8::try_from(much).unwrap(),
        5 => bytes[at..end].reverse(),
        _ => drop(bytes.splice(at..end, STRANGE[much % STRANGE.len()].bytes().collect::<Vec<_>>())),
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Every value below a value, by pointer.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let name = name.replace('~', "~0").replace('/', "~1");
                pointers(value, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                pointers(value, &format!("{at}/{index}"), found);
            }
        }
        _ => {}
    }
}

/// A change to JSON: what, at which value, with which other.
type Twist = (u8, prop::sample::Index, prop::sample::Index);

fn twist(value: &mut Value, (what, at, other): &Twist) {
    let mut places = Vec::new();
    pointers(value, "", &mut places);
    let (at, other_at) = (at.get(&places).clone(), other.get(&places).clone());
    let strange = serde_json::from_str(STRANGE[other.index(STRANGE.len())]).unwrap_or(Value::Null);
    match what % 4 {
        0 => {
            let (parent, name) = at.rsplit_once('/').unwrap_or_default();
            match value.pointer_mut(parent) {
                Some(Value::Object(fields)) => drop(fields.remove(name)),
                Some(Value::Array(values)) => drop(values.pop()),
                _ => {}
            }
        }
        1 => *value.pointer_mut(&at).unwrap() = strange,
        2 => {
            let moved = value.pointer(&other_at).cloned();
            *value.pointer_mut(&at).unwrap() = moved.unwrap();
        }
        _ => {
            let (one, two) = (value.pointer(&at).cloned(), value.pointer(&other_at).cloned());
            // One inside the other cannot be swapped.
            if !at.starts_with(&other_at) && !other_at.starts_with(&at) {
                *value.pointer_mut(&at).unwrap() = two.unwrap();
                *value.pointer_mut(&other_at).unwrap() = one.unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4_000) })]

    #[test]
    fn cut_flipped_and_patched_files(
        file in any::<prop::sample::Index>(),
        cuts in prop::collection::vec(any::<Cut>(), 1..4),
    ) {
        read_it(&cuts.iter().fold(file.get(FILES.as_slice()).clone(), |text, change| cut(&text, change)));
    }

    #[test]
    fn files_with_fields_removed_replaced_and_swapped(
        file in any::<prop::sample::Index>(),
        twists in prop::collection::vec(any::<Twist>(), 1..4),
    ) {
        let mut value: Value = serde_json::from_str(&FILES[file.index(FILES.len())]).unwrap();
        for change in &twists {
            twist(&mut value, change);
        }
        read_it(&value.to_string());
    }

    #[test]
    fn bytes_that_are_no_file(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[\\[\\]{}\",:0-9a-z\\\\ ]{0,80}") {
        read_it(&String::from_utf8_lossy(&bytes));
        read_it(&text);
    }
}

#[test]
fn every_value_of_a_file_may_be_a_strange_one() {
    let file: Value = serde_json::from_str(&FILES[0]).unwrap();
    let mut places = Vec::new();
    pointers(&file, "", &mut places);
    for place in places {
        for strange in STRANGE.iter().filter_map(|text| serde_json::from_str::<Value>(text).ok()) {
            let mut file = file.clone();
            *file.pointer_mut(&place).unwrap() = strange;
            read_it(&file.to_string());
        }
    }
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    for file in FILES.iter() {
        for end in (0..file.len()).filter(|end| file.is_char_boundary(*end)) {
            assert!(backup::read(&file[..end]).is_err());
            assert!(archive::read(&file[..end]).is_err());
            assert!(sealed::parse(&file[..end]).is_err());
        }
    }
}

#[test]
fn a_byte_changed_is_noticed_wherever_it_counts() {
    // Outside records, lineage and what is set aside there are only the day and the program.
    let original = backup::read(&FILES[1]).unwrap();
    for at in 0..FILES[1].len() {
        let mut bytes = FILES[1].clone().into_bytes();
        bytes[at] ^= 1;
        let Ok(text) = String::from_utf8(bytes) else { continue };
        if let Ok(read) = backup::read(&text) {
            assert_eq!(
                (&read.records, &read.lineage, &read.aside),
                (&original.records, &original.lineage, &original.aside)
            );
        }
    }
}

#[test]
fn depth_and_length_break_nothing() {
    let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let object = |depth: usize| "{\"a\":".repeat(depth) + "1" + &"}".repeat(depth);
    for nested in [deep(100), deep(200_000), object(200_000), "[".repeat(200_000)] {
        read_it(&nested);
        read_it(&FILES[0].replace("\"settings\":{", &format!("\"settings\":{nested},\"x\":{{")));
        read_it(&FILES[0].replace("\"saved\"", &format!("\"x\":{nested},\"saved\"")));
        read_it(&FILES[1].replace("\"lineage\":{", &format!("\"lineage\":{nested},\"x\":{{")));
        read_it(&FILES[4].replace("\"kdf\":{", &format!("\"kdf\":{nested},\"x\":{{")));
    }
    let long = "é".repeat(2_000_000);
    read_it(&FILES[0].replace("CHU de Lyon", &long));
    read_it(&long);
}
