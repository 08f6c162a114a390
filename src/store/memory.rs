//! A store in memory: for tests, and for a browser that refuses storage.

use std::collections::BTreeMap;

use super::{Store, StoreError};

/// Keeps strings for as long as the page is open, in a given number of characters at most.
#[derive(Clone, Debug)]
pub struct MemoryStore {
    values: BTreeMap<String, String>,
    room: usize,
}

impl MemoryStore {
    /// An empty store without a limit.
    #[must_use]
    pub fn new() -> Self {
        Self::with_room(usize::MAX)
    }

    /// An empty store for so many characters, keys included.
    #[must_use]
    pub fn with_room(room: usize) -> Self {
        Self { values: BTreeMap::new(), room }
    }
}

impl Default for MemoryStore {
    fn default() -> Self {
        Self::new()
    }
}

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.values.keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.values.get(key).cloned())
    }

    fn write(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        let others: usize = self
            .values
            .iter()
            .filter(|(known, _)| known.as_str() != key)
            .map(|(known, value)| known.len() + value.len())
            .sum();
        if others.saturating_add(key.len() + value.len()) > self.room {
            return Err(StoreError::Full);
        }
        self.values.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.values.remove(key);
        Ok(())
    }
}
