//! Opening a store: changes cut in the middle are rolled back, those the browser lost are written again from the journal,
//! and every record that reads is put in the book. One that does not read is then repaired from the journal, or set
//! aside, whole.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::codec::{Codec, Stored, Unreadable, is_closed};
use super::entry::Entry;
use super::glimpse::GLIMPSE;
use super::history::{self, Before, UNDOABLE};
use super::last_backup::LAST_BACKUP;
use super::ledger::{LOOK, Ledger, SEQ, forward, seq_in, seq_text, size, write_within};
use super::lock::LOCK;
use super::migrate::migrate;
use super::missed::missed;
use super::{ASIDE, ASKED, DRAFT, GAP, PROBE, SCHEMA, SCHEMA_KEY, Store, StoreError};
use crate::app::book::Book;
use crate::app::record::{Key, Record};
use crate::base::order::in_order;

/// Keys read at a time: few enough that the memory for them is used again and again, which is quicker than new memory.
const AT_ONCE: usize = 500;

/// What was found in a store.
#[derive(Clone, Default)]
pub struct Opened {
    /// The records that read.
    pub book: Book,
    /// What is known of them.
    pub ledger: Ledger,
    /// What did not read, exactly as found: now or at an earlier opening.
    pub aside: Vec<Aside>,
    /// What does not read and still stands where it was found: [`settle`] repairs it or sets it aside.
    pub damaged: Vec<Aside>,
    /// Number of a format newer than this program's: nothing may be written.
    pub newer_schema: Option<u32>,
    /// What was mended.
    pub mended: Mended,
    /// The records are under a passphrase that was not given: none of them is in the book, and nothing may be written.
    pub is_locked: bool,
}

/// What was mended at an opening.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mended {
    /// Changes that had been saved and that the browser had lost, written again.
    pub redone: usize,
    /// Changes cut in the middle before they were said to be saved, rolled back.
    pub rolled_back: usize,
    /// Damaged records put right from the journal.
    pub repaired: usize,
    /// The browser lost more than the journal holds: what is in the book is not all there was. It stays so until the user
    /// says that what was missing is back.
    pub is_partial: bool,
}

/// Something that could not be read, kept as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Key it was found under.
    pub key: String,
    /// Content.
    pub raw: String,
}

/// Reads everything in a store, given the entries of the journal after the store's own number, in order, with the one
/// before them where it has it. Written to is only what must be mended; what the journal has of another branch is left
/// there ([`missed`]).
///
/// # Errors
/// Where the store refuses to be read at all, or to be mended.
pub fn open(store: &mut dyn Store, codec: Codec, journal: &[Entry]) -> Result<Opened, StoreError> {
    let mut opened = Opened::default();
    opened.ledger.codec = codec;
    let mut names = store.keys()?;
    let schema = store.read(SCHEMA_KEY)?;
    opened.newer_schema = newer_schema(&opened.ledger.codec, store, &names, schema.as_deref())?;
    opened.ledger.newer_schema = opened.newer_schema;
    opened.ledger.is_marked = schema.as_deref() == Some(SCHEMA.to_string().as_str());
    if opened.newer_schema.is_none() {
        if !names.is_empty() && !opened.ledger.is_marked {
            // Before the first record of our format: an older program must know that it may only look.
            store.write(SCHEMA_KEY, &SCHEMA.to_string())?;
            opened.ledger.is_marked = true;
        }
        let numbers = names.iter().filter_map(|name| history::Entry::number_in(name)).collect();
        if mend(store, &mut opened, numbers, journal)? {
            names = store.keys()?;
        }
    }
    opened.mended.is_partial = store.read(GAP)?.is_some();
    for names in names.chunks(AT_ONCE) {
        let values = store.read_many(names)?;
        for (name, raw) in names.iter().zip(&values) {
            // A glimpse gives way to whatever needs the room.
            if let Some(raw) = raw.as_ref().filter(|_| name != GLIMPSE) {
                opened.ledger.used += size(name, Some(raw));
                take_in(store, &mut opened, name, raw);
            }
        }
    }
    read_history(store, &mut opened)?;
    Ok(opened)
}

/// Rolls back what was cut, and writes again what was lost; says whether anything was written.
fn mend(
    store: &mut dyn Store,
    opened: &mut Opened,
    numbers: Vec<u64>,
    journal: &[Entry],
) -> Result<bool, StoreError> {
    let codec = &opened.ledger.codec;
    let stands = store.read(SEQ)?;
    let seq = match stands.as_deref().map(seq_in) {
        Some(Some(seq)) => seq,
        // Nothing was ever numbered, or the first change was cut.
        None => 0,
        Some(None) => last_whole(&*store, codec, &numbers)?,
    };
    let cut = in_order(numbers.into_iter().filter(|number| *number > seq), |number| *number);
    for number in cut.into_iter().rev() {
        opened.mended.rolled_back += usize::from(roll_back(store, codec, number)?);
    }
    let mut last = seq;
    for entry in own(&*store, codec, seq, journal)?.into_iter().filter(|entry| entry.number > seq) {
        if entry.first > last + 1 {
            // Before what follows: it must be known also where the page is closed in the middle.
            store.write(GAP, &format!("{}", last + 1))?;
        }
        forward(store, entry)?;
        last = entry.number;
        opened.mended.redone += 1;
    }
    if last == seq && stands.is_some_and(|text| seq_in(&text).is_none()) {
        store.write(SEQ, &seq_text(seq))?;
    }
    opened.ledger.seq = last;
    Ok(opened.mended != Mended::default())
}

/// The entries of the journal that are of the branch of local storage.
fn own<'a>(
    store: &dyn Store,
    codec: &Codec,
    seq: u64,
    journal: &'a [Entry],
) -> Result<Vec<&'a Entry>, StoreError> {
    let apart: BTreeSet<u64> =
        missed(store, codec, seq, journal)?.into_iter().map(|entry| entry.number).collect();
    Ok(journal.iter().filter(|entry| !apart.contains(&entry.number)).collect())
}

/// The last change that holds where its number cannot be read: the last one all of whose records are there.
fn last_whole(store: &dyn Store, codec: &Codec, numbers: &[u64]) -> Result<u64, StoreError> {
    let Some(last) = numbers.iter().max() else { return Ok(0) };
    let key = history::Entry::key(*last);
    let past = store.read(&key)?.and_then(|raw| read_entry(codec, &key, &raw));
    // An entry that cannot be read was not cut: it was written whole, and damaged since.
    let Some(past) = past else { return Ok(*last) };
    for edit in &past.edits {
        let revision = store
            .read(&edit.key)?
            .and_then(|raw| codec.decode(&edit.key, &raw).ok())
            .map(|stored| stored.meta.revision);
        let is_there = if edit.removed { revision.is_none() } else { revision == Some(*last) };
        if !is_there {
            return Ok(last - 1);
        }
    }
    Ok(*last)
}

/// Puts back each record as it was before a change that was cut; says whether there was one. One whose past is elsewhere,
/// or cannot be read, can only be written forward.
pub(super) fn roll_back(store: &mut dyn Store, codec: &Codec, number: u64) -> Result<bool, StoreError> {
    let key = history::Entry::key(number);
    let past = store.read(&key)?.and_then(|raw| read_entry(codec, &key, &raw));
    let Some(past) = past.filter(|past| !past.brief && !past.elsewhere) else { return Ok(false) };
    let back = past.edits.iter().map(|edit| {
        let text = |before: &Before| codec.encode(&edit.key, &before.meta(), before.json.get());
        (edit.key.clone(), edit.before.as_ref().map(text))
    });
    write_within(store, &back.collect::<Vec<_>>())?;
    store.remove(&key)?;
    Ok(true)
}

/// Takes in what is under a key.
fn take_in(store: &mut dyn Store, opened: &mut Opened, name: &str, raw: &str) {
    if matches!(name, SCHEMA_KEY | SEQ | LOOK | LAST_BACKUP | LOCK | ASKED | PROBE | GAP)
        || name.starts_with(DRAFT)
        || history::Entry::number_in(name).is_some()
    {
        return;
    }
    if let Some(key) = set_aside_key(name) {
        reserve(&mut opened.book, key);
        opened.aside.push(Aside { key: key.to_owned(), raw: raw.to_owned() });
        return;
    }
    let Some(key) = Key::parse(name) else {
        // None that this version knows: shown, and left where it is, in nobody's way.
        opened.aside.push(Aside { key: name.to_owned(), raw: raw.to_owned() });
        return;
    };
    let may_write = opened.newer_schema.is_none();
    match read_record(&opened.ledger.codec, key, name, raw) {
        Ok((stored, record)) => {
            if may_write && stored.schema < SCHEMA {
                // In our format from now on; one that cannot be written again is still read as it is.
                let text = opened.ledger.codec.encode(name, &stored.meta, &stored.json);
                if store.write(name, &text).is_ok() {
                    opened.ledger.used += size(name, Some(&text));
                    opened.ledger.used -= size(name, Some(raw)).min(opened.ledger.used);
                }
            }
            opened.ledger.metas.insert(key, stored.meta);
            opened.book.put(record);
        }
        Err(Unreadable::Locked) => {
            opened.is_locked = true;
            opened.ledger.occupied.insert(key);
            opened.book.reserve(key);
        }
        Err(Unreadable::Damaged) => {
            opened.book.reserve(key);
            opened.ledger.occupied.insert(key);
            let damaged = Aside { key: name.to_owned(), raw: raw.to_owned() };
            if may_write { opened.damaged.push(damaged) } else { opened.aside.push(damaged) }
        }
    }
}

/// Reads a record of any format, and sees that it is sound and stands where it belongs.
pub(super) fn read_record(
    codec: &Codec,
    key: Key,
    name: &str,
    raw: &str,
) -> Result<(Stored, Record), Unreadable> {
    let mut stored = codec.decode(name, raw)?;
    if let Cow::Owned(json) = migrate(stored.schema, name, &stored.json).ok_or(Unreadable::Damaged)? {
        stored.json = json;
    }
    let record: Record = serde_json::from_str(&stored.json).map_err(|_| Unreadable::Damaged)?;
    // A text with a checksum is as this program wrote it.
    let is_ours = stored.schema == SCHEMA || record.is_whole();
    if record.key() == key && record.is_sound() && is_ours {
        Ok((stored, record))
    } else {
        Err(Unreadable::Damaged)
    }
}

/// Repairs what is damaged from all the entries of the journal, or sets it aside; what cannot even be moved stays, and
/// its place is not written to.
pub fn settle(store: &mut dyn Store, opened: &mut Opened, journal: &[Entry]) {
    let damaged = std::mem::take(&mut opened.damaged);
    if damaged.is_empty() {
        return;
    }
    // A store that cannot be read cannot be repaired either.
    let journal = own(&*store, &opened.ledger.codec, opened.ledger.seq, journal).unwrap_or_default();
    for damaged in damaged {
        let key = Key::parse(&damaged.key);
        let is_free = match key {
            Some(key) if repair(store, opened, key, &damaged.key, &journal) => {
                opened.ledger.occupied.remove(&key);
                continue;
            }
            _ => move_aside(store, &damaged.key, &damaged.raw),
        };
        if let Some(key) = key.filter(|_| is_free) {
            opened.ledger.occupied.remove(&key);
        }
        opened.aside.push(damaged);
    }
}

/// Puts a damaged record right where the journal still holds the last thing written there.
fn repair(store: &mut dyn Store, opened: &mut Opened, key: Key, name: &str, journal: &[&Entry]) -> bool {
    let last = journal.iter().rev().flat_map(|entry| entry.writes.iter().rev()).find(|write| write.0 == name);
    let Some((_, Some(text))) = last else { return false };
    let Ok((stored, record)) = read_record(&opened.ledger.codec, key, name, text) else { return false };
    if store.write(name, text).is_err() {
        return false;
    }
    opened.ledger.metas.insert(key, stored.meta);
    opened.book.put(record);
    opened.mended.repaired += 1;
    true
}

/// Reads the last changes; the older ones are read when the story is told.
fn read_history(store: &mut dyn Store, opened: &mut Opened) -> Result<(), StoreError> {
    let seq = opened.ledger.seq;
    let may_write = opened.newer_schema.is_none() && !opened.is_locked;
    for number in (seq.saturating_sub(UNDOABLE) + 1)..=seq {
        let key = history::Entry::key(number);
        let Some(raw) = store.read(&key)? else { continue };
        match read_entry(&opened.ledger.codec, &key, &raw) {
            Some(entry) if may_write && entry.keeps_too_much() => {
                // It was cut after it held, and before its past was let go.
                let short = entry.shortened();
                if let Some((key, text)) = opened.ledger.noted_as(&short) {
                    store.write(&key, &text)?;
                }
                opened.ledger.history.push(short);
            }
            Some(entry) => opened.ledger.history.push(entry),
            None if is_closed(&raw) && !opened.ledger.codec.is_sealed() => opened.is_locked = true,
            None if may_write => {
                opened.damaged.push(Aside { key, raw });
            }
            None => {}
        }
    }
    Ok(())
}

/// An entry of the history as it stands in the storage.
#[must_use]
pub fn read_entry(codec: &Codec, key: &str, raw: &str) -> Option<history::Entry> {
    let number = history::Entry::number_in(key)?;
    let stored = codec.decode(key, raw).ok()?;
    let entry: history::Entry = serde_json::from_str(&stored.json).ok()?;
    Some(history::Entry { number, ..entry })
}

fn reserve(book: &mut Book, name: &str) {
    if let Some(key) = Key::parse(name) {
        book.reserve(key);
    }
}

/// The number of a newer format, where one is in use now.
pub(super) fn schema_now(codec: &Codec, store: &dyn Store) -> Result<Option<u32>, StoreError> {
    let stated = store.read(SCHEMA_KEY)?;
    if stated.as_deref() == Some(SCHEMA.to_string().as_str()) {
        return Ok(None);
    }
    newer_schema(codec, store, &store.keys()?, stated.as_deref())
}

/// The number of a newer format, where one is in use. A damaged number alone must not lock the user out: where no record
/// follows a newer format, there is none.
fn newer_schema(
    codec: &Codec,
    store: &dyn Store,
    names: &[String],
    stated: Option<&str>,
) -> Result<Option<u32>, StoreError> {
    let stated = stated.and_then(|text| text.trim().parse().ok()).filter(|stated| *stated > SCHEMA);
    if stated.is_none() {
        return Ok(None);
    }
    let is_ours = |name: &str| Key::parse(name).is_some() || history::Entry::number_in(name).is_some();
    let mut is_empty = true;
    for name in names.iter().filter(|name| is_ours(name)) {
        let Some(raw) = store.read(name)? else { continue };
        is_empty = false;
        // Of a newer format, or in a way of writing that we do not know.
        if codec.decode(name, &raw).map_or(true, |stored| stored.schema != SCHEMA) {
            return Ok(stated);
        }
    }
    Ok(stated.filter(|_| is_empty))
}

/// The key that something set aside was found under; none for what is not set aside.
#[must_use]
pub fn set_aside_key(name: &str) -> Option<&str> {
    let rest = name.strip_prefix(ASIDE)?;
    Some(rest.split_once('/').map_or(rest, |(_, key)| key))
}

/// Sets something unreadable aside under a free key; true where, read back, it is there.
pub fn set_aside(store: &mut dyn Store, key: &str, raw: &str) -> bool {
    let free = (1..1_000).map(|n| format!("{ASIDE}{n}/{key}")).find(|key| store.read(key) == Ok(None));
    free.is_some_and(|copy| store.write(&copy, raw).is_ok() && store.read(&copy) == Ok(Some(raw.to_owned())))
}

/// Forgets something unreadable for good, wherever it is kept.
///
/// # Errors
/// Where the store refuses: some of it may then be left.
pub fn forget_aside(store: &mut dyn Store, ledger: &mut Ledger, aside: &Aside) -> Result<(), StoreError> {
    for name in places_of(store, aside)? {
        store.remove(&name)?;
        // It may not have been moved: its place is free now.
        if let Some(key) = Key::parse(&name) {
            ledger.occupied.remove(&key);
        }
    }
    Ok(())
}

/// Where something unreadable is kept: none once it was forgotten.
///
/// # Errors
/// Where the store refuses to be read.
pub fn places_of(store: &dyn Store, aside: &Aside) -> Result<Vec<String>, StoreError> {
    let mut places = Vec::new();
    for name in store.keys()? {
        let is_its = set_aside_key(&name).unwrap_or(&name) == aside.key;
        if is_its && store.read(&name)?.as_deref() == Some(aside.raw.as_str()) {
            places.push(name);
        }
    }
    Ok(places)
}

/// Copies, and only then removes the original.
fn move_aside(store: &mut dyn Store, name: &str, raw: &str) -> bool {
    set_aside(store, name, raw) && store.remove(name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::memory::MemoryStore;
    use super::*;

    fn opened(store: &mut MemoryStore) -> Opened {
        let mut opened = open(store, Codec::default(), &[]).unwrap();
        settle(store, &mut opened, &[]);
        opened
    }

    #[test]
    fn what_is_no_longer_to_be_kept_is_gone_for_good() {
        let mut store = MemoryStore::new();
        store.write("client/7", "{broken").unwrap();
        store.write("unheard/of", "{").unwrap();
        let mut first = opened(&mut store);
        assert_eq!(first.aside.len(), 2);
        // The same number, damaged otherwise: another piece.
        assert!(set_aside(&mut store, "client/7", "{otherwise"));
        for aside in &first.aside {
            forget_aside(&mut store, &mut first.ledger, aside).unwrap();
        }
        let left = opened(&mut store).aside;
        assert_eq!(left, [Aside { key: "client/7".to_owned(), raw: "{otherwise".to_owned() }]);
    }

    #[test]
    fn a_place_that_could_not_be_cleared_is_free_once_it_is_forgotten() {
        let mut store = MemoryStore::new();
        store.write("client/7", "{broken").unwrap();
        let mut opened = open(&mut store, Codec::default(), &[]).unwrap();
        let damaged = opened.damaged.remove(0);
        assert!(opened.ledger.occupied.contains(&Key::Client(crate::base::ClientId(7))));
        forget_aside(&mut store, &mut opened.ledger, &damaged).unwrap();
        assert!(opened.ledger.occupied.is_empty());
        assert_eq!(store.read("client/7"), Ok(None));
    }

    #[test]
    fn unreadable_records_are_set_aside_and_never_overwritten() {
        let mut store = MemoryStore::new();
        store.write("client/7", "{broken").unwrap();
        store.write("profile", "[]").unwrap();
        let first = opened(&mut store);
        assert_eq!(first.aside.len(), 2);
        assert!(first.ledger.occupied.is_empty());
        assert_eq!(first.book.next_client().0, 8, "the number of an unreadable client is not given again");
        assert_eq!(store.read("aside/1/client/7").unwrap().as_deref(), Some("{broken"));
        assert_eq!(store.read("client/7").unwrap(), None);
        let again = opened(&mut store);
        assert_eq!(again.aside, first.aside);
        assert_eq!(again.book.next_client().0, 8);
    }

    #[test]
    fn a_sent_text_that_does_not_read_damages_its_case() {
        let case = |text: &str| {
            format!(
                r#"{{"case":{{"invoice":{{"id":1,"client":1,"number":"1","issued":"2026-01-01","due":"2026-01-31","amount":"1.00","currency":"EUR"}},"events":[{{"id":1,"date":"2026-02-10","channel":"email","step":"first-reminder","deadline":"2026-02-18","text":{text}}}]}}}}"#
            )
        };
        let whole = r#"{"subject":"s","body":"b","as_of":"2026-02-10","principal":"1.00","interest":"0.00","indemnity":"0.00","rates":"2026-01-01"}"#;
        for (text, is_kept) in [(whole, true), (r#"{"subject":"s"}"#, false)] {
            let mut store = MemoryStore::new();
            store.write("case/1", &case(text)).unwrap();
            let opened = opened(&mut store);
            assert_eq!(opened.book.cases().count(), usize::from(is_kept), "{text}");
            assert_eq!(opened.aside.is_empty(), is_kept, "{text}");
        }
    }

    #[test]
    fn a_full_store_keeps_what_it_cannot_move() {
        let mut store = MemoryStore::with_room(25);
        store.write("schema", "2").unwrap();
        store.write("profile", "{broken").unwrap();
        let opened = opened(&mut store);
        assert!(opened.ledger.occupied.contains(&Key::Profile));
        assert_eq!(store.read("profile").unwrap().as_deref(), Some("{broken"));
    }

    #[test]
    fn a_record_under_the_wrong_key_is_not_trusted() {
        let mut store = MemoryStore::new();
        store.write("settings", r#"{"profile":{}}"#).unwrap();
        assert_eq!(opened(&mut store).aside.len(), 1);
    }

    #[test]
    fn a_newer_format_is_shown_and_left_alone() {
        let mut store = MemoryStore::new();
        store.write(SCHEMA_KEY, "99").unwrap();
        store.write("case/1", "{}").unwrap();
        assert_eq!(opened(&mut store).newer_schema, Some(99));
        assert_eq!(store.read("case/1").unwrap().as_deref(), Some("{}"));
        assert_eq!(store.read(SCHEMA_KEY).unwrap().as_deref(), Some("99"));
    }

    #[test]
    fn a_damaged_number_of_the_format_locks_nobody_out() {
        let mut store = MemoryStore::new();
        store.write("profile", r#"{"profile":{"name":"Claire"}}"#).unwrap();
        opened(&mut store);
        store.write(SCHEMA_KEY, "6").unwrap();
        let again = opened(&mut store);
        assert_eq!(again.newer_schema, None);
        assert_eq!(again.book.profile().name, "Claire");
        assert_eq!(store.read(SCHEMA_KEY).unwrap().as_deref(), Some("2"));
    }
}
