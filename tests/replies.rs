//! Reply cards and papers in the book: made, answered once, refused when forged; and kept as well as all else.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly, their helpers too")]

mod support;

use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::command::{Command, MovementDraft, SendingDraft};
use relance::app::merge::merge;
use relance::app::proofs::{ProofCommand, ProofDraft};
use relance::app::record::{Key, Record};
use relance::app::replies::{
    Fit, Given, Noted, Reading, ReplyCommand, Since, Unread, given, known_card, read_all, since,
};
use relance::app::update::{Refusal, update};
use relance::app::views::today;
use relance::base::{Amount, ClientId, Currency, InvoiceId, Lang, TrashId};
use relance::domain::act::ActKind;
use relance::domain::case_file::CaseFile;
use relance::domain::circumstance::{CircumstanceKind, DisputeCause};
use relance::domain::dunning::{What, Why};
use relance::domain::event::{Channel, SentText, Step};
use relance::domain::evidence::{Element, Evidence, State};
use relance::domain::movement::MovementKind;
use relance::domain::pay_link::PayLink;
use relance::domain::proof::ProofKind;
use relance::domain::reply::code::{ALPHABET, Found, encode, find};
use relance::domain::reply::link::{self, Shown};
use relance::domain::reply::{Answer, Secret};
use relance::store::backup;
use relance::store::backup::compare::{Choice, compare, merge_records};
use support::{change, day, invoice, records};

const ONE: InvoiceId = InvoiceId(1);
const TWO: InvoiceId = InvoiceId(2);
const SECRET: Secret = Secret([42; 16]);
const TODAY: &str = "2026-11-22";

fn cents(cents: i64) -> Amount {
    Amount::from_cents(cents)
}

fn run(book: &mut Book, command: Command) -> Result<(), Refusal> {
    update(book, command, day(TODAY)).map(drop)
}

/// The one answer of a paste.
fn read(book: &Book, pasted: &str) -> Result<Reading, Unread> {
    let mut all = read_all(book, pasted);
    assert_eq!(all.len(), 1, "{pasted}");
    all.remove(0)
}

fn carded() -> Book {
    let mut book = Book::default();
    for number in ["1", "2"] {
        run(&mut book, invoice("Atelier Brun", number)).unwrap();
    }
    let sums = vec![(ONE, cents(348_000)), (TWO, cents(100_000))];
    run(&mut book, Command::Reply(ReplyCommand::Make(SECRET, sums))).unwrap();
    book
}

fn pays(amount: i64) -> Answer {
    Answer::Pays { by: day("2026-12-15"), amount: cents(amount) }
}

fn take(answer: Answer, noted: Noted, acknowledged: Option<&str>) -> Command {
    let acknowledged = acknowledged.map(str::to_owned);
    let note = "de sa main".to_owned();
    Command::Reply(ReplyCommand::Take { secret: SECRET, answer, noted, note, acknowledged })
}

fn case(book: &Book, id: InvoiceId) -> &CaseFile {
    book.case(id).unwrap()
}

#[test]
fn a_code_pasted_is_read_and_proposes_and_notes_nothing_by_itself() {
    let book = carded();
    let code = encode(pays(348_000), &SECRET).unwrap();
    let reading = read(&book, &format!("Bonjour,\nCode : {code}\nCordialement")).unwrap();
    let wanted = Reading {
        answer: pays(348_000),
        secret: SECRET,
        made: day(TODAY),
        invoices: vec![ONE, TWO],
        stated: cents(448_000),
        word: String::new(),
    };
    assert_eq!(reading, wanted);
    assert!(book.cases().all(|case| case.circumstances.is_empty()));
}

#[test]
fn forged_foreign_damaged_and_spent_codes_are_refused() {
    let mut book = carded();
    let code = encode(pays(348_000), &SECRET).unwrap();
    let forged = encode(pays(348_000), &Secret([7; 16])).unwrap();
    assert_eq!(read(&book, &forged), Err(Unread::Foreign));
    assert_eq!(read(&Book::default(), &code), Err(Unread::Foreign), "of somebody else’s book");
    assert_eq!(read(&book, &code.replacen(&code[..1], "Z", 1)), Err(Unread::Damaged));
    assert_eq!(read(&book, "Je paie demain."), Err(Unread::NoCode));
    run(&mut book, take(pays(348_000), Noted::Promise(String::new()), None)).unwrap();
    assert_eq!(read(&book, &code), Err(Unread::Answered(day(TODAY))));
    let again = run(&mut book, take(pays(1), Noted::Promise(String::new()), None));
    assert_eq!(again, Err(Refusal::CardAnswered));
    let mixed = run(&mut carded(), take(pays(1), Noted::Plan, None));
    assert_eq!(mixed, Err(Refusal::NotFound), "what is noted is what was answered");
}

#[test]
fn a_sum_goes_to_the_oldest_invoice_first_and_not_a_cent_is_lost() {
    let mut book = carded();
    let principal = cents(348_000);
    run(&mut book, take(pays(principal.cents() + 5_000), Noted::Promise(String::new()), Some("e-mail")))
        .unwrap();
    let promised = |id| match &case(&book, id).circumstances[..] {
        [one] => match one.kind {
            CircumstanceKind::Promise { amount, by, .. } => (amount, by),
            _ => panic!("no promise"),
        },
        _ => panic!("one promise"),
    };
    assert_eq!(promised(ONE), (principal, day("2026-12-15")), "the card shows the principal");
    assert_eq!(promised(TWO), (cents(5_000), day("2026-12-15")));
    for id in [ONE, TWO] {
        let [act] = &case(&book, id).acts[..] else { panic!("one act") };
        assert_eq!((act.kind, act.date), (ActKind::Acknowledgement, day(TODAY)));
    }
}

#[test]
fn the_principal_of_every_invoice_is_paid_before_penalties_of_any() {
    let owed = |book: &Book, id| book.claim(case(book, id), day(TODAY));
    let mut seen = carded();
    let both = owed(&seen, ONE).principal_left + owed(&seen, TWO).principal_left;
    let paid = |amount| Answer::Paid { on: day(TODAY), amount };
    run(&mut seen, take(paid(both), Noted::Payment, None)).unwrap();
    for id in [ONE, TWO] {
        assert_eq!(owed(&seen, id).principal_left, Amount::ZERO, "{id:?}");
    }
    let mut all = carded();
    let total = owed(&all, ONE).total + owed(&all, TWO).total;
    run(&mut all, take(paid(total), Noted::Payment, None)).unwrap();
    for id in [ONE, TWO] {
        assert_eq!((owed(&all, id).total, owed(&all, id).credit), (Amount::ZERO, Amount::ZERO), "{id:?}");
    }
}

#[test]
fn a_promise_of_a_part_holds_the_reminders_of_every_invoice_of_its_card() {
    let mut book = carded();
    let sent = |id| (id, SendingDraft::invoice(day("2026-02-13"), Channel::Email));
    run(&mut book, Command::RecordSending(vec![sent(ONE), sent(TWO)])).unwrap();
    let note = "Promet 1 000 €".to_owned();
    run(&mut book, take(pays(100_000), Noted::Promise(note), None)).unwrap();
    let [one] = &case(&book, TWO).circumstances[..] else { panic!("nothing holds it") };
    assert_eq!(one.note, "Promet 1 000 € – de sa main");
    for id in [ONE, TWO] {
        let next = today::action(&book, id, day(TODAY)).unwrap();
        assert!(day("2026-12-15") <= next.day, "{id:?} {next:?}");
    }
    let after = today::action(&book, TWO, day("2026-12-18")).unwrap();
    assert!(after.hold.is_none(), "{after:?}");
}

#[test]
fn what_a_card_made_reminders_wait_for_waits_no_more_once_the_money_is_there() {
    let pay = |book: &mut Book, id, sum: i64| {
        let draft = MovementDraft::new(MovementKind::Payment, day(TODAY), cents(sum));
        run(book, Command::AddMovement(id, draft)).unwrap();
    };
    let waits = |book: &Book, id| case(book, id).open_circumstances(day(TODAY)).count() > 0;
    let mut book = carded();
    let before = records(&book);
    run(&mut book, take(pays(100_000), Noted::Promise(String::new()), None)).unwrap();
    assert!(waits(&book, TWO), "of the other invoice of its card");
    pay(&mut book, ONE, 40_000);
    assert!(waits(&book, TWO), "a part of what was promised");
    let draft = MovementDraft::new(MovementKind::Payment, day(TODAY), cents(60_000));
    let effects = update(&mut book, Command::AddPayments(vec![(ONE, draft)]), day(TODAY)).unwrap();
    assert!(!waits(&book, TWO), "kept before its day");
    run(&mut book, Command::Undo(change(&effects))).unwrap();
    assert!(waits(&book, TWO), "one undo takes back both");
    assert_ne!(records(&book), before);
    // A payment that was announced; a credit note is none.
    let mut said = carded();
    let paid = Answer::Paid { on: day("2026-11-20"), amount: cents(348_000) };
    run(&mut said, take(paid, Noted::SaysPaid(day("2026-11-27"), String::new()), None)).unwrap();
    let credit = MovementDraft::new(MovementKind::CreditNote, day(TODAY), cents(1_000));
    run(&mut said, Command::AddMovement(ONE, credit)).unwrap();
    assert!(waits(&said, ONE) && waits(&said, TWO));
    pay(&mut said, ONE, 347_000);
    assert!(!waits(&said, ONE) && !waits(&said, TWO));
}

#[test]
fn two_answers_of_one_paste_are_both_read_and_none_is_passed_over() {
    let mut book = carded();
    let other = Secret([1; 16]);
    run(&mut book, Command::Reply(ReplyCommand::Make(other, vec![(TWO, cents(100_000))]))).unwrap();
    let (first, second) = (encode(pays(100_000), &SECRET).unwrap(), encode(pays(5_000), &other).unwrap());
    let text = format!("{first}\n\n> {second}\n> {first}\n");
    let both = read_all(&book, &text);
    let answers: Vec<Answer> = both.iter().map(|one| one.as_ref().unwrap().answer).collect();
    assert_eq!(answers, [pays(100_000), pays(5_000)]);
    run(&mut book, take(pays(100_000), Noted::Promise(String::new()), None)).unwrap();
    let left = read_all(&book, &text);
    assert_eq!(left[0], Err(Unread::Answered(day(TODAY))));
    assert!(left[1].is_ok());
}

#[test]
fn a_promise_years_ahead_is_not_noted_whoever_wrote_its_code() {
    let far = Answer::Pays { by: day("2036-11-22"), amount: cents(100_000) };
    let (_, since) = met(far, &[]);
    assert_eq!(since.fit, Fit::TooFar);
    let mut book = carded();
    assert_eq!(run(&mut book, take(far, Noted::Promise(String::new()), None)), Err(Refusal::InTheFuture));
    run(&mut book, take(far, Noted::Nothing, None)).unwrap();
}

#[test]
fn every_answer_notes_what_it_says() {
    let mut disputed = carded();
    let cause = DisputeCause::Quality;
    let contests = Answer::Contests { on: day(TODAY), cause, amount: cents(30_000) };
    run(&mut disputed, take(contests, Noted::Dispute(day("2026-11-30")), None)).unwrap();
    let kind = &case(&disputed, ONE).circumstances[0].kind;
    let answer_by = day("2026-11-30");
    assert_eq!(
        *kind,
        CircumstanceKind::Dispute { cause, amount: cents(30_000), answer_by, life: Box::default() }
    );
    assert!(case(&disputed, TWO).circumstances.is_empty());
    assert_eq!(case(&disputed, ONE).circumstances[0].note, "de sa main", "the words of the client are kept");

    let paid = Answer::Paid { on: day("2026-11-20"), amount: cents(348_000) };
    let mut seen = carded();
    run(&mut seen, take(paid, Noted::Payment, None)).unwrap();
    assert_eq!(case(&seen, ONE).received(day(TODAY)), cents(348_000));
    let later = Answer::Paid { on: day("2026-12-20"), amount: cents(1) };
    assert_eq!(run(&mut carded(), take(later, Noted::Payment, None)), Err(Refusal::InTheFuture));

    let mut unseen = carded();
    run(&mut unseen, take(paid, Noted::SaysPaid(day("2026-11-27"), "dit avoir payé".to_owned()), None))
        .unwrap();
    assert_eq!(case(&unseen, ONE).received(day(TODAY)), Amount::ZERO, "what is said is not what came");
    assert!(case(&unseen, TWO).open_circumstances(day("2026-11-27")).next().is_some());

    let mut spread = carded();
    let instalments = Answer::Instalments { first: day("2026-12-15"), count: 3 };
    run(&mut spread, take(instalments, Noted::Plan, None)).unwrap();
    assert!(spread.plans().next().is_none(), "a plan is proposed by the user alone");
    for id in [ONE, TWO] {
        let [one] = &case(&spread, id).circumstances[..] else { panic!("what was proposed left no trace") };
        assert_eq!(one.kind, CircumstanceKind::Proposal { count: 3, first: day("2026-12-15") });
        assert_eq!(one.note, "de sa main");
    }
    assert!(case(&spread, ONE).cards[0].answered.is_some());
}

#[test]
fn a_card_is_not_made_twice_for_the_same_text_and_anew_for_another_balance() {
    let book = carded();
    let sums = [(ONE, cents(348_000)), (TWO, cents(100_000))];
    assert_eq!(known_card(&book, &sums, day(TODAY)), Some(SECRET));
    assert_eq!(known_card(&book, &sums[..1], day(TODAY)), None);
    assert_eq!(known_card(&book, &[(ONE, cents(1)), sums[1]], day(TODAY)), None);
    assert_eq!(known_card(&book, &sums, day("2026-11-23")), None);
}

#[test]
fn cards_that_wait_come_before_those_that_were_answered() {
    let mut book = carded();
    run(&mut book, take(pays(1), Noted::Promise(String::new()), None)).unwrap();
    let make = ReplyCommand::Make(Secret([1; 16]), vec![(TWO, cents(100_000))]);
    run(&mut book, Command::Reply(make)).unwrap();
    let today = day(TODAY);
    let waits = Given { secret: Secret([1; 16]), invoices: vec![TWO], made: today, answered: None };
    let answered = Given { secret: SECRET, invoices: vec![ONE, TWO], made: today, answered: Some(today) };
    assert_eq!(given(&book), [waits, answered]);
}

#[test]
fn an_undo_takes_an_answer_back_and_the_card_can_be_answered_again() {
    let mut book = carded();
    let before = records(&book);
    let effects =
        update(&mut book, take(pays(348_000), Noted::Promise(String::new()), None), day(TODAY)).unwrap();
    let undone = change(&effects);
    run(&mut book, Command::Undo(undone)).unwrap();
    assert_eq!(records(&book), before);
    assert!(read(&book, &encode(pays(348_000), &SECRET).unwrap()).is_ok());
}

#[test]
fn a_card_that_is_taken_back_is_gone_until_an_undo_and_an_answered_one_stays() {
    let mut book = carded();
    let before = records(&book);
    let dropped = Command::Reply(ReplyCommand::Drop(SECRET));
    let effects = update(&mut book, dropped.clone(), day(TODAY)).unwrap();
    assert_eq!(read(&book, &encode(pays(1), &SECRET).unwrap()), Err(Unread::Foreign));
    assert!(given(&book).is_empty());
    run(&mut book, Command::Undo(change(&effects))).unwrap();
    assert_eq!(records(&book), before);
    run(&mut book, take(pays(1), Noted::Promise(String::new()), None)).unwrap();
    assert_eq!(run(&mut book, dropped), Err(Refusal::CardAnswered));
}

/// What an answer meets, after so much was paid on the first invoice on a day.
fn met(answer: Answer, paid: &[(InvoiceId, i64, &str)]) -> (Book, Since) {
    let mut book = carded();
    for (id, sum, on) in paid {
        let draft = MovementDraft::new(MovementKind::Payment, day(on), cents(*sum));
        run(&mut book, Command::AddMovement(*id, draft)).unwrap();
    }
    let reading = read(&book, &encode(answer, &SECRET).unwrap()).unwrap();
    let since = since(&book, &reading, day(TODAY));
    (book, since)
}

#[test]
fn a_stale_card_says_what_changed_and_proposes_what_is_still_right() {
    let (_, fresh) = met(pays(100_000), &[]);
    assert_eq!((fresh.fit, fresh.stated, fresh.changes.len()), (Fit::AsAnswered, cents(448_000), 0));
    // More than is left: what is left.
    let (mut book, less) = met(pays(448_000), &[(ONE, 348_000, TODAY), (TWO, 200_000, TODAY)]);
    assert_eq!((less.fit, less.changes.len()), (Fit::OnlyOwed, 2));
    assert!(less.owed < cents(448_000));
    assert_eq!(
        run(&mut book, take(pays(448_000), Noted::Promise(String::new()), None)),
        Err(Refusal::NotOwed)
    );
    let fitted = less.fitted(pays(448_000));
    assert_eq!(fitted, pays(less.owed.cents()));
    run(&mut book, take(fitted, Noted::Promise(String::new()), None)).unwrap();
    // Nothing left: filed, and nothing noted.
    let owed = |id| carded().claim(case(&carded(), id), day(TODAY)).total.cents();
    let (mut book, none) = met(pays(100_000), &[(ONE, owed(ONE), TODAY), (TWO, owed(TWO), TODAY)]);
    assert_eq!((none.fit, none.owed), (Fit::Settled, Amount::ZERO));
    run(&mut book, take(pays(100_000), Noted::Nothing, None)).unwrap();
    assert!(case(&book, ONE).circumstances.is_empty());
    assert!(matches!(read(&book, &encode(pays(1), &SECRET).unwrap()), Err(Unread::Answered(_))));
    // A payment that is noted is not noted again.
    let paid = Answer::Paid { on: day("2026-11-20"), amount: cents(300_000) };
    let (_, same) = met(paid, &[(ONE, 300_000, "2026-11-21")]);
    assert_eq!(same.fit, Fit::Noted(day("2026-11-21")));
    let (_, apart) = met(paid, &[(ONE, 200_000, "2026-11-21"), (TWO, 100_000, "2026-11-21")]);
    assert_eq!(apart.fit, Fit::Noted(day("2026-11-21")), "one transfer for both invoices");
    let (_, other) = met(paid, &[(ONE, 300_000, "2026-10-01"), (TWO, 348_000, "2026-10-01")]);
    assert_eq!(other.fit, Fit::OnlyOwed, "another one, and more than is left");
}

#[test]
fn what_the_client_proposes_comes_first_until_it_is_answered() {
    let mut book = Book::default();
    run(&mut book, invoice("Atelier Brun", "1")).unwrap();
    let text = SentText { body: "Bonjour".to_owned(), as_of: day("2026-02-14"), ..SentText::default() };
    let sent = SendingDraft::new(day("2026-02-14"), Channel::Email, Step::Invoice, day("2026-02-14"), text);
    run(&mut book, Command::RecordSending(vec![(ONE, sent)])).unwrap();
    let make = ReplyCommand::Make(SECRET, vec![(ONE, cents(348_000))]);
    run(&mut book, Command::Reply(make)).unwrap();
    let proposes = Answer::Instalments { first: day("2026-12-15"), count: 3 };
    run(&mut book, take(proposes, Noted::Plan, None)).unwrap();
    let action = today::action(&book, ONE, day(TODAY)).unwrap();
    assert_eq!(action.what, What::Answer(Step::Instalments));
    assert_eq!(action.why, Why::Proposed { count: 3, first: day("2026-12-15"), on: day(TODAY) });
}

fn paper(kind: ProofKind, date: &str) -> ProofDraft {
    ProofDraft { kind, date: day(date), title: String::new(), place: "classeur Brun".to_owned() }
}

#[test]
fn a_paper_is_noted_deleted_and_comes_back_under_a_free_number() {
    let mut book = carded();
    let add = |kind| Command::Proof(ProofCommand::Add(ONE, paper(kind, "2026-02-10")));
    run(&mut book, add(ProofKind::Agreement)).unwrap();
    let evidence =
        |book: &Book| Evidence::of(case(book, ONE), book.client(ClientId(1)).unwrap(), day(TODAY)).rows;
    assert!(evidence(&book).iter().any(|row| row.element == Element::Agreement && row.state == State::Yours));
    let proof = case(&book, ONE).proofs[0].id;
    run(&mut book, Command::Proof(ProofCommand::Delete(ONE, proof))).unwrap();
    assert!(case(&book, ONE).proofs.is_empty());
    run(&mut book, add(ProofKind::Delivery)).unwrap();
    run(&mut book, Command::TakeFromTrash(TrashId(1))).unwrap();
    let kinds: Vec<ProofKind> = case(&book, ONE).proofs.iter().map(|proof| proof.kind).collect();
    assert_eq!(kinds, [ProofKind::Delivery, ProofKind::Agreement]);
    let numbers: Vec<u32> = case(&book, ONE).proofs.iter().map(|proof| proof.id.0).collect();
    assert_eq!(numbers, [1, 2]);
    let future = ProofCommand::Add(ONE, paper(ProofKind::Terms, "2026-12-01"));
    assert_eq!(run(&mut book, Command::Proof(future)), Err(Refusal::InTheFuture));
}

#[test]
fn two_devices_that_noted_a_paper_and_made_a_card_keep_both() {
    let base = carded();
    let with = |kind, secret: u8| {
        let mut book = base.clone();
        run(&mut book, Command::Proof(ProofCommand::Add(ONE, paper(kind, "2026-02-10")))).unwrap();
        let make = ReplyCommand::Make(Secret([secret; 16]), vec![(ONE, cents(1))]);
        run(&mut book, Command::Reply(make)).unwrap();
        book
    };
    let (mine, theirs) = (with(ProofKind::Agreement, 1), with(ProofKind::Delivery, 2));
    let record = |book: &Book| book.record(Key::Case(ONE)).unwrap();
    let merged = merge(Some(&record(&base)), &record(&theirs), &record(&mine));
    assert_eq!(merged.conflicts, Vec::new());
    let Record::Case(case) = merged.record else { panic!("a case") };
    assert_eq!(case.proofs.len(), 2);
    assert_eq!(case.cards.len(), 3);
    let mut numbers: Vec<u32> = case.cards.iter().map(|card| card.id.0).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3]);
}

#[test]
fn a_backup_of_another_device_brings_its_papers_and_cards() {
    let mut theirs = carded();
    run(&mut theirs, Command::Proof(ProofCommand::Add(ONE, paper(ProofKind::Terms, "2026-02-10")))).unwrap();
    let file = backup::read(&backup::write(&theirs, |_| None, &[], day(TODAY)).unwrap()).unwrap();
    let mut mine = Book::default();
    run(&mut mine, invoice("Durand", "9")).unwrap();
    let comparison = compare(&mine, |_| None, &file);
    let joined = merge_records(&comparison, |_| Choice::Both, |_, _| None);
    run(&mut mine, Command::Merge(joined)).unwrap();
    let of_brun = mine.cases().find(|case| case.invoice.number == "1").unwrap();
    assert_eq!(of_brun.proofs.len(), 1);
    assert!(read(&mine, &encode(pays(1), &SECRET).unwrap()).is_ok());
}

#[test]
fn anonymised_a_client_leaves_no_place_and_no_card() {
    let mut book = carded();
    run(&mut book, Command::Proof(ProofCommand::Add(ONE, paper(ProofKind::Terms, "2026-02-10")))).unwrap();
    run(&mut book, Command::Anonymise(ClientId(1))).unwrap();
    let known = case(&book, ONE);
    assert_eq!((known.proofs[0].place.as_str(), known.cards.len()), ("", 0));
    assert_eq!(read(&book, &encode(pays(1), &SECRET).unwrap()), Err(Unread::Foreign));
    run(&mut book, Command::EraseClient(ClientId(1))).unwrap();
    assert!(book.case(ONE).is_none());
}

#[test]
fn a_case_without_papers_or_cards_is_written_as_ever() {
    let mut book = Book::default();
    run(&mut book, invoice("Durand", "9")).unwrap();
    let json = serde_json::to_string(&book.record(Key::Case(ONE)).unwrap()).unwrap();
    assert!(!json.contains("proofs") && !json.contains("cards"), "{json}");
    let policy = serde_json::to_string(&book.record(Key::Policy).unwrap()).unwrap();
    assert!(!policy.contains("forecast"), "{policy}");
}

fn an_answer() -> impl Strategy<Value = Answer> {
    (
        support::a_day(),
        1_i64..(1 << 37),
        2_u32..25,
        0_usize..4,
        prop::sample::select(DisputeCause::ALL.to_vec()),
    )
        .prop_map(|(day, cents, count, kind, cause)| {
            let amount = Amount::from_cents(cents);
            match kind {
                0 => Answer::Pays { by: day, amount },
                1 => Answer::Contests { on: day, cause, amount },
                2 => Answer::Instalments { first: day, count },
                _ => Answer::Paid { on: day, amount },
            }
        })
}

fn a_card() -> impl Strategy<Value = Shown> {
    let texts = prop::collection::vec("[^\\p{C}]{0,20}", 1..4);
    (
        any::<[u8; 16]>(),
        "[^\\p{C}]{0,30}",
        "[a-z@.]{0,20}",
        texts,
        1_i64..(1 << 37),
        support::a_day(),
        any::<bool>(),
        any::<bool>(),
        "[^\\p{C}]{0,20}",
    )
        .prop_map(|(secret, creditor, email, numbers, cents, as_of, english, pays, cheque)| Shown {
            lang: if english { Lang::En } else { Lang::Fr },
            secret: Secret(secret),
            creditor,
            email,
            numbers,
            balance: Amount::from_cents(cents),
            currency: Currency::CHF,
            as_of,
            due: day("2024-03-15"),
            pay_link: pays.then(|| PayLink::parse("https://pay.example/5kA").unwrap()),
            cheque,
        })
}

proptest! {
    #[test]
    fn whatever_is_pasted_is_read_without_a_fault(text in "\\PC{0,200}") {
        let _ = read(&carded(), &text);
    }

    #[test]
    fn an_answer_reads_back_and_any_changed_sign_is_refused(
        answer in an_answer(),
        secret in any::<[u8; 16]>(),
        at in 0_usize..24,
        sign in 0_usize..32,
    ) {
        let secret = Secret(secret);
        let code = encode(answer, &secret).unwrap();
        let Found::Codes(all) = find(&code) else { panic!("{code}") };
        let [found] = &all[..] else { panic!("{code}") };
        prop_assert_eq!(found.answer, answer);
        prop_assert!(found.is_of(&secret));
        let mut signs: Vec<u8> = code.bytes().filter(|sign| *sign != b'-').collect();
        if signs[at] != ALPHABET[sign] {
            signs[at] = ALPHABET[sign];
            prop_assert_eq!(find(std::str::from_utf8(&signs).unwrap()), Found::Damaged);
        }
    }

    #[test]
    fn a_link_reads_back_and_any_changed_sign_is_refused(card in a_card(), at in 0_usize..400, sign in "[A-Za-z0-9_-]") {
        let link = link::encode(&card).unwrap();
        prop_assert_eq!(link::decode(&link), Some(card));
        let at = at % link.len();
        if !link[at..].starts_with(&sign) {
            let changed = format!("{}{sign}{}", &link[..at], &link[at + 1..]);
            prop_assert_eq!(link::decode(&changed), None);
        }
    }

    #[test]
    fn a_link_of_anything_is_read_without_a_fault(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "\\PC{0,200}") {
        use base64::Engine as _;
        let _ = link::decode(&text);
        // With a checksum that fits, so that what is below it is reached.
        let mut bytes = bytes;
        let sum = crc32fast::hash(&bytes).to_be_bytes();
        bytes.extend(sum);
        let _ = link::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&bytes));
        bytes.splice(..0, [1, 0]);
        let _ = link::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(&bytes));
    }
}
