//! Dunning (*relance*): the ladder of steps from the first courtesy to the formal notice, and how the user wants it climbed.
//! Pure: every day is a parameter, and the same facts give the same next step.
//!
//! | module | what it knows |
//! |---|---|
//! | [`ladder`] | which step comes how many days after the due date |
//! | [`policy`] | what the user decided for all clients: ladder, speed, budget, hours, region |

pub mod ladder;
pub mod policy;

use serde::{Deserialize, Serialize};

pub use ladder::{Ladder, Rung, Speed};
pub use policy::Policy;

/// How one client or one invoice is chased, where that is not as for all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pace {
    /// Its own speed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speed: Option<Speed>,
    /// Its own ladder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ladder: Option<Ladder>,
}

impl Pace {
    /// It is chased as all are.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
