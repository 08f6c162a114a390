//! Changes that wait while another tab writes: they are carried out on what it wrote, and stay about what they were about.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::command::{Command, MovementDraft};
use relance::app::effect::{Done, Effect};
use relance::app::merge::{Pending, Queue};
use relance::app::plans::{PlanCommand, PlanDraft};
use relance::app::route::Route;
use relance::app::update::{Refusal, update};
use relance::base::{Amount, ClientId, InvoiceId, PlanId};
use relance::domain::claim::Instalment;
use relance::domain::movement::MovementKind;
use relance::domain::plan::{InterestDuring, Penalties};
use support::*;

/// Carries a command out in a tab that cannot write yet.
fn wait(book: &mut Book, command: Command) -> Pending {
    let (mut change, mut opened) = (None, None);
    for effect in update(book, command.clone(), today()).unwrap() {
        match effect {
            Effect::Save(saved) => change = Some(saved),
            Effect::Open(route) => opened = Some(route),
        }
    }
    Pending { command, change: change.unwrap(), opened }
}

/// What one tab did while another wrote: the book of both, what still waits, and what was refused.
fn after(start: &Book, theirs: Vec<Command>, mine: Vec<Command>) -> (Book, Vec<Pending>, Vec<Refusal>) {
    let mut here = start.clone();
    let waiting: Vec<Pending> = mine.into_iter().map(|command| wait(&mut here, command)).collect();
    let mut book = start.clone();
    for command in theirs {
        update(&mut book, command, today()).unwrap();
    }
    let mut queue = Queue::new(start.clone());
    let (mut kept, mut refused) = (Vec::new(), Vec::new());
    for pending in waiting {
        match queue.next(&mut book, pending, today()) {
            Ok(carried) => kept.extend(carried.map(|carried| carried.pending)),
            Err(refusal) => refused.push(refusal),
        }
    }
    (book, kept, refused)
}

fn paid(id: u32, cents: i64) -> Command {
    let draft = MovementDraft::new(MovementKind::Payment, day("2026-07-02"), Amount::from_cents(cents));
    Command::AddMovement(InvoiceId(id), draft)
}

/// Who owes the invoice of a number of the user's, and what was paid on it, in cents.
fn owed(book: &Book, number: &str) -> (String, Vec<Amount>) {
    let case = book.cases().find(|case| case.invoice.number == number).unwrap();
    let client = book.client(case.invoice.client).unwrap().name.clone();
    (client, case.movements.iter().map(|movement| movement.amount).collect())
}

#[test]
fn what_is_noted_on_a_new_invoice_follows_it_to_its_number() {
    let mine = vec![invoice("Autre", "B-1"), paid(1, 100), paid(1, 200)];
    let (book, kept, refused) = after(&Book::default(), vec![invoice("Brun", "A-1")], mine);
    assert_eq!(refused, []);
    assert_eq!(owed(&book, "A-1"), ("Brun".to_owned(), vec![]));
    let paid = [100, 200].map(Amount::from_cents).to_vec();
    assert_eq!(owed(&book, "B-1"), ("Autre".to_owned(), paid));
    assert_eq!(kept[0].opened, Some(Route::Invoice(InvoiceId(2))), "and the screen with it");
    let told: Vec<Done> = kept.iter().map(|pending| pending.change.done).collect();
    let noted = Done::MovementAdded(MovementKind::Payment);
    assert_eq!(told, [Done::InvoiceAdded, noted, noted]);
}

#[test]
fn what_is_carried_out_twice_is_still_about_its_own() {
    let (first, kept, _) =
        after(&Book::default(), vec![invoice("Brun", "A-1")], vec![invoice("Autre", "B-1"), paid(1, 100)]);
    // A third tab wrote before any of it was written.
    let mut start = Book::default();
    update(&mut start, invoice("Brun", "A-1"), today()).unwrap();
    let mut book = start.clone();
    update(&mut book, invoice("Tiers", "C-1"), today()).unwrap();
    let mut queue = Queue::new(start);
    for pending in kept {
        queue.next(&mut book, pending, today()).unwrap();
    }
    for number in ["A-1", "B-1"] {
        assert_eq!(owed(&book, number), owed(&first, number));
    }
    assert_eq!(owed(&book, "C-1"), ("Tiers".to_owned(), vec![]));
}

#[test]
fn a_new_invoice_of_a_client_both_tabs_entered_goes_to_the_one_there_is() {
    let (book, _, refused) = after(
        &Book::default(),
        vec![invoice("Tiers", "C-1"), invoice("Brun", "A-1")],
        vec![invoice("Brun", "B-1"), invoice("Brun", "B-2"), paid(1, 100)],
    );
    assert_eq!(refused, []);
    assert_eq!(book.clients().count(), 2);
    assert_eq!(owed(&book, "B-1"), ("Brun".to_owned(), vec![Amount::from_cents(100)]));
    assert_eq!(owed(&book, "B-2"), ("Brun".to_owned(), vec![]));
    assert_eq!(owed(&book, "C-1"), ("Tiers".to_owned(), vec![]));
}

#[test]
fn a_new_invoice_deleted_before_it_was_written_takes_no_other_along() {
    let mine = vec![invoice("Autre", "B-1"), Command::DeleteInvoice(InvoiceId(1))];
    let (book, _, refused) = after(&Book::default(), vec![invoice("Brun", "A-1")], mine);
    assert_eq!(refused, [Refusal::ChangedSince], "and it is said");
    assert_eq!(owed(&book, "A-1"), ("Brun".to_owned(), vec![]));
    assert_eq!(owed(&book, "B-1"), ("Autre".to_owned(), vec![]));
}

#[derive(Clone, Debug)]
enum Act {
    New(u8),
    Pay(u32, i64),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        (0..4_u8).prop_map(Act::New),
        (1..4_u32, 1..99_i64).prop_map(|(id, sum)| Act::Pay(id, sum))
    ];
    prop::collection::vec(act, 0..8)
}

/// The acts as commands; a payment goes to an invoice there is by then, of `known` at the start.
fn commands(side: &str, known: u32, acts: &[Act]) -> Vec<Command> {
    let mut count = known;
    acts.iter()
        .enumerate()
        .filter_map(|(at, act)| match act {
            Act::New(client) => {
                count += 1;
                Some(invoice(&format!("Client {client}"), &format!("{side}-{at}")))
            }
            Act::Pay(id, sum) => (*id <= count).then(|| paid(*id, *sum)),
        })
        .collect()
}

proptest! {
    #[test]
    fn every_invoice_has_what_each_tab_noted_on_it(theirs in acts(), mine in acts()) {
        let start = book_after(vec![invoice("Client 0", "S-1")]);
        let (theirs, mine) = (commands("T", 1, &theirs), commands("M", 1, &mine));
        let alone = |commands: &[Command]| {
            let mut book = start.clone();
            for command in commands {
                update(&mut book, command.clone(), today()).unwrap();
            }
            book
        };
        let (of_theirs, of_mine) = (alone(&theirs), alone(&mine));
        let (book, kept, refused) = after(&start, theirs, mine);
        prop_assert_eq!(refused, vec![]);
        for side in [&of_theirs, &of_mine] {
            for case in side.cases().filter(|case| case.invoice.number != "S-1") {
                prop_assert_eq!(owed(&book, &case.invoice.number), owed(side, &case.invoice.number));
            }
        }
        let sum = |book: &Book| owed(book, "S-1").1.into_iter().fold(Amount::from_cents(0), |all, one| all + one);
        prop_assert_eq!(sum(&book), sum(&of_theirs) + sum(&of_mine));
        prop_assert_eq!(book.cases().count(), of_theirs.cases().count() + of_mine.cases().count() - 1);
        // What waits says of each record how it is at the end.
        for edit in kept.last().map(|last| last.change.edits.clone()).unwrap_or_default() {
            prop_assert_eq!(book.record(edit.key), edit.after);
        }
    }
}

#[test]
fn a_plan_follows_its_invoice_and_leaves_the_other_tabs_alone() {
    let propose = || {
        let draft = PlanDraft {
            invoices: vec![InvoiceId(1)],
            proposed: today(),
            answer_by: day("2026-11-30"),
            down_payment: None,
            instalments: vec![Instalment { due: day("2026-12-01"), amount: Amount::from_cents(348_000) }],
            penalties: Penalties::Frozen,
            interest: InterestDuring::Stops,
            notice_days: 8,
            note: String::new(),
        };
        Command::Plan(PlanCommand::Propose(draft))
    };
    let theirs = vec![invoice("Brun", "A-1"), propose()];
    let (book, _, refused) = after(&Book::default(), theirs, vec![invoice("Autre", "B-1"), propose()]);
    assert_eq!(refused, []);
    let plans: Vec<_> = book.plans().map(|plan| (plan.id, plan.client, plan.invoices.clone())).collect();
    let of = |id: u32| (PlanId(id), ClientId(id), vec![InvoiceId(id)]);
    assert_eq!(plans, [of(1), of(2)]);
}
