//! What makes the ladder stand still for a while: pauses, promises, a payment that is said to be on its way, a signed plan;
//! disputes and offers have modules of their own. And what ends such a truce.

use super::super::super::circumstance::PromiseState;
use super::super::super::movement::received_between;
use super::{
    ActKind, Action, Amount, Circumstance, CircumstanceKind, GRACE_DAYS, HoldCause, LOOK_DAYS, Look,
    NaiveDate, Outcome, PauseCause, Promised, REASON_DAYS, SAID_PAID_DAYS, What, Why, Word, dates, held,
    last_act, outcome, word,
};

impl Look<'_> {
    /// Dispute, pause, promises, plan: what makes the ladder stand still, and what ends a truce.
    pub(super) fn held(&self) -> Option<Action> {
        if let Some(action) = self.agreed() {
            // While nothing of the plan is due, what a dispute asks for on its own day is.
            let other = if action.is_due(self.today) { None } else { self.dispute_beside() };
            return Some(other.unwrap_or(action));
        }
        if let Some(action) = self.taken_up() {
            return Some(action);
        }
        if let Some(action) = self.paused() {
            return Some(self.or_dispute(action));
        }
        match word(self.case, self.today) {
            Some(Word::Broken(promised)) => {
                return Some(self.now(What::RecallPromise, Why::PromiseBroken(promised)));
            }
            Some(Word::Running(promised)) => return Some(self.or_dispute(self.promised(promised))),
            None => {}
        }
        if let Some(action) = self.disputed() {
            return Some(action);
        }
        self.says_paid().or_else(|| self.offered()).or_else(|| self.proposed()).or_else(|| self.planned())
    }

    /// The pause that lasts longest.
    pub(super) fn paused(&self) -> Option<Action> {
        let pauses = self.case.open_circumstances(self.today).filter_map(pause);
        let (until, cause) = pauses.max_by_key(|(until, _)| *until)?;
        Some(held(self.after(dates::next_day(until)), HoldCause::Pause(cause), Some(until)))
    }

    /// What comes once a truce is over.
    pub(super) fn after(&self, day: NaiveDate) -> Action {
        let from = day.max(self.today);
        let action = self.penalties_from(from).or_else(|| self.notice_from(from));
        action.unwrap_or_else(|| self.ladder(from))
    }

    pub(super) fn promised(&self, promised: Promised) -> Action {
        let until = dates::add_days(promised.by, GRACE_DAYS);
        let promised = Promised { rest: self.not_promised(), ..promised };
        let action = self.check_bank(promised.by, What::CheckPromise, Why::Promised(promised));
        held(action, HoldCause::Promise, Some(until))
    }

    /// What is left to pay beside what is contested and what was promised and has not come yet.
    fn not_promised(&self) -> Amount {
        let (today, mut sum, mut since) = (self.today, Amount::ZERO, self.today);
        for (one, state) in self.case.promises(today) {
            if let CircumstanceKind::Promise { amount, .. } = one.kind
                && state == PromiseState::Running
            {
                sum += amount;
                since = since.min(one.date);
            }
        }
        let to_come = (sum - received_between(&self.case.movements, since, today, today)).or_zero();
        (self.claim.principal_left - self.case.disputed(self.claim) - to_come).or_zero()
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
