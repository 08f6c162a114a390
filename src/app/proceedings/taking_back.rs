//! What was noted of a proceeding taken back, on one invoice or on all that share it: what was spent stays counted once, on one
//! that is left.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::book::Book;
use super::super::effect::Edit;
use super::super::record::Record;
use super::super::trash::{self, TrashItem};
use super::super::update::{Refusal, case, remove_one};
use super::super::views::joint::sharing;
use super::{collected, find};
use crate::base::{Amount, InvoiceId, ProceedingId};
use crate::domain::case_file::CaseFile;
use crate::domain::movement::MovementKind;
use crate::domain::proceeding::{Milestone, Proceeding};

/// A proceeding of an invoice.
type Place = (InvoiceId, ProceedingId);

/// The cases as they will be.
struct Changed<'a> {
    book: &'a Book,
    leaving: &'a [Place],
    cases: BTreeMap<InvoiceId, CaseFile>,
}

impl<'a> Changed<'a> {
    fn new(book: &'a Book, leaving: &'a [Place]) -> Self {
        Self { book, leaving, cases: BTreeMap::new() }
    }

    fn case(&mut self, id: InvoiceId) -> Result<&mut CaseFile, Refusal> {
        if !self.cases.contains_key(&id) {
            self.cases.insert(id, case(self.book, id)?);
        }
        self.cases.get_mut(&id).ok_or(Refusal::NotFound)
    }

    /// The first proceeding that shares one, and stays as it is.
    fn heir(&mut self, id: InvoiceId, one: &Proceeding) -> Option<&mut Proceeding> {
        let shared = sharing(self.book, id, one);
        let mut all = shared.iter().map(|other| (other.id, other.one));
        let (other, number) = all.find(|known| !self.leaving.contains(known))?;
        find(self.case(other).ok()?, number).ok()
    }

    fn edits(self) -> Vec<Edit> {
        let book = self.book;
        self.cases.into_values().map(|case| Edit::put(book, Record::Case(case))).collect()
    }
}

/// Adds what was spent to what is noted already.
fn add(noted: &mut Option<Amount>, spent: Amount) {
    *noted = Some(noted.unwrap_or_default() + spent);
}

/// The stage of a proceeding that is the same as one of another that shares it.
fn same<'a>(all: &'a mut Proceeding, stage: &Milestone) -> Option<&'a mut Milestone> {
    all.stages.iter_mut().rfind(|known| (known.stage, known.date) == (stage.stage, stage.date))
}

/// Takes the last stage off each of them.
pub(super) fn take_off(book: &Book, all: &[Place]) -> Result<Vec<Edit>, Refusal> {
    let mut changed = Changed::new(book, all);
    for (id, number) in all {
        let case = changed.case(*id)?;
        let known = find(case, *number)?;
        let stage = known.stages.pop().ok_or(Refusal::NotFound)?;
        let one = known.clone();
        if let Some(amount) = collected(&stage) {
            // The payment that came with it, where it is still as it was noted.
            let found = case.movements.iter().rposition(|movement| {
                (movement.kind, movement.date, movement.amount) == (MovementKind::Payment, stage.date, amount)
                    && movement.reference == one.with
            });
            if let Some(at) = found {
                case.movements.remove(at);
            }
        }
        if let Some(spent) = stage.cost
            && let Some(left) = changed.heir(*id, &one).and_then(|heir| same(heir, &stage))
        {
            add(&mut left.cost, spent);
        }
    }
    Ok(changed.edits())
}

/// Deletes each of them; each can be brought back, without what was handed on.
pub(super) fn delete(book: &Book, all: &[Place], today: NaiveDate) -> Result<Vec<Edit>, Refusal> {
    let mut changed = Changed::new(book, all);
    let mut items = Vec::new();
    for (id, number) in all {
        let case = changed.case(*id)?;
        let mut known = remove_one(&mut case.proceedings, |known| known.id == *number)?;
        if let Some(heir) = changed.heir(*id, &known.clone()) {
            if let Some(spent) = known.cost.take() {
                add(&mut heir.cost, spent);
            }
            for stage in &mut known.stages {
                if let Some(left) = same(heir, stage)
                    && let Some(spent) = stage.cost.take()
                {
                    add(&mut left.cost, spent);
                }
            }
        }
        items.push(TrashItem::Proceeding(*id, known));
    }
    let mut edits = changed.edits();
    edits.extend(trash::all_deleted(book, items, today));
    Ok(edits)
}
