//! What a dispute asks for: its answer, its meeting, what was promised about it. About all that is unpaid it holds the
//! ladder; about a part it comes before the ladder where its day is near, and the rest goes on being reminded of. A formal
//! notice about that rest, and a way out of it, wait for the answer and for a meeting that is agreed.

use super::{
    ANSWER_DAYS, Action, Amount, CaseFile, CircumstanceKind, Claim, DISPUTE_DAYS, DisputeCause, Event,
    HoldCause, Look, NaiveDate, Step, What, Why, dates, held,
};
use crate::domain::dispute::{DisputeLife, DisputeStep, Side};

/// It leaves the amicable way: what was agreed to be talked about is talked about first.
fn escalates(action: &Action) -> bool {
    matches!(action.what, What::Climb(Step::FormalNotice) | What::Decide)
}

/// What last answered a dispute that began on a day: an offer to meet or to settle, what was agreed, a corrected invoice.
#[must_use]
pub fn dispute_answered(case: &CaseFile, on: NaiveDate, today: NaiveDate) -> Option<&Event> {
    let answers = |step| matches!(step, Step::Meeting | Step::Correction | Step::Offer | Step::Agreed);
    let sent = case.events.iter().filter(|event| on <= event.date && event.date <= today);
    sent.filter(|event| answers(event.step)).max_by_key(|event| (event.date, event.id))
}

/// What the open dispute itself comes to next, whatever is asked for meanwhile about what nobody contests.
#[must_use]
pub fn contested_next(case: &CaseFile, claim: &Claim) -> Option<Why> {
    let today = claim.as_of;
    let dispute = case.open_dispute(today)?;
    let CircumstanceKind::Dispute { cause, answer_by, life, .. } = &dispute.kind else { return None };
    if let Some(step) = life.next(today) {
        return Some(why(&step));
    }
    let amount = case.disputed(claim);
    let answered = dispute_answered(case, dispute.date, today).map(|event| event.date);
    let whole = amount == claim.principal_left;
    Some(Why::Disputed { cause: *cause, amount, whole, answer_by: *answer_by, answered })
}

/// A part of what is unpaid that is contested, while the rest is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContestedPart {
    /// How much.
    pub amount: Amount,
    /// Day by which to answer.
    pub answer_by: NaiveDate,
    /// Day it was answered, where it was.
    pub answered: Option<NaiveDate>,
}

/// What is contested of a case, where that is a part of what is unpaid.
#[must_use]
pub fn contested_part(case: &CaseFile, claim: &Claim) -> Option<ContestedPart> {
    let amount = case.disputed(claim);
    let dispute = case.open_dispute(claim.as_of)?;
    let CircumstanceKind::Dispute { answer_by, .. } = dispute.kind else { return None };
    let answered = dispute_answered(case, dispute.date, claim.as_of).map(|event| event.date);
    let is_part = amount.is_positive() && amount < claim.principal_left;
    is_part.then_some(ContestedPart { amount, answer_by, answered })
}

fn why(step: &DisputeStep<'_>) -> Why {
    match step {
        DisputeStep::Commitment(one) => {
            Why::Committed { side: one.side, what: one.what.clone(), by: one.date }
        }
        DisputeStep::Meeting(meeting) => {
            Why::Meeting { day: meeting.day, time: meeting.time, place: meeting.place.clone() }
        }
        DisputeStep::Minutes(meeting) => Why::MeetingHeld { day: meeting.day },
    }
}

impl Look<'_> {
    pub(super) fn disputed(&self) -> Option<Action> {
        let amount = self.case.disputed(self.claim);
        let dispute = self.case.open_dispute(self.today)?;
        let CircumstanceKind::Dispute { cause, answer_by, life, .. } = &dispute.kind else { return None };
        if amount.is_zero() {
            return None;
        }
        let (on, cause, answer_by) = (dispute.date, *cause, *answer_by);
        let whole = amount == self.claim.principal_left;
        let live = self.live(life);
        if let Some(action) = live.clone().filter(|action| action.is_due(self.today)) {
            return Some(if whole { held(action, HoldCause::Dispute, None) } else { action });
        }
        if whole {
            // What was promised, or the meeting, is the answer: what comes next is its day.
            return Some(match live {
                Some(action) if self.dispute_answered(on).is_some() || life.meeting.is_some() => {
                    held(action, HoldCause::Dispute, None)
                }
                _ => self.answer_dispute(on, cause, amount, answer_by),
            });
        }
        // The rest goes on being chased, up to where it becomes a matter of courts.
        let ladder = self.notice().unwrap_or_else(|| self.ladder(self.today));
        if let Some(action) = live.filter(|action| action.day <= ladder.day) {
            let meets = self.case.meeting_to_come(self.today).is_some();
            return Some(if meets && escalates(&ladder) {
                held(action, HoldCause::Meeting, None)
            } else {
                action
            });
        }
        if self.dispute_answered(on).is_some() || life.meeting.is_some() {
            return None;
        }
        // The answer comes first where its day is near, where the ladder leaves time for it, and before the matter gets harder.
        let soon = answer_by <= dates::add_days(self.today, DISPUTE_DAYS);
        (soon || self.today < ladder.day || escalates(&ladder)).then(|| {
            let mut action = self.answer_dispute(on, cause, amount, answer_by);
            action.hold = None;
            action
        })
    }

    /// What a dispute asks for under a signed plan, on its own days: its meeting, what was promised, the answer once its day
    /// is near.
    pub(super) fn dispute_beside(&self) -> Option<Action> {
        let amount = self.case.disputed(self.claim);
        let dispute = self.case.open_dispute(self.today).filter(|_| amount.is_positive())?;
        let CircumstanceKind::Dispute { cause, answer_by, life, .. } = &dispute.kind else { return None };
        let live = self.live(life).filter(|action| action.is_due(self.today));
        let is_near = *answer_by <= dates::add_days(self.today, DISPUTE_DAYS);
        let wants_answer = is_near && life.meeting.is_none() && self.dispute_answered(dispute.date).is_none();
        let answer = || {
            let action = self.answer_dispute(dispute.date, *cause, amount, *answer_by);
            wants_answer.then_some(action)
        };
        Some(held(live.or_else(answer)?, HoldCause::Plan, None))
    }

    /// What a truce comes to, or what a dispute asks for on its own day meanwhile: its meeting, its minutes, what was promised.
    pub(super) fn or_dispute(&self, truce: Action) -> Action {
        let dispute = self.case.open_dispute(self.today).filter(|_| !truce.is_due(self.today));
        let live = dispute.and_then(|dispute| self.live(dispute.life()?));
        match live.filter(|action| action.is_due(self.today)) {
            Some(action) => Action { hold: truce.hold, ..action },
            None => truce,
        }
    }

    /// A dispute about a part asks for something of its own, or has a day to come: the way out of the rest waits for it.
    pub(super) fn is_partly_disputed(&self) -> bool {
        let amount = self.case.disputed(self.claim);
        let Some(dispute) = self.case.open_dispute(self.today).filter(|_| amount.is_positive()) else {
            return false;
        };
        let is_live = dispute.life().is_some_and(|life| life.next(self.today).is_some());
        amount < self.claim.principal_left && (is_live || self.dispute_answered(dispute.date).is_none())
    }

    /// What a dispute asks for by its own dates.
    fn live(&self, life: &DisputeLife) -> Option<Action> {
        let step = life.next(self.today)?;
        let why = why(&step);
        Some(match step {
            DisputeStep::Commitment(one) => self.starting(one.date, What::KeepCommitment, why),
            // On its very day, be that a holiday: it was agreed.
            DisputeStep::Meeting(meeting) => {
                Action { day: meeting.day.max(self.today), ..self.starting(meeting.day, What::Meet, why) }
            }
            DisputeStep::Minutes(_) => self.now(What::WriteMinutes, why),
        })
    }

    /// An action, or what was promised about a dispute that is over, whichever comes first: what the user promised and has not
    /// done comes before asking for money, all else that was promised only where nothing else is to be done by then.
    pub(super) fn with_promises(&self, action: Action) -> Action {
        let left = self.case.left_commitments(self.today).map(|(_, one)| one);
        let Some(one) = left.min_by_key(|one| (one.date, one.id)) else { return action };
        let why = Why::Committed { side: one.side, what: one.what.clone(), by: one.date };
        let kept = Action { hold: action.hold, ..self.starting(one.date, What::KeepCommitment, why) };
        let owes_it = one.side == Side::Ours && one.is_late(self.today);
        let is_idle = matches!(action.what, What::Nothing | What::Thank);
        let waits = !action.what.is_work() && kept.day <= action.day;
        if owes_it || is_idle || waits || kept.day < action.day { kept } else { action }
    }

    pub(super) fn dispute_answered(&self, on: NaiveDate) -> Option<&Event> {
        dispute_answered(self.case, on, self.today)
    }

    pub(super) fn answer_dispute(
        &self,
        on: NaiveDate,
        cause: DisputeCause,
        amount: Amount,
        answer_by: NaiveDate,
    ) -> Action {
        let answer = self.dispute_answered(on);
        let whole = amount == self.claim.principal_left;
        let answered = answer.map(|event| event.date);
        let why = Why::Disputed { cause, amount, whole, answer_by, answered };
        match answer {
            None => {
                let mut action = self.now(What::AnswerDispute, why);
                action.until = Some(answer_by);
                held(action, HoldCause::Dispute, None)
            }
            Some(event) if self.today <= event.deadline.max(dates::add_days(event.date, ANSWER_DAYS)) => {
                let day = dates::next_day(event.deadline.max(dates::add_days(event.date, ANSWER_DAYS)));
                held(self.starting(day, What::LookAgain, why), HoldCause::Dispute, None)
            }
            Some(event) => held(self.look_again(event.date, why), HoldCause::Dispute, None),
        }
    }
}
