//! What a way that came to nothing changes: it is not advised again, and a claim a court dismissed is not asked for again.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use relance::app::book::Book;
use relance::app::command::{Command, SendingDraft};
use relance::app::proceedings::{ProceedingCommand, ProceedingDraft};
use relance::app::update::update;
use relance::app::views::recovery_desk::RecoveryDesk;
use relance::app::views::today::action;
use relance::base::{ClientId, InvoiceId, ProceedingId};
use relance::domain::dunning::What;
use relance::domain::event::{Channel, SentText, Step};
use relance::domain::proceeding::next::Task;
use relance::domain::proceeding::{Milestone, ProceedingKind, Stage};
use relance::domain::recovery::{Advice, Availability, Condition, Contact, RecoveryRoute};
use support::{day, invoice};

const ONE: InvoiceId = InvoiceId(1);

fn run(book: &mut Book, command: Command, on: &str) {
    update(book, command, day(on)).unwrap();
}

fn sent(book: &mut Book, step: Step, on: &str, deadline: &str) {
    let text = SentText { body: "Bonjour".to_owned(), as_of: day(on), ..SentText::default() };
    let draft = SendingDraft::new(day(on), Channel::Email, step, day(deadline), text);
    run(book, Command::RecordSending(vec![(ONE, draft)]), on);
}

fn fresh() -> Book {
    let mut book = Book::default();
    run(&mut book, invoice("Brun SAS", "1"), "2026-02-13");
    let address = Command::SetClientAddress(ClientId(1), "4 place du Marché\n38000 Grenoble".to_owned());
    run(&mut book, address, "2026-02-13");
    book
}

/// 3,480 € due on 15 March 2026, a formal notice unanswered on 20 May.
fn ripe() -> Book {
    let mut book = fresh();
    sent(&mut book, Step::FirstReminder, "2026-03-20", "2026-03-30");
    sent(&mut book, Step::FormalNotice, "2026-05-04", "2026-05-20");
    book
}

/// A proceeding begun on 25 May with its stages.
fn engage(book: &mut Book, kind: ProceedingKind, stages: &[(Stage, &str)]) {
    let begun = ProceedingDraft::new(kind, day("2026-05-25"));
    run(book, Command::Proceeding(ProceedingCommand::Begin(vec![ONE], begun)), "2026-05-25");
    for (stage, on) in stages {
        let one = Milestone::new(*stage, day(on));
        run(book, Command::Proceeding(ProceedingCommand::Note(ONE, ProceedingId(1), one)), on);
    }
}

fn desk(book: &Book, on: &str) -> RecoveryDesk {
    RecoveryDesk::of(book, ONE, day(on), None).unwrap()
}

fn availability(desk: &RecoveryDesk, route: RecoveryRoute) -> Availability {
    desk.prospect(route).unwrap().availability
}

#[test]
fn what_a_court_dismissed_is_appealed_or_given_up() {
    let mut book = ripe();
    engage(&mut book, ProceedingKind::CourtClaim, &[(Stage::Dismissed, "2026-11-10")]);
    let lost = desk(&book, "2026-12-02");
    assert_eq!(lost.advice, Advice::Engaged);
    let open =
        RecoveryRoute::ALL.into_iter().filter(|route| availability(&lost, *route) == Availability::Open);
    assert_eq!(open.collect::<Vec<_>>(), [RecoveryRoute::WriteOff]);
    for route in [RecoveryRoute::KeepChasing, RecoveryRoute::PaymentOrder, RecoveryRoute::Agency] {
        assert_eq!(availability(&lost, route), Availability::Closed(Condition::Undecided), "{route:?}");
    }
    let what = |book: &Book, on| action(book, ONE, day(on)).unwrap().what;
    assert_eq!(what(&book, "2026-12-02"), What::Proceed(Task::AppealOrGiveUp));
    let note = |book: &mut Book, stage, on| {
        let one = Milestone::new(stage, day(on));
        run(book, Command::Proceeding(ProceedingCommand::Note(ONE, ProceedingId(1), one)), on);
    };
    note(&mut book, Stage::Served, "2026-12-03");
    let action_then = action(&book, ONE, day("2026-12-04")).unwrap();
    assert_eq!(action_then.until, Some(day("2027-01-04")), "a month, to a working day");
    assert_eq!(what(&book, "2027-02-04"), What::Proceed(Task::WriteOff));
    // Given up, it is out of what is owed.
    let written_off = ProceedingDraft::new(ProceedingKind::WrittenOff, day("2027-02-05"));
    run(&mut book, Command::Proceeding(ProceedingCommand::Begin(vec![ONE], written_off)), "2027-02-05");
    assert!(book.case(ONE).unwrap().is_out(day("2027-02-05")));
}

#[test]
fn what_was_tried_in_vain_is_not_advised_again() {
    use ProceedingKind::{HandedOver, LawyerLetter, Mediation, PaymentOrder, Simplified};
    for (kind, stages, route) in [
        (PaymentOrder, &[(Stage::Refused, "2026-06-10")][..], RecoveryRoute::PaymentOrder),
        (
            Mediation,
            &[(Stage::TalksBegun, "2026-05-28"), (Stage::Ended, "2026-06-20")],
            RecoveryRoute::Mediator,
        ),
        (
            Simplified,
            &[(Stage::Invited, "2026-05-26"), (Stage::Declined, "2026-06-02")],
            RecoveryRoute::Simplified,
        ),
        (LawyerLetter, &[(Stage::Ended, "2026-06-20")], RecoveryRoute::LawyerLetter),
        (HandedOver, &[(Stage::TakenBack, "2026-06-20")], RecoveryRoute::Agency),
    ] {
        let mut book = ripe();
        engage(&mut book, kind, stages);
        let after = desk(&book, "2026-07-02");
        assert_eq!(availability(&after, route), Availability::Closed(Condition::Untried), "{kind:?}");
        let (Advice::Take { route: advised, .. } | Advice::Prepare { route: advised, .. }) = after.advice
        else {
            continue;
        };
        assert_ne!(advised, route);
    }
    // One that lapsed, or was given up, can be asked for again.
    let mut book = ripe();
    engage(&mut book, PaymentOrder, &[(Stage::Ended, "2026-06-10")]);
    assert_eq!(availability(&desk(&book, "2026-07-02"), RecoveryRoute::PaymentOrder), Availability::Open);
}

#[test]
fn an_officer_who_asked_in_vain_asked_amicably() {
    let mut book = fresh();
    sent(&mut book, Step::Invoice, "2026-02-13", "2026-03-15");
    engage(
        &mut book,
        ProceedingKind::Simplified,
        &[(Stage::Invited, "2026-05-26"), (Stage::Declined, "2026-06-02")],
    );
    assert_eq!(desk(&book, "2026-07-02").situation.contact, Contact::Recorded);
}

#[test]
fn an_invoice_nobody_sent_is_sent_before_it_is_chased() {
    let mut book = fresh();
    let unsent = desk(&book, "2026-06-02");
    assert_eq!(availability(&unsent, RecoveryRoute::KeepChasing), Availability::After(Condition::Sent));
    assert!(!matches!(unsent.advice, Advice::Take { route: RecoveryRoute::KeepChasing, .. }));
    sent(&mut book, Step::Invoice, "2026-06-02", "2026-06-30");
    assert_eq!(availability(&desk(&book, "2026-06-03"), RecoveryRoute::KeepChasing), Availability::Open);
}
