//! A made-up book for benchmarks and for what a browser has room for: the same one every time.

#![allow(dead_code, reason = "each program uses a part of it")]

use relance::app::book::Book;
use relance::app::record::Record;
use relance::base::dates::parse_iso;
use relance::base::{Amount, ClientId, Currency, EventId, InvoiceId, MovementId};
use relance::domain::case_file::CaseFile;
use relance::domain::claim::Allocation;
use relance::domain::contract::Contract;
use relance::domain::event::{Channel, Event, SentText, Step};
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
            order: String::new(),
            service: String::new(),
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

/// The same with three contact events each, and a text of 1,200 characters with one in ten of them.
pub(crate) fn full_book(invoices: u32) -> Book {
    let mut book = book(invoices);
    let cases: Vec<CaseFile> = book.cases().cloned().collect();
    for mut case in cases {
        let id = case.invoice.id.0;
        case.events = (0..3).map(|nth| event(id, 3 * id + nth)).collect();
        book.put(Record::Case(case));
    }
    book
}

fn event(invoice: u32, number: u32) -> Event {
    let day = |text: &str| parse_iso(text).unwrap_or_default();
    let has_text = number.is_multiple_of(10);
    Event {
        id: EventId(number),
        date: day("2025-01-15"),
        channel: Channel::Email,
        step: Step::FirmReminder,
        deadline: day("2025-01-23"),
        received: None,
        posting: relance::domain::posting::Posting::default(),
        to: String::new(),
        call: None,
        exception: String::new(),
        text: SentText {
            subject: if has_text {
                format!("Relance – facture n° 2024-{invoice:05}")
            } else {
                String::new()
            },
            body: if has_text { words(number, 1_200) } else { String::new() },
            as_of: day("2025-01-15"),
            principal: Amount::from_cents(cents_of(invoice)),
            interest: Amount::from_cents(i64::from(number % 20_000)),
            indemnity: Amount::from_cents(4_000),
            rates: day("2026-07-01"),
            rates_corrected: false,
            provisional: false,
            program: "0.1.0".to_owned(),
            by: relance::domain::author::Author::Own,
            elsewhere: false,
            notice: None,
            laid_out: None,
            number: String::new(),
        }
        .into(),
    }
}

/// So many characters of words in an order of their own, harder to compress than what people write.
fn words(seed: u32, characters: usize) -> String {
    const WORDS: [&str; 40] = [
        "facture",
        "règlement",
        "échéance",
        "chantier",
        "devis",
        "bonjour",
        "comptable",
        "virement",
        "livraison",
        "acompte",
        "retard",
        "client",
        "société",
        "semaine",
        "accord",
        "service",
        "commande",
        "prestation",
        "mois",
        "pénalités",
        "montant",
        "avant",
        "après",
        "notre",
        "votre",
        "pour",
        "avec",
        "dans",
        "sans",
        "merci",
        "rappel",
        "dossier",
        "banque",
        "courrier",
        "téléphone",
        "responsable",
        "signature",
        "projet",
        "maquette",
        "hébergement",
    ];
    let mut state = u64::from(seed) * 2_654_435_761 + 12_345;
    let mut text = String::new();
    while text.chars().count() < characters {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let at = usize::try_from(state >> 33).unwrap_or_default();
        text.push_str(WORDS.get(at % WORDS.len()).copied().unwrap_or_default());
        text.push(if at % 11 == 0 { '\n' } else { ' ' });
    }
    text.chars().take(characters).collect()
}
