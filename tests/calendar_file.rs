//! The calendar file says what is to be done, under names that stay, whatever clients are called.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly")]

use relance::app::book::Book;
use relance::app::calendar_file::calendar_file;
use relance::app::command::{CircumstanceDraft, Command, InvoiceDraft, SendingDraft};
use relance::app::update::update;
use relance::base::{Amount, InvoiceId, dates::parse_iso};
use relance::domain::circumstance::{CircumstanceKind, DisputeCause};
use relance::domain::event::{Channel, SentText, Step};
use relance::text::Lang;

/// Names and values of the content lines of each entry, unfolded and unescaped.
fn entries(file: &str) -> Vec<Vec<(String, String)>> {
    let unfolded = file.replace("\r\n ", "").replace("\r\n\t", "");
    let unescaped = |value: &str| {
        let mut text = String::new();
        let mut letters = value.chars();
        while let Some(letter) = letters.next() {
            match (letter, letter == '\\') {
                (_, true) => {
                    text.push(letters.next().map_or('\\', |next| if next == 'n' { '\n' } else { next }));
                }
                (letter, false) => text.push(letter),
            }
        }
        text
    };
    let mut all = Vec::new();
    for line in unfolded.split("\r\n").filter(|line| !line.is_empty()) {
        let (name, value) = line.split_once(':').unwrap();
        match (name, value) {
            ("BEGIN", "VEVENT") => all.push(Vec::new()),
            _ => {
                if let Some(last) = all.last_mut() {
                    last.push((name.to_owned(), unescaped(value)));
                }
            }
        }
    }
    all
}

fn book(client: &str) -> Book {
    let day = |text| parse_iso(text).unwrap();
    let mut book = Book::default();
    let today = day("2026-11-10");
    let draft = InvoiceDraft::new(
        client,
        "2026,014;\\n",
        day("2026-09-01"),
        day("2026-10-01"),
        Amount::from_cents(348_000),
    );
    update(&mut book, Command::SaveInvoice(None, draft), today).unwrap();
    let promise = CircumstanceKind::Promise {
        amount: Amount::from_cents(182_000),
        by: day("2026-11-18"),
        who: "Mme Le Goff; la \"cheffe\"".to_owned(),
        channel: Channel::Phone,
    };
    let dispute = CircumstanceKind::dispute(DisputeCause::Price, Amount::from_cents(100), day("2026-11-25"));
    for kind in [promise, dispute] {
        let draft = CircumstanceDraft { date: today, kind, note: String::new() };
        update(&mut book, Command::AddCircumstance(InvoiceId(1), draft), today).unwrap();
    }
    book
}

#[test]
fn entries_are_read_back_whatever_the_client_is_called() {
    let long = "É".repeat(5_000);
    for name in ["Brun, Fils; & Cie\\", "BEGIN:VEVENT\nUID:x\r\nEND:VCALENDAR", "🧾\u{200f}\u{2028}", &long]
    {
        let file = calendar_file(Lang::Fr, &book(name), parse_iso("2026-11-12").unwrap());
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "lines are folded at 75 octets");
        assert!(!file.replace("\r\n", "").contains(['\r', '\n']), "no line break but the format’s own");
        let entries = entries(&file);
        assert_eq!(entries.len(), 3, "{file}");
        for entry in &entries {
            let value = |name: &str| {
                entry.iter().find(|(known, _)| known.split(';').next() == Some(name)).unwrap().1.clone()
            };
            assert!(value("UID").ends_with("@relance"));
            assert_eq!(value("DTSTAMP"), "20261112T000000Z");
            assert_eq!(value("DTSTART").len(), 8, "a whole day");
            let start: String =
                name.chars().take(20).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
            assert!(value("SUMMARY").contains(start.trim()), "{}", value("SUMMARY"));
            assert!(value("DESCRIPTION").contains("2026,014;\\n"), "{}", value("DESCRIPTION"));
        }
    }
}

#[test]
fn names_stay_and_both_languages_speak() {
    let uids = |lang, today| {
        let file = calendar_file(lang, &book("Brun"), parse_iso(today).unwrap());
        file.split("\r\n").filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(uids(Lang::Fr, "2026-11-12"), uids(Lang::En, "2026-11-13"));
    let said = |lang| calendar_file(lang, &book("Brun"), parse_iso("2026-11-12").unwrap());
    assert!(said(Lang::Fr).contains("SUMMARY:Paiement promis – Brun"));
    assert!(said(Lang::En).contains("SUMMARY:Payment promised – Brun"));
}

/// Two invoices of one client, each due for a first step of its own kind: one contact a day.
#[test]
fn actions_fall_on_the_day_on_which_the_contact_budget_has_room() {
    let day = |text| parse_iso(text).unwrap();
    let today = day("2026-11-10");
    let mut book = Book::default();
    for (number, due) in [("1", "2026-11-06"), ("2", "2026-11-13")] {
        let draft =
            InvoiceDraft::new("Brun", number, day("2026-10-06"), day(due), Amount::from_cents(900_000));
        update(&mut book, Command::SaveInvoice(None, draft), day("2026-10-06")).unwrap();
    }
    let sending = SendingDraft {
        date: day("2026-10-06"),
        channel: Channel::Email,
        step: Step::Invoice,
        deadline: day("2026-10-06"),
        to: String::new(),
        call: None,
        exception: String::new(),
        posting: relance::domain::posting::Posting::default(),
        received: None,
        text: SentText::default(),
    };
    let sendings = [1, 2].map(|id| (InvoiceId(id), sending.clone())).to_vec();
    update(&mut book, Command::RecordSending(sendings), today).unwrap();
    let file = calendar_file(Lang::Fr, &book, today);
    let days: Vec<String> = entries(&file)
        .iter()
        .filter(|entry| entry.iter().any(|(name, value)| name == "UID" && value.starts_with("next-")))
        .filter_map(|entry| Some(entry.iter().find(|(name, _)| name.starts_with("DTSTART"))?.1.clone()))
        .collect();
    assert_eq!(days.len(), 2);
    assert_ne!(days[0], days[1], "{file}");
}

/// A running promise is what one waits for next: it is there once, in a file that names the program that made it.
#[test]
fn a_promise_that_runs_is_there_once() {
    let day = |text| parse_iso(text).unwrap();
    let today = day("2026-11-12");
    let mut book = Book::default();
    let draft =
        InvoiceDraft::new("Brun", "1", day("2026-10-06"), day("2026-11-06"), Amount::from_cents(90_000));
    update(&mut book, Command::SaveInvoice(None, draft), day("2026-10-06")).unwrap();
    let sent = SendingDraft::invoice(day("2026-10-06"), Channel::Email);
    update(&mut book, Command::RecordSending(vec![(InvoiceId(1), sent)]), today).unwrap();
    let kind = CircumstanceKind::Promise {
        amount: Amount::from_cents(90_000),
        by: day("2026-11-18"),
        who: String::new(),
        channel: Channel::Phone,
    };
    let draft = CircumstanceDraft { date: today, kind, note: String::new() };
    update(&mut book, Command::AddCircumstance(InvoiceId(1), draft), today).unwrap();
    let file = calendar_file(Lang::Fr, &book, today);
    assert_eq!(entries(&file).len(), 1, "{file}");
    assert_eq!(file.matches("20261118").count(), 1, "{file}");
    assert!(file.contains("PRODID:-//Relance//Relance//FR\r\n"), "{file}");
    assert_eq!(file.matches("PRODID").count(), 1);
}

#[test]
fn two_books_in_one_calendar_never_meet_and_each_keeps_its_names() {
    use relance::base::BookId;
    let today = parse_iso("2026-11-12").unwrap();
    let named = |number| {
        let mut book = book("Brun");
        update(&mut book, Command::NameBook(BookId(number)), today).unwrap();
        book
    };
    let uids = |book: &Book| {
        let file = calendar_file(Lang::Fr, book, today).replace("\r\n ", "");
        file.split("\r\n").filter(|line| line.starts_with("UID:")).map(str::to_owned).collect::<Vec<_>>()
    };
    let (one, other) = (uids(&named(7)), uids(&named(8)));
    assert!(!one.is_empty() && one.iter().all(|uid| uid.ends_with("@0000000000000007.relance")), "{one:?}");
    assert!(one.iter().all(|uid| !other.contains(uid)));
    // A name is given once.
    let mut again = named(7);
    update(&mut again, Command::NameBook(BookId(9)), today).unwrap();
    assert_eq!(uids(&again), one);
    // And it is kept with the book.
    let mut read = Book::default();
    for record in again.records() {
        read.put(serde_json::from_str(&serde_json::to_string(&record).unwrap()).unwrap());
    }
    assert_eq!(uids(&read), one);
}
