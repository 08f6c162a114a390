//! Changes that wait while another tab writes: they are carried out on what it wrote, and stay about what they were about.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::command::{CircumstanceDraft, Command, MovementDraft};
use relance::app::costs::{CostCommand, CostDraft};
use relance::app::disputes::DisputeCommand;
use relance::app::effect::{Done, Effect};
use relance::app::merge::{Pending, Queue};
use relance::app::plans::{PlanCommand, PlanDraft};
use relance::app::route::Route;
use relance::app::update::{Refusal, update};
use relance::base::{Amount, CircumstanceId, ClientId, CommitmentId, InvoiceId, PlanId};
use relance::domain::case_file::CaseFile;
use relance::domain::circumstance::{Circumstance, CircumstanceKind, DisputeCause};
use relance::domain::claim::Instalment;
use relance::domain::cost::{Cost, CostKind};
use relance::domain::dispute::{CommitmentEnd, Side};
use relance::domain::event::Channel;
use relance::domain::movement::{Movement, MovementKind};
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
            reserved: Vec::new(),
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

/// What is done to a case that both tabs have.
#[derive(Clone, Copy, Debug)]
enum OnCase {
    Pay(i64),
    /// Takes the payment of this place off that this tab has added, where there is one.
    Unpay(usize),
    Cost(u32),
    Uncost(usize),
    Promise(i64),
    /// Ends the promise of this place that this tab has added.
    Unpromise(usize),
}

fn on_case() -> impl Strategy<Value = Vec<OnCase>> {
    let act = prop_oneof![
        (1..99_i64).prop_map(OnCase::Pay),
        (0..3_usize).prop_map(OnCase::Unpay),
        (1..99_u32).prop_map(OnCase::Cost),
        (0..3_usize).prop_map(OnCase::Uncost),
        (1..99_i64).prop_map(OnCase::Promise),
        (0..3_usize).prop_map(OnCase::Unpromise),
    ];
    prop::collection::vec(act, 0..10)
}

/// The acts of a tab as commands, with the numbers that it sees, and the book as it sees it.
fn on_the_case(start: &Book, side: i64, acts: &[OnCase]) -> (Book, Vec<Command>) {
    let mut book = start.clone();
    let id = InvoiceId(1);
    let mut commands = Vec::new();
    for act in acts {
        let case = book.case(id).unwrap();
        let (payments, costs, promises) =
            (own_payments(case, side), own_costs(case, side), own_promises(case, side));
        let command = match *act {
            OnCase::Pay(cents) => Some(paid(1, side * 100 + cents)),
            OnCase::Unpay(at) => payments.get(at).map(|one| Command::DeleteMovement(id, one.id)),
            OnCase::Cost(minutes) => {
                let kind = CostKind::Time(minutes);
                let draft = CostDraft { date: today(), kind, contact: None, note: format!("de {side}") };
                Some(Command::Cost(CostCommand::Add(id, vec![draft])))
            }
            OnCase::Uncost(at) => costs.get(at).map(|one| Command::Cost(CostCommand::Delete(id, one.id))),
            OnCase::Promise(cents) => {
                let amount = Amount::from_cents(side * 100 + cents);
                let kind = CircumstanceKind::Promise {
                    amount,
                    by: day("2026-12-10"),
                    who: format!("de {side}"),
                    channel: Channel::Phone,
                };
                let draft = CircumstanceDraft { date: today(), kind, note: format!("de {side}") };
                Some(Command::AddCircumstance(id, draft))
            }
            OnCase::Unpromise(at) => promises.get(at).map(|one| Command::DeleteCircumstance(id, one.id)),
        };
        if let Some(command) = command {
            update(&mut book, command.clone(), today()).unwrap();
            commands.push(command);
        }
    }
    (book, commands)
}

fn own_payments(case: &CaseFile, side: i64) -> Vec<Movement> {
    let is_own = |one: &&Movement| one.amount.cents() / 100 == side;
    case.movements.iter().filter(is_own).cloned().collect()
}

fn own_costs(case: &CaseFile, side: i64) -> Vec<Cost> {
    case.costs.iter().filter(|one| one.note == format!("de {side}")).cloned().collect()
}

fn own_promises(case: &CaseFile, side: i64) -> Vec<Circumstance> {
    case.circumstances.iter().filter(|one| one.note == format!("de {side}")).cloned().collect()
}

/// What a tab has on the case, without numbers.
fn of_side(book: &Book, side: i64) -> (Vec<i64>, Vec<String>, Vec<String>) {
    let case = book.case(InvoiceId(1)).unwrap();
    let mut payments: Vec<i64> = own_payments(case, side).iter().map(|one| one.amount.cents()).collect();
    let mut costs: Vec<String> = own_costs(case, side).iter().map(|one| format!("{:?}", one.kind)).collect();
    let mut promises: Vec<String> =
        own_promises(case, side).iter().map(|one| format!("{:?}", one.kind)).collect();
    payments.sort_unstable();
    costs.sort_unstable();
    promises.sort_unstable();
    (payments, costs, promises)
}

proptest! {
    #[test]
    fn what_one_tab_takes_off_a_case_is_what_it_had_added(theirs in on_case(), mine in on_case()) {
        let start = book_after(vec![invoice("Brun", "S-1")]);
        let (of_theirs, their_commands) = on_the_case(&start, 1, &theirs);
        let (of_mine, my_commands) = on_the_case(&start, 2, &mine);
        let (book, _, refused) = after(&start, their_commands, my_commands);
        prop_assert_eq!(refused, vec![]);
        prop_assert_eq!(of_side(&book, 1), of_side(&of_theirs, 1));
        prop_assert_eq!(of_side(&book, 2), of_side(&of_mine, 2));
    }
}

#[test]
fn a_promise_of_a_dispute_is_ended_where_it_was_made() {
    let dispute = CircumstanceDraft {
        date: today(),
        kind: CircumstanceKind::dispute(DisputeCause::Quality, Amount::from_cents(100), day("2026-12-01")),
        note: String::new(),
    };
    let start = book_after(vec![invoice("Brun", "S-1"), Command::AddCircumstance(InvoiceId(1), dispute)]);
    let on = |change| Command::Dispute(InvoiceId(1), CircumstanceId(1), change);
    let promise = |what: &str| on(DisputeCommand::Promise(Side::Ours, what.to_owned(), day("2026-12-05")));
    let ended = CommitmentEnd { on: today(), done: true };
    let mine = vec![promise("le mien"), on(DisputeCommand::EndPromise(CommitmentId(1), ended))];
    let (book, _, refused) = after(&start, vec![promise("le leur")], mine);
    assert_eq!(refused, []);
    let case = book.case(InvoiceId(1)).unwrap();
    let life = case.circumstances[0].life().unwrap();
    let known: Vec<(&str, bool)> =
        life.commitments.iter().map(|one| (one.what.as_str(), one.ended.is_some())).collect();
    assert_eq!(known, [("le leur", false), ("le mien", true)]);
}
