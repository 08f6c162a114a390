//! What is known of how safe the data is, for the screens that say so.

use crate::browser::folder::FolderError;
use crate::store::open::Mended;

/// What is known of how safe the data is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Safety {
    /// What is said to be saved survives even if the browser is killed at once.
    pub is_durable: bool,
    /// What was mended when the book was opened.
    pub mended: Mended,
    /// Branches of changes that the data went on without, kept until the user has seen them.
    pub missed: usize,
    /// The data at rest is under a passphrase.
    pub is_sealed: bool,
    /// The data is under a passphrase whose key is gone: nothing opens it any more.
    pub is_key_lost: bool,
    /// Whether the browser keeps the data until the user erases it; none where it does not say.
    pub persisted: Option<bool>,
    /// The folder that copies go to.
    pub copies: Copies,
    /// UTF-16 units that other pages of this address take of the room they share with ours.
    pub others: usize,
    /// When the last copy got there, in minutes since 1970 (UTC).
    pub copied: Option<u32>,
}

/// The folder that copies go to by themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Copies {
    /// This browser cannot give us one, or cannot keep it.
    #[default]
    Impossible,
    /// None was chosen.
    None,
    /// The one of this name was chosen; the user must allow it again.
    Waiting(String),
    /// Copies go to the one of this name.
    On(String),
    /// Copies should go to the one of this name, and the last one did not get there.
    Failed(String, FolderError),
}
