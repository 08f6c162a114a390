//! Costs and expectations as they enter the book: time and money noted or taken off, own rate and lines, what is expected of
//! the ways out of one claim.

use chrono::NaiveDate;

use super::book::Book;
use super::effect::{Done, Edit};
use super::record::Record;
use super::trash::{self, TrashItem};
use super::update::{Refusal, case};
use crate::base::order::insert_in_order;
use crate::base::{CostId, InvoiceId};
use crate::domain::assumptions::Assumptions;
use crate::domain::cost::{Contacted, Cost, CostKind, next_cost};
use crate::domain::recovery::Outlook;

/// A change to costs or expectations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CostCommand {
    /// Notes what was spent on an invoice.
    Add(InvoiceId, Vec<CostDraft>),
    /// Takes off a cost entered by mistake.
    Delete(InvoiceId, CostId),
    /// Sets own rate, stop lines and own figures.
    Assume(Assumptions),
    /// Sets what is expected of the ways out of one claim.
    Expect(InvoiceId, Outlook),
}

/// A cost as entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CostDraft {
    /// Day.
    pub date: NaiveDate,
    /// What, and how much.
    pub kind: CostKind,
    /// The contact it was spent on.
    pub contact: Option<Contacted>,
    /// Note.
    pub note: String,
}

/// Carries a change out: what it did, and the records it changes.
pub(super) fn carry_out(
    book: &Book,
    command: CostCommand,
    today: NaiveDate,
) -> Result<(Done, Vec<Edit>), Refusal> {
    match command {
        CostCommand::Add(id, drafts) => {
            if drafts.iter().any(|draft| today < draft.date) {
                return Err(Refusal::InTheFuture);
            }
            let mut case = case(book, id)?;
            for CostDraft { date, kind, contact, note } in drafts {
                let cost = Cost { id: next_cost(&case.costs), date, kind, contact, note };
                insert_in_order(&mut case.costs, cost, |cost| (cost.date, cost.id));
            }
            Ok((Done::CostsAdded, vec![Edit::put(book, Record::Case(case))]))
        }
        CostCommand::Delete(id, cost) => {
            let mut case = case(book, id)?;
            let at = case.costs.iter().position(|known| known.id == cost).ok_or(Refusal::NotFound)?;
            let kept = trash::deleted(book, TrashItem::Cost(id, case.costs.remove(at)), today);
            Ok((Done::CostDeleted, vec![Edit::put(book, Record::Case(case)), kept]))
        }
        CostCommand::Assume(assumptions) => {
            if !assumptions.is_sound() {
                return Err(Refusal::NoAssumption);
            }
            Ok((Done::AssumptionsSaved, vec![Edit::put(book, Record::Assumptions(assumptions))]))
        }
        CostCommand::Expect(id, outlook) => {
            let case = crate::domain::case_file::CaseFile { outlook, ..case(book, id)? };
            Ok((Done::OutlookSaved, vec![Edit::put(book, Record::Case(case))]))
        }
    }
}
