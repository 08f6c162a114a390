//! What a tab lacks: the changes that other tabs wrote since its own last one.
//!
//! The number under [`SEQ`] says how far local storage is. A change up to it is taken from the journal, or, where the tab
//! that made it has none, read from local storage: its entry of the history says which records it touched. A change
//! beyond it that the journal has was cut while it was written, and is written forward.

use std::collections::BTreeSet;

use super::entry::{Entry, KEPT, Write};
use super::history;
use super::ledger::{LOOK, Ledger, SEQ, seq_in, seq_text};
use super::open::{read_entry, roll_back};
use super::{Store, StoreError};
use crate::app::record::Key;

/// What a tab lacks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    /// The changes of other tabs, in order.
    pub entries: Vec<Entry>,
    /// Those of them that the journal lacks: the tabs that made them had none.
    pub unnoted: Vec<Entry>,
    /// Those of them that local storage lacks, or has a part of: the tab that made them was closed in the middle.
    pub cut: Vec<Entry>,
}

/// What a tab lacks, given the entries of the journal after its own last change, in order. To be asked under the lock.
///
/// # Errors
/// Where the store refuses to be read.
pub fn behind(store: &dyn Store, ledger: &Ledger, journal: &[Entry], now: u32) -> Result<Behind, StoreError> {
    let seq = ledger.seq();
    // Where it is gone or unreadable, nothing was written since that could be told apart.
    let stands = store.read(SEQ)?.as_deref().and_then(seq_in).unwrap_or(seq).max(seq);
    let mut behind = Behind::default();
    let mut number = seq + 1;
    while number <= stands {
        if let Some(entry) = journal.iter().find(|entry| entry.covers(number)) {
            number = entry.number + 1;
            behind.entries.push(entry.clone());
            continue;
        }
        let Some(entry) = written(store, ledger, number)? else {
            let all = everything(store, ledger, stands, now)?;
            let is_noted = journal.iter().any(|entry| entry.number == stands);
            behind.unnoted = if is_noted { Vec::new() } else { vec![all.clone()] };
            behind.entries = vec![all];
            break;
        };
        number += 1;
        behind.unnoted.push(entry.clone());
        behind.entries.push(entry);
    }
    behind.cut = journal.iter().filter(|entry| entry.number > stands).cloned().collect();
    behind.entries.extend(behind.cut.iter().cloned());
    Ok(behind)
}

/// Rolls back the change that a tab was closed in the middle of, while this one was open.
///
/// # Errors
/// Where the store refuses to be read, or to be mended.
pub fn undo_half(store: &mut dyn Store, ledger: &Ledger) -> Result<(), StoreError> {
    let stands = store.read(SEQ)?.as_deref().and_then(seq_in);
    roll_back(store, ledger.codec(), stands.unwrap_or_else(|| ledger.seq()) + 1).map(drop)
}

/// The changes in local storage that the journal lacks, whose last entry has this number: a page was closed before it
/// had written them there too, or had no journal. What local storage has had for long needs none.
///
/// # Errors
/// Where the store refuses to be read.
pub fn unnoted(store: &dyn Store, ledger: &Ledger, last: u64, now: u32) -> Result<Vec<Entry>, StoreError> {
    let mut entries = Vec::new();
    for number in (last + 1..=ledger.seq()).rev() {
        match written(store, ledger, number)? {
            Some(entry) if now.saturating_sub(entry.minutes) < KEPT => entries.push(entry),
            _ => break,
        }
    }
    entries.reverse();
    Ok(entries)
}

/// A change as local storage has it: the records it touched as they are now. None where its entry of the history is gone
/// or cannot be read.
fn written(store: &dyn Store, ledger: &Ledger, number: u64) -> Result<Option<Entry>, StoreError> {
    let name = history::Entry::key(number);
    let Some(raw) = store.read(&name)? else { return Ok(None) };
    let Some(past) = read_entry(ledger.codec(), &name, &raw) else { return Ok(None) };
    let mut writes = vec![(name, Some(raw))];
    for edit in &past.edits {
        writes.push(as_it_is(store, &edit.key)?);
        if edit.key == Key::Settings.to_string() {
            writes.push(as_it_is(store, LOOK)?);
        }
    }
    if past.done.is_final() {
        // What was erased is forgotten by the history too.
        for known in ledger.history().entries() {
            writes.push(as_it_is(store, &history::Entry::key(known.number))?);
        }
    }
    writes.push((SEQ.to_owned(), Some(seq_text(number))));
    Ok(Some(Entry::new(number, past.minutes, writes)))
}

/// All that local storage holds of records and of the history, as one change: where it cannot be told which changes there
/// were, because everything was erased or the history goes on without this tab.
fn everything(store: &dyn Store, ledger: &Ledger, number: u64, now: u32) -> Result<Entry, StoreError> {
    let stands: BTreeSet<String> = store.keys()?.into_iter().collect();
    let records = ledger.keys().map(|key| key.to_string());
    let changes = ledger.history().entries().iter().map(|entry| history::Entry::key(entry.number));
    let gone = records.chain(changes).filter(|name| !stands.contains(name));
    let mut writes: Vec<Write> = gone.map(|name| (name, None)).collect();
    let mut is_empty = true;
    for name in &stands {
        let is_record = Key::parse(name).is_some();
        if is_record || history::Entry::number_in(name).is_some() {
            writes.push(as_it_is(store, name)?);
        }
        is_empty &= !is_record;
    }
    if is_empty {
        // Gone, it says that everything was erased.
        writes.push(as_it_is(store, LOOK)?);
    }
    writes.push((SEQ.to_owned(), Some(seq_text(number))));
    Ok(Entry { number, first: 1, minutes: now, writes })
}

fn as_it_is(store: &dyn Store, name: &str) -> Result<Write, StoreError> {
    Ok((name.to_owned(), store.read(name)?))
}
