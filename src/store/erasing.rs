//! Erasing (*effacer*): what goes with records that go for good, so that nothing of them remains in the browser: how they
//! were before earlier changes, what those were about, forms half typed about them, what could not be read of them.

use std::collections::BTreeSet;

use super::entry::{Entry, Write};
use super::history;
use super::last_backup::{LAST_BACKUP, LastBackup};
use super::ledger::{LOOK, Ledger, SEQ, seq_text};
use super::open::set_aside_key;
use super::{ASIDE, DRAFT, SCHEMA, SCHEMA_KEY, Store};
use crate::app::command::Command;
use crate::app::effect::Change;
use crate::app::erasure::Scope;
use crate::app::record::{Key, Record};
use crate::app::trash::TrashItem;
use crate::base::ClientId;

/// The writes that go with a change for good, beyond the records it removes or makes anonymous itself.
#[must_use]
pub fn also(ledger: &Ledger, store: &dyn Store, command: &Command, change: &Change) -> Vec<Write> {
    if !change.done.is_final() {
        return Vec::new();
    }
    let erased = Erased::of(ledger, command, change);
    let mut writes = ledger.forgetting(store, |entry| erased.is_in(entry, ledger));
    writes.extend(erased.beside(ledger, store));
    writes
}

/// The change that empties the storage, also one that cannot be read. The number of the change stays: by it the other
/// tabs know that they are behind, and the count of changes since the last backup begins anew.
#[must_use]
pub fn everything(ledger: &Ledger, store: &dyn Store, minutes: u32) -> Entry {
    let number = ledger.seq() + 1;
    let stays = [
        (SCHEMA_KEY.to_owned(), Some(SCHEMA.to_string())),
        (LAST_BACKUP.to_owned(), Some(LastBackup::none_since(number).to_string())),
        (SEQ.to_owned(), Some(seq_text(number))),
    ];
    let names = store.keys().unwrap_or_default();
    let goes = names.into_iter().filter(|name| !stays.iter().any(|(known, _)| known == name));
    let mut writes: Vec<Write> = goes.filter(|name| name != LOOK).map(|name| (name, None)).collect();
    writes.push((LOOK.to_owned(), None));
    writes.extend(stays);
    // No change before it is needed any more.
    Entry { number, first: 1, minutes, writes }
}

/// Whether a change emptied the storage: no other one removes the look of the page.
#[must_use]
pub fn is_everything(entry: &Entry) -> bool {
    entry.writes.iter().any(|(name, value)| name == LOOK && value.is_none())
}

/// What was erased, and by what it is recognised elsewhere.
pub struct Erased {
    names: BTreeSet<String>,
    marks: Vec<String>,
    is_of_client: bool,
}

impl Erased {
    /// Of a change for good, before it is written.
    #[must_use]
    pub fn of(ledger: &Ledger, command: &Command, change: &Change) -> Self {
        let mut names: BTreeSet<String> = change.edits.iter().map(|edit| edit.key.to_string()).collect();
        let before = || change.edits.iter().filter_map(|edit| edit.before.as_ref());
        names.extend(before().filter_map(own_name));
        let mut marks = Vec::new();
        let is_of_client = matches!(command, Command::EraseClient(_) | Command::Anonymise(_));
        if let Command::EraseClient(id) | Command::Anonymise(id) = command {
            names.extend(names_about(*id, before(), ledger));
            marks.extend(
                before().filter_map(name_of_client).filter_map(|name| serde_json::to_string(name).ok()),
            );
            marks.extend([format!("\"client\":{},", id.0), format!("\"client\":{}}}", id.0)]);
        }
        Self { names, marks, is_of_client }
    }

    /// Whether a change holds something of what was erased. How very many records were is kept beside the journal, where
    /// whose they were cannot be read in time: it goes where it may be about the client, as some of them are here no more.
    fn is_in(&self, entry: &history::Entry, ledger: &Ledger) -> bool {
        let is_unknown = |key: &str| Key::parse(key).is_some_and(|key| ledger.meta(key).is_none());
        let is_hidden = self.is_of_client && entry.elsewhere;
        entry.edits.iter().any(|past| {
            self.names.contains(&past.key) || is_hidden && past.before.is_none() && is_unknown(&past.key)
        })
    }

    /// Forms half typed and what was set aside.
    fn beside(&self, ledger: &Ledger, store: &dyn Store) -> Vec<Write> {
        let names = store.keys().unwrap_or_default();
        let goes = names.into_iter().filter(|name| {
            let raw = || store.read(name).ok().flatten().unwrap_or_default();
            if name.starts_with(DRAFT) {
                let draft = ledger.codec().decode(name, &raw()).map(|stored| stored.json);
                return self.is_marked(&draft.unwrap_or_default());
            }
            name.starts_with(ASIDE) && self.covers(set_aside_key(name).unwrap_or_default(), &raw())
        });
        goes.map(|name| (name, None)).collect()
    }

    /// Whether a record, by its key and its JSON, is of what was erased.
    #[must_use]
    pub fn covers(&self, key: &str, json: &str) -> bool {
        self.names.contains(key) || self.is_marked(json)
    }

    fn is_marked(&self, text: &str) -> bool {
        self.marks.iter().any(|mark| text.contains(mark))
    }
}

/// Keys of everything about a client, also of what only earlier changes still know.
fn names_about<'a>(
    client: ClientId,
    erased: impl Iterator<Item = &'a Record>,
    ledger: &Ledger,
) -> BTreeSet<String> {
    let pasts = ledger.history().entries().iter().flat_map(|entry| &entry.edits);
    let known: Vec<(&str, Record)> = pasts
        .filter_map(|past| {
            let record = serde_json::from_str(past.before.as_ref()?.json.get()).ok()?;
            Some((past.key.as_str(), record))
        })
        .collect();
    let mut scope = Scope::of(&crate::app::book::Book::default(), client);
    for record in erased {
        scope.widen(record);
    }
    for (_, record) in &known {
        scope.widen(record);
    }
    known.iter().filter(|(_, record)| scope.names(record)).map(|(name, _)| (*name).to_owned()).collect()
}

/// The key that something in the trash had.
fn own_name(record: &Record) -> Option<String> {
    match record {
        Record::Trash(trash) => match &trash.item {
            TrashItem::Client(client) => Some(Key::Client(client.id).to_string()),
            TrashItem::Case(case) => Some(Key::Case(case.invoice.id).to_string()),
            TrashItem::Plan(plan) => Some(Key::Plan(plan.id).to_string()),
            TrashItem::Movement(..)
            | TrashItem::Event(..)
            | TrashItem::Act(..)
            | TrashItem::Circumstance(..)
            | TrashItem::Proceeding(..)
            | TrashItem::Cost(..)
            | TrashItem::Offer(..)
            | TrashItem::Proof(..)
            | TrashItem::Template(_)
            | TrashItem::Work(_) => None,
        },
        _ => None,
    }
}

fn name_of_client(record: &Record) -> Option<&str> {
    match record {
        Record::Client(client) => Some(&client.name),
        Record::Trash(trash) => match &trash.item {
            TrashItem::Client(client) => Some(&client.name),
            _ => None,
        },
        _ => None,
    }
}
