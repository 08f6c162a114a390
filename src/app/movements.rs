//! Movements as they enter the book: one on its invoice, or one payment on several.

use super::book::Book;
use super::command::MovementDraft;
use super::effect::Edit;
use super::record::Record;
use super::update::{Refusal, case};
use crate::base::order::insert_in_order;
use crate::base::{InvoiceId, MovementId};
use crate::domain::case_file::CaseFile;

/// Puts a movement among those of a case, by its day.
pub(super) fn add(case: &mut CaseFile, id: MovementId, draft: MovementDraft) {
    insert_in_order(&mut case.movements, draft.numbered(id), |movement| (movement.date, movement.id));
}

/// Notes a payment on each of several invoices; all of them or none.
pub(super) fn add_payments(
    book: &Book,
    drafts: Vec<(InvoiceId, MovementDraft)>,
) -> Result<Vec<Edit>, Refusal> {
    let mut next = book.next_movement();
    let mut edits = Vec::new();
    for (id, draft) in drafts {
        let mut case = case(book, id)?;
        add(&mut case, next, draft);
        next = next.next();
        edits.push(Edit::put(book, Record::Case(case)));
    }
    Ok(edits)
}
