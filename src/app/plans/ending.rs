//! How a plan ends, or goes on although it was not kept; and what is given up, or taken back, with its end.

use chrono::NaiveDate;

use crate::app::book::Book;
use crate::app::effect::Edit;
use crate::app::record::Record;
use crate::app::update::Refusal;
use crate::base::order::insert_in_order;
use crate::base::{Amount, MovementId, PlanId};
use crate::domain::case_file::CaseFile;
use crate::domain::movement::{Movement, MovementKind};
use crate::domain::plan::standing::Standing;
use crate::domain::plan::{End, Ended, GoesOn, Plan};

/// A plan, for something that happened to it on a day.
fn known(book: &Book, id: PlanId, on: NaiveDate, today: NaiveDate) -> Result<&Plan, Refusal> {
    let plan = book.plan(id).ok_or(Refusal::NotFound)?;
    if today < on { Err(Refusal::InTheFuture) } else { Ok(plan) }
}

/// Ends a plan on a day.
pub(super) fn end(
    book: &Book,
    id: PlanId,
    how: End,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<Vec<Edit>, Refusal> {
    let plan = known(book, id, on, today)?;
    let fits = if how == End::Withdrawn { plan.is_open_proposal() } else { plan.is_running() };
    if !fits {
        return Err(if how == End::Withdrawn { Refusal::PlanNotOpen } else { Refusal::PlanNotRunning });
    }
    match how {
        End::Withdrawn => {}
        End::Broken if matches!(book.standing(plan, on), Standing::Breached(..)) => {}
        End::Broken => return Err(Refusal::NoticeOpen),
        End::Settled | End::PaidLate => {
            check_paid(book, plan, on)?;
            match (how, book.loses_waiver(plan, on)) {
                // What is given up if the plan is kept is given up by itself only where it was.
                (End::Settled, true) => return Err(Refusal::PlanPaidLate),
                (End::Settled, false) => return Ok(settled(book, plan, on)),
                (_, true) => {}
                (_, false) => return Err(Refusal::PlanKept),
            }
        }
    }
    Ok(vec![ended(book, plan, how, on)])
}

/// Closes a plan that was paid late, and gives up all the same what was agreed on for one that is kept.
pub(super) fn settle_late(
    book: &Book,
    id: PlanId,
    on: NaiveDate,
    today: NaiveDate,
) -> Result<Vec<Edit>, Refusal> {
    let plan = known(book, id, on, today)?;
    if !plan.is_running() {
        return Err(Refusal::PlanNotRunning);
    }
    check_paid(book, plan, on)?;
    if book.loses_waiver(plan, on) { Ok(settled(book, plan, on)) } else { Err(Refusal::PlanKept) }
}

/// Every sum of a plan is there, and on the invoices it is for; what was left unanswered in between was settled first.
fn check_paid(book: &Book, plan: &Plan, on: NaiveDate) -> Result<(), Refusal> {
    if plan.left(book.received(plan, on)).is_positive() {
        return Err(Refusal::PlanNotPaid);
    }
    if book.standing(plan, on) != Standing::Complete {
        return Err(Refusal::PlanBreached);
    }
    if book.misplaced(plan, on).is_some() {
        return Err(Refusal::PlanMisplaced);
    }
    Ok(())
}

/// Closed as kept, with what is given up for that.
fn settled(book: &Book, plan: &Plan, on: NaiveDate) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut next = book.next_movement();
    for mut case in plan.invoices.iter().filter_map(|id| book.case(*id).cloned()) {
        if waive(book, plan, &mut case, on, &mut next) {
            edits.push(Edit::put(book, Record::Case(case)));
        }
    }
    edits.push(ended(book, plan, End::Settled, on));
    edits
}

fn ended(book: &Book, plan: &Plan, how: End, on: NaiveDate) -> Edit {
    Edit::put(book, Record::Plan(Plan { ended: Some(Ended { how, on }), ..plan.clone() }))
}

/// The plan goes on although its notice was left unanswered: what was written to the client about it is kept.
pub(super) fn go_on(
    book: &Book,
    id: PlanId,
    on: NaiveDate,
    written: String,
    today: NaiveDate,
) -> Result<Vec<Edit>, Refusal> {
    let plan = known(book, id, on, today)?;
    let is_unanswered =
        matches!(book.standing(plan, on), Standing::Breached(..) | Standing::NoticeUndated(..));
    if written.trim().is_empty() || !is_unanswered {
        return Err(Refusal::PlanNotRunning);
    }
    let mut plan = plan.clone();
    insert_in_order(&mut plan.goes_on, GoesOn { on, written }, |one| one.on);
    Ok(vec![Edit::put(book, Record::Plan(plan))])
}

/// All falls due although nobody knows when the notice was received: its time is over as far as one can expect, and the
/// reason is kept.
pub(super) fn break_undated(
    book: &Book,
    id: PlanId,
    on: NaiveDate,
    why: String,
    today: NaiveDate,
) -> Result<Vec<Edit>, Refusal> {
    let plan = known(book, id, on, today)?.clone();
    if why.trim().is_empty() || !matches!(book.standing(&plan, on), Standing::NoticeUndated(..)) {
        return Err(Refusal::NoticeOpen);
    }
    let ended = Some(Ended { how: End::Broken, on });
    Ok(vec![Edit::put(book, Record::Plan(Plan { ended, undated_because: why, ..plan }))])
}

/// The day a plan was closed with what it gave up, where it was.
pub(super) fn settled_on(plan: &Plan) -> Option<NaiveDate> {
    plan.ended.filter(|ended| ended.how == End::Settled).map(|ended| ended.on)
}

/// Adds the waivers of one invoice; whether there are any.
pub(super) fn waive(
    book: &Book,
    plan: &Plan,
    case: &mut CaseFile,
    on: NaiveDate,
    next: &mut MovementId,
) -> bool {
    let given = book.given_up_of(plan, case, on);
    let waivers = [
        (MovementKind::InterestWaiver, given.interest),
        (MovementKind::CompensationWaiver, given.compensation),
    ];
    for (kind, amount) in waivers.into_iter().filter(|(_, amount)| *amount > Amount::ZERO) {
        let movement =
            Movement { id: *next, kind, date: on, amount, reference: String::new(), if_settled_by: None };
        *next = next.next();
        insert_in_order(&mut case.movements, movement, |movement| (movement.date, movement.id));
    }
    given.sum().is_positive()
}

/// Takes back what was given up at the end of a plan. A waiver of the user’s own on that day has another amount, or words of
/// its own, and stays.
pub(super) fn unwaive(book: &Book, plan: &Plan, case: &mut CaseFile, on: NaiveDate) {
    let is_ours = |movement: &Movement, kind: MovementKind| {
        movement.kind == kind
            && movement.date == on
            && movement.reference.is_empty()
            && movement.if_settled_by.is_none()
    };
    let kinds = [MovementKind::InterestWaiver, MovementKind::CompensationWaiver];
    let mut bare = case.clone();
    bare.movements.retain(|movement| !kinds.iter().any(|kind| is_ours(movement, *kind)));
    let given = book.given_up_of(plan, &bare, on);
    for (kind, amount) in kinds.into_iter().zip([given.interest, given.compensation]) {
        let mut known = case.movements.iter().filter(|movement| is_ours(movement, kind));
        let (first, is_only) = (known.next().map(|one| one.id), known.next().is_none());
        let exact = case.movements.iter().find(|one| is_ours(one, kind) && one.amount == amount);
        // What was paid may have been corrected since: the only one of the day is the plan’s all the same.
        let id = exact.map(|one| one.id).or(first.filter(|_| is_only && amount.is_positive()));
        case.movements.retain(|movement| Some(movement.id) != id);
    }
}
