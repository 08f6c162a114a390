//! The list of work that is not invoiced yet: how long each piece has waited, and whether an invoice seems to be there.

use chrono::NaiveDate;

use super::super::book::Book;
use crate::base::{Amount, InvoiceId, dates};
use crate::domain::case_file::CaseFile;
use crate::domain::unbilled::Work;

/// One piece of work in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkRow {
    /// The work.
    pub work: Work,
    /// Days since it was done.
    pub days: i64,
    /// It has waited longer than it should.
    pub is_called_for: bool,
    /// An invoice entered since that may be the one, with its number.
    pub invoiced: Option<(InvoiceId, String)>,
}

/// All work, that which has waited longest first.
#[must_use]
pub fn rows(book: &Book, today: NaiveDate) -> Vec<WorkRow> {
    let rows = book.unbilled().works.iter().map(|work| WorkRow {
        days: dates::days_between(work.done, today),
        is_called_for: work.alert() <= today,
        invoiced: invoice_for(book, work),
        work: work.clone(),
    });
    crate::base::order::in_order(rows.collect::<Vec<_>>(), |row| (row.work.done, row.work.id))
}

/// What the work with a known amount will come to.
#[must_use]
pub fn total(rows: &[WorkRow]) -> Amount {
    rows.iter().filter_map(|row| row.work.amount).sum()
}

/// The first invoice of the same client issued since the work was done that comes to the same; whatever it comes to
/// where that is not known of the work.
fn invoice_for(book: &Book, work: &Work) -> Option<(InvoiceId, String)> {
    let client = book.client_named(&work.client)?;
    let fits = |amount: Amount| work.amount.is_none_or(|known| known == amount);
    let case = book
        .cases_of(client.id)
        .find(|case: &&CaseFile| work.done <= case.invoice.issued && fits(case.invoice.amount))?;
    Some((case.invoice.id, case.invoice.number.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::{Command, InvoiceDraft};
    use crate::app::update::update;
    use crate::base::WorkId;
    use crate::base::dates::parse_iso;
    use crate::domain::unbilled::Unbilled;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn work(id: u32, client: &str, done: &str, amount: Option<i64>) -> Work {
        Work {
            id: WorkId(id),
            client: client.to_owned(),
            what: String::new(),
            done: day(done),
            amount: amount.map(Amount::from_cents),
            alert_days: 7,
        }
    }

    #[test]
    fn the_oldest_comes_first_and_an_invoice_of_the_same_amount_is_noticed() {
        let (mut book, today) = (Book::default(), day("2026-11-24"));
        let works = vec![
            work(1, "Brun", "2026-11-20", None),
            work(2, "BRUN", "2026-11-02", Some(120_000)),
            work(3, "Autre", "2026-11-17", Some(5_000)),
        ];
        update(&mut book, Command::SaveUnbilled(Unbilled { works }), today).unwrap();
        let invoice = |number, amount| {
            InvoiceDraft::new(
                "Brun",
                number,
                day("2026-11-10"),
                day("2026-12-10"),
                Amount::from_cents(amount),
            )
        };
        for draft in [invoice("A", 90_000), invoice("B", 120_000)] {
            update(&mut book, Command::SaveInvoice(None, draft), today).unwrap();
        }
        let rows = rows(&book, today);
        let seen: Vec<_> = rows
            .iter()
            .map(|row| {
                (
                    row.work.id.0,
                    row.days,
                    row.is_called_for,
                    row.invoiced.as_ref().map(|(_, number)| number.as_str()),
                )
            })
            .collect();
        assert_eq!(seen, [(2, 22, true, Some("B")), (3, 7, true, None), (1, 4, false, None)]);
        assert_eq!(total(&rows), Amount::from_cents(125_000));
    }
}
