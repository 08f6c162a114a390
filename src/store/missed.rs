//! What was missed: changes that were said to be saved, and that local storage went on without.
//!
//! A browser was killed before it had written a change to local storage; the next visit was refused the journal, began
//! from what local storage had, and gave the number of that change to another one. From that number on the journal is of
//! another branch than local storage. When it is back, its branch is neither written over the other one nor let go: it is
//! put beside the journal as a backup of the records it touched, to be joined with the data like any other.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::backup::compare::deleted;
use super::backup::{Backup, Lineage};
use super::codec::{Codec, Meta};
use super::entry::{Entry, merged};
use super::history::{self, Before};
use super::ledger::Ledger;
use super::open::{Aside, read_entry, read_record};
use super::{Store, StoreError};
use crate::app::book::Book;
use crate::app::record::{Key, Record};
use crate::app::trash::TrashItem;
use crate::domain::plan::Plan;

/// Records of a change by which it is told from another one: a change may be of thousands.
const TELLING: usize = 20;

/// The entries of the journal, in order, that are of another branch than local storage, whose last change is `seq`.
///
/// # Errors
/// Where the store refuses to be read.
pub fn missed(
    store: &dyn Store,
    codec: &Codec,
    seq: u64,
    journal: &[Entry],
) -> Result<Vec<Entry>, StoreError> {
    let mut apart = Vec::new();
    let (mut is_apart, mut seen) = (false, 0);
    for entry in journal {
        if entry.first <= seq {
            is_apart = !is_same(store, codec, entry, entry.number.min(seq))?;
            seen = entry.number;
        } else if seen < seq {
            // The journal lacks the last change here. Where that was made later, the entry does not go on from it.
            let last = noted(store, codec, seq)?;
            is_apart |= last.is_some_and(|(_, last)| entry.minutes < last.minutes);
            seen = seq;
        }
        if is_apart {
            apart.push(entry.clone());
        }
    }
    Ok(apart)
}

/// What local storage notes of a change, as it stands there and as it reads.
fn noted(
    store: &dyn Store,
    codec: &Codec,
    number: u64,
) -> Result<Option<(String, history::Entry)>, StoreError> {
    let name = history::Entry::key(number);
    let raw = store.read(&name)?;
    Ok(raw.and_then(|raw| read_entry(codec, &name, &raw).map(|entry| (raw, entry))))
}

/// Whether local storage has, under a number, the change that an entry of the journal has there. What no longer says so
/// is taken for the same.
fn is_same(store: &dyn Store, codec: &Codec, entry: &Entry, number: u64) -> Result<bool, StoreError> {
    let Some((raw, here)) = noted(store, codec, number)? else { return Ok(true) };
    let name = history::Entry::key(number);
    let Some((_, Some(text))) = entry.writes.iter().find(|(key, _)| *key == name) else { return Ok(true) };
    let Some(there) = read_entry(codec, &name, text) else { return Ok(true) };
    if raw != *text && !is_one_change(&here, &there) {
        return Ok(false);
    }
    // Within one minute, two changes may read alike: what they wrote tells them apart.
    let records = entry.writes.iter().filter(|(key, _)| Key::parse(key).is_some()).take(TELLING);
    for (key, text) in records {
        let now = store.read(key)?;
        if now == *text {
            continue;
        }
        let read = |text: Option<&str>| codec.decode(key, text?).ok().filter(|of| of.meta.revision == number);
        if let (Some(here), Some(there)) = (read(now.as_deref()), read(text.as_deref()))
            && here.json != there.json
        {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How records were before, and what it was about, may be forgotten of either.
fn is_one_change(here: &history::Entry, there: &history::Entry) -> bool {
    let touched = |entry: &history::Entry| {
        entry.edits.iter().map(|past| (past.key.clone(), past.removed)).collect::<BTreeSet<_>>()
    };
    (here.minutes, here.done, here.undoes) == (there.minutes, there.done, there.undoes)
        && touched(here) == touched(there)
}

/// What was missed, as it is kept until the user has seen it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Missed {
    /// The changes, the first one first, without the records as they were.
    pub told: Vec<history::Entry>,
    /// The records as they then were by key, with those they name.
    records: BTreeMap<String, Before>,
    /// What could not be read of them, by key.
    aside: BTreeMap<String, String>,
}

impl Missed {
    /// Of entries of the journal, beside the book that went on without them; none where they are of no record but how the
    /// screen looks.
    #[must_use]
    pub fn of(missed: &[Entry], book: &Book, ledger: &Ledger) -> Option<Self> {
        let parted = missed.first()?.minutes;
        let (mut told, mut records, mut aside) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
        let mut named_there = Vec::new();
        for (name, text) in merged(missed)?.writes {
            let Some(text) = text else { continue };
            if let Some(number) = history::Entry::number_in(&name) {
                let is_theirs = missed.iter().any(|entry| entry.covers(number));
                told.extend(read_entry(ledger.codec(), &name, &text).filter(|_| is_theirs));
            }
            let Some(key) = Key::parse(&name).filter(|key| *key != Key::Settings) else { continue };
            match read_record(ledger.codec(), key, &name, &text) {
                Ok((stored, record)) => {
                    named_there.extend(named(&record));
                    records.extend(version(stored.json, &stored.meta).map(|version| (name, version)));
                }
                Err(_) => drop(aside.insert(name, text)),
            }
        }
        told.retain(|entry| !entry.done.is_look());
        if told.is_empty() && records.is_empty() && aside.is_empty() {
            return None;
        }
        told.sort_by_key(|entry| entry.number);
        let told = told.iter().map(history::Entry::shortened).collect();
        complete(&mut records, named_there, book, ledger, parted);
        Some(Self { told, records, aside })
    }

    /// The records, to be joined with the data.
    #[must_use]
    pub fn backup(&self) -> Backup {
        let mut aside: Vec<Aside> =
            self.aside.iter().map(|(key, raw)| Aside { key: key.clone(), raw: raw.clone() }).collect();
        let (mut records, mut lineage) = (Vec::new(), BTreeMap::new());
        for (name, version) in &self.records {
            let json = version.json.get();
            let record: Option<Record> = serde_json::from_str(json).ok();
            if let Some(record) = record.filter(|record| record.key().to_string() == *name) {
                let Before { changed, ancestors, .. } = version.clone();
                lineage.insert(record.key(), Lineage { changed, ancestors });
                records.push(record);
            } else {
                aside.push(Aside { key: name.clone(), raw: json.to_owned() });
            }
        }
        Backup::of(records, lineage, aside)
    }

    /// The same without what was erased meanwhile, told by the key of a record and its JSON; none where nothing is left.
    #[must_use]
    pub fn without(mut self, is_erased: impl Fn(&str, &str) -> bool) -> Option<Self> {
        self.records.retain(|key, version| !is_erased(key, version.json.get()));
        self.aside.retain(|key, raw| !is_erased(key, raw));
        for entry in &mut self.told {
            if entry.edits.iter().any(|past| is_erased(&past.key, "")) {
                *entry = entry.forgotten();
            }
        }
        (!self.records.is_empty() || !self.aside.is_empty()).then_some(self)
    }
}

fn version(json: String, meta: &Meta) -> Option<Before> {
    let Meta { revision, changed, ancestors } = meta.clone();
    Some(Before { json: RawValue::from_string(json).ok()?, revision, changed, ancestors })
}

/// Whether a record was there before the branches parted: what came later under its key is something else.
fn is_older(ledger: &Ledger, key: Key, parted: u32) -> bool {
    let name = key.to_string();
    let pasts = ledger.history().entries().iter().flat_map(|entry| &entry.edits);
    let before = pasts.filter(|past| past.key == name).filter_map(|past| past.before.as_ref());
    let changed = before.map(|before| before.changed).chain(ledger.meta(key).map(|meta| meta.changed));
    changed.min().is_some_and(|changed| changed <= parted)
}

/// Adds the records that those name, as they are here, or were when they were deleted here: by themselves, their numbers
/// would be taken for those of other things.
fn complete(
    records: &mut BTreeMap<String, Before>,
    mut wanted: Vec<Key>,
    book: &Book,
    ledger: &Ledger,
    parted: u32,
) {
    let gone = deleted(book);
    while let Some(key) = wanted.pop() {
        let name = key.to_string();
        if records.contains_key(&name) || !is_older(ledger, key, parted) {
            continue;
        }
        let Some(record) = book.record(key).or_else(|| gone.get(&key).cloned()) else { continue };
        wanted.extend(named(&record));
        let json = serde_json::to_string(&record).unwrap_or_default();
        let meta = ledger.meta(key).cloned().unwrap_or_default();
        records.extend(version(json, &meta).map(|version| (name, version)));
    }
}

/// The records that one names by their numbers.
fn named(record: &Record) -> Vec<Key> {
    let of_plan = |plan: &Plan| {
        let invoices = plan.invoices.iter().map(|id| Key::Case(*id));
        invoices.chain([Key::Client(plan.client)]).collect()
    };
    match record {
        Record::Case(case) => vec![Key::Client(case.invoice.client)],
        Record::Plan(plan) => of_plan(plan),
        Record::Trash(trash) => match &trash.item {
            TrashItem::Case(case) => vec![Key::Client(case.invoice.client)],
            TrashItem::Plan(plan) => of_plan(plan),
            item => item.invoice().map(Key::Case).into_iter().collect(),
        },
        _ => Vec::new(),
    }
}
