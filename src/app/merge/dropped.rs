//! What was changed here and could not be saved, because another tab changed the same before.

use super::{FieldConflict, Pending, differences};
use crate::app::effect::Done;
use crate::app::update::Refusal;

/// A waiting change that what another tab wrote stands against: it is shown, with all that was entered, and not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// What it was to do.
    pub done: Done,
    /// What it was about, in the user's words.
    pub about: String,
    /// Why it can no longer be done.
    pub refusal: Refusal,
    /// What was entered, by field: `mine` is what the record would have had, `theirs` what it had before.
    pub entered: Vec<FieldConflict>,
}

impl Dropped {
    /// Of a change that waits.
    #[must_use]
    pub fn of(pending: &Pending, about: String, refusal: Refusal) -> Self {
        let edits = pending.change.edits.iter();
        let fields = edits.flat_map(|edit| differences(edit.before.as_ref(), edit.after.as_ref()));
        // What was taken out was not entered.
        let entered = fields.filter(|field| !field.mine.is_empty()).collect();
        Self { done: pending.change.done, about, refusal, entered }
    }
}
