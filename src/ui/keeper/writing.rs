//! Writing: one waiting change after the other, under the lock that all tabs share.

use leptos::prelude::*;

use super::super::state::{App, Obstacle, Say};
use super::locking::{PAST, past_text};
use super::tabs::Caught;
use super::{Keeper, Waiting, put_back};
use crate::app::effect::Done;
use crate::app::merge::Pending;
use crate::browser::journal::Journal;
use crate::browser::{location, lock, tabs, timer};
use crate::store::entry::{Entry, merged};
use crate::store::ledger::{NotWritten, PastPlace, Told};
use crate::store::{StoreError, erasing, history};

/// Name of the lock that all tabs share.
pub(super) const LOCK: &str = "relance/write";
/// Time between two attempts to write what could not be written, in milliseconds.
const RETRY_AFTER: i32 = 3_000;
/// Time that a change of local storage is given to reach the other tabs where there is no journal, in milliseconds.
const SPREAD: i32 = 150;
/// Time from which it is said that saving is under way, in milliseconds.
const PATIENCE: i32 = 300;

/// What became of a change that was to be written.
enum Outcome {
    /// It is saved, or was let go: the next one may follow.
    Next,
    /// It could not be written, and stays in the queue.
    Stopped(StoreError),
}

impl App {
    /// Writes what waits, and takes up what other tabs wrote; nothing where that is under way.
    pub fn write_on(self) {
        if matches!(self.obstacle.get_untracked(), Some(Obstacle::Archive(_))) {
            // What other tabs write is taken up when the data is shown again.
            return;
        }
        let starts = self.with_keeper(|keeper| {
            let starts = !keeper.is_busy && (keeper.is_behind || !keeper.queue.is_empty());
            keeper.is_busy |= starts;
            starts
        });
        if starts == Some(true) {
            self.saving.set(true);
            timer::after(PATIENCE, move || self.say_saving());
            leptos::task::spawn_local(self.write_all());
        }
    }

    fn say_saving(self) {
        let is_slow = self.with_keeper(|keeper| keeper.is_busy && !keeper.queue.is_empty());
        if is_slow == Some(true) {
            self.say(Say::Saving, None);
        }
    }

    async fn write_all(self) {
        let mut stopped = None;
        while stopped.is_none() && self.has_work() {
            let guard = lock::exclusive(LOCK).await;
            if !self.heed_lock() {
                location::reload();
                return;
            }
            if !self.heed_schema() {
                match self.catch_up().await {
                    Caught::Up => {}
                    // What waits here is not let go unsaid.
                    Caught::Closed if self.has_waiting() => {
                        stopped = Some(StoreError::Closed);
                        break;
                    }
                    Caught::Closed => {
                        location::reload();
                        return;
                    }
                    Caught::Cut(error) => {
                        stopped = Some(error);
                        break;
                    }
                }
            }
            let writes = self.has_waiting();
            while let Some(waiting) = self.with_keeper(|keeper| keeper.queue.front().cloned()).flatten() {
                if let Outcome::Stopped(error) = self.write_one(&waiting).await {
                    stopped = Some(error);
                    break;
                }
            }
            let is_alone = self.with_keeper(|keeper| keeper.journal.is_none() && !keeper.store.is_memory());
            if writes && is_alone == Some(true) {
                // Nothing but local storage tells the other tabs, and it reaches them a moment later.
                timer::wait(SPREAD).await;
            }
            drop(guard);
        }
        self.with_keeper(|keeper| keeper.is_busy = false);
        self.saving.set(false);
        if self.unsaved.get_untracked() != stopped {
            self.unsaved.set(stopped);
        }
        if stopped.is_some() {
            self.say(Say::DoneUnsaved, None);
            self.retry_later();
        } else if self.has_work() {
            self.write_on();
        } else {
            self.keep_glimpse_soon();
        }
    }

    /// Whether the data is of a newer version of the program, which wrote to it while this page was open: from then on it is
    /// only shown, and what waits is said not to be saved.
    fn heed_schema(self) -> bool {
        let is_newer = self.with_keeper(|keeper| {
            let is_newer = keeper.ledger.heed_schema(&keeper.store).unwrap_or_default();
            keeper.is_behind &= !is_newer;
            is_newer
        });
        if is_newer == Some(true) {
            self.obstacle.set(Some(Obstacle::Newer));
        }
        is_newer == Some(true)
    }

    fn has_waiting(self) -> bool {
        self.with_keeper(|keeper| !keeper.queue.is_empty()).unwrap_or_default()
    }

    fn has_work(self) -> bool {
        self.with_keeper(|keeper| keeper.is_behind || !keeper.queue.is_empty()).unwrap_or_default()
    }

    fn retry_later(self) {
        let starts = self.with_keeper(|keeper| {
            let starts = !keeper.is_retrying;
            keeper.is_retrying = true;
            starts
        });
        if starts == Some(true) {
            timer::after(RETRY_AFTER, move || {
                self.with_keeper(|keeper| keeper.is_retrying = false);
                self.write_on();
            });
        }
    }

    /// Writes the change at the front of the queue.
    async fn write_one(self, waiting: &Waiting) -> Outcome {
        if self.with_keeper(|keeper| keeper.ledger.is_wiped(&keeper.store)) == Some(true) {
            self.write_again();
        }
        let prepared =
            self.book.with_untracked(|book| self.with_keeper(|keeper| keeper.prepare(waiting, book)));
        let prepared = match prepared {
            Some(Ok(prepared)) => prepared,
            Some(Err(error)) => return self.not_written(waiting, error, false),
            None => return Outcome::Next,
        };
        let journal = self.with_keeper(|keeper| keeper.journal.clone()).flatten();
        let entry = prepared.entry.clone();
        let entry_number = entry.number;
        let forgotten = self.with_keeper(|keeper| keeper.forgotten(&entry));
        let erased = self.erased_of(waiting);
        let goes_first = prepared.is_bulk && journal.is_some();
        if let (true, Some(journal)) = (goes_first, &journal) {
            let keeps_past = !waiting.pending.change.done.is_final();
            let name = past_name(entry.number);
            let past = serde_json::to_string(prepared.past()).unwrap_or_default();
            let past = self.with_keeper(|keeper| past_text(keeper.ledger.codec(), &name, &past));
            if keeps_past && let Err(error) = journal.put_thing(&name, &past.unwrap_or_default().into()).await
            {
                return self.not_written(waiting, error.of_store(), true);
            }
            if let Err(error) = journal.append(std::slice::from_ref(&entry)).await {
                return self.not_written(waiting, error.of_store(), true);
            }
        }
        let is_bulk = prepared.is_bulk;
        let written = self.with_keeper(|keeper| keeper.ledger.apply(&mut keeper.store, prepared));
        let makes_room = waiting.pending.change.done.makes_room();
        let written = match written {
            Some(Err(NotWritten { error: StoreError::Full, is_undone: true })) if makes_room => {
                self.write_telling_less(waiting)
            }
            written => written,
        };
        match written {
            Some(Ok(())) => {}
            Some(Err(NotWritten { error, is_undone: false })) if goes_first => {
                // Local storage has a part of it, and the journal the whole: it is written forward as soon as there is a
                // way, as what another tab left would be.
                self.book.update(|book| put_back(book, &waiting.pending.change));
                self.with_keeper(|keeper| {
                    keeper.queue.pop_front();
                    keeper.is_behind = true;
                });
                return Outcome::Stopped(error);
            }
            Some(Err(NotWritten { error, .. })) => {
                if let (true, Some(journal)) = (goes_first, &journal) {
                    // What local storage did not take must not be written at the next start.
                    let kept = journal.after(0).await.unwrap_or_default();
                    let kept: Vec<Entry> =
                        kept.into_iter().filter(|kept| kept.number < entry.number).collect();
                    let _ = journal.rewrite(&kept).await;
                }
                return self.not_written(waiting, error, is_bulk);
            }
            None => return Outcome::Next,
        }
        let is_durable = match (&journal, goes_first) {
            (Some(_), true) => true,
            (Some(journal), false) => self.note(journal.append(&[entry]).await),
            (None, _) => false,
        };
        self.with_keeper(|keeper| {
            keeper.queue.pop_front();
            if goes_first {
                // How very many records were is beside the journal: no need to hold it in memory too.
                keeper.ledger.lighten(entry_number);
            }
        });
        if let Some(journal) = &journal {
            forget_in(journal, waiting.pending.change.done, forgotten.unwrap_or_default()).await;
            if let Some(erased) = erased {
                self.forget_erased(journal, erased).await;
            }
        }
        self.told(waiting, is_durable);
        Outcome::Next
    }

    /// Writes a change that makes room once the oldest lines of the story have made room for its own.
    fn write_telling_less(self, waiting: &Waiting) -> Option<Result<(), NotWritten>> {
        self.book.with_untracked(|book| {
            self.with_keeper(|keeper| {
                let before = keeper.ledger.without_oldest(&keeper.store);
                let told = Told { before, ..keeper.told(waiting) };
                let prepared = keeper.ledger.prepare(&waiting.pending.change, book, told);
                let prepared = prepared.map_err(|error| NotWritten { error, is_undone: true })?;
                keeper.ledger.apply(&mut keeper.store, prepared)
            })
        })
    }

    /// A change that was not written stays in the queue, as a whole; one of very many records is taken back, which costs
    /// the user no typing.
    fn not_written(self, waiting: &Waiting, error: StoreError, is_bulk: bool) -> Outcome {
        if !is_bulk {
            return Outcome::Stopped(error);
        }
        self.book.update(|book| put_back(book, &waiting.pending.change));
        self.with_keeper(|keeper| keeper.queue.pop_front());
        self.say(Say::Refused(error.refusal()), None);
        Outcome::Next
    }

    /// Says that a change is saved, and lets the other tabs know.
    fn told(self, waiting: &Waiting, is_durable: bool) {
        let number = self.with_keeper(|keeper| keeper.ledger.seq()).unwrap_or_default();
        tabs::announce(number);
        self.count_room();
        let done = waiting.pending.change.done;
        if done.is_look() {
            return;
        }
        if done == Done::Restored {
            // All there is now is in the file it came from.
            self.remember_backup_of(number);
        }
        let (undo, taken_back) = self.with_keeper(|keeper| keeper.undo_of(number)).unwrap_or_default();
        let say = match taken_back {
            Some((done, holds_again)) => Say::TakenBack { done, holds_again, is_durable },
            None if is_durable => Say::Done(done),
            None => Say::Kept(done),
        };
        self.say(say, undo);
    }

    /// Shows how much room is used, and how many changes there were.
    pub(super) fn count_room(self) {
        let (used, changes) =
            self.with_keeper(|keeper| (keeper.ledger.used(), keeper.ledger.seq())).unwrap_or_default();
        if self.changes.get_untracked() != changes {
            self.changes.set(changes);
        }
        if self.used.get_untracked() != used {
            self.used.set(used);
        }
    }
}

impl Keeper {
    /// What is said with a waiting change, with what is forgotten along with it.
    pub(super) fn told(&self, waiting: &Waiting) -> Told {
        let Waiting { pending: Pending { command, change, .. }, told, .. } = waiting;
        Told {
            also: erasing::also(&self.ledger, &self.store, command, change),
            past: match &self.journal {
                None => PastPlace::Here,
                Some(_) if change.done.makes_room() => PastPlace::Elsewhere,
                Some(_) => PastPlace::WhereItFits,
            },
            ..told.clone()
        }
    }

    /// The changes whose past, kept beside the journal, goes with this one.
    fn forgotten(&self, entry: &Entry) -> Vec<u64> {
        let history = self.ledger.history();
        let names = entry.writes.iter().filter_map(|(name, _)| history::Entry::number_in(name));
        let others = names.filter(|number| *number != entry.number);
        let is_elsewhere = |number: &u64| history.entry(*number).is_some_and(|entry| entry.elsewhere);
        others.filter(is_elsewhere).collect()
    }

    /// The number by which a change can be taken back; for one that took back another, what that did, and whether it
    /// holds again.
    fn undo_of(&self, number: u64) -> (Option<u64>, Option<(Done, bool)>) {
        let history = self.ledger.history();
        let Some(entry) = history.entry(number) else { return (None, None) };
        let Some(target) = entry.undoes.and_then(|number| history.entry(number)) else {
            return (history.can_undo(entry).then_some(number), None);
        };
        match target.undoes {
            Some(original) => (None, Some((self.done_of(original), true))),
            None => (None, Some((target.done, false))),
        }
    }
}

/// Makes the journal forget how erased records were: one entry takes the place of all, and holds the last of each key.
async fn forget_in(journal: &Journal, done: Done, pasts: Vec<u64>) {
    for number in pasts {
        // What cannot be cleared now is in nobody's way.
        let _ = journal.forget_thing(&past_name(number)).await;
    }
    if done.is_final() {
        compact(journal).await;
    }
}

/// Puts one entry that does the same in the place of all there are.
pub(super) async fn compact(journal: &Journal) {
    let entries = journal.after(0).await.unwrap_or_default();
    if let Some(entry) = merged(&entries).filter(|_| entries.len() > 1) {
        // What cannot be cleared now is cleared at the next opening.
        let _ = journal.rewrite(&[entry]).await;
    }
}

/// Where the journal keeps how very many records were before a change.
pub(super) fn past_name(number: u64) -> String {
    format!("{PAST}{number}")
}
