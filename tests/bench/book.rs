//! A made-up book for benchmarks: the same one every time.

use relance::app::book::Book;
use relance::app::record::Record;
use relance::base::dates::parse_iso;
use relance::base::{Amount, ClientId, Currency, InvoiceId, MovementId};
use relance::domain::case_file::CaseFile;
use relance::domain::claim::Allocation;
use relance::domain::contract::Contract;
use relance::domain::invoice::Invoice;
use relance::domain::movement::{Movement, MovementKind};
use relance::domain::party::{Client, DebtorKind};

/// The day claims are stated at: the last of the fourth half-year.
pub(crate) const AS_OF: &str = "2026-06-30";
const ISSUED: &str = "2024-08-15";
const CLIENTS: u32 = 500;

/// So many invoices, late over four half-years, each with two part payments.
pub(crate) fn book(invoices: u32) -> Book {
    let mut book = Book::default();
    for id in 1..=CLIENTS {
        let client = Client {
            name: format!("Établissements Vandenbroucke {id}"),
            kind: DebtorKind::Business,
            ..Client::unknown(ClientId(id))
        };
        book.put(Record::Client(client));
    }
    let day = |text: &str| parse_iso(text).unwrap_or_default();
    let payment = |id: u32, date: &str, cents: i64| Movement {
        id: MovementId(id),
        kind: MovementKind::Payment,
        date: day(date),
        amount: Amount::from_cents(cents),
        reference: "virement".to_owned(),
        if_settled_by: None,
    };
    for id in 1..=invoices {
        let cents = cents_of(id);
        let invoice = Invoice {
            id: InvoiceId(id),
            client: ClientId(1 + id % CLIENTS),
            number: format!("2024-{id:05}"),
            issued: day(ISSUED),
            due: day(due_of(id)),
            terms: None,
            amount: Amount::from_cents(cents),
            later: Vec::new(),
            currency: Currency::EUR,
            subject: String::new(),
            contract: Contract::default(),
            allocation: Allocation::PrincipalFirst,
        };
        let movements =
            vec![payment(2 * id, "2025-02-10", cents / 4), payment(2 * id + 1, "2025-10-03", cents / 3)];
        book.put(Record::Case(CaseFile { movements, ..CaseFile::new(invoice) }));
    }
    book
}

/// Amount of an invoice in cents; the browser benchmark computes the same.
fn cents_of(id: u32) -> i64 {
    10_000 + i64::from(id) * 7_919 % 990_000
}

/// Due date of an invoice; the browser benchmark computes the same.
fn due_of(id: u32) -> &'static str {
    match id % 4 {
        0 => "2024-09-14",
        1 => "2024-09-30",
        2 => "2024-10-15",
        _ => "2024-11-30",
    }
}
