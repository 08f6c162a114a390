//! Offers and disputes in the book: what they cost, when they lapse, what they ask for, and that they are kept as well as
//! all else.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests may fail loudly, their helpers too"
)]

mod support;

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::calendar_file::{calendar_file, meeting_file};
use relance::app::command::{CircumstanceDraft, Command, MovementDraft, SendingDraft};
use relance::app::disputes::{Closing, DisputeCommand};
use relance::app::effect::Effect;
use relance::app::forms::offer::OfferForm;
use relance::app::merge::merge;
use relance::app::offers::{OfferCommand, OfferDraft};
use relance::app::plans::{PlanCommand, PlanDraft, Signing};
use relance::app::proceedings::{ProceedingCommand, ProceedingDraft};
use relance::app::record::{Key, Record};
use relance::app::update::{Refusal, update};
use relance::app::views::offer_desk::OfferDesk;
use relance::app::views::story::{Strand, ToldPlan, facts};
use relance::app::views::today::{self, Loose};
use relance::app::views::writing::{LeftOut, candidates};
use relance::base::{
    Amount, CircumstanceId, ClientId, CommitmentId, InvoiceId, OfferId, PlanId, Rate, TrashId, dates,
};
use relance::domain::circumstance::{CircumstanceKind, DisputeCause, PromiseState, Unpaid};
use relance::domain::claim::{Allocation, Debt, Instalment};
use relance::domain::dispute::{CommitmentEnd, DisputeLife, Meeting, ReasonCode, Side, Verdict};
use relance::domain::dunning::{Action, HoldCause, What, Why};
use relance::domain::event::{Call, Channel, Outcome, SentText, Step};
use relance::domain::law::rates::RateTable;
use relance::domain::movement::{Change, MovementKind};
use relance::domain::offer::{OfferKind, OfferSort, OfferState, Way, WayKind, price, settling};
use relance::domain::party::DebtorKind;
use relance::domain::plan::{End, InterestDuring, Penalties};
use relance::domain::proceeding::ProceedingKind;
use relance::domain::regime::Regime;
use relance::text::Lang;
use relance::text::words::offers;
use support::{day, invoice};

const ONE: InvoiceId = InvoiceId(1);
const OFFER: OfferId = OfferId(1);
const DISPUTE: CircumstanceId = CircumstanceId(1);

fn run(book: &mut Book, command: Command, on: &str) -> Result<(), Refusal> {
    update(book, command, day(on)).map(drop)
}

fn offer(book: &mut Book, command: OfferCommand, on: &str) -> Result<(), Refusal> {
    run(book, Command::Offer(ONE, command), on)
}

fn dispute(book: &mut Book, command: DisputeCommand, on: &str) -> Result<(), Refusal> {
    run(book, Command::Dispute(ONE, DISPUTE, command), on)
}

fn pay(book: &mut Book, cents: i64, on: &str) {
    let draft = MovementDraft::new(MovementKind::Payment, day(on), Amount::from_cents(cents));
    run(book, Command::AddMovement(ONE, draft), on).unwrap();
}

/// 3,480 € due on 15 March 2026 by a business, sent, reminded of on 20 March.
fn owing() -> Book {
    let mut book = Book::default();
    run(&mut book, invoice("Atelier Brun", "1"), "2026-02-13").unwrap();
    run(&mut book, Command::SetClientKind(ClientId(1), DebtorKind::Business), "2026-02-13").unwrap();
    let text = SentText { body: "Bonjour".to_owned(), as_of: day("2026-03-20"), ..SentText::default() };
    let reminder =
        SendingDraft::new(day("2026-03-20"), Channel::Email, Step::FirstReminder, day("2026-03-30"), text);
    run(&mut book, Command::RecordSending(vec![(ONE, reminder)]), "2026-03-20").unwrap();
    book
}

fn draft(kind: OfferKind, date: &str, until: &str) -> OfferDraft {
    OfferDraft { kind, date: day(date), until: day(until), note: String::new() }
}

fn offering(kind: OfferKind) -> Book {
    let mut book = owing();
    offer(&mut book, OfferCommand::Make(draft(kind, "2026-06-01", "2026-06-11")), "2026-06-01").unwrap();
    book
}

fn action(book: &Book, on: &str) -> Action {
    today::action(book, ONE, day(on)).unwrap()
}

fn total(book: &Book, on: &str) -> Amount {
    book.claim(book.case(ONE).unwrap(), day(on)).total
}

fn state(book: &Book, on: &str) -> OfferState {
    book.case(ONE).unwrap().offers_on(day(on)).next().unwrap().1
}

#[test]
fn a_lapsed_offer_is_made_anew_with_its_terms_and_as_much_time() {
    let kind = OfferKind::Discount { amount: Amount::from_cents(28_050), drops_penalties: true };
    let mut book = owing();
    let made = OfferDraft {
        note: "Vu avec Mme Le Goff".to_owned(),
        ..draft(kind.clone(), "2026-06-01", "2026-06-11")
    };
    offer(&mut book, OfferCommand::Make(made), "2026-06-01").unwrap();
    let on = "2026-06-19";
    let desk = OfferDesk::of(&book, ONE, day(on)).unwrap();
    let form = OfferForm::again(&desk, OFFER, Lang::Fr).unwrap();
    assert_eq!(form.amount, "280,50");
    let drawn = form.parse(&desk, RateTable::builtin()).0.unwrap();
    assert_eq!((drawn.draft.kind, drawn.draft.note.as_str()), (kind, "Vu avec Mme Le Goff"));
    // Ten days from a Friday, a Monday.
    assert_eq!((drawn.draft.date, drawn.draft.until), (day(on), day("2026-06-29")));
    let back = OfferKind::Return {
        what: "deux fauteuils".to_owned(),
        worth: Amount::from_cents(48_000),
        by: day("2026-06-20"),
    };
    offer(&mut book, OfferCommand::Make(draft(back, on, "2026-06-24")), on).unwrap();
    let later = OfferDesk::of(&book, ONE, day("2026-07-01")).unwrap();
    let Some(form) = OfferForm::again(&later, OfferId(2), Lang::En) else { panic!("it lapsed") };
    assert_eq!((form.what.as_str(), form.worth.as_str()), ("deux fauteuils", "480.00"));
    assert_eq!(OfferForm::again(&later, OfferId(9), Lang::En), None);
}

#[test]
fn no_offer_is_made_about_what_was_sold_or_handed_over() {
    for kind in [ProceedingKind::Sold, ProceedingKind::HandedOver] {
        let mut book = owing();
        let begun = ProceedingDraft::new(kind, day("2026-05-20"));
        run(&mut book, Command::Proceeding(ProceedingCommand::Begin(vec![ONE], begun)), "2026-05-20")
            .unwrap();
        let made = OfferCommand::Make(draft(OfferKind::Penalties, "2026-06-01", "2026-06-11"));
        assert_eq!(offer(&mut book, made, "2026-06-01"), Err(Refusal::OthersDecide));
    }
}

#[test]
fn while_an_offer_is_open_the_ladder_waits_and_then_goes_on_by_itself_saying_so() {
    let mut book = offering(OfferKind::Penalties);
    let waits = action(&book, "2026-06-04");
    assert_eq!((waits.what, waits.day), (What::CheckOffer, day("2026-06-11")));
    let hold = waits.hold.unwrap();
    assert_eq!((hold.cause, hold.until), (HoldCause::Offer, Some(day("2026-06-11"))));
    let after = action(&book, "2026-06-12");
    assert_eq!(after.hold, None);
    assert!(matches!(after.what, What::Climb(_)), "{:?}", after.what);
    let why = Why::OfferLapsed { on: day("2026-06-01"), until: day("2026-06-11") };
    assert_eq!(after.why, why);
    let day_of = today::day(&book, day("2026-06-12"));
    let mut said = day_of.todos.iter().chain(&day_of.later);
    assert!(said.any(|todo| todo.action.why == why), "{day_of:?}");
    // Refused, it waits for nothing.
    offer(&mut book, OfferCommand::Refuse(OFFER, day("2026-06-03")), "2026-06-03").unwrap();
    assert_eq!(action(&book, "2026-06-04").hold, None);
}

#[test]
fn an_offer_that_lapses_leaves_the_claim_as_if_there_had_been_none() {
    let mut book = offering(OfferKind::Penalties);
    let mut without = owing();
    pay(&mut book, 100_000, "2026-06-05");
    pay(&mut without, 100_000, "2026-06-05");
    for on in ["2026-06-05", "2026-06-11", "2026-06-12", "2026-12-01"] {
        assert_eq!(total(&book, on), total(&without, on), "{on}");
    }
    assert_eq!(state(&book, "2026-06-12"), OfferState::Lapsed(day("2026-06-11")));
    let fulfil = OfferCommand::Fulfil(OFFER, day("2026-06-12"));
    assert_eq!(offer(&mut book, fulfil, "2026-06-12"), Err(Refusal::OfferNotMet));
}

#[test]
fn money_in_time_makes_movements_that_leave_nothing_and_one_undo_takes_them_back() {
    let kind = OfferKind::Discount { amount: Amount::from_cents(48_000), drops_penalties: true };
    let mut book = offering(kind);
    let asked = book.case(ONE).unwrap().offers[0].pay;
    assert_eq!(asked, Amount::from_cents(300_000));
    pay(&mut book, 300_000, "2026-06-10");
    // Looked at days later, it is as on the day the money was there.
    assert_eq!(action(&book, "2026-06-16").what, What::CloseOffer);
    let before = book.clone();
    let fulfil = Command::Offer(ONE, OfferCommand::Fulfil(OFFER, day("2026-06-16")));
    let effects = update(&mut book, fulfil, day("2026-06-16")).unwrap();
    assert_eq!(total(&book, "2026-06-16"), Amount::ZERO);
    let case = book.case(ONE).unwrap();
    let of = |kind| case.movements.iter().filter(move |one| one.kind == kind).map(|one| one.amount).sum();
    let discount: Amount = of(MovementKind::Discount);
    assert_eq!(discount, Amount::from_cents(48_000));
    assert!(case.movements.iter().all(|one| one.date == day("2026-06-10")));
    assert_eq!(case.movements.iter().filter(|one| one.reference.contains("Offre")).count(), 3);
    let Effect::Save(change) = effects.into_iter().next().unwrap() else { panic!("nothing saved") };
    run(&mut book, Command::Undo(change), "2026-06-16").unwrap();
    assert_eq!(book.case(ONE), before.case(ONE));
}

#[test]
fn what_was_agreed_is_carried_out_or_called_for() {
    let by = day("2026-06-20");
    let worth = Amount::from_cents(40_000);
    let back = OfferKind::Return { what: "deux fauteuils".to_owned(), worth, by };
    let mut book = offering(back);
    offer(&mut book, OfferCommand::Accept(OFFER, day("2026-06-08")), "2026-06-08").unwrap();
    let waits = action(&book, "2026-06-15");
    assert_eq!((waits.day, waits.hold.unwrap().until), (day("2026-06-22"), Some(by)));
    assert_eq!(action(&book, "2026-06-22").what, What::KeepOffer);
    let owed = total(&book, "2026-06-22");
    offer(&mut book, OfferCommand::Fulfil(OFFER, day("2026-06-22")), "2026-06-22").unwrap();
    assert_eq!(total(&book, "2026-06-22"), owed - worth);
    assert_eq!(state(&book, "2026-06-22"), OfferState::Ended(relance::domain::offer::OfferEnd::Fulfilled));
    // Not agreed to in time, it lapsed.
    let repair = OfferKind::Repair { what: "le pied".to_owned(), cost: Amount::ZERO, by };
    let mut late = offering(repair);
    let accept = OfferCommand::Accept(OFFER, day("2026-06-12"));
    assert_eq!(offer(&mut late, accept, "2026-06-12"), Err(Refusal::OfferOver));
}

#[test]
fn paying_early_is_offered_before_the_due_date_only_and_lapses_before_it() {
    let mut book = owing();
    let kind = OfferKind::Early { percent: Rate::parse("2").unwrap(), amount: Amount::from_cents(6_960) };
    let make = |until| OfferCommand::Make(draft(kind.clone(), "2026-02-20", until));
    assert!(matches!(offer(&mut book, make("2026-03-15"), "2026-02-20"), Err(Refusal::NoOffer(_))));
    offer(&mut book, make("2026-03-05"), "2026-02-20").unwrap();
    let desk = OfferDesk::of(&book, ONE, day("2026-02-20")).unwrap();
    assert_eq!(desk.sorts(), [OfferSort::Early]);
    let shown = desk.ways(None, &[]).into_iter().find(|way| matches!(way.what, WayKind::Made(..))).unwrap();
    assert_eq!((shown.received, shown.given_up), (Amount::from_cents(341_040), Amount::from_cents(6_960)));
    // 2 ÷ 98 × 365 ÷ 10 days.
    assert_eq!(shown.yearly.map(|rate| rate.to_string()), Some("74.50".to_owned()));
    pay(&mut book, 341_040, "2026-03-04");
    offer(&mut book, OfferCommand::Fulfil(OFFER, day("2026-03-06")), "2026-03-06").unwrap();
    assert_eq!(total(&book, "2026-04-01"), Amount::ZERO);
}

#[test]
fn ways_stand_side_by_side_with_the_plan() {
    let mut book = offering(OfferKind::Penalties);
    let sum = |due: &str| Instalment { due: day(due), amount: Amount::from_cents(116_000) };
    let plan = PlanDraft {
        invoices: vec![ONE],
        proposed: day("2026-06-01"),
        answer_by: day("2026-06-09"),
        down_payment: None,
        instalments: vec![sum("2026-07-01"), sum("2026-08-03"), sum("2026-09-01")],
        penalties: Penalties::WaivedIfKept,
        interest: InterestDuring::Stops,
        notice_days: 8,
        note: String::new(),
    };
    run(&mut book, Command::Plan(PlanCommand::Propose(plan)), "2026-06-01").unwrap();
    let desk = OfferDesk::of(&book, ONE, day("2026-06-02")).unwrap();
    let ways = desk.ways(None, &[]);
    let kinds: Vec<WayKind> = ways.iter().map(|way| way.what).collect();
    assert!(
        matches!(kinds.as_slice(), [WayKind::Nothing, WayKind::Made(..), WayKind::Plan(_, 1)]),
        "{kinds:?}"
    );
    assert_eq!(ways[2].received, Amount::from_cents(348_000));
    assert_eq!(ways[2].on, day("2026-09-01"));
    // Both give penalties up; the plan gives up those of three months more.
    assert!(ways[1].given_up < ways[2].given_up);
    assert_eq!(ways[0].received, total(&book, "2026-06-02"));
}

#[test]
fn an_offer_is_compared_with_what_the_plan_brings_of_its_own_invoice() {
    // Nobody proposed a plan: the usual one is there to compare, of this invoice alone.
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let owed = total(&book, "2026-06-02");
    let ways = |book: &Book| OfferDesk::of(book, ONE, day("2026-06-02")).unwrap().ways(None, &[]);
    let usual = ways(&book);
    assert!(matches!(usual[..], [Way { what: WayKind::Nothing, .. }, Way { what: WayKind::Usual(3), .. }]));
    assert_eq!((usual[1].received, usual[0].received), (owed, owed));
    // A plan over both: what it brings of this one, and when.
    let sum = |due: &str| Instalment { due: day(due), amount: Amount::from_cents(348_000) };
    let both = PlanDraft {
        invoices: vec![ONE, InvoiceId(2)],
        instalments: vec![sum("2026-07-01"), sum("2026-08-03")],
        ..proposing()
    };
    run(&mut book, Command::Plan(PlanCommand::Propose(both)), "2026-06-01").unwrap();
    let proposed = ways(&book);
    assert!(matches!(proposed[..], [_, Way { what: WayKind::Plan(_, 2), .. }]));
    let plan = proposed[1];
    assert_eq!((plan.received, plan.on), (Amount::from_cents(348_000), day("2026-07-01")));
    assert!(plan.given_up.is_positive());
    // Signed, it is what there is where nothing is offered.
    let signing = Signing { proposed: day("2026-06-01"), signed: day("2026-06-02") };
    run(&mut book, Command::Plan(PlanCommand::Accept(PlanId(1), signing)), "2026-06-02").unwrap();
    assert!(matches!(ways(&book)[..], [Way { what: WayKind::Plan(_, 2), .. }]));
    for lang in [Lang::Fr, Lang::En] {
        let heads = [WayKind::Plan(PlanId(1), 2), WayKind::Plan(PlanId(1), 1), WayKind::Usual(3)];
        let heads = heads.map(|kind| offers::way(lang, kind));
        assert!(heads[0].contains('2') && heads[0] != heads[1] && heads[1] != heads[2]);
    }
}

#[test]
fn a_public_buyer_is_offered_no_waiver() {
    let mut book = owing();
    run(&mut book, Command::SetClientKind(ClientId(1), DebtorKind::Public), "2026-06-01").unwrap();
    let make = OfferCommand::Make(draft(OfferKind::Penalties, "2026-06-01", "2026-06-11"));
    assert!(matches!(offer(&mut book, make, "2026-06-01"), Err(Refusal::NoOffer(_))));
    let sorts = OfferDesk::of(&book, ONE, day("2026-06-01")).unwrap().sorts();
    assert!(!sorts.contains(&OfferSort::Penalties) && sorts.contains(&OfferSort::Discount));
}

#[test]
fn a_deleted_offer_comes_back_and_its_number_is_not_given_again() {
    let mut book = offering(OfferKind::Penalties);
    let kept = book.case(ONE).unwrap().offers[0].clone();
    offer(&mut book, OfferCommand::Delete(OFFER), "2026-06-02").unwrap();
    assert!(book.case(ONE).unwrap().offers.is_empty());
    let again = OfferCommand::Make(draft(OfferKind::Penalties, "2026-06-02", "2026-06-12"));
    offer(&mut book, again, "2026-06-02").unwrap();
    assert_eq!(book.case(ONE).unwrap().offers[0].id, OfferId(2));
    run(&mut book, Command::TakeFromTrash(TrashId(1)), "2026-06-02").unwrap();
    assert_eq!(book.case(ONE).unwrap().offers[0], kept);
    assert_eq!(book.case(ONE).unwrap().offers.len(), 2);
}

#[test]
fn offers_of_two_devices_are_both_kept() {
    let base = owing().record(Key::Case(ONE)).unwrap();
    let mine = offering(OfferKind::Penalties).record(Key::Case(ONE)).unwrap();
    let discount = OfferKind::Discount { amount: Amount::from_cents(10_000), drops_penalties: false };
    let theirs = offering(discount).record(Key::Case(ONE)).unwrap();
    let merged = merge(Some(&base), &theirs, &mine);
    let Record::Case(case) = merged.record else { panic!("no case") };
    assert_eq!(case.offers.iter().map(|offer| offer.id).collect::<Vec<_>>(), [OFFER, OfferId(2)]);
}

#[test]
fn who_a_client_is_goes_from_offers_and_disputes_too() {
    let by = day("2026-06-20");
    let what = "le bureau de Mme Le Goff".to_owned();
    let mut book = offering(OfferKind::Repair { what, cost: Amount::ZERO, by });
    open_dispute(&mut book, 50_000);
    dispute(&mut book, DisputeCommand::SetMeeting(Some(meeting("2026-06-05", ""))), "2026-06-02").unwrap();
    let promise = DisputeCommand::Promise(Side::Theirs, "Mme Le Goff vérifie".to_owned(), by);
    dispute(&mut book, promise, "2026-06-02").unwrap();
    run(&mut book, Command::Anonymise(ClientId(1)), "2026-06-03").unwrap();
    let json = serde_json::to_string(&book.record(Key::Case(ONE)).unwrap()).unwrap();
    assert!(!json.contains("Le Goff") && !json.contains("visio"), "{json}");
    assert!(json.contains("2026-06-20") && json.contains("2026-06-05"), "days stay: {json}");
}

fn open_dispute(book: &mut Book, cents: i64) {
    let kind = CircumstanceKind::dispute(DisputeCause::Quality, Amount::from_cents(cents), day("2026-06-09"));
    let draft = CircumstanceDraft { date: day("2026-06-01"), kind, note: "la finition".to_owned() };
    run(book, Command::AddCircumstance(ONE, draft), "2026-06-01").unwrap();
}

fn meeting(on: &str, minutes: &str) -> Meeting {
    Meeting {
        day: day(on),
        time: NaiveTime::from_hms_opt(14, 30, 0),
        length: 45,
        place: "visio de Mme Le Goff".to_owned(),
        agenda: "la finition".to_owned(),
        minutes: minutes.to_owned(),
    }
}

#[test]
fn a_dispute_lives_from_its_reason_to_its_outcome() {
    let mut book = owing();
    open_dispute(&mut book, 50_000);
    dispute(&mut book, DisputeCommand::SetReason(Some(ReasonCode::Quality)), "2026-06-01").unwrap();
    let kept = serde_json::to_string(&book.record(Key::Case(ONE)).unwrap()).unwrap();
    assert!(kept.contains("\"QUALITE_ERR\""), "{kept}");
    dispute(&mut book, DisputeCommand::SetMeeting(Some(meeting("2026-06-05", ""))), "2026-06-02").unwrap();
    assert_eq!(action(&book, "2026-06-05").what, What::Meet);
    // Held, it wants its minutes; no minutes are written before its day.
    assert_eq!(action(&book, "2026-06-08").what, What::WriteMinutes);
    let early = DisputeCommand::SetMeeting(Some(meeting("2026-06-05", "Convenu.")));
    assert_eq!(dispute(&mut book, early.clone(), "2026-06-04"), Err(Refusal::InTheFuture));
    dispute(&mut book, early, "2026-06-08").unwrap();
    let promise = DisputeCommand::Promise(Side::Ours, "reprendre la finition".to_owned(), day("2026-06-12"));
    dispute(&mut book, promise, "2026-06-08").unwrap();
    let late = action(&book, "2026-06-15");
    assert_eq!(late.what, What::KeepCommitment);
    assert!(matches!(late.why, Why::Committed { side: Side::Ours, .. }));
    let done = CommitmentEnd { done: true, on: day("2026-06-15") };
    dispute(&mut book, DisputeCommand::EndPromise(CommitmentId(1), done), "2026-06-15").unwrap();
    assert_ne!(action(&book, "2026-06-15").what, What::KeepCommitment);
    let closing = Closing {
        how: Verdict::Partly,
        on: day("2026-06-16"),
        credited: Amount::from_cents(20_000),
        reference: "AV-7".to_owned(),
        terms: "Avoir de 200 €.".to_owned(),
        pay_by: None,
    };
    let before = book.claim(book.case(ONE).unwrap(), day("2026-06-16")).principal_left;
    dispute(&mut book, DisputeCommand::Close(closing.clone()), "2026-06-16").unwrap();
    let claim = book.claim(book.case(ONE).unwrap(), day("2026-06-16"));
    assert_eq!(claim.principal_left, before - Amount::from_cents(20_000));
    assert_eq!(book.case(ONE).unwrap().disputed(&claim), Amount::ZERO, "all that is left is asked for again");
    assert_eq!(book.case(ONE).unwrap().movements[0].reference, "AV-7");
    assert_eq!(dispute(&mut book, DisputeCommand::Close(closing), "2026-06-16"), Err(Refusal::DisputeOver));
}

#[test]
fn a_dispute_over_a_part_leaves_the_rest_to_the_ladder() {
    let mut book = owing();
    open_dispute(&mut book, 50_000);
    let claim = book.claim(book.case(ONE).unwrap(), day("2026-06-01"));
    assert_eq!(book.case(ONE).unwrap().disputed(&claim), Amount::from_cents(50_000));
    dispute(&mut book, DisputeCommand::SetMeeting(Some(meeting("2026-06-20", ""))), "2026-06-01").unwrap();
    // After two reminders only a formal notice is left, which waits for the meeting.
    let next = action(&book, "2026-06-02");
    assert_eq!((next.what, next.day), (What::Meet, day("2026-06-20")));
    assert_eq!(next.hold.unwrap().cause, HoldCause::Meeting);
    // About all of it, the ladder waits and the meeting is what comes.
    let mut whole = owing();
    open_dispute(&mut whole, 348_000);
    assert_eq!(action(&whole, "2026-06-02").what, What::AnswerDispute);
    dispute(&mut whole, DisputeCommand::SetMeeting(Some(meeting("2026-06-19", ""))), "2026-06-01").unwrap();
    let waits = action(&whole, "2026-06-02");
    assert_eq!((waits.what, waits.day), (What::Meet, day("2026-06-19")));
    assert_eq!(waits.hold.unwrap().cause, HoldCause::Dispute);
}

#[test]
fn a_meeting_goes_to_a_calendar_at_its_time_and_a_promise_on_its_day() {
    let mut book = owing();
    open_dispute(&mut book, 50_000);
    dispute(&mut book, DisputeCommand::SetMeeting(Some(meeting("2026-06-05", ""))), "2026-06-02").unwrap();
    let promise = DisputeCommand::Promise(Side::Theirs, "envoyer la liste".to_owned(), day("2026-06-12"));
    dispute(&mut book, promise, "2026-06-02").unwrap();
    let file = meeting_file(Lang::Fr, &book, ONE, day("2026-06-02")).unwrap();
    let file = file.replace("\r\n ", "");
    for part in ["DTSTART:20260605T143000", "DTEND:20260605T151500", "LOCATION:visio", "meeting-1@relance"] {
        assert!(file.contains(part), "{part} in {file}");
    }
    let all = calendar_file(Lang::Fr, &book, day("2026-06-02")).replace("\r\n ", "");
    assert!(all.contains("commitment-1-1@relance") && all.contains("meeting-1@relance"), "{all}");
    assert!(!calendar_file(Lang::Fr, &book, day("2026-06-06")).contains("meeting-1@relance"), "it is over");
    assert!(meeting_file(Lang::Fr, &owing(), ONE, day("2026-06-02")).is_none());
}

#[test]
fn a_meeting_set_here_and_a_promise_noted_there_are_no_conflict() {
    let with = |command: Option<DisputeCommand>| {
        let mut book = owing();
        open_dispute(&mut book, 50_000);
        if let Some(command) = command {
            dispute(&mut book, command, "2026-06-02").unwrap();
        }
        book.record(Key::Case(ONE)).unwrap()
    };
    let here = with(Some(DisputeCommand::SetMeeting(Some(meeting("2026-06-05", "")))));
    let promise = DisputeCommand::Promise(Side::Ours, "la liste".to_owned(), day("2026-06-12"));
    let merged = merge(Some(&with(None)), &with(Some(promise)), &here);
    assert_eq!(merged.conflicts, Vec::new());
    let Record::Case(case) = merged.record else { panic!("no case") };
    let life = case.circumstances[0].life().unwrap();
    assert!(life.meeting.is_some() && life.commitments.len() == 1);
}

#[test]
fn a_case_without_offers_or_lives_is_written_as_before() {
    let json = serde_json::to_string(&owing().record(Key::Case(ONE)).unwrap()).unwrap();
    assert!(!json.contains("offers") && !json.contains("life"), "{json}");
    let mut book = owing();
    open_dispute(&mut book, 50_000);
    let json = serde_json::to_string(&book.record(Key::Case(ONE)).unwrap()).unwrap();
    assert!(!json.contains("life"), "{json}");
}

fn debt(allocation: Allocation, cents: i64, payments: &[(i64, i64)]) -> Debt {
    let due = day("2026-03-15");
    let mut debt = Debt::new(Regime::FrBusinessDefault, Amount::from_cents(cents), due);
    debt.allocation = allocation;
    for (after, cents) in payments {
        let on = dates::add_days(due, u32::try_from(*after).unwrap());
        debt.changes.push(Change::new(on, MovementKind::Payment, Amount::from_cents(*cents)));
    }
    debt
}

proptest! {
    /// Whatever was paid before and whatever is extinguished first: an offer for money that is taken up leaves nothing due,
    /// what it says it costs is the difference of the two claims, and one that lapses changes nothing.
    #[test]
    fn the_cost_shown_is_the_difference_of_the_claims(
        cents in 10_000_i64..900_000,
        off in 1_i64..60,
        drops: bool,
        interest_first: bool,
        earlier in proptest::collection::vec((1_i64..60, 1_i64..2_000), 0..3),
        made in 61_u32..200,
        lasts in 1_u32..40,
        penalties: bool,
    ) {
        let rates = RateTable::builtin();
        let allocation = if interest_first { Allocation::InterestFirst } else { Allocation::PrincipalFirst };
        let debt = debt(allocation, cents, &earlier);
        let date: NaiveDate = dates::add_days(debt.due, made);
        let until = dates::add_days(date, lasts);
        let claim = debt.claim_on(date, rates);
        let kind = if penalties {
            OfferKind::Penalties
        } else {
            let amount = Amount::from_cents(claim.principal_left.cents() * off / 100);
            OfferKind::Discount { amount, drops_penalties: drops }
        };
        let Ok(terms) = price(&kind, DebtorKind::Business, &claim, debt.due, until) else { return Ok(()) };
        let figures = terms.figures(&kind, &debt, &claim, until, rates);
        // Taken up on its last day.
        let mut paid = debt.clone();
        paid.changes.push(Change::new(until, MovementKind::Payment, terms.pay));
        let without = paid.claim_on(until, rates);
        let mut with = paid.clone();
        for (kind, amount) in settling(&kind, &paid, until, rates) {
            prop_assert!(amount.is_positive());
            with.changes.push(Change::new(until, kind, amount));
        }
        let settled = with.claim_on(until, rates);
        prop_assert_eq!(settled.total, Amount::ZERO);
        prop_assert_eq!(settled.credit, Amount::ZERO);
        prop_assert_eq!(figures.given_up, without.total - settled.total);
        prop_assert_eq!(figures.received + figures.given_up, debt.claim_on(until, rates).total);
        // Nothing accrues after it either.
        prop_assert_eq!(with.claim_on(dates::add_days(until, 400), rates).total, Amount::ZERO);
    }

    /// One that lapses is as if it had never been made, on every day.
    #[test]
    fn a_lapsed_offer_leaves_the_claim_alone(part in 1_i64..99, paid_after in 0_u32..20, later in 0_u32..300) {
        let mut book = offering(OfferKind::Penalties);
        let mut without = owing();
        let on = dates::add_days(day("2026-06-01"), paid_after);
        let cents = 348_000 * part / 100;
        let draft = || MovementDraft::new(MovementKind::Payment, on, Amount::from_cents(cents));
        update(&mut book, Command::AddMovement(ONE, draft()), on).unwrap();
        update(&mut without, Command::AddMovement(ONE, draft()), on).unwrap();
        let then = dates::add_days(on, later);
        let claim = |book: &Book| book.claim(book.case(ONE).unwrap(), then);
        prop_assert_eq!(claim(&book), claim(&without));
        prop_assert!(!matches!(
            book.case(ONE).unwrap().offers_on(then).next().unwrap().1,
            OfferState::Met(_)
        ));
    }
}

/// A dispute that is closed the day after something was promised on either side.
fn closed_with_promises() -> Book {
    let mut book = owing();
    open_dispute(&mut book, 50_000);
    let ours = DisputeCommand::Promise(Side::Ours, "reprendre la finition".to_owned(), day("2026-06-12"));
    dispute(&mut book, ours, "2026-06-02").unwrap();
    let theirs = DisputeCommand::Promise(Side::Theirs, "rendre la clé".to_owned(), day("2026-06-15"));
    dispute(&mut book, theirs, "2026-06-02").unwrap();
    let closing = Closing {
        how: Verdict::Partly,
        on: day("2026-06-03"),
        credited: Amount::from_cents(20_000),
        reference: String::new(),
        terms: String::new(),
        pay_by: None,
    };
    dispute(&mut book, DisputeCommand::Close(closing), "2026-06-03").unwrap();
    book
}

fn ends(book: &Book, on: &str) -> Vec<Loose> {
    today::day(book, day(on)).open_ends.into_iter().map(|end| end.what).collect()
}

#[test]
fn what_was_promised_stays_to_do_after_the_dispute_is_closed() {
    let mut book = closed_with_promises();
    let ours = || Loose::Commitment(Side::Ours, "reprendre la finition".to_owned());
    let theirs = || Loose::Commitment(Side::Theirs, "rendre la clé".to_owned());
    assert_eq!(ends(&book, "2026-06-05"), [ours()], "a week ahead");
    assert!(calendar_file(Lang::Fr, &book, day("2026-06-05")).contains("reprendre la finition"));
    // Ours, and late, it comes before asking for money; the other has a line of its own.
    let late = action(&book, "2026-06-15");
    assert_eq!(late.what, What::KeepCommitment);
    assert_eq!(ends(&book, "2026-06-15"), [theirs()]);
    let done = CommitmentEnd { done: true, on: day("2026-06-15") };
    dispute(&mut book, DisputeCommand::EndPromise(CommitmentId(1), done), "2026-06-15").unwrap();
    assert_ne!(
        action(&book, "2026-06-15").what,
        What::KeepCommitment,
        "the ladder is not held up by the client’s"
    );
    assert_eq!(ends(&book, "2026-07-30"), [theirs()]);
    dispute(&mut book, DisputeCommand::EndPromise(CommitmentId(2), done), "2026-06-15").unwrap();
    assert_eq!(ends(&book, "2026-06-16"), []);
}

#[test]
fn what_was_promised_stays_to_do_even_when_all_is_paid() {
    let mut book = closed_with_promises();
    let left = total(&book, "2026-06-04");
    pay(&mut book, left.cents(), "2026-06-04");
    assert_eq!(total(&book, "2026-06-05"), Amount::ZERO);
    let next = action(&book, "2026-06-05");
    assert_eq!((next.what, next.day), (What::KeepCommitment, day("2026-06-12")));
    assert!(
        today::day(&book, day("2026-06-12"))
            .todos
            .iter()
            .any(|todo| todo.action.what == What::KeepCommitment)
    );
    assert!(calendar_file(Lang::Fr, &book, day("2026-06-05")).contains("rendre la clé"));
}

fn proposing() -> PlanDraft {
    let sum = |due: &str| Instalment { due: day(due), amount: Amount::from_cents(116_000) };
    PlanDraft {
        invoices: vec![ONE],
        proposed: day("2026-06-01"),
        answer_by: day("2026-06-09"),
        down_payment: None,
        instalments: vec![sum("2026-07-01"), sum("2026-08-03"), sum("2026-09-01")],
        penalties: Penalties::WaivedIfKept,
        interest: InterestDuring::Stops,
        notice_days: 8,
        note: String::new(),
    }
}

fn reminded(book: &mut Book, on: &str) {
    let text = SentText { body: "Bonjour".to_owned(), as_of: day(on), ..SentText::default() };
    let draft = SendingDraft::new(day(on), Channel::Email, Step::FirmReminder, day(on), text);
    run(book, Command::RecordSending(vec![(ONE, draft)]), on).unwrap();
}

#[test]
fn a_proposal_nobody_answered_is_said_until_something_is_done() {
    let mut book = owing();
    run(&mut book, Command::Plan(PlanCommand::Propose(proposing())), "2026-06-01").unwrap();
    assert_eq!(ends(&book, "2026-06-09"), [], "it may still be answered");
    assert_eq!(ends(&book, "2026-06-10"), [Loose::Plan]);
    let why = Why::PlanUnanswered { on: day("2026-06-01"), answer_by: day("2026-06-09") };
    assert_eq!(action(&book, "2026-06-10").why, why);
    reminded(&mut book, "2026-06-10");
    assert_eq!(ends(&book, "2026-06-11"), []);
    let mut book = offering(OfferKind::Penalties);
    assert_eq!(ends(&book, "2026-06-11"), []);
    assert_eq!(ends(&book, "2026-06-12"), [Loose::Offer]);
    // Another one that was taken back leaves it unanswered; another one that runs does not.
    let mut other = book.clone();
    let again = OfferCommand::Make(draft(OfferKind::Penalties, "2026-06-02", "2026-06-20"));
    offer(&mut other, again, "2026-06-02").unwrap();
    assert_eq!(ends(&other, "2026-06-12"), []);
    offer(&mut other, OfferCommand::Withdraw(OfferId(2), day("2026-06-03")), "2026-06-03").unwrap();
    assert_eq!(ends(&other, "2026-06-12"), [Loose::Offer]);
    // Agreed to and not paid is another thing; refused in time, it is answered.
    let mut agreed = book.clone();
    offer(&mut agreed, OfferCommand::Accept(OFFER, day("2026-06-08")), "2026-06-08").unwrap();
    assert_eq!(ends(&agreed, "2026-06-12"), [Loose::Agreed]);
    offer(&mut book, OfferCommand::Refuse(OFFER, day("2026-06-08")), "2026-06-08").unwrap();
    assert_eq!(ends(&book, "2026-06-12"), []);
}

#[test]
fn a_part_payment_of_an_offer_says_what_is_still_missing_by_its_day() {
    let mut book =
        offering(OfferKind::Discount { amount: Amount::from_cents(48_000), drops_penalties: true });
    let left = |book: &Book, on: &str| {
        let desk = OfferDesk::of(book, ONE, day(on)).unwrap();
        let (offer, state) = &desk.offers[0];
        desk.left(offer, *state)
    };
    assert_eq!(left(&book, "2026-06-05"), None);
    pay(&mut book, 100_000, "2026-06-04");
    assert_eq!(left(&book, "2026-06-05"), Some(Amount::from_cents(200_000)));
    // Beside the other ways, what is still received under it, and what is given up in the end.
    let ways = OfferDesk::of(&book, ONE, day("2026-06-05")).unwrap().ways(None, &[]);
    let made = ways.iter().find(|way| matches!(way.what, WayKind::Made(..))).unwrap();
    assert_eq!(made.received, Amount::from_cents(200_000));
    assert!(Amount::from_cents(48_000) < made.given_up, "the discount, and penalties besides");
    let Why::OfferOpen { pay: asked, left: missing, .. } = action(&book, "2026-06-05").why else {
        panic!("no offer")
    };
    assert_eq!((asked, missing), (Amount::from_cents(300_000), Amount::from_cents(200_000)));
    let mut agreed = book.clone();
    offer(&mut agreed, OfferCommand::Accept(OFFER, day("2026-06-05")), "2026-06-05").unwrap();
    let Why::OfferAgreed { left: missing, .. } = action(&agreed, "2026-06-06").why else {
        panic!("not agreed")
    };
    assert_eq!(missing, Some(Amount::from_cents(200_000)));
    pay(&mut book, 200_000, "2026-06-06");
    assert_eq!(left(&book, "2026-06-07"), None, "met");
}

#[test]
fn the_story_tells_what_was_offered_planned_and_promised_and_what_became_of_it() {
    let told = |book: &Book, strand: Strand, on: &str| -> Vec<(String, String)> {
        let case = book.case(ONE).unwrap();
        let plans = ToldPlan::about(book, ONE, day(on));
        let all = facts(case, &plans, day(on));
        let of = all.iter().filter(|(_, fact)| strand.has(fact));
        of.map(|(day, fact)| {
            let name = format!("{fact:?}");
            let name = name.trim_start_matches("Talked(").split(['(', ' ']).next().unwrap().to_owned();
            (day.to_string(), name)
        })
        .collect()
    };
    let names = |all: &[(String, String)]| all.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>();
    let mut book = offering(OfferKind::Penalties);
    assert_eq!(names(&told(&book, Strand::Offers, "2026-06-11")), ["Offered"]);
    let lapsed = told(&book, Strand::Offers, "2026-06-12");
    assert_eq!(lapsed.last(), Some(&("2026-06-12".to_owned(), "OfferLapsed".to_owned())));
    offer(&mut book, OfferCommand::Accept(OFFER, day("2026-06-03")), "2026-06-03").unwrap();
    offer(&mut book, OfferCommand::Withdraw(OFFER, day("2026-06-05")), "2026-06-05").unwrap();
    assert_eq!(names(&told(&book, Strand::Offers, "2026-06-12")), ["Offered", "OfferAgreed", "OfferEnded"]);
    // A plan: proposed, signed, missed, recalled without effect, ended.
    let mut book = owing();
    run(&mut book, Command::Plan(PlanCommand::Propose(proposing())), "2026-06-01").unwrap();
    let signing = Signing { proposed: day("2026-06-01"), signed: day("2026-06-05") };
    run(&mut book, Command::Plan(PlanCommand::Accept(PlanId(1), signing)), "2026-06-05").unwrap();
    pay(&mut book, 116_000, "2026-07-01");
    pay(&mut book, 16_000, "2026-08-03");
    let text = SentText { body: "Bonjour".to_owned(), as_of: day("2026-08-07"), ..SentText::default() };
    let notice =
        SendingDraft::new(day("2026-08-07"), Channel::Email, Step::PlanNotice, day("2026-08-15"), text);
    run(&mut book, Command::RecordSending(vec![(ONE, notice)]), "2026-08-07").unwrap();
    let end = PlanCommand::End(PlanId(1), End::Broken, day("2026-08-20"));
    run(&mut book, Command::Plan(end), "2026-08-20").unwrap();
    let all = told(&book, Strand::Offers, "2026-10-01");
    assert_eq!(names(&all), ["Planned", "Acted", "Missed", "Breached", "PlanEnded"]);
    let days: Vec<&str> = all.iter().map(|(day, _)| day.as_str()).collect();
    assert_eq!(days, ["2026-06-01", "2026-06-05", "2026-08-03", "2026-08-16", "2026-08-20"]);
    assert_eq!(
        ToldPlan::about(&book, ONE, day("2026-10-01"))[0].missed[0].left(),
        Amount::from_cents(100_000)
    );
    // A dispute: its meeting with the minutes, what was promised, what became of it.
    let mut book = closed_with_promises();
    dispute(&mut book, DisputeCommand::SetMeeting(Some(meeting("2026-06-05", "Convenu."))), "2026-06-08")
        .unwrap();
    let dropped = CommitmentEnd { done: false, on: day("2026-06-09") };
    dispute(&mut book, DisputeCommand::EndPromise(CommitmentId(2), dropped), "2026-06-09").unwrap();
    let all = names(&told(&book, Strand::Promises, "2026-06-10"));
    assert_eq!(all, ["Learnt", "Promised", "Promised", "Ended", "Met", "PromiseEnded"]);
    // All of it is in the story of everything, too.
    assert!(told(&book, Strand::All, "2026-06-10").len() > all.len());
}

#[test]
fn a_promise_noted_before_its_day_was_kept_is_read_and_written_as_it_was() {
    let json = r#"{"commitments":[{"id":1,"side":"ours","what":"x","date":"2026-06-12"}]}"#;
    let life: DisputeLife = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&life).unwrap(), json);
    assert_eq!(life.told(day("2026-07-01")).count(), 0);
}

#[test]
fn to_put_work_right_is_what_a_client_who_finds_fault_is_offered_first() {
    let mut book = owing();
    let first = |book: &Book| OfferDesk::of(book, ONE, day("2026-06-02")).unwrap().sorts()[0];
    assert_eq!(first(&book), OfferSort::Penalties);
    let kind = CircumstanceKind::Unpaid(Unpaid::Dissatisfied);
    let said = CircumstanceDraft { date: day("2026-06-01"), kind, note: String::new() };
    run(&mut book, Command::AddCircumstance(ONE, said), "2026-06-01").unwrap();
    assert_eq!(first(&book), OfferSort::Repair);
}

/// A dispute closed on Monday 8 June by a credit note of 200 €, the rest to be paid by the 15th.
fn agreed_on_a_day() -> Book {
    let mut book = owing();
    open_dispute(&mut book, 50_000);
    let closing = Closing {
        how: Verdict::Partly,
        on: day("2026-06-08"),
        credited: Amount::from_cents(20_000),
        reference: "AV-7".to_owned(),
        terms: "Avoir de 200 €.".to_owned(),
        pay_by: Some(day("2026-06-15")),
    };
    let early = Closing { pay_by: Some(day("2026-06-07")), ..closing.clone() };
    assert!(dispute(&mut book, DisputeCommand::Close(early), "2026-06-08").is_err(), "before it was agreed");
    dispute(&mut book, DisputeCommand::Close(closing), "2026-06-08").unwrap();
    book
}

#[test]
fn a_day_agreed_for_paying_is_a_promise_that_is_waited_for_and_recalled() {
    let book = agreed_on_a_day();
    let left = book.claim(book.case(ONE).unwrap(), day("2026-06-09")).principal_left;
    let waits = action(&book, "2026-06-09");
    assert_eq!((waits.what, waits.day), (What::CheckPromise, day("2026-06-15")));
    assert!(matches!(waits.why, Why::Promised(ref promised) if promised.amount == left), "{:?}", waits.why);
    let on =
        |on| today::day(&book, day(on)).todos.into_iter().map(|todo| todo.action.what).collect::<Vec<_>>();
    assert_eq!(on("2026-06-15"), [What::CheckPromise]);
    assert_eq!(on("2026-06-18"), [What::RecallPromise], "broken two days after its day");
    let json = serde_json::to_string(&book.record(Key::Case(ONE)).unwrap()).unwrap();
    assert!(json.contains("\"pay_by\":\"2026-06-15\""), "{json}");
    let mut settled = agreed_on_a_day();
    let owed = total(&settled, "2026-06-12").cents();
    pay(&mut settled, owed, "2026-06-12");
    assert!(!matches!(action(&settled, "2026-06-15").what, What::CheckPromise), "kept");
}

/// What is promised anew takes the place of what runs: nobody promised both.
#[test]
fn a_new_promise_replaces_the_one_that_runs() {
    let promise = |cents: i64, by: &str| CircumstanceDraft {
        date: day("2026-03-23"),
        kind: CircumstanceKind::Promise {
            amount: Amount::from_cents(cents),
            by: day(by),
            who: String::new(),
            channel: Channel::Phone,
        },
        note: String::new(),
    };
    let mut book = owing();
    run(&mut book, Command::AddCircumstance(ONE, promise(100_000, "2026-03-30")), "2026-03-23").unwrap();
    let call = |brought: Vec<CircumstanceDraft>| {
        let call = Call { outcome: Outcome::Promise, note: String::new(), seconds: 0, again: None };
        let text = SentText::default();
        let draft =
            SendingDraft::new(day("2026-03-23"), Channel::Phone, Step::FirstCall, day("2026-03-23"), text);
        Command::RecordCall(vec![(ONE, SendingDraft { call: Some(call), ..draft }, brought)], None)
    };
    run(&mut book, call(vec![promise(348_000, "2026-04-01")]), "2026-03-23").unwrap();
    let states = |book: &Book, on: &str| {
        let states = book.case(ONE).unwrap().promises(day(on));
        states.map(|(_, state)| state).collect::<Vec<_>>()
    };
    assert_eq!(states(&book, "2026-03-24"), [PromiseState::Withdrawn, PromiseState::Running]);
    assert_eq!(
        states(&book, "2026-04-10"),
        [PromiseState::Withdrawn, PromiseState::Broken],
        "the old one was not broken"
    );
    let waits = today::action(&book, ONE, day("2026-03-31")).unwrap();
    let Why::Promised(promised) = &waits.why else { panic!("{waits:?}") };
    assert_eq!((promised.amount, promised.of), (Amount::from_cents(348_000), (1, 1)));
    // Sums agreed on together stand together, and replace what was promised before them.
    let parts = vec![promise(174_000, "2026-04-02"), promise(174_000, "2026-05-04")];
    run(&mut book, call(parts), "2026-03-23").unwrap();
    let expected =
        [PromiseState::Withdrawn, PromiseState::Withdrawn, PromiseState::Running, PromiseState::Running];
    assert_eq!(states(&book, "2026-03-24"), expected);
}

/// A softer word about another invoice never takes in one that formal notice was given of.
#[test]
fn a_reminder_of_another_invoice_leaves_out_one_under_notice() {
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let other = book.cases().find(|case| case.invoice.id != ONE).unwrap().invoice.id;
    let sent = SendingDraft::invoice(day("2026-02-13"), Channel::Email);
    run(&mut book, Command::RecordSending(vec![(other, sent)]), "2026-02-13").unwrap();
    let left_out = |book: &Book, step, on: &str| {
        let all = candidates(book, other, step, day(on));
        all.into_iter().find(|one| one.id == ONE).unwrap().left_out
    };
    assert_eq!(left_out(&book, Step::FirmReminder, "2026-04-02"), None);
    let text = SentText::default();
    let notice = SendingDraft::new(
        day("2026-04-03"),
        Channel::RegisteredPost,
        Step::FormalNotice,
        day("2026-04-13"),
        text,
    );
    run(&mut book, Command::RecordSending(vec![(ONE, notice)]), "2026-04-03").unwrap();
    for on in ["2026-04-06", "2026-04-20"] {
        for step in [Step::FirstReminder, Step::FirmReminder, Step::LastReminder, Step::FormalNotice] {
            assert_eq!(left_out(&book, step, on), Some(LeftOut::UnderNotice), "{step:?} on {on}");
        }
        assert_eq!(left_out(&book, Step::Confirmation, on), None);
    }
}
