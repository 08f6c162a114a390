//! The keeper: the one door through which the book changes and is saved. Only the later part of the program comes here.
//!
//! A command changes the book at once, and waits in a queue to be written. One change after the other is then written
//! under a lock that all tabs share: what another tab has written meanwhile is taken up first and the waiting commands
//! are carried out again on it, so that no edit erases another; then local storage is written, whole or not at all;
//! then the journal, where writes are durable at once. Only then is the change said to be saved. The other tabs are
//! told, and take it up. Without a journal the change is said to be kept, and that the browser writes it a little later.

mod archives;
mod backups;
mod drafts;
mod erasing;
mod folder;
pub mod glimpse;
pub mod locking;
mod missed;
mod noting;
mod opening;
pub mod past;
mod persisting;
mod restoring;
mod sealed;
mod tabs;
mod writing;

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex};

use leptos::prelude::*;

use self::locking::OpenLock;
use super::state::{App, Obstacle, Say};
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::effect::{Change, Effect as Outcome};
use crate::app::merge::Pending;
use crate::app::record::Key;
use crate::app::story::about;
use crate::app::update::{Refusal, update};
use crate::browser::clock;
use crate::browser::folder::Folder;
use crate::browser::journal::Journal;
use crate::browser::location;
use crate::browser::storage::BrowserStore;
use crate::store::backup::Backup;
use crate::store::ledger::{Ledger, Prepared, Told};
use crate::store::{PROBE, Store, StoreError};

/// The store, what is known of it, and what is still to be written to it.
pub struct Keeper {
    store: BrowserStore,
    ledger: Ledger,
    journal: Option<Journal>,
    queue: VecDeque<Arc<Waiting>>,
    /// Whether a journal that is away is asked for again.
    asking: Asking,
    /// Another tab has written.
    is_behind: bool,
    /// Writing is under way.
    is_busy: bool,
    /// Another attempt at writing is due.
    is_retrying: bool,
    /// The lock of the data at rest, open.
    lock: Option<OpenLock>,
    /// The folder copies go to.
    folder: Option<Folder>,
    /// How often a copy was put off: each change does.
    put_off: u32,
    /// The data, while an archive is shown in its place.
    held: Option<Held>,
    /// The archive that was shown, where it is to be joined with the data again.
    returning: Option<Backup>,
}

/// Whether a journal that is away is asked for again.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asking {
    /// There is none to be had: nothing keeps two tabs from writing at once, or nothing is kept at all.
    Never,
    /// Once it is away.
    Able,
    /// The next attempt is due.
    Due,
}

/// The data, while an archive is shown in its place, and what kept it from being kept as usual.
struct Held {
    book: Book,
    obstacle: Option<Obstacle>,
    archive: Backup,
}

/// A change of the book that is not written yet.
struct Waiting {
    pending: Pending,
    told: Told,
    /// As it was made ready when it was asked whether it has room.
    ready: Mutex<Option<Ready>>,
}

/// A change made ready to be written, and whether there was a journal then.
struct Ready {
    prepared: Prepared,
    has_journal: bool,
}

impl Waiting {
    fn new(pending: Pending, told: Told) -> Self {
        Self { pending, told, ready: Mutex::default() }
    }

    fn take_ready(&self) -> Option<Ready> {
        self.ready.lock().ok()?.take()
    }
}

impl App {
    fn with_keeper<T>(self, act: impl FnOnce(&mut Keeper) -> T) -> Option<T> {
        self.keeper.try_update_value(|keeper| keeper.as_mut().map(act)).flatten()
    }

    /// Carries out a command, and has it saved.
    ///
    /// # Errors
    /// The refusal, which is also said at the bottom of the screen.
    pub fn send(self, command: Command) -> Result<(), Refusal> {
        self.carry_out_with(command, None, BTreeMap::new())
    }

    /// Carries out a command that may take back the change of a number, or bring records with their past.
    fn carry_out_with(
        self,
        command: Command,
        undoes: Option<u64>,
        lineage: BTreeMap<Key, Vec<u32>>,
    ) -> Result<(), Refusal> {
        if self.is_read_only() {
            return self.refuse_read_only(&command);
        }
        let today = self.today.get_untracked();
        let outcome = self
            .book
            .try_update(|book| update(book, command.clone(), today))
            .unwrap_or(Err(Refusal::NotFound));
        let outcome = outcome.and_then(|outcomes| {
            let (mut saved, mut open) = (None, None);
            for outcome in outcomes {
                match outcome {
                    Outcome::Save(change) => saved = Some(change),
                    Outcome::Open(route) => open = Some(route),
                }
            }
            if let Some(change) = saved {
                let told = self.book.with_untracked(|book| Told {
                    minutes: clock::minutes(),
                    // What goes for good is not named in the story either.
                    about: if change.done.is_final() { String::new() } else { about(book, &change) },
                    undoes,
                    lineage,
                    ..Told::default()
                });
                self.accept(Waiting::new(Pending { command, change, opened: open.clone() }, told))?;
            }
            Ok(open)
        });
        match outcome {
            Ok(open) => {
                if let Some(route) = open {
                    location::go(&route.to_string());
                }
                Ok(())
            }
            Err(refusal) => {
                self.say(Say::Refused(refusal), None);
                Err(refusal)
            }
        }
    }

    /// Takes a change into the queue; where there is no room for it, the book is as before and the change refused.
    fn accept(self, waiting: Waiting) -> Result<(), Refusal> {
        self.with_keeper(Keeper::forget_glimpse);
        let fits = self.book.with_untracked(|book| self.with_keeper(|keeper| keeper.fits(&waiting, book)));
        if fits == Some(false) {
            self.book.update(|book| put_back(book, &waiting.pending.change));
            return Err(Refusal::NoRoom);
        }
        let gone = waiting.pending.change.edits.iter().filter(|edit| edit.after.is_none());
        self.forget_drafts_of(&gone.map(|edit| edit.key).collect());
        self.with_keeper(|keeper| keeper.queue.push_back(Arc::new(waiting)));
        self.write_on();
        Ok(())
    }

    /// The data may only be looked at.
    fn is_read_only(self) -> bool {
        matches!(
            self.obstacle.get_untracked(),
            Some(Obstacle::Newer | Obstacle::Locked | Obstacle::Archive(_) | Obstacle::Unreadable)
        )
    }

    /// Language and theme change what is seen, not what is kept.
    fn refuse_read_only(self, command: &Command) -> Result<(), Refusal> {
        if matches!(command, Command::SaveSettings(_)) {
            return Ok(());
        }
        let refusal = if self.obstacle.get_untracked() == Some(Obstacle::Newer) {
            Refusal::ReadOnly
        } else {
            Refusal::OnlyShown
        };
        self.say(Say::Refused(refusal), None);
        Err(refusal)
    }
}

impl Keeper {
    fn new(store: BrowserStore, ledger: Ledger, journal: Option<Journal>, lock: Option<OpenLock>) -> Self {
        Self {
            store,
            ledger,
            journal,
            asking: Asking::Never,
            queue: VecDeque::new(),
            is_behind: false,
            is_busy: false,
            is_retrying: false,
            lock,
            folder: None,
            put_off: 0,
            held: None,
            returning: None,
        }
    }

    /// Whether a change has room, tried with as much as it needs. What fails for another reason is tried again later.
    fn fits(&mut self, waiting: &Waiting, book: &Book) -> bool {
        let Ok(prepared) = self.ledger.prepare(&waiting.pending.change, book, self.told(waiting)) else {
            return true;
        };
        // One of very many records has a way of being written that makes sure of it.
        let needed = if prepared.is_bulk { 0 } else { self.ledger.growth(&self.store, &prepared) };
        if let Ok(mut ready) = waiting.ready.lock() {
            *ready = Some(Ready { prepared, has_journal: self.journal.is_some() });
        }
        if needed == 0 {
            return true;
        }
        let outcome = self.store.write(PROBE, &"x".repeat(needed));
        // The probe must not outlive the question.
        let _ = self.store.remove(PROBE);
        outcome != Err(StoreError::Full)
    }

    /// A change made ready to be written: as it was when it was accepted, where nothing has come between.
    fn prepare(&self, waiting: &Waiting, book: &Book) -> Result<Prepared, StoreError> {
        let change = &waiting.pending.change;
        let is_next = |ready: &Ready| {
            // What goes with an erasure is looked for when it goes.
            !change.done.is_final()
                && ready.has_journal == self.journal.is_some()
                && self.ledger.is_next(&ready.prepared, change)
        };
        match waiting.take_ready().filter(is_next) {
            Some(ready) => Ok(ready.prepared),
            None => self.ledger.prepare(change, book, self.told(waiting)),
        }
    }
}

/// Puts each record back as it was before a change.
fn put_back(book: &mut Book, change: &Change) {
    for edit in change.edits.iter().rev() {
        book.set(edit.key, edit.before.clone());
    }
}
