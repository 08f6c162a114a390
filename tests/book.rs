//! What holds for every change of the book, on random sequences of commands: a refusal changes nothing, undo brings back
//! exactly what was, and what is saved or backed up is found again.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::command::{ActDraft, ClientDraft, Command, MovementDraft};
use relance::app::effect::{Done, Effect};
use relance::app::record::Record;
use relance::app::route::Route;
use relance::app::update::{Refusal, update};
use relance::base::{Amount, ClientId, EventId, InvoiceId, MovementId, Rate, TrashId};
use relance::domain::act::ActKind;
use relance::domain::claim::Allocation;
use relance::domain::law::own_rates::{CorrectedSeries, Correction, OwnRates};
use relance::domain::movement::MovementKind;
use relance::domain::party::DebtorKind;
use relance::store::backup::{self, BackupError};
use relance::store::open::Aside;
use support::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) })]

    #[test]
    fn undo_brings_back_exactly_what_was_one_command_after_the_other(
        commands in prop::collection::vec(a_command(), 1..40),
    ) {
        let mut book = Book::default();
        let mut done = Vec::new();
        for command in commands {
            let before = records(&book);
            if let Ok(effects) = update(&mut book, command, today()) {
                done.push((before, change(&effects)));
            } else {
                prop_assert_eq!(records(&book), before);
            }
        }
        while let Some((before, change)) = done.pop() {
            prop_assert!(update(&mut book, Command::Undo(change), today()).is_ok());
            prop_assert_eq!(records(&book), before);
        }
    }

    #[test]
    fn undone_twice_a_command_is_done_again(commands in prop::collection::vec(any_command(), 1..20)) {
        let mut book = book_after(commands);
        let before = records(&book);
        let undone = update(&mut book, Command::Restore(Vec::new()), today()).unwrap();
        let redone = update(&mut book, Command::Undo(change(&undone)), today()).unwrap();
        prop_assert_eq!(&records(&book), &before);
        prop_assert!(update(&mut book, Command::Undo(change(&redone)), today()).is_ok());
        prop_assert_eq!(book.counts(), Book::default().counts());
    }

    #[test]
    fn a_number_is_never_given_twice(commands in prop::collection::vec(any_command(), 1..40)) {
        let mut book = Book::default();
        let mut given = std::collections::BTreeSet::new();
        for command in commands {
            let next = book.next_case();
            let adds = matches!(command, Command::SaveInvoice(None, _));
            if update(&mut book, command, today()).is_ok() && adds {
                prop_assert!(given.insert(next));
                prop_assert!(book.case(next).is_some());
            }
        }
    }

    #[test]
    fn movements_and_events_stay_in_the_order_of_their_days(commands in prop::collection::vec(any_command(), 1..40)) {
        let book = book_after(commands);
        for case in book.cases() {
            prop_assert!(case.movements.is_sorted_by_key(|movement| (movement.date, movement.id)));
            prop_assert!(case.events.is_sorted_by_key(|event| (event.date, event.id)));
        }
    }

    #[test]
    fn a_backup_is_the_book(commands in prop::collection::vec(any_command(), 1..40)) {
        let book = book_after(commands);
        let json = backup::write(&book, |_| None, &[], today()).unwrap();
        let back = backup::read(&json).unwrap();
        prop_assert_eq!(back.counts, book.counts());
        prop_assert_eq!(back.saved, Some(today()));
        let mut other = Book::default();
        update(&mut other, Command::Restore(back.records), today()).unwrap();
        prop_assert_eq!(records(&other), records(&book));
    }

    #[test]
    fn a_backup_cut_anywhere_is_refused(commands in prop::collection::vec(a_command(), 1..10), cut in any::<prop::sample::Index>()) {
        let json = backup::write(&book_after(commands), |_| None, &[], today()).unwrap();
        let at = cut.index(json.len());
        let at = (0..=at).rev().find(|at| json.is_char_boundary(*at)).unwrap();
        prop_assert!(backup::read(&json[..at]).is_err());
    }
}

/// What a command after these leads to, or why it is refused.
fn after(commands: Vec<Command>, command: Command) -> Result<Vec<Effect>, Refusal> {
    update(&mut book_after(commands), command, today())
}

#[test]
fn an_invoice_brings_its_client_and_leads_to_its_page() {
    let effects = after(Vec::new(), invoice("Atelier Brun", "1")).unwrap();
    assert_eq!(change(&effects).done, Done::InvoiceAdded);
    assert_eq!(change(&effects).edits.len(), 2, "the client and the case");
    assert_eq!(effects.last(), Some(&Effect::Open(Route::Invoice(InvoiceId(1)))));
    let book = book_after(vec![invoice("Atelier Brun", "1"), invoice(" atelier BRUN ", "2")]);
    assert_eq!(book.counts().clients, 1, "the same name, whatever its case and spaces");
}

#[test]
fn a_number_serves_one_invoice_of_a_client() {
    let known = vec![invoice("Atelier Brun", "1")];
    let again = after(known.clone(), invoice("Atelier Brun", " 1 "));
    assert_eq!(again, Err(Refusal::DuplicateNumber(InvoiceId(1))));
    assert!(after(known, invoice("Mme Dubois", "1")).is_ok());
}

#[test]
fn a_client_with_invoices_stays() {
    let known = vec![invoice("Atelier Brun", "1")];
    assert_eq!(after(known.clone(), Command::DeleteClient(ClientId(1))), Err(Refusal::ClientHasInvoices));
    let mut known = known;
    known.push(Command::DeleteInvoice(InvoiceId(1)));
    let effects = after(known, Command::DeleteClient(ClientId(1))).unwrap();
    assert_eq!(effects.last(), Some(&Effect::Open(Route::Clients)));
}

#[test]
fn what_is_gone_cannot_be_changed() {
    for command in [
        Command::DeleteClient(ClientId(7)),
        Command::SetClientKind(ClientId(7), DebtorKind::Business),
        Command::SetClientAddress(ClientId(7), String::new()),
        Command::DeleteInvoice(InvoiceId(7)),
        Command::SetAllocation(InvoiceId(7), Allocation::InterestFirst),
        Command::DeleteMovement(InvoiceId(7), MovementId(1)),
        Command::DeleteSending(InvoiceId(7), EventId(1)),
        Command::SetReceived(InvoiceId(7), EventId(1), None),
        Command::TakeFromTrash(TrashId(7)),
        Command::DropFromTrash(TrashId(7)),
        Command::EraseClient(ClientId(7)),
        Command::Anonymise(ClientId(7)),
    ] {
        assert_eq!(after(vec![invoice("Atelier Brun", "1")], command), Err(Refusal::NotFound));
    }
}

#[test]
fn a_sending_has_a_day_that_can_be() {
    let known = vec![invoice("Atelier Brun", "1")];
    assert_eq!(after(known.clone(), sending("2026-11-23")), Err(Refusal::InTheFuture));
    assert_eq!(after(known.clone(), sending("2026-02-12")), Err(Refusal::SentBeforeIssue));
    assert!(after(known.clone(), sending("2026-11-22")).is_ok());
    let received = |date| {
        after(
            vec![known[0].clone(), sending("2026-11-20")],
            Command::SetReceived(InvoiceId(1), EventId(1), Some(day(date))),
        )
    };
    assert_eq!(received("2026-11-23"), Err(Refusal::InTheFuture));
    assert_eq!(received("2026-11-19"), Err(Refusal::ReceivedBeforeSent));
    assert!(received("2026-11-20").is_ok());
}

#[test]
fn undo_never_overwrites_a_later_change() {
    let mut book = book_after(vec![invoice("Atelier Brun", "1")]);
    let first = update(&mut book, sending("2026-11-20"), today()).unwrap();
    update(&mut book, sending("2026-11-21"), today()).unwrap();
    let before = records(&book);
    assert_eq!(update(&mut book, Command::Undo(change(&first)), today()), Err(Refusal::ChangedSince));
    assert_eq!(records(&book), before);
}

#[test]
fn a_file_that_is_no_backup_is_refused_for_its_own_reason() {
    let book = book_after(vec![invoice("Atelier Brun", "1")]);
    let good = backup::write(&book, |_| None, &[], today()).unwrap();
    let refusal = |text: &str| backup::read(text).map(|backup| backup.counts);
    assert_eq!(refusal(""), Err(BackupError::Truncated));
    assert_eq!(refusal("Facture;Montant\n1;2"), Err(BackupError::NotJson));
    assert_eq!(refusal("[]"), Err(BackupError::Foreign));
    assert_eq!(refusal("{}"), Err(BackupError::Foreign));
    assert_eq!(refusal(r#"{"format":"another"}"#), Err(BackupError::Foreign));
    assert_eq!(refusal(&good.replace("\"schema\":2", "\"schema\":3")), Err(BackupError::NewerSchema(3)));
    assert_eq!(refusal(&good.replace("\"invoices\":1", "\"invoices\":2")), Err(BackupError::CountsDiffer));
    let bad = Err(BackupError::BadRecord("case/1".to_owned()));
    assert_eq!(refusal(&good.replace("\"3480.00\"", "\"beaucoup\"")), bad);
    assert_eq!(
        refusal(&good.replace("\"case/1\"", "\"case/9\"")),
        Err(BackupError::BadRecord("case/9".to_owned()))
    );
    assert_eq!(refusal(&format!("\u{feff}{good}")), Ok(book.counts()));
}

#[test]
fn what_was_set_aside_travels_with_the_backup() {
    let aside = vec![Aside { key: "client/7".to_owned(), raw: "{\"client\":".to_owned() }];
    let json = backup::write(&Book::default(), |_| None, &aside, today()).unwrap();
    assert_eq!(backup::read(&json).unwrap().aside, aside);
    let rescue = serde_json::json!({ "format": "relance-rescue", "keys": {
        "relance/client/7": "{\"client\":",
        "relance/aside/1/case/3": "[]",
        "relance/draft/profile": "{}",
        "other": "{}",
    } });
    let rescued = backup::read(&rescue.to_string()).unwrap();
    let keys: Vec<_> = rescued.aside.iter().map(|aside| aside.key.as_str()).collect();
    assert_eq!(keys, ["case/3", "client/7"]);
    assert!(rescued.records.is_empty());
}

/// A sending whose text claims money at a provisional rate.
fn provisional_sending(body: &str) -> Command {
    let Command::RecordSending(mut drafts) = sending("2026-11-20") else { unreachable!() };
    for (_, draft) in &mut drafts {
        draft.text.provisional = true;
        body.clone_into(&mut draft.text.body);
    }
    Command::RecordSending(drafts)
}

#[test]
fn a_text_at_a_provisional_rate_says_so_or_is_not_sent() {
    let known = vec![invoice("Atelier Brun", "1")];
    assert_eq!(
        after(known.clone(), provisional_sending("Vous devez 10 €.")),
        Err(Refusal::ProvisionalUnsaid)
    );
    assert!(after(known.clone(), provisional_sending("10 € (Taux provisoire)")).is_ok());
    assert!(after(known, provisional_sending("10 € at a provisional rate")).is_ok());
}

#[test]
fn a_fact_is_not_of_tomorrow() {
    let known = vec![invoice("Atelier Brun", "1")];
    let (kind, tomorrow) = (MovementKind::Payment, day("2026-11-23"));
    let draft = MovementDraft::new(kind, tomorrow, Amount::from_cents(100));
    assert_eq!(
        after(known.clone(), Command::AddMovement(InvoiceId(1), draft.clone())),
        Err(Refusal::InTheFuture)
    );
    let payments = Command::AddPayments(vec![(InvoiceId(1), draft)]);
    assert_eq!(after(known.clone(), payments), Err(Refusal::InTheFuture));
    let act = ActDraft { kind: ActKind::Acknowledgement, date: tomorrow, reference: String::new() };
    assert_eq!(after(known.clone(), Command::AddAct(InvoiceId(1), act)), Err(Refusal::InTheFuture));
    let judged = |on: &str| {
        let draft = ClientDraft {
            insolvency: Some(day(on)),
            ..ClientDraft::named("Atelier Brun", DebtorKind::Business)
        };
        after(known.clone(), Command::SaveClient(Some(ClientId(1)), draft))
    };
    assert_eq!(judged("2026-11-23"), Err(Refusal::InTheFuture));
    assert!(judged("2026-11-22").is_ok());
}

#[test]
fn one_payment_on_several_invoices_is_noted_on_all_or_none() {
    let known = vec![invoice("Atelier Brun", "1"), invoice("Atelier Brun", "2")];
    let draft =
        |cents| MovementDraft::new(MovementKind::Payment, day("2026-07-02"), Amount::from_cents(cents));
    let both = vec![(InvoiceId(1), draft(100)), (InvoiceId(2), draft(200))];
    let mut book = book_after(known.clone());
    let effects = update(&mut book, Command::AddPayments(both), today()).unwrap();
    assert_eq!(change(&effects).edits.len(), 2);
    assert_eq!(book.counts().movements, 2);
    let ids: Vec<u32> = book.cases().map(|case| case.movements[0].id.0).collect();
    assert_ne!(ids[0], ids[1]);
    let one_gone = vec![(InvoiceId(1), draft(100)), (InvoiceId(9), draft(200))];
    assert_eq!(after(known, Command::AddPayments(one_gone)), Err(Refusal::NotFound));
}

#[test]
fn what_was_sent_stays_whatever_becomes_of_rates_and_facts() {
    let mut book = book_after(vec![invoice("Atelier Brun", "1"), sending("2026-11-20")]);
    let frozen = book.case(InvoiceId(1)).unwrap().events.clone();
    let before = book.claim(book.case(InvoiceId(1)).unwrap(), today());
    let mut rates = OwnRates::default();
    rates.correct(Correction {
        series: CorrectedSeries::EcbAnchor,
        from: day("2026-07-01"),
        rate: Rate::percent(rust_decimal::Decimal::new(500, 2)),
        origin: String::new(),
        entered: today(),
    });
    update(&mut book, Command::SaveRates(rates.clone()), today()).unwrap();
    let after = book.claim(book.case(InvoiceId(1)).unwrap(), today());
    assert_ne!(before.interest, after.interest, "the claim follows the correction");
    assert_eq!(book.case(InvoiceId(1)).unwrap().events, frozen, "what was sent does not");
    let reopened = backup::read(&backup::write(&book, |_| None, &[], today()).unwrap()).unwrap();
    assert!(reopened.records.contains(&Record::Rates(rates)));
}

#[test]
fn records_open_as_they_were_written() {
    for (name, json) in [
        ("case", include_str!("golden/records/case.json")),
        ("first case", include_str!("golden/records/case-first.json")),
        ("chased case", include_str!("golden/records/case-chased.json")),
        ("client", include_str!("golden/records/client.json")),
        ("chased client", include_str!("golden/records/client-chased.json")),
        ("policy", include_str!("golden/records/policy.json")),
        ("templates", include_str!("golden/records/templates.json")),
        ("plan", include_str!("golden/records/plan.json")),
        ("unbilled", include_str!("golden/records/unbilled.json")),
        ("costed case", include_str!("golden/records/case-costed.json")),
        ("assumptions", include_str!("golden/records/assumptions.json")),
        ("rates", include_str!("golden/records/rates.json")),
        ("deleted client", include_str!("golden/records/trash-client.json")),
        ("deleted movement", include_str!("golden/records/trash-movement.json")),
        ("deleted template", include_str!("golden/records/trash-template.json")),
        ("deleted work", include_str!("golden/records/trash-work.json")),
    ] {
        let record: Record = serde_json::from_str(json).unwrap();
        let written = serde_json::to_value(&record).unwrap();
        let kept: serde_json::Value = serde_json::from_str(json).unwrap();
        assert_eq!(written, kept, "{name}");
    }
}
