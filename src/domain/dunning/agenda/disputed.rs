//! What a dispute asks for: its answer, its meeting, what was promised about it. About all that is unpaid it holds the
//! ladder; about a part it comes before the ladder where its day is near, and the rest goes on being chased.

use super::{
    ANSWER_DAYS, Action, Amount, CircumstanceKind, DISPUTE_DAYS, DisputeCause, Event, HoldCause, Look,
    NaiveDate, Step, What, Why, dates, held,
};
use crate::domain::dispute::{DisputeLife, DisputeStep, Side};

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
        if self.dispute_answered(on).is_some() || life.meeting.is_some() {
            return None;
        }
        // The rest goes on being chased; the answer comes first where its day is near or the ladder leaves time for it.
        let ladder = self.notice().unwrap_or_else(|| self.ladder(self.today));
        let soon = answer_by <= dates::add_days(self.today, DISPUTE_DAYS);
        (soon || self.today < ladder.day).then(|| {
            let mut action = self.answer_dispute(on, cause, amount, answer_by);
            action.hold = None;
            action
        })
    }

    /// What a dispute asks for by its own dates.
    fn live(&self, life: &DisputeLife) -> Option<Action> {
        Some(match life.next(self.today)? {
            DisputeStep::Commitment(one) => {
                let why = Why::Committed { side: one.side, what: one.what.clone(), by: one.date };
                self.starting(one.date, What::KeepCommitment, why)
            }
            DisputeStep::Meeting(meeting) => {
                let why = Why::Meeting { day: meeting.day, time: meeting.time, place: meeting.place.clone() };
                // On its very day, be that a holiday: it was agreed.
                Action { day: meeting.day.max(self.today), ..self.starting(meeting.day, What::Meet, why) }
            }
            DisputeStep::Minutes(meeting) => {
                self.now(What::WriteMinutes, Why::MeetingHeld { day: meeting.day })
            }
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

    /// An offer to meet or to settle, what was agreed, or a corrected invoice, since it was contested.
    pub(super) fn dispute_answered(&self, on: NaiveDate) -> Option<&Event> {
        let answers = |step| matches!(step, Step::Meeting | Step::Correction | Step::Offer | Step::Agreed);
        self.sent_since(on, answers)
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
