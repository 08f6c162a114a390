//! The advice, what the ways out cost and bring.

use super::*;

#[test]
fn a_fresh_claim_is_best_chased_further() {
    let Advice::Take { route, net, turn, then, .. } = advised(&late()) else {
        panic!("{:?}", advised(&late()))
    };
    assert_eq!(route, RecoveryRoute::KeepChasing);
    assert_eq!(net.expected, Amount::from_cents(259_000), "75 % of 3,480 € less half an hour");
    assert_eq!(
        turn,
        Turn::Near { to: RecoveryRoute::Mediator },
        "an hour and a half more is all that parts them"
    );
    assert_eq!(then, Some((RecoveryRoute::PaymentOrder, Condition::NoticeOver)));
}

#[test]
fn after_an_unanswered_notice_a_court_is_asked() {
    let at = noticed();
    let Advice::Take { route, turn, .. } = advised(&at) else { panic!("{:?}", advised(&at)) };
    assert_eq!(route, RecoveryRoute::PaymentOrder);
    let Turn::CourtsBelow { chance, to } = turn else { panic!("{turn:?}") };
    assert_ne!(to.nature(), Nature::Court, "a client without money pays no judge");
    let (best, other) = (of(&at, route), of(&at, to).net.unwrap().expected);
    assert!(other <= best.net_at(chance), "at the turn it is still as good");
    let below = Percent::nearest(i64::from(chance.value()) - 1);
    assert!(best.net_at(below) < other, "below it the other is better");
}

#[test]
fn two_ways_that_promise_about_as_much_are_said_to() {
    let large = Situation { principal: Amount::from_cents(2_500_000), ..late() };
    let advice = advised(&large);
    let Advice::Take { route, turn, .. } = advice else { panic!("{advice:?}") };
    assert_eq!((route, turn), (RecoveryRoute::KeepChasing, Turn::Near { to: RecoveryRoute::Mediator }));
    let said = sentence(Lang::Fr, &advice, Percent::nearest(75), &large).1.replace('\u{a0}', " ");
    assert!(
        said.starts_with(" ; saisir le médiateur des entreprises promettrait à peu près autant"),
        "{said}"
    );
}

#[test]
fn of_a_local_authority_the_prefect_is_named_unless_something_is_contested() {
    let public = Situation { debtor: DebtorKind::Public, ..noticed() };
    let said = |at: &Situation| notes(Lang::Fr, &advised(at), at).join(" ");
    assert!(said(&public).contains("préfet"), "{}", said(&public));
    assert!(!said(&noticed()).contains("préfet"));
    let contested = Situation { contested: Amount::from_cents(100_000), ..public };
    assert!(!said(&contested).contains("préfet"), "it has to be a debt nobody seriously contests");
}

#[test]
fn an_extract_of_a_register_is_asked_of_firms_alone() {
    let asks = |debtor| {
        let summary = of(&Situation { debtor, ..noticed() }, RecoveryRoute::Summary);
        summary.to_gather(debtor).any(|what| what == Gather::Register)
    };
    assert!(asks(DebtorKind::Business) && asks(DebtorKind::Unknown));
    assert!(!asks(DebtorKind::Consumer) && !asks(DebtorKind::Public));
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
fn a_commercial_clerk_whose_price_was_not_read_is_named() {
    let clerk = |at: &Situation, route| of(at, route).clerk_unknown;
    assert!(clerk(&noticed(), RecoveryRoute::Summary) && clerk(&noticed(), RecoveryRoute::Ordinary));
    assert!(!clerk(&noticed(), RecoveryRoute::PaymentOrder), "its price is known");
    let liberal = Situation { standing: Standing::OtherProfessional, ..noticed() };
    assert!(!clerk(&liberal, RecoveryRoute::Ordinary));
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

/// One paragraph about a way, of its own court.
#[test]
fn a_public_buyer_is_told_of_the_administrative_court_alone() {
    for route in [RecoveryRoute::Summary, RecoveryRoute::Ordinary] {
        for lang in [Lang::Fr, Lang::En] {
            let public = route::note(lang, route, DebtorKind::Public);
            assert!(public.contains("CJA"), "{public}");
            for civil in ["CPC", "10\u{202f}000", "10,000", "tribunal judiciaire"] {
                assert!(!public.contains(civil), "{public}");
            }
            assert!(!route::note(lang, route, DebtorKind::Business).contains("CJA"));
        }
    }
}
