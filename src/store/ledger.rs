//! The ledger: what is known of the records in local storage, and how a change gets there whole or not at all.
//!
//! A change is written in this order: its entry of the history, with each record as it was; the records; the number of
//! the change under [`SEQ`]. The number is the point from which the change holds. A change that was cut before it is
//! rolled back from its entry at the next opening: nothing then takes more room than it did before, so that a full
//! storage cannot stand in the way.
//!
//! A change of very many records ([`Prepared::is_bulk`]) has no room for its past beside its future. It is put in the
//! journal first, which has the room, and is then written forward, however often it takes.

use std::collections::{BTreeMap, BTreeSet};

use super::codec::{Codec, Meta};
use super::entry::{Entry, Write};
use super::history::{self, Before, History, Past, STORY, UNDOABLE};
use super::open::{read_entry, schema_now};
use super::size::units;
use super::{PREFIX, SCHEMA, SCHEMA_KEY, Store, StoreError};
use crate::app::book::Book;
use crate::app::effect::Change;
use crate::app::record::{Key, Record};
use crate::base::order::in_order;

/// Key of the number of the last change that holds.
pub const SEQ: &str = "seq";
/// Key of what the page's first script needs before the program is there: language and theme in plain words.
pub const LOOK: &str = "look";
/// How many lines of the story are let go for the room that a change which makes room needs itself.
const TOLD_LESS: usize = 10;
/// From so many UTF-16 units on, the past of a change is not kept in local storage.
const BULK: usize = 400_000;

/// What is known of the records in local storage.
#[derive(Clone, Default)]
pub struct Ledger {
    pub(super) codec: Codec,
    pub(super) seq: u64,
    pub(super) metas: BTreeMap<Key, Meta>,
    pub(super) used: usize,
    pub(super) history: History,
    pub(super) occupied: BTreeSet<Key>,
    pub(super) newer_schema: Option<u32>,
    /// The number of our own format stands in the storage.
    pub(super) is_marked: bool,
    /// How often another codec was taken.
    turn: u32,
}

/// What is said with a change: its story.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// When it was made, in minutes since 1970 (UTC).
    pub minutes: u32,
    /// What it is about, in the user's words.
    pub about: String,
    /// The change it takes back.
    pub undoes: Option<u64>,
    /// Fingerprints of the earlier versions of records that come from a file.
    pub lineage: BTreeMap<Key, Vec<u32>>,
    /// Writes that go with it: what is forgotten of records that are erased.
    pub also: Vec<Write>,
    /// Writes that come before all others: they make room.
    pub before: Vec<Write>,
    /// Where how the records were before is kept.
    pub past: PastPlace,
}

/// Where how the records were before a change is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PastPlace {
    /// In local storage; beside the journal where it is very long, and the change is then put in the journal first and
    /// written forward.
    #[default]
    WhereItFits,
    /// In local storage however long it is, or the change is refused: there is no journal.
    Here,
    /// Not in local storage, and the change is written forward: it is to make room.
    Elsewhere,
}

/// A change ready to be written.
pub struct Prepared {
    /// Its entry of the journal.
    pub entry: Entry,
    /// It is too large for its past to be kept in local storage: the journal comes first.
    pub is_bulk: bool,
    past: history::Entry,
    metas: Vec<(Key, Option<Meta>)>,
    turn: u32,
}

/// Why a change did not get to local storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotWritten {
    /// What the store says.
    pub error: StoreError,
    /// The storage is as it was before; else it holds a part of the change, which the next opening rolls back, or writes
    /// forward from the journal.
    pub is_undone: bool,
}

impl Prepared {
    /// Its entry of the history, with each record as it was: what the journal keeps of a change of very many records.
    #[must_use]
    pub fn past(&self) -> &history::Entry {
        &self.past
    }
}

impl Ledger {
    /// Number of the last change.
    #[must_use]
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// The last changes.
    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    /// How texts are written and read.
    #[must_use]
    pub fn codec(&self) -> &Codec {
        &self.codec
    }

    /// Writes as another codec from now on; the storage was rewritten for it, and takes so many UTF-16 units.
    pub fn switch(&mut self, codec: Codec, used: usize) {
        self.codec = codec;
        self.turn += 1;
        self.used = used;
    }

    /// What is known of the past of a record.
    #[must_use]
    pub fn meta(&self, key: Key) -> Option<&Meta> {
        self.metas.get(&key)
    }

    /// The keys of all records in local storage.
    pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
        self.metas.keys().copied()
    }

    /// UTF-16 units that our keys and what stands under them take.
    #[must_use]
    pub fn used(&self) -> usize {
        self.used
    }

    /// Makes a change ready to be written. The book is already as it is after it.
    ///
    /// # Errors
    /// Where nothing may be written: the data is of a newer version, or a place holds what could not be read.
    pub fn prepare(&self, change: &Change, book: &Book, told: Told) -> Result<Prepared, StoreError> {
        self.check(change)?;
        let number = self.seq + 1;
        let mut writes = Vec::with_capacity(change.edits.len() + 4);
        let mut metas = Vec::with_capacity(change.edits.len());
        let mut edits = Vec::with_capacity(change.edits.len());
        for edit in &change.edits {
            let name = edit.key.to_string();
            let old = self.metas.get(&edit.key).cloned();
            let before = match (&edit.before, &old) {
                // Profile, settings and own rates are always there, though nothing is stored before they are set.
                (Some(record), Some(_)) => Some(json(record)?),
                _ => None,
            };
            let meta = edit.after.is_some().then(|| {
                let came_with = told.lineage.get(&edit.key).map_or(&[][..], Vec::as_slice);
                Meta::of_next(old.as_ref().zip(before.as_deref()), came_with, number, told.minutes)
            });
            let value = match (&edit.after, &meta) {
                (Some(record), Some(meta)) => Some(self.codec.encode(&name, meta, &json(record)?)),
                _ => None,
            };
            writes.push((name.clone(), value));
            if edit.key == Key::Settings {
                writes.push((LOOK.to_owned(), Some(look(book))));
            }
            metas.push((edit.key, meta));
            let removed = edit.after.is_none();
            edits.push(Past { key: name, removed, before: before.zip(old).and_then(past_of) });
        }
        let Told { minutes, about, undoes, also, before, past: place, .. } = told;
        let done = change.done;
        let whole =
            history::Entry { number, done, minutes, about, undoes, edits, brief: false, elsewhere: false };
        let (past, noted, is_bulk) = self.noted(whole, place)?;
        let mut all = Vec::with_capacity(before.len() + writes.len() + 5);
        if is_bulk {
            // What goes makes room for what comes, the entry of the history among it: the journal has it all already.
            let (gone, kept) = writes.into_iter().partition(|(_, value)| value.is_none());
            (all, writes) = (gone, kept);
        }
        all.splice(..0, before);
        if !self.is_marked {
            all.push((SCHEMA_KEY.to_owned(), Some(SCHEMA.to_string())));
        }
        all.push((history::Entry::key(number), Some(noted)));
        all.append(&mut writes);
        all.push((SEQ.to_owned(), Some(seq_text(number))));
        let mut past = past;
        if past.keeps_too_much() {
            // What is erased is not kept to take it back, once it is whole; what makes room takes none for its past.
            past = past.shortened();
            all.extend(self.noted_as(&past).map(|(key, text)| (key, Some(text))));
        }
        all.extend(self.let_go(number));
        all.extend(also);
        Ok(Prepared { entry: Entry::new(number, minutes, all), is_bulk, past, metas, turn: self.turn })
    }

    fn check(&self, change: &Change) -> Result<(), StoreError> {
        match self.newer_schema {
            Some(newer) => Err(StoreError::NewerSchema(newer)),
            None if change.edits.iter().any(|edit| self.occupied.contains(&edit.key)) => {
                Err(StoreError::Occupied)
            }
            None => Ok(()),
        }
    }

    /// Whether a change made ready is still the next one, and would be made ready the same.
    #[must_use]
    pub fn is_next(&self, prepared: &Prepared, change: &Change) -> bool {
        prepared.entry.number == self.seq + 1 && prepared.turn == self.turn && self.check(change).is_ok()
    }

    /// The entry of the history as it is remembered, what is kept of it, and whether it is of very many records.
    fn noted(
        &self,
        whole: history::Entry,
        place: PastPlace,
    ) -> Result<(history::Entry, String, bool), StoreError> {
        let text =
            |entry: &history::Entry| self.noted_as(entry).map(|(_, text)| text).ok_or(StoreError::Refused);
        let kept = text(&whole)?;
        let stays = match place {
            PastPlace::WhereItFits => units(&kept) < BULK,
            PastPlace::Here => true,
            PastPlace::Elsewhere => false,
        };
        if stays {
            return Ok((whole, kept, false));
        }
        let past = history::Entry { elsewhere: true, ..whole };
        let kept = text(&past)?;
        Ok((past, kept, true))
    }

    /// What is let go when a change is noted: the past of the one that can no longer be taken back, the last line of the
    /// story.
    fn let_go(&self, number: u64) -> Vec<Write> {
        let mut writes = Vec::new();
        let oldest = self.history.entries().first().filter(|oldest| oldest.number + UNDOABLE <= number);
        if let Some(oldest) = oldest.filter(|oldest| !oldest.brief) {
            writes.extend(self.noted_as(&oldest.shortened()).map(|(key, text)| (key, Some(text))));
        }
        if let Some(last) = number.checked_sub(STORY) {
            writes.push((history::Entry::key(last), None));
        }
        writes
    }

    /// The writes that take the oldest lines off the story, where a change that makes room needs theirs.
    #[must_use]
    pub fn without_oldest(&self, store: &dyn Store) -> Vec<Write> {
        let names = store.keys().unwrap_or_default();
        let numbers: Vec<u64> = names.iter().filter_map(|name| history::Entry::number_in(name)).collect();
        let oldest = in_order(numbers, |number: &u64| *number).into_iter().take(TOLD_LESS);
        oldest.map(|number| (history::Entry::key(number), None)).collect()
    }

    /// How many UTF-16 units a change needs beyond what it replaces.
    #[must_use]
    pub fn growth(&self, store: &dyn Store, prepared: &Prepared) -> usize {
        let (mut needed, mut freed) = (0_usize, 0_usize);
        for (key, value) in &prepared.entry.writes {
            let before = store.read(key).ok().flatten();
            needed += size(key, value.as_deref());
            freed += size(key, before.as_deref());
        }
        needed.saturating_sub(freed)
    }

    /// The storage was emptied under us: the number of the last change is gone, or that of the format, which nothing of
    /// ours removes.
    #[must_use]
    pub fn is_wiped(&self, store: &dyn Store) -> bool {
        self.seq > 0 && store.read(SEQ) == Ok(None) || self.is_marked && store.read(SCHEMA_KEY) == Ok(None)
    }

    /// Everything that stands in local storage for a book, for one that was emptied under it.
    #[must_use]
    pub fn everything(&self, book: &Book) -> Vec<(String, String)> {
        let mut all = vec![(SCHEMA_KEY.to_owned(), SCHEMA.to_string())];
        for (key, meta) in &self.metas {
            let json = book.record(*key).and_then(|record| json(&record).ok());
            let name = key.to_string();
            all.extend(json.map(|json| (name.clone(), self.codec.encode(&name, meta, &json))));
        }
        all.extend(self.history.entries().iter().filter_map(|entry| self.noted_as(entry)));
        all.push((LOOK.to_owned(), look(book)));
        all.push((SEQ.to_owned(), seq_text(self.seq)));
        all
    }

    /// An entry of the history as it stands in local storage.
    pub(super) fn noted_as(&self, entry: &history::Entry) -> Option<(String, String)> {
        let key = history::Entry::key(entry.number);
        let meta = Meta { revision: entry.number, changed: entry.minutes, ancestors: Vec::new() };
        let kept;
        let entry = if entry.elsewhere {
            kept = history::Entry { brief: false, elsewhere: true, ..entry.shortened() };
            &kept
        } else {
            entry
        };
        let text = serde_json::to_string(entry).ok()?;
        let text = self.codec.encode(&key, &meta, &text);
        Some((key, text))
    }

    /// Writes a change to local storage, whole or not at all.
    ///
    /// # Errors
    /// As the store says; the storage then is as it was, where that could be put back.
    pub fn apply(&mut self, store: &mut dyn Store, prepared: Prepared) -> Result<(), NotWritten> {
        let mut done: Vec<Write> = Vec::new();
        let mut used = self.used;
        for (key, value) in &prepared.entry.writes {
            let written = store.read(key).and_then(|before| {
                write(store, key, value.as_deref())?;
                Ok(before)
            });
            let before = match written {
                Ok(before) => before,
                // Once the number of the change stands, it holds: what remains is only tidying.
                Err(_) if done.iter().any(|(key, _)| key == SEQ) => continue,
                Err(error) => return Err(NotWritten { error, is_undone: take_back(store, done) }),
            };
            used = used + size(key, value.as_deref()) - size(key, before.as_deref()).min(used);
            done.push((key.clone(), before));
        }
        self.used = used;
        self.accept(prepared);
        Ok(())
    }

    /// The change is written: what is known of the records follows.
    fn accept(&mut self, prepared: Prepared) {
        let Prepared { entry, past, metas, .. } = prepared;
        self.seq = entry.number;
        self.is_marked = true;
        for (key, meta) in metas {
            match meta {
                Some(meta) => self.metas.insert(key, meta),
                None => self.metas.remove(&key),
            };
        }
        self.history.push(past);
        for (name, value) in &entry.writes {
            let number = history::Entry::number_in(name);
            if number.is_some_and(|number| number != entry.number || value.is_none()) {
                self.follow(name, value.as_deref());
            }
        }
    }

    /// An entry of the history was written anew or removed: the history follows.
    fn follow(&mut self, name: &str, value: Option<&str>) {
        let Some(number) = history::Entry::number_in(name) else { return };
        match value {
            None => self.history.drop_entry(number),
            Some(text) => {
                if let Some(entry) = read_entry(&self.codec, name, text) {
                    self.history.set(entry);
                }
            }
        }
    }

    /// Takes note that the data is of a newer version from now on: a program that is newer wrote to it. Says whether it is.
    ///
    /// # Errors
    /// Where the store refuses to be read.
    pub fn heed_schema(&mut self, store: &dyn Store) -> Result<bool, StoreError> {
        self.newer_schema = schema_now(&self.codec, store)?;
        Ok(self.newer_schema.is_some())
    }

    /// Lets go from memory how the records were before a change: it is kept elsewhere.
    pub fn lighten(&mut self, number: u64) {
        self.history.lighten(number);
    }

    /// Takes up a change that another tab wrote; gives its records, as they now are.
    pub fn absorb(&mut self, entry: &Entry) -> Vec<(Key, Option<Record>)> {
        let mut records = Vec::new();
        for (name, value) in &entry.writes {
            self.follow(name, value.as_deref());
            let Some(key) = Key::parse(name) else { continue };
            match value {
                None => {
                    self.metas.remove(&key);
                    records.push((key, None));
                }
                Some(text) => {
                    let stored = self.codec.decode(name, text).ok();
                    let record = stored.as_ref().and_then(|stored| serde_json::from_str(&stored.json).ok());
                    if let (Some(stored), Some(record)) = (stored, record) {
                        self.metas.insert(key, stored.meta);
                        records.push((key, Some(record)));
                    }
                }
            }
        }
        self.seq = self.seq.max(entry.number);
        self.is_marked = true;
        records
    }

    /// The storage was emptied by a change: nothing is known any more but its number.
    pub fn start_over(&mut self, number: u64, used: usize) {
        *self = Self { seq: number, used, is_marked: true, ..Self::default() };
    }

    /// The writes that make the history forget records: how they were, and what changes of them were about.
    #[must_use]
    pub fn forgetting(&self, store: &dyn Store, is_erased: impl Fn(&history::Entry) -> bool) -> Vec<Write> {
        let mut numbers: Vec<u64> = store
            .keys()
            .unwrap_or_default()
            .iter()
            .filter_map(|name| history::Entry::number_in(name))
            .collect();
        numbers.sort_unstable();
        let older = |number: u64| {
            let name = history::Entry::key(number);
            read_entry(&self.codec, &name, &store.read(&name).ok().flatten()?)
        };
        let entries = numbers
            .into_iter()
            .filter_map(|number| self.history.entry(number).cloned().or_else(|| older(number)));
        entries
            .filter(|entry| !entry.brief || !entry.about.is_empty())
            .filter(|entry| is_erased(entry))
            .filter_map(|entry| self.noted_as(&entry.forgotten()))
            .map(|(name, text)| (name, Some(text)))
            .collect()
    }
}

/// Puts back what was there before the first writes of a change; last the entry of the history, which says how it was.
/// What cannot be put back now is rolled back from that at the next opening. Says whether all is as it was.
fn take_back(store: &mut dyn Store, done: Vec<Write>) -> bool {
    let (entries, records): (Vec<_>, Vec<_>) =
        done.into_iter().rev().partition(|(key, _)| history::Entry::number_in(key).is_some());
    let outcome = write_within(store, &records).and_then(|()| {
        entries.into_iter().try_for_each(|(key, before)| write(store, &key, before.as_deref()))
    });
    outcome.is_ok()
}

/// Makes writes of different keys, those that need no more room than there is under their keys first: where all of them
/// have room, none of them fails for want of it.
pub(super) fn write_within(store: &mut dyn Store, writes: &[Write]) -> Result<(), StoreError> {
    for is_for_growing in [false, true] {
        for (key, value) in writes {
            let now = store.read(key)?;
            let grows = size(key, now.as_deref()) < size(key, value.as_deref());
            if grows == is_for_growing {
                write(store, key, value.as_deref())?;
            }
        }
    }
    Ok(())
}

/// Writes to local storage what the journal has of a change that was cut; it may be written again and again.
///
/// # Errors
/// As the store says; what is missing then is written the next time.
pub fn forward(store: &mut dyn Store, entry: &Entry) -> Result<(), StoreError> {
    entry.writes.iter().try_for_each(|(key, value)| write(store, key, value.as_deref()))
}

/// Makes one write.
pub(super) fn write(store: &mut dyn Store, key: &str, value: Option<&str>) -> Result<(), StoreError> {
    match value {
        Some(value) => store.write(key, value),
        None => store.remove(key),
    }
}

/// Language and theme in plain words.
#[must_use]
pub fn look(book: &Book) -> String {
    let settings = book.settings();
    format!("{} {}", settings.language.tag(), settings.theme.name())
}

/// UTF-16 units of a key, with its prefix, and what stands under it; none where nothing does.
pub(super) fn size(key: &str, value: Option<&str>) -> usize {
    value.map_or(0, |value| PREFIX.len() + units(key) + units(value))
}

/// The number of a change as it stands in the storage, with a checksum: a single altered digit must not count.
#[must_use]
pub fn seq_text(number: u64) -> String {
    format!("{number} {:08x}", crc32fast::hash(number.to_string().as_bytes()))
}

/// Reads what [`seq_text`] wrote.
#[must_use]
pub fn seq_in(text: &str) -> Option<u64> {
    let number = text.split_once(' ')?.0.parse().ok()?;
    (seq_text(number) == text).then_some(number)
}

fn json(record: &Record) -> Result<String, StoreError> {
    serde_json::to_string(record).map_err(|_| StoreError::Refused)
}

fn past_of((json, meta): (String, Meta)) -> Option<Before> {
    let json = serde_json::value::RawValue::from_string(json).ok()?;
    Some(Before { json, revision: meta.revision, changed: meta.changed, ancestors: meta.ancestors })
}
