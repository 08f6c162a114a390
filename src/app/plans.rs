//! Payment plans as they enter the book: proposed, signed, recalled, ended.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::book::Book;
use super::effect::{Done, Edit};
use super::record::{Key, Record};
use super::trash::{self, TrashItem};
use super::update::{Refusal, case, check_free};
use crate::base::order::insert_in_order;
use crate::base::{Amount, InvoiceId, MovementId, PlanId};
use crate::domain::act::{Act, ActKind};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{Circumstance, PromiseState};
use crate::domain::claim::Instalment;
use crate::domain::movement::{Movement, MovementKind};
use crate::domain::plan::standing::Standing;
use crate::domain::plan::{End, Ended, InterestDuring, Penalties, Plan};

/// A change to the payment plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanCommand {
    /// Notes a proposal; an earlier one about these invoices that was not answered is withdrawn.
    Propose(PlanDraft),
    /// Notes that the client signed it, which starts limitation again.
    Accept(PlanId, Signing),
    /// Notes how it ended, and when. One that was kept gives up what was agreed; broken is one whose notice was left
    /// unanswered in the time it gives from its receipt.
    End(PlanId, End, NaiveDate),
    /// Notes that it was broken although the receipt of its notice is not known, when, and why.
    BreakUndated(PlanId, NaiveDate, String),
    /// Moves what was noted on one of its invoices and is another’s, so that each gets its part: see
    /// [`Plan::misplaced`].
    ShareOut(PlanId),
    /// Deletes one entered by mistake, and what its signature did with it.
    Delete(PlanId),
}

/// When a plan was proposed and signed. One that was agreed before it was entered is proposed as of the day it really was:
/// money received since then pays it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signing {
    /// Day it was proposed.
    pub proposed: NaiveDate,
    /// Day the client signed, that day or later.
    pub signed: NaiveDate,
}

/// A plan as proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanDraft {
    /// The invoices it covers.
    pub invoices: Vec<InvoiceId>,
    /// Day it was proposed.
    pub proposed: NaiveDate,
    /// Day by which the client answers.
    pub answer_by: NaiveDate,
    /// What is paid down, and by when.
    pub down_payment: Option<Instalment>,
    /// The instalments.
    pub instalments: Vec<Instalment>,
    /// What becomes of penalties.
    pub penalties: Penalties,
    /// Whether interest goes on meanwhile.
    pub interest: InterestDuring,
    /// Days a notice gives before all is due.
    pub notice_days: u32,
    /// Note.
    pub note: String,
}

impl From<&Plan> for PlanDraft {
    /// A plan as it was proposed.
    fn from(plan: &Plan) -> Self {
        Self {
            invoices: plan.invoices.clone(),
            proposed: plan.proposed,
            answer_by: plan.answer_by,
            down_payment: plan.down_payment,
            instalments: plan.instalments.clone(),
            penalties: plan.penalties,
            interest: plan.interest,
            notice_days: plan.notice_days,
            note: plan.note.clone(),
        }
    }
}

/// Carries a change to the plans out: what it did, and the records it changes.
pub(super) fn carry_out(
    book: &Book,
    command: PlanCommand,
    today: NaiveDate,
) -> Result<(Done, Vec<Edit>), Refusal> {
    match command {
        PlanCommand::Propose(draft) => Ok((Done::PlanProposed, propose(book, draft, today)?)),
        PlanCommand::Accept(id, signing) => Ok((Done::PlanAccepted, accept(book, id, signing, today)?)),
        PlanCommand::End(id, how, on) => Ok((Done::PlanEnded, end(book, id, how, on, today)?)),
        PlanCommand::BreakUndated(id, on, why) => {
            Ok((Done::PlanEnded, break_undated(book, id, on, why, today)?))
        }
        PlanCommand::ShareOut(id) => Ok((Done::PaymentsAdded, share_out(book, id, today)?)),
        PlanCommand::Delete(id) => {
            let plan = book.plan(id).cloned().ok_or(Refusal::NotFound)?;
            let mut edits = undone(book, &plan);
            edits.push(Edit::removal(book, Key::Plan(id)));
            edits.push(trash::deleted(book, TrashItem::Plan(plan), today));
            Ok((Done::PlanDeleted, edits))
        }
    }
}

fn propose(book: &Book, draft: PlanDraft, today: NaiveDate) -> Result<Vec<Edit>, Refusal> {
    if today < draft.proposed {
        return Err(Refusal::InTheFuture);
    }
    let covered: BTreeSet<InvoiceId> = draft.invoices.iter().copied().collect();
    let cases = covered.iter().map(|id| case(book, *id)).collect::<Result<Vec<_>, _>>()?;
    let first = cases.first().ok_or(Refusal::NotFound)?;
    let is_one_debt = |other: &CaseFile| {
        (other.invoice.client, other.invoice.currency) == (first.invoice.client, first.invoice.currency)
    };
    if !cases.iter().all(is_one_debt) {
        return Err(Refusal::NotOneDebt);
    }
    cases.iter().try_for_each(|case| check_free(book, case, today))?;
    let about = |plan: &&Plan| plan.ended.is_none() && plan.invoices.iter().any(|id| covered.contains(id));
    let mut edits = Vec::new();
    for earlier in book.plans().filter(about) {
        if earlier.is_running() {
            return Err(Refusal::PlanRuns);
        }
        let ended = Some(Ended { how: End::Withdrawn, on: draft.proposed });
        edits.push(Edit::put(book, Record::Plan(Plan { ended, ..earlier.clone() })));
    }
    let plan = Plan {
        id: book.next_plan(),
        client: first.invoice.client,
        paid_before: cases.iter().map(|case| case.received(draft.proposed)).sum(),
        invoices: draft.invoices,
        proposed: draft.proposed,
        answer_by: draft.answer_by,
        down_payment: draft.down_payment,
        instalments: draft.instalments,
        penalties: draft.penalties,
        interest: draft.interest,
        notice_days: draft.notice_days,
        accepted: None,
        notices: Vec::new(),
        ended: None,
        note: draft.note,
        undated_because: String::new(),
    };
    if !plan.is_sound() {
        return Err(Refusal::NotOneDebt);
    }
    edits.push(Edit::put(book, Record::Plan(plan)));
    Ok(edits)
}

/// The client signed: an act on each invoice, since that owns to the debt (C. civ. art. 2240).
fn accept(book: &Book, id: PlanId, signing: Signing, today: NaiveDate) -> Result<Vec<Edit>, Refusal> {
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
pub(super) fn sign(book: &Book, invoices: &[InvoiceId], signed: NaiveDate) -> Vec<Edit> {
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
        cases.push(case);
    }
    cases
}

/// What a plan that comes back out of the trash did to its invoices: its signature, and what was given up at its end.
pub(super) fn redone(book: &Book, plan: &Plan) -> Vec<Edit> {
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

fn settled_on(plan: &Plan) -> Option<NaiveDate> {
    plan.ended.filter(|ended| ended.how == End::Settled).map(|ended| ended.on)
}

/// Takes back what a plan did to its invoices: nobody owned to the debt by a plan that was entered by mistake, what was
/// promised before it stands again, and nothing was given up at its end. Where another plan was signed the same day, the
/// signature and its effects are that one’s.
fn undone(book: &Book, plan: &Plan) -> Vec<Edit> {
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
    for one in case.circumstances.iter_mut().filter(|one| one.ended == Some(signed)) {
        let open = Circumstance { ended: None, ..one.clone() };
        let then = open.promise(&known.circumstances, &known.movements, signed);
        if open.date <= signed && then == Some(PromiseState::Running) {
            *one = open;
        }
    }
}

/// Takes back what was given up at the end of a plan. A waiver of the user’s own on that day has another amount, or words of
/// its own, and stays.
fn unwaive(book: &Book, plan: &Plan, case: &mut CaseFile, on: NaiveDate) {
    let is_ours = |movement: &Movement, kind: MovementKind| {
        movement.kind == kind
            && movement.date == on
            && movement.reference.is_empty()
            && movement.if_settled_by.is_none()
    };
    let kinds = [MovementKind::InterestWaiver, MovementKind::CompensationWaiver];
    let mut bare = case.clone();
    bare.movements.retain(|movement| !kinds.iter().any(|kind| is_ours(movement, *kind)));
    let given = plan.given_up(&book.claim(&bare, plan.proposed), &book.claim(&bare, on));
    for (kind, amount) in kinds.into_iter().zip([given.interest, given.compensation]) {
        let mut known = case.movements.iter().filter(|movement| is_ours(movement, kind));
        let (first, is_only) = (known.next().map(|one| one.id), known.next().is_none());
        let exact = case.movements.iter().find(|one| is_ours(one, kind) && one.amount == amount);
        // What was paid may have been corrected since: the only one of the day is the plan’s all the same.
        let id = exact.map(|one| one.id).or(first.filter(|_| is_only && amount.is_positive()));
        case.movements.retain(|movement| Some(movement.id) != id);
    }
}

/// The act a plan signed on that day left; one the user noted with words of their own is theirs.
fn is_signature(act: &Act, signed: NaiveDate) -> bool {
    act.kind == ActKind::SignedPlan && act.date == signed && act.reference.is_empty()
}

fn end(book: &Book, id: PlanId, how: End, on: NaiveDate, today: NaiveDate) -> Result<Vec<Edit>, Refusal> {
    let plan = book.plan(id).cloned().ok_or(Refusal::NotFound)?;
    if today < on {
        return Err(Refusal::InTheFuture);
    }
    let fits = if how == End::Withdrawn { plan.is_open_proposal() } else { plan.is_running() };
    if !fits {
        return Err(if how == End::Withdrawn { Refusal::PlanNotOpen } else { Refusal::PlanNotRunning });
    }
    if how == End::Broken && !matches!(book.standing(&plan, on), Standing::Breached(..)) {
        return Err(Refusal::NoticeOpen);
    }
    let mut edits = Vec::new();
    if how == End::Settled {
        if plan.rows(book.received(&plan, on)).iter().any(|row| row.left().is_positive()) {
            return Err(Refusal::PlanNotPaid);
        }
        if book.misplaced(&plan, on).is_some() {
            return Err(Refusal::PlanMisplaced);
        }
        let mut next = book.next_movement();
        for mut case in plan.invoices.iter().filter_map(|id| book.case(*id).cloned()) {
            if waive(book, &plan, &mut case, on, &mut next) {
                edits.push(Edit::put(book, Record::Case(case)));
            }
        }
    }
    edits.push(Edit::put(book, Record::Plan(Plan { ended: Some(Ended { how, on }), ..plan })));
    Ok(edits)
}

/// All falls due although nobody knows when the notice was received: its time is over as far as one can expect, and the
/// reason is kept.
fn break_undated(
    book: &Book,
    id: PlanId,
    on: NaiveDate,
    why: String,
    today: NaiveDate,
) -> Result<Vec<Edit>, Refusal> {
    let plan = book.plan(id).cloned().ok_or(Refusal::NotFound)?;
    if today < on {
        return Err(Refusal::InTheFuture);
    }
    if why.trim().is_empty() || !matches!(book.standing(&plan, on), Standing::NoticeUndated(..)) {
        return Err(Refusal::NoticeOpen);
    }
    let ended = Some(Ended { how: End::Broken, on });
    Ok(vec![Edit::put(book, Record::Plan(Plan { ended, undated_because: why, ..plan }))])
}

/// The payments of a plan, the latest first, cut down to what is their invoice’s; what is cut off goes to the invoices that
/// want for it, as a payment of the same day and reference.
fn share_out(book: &Book, id: PlanId, today: NaiveDate) -> Result<Vec<Edit>, Refusal> {
    let plan = book.plan(id).ok_or(Refusal::NotFound)?;
    if !plan.is_running() {
        return Err(Refusal::PlanNotRunning);
    }
    let moves = book.misplaced(plan, today).ok_or(Refusal::NotFound)?;
    let mut cases = moves.iter().map(|(id, _)| case(book, *id)).collect::<Result<Vec<_>, _>>()?;
    let mut cut: Vec<Movement> = Vec::new();
    for (case, (_, away)) in cases.iter_mut().zip(&moves) {
        cut.extend(cut_off(case, *away, plan.proposed, today));
    }
    let mut next = book.next_movement();
    for (case, (_, away)) in cases.iter_mut().zip(&moves) {
        let mut wanting = (Amount::ZERO - *away).or_zero();
        for from in &mut cut {
            let amount = from.amount.min(wanting);
            if amount.is_positive() {
                from.amount -= amount;
                wanting -= amount;
                let part = Movement { id: next, amount, ..from.clone() };
                next = next.next();
                insert_in_order(&mut case.movements, part, |movement| (movement.date, movement.id));
            }
        }
    }
    Ok(cases.into_iter().map(|case| Edit::put(book, Record::Case(case))).collect())
}

/// Takes so much off the payments a case got after a day, the latest first; what was taken off of each.
fn cut_off(case: &mut CaseFile, away: Amount, after: NaiveDate, today: NaiveDate) -> Vec<Movement> {
    let (mut left, mut cut) = (away, Vec::new());
    for movement in case.movements.iter_mut().rev() {
        let is_of_plan =
            movement.kind == MovementKind::Payment && after < movement.date && movement.date <= today;
        let amount = movement.amount.min(left);
        if is_of_plan && amount.is_positive() {
            movement.amount -= amount;
            left -= amount;
            cut.push(Movement { amount, ..movement.clone() });
        }
    }
    case.movements.retain(|movement| movement.amount.is_positive());
    cut
}

/// Adds the waivers of one invoice; whether there are any.
fn waive(book: &Book, plan: &Plan, case: &mut CaseFile, on: NaiveDate, next: &mut MovementId) -> bool {
    let given = plan.given_up(&book.claim(case, plan.proposed), &book.claim(case, on));
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
