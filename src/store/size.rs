//! How much room the records take.

use super::{Store, StoreError};

/// Characters a browser grants a page, about: the limit is five mebi-characters everywhere that matters.
pub const ROOM: usize = 5_200_000;

/// Characters in a store as browsers count them: UTF-16 units of keys and contents.
///
/// # Errors
/// Where the store refuses to be read.
pub fn characters(store: &dyn Store) -> Result<usize, StoreError> {
    let units = |text: &str| text.encode_utf16().count();
    store.keys()?.iter().try_fold(0, |sum, key| {
        let value = store.read(key)?.unwrap_or_default();
        Ok(sum + units(key) + units(&value))
    })
}

/// Per cent of the room, in whole numbers, a hundred at most.
#[must_use]
pub fn share(characters: usize) -> usize {
    (characters.saturating_mul(100) / ROOM).min(100)
}

#[cfg(test)]
mod tests {
    use super::super::memory::MemoryStore;
    use super::*;

    #[test]
    fn characters_are_counted_as_browsers_do() {
        let mut store = MemoryStore::new();
        assert_eq!(characters(&store), Ok(0));
        store.write("profile", "é𝄞").unwrap();
        assert_eq!(characters(&store), Ok(7 + 1 + 2));
    }

    #[test]
    fn the_share_is_never_over_a_hundred() {
        assert_eq!([0, ROOM / 2, ROOM * 3].map(share), [0, 50, 100]);
    }
}
