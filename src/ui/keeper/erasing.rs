//! Emptying the storage, for good: also one that cannot be read, or is under a passphrase that nobody knows any more.

use leptos::prelude::*;

use super::super::safety::Copies;
use super::super::state::{App, Obstacle, Say};
use super::writing::LOCK;
use crate::app::book::Book;
use crate::app::effect::Done;
use crate::app::merge::Clashes;
use crate::app::route::Route;
use crate::browser::journal::Journal;
use crate::browser::{clock, location, lock, tabs};
use crate::store::entry::Entry;
use crate::store::open::Mended;
use crate::store::{Store, erasing, reseal};

impl App {
    /// Erases everything in this browser, in every tab, and goes to the first screen.
    pub fn erase_all(self) {
        leptos::task::spawn_local(async move {
            let guard = lock::exclusive(LOCK).await;
            // What another tab wrote goes too; what counts is its number.
            let _ = self.catch_up().await;
            let Some(number) = self.empty_storage().await else { return };
            self.start_over(number);
            drop(guard);
            tabs::announce(number);
            self.calculator.set(String::new());
            location::go(&Route::Calculator(String::new()).to_string());
            self.say(Say::Done(Done::AllErased), None);
        });
    }

    /// Empties storage and journal, under the lock of writing; gives the number of the change that does.
    pub(super) async fn empty_storage(self) -> Option<u64> {
        let (entry, journal) = self.with_keeper(|keeper| {
            keeper.queue.clear();
            let entry = erasing::everything(&keeper.ledger, &keeper.store, clock::minutes());
            (entry, keeper.journal.clone())
        })?;
        // First, so that what is cut here is taken up again at the next opening.
        match journal {
            Some(journal) => empty(&journal, &entry).await,
            // It may be there all the same, with what is erased and the copy of its lock.
            None => drop(Journal::delete_everything().await),
        }
        self.with_keeper(|keeper| {
            for (name, value) in &entry.writes {
                // What cannot be removed now is removed at the next opening.
                let _ = match value {
                    Some(value) => keeper.store.write(name, value),
                    None => keeper.store.remove(name),
                };
            }
        });
        Some(entry.number)
    }

    /// The storage was emptied, here or in another tab: so is what this tab holds.
    pub(super) fn start_over(self, number: u64) {
        let is_memory = self.with_keeper(|keeper| {
            let used = reseal::used(&keeper.store).unwrap_or_default();
            keeper.queue.clear();
            (keeper.lock, keeper.folder) = (None, None);
            keeper.ledger.start_over(number, used);
            keeper.store.is_memory()
        });
        self.aside.set(Vec::new());
        self.clashes.set(Clashes::default());
        self.safety.update(|safety| {
            (safety.mended, safety.missed) = (Mended::default(), 0);
            (safety.is_sealed, safety.is_key_lost, safety.copied) = (false, false, None);
            if safety.copies != Copies::Impossible {
                safety.copies = Copies::None;
            }
        });
        self.unsaved.set(None);
        self.obstacle.set((is_memory == Some(true)).then_some(Obstacle::Memory));
        self.book.set(Book::default());
        self.count_room();
        self.recall_backup();
    }
}

/// Leaves in the journal nothing but the change that empties the storage.
async fn empty(journal: &Journal, entry: &Entry) {
    let is_empty =
        journal.rewrite(std::slice::from_ref(entry)).await.is_ok() && journal.forget_things().await;
    if !is_empty {
        // The other tabs then learn of it only when they are opened again.
        let _ = Journal::delete_everything().await;
    }
}
