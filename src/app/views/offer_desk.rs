//! What offers about an invoice are made on, and the ways out side by side: what is received, when, and what is given up.

use chrono::NaiveDate;

use super::super::book::Book;
use super::super::forms::plan::PlanForm;
use super::super::plans::PlanDraft;
use super::plan_desk::PlanDesk;
use crate::base::{Amount, Currency, InvoiceId, Region};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{CircumstanceKind, DisputeCause, Unpaid};
use crate::domain::claim::{Claim, Debt};
use crate::domain::movement::Movement;
use crate::domain::offer::{Offer, OfferFigures, OfferPrice, OfferSort, OfferState, Way, WayKind};
use crate::domain::party::DebtorKind;

/// What an offer about an invoice is made on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferDesk {
    /// Which invoice.
    pub id: InvoiceId,
    /// Today.
    pub today: NaiveDate,
    /// Whose public holidays count.
    pub region: Region,
    /// Currency of every amount.
    pub currency: Currency,
    /// What the client is in law.
    pub debtor: DebtorKind,
    /// The debt.
    pub debt: Debt,
    /// Its claim today.
    pub claim: Claim,
    /// Every offer made so far with where it stands: those that wait for something first, of each the last first.
    pub offers: Vec<(Offer, OfferState)>,
    /// The client finds fault with the work: to put it right is what one offers first.
    is_faulted: bool,
    /// What came in, and whatever else changed the balance.
    movements: Vec<Movement>,
    /// What the offers that may still be taken up come to, in the same order.
    open: Vec<Way>,
    /// The payment plan that is proposed or kept.
    plan: Option<Way>,
}

impl OfferDesk {
    /// What offers about an invoice are made on; none where there is no such invoice.
    #[must_use]
    pub fn of(book: &Book, id: InvoiceId, today: NaiveDate) -> Option<Self> {
        let case = book.case(id)?;
        let debtor = book.debtor_of(case);
        let debt = case.debt(debtor);
        let claim = debt.claim_on(today, book.rates());
        let mut offers: Vec<(Offer, OfferState)> =
            case.offers_on(today).map(|(offer, state)| (offer.clone(), state)).collect();
        offers.reverse();
        // What waits for something comes first; stable, so that each half keeps its order.
        offers.sort_by_key(|(_, state)| matches!(state, OfferState::Lapsed(_) | OfferState::Ended(_)));
        let open =
            offers.iter().filter(|(_, state)| matches!(state, OfferState::Open(_) | OfferState::Agreed(_)));
        let open = open.map(|(offer, _)| {
            let then = debt.claim_on(offer.date, book.rates());
            // As of today, like the others: what has come in for it is received already.
            let price = OfferPrice { owed: claim.balance(), pay: offer.left(&case.movements, today) };
            let figures = price.figures(&offer.kind, &debt, &then, offer.until, book.rates());
            Way::of(WayKind::Made(offer.id, offer.kind.sort()), figures)
        });
        Some(Self {
            id,
            today,
            region: book.policy().region,
            currency: case.invoice.currency,
            debtor: debtor.kind,
            is_faulted: is_faulted(case, today),
            movements: case.movements.clone(),
            open: open.collect(),
            plan: plan(book, id, today),
            debt,
            claim,
            offers,
        })
    }

    /// What is still to come under an offer of money, where a part of it has come in and it may still be paid.
    #[must_use]
    pub fn left(&self, offer: &Offer, state: OfferState) -> Option<Amount> {
        let may_come = matches!(state, OfferState::Open(_) | OfferState::Agreed(_));
        let left = offer.left(&self.movements, self.today);
        (may_come && offer.kind.sort().is_of_money() && left < offer.pay && left.is_positive())
            .then_some(left)
    }

    /// It is not due yet: paying early is all there is to offer for.
    #[must_use]
    pub fn is_early(&self) -> bool {
        self.today < self.debt.due
    }

    /// Penalties are owed, and may be given up to this client.
    #[must_use]
    pub fn may_drop(&self) -> bool {
        self.debtor != DebtorKind::Public && self.claim.penalties_left().is_positive()
    }

    /// What can be offered now, the usual first.
    #[must_use]
    pub fn sorts(&self) -> Vec<OfferSort> {
        if self.is_early() {
            return vec![OfferSort::Early];
        }
        let penalties = self.may_drop().then_some(OfferSort::Penalties);
        let others = [OfferSort::Discount, OfferSort::Return, OfferSort::Repair];
        let mut sorts: Vec<OfferSort> = penalties.into_iter().chain(others).collect();
        if self.is_faulted {
            sorts.rotate_right(1);
        }
        sorts
    }

    /// Something is owed that an offer could be about.
    #[must_use]
    pub fn has_something(&self) -> bool {
        let owed = if self.is_early() { self.claim.principal_left } else { self.claim.exigible() };
        owed.is_positive() && self.today != self.debt.due
    }

    /// The ways out side by side: nothing offered, what is being typed, what was offered, the plan, and the variants of a
    /// plan that were kept to compare.
    #[must_use]
    pub fn ways(&self, typed: Option<(OfferSort, OfferFigures)>, variants: &[Way]) -> Vec<Way> {
        let owed = if self.is_early() { self.claim.principal_left } else { self.claim.exigible() };
        let nothing = Way {
            what: WayKind::Nothing,
            received: owed,
            on: if self.is_early() { self.debt.due } else { self.today },
            given_up: Amount::ZERO,
            own_cost: Amount::ZERO,
            yearly: None,
        };
        let typed = typed.map(|(sort, figures)| Way::of(WayKind::Typed(sort), figures));
        [nothing]
            .into_iter()
            .chain(typed)
            .chain(self.open.iter().copied())
            .chain(self.plan)
            .chain(variants.iter().copied())
            .collect()
    }
}

/// The client contests the work, or is not satisfied with it.
fn is_faulted(case: &CaseFile, today: NaiveDate) -> bool {
    let contested = case.open_dispute(today).is_some_and(|dispute| {
        matches!(
            dispute.kind,
            CircumstanceKind::Dispute { cause: DisputeCause::Quality | DisputeCause::Incomplete, .. }
        )
    });
    contested || case.last_reason(Unpaid::Dissatisfied, today).is_some()
}

/// What variants of a payment plan come to that are kept to compare; those that make no plan are left out.
#[must_use]
pub fn variants(book: &Book, id: InvoiceId, kept: &[PlanForm], today: NaiveDate) -> Vec<Way> {
    let of = |(at, form): (usize, &PlanForm)| {
        let desk = PlanDesk::of(book, id, form.proposed_on(today)?)?;
        let draft = form.parse(&desk, today).0?.draft;
        way(WayKind::Variant(at + 1), book, &desk, &draft)
    };
    kept.iter().enumerate().filter_map(of).collect()
}

/// What the terms of a plan come to if they are kept.
fn way(what: WayKind, book: &Book, desk: &PlanDesk, draft: &PlanDraft) -> Option<Way> {
    let sums = || draft.down_payment.iter().chain(&draft.instalments);
    // What is frozen beside it is received as well, once it is paid.
    let beside = desk.beside(draft.penalties, |id| draft.invoices.contains(&id));
    Some(Way {
        what,
        received: sums().map(|sum| sum.amount).sum::<Amount>() + beside,
        on: sums().last()?.due,
        given_up: desk.cost(book.rates(), draft),
        own_cost: Amount::ZERO,
        yearly: None,
    })
}

/// The payment plan that covers an invoice, while it is proposed or kept, with what it would cost if it were kept.
fn plan(book: &Book, id: InvoiceId, today: NaiveDate) -> Option<Way> {
    let plan = book.plan_of(id, today)?.plan;
    if plan.ended.is_some() {
        return None;
    }
    let desk = PlanDesk::of(book, id, plan.proposed)?;
    way(WayKind::Plan(plan.id, plan.invoices.len()), book, &desk, &PlanDraft::from(plan))
}
