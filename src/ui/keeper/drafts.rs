//! Forms left half typed, kept beside the records: a convenience, sealed as they are.

use super::super::state::App;
use crate::app::record::Key;
use crate::store::codec::Meta;
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

    /// Forgets the drafts of a kind, by the start of their names.
    fn forget_drafts_under(self, start: &str) {
        self.with_keeper(|keeper| {
            for key in keeper.store.keys().unwrap_or_default() {
                if key.strip_prefix(DRAFT).is_some_and(|name| name.starts_with(start)) {
                    // As in keep_draft: a convenience beside the records.
                    let _ = keeper.store.remove(&key);
                }
            }
        });
    }

    /// Forgets what was half typed about a record that is gone: its number may be given to another.
    pub(super) fn forget_drafts_of(self, key: Key) {
        if let Key::Case(id) = key {
            self.forget_drafts_under(&format!("text/{id}/"));
        }
        let names = match key {
            Key::Case(id) => vec![
                format!("invoice/{id}"),
                format!("movement/{id}"),
                format!("act/{id}"),
                format!("plan/{id}"),
                format!("cost/{id}"),
                format!("confirm/{id}"),
                format!("outlook/{id}"),
                format!("proof/{id}"),
            ],
            Key::Client(id) => {
                vec![format!("client-{id}"), format!("missing/{id}"), format!("payments/{id}")]
            }
            Key::Profile
            | Key::Settings
            | Key::Rates
            | Key::Policy
            | Key::Templates
            | Key::Unbilled
            | Key::Stationery
            | Key::Assumptions
            | Key::Plan(_)
            | Key::Trash(_) => Vec::new(),
        };
        for name in names {
            self.keep_draft(&name, None);
        }
    }
}
