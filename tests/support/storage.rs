//! A storage that can be made to fail.

use std::collections::BTreeMap;

use relance::store::entry::Write;
use relance::store::{Store, StoreError};

/// Its writes are kept in order, so that the last can be lost.
#[derive(Clone, Default)]
pub struct Storage {
    pub values: BTreeMap<String, String>,
    /// Every write since the browser last flushed, with what was there before.
    pub unflushed: Vec<Write>,
    /// Writes left before the page is killed, or the storage refuses: from then on nothing happens.
    pub until_killed: Option<usize>,
    /// Writes left before one is refused for want of room.
    pub until_full: Option<usize>,
}

impl Storage {
    fn put(&mut self, key: &str, value: Option<&str>) -> Result<(), StoreError> {
        match &mut self.until_killed {
            Some(0) => return Err(StoreError::Refused),
            Some(left) => *left -= 1,
            None => {}
        }
        if value.is_some() {
            match &mut self.until_full {
                Some(0) => {
                    self.until_full = None;
                    return Err(StoreError::Full);
                }
                Some(left) => *left -= 1,
                None => {}
            }
        }
        let before = match value {
            Some(value) => self.values.insert(key.to_owned(), value.to_owned()),
            None => self.values.remove(key),
        };
        self.unflushed.push((key.to_owned(), before));
        Ok(())
    }

    /// The browser is killed: so many of the last writes never reached the disk.
    pub fn lose(&mut self, writes: usize) {
        for _ in 0..writes {
            let Some((key, before)) = self.unflushed.pop() else { break };
            match before {
                Some(before) => self.values.insert(key, before),
                None => self.values.remove(&key),
            };
        }
    }
}

impl Store for Storage {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.values.keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.values.get(key).cloned())
    }

    fn write(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        self.put(key, Some(value))
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        self.put(key, None)
    }
}
