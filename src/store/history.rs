//! History: what each change did, and every record it touched as it was before. The last changes can be taken back, also
//! after a reload; of older ones a line of the story is left. A change that was cut in the middle is rolled back from
//! its entry.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::codec::Meta;
use crate::app::book::Book;
use crate::app::effect::{Change, Done, Edit};
use crate::app::record::{Key, Record};

/// Keys of entries begin so.
pub const CHANGE: &str = "change/";
/// How many of the last changes are kept with their records as they were: fifty can be taken back, and each undo is a
/// change too.
pub const UNDOABLE: u64 = 100;
/// How many changes the story tells.
pub const STORY: u64 = 1_000;

/// One change.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// Its number; in the key, not in what is kept under it.
    #[serde(skip)]
    pub number: u64,
    /// What it did.
    pub done: Done,
    /// When, in minutes since 1970 (UTC).
    pub minutes: u32,
    /// What it was about, in the user's words: a client's name, an invoice's number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The change it took back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undoes: Option<u64>,
    /// The records it touched.
    pub edits: Vec<Past>,
    /// How the records were before is no longer kept.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub brief: bool,
    /// How very many records were before is kept beside the journal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub elsewhere: bool,
}

/// A record as it was before a change.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Past {
    /// Its key.
    pub key: String,
    /// The change removed it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
    /// What it was; none where it is new, or no longer kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Before>,
}

/// What a record was.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Before {
    /// Its JSON.
    pub json: Box<RawValue>,
    /// Number of the change that had written it.
    pub revision: u64,
    /// When that was.
    pub changed: u32,
    /// Fingerprints of its earlier versions.
    pub ancestors: Vec<u32>,
}

impl Before {
    /// What is known of its past.
    #[must_use]
    pub fn meta(&self) -> Meta {
        Meta { revision: self.revision, changed: self.changed, ancestors: self.ancestors.clone() }
    }
}

/// Why a change cannot be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// A later change, of this number, touches what it touched: that one first.
    Under(u64),
    /// What it touched was erased since, or left for an archive.
    Gone,
}

impl Entry {
    /// The key of the entry of a change.
    #[must_use]
    pub fn key(number: u64) -> String {
        format!("{CHANGE}{number}")
    }

    /// The number in such a key.
    #[must_use]
    pub fn number_in(key: &str) -> Option<u64> {
        let digits = key.strip_prefix(CHANGE)?;
        digits.parse().ok().filter(|number: &u64| number.to_string() == digits)
    }

    /// The same without the records as they were.
    #[must_use]
    pub fn shortened(&self) -> Self {
        let edits =
            self.edits.iter().map(|past| Past { key: past.key.clone(), removed: past.removed, before: None });
        Self { edits: edits.collect(), brief: true, elsewhere: false, ..self.clone() }
    }

    /// Without what it was about and how the records were: they were erased.
    #[must_use]
    pub fn forgotten(&self) -> Self {
        Self { about: String::new(), ..self.shortened() }
    }

    /// It is never taken back: it named the book, or how its records were was never kept.
    #[must_use]
    pub fn is_for_good(&self) -> bool {
        self.done == Done::BookNamed || self.done.is_final() || self.done.makes_room() && self.brief
    }

    /// It still holds how its records were, which it may do only until it is whole.
    pub(super) fn keeps_too_much(&self) -> bool {
        !self.brief && (self.done.is_final() || self.done.makes_room() && !self.elsewhere)
    }

    /// The records it touched: a change may be of thousands, and so may the one it is held against.
    fn keys(&self) -> BTreeSet<&str> {
        self.edits.iter().map(|past| past.key.as_str()).collect()
    }

    fn touches(&self, keys: &BTreeSet<&str>) -> bool {
        self.edits.iter().any(|past| keys.contains(past.key.as_str()))
    }
}

/// The last changes, oldest first.
#[derive(Clone, Debug, Default)]
pub struct History {
    entries: Vec<Entry>,
}

impl History {
    /// Adds an entry; the oldest beyond [`UNDOABLE`] is let go.
    pub fn push(&mut self, entry: Entry) {
        self.entries.push(entry);
        let most = usize::try_from(UNDOABLE).unwrap_or(usize::MAX);
        if self.entries.len() > most {
            self.entries.remove(0);
        }
    }

    /// Puts an entry in its place, or in the place of the one of its number. One older than what is kept is let go.
    pub(super) fn set(&mut self, entry: Entry) {
        match self.entries.binary_search_by_key(&entry.number, |known| known.number) {
            Ok(at) => {
                if let Some(known) = self.entries.get_mut(at) {
                    *known = entry;
                }
            }
            Err(0) if !self.entries.is_empty() => {}
            Err(at) if at == self.entries.len() => self.push(entry),
            Err(at) => self.entries.insert(at, entry),
        }
    }

    /// Takes out the entry of a number.
    pub(super) fn drop_entry(&mut self, number: u64) {
        self.entries.retain(|entry| entry.number != number);
    }

    /// The entries, oldest first.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// An entry by number.
    #[must_use]
    pub fn entry(&self, number: u64) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.number == number)
    }

    /// Whether a change holds: it was not taken back, or its being taken back was.
    #[must_use]
    pub fn holds(&self, number: u64) -> bool {
        self.entries
            .iter()
            .rev()
            .find(|entry| entry.undoes == Some(number))
            .is_none_or(|undo| !self.holds(undo.number))
    }

    /// The change that « undo » takes back: the last one that holds, but those that are never taken back.
    #[must_use]
    pub fn undoable(&self) -> Option<&Entry> {
        let is_one =
            |entry: &&Entry| entry.undoes.is_none() && !entry.is_for_good() && self.holds(entry.number);
        let last = self.entries.iter().rev().find(is_one);
        last.filter(|entry| self.can_undo(entry))
    }

    /// The undo that « redo » takes back: the last one that holds, with no other change after it.
    #[must_use]
    pub fn redoable(&self) -> Option<&Entry> {
        let after = self.entries.iter().rev().filter(|entry| !entry.done.is_look());
        after
            .take_while(|entry| entry.undoes.is_some())
            .filter(|entry| self.undoes_a_change(entry) && self.holds(entry.number))
            .find(|entry| !entry.brief)
    }

    /// It takes back a change, and not an undo.
    fn undoes_a_change(&self, entry: &Entry) -> bool {
        let target = entry.undoes.and_then(|number| self.entry(number));
        target.is_none_or(|target| target.undoes.is_none())
    }

    /// Whether a change can be taken back: it holds, what was there is kept, and nothing it touched has changed since.
    #[must_use]
    pub fn can_undo(&self, entry: &Entry) -> bool {
        !entry.is_for_good() && !entry.brief && self.holds(entry.number) && self.over(entry).is_none()
    }

    /// The last change that holds and touches what a change touched: it is to be taken back first.
    #[must_use]
    pub fn over(&self, entry: &Entry) -> Option<&Entry> {
        let keys = entry.keys();
        let is_later = |later: &&Entry| {
            later.number > entry.number
                && later.undoes.is_none()
                && later.touches(&keys)
                && self.holds(later.number)
        };
        self.entries.iter().rev().find(is_later)
    }

    /// Why a change that holds, and is kept to be taken back, cannot be now.
    #[must_use]
    pub fn stands(&self, entry: &Entry) -> Option<Stands> {
        if entry.is_for_good() || entry.undoes.is_some() || !self.holds(entry.number) {
            None
        } else if entry.brief {
            Some(Stands::Gone)
        } else {
            let later = self.over(entry).filter(|later| later.done != Done::BookNamed)?;
            Some(if later.is_for_good() { Stands::Gone } else { Stands::Under(later.number) })
        }
    }

    /// A change as a command takes it back; none where it cannot be read.
    #[must_use]
    pub fn change(entry: &Entry, book: &Book) -> Option<Change> {
        let edits = entry.edits.iter().map(|past| {
            let key = Key::parse(&past.key)?;
            let before = match &past.before {
                None => None,
                Some(before) => Some(serde_json::from_str::<Record>(before.json.get()).ok()?),
            };
            let after = if past.removed { None } else { book.record(key) };
            Some(Edit { key, before, after })
        });
        Some(Change { done: entry.done, edits: edits.collect::<Option<Vec<_>>>()? })
    }

    /// Lets go how the records were before a change; its entry stays.
    pub(super) fn lighten(&mut self, number: u64) {
        for entry in self.entries.iter_mut().filter(|entry| entry.number == number) {
            *entry = Entry { brief: entry.brief, elsewhere: entry.elsewhere, ..entry.shortened() };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::movement::MovementKind;

    fn entry(number: u64, keys: &[&str], undoes: Option<u64>) -> Entry {
        let past = |key: &&str| Past { key: (*key).to_owned(), removed: false, before: None };
        Entry {
            number,
            done: Done::MovementAdded(MovementKind::Payment),
            minutes: 0,
            about: String::new(),
            undoes,
            edits: keys.iter().map(past).collect(),
            brief: false,
            elsewhere: false,
        }
    }

    #[test]
    fn a_change_that_cannot_be_taken_back_says_which_one_comes_first() {
        let mut history = History::default();
        let merged = Entry { done: Done::Merged, ..entry(1, &["case/1", "case/2"], None) };
        for entry in
            [merged, entry(2, &["case/3"], None), entry(3, &["case/2"], None), entry(4, &["case/1"], None)]
        {
            history.push(entry);
        }
        let stands = |history: &History| history.stands(history.entry(1).unwrap());
        assert_eq!(stands(&history), Some(Stands::Under(4)), "the last one first");
        history.push(entry(5, &["case/1"], Some(4)));
        assert_eq!(stands(&history), Some(Stands::Under(3)));
        history.push(entry(6, &["case/2"], Some(3)));
        assert_eq!(stands(&history), None);
        assert!(history.can_undo(history.entry(1).unwrap()));
        history.set(entry(1, &["case/1"], None).forgotten());
        assert_eq!(stands(&history), Some(Stands::Gone));
        assert!(!history.can_undo(history.entry(1).unwrap()));
    }
}
