//! What is under way about a case, and comes before any new way out: proceedings, a word that was given, a plan, a pause, an
//! offer, a dispute, a formal notice whose time runs. Calls to put in writing and broken promises hold nothing back.

use super::{Action, CaseFile, Claim, Look, Setting, What, Word, next, word};

/// What a case asks for while something is under way on the day of a claim: its next action, as every screen names it;
/// nothing where the next way out may be taken.
#[must_use]
pub fn engaged(case: &CaseFile, claim: &Claim, setting: Setting<'_>) -> Option<Action> {
    if claim.balance().is_zero() {
        return None;
    }
    let look = Look { case, claim, setting, today: claim.as_of };
    let next = || next(case, claim, setting);
    if look.is_engaged() {
        return Some(next());
    }
    // What nobody contests is not kept from its way out by a dispute that waits for the client.
    look.is_partly_disputed().then(next).filter(|action| action.what != What::Decide)
}

impl Look<'_> {
    fn is_engaged(&self) -> bool {
        let holds = |action: &Action| action.hold.is_some();
        self.forbidden().is_some()
            || self.life_cycle().is_some_and(|action| holds(&action))
            || self.agreed().or_else(|| self.taken_up()).or_else(|| self.paused()).is_some()
            || matches!(word(self.case, self.today), Some(Word::Running(_)))
            || self.disputed().is_some_and(|action| self.is_wholly_disputed() && holds(&action))
            || self.says_paid().or_else(|| self.offered()).or_else(|| self.proposed()).is_some()
            || self.planned().is_some()
            || self.notice().is_some_and(|action| holds(&action))
    }

    fn is_wholly_disputed(&self) -> bool {
        self.case.disputed(self.claim) == self.claim.principal_left
    }
}
