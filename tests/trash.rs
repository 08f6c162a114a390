//! What is deleted can be brought back for thirty days; what is erased is gone, wherever it was.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::command::{ClientDraft, Command, MovementDraft};
use relance::app::effect::{Change, Done};
use relance::app::erasure::{self, Extent, Scope};
use relance::app::own_templates::{OwnTemplate, OwnTemplates};
use relance::app::record::{Key, Record};
use relance::app::trash::{Trash, TrashItem};
use relance::app::update::{Refusal, update};
use relance::base::{Amount, ClientId, EventId, InvoiceId, Lang, MovementId, TemplateId, TrashId, WorkId};
use relance::domain::case_file::CaseFile;
use relance::domain::event::{Channel, Step};
use relance::domain::movement::MovementKind;
use relance::domain::party::DebtorKind;
use relance::domain::unbilled::{Unbilled, Work};
use relance::store::backup;
use support::*;

fn payment(id: u32, cents: i64) -> Command {
    let mut draft = MovementDraft::new(MovementKind::Payment, day("2026-07-02"), Amount::from_cents(cents));
    // Of the client who is to go, a name in it too.
    let reference = if id < 3 { "virement Brun" } else { "virement" };
    reference.clone_into(&mut draft.reference);
    Command::AddMovement(InvoiceId(id), draft)
}

/// A client with an invoice, a payment and a sending.
fn known() -> Book {
    book_after(vec![invoice("Atelier Brun", "1"), payment(1, 100), sending("2026-11-20")])
}

fn run(book: &mut Book, command: Command) -> Result<(), Refusal> {
    update(book, command, today()).map(|_| ())
}

/// Carries a command out, and gives the change as « undo » would have it.
fn changed(book: &mut Book, command: Command) -> Change {
    change(&update(book, command, today()).unwrap())
}

#[test]
fn taking_back_leaves_no_invoice_without_its_client() {
    let mut book = Book::default();
    let first = changed(&mut book, invoice("Atelier Brun", "1"));
    let second = changed(&mut book, invoice("Atelier Brun", "2"));
    assert_eq!(run(&mut book, Command::Undo(first.clone())), Err(Refusal::ClientHasInvoices));
    run(&mut book, Command::Undo(second)).unwrap();
    run(&mut book, Command::Undo(first)).unwrap();
    assert_eq!((book.counts().clients, book.counts().invoices), (0, 0));
    let mut book = known();
    let deleted = changed(&mut book, Command::DeleteInvoice(InvoiceId(1)));
    let gone = changed(&mut book, Command::DeleteClient(ClientId(1)));
    assert_eq!(run(&mut book, Command::Undo(deleted.clone())), Err(Refusal::ClientGone));
    run(&mut book, Command::Undo(gone)).unwrap();
    run(&mut book, Command::Undo(deleted)).unwrap();
    assert_eq!(records(&book), records(&known()));
}

#[test]
fn whatever_is_deleted_comes_back_as_it_was() {
    for (delete, before_it) in [
        (Command::DeleteMovement(InvoiceId(1), MovementId(1)), None),
        (Command::DeleteSending(InvoiceId(1), EventId(1)), None),
        (Command::DeleteInvoice(InvoiceId(1)), None),
        (Command::DeleteClient(ClientId(1)), Some(Command::DeleteInvoice(InvoiceId(1)))),
    ] {
        let mut book = known();
        if let Some(first) = before_it {
            run(&mut book, first).unwrap();
        }
        let before: Vec<Record> = records(&book);
        run(&mut book, delete).unwrap();
        let last = book.trash().last().unwrap().id;
        assert_eq!(book.trashed(last).unwrap().deleted, today());
        run(&mut book, Command::TakeFromTrash(last)).unwrap();
        assert_eq!(records(&book), before);
        assert_eq!(run(&mut book, Command::TakeFromTrash(last)), Err(Refusal::NotFound));
    }
}

/// Two templates and two pieces of work, the first of each to be deleted.
fn with_lists() -> Book {
    let template = |id, name: &str| OwnTemplate {
        id: TemplateId(id),
        name: name.to_owned(),
        step: Step::FirstReminder,
        channel: Channel::Email,
        lang: Lang::Fr,
        subject: String::new(),
        body: "Bonjour".to_owned(),
    };
    let templates = vec![template(1, "Douce"), template(2, "Ferme")];
    let works = vec![work(1, "Atelier Brun"), work(2, "Durand")];
    book_after(vec![
        invoice("Atelier Brun", "1"),
        Command::SaveTemplates(OwnTemplates { templates }),
        Command::SaveUnbilled(Unbilled { works }),
    ])
}

fn work(id: u32, client: &str) -> Work {
    Work {
        id: WorkId(id),
        client: client.to_owned(),
        what: "Maquettes".to_owned(),
        done: day("2026-11-02"),
        amount: None,
        alert_days: 7,
    }
}

#[test]
fn templates_and_work_come_back_as_they_were_or_under_a_new_number() {
    for (delete, key) in [
        (Command::DeleteTemplate(TemplateId(1)), Key::Templates),
        (Command::DeleteWork(WorkId(1)), Key::Unbilled),
    ] {
        let mut book = with_lists();
        let before = records(&book);
        run(&mut book, delete.clone()).unwrap();
        assert_ne!(book.record(key), before.iter().find(|record| record.key() == key).cloned());
        assert_eq!(run(&mut book, delete.clone()), Err(Refusal::NotFound));
        let mut taken_up = book.clone();
        run(&mut book, Command::TakeFromTrash(TrashId(1))).unwrap();
        assert_eq!(records(&book), before);
        // Its number was given again meanwhile.
        run(&mut taken_up, Command::SaveTemplates(with_lists().templates().clone())).unwrap();
        run(&mut taken_up, Command::SaveUnbilled(with_lists().unbilled().clone())).unwrap();
        run(&mut taken_up, Command::TakeFromTrash(TrashId(1))).unwrap();
        let (templates, works) = (&taken_up.templates().templates, &taken_up.unbilled().works);
        assert_eq!(templates.len() + works.len(), 5);
        assert!(templates.iter().all(|own| own.id.0 < 3) || templates[2].id == TemplateId(3));
        assert!(works.iter().all(|work| work.id.0 < 3) || works[2].id == WorkId(3));
        // Kept thirty days like all else.
        let mut old = with_lists();
        run(&mut old, delete).unwrap();
        update(&mut old, Command::PurgeTrash, day("2026-12-22")).unwrap();
        assert_eq!(old.trash().count(), 0);
    }
}

#[test]
fn work_of_a_client_goes_with_it_from_the_trash_too() {
    let mut book = with_lists();
    run(&mut book, Command::DeleteWork(WorkId(1))).unwrap();
    assert_eq!(erasure::extent(&book, ClientId(1)).trash, 1);
    let mut anonymous = book.clone();
    run(&mut book, Command::EraseClient(ClientId(1))).unwrap();
    assert_eq!(book.trash().count(), 0);
    assert_eq!(book.unbilled().works, [work(2, "Durand")]);
    run(&mut anonymous, Command::Anonymise(ClientId(1))).unwrap();
    let left = serde_json::to_string(&records(&anonymous)).unwrap();
    assert!(!left.contains("Brun"), "{left}");
}

#[test]
fn an_invoice_brings_its_deleted_client_back_and_is_refused_without_one() {
    let mut book = known();
    let before = records(&book);
    run(&mut book, Command::DeleteInvoice(InvoiceId(1))).unwrap();
    run(&mut book, Command::DeleteClient(ClientId(1))).unwrap();
    let mut without = book.clone();
    run(&mut book, Command::TakeFromTrash(TrashId(1))).unwrap();
    assert_eq!(records(&book), before);
    run(&mut without, Command::DropFromTrash(TrashId(2))).unwrap();
    assert_eq!(run(&mut without, Command::TakeFromTrash(TrashId(1))), Err(Refusal::ClientGone));
}

#[test]
fn a_movement_waits_for_its_invoice() {
    let mut book = known();
    let before = records(&book);
    run(&mut book, Command::DeleteMovement(InvoiceId(1), MovementId(1))).unwrap();
    run(&mut book, Command::DeleteInvoice(InvoiceId(1))).unwrap();
    assert_eq!(run(&mut book, Command::TakeFromTrash(TrashId(1))), Err(Refusal::InvoiceGone));
    run(&mut book, Command::TakeFromTrash(TrashId(2))).unwrap();
    run(&mut book, Command::TakeFromTrash(TrashId(1))).unwrap();
    assert_eq!(records(&book), before);
}

#[test]
fn a_number_given_again_meanwhile_is_not_taken_twice() {
    let mut book = known();
    run(&mut book, Command::DeleteInvoice(InvoiceId(1))).unwrap();
    let json = backup::write(&book, |_| None, &[], today()).unwrap();
    let mut reopened = backup::read(&json).unwrap().book();
    run(&mut reopened, invoice("Atelier Brun", "1")).unwrap();
    assert!(reopened.case(InvoiceId(2)).is_some(), "the number of what is in the trash is not given again");
    let refused = run(&mut reopened, Command::TakeFromTrash(TrashId(1)));
    assert_eq!(refused, Err(Refusal::DuplicateNumber(InvoiceId(2))));
    // Another device may have given it.
    let Some(Record::Case(mut other)) = reopened.record(Key::Case(InvoiceId(2))) else { unreachable!() };
    other.invoice.id = InvoiceId(1);
    other.invoice.number = "9".to_owned();
    run(&mut reopened, Command::DeleteInvoice(InvoiceId(2))).unwrap();
    run(&mut reopened, Command::Merge(vec![Record::Case(other.clone())])).unwrap();
    run(&mut reopened, Command::TakeFromTrash(TrashId(1))).unwrap();
    assert_eq!(reopened.case(InvoiceId(1)), Some(&other));
    assert_eq!(reopened.case(InvoiceId(3)).unwrap().invoice.number, "1");
}

#[test]
fn what_still_names_a_client_or_an_invoice_keeps_its_number_from_others() {
    // Neither could be read, and was let go; what belongs to them is still here.
    let mut book = Book::default();
    let Some(Record::Case(mut case)) = known().record(Key::Case(InvoiceId(1))) else { unreachable!() };
    case.invoice.client = ClientId(9);
    book.put(Record::Case(case.clone()));
    let item = TrashItem::Movement(InvoiceId(12), case.movements[0].clone());
    book.put(Record::Trash(Trash { id: TrashId(1), deleted: today(), item }));
    assert_eq!((book.next_client(), book.next_case()), (ClientId(10), InvoiceId(13)));
}

#[test]
fn after_thirty_days_it_is_gone() {
    let mut book = known();
    run(&mut book, Command::DeleteMovement(InvoiceId(1), MovementId(1))).unwrap();
    assert_eq!(update(&mut book, Command::PurgeTrash, day("2026-12-21")), Ok(Vec::new()));
    assert_eq!(book.trash().count(), 1);
    let effects = update(&mut book, Command::PurgeTrash, day("2026-12-22")).unwrap();
    assert_eq!(book.trash().count(), 0);
    let purge = change(&effects);
    assert!(purge.done.is_final());
    assert_eq!(run(&mut book, Command::Undo(purge)), Err(Refusal::Final));
}

#[test]
fn an_invoice_dropped_takes_what_was_deleted_of_it_along() {
    let mut book = known();
    run(&mut book, Command::DeleteMovement(InvoiceId(1), MovementId(1))).unwrap();
    run(&mut book, Command::DeleteInvoice(InvoiceId(1))).unwrap();
    run(&mut book, Command::DropFromTrash(TrashId(2))).unwrap();
    assert_eq!(book.trash().count(), 0);
}

/// Two clients, one with something of every kind and everything personal that can be.
fn personal() -> Book {
    let mut book = known();
    let draft = ClientDraft {
        contact: "Mme Le Goff".to_owned(),
        address: "3 rue Brun".to_owned(),
        email: "compta@brun.example".to_owned(),
        phone: "02 99 00".to_owned(),
        notes: "tutoie Brun".to_owned(),
        ..ClientDraft::named("Atelier Brun", DebtorKind::Business)
    };
    for command in [
        Command::SaveClient(Some(ClientId(1)), draft),
        payment(1, 200),
        Command::DeleteMovement(InvoiceId(1), MovementId(1)),
        invoice("Atelier Brun", "2"),
        payment(2, 300),
        Command::DeleteInvoice(InvoiceId(2)),
        invoice("Mme Dubois", "1"),
        payment(3, 300),
        Command::DeleteMovement(InvoiceId(3), MovementId(4)),
    ] {
        run(&mut book, command).unwrap();
    }
    book
}

#[test]
fn what_goes_with_a_client_is_told_before() {
    let book = personal();
    let extent = erasure::extent(&book, ClientId(1));
    assert_eq!(extent, Extent { invoices: 1, movements: 1, sendings: 1, trash: 2, ..Extent::default() });
    assert_eq!(erasure::extent(&with_lists(), ClientId(1)).works, 1, "what others are to be invoiced stays");
    let keys: Vec<String> = erasure::keys(&book, ClientId(1)).iter().map(Key::to_string).collect();
    assert_eq!(keys, ["client/1", "case/1", "trash/1", "trash/2"]);
}

#[test]
fn an_erased_client_leaves_no_trace() {
    let mut book = personal();
    let effects = update(&mut book, Command::EraseClient(ClientId(1)), today()).unwrap();
    assert_eq!(change(&effects).done, Done::ClientErased);
    let left = serde_json::to_string(&records(&book)).unwrap();
    assert!(!left.contains("Brun") && !left.contains("Le Goff"), "{left}");
    assert_eq!(book.clients().count(), 1);
    assert_eq!(book.trash().count(), 1, "what is about others stays");
    assert_eq!(run(&mut book, Command::EraseClient(ClientId(1))), Err(Refusal::NotFound));
}

#[test]
fn an_anonymous_client_owes_the_same() {
    let mut book = personal();
    let owed = |book: &Book| book.claim(book.case(InvoiceId(1)).unwrap(), today());
    let before = owed(&book);
    let counts = book.counts();
    update(&mut book, Command::Anonymise(ClientId(1)), today()).unwrap();
    assert_eq!(owed(&book), before);
    assert_eq!(book.counts(), counts);
    assert_eq!(book.client(ClientId(1)).unwrap().name, "Client anonymisé n°\u{a0}1");
    let left = serde_json::to_string(&records(&book)).unwrap();
    for word in ["Brun", "Le Goff", "02 99", "Bonjour"] {
        assert!(!left.contains(word), "{word} is left in {left}");
    }
}

#[test]
fn what_an_older_change_kept_of_a_client_is_recognised() {
    let mut book = personal();
    let before = records(&book);
    let mut scope = Scope::of(&book, ClientId(1));
    update(&mut book, Command::EraseClient(ClientId(1)), today()).unwrap();
    let covered = before.iter().filter(|record| scope.covers(record));
    assert_eq!(covered.count(), 4);
    // An invoice that was gone before is known from the story.
    let Some(Record::Case(mut gone)) =
        before.iter().find(|record| scope.covers(record) && matches!(record, Record::Case(_))).cloned()
    else {
        unreachable!()
    };
    gone.invoice.id = InvoiceId(40);
    let gone = Record::Case(gone);
    scope.widen(&gone);
    assert!(scope.covers(&gone));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn deleting_and_taking_back_changes_nothing(book in a_book(40)) {
        for case in book.cases() {
            let mut other = book.clone();
            run(&mut other, Command::DeleteInvoice(case.invoice.id)).unwrap();
            let id = other.trash().last().unwrap().id;
            prop_assert_eq!(&other.trashed(id).unwrap().item, &TrashItem::Case(case.clone()));
            // Where commands met on purpose, the client may be missing or the number be there twice.
            if run(&mut other, Command::TakeFromTrash(id)).is_ok() && book.client(case.invoice.client).is_some() {
                prop_assert_eq!(records(&other), records(&book));
            }
        }
    }

    #[test]
    fn whatever_is_in_a_case_is_told_before_it_goes(book in a_book(60), client in (1_u32..5).prop_map(ClientId)) {
        // As it is stored: a list that is new is here at once.
        let in_lists = |case: &CaseFile| {
            let stored = serde_json::to_value(case).unwrap();
            let lists = stored.as_object().unwrap().values().filter_map(|value| Some(value.as_array()?.len()));
            lists.sum::<usize>() + usize::from(case.pay_link.is_some())
        };
        let Extent { contacts, invoices, movements, sendings, acts, circumstances, offers, proceedings, costs, proofs, cards, pay_links, plans, works, trash } =
            erasure::extent(&book, client);
        let told = movements + sendings + acts + circumstances + offers + proceedings + costs + proofs + cards + pay_links;
        prop_assert_eq!(told, book.cases_of(client).map(in_lists).sum::<usize>());
        prop_assert_eq!(invoices, book.cases_of(client).count());
        prop_assert_eq!(plans, book.plans().filter(|plan| plan.client == client).count());
        prop_assert_eq!(contacts, book.client(client).map_or(0, |client| client.contacts.len()));
        prop_assert!(trash <= book.trash().count() && works <= book.unbilled().works.len());
    }

    #[test]
    fn nothing_about_an_erased_client_is_left(mut book in a_book(60), client in (1_u32..5).prop_map(ClientId)) {
        let scope = Scope::of(&book, client);
        let others: Vec<Record> = book
            .records()
            .filter(|record| !scope.covers(record))
            .filter(|record| !matches!(record, Record::Unbilled(_)) || !scope.names(record))
            .collect();
        if run(&mut book, Command::EraseClient(client)).is_ok() {
            prop_assert_eq!(records(&book), others);
            prop_assert!(erasure::keys(&book, client).is_empty());
        }
    }
}
