//! A backup beside the data: compared, and joined with it or put in its place.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::super::state::{App, Say};
use super::Keeper;
use crate::app::command::Command;
use crate::app::record::{Key, Record};
use crate::app::update::Refusal;
use crate::store::backup::compare::{Choice, Comparison, Row, compare, merge_records};
use crate::store::backup::{self, Backup, BackupError};
use crate::store::open::{Aside, forget_aside, places_of, set_aside};

impl App {
    /// Reads and checks a backup. The records of a rescue file are as this browser held them, and read as it reads them.
    ///
    /// # Errors
    /// As [`BackupError`] says.
    pub fn read_backup(self, json: &str) -> Result<Backup, BackupError> {
        backup::read_with(json, &|key, raw| {
            let decoded = self.with_keeper(|keeper| keeper.ledger.codec().decode(key, raw).ok());
            decoded.flatten().map(|stored| stored.json)
        })
    }

    /// A backup beside the data.
    #[must_use]
    pub fn compare(self, backup: &Backup) -> Comparison {
        self.with_data(|book| compare(book, |key| self.lineage(key), backup))
    }

    /// An earlier version of a record here with one of these fingerprints, the best first.
    #[must_use]
    pub fn earlier(self, key: Key, versions: &[u32]) -> Option<Record> {
        let name = key.to_string();
        self.with_keeper(|keeper| {
            let edits = keeper.ledger.history().entries().iter().flat_map(|entry| &entry.edits);
            let known = edits.filter(|past| past.key == name).filter_map(|past| past.before.as_ref());
            let ranked = known.filter_map(|before| {
                let fingerprint = crate::store::codec::fingerprint(before.json.get());
                Some((versions.iter().position(|version| *version == fingerprint)?, before))
            });
            let (_, best) = ranked.min_by_key(|(rank, _)| *rank)?;
            serde_json::from_str(best.json.get()).ok()
        })
        .flatten()
    }

    /// Joins a backup with the data; `choice` says what becomes of a record that both changed.
    ///
    /// # Errors
    /// The refusal, which is also said at the bottom of the screen.
    pub fn merge(
        self,
        backup: &Backup,
        comparison: &Comparison,
        choice: impl Fn(&Row) -> Choice,
    ) -> Result<(), Refusal> {
        let records = merge_records(comparison, choice, |key, versions| self.earlier(key, versions));
        let keys: BTreeSet<Key> = records.iter().map(Record::key).collect();
        let rows = comparison.rows.iter().filter(|row| keys.contains(&row.key));
        let files: BTreeMap<Key, &Record> = backup.records.iter().map(|file| (file.key(), file)).collect();
        // Once joined, the versions of the file are ancestors of the record here.
        let versions = rows.map(|row| {
            let file = row.file_key.and_then(|key| files.get(&key));
            (row.key, file.map(|file| backup.versions(file)).unwrap_or_default())
        });
        let versions = versions.collect();
        if !records.is_empty() {
            self.carry_out_with(Command::Merge(records), None, versions)?;
        }
        self.take_aside(backup.aside.clone());
        Ok(())
    }

    /// Puts a backup in the place of the data.
    ///
    /// # Errors
    /// The refusal, which is also said at the bottom of the screen.
    pub fn restore(self, backup: &Backup) -> Result<(), Refusal> {
        let lineage = backup.lineage.iter().map(|(key, lineage)| (*key, lineage.ancestors.clone())).collect();
        self.carry_out_with(Command::Restore(backup.records.clone()), None, lineage)?;
        self.take_aside(backup.aside.clone());
        self.forget_drafts();
        Ok(())
    }

    /// Forgets for good what could not be read: this piece, or all of them.
    pub fn forget_aside(self, piece: Option<&Aside>) {
        if self.is_read_only() {
            self.say(Say::Refused(Refusal::OnlyShown), None);
            return;
        }
        let pieces = self.aside.get_untracked();
        let goes = pieces.iter().filter(|known| piece.is_none_or(|piece| piece == *known));
        let gone: Vec<&Aside> = goes
            .filter(|aside| {
                let forget =
                    |keeper: &mut Keeper| forget_aside(&mut keeper.store, &mut keeper.ledger, aside).is_ok();
                self.with_keeper(forget) == Some(true)
            })
            .collect();
        let is_all =
            pieces.iter().all(|known| piece.is_some_and(|piece| piece != known) || gone.contains(&known));
        self.aside.set(pieces.iter().filter(|known| !gone.contains(known)).cloned().collect());
        self.count_room();
        if !is_all {
            self.say(Say::Refused(Refusal::NotWritten), None);
        }
    }

    /// Another tab forgot some of what could not be read.
    pub(super) fn recall_aside(self) {
        let is_kept = |aside: &Aside| {
            // A store that cannot be read says nothing of it.
            self.with_keeper(|keeper| places_of(&keeper.store, aside) != Ok(Vec::new())).unwrap_or(true)
        };
        let pieces = self.aside.get_untracked();
        let kept: Vec<Aside> = pieces.iter().filter(|aside| is_kept(aside)).cloned().collect();
        if kept.len() < pieces.len() {
            self.aside.set(kept);
        }
    }

    /// What a backup could not read is set aside here too, beside what is already.
    fn take_aside(self, pieces: Vec<Aside>) {
        for aside in pieces {
            let is_known = self.aside.with_untracked(|known| known.contains(&aside));
            if !is_known {
                self.with_keeper(|keeper| set_aside(&mut keeper.store, &aside.key, &aside.raw));
                self.aside.update(|known| known.push(aside));
            }
        }
    }
}
