//! Changes to many records at once: a backup put in place of the book or joined with it, an archive that leaves, a change
//! taken back.

use std::collections::{BTreeMap, BTreeSet};

use super::book::Book;
use super::contacts;
use super::effect::{Change, Edit};
use super::record::{Key, Record};
use super::update::Refusal;
use crate::base::{ClientId, InvoiceId, PlanId};
use crate::domain::case_file::CaseFile;
use crate::domain::plan::Plan;

/// Puts records in place of the whole book.
pub(super) fn restore(book: &Book, records: Vec<Record>) -> Vec<Edit> {
    let mut restored = Book::default();
    for record in &records {
        restored.put(record.clone());
    }
    let dropped = book.records().map(|record| record.key()).filter(|key| restored.record(*key).is_none());
    let mut edits: Vec<Edit> = dropped.map(|key| Edit::removal(book, key)).collect();
    edits.extend(records.into_iter().map(|record| Edit::put(book, record)));
    edits.retain(|edit| edit.before != edit.after);
    edits
}

/// Puts records in; one given twice counts as given last.
pub(super) fn join(book: &Book, records: Vec<Record>) -> Vec<Edit> {
    let records: BTreeMap<Key, Record> = records.into_iter().map(|record| (record.key(), record)).collect();
    let mut edits: Vec<Edit> = records.into_values().map(|record| Edit::put(book, record)).collect();
    edits.retain(|edit| edit.before != edit.after);
    edits
}

/// Takes archived cases out, with the plans about them, and with what was deleted of them before, which would have nowhere
/// to go back to.
pub(super) fn remove_archived(book: &Book, cases: &[CaseFile], plans: &[Plan]) -> Result<Vec<Edit>, Refusal> {
    let is_as_archived = cases.iter().all(|case| book.case(case.invoice.id) == Some(case))
        && plans.iter().all(|plan| book.plan(plan.id) == Some(plan));
    let ids: BTreeSet<InvoiceId> = cases.iter().map(|case| case.invoice.id).collect();
    // A plan is never left behind, nor taken away from an invoice that stays.
    let with: BTreeSet<PlanId> = plans.iter().map(|plan| plan.id).collect();
    let is_together = ids.iter().flat_map(|id| book.plans_about(*id)).all(|plan| with.contains(&plan.id))
        && plans
            .iter()
            .all(|plan| plan.invoices.iter().all(|id| ids.contains(id) || book.case(*id).is_none()));
    if !is_as_archived || !is_together {
        return Err(Refusal::ChangedSinceArchive);
    }
    let orphans = book.trash().filter(|trash| trash.item.invoice().is_some_and(|id| ids.contains(&id)));
    let keys = orphans.map(|trash| Key::Trash(trash.id)).chain(ids.iter().copied().map(Key::Case));
    let gone = keys.chain(with.iter().copied().map(Key::Plan)).map(|key| Edit::removal(book, key));
    let events = cases.iter().flat_map(|case| case.events.iter().map(|event| (case.invoice.client, event)));
    let heirs = contacts::hand_over(book, &ids, events);
    Ok(heirs.into_iter().chain(gone).collect())
}

pub(super) fn undo(book: &Book, change: Change) -> Result<Vec<Edit>, Refusal> {
    if change.done.is_final() {
        return Err(Refusal::Final);
    }
    if change.edits.iter().any(|edit| book.record(edit.key) != edit.after && !is_default_again(book, edit)) {
        return Err(Refusal::ChangedSince);
    }
    let back = change.edits.into_iter().rev();
    let back: Vec<Edit> =
        back.map(|Edit { key, before, after }| Edit { key, before: after, after: before }).collect();
    check_clients(book, &back)?;
    Ok(back)
}

/// No invoice is left without its client: neither by taking back that the client was added, nor by an invoice that comes
/// back once the client has gone.
fn check_clients(book: &Book, edits: &[Edit]) -> Result<(), Refusal> {
    let after: BTreeMap<Key, Option<&Record>> =
        edits.iter().map(|edit| (edit.key, edit.after.as_ref())).collect();
    let is_here = |client: ClientId| {
        after.get(&Key::Client(client)).map_or_else(|| book.client(client).is_some(), Option::is_some)
    };
    let comes_back = |record: &&Record| matches!(record, Record::Case(case) if !is_here(case.invoice.client));
    if after.values().flatten().any(comes_back) {
        return Err(Refusal::ClientGone);
    }
    let goes = |edit: &Edit| matches!(edit.key, Key::Client(_)) && edit.after.is_none();
    let stays = |case: &&CaseFile| !after.contains_key(&Key::Case(case.invoice.id));
    let is_left = |case: &CaseFile| !is_here(case.invoice.client);
    let is_any_left = edits.iter().any(goes) && book.cases().filter(stays).any(is_left);
    if is_any_left { Err(Refusal::ClientHasInvoices) } else { Ok(()) }
}

/// Profile, settings and own rates are always there: a removal leaves their defaults.
fn is_default_again(book: &Book, edit: &Edit) -> bool {
    edit.after.is_none() && book.record(edit.key) == Book::default().record(edit.key)
}
