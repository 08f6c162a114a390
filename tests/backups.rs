//! Backups of every format still open; two devices are joined without losing what either has; closed cases leave for an
//! archive that holds them.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::command::{ClientDraft, Command, MovementDraft};
use relance::app::proceedings::{ProceedingCommand, ProceedingDraft};
use relance::app::record::{Key, Record};
use relance::app::update::{Refusal, update};
use relance::base::{Amount, ClientId, InvoiceId};
use relance::domain::movement::MovementKind;
use relance::domain::party::DebtorKind;
use relance::domain::proceeding::write_off::WriteOff;
use relance::domain::proceeding::{Milestone, ProceedingKind, Stage};
use relance::store::backup::archive::KeptBy;
use relance::store::backup::compare::{Choice, Comparison, Standing, compare, merge_records};
use relance::store::backup::{self, Backup, BackupError, Lineage, archive, fingerprint};
use relance::store::open::Aside;
use support::*;

const SCHEMA_1: &str = include_str!("fixtures/backups/schema-1.json");
const SCHEMA_2: &str = include_str!("fixtures/backups/schema-2.json");

fn no_lineage(_: Key) -> Option<Lineage> {
    None
}

fn saved(book: &Book) -> Backup {
    backup::read(&backup::write(book, no_lineage, &[], today()).unwrap()).unwrap()
}

fn run(book: &mut Book, command: Command) {
    update(book, command, today()).unwrap();
}

fn with(book: &Book, commands: Vec<Command>) -> Book {
    let mut book = book.clone();
    for command in commands {
        run(&mut book, command);
    }
    book
}

fn paid(id: u32, cents: i64) -> Command {
    let draft = MovementDraft::new(MovementKind::Payment, day("2026-07-02"), Amount::from_cents(cents));
    Command::AddMovement(InvoiceId(id), draft)
}

/// The book of the second fixture: that of the first, with something deleted.
fn second_format() -> (Book, Vec<Aside>) {
    let first = backup::read(SCHEMA_1).unwrap();
    let mut book = first.book();
    run(&mut book, Command::DeleteMovement(InvoiceId(1), relance::base::MovementId(1)));
    run(&mut book, Command::DeleteInvoice(InvoiceId(7)));
    (book, first.aside)
}

fn second_lineage(key: Key) -> Option<Lineage> {
    let ancestors = vec![0x1a2b_3c4d, 7];
    (key == Key::Case(InvoiceId(1))).then_some(Lineage { changed: 29_849_762, ancestors })
}

#[test]
fn a_backup_of_the_first_format_opens() {
    let first = backup::read(SCHEMA_1).unwrap();
    assert_eq!(first.saved, Some(day("2026-11-22")));
    let counts = first.counts;
    assert_eq!(
        (counts.clients, counts.invoices, counts.movements, counts.events, counts.acts),
        (2, 3, 7, 1, 1)
    );
    assert_eq!(first.aside.len(), 1);
    let profile = first.book().profile().clone();
    assert_eq!((profile.name.as_str(), profile.city.as_str()), ("Studio Été", "Lyon"));
    assert!(first.book().own_rates().corrections.len() == 2 && profile.iban.is_some());
    assert_eq!(first.book().client(ClientId(2)).unwrap().notes, "ligne 1\nligne 2 🧾");
}

#[test]
fn a_backup_of_the_second_format_opens_as_it_was_written() {
    let (book, aside) = second_format();
    let second = backup::read(SCHEMA_2).unwrap();
    assert_eq!(records(&second.book()), records(&book));
    assert_eq!(second.aside, aside);
    assert_eq!(second.program, "0.1.0");
    let key = Key::Case(InvoiceId(1));
    assert_eq!(second.lineage.into_iter().collect::<Vec<_>>(), vec![(key, second_lineage(key).unwrap())]);
}

#[test]
fn an_editor_may_lay_a_backup_out_anew_and_change_nothing() {
    let value: serde_json::Value = serde_json::from_str(SCHEMA_2).unwrap();
    assert!(SCHEMA_2.contains("\"2026-014\""));
    let changed = SCHEMA_2.replace("\"2026-014\"", "\"2026-015\"");
    assert_eq!(backup::read(&changed), Err(BackupError::Damaged));
    let changed = SCHEMA_2.replace("1a2b3c4d", "1a2b3c4e");
    assert_eq!(backup::read(&changed), Err(BackupError::Damaged));
    let fields = SCHEMA_2.replace("{\"", "{\n  \"").replace(",\"", ",\n\t\"");
    assert_eq!(backup::read(&fields), backup::read(SCHEMA_2));
    for field in ["digest", "counts"] {
        let mut without = value.clone();
        without.as_object_mut().unwrap().remove(field);
        assert_eq!(backup::read(&without.to_string()), Err(BackupError::Damaged), "{field}");
    }
}

#[test]
fn each_kind_of_file_is_told_from_the_others() {
    let envelope = r#"{"format":"relance-backup-encrypted","version":1}"#;
    assert_eq!(backup::read(envelope), Err(BackupError::Encrypted));
    let archived = archive::write(&Book::default(), &[], no_lineage, today()).unwrap();
    assert_eq!(backup::read(&archived), Err(BackupError::Archive));
    assert_eq!(archive::read(SCHEMA_2), Err(BackupError::Foreign));
    let newer = r#"{"format":"relance-backup","schema":3,"records":[]}"#;
    assert_eq!(backup::read(newer), Err(BackupError::NewerSchema(3)));
    let newest = r#"{"format":"relance-archive","schema":99999999999}"#;
    assert_eq!(archive::read(newest), Err(BackupError::NewerSchema(u32::MAX)));
    assert_eq!(backup::read(r#"{"format":"relance-backup","schema":0}"#), Err(BackupError::Foreign));
}

#[test]
fn a_rescue_file_is_decoded_and_plain_records_are_left_alone() {
    let client = r#"{"client":{"id":1,"name":"Atelier Brun","kind":"business"}}"#;
    let rescue = serde_json::json!({ "format": "relance-rescue", "keys": {
        "relance/client/1": client, "relance/client/2": "㐀".to_owned() + &client.replace(":1", ":2"),
        "relance/client/3": "㐀㐁", "relance/seq": "12", "relance/change/12": "㐀" } });
    let decode = |_: &str, raw: &str| Some(raw.strip_prefix('㐀').unwrap_or(raw).to_owned());
    let rescued = backup::read_with(&rescue.to_string(), &decode).unwrap();
    assert_eq!(rescued.counts.clients, 2);
    assert_eq!(rescued.aside, vec![Aside { key: "client/3".to_owned(), raw: "㐀㐁".to_owned() }]);
}

fn standing(comparison: &Comparison, key: &str) -> Standing {
    comparison.rows.iter().find(|row| row.key.to_string() == key).unwrap().standing
}

fn joined(book: &Book, comparison: &Comparison, choice: Choice) -> Book {
    with(book, vec![Command::Merge(merge_records(comparison, |_| choice, |_, _| None))])
}

#[test]
fn the_side_that_knows_the_others_version_is_the_newer_one() {
    let start =
        book_after(vec![invoice("Atelier Brun", "1"), invoice("Atelier Brun", "2"), invoice("É", "3")]);
    let here = with(&start, vec![paid(1, 100), paid(3, 100)]);
    let there = with(&start, vec![paid(2, 200), paid(3, 200), invoice("Commune", "4")]);
    let from = |changed: u32| {
        let start = start.clone();
        move |key: Key| Some(Lineage { changed, ancestors: vec![fingerprint(&start.record(key)?)] })
    };
    let file = backup::read(&backup::write(&there, from(2), &[], today()).unwrap()).unwrap();
    let comparison = compare(&here, from(1), &file);
    assert_eq!(standing(&comparison, "client/1"), Standing::Same);
    assert_eq!(standing(&comparison, "case/1"), Standing::NewerHere);
    assert_eq!(standing(&comparison, "case/2"), Standing::NewerInFile);
    assert_eq!(standing(&comparison, "case/3"), Standing::Conflict);
    assert_eq!(standing(&comparison, "case/4"), Standing::New);
    assert_eq!(comparison.conflicts().count(), 1);
    let base = |key: Key, versions: &[u32]| {
        start.record(key).filter(|record| versions.contains(&fingerprint(record)))
    };
    let records = merge_records(&comparison, |_| Choice::Both, base);
    let book = with(&here, vec![Command::Merge(records)]);
    let movements = |id: u32| book.case(InvoiceId(id)).unwrap().movements.len();
    assert_eq!([1, 2, 3, 4].map(movements), [1, 1, 2, 0]);
}

#[test]
fn one_number_given_to_two_invoices_is_told_apart() {
    let here = book_after(vec![invoice("Atelier Brun", "1"), invoice("Mme Dubois", "7")]);
    let there =
        book_after(vec![invoice("Commune", "A"), invoice("MME DUBOIS", "8"), invoice("Mme Dubois", " 7 ")]);
    let comparison = compare(&here, no_lineage, &saved(&there));
    let found: Vec<(String, Option<String>, Standing)> = comparison
        .rows
        .iter()
        .map(|row| (row.key.to_string(), row.file_key.map(|key| key.to_string()), row.standing))
        .collect();
    let row = |key: &str, file: Option<&str>, standing| (key.to_owned(), file.map(str::to_owned), standing);
    assert_eq!(
        found,
        vec![
            row("client/1", None, Standing::Here),
            row("client/2", Some("client/2"), Standing::Conflict),
            row("client/3", Some("client/1"), Standing::New),
            row("case/1", None, Standing::Here),
            row("case/2", Some("case/3"), Standing::Conflict),
            row("case/4", Some("case/1"), Standing::New),
            row("case/5", Some("case/2"), Standing::New),
        ]
    );
    let book = joined(&here, &comparison, Choice::Mine);
    let owner = |id: u32| {
        let case = book.case(InvoiceId(id)).unwrap();
        book.client(case.invoice.client).unwrap().name.as_str()
    };
    assert_eq!([1, 2, 4, 5].map(owner), ["Atelier Brun", "Mme Dubois", "Commune", "Mme Dubois"]);
}

#[test]
fn what_was_deleted_here_does_not_come_back_by_itself() {
    let start = book_after(vec![invoice("Atelier Brun", "1")]);
    let here = with(&start, vec![Command::DeleteInvoice(InvoiceId(1)), Command::DeleteClient(ClientId(1))]);
    let comparison = compare(&here, no_lineage, &saved(&start));
    assert_eq!(standing(&comparison, "case/1"), Standing::NewerHere);
    assert_eq!(records(&joined(&here, &comparison, Choice::Theirs)), records(&here));
    let changed = with(&start, vec![paid(1, 100)]);
    let comparison = compare(&here, no_lineage, &saved(&changed));
    assert_eq!(standing(&comparison, "case/1"), Standing::Conflict);
    assert_eq!(joined(&here, &comparison, Choice::Mine).counts().invoices, 0);
    let book = joined(&here, &comparison, Choice::Theirs);
    assert_eq!((book.counts().invoices, book.counts().clients), (1, 1), "with its client");
}

#[test]
fn a_client_renamed_on_one_device_is_still_the_same() {
    let start = book_after(vec![invoice("Atelier Brun", "1")]);
    let draft = ClientDraft::named("Brun SARL", DebtorKind::Business);
    let there = with(&start, vec![Command::SaveClient(Some(ClientId(1)), draft)]);
    let comparison = compare(&start, no_lineage, &saved(&there));
    assert_eq!(standing(&comparison, "client/1"), Standing::Conflict, "known by its invoice");
    assert_eq!(joined(&start, &comparison, Choice::Theirs).counts().clients, 1);
}

#[test]
fn closed_cases_leave_for_an_archive_that_holds_them() {
    let settled = Command::AddMovement(
        InvoiceId(1),
        MovementDraft::new(MovementKind::Payment, day("2026-03-10"), Amount::from_cents(348_000)),
    );
    let book = book_after(vec![
        invoice("Atelier Brun", "1"),
        invoice("Atelier Brun", "2"),
        invoice("Atelier Brun", "3"),
        settled.clone(),
        paid(2, 348_000),
        sending("2026-11-20"),
    ]);
    let closed = archive::closed(&book, false, today());
    assert_eq!(closed.leaving, vec![InvoiceId(1)], "of the second, penalties are left");
    assert_eq!((closed.unclaimed, closed.kept), (1, Vec::new()));
    let with_unclaimed = archive::closed(&book, true, today());
    assert_eq!(with_unclaimed.leaving, vec![InvoiceId(1), InvoiceId(2)], "unless they are not claimed");
    let json = archive::write(&book, &[InvoiceId(1)], no_lineage, today()).unwrap();
    let read = archive::read(&json).unwrap();
    assert_eq!((read.counts.clients, read.counts.invoices), (1, 1));
    assert_eq!(read.book().case(InvoiceId(1)), book.case(InvoiceId(1)));
    let cases = archive::cases(&read);
    let mut removed = book.clone();
    let effects = update(&mut removed, Command::RemoveArchived(cases.clone(), Vec::new()), today()).unwrap();
    assert_eq!((removed.counts().invoices, removed.trash().count()), (2, 0));
    run(&mut removed, Command::Undo(change(&effects)));
    assert_eq!(records(&removed), records(&book));
    let mut changed = with(&book, vec![paid(1, 100)]);
    let refused = update(&mut changed, Command::RemoveArchived(cases, Vec::new()), today());
    assert_eq!(refused, Err(Refusal::ChangedSinceArchive));
}

#[test]
fn what_was_sold_or_given_up_is_closed_once_nothing_more_is_to_come_of_it() {
    let begin = |id: u32, kind| {
        let mut draft = ProceedingDraft::new(kind, day("2026-11-02"));
        draft.amount = (kind == ProceedingKind::Sold).then(|| Amount::from_cents(100_000));
        draft.write_off = (kind == ProceedingKind::WrittenOff).then(WriteOff::default);
        Command::Proceeding(ProceedingCommand::Begin(vec![InvoiceId(id)], draft))
    };
    let mut book = book_after((1..=5).map(|n| invoice("Atelier Brun", &n.to_string())).collect());
    run(&mut book, begin(1, ProceedingKind::WrittenOff));
    run(&mut book, begin(2, ProceedingKind::Sold));
    run(&mut book, paid(3, 400_000));
    run(&mut book, begin(4, ProceedingKind::CourtClaim));
    run(&mut book, paid(4, 348_000));
    let closed = archive::closed(&book, true, today());
    assert_eq!(closed.leaving, vec![InvoiceId(1)]);
    let kept = vec![
        (InvoiceId(2), KeptBy::Sale),
        (InvoiceId(3), KeptBy::Credit),
        (InvoiceId(4), KeptBy::Proceeding),
    ];
    assert_eq!(closed.kept, kept, "the fifth is open");
    // The buyer was named to the client, and has paid.
    let Some(Record::Case(mut sold)) = book.record(Key::Case(InvoiceId(2))) else { unreachable!() };
    let sale = &mut sold.proceedings[0];
    sale.stages.push(Milestone::new(Stage::Notified, day("2026-11-03")));
    let price = Milestone {
        amount: Some(Amount::from_cents(100_000)),
        ..Milestone::new(Stage::PricePaid, day("2026-11-04"))
    };
    sale.stages.push(price);
    book.put(Record::Case(sold));
    assert_eq!(archive::closed(&book, false, today()).leaving, vec![InvoiceId(1), InvoiceId(2)]);
}

#[test]
fn an_archive_comes_back_into_the_data_and_overwrites_nothing() {
    let settled = Command::AddMovement(
        InvoiceId(2),
        MovementDraft::new(MovementKind::Payment, day("2026-03-10"), Amount::from_cents(348_000)),
    );
    let start = book_after(vec![invoice("Atelier Brun", "1"), invoice("Atelier Brun", "2"), settled]);
    let json = archive::write(&start, &[InvoiceId(2)], no_lineage, today()).unwrap();
    let archived = archive::read(&json).unwrap();
    let mut book = start.clone();
    update(&mut book, Command::RemoveArchived(archive::cases(&archived), Vec::new()), today()).unwrap();
    let comparison = compare(&book, no_lineage, &archived);
    assert_eq!(standing(&comparison, "case/2"), Standing::New);
    assert_eq!(records(&joined(&book, &comparison, Choice::Both)), records(&start));
    // Another invoice bears its number by now, and the client was renamed.
    let mut later = backup::read(&backup::write(&book, no_lineage, &[], today()).unwrap()).unwrap().book();
    run(&mut later, invoice("Atelier Brun", "3"));
    assert!(later.case(InvoiceId(2)).is_some());
    let draft = ClientDraft::named("Brun et filles", DebtorKind::Business);
    run(&mut later, Command::SaveClient(Some(ClientId(1)), draft));
    let back = joined(&later, &compare(&later, no_lineage, &archived), Choice::Both);
    assert_eq!(back.counts().invoices, later.counts().invoices + 1);
    for record in records(&later) {
        assert!(records(&back).contains(&record), "{record:?} was overwritten");
    }
}

/// What tells an invoice whatever its number: its client, its printed number and its movements.
fn invoices(book: &Book) -> BTreeSet<(String, String)> {
    book.cases()
        .map(|case| {
            let client = book.client(case.invoice.client).map(|client| client.name.to_lowercase());
            (client.unwrap_or_default(), case.invoice.number.trim().to_owned())
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn a_book_beside_itself_is_the_same(book in a_book(40)) {
        let comparison = compare(&book, no_lineage, &saved(&book));
        for row in &comparison.rows {
            prop_assert_eq!(row.standing, Standing::Same, "{:?}", row);
            prop_assert_eq!(Some(row.key), row.file_key);
        }
        prop_assert_eq!(merge_records(&comparison, |_| Choice::Both, |_, _| None), Vec::new());
    }

    #[test]
    fn joined_with_an_empty_book_it_is_the_file(book in a_book(40)) {
        let comparison = compare(&Book::default(), no_lineage, &saved(&book));
        let other = joined(&Book::default(), &comparison, Choice::Mine);
        let kept = |book: &Book| -> Vec<Record> {
            book.records().filter(|record| record.key() != Key::Settings).collect()
        };
        prop_assert_eq!(kept(&other), kept(&book));
    }

    #[test]
    fn no_invoice_of_either_device_is_lost(here in a_book(40), there in a_book(40), theirs in any::<bool>()) {
        let comparison = compare(&here, no_lineage, &saved(&there));
        let choice = if theirs { Choice::Theirs } else { Choice::Both };
        let book = joined(&here, &comparison, choice);
        let (left, wanted) = (invoices(&book), invoices(&there));
        for (client, number) in &wanted {
            let deleted = comparison.rows.iter().any(|row| row.standing == Standing::NewerHere && row.here.is_none());
            prop_assert!(deleted || left.iter().any(|(_, known)| known == number), "{client} {number} of {left:?}");
        }
        for row in comparison.rows.iter().filter(|row| row.standing == Standing::Here) {
            prop_assert_eq!(book.record(row.key), row.here.clone());
        }
        let counted: usize = comparison.rows.iter().filter(|row| matches!(row.key, Key::Case(_))).count();
        let deleted = comparison
            .rows
            .iter()
            .filter(|row| matches!((row.key, row.standing, &row.here), (Key::Case(_), Standing::NewerHere, None)));
        prop_assert_eq!(book.counts().invoices, counted - deleted.count());
        // Joining is one change, and taken back as one.
        let mut again = here.clone();
        let effects = update(&mut again, Command::Merge(merge_records(&comparison, |_| choice, |_, _| None)), today());
        run(&mut again, Command::Undo(change(&effects.unwrap())));
        prop_assert_eq!(records(&again), records(&here));
    }

    #[test]
    fn joined_twice_nothing_more_comes(here in a_book(30), there in a_book(30)) {
        let file = saved(&there);
        let once = joined(&here, &compare(&here, no_lineage, &file), Choice::Theirs);
        let again = compare(&once, no_lineage, &file);
        prop_assert_eq!(again.count(Standing::New), 0, "{:?}", again);
    }
}

#[test]
fn joined_a_book_keeps_the_name_of_its_calendar_entries() {
    use relance::base::BookId;
    let named = |book: &Book, number| with(book, vec![Command::NameBook(BookId(number))]);
    let book = backup::read(SCHEMA_1).unwrap().book();
    let policy_row = |here: &Book, there: &Book| {
        let comparison = compare(here, no_lineage, &saved(there));
        comparison.rows.into_iter().find(|row| row.key == Key::Policy).map(|row| row.standing)
    };
    let (here, there) = (named(&book, 7), named(&book, 8));
    assert_eq!(policy_row(&here, &there), Some(Standing::Same), "two names are no conflict");
    assert_eq!(policy_row(&here, &book), None, "a name is nothing one chose");
    let region = relance::base::Region::AlsaceMoselle;
    let policy = relance::domain::dunning::Policy { region, ..there.policy().clone() };
    let changed = with(&there, vec![Command::SavePolicy(policy)]);
    let row =
        compare(&here, no_lineage, &saved(&changed)).rows.into_iter().find(|row| row.key == Key::Policy);
    let Some(Record::Policy(file)) = row.and_then(|row| row.file) else {
        panic!("a policy was changed there")
    };
    assert_eq!((file.region, file.book), (region, Some(BookId(7))));
}
