//! What others have decided: insolvency proceedings, courts, the platform for electronic invoices.

use super::{
    ANSWER_DAYS, Action, CircumstanceKind, DisputeCause, HoldCause, Look, MovementKind, NaiveDate, Step,
    TRANSFER_DAYS, What, Why, dates, held, in_court, last_act,
};

impl Look<'_> {
    /// Insolvency and court.
    pub(super) fn forbidden(&self) -> Option<Action> {
        let in_court = last_act(self.case, self.today, in_court);
        if let Some(opened) = self.setting.client.insolvency.filter(|opened| *opened <= self.today) {
            // Lodging a claim counts as a claim in court (C. com. art. L622-25-1), and is recorded as one.
            if let Some((_, on)) = in_court.filter(|(_, on)| opened <= *on) {
                return Some(held(self.look_again(on, Why::Lodged { on }), HoldCause::Insolvency, None));
            }
            let lodge_by = two_months_after(opened);
            if lodge_by < self.today {
                return Some(held(
                    self.look_again(lodge_by, Why::LodgingOver { lodge_by }),
                    HoldCause::Insolvency,
                    None,
                ));
            }
            let mut action = self.now(What::LodgeClaim, Why::Insolvent { opened, lodge_by });
            action.until = Some(lodge_by);
            return Some(held(action, HoldCause::Insolvency, None));
        }
        in_court.map(|(act, on)| held(self.look_again(on, Why::InCourt { act, on }), HoldCause::Court, None))
    }

    /// What the platform for electronic invoices says; the newest code counts.
    pub(super) fn life_cycle(&self) -> Option<Action> {
        let (on, code) = self.last_open(|kind| match kind {
            CircumstanceKind::LifeCycle(code) => Some(*code),
            _ => None,
        })?;
        let paid_since = || {
            let mut payments = self.case.movements.iter().filter(|one| one.kind == MovementKind::Payment);
            payments.any(|one| on <= one.date && one.date <= self.today)
        };
        if !self.claim.principal_left.is_positive() || (matches!(code, 211 | 212) && paid_since()) {
            return None;
        }
        let why = Why::LifeCycle { code, on };
        let cause = HoldCause::LifeCycle(code);
        match code {
            // In dispute.
            207 if self
                .last_open(|kind| matches!(kind, CircumstanceKind::Dispute { .. }).then_some(()))
                .is_none() =>
            {
                Some(self.answer_dispute(
                    on,
                    DisputeCause::Other,
                    self.claim.principal_left,
                    dates::add_days(on, ANSWER_DAYS),
                ))
            }
            // Suspended: a document is missing. Refused by the client, rejected by a platform that did not pass it on: the
            // invoice has to be corrected. Gone astray: it has to be sent again.
            208 | 210 | 213 | 221 => {
                // A document that is sent again may be all that was missing.
                let answers = |step| {
                    let again = matches!(step, Step::Duplicate | Step::Invoice);
                    step == Step::Correction || (code != 210 && again)
                };
                let answered = self.sent_since(on, answers);
                let answer = if code == 221 { Step::Duplicate } else { Step::Correction };
                match answered {
                    None => Some(held(self.now(What::Answer(answer), why), cause, None)),
                    Some(event) if code == 210 => Some(held(self.look_again(event.date, why), cause, None)),
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
            // Payment sent.
            211 => {
                let expected = dates::add_days(on, TRANSFER_DAYS);
                (!self.bank_checked_since(expected))
                    .then(|| held(self.starting(expected, What::CheckPayment, why), cause, Some(expected)))
            }
            // Cancelled: nothing is owed on it. Sold to a factor who collects it himself.
            220 | 225 => Some(held(self.look_again(on, why), cause, None)),
            // Paid.
            212 => Some(held(self.now(What::RecordPayment, why), cause, None)),
            _ => None,
        }
    }
}

/// The same day two months later, or the last of that month.
fn two_months_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(chrono::Months::new(2)).unwrap_or(day)
}
