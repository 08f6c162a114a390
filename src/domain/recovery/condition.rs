//! Conditions (*conditions*): what each way out asks of a claim, and whether this claim has it.
//!
//! Sources: CPCE art. L125-1 and R125-1 (small claims: up to 5,000 € with interest, contractual), L126-1 to L126-5 (uncontested
//! claims between traders, whatever their amount), CPC art. 54 and 750-1 (an amicable attempt first), 1405 (order for
//! payment), 835 and 873 (a claim that cannot seriously be contested), regulation no. 1896/2006 (a debtor in another member
//! state). Read in September 2026. That those in insolvency cannot go to the mediator: economie.gouv.fr, 29 November 2026.

use super::super::court::{Seat, Standing};
use super::super::party::DebtorKind;
use super::route::RecoveryRoute;
use super::situation::{Contact, Notice, Proceedings, Situation};
use crate::base::Amount;

/// The highest small claim, principal and interest together (CPCE art. R125-1).
pub(super) const SMALL_CLAIM: Amount = Amount::from_cents(500_000);

/// Something a way out asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    /// The client was asked amicably first.
    Contacted,
    /// A formal notice was sent and its time is over.
    NoticeOver,
    /// Something is left that the client does not contest.
    Uncontested,
    /// No insolvency proceedings are open.
    Solvent,
    /// It can still be sued for.
    InTime,
    /// The debtor is in France.
    InFrance,
    /// The debtor is in another country of the Union.
    InUnion,
    /// The debtor is a professional or a public body.
    Professional,
    /// The debtor is no public body.
    NotPublic,
    /// Principal and interest are 5,000 € at most.
    SmallClaim,
    /// The debtor is a trader.
    DebtorTrader,
    /// The user is a trader too, which only they know.
    CreditorTrader,
    /// The tariff was published.
    Tariff,
}

/// Whether a claim has what is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// It has.
    Met,
    /// It has not.
    Missing,
    /// What is on record does not say.
    Unknown,
}

/// A condition with its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is asked for.
    pub condition: Condition,
    /// Whether it is there.
    pub answer: Answer,
}

/// Whether a way out is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// It can be taken now.
    Open,
    /// Something is to be done first.
    After(Condition),
    /// It is none for this claim.
    Closed(Condition),
}

impl Condition {
    /// The user can bring it about.
    #[must_use]
    pub fn is_step(self) -> bool {
        matches!(self, Self::Contacted | Self::NoticeOver | Self::Uncontested)
    }

    fn answer(self, at: &Situation) -> Answer {
        let met = |holds: bool| if holds { Answer::Met } else { Answer::Missing };
        match self {
            Self::Contacted => met(at.contact != Contact::None),
            Self::NoticeOver => met(matches!(at.notice, Notice::Over(_))),
            Self::Uncontested => met(at.uncontested().is_positive() || !at.principal.is_positive()),
            Self::Solvent => met(at.proceedings != Proceedings::Insolvency),
            Self::InTime => met(at.today <= at.expires),
            Self::InFrance => match at.seat {
                Seat::France { .. } => Answer::Met,
                Seat::Abroad { .. } => Answer::Missing,
                Seat::Unknown => Answer::Unknown,
            },
            // An address that does not say is taken for a French one, as most are.
            Self::InUnion => met(at.seat == Seat::Abroad { union: true }),
            Self::Professional => match at.debtor {
                DebtorKind::Business | DebtorKind::Public => Answer::Met,
                DebtorKind::Consumer => Answer::Missing,
                DebtorKind::Unknown => Answer::Unknown,
            },
            Self::NotPublic => met(at.debtor != DebtorKind::Public),
            Self::SmallClaim => met(at.principal + at.interest <= SMALL_CLAIM),
            Self::DebtorTrader => match (at.debtor, at.standing) {
                (DebtorKind::Business, Standing::Trader) => Answer::Met,
                (DebtorKind::Unknown, _) => Answer::Unknown,
                _ => Answer::Missing,
            },
            Self::CreditorTrader | Self::Tariff => Answer::Unknown,
        }
    }
}

fn asked(route: RecoveryRoute) -> &'static [Condition] {
    use Condition::{
        Contacted, CreditorTrader, DebtorTrader, InFrance, InTime, InUnion, NotPublic, NoticeOver,
        Professional, SmallClaim, Solvent, Tariff, Uncontested,
    };
    match route {
        RecoveryRoute::KeepChasing => &[Solvent],
        RecoveryRoute::Mediator => &[Solvent, Professional, InFrance],
        RecoveryRoute::Agency => &[Solvent, Uncontested],
        RecoveryRoute::LawyerLetter => &[Solvent, Contacted],
        RecoveryRoute::Simplified => {
            &[Solvent, NotPublic, InFrance, SmallClaim, InTime, Contacted, Uncontested]
        }
        RecoveryRoute::Uncontested => {
            &[Solvent, DebtorTrader, CreditorTrader, InFrance, InTime, Tariff, Contacted, Uncontested]
        }
        RecoveryRoute::PaymentOrder | RecoveryRoute::Summary => {
            &[Solvent, NotPublic, InFrance, InTime, Contacted, NoticeOver, Uncontested]
        }
        RecoveryRoute::Ordinary => &[Solvent, NotPublic, InFrance, InTime, Contacted, NoticeOver],
        RecoveryRoute::European => &[Solvent, NotPublic, InUnion, InTime, Contacted, NoticeOver, Uncontested],
        RecoveryRoute::Sale => &[Solvent, InTime, Uncontested],
        RecoveryRoute::WriteOff => &[],
    }
}

/// What a way out asks for, each with its answer; what closes the way comes before what is to be done first.
#[must_use]
pub fn findings(route: RecoveryRoute, at: &Situation) -> Vec<Finding> {
    asked(route)
        .iter()
        .map(|condition| Finding { condition: *condition, answer: condition.answer(at) })
        .collect()
}

/// Whether a way is open by its findings.
pub(super) fn availability(findings: &[Finding]) -> Availability {
    let missing = || findings.iter().filter(|finding| finding.answer == Answer::Missing);
    let closing = missing().find(|finding| !finding.condition.is_step());
    match (closing, missing().next()) {
        (Some(finding), _) => Availability::Closed(finding.condition),
        (None, Some(finding)) => Availability::After(finding.condition),
        (None, None) => Availability::Open,
    }
}
