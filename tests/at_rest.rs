//! What each format that was ever released left in local storage is kept for ever in `fixtures/stored`, and opens to
//! exactly the records it held. `schema-N.json` has keys (without their prefix) and values as they stand there,
//! `schema-N.records.json` what they say.
//!
//! The file of a new format is made once, by the program that is released with it:
//! `MAKE_FIXTURE=1 cargo test --test at_rest`. One that is there is never written again.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly, their helpers too")]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use relance::app::book::Book;
use relance::app::command::{Command, MovementDraft};
use relance::app::effect::Done;
use relance::app::record::{Key, Record};
use relance::app::settings::{Settings, Theme};
use relance::app::story::about;
use relance::app::update::update;
use relance::base::{Amount, InvoiceId, MovementId, TrashId};
use relance::domain::movement::MovementKind;
use relance::store::codec::{Codec, Meta};
use relance::store::history::{self, History};
use relance::store::last_backup::{LAST_BACKUP, LastBackup};
use relance::store::ledger::{Ledger, Told};
use relance::store::memory::MemoryStore;
use relance::store::open::{Mended, Opened, open, settle};
use relance::store::{SCHEMA, SCHEMA_KEY, Store, backup, erasing};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use support::*;

/// What a fixture says, in plain.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Expected {
    /// Each record under its key.
    records: BTreeMap<String, Value>,
    /// What had been set aside, under the key it was found under.
    aside: BTreeMap<String, String>,
    /// Each change that can still be told: number, what it did, what it was about, what it took back, and how many of
    /// the records it touched are kept as they were.
    changes: Vec<(u64, Done, String, Option<u64>, usize)>,
    /// What « undo » takes back.
    undoable: Option<u64>,
}

impl Expected {
    fn of(opened: &Opened) -> Self {
        let history = opened.ledger.history();
        let change = |entry: &history::Entry| {
            let kept = entry.edits.iter().filter(|past| past.before.is_some()).count();
            (entry.number, entry.done, entry.about.clone(), entry.undoes, kept)
        };
        Self {
            records: plain(&opened.book),
            aside: opened.aside.iter().map(|aside| (aside.key.clone(), aside.raw.clone())).collect(),
            changes: history.entries().iter().map(change).collect(),
            undoable: history.undoable().map(|entry| entry.number),
        }
    }
}

fn plain(book: &Book) -> BTreeMap<String, Value> {
    let plain = |record: &Record| (record.key().to_string(), serde_json::to_value(record).unwrap());
    records(book).iter().map(plain).collect()
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn stored(schema: u32) -> MemoryStore {
    let text = fs::read_to_string(folder("stored").join(format!("schema-{schema}.json"))).unwrap();
    let mut store = MemoryStore::new();
    for (key, value) in serde_json::from_str::<BTreeMap<String, String>>(&text).unwrap() {
        store.write(&key, &value).unwrap();
    }
    store
}

fn expected(schema: u32) -> Expected {
    let text = fs::read_to_string(folder("stored").join(format!("schema-{schema}.records.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn opened(store: &mut MemoryStore) -> Opened {
    let mut opened = open(store, Codec::default(), &[]).unwrap();
    settle(store, &mut opened, &[]);
    opened
}

#[test]
fn every_format_has_its_fixtures() {
    make_fixture();
    for schema in 1..=SCHEMA {
        for (kind, name) in [
            ("backups", format!("schema-{schema}.json")),
            ("stored", format!("schema-{schema}.json")),
            ("stored", format!("schema-{schema}.records.json")),
        ] {
            assert!(folder(kind).join(&name).is_file(), "no {kind}/{name}");
        }
        let text = fs::read_to_string(folder("backups").join(format!("schema-{schema}.json"))).unwrap();
        let file: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(file.get("schema").and_then(Value::as_u64), Some(u64::from(schema)));
        assert_eq!(stored(schema).read(SCHEMA_KEY).unwrap(), Some(schema.to_string()));
    }
}

#[test]
fn what_each_format_left_at_rest_opens_to_exactly_what_it_held() {
    for schema in 1..=SCHEMA {
        let mut store = stored(schema);
        let drafts = drafts(&store);
        assert!(!drafts.is_empty(), "schema {schema}");
        let first = opened(&mut store);
        assert_eq!(Expected::of(&first), expected(schema), "schema {schema}");
        assert_eq!(first.mended, Mended::default(), "nothing was amiss in schema {schema}");
        assert_eq!(first.newer_schema, None);
        assert!(!first.is_locked && first.damaged.is_empty());
        assert_eq!(self::drafts(&store), drafts, "forms half typed stay in schema {schema}");
        // Opened again it is the same, in our own format.
        assert_eq!(store.read(SCHEMA_KEY).unwrap(), Some(SCHEMA.to_string()));
        assert_eq!(Expected::of(&opened(&mut store)), expected(schema), "schema {schema}, the second time");
    }
}

#[test]
fn the_last_change_of_each_format_is_taken_back() {
    for schema in 2..=SCHEMA {
        let mut store = stored(schema);
        let Opened { mut book, ledger, .. } = opened(&mut store);
        let entry = ledger.history().undoable().unwrap();
        let change = History::change(entry, &book).unwrap();
        let key = change.edits.first().unwrap().key;
        let before = change.edits.first().unwrap().before.clone();
        assert_ne!(book.record(key), before, "schema {schema}");
        update(&mut book, Command::Undo(change), today()).unwrap();
        assert_eq!(book.record(key), before, "schema {schema}");
    }
}

#[test]
fn what_stands_beside_the_records_of_the_second_format_is_read() {
    let mut store = stored(2);
    let opened = opened(&mut store);
    let last = store.read(LAST_BACKUP).unwrap().unwrap();
    assert_eq!(LastBackup::parse(&last), Some(LastBackup { minutes: MINUTES, change: 1 }));
    assert_eq!(store.read("look").unwrap().as_deref(), Some("fr light"));
    assert_eq!(opened.ledger.seq(), 8);
    let meta = opened.ledger.meta(Key::Case(InvoiceId(3))).unwrap();
    assert!(meta.ancestors.len() > 1, "its earlier versions are known to a merge");
}

/// Forms half typed, as they read.
fn drafts(store: &MemoryStore) -> Vec<(String, String)> {
    let names = store.keys().unwrap().into_iter().filter(|name| name.starts_with("draft/"));
    let read = |name: String| {
        let text = store.read(&name).unwrap().unwrap();
        let json = Codec::default().decode(&name, &text).unwrap().json;
        (name, json)
    };
    names.map(read).collect()
}

/// When the changes of a fixture were made, in minutes since 1970: 30 November 2026.
const MINUTES: u32 = 29_931_000;

/// A book with records of every kind and a past, as this program writes it.
#[derive(Default)]
struct Tab {
    book: Book,
    store: MemoryStore,
    ledger: Ledger,
}

impl Tab {
    fn run(&mut self, command: Command) {
        self.run_taking_back(command, None);
    }

    fn run_taking_back(&mut self, command: Command, undoes: Option<u64>) {
        let change = change(&update(&mut self.book, command.clone(), today()).unwrap());
        let told = Told {
            minutes: MINUTES + u32::try_from(self.ledger.seq()).unwrap(),
            about: if change.done.is_final() { String::new() } else { about(&self.book, &change) },
            also: erasing::also(&self.ledger, &self.store, &command, &change),
            undoes,
            ..Told::default()
        };
        let prepared = self.ledger.prepare(&change, &self.book, told).unwrap();
        self.ledger.apply(&mut self.store, prepared).unwrap();
    }

    fn undo(&mut self) {
        let entry = self.ledger.history().undoable().unwrap().clone();
        let change = History::change(&entry, &self.book).unwrap();
        self.run_taking_back(Command::Undo(change), Some(entry.number));
    }
}

/// Makes the files of our own format, where it is asked for and there are none.
fn make_fixture() {
    let path = folder("stored").join(format!("schema-{SCHEMA}.json"));
    if std::env::var_os("MAKE_FIXTURE").is_none() || path.exists() {
        return;
    }
    let text = fs::read_to_string(folder("backups").join("schema-2.json")).unwrap();
    let mut all: BTreeMap<Key, Record> =
        backup::read(&text).unwrap().records.into_iter().map(|record| (record.key(), record)).collect();
    for entry in fs::read_dir(folder("../golden/records")).unwrap() {
        let path = entry.unwrap().path();
        // The book has the same claim with costs.
        if !path.ends_with("case.json") && !path.ends_with("case-first.json") {
            let record: Record = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
            all.insert(record.key(), record);
        }
    }
    let stationery = r#"{"stationery":{"logo":"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=","payment_code":true,"folding_marks":true,"spent_numbers":{"2026":3}}}"#;
    let stationery: Record = serde_json::from_str(stationery).unwrap();
    all.insert(stationery.key(), stationery);

    let mut tab = Tab::default();
    tab.run(Command::Restore(all.into_values().collect()));
    let theme = Theme::Light;
    tab.run(Command::SaveSettings(Settings { theme, language: relance::text::Lang::Fr }));
    let paid = MovementDraft::new(MovementKind::Payment, day("2026-11-20"), Amount::from_cents(12_345));
    tab.run(Command::AddMovement(InvoiceId(3), paid.clone()));
    let last = |tab: &Tab| tab.book.case(InvoiceId(3)).unwrap().movements.last().unwrap().id;
    let movement: MovementId = last(&tab);
    tab.run(Command::DeleteMovement(InvoiceId(3), movement));
    tab.undo();
    tab.run(Command::AddMovement(InvoiceId(3), paid));
    tab.run(Command::DropFromTrash(TrashId(3)));
    tab.run(Command::AddMovement(
        InvoiceId(2),
        MovementDraft::new(MovementKind::CreditNote, day("2026-11-21"), Amount::from_cents(100)),
    ));
    for (name, json) in
        [("draft/movement/3", r#"{"amount":"12"}"#), ("draft/client-new", r#"{"name":"Éts Zoé"}"#)]
    {
        let text = tab.ledger.codec().encode(name, &Meta::default(), json);
        tab.store.write(name, &text).unwrap();
    }
    tab.store.write("aside/1/client/9", "{\"client\":").unwrap();
    tab.store.write("asked", "granted").unwrap();
    tab.store.write(LAST_BACKUP, &LastBackup { minutes: MINUTES, change: 1 }.to_string()).unwrap();

    let keys = tab.store.keys().unwrap();
    let values: BTreeMap<_, _> =
        keys.iter().map(|key| (key, tab.store.read(key).unwrap().unwrap())).collect();
    fs::create_dir_all(folder("stored")).unwrap();
    fs::write(&path, serde_json::to_string_pretty(&values).unwrap()).unwrap();
    // From the book, not from what was written.
    let said = Expected { records: plain(&tab.book), ..Expected::of(&opened(&mut stored(SCHEMA))) };
    fs::write(
        folder("stored").join(format!("schema-{SCHEMA}.records.json")),
        serde_json::to_string_pretty(&said).unwrap(),
    )
    .unwrap();
}
