//! The journal of changes, in the browser's database: what local storage took is written here too, because a browser
//! may keep local storage in memory for a while, and this is on the disk when it says so.
//!
//! An entry is one row, an array: its number, the minute it was made, the first change whose work it does where it took
//! the place of several, then key and value in turns (null removes).

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbTransaction};

use super::database::{self, PATIENCE};
use super::script::{call, error_name, options, says_full};
use crate::store::StoreError;
use crate::store::entry::Entry;

const JOURNAL: &str = "journal";
const THINGS: &str = "things";
/// Time that reading or writing all there may be takes at most, in milliseconds.
const WHOLE_PATIENCE: i32 = 30_000;
/// Characters that a slow disk takes in a millisecond.
const SLOWEST: usize = 100;

/// Why the journal did not do what it was asked; nothing was written then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JournalError {
    /// The browser has no room left.
    Full,
    /// An entry by this number is there already: another tab's.
    Taken,
    /// Nothing was heard of it in time: it is done without.
    Silent,
    /// The browser refused, or the journal was closed under us because it is being erased: open it again.
    Refused,
}

impl From<JsValue> for JournalError {
    fn from(error: JsValue) -> Self {
        match error_name(&error).as_str() {
            "ConstraintError" => Self::Taken,
            database::SILENT => Self::Silent,
            name if says_full(name) => Self::Full,
            _ => Self::Refused,
        }
    }
}

impl JournalError {
    /// The same of a change that the journal was to have first.
    #[must_use]
    pub fn of_store(self) -> StoreError {
        match self {
            Self::Full => StoreError::Full,
            Self::Taken | Self::Silent | Self::Refused => StoreError::Refused,
        }
    }
}

/// The journal, open. A copy is the same journal.
#[derive(Debug, Clone)]
pub struct Journal {
    database: IdbDatabase,
}

impl Journal {
    /// Opens the journal, empty the first time; none where the browser refuses or does not answer.
    pub async fn open() -> Option<Self> {
        database::open(&[JOURNAL, THINGS]).await.map(|database| Self { database })
    }

    /// The entries with a greater number, in order.
    ///
    /// # Errors
    /// Where they cannot be read, or one of them is not an entry of ours.
    pub async fn after(&self, number: u64) -> Result<Vec<Entry>, JournalError> {
        if number == 0 {
            // Reading all takes as long as it takes; a journal that answers nothing is not waited for.
            let (_, store) = self.begin(JOURNAL, "readonly")?;
            database::answer(&store.count()?, PATIENCE).await?;
        }
        let (_, store) = self.begin(JOURNAL, "readonly")?;
        let range = IdbKeyRange::lower_bound_with_open(&key(number), true)?;
        let request = store.get_all_with_key(&range)?;
        let patience = if number == 0 { WHOLE_PATIENCE } else { PATIENCE };
        let rows = database::answer(&request, patience).await?;
        let rows: Array = rows.unchecked_into();
        rows.iter().map(|row| entry(&row)).collect::<Option<_>>().ok_or(JournalError::Refused)
    }

    /// The number of the last entry; 0 where there is none.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub async fn last(&self) -> Result<u64, JournalError> {
        let (_, store) = self.begin(JOURNAL, "readonly")?;
        let keys: Array = database::answer(&store.get_all_keys()?, PATIENCE).await?.unchecked_into();
        Ok(keys.iter().filter_map(|key| number(&key)).max().unwrap_or_default())
    }

    /// Adds entries, all or none; they are on the disk when this returns.
    ///
    /// # Errors
    /// Where there is no room, a number is taken, or the browser refuses.
    pub async fn append(&self, entries: &[Entry]) -> Result<(), JournalError> {
        self.change(JOURNAL, patience(entries), |store| {
            entries.iter().try_for_each(|entry| store.add_with_key(&row(entry), &key(entry.number)).map(drop))
        })
        .await
    }

    /// Puts these entries in the place of all there are, at once or not at all.
    ///
    /// # Errors
    /// Where there is no room, a number comes twice, or the browser refuses.
    pub async fn rewrite(&self, entries: &[Entry]) -> Result<(), JournalError> {
        self.change(JOURNAL, patience(entries), |store| {
            store.clear()?;
            entries.iter().try_for_each(|entry| store.add_with_key(&row(entry), &key(entry.number)).map(drop))
        })
        .await
    }

    /// What was kept under a name; none where there is nothing, or it cannot be read.
    pub async fn thing(&self, name: &str) -> Option<JsValue> {
        let (_, store) = self.begin(THINGS, "readonly").ok()?;
        let found = database::answer(&store.get(&name.into()).ok()?, PATIENCE).await.ok()?;
        (!found.is_undefined()).then_some(found)
    }

    /// The names that begin so, of what is kept; none where they cannot be read.
    pub async fn names(&self, beginning: &str) -> Vec<String> {
        let Ok((_, store)) = self.begin(THINGS, "readonly") else { return Vec::new() };
        let Ok(request) = store.get_all_keys() else { return Vec::new() };
        let Ok(names) = database::answer(&request, PATIENCE).await else { return Vec::new() };
        let names: Array = names.unchecked_into();
        names.iter().filter_map(|name| name.as_string()).filter(|name| name.starts_with(beginning)).collect()
    }

    /// Keeps a thing of the browser's under a name, such as a folder the user chose; says whether it is kept.
    pub async fn keep_thing(&self, name: &str, thing: &JsValue) -> bool {
        self.put_thing(name, thing).await.is_ok()
    }

    /// The same, with why it is not kept.
    ///
    /// # Errors
    /// Where there is no room, or the browser refuses.
    pub async fn put_thing(&self, name: &str, thing: &JsValue) -> Result<(), JournalError> {
        self.change(THINGS, WHOLE_PATIENCE, |store| store.put_with_key(thing, &name.into()).map(drop)).await
    }

    /// Forgets what was kept under a name; says whether it is gone.
    pub async fn forget_thing(&self, name: &str) -> bool {
        self.change(THINGS, PATIENCE, |store| store.delete(&name.into()).map(drop)).await.is_ok()
    }

    /// Forgets all that was kept under names; says whether it is gone.
    pub async fn forget_things(&self) -> bool {
        self.change(THINGS, PATIENCE, |store| store.clear().map(drop)).await.is_ok()
    }

    /// Deletes journal and things, for every tab; says whether they are gone. What is open closes by itself.
    pub async fn delete_everything() -> bool {
        database::delete().await
    }

    /// It can still be asked: it was not closed, by another tab or because it did not answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.begin(JOURNAL, "readonly").is_ok()
    }

    fn begin(&self, store: &str, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), JournalError> {
        let strict = options(&[("durability", "strict".into())]);
        let transaction = call(&self.database, "transaction", &[store.into(), mode.into(), strict.into()]);
        let transaction: IdbTransaction = transaction?.unchecked_into();
        let store = transaction.object_store(store)?;
        Ok((transaction, store))
    }

    /// One transaction that is on the disk when this returns, or has changed nothing.
    async fn change(
        &self,
        store: &str,
        patience: i32,
        ask: impl FnOnce(&IdbObjectStore) -> Result<(), JsValue>,
    ) -> Result<(), JournalError> {
        let (transaction, store) = self.begin(store, "readwrite")?;
        if let Err(error) = ask(&store) {
            // What was asked before would be written otherwise.
            let _ = transaction.abort();
            return Err(error.into());
        }
        database::complete(&transaction, patience).await.map_err(JournalError::from)
    }
}

#[expect(clippy::cast_precision_loss, reason = "nobody makes 2^53 changes")]
fn key(number: u64) -> JsValue {
    JsValue::from_f64(number as f64)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "written by `key` from a whole number"
)]
fn number(value: &JsValue) -> Option<u64> {
    value.as_f64().map(|number| number as u64)
}

/// Time after which entries that are not on the disk are done without: as long as for opening, and more where they are long.
fn patience(entries: &[Entry]) -> i32 {
    let values = entries.iter().flat_map(|entry| &entry.writes).filter_map(|(_, value)| value.as_deref());
    let writing = values.map(str::len).sum::<usize>() / SLOWEST;
    PATIENCE.saturating_add(i32::try_from(writing).unwrap_or(i32::MAX)).min(WHOLE_PATIENCE)
}

fn row(entry: &Entry) -> JsValue {
    let row = Array::of2(&key(entry.number), &entry.minutes.into());
    if entry.first < entry.number {
        row.push(&key(entry.first));
    }
    for (key, value) in &entry.writes {
        row.push(&key.into());
        row.push(&value.as_deref().map_or(JsValue::NULL, JsValue::from_str));
    }
    row.into()
}

fn entry(row: &JsValue) -> Option<Entry> {
    let row: &Array = row.dyn_ref()?;
    // Number and minute are followed by pairs: one more is the first change.
    let is_several = row.length() % 2 == 1;
    let writes = (if is_several { 3 } else { 2 }..row.length()).step_by(2).map(|at| {
        let value = row.get(at + 1);
        let value = if value.is_null() { None } else { Some(value.as_string()?) };
        Some((row.get(at).as_string()?, value))
    });
    let minutes = u32::try_from(number(&row.get(1))?).ok()?;
    let last = number(&row.get(0))?;
    let first = if is_several { number(&row.get(2))? } else { last };
    Some(Entry { number: last, first, minutes, writes: writes.collect::<Option<_>>()? })
}
