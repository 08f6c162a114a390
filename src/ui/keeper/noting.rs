//! The journal: what only local storage has is put there too; and one that is away is done without, and asked for again
//! while nothing waits for it.

use leptos::prelude::*;

use super::super::state::App;
use super::Asking;
use super::writing::LOCK;
use crate::browser::journal::{Journal, JournalError};
use crate::browser::{clock, lock, timer};
use crate::store::behind::unnoted;
use crate::store::entry::Entry;

/// Time between two attempts to open a journal that is away, in milliseconds: each may take seconds to fail.
const ASKED_AFTER: i32 = 60_000;

impl App {
    /// The entries of the journal after a number; none while it is away: what other tabs wrote is then read from local
    /// storage. It may have been closed under us, by a tab that erases everything or by the browser: it is opened anew, once.
    pub(super) async fn noted(self, journal: Option<Journal>, seq: u64) -> Vec<Entry> {
        let Some(journal) = journal else { return Vec::new() };
        match journal.after(seq).await {
            Ok(entries) => return entries,
            Err(JournalError::Silent) => {
                // Opened anew it would be as silent: it is asked again later.
                self.take_journal(None);
                return Vec::new();
            }
            Err(_) => {}
        }
        let journal = Journal::open().await;
        self.take_journal(journal.clone());
        let Some(journal) = journal else { return Vec::new() };
        self.complete(&journal).await;
        let is_kept = self.with_keeper(|keeper| keeper.journal.is_some());
        if is_kept == Some(true) { journal.after(seq).await.unwrap_or_default() } else { Vec::new() }
    }

    /// Whether the journal has it. One that fails is done without until it is opened anew.
    pub(super) fn note(self, outcome: Result<(), JournalError>) -> bool {
        if outcome.is_err() {
            self.take_journal(None);
        }
        outcome.is_ok()
    }

    fn take_journal(self, journal: Option<Journal>) {
        let is_durable = journal.is_some();
        if self.safety.with_untracked(|safety| safety.is_durable != is_durable) {
            self.safety.update(|safety| safety.is_durable = is_durable);
        }
        self.with_keeper(|keeper| keeper.journal = journal);
        self.ask_for_journal_later();
    }

    /// Asks for a journal that is away, now and then, until it is there.
    pub(super) fn ask_for_journal_later(self) {
        let starts = self.with_keeper(|keeper| {
            let starts = keeper.asking == Asking::Able && keeper.journal.is_none();
            if starts {
                keeper.asking = Asking::Due;
            }
            starts
        });
        if starts == Some(true) {
            timer::after(ASKED_AFTER, move || leptos::task::spawn_local(self.ask_for_journal()));
        }
    }

    async fn ask_for_journal(self) {
        // Without the lock: no change waits while it does not answer.
        let journal = match Journal::open().await {
            Some(journal) if journal.last().await.is_ok() => Some(journal),
            _ => None,
        };
        let guard = lock::exclusive(LOCK).await;
        let is_away = self.with_keeper(|keeper| {
            keeper.asking = Asking::Able;
            keeper.journal.is_none()
        });
        if is_away != Some(true) {
            return;
        }
        let Some(journal) = journal else {
            self.ask_for_journal_later();
            return;
        };
        self.take_journal(Some(journal.clone()));
        self.complete(&journal).await;
        // It may have what local storage lacks.
        self.with_keeper(|keeper| keeper.is_behind = true);
        drop(guard);
        self.write_on();
    }

    /// Puts in the journal what only local storage has: a page was closed before it had, or had no journal. What the journal
    /// has of another branch is put aside before.
    pub(super) async fn complete_journal(self) {
        let _guard = lock::exclusive(LOCK).await;
        if let Some(journal) = self.with_keeper(|keeper| keeper.journal.clone()).flatten() {
            self.complete(&journal).await;
        }
    }

    async fn complete(self, journal: &Journal) {
        let known = match journal.last().await {
            Ok(last) => self.put_missed_aside(journal, last).await,
            Err(error) => Err(error),
        };
        let last = match known {
            Ok(last) => last,
            // Nothing is added to a branch that is not ours: it is done without.
            Err(error) => {
                self.note(Err(error));
                return;
            }
        };
        self.count_missed(journal).await;
        let lacking =
            self.with_keeper(|keeper| unnoted(&keeper.store, &keeper.ledger, last, clock::minutes()));
        if let Some(Ok(lacking)) = lacking
            && !lacking.is_empty()
        {
            self.note(journal.append(&lacking).await);
        }
    }
}
