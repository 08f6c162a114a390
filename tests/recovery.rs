//! The ways out of a claim: what they ask for, what they bring, and that no advice spends more than can be recovered.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use relance::base::{Amount, Currency, Lang, Percent};
use relance::domain::assumptions::Assumptions;
use relance::domain::circumstance::Unpaid;
use relance::domain::cost::Level;
use relance::domain::court::{Court, Seat, Standing};
use relance::domain::party::DebtorKind;
use relance::domain::recovery::{
    Advice, Answer, Availability, Condition, Contact, ExpenseName, FactFile, Notice, Outlook, Prospect,
    Quoted, RecoveryRoute, Situation, Turn, advice, beyond, findings, prospects,
};
use relance::text::words::recovery::advice::{notes, sentence, then};
use relance::text::words::recovery::aside::beyond_line;
use relance::text::words::recovery::incomparable;
use relance::text::words::recovery::{condition, route};
use support::day;

fn grenoble() -> Seat {
    Seat::of("4 place du Marché\n38000 Grenoble")
}

/// 3,480 € five weeks late, one reminder, nothing else known.
fn late() -> Situation {
    Situation {
        today: day("2026-11-29"),
        debtor: DebtorKind::Business,
        standing: Standing::Trader,
        has_form: true,
        seat: grenoble(),
        currency: Currency::EUR,
        principal: Amount::from_cents(348_000),
        contested: Amount::ZERO,
        accessories: Amount::from_cents(9_000),
        interest: Amount::from_cents(5_000),
        due: day("2026-10-25"),
        contact: Contact::Recorded,
        reminders: 1,
        notice: Notice::None,
        expires: Some(day("2031-10-25")),
        insolvent: false,
        conciliated: false,
        engaged: None,
        promise_broken: false,
        reason: None,
        acknowledged: false,
        spent: Amount::ZERO,
        at_stake: Amount::from_cents(357_000),
    }
}

/// The same four months late, its formal notice unanswered.
fn noticed() -> Situation {
    Situation { due: day("2026-07-20"), reminders: 3, notice: Notice::Over(day("2026-11-20")), ..late() }
}

fn all(at: &Situation) -> Vec<Prospect> {
    prospects(at, FactFile::builtin(), &Assumptions::default(), &Outlook::default())
}

fn of(at: &Situation, route: RecoveryRoute) -> Prospect {
    all(at).into_iter().find(|one| one.route == route).unwrap()
}

fn advised(at: &Situation) -> Advice {
    advice(at, &all(at), &Assumptions::default())
}

fn answer(at: &Situation, route: RecoveryRoute, condition: Condition) -> Option<Answer> {
    findings(route, at).iter().find(|finding| finding.condition == condition).map(|finding| finding.answer)
}

#[test]
fn a_fresh_claim_is_best_chased_further() {
    let Advice::Take { route, net, turn, then, .. } = advised(&late()) else {
        panic!("{:?}", advised(&late()))
    };
    assert_eq!(route, RecoveryRoute::KeepChasing);
    assert_eq!(net.expected, Amount::from_cents(259_000), "75 % of 3,480 € less half an hour");
    assert!(matches!(turn, Turn::Below { .. }));
    assert_eq!(then, Some((RecoveryRoute::PaymentOrder, Condition::NoticeOver)));
}

#[test]
fn after_an_unanswered_notice_a_court_is_asked() {
    let at = noticed();
    let Advice::Take { route, turn, .. } = advised(&at) else { panic!("{:?}", advised(&at)) };
    assert_eq!(route, RecoveryRoute::PaymentOrder);
    let Turn::Below { chance, to } = turn else { panic!("{turn:?}") };
    let (best, other) = (of(&at, route), of(&at, to).net.unwrap().expected);
    assert!(other <= best.net_at(chance), "at the turn it is still as good");
    let below = Percent::nearest(i64::from(chance.value()) - 1);
    assert!(best.net_at(below) < other, "below it the other is better");
}

#[test]
fn the_court_decides_what_the_order_costs() {
    let fees = |at: &Situation| -> Vec<ExpenseName> {
        of(at, RecoveryRoute::PaymentOrder).expenses.iter().map(|row| row.name).collect()
    };
    assert_eq!(fees(&noticed()), [ExpenseName::Clerk, ExpenseName::Service]);
    let consumer = Situation { debtor: DebtorKind::Consumer, standing: Standing::Consumer, ..noticed() };
    assert_eq!(fees(&consumer), [ExpenseName::Clerk, ExpenseName::LegalAid, ExpenseName::Service]);
    let unconfirmed = of(&consumer, RecoveryRoute::PaymentOrder).expenses;
    assert!(unconfirmed.iter().any(|row| row.name == ExpenseName::LegalAid && !row.confirmed));
}

#[test]
fn what_is_missing_is_said_and_what_cannot_be_had_closes_the_way() {
    let fresh = Situation { contact: Contact::None, reminders: 0, ..late() };
    for route in RecoveryRoute::ALL {
        let availability = of(&fresh, route).availability;
        let court = matches!(
            route,
            RecoveryRoute::LawyerLetter
                | RecoveryRoute::Simplified
                | RecoveryRoute::Uncontested
                | RecoveryRoute::PaymentOrder
                | RecoveryRoute::Summary
                | RecoveryRoute::Ordinary
                | RecoveryRoute::European
        );
        let asks = answer(&fresh, route, Condition::Contacted) == Some(Answer::Missing);
        assert_eq!(asks, court, "{route:?}: no court before an amicable contact ({availability:?})");
        assert!(!court || availability != Availability::Open, "{route:?}");
    }
    let excused = Situation { contact: Contact::Excused, ..fresh };
    let liberal = Situation { standing: Standing::OtherProfessional, ..excused.clone() };
    assert_eq!(of(&liberal, RecoveryRoute::Simplified).availability, Availability::Open);
    assert_eq!(
        of(&excused, RecoveryRoute::PaymentOrder).availability,
        Availability::After(Condition::NoticeOver)
    );
    let closed = |at: &Situation, route| of(at, route).availability;
    let abroad = Situation { seat: Seat::Abroad { union: true }, ..noticed() };
    assert_eq!(closed(&abroad, RecoveryRoute::European), Availability::Open);
    assert_eq!(closed(&abroad, RecoveryRoute::PaymentOrder), Availability::Closed(Condition::InFrance));
    assert_eq!(closed(&noticed(), RecoveryRoute::European), Availability::Closed(Condition::InUnion));
    let public = Situation { debtor: DebtorKind::Public, ..noticed() };
    assert_eq!(closed(&public, RecoveryRoute::PaymentOrder), Availability::Closed(Condition::NotPublic));
    assert_eq!(closed(&public, RecoveryRoute::Mediator), Availability::Open);
    let consumer = Situation { debtor: DebtorKind::Consumer, standing: Standing::Consumer, ..noticed() };
    assert_eq!(closed(&consumer, RecoveryRoute::Mediator), Availability::Closed(Condition::Professional));
    assert_eq!(closed(&consumer, RecoveryRoute::Uncontested), Availability::Closed(Condition::DebtorTrader));
    let old = Situation { expires: Some(day("2026-11-28")), ..noticed() };
    assert_eq!(closed(&old, RecoveryRoute::Ordinary), Availability::Closed(Condition::InTime));
}

#[test]
fn nothing_can_be_claimed_once_the_time_to_sue_is_over() {
    let old = Situation { expires: Some(day("2026-11-28")), ..noticed() };
    assert_eq!(advised(&old), Advice::Expired(day("2026-11-28")));
    for route in RecoveryRoute::ALL.into_iter().filter(|route| *route != RecoveryRoute::WriteOff) {
        assert!(
            matches!(of(&old, route).availability, Availability::Closed(_)),
            "{route:?}: {:?}",
            of(&old, route).availability
        );
    }
    assert_ne!(
        advised(&Situation { expires: Some(day("2026-11-29")), ..noticed() }),
        Advice::Expired(day("2026-11-29"))
    );
    // A debtor of unknown kind has the shortest time, which may not be its own: it is asked.
    let unknown = Situation { debtor: DebtorKind::Unknown, ..old };
    assert_eq!(
        of(&unknown, RecoveryRoute::KeepChasing).availability,
        Availability::ToCheck(Condition::InTime)
    );
    let Advice::Prepare { first, .. } = advised(&unknown) else { panic!("{:?}", advised(&unknown)) };
    assert!(!first.is_step(), "{first:?} is a question");
}

#[test]
fn a_law_whose_times_are_not_known_leaves_a_question_and_chasing_goes_on() {
    let foreign = Situation { expires: None, seat: Seat::Abroad { union: true }, ..noticed() };
    for route in [RecoveryRoute::European, RecoveryRoute::Agency, RecoveryRoute::LawyerLetter] {
        assert_eq!(answer(&foreign, route, Condition::InTime), Some(Answer::Unknown), "{route:?}");
        assert_eq!(of(&foreign, route).availability, Availability::ToCheck(Condition::InTime), "{route:?}");
    }
    assert_eq!(answer(&foreign, RecoveryRoute::KeepChasing, Condition::InTime), None);
    assert_eq!(of(&foreign, RecoveryRoute::KeepChasing).availability, Availability::Open);
    let advice = advised(&foreign);
    let Advice::Take { route, then: Some(next), .. } = advice else { panic!("{advice:?}") };
    assert_eq!((route, next.1), (RecoveryRoute::KeepChasing, Condition::InTime));
    let said = then(Lang::Fr, next, &foreign);
    assert!(said.starts_with("Vérifiez la prescription selon le droit de la facture"), "{said}");
}

#[test]
fn penalties_left_after_the_principal_are_a_claim_of_their_own() {
    let left = Situation { principal: Amount::ZERO, accessories: Amount::from_cents(9_240), ..late() };
    assert_eq!((left.claimed(), left.uncontested()), (Amount::from_cents(9_240), Amount::from_cents(9_240)));
    let chase = of(&left, RecoveryRoute::KeepChasing);
    assert_eq!((chase.recovered, chase.recovered_high), (left.accessories, left.accessories), "counted once");
    let Advice::Take { route, net, .. } = advised(&left) else { panic!("{:?}", advised(&left)) };
    assert_eq!(route, RecoveryRoute::KeepChasing);
    assert!(net.expected.is_positive());
    let said = notes(Lang::Fr, &advised(&left), &left).join(" ");
    assert!(said.contains("Le principal est payé") && said.contains("92,40"), "{said}");
}

#[test]
fn a_small_claim_in_the_civil_court_asks_for_a_conciliation_first() {
    let liberal = Situation { standing: Standing::OtherProfessional, ..noticed() };
    let missing = Availability::After(Condition::Conciliated);
    assert_eq!(of(&liberal, RecoveryRoute::Ordinary).availability, missing);
    assert_eq!(
        of(&liberal, RecoveryRoute::PaymentOrder).availability,
        Availability::Open,
        "not for an order"
    );
    let tried = Situation { conciliated: true, ..liberal.clone() };
    assert_eq!(of(&tried, RecoveryRoute::Ordinary).availability, Availability::Open);
    let above = Situation { principal: Amount::from_cents(500_000), ..liberal };
    assert_eq!(answer(&above, RecoveryRoute::Ordinary, Condition::Conciliated), None, "above 5,000 €");
    assert_eq!(answer(&noticed(), RecoveryRoute::Ordinary, Condition::Conciliated), None, "commercial court");
}

#[test]
fn a_name_without_a_legal_form_is_no_proof_of_a_trader() {
    let guessed = Situation { has_form: false, ..noticed() };
    let trader = |at: &Situation| answer(at, RecoveryRoute::Uncontested, Condition::DebtorTrader);
    assert_eq!((trader(&noticed()), trader(&guessed)), (Some(Answer::Met), Some(Answer::Unknown)));
}

#[test]
fn nobody_of_unknown_kind_is_sued() {
    for at in [late(), noticed()] {
        let unknown = Situation { debtor: DebtorKind::Unknown, standing: Standing::Consumer, ..at };
        for route in [RecoveryRoute::Summary, RecoveryRoute::Ordinary] {
            assert_eq!(answer(&unknown, route, Condition::KindKnown), Some(Answer::Unknown));
            assert_ne!(of(&unknown, route).availability, Availability::Open);
        }
        match advised(&unknown) {
            Advice::Take { route, then, .. } => {
                assert!(!unknown.asks_kind(route));
                let asks = |(route, first)| !unknown.asks_kind(route) || first == Condition::KindKnown;
                assert!(then.is_none_or(asks));
            }
            Advice::Prepare { route, first, .. } => {
                assert!(!unknown.asks_kind(route) || first == Condition::KindKnown);
            }
            _ => {}
        }
    }
}

#[test]
fn a_commercial_clerk_whose_price_was_not_read_is_named() {
    let clerk = |at: &Situation, route| of(at, route).clerk_unknown;
    assert!(clerk(&noticed(), RecoveryRoute::Summary) && clerk(&noticed(), RecoveryRoute::Ordinary));
    assert!(!clerk(&noticed(), RecoveryRoute::PaymentOrder), "its price is known");
    let liberal = Situation { standing: Standing::OtherProfessional, ..noticed() };
    assert!(!clerk(&liberal, RecoveryRoute::Ordinary));
}

#[test]
fn what_nobody_knows_is_a_question_and_no_yes() {
    let no_address = Situation { seat: Seat::Unknown, ..noticed() };
    for route in [RecoveryRoute::PaymentOrder, RecoveryRoute::Summary, RecoveryRoute::Mediator] {
        assert_eq!(
            of(&no_address, route).availability,
            Availability::ToCheck(Condition::InFrance),
            "{route:?}"
        );
    }
    let Advice::Take { route, then: Some((to, first)), .. } = advised(&no_address) else {
        panic!("{:?}", advised(&no_address))
    };
    assert_eq!((of(&no_address, route).availability, first), (Availability::Open, Condition::InFrance));
    let said = then(Lang::Fr, (to, first), &no_address);
    assert!(said.starts_with("Complétez l’adresse du client"), "{said}");
    assert_eq!(
        of(&noticed(), RecoveryRoute::Simplified).availability,
        Availability::ToCheck(Condition::NotReplaced),
        "between traders another procedure takes its place"
    );
}

#[test]
fn a_step_that_is_missing_comes_before_what_nobody_knows() {
    // Between traders the simplified procedure is uncertain; before a first word to the client it is none at all.
    let fresh = Situation { contact: Contact::None, reminders: 0, ..late() };
    let route = RecoveryRoute::Simplified;
    assert_eq!(of(&fresh, route).availability, Availability::After(Condition::Contacted));
    assert_eq!(answer(&fresh, route, Condition::NotReplaced), Some(Answer::Unknown), "and is still asked");
    let nowhere = Situation { seat: Seat::Unknown, ..late() };
    assert_eq!(
        of(&nowhere, RecoveryRoute::PaymentOrder).availability,
        Availability::After(Condition::NoticeOver)
    );
    assert_eq!(condition::badge(Lang::Fr, of(&fresh, route).availability), "d’abord\u{a0}: démarche amiable");
    // What closes a way still closes it.
    let public = Situation { debtor: DebtorKind::Public, ..fresh };
    assert_eq!(of(&public, route).availability, Availability::Closed(Condition::NotPublic));
}

#[test]
fn what_is_not_due_is_prepared_and_not_compared() {
    let due = day("2026-12-15");
    let early = Situation {
        principal: Amount::ZERO,
        accessories: Amount::ZERO,
        interest: Amount::ZERO,
        due,
        ..late()
    };
    assert_eq!(advised(&early), Advice::NotLate(due));
    for route in RecoveryRoute::ALL.into_iter().filter(|route| *route != RecoveryRoute::WriteOff) {
        assert_ne!(of(&early, route).availability, Availability::Open, "{route:?}");
    }
    let (_, tail) = sentence(Lang::Fr, &advised(&early), Percent::ZERO, &early);
    assert!(tail.contains("préparez"), "{tail}");
}

#[test]
fn dollars_are_compared_with_no_euros() {
    let dollars = Situation { currency: Currency::parse("USD").unwrap(), ..noticed() };
    assert_eq!(advised(&dollars), Advice::OtherCurrency);
    assert_eq!(answer(&dollars, RecoveryRoute::Simplified, Condition::SmallClaim), Some(Answer::Unknown));
    let (head, tail) = sentence(Lang::Fr, &advised(&dollars), Percent::ZERO, &dollars);
    assert!(head.contains("taux de change") && tail.contains("USD"), "{head}{tail}");
}

#[test]
fn a_claim_in_court_costs_what_its_court_asks_for() {
    use ExpenseName::{Lawyer, LegalAid, Writ};

    let rows = |at: &Situation, route| {
        let one = of(at, route);
        let names =
            |rows: &[relance::domain::recovery::Expense]| rows.iter().map(|row| row.name).collect::<Vec<_>>();
        (names(&one.expenses), names(&one.optional))
    };
    let civil = Situation { standing: Standing::OtherProfessional, ..noticed() };
    for route in [RecoveryRoute::Summary, RecoveryRoute::Ordinary] {
        assert_eq!(rows(&noticed(), route), (vec![Writ], vec![Lawyer]), "{route:?}, a trader");
        assert_eq!(rows(&civil, route), (vec![LegalAid, Writ], vec![Lawyer]), "{route:?}, a civil court");
    }
    let with = |principal| Situation { principal: Amount::from_cents(principal), ..noticed() };
    // 90 € of interest and fixed sum on top.
    assert_eq!(rows(&with(991_000), RecoveryRoute::Ordinary).1, [Lawyer]);
    assert_eq!(rows(&with(991_001), RecoveryRoute::Ordinary).0, [Lawyer, Writ], "compulsory above 10,000 €");
    let public = Situation { debtor: DebtorKind::Public, ..noticed() };
    assert_eq!(public.court(), Court::Administrative);
    assert_eq!(of(&public, RecoveryRoute::Summary).availability, Availability::Open);
    assert_eq!(rows(&public, RecoveryRoute::Summary), (vec![Lawyer], vec![]), "a request, no writ");
}

#[test]
fn the_small_claims_procedure_ends_at_five_thousand_interest_included() {
    let of_cents = |principal, accessories| Situation {
        principal: Amount::from_cents(principal),
        accessories: Amount::from_cents(accessories),
        interest: Amount::from_cents(accessories),
        ..late()
    };
    for (principal, accessories, expected) in
        [(500_000, 0, Answer::Met), (499_999, 1, Answer::Met), (499_999, 2, Answer::Missing)]
    {
        let at = of_cents(principal, accessories);
        assert_eq!(answer(&at, RecoveryRoute::Simplified, Condition::SmallClaim), Some(expected));
    }
}

#[test]
fn what_nobody_knows_yet_is_never_advised() {
    let at = noticed();
    let new = of(&at, RecoveryRoute::Uncontested);
    assert_eq!(answer(&at, RecoveryRoute::Uncontested, Condition::Tariff), Some(Answer::Unknown));
    assert_eq!(answer(&at, RecoveryRoute::Uncontested, Condition::CreditorTrader), Some(Answer::Unknown));
    assert_eq!((new.net, new.facts.advisable), (None, false));
}

#[test]
fn insolvency_payment_and_other_money_come_before_any_way() {
    let with = |change: fn(&mut Situation)| {
        let mut at = noticed();
        change(&mut at);
        advised(&at)
    };
    let settled = |at: &mut Situation| (at.principal, at.accessories) = (Amount::ZERO, Amount::ZERO);
    assert_eq!(with(settled), Advice::Settled);
    assert_eq!(with(|at| at.currency = Currency::GBP), Advice::OtherCurrency);
    let due = day("2026-11-29");
    let soon = Situation { principal: Amount::ZERO, due, ..late() };
    assert_eq!(advised(&soon), Advice::NotLate(due));
    let insolvent = Situation { insolvent: true, ..noticed() };
    for route in RecoveryRoute::ALL.into_iter().filter(|route| *route != RecoveryRoute::WriteOff) {
        assert_eq!(of(&insolvent, route).availability, Availability::Closed(Condition::Solvent), "{route:?}");
    }
}

#[test]
fn what_is_wholly_contested_is_settled_first() {
    let at = Situation { contested: Amount::from_cents(348_000), ..noticed() };
    assert_eq!(
        of(&at, RecoveryRoute::PaymentOrder).availability,
        Availability::After(Condition::Uncontested)
    );
    let Advice::Take { route, .. } = advised(&at) else { panic!("{:?}", advised(&at)) };
    assert_eq!(route, RecoveryRoute::Mediator, "it reaches what is contested");
}

#[test]
fn a_tiny_claim_is_not_worth_an_hour() {
    let at = Situation {
        principal: Amount::from_cents(4_000),
        accessories: Amount::ZERO,
        interest: Amount::ZERO,
        at_stake: Amount::from_cents(4_000),
        due: day("2025-06-01"),
        ..noticed()
    };
    assert!(matches!(advised(&at), Advice::Stop { .. }), "{:?}", advised(&at));
}

#[test]
fn the_stop_line_stops_and_says_where_it_would_not() {
    let at = noticed();
    let line = |share: Percent| Assumptions {
        alert: Some(Percent::ZERO),
        stop: Some(share),
        ..Assumptions::default()
    };
    let stopped = advice(&at, &all(&at), &line(Percent::ZERO));
    let Advice::Stop { turn: Turn::Line { share, to } } = stopped else { panic!("{stopped:?}") };
    let moved = advice(&at, &all(&at), &line(share));
    assert!(matches!(moved, Advice::Take { route, .. } if route == to), "{moved:?}");
    let below = Percent::nearest(i64::from(share.value()) - 1);
    assert!(matches!(advice(&at, &all(&at), &line(below)), Advice::Stop { .. }));
}

#[test]
fn a_way_the_stop_line_passes_over_is_named_with_the_line() {
    let at = Situation { spent: Amount::from_cents(12_300), ..noticed() };
    let passed = (0..=100).find_map(|share| {
        let stop = Some(Percent::nearest(share));
        let own = Assumptions { alert: Some(Percent::ZERO), stop, ..Assumptions::default() };
        let advised = advice(&at, &all(&at), &own);
        Some((own.stop_line(), advised, beyond(&at, &all(&at), &own, &advised)?))
    });
    let (line, advised, known) = passed.unwrap();
    let Advice::Take { route, net, .. } = advised else { panic!("{advised:?}") };
    assert_ne!(route, known.route);
    assert_eq!((known.adds, known.spent), (of(&at, known.route).fixed.expected, at.spent));
    assert!(known.limit <= known.adds && net.expected < known.net.expected);
    let said = beyond_line(Lang::Fr, &known, line);
    assert!(said.contains("déjà dépensés") && said.contains("votre limite"), "{said}");
    // Below the line nothing is passed over.
    assert_eq!(beyond(&at, &all(&at), &Assumptions::default(), &self::advised(&at)), None);
}

#[test]
fn late_in_a_case_a_way_that_still_pays_is_advised_all_the_same() {
    let before = noticed();
    let late = Situation { spent: Amount::from_cents(110_000), ..before.clone() };
    assert!(matches!(advised(&late), Advice::Take { .. }), "{:?}", advised(&late));
    assert_eq!(advised(&late), advised(&before));
    let said = notes(Lang::Fr, &advised(&late), &late).join(" ").replace(['\u{a0}', '\u{202f}'], " ");
    assert!(said.contains("Déjà dépensés : 1 100 €") && said.contains("en tout."), "{said}");
}

#[test]
fn own_figures_replace_what_is_quoted() {
    let own = Assumptions {
        shares: BTreeMap::from([
            (Quoted::AtThreeMonths, Percent::nearest(50)),
            (Quoted::AgencyLarge, Percent::ZERO),
        ]),
        ..Assumptions::default()
    };
    let at = late();
    let seen = prospects(&at, FactFile::builtin(), &own, &Outlook::default());
    let find = |route| seen.iter().find(|one| one.route == route).unwrap();
    assert_eq!(find(RecoveryRoute::KeepChasing).chance.value, Percent::nearest(50));
    assert_eq!(find(RecoveryRoute::Agency).taken, Percent::ZERO);
    let outlook = Outlook::default().with_chance(RecoveryRoute::Agency, Percent::new(90));
    let seen = prospects(&at, FactFile::builtin(), &own, &outlook);
    let agency = seen.iter().find(|one| one.route == RecoveryRoute::Agency).unwrap();
    assert_eq!((agency.chance.value, agency.chance.is_own), (Percent::nearest(90), true));
    assert_eq!(agency.chance.proposed, Percent::nearest(50));
}

#[test]
fn an_agency_takes_more_of_a_small_claim() {
    let small = Situation { principal: Amount::from_cents(249_999), ..late() };
    let large = Situation { principal: Amount::from_cents(250_000), ..late() };
    assert_eq!(of(&small, RecoveryRoute::Agency).taken, Percent::nearest(25));
    assert_eq!(of(&large, RecoveryRoute::Agency).taken, Percent::nearest(10));
}

/// What comes first is what the way waits for; before suing somebody of unknown kind, it is to say what they are.
fn waits_for(at: &Situation, one: &Prospect, first: Condition) -> bool {
    match one.availability {
        Availability::Open | Availability::Closed(_) => false,
        _ if at.asks_kind(one.route) => first == Condition::KindKnown,
        Availability::After(step) => first == step && first.is_step(),
        Availability::ToCheck(question) => first == question && !first.is_step(),
    }
}

fn a_situation() -> impl Strategy<Value = Situation> {
    let notice = prop_oneof![
        Just(Notice::None),
        Just(Notice::Runs(day("2026-12-05"))),
        Just(Notice::Over(day("2026-11-20")))
    ];
    let seat = prop_oneof![
        4 => Just(grenoble()),
        1 => Just(Seat::Abroad { union: true }),
        1 => Just(Seat::Abroad { union: false }),
        1 => Just(Seat::Unknown)
    ];
    let debtor = prop::sample::select(vec![
        DebtorKind::Business,
        DebtorKind::Consumer,
        DebtorKind::Public,
        DebtorKind::Unknown,
    ]);
    let reason = prop::option::of(prop::sample::select(vec![
        Unpaid::Cash,
        Unpaid::BadFaith,
        Unpaid::Closed,
        Unpaid::Lost,
    ]));
    (
        (0_i64..2_000_000, 0_i64..100, 0_i64..60_000, 1_u64..900),
        (notice, seat, debtor, reason),
        (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()),
        (0_usize..6, 0_i64..300_000),
    )
        .prop_map(|(sums, facts, flags, (reminders, spent))| {
            let ((principal, contested, accessories, days), (notice, seat, debtor, reason)) = (sums, facts);
            let principal = Amount::from_cents(principal);
            let today = day("2026-11-29");
            let due: NaiveDate = today.checked_sub_days(Days::new(days)).unwrap();
            Situation {
                debtor,
                standing: if debtor == DebtorKind::Business { Standing::Trader } else { Standing::Consumer },
                seat,
                principal,
                contested: Percent::nearest(contested.max(50) * 2 - 100).of(principal),
                accessories: Amount::from_cents(accessories),
                interest: Amount::from_cents(accessories),
                due,
                contact: match flags {
                    (true, ..) => Contact::Recorded,
                    (_, true, ..) => Contact::Excused,
                    _ => Contact::None,
                },
                reminders,
                notice,
                promise_broken: flags.2,
                reason,
                acknowledged: flags.3,
                spent: Amount::from_cents(spent),
                at_stake: principal + Amount::from_cents(accessories),
                expires: late().expires.filter(|_| days % 5 != 0),
                ..late()
            }
        })
}

fn some_assumptions() -> impl Strategy<Value = Assumptions> {
    let share = || prop::option::of((0_u32..=100).prop_map(|share| Percent::nearest(share.into())));
    (prop::option::of(0_i64..20_000), share(), share(), share(), share()).prop_map(
        |(hourly, stop, young, agency, spread)| {
            let shares =
                [(Quoted::AtThreeMonths, young), (Quoted::AgencySmall, agency), (Quoted::Spread, spread)];
            Assumptions {
                hourly: hourly.map(Amount::from_cents),
                alert: stop.map(|_| Percent::ZERO),
                stop,
                shares: shares.into_iter().filter_map(|(quoted, share)| Some((quoted, share?))).collect(),
            }
        },
    )
}

proptest! {
    #[test]
    fn more_chance_never_brings_less(at in a_situation(), own in some_assumptions()) {
        for one in prospects(&at, FactFile::builtin(), &own, &Outlook::default()) {
            let nets: Vec<Amount> = (0..=100).map(|chance| one.net_at(Percent::nearest(chance))).collect();
            prop_assert!(nets.is_sorted(), "{:?}", one.route);
            if let Some(net) = one.net {
                prop_assert_eq!(net.expected, one.net_at(one.chance.value));
                prop_assert!(net.low <= net.expected && net.expected <= net.high, "{:?} {:?}", one.route, net);
            }
        }
    }

    #[test]
    fn break_even_is_where_nothing_is_lost(at in a_situation(), own in some_assumptions()) {
        for one in prospects(&at, FactFile::builtin(), &own, &Outlook::default()) {
            match one.break_even() {
                Some(chance) => {
                    prop_assert!(Amount::ZERO <= one.net_at(chance));
                    if Percent::ZERO < chance {
                        let below = Percent::nearest(i64::from(chance.value()) - 1);
                        prop_assert!(one.net_at(below) < Amount::ZERO);
                    }
                }
                None => prop_assert!(one.net_at(Percent::ALL) < Amount::ZERO),
            }
        }
    }

    #[test]
    fn no_advice_spends_more_than_can_be_recovered(at in a_situation(), own in some_assumptions()) {
        let all = prospects(&at, FactFile::builtin(), &own, &Outlook::default());
        let find = |route| all.iter().find(|one| one.route == route).unwrap();
        match advice(&at, &all, &own) {
            Advice::Take { route, net, then, .. } => {
                let one = find(route);
                prop_assert_eq!(one.availability, Availability::Open);
                prop_assert!(one.fixed.high <= one.recovered && one.recovered <= at.claimed());
                prop_assert!(net.expected.is_positive() && one.facts.advisable);
                if let Some(more) = beyond(&at, &all, &own, &advice(&at, &all, &own)) {
                    prop_assert!(net.expected < more.net.expected && more.limit <= more.adds);
                }
                prop_assert!(own.level(one.fixed.expected, at.at_stake) != Level::Stop);
                if let Some((later, first)) = then {
                    // What is advised for later costs no more than it can bring either.
                    prop_assert!(find(later).fixed.high <= find(later).recovered);
                    prop_assert!(find(later).recovered <= at.claimed());
                    prop_assert!(waits_for(&at, find(later), first));
                    prop_assert!(net.expected < find(later).net.unwrap().expected);
                }
            }
            Advice::Prepare { route, first, .. } => {
                let one = find(route);
                prop_assert!(waits_for(&at, one, first));
                prop_assert!(one.fixed.high <= one.recovered && one.recovered <= at.claimed());
            }
            _ => {}
        }
    }

    #[test]
    fn what_was_spent_moves_no_advice(at in a_situation(), own in some_assumptions(), spent in 0_i64..5_000_000) {
        let all = prospects(&at, FactFile::builtin(), &own, &Outlook::default());
        let other = Situation { spent: Amount::from_cents(spent), ..at.clone() };
        prop_assert_eq!(&prospects(&other, FactFile::builtin(), &own, &Outlook::default()), &all);
        prop_assert_eq!(advice(&other, &all, &own), advice(&at, &all, &own));
    }

    #[test]
    fn every_advice_and_condition_can_be_said(at in a_situation(), own in some_assumptions()) {
        let all = prospects(&at, FactFile::builtin(), &own, &Outlook::default());
        let advice = advice(&at, &all, &own);
        for lang in [Lang::Fr, Lang::En] {
            let (head, tail) = sentence(lang, &advice, Percent::nearest(40), &at);
            prop_assert!(!head.is_empty() && tail.ends_with('.'), "{head}{tail}");
            let mut said = vec![head, tail];
            said.extend(notes(lang, &advice, &at));
            said.push(incomparable(lang, &advice).to_owned());
            if let Advice::Take { then: Some(next), .. } = advice {
                said.push(then(lang, next, &at));
            }
            for one in &all {
                said.push(condition::badge(lang, one.availability));
                said.push(route::note(lang, one.route).to_owned());
                for finding in &one.findings {
                    let text = condition::finding(lang, *finding, &at);
                    prop_assert!(!text.is_empty(), "{finding:?}");
                    said.push(text);
                }
            }
            if lang == Lang::Fr {
                for text in said {
                    for mark in [" :", " ;", " ?", " »", "« "] {
                        prop_assert!(!text.contains(mark), "a breaking space in {text:?}");
                    }
                    prop_assert!(!text.contains('\''), "{text:?}");
                }
            }
        }
    }
}
