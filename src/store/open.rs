//! Opening a store: every record that reads is put in the book; every one that does not is set aside, whole.

use super::{ASIDE, DRAFT, SCHEMA, SCHEMA_KEY, Store, StoreError};
use crate::app::book::Book;
use crate::app::record::{Key, Record};

/// What was found in a store.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// The records that read.
    pub book: Book,
    /// What did not read, exactly as found: now or at an earlier opening.
    pub aside: Vec<Aside>,
    /// Keys whose unreadable content could not be moved aside and must not be overwritten.
    pub occupied: Vec<Key>,
    /// Number of a format newer than this program's: nothing may be written.
    pub newer_schema: Option<u32>,
}

/// Something that could not be read, kept as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Key it was found under.
    pub key: String,
    /// Content.
    pub raw: String,
}

/// Reads everything in a store. The store is written to only where something unreadable is moved aside.
///
/// # Errors
/// Where the store refuses to be read at all.
pub fn open(store: &mut dyn Store) -> Result<Opened, StoreError> {
    let mut opened = Opened { newer_schema: newer_schema(store)?, ..Opened::default() };
    for name in store.keys()? {
        if name == SCHEMA_KEY {
            continue;
        }
        let Some(raw) = store.read(&name)? else { continue };
        if let Some(key) = set_aside_key(&name) {
            reserve(&mut opened.book, key);
            opened.aside.push(Aside { key: key.to_owned(), raw });
            continue;
        }
        let Some(key) = Key::parse(&name) else {
            // A form left half typed is no record. Anything else is none this version knows: shown, and left where it
            // is, in nobody's way.
            if !name.starts_with(DRAFT) {
                opened.aside.push(Aside { key: name, raw });
            }
            continue;
        };
        match serde_json::from_str::<Record>(&raw) {
            Ok(record) if record.key() == key && is_sound(&record) => opened.book.put(record),
            _ => {
                opened.book.reserve(key);
                if opened.newer_schema.is_some() || !move_aside(store, &name, &raw) {
                    opened.occupied.push(key);
                }
                opened.aside.push(Aside { key: name, raw });
            }
        }
    }
    Ok(opened)
}

/// Whether a record that reads can be used: a rate table may read and still contradict itself.
fn is_sound(record: &Record) -> bool {
    !matches!(record, Record::Rates(own) if own.table().is_err())
}

fn reserve(book: &mut Book, name: &str) {
    if let Some(key) = Key::parse(name) {
        book.reserve(key);
    }
}

fn newer_schema(store: &dyn Store) -> Result<Option<u32>, StoreError> {
    let number = store.read(SCHEMA_KEY)?.and_then(|text| text.trim().parse::<u32>().ok());
    Ok(number.filter(|number| *number > SCHEMA))
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

/// Copies, and only then removes the original.
fn move_aside(store: &mut dyn Store, name: &str, raw: &str) -> bool {
    set_aside(store, name, raw) && store.remove(name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::memory::MemoryStore;
    use super::*;

    #[test]
    fn unreadable_records_are_set_aside_and_never_overwritten() {
        let mut store = MemoryStore::new();
        store.write("client/7", "{broken").unwrap();
        store.write("profile", "[]").unwrap();
        let opened = open(&mut store).unwrap();
        assert_eq!(opened.aside.len(), 2);
        assert!(opened.occupied.is_empty());
        assert_eq!(opened.book.next_client().0, 8, "the number of an unreadable client is not given again");
        assert_eq!(store.read("aside/1/client/7").unwrap().as_deref(), Some("{broken"));
        assert_eq!(store.read("client/7").unwrap(), None);
        let again = open(&mut store).unwrap();
        assert_eq!(again.aside, opened.aside);
        assert_eq!(again.book.next_client().0, 8);
    }

    #[test]
    fn a_full_store_keeps_what_it_cannot_move() {
        let mut store = MemoryStore::with_room(20);
        store.write("profile", "{broken").unwrap();
        let opened = open(&mut store).unwrap();
        assert_eq!(opened.occupied, vec![Key::Profile]);
        assert_eq!(store.read("profile").unwrap().as_deref(), Some("{broken"));
    }

    #[test]
    fn a_record_under_the_wrong_key_is_not_trusted() {
        let mut store = MemoryStore::new();
        store.write("settings", r#"{"profile":{}}"#).unwrap();
        assert_eq!(open(&mut store).unwrap().aside.len(), 1);
    }

    #[test]
    fn a_newer_format_is_shown_and_left_alone() {
        let mut store = MemoryStore::new();
        store.write(SCHEMA_KEY, "99").unwrap();
        store.write("case/1", "{}").unwrap();
        let opened = open(&mut store).unwrap();
        assert_eq!(opened.newer_schema, Some(99));
        assert_eq!(store.read("case/1").unwrap().as_deref(), Some("{}"));
    }
}
