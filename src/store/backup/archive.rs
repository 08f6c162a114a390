//! Archives: closed cases in a file of their own, so that the book holds what is still to be done. The format is a
//! backup's under another name: an archive is looked at, never put in place of the book.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::writing::write_as;
use super::{ARCHIVE_FORMAT, Backup, BackupError, Lineage, header, read_file};
use crate::app::book::Book;
use crate::app::record::{Key, Record};
use crate::base::InvoiceId;
use crate::domain::case_file::CaseFile;

/// Cases that are closed: the principal is settled and nothing is left owed by anyone, penalties and fixed sum included.
#[must_use]
pub fn closed(book: &Book, today: NaiveDate) -> Vec<InvoiceId> {
    let is_closed = |case: &&CaseFile| {
        let claim = book.claim(case, today);
        claim.settled_on.is_some() && claim.total.is_zero() && claim.credit.is_zero()
    };
    book.cases().filter(is_closed).map(|case| case.invoice.id).collect()
}

/// Writes these cases, with their clients, as an archive.
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
    let records = clients.chain(cases.into_iter().cloned().map(Record::Case)).collect();
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
