//! Who wrote a text to the client in the creditor’s name: whoever uses this program, or somebody asked to.

use serde::{Deserialize, Serialize};

/// Who wrote it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Author {
    /// The creditor.
    #[default]
    Own,
    /// A lawyer or another adviser (*conseil*).
    Counsel,
    /// A judicial officer (*commissaire de justice*).
    Officer,
}

impl Author {
    /// Everyone, in the order a form offers them.
    pub const ALL: [Self; 3] = [Self::Own, Self::Counsel, Self::Officer];

    /// The creditor wrote it.
    #[must_use]
    pub fn is_own(&self) -> bool {
        *self == Self::Own
    }
}
