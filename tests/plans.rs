//! The life of a payment plan in the book: proposed, signed, kept or not, ended; and that it is kept as well as all else.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use chrono::NaiveDate;
use relance::app::book::Book;
use relance::app::calendar_file::{calendar_file, plan_file, proceeding_file};
use relance::app::command::{ActDraft, CircumstanceDraft, Command, MovementDraft, SendingDraft};
use relance::app::forms::call::instalments;
use relance::app::forms::plan::{DividedBy, PlanField, PlanForm};
use relance::app::merge::merge;
use relance::app::plans::{PlanCommand, PlanDraft, Signing};
use relance::app::problem::Problem;
use relance::app::record::{Key, Record};
use relance::app::update::{Refusal, update};
use relance::app::views::client_list;
use relance::app::views::invoice_list::{self, Filter};
use relance::app::views::ladder_dates::{When, ladder_dates};
use relance::app::views::plan_desk::{PlanDesk, Spoken};
use relance::app::views::today;
use relance::app::views::withheld::withheld;
use relance::app::views::writing::{LeftOut, candidates};
use relance::base::{Amount, ClientId, Currency, InvoiceId, PlanId, Region, TrashId};
use relance::domain::act::ActKind;
use relance::domain::case_file::CaseFile;
use relance::domain::circumstance::CircumstanceKind;
use relance::domain::claim::Instalment;
use relance::domain::dunning::withheld::{PlanRuns, Withheld};
use relance::domain::dunning::{Action, HoldCause, Setting, What, Why};
use relance::domain::event::{Call, Channel, Outcome, SentText, Step};
use relance::domain::insolvency::Insolvency;
use relance::domain::movement::MovementKind;
use relance::domain::party::DebtorKind;
use relance::domain::plan::caution::Caution;
use relance::domain::plan::schedule::ScheduleError;
use relance::domain::plan::standing::Standing;
use relance::domain::plan::{End, InterestDuring, Notice, Penalties, Plan};
use relance::domain::posting::{Posting, Returned};
use relance::domain::proceeding::{Proceeding, ProceedingKind};
use relance::domain::status::{Flag, flags};
use relance::store::backup;
use relance::store::backup::archive;
use relance::store::backup::compare::{Choice, compare, merge_records};
use relance::text::Lang;
use relance::text::words::{plans, withheld as words};
use support::{change, day, invoice, records};

const ONE: InvoiceId = InvoiceId(1);
const PLAN: PlanId = PlanId(1);

fn run(book: &mut Book, command: Command, on: &str) -> Result<(), Refusal> {
    update(book, command, day(on)).map(drop)
}

fn plan(book: &mut Book, command: PlanCommand, on: &str) -> Result<(), Refusal> {
    run(book, Command::Plan(command), on)
}

/// Signed on a day, proposed as it was noted.
fn accept(id: PlanId, signed: &str) -> PlanCommand {
    PlanCommand::Accept(id, Signing { proposed: day("2026-06-01"), signed: day(signed) })
}

/// A notice noted on the plan itself, as versions did before notices became texts.
fn note(book: &mut Book, sent: &str, until: &str) {
    let mut plan = book.plan(PLAN).cloned().unwrap();
    plan.notices.push(Notice { sent: day(sent), until: day(until), is_estimate: false });
    book.put(Record::Plan(plan));
}

fn pay(book: &mut Book, id: InvoiceId, cents: i64, on: &str) {
    let draft = MovementDraft::new(MovementKind::Payment, day(on), Amount::from_cents(cents));
    run(book, Command::AddMovement(id, draft), on).unwrap();
}

fn instalment(due: &str, cents: i64) -> Instalment {
    Instalment { due: day(due), amount: Amount::from_cents(cents) }
}

/// 3,480 € due on 15 March 2026, sent; spread on 1 June over three months, penalties given up if it is kept.
fn draft() -> PlanDraft {
    PlanDraft {
        invoices: vec![ONE],
        proposed: day("2026-06-01"),
        answer_by: day("2026-06-09"),
        down_payment: None,
        instalments: vec![
            instalment("2026-07-01", 116_000),
            instalment("2026-08-03", 116_000),
            instalment("2026-09-01", 116_000),
        ],
        penalties: Penalties::WaivedIfKept,
        interest: InterestDuring::Stops,
        notice_days: 8,
        note: "Mme Le Goff".to_owned(),
    }
}

fn owing() -> Book {
    let mut book = Book::default();
    run(&mut book, invoice("Atelier Brun", "1"), "2026-02-13").unwrap();
    let sent = support::sending("2026-03-20");
    run(&mut book, sent, "2026-03-20").unwrap();
    book
}

fn signed() -> Book {
    let mut book = owing();
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    book
}

fn action(book: &Book, on: &str) -> Action {
    today::action(book, ONE, day(on)).unwrap()
}

fn total(book: &Book, on: &str) -> Amount {
    book.claim(book.case(ONE).unwrap(), day(on)).total
}

fn is(action: &Action, what: What, on: &str) {
    assert_eq!((action.what, action.day), (what, day(on)), "{:?}", action.why);
}

#[test]
fn a_proposal_waits_for_its_answer_and_then_reminders_go_on() {
    let mut book = owing();
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    let waits = action(&book, "2026-06-05");
    is(&waits, What::LookAgain, "2026-06-10");
    assert_eq!(waits.hold.unwrap().cause, HoldCause::PlanProposed);
    assert_eq!(action(&book, "2026-06-10").hold, None);
}

#[test]
fn a_signed_plan_holds_the_ladder_and_asks_for_each_instalment() {
    let mut book = signed();
    is(&action(&book, "2026-06-05"), What::CheckInstalment, "2026-07-01");
    assert_eq!(action(&book, "2026-06-05").hold.unwrap().cause, HoldCause::Plan);
    pay(&mut book, ONE, 116_000, "2026-06-30");
    is(&action(&book, "2026-07-02"), What::CheckInstalment, "2026-08-03");
    let limitation = book
        .case(ONE)
        .unwrap()
        .limitation(book.debtor_of(book.case(ONE).unwrap()), day("2026-07-02"))
        .unwrap();
    assert_eq!(limitation.expires, day("2031-06-30"), "a payment starts it again, as signing did");
    let calendar = calendar_file(Lang::Fr, &book, day("2026-07-02"));
    assert!(!calendar.contains("plan-1-0@relance") && calendar.contains("plan-1-2@relance"), "{calendar}");
}

#[test]
fn signing_starts_limitation_again_on_each_invoice() {
    let book = signed();
    let case = book.case(ONE).unwrap();
    assert_eq!(case.limitation(book.debtor_of(case), day("2026-06-10")).unwrap().expires, day("2031-06-04"));
}

#[test]
fn a_missed_instalment_wants_notice_and_then_all_falls_due_as_if_there_had_been_no_plan() {
    let mut book = signed();
    let without = owing();
    pay(&mut book, ONE, 116_000, "2026-07-01");
    is(&action(&book, "2026-08-06"), What::RecallInstalment, "2026-08-06");
    note(&mut book, "2026-08-06", "2026-08-14");
    is(&action(&book, "2026-08-10"), What::WaitNotice, "2026-08-17");
    is(&action(&book, "2026-08-17"), What::EndPlan, "2026-08-17");
    plan(&mut book, PlanCommand::End(PLAN, End::Broken, day("2026-08-17")), "2026-08-17").unwrap();
    let mut paid = without;
    pay(&mut paid, ONE, 116_000, "2026-07-01");
    assert_eq!(total(&book, "2026-08-17"), total(&paid, "2026-08-17"));
    assert!(action(&book, "2026-08-17").hold.is_none(), "reminders go on");
}

#[test]
fn money_that_answers_a_notice_saves_the_plan() {
    let mut book = signed();
    note(&mut book, "2026-07-06", "2026-07-14");
    pay(&mut book, ONE, 116_000, "2026-07-10");
    is(&action(&book, "2026-07-20"), What::CheckInstalment, "2026-08-03");
}

#[test]
fn a_plan_kept_to_its_end_gives_up_what_was_agreed_and_nothing_before() {
    let mut book = signed();
    let end = || PlanCommand::End(PLAN, End::Settled, day("2026-09-01"));
    for on in ["2026-07-01", "2026-08-03"] {
        pay(&mut book, ONE, 116_000, on);
    }
    assert_eq!(plan(&mut book, end(), "2026-09-01"), Err(Refusal::PlanNotPaid));
    pay(&mut book, ONE, 116_000, "2026-09-01");
    assert!(total(&book, "2026-09-01").is_positive(), "penalties are still owed");
    is(&action(&book, "2026-09-01"), What::ClosePlan, "2026-09-01");
    let before = records(&book);
    let effects = update(&mut book, Command::Plan(end()), day("2026-09-01")).unwrap();
    assert_eq!(total(&book, "2026-09-01"), Amount::ZERO);
    update(&mut book, Command::Undo(change(&effects)), day("2026-09-01")).unwrap();
    assert_eq!(records(&book), before, "one undo takes the end and the waivers back");
}

#[test]
fn what_was_received_before_pays_no_instalment() {
    let mut book = owing();
    pay(&mut book, ONE, 100_000, "2026-05-01");
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    is(&action(&book, "2026-06-05"), What::CheckInstalment, "2026-07-01");
}

#[test]
fn several_invoices_are_one_plan() {
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    run(&mut book, invoice("Durand", "3"), "2026-02-13").unwrap();
    let over = |invoices: &[u32]| PlanDraft {
        invoices: invoices.iter().copied().map(InvoiceId).collect(),
        ..draft()
    };
    let propose =
        |book: &mut Book, invoices: &[u32]| plan(book, PlanCommand::Propose(over(invoices)), "2026-06-01");
    assert_eq!(propose(&mut book, &[1, 3]), Err(Refusal::NotOneDebt));
    assert_eq!(propose(&mut book, &[]), Err(Refusal::NotFound));
    propose(&mut book, &[1, 2]).unwrap();
    propose(&mut book, &[1]).unwrap();
    assert_eq!(
        book.plan(PLAN).unwrap().ended.unwrap().how,
        End::Withdrawn,
        "a new proposal replaces the last"
    );
    propose(&mut book, &[1, 2]).unwrap();
    plan(&mut book, accept(PlanId(3), "2026-06-04"), "2026-06-04").unwrap();
    assert_eq!(propose(&mut book, &[2]), Err(Refusal::PlanRuns));
    // Money on either invoice pays the plan of both.
    pay(&mut book, InvoiceId(2), 116_000, "2026-07-01");
    is(&action(&book, "2026-07-02"), What::CheckInstalment, "2026-08-03");
    for id in [1, 2] {
        assert_eq!(book.case(InvoiceId(id)).unwrap().acts.len(), 1);
    }
}

#[test]
fn what_cannot_be_is_refused() {
    let mut book = owing();
    let on = "2026-06-02";
    assert_eq!(plan(&mut book, accept(PLAN, on), on), Err(Refusal::NotFound));
    plan(&mut book, PlanCommand::Propose(draft()), on).unwrap();
    for (command, refusal) in [
        (accept(PLAN, "2026-05-31"), Refusal::SignedBeforeProposed),
        (accept(PLAN, "2026-06-03"), Refusal::InTheFuture),
        (PlanCommand::End(PLAN, End::Broken, day(on)), Refusal::PlanNotRunning),
        (PlanCommand::Propose(PlanDraft { proposed: day("2026-06-03"), ..draft() }), Refusal::InTheFuture),
        (PlanCommand::Propose(PlanDraft { instalments: Vec::new(), ..draft() }), Refusal::NotOneDebt),
    ] {
        assert_eq!(plan(&mut book, command, on), Err(refusal));
    }
    plan(&mut book, accept(PLAN, on), on).unwrap();
    let withdraw = PlanCommand::End(PLAN, End::Withdrawn, day(on));
    assert_eq!(plan(&mut book, withdraw, on), Err(Refusal::PlanNotOpen));
}

#[test]
fn a_deleted_plan_comes_back() {
    let mut book = signed();
    let kept = book.plan(PLAN).cloned().unwrap();
    plan(&mut book, PlanCommand::Delete(PLAN), "2026-06-05").unwrap();
    assert_eq!(book.plans().count(), 0);
    run(&mut book, Command::TakeFromTrash(TrashId(1)), "2026-06-05").unwrap();
    assert_eq!(book.plan(PLAN), Some(&kept));
}

#[test]
fn a_plan_goes_with_its_client_and_keeps_no_name() {
    let mut book = signed();
    run(&mut book, Command::Anonymise(ClientId(1)), "2026-06-05").unwrap();
    let all = serde_json::to_string(&records(&book)).unwrap();
    assert!(!all.contains("Le Goff") && book.plan(PLAN).is_some(), "{all}");
    run(&mut book, Command::EraseClient(ClientId(1)), "2026-06-05").unwrap();
    assert!(book.plans().next().is_none() && book.record(Key::Plan(PLAN)).is_none());
}

fn saved(book: &Book) -> backup::Backup {
    backup::read(&backup::write(book, |_| None, &[], support::today()).unwrap()).unwrap()
}

#[test]
fn a_backup_holds_plans_and_counts_them() {
    let book = signed();
    let saved = saved(&book);
    assert_eq!(saved.counts.plans, 1);
    assert_eq!(records(&saved.book()), records(&book));
}

/// On another device the same numbers stand for other things: the plan follows its invoice and its client.
#[test]
fn a_plan_joined_from_another_device_names_its_own_invoice() {
    let mut here = Book::default();
    run(&mut here, invoice("Durand", "7"), "2026-02-13").unwrap();
    run(&mut here, invoice("Durand", "8"), "2026-02-13").unwrap();
    let other = PlanDraft { note: "ici".to_owned(), ..draft() };
    plan(&mut here, PlanCommand::Propose(other), "2026-06-01").unwrap();
    let joined = |here: &mut Book| {
        let file = saved(&signed());
        let comparison = compare(here, |_| None, &file);
        let records = merge_records(&comparison, |_| Choice::Mine, |_, _| None);
        run(here, Command::Merge(records), "2026-06-05").unwrap();
    };
    joined(&mut here);
    let theirs = here.plans().find(|plan| plan.note == "Mme Le Goff").unwrap();
    let case = here.case(theirs.invoices[0]).unwrap();
    assert_eq!((case.invoice.number.as_str(), case.invoice.client), ("1", theirs.client));
    assert_eq!(here.client(theirs.client).unwrap().name, "Atelier Brun");
    let count = here.plans().count();
    assert_eq!(count, 2);
    joined(&mut here);
    assert_eq!(here.plans().count(), count, "a second time adds nothing");
}

/// A plan may name an invoice that is gone: no new one is given its number.
#[test]
fn numbers_a_plan_names_are_not_given_again() {
    let mut book = signed();
    run(&mut book, Command::DeleteInvoice(ONE), "2026-06-05").unwrap();
    run(&mut book, Command::EmptyTrash, "2026-06-05").unwrap();
    let mut reopened = Book::default();
    for record in records(&book) {
        reopened.put(record);
    }
    run(&mut reopened, invoice("Durand", "9"), "2026-06-05").unwrap();
    let new = reopened.cases().next().unwrap().invoice.id;
    assert_ne!(new, ONE);
    assert!(reopened.plan_of(new, day("2026-06-05")).is_none());
}

#[test]
fn a_plan_that_contradicts_itself_is_set_aside() {
    // What cannot even be read is set aside as well.
    let is_sound = |sums: &str| {
        let json = format!(
            r#"{{"plan":{{"id":1,"client":1,"invoices":[1],"proposed":"2026-06-01","answer_by":"2026-06-09",
            "paid_before":"0.00","instalments":{sums},"penalties":"included","interest":"stops","notice_days":8}}}}"#
        );
        serde_json::from_str::<Record>(&json).is_ok_and(|record| record.is_sound())
    };
    assert!(is_sound(r#"[{"due":"2026-07-01","amount":"1.00"}]"#));
    assert!(!is_sound("[]"));
    assert!(!is_sound(r#"[{"due":"2026-07-01","amount":"0.00"}]"#));
    assert!(!is_sound(r#"[{"due":"9999-07-01","amount":"1.00"}]"#));
    assert!(!is_sound(r#"[{"due":"2026-07-01","amount":"1.00"},{"due":"2026-07-01","amount":"1.00"}]"#));
}

fn desk(book: &Book) -> PlanDesk {
    PlanDesk::of(book, ONE, day("2026-06-01")).unwrap()
}

#[test]
fn a_form_starts_with_a_plan_that_can_be_proposed() {
    let mut book = owing();
    let desk = desk(&book);
    let (proposal, findings) = PlanForm::start(&desk, Lang::Fr).parse(&desk, day("2026-06-01"));
    assert!(findings.problems.is_empty(), "{findings:?}");
    let proposal = proposal.unwrap();
    assert_eq!(proposal.amount, total(&book, "2026-06-01"), "penalties are part of it");
    assert_eq!(proposal.draft.instalments.len(), 3);
    assert_eq!(proposal.cautions, Vec::new());
    plan(&mut book, PlanCommand::Propose(proposal.draft), "2026-06-01").unwrap();
    assert_eq!(book.plan(PLAN).unwrap().amount(), total(&book, "2026-06-01"));
}

/// A consumer owes nothing beside the principal before a formal notice was received: a plan says nothing of it.
#[test]
fn a_plan_of_a_consumer_says_of_penalties_what_it_owes() {
    let mut book = owing();
    for kind in [DebtorKind::Consumer, DebtorKind::Unknown] {
        run(&mut book, Command::SetClientKind(ClientId(1), kind), "2026-06-01").unwrap();
        let desk = desk(&book);
        assert!(desk.is_consumer && desk.waits_for_notice, "{kind:?}");
        let start = PlanForm::start(&desk, Lang::Fr);
        assert_eq!(start.notice_days, "15");
        let form = PlanForm { penalties: Penalties::Frozen, interest: InterestDuring::Runs, ..start };
        let draft = form.parse(&desk, day("2026-06-01")).0.unwrap().draft;
        assert_eq!((draft.penalties, draft.interest), (Penalties::Included, InterestDuring::Stops));
    }
    run(&mut book, Command::SetClientKind(ClientId(1), DebtorKind::Consumer), "2026-06-01").unwrap();
    let text =
        SentText { body: "Mise en demeure".to_owned(), as_of: day("2026-04-01"), ..SentText::default() };
    let (on, until) = (day("2026-04-01"), day("2026-04-16"));
    let sent = SendingDraft::new(on, Channel::RegisteredPost, Step::FormalNotice, until, text);
    run(&mut book, Command::RecordSending(vec![(ONE, sent)]), "2026-04-01").unwrap();
    let event = book.case(ONE).unwrap().events.iter().find(|one| one.step == Step::FormalNotice).unwrap().id;
    let received = Command::TrackPosting(ONE, event, Posting::default(), Some(day("2026-04-03")));
    run(&mut book, received, "2026-04-03").unwrap();
    // Once it was received, legal interest runs and may be spoken of; no fixed sum is owed all the same.
    let desk = desk(&book);
    assert!(desk.is_consumer && !desk.waits_for_notice);
    let claim = &desk.invoices[0].claim;
    assert!(claim.interest_left.is_positive() && claim.indemnity_left.is_zero());
    let form = PlanForm { interest: InterestDuring::Runs, ..PlanForm::start(&desk, Lang::Fr) };
    assert_eq!(form.parse(&desk, day("2026-06-01")).0.unwrap().draft.interest, InterestDuring::Runs);
    let business = PlanForm::start(&self::desk(&owing()), Lang::Fr);
    assert_eq!(business.notice_days, "8");
}

/// What interest adds that goes on is what is owed at the end of a plan that was paid day by day.
#[test]
fn interest_that_runs_on_is_counted_to_the_end() {
    for penalties in Penalties::ALL {
        let book = owing();
        let desk = desk(&book);
        let form = PlanForm { penalties, interest: InterestDuring::Runs, ..PlanForm::start(&desk, Lang::Fr) };
        let draft = form.parse(&desk, day("2026-06-01")).0.unwrap().draft;
        let accrued = desk.accrued(book.rates(), &draft);
        assert!(accrued.is_positive(), "{penalties:?}");
        let mut paid = owing();
        let last = draft.instalments.last().unwrap().due.to_string();
        plan(&mut paid, PlanCommand::Propose(draft.clone()), "2026-06-01").unwrap();
        plan(&mut paid, accept(PLAN, "2026-06-01"), "2026-06-01").unwrap();
        for sum in &draft.instalments {
            pay(&mut paid, ONE, sum.amount.cents(), &sum.due.to_string());
        }
        plan(&mut paid, PlanCommand::End(PLAN, End::Settled, day(&last)), &last).unwrap();
        let beside = desk.beside(penalties, |_| true);
        assert_eq!(total(&paid, &last), beside + accrued, "{penalties:?}");
        let stops = PlanForm { interest: InterestDuring::Stops, ..form };
        let draft = stops.parse(&desk, day("2026-06-01")).0.unwrap().draft;
        assert_eq!(desk.accrued(book.rates(), &draft), Amount::ZERO, "{penalties:?}");
    }
}

#[test]
fn a_plan_of_a_public_buyer_gives_nothing_up() {
    let mut book = owing();
    let mut buyer = book.client(ClientId(1)).cloned().unwrap();
    buyer.kind = DebtorKind::Public;
    book.put(Record::Client(buyer));
    let desk = desk(&book);
    let form = PlanForm {
        penalties: Penalties::WaivedIfKept,
        interest: InterestDuring::Stops,
        ..PlanForm::start(&desk, Lang::Fr)
    };
    let draft = form.parse(&desk, day("2026-06-01")).0.unwrap().draft;
    assert_eq!((draft.penalties, draft.interest), (Penalties::Frozen, InterestDuring::Runs));
}

#[test]
fn what_is_paid_down_comes_with_the_answer_and_no_later_than_the_first_instalment() {
    let desk = desk(&owing());
    let form = PlanForm {
        down: "480".to_owned(),
        first: "03/06/2026".to_owned(),
        ..PlanForm::start(&desk, Lang::Fr)
    };
    let draft = form.parse(&desk, day("2026-06-01")).0.unwrap().draft;
    assert_eq!(draft.down_payment, Some(instalment("2026-06-03", 48_000)));
}

#[test]
fn every_fault_of_a_form_is_at_its_field() {
    let desk = desk(&owing());
    let start = PlanForm::start(&desk, Lang::Fr);
    let with = |change: fn(&mut PlanForm)| {
        let mut form = start.clone();
        change(&mut form);
        let (proposal, findings) = form.parse(&desk, day("2026-06-01"));
        assert!(proposal.is_none() && findings.problems.len() == 1, "{findings:?}");
        findings.problems[0]
    };
    assert_eq!(with(|form| form.count.clear()), (PlanField::Count, Problem::Required));
    assert_eq!(with(|form| form.count = "0".to_owned()), (PlanField::Count, Problem::Count(1, 1_200)));
    assert_eq!(with(|form| (form.by, form.each) = (DividedBy::Each, "0,01".to_owned())).0, PlanField::Each);
    let first = day("2026-06-16");
    assert_eq!(
        with(|form| (form.by, form.until) = (DividedBy::Until, "01/06/2026".to_owned())),
        (PlanField::Until, Problem::Schedule(ScheduleError::EndsBeforeFirst { first }))
    );
    assert_eq!(with(|form| form.down = "-1".to_owned()), (PlanField::Down, Problem::NotPositive));
    assert_eq!(with(|form| form.down = "9999".to_owned()).0, PlanField::Down);
    assert_eq!(with(|form| form.first.clear()), (PlanField::First, Problem::Required));
    assert_eq!(
        with(|form| form.notice_days = "7".to_owned()),
        (PlanField::NoticeDays, Problem::Count(8, 15))
    );
    assert_eq!(
        with(|form| form.answer_days = "0".to_owned()),
        (PlanField::AnswerDays, Problem::Count(1, 60))
    );
    let nothing = (PlanField::Covered, Problem::Schedule(ScheduleError::NothingOwed));
    assert_eq!(with(|form| form.left_out.push(ONE)), nothing);
}

/// What is said to be given up before is what is given up in the end.
#[test]
fn what_a_plan_will_cost_is_what_it_costs() {
    for (penalties, interest) in
        Penalties::ALL.into_iter().flat_map(|one| InterestDuring::ALL.map(|two| (one, two)))
    {
        let mut book = owing();
        run(&mut book, invoice("Atelier Brun", "2"), "2026-02-14").unwrap();
        let desk = desk(&book);
        assert_eq!(desk.invoices.len(), 2);
        let form = PlanForm { penalties, interest, moved: false, ..PlanForm::start(&desk, Lang::Fr) };
        let draft = form.parse(&desk, day("2026-06-01")).0.unwrap().draft;
        let said = desk.cost(book.rates(), &draft);
        let sums = draft.instalments.clone();
        plan(&mut book, PlanCommand::Propose(draft), "2026-06-01").unwrap();
        plan(&mut book, accept(PLAN, "2026-06-01"), "2026-06-01").unwrap();
        // The first invoice is paid before the second, as the estimate has it.
        let owed = |id| penalties.amount([&book.claim(book.case(id).unwrap(), day("2026-06-01"))]);
        let mut wanted = [(ONE, owed(ONE)), (InvoiceId(2), owed(InvoiceId(2)))];
        let mut last = String::new();
        for sum in sums {
            let mut left = sum.amount;
            last = sum.due.to_string();
            for (id, wanted) in &mut wanted {
                let part = left.min(*wanted);
                if part.is_positive() {
                    pay(&mut book, *id, part.cents(), &last);
                    left -= part;
                    *wanted -= part;
                }
            }
        }
        let totals =
            |book: &Book| -> Amount { book.cases().map(|case| book.claim(case, day(&last)).total).sum() };
        let before = totals(&book);
        plan(&mut book, PlanCommand::End(PLAN, End::Settled, day(&last)), &last).unwrap();
        assert_eq!(before - totals(&book), said, "{penalties:?} {interest:?}");
        // Where interest stops, what was spread is all there is to pay, but for what was to stay owed.
        if interest == InterestDuring::Stops && penalties != Penalties::Frozen {
            assert_eq!(totals(&book), Amount::ZERO, "{penalties:?}");
        }
    }
}

/// A notice as the composer records it: a text with its own deadline.
fn notice_sent(on: &str, until: &str) -> Command {
    let text = SentText { body: "Mise en demeure".to_owned(), as_of: day(on), ..SentText::default() };
    let draft = SendingDraft::new(day(on), Channel::Email, Step::PlanNotice, day(until), text);
    Command::RecordSending(vec![(ONE, draft)])
}

#[test]
fn a_notice_that_was_sent_as_a_text_is_the_notice_of_the_plan() {
    let mut book = signed();
    pay(&mut book, ONE, 116_000, "2026-07-01");
    is(&action(&book, "2026-08-06"), What::RecallInstalment, "2026-08-06");
    run(&mut book, notice_sent("2026-08-06", "2026-08-17"), "2026-08-06").unwrap();
    assert_eq!(book.case(ONE).unwrap().events.last().unwrap().step, Step::PlanNotice);
    is(&action(&book, "2026-08-10"), What::WaitNotice, "2026-08-18");
    is(&action(&book, "2026-08-18"), What::EndPlan, "2026-08-18");
    // Deleted as sent by mistake, it is no notice any more; back from the trash, it is one again.
    let event = book.case(ONE).unwrap().events.last().unwrap().id;
    run(&mut book, Command::DeleteSending(ONE, event), "2026-08-10").unwrap();
    is(&action(&book, "2026-08-10"), What::RecallInstalment, "2026-08-10");
    run(&mut book, Command::TakeFromTrash(TrashId(1)), "2026-08-10").unwrap();
    is(&action(&book, "2026-08-10"), What::WaitNotice, "2026-08-18");
}

#[test]
fn two_devices_that_each_note_a_notice_lose_none_and_instalments_stay_one_thing() {
    let base = signed().record(Key::Plan(PLAN)).unwrap();
    let noted = |on: &str| {
        let mut book = signed();
        note(&mut book, on, on);
        book.record(Key::Plan(PLAN)).unwrap()
    };
    let merged = merge(Some(&base), &noted("2026-07-06"), &noted("2026-08-06"));
    let Record::Plan(both) = merged.record else { panic!("no plan") };
    let days: Vec<NaiveDate> = both.notices.iter().map(|notice| notice.sent).collect();
    assert_eq!((days, merged.conflicts.len()), (vec![day("2026-07-06"), day("2026-08-06")], 0));
    // Two schedules are no list of sums to be mixed: one is taken, the other is reported.
    let with = |cents: [i64; 2]| {
        let Record::Plan(mut plan) = base.clone() else { panic!("no plan") };
        plan.instalments = vec![instalment("2026-07-01", cents[0]), instalment("2026-08-03", cents[1])];
        Record::Plan(plan)
    };
    let merged = merge(Some(&base), &with([100_000, 248_000]), &with([200_000, 148_000]));
    assert_eq!(merged.record, with([200_000, 148_000]));
    assert_eq!(merged.conflicts.len(), 1, "{:?}", merged.conflicts);
}

#[test]
fn a_plan_that_is_signed_holds_the_ladder_in_real_dates_and_replaces_what_was_promised() {
    let mut book = owing();
    let promise = CircumstanceKind::Promise {
        amount: Amount::from_cents(116_000),
        by: day("2026-06-20"),
        who: String::new(),
        channel: Channel::Phone,
    };
    let draft_of = CircumstanceDraft { date: day("2026-06-01"), kind: promise, note: String::new() };
    run(&mut book, Command::AddCircumstance(ONE, draft_of), "2026-06-01").unwrap();
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    let case = book.case(ONE).unwrap();
    assert_eq!(case.circumstances[0].ended, Some(day("2026-06-04")));
    assert_ne!(action(&book, "2026-06-25").what, What::RecallPromise);
    let client = book.client(ClientId(1)).unwrap();
    let today = day("2026-06-25");
    let setting = today::setting(&book, client, today);
    let plain = ladder_dates(case, &book.claim(case, today), setting);
    assert!(plain.iter().any(|(_, when)| matches!(when, When::Planned(_))));
    let held = Setting { plan: book.plan_of(ONE, today), ..setting };
    let held = ladder_dates(case, &book.claim(case, today), held);
    let is_held = |when: &When| matches!(when, When::Held | When::Done(_));
    assert!(held.iter().all(|(_, when)| is_held(when)), "{held:?}");
}

#[test]
fn an_archive_takes_the_plan_of_a_closed_case_along_and_never_half_of_one() {
    let mut book = signed();
    for on in ["2026-07-01", "2026-08-03", "2026-09-01"] {
        pay(&mut book, ONE, 116_000, on);
    }
    let on = day("2026-09-02");
    // Its penalties are still owed: it is not closed before the plan is.
    assert_eq!(archive::closed(&book, on), archive::Closed::default());
    plan(&mut book, PlanCommand::End(PLAN, End::Settled, on), "2026-09-02").unwrap();
    assert_eq!(archive::closed(&book, on).leaving, vec![ONE]);
    let json = archive::write(&book, &[ONE], |_| None, on).unwrap();
    let read = archive::read(&json).unwrap();
    let (cases, plans) = (archive::cases(&read), archive::plans(&read));
    assert_eq!(plans.len(), 1);
    let alone = Command::RemoveArchived(cases.clone(), Vec::new());
    assert_eq!(run(&mut book, alone, "2026-09-02"), Err(Refusal::ChangedSinceArchive));
    run(&mut book, Command::RemoveArchived(cases, plans), "2026-09-02").unwrap();
    assert!(book.plan(PLAN).is_none() && book.case(ONE).is_none());
    assert!(read.book().plan_of(ONE, on).is_some(), "it is looked at there");
}

#[test]
fn a_closed_case_stays_while_its_plan_covers_an_open_one() {
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let two = InvoiceId(2);
    let both = PlanDraft { invoices: vec![ONE, two], ..draft() };
    plan(&mut book, PlanCommand::Propose(both), "2026-06-01").unwrap();
    pay(&mut book, ONE, 400_000, "2026-06-02");
    let on = day("2026-06-03");
    let over = book.claim(book.case(ONE).unwrap(), on).credit;
    let back = MovementDraft::new(MovementKind::Refund, on, over);
    run(&mut book, Command::AddMovement(ONE, back), "2026-06-03").unwrap();
    let closed = archive::closed(&book, on);
    assert_eq!((closed.leaving, closed.kept), (vec![], vec![ONE]));
    plan(&mut book, PlanCommand::End(PLAN, End::Withdrawn, on), "2026-06-03").unwrap();
    assert_eq!(archive::closed(&book, on).kept, vec![ONE], "the plan would be torn");
}

#[test]
fn plans_are_found_by_the_invoices_they_cover_whatever_becomes_of_them() {
    let mut book = signed();
    assert_eq!(book.plans_about(ONE).count(), 1);
    assert_eq!(book.plans_about(InvoiceId(2)).count(), 0);
    let Some(Record::Plan(known)) = book.record(Key::Plan(PLAN)) else { panic!("no plan") };
    book.put(Record::Plan(Plan { invoices: vec![InvoiceId(2)], ..known }));
    assert_eq!((book.plans_about(ONE).count(), book.plans_about(InvoiceId(2)).count()), (0, 1));
    book.take(Key::Plan(PLAN));
    assert_eq!(book.plans_about(InvoiceId(2)).count(), 0);
    assert_eq!(book.plans().count(), 0);
}

fn held(book: &Book, on: &str) -> Option<Withheld> {
    withheld(book, ONE, day(on))
}

fn runs(book: &Book, on: &str) -> PlanRuns {
    held(book, on).and_then(|held| held.plan().cloned()).unwrap()
}

/// While a plan is kept what is due is its own sums; once a notice was left unanswered it is all of it.
#[test]
fn under_a_plan_only_its_sums_are_due_until_a_notice_is_left_unanswered() {
    let mut book = signed();
    let none = Amount::ZERO;
    let first = Amount::from_cents(116_000);
    assert_eq!(held(&owing(), "2026-06-05"), None);
    let before = runs(&book, "2026-06-30");
    assert_eq!((before.due, before.asked, before.left), (none, first, first + first + first));
    assert_eq!((before.signed, before.until), (day("2026-06-04"), day("2026-09-01")));
    assert_eq!(runs(&book, "2026-07-01").due, first);
    assert!(matches!(runs(&book, "2026-07-03").standing, Standing::Kept(_)));
    assert!(matches!(runs(&book, "2026-07-04").standing, Standing::Missed(_)));
    let plan_held = held(&book, "2026-06-30").unwrap();
    for step in
        [Step::FirstReminder, Step::LastReminder, Step::FormalNotice, Step::PenaltyNote, Step::Instalments]
    {
        assert!(plan_held.holds_back(step), "{step:?}");
    }
    for step in [Step::PlanNotice, Step::Courtesy, Step::Thanks, Step::Recap, Step::Call] {
        assert!(!plan_held.holds_back(step), "{step:?}");
    }
    run(&mut book, notice_sent("2026-07-06", "2026-07-15"), "2026-07-06").unwrap();
    assert!(matches!(runs(&book, "2026-07-15").standing, Standing::NoticeRuns(..)));
    assert_eq!(held(&book, "2026-07-16"), None, "all may be declared due");
}

#[test]
fn what_others_decide_comes_before_a_plan_and_names_whom_to_speak_to() {
    let mut book = signed();
    let insolvency = Insolvency { office: "Me Durand".to_owned(), ..Insolvency::default() };
    let mut client = book.client(ClientId(1)).cloned().unwrap();
    (client.insolvency, client.collective) = (Some(day("2026-06-10")), insolvency);
    book.put(Record::Client(client));
    assert!(held(&book, "2026-06-09").unwrap().plan().is_some());
    let insolvent = held(&book, "2026-06-10").unwrap();
    assert!(matches!(&insolvent, Withheld::Insolvent { office, .. } if office == "Me Durand"));
    for outcome in Outcome::ALL {
        let is_no_talk = matches!(outcome, Outcome::CallBack | Outcome::Voicemail | Outcome::NoAnswer);
        assert_eq!(insolvent.allows(outcome), is_no_talk, "{outcome:?}");
    }
    assert!(insolvent.holds_back(Step::PlanNotice) && insolvent.holds_back(Step::Courtesy));
    for lang in [Lang::Fr, Lang::En] {
        assert!(words::speak_to(lang, &insolvent).unwrap().contains("Me Durand"));
    }
    let mut book = owing();
    let mut case = book.case(ONE).cloned().unwrap();
    case.proceedings.push(proceeding(ProceedingKind::PaymentOrder));
    book.put(Record::Case(case));
    let order = held(&book, "2026-06-10").unwrap();
    assert!(order.holds_back(Step::FormalNotice) && order.holds_back(Step::Duplicate));
    assert!(!order.holds_back(Step::Thanks) && !order.holds_back(Step::Agreed));
    assert!(words::speak_to(Lang::Fr, &order).unwrap().contains("greffe"));
}

fn proceeding(kind: ProceedingKind) -> Proceeding {
    let json = serde_json::json!({ "id": 1, "kind": kind, "date": "2026-06-09" });
    serde_json::from_value(json).unwrap()
}

#[test]
fn a_text_about_other_invoices_never_takes_in_one_under_a_plan() {
    let mut book = signed();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let other = book.cases().find(|case| case.invoice.id != ONE).unwrap().invoice.id;
    let why = |step| {
        let all = candidates(&book, other, step, day("2026-06-10"));
        all.into_iter().find(|one| one.id == ONE).unwrap().left_out
    };
    assert_eq!(why(Step::FirmReminder), Some(LeftOut::Withheld));
    assert!(LeftOut::Withheld.is_final());
}

/// What is sold, handed over, given up or lodged is not the user’s to give time on; before a court it still is.
#[test]
fn nothing_is_agreed_with_the_client_where_somebody_else_decides() {
    for kind in ProceedingKind::ALL {
        let mut book = owing();
        run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
        let mut case = book.case(ONE).unwrap().clone();
        case.proceedings.push(proceeding(kind));
        book.put(Record::Case(case));
        let held = withheld(&book, ONE, day("2026-06-10")).unwrap();
        let for_others = matches!(
            kind,
            ProceedingKind::Sold
                | ProceedingKind::HandedOver
                | ProceedingKind::WrittenOff
                | ProceedingKind::Lodged
        );
        assert_eq!(held.is_for_others(), for_others, "{kind:?}");
        let proposed = PlanDraft { proposed: day("2026-06-10"), ..draft() };
        let refused = plan(&mut book, PlanCommand::Propose(proposed), "2026-06-10");
        assert_eq!(refused.err(), for_others.then_some(Refusal::OthersDecide), "{kind:?}");
        // Nor does a plan about another invoice take it in.
        let other = PlanDesk::of(&book, InvoiceId(2), day("2026-06-10")).unwrap();
        assert_eq!(other.invoices.iter().any(|one| one.id == ONE), !for_others, "{kind:?}");
        for lang in [Lang::Fr, Lang::En] {
            assert!(!plans::instead(lang, &held).is_empty());
        }
    }
    // Signed before it was sold, a plan may still be noted; after that it may not.
    let mut book = owing();
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    let mut case = book.case(ONE).unwrap().clone();
    case.proceedings.push(proceeding(ProceedingKind::Sold));
    book.put(Record::Case(case));
    assert_eq!(plan(&mut book, accept(PLAN, "2026-06-10"), "2026-06-10"), Err(Refusal::OthersDecide));
    plan(&mut book, accept(PLAN, "2026-06-08"), "2026-06-10").unwrap();
}

/// « Aujourd’hui » asks for what the plan asks for, and nothing of it is late before its day.
#[test]
fn today_shows_the_instalment_and_not_the_whole_claim() {
    let mut book = signed();
    let lines = |book: &Book, on: &str| {
        let day = today::day(book, day(on));
        let line = day.todos.first().map(|todo| (todo.total.cents(), todo.under_plan, todo.days_late));
        let totals = day.totals[0].1;
        (line, totals.late.cents(), totals.aged.not_due.cents(), totals.daily.cents())
    };
    assert_eq!(lines(&book, "2026-06-30"), (None, 0, 348_000, 0));
    assert_eq!(lines(&book, "2026-07-01").0, Some((116_000, true, 0)));
    let missed = lines(&book, "2026-07-06");
    assert_eq!(missed, (Some((116_000, true, 5)), 116_000, 232_000, 0));
    pay(&mut book, ONE, 116_000, "2026-07-06");
    assert_eq!(lines(&book, "2026-07-06").1, 0);
}

/// The lists say of a claim under a plan what « Aujourd’hui » says, day by day.
#[test]
fn the_lists_count_lateness_by_the_plan_as_the_day_does() {
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let both = PlanDraft {
        invoices: vec![ONE, InvoiceId(2)],
        instalments: vec![instalment("2026-07-01", 348_000), instalment("2026-08-03", 348_000)],
        ..draft()
    };
    plan(&mut book, PlanCommand::Propose(both), "2026-06-01").unwrap();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    pay(&mut book, ONE, 100_000, "2026-07-02");
    let rows = |on: &str| invoice_list::rows_of(&book, ClientId(1), day(on));
    for on in
        ["2026-06-03", "2026-06-30", "2026-07-01", "2026-07-02", "2026-07-03", "2026-07-10", "2026-08-05"]
    {
        let all = invoice_list::rows(&book, day(on));
        assert_eq!(rows(on), all, "{on}");
        let (list, told) =
            (invoice_list::totals(&all)[&Currency::EUR], today::day(&book, day(on)).totals[0].1);
        assert_eq!((list.late, list.daily, list.principal), (told.late, told.daily, told.receivable), "{on}");
    }
    let of = |on: &str| {
        let row = rows(on).remove(0);
        (row.is_late(), row.days_late, row.planned.and_then(|planned| planned.next))
    };
    assert_eq!(of("2026-06-30"), (false, -1, Some(day("2026-07-01"))));
    assert_eq!(of("2026-07-03"), (true, 2, Some(day("2026-07-01"))));
    assert!(rows("2026-06-03")[0].planned.is_none() && rows("2026-06-03")[0].is_late());
    let shown = |filter: Filter, on: &str| rows(on).iter().filter(|row| filter.admits(row)).count();
    assert_eq!((shown(Filter::Late, "2026-06-30"), shown(Filter::Upcoming, "2026-06-30")), (0, 2));
    assert_eq!((shown(Filter::Late, "2026-07-03"), shown(Filter::Open, "2026-07-03")), (1, 2));
    let client = client_list::owed(&rows("2026-06-30"));
    assert_eq!(client[&Currency::EUR].late, Amount::ZERO);
}

#[test]
fn a_plan_signed_before_it_was_entered_is_taken_as_it_was() {
    let mut book = owing();
    pay(&mut book, ONE, 10_000, "2026-05-01");
    pay(&mut book, ONE, 116_000, "2026-06-20");
    let today = "2026-07-10";
    plan(&mut book, PlanCommand::Propose(PlanDraft { proposed: day(today), ..draft() }), today).unwrap();
    assert_eq!(book.plan(PLAN).unwrap().paid_before.cents(), 126_000);
    let signing = |proposed, signed| Signing { proposed: day(proposed), signed: day(signed) };
    let refused = plan(&mut book, PlanCommand::Accept(PLAN, signing("2026-06-05", "2026-06-04")), today);
    assert_eq!(refused, Err(Refusal::SignedBeforeProposed));
    plan(&mut book, PlanCommand::Accept(PLAN, signing("2026-06-01", "2026-06-04")), today).unwrap();
    let known = book.plan(PLAN).unwrap();
    assert_eq!((known.proposed, known.accepted), (day("2026-06-01"), Some(day("2026-06-04"))));
    assert_eq!(known.paid_before.cents(), 10_000, "what came since pays it");
    is(&action(&book, today), What::CheckInstalment, "2026-08-03");
    // Built as of that day, it spreads what was owed then.
    let other = owing();
    let form = PlanForm { proposed: "01/06/2026".to_owned(), ..PlanForm::start(&desk(&other), Lang::Fr) };
    assert_eq!(form.proposed_on(day(today)), Some(day("2026-06-01")));
    let draft = form.parse(&desk(&other), day(today)).0.unwrap().draft;
    assert_eq!(draft.proposed, day("2026-06-01"));
    let future = PlanForm { proposed: "11/07/2026".to_owned(), ..form };
    let (proposal, findings) = future.parse(&desk(&other), day(today));
    assert!(proposal.is_none());
    assert_eq!(findings.problem_of(PlanField::Proposed), Some(Problem::InTheFuture));
}

/// What a call agreed on is what the builder starts with: to the cent, on its days, over its invoices.
#[test]
fn what_was_agreed_on_the_telephone_is_the_schedule_that_is_proposed() {
    for (first, parts) in [("2026-06-15", 3), ("2026-06-13", 4), ("2026-06-30", 7)] {
        let mut book = owing();
        run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
        let agreed = instalments(Amount::from_cents(348_000), parts, day(first), Region::France);
        let call = Call { outcome: Outcome::Plan, note: String::new(), seconds: 0, again: None };
        let spoken = SendingDraft {
            call: Some(call),
            ..SendingDraft::new(
                day("2026-06-01"),
                Channel::Phone,
                Step::Call,
                day("2026-06-01"),
                SentText::default(),
            )
        };
        let promises = agreed.iter().map(|(amount, by)| CircumstanceDraft {
            date: day("2026-06-01"),
            kind: CircumstanceKind::Promise {
                amount: *amount,
                by: *by,
                who: String::new(),
                channel: Channel::Phone,
            },
            note: String::new(),
        });
        let calls = vec![(ONE, spoken, promises.collect())];
        run(&mut book, Command::RecordCall(calls, None), "2026-06-01").unwrap();
        let desk = desk(&book);
        assert_eq!(desk.invoices.len(), 2);
        let form = PlanForm::start(&desk, Lang::Fr);
        let proposal = form.parse(&desk, day("2026-06-01")).0.unwrap();
        assert_eq!(proposal.draft.invoices, vec![ONE], "the other invoice was not spoken of");
        let sums: Vec<_> = proposal.draft.instalments.iter().map(|one| (one.amount, one.due)).collect();
        assert_eq!(sums, agreed, "{first} {parts}");
        assert_eq!(proposal.draft.penalties, Penalties::Frozen, "they were not part of what was agreed");
        assert!(proposal.beside.is_positive());
    }
}

/// Agreement, notice and follow-up count alike: from receipt, and the last day is a working one.
#[test]
fn the_days_of_a_notice_run_from_its_receipt() {
    let mut book = signed();
    let text =
        SentText { body: "Mise en demeure".to_owned(), as_of: day("2026-07-06"), ..SentText::default() };
    let sent = SendingDraft::new(
        day("2026-07-06"),
        Channel::RegisteredPost,
        Step::PlanNotice,
        day("2026-07-16"),
        text,
    );
    run(&mut book, Command::RecordSending(vec![(ONE, sent)]), "2026-07-06").unwrap();
    let notice = |book: &Book| book.notices(book.plan(PLAN).unwrap())[0];
    assert_eq!((notice(&book).until, notice(&book).is_estimate), (day("2026-07-16"), true));
    let event = book.case(ONE).unwrap().events.last().unwrap().id;
    let presented = Posting { presented: Some(day("2026-07-07")), ..Posting::default() };
    run(&mut book, Command::TrackPosting(ONE, event, presented.clone(), None), "2026-07-10").unwrap();
    assert_eq!((notice(&book).until, notice(&book).is_estimate), (day("2026-07-15"), false));
    let received = Some(day("2026-07-10"));
    run(&mut book, Command::TrackPosting(ONE, event, presented, received), "2026-07-10").unwrap();
    // Eight days from Friday the 10th end on a Saturday: the Monday after.
    assert_eq!(notice(&book).until, day("2026-07-20"));
    is(&action(&book, "2026-07-17"), What::WaitNotice, "2026-07-21");
}

/// The signed plan over two invoices with a notice by registered post on each, one letter, on 6 July.
fn noticed_by_post() -> Book {
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let both = PlanDraft { invoices: vec![ONE, InvoiceId(2)], ..draft() };
    plan(&mut book, PlanCommand::Propose(both), "2026-06-01").unwrap();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    let of = |book: &Book| book.plan(PLAN).unwrap().invoices.clone();
    let text =
        SentText { body: "Mise en demeure".to_owned(), as_of: day("2026-07-06"), ..SentText::default() };
    let (on, until) = (day("2026-07-06"), day("2026-07-16"));
    let sent = SendingDraft::new(on, Channel::RegisteredPost, Step::PlanNotice, until, text);
    let sent = of(&book).into_iter().map(|id| (id, sent.clone())).collect();
    run(&mut book, Command::RecordSending(sent), "2026-07-06").unwrap();
    book
}

#[test]
fn a_plan_is_not_broken_by_the_end_one_expects_of_a_notice() {
    let mut book = noticed_by_post();
    let standing = |book: &Book, on| book.standing(book.plan(PLAN).unwrap(), day(on));
    assert!(matches!(standing(&book, "2026-07-16"), Standing::NoticeRuns(..)));
    assert!(matches!(standing(&book, "2026-07-17"), Standing::NoticeUndated(..)));
    is(&action(&book, "2026-07-17"), What::NoteReceipt, "2026-07-17");
    assert!(book.plan_of(ONE, day("2026-07-17")).unwrap().gives_time(), "its own sums alone are asked for");
    let broken = PlanCommand::End(PLAN, End::Broken, day("2026-07-17"));
    assert_eq!(plan(&mut book, broken.clone(), "2026-07-17"), Err(Refusal::NoticeOpen));
    let known = book.undated_notice(book.plan(PLAN).unwrap(), day("2026-07-06")).unwrap();
    // Presented on the 7th and never collected: eight days from there are over.
    let back = Posting {
        presented: Some(day("2026-07-07")),
        returned: Some(Returned::NotCollected),
        ..Posting::default()
    };
    run(&mut book, Command::TrackPosting(known.0, known.1, back, None), "2026-07-17").unwrap();
    assert!(matches!(standing(&book, "2026-07-17"), Standing::Breached(..)), "known on one, known on all");
    plan(&mut book, broken, "2026-07-17").unwrap();
    assert!(matches!(standing(&book, "2026-07-17"), Standing::Ended(End::Broken)));
}

#[test]
fn a_plan_is_broken_without_the_receipt_of_its_notice_for_a_reason_alone() {
    let mut book = noticed_by_post();
    let because = |why: &str| PlanCommand::BreakUndated(PLAN, day("2026-07-17"), why.to_owned());
    assert_eq!(plan(&mut book, because(" "), "2026-07-17"), Err(Refusal::NoticeOpen));
    let early = PlanCommand::BreakUndated(PLAN, day("2026-07-16"), "Avis perdu".to_owned());
    assert_eq!(plan(&mut book, early, "2026-07-17"), Err(Refusal::NoticeOpen), "its time still runs");
    plan(&mut book, because("Avis perdu"), "2026-07-17").unwrap();
    let kept = book.plan(PLAN).unwrap();
    assert_eq!((kept.undated_because.as_str(), kept.ended.unwrap().how), ("Avis perdu", End::Broken));
    let json = serde_json::to_string(&Record::Plan(kept.clone())).unwrap();
    assert_eq!(serde_json::from_str::<Record>(&json).unwrap(), Record::Plan(kept.clone()));
    let without = Plan { undated_because: String::new(), ..kept.clone() };
    assert!(!serde_json::to_string(&without).unwrap().contains("undated"), "older files stay as they were");
}

#[test]
fn a_broken_plan_is_followed_by_the_formal_notice_and_that_by_a_decision() {
    let mut book = Book::default();
    run(&mut book, invoice("Atelier Brun", "1"), "2026-02-13").unwrap();
    run(
        &mut book,
        Command::RecordSending(vec![(ONE, SendingDraft::invoice(day("2026-02-13"), Channel::Email))]),
        "2026-02-13",
    )
    .unwrap();
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    run(&mut book, notice_sent("2026-07-06", "2026-07-15"), "2026-07-06").unwrap();
    plan(&mut book, PlanCommand::End(PLAN, End::Broken, day("2026-07-16")), "2026-07-16").unwrap();
    let next = action(&book, "2026-07-16");
    is(&next, What::Climb(Step::FormalNotice), "2026-07-16");
    assert_eq!(next.why, Why::PlanBroken { on: day("2026-07-16") });
    assert_eq!(next.skipped, []);
    let text = SentText { as_of: day("2026-07-16"), ..SentText::default() };
    let sent = SendingDraft::new(
        day("2026-07-16"),
        Channel::RegisteredPost,
        Step::FormalNotice,
        day("2026-07-27"),
        text,
    );
    run(&mut book, Command::RecordSending(vec![(ONE, sent)]), "2026-07-16").unwrap();
    is(&action(&book, "2026-07-20"), What::WaitNotice, "2026-07-28");
    is(&action(&book, "2026-07-28"), What::Decide, "2026-07-28");
}

#[test]
fn a_plan_and_a_proceeding_have_a_calendar_file_of_their_own() {
    let mut book = signed();
    pay(&mut book, ONE, 116_000, "2026-06-30");
    let file = |book: &Book| plan_file(Lang::Fr, book, book.plan(PLAN).unwrap(), day("2026-07-02"));
    let said = file(&book).unwrap();
    assert_eq!(said.matches("BEGIN:VEVENT").count(), 2, "{said}");
    // A whole day ends on the day after it.
    assert!(
        said.contains("DTSTART;VALUE=DATE:20260803") && said.contains("DTEND;VALUE=DATE:20260804"),
        "{said}"
    );
    pay(&mut book, ONE, 232_000, "2026-07-01");
    assert_eq!(file(&book), None);
    let mut book = owing();
    assert_eq!(proceeding_file(Lang::Fr, &book, ONE, day("2026-06-10")), None);
    let mut case = book.case(ONE).cloned().unwrap();
    case.proceedings.push(proceeding(ProceedingKind::PaymentOrder));
    book.put(Record::Case(case));
    let said = proceeding_file(Lang::Fr, &book, ONE, day("2026-06-10")).unwrap();
    assert!(said.contains("next-1@relance"), "{said}");
}

/// A call about two invoices is noted on both, and put in writing once.
#[test]
fn a_call_about_several_invoices_is_one_line_of_today() {
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let other = book.cases().find(|case| case.invoice.id != ONE).unwrap().invoice.id;
    let spoken = || {
        let call = Call { outcome: Outcome::Promise, note: String::new(), seconds: 0, again: None };
        let draft = SendingDraft::new(
            day("2026-06-01"),
            Channel::Phone,
            Step::Call,
            day("2026-06-01"),
            SentText::default(),
        );
        SendingDraft { call: Some(call), ..draft }
    };
    let calls = vec![(ONE, spoken(), Vec::new()), (other, spoken(), Vec::new())];
    run(&mut book, Command::RecordCall(calls, None), "2026-06-01").unwrap();
    for on in ["2026-06-02", "2026-06-15"] {
        let today = today::day(&book, day(on));
        let of_recap = |todo: &&today::Todo| todo.action.what == What::Recap;
        let led = today.todos.iter().filter(of_recap).count();
        assert_eq!((led + today.recaps.len(), today.review.recaps), (1, 1), "{on}");
    }
}

/// Where what was agreed on the telephone is not what is owed, each is the sum agreed on, written as the language writes it.
#[test]
fn another_sum_than_what_is_owed_goes_on_until_that_is_covered() {
    for (lang, each) in [(Lang::Fr, "1\u{202f}500,00"), (Lang::En, "1,500.00")] {
        let desk = desk(&owing());
        let sums = vec![instalment("2026-06-15", 150_000), instalment("2026-07-15", 150_000)];
        let spoken = Some(Spoken { on: day("2026-06-01"), invoices: vec![ONE], sums });
        let desk = PlanDesk { spoken, ..desk };
        let form = PlanForm::start(&desk, lang);
        assert_eq!((form.by, form.each.as_str()), (DividedBy::Each, each));
        let proposal = form.parse(&desk, day("2026-06-01")).0.unwrap();
        let cents: Vec<i64> = proposal.draft.instalments.iter().map(|one| one.amount.cents()).collect();
        assert_eq!(cents[..2], [150_000, 150_000]);
        assert_eq!(cents.iter().sum::<i64>(), proposal.amount.cents());
    }
}

#[test]
fn days_off_that_are_not_named_are_counted() {
    let days = ["2026-12-25", "2027-01-01", "2027-05-01", "2027-05-08", "2027-07-14"].map(day).to_vec();
    let said = |lang, days: &[NaiveDate]| {
        let said = plans::caution(lang, &Caution::OffDays { days: days.to_vec() }, Currency::EUR);
        said.replace(['\u{a0}', '\u{202f}'], " ")
    };
    assert!(
        said(Lang::Fr, &days).ends_with("samedi 1er mai 2027 et 2 autres jours."),
        "{}",
        said(Lang::Fr, &days)
    );
    assert!(said(Lang::En, &days[..4]).ends_with("and 1 other day."), "{}", said(Lang::En, &days[..4]));
    assert!(!said(Lang::Fr, &days[..3]).contains("autre"));
}

fn promise(book: &mut Book, cents: i64, on: &str, by: &str) {
    let kind = CircumstanceKind::Promise {
        amount: Amount::from_cents(cents),
        by: day(by),
        who: String::new(),
        channel: Channel::Phone,
    };
    let draft = CircumstanceDraft { date: day(on), kind, note: String::new() };
    run(book, Command::AddCircumstance(ONE, draft), on).unwrap();
}

#[test]
fn a_plan_entered_by_mistake_takes_what_its_signature_did_with_it_and_brings_it_back() {
    let mut before = owing();
    promise(&mut before, 348_000, "2026-05-28", "2026-06-15");
    let mut book = before.clone();
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    let signed = book.case(ONE).unwrap().clone();
    assert_eq!(signed.acts.len(), 1);
    assert_eq!(signed.circumstances[0].ended, Some(day("2026-06-04")));
    plan(&mut book, PlanCommand::Delete(PLAN), "2026-06-05").unwrap();
    assert_eq!(book.case(ONE), before.case(ONE), "nobody owned to the debt, and the promise stands");
    let trash = book.trash().next().unwrap().id;
    run(&mut book, Command::TakeFromTrash(trash), "2026-06-20").unwrap();
    let back = book.case(ONE).unwrap();
    let acts = |case: &CaseFile| case.acts.iter().map(|act| (act.kind, act.date)).collect::<Vec<_>>();
    assert_eq!((acts(back), &back.circumstances), (acts(&signed), &signed.circumstances));
    assert!(book.plan(PLAN).is_some_and(|plan| plan.accepted == Some(day("2026-06-04"))));
}

#[test]
fn an_act_of_the_users_own_keeps_its_effects() {
    let mut book = signed();
    let act = ActDraft {
        kind: ActKind::SignedPlan,
        date: day("2026-06-04"),
        reference: "échéancier papier".to_owned(),
    };
    run(&mut book, Command::AddAct(ONE, act), "2026-06-05").unwrap();
    plan(&mut book, PlanCommand::Delete(PLAN), "2026-06-06").unwrap();
    let left: Vec<_> = book.case(ONE).unwrap().acts.iter().map(|act| act.reference.as_str()).collect();
    assert_eq!(left, ["échéancier papier"]);
}

#[test]
fn a_plan_is_said_beside_the_claim_while_it_runs() {
    let mut book = noticed_by_post();
    let said = |book: &Book, on: &str| {
        let case = book.case(ONE).unwrap();
        let plan = book.plan_signed(ONE, day(on));
        flags(case, &book.claim(case, day(on)), book.debtor_of(case), plan)
            .iter()
            .any(|flag| matches!(flag, Flag::PlanSigned(signed) if *signed == day("2026-06-04")))
    };
    assert!(!said(&book, "2026-06-03") && said(&book, "2026-06-05"));
    let broken = PlanCommand::BreakUndated(PLAN, day("2026-07-20"), "Avis perdu".to_owned());
    plan(&mut book, broken, "2026-07-20").unwrap();
    assert!(!said(&book, "2026-07-21"), "it was broken");
}
