//! Claims in court in the book: their hearings, put off and reserved, in the agenda and the calendar under names that stay; the
//! times of summary proceedings beside those of an ordinary claim; and that all of it is kept as well as the rest.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use relance::app::book::Book;
use relance::app::calendar_file::{calendar_file, proceeding_file};
use relance::app::command::{ActDraft, Command, InvoiceDraft};
use relance::app::merge::merge;
use relance::app::proceedings::{ProceedingCommand, ProceedingDraft};
use relance::app::record::{Key, Record};
use relance::app::update::{Refusal, update};
use relance::app::views::joint::{joinable, shared};
use relance::app::views::recovery_desk::situation;
use relance::app::views::today;
use relance::base::{Amount, InvoiceId, ProceedingId};
use relance::domain::act::ActKind;
use relance::domain::dunning::{What, Why};
use relance::domain::proceeding::next::Task;
use relance::domain::proceeding::{Milestone, Proceeding, ProceedingKind, Stage};
use relance::domain::recovery::{Condition, obstacles};
use relance::text::Lang;
use support::{change as change_of, day, invoice, records};

const ONE: InvoiceId = InvoiceId(1);
const FIRST: ProceedingId = ProceedingId(1);

fn go(book: &mut Book, command: ProceedingCommand, on: &str) -> Result<(), Refusal> {
    update(book, Command::Proceeding(command), day(on)).map(drop)
}

fn change(book: &mut Book, command: Command, on: &str) {
    update(book, command, day(on)).unwrap();
}

/// An invoice of so many cents, due on 15 March 2026.
fn dear(cents: i64) -> Command {
    let Command::SaveInvoice(id, draft) = invoice("Atelier Brun", "1") else { unreachable!() };
    Command::SaveInvoice(id, InvoiceDraft { amount: Amount::from_cents(cents), ..draft })
}

fn note(book: &mut Book, stage: Milestone, on: &str) {
    go(book, ProceedingCommand::Note(ONE, FIRST, stage), on).unwrap();
}

fn set(stage: Stage, on: &str, set_for: &str) -> Milestone {
    Milestone { set_for: Some(day(set_for)), ..Milestone::new(stage, day(on)) }
}

/// 3,480 € due on 15 March 2026; a writ of 2 November, its hearing on 15 December.
fn sued(kind: ProceedingKind) -> Book {
    let mut book = Book::default();
    change(&mut book, invoice("Atelier Brun", "1"), "2026-02-13");
    change(&mut book, support::sending("2026-03-20"), "2026-03-20");
    let hearing = Some(day("2026-12-15"));
    let draft = ProceedingDraft { hearing, ..ProceedingDraft::new(kind, day("2026-11-02")) };
    go(&mut book, ProceedingCommand::Begin(vec![ONE], draft), "2026-11-02").unwrap();
    book
}

/// What a calendar file says: the name of each entry with its first day.
fn named(file: &str) -> Vec<(String, String)> {
    let plain = file.replace("\r\n ", "");
    let entries = plain.split("BEGIN:VEVENT").skip(1);
    let of = |entry: &str, name: &str| {
        let line = entry.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_once(':').unwrap().1.to_owned()
    };
    let local = |uid: String| uid.split('@').next().unwrap().to_owned();
    entries.map(|entry| (local(of(entry, "UID")), of(entry, "DTSTART"))).collect()
}

fn file(book: &Book, on: &str) -> Vec<(String, String)> {
    named(&proceeding_file(Lang::Fr, book, ONE, day(on)).unwrap())
}

fn has(all: &[(String, String)], name: &str, on: &str) -> bool {
    all.contains(&(name.to_owned(), on.to_owned()))
}

#[test]
fn the_first_hearing_is_noted_with_the_writ_and_asked_for_a_week_before() {
    let book = sued(ProceedingKind::CourtClaim);
    let action = |on| today::action(&book, ONE, day(on)).unwrap();
    let waits = action("2026-11-03");
    assert_eq!((waits.what, waits.day), (What::Proceed(Task::PrepareHearing), day("2026-12-08")));
    assert_eq!(action("2026-12-10").day, day("2026-12-10"));
    assert!(matches!(action("2026-12-16").why, Why::Proceeding { task: Task::NoteHearing, .. }));
    let before = ProceedingDraft {
        hearing: Some(day("2026-11-01")),
        ..ProceedingDraft::new(ProceedingKind::Summary, day("2026-11-02"))
    };
    let mut other = Book::default();
    change(&mut other, invoice("Atelier Brun", "1"), "2026-02-13");
    go(&mut other, ProceedingCommand::Begin(vec![ONE], before), "2026-11-02").unwrap();
    let sound = |book: &Book| book.case(ONE).unwrap().proceedings.iter().all(Proceeding::is_sound);
    assert!(sound(&book) && !sound(&other), "the form refuses what the record would not take");
}

#[test]
fn hearings_and_decisions_keep_their_names_from_file_to_file() {
    let mut book = sued(ProceedingKind::CourtClaim);
    let first = file(&book, "2026-11-10");
    assert!(has(&first, "hearing-1-1-0", "20261215") && has(&first, "next-1", "20261208"), "{first:?}");
    assert_eq!(first, file(&book, "2026-11-20"), "the same file again changes the same entries");
    let late = file(&book, "2026-12-16");
    assert!(!late.iter().any(|(name, _)| name.starts_with("hearing")), "{late:?}");
    note(&mut book, set(Stage::Adjourned, "2026-12-15", "2027-01-19"), "2026-12-16");
    let second = file(&book, "2026-12-16");
    assert!(has(&second, "hearing-1-1-1", "20270119"), "the first one did take place: {second:?}");
    let timed = Milestone {
        at: chrono::NaiveTime::from_hms_opt(9, 30, 0),
        ..set(Stage::Adjourned, "2027-01-19", "2027-02-02")
    };
    note(&mut book, timed, "2027-01-19");
    let third = file(&book, "2027-01-19");
    assert!(has(&third, "hearing-1-1-2", "20270202T093000"), "{third:?}");
    note(&mut book, set(Stage::Reserved, "2027-02-02", "2027-03-09"), "2027-02-02");
    let reserved = file(&book, "2027-02-03");
    assert_eq!(reserved, [("decision-1-1-3".to_owned(), "20270309".to_owned())], "and is there once");
    let all = named(&calendar_file(Lang::En, &book, day("2027-02-03")));
    assert!(has(&all, "decision-1-1-3", "20270309"), "in the file of everything too: {all:?}");
}

#[test]
fn summary_proceedings_have_their_own_time_to_appeal() {
    let last = |kind, on: &str| {
        let mut book = sued(kind);
        let amount = Some(Amount::from_cents(800_000));
        note(
            &mut book,
            Milestone { amount, ..Milestone::new(Stage::Judged, day("2026-12-15")) },
            "2026-12-15",
        );
        note(&mut book, Milestone::new(Stage::Served, day("2027-01-04")), "2027-01-04");
        file(&book, on).into_iter().find(|(name, _)| name == "recourse-1-1").map(|(_, on)| on)
    };
    assert_eq!(last(ProceedingKind::Summary, "2027-01-05").as_deref(), Some("20270119"));
    assert_eq!(last(ProceedingKind::CourtClaim, "2027-01-05").as_deref(), Some("20270204"));
}

#[test]
fn an_appeal_and_a_mediation_are_entered_once_and_keep_their_names() {
    let mut book = sued(ProceedingKind::CourtClaim);
    note(&mut book, Milestone::new(Stage::Judged, day("2026-12-15")), "2026-12-15");
    note(&mut book, Milestone::new(Stage::Served, day("2027-01-04")), "2027-01-04");
    assert!(file(&book, "2027-01-05").iter().any(|(name, _)| name == "recourse-1-1"));
    note(
        &mut book,
        Milestone { suspends: true, ..Milestone::new(Stage::Appealed, day("2027-01-20")) },
        "2027-01-20",
    );
    let appealed = file(&book, "2027-01-21");
    assert!(!appealed.iter().any(|(name, _)| name == "recourse-1-1"), "it was appealed: {appealed:?}");
    note(&mut book, set(Stage::HearingSet, "2027-02-01", "2027-09-14"), "2027-02-01");
    assert!(has(&file(&book, "2027-02-02"), "hearing-1-1-4", "20270914"));
    // A mediation suspends the time to sue, and moves no day of the court.
    let before = file(&book, "2027-02-02");
    let act = ActDraft { kind: ActKind::AmicableBegun, date: day("2027-02-01"), reference: String::new() };
    change(&mut book, Command::AddAct(ONE, act), "2027-02-02");
    assert_eq!(file(&book, "2027-02-02"), before);
}

#[test]
fn what_a_court_sets_is_undone_and_merged_like_all_else() {
    let mut book = sued(ProceedingKind::Summary);
    let base = book.clone();
    note(&mut book, set(Stage::Adjourned, "2026-12-15", "2027-01-19"), "2026-12-16");
    let json = serde_json::to_value(book.record(Key::Case(ONE)).unwrap()).unwrap();
    let stage = json.pointer("/case/proceedings/0/stages/1").cloned().unwrap_or_default();
    assert_eq!(
        stage,
        serde_json::json!({"stage": "adjourned", "date": "2026-12-15", "set_for": "2027-01-19"})
    );
    let record = |book: &Book| book.record(Key::Case(ONE)).unwrap();
    let mut here = base.clone();
    let act = ActDraft { kind: ActKind::Acknowledgement, date: day("2026-11-20"), reference: String::new() };
    change(&mut here, Command::AddAct(ONE, act), "2026-12-16");
    let merged = merge(Some(&record(&base)), &record(&book), &record(&here));
    assert_eq!(merged.conflicts, []);
    let Record::Case(case) = merged.record else { unreachable!() };
    assert_eq!((case.proceedings.clone(), case.acts.len()), (book.case(ONE).unwrap().proceedings.clone(), 1));
    go(&mut book, ProceedingCommand::TakeOff(vec![(ONE, FIRST)]), "2026-12-16").unwrap();
    assert_eq!(records(&book), records(&base));
}

#[test]
fn a_small_claims_procedure_is_not_begun_above_its_limit_on_the_day_it_begins() {
    let mut book = Book::default();
    change(&mut book, dear(620_000), "2026-02-13");
    let missing = |book: &Book, on: &str, kind| {
        let at = situation(book, ONE, day(on)).unwrap();
        let all = obstacles(kind, &at);
        all.into_iter().map(|one| (one.finding.condition, one.is_bar)).collect::<Vec<_>>()
    };
    let simplified = missing(&book, "2026-11-02", ProceedingKind::Simplified);
    assert_eq!(simplified.first(), Some(&(Condition::SmallClaim, true)));
    let order = missing(&book, "2026-11-02", ProceedingKind::PaymentOrder);
    assert!(order.contains(&(Condition::NoticeOver, false)), "{order:?}");
    assert!(!order.iter().any(|(_, is_bar)| *is_bar), "the law leaves an order to the user: {order:?}");
    let early = missing(&book, "2026-03-01", ProceedingKind::PaymentOrder);
    assert_eq!(early.first(), Some(&(Condition::Due, true)), "it was not due yet");
    assert!(missing(&book, "2026-11-02", ProceedingKind::WrittenOff).is_empty());
}

#[test]
fn the_last_day_to_sue_goes_to_the_calendar_within_a_year_and_moves_with_a_mediation_under_one_name() {
    let mut book = Book::default();
    change(&mut book, invoice("Atelier Brun", "1"), "2026-02-13");
    let last = |book: &Book, on: &str| {
        let all = named(&calendar_file(Lang::Fr, book, day(on)));
        all.into_iter().filter(|(name, _)| name == "limitation-1").map(|(_, on)| on).collect::<Vec<_>>()
    };
    assert!(last(&book, "2026-11-10").is_empty(), "more than a year away");
    let before = last(&book, "2030-11-10");
    assert_eq!(before, ["20310213"], "five years from the invoice");
    let act = |kind, date: &str| ActDraft { kind, date: day(date), reference: String::new() };
    change(&mut book, Command::AddAct(ONE, act(ActKind::AmicableBegun, "2030-10-01")), "2030-11-10");
    change(&mut book, Command::AddAct(ONE, act(ActKind::AmicableEnded, "2030-11-01")), "2030-11-10");
    let after = last(&book, "2030-11-10");
    assert_eq!(after.len(), 1);
    assert!(before < after, "thirty-one days of it are counted on top: {after:?}");
}

/// A second invoice of the same client, of 1,160 €, due the same day.
fn two() -> Book {
    let mut book = Book::default();
    change(&mut book, invoice("Atelier Brun", "1"), "2026-02-13");
    let Command::SaveInvoice(id, draft) = invoice("Atelier Brun", "2") else { unreachable!() };
    let second = InvoiceDraft { amount: Amount::from_cents(116_000), ..draft };
    change(&mut book, Command::SaveInvoice(id, second), "2026-02-13");
    book
}

fn proceeding(book: &Book, id: InvoiceId) -> &Proceeding {
    book.case(id).unwrap().proceedings.first().unwrap()
}

const TWO: InvoiceId = InvoiceId(2);

#[test]
fn one_order_for_two_invoices_is_begun_and_made_on_both_its_cost_counted_once_its_sum_split() {
    let mut book = two();
    let fee = Amount::from_cents(3_180);
    let with = "Tribunal de commerce de Grenoble".to_owned();
    let order = ProceedingDraft::new(ProceedingKind::PaymentOrder, day("2026-11-02"));
    let order = ProceedingDraft { with, cost: Some(fee), commercial: true, fee_paid: true, ..order };
    go(&mut book, ProceedingCommand::Begin(vec![ONE, TWO], order), "2026-11-02").unwrap();
    for id in [ONE, TWO] {
        assert!(proceeding(&book, id).last(Stage::FeePaid, day("2026-11-02")).is_some(), "paid for both");
    }
    let spent = |id| proceeding(&book, id).spent(day("2026-11-02"));
    assert_eq!([spent(ONE), spent(TWO)], [fee, Amount::ZERO]);

    let found = shared(&book, ONE, proceeding(&book, ONE), day("2026-11-30"));
    assert_eq!(found.iter().map(|one| (one.id, one.one)).collect::<Vec<_>>(), [(TWO, FIRST)]);
    let made = Milestone {
        amount: Some(Amount::from_cents(400_000)),
        cost: Some(Amount::from_cents(900)),
        ..Milestone::new(Stage::Made, day("2026-11-30"))
    };
    let both = ProceedingCommand::NoteTogether(vec![(ONE, FIRST), (TWO, FIRST)], made);
    let done = update(&mut book, Command::Proceeding(both), day("2026-11-30")).unwrap();
    let last = |id| proceeding(&book, id).stages.last().unwrap().clone();
    assert_eq!(last(ONE).amount, Some(Amount::from_cents(300_000)));
    assert_eq!(last(TWO).amount, Some(Amount::from_cents(100_000)));
    assert_eq!([last(ONE).cost, last(TWO).cost], [Some(Amount::from_cents(900)), None]);
    // Both at once, undone at once.
    let undone = Command::Undo(change_of(&done));
    update(&mut book, undone, day("2026-11-30")).unwrap();
    for id in [ONE, TWO] {
        assert!(proceeding(&book, id).last(Stage::Made, day("2026-11-30")).is_none());
    }
}

#[test]
fn the_price_of_two_invoices_sold_together_is_split_and_what_came_in_is_each_ones_own() {
    let mut book = two();
    let paid_for_both = Amount::from_cents(200_001);
    let sold = ProceedingDraft::new(ProceedingKind::Sold, day("2026-11-02"));
    let sold = ProceedingDraft { with: "Rachat SA".to_owned(), amount: Some(paid_for_both), ..sold };
    go(&mut book, ProceedingCommand::Begin(vec![ONE, TWO], sold), "2026-11-02").unwrap();
    let price = |id| proceeding(&book, id).amount.unwrap();
    assert_eq!(price(ONE) + price(TWO), paid_for_both);
    assert!(price(TWO) < price(ONE));
    let paid = Milestone {
        amount: Some(Amount::from_cents(100)),
        ..Milestone::new(Stage::PricePaid, day("2026-11-20"))
    };
    let both = ProceedingCommand::NoteTogether(vec![(ONE, FIRST), (TWO, FIRST)], paid);
    assert_eq!(go(&mut book, both, "2026-11-20"), Err(Refusal::NotFollowing));
}

#[test]
fn the_others_a_proceeding_may_begin_on_are_taken_where_nothing_is_missing_and_said_where_it_is() {
    let days = (day("2026-06-02"), day("2026-06-02"));
    let mut book = two();
    let of = |book: &Book, kind, by_hand: &[(InvoiceId, bool)]| {
        let all = joinable(book, ONE, kind, days, by_hand);
        all.iter().map(|one| (one.id, one.is_taken, one.is_barred())).collect::<Vec<_>>()
    };
    assert_eq!(of(&book, ProceedingKind::Sold, &[]), [(TWO, true, false)]);
    assert_eq!(of(&book, ProceedingKind::Sold, &[(TWO, false)]), [(TWO, false, false)]);
    // No notice was sent: taken by hand only.
    assert_eq!(of(&book, ProceedingKind::PaymentOrder, &[]), [(TWO, false, false)]);
    assert_eq!(of(&book, ProceedingKind::PaymentOrder, &[(TWO, true)]), [(TWO, true, false)]);
    assert_eq!(of(&book, ProceedingKind::WrittenOff, &[]), []);
    // 3,480 € and 1,160 € with interest are still a small claim; with 3,480 € more they are not.
    assert_eq!(of(&book, ProceedingKind::Simplified, &[(TWO, true)]), [(TWO, true, false)]);
    change(&mut book, invoice("Atelier Brun", "3"), "2026-02-13");
    let third = of(&book, ProceedingKind::Simplified, &[(TWO, true), (InvoiceId(3), true)]);
    assert_eq!(third, [(TWO, true, false), (InvoiceId(3), false, true)]);
    let order = ProceedingDraft::new(ProceedingKind::PaymentOrder, day("2026-06-02"));
    go(&mut book, ProceedingCommand::Begin(vec![TWO], order), "2026-06-02").unwrap();
    assert_eq!(of(&book, ProceedingKind::PaymentOrder, &[(TWO, true)])[0], (TWO, false, true), "it runs");
}
