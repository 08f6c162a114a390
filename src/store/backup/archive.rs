//! Archives: closed cases in a file of their own, so that the book holds what is still to be done. The format is a
//! backup's under another name: an archive is looked at, never put in place of the book.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::writing::write_as;
use super::{ARCHIVE_FORMAT, Backup, BackupError, Lineage, header, read_file};
use crate::app::book::Book;
use crate::app::record::{Key, Record};
use crate::base::{InvoiceId, PlanId};
use crate::domain::case_file::CaseFile;
use crate::domain::plan::Plan;

/// Closed cases, by whether they may leave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Closed {
    /// Those that may.
    pub leaving: Vec<InvoiceId>,
    /// Those a payment plan keeps: it has not ended, or covers an invoice that is still open. A plan leaves with all the
    /// invoices it covers, or with none.
    pub kept: Vec<InvoiceId>,
}

/// Cases that are closed: the principal is settled and nothing is left owed by anyone, penalties and fixed sum included.
#[must_use]
pub fn closed(book: &Book, today: NaiveDate) -> Closed {
    let is_closed = |case: &&CaseFile| {
        let claim = book.claim(case, today);
        claim.settled_on.is_some() && claim.total.is_zero() && claim.credit.is_zero()
    };
    let all: BTreeSet<InvoiceId> = book.cases().filter(is_closed).map(|case| case.invoice.id).collect();
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
    let kept = all.difference(&leaving).copied().collect();
    Closed { leaving: leaving.into_iter().collect(), kept }
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
