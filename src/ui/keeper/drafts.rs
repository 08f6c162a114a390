//! Forms left half typed, kept beside the records: a convenience, sealed as they are.

use std::collections::BTreeSet;

use super::super::state::App;
use crate::app::record::Key;
use crate::store::codec::Meta;
use crate::store::draft::going_with;
use crate::store::{DRAFT, Store};

impl App {
    /// A form left half typed, as it was kept.
    #[must_use]
    pub fn draft(self, name: &str) -> Option<String> {
        if self.is_beside_archive() {
            return None;
        }
        self.with_keeper(|keeper| {
            let key = format!("{DRAFT}{name}");
            let text = keeper.store.read(&key).ok().flatten()?;
            keeper.ledger.codec().decode(&key, &text).ok().map(|stored| stored.json)
        })
        .flatten()
    }

    /// Keeps a form half typed, or forgets it. What cannot be kept stays in the form.
    pub fn keep_draft(self, name: &str, draft: Option<&str>) {
        if self.is_read_only() {
            // Nothing typed there can become a record; and a draft here is of the data, not of what is shown.
            return;
        }
        self.with_keeper(|keeper| {
            let key = format!("{DRAFT}{name}");
            // A draft is a convenience beside the records; a failure here is not one of saving.
            let _ = match draft {
                Some(draft) => {
                    let text = keeper.ledger.codec().encode(&key, &Meta::default(), draft);
                    keeper.store.write(&key, &text)
                }
                None => keeper.store.remove(&key),
            };
        });
    }

    /// Forgets every form left half typed: after a restore, its client or invoice may be another's.
    pub(super) fn forget_drafts(self) {
        self.with_keeper(|keeper| {
            for key in keeper.store.keys().unwrap_or_default() {
                if key.starts_with(DRAFT) {
                    // As in keep_draft: a convenience beside the records.
                    let _ = keeper.store.remove(&key);
                }
            }
        });
    }

    /// Forgets what was half typed about records that are gone: their numbers may be given to others.
    pub(super) fn forget_drafts_of(self, gone: &BTreeSet<Key>) {
        if gone.is_empty() {
            return;
        }
        self.with_keeper(|keeper| {
            for key in going_with(gone, keeper.store.keys().unwrap_or_default()) {
                // As in keep_draft: a convenience beside the records.
                let _ = keeper.store.remove(&key);
            }
        });
    }
}
