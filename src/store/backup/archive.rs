//! Archives: closed cases in a file of their own, so that the book holds what is still to be done. The format is a
//! backup's under another name: an archive is looked at, never put in place of the book.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::writing::write_as;
use super::{ARCHIVE_FORMAT, Backup, BackupError, Lineage, header, read_file};
use crate::app::book::Book;
use crate::app::record::{Key, Record};
use crate::base::{InvoiceId, PlanId, Region};
use crate::domain::case_file::CaseFile;
use crate::domain::plan::Plan;

/// Closed cases, by whether they may leave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closed {
    /// Those that may.
    pub leaving: Vec<InvoiceId>,
    /// How many are paid but for their penalties or the fixed sum: they leave where the user no longer claims those.
    pub unclaimed: usize,
    /// Those that stay for now, with what keeps them.
    pub kept: Vec<(InvoiceId, KeptBy)>,
}

/// What keeps a case that is else closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum KeptBy {
    /// A payment plan that has not ended, or covers an invoice that is still open: a plan leaves with all the invoices it
    /// covers, or with none.
    Plan,
    /// The client has something to its credit.
    Credit,
    /// The sale is still to be notified, or its price to come.
    Sale,
    /// A proceeding about its penalties runs.
    Proceeding,
}

/// How a case stands to being closed.
enum Standing {
    Open,
    Closed,
    Unclaimed,
    Kept(KeptBy),
}

/// Cases that are closed: nothing is left owed by anyone, or the claim was sold or written off. Those of which penalties or
/// the fixed sum are left are closed where the user says that these are not claimed.
#[must_use]
pub fn closed(book: &Book, with_unclaimed: bool, today: NaiveDate) -> Closed {
    let (mut all, mut unclaimed, mut kept) = (BTreeSet::new(), 0, Vec::new());
    for case in book.cases() {
        let id = case.invoice.id;
        match standing(book, case, today) {
            Standing::Open => {}
            Standing::Closed => drop(all.insert(id)),
            Standing::Unclaimed => {
                unclaimed += 1;
                if with_unclaimed {
                    all.insert(id);
                }
            }
            Standing::Kept(by) => kept.push((id, by)),
        }
    }
    let mut leaving = all.clone();
    // One that stays keeps those that share a plan with it.
    loop {
        let stays = |id: &InvoiceId| {
            let is_here = |id: &InvoiceId| book.case(*id).is_some() && !leaving.contains(id);
            book.plans_about(*id).any(|plan| plan.ended.is_none() || plan.invoices.iter().any(is_here))
        };
        let staying: Vec<InvoiceId> = leaving.iter().filter(|id| stays(id)).copied().collect();
        if staying.is_empty() {
            break;
        }
        leaving.retain(|id| !staying.contains(id));
    }
    kept.extend(all.difference(&leaving).map(|id| (*id, KeptBy::Plan)));
    Closed { leaving: leaving.into_iter().collect(), unclaimed, kept }
}

fn standing(book: &Book, case: &CaseFile, today: NaiveDate) -> Standing {
    let proceeding = case.proceeding(today);
    if let Some(one) = proceeding.filter(|one| one.kind.is_out()) {
        // What a sale asks for next does not turn on the holidays of a place.
        let is_over = one.next(today, Region::default()).is_none();
        return if is_over { Standing::Closed } else { Standing::Kept(KeptBy::Sale) };
    }
    let claim = book.claim(case, today);
    if claim.settled_on.is_none() {
        Standing::Open
    } else if claim.credit.is_positive() {
        Standing::Kept(KeptBy::Credit)
    } else if claim.total.is_zero() {
        Standing::Closed
    } else if proceeding.is_some() {
        Standing::Kept(KeptBy::Proceeding)
    } else {
        Standing::Unclaimed
    }
}

/// Writes these cases, with their clients and the plans about them, as an archive.
///
/// # Errors
/// [`BackupError`] where the file, read back, does not hold them: then there is no archive.
pub fn write(
    book: &Book,
    invoices: &[InvoiceId],
    lineage: impl Fn(Key) -> Option<Lineage>,
    today: NaiveDate,
) -> Result<String, BackupError> {
    let invoices: BTreeSet<InvoiceId> = invoices.iter().copied().collect();
    let cases: Vec<&CaseFile> = invoices.iter().filter_map(|id| book.case(*id)).collect();
    let clients: BTreeSet<_> = cases.iter().map(|case| case.invoice.client).collect();
    let clients = clients.into_iter().filter_map(|id| book.client(id)).cloned().map(Record::Client);
    let plans: BTreeMap<PlanId, Plan> =
        invoices.iter().flat_map(|id| book.plans_about(*id)).map(|plan| (plan.id, plan.clone())).collect();
    let cases = cases.into_iter().cloned().map(Record::Case);
    let records = clients.chain(cases).chain(plans.into_values().map(Record::Plan)).collect();
    write_as(ARCHIVE_FORMAT, records, lineage, &[], today, read)
}

/// Reads and checks an archive; [`Backup::book`] is what to look at.
///
/// # Errors
/// As [`BackupError`] says; a backup is no archive.
pub fn read(json: &str) -> Result<Backup, BackupError> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let header = header(json)?;
    if header.format == ARCHIVE_FORMAT { read_file(json, header.schema) } else { Err(BackupError::Foreign) }
}

/// The cases of an archive, as [`crate::app::command::Command::RemoveArchived`] wants them.
#[must_use]
pub fn cases(archive: &Backup) -> Vec<CaseFile> {
    let cases = archive.records.iter().filter_map(|record| match record {
        Record::Case(case) => Some(case.clone()),
        _ => None,
    });
    cases.collect()
}

/// The payment plans of an archive.
#[must_use]
pub fn plans(archive: &Backup) -> Vec<Plan> {
    let plans = archive.records.iter().filter_map(|record| match record {
        Record::Plan(plan) => Some(plan.clone()),
        _ => None,
    });
    plans.collect()
}
