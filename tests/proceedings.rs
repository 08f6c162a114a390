//! What becomes of a claim after the amicable way, in the book: begun, gone on with, taken back; what it does to the state,
//! the agenda, the totals, limitation, the calendar; and that it is kept as well as all else.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use relance::app::book::Book;
use relance::app::calendar_file::{calendar_file, proceeding_file};
use relance::app::command::{CircumstanceDraft, Command, MovementDraft};
use relance::app::erasure::extent;
use relance::app::merge::merge;
use relance::app::proceedings::{ProceedingCommand, ProceedingDraft};
use relance::app::record::{Key, Record};
use relance::app::update::{Refusal, update};
use relance::app::views::client_list::client_rows;
use relance::app::views::invoice_list::{Filter, rows, totals};
use relance::app::views::partial_order::partial_order;
use relance::app::views::today;
use relance::base::{Amount, ClientId, Currency, InvoiceId, ProceedingId, TrashId};
use relance::documents::{Facts, PaperFacts, PaperKind, Tone, first_reminder, offered};
use relance::domain::assumptions::Assumptions;
use relance::domain::circumstance::{CircumstanceKind, DisputeCause};
use relance::domain::cost::Spending;
use relance::domain::dunning::{Action, HoldCause, What, Why};
use relance::domain::insolvency::{Insolvency, InsolvencyKind};
use relance::domain::movement::MovementKind;
use relance::domain::proceeding::next::Task;
use relance::domain::proceeding::partial::Rest;
use relance::domain::proceeding::write_off::{LossReason, VatRegime, WriteOff};
use relance::domain::proceeding::{Milestone, ProceedingKind, Stage};
use relance::domain::status::{Reason, State, flags, status};
use relance::store::backup;
use relance::text::Lang;
use relance::text::words::agenda::{on_its_day, proceeding};
use relance::text::words::costs::made_of;
use relance::text::words::limitation::{Around, sentence};
use relance::text::words::proceedings::{after, after_public, partial};
use support::{change, day, invoice, records};

const ONE: InvoiceId = InvoiceId(1);
const FIRST: ProceedingId = ProceedingId(1);

fn run(book: &mut Book, command: Command, on: &str) -> Result<(), Refusal> {
    update(book, command, day(on)).map(drop)
}

fn go(book: &mut Book, command: ProceedingCommand, on: &str) -> Result<(), Refusal> {
    run(book, Command::Proceeding(command), on)
}

fn begin(book: &mut Book, kind: ProceedingKind, on: &str) -> Result<(), Refusal> {
    let draft = ProceedingDraft { with: "Maître Roux".to_owned(), ..ProceedingDraft::new(kind, day(on)) };
    go(book, ProceedingCommand::Begin(vec![ONE], draft), on)
}

fn note(book: &mut Book, stage: Stage, on: &str) -> Result<(), Refusal> {
    let amount = stage.has_amount().then(|| Amount::from_cents(100_000));
    let milestone = Milestone { amount, ..Milestone::new(stage, day(on)) };
    go(book, ProceedingCommand::Note(ONE, FIRST, milestone), on)
}

/// 3,480 € due on 15 March 2026, sent.
fn owing() -> Book {
    let mut book = Book::default();
    run(&mut book, invoice("Atelier Brun", "1"), "2026-02-13").unwrap();
    run(&mut book, support::sending("2026-03-20"), "2026-03-20").unwrap();
    book
}

fn action(book: &Book, on: &str) -> Action {
    today::action(book, ONE, day(on)).unwrap()
}

fn state(book: &Book, on: &str) -> State {
    let case = book.case(ONE).unwrap();
    status(case, &book.claim(case, day(on))).state
}

fn limitation(book: &Book, on: &str) -> chrono::NaiveDate {
    let case = book.case(ONE).unwrap();
    case.limitation(book.debtor_of(case), day(on)).unwrap().expires
}

fn insolvent(published: Option<&str>) -> Book {
    let mut book = owing();
    let known = Insolvency {
        kind: Some(InsolvencyKind::Liquidation),
        published: published.map(day),
        office: "SELARL Dufour".to_owned(),
        office_address: "8 rue Hoche\n38000 Grenoble".to_owned(),
        abroad: false,
    };
    go(&mut book, ProceedingCommand::SetInsolvency(ClientId(1), day("2026-10-28"), known), "2026-11-10")
        .unwrap();
    book
}

#[test]
fn a_claim_that_failed_interrupted_nothing() {
    for (kind, how) in [
        (ProceedingKind::CourtClaim, Stage::Dismissed),
        (ProceedingKind::CourtClaim, Stage::Ended),
        (ProceedingKind::Lodged, Stage::Rejected),
    ] {
        let mut book = if kind == ProceedingKind::Lodged { insolvent(None) } else { owing() };
        let before = limitation(&book, "2026-11-12");
        begin(&mut book, kind, "2026-11-12").unwrap();
        assert!(before < limitation(&book, "2026-11-13"), "{kind:?}");
        note(&mut book, how, "2027-03-02").unwrap();
        assert_eq!(limitation(&book, "2027-03-03"), before, "{kind:?} {how:?}");
    }
}

fn clock(book: &Book, on: &str) -> String {
    let case = book.case(ONE).unwrap();
    let client = book.client(ClientId(1)).unwrap();
    let known = case.limitation(book.debtor_of(case), day(on)).unwrap();
    let insolvent = case.is_held_by(client.insolvency, day(on));
    let around = Around { suit: case.suit(day(on)), insolvent };
    sentence(Lang::Fr, &known, known.nearness(day(on)), around)
}

#[test]
fn limitation_says_what_a_court_changes() {
    let mut book = owing();
    assert!(clock(&book, "2026-11-12").starts_with("Vous pouvez agir en justice"));
    begin(&mut book, ProceedingKind::CourtClaim, "2026-11-12").unwrap();
    assert!(clock(&book, "2026-11-20").contains("interrompue jusqu’à la décision"));
    assert_eq!(limitation(&book, "2032-11-20"), day("2037-11-20"), "as long as the court has not decided");
    note(&mut book, Stage::Judged, "2027-03-02").unwrap();
    assert!(clock(&book, "2027-03-20").contains("dès qu’elle est exécutoire"));
    assert_eq!(limitation(&book, "2027-03-20"), day("2032-03-02"));
    let book = insolvent(None);
    assert!(!clock(&book, "2026-11-12").contains("Vous pouvez agir"));
}

#[test]
fn the_title_of_an_officer_does_not_raise_the_legal_rate() {
    assert_eq!(Stage::Enforceable.act(ProceedingKind::Simplified), None);
    assert_eq!(
        Stage::Enforceable.act(ProceedingKind::PaymentOrder),
        Some(relance::domain::act::ActKind::EnforceableDecision)
    );
}

#[test]
fn an_order_is_followed_from_the_request_to_enforcement() {
    let mut book = owing();
    let before = limitation(&book, "2026-11-02");
    begin(&mut book, ProceedingKind::PaymentOrder, "2026-11-02").unwrap();
    assert_eq!(state(&book, "2026-11-03"), State::Procedure);
    let waits = action(&book, "2026-11-03");
    assert_eq!(waits.what, What::Proceed(Task::AwaitOrder));
    assert_eq!(waits.hold.unwrap().cause, HoldCause::Proceeding(ProceedingKind::PaymentOrder));
    assert_eq!(limitation(&book, "2026-11-03"), before, "a request interrupts nothing");
    note(&mut book, Stage::Made, "2026-11-30").unwrap();
    let serve = action(&book, "2026-12-01");
    assert_eq!((serve.what, serve.until), (What::Proceed(Task::Serve), Some(day("2027-03-01"))));
    let file = calendar_file(Lang::Fr, &book, day("2026-12-01"));
    assert!(file.contains("until-1@relance") && file.contains("20270301"), "{file}");
    assert_eq!(action(&book, "2027-03-02").what, What::Proceed(Task::OrderVoid));
    note(&mut book, Stage::Served, "2027-01-11").unwrap();
    assert_eq!(limitation(&book, "2027-01-12"), day("2032-01-11"), "its service starts limitation again");
    let opposed_until = action(&book, "2027-01-12");
    assert_eq!(opposed_until.what, What::Proceed(Task::AwaitOpposition));
    assert_eq!(opposed_until.day, day("2027-03-12"));
    assert_eq!(action(&book, "2027-03-12").what, What::Proceed(Task::AskCertificate));
    let rate =
        |book: &Book| book.case(ONE).unwrap().debt(book.debtor_of(book.case(ONE).unwrap())).enforceable;
    assert_eq!(rate(&book), None);
    note(&mut book, Stage::Enforceable, "2027-03-12").unwrap();
    assert_eq!(rate(&book), Some(day("2027-03-12")), "the legal rate will rise");
    assert_eq!(action(&book, "2027-03-15").what, What::Proceed(Task::Instruct));
    note(&mut book, Stage::Instructed, "2027-03-15").unwrap();
    assert_eq!(action(&book, "2027-03-16").what, What::Proceed(Task::FollowEnforcement));
    note(&mut book, Stage::Ended, "2027-06-01").unwrap();
    assert_eq!(state(&book, "2027-06-02"), State::Reminded, "as it was without it");
}

/// A client in another country of the Union: a European order is filed, answered for, made, served, not opposed, enforced.
#[test]
fn a_european_order_is_followed_from_form_a_to_enforcement() {
    let mut book = owing();
    let before = limitation(&book, "2026-11-02");
    begin(&mut book, ProceedingKind::EuropeanOrder, "2026-11-02").unwrap();
    assert_eq!(state(&book, "2026-11-03"), State::Procedure);
    let waits = action(&book, "2026-11-03");
    assert_eq!((waits.what, waits.day), (What::Proceed(Task::AwaitOrder), day("2026-12-02")));
    assert_eq!(waits.hold.unwrap().cause, HoldCause::Proceeding(ProceedingKind::EuropeanOrder));
    let queried =
        Milestone { set_for: Some(day("2026-11-27")), ..Milestone::new(Stage::Queried, day("2026-11-12")) };
    go(&mut book, ProceedingCommand::Note(ONE, FIRST, queried), "2026-11-12").unwrap();
    let asks = action(&book, "2026-11-13");
    assert_eq!((asks.what, asks.until), (What::Proceed(Task::AnswerQuery), Some(day("2026-11-27"))));
    let file = proceeding_file(Lang::Fr, &book, ONE, day("2026-11-13")).unwrap();
    assert!(file.contains("until-1@relance") && file.contains("20261127"), "{file}");
    note(&mut book, Stage::Answered, "2026-11-16").unwrap();
    note(&mut book, Stage::Made, "2026-12-02").unwrap();
    let serve = action(&book, "2026-12-03");
    assert_eq!((serve.what, serve.until), (What::Proceed(Task::Serve), None));
    assert_eq!(
        limitation(&book, "2026-12-03"),
        before,
        "an order nobody served interrupts nothing, to be safe"
    );
    note(&mut book, Stage::Served, "2026-12-14").unwrap();
    assert_eq!(limitation(&book, "2026-12-15"), day("2031-12-14"));
    let file = proceeding_file(Lang::Fr, &book, ONE, day("2026-12-15")).unwrap().replace("\r\n ", "");
    for part in ["opposition-1-1@relance", "DTSTART;VALUE=DATE:20270113", "1896/2006", "formulaire G"] {
        assert!(file.contains(part), "{part} in {file}");
    }
    assert!(!file.contains("1416") && !file.contains("non-opposition"), "{file}");
    let early = note(&mut book, Stage::Enforceable, "2027-01-13");
    assert_eq!(early, Err(Refusal::NotFollowing), "it can be opposed until the end of that day");
    assert_eq!(action(&book, "2027-01-14").what, What::Proceed(Task::AskDeclaration));
    note(&mut book, Stage::Enforceable, "2027-01-20").unwrap();
    assert_eq!(action(&book, "2027-01-21").what, What::Proceed(Task::Instruct));
    // Kept, taken off, deleted and brought back like its neighbours.
    let known = book.case(ONE).cloned();
    go(&mut book, ProceedingCommand::Delete(vec![(ONE, FIRST)]), "2027-01-21").unwrap();
    run(&mut book, Command::TakeFromTrash(TrashId(1)), "2027-01-22").unwrap();
    assert_eq!(book.case(ONE).cloned(), known);
    let read = backup::read(&backup::write(&book, |_| None, &[], support::today()).unwrap()).unwrap();
    assert_eq!(records(&read.book()), records(&book));
    let mut here = owing();
    begin(&mut here, ProceedingKind::HandedOver, "2026-10-02").unwrap();
    let record = |book: &Book| book.record(Key::Case(ONE)).unwrap();
    let merged = merge(Some(&record(&owing())), &record(&book), &record(&here));
    let Record::Case(case) = merged.record else { unreachable!() };
    let kinds: Vec<_> = case.proceedings.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [ProceedingKind::HandedOver, ProceedingKind::EuropeanOrder]);
    go(&mut book, ProceedingCommand::TakeOff(vec![(ONE, FIRST)]), "2027-01-22").unwrap();
    assert_eq!(action(&book, "2027-01-22").what, What::Proceed(Task::AskDeclaration));
}

#[test]
fn every_word_of_a_european_order_is_its_own() {
    let (kind, on) = (ProceedingKind::EuropeanOrder, day("2026-12-14"));
    for lang in [Lang::Fr, Lang::En] {
        for task in [
            Task::AwaitOrder,
            Task::AnswerQuery,
            Task::QueryOver,
            Task::Serve,
            Task::AwaitOpposition,
            Task::AskDeclaration,
            Task::Instruct,
        ] {
            let said =
                format!("{} {}", proceeding::why(lang, kind, task, on, Some(on)), after(lang, kind, task));
            for other in ["1411", "1416", "2026-96", "non-opposition"] {
                assert!(!said.contains(other), "{task:?}: {said}");
            }
        }
    }
}

#[test]
fn the_last_day_to_oppose_an_order_goes_to_the_calendar() {
    let mut book = owing();
    begin(&mut book, ProceedingKind::PaymentOrder, "2026-11-02").unwrap();
    note(&mut book, Stage::Made, "2026-11-30").unwrap();
    let served = Milestone { in_person: true, ..Milestone::new(Stage::Served, day("2027-01-11")) };
    go(&mut book, ProceedingCommand::Note(ONE, FIRST, served), "2027-01-11").unwrap();
    let files = |on| {
        let one = proceeding_file(Lang::Fr, &book, ONE, day(on)).unwrap().replace("\r\n ", "");
        (one, calendar_file(Lang::Fr, &book, day(on)).replace("\r\n ", ""))
    };
    for file in <[String; 2]>::from(files("2027-01-12")) {
        for part in ["opposition-1-1@relance", "DTSTART;VALUE=DATE:20270211", "art. 1416"] {
            assert!(file.contains(part), "{part} in {file}");
        }
        // What comes after it has its day, and its name, too.
        let next = ["DTSTART;VALUE=DATE:20270312", "SUMMARY:Certificat de non-opposition à demander"];
        assert!(next.iter().all(|part| file.contains(part)), "{file}");
    }
    assert!(!files("2027-02-12").0.contains("opposition-"), "it is over");
}

#[test]
fn every_state_can_say_why() {
    for kind in ProceedingKind::ALL.into_iter().filter(|kind| *kind != ProceedingKind::Lodged) {
        let mut book = owing();
        begin(&mut book, kind, "2026-11-02").unwrap();
        let case = book.case(ONE).unwrap();
        let known = status(case, &book.claim(case, day("2026-11-03")));
        let said =
            known.reasons.iter().any(|why| matches!(why, Reason::Proceeding { kind: of, .. } if *of == kind));
        assert!(said, "{kind:?}: {known:?}");
    }
}

#[test]
fn reminders_stop_at_an_agency_and_what_it_passes_on_is_a_payment() {
    let mut book = owing();
    begin(&mut book, ProceedingKind::HandedOver, "2026-06-01").unwrap();
    assert_eq!(state(&book, "2026-06-02"), State::HandedOver);
    assert_eq!(action(&book, "2026-06-02").what, What::Proceed(Task::AskCollector));
    let owed = |book: &Book| book.claim(book.case(ONE).unwrap(), day("2026-07-01")).principal_left;
    let before = owed(&book);
    let passed = Milestone {
        amount: Some(Amount::from_cents(100_000)),
        beside: Some(Amount::from_cents(15_000)),
        ..Milestone::new(Stage::Returned, day("2026-07-01"))
    };
    go(&mut book, ProceedingCommand::Note(ONE, FIRST, passed), "2026-07-01").unwrap();
    assert_eq!(
        before - owed(&book),
        Amount::from_cents(100_000),
        "what was kept is no matter of the client’s"
    );
    let kept = book.case(ONE).unwrap().proceedings[0].returned(day("2026-07-02"));
    assert_eq!(kept, (Amount::from_cents(100_000), Amount::from_cents(15_000)));
    go(&mut book, ProceedingCommand::TakeOff(vec![(ONE, FIRST)]), "2026-07-02").unwrap();
    assert_eq!(owed(&book), before, "taken off, the payment goes too");
    note(&mut book, Stage::TakenBack, "2026-07-02").unwrap();
    assert!(!matches!(action(&book, "2026-07-03").what, What::Proceed(_)), "reminders go on");
}

#[test]
fn what_is_sold_or_given_up_is_out_of_every_total_and_shown_apart() {
    for (kind, wanted) in
        [(ProceedingKind::Sold, State::Sold), (ProceedingKind::WrittenOff, State::WrittenOff)]
    {
        let mut book = owing();
        run(&mut book, invoice("Atelier Brun", "2"), "2026-02-14").unwrap();
        begin(&mut book, kind, "2026-11-02").unwrap();
        let now = day("2026-11-03");
        assert_eq!(state(&book, "2026-11-03"), wanted);
        let list = rows(&book, now);
        let sum = totals(&list)[&Currency::EUR];
        assert_eq!((sum.principal, sum.out), (Amount::from_cents(348_000), Amount::from_cents(348_000)));
        let shown = |filter: Filter| list.iter().filter(|row| filter.admits(row)).count();
        assert_eq!((shown(Filter::Open), shown(Filter::Late), shown(Filter::Out)), (1, 1, 1));
        let today = today::day(&book, now).totals[0].1;
        assert_eq!((today.receivable, today.out), (sum.principal, sum.out));
        assert_eq!(today.aged.over_90, Amount::from_cents(348_000), "the aged balance is of what is owed");
        assert_eq!(client_rows(&book, &list)[0].open, 1);
        let case = book.case(ONE).unwrap();
        assert_eq!(flags(case, &book.claim(case, now), book.debtor_of(case), None), []);
        assert!(!calendar_file(Lang::Fr, &book, now).contains("next-1@relance"));
        assert_eq!(begin(&mut book, ProceedingKind::CourtClaim, "2026-11-04"), Err(Refusal::ProceedingRuns));
    }
}

#[test]
fn a_sale_is_notified_and_then_nothing_is_left_to_do() {
    let mut book = owing();
    begin(&mut book, ProceedingKind::Sold, "2026-11-02").unwrap();
    assert_eq!(action(&book, "2026-11-03").what, What::Proceed(Task::NotifySale));
    note(&mut book, Stage::Notified, "2026-11-04").unwrap();
    // No price was noted: nothing is waited for.
    let left = action(&book, "2026-11-05");
    assert_eq!(left.what, What::Nothing);
    assert_eq!(left.why, Why::Out { kind: ProceedingKind::Sold, on: day("2026-11-02"), vat_back: false });
}

fn price(book: &mut Book, cents: i64, on: &str) -> Result<(), Refusal> {
    let amount = Some(Amount::from_cents(cents));
    let paid = Milestone { amount, ..Milestone::new(Stage::PricePaid, day(on)) };
    go(book, ProceedingCommand::Note(ONE, FIRST, paid), on)
}

#[test]
fn a_sale_is_followed_to_its_price() {
    let mut book = owing();
    let sold = ProceedingDraft {
        with: "Rachat Pro".to_owned(),
        amount: Some(Amount::from_cents(90_000)),
        ..ProceedingDraft::new(ProceedingKind::Sold, day("2026-11-02"))
    };
    go(&mut book, ProceedingCommand::Begin(vec![ONE], sold), "2026-11-02").unwrap();
    price(&mut book, 40_000, "2026-11-03").unwrap();
    assert_eq!(action(&book, "2026-11-04").what, What::Proceed(Task::NotifySale), "money does not notify");
    note(&mut book, Stage::Notified, "2026-11-05").unwrap();
    let waits = action(&book, "2026-11-06");
    assert_eq!((waits.what, waits.day), (What::Proceed(Task::AwaitPrice), day("2026-12-07")));
    price(&mut book, 50_000, "2026-11-20").unwrap();
    assert_eq!(action(&book, "2026-11-21").what, What::Nothing);
    assert_eq!(price(&mut book, 100, "2026-11-22"), Err(Refusal::NotFollowing), "all of it came");
    let case = book.case(ONE).unwrap();
    let sale = &case.proceedings[0];
    assert_eq!(sale.unpaid_price(day("2026-11-04")), Amount::from_cents(50_000));
    assert_eq!(sale.price_paid(day("2026-11-21")), Amount::from_cents(90_000));
    // What the buyer pays is no payment of the client, and the claim is worth its price from now on.
    assert!(case.movements.is_empty());
    let claim = book.claim(case, day("2026-11-21"));
    let spending = Spending::of(case, &claim, &Assumptions::default());
    assert_eq!(
        (spending.received, spending.at_stake),
        (Some(Amount::from_cents(90_000)), Some(Amount::ZERO))
    );
    let before = Spending::of(case, &book.claim(case, day("2026-11-04")), &Assumptions::default());
    assert_eq!(before.at_stake, Some(Amount::from_cents(50_000)), "the price that is still to come");
}

#[test]
fn what_a_collector_keeps_is_a_cost_and_a_loss_is_worth_what_it_brought() {
    let mut book = owing();
    begin(&mut book, ProceedingKind::HandedOver, "2026-11-02").unwrap();
    let returned = Milestone {
        amount: Some(Amount::from_cents(100_000)),
        beside: Some(Amount::from_cents(15_000)),
        ..Milestone::new(Stage::Returned, day("2026-11-20"))
    };
    go(&mut book, ProceedingCommand::Note(ONE, FIRST, returned), "2026-11-20").unwrap();
    note(&mut book, Stage::TakenBack, "2026-11-25").unwrap();
    let spent = |book: &Book, on| {
        let case = book.case(ONE).unwrap();
        Spending::of(case, &book.claim(case, day(on)), &Assumptions::default())
    };
    let now = spent(&book, "2026-11-26");
    assert_eq!((now.kept, now.money), (Amount::from_cents(15_000), Amount::from_cents(15_000)));
    assert_eq!(spent(&book, "2026-11-19").kept, Amount::ZERO);
    assert!(made_of(Lang::Fr, &now).contains("dont 150,00\u{a0}€ gardés"), "{}", made_of(Lang::Fr, &now));
    assert_ne!(action(&book, "2026-11-26").what, What::Nothing, "given back, it is chased again");
    begin(&mut book, ProceedingKind::WrittenOff, "2026-11-27").unwrap();
    let over = spent(&book, "2026-11-28");
    assert_eq!(
        (over.received, over.at_stake),
        (Some(Amount::from_cents(100_000)), Some(Amount::ZERO)),
        "what came in, and no more"
    );
}

#[test]
fn no_text_asks_for_a_claim_that_is_sold_or_handed_over() {
    for kind in [ProceedingKind::Sold, ProceedingKind::HandedOver] {
        let mut book = owing();
        begin(&mut book, kind, "2026-11-02").unwrap();
        let case = book.case(ONE).unwrap();
        let claim = book.claim(case, day("2026-11-03"));
        let client = book.client(ClientId(1)).unwrap();
        let cases = [(case, &claim)];
        let facts =
            Facts::new(book.profile(), client, &cases, day("2026-11-03"), day("2026-11-17"), Lang::Fr);
        let context = facts.context();
        assert!(first_reminder(Tone::default(), &context).is_err(), "{kind:?}");
        let paper = PaperFacts::new(book.profile(), client, &cases, day("2026-11-03"), Lang::Fr);
        let offer = offered(PaperKind::Offer, &paper);
        assert!(offer.is_err(), "{offer:?}");
    }
}

#[test]
fn insolvency_asks_for_the_declaration_and_for_nothing_else() {
    let book = insolvent(None);
    let cautious = action(&book, "2026-11-11");
    assert_eq!((cautious.what, cautious.until), (What::LodgeClaim, Some(day("2026-12-28"))));
    let mut book = insolvent(Some("2026-11-08"));
    let known = action(&book, "2026-11-11");
    assert_eq!(known.until, Some(day("2027-01-08")), "two months of publication");
    let file = calendar_file(Lang::Fr, &book, day("2026-11-11"));
    assert!(file.contains("20270108"), "{file}");
    assert!(
        matches!(action(&book, "2027-01-11").why, Why::LodgingOver { relief_by, .. } if relief_by == day("2027-05-08"))
    );
    let lodged = ProceedingDraft::new(ProceedingKind::Lodged, day("2026-11-20"));
    go(&mut book, ProceedingCommand::Begin(vec![ONE], lodged), "2026-11-20").unwrap();
    assert_eq!(state(&book, "2026-11-21"), State::Procedure);
    assert_eq!(action(&book, "2026-11-21").what, What::Proceed(Task::AwaitVerification));
    assert_eq!(
        limitation(&book, "2026-11-21"),
        day("2031-11-21"),
        "lodging interrupts until the proceedings are closed"
    );
    note(&mut book, Stage::Contested, "2026-12-01").unwrap();
    assert_eq!(action(&book, "2026-12-02").until, Some(day("2026-12-31")));
    note(&mut book, Stage::Answered, "2026-12-10").unwrap();
    note(&mut book, Stage::Admitted, "2027-02-01").unwrap();
    assert_eq!(action(&book, "2027-02-02").what, What::Proceed(Task::AwaitDistribution));
    note(&mut book, Stage::ClosedUnpaid, "2027-09-01").unwrap();
    assert_eq!(action(&book, "2027-09-02").what, What::Proceed(Task::WriteOff));
    begin(&mut book, ProceedingKind::WrittenOff, "2027-09-03").unwrap();
    assert_eq!(action(&book, "2027-09-04").what, What::Nothing);
}

#[test]
fn nobody_sues_an_insolvent_client_and_what_came_after_is_owed_as_ever() {
    let mut book = insolvent(None);
    assert_eq!(begin(&mut book, ProceedingKind::PaymentOrder, "2026-11-11"), Err(Refusal::Insolvent));
    let Command::SaveInvoice(id, mut draft) = invoice("Atelier Brun", "2") else { unreachable!() };
    (draft.issued, draft.due) = (day("2026-11-02"), day("2026-11-12"));
    run(&mut book, Command::SaveInvoice(id, draft), "2026-11-12").unwrap();
    let later = today::action(&book, InvoiceId(2), day("2026-12-01")).unwrap();
    assert_eq!(later.what, What::SendInvoice, "it is chased like any other");
    let claim = book.claim(book.case(InvoiceId(2)).unwrap(), day("2026-12-01"));
    assert!(claim.interest_left.is_positive() && claim.indemnity_left.is_positive());
}

#[test]
fn nothing_is_lodged_where_there_are_no_proceedings() {
    assert_eq!(begin(&mut owing(), ProceedingKind::Lodged, "2026-11-02"), Err(Refusal::NotInsolvent));
}

#[test]
fn an_order_is_not_served_once_it_is_void_nor_enforceable_while_it_can_be_opposed() {
    let mut book = owing();
    begin(&mut book, ProceedingKind::PaymentOrder, "2026-03-02").unwrap();
    note(&mut book, Stage::Made, "2026-03-16").unwrap();
    let known = book.clone();
    assert_eq!(action(&book, "2026-11-02").what, What::Proceed(Task::OrderVoid));
    assert_eq!(note(&mut book, Stage::Served, "2026-11-02"), Err(Refusal::NotFollowing));
    assert_eq!(book, known, "what is refused changes nothing");
    note(&mut book, Stage::Served, "2026-09-16").unwrap();
    assert_eq!(note(&mut book, Stage::Enforceable, "2026-10-16"), Err(Refusal::NotFollowing));
    note(&mut book, Stage::Enforceable, "2026-10-19").unwrap();
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let mut book = owing();
    begin(&mut book, ProceedingKind::PaymentOrder, "2026-11-02").unwrap();
    let known = book.clone();
    let later = ProceedingDraft::new(ProceedingKind::CourtClaim, day("2026-11-04"));
    let refused = go(&mut book, ProceedingCommand::Begin(vec![ONE], later), "2026-11-03");
    assert_eq!(refused, Err(Refusal::InTheFuture));
    assert_eq!(begin(&mut book, ProceedingKind::PaymentOrder, "2026-11-03"), Err(Refusal::ProceedingRuns));
    assert_eq!(note(&mut book, Stage::Served, "2026-11-03"), Err(Refusal::NotFollowing));
    assert_eq!(note(&mut book, Stage::Made, "2026-11-01"), Err(Refusal::BeforeLast));
    let early = ProceedingDraft::new(ProceedingKind::CourtClaim, day("2026-02-12"));
    let refused = go(&mut book, ProceedingCommand::Begin(vec![ONE], early), "2026-11-03");
    assert_eq!(refused, Err(Refusal::SentBeforeIssue));
    assert_eq!(book, known);
}

/// A write-off on top of an order that was made.
fn lost() -> Book {
    let mut book = owing();
    begin(&mut book, ProceedingKind::PaymentOrder, "2026-11-02").unwrap();
    note(&mut book, Stage::Made, "2026-11-09").unwrap();
    let write_off = Some(WriteOff {
        reason: LossReason::Irrecoverable,
        vat: VatRegime::Debits,
        vat_amount: Some(Amount::from_cents(58_000)),
    });
    let draft = ProceedingDraft {
        write_off,
        terms: "certificat de Me Roux".to_owned(),
        ..ProceedingDraft::new(ProceedingKind::WrittenOff, day("2026-11-20"))
    };
    go(&mut book, ProceedingCommand::Begin(vec![ONE], draft), "2026-11-20").unwrap();
    book
}

#[test]
fn a_loss_says_on_the_case_whether_its_vat_comes_back() {
    let mut book = lost();
    let said = |book: &Book| action(book, "2026-11-22").why;
    let (kind, on) = (ProceedingKind::WrittenOff, day("2026-11-20"));
    assert_eq!(said(&book), Why::Out { kind, on, vat_back: true });
    let mut case = book.case(ONE).cloned().unwrap();
    let loss = case.proceedings.last_mut().unwrap().write_off.as_mut().unwrap();
    loss.vat = VatRegime::Receipts;
    book.put(Record::Case(case));
    assert_eq!(said(&book), Why::Out { kind, on, vat_back: false }, "none was paid to the State");
}

#[test]
fn undo_and_the_trash_bring_a_proceeding_back_as_it_was() {
    let mut book = lost();
    let known = book.case(ONE).cloned();
    let effects = update(
        &mut book,
        Command::Proceeding(ProceedingCommand::Delete(vec![(ONE, ProceedingId(2))])),
        day("2026-11-21"),
    )
    .unwrap();
    assert_eq!(state(&book, "2026-11-22"), State::Procedure, "the loss deleted, the order runs on");
    let mut undone = book.clone();
    run(&mut undone, Command::Undo(change(&effects)), "2026-11-21").unwrap();
    assert_eq!(undone.case(ONE).cloned(), known);
    run(&mut book, Command::TakeFromTrash(TrashId(1)), "2026-11-22").unwrap();
    assert_eq!(book.case(ONE).cloned(), known);
}

#[test]
fn a_backup_holds_proceedings_and_merging_two_files_keeps_both_sides() {
    let book = lost();
    let file = backup::write(&book, |_| None, &[], support::today()).unwrap();
    let read = backup::read(&file).unwrap();
    assert_eq!(records(&read.book()), records(&book));
    assert_eq!(read.counts.proceedings, 2);
    // Two devices gave the first number to different things: joined, both are kept.
    let mut here = owing();
    begin(&mut here, ProceedingKind::HandedOver, "2026-10-02").unwrap();
    let record = |book: &Book| book.record(Key::Case(ONE)).unwrap();
    let merged = merge(Some(&record(&owing())), &record(&book), &record(&here));
    assert_eq!(merged.conflicts, []);
    let Record::Case(case) = merged.record else { unreachable!() };
    let kinds: Vec<_> = case.proceedings.iter().map(|one| one.kind).collect();
    let wanted = [ProceedingKind::HandedOver, ProceedingKind::PaymentOrder, ProceedingKind::WrittenOff];
    assert_eq!(kinds, wanted, "in the order they began");
    let mut numbers: Vec<_> = case.proceedings.iter().map(|one| one.id).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 3);
}

#[test]
fn erasing_counts_proceedings_and_anonymising_leaves_their_days_and_sums() {
    let mut book = lost();
    assert_eq!(extent(&book, ClientId(1)).proceedings, 2);
    let mut gone = book.clone();
    run(&mut gone, Command::EraseClient(ClientId(1)), "2026-11-22").unwrap();
    assert_eq!(gone.counts().proceedings, 0);
    run(&mut book, Command::Anonymise(ClientId(1)), "2026-11-22").unwrap();
    let json = serde_json::to_string(&book.record(Key::Case(ONE))).unwrap();
    assert!(!json.contains("Roux"), "{json}");
    let case = book.case(ONE).unwrap();
    assert_eq!(case.proceedings[1].write_off.unwrap().vat_amount, Some(Amount::from_cents(58_000)));
    let mut book = insolvent(Some("2026-11-08"));
    run(&mut book, Command::Anonymise(ClientId(1)), "2026-11-22").unwrap();
    let client = book.client(ClientId(1)).unwrap();
    assert_eq!(client.collective.published, Some(day("2026-11-08")));
    assert!(client.collective.office.is_empty() && client.collective.office_address.is_empty());
}

#[test]
fn a_case_without_proceedings_is_written_as_it_always_was() {
    let book = owing();
    for key in [Key::Case(ONE), Key::Client(ClientId(1))] {
        let json = serde_json::to_string(&book.record(key)).unwrap();
        assert!(!json.contains("proceedings") && !json.contains("collective"), "{json}");
    }
}

#[test]
fn a_proceeding_whose_days_are_out_of_order_is_set_aside() {
    let sound = |json: &str| {
        let mut case = serde_json::to_value(lost().record(Key::Case(ONE)).unwrap()).unwrap();
        case["case"]["proceedings"] = serde_json::from_str(json).unwrap();
        serde_json::from_value::<Record>(case).is_ok_and(|record| record.is_sound())
    };
    assert!(sound(
        r#"[{"id":1,"kind":"payment-order","date":"2026-11-02","stages":[{"stage":"made","date":"2026-11-09"}]}]"#
    ));
    assert!(!sound(
        r#"[{"id":1,"kind":"payment-order","date":"2026-11-02","stages":[{"stage":"made","date":"2026-11-01"}]}]"#
    ));
    assert!(!sound(r#"[{"id":1,"kind":"sold","date":"2450-11-02"}]"#));
}

/// A clerk paid with the request is paid: it is not asked for again, and counted once.
#[test]
fn a_fee_paid_with_the_request_is_noted_as_paid() {
    let filed = |fee_paid| {
        let mut book = owing();
        let draft = ProceedingDraft {
            commercial: true,
            cost: Some(Amount::from_cents(3_500)),
            fee_paid,
            ..ProceedingDraft::new(ProceedingKind::PaymentOrder, day("2026-11-02"))
        };
        go(&mut book, ProceedingCommand::Begin(vec![ONE], draft), "2026-11-02").unwrap();
        let spent = book.case(ONE).unwrap().proceedings[0].spent(day("2026-11-03"));
        (action(&book, "2026-11-03").what, spent)
    };
    let fee = Amount::from_cents(3_500);
    assert_eq!(filed(true), (What::Proceed(Task::AwaitOrder), fee));
    assert_eq!(filed(false), (What::Proceed(Task::PayFee), fee));
}

/// The day of the certificate is not that of the time to oppose, which ends before it.
#[test]
fn what_comes_on_the_day_named_is_the_certificate() {
    let mut book = owing();
    begin(&mut book, ProceedingKind::PaymentOrder, "2026-11-02").unwrap();
    note(&mut book, Stage::Made, "2026-11-30").unwrap();
    note(&mut book, Stage::Served, "2027-01-05").unwrap();
    let waits = action(&book, "2027-01-06");
    assert_eq!((waits.what, waits.day), (What::Proceed(Task::AwaitOpposition), day("2027-03-08")));
    assert_eq!(on_its_day(&waits), What::Proceed(Task::AskCertificate));
}

/// An order for a part that is served leaves a trace of what was given up.
#[test]
fn what_an_order_for_a_part_gave_up_is_remembered_whatever_is_paid_later() {
    let mut book = owing();
    begin(&mut book, ProceedingKind::PaymentOrder, "2026-11-02").unwrap();
    note(&mut book, Stage::Made, "2026-11-30").unwrap();
    let known = |book: &Book, on: &str| {
        let case = book.case(ONE).unwrap();
        partial_order(book, case, &case.proceedings[0], day(on)).map(|order| (order.rest, order.state))
    };
    let rest = Amount::from_cents(248_000);
    assert_eq!(known(&book, "2026-12-01"), Some((rest, Rest::Open)));
    let served = Milestone { beside: Some(rest), ..Milestone::new(Stage::Served, day("2027-01-11")) };
    go(&mut book, ProceedingCommand::Note(ONE, FIRST, served), "2027-01-11").unwrap();
    let paid = MovementDraft::new(MovementKind::Payment, day("2027-02-01"), Amount::from_cents(300_000));
    run(&mut book, Command::AddMovement(ONE, paid), "2027-02-01").unwrap();
    assert_eq!(known(&book, "2027-02-02"), Some((rest, Rest::GivenUp)));
    let mut old = book.clone();
    let mut case = old.case(ONE).cloned().unwrap();
    case.proceedings[0].stages[1].beside = None;
    old.put(Record::Case(case));
    assert_eq!(known(&old, "2027-02-02"), Some((rest, Rest::GivenUp)), "one noted before this was kept");
    let order = partial_order(
        &book,
        book.case(ONE).unwrap(),
        &book.case(ONE).unwrap().proceedings[0],
        day("2027-02-02"),
    );
    let said = partial(Lang::Fr, ProceedingKind::PaymentOrder, &order.unwrap(), Currency::EUR).join(" ");
    assert!(said.contains("renoncé") && said.contains("1409"), "{said}");
}

/// Nothing is sued for beside what is contested: an order for the rest is no order for a part.
#[test]
fn an_order_for_what_nobody_contests_is_whole() {
    let mut book = owing();
    let dispute =
        CircumstanceKind::dispute(DisputeCause::Quality, Amount::from_cents(248_000), day("2026-10-15"));
    let draft = CircumstanceDraft { date: day("2026-10-01"), kind: dispute, note: String::new() };
    run(&mut book, Command::AddCircumstance(ONE, draft), "2026-10-01").unwrap();
    begin(&mut book, ProceedingKind::PaymentOrder, "2026-11-02").unwrap();
    note(&mut book, Stage::Made, "2026-11-30").unwrap();
    let case = book.case(ONE).unwrap();
    assert_eq!(partial_order(&book, case, &case.proceedings[0], day("2026-12-01")), None);
}

/// Above 10,000 € no court is gone before without a lawyer, the commercial court no more than the other (CPC art. 853).
#[test]
fn a_lawyer_is_compulsory_before_both_courts_once_an_order_is_opposed() {
    for task in [Task::AnswerOpposition, Task::OppositionUnanswered] {
        let french = after(Lang::Fr, ProceedingKind::PaymentOrder, task);
        assert!(
            french.contains("obligatoire devant le tribunal de commerce aussi (CPC art. 853)"),
            "{french}"
        );
        let english = after(Lang::En, ProceedingKind::PaymentOrder, task);
        assert!(
            english.contains("compulsory there before a commercial court too (CPC art. 853)"),
            "{english}"
        );
    }
}

/// Against a public body nothing is said of writs, service, or the codes of the civil courts.
#[test]
fn an_administrative_matter_is_told_nothing_of_the_civil_courts() {
    for lang in [Lang::Fr, Lang::En] {
        for task in [
            Task::AwaitCourt,
            Task::PrepareHearing,
            Task::NoteHearing,
            Task::AwaitDecision,
            Task::AskDecision,
            Task::AwaitPublicPayment,
            Task::AskPublicPayment,
        ] {
            let said = after_public(lang, task).unwrap();
            for civil in ["CPC", "835", "C. civ.", "signifi", "served on"] {
                assert!(
                    !said.contains(civil) || said.contains("rien n’est à faire signifier"),
                    "{task:?}: {said}"
                );
            }
        }
    }
}
