//! Data under a passphrase: nothing of it is left in plain, all of it comes back with the key, and a rewriting that is
//! cut, or has no room, loses nothing.

#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::record::Key;
use relance::app::update::update;
use relance::store::codec::{Codec, Meta, Unreadable, is_closed};
use relance::store::entry::Entry;
use relance::store::history;
use relance::store::ledger::Told;
use relance::store::memory::MemoryStore;
use relance::store::open::{Opened, open, settle};
use relance::store::reseal::{holds_closed, reseal, resealed, used};
use relance::store::seal::Seal;
use relance::store::{DRAFT, PREFIX, SCHEMA, SCHEMA_KEY, Store, StoreError};
use support::{any_command, change, records, today};

fn sealed() -> Codec {
    Codec::sealed(Seal::new(&[7; 32]).unwrap())
}

/// A store after some commands, with the journal of them.
fn written(commands: Vec<relance::app::command::Command>, codec: Codec) -> (MemoryStore, Vec<Entry>, Book) {
    let mut store = MemoryStore::new();
    let Opened { mut ledger, mut book, .. } = open(&mut store, codec.clone(), &[]).unwrap();
    store.write(SCHEMA_KEY, &SCHEMA.to_string()).unwrap();
    let mut journal = Vec::new();
    for command in commands {
        let Ok(effects) = update(&mut book, command, today()) else { continue };
        if effects.is_empty() {
            continue;
        }
        let told = Told { minutes: 29_000_000, ..Told::default() };
        let prepared = ledger.prepare(&change(&effects), &book, told).unwrap();
        journal.push(prepared.entry.clone());
        ledger.apply(&mut store, prepared).unwrap();
    }
    let draft = format!("{DRAFT}profile");
    store.write(&draft, &codec.encode(&draft, &Meta::default(), r#"{"name":"Claire"}"#)).unwrap();
    (store, journal, book)
}

fn content(store: &dyn Store) -> Vec<(String, String)> {
    let mut keys = store.keys().unwrap();
    keys.sort();
    keys.into_iter()
        .map(|key| {
            let text = store.read(&key).unwrap().unwrap();
            (key, text)
        })
        .collect()
}

fn is_ours(name: &str) -> bool {
    Key::parse(name).is_some() || history::Entry::number_in(name).is_some() || name.starts_with(DRAFT)
}

fn opened(store: &mut MemoryStore, codec: Codec) -> Opened {
    let mut opened = open(store, codec, &[]).unwrap();
    settle(store, &mut opened, &[]);
    opened
}

/// A store that is full, or dies, after so many writes.
struct Failing(MemoryStore, usize);

impl Store for Failing {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.0.keys()
    }
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.0.read(key)
    }
    fn write(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        match self.1.checked_sub(1) {
            None => Err(StoreError::Full),
            Some(left) => {
                self.1 = left;
                self.0.write(key, value)
            }
        }
    }
    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.0.remove(key)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn all_is_sealed_and_all_comes_back(commands in prop::collection::vec(any_command(), 1..30)) {
        let (mut store, journal, book) = written(commands, Codec::default());
        let plain = content(&store);
        reseal(&mut store, &Codec::default(), &sealed()).unwrap();
        for (name, text) in content(&store).iter().filter(|(name, _)| is_ours(name)) {
            prop_assert_eq!(Codec::default().decode(name, text).err(), Some(Unreadable::Locked), "{}", name);
        }
        prop_assert!(holds_closed(&store).unwrap());
        let total: usize = content(&store)
            .iter()
            .map(|(key, text)| PREFIX.len() + key.encode_utf16().count() + text.encode_utf16().count())
            .sum();
        prop_assert_eq!(used(&store).unwrap(), total);

        let locked = opened(&mut store.clone(), Codec::default());
        let has_records = plain.iter().any(|(name, _)| is_ours(name) && !name.starts_with(DRAFT));
        prop_assert_eq!(locked.is_locked, has_records);
        prop_assert_eq!(records(&locked.book), records(&Book::default()));
        prop_assert!(locked.aside.is_empty());
        let back = opened(&mut store.clone(), sealed());
        prop_assert_eq!(records(&back.book), records(&book));
        prop_assert_eq!(back.ledger.used(), total);
        prop_assert!(back.aside.is_empty() && !back.is_locked);

        let entry = resealed(&journal, &Codec::default(), &sealed());
        for (name, text) in entry.iter().flat_map(|entry| &entry.writes).filter(|(name, _)| is_ours(name)) {
            prop_assert!(text.as_ref().is_none_or(|text| is_closed(text)), "{} in the journal", name);
        }
        if let Some(entry) = entry {
            prop_assert_eq!(entry.number, back.ledger.seq());
        }

        reseal(&mut store, &sealed(), &Codec::default()).unwrap();
        prop_assert_eq!(content(&store), plain);
    }

    #[test]
    fn a_full_store_is_as_it_was_and_a_cut_one_is_read(
        commands in prop::collection::vec(any_command(), 1..20),
        writes in 0_usize..40,
    ) {
        let (store, _, book) = written(commands, Codec::default());
        // Killed: nothing is put back, and the rest is sealed the next time.
        let mut cut = store.clone();
        let mut left = writes;
        let mut all = store.clone();
        reseal(&mut all, &Codec::default(), &sealed()).unwrap();
        for (name, text) in content(&all) {
            if left == 0 {
                break;
            }
            left -= 1;
            cut.write(&name, &text).unwrap();
        }
        prop_assert_eq!(records(&opened(&mut cut, sealed()).book), records(&book));
        reseal(&mut cut, &sealed(), &sealed()).unwrap();
        prop_assert_eq!(content(&cut), content(&all));

        // Full: what was rewritten is put back, where even that fails it is read all the same.
        let mut full = Failing(store.clone(), writes);
        if reseal(&mut full, &Codec::default(), &sealed()).is_err() {
            prop_assert_eq!(records(&opened(&mut full.0, sealed()).book), records(&book));
        }
    }
}
