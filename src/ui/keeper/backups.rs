//! Backups: the whole book as a file that was read back.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::state::{App, Obstacle};
use crate::app::record::Key;
use crate::browser::{clock, files};
use crate::store::backup::{self, BackupError, Lineage};
use crate::store::last_backup::{LAST_BACKUP, LastBackup};
use crate::store::{PREFIX, Store, StoreError};

impl App {
    /// Everything as a backup that has been read back.
    ///
    /// # Errors
    /// Where the backup, read back, is not the book.
    pub fn backup(self) -> Result<String, BackupError> {
        let today = self.today.get_untracked();
        let aside = self.aside.get_untracked();
        self.with_data(|book| backup::write(book, |key| self.lineage(key), &aside, today))
    }

    /// Downloads a backup, and remembers that there is one.
    ///
    /// # Errors
    /// Where the backup, read back, is not the book.
    pub fn download_backup(self) -> Result<(), BackupError> {
        let json = self.backup()?;
        let name = format!("relance-{}.json", self.today.get_untracked());
        files::download(&name, "application/json", &json);
        self.remember_backup();
        Ok(())
    }

    /// Downloads a backup; where the data was not opened, or the backup read back is not the book, all there is, as it
    /// stands, rather than nothing.
    pub fn download_all(self) {
        let is_closed =
            matches!(self.obstacle.get_untracked(), Some(Obstacle::Unreadable | Obstacle::Locked));
        if is_closed || self.download_backup().is_err() {
            files::download("relance.json", "application/json", &self.rescue());
        }
    }

    /// Everything the browser holds of ours, as it stands there: for data that could not be opened.
    #[must_use]
    pub fn rescue(self) -> String {
        let keys = self.with_keeper(|keeper| {
            let names = keeper.store.keys().unwrap_or_default();
            let read = names.into_iter().filter_map(|name| {
                let value = keeper.store.read(&name).ok().flatten()?;
                Some((format!("{PREFIX}{name}"), value))
            });
            read.collect::<BTreeMap<_, _>>()
        });
        let keys = serde_json::to_string(&keys.unwrap_or_default()).unwrap_or_default();
        format!("{{\"format\":\"relance-rescue\",\"keys\":{keys}}}")
    }

    /// Where a record comes from.
    #[must_use]
    pub fn lineage(self, key: Key) -> Option<Lineage> {
        self.with_keeper(|keeper| {
            let meta = keeper.ledger.meta(key)?;
            Some(Lineage { changed: meta.changed, ancestors: meta.ancestors.clone() })
        })
        .flatten()
    }

    /// Remembers that all there is now is in a file elsewhere.
    pub fn remember_backup(self) {
        self.remember_backup_of(self.with_keeper(|keeper| keeper.ledger.seq()).unwrap_or_default());
    }

    /// Remembers that all there was after a change is in a file elsewhere.
    pub fn remember_backup_of(self, change: u64) {
        let last = self.with_keeper(|keeper| {
            let last = LastBackup { minutes: clock::minutes(), change };
            // A reminder that comes too early is no loss.
            let _ = keeper.store.write(LAST_BACKUP, &last.to_string());
            last
        });
        self.last_backup.set(last);
    }

    /// Reads the last backup's day again; none was made where there is none.
    pub(super) fn recall_backup(self) {
        let last = self.with_keeper(|keeper| {
            let text: Result<Option<String>, StoreError> = keeper.store.read(LAST_BACKUP);
            text.ok().flatten().and_then(|text| LastBackup::parse(&text))
        });
        self.last_backup.set(last.flatten());
    }

    /// When the first change was made that is in no backup, in minutes since 1970 (UTC); language and theme are none. Of
    /// very many changes only the last are known, and there is no first.
    #[must_use]
    pub fn unsaved_since(self) -> Option<u32> {
        let last = self.last_backup.get_untracked().map_or(0, |last| last.change);
        let first = self.with_keeper(|keeper| {
            let entries = keeper.ledger.history().entries();
            let first = entries.iter().find(|entry| last < entry.number && !entry.done.is_look());
            first.map(|entry| entry.minutes)
        });
        first.flatten()
    }

    /// Changes since the last backup; all there ever were where there is none.
    #[must_use]
    pub fn changes_since_backup(self) -> u64 {
        self.changes.get().saturating_sub(self.last_backup.get().map_or(0, |last| last.change))
    }
}
