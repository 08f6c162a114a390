//! Two versions of a record become one: nothing that only one side changed is lost, and what both changed is said.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::command::{ClientDraft, Command, InvoiceDraft, MovementDraft};
use relance::app::effect::Effect;
use relance::app::merge::{
    Dropped, FieldConflict, Pending, Queue, differences, merge, rebase, rebase_command, with_theirs,
};
use relance::app::record::{Key, Record};
use relance::app::update::{Refusal, update};
use relance::base::{Amount, ClientId, InvoiceId, MovementId};
use relance::domain::case_file::CaseFile;
use relance::domain::claim::{Allocation, Instalment};
use relance::domain::movement::MovementKind;
use relance::domain::party::DebtorKind;
use support::*;

fn case_of(book: &Book) -> CaseFile {
    book.case(InvoiceId(1)).unwrap().clone()
}

fn paid(cents: i64) -> Command {
    let draft = MovementDraft::new(MovementKind::Payment, day("2026-07-02"), Amount::from_cents(cents));
    Command::AddMovement(InvoiceId(1), draft)
}

fn known() -> Book {
    book_after(vec![invoice("Atelier Brun", "1"), paid(100), sending("2026-11-20")])
}

fn with(book: &Book, command: Command) -> Book {
    let mut book = book.clone();
    update(&mut book, command, today()).unwrap();
    book
}

fn merged(base: &CaseFile, theirs: &CaseFile, mine: &CaseFile) -> (CaseFile, Vec<FieldConflict>) {
    let [base, theirs, mine] = [base, theirs, mine].map(|case| Record::Case(case.clone()));
    let merged = merge(Some(&base), &theirs, &mine);
    let Record::Case(case) = merged.record else { unreachable!() };
    (case, merged.conflicts)
}

#[test]
fn each_side_keeps_what_only_it_changed() {
    let base = known();
    let (mut theirs, mut mine) = (case_of(&base), case_of(&base));
    theirs.invoice.subject = "Site".to_owned();
    theirs.invoice.order = "BC-77".to_owned();
    theirs.invoice.contract.capitalises = true;
    mine.invoice.service = "FACT".to_owned();
    mine.invoice.number = "F-1".to_owned();
    mine.invoice.allocation = Allocation::InterestFirst;
    mine.events[0].received = Some(day("2026-11-21"));
    let (case, conflicts) = merged(&case_of(&base), &theirs, &mine);
    assert_eq!(conflicts, Vec::new());
    assert_eq!((case.invoice.subject.as_str(), case.invoice.number.as_str()), ("Site", "F-1"));
    assert_eq!((case.invoice.order.as_str(), case.invoice.service.as_str()), ("BC-77", "FACT"));
    assert!(case.invoice.contract.capitalises);
    assert_eq!(case.events[0].received, Some(day("2026-11-21")));
}

#[test]
fn of_what_both_changed_mine_stays_and_theirs_is_told() {
    let base = known();
    let (mut theirs, mut mine) = (case_of(&base), case_of(&base));
    theirs.invoice.amount = Amount::from_cents(100_000);
    mine.invoice.amount = Amount::from_cents(200_000);
    let (case, conflicts) = merged(&case_of(&base), &theirs, &mine);
    assert_eq!(case.invoice.amount, mine.invoice.amount);
    let conflict = FieldConflict {
        field: "invoice.amount".to_owned(),
        theirs: "1000.00".to_owned(),
        mine: "2000.00".to_owned(),
    };
    assert_eq!(conflicts, vec![conflict]);
}

#[test]
fn what_was_deleted_here_and_changed_there_stays() {
    let base = known();
    let mut theirs = case_of(&base);
    theirs.movements[0].reference = "chèque".to_owned();
    let mine = case_of(&with(&base, Command::DeleteMovement(InvoiceId(1), MovementId(1))));
    for (theirs, mine) in [(&theirs, &mine), (&mine, &theirs)] {
        let (case, conflicts) = merged(&case_of(&base), theirs, mine);
        assert_eq!(case.movements.len(), 1);
        assert_eq!(conflicts.len(), 1);
        assert_eq!(conflicts[0].field, "movements.1");
    }
    let (case, conflicts) = merged(&case_of(&base), &case_of(&base), &mine);
    assert!(case.movements.is_empty() && conflicts.is_empty(), "unchanged there, it goes");
}

#[test]
fn two_payments_given_one_number_are_both_kept() {
    let base = known();
    let (theirs, mine) = (case_of(&with(&base, paid(200))), case_of(&with(&base, paid(300))));
    let (case, conflicts) = merged(&case_of(&base), &theirs, &mine);
    assert!(conflicts.is_empty());
    let movements: Vec<_> = case.movements.iter().map(|movement| (movement.id.0, movement.amount)).collect();
    let cents = Amount::from_cents;
    assert_eq!(movements, [(1, cents(100)), (2, cents(300)), (3, cents(200))]);
}

#[test]
fn sums_that_do_not_fit_together_are_not_mixed() {
    let base = known();
    let (mut theirs, mut mine) = (case_of(&base), case_of(&base));
    theirs.invoice.amount = Amount::from_cents(1_000);
    mine.invoice.later = vec![Instalment { due: day("2026-08-15"), amount: Amount::from_cents(100_000) }];
    let (case, conflicts) = merged(&case_of(&base), &theirs, &mine);
    assert_eq!(case.invoice.amount, mine.invoice.amount);
    assert!(conflicts.iter().any(|conflict| conflict.field == "invoice.amount"));
}

#[test]
fn a_form_saved_as_a_whole_does_not_put_old_fields_over_another_tabs() {
    let start = known();
    let mine =
        ClientDraft { phone: "02 99".to_owned(), ..ClientDraft::named("Atelier Brun", DebtorKind::Business) };
    let theirs = ClientDraft {
        email: "a@brun.example".to_owned(),
        ..ClientDraft::named("Atelier Brun", DebtorKind::Business)
    };
    let refreshed = with(&start, Command::SaveClient(Some(ClientId(1)), theirs));
    let mut again = refreshed.clone();
    let effects = update(&mut again, Command::SaveClient(Some(ClientId(1)), mine), today()).unwrap();
    let rebased = rebase(&refreshed, &change(&effects), |key| start.record(key));
    assert_eq!(rebased.conflicts, Vec::new());
    let Some(Record::Client(client)) = rebased.change.edits[0].after.clone() else { unreachable!() };
    assert_eq!((client.phone.as_str(), client.email.as_str()), ("02 99", "a@brun.example"));
    assert_eq!(rebased.change.edits[0].before, refreshed.record(Key::Client(ClientId(1))));
}

#[test]
fn a_payment_in_each_of_two_tabs_makes_two() {
    let start = known();
    let refreshed = with(&start, paid(200));
    let mut again = refreshed.clone();
    let effects = update(&mut again, paid(300), today()).unwrap();
    let key = Key::Case(InvoiceId(1));
    let rebased = rebase(&refreshed, &change(&effects), |key| start.record(key));
    assert_eq!(rebased.conflicts, Vec::new());
    assert_eq!(rebased.change.edits[0].after, again.record(key));
}

#[test]
fn an_invoice_saved_while_its_client_was_renamed_or_changed_keeps_both() {
    let start = known();
    let draft =
        ClientDraft { phone: "02 99".to_owned(), ..ClientDraft::named("Brun SARL", DebtorKind::Public) };
    let refreshed = with(&start, Command::SaveClient(Some(ClientId(1)), draft));
    let Command::SaveInvoice(_, draft) = invoice("Atelier Brun", "F-1") else { unreachable!() };
    let mine = Command::SaveInvoice(Some(InvoiceId(1)), draft);
    let mine = rebase_command(&refreshed, mine, |key| start.record(key));
    let mut again = refreshed.clone();
    let effects = update(&mut again, mine, today()).unwrap();
    let rebased = rebase(&refreshed, &change(&effects), |key| start.record(key));
    let mut book = refreshed.clone();
    for edit in rebased.change.edits {
        book.put(edit.after.unwrap());
    }
    assert_eq!(book.clients().count(), 1, "the renamed client is meant");
    assert_eq!(book.client(ClientId(1)), refreshed.client(ClientId(1)), "and its kind is not put back");
    assert_eq!(case_of(&book).invoice.number, "F-1");
}

#[test]
fn who_a_client_was_is_not_mixed_back_in() {
    let start = known();
    let draft =
        ClientDraft { phone: "02 99".to_owned(), ..ClientDraft::named("Atelier Brun", DebtorKind::Business) };
    let refreshed = with(&start, Command::SaveClient(Some(ClientId(1)), draft));
    let mut again = refreshed.clone();
    let effects = update(&mut again, Command::Anonymise(ClientId(1)), today()).unwrap();
    let rebased = rebase(&refreshed, &change(&effects), |key| start.record(key));
    assert_eq!(rebased.change, change(&effects));
}

/// Three versions of one case: changes to it, each side on top of the first.
fn versions() -> impl Strategy<Value = [Record; 3]> {
    let changes = || prop::collection::vec(on_the_case(), 0..6);
    (changes(), changes(), changes()).prop_map(|(base, theirs, mine)| {
        let mut start = vec![invoice("Atelier Brun", "1"), paid(100), sending("2026-11-20")];
        start.extend(base);
        let base = book_after(start);
        let side = |commands: Vec<Command>| {
            let mut book = base.clone();
            for command in commands {
                let _ = update(&mut book, command, today());
            }
            Record::Case(case_of(&book))
        };
        [Record::Case(case_of(&base)), side(theirs), side(mine)]
    })
}

fn on_the_case() -> impl Strategy<Value = Command> {
    let id = InvoiceId(1);
    prop_oneof![
        a_movement().prop_map(move |draft| Command::AddMovement(id, draft)),
        (1_u32..6).prop_map(move |movement| Command::DeleteMovement(id, MovementId(movement))),
        a_sending().prop_map(move |draft| Command::RecordSending(vec![(id, draft)])),
        (1_u32..3, prop::option::of(a_day())).prop_map(move |(event, day)| Command::SetReceived(
            id,
            relance::base::EventId(event),
            day
        )),
        an_invoice().prop_map(move |draft| Command::SaveInvoice(
            Some(id),
            InvoiceDraft { client: "Atelier Brun".to_owned(), ..draft }
        )),
        Just(Command::SetAllocation(id, Allocation::InterestFirst)),
    ]
}

fn ids(record: &Record) -> BTreeSet<(&'static str, u32)> {
    let Record::Case(case) = record else { unreachable!() };
    let movements = case.movements.iter().map(|movement| ("movement", movement.id.0));
    let events = case.events.iter().map(|event| ("event", event.id.0));
    movements.chain(events).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn who_changed_nothing_takes_all([base, theirs, mine] in versions()) {
        let same = |a: &Record, b: &Record, c: &Record| merge(Some(a), b, c);
        for (merged, wanted) in [
            (same(&base, &theirs, &base), &theirs),
            (same(&base, &base, &mine), &mine),
            (same(&base, &mine, &mine), &mine),
            (merge(None, &mine, &mine), &mine),
        ] {
            prop_assert_eq!(&merged.record, wanted);
            prop_assert!(merged.conflicts.is_empty());
        }
    }

    #[test]
    fn nothing_is_lost_and_the_record_is_sound([base, theirs, mine] in versions()) {
        for base in [Some(&base), None] {
            let merged = merge(base, &theirs, &mine);
            prop_assert_eq!(merged.record.key(), mine.key());
            let json = serde_json::to_string(&merged.record).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Record>(&json).unwrap(), &merged.record);
            let (known, left) = (base.map(ids).unwrap_or_default(), ids(&merged.record));
            for (side, other) in [(&theirs, &mine), (&mine, &theirs)] {
                for id in ids(side) {
                    prop_assert!(left.contains(&id) || (known.contains(&id) && !ids(other).contains(&id)));
                }
            }
            let Record::Case(case) = &merged.record else { unreachable!() };
            prop_assert!(case.movements.is_sorted_by_key(|movement| (movement.date, movement.id)));
            prop_assert!(case.events.is_sorted_by_key(|event| (event.date, event.id)));
            let Record::Case(CaseFile { movements, .. }) = &merged.record else { unreachable!() };
            let numbers: BTreeSet<_> = movements.iter().map(|movement| movement.id).collect();
            prop_assert_eq!(numbers.len(), movements.len(), "no number twice");
        }
    }

    #[test]
    fn both_ways_round_only_conflicts_differ([base, theirs, mine] in versions()) {
        let (one, other) = (merge(Some(&base), &theirs, &mine), merge(Some(&base), &mine, &theirs));
        prop_assert_eq!(one.conflicts.is_empty(), other.conflicts.is_empty());
    }
}

#[test]
fn the_value_that_was_not_taken_can_still_be_taken() {
    let base = known();
    let (mut theirs, mut mine) = (case_of(&base), case_of(&base));
    theirs.invoice.subject = "là-bas".to_owned();
    theirs.movements[0].amount = Amount::from_cents(700);
    mine.invoice.subject = "ici".to_owned();
    mine.movements[0].amount = Amount::from_cents(900);
    let (mut case, conflicts) = merged(&case_of(&base), &theirs, &mine);
    assert!(conflicts.len() >= 2);
    for conflict in &conflicts {
        let Some(Record::Case(taken)) = with_theirs(&Record::Case(case), conflict) else { unreachable!() };
        case = taken;
    }
    assert_eq!(case, theirs);
    let nowhere =
        FieldConflict { field: "invoice.due".to_owned(), theirs: "hier".to_owned(), mine: String::new() };
    assert_eq!(with_theirs(&Record::Case(case), &nowhere), None, "a value that is none is not taken");
}

#[test]
fn two_versions_side_by_side_differ_where_either_has_something() {
    let base = known();
    let (mut theirs, mut mine) = (case_of(&base), case_of(&base));
    theirs.invoice.subject = "là-bas".to_owned();
    mine.movements.clear();
    let differing = differences(Some(&Record::Case(theirs)), Some(&Record::Case(mine)));
    let places: Vec<(&str, bool, bool)> = differing
        .iter()
        .map(|found| (found.field.as_str(), found.theirs.is_empty(), found.mine.is_empty()))
        .collect();
    assert_eq!(places, [("invoice.subject", false, true), ("movements.1", false, true)]);
}

#[test]
fn a_change_that_what_another_tab_wrote_stands_against_keeps_all_that_was_entered() {
    let mine = known();
    let command = paid(123_400);
    let mut shown = mine.clone();
    let effects = update(&mut shown, command.clone(), today()).unwrap();
    let saved = effects.into_iter().find_map(|effect| match effect {
        Effect::Save(change) => Some(change),
        Effect::Open(_) => None,
    });
    let pending = Pending { command, change: saved.unwrap(), opened: None };
    let mut theirs = with(&mine, Command::DeleteInvoice(InvoiceId(1)));
    let before = theirs.clone();
    let refusal = Queue::new(mine).next(&mut theirs, pending.clone(), today()).unwrap_err();
    assert_eq!(theirs.records().collect::<Vec<_>>(), before.records().collect::<Vec<_>>());
    let dropped = Dropped::of(&pending, "Atelier Brun".to_owned(), refusal);
    assert_eq!((dropped.done, dropped.refusal), (pending.change.done, Refusal::NotFound));
    let [entered] = dropped.entered.as_slice() else { panic!("one movement: {:?}", dropped.entered) };
    assert!(entered.mine.contains("1234.00") && entered.mine.contains("2026-07-02"), "{}", entered.mine);
    assert!(entered.theirs.is_empty());
}
