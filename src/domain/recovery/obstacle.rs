//! Obstacles (*obstacles*): what is missing for a proceeding to be begun, and whether the law leaves it to the user to begin all
//! the same.
//!
//! No way around: insolvency proceedings (C. com. art. L622-21), a public body or a debtor abroad where only private debtors in
//! France are asked (CPC art. 1405 and 1406, CPCE art. L125-1), a debtor in France or outside the Union where the case has to be
//! cross-border (regulation no. 1896/2006, art. 2 and 3), more than a small claim (CPCE art. R125-1), and what is not due.
//! All else is for a judge, or for the user, to weigh: that the time to sue is over is no objection a court raises by itself
//! (C. civ. art. 2247, recalled, to be checked), a formal notice is no condition of an order, an amicable attempt has its
//! exceptions (CPC art. 750-1). Read in September 2026 where nothing else is said.

use super::super::court::Seat;
use super::super::proceeding::ProceedingKind;
use super::condition::{Answer, Condition, Finding, findings};
use super::route::RecoveryRoute;
use super::situation::Situation;

/// Something that is missing for a proceeding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// What is missing.
    pub finding: Finding,
    /// The law leaves no way around it.
    pub is_bar: bool,
}

/// What is missing for a proceeding of a kind to be begun in a situation, what cannot be passed over first. What nobody knows
/// is no obstacle.
#[must_use]
pub fn obstacles(kind: ProceedingKind, at: &Situation) -> Vec<Obstacle> {
    let Some(route) = way(kind) else { return Vec::new() };
    // Whether a French court may hear it is nobody’s to know here, and is said before one is gone to.
    let is_abroad = |finding: &Finding| {
        finding.condition == Condition::FrenchCourt && matches!(at.seat, Seat::Abroad { .. })
    };
    let known = findings(route, at).into_iter();
    let missing = known.filter(|finding| finding.answer == Answer::Missing || is_abroad(finding));
    // What insolvency proceedings hold can still be sold or handed over; nobody sues for it.
    let missing = missing.filter(|finding| kind.seeks_title() || finding.condition != Condition::Solvent);
    // What the public mediator of enterprises asks for, another one does not.
    let asks = |condition| {
        kind != ProceedingKind::Mediation
            || !matches!(condition, Condition::Professional | Condition::InFrance)
    };
    let missing = missing.filter(|finding| asks(finding.condition));
    let of = |finding: Finding| Obstacle { finding, is_bar: is_bar(kind, finding.condition) };
    let (mut bars, others): (Vec<_>, Vec<_>) = missing.map(of).partition(|one| one.is_bar);
    bars.extend(others);
    bars
}

/// The way out a proceeding takes; none of what asks for nothing.
pub(super) fn way(kind: ProceedingKind) -> Option<RecoveryRoute> {
    match kind {
        ProceedingKind::HandedOver => Some(RecoveryRoute::Agency),
        ProceedingKind::Mediation => Some(RecoveryRoute::Mediator),
        ProceedingKind::LawyerLetter => Some(RecoveryRoute::LawyerLetter),
        ProceedingKind::Sold => Some(RecoveryRoute::Sale),
        ProceedingKind::PaymentOrder => Some(RecoveryRoute::PaymentOrder),
        ProceedingKind::EuropeanOrder => Some(RecoveryRoute::European),
        ProceedingKind::Simplified => Some(RecoveryRoute::Simplified),
        ProceedingKind::Summary => Some(RecoveryRoute::Summary),
        ProceedingKind::CourtClaim => Some(RecoveryRoute::Ordinary),
        ProceedingKind::Lodged | ProceedingKind::WrittenOff => None,
    }
}

fn is_bar(kind: ProceedingKind, condition: Condition) -> bool {
    match condition {
        // A French court may have to hear of a debtor abroad; an order, or an officer of its place, there is none for.
        Condition::Solvent
        | Condition::NotPublic
        | Condition::SmallClaim
        | Condition::InFrance
        | Condition::InUnion => true,
        Condition::Due => kind.seeks_title(),
        _ => false,
    }
}
