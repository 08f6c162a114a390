//! A plan over several invoices is one debt: its money, its end, its letters and its calendar are of all of them.

use super::*;

const TWO: InvoiceId = InvoiceId(2);

/// 3,480.00 each, due on 15 March and on 30 April 2026, spread over two sums; signed.
fn over_two(penalties: Penalties) -> Book {
    let mut book = owing();
    let Command::SaveInvoice(_, second) = invoice("Atelier Brun", "2") else { panic!("no invoice") };
    let later = Command::SaveInvoice(None, InvoiceDraft { due: day("2026-04-30"), ..second });
    run(&mut book, later, "2026-02-13").unwrap();
    let instalments = vec![instalment("2026-07-01", 348_000), instalment("2026-08-03", 348_000)];
    let both = PlanDraft { invoices: vec![ONE, TWO], instalments, penalties, ..draft() };
    plan(&mut book, PlanCommand::Propose(both), "2026-06-01").unwrap();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    book
}

fn claim(book: &Book, id: InvoiceId, on: &str) -> Claim {
    book.claim(book.case(id).unwrap(), day(on))
}

fn pay_plan(book: &mut Book, amount: &str, on: &str) {
    let form = PaymentsForm { amount: amount.to_owned(), date: on.to_owned(), ..PaymentsForm::default() };
    let parsed = form.parse_plan(book, book.plan(PLAN).unwrap(), day(on));
    assert_eq!(parsed.left, Amount::ZERO);
    run(book, Command::AddPayments(parsed.drafts.unwrap()), on).unwrap();
}

fn settle() -> PlanCommand {
    PlanCommand::End(PLAN, End::Settled, day("2026-08-03"))
}

#[test]
fn a_plan_paid_in_full_and_on_time_leaves_nothing_of_any_invoice() {
    let mut book = over_two(Penalties::WaivedIfKept);
    for on in ["2026-07-01", "2026-08-03"] {
        pay_plan(&mut book, "3480", on);
    }
    for id in [ONE, TWO] {
        assert_eq!(claim(&book, id, "2026-08-03").principal_left, Amount::ZERO);
    }
    plan(&mut book, settle(), "2026-08-03").unwrap();
    for id in [ONE, TWO] {
        let left = claim(&book, id, "2026-08-03");
        assert_eq!((left.total, left.credit), (Amount::ZERO, Amount::ZERO), "{id:?}");
    }
}

#[test]
fn money_noted_on_one_invoice_is_shared_out_before_the_plan_is_closed_and_one_undo_takes_it_back() {
    let mut book = over_two(Penalties::WaivedIfKept);
    for on in ["2026-07-01", "2026-08-03"] {
        pay(&mut book, ONE, 348_000, on);
    }
    assert_eq!(plan(&mut book, settle(), "2026-08-03"), Err(Refusal::PlanMisplaced));
    let before = records(&book);
    let share_out = Command::Plan(PlanCommand::ShareOut(PLAN));
    let effects = update(&mut book, share_out.clone(), day("2026-08-03")).unwrap();
    let received = |book: &Book, id| book.case(id).unwrap().received(day("2026-08-03"));
    assert_eq!(received(&book, ONE), received(&book, TWO));
    let moved = &book.case(TWO).unwrap().movements[..];
    assert_eq!((moved.len(), moved[0].date), (1, day("2026-08-03")), "the day it came stays");
    assert!(run(&mut book, share_out, "2026-08-03").is_err(), "there is nothing left to share out");
    let mut closed = book.clone();
    plan(&mut closed, settle(), "2026-08-03").unwrap();
    assert!([ONE, TWO].into_iter().all(|id| claim(&closed, id, "2026-08-03").balance().is_zero()));
    update(&mut book, Command::Undo(change(&effects)), day("2026-08-03")).unwrap();
    assert_eq!(records(&book), before);
}

#[test]
fn what_is_beside_a_plan_is_the_frozen_penalties_wherever_its_money_is_noted() {
    let mut right = over_two(Penalties::Frozen);
    let mut on_one = right.clone();
    for on in ["2026-07-01", "2026-08-03"] {
        pay_plan(&mut right, "3480", on);
        pay(&mut on_one, ONE, 348_000, on);
    }
    let frozen: Amount =
        [ONE, TWO].map(|id| claim(&right, id, "2026-06-01").penalties_left()).into_iter().sum();
    let beside = |book: &Book| book.beside(book.plan(PLAN).unwrap(), day("2026-08-03")).unwrap().amount;
    assert_eq!(beside(&right), frozen);
    assert!(beside(&on_one) < claim(&on_one, TWO, "2026-08-03").principal_left);
    let moved = Command::Plan(PlanCommand::ShareOut(PLAN));
    run(&mut on_one, moved, "2026-08-03").unwrap();
    assert_eq!(beside(&on_one), frozen);
}

#[test]
fn the_whole_due_if_it_breaks_is_that_of_every_invoice() {
    let book = over_two(Penalties::WaivedIfKept);
    let owed: Amount = [ONE, TWO].map(|id| claim(&book, id, "2026-06-10").total).into_iter().sum();
    for id in [ONE, TWO] {
        let held = withheld(&book, id, day("2026-06-10")).unwrap();
        assert_eq!(held.plan().unwrap().whole, owed);
    }
}

#[test]
fn the_receipt_of_one_letter_is_noted_on_every_invoice_and_taken_back_as_one() {
    let mut book = noticed_by_post();
    let before = records(&book);
    let events = |book: &Book| {
        [ONE, TWO].map(|id| {
            let case = book.case(id).unwrap();
            case.events.iter().find(|event| event.step == Step::PlanNotice).cloned().unwrap()
        })
    };
    let [first, _] = events(&book);
    let received = Some(day("2026-07-08"));
    let command = Command::SetReceived(ONE, first.id, received);
    let effects = update(&mut book, command, day("2026-07-09")).unwrap();
    assert_eq!(events(&book).map(|event| event.received), [received, received]);
    update(&mut book, Command::Undo(change(&effects)), day("2026-07-09")).unwrap();
    assert_eq!(records(&book), before);
    let posting = Posting { number: "1A 2".to_owned(), ..Posting::default() };
    run(&mut book, Command::TrackPosting(ONE, first.id, posting.clone(), received), "2026-07-09").unwrap();
    assert_eq!(events(&book).map(|event| event.posting), [posting.clone(), posting]);
}

#[test]
fn the_calendar_of_a_plan_names_every_invoice() {
    let book = over_two(Penalties::WaivedIfKept);
    let file = plan_file(Lang::Fr, &book, book.plan(PLAN).unwrap(), day("2026-06-10")).unwrap();
    assert_eq!(file.replace("\r\n ", "").matches("Factures 1 et 2").count(), 2, "{file}");
}

/// A sum that is looked for on its day is there once, in the name of the plan; while it is missing the next step is there too.
#[test]
fn the_calendar_says_each_sum_once_and_goes_on_when_the_first_invoice_is_settled() {
    let mut book = over_two(Penalties::WaivedIfKept);
    let names = |book: &Book, on: &str| {
        let file = calendar_file(Lang::Fr, book, day(on)).replace("\r\n ", "");
        let uids = file.split("\r\n").filter_map(|line| line.strip_prefix("UID:"));
        let uids = uids.filter(|uid| uid.starts_with("next-") || uid.starts_with("plan-"));
        uids.map(|uid| uid.split('@').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let sent = SendingDraft::invoice(day("2026-02-13"), Channel::Email);
    run(&mut book, Command::RecordSending(vec![(TWO, sent)]), "2026-06-04").unwrap();
    for on in ["2026-06-10", "2026-07-01"] {
        assert_eq!(names(&book, on), ["plan-1-0", "plan-1-1"], "{on}");
    }
    let missing = names(&book, "2026-07-10");
    assert!(missing.iter().any(|name| name.starts_with("next-")), "{missing:?}");
    // Money that settles the first invoice alone leaves what is still to come of the plan.
    let owed = claim(&book, ONE, "2026-06-20").balance();
    let paid = MovementDraft::new(MovementKind::Payment, day("2026-06-20"), owed);
    run(&mut book, Command::AddMovement(ONE, paid), "2026-06-20").unwrap();
    assert!(claim(&book, ONE, "2026-06-20").balance().is_zero());
    let left = names(&book, "2026-06-20");
    assert!(left.iter().any(|name| name.starts_with("plan-1-")), "{left:?}");
}

#[test]
fn what_is_still_to_come_leaves_out_what_is_asked_for_today() {
    let book = over_two(Penalties::WaivedIfKept);
    let on = |on: &str| match withheld(&book, ONE, day(on)) {
        Some(Withheld::Plan(runs)) => (runs.due, runs.to_come(), runs.left),
        other => panic!("{other:?}"),
    };
    let (one, two) = (Amount::from_cents(348_000), Amount::from_cents(696_000));
    assert_eq!(on("2026-06-10"), (Amount::ZERO, two, two));
    assert_eq!(on("2026-07-02"), (one, one, two), "due and to come are all that is left, each counted once");
}
