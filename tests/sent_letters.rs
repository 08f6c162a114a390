//! What becomes of letters that were sent: how a registered one is tracked, how penalty notes are numbered, and that a
//! letter is kept as it was laid out.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly, their helpers too")]

mod support;

use relance::app::book::Book;
use relance::app::command::{Command, SendingDraft};
use relance::app::merge::merge;
use relance::app::notes::{NoteState, note_number};
use relance::app::record::Record;
use relance::app::update::{Refusal, update};
use relance::base::json::Json;
use relance::base::{EventId, InvoiceId};
use relance::documents::letter::{Block, Letter};
use relance::domain::author::Author;
use relance::domain::case_file::CaseFile;
use relance::domain::event::{Channel, SentText, Step};
use relance::domain::law::rates::RateTable;
use relance::domain::note_series::Gone;
use relance::domain::party::{Debtor, DebtorKind, PublicBody};
use relance::domain::posting::{Posting, Returned};
use relance::domain::stationery::{Look, Stationery, picture_name};
use relance::text::Lang;
use support::{change, day, invoice, records, today};

const ONE: InvoiceId = InvoiceId(1);

fn run(book: &mut Book, command: Command) -> Result<(), Refusal> {
    update(book, command, today()).map(drop)
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
    // It counts from its first presentation all the same; while it is on its way it counts from no day yet.
    assert_eq!(book.case(ONE).unwrap().formal_notice_counts(), Some(day("2026-11-05")));
    run(&mut book, track(posting("2026-11-05", None), None)).unwrap();
    assert_eq!(book.case(ONE).unwrap().formal_notice_counts(), None);
}

#[test]
fn the_number_of_a_registered_letter_is_kept_with_its_sending() {
    let mut book = book();
    let draft = SendingDraft::new(
        day("2026-11-02"),
        Channel::RegisteredPost,
        Step::FormalNotice,
        day("2026-11-12"),
        SentText::default(),
    );
    let posting = Posting { number: "1A 234".to_owned(), ..Posting::default() };
    let draft = SendingDraft { posting: posting.clone(), ..draft };
    run(&mut book, Command::RecordSending(vec![(ONE, draft)])).unwrap();
    assert_eq!(book.case(ONE).unwrap().events.last().unwrap().posting, posting);
}

#[test]
fn a_consumer_owes_interest_from_the_presentation_of_a_notice_that_came_back() {
    let mut book = book();
    let mut case = book.case(ONE).unwrap().clone();
    let consumer = Debtor { kind: DebtorKind::Consumer, body: PublicBody::default(), insolvency: None };
    run(&mut book, sent(Step::FormalNotice, Channel::RegisteredPost, "2026-06-02", SentText::default()))
        .unwrap();
    case.events = book.case(ONE).unwrap().events.clone();
    let interest = |case: &CaseFile| case.claim_on(day("2026-11-22"), consumer, RateTable::builtin());
    assert_eq!(interest(&case).interest_from, None);
    case.events.last_mut().unwrap().posting = Posting {
        number: String::new(),
        presented: Some(day("2026-06-04")),
        returned: Some(Returned::NotCollected),
    };
    assert_eq!(interest(&case).interest_from, Some(day("2026-06-05")));
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
    // It left the house: what has gone for good does not give its number to another.
    run(&mut book, Command::EmptyTrash).unwrap();
    assert_eq!(book.trash().count(), 0);
    assert_eq!(next(&book, "2026-11-22"), "NP-2026-003", "the first is still there");
    run(&mut book, Command::DeleteInvoice(ONE)).unwrap();
    let gone = book.trash().next().unwrap().id;
    run(&mut book, Command::DropFromTrash(gone)).unwrap();
    assert_eq!(
        (next(&book, "2026-11-22"), next(&book, "2025-12-31")),
        ("NP-2026-003".to_owned(), "NP-2025-008".to_owned())
    );
    // The register says of every number what became of it, and why one is missing.
    let state = |book: &Book, number: &str| {
        book.note_register().into_iter().find(|(known, _)| known == number).map(|(_, state)| state)
    };
    let told =
        [("NP-2026-001", Gone::Deleted), ("NP-2026-002", Gone::Deleted), ("NP-2025-007", Gone::Deleted)];
    for (number, why) in told {
        let Some(NoteState::Cancelled(one)) = state(&book, number) else { panic!("{number} is explained") };
        assert_eq!((one.written().as_str(), one.why), (number, why));
    }
    assert_eq!(state(&book, "NP-2025-001"), Some(NoteState::Unknown), "never seen here");
    let cancelled = book.stationery().cancelled.clone();
    let numbers = book.stationery().spent_numbers.clone();
    run(&mut book, Command::SaveStationery(Stationery::default())).unwrap();
    assert_eq!(book.stationery().spent_numbers, numbers, "whatever the letters look like");
    assert_eq!(book.stationery().cancelled, cancelled, "nor is a reason forgotten");
}

#[test]
fn a_letter_is_read_back_as_it_was_laid_out() {
    let mut book = book();
    let text = SentText { laid_out: letter().written_down(Look::default()), ..SentText::default() };
    run(&mut book, sent(Step::FormalNotice, Channel::Post, "2026-11-02", text)).unwrap();
    // Through storage and back.
    let mut again = Book::default();
    for record in records(&book) {
        again.put(serde_json::from_str(&serde_json::to_string(&record).unwrap()).unwrap());
    }
    assert_eq!(again, book);
    let kept = again.case(ONE).unwrap().events.last().unwrap().text.laid_out.clone().unwrap();
    assert_eq!(Letter::kept(&kept), Some(Letter { look: Some(Box::default()), ..letter() }));
    assert_eq!(Letter::kept(&Json::of(&"autre chose").unwrap()), None);
}

#[test]
fn a_copy_of_the_first_release_is_still_read() {
    let old = serde_json::json!({
        "lang": "fr", "sender": ["Claire Morel"], "recipient": ["Atelier Brun"], "place_and_date": "Lyon",
        "references": [""], "subject": "Relance", "blocks": [{ "paragraph": "Bonjour," }, "new-page"], "as_of": "",
    });
    let letter = Letter::kept(&Json::of(&old).unwrap()).unwrap();
    assert_eq!((letter.look.as_ref(), letter.plain_text().contains("Bonjour")), (None, true));
    // A letter that looked like nothing in particular is written as short as before, but for that.
    let again = Json::of(&letter).unwrap();
    assert_eq!(again, Json::of(&old).unwrap());
}

#[test]
fn a_letter_keeps_the_logo_it_was_sent_with() {
    let mut book = book();
    let picture = |letter: &str| format!("data:image/png;base64,{letter}AAA");
    let choose = |book: &mut Book, letter: &str| {
        // As the settings do: from the stationery of now.
        let now = book.stationery().clone();
        run(book, Command::SaveStationery(Stationery { logo: picture(letter), ..now })).unwrap();
    };
    choose(&mut book, "A");
    let look = book.stationery().look();
    let text = SentText { laid_out: letter().written_down(look.clone()), ..SentText::default() };
    run(&mut book, sent(Step::FormalNotice, Channel::Post, "2026-11-02", text)).unwrap();
    for other in ["B", "C", "D", "E", "F"] {
        choose(&mut book, other);
    }
    let kept = book.stationery();
    assert!(kept.has(&look), "{:?}", kept.kept);
    assert_eq!(kept.dressed(&look).logo, picture("A"));
    assert_eq!(kept.kept.iter().filter(|known| **known == picture("A")).count(), 1);
    assert!(!kept.kept.contains(&picture("B")), "what no letter shows goes");
    // Also while the letter is in the trash, from where it may come back.
    let id = book.case(ONE).unwrap().events.last().unwrap().id;
    run(&mut book, Command::DeleteSending(ONE, id)).unwrap();
    for other in ["G", "H", "I"] {
        choose(&mut book, other);
    }
    assert!(book.stationery().has(&look));
}

#[test]
fn two_devices_that_chose_other_logos_keep_every_picture() {
    let picture = |letter: &str| format!("data:image/png;base64,{letter}AAA");
    let with = |logo: &str, kept: &[&str]| {
        let kept = kept.iter().map(|letter| picture(letter)).collect();
        Record::Stationery(Stationery { logo: picture(logo), kept, ..Stationery::default() })
    };
    let merged = merge(Some(&with("A", &[])), &with("B", &["A"]), &with("C", &["A", "X"]));
    let Record::Stationery(stationery) = merged.record else { panic!("another record") };
    for letter in ["A", "B", "C", "X"] {
        let look = Look { logo: picture_name(&picture(letter)), ..Look::default() };
        assert!(stationery.has(&look), "{letter}");
    }
    let fields: Vec<&str> = merged.conflicts.iter().map(|conflict| conflict.field.as_str()).collect();
    assert_eq!(fields, ["logo"], "pictures of earlier are nobody’s to choose between");
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

#[test]
fn a_notice_that_counsel_sent_before_counts_from_its_receipt() {
    let mut book = book();
    let notice = |received: Option<&str>| {
        let text = SentText { by: Author::Counsel, ..SentText::default() };
        let (on, last) = (day("2026-10-01"), day("2026-10-16"));
        let draft = SendingDraft::new(on, Channel::RegisteredPost, Step::FormalNotice, last, text);
        Command::RecordSending(vec![(ONE, SendingDraft { received: received.map(day), ..draft })])
    };
    assert_eq!(run(&mut book, notice(Some("2026-09-30"))), Err(Refusal::ReceivedBeforeSent));
    assert_eq!(run(&mut book, notice(Some("2026-11-23"))), Err(Refusal::InTheFuture));
    run(&mut book, notice(Some("2026-10-05"))).unwrap();
    let case = book.case(ONE).unwrap();
    let kept = case.last_formal_notice(day("2026-11-22")).unwrap();
    assert!(kept.is_outside() && !kept.is_cover(), "its words are not known here");
    assert_eq!((kept.text.by, kept.deadline), (Author::Counsel, day("2026-10-16")));
    assert_eq!(case.formal_notice_counts(), Some(day("2026-10-05")));
    let consumer = Debtor { kind: DebtorKind::Consumer, body: PublicBody::default(), insolvency: None };
    let claim = case.claim_on(day("2026-11-22"), consumer, RateTable::builtin());
    assert_eq!(claim.interest_from, Some(day("2026-10-06")), "the day after its receipt");
    let json = serde_json::to_string(&kept.text).unwrap();
    assert!(json.contains(r#""by":"counsel""#), "{json}");
}

#[test]
fn the_formal_notice_is_the_letter_and_not_the_e_mail_that_announces_it() {
    let words = || SentText { body: "Je vous mets en demeure.".to_owned(), ..SentText::default() };
    let mut book = book();
    run(&mut book, sent(Step::FormalNotice, Channel::Email, "2026-10-01", words())).unwrap();
    let today = day("2026-11-22");
    let last = |book: &Book| book.case(ONE).unwrap().last_formal_notice(today).unwrap().channel;
    assert_eq!(last(&book), Channel::Email, "nothing else is known");
    run(&mut book, sent(Step::FormalNotice, Channel::RegisteredPost, "2026-10-01", words())).unwrap();
    run(&mut book, sent(Step::FormalNotice, Channel::Email, "2026-10-02", words())).unwrap();
    assert_eq!(last(&book), Channel::RegisteredPost, "an e-mail noted after it");
    let letters = book.case(ONE).unwrap().formal_notices().count();
    assert_eq!(letters, 1, "both e-mails announce it");
    // What announced it was read the same day: interest does not wait for that.
    let cover = book.case(ONE).unwrap().events.iter().find(|event| event.is_cover()).unwrap().id;
    run(&mut book, Command::SetReceived(ONE, cover, Some(day("2026-10-01")))).unwrap();
    assert_eq!(book.case(ONE).unwrap().formal_notice_counts(), None);
    run(&mut book, sent(Step::FormalNotice, Channel::Email, "2026-11-10", words())).unwrap();
    assert_eq!(last(&book), Channel::Email, "a new one, whose letter is not noted yet");
}

#[test]
fn a_document_about_several_invoices_is_noted_on_each_and_kept_once() {
    let mut book = book();
    run(&mut book, invoice("Atelier Brun", "2026-020")).unwrap();
    let two = InvoiceId(2);
    let (subject, body) = ("Relevé de compte".to_owned(), "Voici le relevé.".to_owned());
    let text = SentText { subject, body, ..SentText::default() };
    let on = day("2026-11-20");
    let draft = SendingDraft::new(on, Channel::Post, Step::Document, on, text);
    run(&mut book, Command::RecordSending(draft.on_each(&[two, ONE]))).unwrap();
    let event = |book: &Book, id| book.case(id).unwrap().events[0].clone();
    let (whole, other) = (event(&book, two), event(&book, ONE));
    assert!(!whole.text.elsewhere && other.text.elsewhere);
    assert_eq!((other.text.subject.as_str(), other.text.body.as_str()), ("Relevé de compte", ""));
    assert!(other.is_same_document(&whole) && !other.is_outside());
    let minutes = |id| relance::domain::cost::proposed(book.case(id).unwrap(), on).len();
    assert_eq!((minutes(two), minutes(ONE)), (1, 0), "it was made once");
    run(&mut book, Command::SetReceived(two, whole.id, Some(on))).unwrap();
    assert_eq!(event(&book, ONE).received, Some(on), "and received once");
    // Its words outlive the invoice they were kept with.
    run(&mut book, Command::DeleteSending(two, whole.id)).unwrap();
    assert_eq!(event(&book, ONE).text, whole.text);
    let back = book.trash().next().unwrap().id;
    run(&mut book, Command::TakeFromTrash(back)).unwrap();
    let facts = (event(&book, two).text, event(&book, ONE).text);
    assert_eq!(facts, (whole.text.clone(), whole.text.clone()), "one text, told once");
    run(&mut book, Command::DeleteInvoice(two)).unwrap();
    assert_eq!(event(&book, ONE).text, whole.text);
}

#[test]
fn archived_invoices_leave_the_words_of_shared_documents_to_one_that_stays() {
    let mut book = book();
    let (two, three) = (InvoiceId(2), InvoiceId(3));
    for number in ["2026-020", "2026-021"] {
        run(&mut book, invoice("Atelier Brun", number)).unwrap();
    }
    let on = day("2026-11-20");
    for subject in ["Relevé de compte", "Relevé corrigé"] {
        let text = SentText { subject: subject.to_owned(), body: "Voici.".to_owned(), ..SentText::default() };
        let draft = SendingDraft::new(on, Channel::Post, Step::Document, on, text);
        run(&mut book, Command::RecordSending(draft.on_each(&[two, three, ONE]))).unwrap();
    }
    let before = records(&book);
    let cases = [two, three].map(|id| book.case(id).unwrap().clone()).to_vec();
    let archived = update(&mut book, Command::RemoveArchived(cases, Vec::new()), today()).unwrap();
    let kept: Vec<_> = book.case(ONE).unwrap().events.iter().map(|event| &event.text).collect();
    assert!(kept.iter().all(|text| !text.elsewhere && text.body == "Voici."));
    assert_eq!(
        kept.iter().map(|text| &*text.subject).collect::<Vec<_>>(),
        ["Relevé de compte", "Relevé corrigé"]
    );
    run(&mut book, Command::Undo(change(&archived))).unwrap();
    assert_eq!(records(&book), before);
}
