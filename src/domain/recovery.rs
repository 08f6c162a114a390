//! Recovery (*recouvrement*): the ways out of an unpaid claim, compared for this claim (COST-2). Conditions come from the
//! case, figures from `facts.json` and from what the user assumes; what comes out is a net sum to expect with its range, the
//! chance at which a way pays for itself, and one advice that says on what it turns.
//!
//! Nothing here decides: chances are assumptions, and are called that wherever they are shown. The advice never spends more
//! than can be recovered, nor beyond the stop line the user drew.

mod advice;
mod ageing;
mod chance;
mod condition;
mod fact_file;
mod obstacle;
mod officer;
mod outlook;
mod prospect;
mod route;
mod situation;
mod title;

pub use advice::{Advice, Beyond, Turn, advice, beyond};
pub use ageing::Ageing;
pub use chance::{Chance, ChanceFact, ChancePart};
pub use condition::{
    Answer, Availability, Condition, Finding, european_small_claim, findings, is_small_together,
};
pub use fact_file::{Expense, ExpenseName, FactFile, Gather, QuotedShare, RouteFacts, Source};
pub use obstacle::{Obstacle, obstacles};
pub use outlook::Outlook;
pub use prospect::{Prospect, Range, prospects};
pub use route::{Nature, Quoted, RecoveryRoute};
pub use situation::{Contact, Notice, Situation};
pub use title::Title;
