//! Saving: what changed and nothing else. What could not be written stays pending until it is.

use std::collections::BTreeSet;

use super::{SCHEMA, SCHEMA_KEY, Store, StoreError};
use crate::app::book::Book;
use crate::app::effect::Edit;
use crate::app::record::Key;

/// Keys still to be written, and those that must not be.
#[derive(Clone, Debug, Default)]
pub struct Pending {
    keys: BTreeSet<Key>,
    occupied: BTreeSet<Key>,
    newer_schema: Option<u32>,
}

impl Pending {
    /// Nothing pending, after an opening that found these obstacles.
    #[must_use]
    pub fn after_opening(occupied: &[Key], newer_schema: Option<u32>) -> Self {
        Self { keys: BTreeSet::new(), occupied: occupied.iter().copied().collect(), newer_schema }
    }

    /// Notes the records a command changed.
    pub fn add(&mut self, edits: &[Edit]) {
        self.keys.extend(edits.iter().map(|edit| edit.key));
    }

    /// Notes every record of a book.
    pub fn add_all(&mut self, book: &Book) {
        self.keys.extend(book.records().map(|record| record.key()));
    }

    /// How many records are not written yet.
    #[must_use]
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Everything is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// Writes what is pending, each record as it now is in the book. Stops at the first failure; what was written by
    /// then is no longer pending.
    ///
    /// # Errors
    /// As the store says; the rest stays pending.
    pub fn flush(&mut self, book: &Book, store: &mut dyn Store) -> Result<(), StoreError> {
        if self.keys.is_empty() {
            return Ok(());
        }
        if let Some(newer) = self.newer_schema {
            return Err(StoreError::NewerSchema(newer));
        }
        if store.read(SCHEMA_KEY)?.is_none() {
            store.write(SCHEMA_KEY, &SCHEMA.to_string())?;
        }
        while let Some(key) = self.keys.first().copied() {
            if self.occupied.contains(&key) {
                return Err(StoreError::Occupied);
            }
            match book.record(key) {
                Some(record) => {
                    let json = serde_json::to_string(&record).map_err(|_| StoreError::Refused)?;
                    store.write(&key.to_string(), &json)?;
                }
                None => store.remove(&key.to_string())?,
            }
            self.keys.remove(&key);
        }
        Ok(())
    }
}
