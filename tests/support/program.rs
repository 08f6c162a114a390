//! The program without a screen: a storage, a journal, and the book in memory.

use std::collections::BTreeMap;

use relance::app::book::Book;
use relance::app::record::{Key, Record};
use relance::store::entry::Entry;
use relance::store::ledger::Ledger;

use super::storage::Storage;

/// Each test says how it visits, changes and fails.
pub struct Program {
    pub storage: Storage,
    pub journal: Vec<Entry>,
    pub book: Book,
    pub ledger: Ledger,
    pub minutes: u32,
}

impl Program {
    /// At the first visit.
    pub fn new() -> Self {
        Self {
            storage: Storage::default(),
            journal: Vec::new(),
            book: Book::default(),
            ledger: Ledger::default(),
            minutes: 29_000_000,
        }
    }
}

/// What a book holds.
pub fn records(book: &Book) -> BTreeMap<Key, Record> {
    book.records().map(|record| (record.key(), record)).collect()
}
