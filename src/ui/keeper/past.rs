//! Taking back: any of the last changes, also after a reload; and the story of the older ones.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::state::{App, Say};
use super::Keeper;
use super::writing::past_name;
use crate::app::command::Command;
use crate::app::effect::Done;
use crate::app::update::Refusal;
use crate::browser::timer;
use crate::store::Store;
use crate::store::history::{Entry, History, Stands};
use crate::store::open::read_entry;

/// Time between two looks at whether all is written, in milliseconds, and how many of them there are at most.
const TURN: i32 = 5;
const SETTLED_AFTER: u32 = 400;

/// A change of the story.
#[derive(Clone)]
pub struct Told {
    /// What is noted of it.
    pub entry: Entry,
    /// It can be taken back now.
    pub can_undo: bool,
    /// It was not taken back, or holds again.
    pub holds: bool,
    /// Why it cannot be taken back, where one would expect it.
    pub stands: Option<Stands>,
}

impl Keeper {
    /// What a change did, also where it is too old to be taken back; where nothing is left of it, that one was undone.
    pub(super) fn done_of(&self, number: u64) -> Done {
        if let Some(entry) = self.ledger.history().entry(number) {
            return entry.done;
        }
        let key = Entry::key(number);
        let raw = self.store.read(&key).ok().flatten();
        raw.and_then(|raw| read_entry(self.ledger.codec(), &key, &raw))
            .map_or(Done::Undone, |entry| entry.done)
    }
}

impl App {
    /// Takes back a change by its number.
    pub fn undo(self, number: u64) {
        leptos::task::spawn_local(async move {
            self.settle().await;
            self.take_back(number).await;
        });
    }

    /// Takes back the last change that holds, where there is one.
    pub fn undo_last(self) {
        self.take_back_next(History::undoable, Say::NothingToUndo);
    }

    /// Makes the last change that was taken back hold again, where nothing was changed since.
    pub fn redo_last(self) {
        self.take_back_next(History::redoable, Say::NothingToRedo);
    }

    fn take_back_next(self, next: fn(&History) -> Option<&Entry>, nothing: Say) {
        leptos::task::spawn_local(async move {
            self.settle().await;
            let next =
                self.with_keeper(|keeper| next(keeper.ledger.history()).map(|entry| entry.number)).flatten();
            match next {
                Some(number) => self.take_back(number).await,
                None => self.say(nothing, None),
            }
        });
    }

    /// Waits until what was done is written: only then is it known what can be taken back. What cannot be written is not
    /// waited for.
    async fn settle(self) {
        for _ in 0..SETTLED_AFTER {
            if self.with_keeper(|keeper| keeper.is_busy) != Some(true) {
                return;
            }
            timer::wait(TURN).await;
        }
    }

    async fn take_back(self, number: u64) {
        let entry = self.with_keeper(|keeper| {
            let history = keeper.ledger.history();
            history.entry(number).filter(|entry| history.can_undo(entry)).cloned()
        });
        let Some(Some(mut entry)) = entry else {
            self.say(Say::Refused(Refusal::ChangedSince), None);
            return;
        };
        if entry.elsewhere && entry.edits.iter().all(|past| past.before.is_none()) {
            let Some(whole) = self.past_elsewhere(number).await else {
                self.say(Say::Refused(Refusal::PastAway), None);
                return;
            };
            entry = Entry { number, ..whole };
        }
        let change = self.book.with_untracked(|book| History::change(&entry, book));
        // A refusal says itself at the bottom of the screen.
        let _ = match change {
            Some(change) => self.carry_out_with(Command::Undo(change), Some(number), BTreeMap::new()),
            None => Err(Refusal::ChangedSince),
        };
    }

    /// How very many records were before a change, from beside the journal.
    async fn past_elsewhere(self, number: u64) -> Option<Entry> {
        let journal = self.with_keeper(|keeper| keeper.journal.clone()).flatten()?;
        let name = past_name(number);
        let text = journal.thing(&name).await?.as_string()?;
        let stored = self.with_keeper(|keeper| keeper.ledger.codec().decode(&name, &text).ok()).flatten()?;
        serde_json::from_str(&stored.json).ok()
    }

    /// The changes of the story, the last one first, so many at most.
    #[must_use]
    pub fn story(self, most: usize) -> Vec<Told> {
        self.with_keeper(|keeper| {
            let (ledger, store) = (&keeper.ledger, &keeper.store);
            let history = ledger.history();
            let numbers = (1..=ledger.seq()).rev().take(most);
            let entries = numbers.filter_map(|number| {
                if let Some(entry) = history.entry(number) {
                    return Some(Told {
                        can_undo: history.can_undo(entry),
                        holds: history.holds(number),
                        stands: history.stands(entry),
                        entry: entry.clone(),
                    });
                }
                let key = Entry::key(number);
                let raw = store.read(&key).ok().flatten()?;
                let entry = read_entry(ledger.codec(), &key, &raw)?;
                Some(Told { entry, can_undo: false, holds: true, stands: None })
            });
            entries.collect()
        })
        .unwrap_or_default()
    }
}
