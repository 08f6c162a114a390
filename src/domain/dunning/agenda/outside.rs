//! What others have decided: insolvency proceedings, courts, the platform for electronic invoices.

use crate::base::Region;
use crate::domain::court::Seat;
use crate::domain::party::Client;
use crate::domain::proceeding::next::{Next, Task};
use crate::domain::proceeding::write_off::VatOutcome;
use crate::domain::proceeding::{Proceeding, ProceedingKind};

use super::super::deadline::usual_day;
use super::super::status::{Effect, effect, newest};
use super::{
    ANSWER_DAYS, Action, DisputeCause, HoldCause, Look, MovementKind, NaiveDate, Step, TRANSFER_DAYS, What,
    Why, dates, held, in_court, last_act,
};

impl Look<'_> {
    /// Sold, insolvency, proceedings and court.
    pub(super) fn forbidden(&self) -> Option<Action> {
        if let Some(out) = self.case.proceeding(self.today).filter(|one| one.kind.is_out()) {
            return Some(self.proceed(out).unwrap_or_else(|| {
                let vat_back = out.write_off.is_some_and(|one| one.outcome() == VatOutcome::Comes);
                let why = Why::Out { kind: out.kind, on: out.date, vat_back };
                held(self.now(What::Nothing, why), HoldCause::Proceeding(out.kind), None)
            }));
        }
        let opened = self.setting.client.insolvency;
        if let Some(opened) = opened.filter(|_| self.case.is_held_by(opened, self.today)) {
            return Some(self.insolvency(opened));
        }
        let running = self.case.proceeding(self.today).and_then(|one| self.proceed(one));
        running.or_else(|| {
            let act = last_act(self.case, self.today, in_court);
            act.map(|(act, on)| held(self.look_again(on, Why::InCourt { act, on }), HoldCause::Court, None))
        })
    }

    /// What a proceeding asks for.
    fn proceed(&self, one: &Proceeding) -> Option<Action> {
        let client = self.setting.client;
        let next = one.next_against(client.kind, self.today, court_region(client))?;
        let Next { task, since, by, quiet, .. } = next;
        let why = Why::Proceeding { kind: one.kind, task, since, by, quiet };
        let mut action = self.starting(next.from, What::Proceed(next.task), why);
        action.until = next.by.filter(|by| self.today <= *by);
        Some(held(action, HoldCause::Proceeding(one.kind), None))
    }

    /// Insolvency proceedings: the claim is lodged in time, and nothing is asked of the client.
    fn insolvency(&self, opened: NaiveDate) -> Action {
        let lodged =
            self.case.proceedings.iter().rfind(|one| {
                one.kind == ProceedingKind::Lodged && opened <= one.date && one.date <= self.today
            });
        if let Some(one) = lodged {
            return self.proceed(one).unwrap_or_else(|| {
                let since = one.last_day();
                let (kind, task) = (one.kind, Task::WriteOff);
                let why = Why::Proceeding { kind, task, since, by: None, quiet: None };
                held(self.now(What::Proceed(task), why), HoldCause::Insolvency, None)
            });
        }
        // Lodging a claim counts as a claim in court (C. com. art. L622-25-1), and may be noted as one.
        let in_court = last_act(self.case, self.today, in_court);
        if let Some((_, on)) = in_court.filter(|(_, on)| opened <= *on) {
            return held(self.look_again(on, Why::Lodged { on }), HoldCause::Insolvency, None);
        }
        let clock = self.setting.client.collective.clock(opened);
        let lodge_by = clock.lodge_by;
        if lodge_by < self.today {
            let why = Why::LodgingOver { lodge_by, relief_by: clock.relief_by };
            return held(self.look_again(lodge_by, why), HoldCause::Insolvency, None);
        }
        let why = Why::Insolvent { opened, lodge_by, published: clock.published };
        let mut action = self.now(What::LodgeClaim, why);
        action.until = Some(lodge_by);
        held(action, HoldCause::Insolvency, None)
    }

    /// What the platform for electronic invoices says; the newest code counts.
    pub(super) fn life_cycle(&self) -> Option<Action> {
        let (code, on) = newest(self.case, self.today)?;
        let paid_since = || {
            let mut payments = self.case.movements.iter().filter(|one| one.kind == MovementKind::Payment);
            payments.any(|one| on <= one.date && one.date <= self.today)
        };
        if !self.claim.principal_left.is_positive() || (matches!(code, 211 | 212) && paid_since()) {
            return None;
        }
        let why = Why::LifeCycle { code, on };
        let cause = HoldCause::LifeCycle(code);
        match effect(code) {
            // In dispute, until it is noted what about.
            Effect::AnswerDispute if self.case.open_dispute(self.today).is_none() => {
                let by = usual_day(on, self.setting.policy.region);
                Some(self.answer_dispute(on, DisputeCause::Other, self.claim.principal_left, by))
            }
            // Approved in part: what is not, and why, is asked for before any sum is.
            Effect::AskWhatIsContested if self.case.open_dispute(self.today).is_none() => {
                match self.dispute_answered(on) {
                    None => {
                        let mut action = self.now(What::AnswerDispute, why);
                        action.until = Some(usual_day(on, self.setting.policy.region));
                        Some(held(action, cause, None))
                    }
                    Some(event) => {
                        let until = event.deadline.max(dates::add_days(event.date, ANSWER_DAYS));
                        let action = self.starting(dates::next_day(until), What::LookAgain, why);
                        (self.today <= until).then(|| held(action, cause, Some(until)))
                    }
                }
            }
            // What is contested is known: it is held up by that, and the rest by nothing.
            Effect::AnswerDispute | Effect::AskWhatIsContested | Effect::None | Effect::Evidence => None,
            called_for
            @ (Effect::Complete | Effect::Correct | Effect::CorrectAndSend | Effect::SendAgain) => {
                let is_refused = called_for == Effect::Correct;
                // A document that is sent again may be all that was missing.
                let answers = |step| {
                    let again = matches!(step, Step::Duplicate | Step::Invoice);
                    step == Step::Correction || (!is_refused && again)
                };
                let answered = self.sent_since(on, answers);
                let answer = if called_for == Effect::SendAgain { Step::Duplicate } else { Step::Correction };
                match answered {
                    None => Some(held(self.now(What::Answer(answer), why), cause, None)),
                    Some(event) if is_refused => Some(held(self.look_again(event.date, why), cause, None)),
                    Some(event) => {
                        let until = dates::add_days(event.date, ANSWER_DAYS);
                        (self.today <= until).then(|| {
                            held(
                                self.starting(dates::next_day(until), What::LookAgain, why),
                                cause,
                                Some(until),
                            )
                        })
                    }
                }
            }
            Effect::AwaitTransfer => {
                let expected = dates::add_days(on, TRANSFER_DAYS);
                (!self.bank_checked_since(expected))
                    .then(|| held(self.starting(expected, What::CheckPayment, why), cause, Some(expected)))
            }
            Effect::NoteCredit => Some(held(self.now(What::NoteCredit, why), cause, None)),
            Effect::NotOurs => Some(held(self.look_again(on, why), cause, None)),
            Effect::RecordPayment => Some(held(self.now(What::RecordPayment, why), cause, None)),
        }
    }
}

/// Whose holidays move a deadline: those of the court, which is the debtor’s.
fn court_region(client: &Client) -> Region {
    Seat::of(&client.address).region()
}
