//! The signature of a plan: what it does to the invoices it covers, and how that is taken back with it.

use chrono::NaiveDate;

use super::Signing;
use super::ending::{settled_on, unwaive, waive};
use crate::app::book::Book;
use crate::app::effect::Edit;
use crate::app::record::Record;
use crate::app::update::{Refusal, check_free};
use crate::base::order::insert_in_order;
use crate::base::{InvoiceId, PlanId};
use crate::domain::act::{Act, ActKind};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{Circumstance, PromiseState};
use crate::domain::offer::{Offer, OfferEnd, OfferEnded, OfferState};
use crate::domain::plan::Plan;

/// The client signed: an act on each invoice, since that owns to the debt (C. civ. art. 2240).
pub(super) fn accept(
    book: &Book,
    id: PlanId,
    signing: Signing,
    today: NaiveDate,
) -> Result<Vec<Edit>, Refusal> {
    let Signing { proposed, signed } = signing;
    let plan = book.plan(id).cloned().ok_or(Refusal::NotFound)?;
    if !plan.is_open_proposal() {
        return Err(Refusal::PlanNotOpen);
    }
    if today < signed {
        return Err(Refusal::InTheFuture);
    }
    if signed < proposed {
        return Err(Refusal::SignedBeforeProposed);
    }
    let covered: Vec<&CaseFile> = plan.invoices.iter().filter_map(|id| book.case(*id)).collect();
    covered.iter().try_for_each(|case| check_free(book, case, signed))?;
    let paid_before = if proposed == plan.proposed {
        plan.paid_before
    } else {
        covered.iter().map(|case| case.received(proposed)).sum()
    };
    let mut edits = sign(book, &plan.invoices, signed);
    let answer_by = plan.answer_by.max(proposed);
    let plan = Plan { proposed, answer_by, paid_before, accepted: Some(signed), ..plan };
    edits.push(Edit::put(book, Record::Plan(plan)));
    Ok(edits)
}

/// What a signature on a day means for each of some invoices: the act, and the end of what was promised before.
fn sign(book: &Book, invoices: &[InvoiceId], signed: NaiveDate) -> Vec<Edit> {
    signed_cases(book, invoices, signed).into_iter().map(|case| Edit::put(book, Record::Case(case))).collect()
}

fn signed_cases(book: &Book, invoices: &[InvoiceId], signed: NaiveDate) -> Vec<CaseFile> {
    let mut number = book.next_act();
    let mut cases = Vec::new();
    for invoice in invoices {
        let Some(mut case) = book.case(*invoice).cloned() else { continue };
        if !case.acts.iter().any(|act| is_signature(act, signed)) {
            let act = Act { id: number, kind: ActKind::SignedPlan, date: signed, reference: String::new() };
            number = number.next();
            insert_in_order(&mut case.acts, act, |act| (act.date, act.id));
        }
        case.end_promises(signed);
        close_offers(&mut case, signed);
        cases.push(case);
    }
    cases
}

/// Offers that may still be taken up are taken back: what was agreed on takes their place.
fn close_offers(case: &mut CaseFile, signed: NaiveDate) {
    let movements = &case.movements;
    for offer in &mut case.offers {
        if offer.ended.is_none() && matches!(offer.state(movements, signed), OfferState::Open(_)) {
            offer.ended = Some(OfferEnded { how: OfferEnd::Withdrawn, on: signed });
        }
    }
}

/// What a plan that comes back out of the trash did to its invoices: its signature, and what was given up at its end.
pub(in crate::app) fn redone(book: &Book, plan: &Plan) -> Vec<Edit> {
    let Some(signed) = plan.accepted else { return Vec::new() };
    let mut next = book.next_movement();
    let mut cases = signed_cases(book, &plan.invoices, signed);
    if let Some(on) = settled_on(plan) {
        for case in &mut cases {
            waive(book, plan, case, on, &mut next);
        }
    }
    cases.into_iter().map(|case| Edit::put(book, Record::Case(case))).collect()
}

/// Takes back what a plan did to its invoices: nobody owned to the debt by a plan that was entered by mistake, what was
/// promised before it stands again, and nothing was given up at its end. Where another plan was signed the same day, the
/// signature and its effects are that one’s.
pub(super) fn undone(book: &Book, plan: &Plan) -> Vec<Edit> {
    let Some(signed) = plan.accepted else { return Vec::new() };
    let is_alone = |invoice: InvoiceId| {
        book.plans_about(invoice).all(|other| other.id == plan.id || other.accepted != Some(signed))
    };
    let undone = plan.invoices.iter().filter_map(|id| book.case(*id)).map(|known| {
        let mut case = known.clone();
        if is_alone(known.invoice.id) {
            unsign(&mut case, known, signed);
        }
        if let Some(on) = settled_on(plan) {
            unwaive(book, plan, &mut case, on);
        }
        Edit::put(book, Record::Case(case))
    });
    undone.collect()
}

fn unsign(case: &mut CaseFile, known: &CaseFile, signed: NaiveDate) {
    case.acts.retain(|act| !is_signature(act, signed));
    // And the offers it closed.
    for offer in &mut case.offers {
        let open = Offer { ended: None, ..offer.clone() };
        let was_closed = offer.ended == Some(OfferEnded { how: OfferEnd::Withdrawn, on: signed });
        if was_closed && matches!(open.state(&known.movements, signed), OfferState::Open(_)) {
            *offer = open;
        }
    }
    for one in case.circumstances.iter_mut().filter(|one| one.ended == Some(signed)) {
        let open = Circumstance { ended: None, ..one.clone() };
        let then = open.promise(&known.circumstances, &known.movements, signed);
        if open.date <= signed && then == Some(PromiseState::Running) {
            *one = open;
        }
    }
}

/// The act a plan signed on that day left; one the user noted with words of their own is theirs.
fn is_signature(act: &Act, signed: NaiveDate) -> bool {
    act.kind == ActKind::SignedPlan && act.date == signed && act.reference.is_empty()
}
