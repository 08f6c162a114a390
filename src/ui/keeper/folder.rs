//! Copies that are made by themselves in a folder of the user's, where the browser lets us write there: a while after
//! the last change, and when the page is left. Each is read back; the last days' are kept.

use leptos::prelude::*;

use super::super::rare::{self, Rare};
use super::super::safety::Copies;
use super::super::state::{App, Obstacle};
use super::locking::OpenLock;
use super::sealed::sealed_with;
use crate::app::book::Book;
use crate::browser::folder::{self, Folder, FolderError};
use crate::browser::{clock, lock, page, timer};
use crate::store::last_backup::copies_to_remove;

/// Name of the folder among the things kept beside the journal.
const FOLDER: &str = "folder";
/// Name of the minute of the last copy among them.
const COPIED: &str = "folder/copied";
/// Name of the lock that all tabs share for the folder.
const COPYING: &str = "relance/copy";
/// Time without a change after which a copy is made, in milliseconds.
const QUIET: i32 = 30_000;

impl App {
    /// Takes up the folder chosen at an earlier visit, and makes copies from then on.
    pub(super) async fn watch_folder(self) {
        let journal = self.with_keeper(|keeper| keeper.journal.clone()).flatten();
        let Some(journal) = journal.filter(|_| folder::is_supported()) else { return };
        let copied = journal.thing(COPIED).await.and_then(|minutes| minutes.as_string()?.parse().ok());
        self.safety.update(|safety| {
            safety.copies = Copies::None;
            safety.copied = copied;
        });
        if let Some(folder) = journal.thing(FOLDER).await.and_then(Folder::from_js) {
            self.take_folder(folder).await;
        }
        // The change that was last when the page opened is not copied anew.
        Effect::new(move |before: Option<u64>| {
            let changes = self.changes.get();
            if before.is_some_and(|before| before != changes) {
                self.copy_later();
            }
            changes
        });
        page::on_hide(move || self.ask_copy());
    }

    async fn take_folder(self, folder: Folder) {
        let name = folder.name();
        let is_allowed = folder.is_allowed().await;
        self.with_keeper(|keeper| keeper.folder = Some(folder));
        self.safety.update(|safety| {
            safety.copies = if is_allowed { Copies::On(name) } else { Copies::Waiting(name) }
        });
    }

    /// Lets the user choose the folder, and makes the first copy.
    ///
    /// # Errors
    /// Where none was chosen, or the browser does not keep it.
    pub async fn choose_folder(self) -> Result<(), FolderError> {
        let folder = folder::pick().await?;
        let journal = self.with_keeper(|keeper| keeper.journal.clone()).flatten();
        let journal = journal.ok_or(FolderError::Refused)?;
        if !journal.keep_thing(FOLDER, &folder.to_js()).await {
            return Err(FolderError::Refused);
        }
        self.take_folder(folder).await;
        self.copy_whatever().await;
        Ok(())
    }

    /// Asks the user again for the folder chosen before; tries again where the last copy failed.
    pub async fn allow_folder(self) {
        let folder = self.with_keeper(|keeper| keeper.folder.clone()).flatten();
        let Some(folder) = folder else { return };
        if folder.ask().await {
            self.safety.update(|safety| safety.copies = Copies::On(folder.name()));
            self.copy_whatever().await;
        } else {
            self.copy_failed(FolderError::NotAllowed);
        }
    }

    /// Makes no more copies; those made stay where they are.
    pub async fn leave_folder(self) {
        let journal = self.with_keeper(|keeper| {
            keeper.folder = None;
            keeper.journal.clone()
        });
        if let Some(journal) = journal.flatten() {
            journal.forget_thing(FOLDER).await;
        }
        self.safety.update(|safety| safety.copies = Copies::None);
    }

    /// Has a copy made when no change has come for a while; at once where nobody looks at the page, which may be gone
    /// by then: the change that was being written as it was left comes here.
    fn copy_later(self) {
        if page::is_hidden() {
            self.ask_copy();
            return;
        }
        let number = self.with_keeper(|keeper| {
            keeper.put_off = keeper.put_off.wrapping_add(1);
            keeper.put_off
        });
        timer::after(QUIET, move || {
            if self.with_keeper(|keeper| keeper.put_off) == number {
                self.ask_copy();
            }
        });
    }

    /// Has the part that writes backups make a copy, where copies are made.
    fn ask_copy(self) {
        if self.with_keeper(|keeper| keeper.folder.is_some()) == Some(true) {
            rare::ask(self, Rare::Copy);
        }
    }

    /// The copy that was due was not made.
    pub fn copy_failed(self, error: FolderError) {
        if let Some(folder) = self.with_keeper(|keeper| keeper.folder.clone()).flatten() {
            self.safety.update(|safety| safety.copies = Copies::Failed(folder.name(), error));
        }
    }

    /// Makes a copy where something changed since the last backup.
    pub async fn copy_now(self) {
        // Another tab may have made one.
        self.recall_backup();
        let has_changed = self.last_backup.get_untracked().map(|last| last.change)
            != self.with_keeper(|keeper| keeper.ledger.seq());
        if has_changed && self.changes.get_untracked() > 0 {
            self.copy_whatever().await;
        }
    }

    async fn copy_whatever(self) {
        let is_theirs =
            matches!(self.obstacle.get_untracked(), Some(Obstacle::Locked | Obstacle::Archive(_)));
        let folder = self.with_keeper(|keeper| keeper.folder.clone()).flatten();
        // Nothing takes the place of a copy that holds more.
        let holds_less = self.book.with_untracked(Book::is_empty)
            || self.safety.with_untracked(|safety| safety.mended.is_partial);
        let Some(folder) = folder.filter(|_| !is_theirs && !holds_less) else { return };
        if matches!(self.safety.with_untracked(|safety| safety.copies.clone()), Copies::Waiting(_)) {
            return;
        }
        let _guard = lock::exclusive(COPYING).await;
        match self.copy_to(&folder).await {
            Ok(()) => self.safety.update(|safety| safety.copies = Copies::On(folder.name())),
            Err(error) => self.copy_failed(error),
        }
    }

    async fn copy_to(self, folder: &Folder) -> Result<(), FolderError> {
        let seq = self.with_keeper(|keeper| keeper.ledger.seq()).unwrap_or_default();
        let mut text = self.backup().map_err(|_| FolderError::Differs)?;
        if self.safety.with_untracked(|safety| safety.is_sealed) {
            let with = self.with_keeper(|keeper| keeper.lock.as_ref().and_then(OpenLock::for_copies));
            // The tab in which the passphrase was changed makes them.
            let (header, key) = with.flatten().ok_or(FolderError::Busy)?;
            text = sealed_with(&text, header, key).await.ok_or(FolderError::Refused)?;
        }
        let name = format!("relance-auto-{}.json", self.today.get_untracked());
        folder.write(&name, &text).await?;
        self.remember_backup_of(seq);
        let now = clock::minutes();
        self.safety.update(|safety| safety.copied = Some(now));
        if let Some(journal) = self.with_keeper(|keeper| keeper.journal.clone()).flatten() {
            // Only its age is not said at a next start otherwise.
            journal.keep_thing(COPIED, &now.to_string().into()).await;
        }
        let names = folder.list().await?;
        for name in copies_to_remove(names) {
            // One too many is no harm.
            let _ = folder.remove(&name).await;
        }
        Ok(())
    }
}
