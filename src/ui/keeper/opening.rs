//! Opening the book: from local storage, mended from the journal.

use leptos::prelude::*;

use super::super::state::{App, Obstacle, Say};
use super::locking::{Found, OpenLock, find};
use super::writing::{LOCK, compact};
use super::{Asking, Keeper};
use crate::app::book::Book;
use crate::app::command::Command;
use crate::browser::ahead::{self, Kept};
use crate::browser::journal::Journal;
use crate::browser::lock::Guard;
use crate::browser::storage::BrowserStore;
use crate::browser::{clock, lock, timer};
use crate::store::codec::Codec;
use crate::store::entry::{Entry, pruned};
use crate::store::ledger::{Ledger, SEQ, seq_in};
use crate::store::lock::LOCK as LOCK_KEY;
use crate::store::open::{Opened, open, settle};
use crate::store::{GAP, Store, StoreError};

/// Time after the opening when what is no longer needed is cleared from the journal, in milliseconds.
const PRUNED_AFTER: i32 = 10_000;

impl App {
    /// Opens the book and listens to the other tabs.
    pub async fn open_book(self) {
        let mut store = BrowserStore::find();
        let with_journal = !store.is_memory();
        let journal = async || if with_journal { Journal::open().await } else { None };
        let ((guard, kept), journal) = futures::future::join(lock_and_kept(), journal()).await;
        // Without the lock two tabs could give one number to two changes.
        let journal = journal.filter(|_| guard.is_real());
        let found = match if store.is_memory() {
            Ok(Found::Open)
        } else {
            find(&mut store, journal.as_ref()).await
        } {
            Ok(found) => found,
            // Opening says why.
            Err(_) => Found::Open,
        };
        if !matches!(found, Found::Open) {
            drop(guard);
            self.safety.update(|safety| safety.is_key_lost = matches!(found, Found::Lost));
            self.keeper.set_value(Some(Keeper::new(store, Ledger::default(), journal, None)));
            self.obstacle.set(Some(Obstacle::Locked));
            return;
        }
        self.open_with(store.with_ahead(kept), journal, Codec::default(), None, guard).await;
    }

    /// Opens the book with the key of the data, where it is under one.
    pub(super) async fn open_with(
        self,
        mut store: BrowserStore,
        journal: Option<Journal>,
        codec: Codec,
        lock: Option<OpenLock>,
        guard: Guard,
    ) {
        let is_sealed = codec.is_sealed();
        let asking = if guard.is_real() && !store.is_memory() { Asking::Able } else { Asking::Never };
        let opened = self.open_from(&mut store, codec, journal.as_ref()).await;
        // One that did not answer meanwhile was closed: it is done without, and asked for later.
        let journal = journal.filter(Journal::is_open);
        // What was read ahead holds no longer than the lock.
        let store = store.with_ahead(None);
        drop(guard);
        let (opened, is_unreadable) = match opened {
            Ok(opened) => (opened, false),
            Err(_) => (Opened::default(), true),
        };
        let is_key_lost = opened.is_locked;
        self.aside.set(opened.aside);
        self.book.set(opened.book);
        self.safety.update(|safety| {
            safety.is_durable = journal.is_some();
            safety.mended = opened.mended;
            safety.is_sealed = is_sealed;
            safety.is_key_lost = is_key_lost;
        });
        let obstacle = if is_unreadable {
            Some(Obstacle::Unreadable)
        } else if opened.newer_schema.is_some() {
            Some(Obstacle::Newer)
        } else if is_key_lost {
            Some(Obstacle::Locked)
        } else {
            store.is_memory().then_some(Obstacle::Memory)
        };
        let keeper = Keeper::new(store, opened.ledger, journal, lock);
        self.keeper.set_value(Some(Keeper { asking, ..keeper }));
        self.obstacle.set(obstacle);
        self.count_room();
        self.recall_backup();
        // Asked for the lock before any change of this tab is.
        leptos::task::spawn_local(self.complete_journal());
        self.ask_for_journal_later();
        self.keep_settings();
        self.listen_to_tabs();
        self.purge_trash();
        self.watch_persistence();
        self.watch_others();
        self.keep_glimpse_soon();
        leptos::task::spawn_local(self.watch_folder());
        if opened.mended.redone + opened.mended.repaired > 0 && !opened.mended.is_partial {
            self.say(Say::Mended, None);
        }
        timer::after(PRUNED_AFTER, move || {
            leptos::task::spawn_local(async move {
                self.prune().await;
                if is_sealed {
                    self.seal_rest().await;
                }
            });
        });
    }

    /// What is chosen on the screen is kept; what another tab or a backup brings is shown.
    fn keep_settings(self) {
        let kept = Memo::new(move |_| self.book.with(Book::settings));
        if self.settings.get_untracked() == self.settings_at_start {
            self.settings.set(kept.get_untracked());
        }
        Effect::new(move |_| {
            let chosen = self.settings.get();
            if chosen != kept.get_untracked() {
                // Settings are never refused.
                let _ = self.send(Command::SaveSettings(chosen));
            }
        });
        Effect::new(move |_| {
            let kept = kept.get();
            if kept != self.settings.get_untracked() {
                self.settings.set(kept);
            }
        });
    }

    /// What was deleted long ago goes for good.
    fn purge_trash(self) {
        let today = self.today.get_untracked();
        let is_due = self.book.with_untracked(|book| book.trash().any(|trash| trash.kept_until() < today));
        if is_due && !self.is_read_only() {
            // A refusal says itself at the bottom of the screen.
            let _ = self.send(Command::PurgeTrash);
        }
    }

    /// The user has put back what the browser had lost, or goes on with what is left.
    pub fn is_whole_again(self) {
        self.with_keeper(|keeper| keeper.store.remove(GAP));
        self.safety.update(|safety| safety.mended.is_partial = false);
    }

    /// Clears from the journal what local storage has long had.
    async fn prune(self) {
        let known =
            self.with_keeper(|keeper| keeper.journal.clone().map(|journal| (journal, keeper.ledger.seq())));
        let Some(Some((journal, seq))) = known else { return };
        let _guard = lock::exclusive(LOCK).await;
        let Ok(entries) = journal.after(0).await else { return };
        if let Some(kept) = pruned(&entries, seq, clock::minutes()) {
            // What cannot be cleared now is cleared another time.
            let _ = journal.rewrite(&kept).await;
        }
        let erased = self.with_keeper(|keeper| {
            let finals = keeper.ledger.history().entries().iter().filter(|entry| entry.done.is_final());
            finals.map(|entry| entry.number).max()
        });
        let is_before = |entry: &&Entry| erased.flatten().is_some_and(|number| entry.number <= number);
        if entries.iter().filter(is_before).count() > 1 {
            // The page was closed before the journal forgot what was erased.
            compact(&journal).await;
        }
    }

    /// Another tab, or the user by hand, emptied the storage: everything this one holds is written again.
    pub(super) fn write_again(self) {
        self.with_data(|book| {
            self.with_keeper(|keeper| {
                if let Some(open) = &keeper.lock {
                    // Before what only it opens; the next change tries again.
                    let _ = keeper.store.write(LOCK_KEY, &open.text());
                }
                for (key, text) in keeper.ledger.everything(book) {
                    // What fails is said at the next change, which needs the room too.
                    let _ = keeper.store.write(&key, &text);
                }
            })
        });
        self.say(Say::WrittenAgain, None);
    }
}

/// The lock of all writing, with what the page's first script read under it where it did.
async fn lock_and_kept() -> (Guard, Option<Kept>) {
    match ahead::take().await {
        Some(taken) => taken,
        None => (lock::exclusive(LOCK).await, None),
    }
}

impl App {
    /// Opens a store with the entries of the journal that it lacks; with all of them where something is damaged.
    async fn open_from(
        self,
        store: &mut BrowserStore,
        codec: Codec,
        journal: Option<&Journal>,
    ) -> Result<Opened, StoreError> {
        let seq = store.read(SEQ)?.as_deref().and_then(seq_in).unwrap_or(0);
        let mut missing = match journal {
            Some(journal) => journal.after(seq).await.unwrap_or_default(),
            None => Vec::new(),
        };
        if let (false, Some(journal)) = (missing.is_empty(), journal) {
            // With the change they go on from: those of another branch are not written.
            missing = journal.after(seq.saturating_sub(1)).await.unwrap_or(missing);
        }
        if missing.is_empty() {
            self.show_glimpse(store, &codec, seq).await;
        }
        let mut opened = open(store, codec, &missing)?;
        if !opened.damaged.is_empty() {
            let all = match journal {
                Some(journal) => journal.after(0).await.unwrap_or_default(),
                None => Vec::new(),
            };
            settle(store, &mut opened, &all);
        }
        Ok(opened)
    }
}
