//! The other tabs: what they wrote is taken up, and what waits here is carried out again on it.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::state::{App, Say};
use super::{Waiting, put_back};
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::merge::{Carried, FieldConflict, Queue, with_theirs};
use crate::app::record::Key;
use crate::app::route::Route;
use crate::app::update::Refusal;
use crate::browser::journal::Journal;
use crate::browser::{location, tabs};
use crate::store::codec::is_closed;
use crate::store::entry::Entry;
use crate::store::erasing::is_everything;
use crate::store::ledger::{LOOK, SEQ};
use crate::store::lock::LOCK;

impl App {
    /// Listens to the other tabs, for as long as the page is open.
    pub(super) fn listen_to_tabs(self) {
        tabs::on_announcement(move |_| {
            self.with_keeper(|keeper| keeper.is_behind = true);
            self.write_on();
        });
        tabs::on_change(
            move |key, raw| {
                if key == LOCK {
                    // Another tab put the data under a passphrase, or took it out.
                    self.with_keeper(|keeper| keeper.is_behind = true);
                    self.write_on();
                    return;
                }
                // With a journal, the announcement brings the whole change.
                let has_journal = self.with_keeper(|keeper| keeper.journal.is_some()).unwrap_or_default();
                if !has_journal {
                    self.take_over(key, raw);
                }
            },
            move || self.write_again(),
        );
    }

    /// Takes up what other tabs wrote since; called under the lock. False where that is under a passphrase that this tab
    /// does not have: what waits here is refused, since it might be about records it cannot see.
    pub(super) async fn catch_up(self) -> bool {
        let known = self.with_keeper(|keeper| {
            keeper.is_behind = false;
            keeper.journal.clone().map(|journal| (journal, keeper.ledger.seq()))
        });
        let Some(Some((journal, seq))) = known else { return true };
        let entries = match journal.after(seq).await {
            Ok(entries) => entries,
            // It was closed under us, by a tab that erases everything or by the browser: opened anew.
            Err(_) => match self.reopen_journal().await {
                Some(journal) => journal.after(seq).await.unwrap_or_default(),
                None => return true,
            },
        };
        // What came before everything was erased is not even looked at.
        let emptied = entries.iter().rposition(is_everything);
        if let Some(entry) = emptied.and_then(|at| entries.get(at)) {
            self.start_over(entry.number);
        }
        let entries = entries.get(emptied.unwrap_or(0)..).unwrap_or_default();
        let is_sealed = self.with_keeper(|keeper| keeper.ledger.codec().is_sealed()) == Some(true);
        let mut texts =
            entries.iter().flat_map(|entry| &entry.writes).filter_map(|(_, text)| text.as_deref());
        if !is_sealed && texts.any(is_closed) {
            return false;
        }
        if !entries.is_empty() {
            self.rebase(entries);
            self.say(Say::OtherTab, None);
        }
        true
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

    async fn reopen_journal(self) -> Option<Journal> {
        let journal = Journal::open().await;
        self.safety.update(|safety| safety.is_durable = journal.is_some());
        self.with_keeper(|keeper| keeper.journal.clone_from(&journal));
        journal
    }

    /// Puts the changes of another tab under those that wait here.
    fn rebase(self, entries: &[Entry]) {
        let today = self.today.get_untracked();
        let mut refused = None;
        let mut conflicts = Vec::new();
        let mut moved = Vec::new();
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
                        book.set(key, record);
                    }
                }
                for waiting in std::mem::take(&mut keeper.queue) {
                    let Waiting { pending, told } = Arc::unwrap_or_clone(waiting);
                    let opened = pending.opened.clone();
                    match queue.next(book, pending, today) {
                        Ok(Some(Carried { pending, conflicts: found })) => {
                            moved.extend(opened.zip(pending.opened.clone()));
                            conflicts.extend(found);
                            keeper.queue.push_back(Arc::new(Waiting { pending, told }));
                        }
                        Ok(None) => {}
                        Err(refusal) => refused = Some(refusal),
                    }
                }
            });
        });
        self.follow(&moved);
        self.count_room();
        if !conflicts.is_empty() {
            self.conflicts.update(|known| known.extend(conflicts));
        }
        if let Some(refusal) = refused {
            self.say(Say::Refused(refusal), None);
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

    /// A record another tab wrote becomes ours; one it could not have written is left alone. Only without a journal.
    fn take_over(self, name: &str, raw: Option<String>) {
        if name == SEQ {
            return;
        }
        if name == LOOK && raw.is_none() {
            // Only erasing everything removes it.
            self.start_over(self.with_keeper(|keeper| keeper.ledger.seq()).unwrap_or_default());
            return;
        }
        let Some(key) = Key::parse(name) else { return };
        let known = self.with_data(|book| book.record(key));
        let entry = Entry { number: 0, minutes: 0, writes: vec![(name.to_owned(), raw)] };
        let records = self.with_keeper(|keeper| keeper.ledger.absorb(&entry)).unwrap_or_default();
        for (key, record) in records {
            if record != known {
                self.change_data(|book| book.set(key, record));
                if key != Key::Settings {
                    self.say(Say::OtherTab, None);
                }
            }
        }
    }
}
