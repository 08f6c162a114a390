//! Storage without a browser: records as keys and strings behind one small trait, opening with nothing dropped,
//! saving, and backups.

pub mod backup;
pub mod behind;
pub mod codec;
pub mod draft;
pub mod entry;
pub mod erasing;
pub mod glimpse;
pub mod history;
pub mod last_backup;
pub mod ledger;
pub mod lock;
pub mod memory;
pub mod migrate;
pub mod missed;
pub mod open;
pub mod reseal;
pub mod seal;
pub mod size;

use crate::domain::refusal::Refusal;

/// Number of the stored format; each later number will have one migration from the one before.
pub const SCHEMA: u32 = 2;
/// Key of the stored format's number.
pub const SCHEMA_KEY: &str = "schema";
/// What every key begins with where other programs keep theirs too: the place adds it, and it takes room.
pub const PREFIX: &str = "relance/";
/// Keys under this prefix hold what could not be read, exactly as it was found.
pub const ASIDE: &str = "aside/";

/// Keys under this prefix hold forms left half typed: a convenience, no records.
pub const DRAFT: &str = "draft/";

/// Key under which room is tried before a change is accepted.
pub const PROBE: &str = "probe";

/// Key of what the browser answered when it was asked to keep the data for good: it is asked once.
pub const ASKED: &str = "asked";

/// Key that says that the browser lost more than the journal holds, from which change on, until the user has put back
/// what was missing.
pub const GAP: &str = "gap";

/// A place that keeps strings under keys. Keys are those of [`crate::app::record::Key`]; the place adds its own prefix.
pub trait Store {
    /// All keys, in no order.
    ///
    /// # Errors
    /// Where the place refuses to be read.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The string under a key.
    ///
    /// # Errors
    /// Where the place refuses to be read.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// The strings under several keys, in their order; at once where the place can.
    ///
    /// # Errors
    /// Where the place refuses to be read.
    fn read_many(&self, keys: &[String]) -> Result<Vec<Option<String>>, StoreError> {
        keys.iter().map(|key| self.read(key)).collect()
    }

    /// Puts a string under a key; on failure what was there stays.
    ///
    /// # Errors
    /// Where the place is full or refuses to be written.
    fn write(&mut self, key: &str, value: &str) -> Result<(), StoreError>;

    /// Removes a key; one that is not there is no error.
    ///
    /// # Errors
    /// Where the place refuses to be written.
    fn remove(&mut self, key: &str) -> Result<(), StoreError>;
}

/// Why a store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// No room left.
    Full,
    /// The browser refuses storage, or refused this time.
    Refused,
    /// The data is of a newer version of the program: it is shown, and nothing is written.
    NewerSchema(u32),
    /// What is under this key could not be read and could not be set aside: it is not overwritten.
    Occupied,
    /// Another tab put the data under a passphrase that this one does not have.
    Closed,
}

impl StoreError {
    /// What is said of a change that is taken back because of it.
    #[must_use]
    pub fn refusal(self) -> Refusal {
        match self {
            Self::Full => Refusal::NoRoom,
            Self::NewerSchema(_) => Refusal::ReadOnly,
            Self::Refused | Self::Occupied | Self::Closed => Refusal::NotWritten,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_full_storage_is_said_to_be_full() {
        let errors =
            [StoreError::Full, StoreError::Refused, StoreError::NewerSchema(3), StoreError::Occupied];
        let refusals = errors.map(StoreError::refusal);
        assert_eq!(refusals, [Refusal::NoRoom, Refusal::NotWritten, Refusal::ReadOnly, Refusal::NotWritten]);
    }
}
