//! Actions: what one case asks the user to do ([`super::what`]), from which day, and why ([`super::why`]). Values only;
//! [`super::agenda`] finds them.

use chrono::NaiveDate;

use super::super::circumstance::PauseCause;
use super::super::contact::Role;
use super::super::event::{Channel, Step};
use super::super::proceeding::ProceedingKind;
use super::priority::Urgency;
use super::status::{Effect, effect};
use super::what::What;
use super::why::Why;
use crate::base::dates::{add_days, next_day};

/// Days before a deadline of procedure from which it comes before all else.
const NEAR_DAYS: u32 = 21;

/// Why the ladder stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HoldCause {
    /// A promise is running.
    Promise,
    /// A pause.
    Pause(PauseCause),
    /// All that is unpaid is contested.
    Dispute,
    /// A meeting about a part is agreed: a formal notice about the rest, and a way out of it, wait for that.
    Meeting,
    /// An official e-invoice life-cycle code.
    LifeCycle(u16),
    /// The client says it is paid.
    SaysPaid,
    /// A formal notice is running.
    Notice,
    /// Insolvency proceedings.
    Insolvency,
    /// In court, or being enforced.
    Court,
    /// Handed over, sold, given up, or in a procedure.
    Proceeding(ProceedingKind),
    /// A signed payment plan.
    Plan,
    /// A payment plan that was proposed.
    PlanProposed,
    /// An offer that may still be taken up, or was.
    Offer,
}

impl HoldCause {
    /// Others decide about it, or it is another’s claim.
    #[must_use]
    pub fn is_for_others(self) -> bool {
        match self {
            Self::Insolvency | Self::Court | Self::Proceeding(_) => true,
            Self::LifeCycle(code) => effect(code) == Effect::NotOurs,
            _ => false,
        }
    }
}

/// What keeps the ladder from being climbed, until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Hold {
    /// Why.
    pub cause: HoldCause,
    /// Last day of it, as far as is known; none where only an act of the user's ends it.
    pub until: Option<NaiveDate>,
}

/// The next action of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// What.
    pub what: What,
    /// First day on which it may be done: today or later, always a working day.
    pub day: NaiveDate,
    /// Last day on which it is of use, where there is one.
    pub until: Option<NaiveDate>,
    /// How, as a suggestion.
    pub channel: Channel,
    /// With whom; the general contact where none.
    pub role: Option<Role>,
    /// Why.
    pub why: Why,
    /// Steps of the ladder that are passed over, because their time is over.
    pub skipped: Vec<Step>,
    /// What keeps the ladder from being climbed meanwhile.
    pub hold: Option<Hold>,
}

impl Action {
    /// It leaves what nobody contests to be asked for meanwhile.
    #[must_use]
    pub fn leaves_the_rest(&self) -> bool {
        let is_free = self.hold.is_none_or(|hold| hold.cause == HoldCause::Meeting);
        is_free
            && matches!(
                self.what,
                What::AnswerDispute
                    | What::Meet
                    | What::WriteMinutes
                    | What::KeepCommitment
                    | What::Climb(_)
                    | What::Answer(_)
                    | What::CallBack
                    | What::FollowUp
                    | What::Recap
                    | What::RecallPromise
                    | What::LookAgain
            )
    }

    /// It may be done on a day.
    #[must_use]
    pub fn is_due(&self, today: NaiveDate) -> bool {
        self.day <= today && self.what != What::Nothing
    }

    /// How pressing it is on a day.
    #[must_use]
    pub fn urgency(&self, today: NaiveDate) -> Urgency {
        match self.what {
            What::LodgeClaim => Urgency::Critical,
            What::Proceed(_) if self.until.is_some_and(|until| until <= add_days(today, NEAR_DAYS)) => {
                Urgency::Critical
            }
            What::Proceed(task) if !task.is_wait() => Urgency::Pressing,
            What::AnswerDispute if self.until.is_some_and(|until| until <= next_day(today)) => {
                Urgency::Critical
            }
            What::Recap
            | What::RecallPromise
            | What::CheckPromise
            | What::CheckPayment
            | What::RecordPayment
            | What::NoteCredit
            | What::CheckInstalment
            | What::RecallInstalment
            | What::NoteReceipt
            | What::EndPlan
            | What::CallBack
            | What::FollowUp
            | What::WatchBank
            | What::AnswerDispute
            | What::CheckOffer
            | What::CloseOffer
            | What::KeepOffer
            | What::Meet
            | What::WriteMinutes
            | What::KeepCommitment
            | What::Decide => Urgency::Pressing,
            _ => Urgency::Usual,
        }
    }
}
