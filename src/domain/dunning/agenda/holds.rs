//! What makes the ladder stand still for a while: pauses, promises, disputes, a payment that is said to be on its way, a
//! signed plan. And what ends such a truce.

use super::{
    ANSWER_DAYS, ActKind, Action, Amount, Circumstance, CircumstanceKind, DISPUTE_DAYS, DisputeCause, Event,
    GRACE_DAYS, HoldCause, LOOK_DAYS, Look, NaiveDate, Outcome, PauseCause, Promised, REASON_DAYS,
    SAID_PAID_DAYS, Step, What, Why, Word, dates, held, last_act, outcome, word,
};

impl Look<'_> {
    /// Dispute, pause, promises, plan: what makes the ladder stand still, and what ends a truce.
    pub(super) fn held(&self) -> Option<Action> {
        if let Some(action) = self.agreed() {
            return Some(action);
        }
        let pause =
            self.case.open_circumstances(self.today).filter_map(pause).max_by_key(|(until, _)| *until);
        if let Some((until, cause)) = pause {
            let action = self.after(dates::next_day(until));
            return Some(held(action, HoldCause::Pause(cause), Some(until)));
        }
        match word(self.case, self.today) {
            Some(Word::Broken(promised)) => {
                return Some(self.now(What::RecallPromise, Why::PromiseBroken(promised)));
            }
            Some(Word::Running(promised)) => return Some(self.promised(promised)),
            None => {}
        }
        if let Some(action) = self.disputed() {
            return Some(action);
        }
        self.says_paid().or_else(|| self.proposed()).or_else(|| self.planned())
    }

    /// What comes once a truce is over.
    pub(super) fn after(&self, day: NaiveDate) -> Action {
        let from = day.max(self.today);
        let action = self.penalties_from(from).or_else(|| self.notice_from(from));
        action.unwrap_or_else(|| self.ladder(from))
    }

    pub(super) fn promised(&self, promised: Promised) -> Action {
        let until = dates::add_days(promised.by, GRACE_DAYS);
        let action = self.check_bank(promised.by, What::CheckPromise, Why::Promised(promised));
        held(action, HoldCause::Promise, Some(until))
    }

    pub(super) fn disputed(&self) -> Option<Action> {
        let amount = self.case.disputed(self.claim);
        let (on, (cause, answer_by)) = self.last_open(|kind| match kind {
            CircumstanceKind::Dispute { cause, answer_by, .. } => Some((*cause, *answer_by)),
            _ => None,
        })?;
        if amount.is_zero() {
            return None;
        }
        if amount == self.claim.principal_left {
            return Some(self.answer_dispute(on, cause, amount, answer_by));
        }
        if self.dispute_answered(on).is_some() {
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

    /// An offer to meet, or a corrected invoice, since it was contested.
    pub(super) fn dispute_answered(&self, on: NaiveDate) -> Option<&Event> {
        self.sent_since(on, |step| matches!(step, Step::Meeting | Step::Correction))
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

    /// The client said on the telephone that it is paid: time for the money to come, then a look at the bank.
    pub(super) fn says_paid(&self) -> Option<Action> {
        let last = self.last_event().filter(|event| outcome(event) == Some(Outcome::SaysPaid))?;
        let expected = dates::add_days(last.date, SAID_PAID_DAYS);
        let is_open =
            !self.bank_checked_since(expected) && self.today <= dates::add_days(expected, REASON_DAYS);
        is_open.then(|| {
            let action = self.starting(expected, What::CheckPayment, Why::SaysPaid { on: last.date });
            held(action, HoldCause::SaysPaid, Some(expected))
        })
    }

    /// A plan was signed and its sums are not recorded: time to record them.
    pub(super) fn planned(&self) -> Option<Action> {
        let (_, on) = last_act(self.case, self.today, |act| act == ActKind::SignedPlan)?;
        let until = dates::add_days(on, LOOK_DAYS);
        let is_recorded =
            self.setting.plan.is_some() || self.case.promises(self.today).any(|(one, _)| on <= one.date);
        (!is_recorded && self.today <= until).then(|| {
            let action = self.starting(dates::next_day(until), What::LookAgain, Why::PlanSigned { on });
            held(action, HoldCause::Plan, Some(until))
        })
    }
}

fn pause(one: &Circumstance) -> Option<(NaiveDate, PauseCause)> {
    match one.kind {
        CircumstanceKind::Pause { cause, until } => Some((until, cause)),
        _ => None,
    }
}
