//! What is under way about a claim comes before any way out of it, as it is in the book.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use relance::app::book::Book;
use relance::app::command::{
    ActDraft, CircumstanceDraft, Command, InvoiceDraft, MovementDraft, SendingDraft,
};
use relance::app::costs::CostCommand;
use relance::app::disputes::DisputeCommand;
use relance::app::offers::{OfferCommand, OfferDraft};
use relance::app::plans::{PlanCommand, PlanDraft, Signing};
use relance::app::proceedings::{ProceedingCommand, ProceedingDraft};
use relance::app::update::update;
use relance::app::views::recovery_desk::RecoveryDesk;
use relance::app::views::today::action;
use relance::base::{Amount, CircumstanceId, ClientId, Currency, InvoiceId, Percent, PlanId, ProceedingId};
use relance::domain::act::ActKind;
use relance::domain::circumstance::{CircumstanceKind, DisputeCause, PauseCause};
use relance::domain::claim::Instalment;
use relance::domain::dispute::Meeting;
use relance::domain::dunning::{Action, HoldCause, What};
use relance::domain::event::{Channel, SentText, Step};
use relance::domain::movement::MovementKind;
use relance::domain::offer::OfferKind;
use relance::domain::plan::{InterestDuring, Penalties};
use relance::domain::proceeding::{Milestone, ProceedingKind, Stage};
use relance::domain::recovery::{Advice, Availability, Condition, Nature, Outlook, RecoveryRoute};
use relance::text::Lang;
use relance::text::words::recovery::advice::{notes, sentence};
use relance::text::words::recovery::aside::otherwise;
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

/// 3,480 € due on 15 March 2026, a formal notice unanswered on 20 May: a court could be asked.
fn ripe() -> Book {
    let mut book = Book::default();
    run(&mut book, invoice("Brun SAS", "1"), "2026-02-13");
    let address = Command::SetClientAddress(ClientId(1), "4 place du Marché\n38000 Grenoble".to_owned());
    run(&mut book, address, "2026-02-13");
    sent(&mut book, Step::FirstReminder, "2026-03-20", "2026-03-30");
    sent(&mut book, Step::FormalNotice, "2026-05-04", "2026-05-20");
    book
}

fn note(book: &mut Book, kind: CircumstanceKind, on: &str) {
    let draft = CircumstanceDraft { date: day(on), kind, note: String::new() };
    run(book, Command::AddCircumstance(ONE, draft), on);
}

fn act(book: &mut Book, kind: ActKind, on: &str) {
    run(book, Command::AddAct(ONE, ActDraft { kind, date: day(on), reference: String::new() }), on);
}

fn desk(book: &Book, on: &str) -> RecoveryDesk {
    RecoveryDesk::of(book, ONE, day(on), None).unwrap()
}

/// The advice in French, as it is read.
fn said(desk: &RecoveryDesk) -> String {
    let (head, tail) = sentence(Lang::Fr, &desk.advice, Percent::ZERO, &desk.situation);
    let notes = notes(Lang::Fr, &desk.advice, &desk.situation).join(" ");
    format!("{head}{tail} {notes}").replace(['\u{a0}', '\u{202f}'], " ")
}

fn assert_waits(desk: &RecoveryDesk, words: &[&str]) {
    assert_eq!(desk.advice, Advice::Engaged, "{:?}", desk.advice);
    let said = said(desk);
    for word in words {
        assert!(said.contains(word), "{word:?} is not in {said:?}");
    }
    // What nobody contests may be ordered alone, as the kit has it.
    let alone = |route| route == RecoveryRoute::PaymentOrder && desk.situation.rest_is_free();
    let courts = desk.prospects.iter().filter(|one| one.route.nature() == Nature::Court);
    for one in courts.filter(|one| !alone(one.route)) {
        assert_ne!(one.availability, Availability::Open, "no court today: {:?}", one.route);
    }
}

#[test]
fn a_court_is_advised_where_nothing_is_under_way() {
    let desk = desk(&ripe(), "2026-06-02");
    let Advice::Take { route, .. } = desk.advice else { unreachable!("{:?}", desk.advice) };
    assert_eq!(route, RecoveryRoute::PaymentOrder);
    assert_eq!(desk.situation.engaged, None);
}

#[test]
fn a_running_promise_is_waited_for() {
    let mut book = ripe();
    let promise = CircumstanceKind::Promise {
        amount: Amount::from_cents(348_000),
        by: day("2026-06-12"),
        who: "Mme Le Goff".to_owned(),
        channel: Channel::Phone,
    };
    note(&mut book, promise, "2026-06-01");
    let running = desk(&book, "2026-06-02");
    assert_waits(
        &running,
        &["Attendez jusqu’au 14 juin 2026", "3 480,00 € promis pour le 12 juin 2026 par Mme Le Goff"],
    );
    let order = running.prospect(RecoveryRoute::PaymentOrder).unwrap();
    assert_eq!(order.availability, Availability::After(Condition::RestFree));
    assert_ne!(desk(&book, "2026-06-15").advice, Advice::Engaged, "broken, it holds nothing back");
}

#[test]
fn a_pause_is_waited_for() {
    let mut book = ripe();
    note(
        &mut book,
        CircumstanceKind::Pause { cause: PauseCause::Talks, until: day("2026-06-10") },
        "2026-06-01",
    );
    assert_waits(&desk(&book, "2026-06-02"), &["Attendez jusqu’au 10 juin 2026"]);
    assert_ne!(desk(&book, "2026-06-11").advice, Advice::Engaged);
}

#[test]
fn a_plan_that_is_kept_is_waited_for_and_one_that_is_not_is_ended_first() {
    let mut book = ripe();
    let sum = |due| Instalment { due: day(due), amount: Amount::from_cents(174_000) };
    let draft = PlanDraft {
        invoices: vec![ONE],
        proposed: day("2026-06-01"),
        answer_by: day("2026-06-09"),
        down_payment: None,
        instalments: vec![sum("2026-07-01"), sum("2026-08-03")],
        penalties: Penalties::WaivedIfKept,
        interest: InterestDuring::Stops,
        notice_days: 8,
        reserved: Vec::new(),
        note: String::new(),
    };
    run(&mut book, Command::Plan(PlanCommand::Propose(draft)), "2026-06-01");
    assert_waits(&desk(&book, "2026-06-02"), &["Attendez jusqu’au 9 juin 2026", "Échéancier proposé"]);
    let signing = Signing { proposed: day("2026-06-01"), signed: day("2026-06-04") };
    run(&mut book, Command::Plan(PlanCommand::Accept(PlanId(1), signing)), "2026-06-04");
    assert_waits(&desk(&book, "2026-06-05"), &["Attendez jusqu’au 3 juillet 2026", "Échéance 1 sur 2"]);
    assert_waits(&desk(&book, "2026-07-10"), &["D’abord, signaler l’échéance manquée"]);
}

#[test]
fn an_open_offer_is_waited_for() {
    let mut book = ripe();
    let kind = OfferKind::Discount { amount: Amount::from_cents(30_000), drops_penalties: true };
    let draft = OfferDraft {
        kind,
        date: day("2026-06-01"),
        until: day("2026-06-15"),
        balance_by: None,
        note: String::new(),
    };
    run(&mut book, Command::Offer(ONE, OfferCommand::Make(draft)), "2026-06-01");
    assert_waits(&desk(&book, "2026-06-02"), &["Attendez jusqu’au 15 juin 2026", "Offre du 1er juin 2026"]);
    assert_ne!(desk(&book, "2026-06-16").advice, Advice::Engaged, "it lapses by itself");
}

#[test]
fn a_dispute_is_answered_first_and_the_rest_goes_on() {
    let mut book = ripe();
    let dispute =
        CircumstanceKind::dispute(DisputeCause::Quality, Amount::from_cents(48_000), day("2026-06-09"));
    note(&mut book, dispute, "2026-06-01");
    let part = desk(&book, "2026-06-02");
    assert_waits(
        &part,
        &["D’abord, répondre au litige", "conteste 480,00 €", "3 000,00 € qui ne sont pas contestés"],
    );
    let (best, net) = part.otherwise().unwrap();
    let figures = otherwise(Lang::Fr, best, net, &part.situation).replace(['\u{a0}', '\u{202f}'], " ");
    assert!(figures.starts_with("480,00 € sont contestés sur 3 480,00 €"), "{figures}");
    assert!(figures.contains("à en attendre, entre"), "{figures}");
    let order = part.prospect(RecoveryRoute::PaymentOrder).unwrap();
    assert_eq!((order.availability, order.recovered), (Availability::Open, Amount::from_cents(300_000)));
    assert!(said(&part).contains("injonction de payer qui ne porte que sur eux"), "{}", said(&part));
    let chasing = part.prospect(RecoveryRoute::KeepChasing).unwrap();
    assert_eq!(chasing.availability, Availability::Open, "the part nobody contests goes on being asked for");
    // Answered, the dispute waits for the client: what is not contested goes its way.
    sent(&mut book, Step::Meeting, "2026-06-03", "2026-06-10");
    let rest = desk(&book, "2026-06-20");
    assert_eq!(next(&book, "2026-06-20").what, What::Decide);
    let order = rest.prospect(RecoveryRoute::PaymentOrder).unwrap();
    assert_eq!((order.availability, order.recovered), (Availability::Open, Amount::from_cents(300_000)));
    assert!(said(&rest).contains("portent sur les 3 000,00 € qui ne sont pas contestés"), "{}", said(&rest));
}

fn next(book: &Book, on: &str) -> Action {
    action(book, ONE, day(on)).unwrap()
}

#[test]
fn the_ways_out_name_the_next_step_of_the_claim_page() {
    let mut book = ripe();
    let dispute =
        CircumstanceKind::dispute(DisputeCause::Quality, Amount::from_cents(48_000), day("2026-06-09"));
    note(&mut book, dispute, "2026-06-01");
    for on in ["2026-06-02", "2026-06-09", "2026-06-12"] {
        assert_eq!(desk(&book, on).situation.engaged, Some(next(&book, on)), "{on}");
    }
    let whole =
        CircumstanceKind::dispute(DisputeCause::Quality, Amount::from_cents(348_000), day("2026-06-30"));
    let mut book = ripe();
    note(&mut book, whole, "2026-06-01");
    assert_eq!(desk(&book, "2026-06-02").situation.engaged, Some(next(&book, "2026-06-02")));
}

/// Part of it contested after two reminders, a meeting agreed for Friday 5 June.
fn to_meet() -> Book {
    let mut book = Book::default();
    run(&mut book, invoice("Brun SAS", "1"), "2026-02-13");
    let address = Command::SetClientAddress(ClientId(1), "4 place du Marché\n38000 Grenoble".to_owned());
    run(&mut book, address, "2026-02-13");
    sent(&mut book, Step::FirstReminder, "2026-03-20", "2026-03-30");
    sent(&mut book, Step::LastReminder, "2026-05-04", "2026-05-20");
    let dispute =
        CircumstanceKind::dispute(DisputeCause::Quality, Amount::from_cents(48_000), day("2026-06-09"));
    note(&mut book, dispute, "2026-06-01");
    meet(&mut book, "", "2026-06-02");
    book
}

fn meet(book: &mut Book, minutes: &str, on: &str) {
    let meeting = Meeting {
        day: day("2026-06-05"),
        time: None,
        length: 30,
        place: String::new(),
        agenda: String::new(),
        minutes: minutes.to_owned(),
    };
    let command = DisputeCommand::SetMeeting(Some(meeting));
    run(book, Command::Dispute(ONE, CircumstanceId(1), command), on);
}

#[test]
fn a_formal_notice_waits_for_a_meeting_that_is_agreed() {
    let mut book = to_meet();
    let waits = next(&book, "2026-06-02");
    assert_eq!((waits.what, waits.day), (What::Meet, day("2026-06-05")));
    assert_eq!(waits.hold.unwrap().cause, HoldCause::Meeting, "and says what waits for it");
    let before = desk(&book, "2026-06-02");
    assert_eq!(before.situation.engaged, Some(waits));
    assert_waits(&before, &["préparer le rendez-vous", "pas de mise en demeure ni d’autre suite avant"]);
    assert_eq!(before.prospect(RecoveryRoute::KeepChasing).unwrap().availability, Availability::Open);
    assert_eq!(next(&book, "2026-06-08").what, What::WriteMinutes);
    meet(&mut book, "Avoir de 200 €.", "2026-06-08");
    assert_eq!(next(&book, "2026-06-08").what, What::Climb(Step::FormalNotice));
}

#[test]
fn reminders_of_what_is_not_contested_go_on_before_a_meeting() {
    let mut book = Book::default();
    run(&mut book, invoice("Brun SAS", "1"), "2026-02-13");
    sent(&mut book, Step::Invoice, "2026-02-13", "2026-02-13");
    let dispute =
        CircumstanceKind::dispute(DisputeCause::Quality, Amount::from_cents(48_000), day("2026-04-30"));
    note(&mut book, dispute, "2026-03-18");
    let meeting = Meeting {
        day: day("2026-04-20"),
        time: None,
        length: 30,
        place: String::new(),
        agenda: String::new(),
        minutes: String::new(),
    };
    let command = DisputeCommand::SetMeeting(Some(meeting));
    run(&mut book, Command::Dispute(ONE, CircumstanceId(1), command), "2026-03-19");
    let reminds = next(&book, "2026-03-24");
    assert!(matches!(reminds.what, What::Climb(step) if step < Step::FormalNotice), "{reminds:?}");
    assert_eq!(reminds.hold, None);
    let desk = desk(&book, "2026-03-24");
    assert_eq!(desk.situation.engaged, Some(reminds));
    let agency = desk.prospect(RecoveryRoute::Agency).unwrap();
    assert_eq!(agency.availability, Availability::After(Condition::Free), "it is talked about first");
}

#[test]
fn a_formal_notice_that_runs_is_waited_for() {
    let mut book = ripe();
    sent(&mut book, Step::FormalNotice, "2026-06-01", "2026-06-16");
    assert_waits(
        &desk(&book, "2026-06-02"),
        &["Attendez jusqu’au 16 juin 2026", "Mise en demeure du 1er juin 2026"],
    );
}

#[test]
fn what_was_begun_is_seen_through_and_what_failed_holds_nothing_back() {
    let mut book = ripe();
    let begun = ProceedingDraft::new(ProceedingKind::PaymentOrder, day("2026-06-01"));
    run(&mut book, Command::Proceeding(ProceedingCommand::Begin(vec![ONE], begun)), "2026-06-01");
    assert_waits(&desk(&book, "2026-06-02"), &["Requête du 1er juin 2026"]);
    let refused =
        ProceedingCommand::Note(ONE, ProceedingId(1), Milestone::new(Stage::Refused, day("2026-07-01")));
    run(&mut book, Command::Proceeding(refused), "2026-07-01");
    assert_ne!(desk(&book, "2026-07-02").advice, Advice::Engaged);
    let mut sold = ripe();
    let draft = ProceedingDraft::new(ProceedingKind::WrittenOff, day("2026-06-01"));
    run(&mut sold, Command::Proceeding(ProceedingCommand::Begin(vec![ONE], draft)), "2026-06-01");
    assert_waits(&desk(&sold, "2026-06-02"), &["Passée en perte le 1er juin 2026"]);
}

#[test]
fn penalties_left_are_claimed() {
    let mut book = ripe();
    let paid = MovementDraft::new(MovementKind::Payment, day("2026-06-01"), Amount::from_cents(348_000));
    run(&mut book, Command::AddMovement(ONE, paid), "2026-06-01");
    let desk = desk(&book, "2026-06-02");
    assert!(desk.situation.claimed().is_positive());
    assert!(
        matches!(desk.advice, Advice::Take { route: RecoveryRoute::KeepChasing, .. }),
        "{:?}",
        desk.advice
    );
    assert!(said(&desk).contains("une créance à part entière"), "{}", said(&desk));
}

#[test]
fn dollars_are_compared_once_their_worth_is_said() {
    let mut book = Book::default();
    let dollars = Currency::parse("USD").unwrap();
    let Command::SaveInvoice(_, draft) = invoice("Brun SAS", "1") else { unreachable!() };
    let amount = Amount::from_cents(550_000);
    let draft = InvoiceDraft { currency: dollars, amount, ..draft };
    run(&mut book, Command::SaveInvoice(None, draft), "2026-02-13");
    assert_eq!(desk(&book, "2026-06-02").advice, Advice::OtherCurrency);
    let outlook = Outlook { hundred: Some(Amount::from_cents(9_000)), ..Outlook::default() };
    run(&mut book, Command::Cost(CostCommand::Expect(ONE, outlook)), "2026-06-02");
    let seen = desk(&book, "2026-06-02");
    assert_eq!(seen.situation.principal, Amount::from_cents(495_000));
    assert_eq!((seen.situation.currency, seen.currency), (Currency::EUR, dollars));
    assert!(seen.is_comparable() && seen.spending.at_stake.is_some());
}

/// A title that was obtained, in a proceeding or among the acts of the case: what is advised is to have it enforced, unless
/// something else was agreed on or is under way.
#[test]
fn a_title_is_enforced_and_no_other_is_sought() {
    let mut ordered = ripe();
    let begun = ProceedingDraft::new(ProceedingKind::PaymentOrder, day("2026-05-25"));
    run(&mut ordered, Command::Proceeding(ProceedingCommand::Begin(vec![ONE], begun)), "2026-05-25");
    let note = |book: &mut Book, stage, on: &str, cents: Option<i64>| {
        let one = Milestone { amount: cents.map(Amount::from_cents), ..Milestone::new(stage, day(on)) };
        run(book, Command::Proceeding(ProceedingCommand::Note(ONE, ProceedingId(1), one)), on);
    };
    note(&mut ordered, Stage::Made, "2026-06-08", Some(300_000));
    note(&mut ordered, Stage::Served, "2026-06-15", None);
    assert_eq!(desk(&ordered, "2026-06-20").advice, Advice::Engaged);
    note(&mut ordered, Stage::Enforceable, "2026-07-20", None);
    let mut noted = ripe();
    for kind in [ActKind::EnforceableDecision, ActKind::HomologatedAgreement, ActKind::UncontestedTitle] {
        let mut one = ripe();
        act(&mut one, kind, "2026-07-20");
        noted = one;
        for known in [&noted, &ordered] {
            let desk = desk(known, "2026-07-21");
            let Advice::Take { route, .. } = desk.advice else { unreachable!("{kind:?} {:?}", desk.advice) };
            assert_eq!(route, RecoveryRoute::Enforcement);
            for one in desk.prospects.iter().filter(|one| one.route.seeks_title()) {
                assert_eq!(one.availability, Availability::Closed(Condition::Untitled), "{:?}", one.route);
            }
        }
    }
    let sum = desk(&ordered, "2026-07-21").situation.title.unwrap().sum;
    assert_eq!(sum, Some(Amount::from_cents(300_000)));
    note(&mut ordered, Stage::Instructed, "2026-07-22", None);
    assert_eq!(desk(&ordered, "2026-07-23").advice, Advice::Engaged, "an officer has it");
    note(&mut ordered, Stage::Ended, "2026-08-22", None);
    let Advice::Take { route, .. } = desk(&ordered, "2026-08-23").advice else { unreachable!() };
    assert!(!route.seeks_title(), "the title lasts ten years");
    let promise = CircumstanceKind::Promise {
        amount: Amount::from_cents(348_000),
        by: day("2026-07-31"),
        who: String::new(),
        channel: Channel::Phone,
    };
    self::note(&mut noted, promise, "2026-07-21");
    assert_eq!(desk(&noted, "2026-07-22").advice, Advice::Engaged, "a word that runs is waited for");
}
