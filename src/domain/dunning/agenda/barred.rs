//! What speaks against a reminder or a call about a case on a day: the ladder stands still, time that was granted runs, a
//! firmer word was said already. The list of the day proposes nothing of the kind; here it is said to whoever does it all the
//! same, and keeps an invoice out of a message about another.

use super::super::climb::Climb;
use super::{CaseFile, Claim, Hold, HoldCause, Look, NaiveDate, Setting, Step, next};

/// Why a step had better not be taken about a case now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bar {
    /// The ladder stands still.
    Held(Hold),
    /// The last message gave time until this day, or was sent a few days ago only.
    Soon(NaiveDate),
    /// A firmer step was taken already.
    Further(Step),
}

/// What speaks against a step about a case on the day of its claim; nothing where it is what comes next, or asks for nothing.
/// What a plan, a proceeding or a dispute holds back is said where those are.
#[must_use]
pub fn barred(case: &CaseFile, claim: &Claim, setting: Setting<'_>, step: Step) -> Option<Bar> {
    let is_reminder = step.needs_lateness() && step <= Step::FormalNotice;
    if !(is_reminder || step.is_call()) || claim.balance().is_zero() {
        return None;
    }
    let look = Look { case, claim, setting, today: claim.as_of };
    let action = next(case, claim, setting);
    if action.what.step() == Some(step) && action.day <= setting.policy.region.working_from(look.today) {
        return None;
    }
    if let Some(hold) = look.standing_still() {
        return Some(Bar::Held(hold));
    }
    let climb = Climb::without_rungs(case, claim, setting);
    let reached = climb.reached_in_writing().filter(|reached| step < *reached && is_reminder);
    reached.map(Bar::Further).or_else(|| {
        let floor = climb.floor_of_writing(step);
        (look.today < floor).then(|| Bar::Soon(floor.pred_opt().unwrap_or(floor)))
    })
}

impl Look<'_> {
    /// What makes the ladder stand still by the client’s word, an offer, a pause, a platform, or a formal notice.
    fn standing_still(&self) -> Option<Hold> {
        let actions = [self.life_cycle(), self.paused(), self.held(), self.notice()];
        let holds = actions.into_iter().flatten().filter_map(|action| action.hold);
        let mut holds = holds.filter(|hold| {
            let is_here = matches!(
                hold.cause,
                HoldCause::Promise
                    | HoldCause::Pause(_)
                    | HoldCause::LifeCycle(_)
                    | HoldCause::SaysPaid
                    | HoldCause::Notice
                    | HoldCause::PlanProposed
                    | HoldCause::Offer
            );
            is_here && hold.until.is_none_or(|until| self.today <= until)
        });
        holds.next()
    }
}
