//! Conditions (*conditions*): what each way out asks of a claim, and whether this claim has it.
//!
//! Sources: CPCE art. L125-1 and R125-1 (small claims: up to 5,000 € with interest, contractual), L126-1 to L126-5 (uncontested
//! claims between traders, whatever their amount), CPC art. 54 and 750-1 (an amicable attempt first), 1405 (order for
//! payment), 835 and 873 (a claim that cannot seriously be contested), CJA art. R541-1 and R421-1 (the same against a public body, before
//! the administrative court, once it was asked in writing; as lawyers quote them, read 30 November 2026, to be checked), regulation no. 1896/2006 (a debtor in another member
//! state), CPCE art. L111-3 (titles; recalled, to be checked: nothing of a public body is seized, CGPPP art. L2311-1). Read in September 2026. That those in insolvency cannot go to the mediator: economie.gouv.fr, 29 November 2026.

use super::super::court::{Court, Seat, Standing};
use super::super::party::DebtorKind;
use super::route::RecoveryRoute;
use super::situation::{Contact, Notice, Situation};
use crate::base::{Amount, Currency};

/// The highest small claim, principal and interest together (CPCE art. R125-1).
pub(super) const SMALL_CLAIM: Amount = Amount::from_cents(500_000);

/// Something a way out asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    /// It is due.
    Due,
    /// The invoice was sent: nobody is reminded of what they never had.
    Sent,
    /// The client was asked amicably first.
    Contacted,
    /// A formal notice was sent and its time is over.
    NoticeOver,
    /// A mediation or conciliation was tried, as the civil court asks of a small claim (CPC art. 750-1).
    Conciliated,
    /// Something is left that the client does not contest.
    Uncontested,
    /// No insolvency proceedings hold the claim.
    Solvent,
    /// Nothing that was agreed on, or is under way, comes first.
    Free,
    /// Nothing keeps what is asked for from being asked for: a dispute about a part does not.
    Unheld,
    /// Nothing that is under way comes before asking a court for the part nobody contests: an answer that is owed about the rest
    /// does not, a meeting that is agreed does.
    RestFree,
    /// It can still be sued for.
    InTime,
    /// The debtor is in France.
    InFrance,
    /// A French court may hear a claim against it: one abroad has to be looked at (regulation no. 1215/2012, art. 4, 7 and 25).
    FrenchCourt,
    /// The debtor is in another country of the Union.
    InUnion,
    /// What the debtor is in law is known: it decides which court is asked.
    KindKnown,
    /// The debtor is a professional or a public body.
    Professional,
    /// The debtor is no public body.
    NotPublic,
    /// Principal and interest that are not contested are 5,000 € at most.
    SmallClaim,
    /// What is claimed, interest left aside, is 5,000 € at most: the limit of the European small claims procedure
    /// (regulation no. 861/2007, art. 2, recalled, to be checked).
    SmallPrincipal,
    /// It is no claim between traders: for those the procedure for uncontested claims takes its place (loi n° 2026-307).
    /// Whether that one can be had already, and whether the user is a trader, is to be checked.
    NotReplaced,
    /// The debtor is a trader.
    DebtorTrader,
    /// The user is a trader too, which only they know.
    CreditorTrader,
    /// The tariff was published.
    Tariff,
    /// There is no title yet: a second one would bring nothing.
    Untitled,
    /// No court decided that nothing is owed: the same claim is not asked for again.
    Undecided,
    /// It was not tried in vain before: what failed once is no advice, though nobody forbids to try again.
    Untried,
    /// There is a title to enforce.
    Titled,
    /// What the debtor has can be seized: nothing of a public body can.
    Seizable,
    /// Nothing that is under way comes before enforcing the title.
    Ready,
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
    /// Something is to be done, or waited for, first.
    After(Condition),
    /// A question is to be answered first.
    ToCheck(Condition),
    /// It is none for this claim.
    Closed(Condition),
}

impl Condition {
    /// The user can bring it about, or it comes with time.
    #[must_use]
    pub fn is_step(self) -> bool {
        matches!(
            self,
            Self::Due
                | Self::Free
                | Self::Unheld
                | Self::RestFree
                | Self::Sent
                | Self::Contacted
                | Self::NoticeOver
                | Self::Conciliated
                | Self::Uncontested
                | Self::Ready
        )
    }

    fn answer(self, at: &Situation) -> Answer {
        let met = |holds: bool| if holds { Answer::Met } else { Answer::Missing };
        match self {
            Self::Sent => met(at.was_sent),
            Self::Contacted => met(at.contact != Contact::None),
            Self::NoticeOver => met(matches!(at.notice, Notice::Over(_))),
            Self::Conciliated => met(at.conciliated),
            Self::Due => met(at.claimed().is_positive()),
            Self::Uncontested => met(at.uncontested().is_positive() || !at.claimed().is_positive()),
            Self::Solvent => met(!at.insolvent),
            Self::Free => met(at.engaged.is_none()),
            Self::Unheld => met(at.is_free_to_chase()),
            Self::RestFree => met(at.engaged.is_none() || at.rest_is_free()),
            // A debtor of unknown kind has the shortest time, which may not be its own.
            Self::InTime => match (at.expires, at.expired()) {
                (None, _) => Answer::Unknown,
                // A debtor of unknown kind has the shortest time, which may not be its own.
                (_, Some(_)) if at.debtor == DebtorKind::Unknown => Answer::Unknown,
                (_, expired) => met(expired.is_none()),
            },
            Self::InFrance => match at.seat {
                Seat::France { .. } => Answer::Met,
                Seat::Abroad { .. } => Answer::Missing,
                Seat::Unknown => Answer::Unknown,
            },
            Self::FrenchCourt => match (&at.seat, at.debtor) {
                (Seat::France { .. }, _) => Answer::Met,
                // A consumer is sued at home (art. 18).
                (Seat::Abroad { .. }, DebtorKind::Consumer) => Answer::Missing,
                _ => Answer::Unknown,
            },
            Self::InUnion => match at.seat {
                Seat::Abroad { union } => met(union),
                Seat::France { .. } => Answer::Missing,
                Seat::Unknown => Answer::Unknown,
            },
            Self::KindKnown if at.debtor == DebtorKind::Unknown => Answer::Unknown,
            Self::KindKnown => Answer::Met,
            Self::Professional => match at.debtor {
                DebtorKind::Business | DebtorKind::Public => Answer::Met,
                DebtorKind::Consumer => Answer::Missing,
                DebtorKind::Unknown => Answer::Unknown,
            },
            Self::NotPublic => match at.debtor {
                DebtorKind::Unknown => Answer::Unknown,
                kind => met(kind != DebtorKind::Public),
            },
            Self::SmallClaim | Self::SmallPrincipal if at.currency != Currency::EUR => Answer::Unknown,
            Self::SmallPrincipal => met(at.claimed() <= SMALL_CLAIM),
            Self::SmallClaim => met(asked_for(at) <= SMALL_CLAIM),
            Self::NotReplaced => match (at.debtor, at.standing) {
                (DebtorKind::Business, Standing::Trader) | (DebtorKind::Unknown, _) => Answer::Unknown,
                _ => Answer::Met,
            },
            Self::DebtorTrader => match (at.debtor, at.standing) {
                (DebtorKind::Business, Standing::Trader) if at.has_form => Answer::Met,
                // A name without a legal form says nothing: most are traders, liberal professions are not.
                (DebtorKind::Business, Standing::Trader) | (DebtorKind::Unknown, _) => Answer::Unknown,
                _ => Answer::Missing,
            },
            Self::CreditorTrader | Self::Tariff => Answer::Unknown,
            Self::Untitled => met(at.title.is_none()),
            Self::Undecided => met(at.lost.is_none()),
            // Said of the ways alone that were tried.
            Self::Untried => Answer::Missing,
            Self::Titled => met(at.title.is_some()),
            Self::Seizable => met(at.debtor != DebtorKind::Public),
            Self::Ready => met(at.engaged.is_none() || at.enforces()),
        }
    }
}

/// What is claimed, contested or not, with the interest on it: what the limit of a small claim in court counts.
fn small(at: &Situation) -> Amount {
    if at.principal.is_positive() { at.principal + at.interest } else { at.claimed() }
}

/// What a simplified procedure asks for, which is what an order would: the part that nobody contests, with the interest on
/// it. Where all is contested, what is left of it once that is settled is not known: all of it.
fn asked_for(at: &Situation) -> Amount {
    let is_in_part = at.contested.is_positive() && at.uncontested().is_positive();
    if is_in_part && at.principal.is_positive() {
        at.uncontested() + at.interest_uncontested
    } else {
        small(at)
    }
}

/// What is asked for on several invoices at once is still a small claim: the limit is on the whole of it (CPCE art. R125-1).
#[must_use]
pub fn is_small_together<'a>(all: impl IntoIterator<Item = &'a Situation>) -> bool {
    all.into_iter().map(asked_for).sum::<Amount>() <= SMALL_CLAIM
}

fn asked(route: RecoveryRoute) -> &'static [Condition] {
    use Condition::{
        Conciliated, Contacted, CreditorTrader, DebtorTrader, Due, Free, FrenchCourt, InFrance, InTime,
        InUnion, KindKnown, NotPublic, NotReplaced, NoticeOver, Professional, Ready, RestFree, Seizable,
        Sent, SmallClaim, Solvent, Tariff, Titled, Uncontested, Undecided, Unheld, Untitled, Untried,
    };
    match route {
        RecoveryRoute::KeepChasing => &[Solvent, Undecided, InTime, Due, Unheld, Sent],
        // Talking with a third person’s help hinders nothing that goes on, least of all a dispute.
        RecoveryRoute::Mediator => &[Solvent, Undecided, Untried, Professional, InFrance, InTime, Due],
        RecoveryRoute::Agency | RecoveryRoute::Sale => {
            &[Solvent, Undecided, Untried, InTime, Due, Free, Uncontested]
        }
        // An amicable step itself, and money spent before a first word is money lost.
        RecoveryRoute::LawyerLetter => &[Solvent, Undecided, Untried, InTime, Due, Free, Contacted],
        RecoveryRoute::Simplified => &[
            Solvent,
            Undecided,
            Untried,
            Untitled,
            NotPublic,
            InFrance,
            SmallClaim,
            InTime,
            NotReplaced,
            Due,
            Free,
            Contacted,
            Uncontested,
        ],
        RecoveryRoute::Uncontested => &[
            Solvent,
            Undecided,
            Untried,
            Untitled,
            DebtorTrader,
            CreditorTrader,
            InFrance,
            InTime,
            Tariff,
            Due,
            Free,
            Contacted,
            Uncontested,
        ],
        RecoveryRoute::PaymentOrder => &[
            Solvent,
            Undecided,
            Untried,
            Untitled,
            NotPublic,
            InFrance,
            InTime,
            Due,
            RestFree,
            Contacted,
            NoticeOver,
            Uncontested,
        ],
        RecoveryRoute::Summary => &[
            Solvent,
            Undecided,
            Untried,
            Untitled,
            KindKnown,
            InTime,
            FrenchCourt,
            Due,
            Free,
            Contacted,
            NoticeOver,
            Uncontested,
        ],
        RecoveryRoute::Ordinary => &[
            Solvent,
            Undecided,
            Untried,
            Untitled,
            KindKnown,
            InTime,
            FrenchCourt,
            Due,
            Free,
            Contacted,
            NoticeOver,
            Conciliated,
        ],
        RecoveryRoute::European => &[
            Solvent,
            Undecided,
            Untried,
            Untitled,
            NotPublic,
            InUnion,
            InTime,
            Due,
            Free,
            Contacted,
            NoticeOver,
            Uncontested,
        ],
        RecoveryRoute::Enforcement => &[Solvent, Seizable, Titled, InTime, Due, Ready],
        RecoveryRoute::WriteOff => &[],
    }
}

/// What a way out asks for, each with its answer; what closes the way comes before what is to be done first.
#[must_use]
pub fn findings(route: RecoveryRoute, at: &Situation) -> Vec<Finding> {
    // Asking amicably does not wait for what another law says about suing.
    let matters = |condition: &&Condition| match **condition {
        Condition::InTime => at.expires.is_some() || route != RecoveryRoute::KeepChasing,
        // Before the civil court alone, and for small sums alone.
        Condition::Conciliated => {
            at.court() == Court::Judicial && at.currency == Currency::EUR && small(at) <= SMALL_CLAIM
        }
        Condition::KindKnown => at.debtor == DebtorKind::Unknown,
        // Said where there is one.
        Condition::Untitled => at.title.is_some(),
        Condition::Sent => !at.was_sent,
        Condition::Undecided => at.lost.is_some(),
        Condition::Untried => at.tried(route).is_some(),
        _ => true,
    };
    asked(route)
        .iter()
        .filter(matters)
        .map(|condition| Finding { condition: *condition, answer: condition.answer(at) })
        .collect()
}

/// What the European small claims procedure asks for, which is told beside the European order for payment: contested or not,
/// the claim is across a border of the Union, and small.
#[must_use]
pub fn european_small_claim(at: &Situation) -> Vec<Finding> {
    let conditions = [Condition::InUnion, Condition::SmallPrincipal];
    conditions.map(|condition| Finding { condition, answer: condition.answer(at) }).to_vec()
}

/// Whether a way is open by its findings. What nobody knows is no yes; but a step that is missing is missing whatever the
/// answer, and comes first.
pub(super) fn availability(findings: &[Finding]) -> Availability {
    let of = |answer| findings.iter().filter(move |finding| finding.answer == answer);
    let closing = of(Answer::Missing).find(|finding| !finding.condition.is_step());
    let (question, step) = (of(Answer::Unknown).next(), of(Answer::Missing).next());
    match (closing, question, step) {
        (Some(finding), ..) => Availability::Closed(finding.condition),
        (None, _, Some(finding)) => Availability::After(finding.condition),
        (None, Some(finding), None) => Availability::ToCheck(finding.condition),
        (None, None, None) => Availability::Open,
    }
}
