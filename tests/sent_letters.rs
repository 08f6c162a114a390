//! What becomes of letters that were sent: how a registered one is tracked, how penalty notes are numbered, and that a
//! letter is kept as it was laid out.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use relance::app::book::Book;
use relance::app::command::{Command, SendingDraft};
use relance::app::notes::note_number;
use relance::app::update::{Refusal, update};
use relance::base::json::Json;
use relance::base::{EventId, InvoiceId};
use relance::documents::letter::{Block, Letter};
use relance::domain::event::{Channel, SentText, Step};
use relance::domain::posting::{Posting, Returned};
use relance::domain::stationery::Stationery;
use relance::text::Lang;
use support::{day, invoice, records};

const ONE: InvoiceId = InvoiceId(1);

fn run(book: &mut Book, command: Command) -> Result<(), Refusal> {
    update(book, command, day("2026-11-22")).map(drop)
}

fn sent(step: Step, channel: Channel, date: &str, text: SentText) -> Command {
    Command::RecordSending(vec![(ONE, SendingDraft::new(day(date), channel, step, day(date), text))])
}

fn book() -> Book {
    let mut book = Book::default();
    run(&mut book, invoice("Atelier Brun", "2026-014")).unwrap();
    book
}

fn letter() -> Letter {
    Letter {
        lang: Lang::Fr,
        sender: vec!["Claire Morel".to_owned()],
        recipient: vec!["Atelier « Brun » & Fils".to_owned()],
        place_and_date: "Lyon".to_owned(),
        references: vec![String::new()],
        subject: "Mise en demeure".to_owned(),
        blocks: vec![Block::Paragraph("Ligne\nsuivante".to_owned()), Block::NewPage],
        as_of: String::new(),
        payment_code: "BCD\n002".to_owned(),
        look: None,
    }
}

#[test]
fn a_registered_letter_is_tracked_in_the_order_things_happen() {
    let mut book = book();
    run(&mut book, sent(Step::FormalNotice, Channel::RegisteredPost, "2026-11-02", SentText::default()))
        .unwrap();
    let id = book.case(ONE).unwrap().events.last().unwrap().id;
    let posting = |presented: &str, returned| Posting {
        number: "1A 234".to_owned(),
        presented: Some(day(presented)),
        returned,
    };
    let track = |posting, received: Option<&str>| Command::TrackPosting(ONE, id, posting, received.map(day));
    for (command, why) in [
        (track(posting("2026-11-01", None), None), Refusal::ReceivedBeforeSent),
        (track(posting("2026-11-23", None), None), Refusal::InTheFuture),
        (track(posting("2026-11-05", None), Some("2026-11-04")), Refusal::ReceivedBeforeSent),
        (Command::TrackPosting(ONE, EventId(99), Posting::default(), None), Refusal::NotFound),
    ] {
        assert_eq!(run(&mut book, command), Err(why));
    }
    run(&mut book, track(posting("2026-11-05", None), Some("2026-11-06"))).unwrap();
    let event = || book.case(ONE).unwrap().events.last().unwrap().clone();
    assert_eq!(
        (event().received, event().posting.presented),
        (Some(day("2026-11-06")), Some(day("2026-11-05")))
    );
    // One that came back was not received, whatever is said.
    let back = track(posting("2026-11-05", Some(Returned::NotCollected)), Some("2026-11-06"));
    run(&mut book, back).unwrap();
    let event = book.case(ONE).unwrap().events.last().unwrap();
    assert_eq!((event.received, event.posting.returned), (None, Some(Returned::NotCollected)));
}

#[test]
fn penalty_notes_are_numbered_by_year_without_a_gap() {
    let mut book = book();
    let next = |book: &Book, on: &str| note_number(day(on), book.notes_in(day(on)));
    assert_eq!(next(&book, "2026-11-22"), "NP-2026-001");
    for number in ["NP-2026-001", "NP-2026-002", "NP-2025-007"] {
        let text = SentText { number: number.to_owned(), ..SentText::default() };
        run(&mut book, sent(Step::PenaltyNote, Channel::Post, "2026-11-02", text)).unwrap();
    }
    assert_eq!(
        (next(&book, "2026-11-22"), next(&book, "2025-12-31")),
        ("NP-2026-003".to_owned(), "NP-2025-008".to_owned())
    );
    // What is in the trash may come back: its number stays its own.
    let second =
        book.case(ONE).unwrap().events.iter().find(|event| event.text.number == "NP-2026-002").unwrap().id;
    run(&mut book, Command::DeleteSending(ONE, second)).unwrap();
    assert_eq!(next(&book, "2026-11-22"), "NP-2026-003");
}

#[test]
fn a_letter_is_read_back_as_it_was_laid_out() {
    let mut book = book();
    let text = SentText { laid_out: letter().written_down(), ..SentText::default() };
    run(&mut book, sent(Step::FormalNotice, Channel::Post, "2026-11-02", text)).unwrap();
    // Through storage and back.
    let mut again = Book::default();
    for record in records(&book) {
        again.put(serde_json::from_str(&serde_json::to_string(&record).unwrap()).unwrap());
    }
    assert_eq!(again, book);
    let kept = again.case(ONE).unwrap().events.last().unwrap().text.laid_out.clone().unwrap();
    assert_eq!(Letter::kept(&kept), Some(letter()));
    assert_eq!(Letter::kept(&Json::of(&"autre chose").unwrap()), None);
}

#[test]
fn only_a_picture_is_kept_as_a_logo() {
    let mut book = book();
    let with =
        |logo: &str| Command::SaveStationery(Stationery { logo: logo.to_owned(), ..Stationery::default() });
    assert_eq!(run(&mut book, with("https://ailleurs.example/logo.png")), Err(Refusal::NoImage));
    run(&mut book, with("data:image/png;base64,iVBORw0KGgo=")).unwrap();
    assert!(
        records(&book).iter().any(|record| serde_json::to_string(record).unwrap().contains("stationery"))
    );
}
