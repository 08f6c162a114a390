//! Proposed, signed, kept or not, ended.

use super::*;

#[test]
fn a_proposal_waits_for_its_answer_and_then_reminders_go_on() {
    let mut book = owing();
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    let waits = action(&book, "2026-06-05");
    is(&waits, What::LookAgain, "2026-06-10");
    assert_eq!(waits.hold.unwrap().cause, HoldCause::PlanProposed);
    let calendar = |on| calendar_file(Lang::Fr, &book, day(on)).replace("\r\n ", "");
    let asked = calendar("2026-06-05");
    let entry = asked.split("BEGIN:VEVENT").find(|entry| entry.contains("UID:plan-answer-1@")).unwrap();
    assert!(entry.contains("20260609"), "the last day itself: {entry}");
    assert!(!calendar("2026-06-10").contains("plan-answer"), "it is past");
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
    assert!(!calendar.contains("plan-answer"), "it was answered");
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
