//! Payment plans as they enter the book: proposed, signed ([`signature`]), shared out ([`sharing`]), ended ([`ending`]).

mod ending;
mod sharing;
mod signature;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::book::Book;
use super::effect::{Done, Edit};
use super::record::{Key, Record};
use super::trash::{self, TrashItem};
use super::update::{Refusal, case, check_free};
use crate::base::{InvoiceId, PlanId};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Instalment;
use crate::domain::plan::{End, Ended, InterestDuring, Penalties, Plan, Reserved};

pub(super) use self::signature::redone;

/// A change to the payment plans.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanCommand {
    /// Notes a proposal; an earlier one about these invoices that was not answered is withdrawn.
    Propose(PlanDraft),
    /// Notes that the client signed it, which starts limitation again.
    Accept(PlanId, Signing),
    /// Notes how it ended, and when. One that was kept on its days gives up what was agreed; one that was paid late gives up
    /// nothing unless the user says so; broken is one whose notice was left unanswered in the time it gives from its receipt.
    End(PlanId, End, NaiveDate),
    /// Notes that one whose sums came late was closed all the same as if it had been kept, with what was agreed for that.
    SettleLate(PlanId, NaiveDate),
    /// Notes that it goes on although its notice was left unanswered, since when, and what was written to the client.
    GoOn(PlanId, NaiveDate, String),
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
    /// What is contested of its invoices, and left out.
    pub reserved: Vec<Reserved>,
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
            reserved: plan.reserved.clone(),
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
        PlanCommand::Accept(id, signing) => {
            Ok((Done::PlanAccepted, signature::accept(book, id, signing, today)?))
        }
        PlanCommand::End(id, how, on) => {
            let done = match how {
                End::Withdrawn => Done::PlanWithdrawn,
                End::Broken => Done::PlanBroken,
                End::Settled | End::PaidLate => Done::PlanEnded,
            };
            Ok((done, ending::end(book, id, how, on, today)?))
        }
        PlanCommand::SettleLate(id, on) => Ok((Done::PlanEnded, ending::settle_late(book, id, on, today)?)),
        PlanCommand::GoOn(id, on, written) => {
            Ok((Done::PlanGoesOn, ending::go_on(book, id, on, written, today)?))
        }
        PlanCommand::BreakUndated(id, on, why) => {
            Ok((Done::PlanBroken, ending::break_undated(book, id, on, why, today)?))
        }
        PlanCommand::ShareOut(id) => Ok((Done::PaymentsAdded, sharing::share_out(book, id, today)?)),
        PlanCommand::Delete(id) => {
            let plan = book.plan(id).cloned().ok_or(Refusal::NotFound)?;
            let mut edits = signature::undone(book, &plan);
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
        goes_on: Vec::new(),
        reserved: draft.reserved,
    };
    if !plan.is_sound() {
        return Err(Refusal::NotOneDebt);
    }
    edits.push(Edit::put(book, Record::Plan(plan)));
    Ok(edits)
}
