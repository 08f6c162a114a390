//! The other tabs: what they wrote is taken up, and what waits here is carried out again on it.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::super::state::{App, Say};
use super::{Waiting, put_back};
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::merge::{Carried, Dropped, FieldConflict, Queue, with_theirs};
use crate::app::record::Key;
use crate::app::route::Route;
use crate::app::update::Refusal;
use crate::browser::{clock, location, tabs};
use crate::store::behind::{Behind, behind, undo_half};
use crate::store::codec::is_closed;
use crate::store::entry::Entry;
use crate::store::erasing::is_everything;
use crate::store::ledger::{SEQ, forward};
use crate::store::lock::LOCK;
use crate::store::{ASIDE, StoreError};

/// How far a tab got with what others wrote.
pub(super) enum Caught {
    /// It has it all.
    Up,
    /// It is under a passphrase that this tab does not have: what waits here is refused, since it might be about records
    /// it cannot see.
    Closed,
    /// A change that was cut cannot be written whole yet, or taken back.
    Cut(StoreError),
}

impl App {
    /// Listens to the other tabs, for as long as the page is open.
    pub(super) fn listen_to_tabs(self) {
        tabs::on_announcement(move |_| {
            self.with_keeper(|keeper| keeper.is_behind = true);
            self.write_on();
        });
        tabs::on_change(
            move |key, value| {
                if key.starts_with(ASIDE) && value.is_none() {
                    self.recall_aside();
                }
                // The number of a change, which it writes last: a tab may have no way to announce it. Or another tab put
                // the data under a passphrase, or took it out.
                if matches!(key, SEQ | LOCK) {
                    self.with_keeper(|keeper| keeper.is_behind = true);
                    self.write_on();
                }
            },
            move || self.write_again(),
        );
    }

    /// Takes up what other tabs wrote since; called under the lock. What one of them left half written is written whole,
    /// and what only local storage has is put in the journal.
    pub(super) async fn catch_up(self) -> Caught {
        let known = self.with_keeper(|keeper| {
            keeper.is_behind = false;
            (keeper.journal.clone(), keeper.ledger.seq())
        });
        let Some((journal, seq)) = known else { return Caught::Up };
        let noted = self.noted(journal, seq).await;
        if let Some(Err(error)) = self.with_keeper(|keeper| undo_half(&mut keeper.store, &keeper.ledger)) {
            self.with_keeper(|keeper| keeper.is_behind = true);
            return Caught::Cut(error);
        }
        let behind =
            self.with_keeper(|keeper| behind(&keeper.store, &keeper.ledger, &noted, clock::minutes()));
        // What cannot be read cannot be written either, which is said there.
        let Some(Ok(Behind { entries, unnoted, cut })) = behind else { return Caught::Up };
        let is_sealed = self.with_keeper(|keeper| keeper.ledger.codec().is_sealed()) == Some(true);
        let mut texts =
            entries.iter().flat_map(|entry| &entry.writes).filter_map(|(_, text)| text.as_deref());
        if !is_sealed && texts.any(is_closed) {
            return Caught::Closed;
        }
        let forwarded =
            self.with_keeper(|keeper| cut.iter().try_for_each(|entry| forward(&mut keeper.store, entry)));
        if let Some(Err(error)) = forwarded {
            self.with_keeper(|keeper| keeper.is_behind = true);
            return Caught::Cut(error);
        }
        if let Some(journal) = self.with_keeper(|keeper| keeper.journal.clone()).flatten()
            && !unnoted.is_empty()
        {
            self.note(journal.append(&unnoted).await);
        }
        // What came before everything was erased is not even looked at.
        let emptied = entries.iter().rposition(is_everything);
        if let Some(entry) = emptied.and_then(|at| entries.get(at)) {
            self.start_over(entry.number);
        }
        let entries = entries.get(emptied.unwrap_or(0)..).unwrap_or_default();
        if !entries.is_empty() {
            self.say(Say::OtherTab, None);
            self.rebase(entries);
        }
        Caught::Up
    }

    /// Takes the value of a field that another tab saved in the same instant, as a change like any other.
    ///
    /// # Errors
    /// The refusal, which is also said at the bottom of the screen.
    pub fn take_theirs(self, key: Key, conflict: &FieldConflict) -> Result<(), Refusal> {
        let taken = self.book.with_untracked(|book| with_theirs(&book.record(key)?, conflict));
        if let Some(record) = taken {
            return self.send(Command::Merge(vec![record]));
        }
        self.say(Say::Refused(Refusal::ChangedSince), None);
        Err(Refusal::ChangedSince)
    }

    /// Puts the changes of another tab under those that wait here.
    fn rebase(self, entries: &[Entry]) {
        let today = self.today.get_untracked();
        let mut dropped = Vec::new();
        let mut conflicts = Vec::new();
        let (mut moved, mut gone) = (Vec::new(), BTreeSet::new());
        self.book.update(|book| {
            self.with_keeper(|keeper| {
                for waiting in keeper.queue.iter().rev() {
                    put_back(book, &waiting.pending.change);
                }
                // How the records were when each change was made here.
                let mut queue =
                    Queue::new(if keeper.queue.is_empty() { Book::default() } else { book.clone() });
                for entry in entries {
                    for (key, record) in keeper.ledger.absorb(entry) {
                        if record.is_none() {
                            gone.insert(key);
                        }
                        book.set(key, record);
                    }
                }
                for waiting in std::mem::take(&mut keeper.queue) {
                    let (pending, told) = (waiting.pending.clone(), waiting.told.clone());
                    let opened = pending.opened.clone();
                    match queue.next(book, pending.clone(), today) {
                        Ok(Some(Carried { pending, conflicts: found })) => {
                            moved.extend(opened.zip(pending.opened.clone()));
                            conflicts.extend(found);
                            keeper.queue.push_back(Arc::new(Waiting::new(pending, told)));
                        }
                        Ok(None) => {}
                        Err(refusal) => dropped.push(Dropped::of(&pending, told.about, refusal)),
                    }
                }
            });
        });
        self.follow(&moved);
        leptos::task::spawn_local(async move {
            // Once the forms about what is gone have left.
            leptos::task::tick().await;
            self.forget_drafts_of(&gone);
        });
        self.count_room();
        if !conflicts.is_empty() || !dropped.is_empty() {
            self.clashes.update(|known| {
                known.fields.extend(conflicts);
                known.dropped.extend(dropped);
            });
        }
    }

    /// Where the screen shows what has got another number, it goes on showing it, and not what bears its old one now.
    fn follow(self, moved: &[(Route, Route)]) {
        let shown = self.route.get_untracked();
        if let Some((_, now)) = moved.iter().find(|(before, now)| *before == shown && before != now) {
            location::replace(&now.to_string());
            self.route.set(now.clone());
        }
    }
}
