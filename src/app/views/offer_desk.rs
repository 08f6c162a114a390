//! What offers about an invoice are made on, and the ways out side by side: what is received, when, and what is given up.

use chrono::NaiveDate;

use super::super::book::Book;
use super::super::forms::plan::PlanForm;
use super::super::plans::PlanDraft;
use super::plan_desk::PlanDesk;
use crate::base::{Amount, Currency, InvoiceId, Lang, Region};
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
    /// It is signed and gives time: nothing else is asked for now.
    is_planned: bool,
    /// The plan one would start from, where there is none.
    usual: Option<Way>,
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
            let figures =
                price.figures(&offer.kind, &debt, &then, (offer.until, offer.balance_by), book.rates());
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
            is_planned: book.plan_of(id, today).is_some_and(|known| known.gives_time()),
            usual: usual(book, id, today),
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

    /// An offer was agreed to, or paid, and is not carried out yet: nothing else is offered before.
    #[must_use]
    pub fn is_taken_up(&self) -> bool {
        self.offers.iter().any(|(_, state)| state.is_taken_up())
    }

    /// Something is owed that an offer could be about.
    #[must_use]
    pub fn has_something(&self) -> bool {
        let owed = if self.is_early() { self.claim.principal_left } else { self.claim.exigible() };
        owed.is_positive() && self.today != self.debt.due
    }

    /// The ways out side by side: nothing offered, what is being typed, what was offered, the plan, and the variants of a
    /// plan that were kept to compare. Under a plan that gives time, that is what one has where nothing is offered; where
    /// there is no plan, the usual one stands in, since few pay all at once.
    #[must_use]
    pub fn ways(&self, typed: Option<(OfferSort, OfferFigures)>, variants: &[Way]) -> Vec<Way> {
        let owed = if self.is_early() { self.claim.principal_left } else { self.claim.exigible() };
        let nothing = Way {
            what: WayKind::Nothing,
            received: owed,
            // Asking for all of it says nothing of when it comes.
            on: self.is_early().then_some(self.debt.due),
            given_up: Amount::ZERO,
            own_cost: Amount::ZERO,
            yearly: None,
        };
        let typed = typed.map(|(sort, figures)| Way::of(WayKind::Typed(sort), figures));
        let nothing = Some(nothing).filter(|_| !self.is_planned);
        let running = self.plan.filter(|_| self.is_planned);
        let proposed = self.plan.filter(|_| !self.is_planned);
        let has_plan = self.plan.is_some() || !variants.is_empty() || self.is_early();
        nothing
            .into_iter()
            .chain(running)
            .chain(typed)
            .chain(self.open.iter().copied())
            .chain(proposed)
            .chain(variants.iter().copied())
            .chain(self.usual.filter(|_| !has_plan))
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
        way(WayKind::Variant(at + 1, draft.invoices.len()), book, id, &desk, &draft)
    };
    kept.iter().enumerate().filter_map(of).collect()
}

/// What the terms of a plan come to for one of its invoices, if they are kept: like is compared with like. None where it is
/// not covered.
fn way(what: WayKind, book: &Book, id: InvoiceId, desk: &PlanDesk, draft: &PlanDraft) -> Option<Way> {
    let part = desk.kept(book.rates(), draft).into_iter().find(|part| part.invoice == id)?;
    Some(Way {
        what,
        // What is frozen beside it, and interest that goes on, is received as well once it is paid.
        received: part.paid + part.after,
        on: Some(part.on),
        given_up: part.given_up,
        own_cost: Amount::ZERO,
        yearly: None,
    })
}

/// The plan of one invoice that its form would start from.
fn usual(book: &Book, id: InvoiceId, today: NaiveDate) -> Option<Way> {
    let mut desk = PlanDesk::of(book, id, today)?;
    desk.invoices.retain(|one| one.id == id);
    desk.spoken = None;
    // The language is that of what is typed, which nobody reads here.
    let draft = PlanForm::start(&desk, Lang::default()).parse(&desk, today).0?.draft;
    way(WayKind::Usual(draft.instalments.len()), book, id, &desk, &draft)
}

/// The payment plan that covers an invoice, while it is proposed or kept, with what it would cost if it were kept.
fn plan(book: &Book, id: InvoiceId, today: NaiveDate) -> Option<Way> {
    let plan = book.plan_of(id, today)?.plan;
    if plan.ended.is_some() {
        return None;
    }
    let desk = PlanDesk::of(book, id, plan.proposed)?;
    way(WayKind::Plan(plan.id, plan.invoices.len()), book, id, &desk, &PlanDraft::from(plan))
}
