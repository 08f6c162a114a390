//! The forecast of cash: each cent once, by how certain it is, never more than is owed.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may fail loudly, their helpers too")]

mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::command::{ActDraft, CircumstanceDraft, ClientDraft, Command, InvoiceDraft, MovementDraft};
use relance::app::forms::forecast::{ForecastField, ForecastForm};
use relance::app::offers::{OfferCommand, OfferDraft};
use relance::app::plans::{PlanCommand, PlanDraft, Signing};
use relance::app::proceedings::{ProceedingCommand, ProceedingDraft};
use relance::app::update::update;
use relance::app::views::forecast::{Forecast, Part, forecast, quarter};
use relance::base::{Amount, ClientId, Currency, InvoiceId, OfferId, PlanId};
use relance::domain::act::ActKind;
use relance::domain::circumstance::{CircumstanceKind, DisputeCause};
use relance::domain::claim::{Allocation, Instalment};
use relance::domain::event::Channel;
use relance::domain::forecast::weeks::{Week, balances, lowest};
use relance::domain::forecast::{Apart, PaceSource, Supposed};
use relance::domain::movement::MovementKind;
use relance::domain::offer::OfferKind;
use relance::domain::party::DebtorKind;
use relance::domain::plan::schedule::{Division, PlanTerms, Rhythm};
use relance::domain::plan::{InterestDuring, Penalties};
use relance::domain::proceeding::ProceedingKind;
use relance::text::Lang;
use relance::text::words::forecast::reason;
use support::day;

const ONE: InvoiceId = InvoiceId(1);
/// A Sunday: its week began on Monday the 16th.
const TODAY: &str = "2026-11-22";

fn cents(cents: i64) -> Amount {
    Amount::from_cents(cents)
}

fn run(book: &mut Book, command: Command, on: &str) {
    update(book, command, day(on)).unwrap();
}

/// An invoice of 1,000 € due on a day; paid that many days late where it is.
fn invoiced(book: &mut Book, client: &str, number: &str, due: &str, paid: Option<&str>) -> InvoiceId {
    let issued = day(due).checked_sub_days(chrono::Days::new(30)).unwrap();
    let draft = InvoiceDraft {
        kind: Some(DebtorKind::Business),
        ..InvoiceDraft::new(client, number, issued, day(due), cents(100_000))
    };
    run(book, Command::SaveInvoice(None, draft), TODAY);
    let id = book.cases().last().unwrap().invoice.id;
    if let Some(paid) = paid {
        let draft = MovementDraft::new(MovementKind::Payment, day(paid), cents(100_000));
        run(book, Command::AddMovement(id, draft), TODAY);
    }
    id
}

fn of(book: &Book) -> Part {
    let Forecast { parts, .. } = forecast(book, day(TODAY), None);
    let [part] = &parts[..] else { panic!("one currency") };
    part.clone()
}

fn weeks(part: &Part) -> Vec<(String, Amount, Amount, Amount)> {
    let told = part.weeks.iter().filter(|week| week.total().is_positive()).map(|week| {
        let monday = week.monday.map_or_else(|| "later".to_owned(), |day| day.to_string());
        (monday, week.promised, week.planned, week.probable)
    });
    told.collect()
}

#[test]
fn each_week_says_on_what_it_rests() {
    let mut book = Book::default();
    for (number, due) in [("1", "2026-12-10"), ("2", "2026-12-11"), ("3", "2026-03-15")] {
        invoiced(&mut book, "Atelier Brun", number, due, None);
    }
    let promised = CircumstanceKind::Promise {
        amount: cents(30_000),
        by: day("2026-12-02"),
        who: String::new(),
        channel: Channel::Email,
    };
    let promise = CircumstanceDraft { date: day(TODAY), kind: promised, note: String::new() };
    run(&mut book, Command::AddCircumstance(InvoiceId(3), promise), TODAY);
    let part = of(&book);
    assert_eq!(part.weeks.len(), part.reasons.len());
    for (week, reasons) in part.weeks.iter().zip(&part.reasons) {
        let told: Amount = reasons.told.iter().map(|one| one.amount).sum();
        assert_eq!(told + reasons.others.map_or(Amount::ZERO, |(_, sum)| sum), week.total(), "{week:?}");
    }
    let chances: Vec<_> = part.reasons.iter().flat_map(|week| week.chances.clone()).collect();
    assert_eq!(chances, [(20, cents(70_000)), (95, cents(200_000))]);
    let said: Vec<String> = part
        .reasons
        .iter()
        .flat_map(|week| &week.told)
        .map(|one| reason(Lang::Fr, &one.why, Currency::EUR).replace(['\u{a0}', '\u{202f}'], " "))
        .collect();
    let age = "20 % de 700,00 € (252 jours de retard)";
    assert!(
        said.iter()
            .any(|text| text.starts_with(age) && text.contains("7 jours de plus à compter d’aujourd’hui")),
        "{said:?}"
    );
    assert!(said.contains(&"promis pour le 2 décembre 2026".to_owned()), "{said:?}");
    let due = "95 % de 1 000,00 € (à échoir), vers le 24 décembre 2026 : échéance du 10 décembre 2026 plus 14 jours de retard habituel (par défaut)";
    assert!(said.contains(&due.to_owned()), "{said:?}");
}

#[test]
fn the_small_sums_of_a_week_are_told_together() {
    let mut book = Book::default();
    for number in 1..=11 {
        invoiced(&mut book, "Atelier Brun", &number.to_string(), "2026-12-10", None);
    }
    let part = of(&book);
    let week = part.reasons.iter().find(|week| !week.told.is_empty()).unwrap();
    assert_eq!((week.told.len(), week.others), (8, Some((3, cents(285_000)))));
}

#[test]
fn a_probable_sum_comes_as_late_as_its_client_usually_pays_and_by_its_chance() {
    let mut book = Book::default();
    for (number, due, paid) in [
        ("1", "2026-03-01", "2026-03-21"),
        ("2", "2026-04-01", "2026-04-21"),
        ("3", "2026-05-01", "2026-05-25"),
    ] {
        invoiced(&mut book, "Brun", number, due, Some(paid));
    }
    invoiced(&mut book, "Brun", "4", "2026-12-01", None);
    let part = of(&book);
    // 20 days after 1 December, a Monday; 95 % of it.
    assert_eq!(weeks(&part), [("2026-12-21".to_owned(), Amount::ZERO, Amount::ZERO, cents(95_000))]);
    assert_eq!(part.uncounted, cents(5_000));
    let [brun] = &part.clients[..] else { panic!("one client") };
    assert_eq!((brun.pace.delay, brun.pace.source, brun.share), (20, PaceSource::Client, 1_000));
    assert_eq!(brun.late, Some((21, 20)));
    assert!(part.dso.is_some());
}

#[test]
fn without_enough_history_it_is_that_of_all_and_without_any_what_is_assumed() {
    let mut book = Book::default();
    invoiced(&mut book, "Brun", "1", "2026-12-01", None);
    assert_eq!(of(&book).clients[0].pace.source, PaceSource::Assumed);
    assert_eq!(of(&book).clients[0].pace.delay, 14);
    for number in ["2", "3", "4"] {
        invoiced(&mut book, "Dubois", number, "2026-04-01", Some("2026-04-11"));
    }
    assert_eq!((of(&book).clients[0].pace.source, of(&book).clients[0].pace.delay), (PaceSource::All, 10));
    let half = Supposed { own_share: 50, ..Supposed::default() };
    run(&mut book, Command::SaveForecast(half), TODAY);
    assert_eq!(of(&book).clients[0].pace.delay, 12, "half of 10 and half of 14");
}

#[test]
fn a_promise_and_a_plan_replace_what_is_probable() {
    let mut book = Book::default();
    invoiced(&mut book, "Brun", "1", "2026-10-01", None);
    let promise = CircumstanceKind::Promise {
        amount: cents(40_000),
        by: day("2026-12-02"),
        who: String::new(),
        channel: Channel::Email,
    };
    let draft = CircumstanceDraft { date: day(TODAY), kind: promise, note: String::new() };
    run(&mut book, Command::AddCircumstance(ONE, draft), TODAY);
    // The rest, 52 days late: 75 % of 600 €, a week from today.
    let told = weeks(&of(&book));
    assert_eq!(told[0], ("2026-11-23".to_owned(), Amount::ZERO, Amount::ZERO, cents(45_000)));
    assert_eq!(told[1], ("2026-11-30".to_owned(), cents(40_000), Amount::ZERO, Amount::ZERO));

    let sum = |due: &str| Instalment { due: day(due), amount: cents(50_000) };
    let plan = PlanDraft {
        invoices: vec![ONE],
        proposed: day(TODAY),
        answer_by: day("2026-11-30"),
        down_payment: None,
        instalments: vec![sum("2026-12-15"), sum("2027-06-15")],
        penalties: Penalties::WaivedIfKept,
        interest: InterestDuring::Stops,
        notice_days: 8,
        reserved: Vec::new(),
        note: String::new(),
    };
    run(&mut book, Command::Plan(PlanCommand::Propose(plan)), TODAY);
    assert_eq!(weeks(&of(&book)), told, "what is only proposed is not counted on");
    run(
        &mut book,
        Command::Plan(PlanCommand::Accept(PlanId(1), Signing { proposed: day(TODAY), signed: day(TODAY) })),
        TODAY,
    );
    let none = Amount::ZERO;
    let wanted = [
        ("2026-12-14".to_owned(), none, cents(50_000), none),
        ("later".to_owned(), none, cents(50_000), none),
    ];
    assert_eq!(weeks(&of(&book)), wanted, "the plan covers the promise too");
}

/// 1,000 € due on 1 October, of which 100 € are given up for the rest by 4 December; the client agreed today.
fn settled(drops_penalties: bool, interest_first: bool) -> Book {
    let mut book = Book::default();
    invoiced(&mut book, "Brun", "1", "2026-10-01", None);
    if interest_first {
        run(&mut book, Command::SetAllocation(ONE, Allocation::InterestFirst), TODAY);
    }
    let kind = OfferKind::Discount { amount: cents(10_000), drops_penalties };
    let made = OfferDraft {
        kind,
        date: day("2026-11-20"),
        until: day("2026-12-04"),
        balance_by: None,
        note: String::new(),
    };
    run(&mut book, Command::Offer(ONE, OfferCommand::Make(made)), TODAY);
    book
}

fn agree(book: &mut Book) {
    run(book, Command::Offer(ONE, OfferCommand::Accept(OfferId(1), day(TODAY))), TODAY);
}

#[test]
fn an_offer_the_client_agreed_to_is_promised_and_what_it_gives_up_is_not_expected() {
    let none = Amount::ZERO;
    let week = |monday: &str, promised| (monday.to_owned(), cents(promised), none, none);
    for (drops, interest_first) in [(true, false), (false, false), (true, true), (false, true)] {
        let mut book = settled(drops, interest_first);
        let probable = ("2026-11-23".to_owned(), none, none, cents(75_000));
        assert_eq!(weeks(&of(&book)), [probable], "what is only offered changes nothing");
        agree(&mut book);
        let part = of(&book);
        assert_eq!(weeks(&part), [week("2026-11-30", 90_000)], "{drops} {interest_first}");
        assert_eq!((part.uncounted, part.apart.len()), (none, 0));
        // A part of it was promised for a day before: the same money, not more.
        let promise = CircumstanceKind::Promise {
            amount: cents(30_000),
            by: day("2026-11-27"),
            who: String::new(),
            channel: Channel::Email,
        };
        let draft = CircumstanceDraft { date: day(TODAY), kind: promise, note: String::new() };
        let mut earlier = book.clone();
        run(&mut earlier, Command::AddCircumstance(ONE, draft), TODAY);
        let wanted = [week("2026-11-23", 30_000), week("2026-11-30", 60_000)];
        assert_eq!(weeks(&of(&earlier)), wanted, "{drops} {interest_first}");
        // Nor is it contested any more.
        let kind = CircumstanceKind::dispute(DisputeCause::Price, cents(30_000), day("2026-12-01"));
        let draft = CircumstanceDraft { date: day(TODAY), kind, note: String::new() };
        let mut contested = book.clone();
        run(&mut contested, Command::AddCircumstance(ONE, draft), TODAY);
        assert_eq!((weeks(&of(&contested)), of(&contested).apart.len()), (weeks(&part), 0));
        // Once its day went by without the money, it is an invoice like another.
        let late = forecast(&book, day("2026-12-05"), None).parts.remove(0);
        let promised: Amount = late.weeks.iter().map(|week| week.promised).sum();
        assert_eq!((promised, quarter(&late.weeks)), (none, cents(60_000)));
    }
}

#[test]
fn what_was_not_due_when_an_offer_was_made_stays_probable() {
    let mut book = Book::default();
    let later = InvoiceDraft {
        kind: Some(DebtorKind::Business),
        later: vec![Instalment { due: day("2026-12-15"), amount: cents(40_000) }],
        ..InvoiceDraft::new("Brun", "1", day("2026-09-01"), day("2026-10-01"), cents(100_000))
    };
    run(&mut book, Command::SaveInvoice(None, later), TODAY);
    let made = OfferDraft {
        kind: OfferKind::Penalties,
        date: day("2026-11-20"),
        until: day("2026-12-04"),
        balance_by: None,
        note: String::new(),
    };
    run(&mut book, Command::Offer(ONE, OfferCommand::Make(made)), TODAY);
    agree(&mut book);
    let none = Amount::ZERO;
    let wanted = [
        ("2026-11-30".to_owned(), cents(60_000), none, none),
        ("2026-12-28".to_owned(), none, none, cents(38_000)),
    ];
    assert_eq!(weeks(&of(&book)), wanted);
}

#[test]
fn what_has_no_day_is_set_apart() {
    let mut book = Book::default();
    let contested = invoiced(&mut book, "Brun", "1", "2026-10-01", None);
    let kind = CircumstanceKind::Dispute {
        cause: DisputeCause::Price,
        amount: cents(30_000),
        answer_by: day("2026-12-01"),
        life: Box::default(),
    };
    let draft = CircumstanceDraft { date: day(TODAY), kind, note: String::new() };
    run(&mut book, Command::AddCircumstance(contested, draft), TODAY);
    let sued = invoiced(&mut book, "Dubois", "2", "2026-01-01", None);
    let act = ActDraft { kind: ActKind::CourtClaim, date: day("2026-06-01"), reference: String::new() };
    run(&mut book, Command::AddAct(sued, act), TODAY);
    invoiced(&mut book, "Failli", "3", "2026-06-01", None);
    let client = book.client_named("Failli").unwrap().id;
    let insolvent = ClientDraft {
        insolvency: Some(day("2026-09-01")),
        ..ClientDraft::named("Failli", DebtorKind::Business)
    };
    run(&mut book, Command::SaveClient(Some(client), insolvent), TODAY);
    let part = of(&book);
    let apart: BTreeMap<Apart, Amount> = part.apart.iter().map(|one| (one.why, one.amount)).collect();
    let wanted = [(Apart::Insolvent, 100_000), (Apart::Disputed, 30_000), (Apart::InCourt, 100_000)];
    assert_eq!(apart, wanted.map(|(why, amount)| (why, cents(amount))).into());
    assert_eq!(part.quarter(), cents(52_500), "75 % of what is left of the first");
}

/// What somebody collects keeps a share of it, and comes when it comes.
#[test]
fn what_a_collector_has_in_hand_has_no_day() {
    let mut book = Book::default();
    let id = invoiced(&mut book, "Brun", "1", "2026-06-01", None);
    let with = ProceedingDraft {
        with: "Cabinet Roux".to_owned(),
        ..ProceedingDraft::new(ProceedingKind::HandedOver, day("2026-10-05"))
    };
    run(&mut book, Command::Proceeding(ProceedingCommand::Begin(vec![id], with)), TODAY);
    let part = of(&book);
    let apart: Vec<_> = part.apart.iter().map(|one| (one.why, one.amount)).collect();
    assert_eq!((apart, part.quarter()), (vec![(Apart::HandedOver, cents(100_000))], Amount::ZERO));
}

/// The time given to what is late already is an assumption like the others: said, set, and kept only where it was.
#[test]
fn the_time_given_to_what_is_late_is_the_users_to_set() {
    let mut book = Book::default();
    invoiced(&mut book, "Brun", "1", "2026-03-01", None);
    assert_eq!(weeks(&of(&book))[0].0, "2026-11-23", "a week from today");
    let month = Supposed { catch_up: 30, ..Supposed::default() };
    run(&mut book, Command::SaveForecast(month), TODAY);
    assert_eq!(weeks(&of(&book))[0].0, "2026-12-21", "thirty days from today");
    let kept = |supposed: &Supposed| serde_json::to_string(supposed).unwrap().contains("catch_up");
    assert!(!kept(&Supposed::default()) && kept(&Supposed { catch_up: 30, ..Supposed::default() }));
    let form =
        ForecastForm { catch_up: "400".to_owned(), ..ForecastForm::start(&Supposed::default(), Lang::Fr) };
    assert!(form.parse().1.problem_of(ForecastField::CatchUp).is_some());
}

#[test]
fn currencies_are_never_added() {
    let mut book = Book::default();
    invoiced(&mut book, "Brun", "1", "2026-12-01", None);
    let francs = InvoiceDraft {
        currency: Currency::CHF,
        ..InvoiceDraft::new("Brun", "2", day("2026-11-01"), day("2026-12-01"), cents(100_000))
    };
    run(&mut book, Command::SaveInvoice(None, francs), TODAY);
    let parts = forecast(&book, day(TODAY), None).parts;
    let told: Vec<_> = parts.iter().map(|part| (part.currency, part.quarter())).collect();
    assert_eq!(told, [(Currency::EUR, cents(95_000)), (Currency::CHF, cents(95_000))]);
}

#[test]
fn one_client_not_paying_shows_in_the_weeks_and_in_the_lowest_point() {
    let mut book = Book::default();
    invoiced(&mut book, "Brun", "1", "2026-12-01", None);
    invoiced(&mut book, "Dubois", "2", "2026-12-01", None);
    let brun = book.client_named("Brun").unwrap().id;
    let part = forecast(&book, day(TODAY), Some(brun)).parts.remove(0);
    assert_eq!(part.quarter(), cents(190_000));
    let without = part.without.unwrap();
    assert_eq!(quarter(&without), cents(95_000));
    // 1,000 € in hand, 100 € a week: lowest before the money of the fifth week comes.
    let low = |weeks: &[Week]| lowest(weeks, Some(cents(100_000)), Some(cents(10_000))).unwrap();
    assert_eq!((low(&part.weeks).amount, low(&part.weeks).monday), (cents(60_000), day("2026-12-07")));
    let ends = |weeks: &[Week]| balances(weeks, cents(100_000), cents(10_000)).last().copied().unwrap();
    assert_eq!(ends(&part.weeks) - ends(&without), cents(95_000));
}

#[test]
fn assumptions_are_checked_at_their_fields_and_kept() {
    let start = ForecastForm::start(&Supposed::default(), Lang::Fr);
    assert_eq!(start.parse().0, Some(Supposed::default()));
    let wrong = ForecastForm { delay: "400".to_owned(), cash: "x".to_owned(), ..start.clone() };
    let (none, findings) = wrong.parse();
    assert_eq!(none, None);
    assert!(findings.problem_of(ForecastField::Delay).is_some());
    assert!(findings.problem_of(ForecastField::Cash).is_some());
    let mut own = start;
    own.chances[2] = "101".to_owned();
    assert!(own.parse().1.problem_of(ForecastField::Chance(2)).is_some());
    own.chances[2] = "50".to_owned();
    own.cash = "-1240,50".to_owned();
    let known = own.parse().0.unwrap();
    assert_eq!((known.chances[2], known.cash), (50, Some(cents(-124_050))));
    for lang in [Lang::Fr, Lang::En] {
        let again = ForecastForm::start(&known, lang).parse().0;
        assert_eq!(again.as_ref(), Some(&known), "an overdraft reads back");
    }
}

#[test]
fn what_was_sold_or_lost_is_in_no_forecast_and_an_order_has_no_day() {
    let mut book = Book::default();
    let sold = invoiced(&mut book, "Brun", "1", "2026-10-25", None);
    let lost = invoiced(&mut book, "Colin", "2", "2026-10-25", None);
    let sued = invoiced(&mut book, "Dune", "3", "2026-10-25", None);
    let before = of(&book);
    assert!(!weeks(&before).is_empty() && before.apart.is_empty());
    for (id, kind) in [
        (sold, ProceedingKind::Sold),
        (lost, ProceedingKind::WrittenOff),
        (sued, ProceedingKind::PaymentOrder),
    ] {
        let price = (kind == ProceedingKind::Sold).then(|| cents(20_000));
        let draft = ProceedingDraft { amount: price, ..ProceedingDraft::new(kind, day("2026-11-02")) };
        run(&mut book, Command::Proceeding(ProceedingCommand::Begin(vec![id], draft)), "2026-11-02");
    }
    let after = of(&book);
    let apart: Vec<_> = after.apart.iter().map(|one| (one.invoice, one.why)).collect();
    assert_eq!(apart, [(sold, Apart::Sold), (sued, Apart::InCourt)]);
    assert_eq!(after.apart.first().map(|one| one.amount), Some(cents(20_000)), "the price is still to come");
    assert_eq!(after.owed, before.owed - cents(200_000), "and neither is owed any more");
    assert_eq!(after.clients.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Dune"]);
}

/// A signed plan of one invoice or several over so many monthly sums, and what came in on it.
#[derive(Clone, Debug)]
struct Planned {
    amounts: Vec<i64>,
    penalties: Penalties,
    interest_first: bool,
    sums: u32,
    paid: i64,
}

fn any_plan() -> impl Strategy<Value = Planned> {
    let penalties =
        prop::sample::select(vec![Penalties::Included, Penalties::Frozen, Penalties::WaivedIfKept]);
    (prop::collection::vec(10_000_i64..500_000, 1..4), penalties, any::<bool>(), 1_u32..8, 0_i64..300_000)
        .prop_map(|(amounts, penalties, interest_first, sums, paid)| Planned {
            amounts,
            penalties,
            interest_first,
            sums,
            paid,
        })
}

/// The book of such a plan, proposed and signed on the 1st of October.
fn planned(plan: &Planned) -> Book {
    let mut book = Book::default();
    let on = "2026-10-01";
    let due = ["2026-03-01", "2026-05-01", "2026-07-01"];
    for (amount, due) in plan.amounts.iter().zip(due) {
        let draft = InvoiceDraft {
            kind: Some(DebtorKind::Business),
            ..InvoiceDraft::new("Brun", due, day("2026-02-01"), day(due), cents(*amount))
        };
        run(&mut book, Command::SaveInvoice(None, draft), on);
        let id = book.cases().last().unwrap().invoice.id;
        if plan.interest_first {
            let choice = Command::SetAllocation(id, Allocation::InterestFirst);
            run(&mut book, choice, on);
        }
    }
    let claims: Vec<_> = book.cases().map(|case| book.claim(case, day(on))).collect();
    let terms = PlanTerms {
        amount: plan.penalties.amount(&claims),
        down_payment: Amount::ZERO,
        first: day("2026-12-01"),
        rhythm: Rhythm::Monthly,
        division: Division::Count(plan.sums),
        working_days: None,
    };
    let draft = PlanDraft {
        invoices: book.cases().map(|case| case.invoice.id).collect(),
        proposed: day(on),
        answer_by: day("2026-10-09"),
        down_payment: None,
        instalments: terms.schedule().unwrap().instalments,
        penalties: plan.penalties,
        interest: InterestDuring::Stops,
        notice_days: 8,
        reserved: Vec::new(),
        note: String::new(),
    };
    run(&mut book, Command::Plan(PlanCommand::Propose(draft)), on);
    let signing = Signing { proposed: day(on), signed: day(on) };
    run(&mut book, Command::Plan(PlanCommand::Accept(PlanId(1), signing)), on);
    if plan.paid > 0 {
        let draft = MovementDraft::new(MovementKind::Payment, day("2026-11-02"), cents(plan.paid));
        run(&mut book, Command::AddMovement(ONE, draft), TODAY);
    }
    book
}

#[test]
fn a_plan_with_penalties_counts_the_principal_it_holds_and_tells_the_rest_apart() {
    let of_plan = |penalties, interest_first| {
        let plan = Planned { amounts: vec![100_000], penalties, interest_first, sums: 2, paid: 0 };
        let book = planned(&plan);
        let owed = book.claim(book.case(ONE).unwrap(), day("2026-10-01"));
        (of(&book), owed)
    };
    let (part, then) = of_plan(Penalties::Included, false);
    let spread = then.total;
    assert!(spread > cents(100_000));
    assert_eq!((part.quarter(), part.besides), (cents(100_000), spread - cents(100_000)));
    // The principal comes first: the first sum is principal alone.
    let first = weeks(&part)[0].clone();
    let half = cents(spread.cents() / 2);
    assert_eq!(first, ("2026-11-30".to_owned(), Amount::ZERO, half, Amount::ZERO));
    assert_eq!(part.clients[0].counted, cents(100_000));
    // Interest first: what it is by now comes before any principal.
    let (part, _) = of_plan(Penalties::Included, true);
    assert!(weeks(&part)[0].2 < half);
    assert_eq!((part.quarter(), part.besides), (cents(100_000), spread - cents(100_000)));
    for interest_first in [false, true] {
        let (part, _) = of_plan(Penalties::Frozen, interest_first);
        assert_eq!((part.quarter(), part.besides), (cents(100_000), Amount::ZERO));
    }
}

/// A sum of a plan that was missed is no certain money of this week: it is weighed like an invoice as late as it.
#[test]
fn a_missed_instalment_is_probable() {
    let plan = Planned {
        amounts: vec![100_000],
        penalties: Penalties::Frozen,
        interest_first: false,
        sums: 2,
        paid: 0,
    };
    let book = planned(&plan);
    let told = |on: &str| {
        let [part] = &forecast(&book, day(on), None).parts[..] else { panic!("one currency") };
        (weeks(part), part.clone())
    };
    let none = Amount::ZERO;
    // Due on Tuesday 1 December: a transfer made then may still be under way on the day after.
    let (under_way, _) = told("2026-12-02");
    assert_eq!(under_way[0], ("2026-11-30".to_owned(), none, cents(50_000), none));
    let (missed, part) = told("2026-12-10");
    // 14 days of usual lateness after its day; 90 % of it, as of an invoice nine days late.
    assert_eq!(missed[0], ("2026-12-14".to_owned(), none, none, cents(45_000)));
    assert_eq!(missed[1], ("2026-12-28".to_owned(), none, cents(50_000), none), "the next is planned still");
    assert_eq!((part.uncounted, part.quarter()), (cents(5_000), cents(95_000)));
    let said = part.reasons.iter().flat_map(|week| &week.told);
    let said = said.map(|one| reason(Lang::Fr, &one.why, Currency::EUR).replace(['\u{a0}', '\u{202f}'], " "));
    let said: Vec<String> = said.collect();
    assert!(said.iter().any(|text| text.starts_with("90 % de 500,00 € (9 jours de retard)")), "{said:?}");
}

proptest! {
    #[test]
    fn each_cent_of_a_plan_is_counted_once_and_as_what_it_is(plan in any_plan()) {
        let book = planned(&plan);
        let claims: Vec<_> = book.cases().map(|case| book.claim(case, day(TODAY))).collect();
        let principal: Amount = claims.iter().map(|claim| claim.principal_left).sum();
        let total: Amount = claims.iter().map(|claim| claim.total).sum();
        let Forecast { parts, .. } = forecast(&book, day(TODAY), None);
        let counted: Amount = parts.iter().flat_map(|part| &part.weeks).map(Week::total).sum();
        let uncounted: Amount = parts.iter().map(|part| part.uncounted).sum();
        let apart: Amount = parts.iter().flat_map(|part| &part.apart).map(|one| one.amount).sum();
        // Not more as principal than is owed as principal, and not less either.
        prop_assert_eq!(counted + uncounted + apart, principal);
        let besides: Amount = parts.iter().map(|part| part.besides).sum();
        prop_assert!(besides <= total - principal, "{} of {}", besides, total - principal);
        if plan.penalties != Penalties::Included && plan.paid == 0 {
            prop_assert_eq!(besides, Amount::ZERO);
        }
    }

    #[test]
    fn what_came_of_an_agreed_offer_is_no_longer_expected(
        (drops, interest_first, paid) in (any::<bool>(), any::<bool>(), 1_i64..=100_000),
    ) {
        let mut book = settled(drops, interest_first);
        let asked = book.case(ONE).unwrap().offers[0].pay;
        agree(&mut book);
        let draft = MovementDraft::new(MovementKind::Payment, day(TODAY), cents(paid));
        run(&mut book, Command::AddMovement(ONE, draft), TODAY);
        let left = book.claim(book.case(ONE).unwrap(), day(TODAY)).principal_left;
        let wanted = (left - cents(10_000)).min(asked - cents(paid));
        let wanted = if wanted.is_positive() { wanted } else { Amount::ZERO };
        let parts = forecast(&book, day(TODAY), None).parts;
        let weeks = || parts.iter().flat_map(|part| &part.weeks);
        prop_assert_eq!(weeks().map(|week| week.promised).sum::<Amount>(), wanted);
        prop_assert_eq!(weeks().map(Week::total).sum::<Amount>(), wanted, "and nothing is probable besides");
    }

    #[test]
    fn no_client_is_expected_to_pay_more_than_it_owes(book in support::a_book(40)) {
        let today = support::today();
        let known = forecast(&book, today, None);
        for part in &known.parts {
            let mut principal: BTreeMap<ClientId, Amount> = BTreeMap::new();
            for case in book.cases().filter(|case| case.invoice.currency == part.currency) {
                let claim = book.claim(case, today);
                *principal.entry(case.invoice.client).or_default() += claim.principal_left;
            }
            for one in &part.clients {
                let apart: Amount = part.apart.iter().filter(|known| known.client == one.client).map(|known| known.amount).sum();
                prop_assert!(one.counted + apart <= principal[&one.client], "{one:?}");
                prop_assert_eq!(one.owed, principal[&one.client]);
            }
            let counted: Amount = part.weeks.iter().map(Week::total).sum();
            let by_client: Amount = part.clients.iter().map(|one| one.counted).sum();
            prop_assert_eq!(counted, by_client, "every sum is in one week");
        }
    }
}
