//! Why a claim is not asked for as a whole on a day. The same order as in the agenda: what forbids chasing comes before what
//! pauses it.

use chrono::NaiveDate;

use super::super::book::Book;
use super::super::route::Route;
use crate::base::{Amount, InvoiceId};
use crate::domain::case_file::CaseFile;
use crate::domain::dunning::Due;
use crate::domain::dunning::status::{Effect, effect, newest};
use crate::domain::dunning::withheld::{PlanRuns, Withheld};
use crate::domain::event::Step;
use crate::domain::plan::standing::{PlanRow, PlanStanding};
use crate::domain::plan::{InterestDuring, Plan};
use crate::domain::status::{in_court, last_act};

/// Why the whole of an invoice’s claim is not asked for on a day; none where it may be.
#[must_use]
pub fn withheld(book: &Book, id: InvoiceId, today: NaiveDate) -> Option<Withheld> {
    let case = book.case(id)?;
    if case.is_out(today) {
        return proceeding(case, today);
    }
    let client = book.client(case.invoice.client);
    if let Some((client, opened)) = client.and_then(|client| Some((client, client.insolvency?)))
        && case.is_held_by(Some(opened), today)
    {
        return Some(Withheld::Insolvent { opened, office: client.collective.office.clone() });
    }
    proceeding(case, today)
        .or_else(|| last_act(case, today, in_court).map(|(_, on)| Withheld::Court { on }))
        .or_else(|| stopped(book, case, today))
        .or_else(|| plan_runs(book, id, today).map(Withheld::Plan))
}

/// Where one goes instead of asking for the claim: what is done about it first.
#[must_use]
pub fn way(held: &Withheld, id: InvoiceId) -> Route {
    match held {
        Withheld::Plan(_) => Route::Plan(id),
        Withheld::Status { effect: Effect::Correct, .. } => Route::Text(id, Step::Correction),
        Withheld::Status { effect: Effect::NoteCredit, .. } => Route::Invoice(id),
        _ => Route::After(id),
    }
}

/// A status of the e-invoice by which nothing is asked for, while any of its principal is unpaid.
fn stopped(book: &Book, case: &CaseFile, today: NaiveDate) -> Option<Withheld> {
    let (code, on) = newest(case, today)?;
    let effect = effect(code);
    let stops = effect.stops() && book.claim(case, today).principal_left.is_positive();
    stops.then_some(Withheld::Status { code, on, effect })
}

fn proceeding(case: &CaseFile, today: NaiveDate) -> Option<Withheld> {
    let one = case.proceeding(today)?;
    Some(Withheld::Proceeding { kind: one.kind, on: one.date, with: one.with.clone() })
}

/// The plan that gives time for an invoice on a day, if there is one.
#[must_use]
pub fn plan_runs(book: &Book, id: InvoiceId, today: NaiveDate) -> Option<PlanRuns> {
    let known = book.plan_of(id, today).filter(PlanStanding::gives_time)?;
    let (plan, received) = (known.plan, known.received);
    let of = plan.instalments.len();
    let next = known.standing.row();
    let cases = plan.invoices.iter().filter_map(|id| book.case(*id));
    let claims = cases.map(|case| book.covered_claim(plan, case, today));
    let owed: Amount = claims.map(|claim| claim.total - claim.credit).sum();
    let beside = known.beside.map(|beside| beside.amount).unwrap_or_default();
    Some(PlanRuns {
        signed: plan.accepted?,
        until: plan.ends(),
        standing: known.standing,
        next: next.map(|row| Due { amount: row.left(), due: row.due, number: row.number, of }),
        due: plan.due(received, today),
        asked: known.asked(today),
        left: plan.left(received),
        whole: owed.or_zero(),
        beside: known.beside,
        given_up: (owed - plan.left(received) - beside).or_zero(),
        stops: plan.interest == InterestDuring::Stops,
        invoices: plan.invoices.clone(),
    })
}

/// The signed plan a text or call about an invoice speaks of, with the sum it is about: of a notice the one that is missing, of
/// anything else also the one that comes next, while the plan gives time.
#[must_use]
pub fn plan_sum(book: &Book, id: InvoiceId, step: Step, today: NaiveDate) -> Option<(&Plan, PlanRow)> {
    let known = book.plan_of(id, today)?;
    let row = known.standing.row()?;
    let fits = if step == Step::PlanNotice { row.is_missed(today) } else { known.gives_time() };
    fits.then_some((known.plan, row))
}

/// The last day to pay that a text of a step grants at least: of penalties that a kept plan left aside, the day it says.
#[must_use]
pub fn granted_by_plan(book: &Book, id: InvoiceId, step: Step, today: NaiveDate) -> Option<NaiveDate> {
    let asks = matches!(step, Step::PenaltyNote | Step::FirmReminder | Step::FirstReminder);
    book.plan_of(id, today).filter(|_| asks)?.plan.left_aside_until()
}
