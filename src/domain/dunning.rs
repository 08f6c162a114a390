//! Dunning (*relance*): the ladder of steps from the first courtesy to the formal notice, and how the user wants it climbed.
//! Pure: every day is a parameter, and the same facts give the same next step.
//!
//! | module | what it knows |
//! |---|---|
//! | [`ladder`] | which step comes how many days after the due date |
//! | [`policy`] | what the user decided for all clients: ladder, speed, budget, hours, region |
//! | [`action`], [`what`], [`why`] | what a case asks to be done, from when, and why |
//! | [`agenda`] | the next action of a case, and every step that is left for it |
//! | [`climb`] | which rung comes next and when: both clocks, fairness, steps missed |
//! | [`person`] | whom a step is for, how, and who is next one up |
//! | [`conduct`] | what speaks against a contact now |
//! | [`hours`] | when clients may be called |
//! | [`priority`] | what is done first |
//! | [`status`] | what the statuses of an e-invoice do, one row a status |
//! | [`watch`] | a case that is followed up every day, and what stops that |
//! | [`withheld`] | why a claim is not asked for as a whole |
//! | [`habits`] | how a client keeps its word and pays |

pub mod action;
pub mod agenda;
pub mod climb;
pub mod conduct;
pub mod deadline;
pub mod given;
pub mod habits;
pub mod hours;
pub mod ladder;
pub mod person;
pub mod policy;
pub mod priority;
pub mod status;
pub mod watch;
pub mod what;
pub mod why;
pub mod withheld;
mod word;

use serde::{Deserialize, Serialize};

pub use action::{Action, Hold, HoldCause};
pub use agenda::{
    Bar, ContestedPart, Setting, applies, barred, contested_next, contested_part, dispute_answered, engaged,
    may_join, next, plan, unanswered,
};
pub use hours::{CallHours, call_hours};
pub use ladder::{Ladder, Rung, Speed};
pub use policy::Policy;
pub use what::What;
pub use why::{Due, Promised, Why};
pub use word::promises_within;

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
