//! Costs and expectations in the book: noted, taken off, brought back, joined, erased; and that they are kept as well as all
//! else.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use relance::app::book::Book;
use relance::app::command::Command;
use relance::app::costs::{CostCommand, CostDraft};
use relance::app::merge::merge;
use relance::app::proceedings::{ProceedingCommand, ProceedingDraft};
use relance::app::record::{Key, Record};
use relance::app::trash::TrashItem;
use relance::app::update::{Refusal, update};
use relance::app::views::recovery_desk::RecoveryDesk;
use relance::base::{Amount, ClientId, CostId, InvoiceId, Percent, ProceedingId, TrashId};
use relance::domain::assumptions::Assumptions;
use relance::domain::case_file::CaseFile;
use relance::domain::cost::{Cost, CostKind};
use relance::domain::proceeding::{Milestone, Proceeding, ProceedingKind, Stage};
use relance::domain::recovery::{Advice, Availability, Condition, Outlook, Quoted, RecoveryRoute};
use relance::store::backup;
use relance::store::backup::compare::{Choice, compare, merge_records};
use support::{change, day, invoice, records, sending};

const ONE: InvoiceId = InvoiceId(1);

fn run(book: &mut Book, command: Command, on: &str) -> Result<(), Refusal> {
    update(book, command, day(on)).map(drop)
}

fn cost(book: &mut Book, command: CostCommand, on: &str) -> Result<(), Refusal> {
    run(book, Command::Cost(command), on)
}

fn minutes(date: &str, minutes: u32) -> CostDraft {
    CostDraft {
        date: day(date),
        kind: CostKind::Time(minutes),
        contact: None,
        note: "Mme Le Goff".to_owned(),
    }
}

fn owing() -> Book {
    let mut book = Book::default();
    run(&mut book, invoice("Atelier Brun", "1"), "2026-02-13").unwrap();
    book
}

fn spent() -> Book {
    let mut book = owing();
    let fee = CostDraft { kind: CostKind::Fee(Amount::from_cents(3_521)), ..minutes("2026-04-01", 0) };
    cost(&mut book, CostCommand::Add(ONE, vec![minutes("2026-04-02", 25), fee]), "2026-04-02").unwrap();
    book
}

fn case(book: &Book) -> &CaseFile {
    book.case(ONE).unwrap()
}

fn saved(book: &Book) -> backup::Backup {
    backup::read(&backup::write(book, |_| None, &[], day("2026-06-01")).unwrap()).unwrap()
}

#[test]
fn costs_are_kept_by_day_with_numbers_of_their_case() {
    let book = spent();
    let known: Vec<(CostId, CostKind)> = case(&book).costs.iter().map(|cost| (cost.id, cost.kind)).collect();
    assert_eq!(
        known,
        [(CostId(2), CostKind::Fee(Amount::from_cents(3_521))), (CostId(1), CostKind::Time(25))]
    );
    let mut book = book;
    let ahead = CostCommand::Add(ONE, vec![minutes("2026-04-04", 5)]);
    assert_eq!(cost(&mut book, ahead, "2026-04-03"), Err(Refusal::InTheFuture));
    assert_eq!(cost(&mut book, CostCommand::Delete(ONE, CostId(9)), "2026-04-03"), Err(Refusal::NotFound));
}

#[test]
fn what_is_taken_off_comes_back_from_the_trash_and_by_undo() {
    let mut book = spent();
    let before = case(&book).clone();
    let effects =
        update(&mut book, Command::Cost(CostCommand::Delete(ONE, CostId(1))), day("2026-04-03")).unwrap();
    assert_eq!(case(&book).costs.len(), 1);
    assert!(matches!(book.trashed(TrashId(1)).unwrap().item, TrashItem::Cost(ONE, _)));
    let mut undone = book.clone();
    run(&mut undone, Command::Undo(change(&effects)), "2026-04-03").unwrap();
    assert_eq!(case(&undone), &before);
    // Its number was given to another meanwhile.
    cost(&mut book, CostCommand::Delete(ONE, CostId(2)), "2026-04-03").unwrap();
    cost(&mut book, CostCommand::Add(ONE, vec![minutes("2026-04-03", 5)]), "2026-04-03").unwrap();
    run(&mut book, Command::TakeFromTrash(TrashId(1)), "2026-04-03").unwrap();
    run(&mut book, Command::TakeFromTrash(TrashId(2)), "2026-04-03").unwrap();
    let mut numbers: Vec<u32> = case(&book).costs.iter().map(|cost| cost.id.0).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), 3, "each has a number of its own");
}

#[test]
fn what_a_proceeding_cost_is_kept_with_it_and_counted_with_the_rest() {
    let mut book = spent();
    let before = RecoveryDesk::of(&book, ONE, day("2026-06-30"), None).unwrap().spending;
    let draft = ProceedingDraft {
        cost: Some(Amount::from_cents(5_000)),
        ..ProceedingDraft::new(ProceedingKind::PaymentOrder, day("2026-06-01"))
    };
    let go = |book: &mut Book, command: ProceedingCommand| {
        run(book, Command::Proceeding(command), "2026-06-30").unwrap();
    };
    go(&mut book, ProceedingCommand::Begin(vec![ONE], draft));
    go(
        &mut book,
        ProceedingCommand::Note(ONE, ProceedingId(1), Milestone::new(Stage::Made, day("2026-06-10"))),
    );
    let served = Milestone {
        cost: Some(Amount::from_cents(6_480)),
        ..Milestone::new(Stage::Served, day("2026-06-20"))
    };
    go(&mut book, ProceedingCommand::Note(ONE, ProceedingId(1), served));
    let money = |book: &Book| RecoveryDesk::of(book, ONE, day("2026-06-30"), None).unwrap().spending.money;
    assert_eq!(money(&book), before.money + Amount::from_cents(11_480));
    assert_eq!(money(&saved(&book).book()), money(&book), "a backup holds it");
    let mut anonymous = book.clone();
    run(&mut anonymous, Command::Anonymise(ClientId(1)), "2026-06-30").unwrap();
    assert_eq!(money(&anonymous), money(&book), "what was spent stays");
    let kept = book.clone();
    go(&mut book, ProceedingCommand::TakeOff(vec![(ONE, ProceedingId(1))]));
    assert_eq!(money(&book), before.money + Amount::from_cents(5_000));
    let mut deleted = kept.clone();
    go(&mut deleted, ProceedingCommand::Delete(vec![(ONE, ProceedingId(1))]));
    assert_eq!(money(&deleted), before.money);
    run(&mut deleted, Command::TakeFromTrash(TrashId(1)), "2026-06-30").unwrap();
    assert_eq!(money(&deleted), money(&kept), "it comes back with it");
}

#[test]
fn assumptions_are_one_record_and_lines_in_disorder_are_refused() {
    let mut book = owing();
    let own = Assumptions {
        hourly: Some(Amount::from_cents(6_500)),
        stop: Percent::new(40),
        shares: [(Quoted::AgencySmall, Percent::nearest(18))].into(),
        ..Assumptions::default()
    };
    let effects =
        update(&mut book, Command::Cost(CostCommand::Assume(own.clone())), day("2026-06-01")).unwrap();
    assert_eq!(book.assumptions(), &own);
    assert!(records(&book).contains(&Record::Assumptions(own.clone())));
    assert_eq!(records(&saved(&book).book()), records(&book), "a backup holds them");
    run(&mut book, Command::Undo(change(&effects)), "2026-06-01").unwrap();
    assert_eq!(book.assumptions(), &Assumptions::default());
    assert!(
        !records(&book).iter().any(|record| record.key() == Key::Assumptions),
        "nothing said is no record"
    );
    let disorder = Assumptions { alert: Percent::new(50), ..own };
    assert_eq!(
        cost(&mut book, CostCommand::Assume(disorder.clone()), "2026-06-01"),
        Err(Refusal::NoAssumption)
    );
    assert!(!Record::Assumptions(disorder).is_sound());
    assert_eq!(Key::parse("assumptions"), Some(Key::Assumptions));
}

#[test]
fn old_files_stay_as_they_were() {
    let json = serde_json::to_string(&Record::Case(case(&owing()).clone())).unwrap();
    let order = Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day("2026-06-01"));
    assert!(!serde_json::to_string(&order).unwrap().contains("cost"));
    let stage = serde_json::to_string(&Milestone::new(Stage::Served, day("2026-06-01"))).unwrap();
    assert_eq!(stage, r#"{"stage":"served","date":"2026-06-01"}"#);
    assert!(!json.contains("costs") && !json.contains("outlook"), "{json}");
    let costed = |date: &str| {
        let cost = format!(r#""costs":[{{"id":1,"date":"{date}","kind":{{"time":5}}}}],"movements""#);
        serde_json::from_str::<Record>(&json.replacen("\"movements\"", &cost, 1))
    };
    assert!(costed("2026-04-01").unwrap().is_sound());
    assert!(costed("9999-01-01").is_err(), "a day millennia away is none a form takes");
}

#[test]
fn two_devices_are_joined_without_a_loss() {
    let base = Record::Case(case(&spent()).clone());
    let with = |command: CostCommand| {
        let mut book = spent();
        cost(&mut book, command, "2026-05-01").unwrap();
        Record::Case(case(&book).clone())
    };
    let mine = with(CostCommand::Add(ONE, vec![minutes("2026-04-20", 10)]));
    let theirs = with(CostCommand::Add(ONE, vec![minutes("2026-04-18", 45)]));
    let merged = merge(Some(&base), &theirs, &mine);
    assert!(merged.conflicts.is_empty(), "{:?}", merged.conflicts);
    let Record::Case(joined) = merged.record else { unreachable!() };
    let spent: Vec<(u32, CostKind)> = joined.costs.iter().map(|cost| (cost.id.0, cost.kind)).collect();
    let fee = CostKind::Fee(Amount::from_cents(3_521));
    assert_eq!(
        spent,
        [(2, fee), (1, CostKind::Time(25)), (4, CostKind::Time(45)), (3, CostKind::Time(10))],
        "both are there, in order, each with a number of its own"
    );
    let says = |route, chance| {
        with(CostCommand::Expect(ONE, Outlook::default().with_chance(route, Percent::new(chance))))
    };
    let merged = merge(Some(&base), &says(RecoveryRoute::Agency, 30), &says(RecoveryRoute::Mediator, 70));
    let Record::Case(joined) = merged.record else { unreachable!() };
    assert_eq!(joined.outlook.chances.len(), 2, "what is said of two ways is no conflict");
    assert!(merged.conflicts.is_empty());
    let quoted = |route| {
        let quotes = [(route, Amount::from_cents(96_000))].into();
        let delays = [(route, 45)].into();
        with(CostCommand::Expect(ONE, Outlook { quotes, delays, ..Outlook::default() }))
    };
    let merged = merge(Some(&base), &quoted(RecoveryRoute::Agency), &quoted(RecoveryRoute::Summary));
    let Record::Case(joined) = merged.record else { unreachable!() };
    assert_eq!((joined.outlook.quotes.len(), joined.outlook.delays.len()), (2, 2));
    assert!(merged.conflicts.is_empty());
}

#[test]
fn two_tabs_may_change_two_assumptions() {
    let base = Record::Assumptions(Assumptions::default());
    let mine = Record::Assumptions(Assumptions { stop: Percent::new(40), ..Assumptions::default() });
    let theirs = Record::Assumptions(Assumptions {
        shares: [(Quoted::Buyer, Percent::nearest(5))].into(),
        ..Assumptions::default()
    });
    let merged = merge(Some(&base), &theirs, &mine);
    assert!(merged.conflicts.is_empty());
    let Record::Assumptions(joined) = merged.record else { unreachable!() };
    assert_eq!((joined.stop, joined.shares.len()), (Percent::new(40), 1));
}

#[test]
fn a_file_of_another_device_brings_its_costs() {
    let mut here = Book::default();
    run(&mut here, invoice("Durand", "7"), "2026-02-13").unwrap();
    let file = saved(&spent());
    let comparison = compare(&here, |_| None, &file);
    let joined = merge_records(&comparison, |_| Choice::Mine, |_, _| None);
    run(&mut here, Command::Merge(joined), "2026-06-05").unwrap();
    let theirs = here.cases().find(|case| case.invoice.number == "1").unwrap();
    assert_eq!(theirs.costs, case(&spent()).costs);
}

#[test]
fn erased_and_anonymised_clients_leave_no_word_behind() {
    let mut book = spent();
    let outlook = Outlook { without_contact: "M. Brun injoignable".to_owned(), ..Outlook::default() };
    cost(&mut book, CostCommand::Expect(ONE, outlook), "2026-06-01").unwrap();
    cost(&mut book, CostCommand::Delete(ONE, CostId(1)), "2026-06-01").unwrap();
    let json = |book: &Book| serde_json::to_string(&records(book)).unwrap();
    let mut anonymous = book.clone();
    run(&mut anonymous, Command::Anonymise(ClientId(1)), "2026-06-01").unwrap();
    assert!(!json(&anonymous).contains("Le Goff") && !json(&anonymous).contains("injoignable"));
    assert_eq!(case(&anonymous).costs.len(), 1, "what was spent stays");
    run(&mut book, Command::EraseClient(ClientId(1)), "2026-06-01").unwrap();
    assert!(!json(&book).contains("Le Goff"));
    assert!(book.trash().next().is_none(), "what was deleted of it goes too");
}

#[test]
fn a_cost_is_written_in_few_words() {
    let json = r#"{"id":1,"date":"2026-04-01","kind":{"postage":"1.52"},"contact":{"step":"formal-notice","channel":"post"}}"#;
    let cost: Cost = serde_json::from_str(json).unwrap();
    assert_eq!(cost.kind, CostKind::Postage(Amount::from_cents(152)));
    assert_eq!(serde_json::to_string(&cost).unwrap(), json);
}

#[test]
fn the_desk_follows_the_case_and_what_is_being_typed() {
    let mut book = owing();
    let at = "2026-06-01";
    let address = Command::SetClientAddress(ClientId(1), "4 place du Marché\n38000 Grenoble".to_owned());
    run(&mut book, address, "2026-06-01").unwrap();
    let desk = |book: &Book, typed| RecoveryDesk::of(book, ONE, day(at), typed).unwrap();
    let order = |desk: &RecoveryDesk| desk.prospect(RecoveryRoute::PaymentOrder).unwrap().availability;
    assert_eq!(order(&desk(&book, None)), Availability::After(Condition::Contacted));
    run(&mut book, sending("2026-03-20"), "2026-03-20").unwrap();
    assert_eq!(order(&desk(&book, None)), Availability::After(Condition::NoticeOver));
    let low = Outlook::default().with_chance(RecoveryRoute::KeepChasing, Percent::new(1));
    let (plain, typed) = (desk(&book, None), desk(&book, Some(low)));
    assert!(
        matches!(plain.advice, Advice::Take { route: RecoveryRoute::KeepChasing, .. }),
        "{:?}",
        plain.advice
    );
    assert_ne!(plain.advice, typed.advice);
    assert_eq!(case(&book).outlook, Outlook::default(), "typed is not saved");
    let scale = plain.scale();
    for (_, net) in plain.pictured() {
        let bar = scale.bar(net);
        assert!(bar.low <= bar.expected && bar.expected <= bar.high);
    }
    let sums: Vec<Amount> = plain.pictured().iter().map(|(_, net)| net.expected).collect();
    assert!(sums.is_sorted_by(|one, other| one >= other), "what brings most comes first");
}
