//! What is under way about a case, and comes before any new way out: proceedings, a word that was given, a plan, a pause, an
//! offer, a dispute, a formal notice whose time runs. Unlike the agenda, calls to put in writing and broken promises are
//! left out: they hold nothing back.

use super::{Action, CaseFile, CircumstanceKind, Claim, Look, Setting, Word, word};

/// What is under way on the day of a claim, as the action it asks for; nothing where the next way out may be taken.
#[must_use]
pub fn engaged(case: &CaseFile, claim: &Claim, setting: Setting<'_>) -> Option<Action> {
    if claim.balance().is_zero() {
        return None;
    }
    let look = Look { case, claim, setting, today: claim.as_of };
    let holds = |action: &Action| action.hold.is_some();
    look.forbidden()
        .or_else(|| look.life_cycle().filter(holds))
        .or_else(|| look.truce())
        .or_else(|| look.notice().filter(holds))
}

impl Look<'_> {
    fn truce(&self) -> Option<Action> {
        self.agreed()
            .or_else(|| self.taken_up())
            .or_else(|| self.paused())
            .or_else(|| match word(self.case, self.today) {
                Some(Word::Running(promised)) => Some(self.promised(promised)),
                _ => None,
            })
            .or_else(|| self.disputed())
            .or_else(|| self.contested())
            .or_else(|| self.says_paid())
            .or_else(|| self.offered())
            .or_else(|| self.proposed())
            .or_else(|| self.planned())
    }

    /// A dispute about a part that was answered, and is still open.
    fn contested(&self) -> Option<Action> {
        let amount = self.case.disputed(self.claim);
        let dispute = self.case.open_dispute(self.today).filter(|_| amount.is_positive())?;
        let CircumstanceKind::Dispute { cause, answer_by, .. } = &dispute.kind else { return None };
        let answer = self.answer_dispute(dispute.date, *cause, amount, *answer_by);
        Some(Action { hold: None, ..answer })
    }
}
