//! What an answer leaves on the cases it is about: a promise, a dispute, a payment, a pause, what was proposed.

use chrono::NaiveDate;

use super::super::book::Book;
use super::super::command::{CircumstanceDraft, MovementDraft};
use super::super::contacts::add_circumstance;
use super::super::update::Refusal;
use super::Noted;
use crate::base::order::insert_in_order;
use crate::base::{Amount, CircumstanceId, MovementId, dates};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{CircumstanceKind, GRACE_DAYS, PauseCause};
use crate::domain::claim::Claim;
use crate::domain::event::Channel;
use crate::domain::movement::MovementKind;
use crate::domain::reply::Answer;

/// Notes an answer on the cases it is about.
pub(super) struct Noting<'a> {
    /// The book as it is.
    pub(super) book: &'a Book,
    /// The day it is noted on.
    pub(super) today: NaiveDate,
    /// What the client said beside the answer.
    pub(super) said: &'a str,
    /// Number of the next circumstance.
    pub(super) circumstance: CircumstanceId,
    /// Number of the next movement.
    pub(super) movement: MovementId,
}

impl Noting<'_> {
    /// Notes it; refused where what is to be noted is not what was answered.
    pub(super) fn answer(
        &mut self,
        cases: &mut [CaseFile],
        answer: Answer,
        noted: &Noted,
    ) -> Result<(), Refusal> {
        match (answer, noted) {
            (Answer::Pays { by, amount }, Noted::Promise(note)) => {
                // As long as the promise itself waits for a transfer.
                let until = dates::add_days(by, GRACE_DAYS);
                let note = self.after(note);
                for (case, amount) in self.parts(cases, amount) {
                    let (kind, note) = if amount.is_positive() {
                        let who = String::new();
                        let promise = CircumstanceKind::Promise { amount, by, who, channel: Channel::Email };
                        (promise, self.said.to_owned())
                    } else if self.book.claim(case, self.today).balance().is_positive() {
                        (CircumstanceKind::Pause { cause: PauseCause::Card, until }, note.clone())
                    } else {
                        continue;
                    };
                    self.circumstance(case, kind, note);
                }
                Ok(())
            }
            (Answer::Contests { cause, amount, .. }, Noted::Dispute(answer_by)) => {
                for (case, amount) in self.reached(cases, amount) {
                    let kind = CircumstanceKind::Dispute {
                        cause,
                        amount,
                        answer_by: *answer_by,
                        life: Box::default(),
                    };
                    self.circumstance(case, kind, self.said.to_owned());
                }
                Ok(())
            }
            (Answer::Paid { on, amount }, Noted::Payment) => {
                if self.today < on {
                    return Err(Refusal::InTheFuture);
                }
                for (case, amount) in self.reached(cases, amount) {
                    let draft = MovementDraft::new(MovementKind::Payment, on, amount);
                    let movement = draft.numbered(self.movement);
                    insert_in_order(&mut case.movements, movement, |known| (known.date, known.id));
                    self.movement = self.movement.next();
                }
                Ok(())
            }
            (Answer::Paid { .. }, Noted::SaysPaid(until, note)) => {
                let said = self.after(note);
                for case in cases {
                    let kind = CircumstanceKind::Pause { cause: PauseCause::Card, until: *until };
                    self.circumstance(case, kind, said.clone());
                }
                Ok(())
            }
            (Answer::Instalments { first, count }, Noted::Plan) => {
                for case in cases {
                    self.circumstance(
                        case,
                        CircumstanceKind::Proposal { count, first },
                        self.said.to_owned(),
                    );
                }
                Ok(())
            }
            (_, Noted::Nothing) => Ok(()),
            _ => Err(Refusal::NotFound),
        }
    }

    fn circumstance(&mut self, case: &mut CaseFile, kind: CircumstanceKind, note: String) {
        add_circumstance(case, self.circumstance, CircumstanceDraft { date: self.today, kind, note });
        self.circumstance = self.circumstance.next();
    }

    /// What the client said, after a note.
    fn after(&self, note: &str) -> String {
        if self.said.is_empty() || note.is_empty() {
            format!("{note}{}", self.said)
        } else {
            format!("{note} – {}", self.said)
        }
    }

    /// The cases that a sum reaches, each with its part.
    fn reached<'c>(&self, cases: &'c mut [CaseFile], amount: Amount) -> Vec<(&'c mut CaseFile, Amount)> {
        let mut all = self.parts(cases, amount);
        all.retain(|(_, part)| part.is_positive());
        all
    }

    /// A sum over the cases, the oldest first: the principal of all of them, which is what their card shows, before penalties
    /// of any; what is more than is owed on all goes to the last.
    fn parts<'c>(&self, cases: &'c mut [CaseFile], amount: Amount) -> Vec<(&'c mut CaseFile, Amount)> {
        let mut all: Vec<(&mut CaseFile, Amount)> = Vec::new();
        for case in cases {
            let place = (case.invoice.due, case.invoice.id);
            let at = all.partition_point(|(known, _)| (known.invoice.due, known.invoice.id) <= place);
            all.insert(at, (case, Amount::ZERO));
        }
        let mut left = amount;
        let rest = |claim: &Claim| (claim.balance() - claim.principal_left).or_zero();
        let passes: [&dyn Fn(&Claim) -> Amount; 2] = [&|claim| claim.principal_left.or_zero(), &rest];
        for owed in passes {
            for (case, part) in &mut all {
                let share = left.min(owed(&self.book.claim(case, self.today)));
                *part += share;
                left -= share;
            }
        }
        if let Some((_, part)) = all.last_mut() {
            *part += left;
        }
        all
    }
}
