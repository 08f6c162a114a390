//! The keeper: opens the book, and is the one door through which it changes and is saved. Only the later part of the
//! program comes here.

use leptos::prelude::*;

use super::state::{App, Obstacle, Say};
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::effect::{Done, Effect as Outcome};
use crate::app::record::{Key, Record};
use crate::app::update::{Refusal, update};
use crate::browser::storage::BrowserStore;
use crate::browser::{files, location, tabs, timer};
use crate::store::backup::{self, Backup, BackupError};
use crate::store::open::{Opened, open, set_aside};
use crate::store::save::Pending;
use crate::store::{DRAFT, Store};

/// Time between two attempts to write what could not be written, in milliseconds.
const RETRY_AFTER: i32 = 3_000;

/// The store, and what is still to be written to it.
pub struct Keeper {
    store: BrowserStore,
    pending: Pending,
    retrying: bool,
}

impl App {
    /// Opens the book and listens to the other tabs.
    pub fn open_book(self) {
        let mut store = BrowserStore::find();
        let (opened, unreadable) = match open(&mut store) {
            Ok(opened) => (opened, false),
            Err(_) => (Opened::default(), true),
        };
        self.obstacle.set(if unreadable {
            Some(Obstacle::Unreadable)
        } else if opened.newer_schema.is_some() {
            Some(Obstacle::Newer)
        } else {
            store.is_memory().then_some(Obstacle::Memory)
        });
        let pending = Pending::after_opening(&opened.occupied, opened.newer_schema);
        self.keeper.set_value(Some(Keeper { store, pending, retrying: false }));
        self.book.set(opened.book);
        self.aside.set(opened.aside);
        self.keep_settings();
        tabs::on_change(move |key, raw| self.take_over(key, raw), move || self.write_again());
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

    fn with_keeper<T>(self, act: impl FnOnce(&mut Keeper) -> T) -> Option<T> {
        self.keeper.try_update_value(|keeper| keeper.as_mut().map(act)).flatten()
    }

    /// Carries out a command, saves what it changed and says so.
    ///
    /// # Errors
    /// The refusal, which is also said at the bottom of the screen.
    pub fn send(self, command: Command) -> Result<(), Refusal> {
        if self.obstacle.get_untracked() == Some(Obstacle::Newer) {
            return self.refuse_read_only(&command);
        }
        let today = self.today.get_untracked();
        let outcome =
            self.book.try_update(|book| update(book, command, today)).unwrap_or(Err(Refusal::NotFound));
        match outcome {
            Ok(outcomes) => {
                for outcome in outcomes {
                    self.carry_out(outcome);
                }
                Ok(())
            }
            Err(refusal) => {
                self.say(Say::Refused(refusal), None);
                Err(refusal)
            }
        }
    }

    /// Data of a newer version is only looked at. Language and theme change what is seen, not what is kept.
    fn refuse_read_only(self, command: &Command) -> Result<(), Refusal> {
        if matches!(command, Command::SaveSettings(_)) {
            return Ok(());
        }
        self.say(Say::Refused(Refusal::ReadOnly), None);
        Err(Refusal::ReadOnly)
    }

    fn carry_out(self, outcome: Outcome) {
        match outcome {
            Outcome::Save(change) => {
                for edit in change.edits.iter().filter(|edit| edit.after.is_none()) {
                    self.forget_drafts_of(edit.key);
                }
                self.with_keeper(|keeper| keeper.pending.add(&change.edits));
                self.flush();
                let done = change.done;
                if done != Done::SettingsSaved {
                    let undo = (done != Done::Undone).then_some(change);
                    let unsaved = self.unsaved.with_untracked(Option::is_some);
                    self.say(if unsaved { Say::DoneUnsaved } else { Say::Done(done) }, undo);
                }
            }
            Outcome::Open(route) => location::go(&route.to_string()),
        }
    }

    /// Writes what is pending; on failure says so until it succeeds, and tries again by itself.
    pub fn flush(self) {
        let outcome = self
            .book
            .with_untracked(|book| self.with_keeper(|keeper| keeper.pending.flush(book, &mut keeper.store)));
        let error = outcome.and_then(Result::err);
        if self.unsaved.get_untracked() != error {
            self.unsaved.set(error);
        }
        let retry = self.with_keeper(|keeper| {
            let start = error.is_some() && !keeper.retrying;
            keeper.retrying |= start;
            start
        });
        if retry == Some(true) {
            timer::after(RETRY_AFTER, move || {
                self.with_keeper(|keeper| keeper.retrying = false);
                self.flush();
            });
        }
    }

    /// Downloads everything as a backup that has been read back.
    ///
    /// # Errors
    /// Where the backup, read back, is not the book.
    pub fn download_backup(self) -> Result<(), BackupError> {
        let today = self.today.get_untracked();
        let aside = self.aside.get_untracked();
        let json = self.book.with_untracked(|book| backup::write(book, |_| None, &aside, today))?;
        files::download(&format!("relance-{today}.json"), "application/json", &json);
        Ok(())
    }

    /// A form left half typed, as it was kept.
    #[must_use]
    pub fn draft(self, name: &str) -> Option<String> {
        self.with_keeper(|keeper| keeper.store.read(&draft_key(name)).ok().flatten()).flatten()
    }

    /// Keeps a form half typed, or forgets it. What cannot be kept stays in the form.
    pub fn keep_draft(self, name: &str, draft: Option<&str>) {
        self.with_keeper(|keeper| {
            let key = draft_key(name);
            // A draft is a convenience beside the records; a failure here is not one of saving.
            let _ = match draft {
                Some(draft) => keeper.store.write(&key, draft),
                None => keeper.store.remove(&key),
            };
        });
    }

    /// Puts a backup in the place of the book. What the backup could not read is set aside beside what is already.
    ///
    /// # Errors
    /// The refusal, which is also said at the bottom of the screen.
    pub fn restore(self, backup: Backup) -> Result<(), Refusal> {
        self.send(Command::Restore(backup.records))?;
        for aside in backup.aside {
            let known = self.aside.with_untracked(|known| known.contains(&aside));
            if !known {
                self.with_keeper(|keeper| set_aside(&mut keeper.store, &aside.key, &aside.raw));
                self.aside.update(|known| known.push(aside));
            }
        }
        self.forget_drafts();
        Ok(())
    }

    /// Forgets every form left half typed: after a restore, its client or invoice may be another's.
    fn forget_drafts(self) {
        self.with_keeper(|keeper| {
            for key in keeper.store.keys().unwrap_or_default() {
                if key.starts_with(DRAFT) {
                    // As in keep_draft: a convenience beside the records.
                    let _ = keeper.store.remove(&key);
                }
            }
        });
    }

    /// Forgets what was half typed about a record that is gone: its number may be given to another.
    fn forget_drafts_of(self, key: Key) {
        let names = match key {
            Key::Case(id) => vec![format!("invoice/{id}"), format!("movement/{id}"), format!("act/{id}")],
            Key::Client(id) => {
                vec![format!("client-{id}"), format!("missing/{id}"), format!("payments/{id}")]
            }
            Key::Profile | Key::Settings | Key::Rates | Key::Trash(_) => Vec::new(),
        };
        for name in names {
            self.keep_draft(&name, None);
        }
    }

    /// Another tab emptied the storage: everything this one holds is written again.
    fn write_again(self) {
        self.with_keeper(|keeper| self.book.with_untracked(|book| keeper.pending.add_all(book)));
        self.flush();
        self.say(Say::WrittenAgain, None);
    }

    /// A record another tab wrote becomes ours; one it could not have written is left alone.
    fn take_over(self, key: &str, raw: Option<String>) {
        let Some(key) = Key::parse(key) else { return };
        let record = raw.map(|raw| serde_json::from_str::<Record>(&raw));
        let known = self.book.with_untracked(|book| book.record(key));
        match record {
            None if known.is_some() => self.book.update(|book| book.take(key)),
            Some(Ok(record)) if record.key() == key && known.as_ref() != Some(&record) => {
                self.book.update(|book| book.put(record));
            }
            _ => return,
        }
        if key != Key::Settings {
            self.say(Say::OtherTab, None);
        }
    }
}

fn draft_key(name: &str) -> String {
    format!("{DRAFT}{name}")
}
