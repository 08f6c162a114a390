//! What a text asks for: by its step and tone, of one invoice.

use crate::base::Amount;
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Claim;
use crate::domain::event::Step;
use crate::domain::manner::Tone;
use crate::domain::party::DebtorKind;

/// The sums a text asks for, to be kept with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Principal.
    pub principal: Amount,
    /// Interest for lateness.
    pub interest: Amount,
    /// Fixed sum.
    pub indemnity: Amount,
    /// Some of it rests on a rate that is provisional.
    pub provisional: bool,
}

/// True where the text asks a professional for penalties and fixed sum too, and not for the principal alone.
#[must_use]
pub fn claims_penalties(step: Step, tone: Tone) -> bool {
    match step {
        Step::FirstReminder => tone == Tone::Firm,
        Step::FirmReminder | Step::LastReminder | Step::PenaltyNote | Step::FormalNotice => true,
        _ => false,
    }
}

/// What the text of a step asks for on one invoice. What is contested is not asked for, nor what its lateness costs.
#[must_use]
pub fn asked(step: Step, tone: Tone, kind: DebtorKind, case: &CaseFile, claim: &Claim) -> Asked {
    // What an offer or a notice about a plan asks for is its own sum, which its text names, and no part of one invoice.
    if matches!(step, Step::Thanks | Step::Resumption | Step::Offer | Step::PlanNotice | Step::Inquiry) {
        return Asked::default();
    }
    let is_settled = claim.principal_left.is_zero();
    let claim = &case.undisputed(kind, claim);
    let is_late = case.invoice.due < claim.as_of;
    let due = if is_late { claim.principal_left - claim.not_due } else { claim.principal_left };
    let principal = if step == Step::PenaltyNote { Amount::ZERO } else { due };
    let professional = kind.is_professional();
    let claims = claims_penalties(step, tone) || is_settled;
    // A consumer owes interest once a formal notice was received: every text asks for it from then on, and for no more.
    if !claims || !(professional || claim.interest_left.is_positive()) {
        return Asked { principal, ..Asked::default() };
    }
    Asked {
        principal,
        interest: claim.interest_left,
        indemnity: claim.indemnity_left,
        provisional: !claim.provisional.is_empty(),
    }
}
