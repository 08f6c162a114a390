//! Changes of an earlier visit that the data went on without: put beside the journal, told, and joined like a backup.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::super::state::App;
use super::Waiting;
use super::locking::{PAST, past_text};
use crate::app::merge::Pending;
use crate::browser::journal::{Journal, JournalError};
use crate::store::Store;
use crate::store::entry::Entry;
use crate::store::erasing::Erased;
use crate::store::ledger::{SEQ, seq_in};
use crate::store::missed::{Missed, missed};

/// Beginning of the names under which they are kept: put under the passphrase with the other pasts.
fn prefix() -> String {
    format!("{PAST}missed/")
}

impl App {
    /// Sees, under the lock, whether the journal is of the branch of local storage; puts aside what is not. Gives the number
    /// of the last entry that is left; `last` is that of the last one there is.
    pub(super) async fn put_missed_aside(self, journal: &Journal, last: u64) -> Result<u64, JournalError> {
        let Some(before) = last.checked_sub(1) else { return Ok(0) };
        // What came before the last entry is of its branch.
        if self.missed_of(&journal.after(before).await?).is_empty() {
            return Ok(last);
        }
        let all = journal.after(0).await?;
        let apart = self.missed_of(&all);
        let kept = self.with_data(|book| self.with_keeper(|keeper| Missed::of(&apart, book, &keeper.ledger)));
        if let Some(missed) = kept.flatten() {
            let name = format!("{}{last}", prefix());
            journal.put_thing(&name, &self.missed_text(&name, &missed).into()).await?;
        }
        let numbers: BTreeSet<u64> = apart.iter().map(|entry| entry.number).collect();
        let own: Vec<Entry> = all.into_iter().filter(|entry| !numbers.contains(&entry.number)).collect();
        journal.rewrite(&own).await?;
        Ok(own.last().map_or(0, |entry| entry.number))
    }

    fn missed_of(self, entries: &[Entry]) -> Vec<Entry> {
        let found = self.with_keeper(|keeper| {
            let seq = keeper.store.read(SEQ)?.as_deref().and_then(seq_in).unwrap_or(keeper.ledger.seq());
            missed(&keeper.store, keeper.ledger.codec(), seq, entries)
        });
        // A store that cannot be read says nothing of what it lacks.
        found.and_then(Result::ok).unwrap_or_default()
    }

    fn missed_text(self, name: &str, missed: &Missed) -> String {
        let json = serde_json::to_string(missed).unwrap_or_default();
        self.with_keeper(|keeper| past_text(keeper.ledger.codec(), name, &json)).unwrap_or_default()
    }

    /// Counts what is put aside, for the screens that say so.
    pub(super) async fn count_missed(self, journal: &Journal) {
        let missed = journal.names(&prefix()).await.len();
        if self.safety.with_untracked(|safety| safety.missed) != missed {
            self.safety.update(|safety| safety.missed = missed);
        }
    }

    fn journal(self) -> Option<Journal> {
        self.with_keeper(|keeper| keeper.journal.clone()).flatten()
    }

    /// What was put aside first, by its name; none where there is nothing, or it cannot be read now.
    pub async fn missed(self) -> Option<(String, Missed)> {
        let journal = self.journal()?;
        let name = journal.names(&prefix()).await.into_iter().next()?;
        let missed = self.read_missed(&journal, &name).await?;
        Some((name, missed))
    }

    async fn read_missed(self, journal: &Journal, name: &str) -> Option<Missed> {
        let text = journal.thing(name).await?.as_string()?;
        let stored = self.with_keeper(|keeper| keeper.ledger.codec().decode(name, &text).ok()).flatten()?;
        serde_json::from_str(&stored.json).ok()
    }

    /// The user has joined what was put aside under a name, or goes on without.
    pub async fn forget_missed(self, name: &str) {
        if let Some(journal) = self.journal() {
            journal.forget_thing(name).await;
            self.count_missed(&journal).await;
        }
    }

    /// What a waiting change erases for good; none where it does not.
    pub(super) fn erased_of(self, waiting: &Waiting) -> Option<Erased> {
        let Pending { command, change, .. } = &waiting.pending;
        let erased = || self.with_keeper(|keeper| Erased::of(&keeper.ledger, command, change));
        change.done.is_final().then(erased).flatten()
    }

    /// Nothing of what was erased is left in what was put aside.
    pub(super) async fn forget_erased(self, journal: &Journal, erased: Erased) {
        for name in journal.names(&prefix()).await {
            let Some(missed) = self.read_missed(journal, &name).await else { continue };
            let left = missed.without(|key, json| erased.covers(key, json));
            let is_kept = match left.map(|left| self.missed_text(&name, &left)) {
                Some(text) => journal.keep_thing(&name, &text.into()).await,
                None => false,
            };
            if !is_kept {
                // Nothing of it is left, or what is left cannot be written anew: what was erased must go.
                journal.forget_thing(&name).await;
            }
        }
        self.count_missed(journal).await;
    }
}
