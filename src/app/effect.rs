//! Effects: what the outside must do after a command. Values, so that commands are tested without a browser.

use serde::{Deserialize, Serialize};

use super::record::{Key, Record};
use super::route::Route;
use crate::domain::movement::MovementKind;

/// One record before and after a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Which record.
    pub key: Key,
    /// As it was; none where it is new.
    pub before: Option<Record>,
    /// As it is; none where it was deleted.
    pub after: Option<Record>,
}

/// All records one command changed, with what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happened, for the line that says so.
    pub done: Done,
    /// The records.
    pub edits: Vec<Edit>,
}

/// What a command did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Done {
    /// The user's own details were saved.
    ProfileSaved,
    /// Language or theme was set: no line needed.
    SettingsSaved,
    /// A client was added or changed.
    ClientSaved,
    /// A client was deleted.
    ClientDeleted,
    /// An invoice was added.
    InvoiceAdded,
    /// An invoice was corrected.
    InvoiceSaved,
    /// An invoice and its case were deleted.
    InvoiceDeleted,
    /// A movement was noted.
    MovementAdded(MovementKind),
    /// One payment was noted on several invoices.
    PaymentsAdded,
    /// An act was noted.
    ActAdded,
    /// An act was deleted.
    ActDeleted,
    /// Rates were corrected, or a table imported or put away.
    RatesSaved,
    /// A movement was deleted.
    MovementDeleted,
    /// A sending was recorded.
    SendingRecorded,
    /// The day a sending was received was recorded.
    ReceiptRecorded,
    /// A sending was deleted.
    SendingDeleted,
    /// A backup took the place of the book.
    Restored,
    /// A change was taken back.
    Undone,
}

impl Done {
    pub fn is_final(self) -> bool {
        false
    }

    /// How its records were is kept, so that it can be taken back.
    #[must_use]
    pub fn keeps_past(self) -> bool {
        !self.is_final()
    }
}

/// Something for the outside to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write these records, say what was done, offer to undo it.
    Save(Change),
    /// Show this screen.
    Open(Route),
}
