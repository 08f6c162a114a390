//! What the ways out ask for, and what a claim has of it.

use super::*;

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
    for route in [RecoveryRoute::Summary, RecoveryRoute::Ordinary] {
        assert_eq!(closed(&abroad, route), Availability::ToCheck(Condition::FrenchCourt), "{route:?}");
        let consumer =
            Situation { debtor: DebtorKind::Consumer, standing: Standing::Consumer, ..abroad.clone() };
        assert_eq!(closed(&consumer, route), Availability::Closed(Condition::FrenchCourt), "{route:?}");
    }
    let public = Situation { debtor: DebtorKind::Public, ..noticed() };
    assert_eq!(closed(&public, RecoveryRoute::PaymentOrder), Availability::Closed(Condition::NotPublic));
    assert_eq!(closed(&public, RecoveryRoute::Mediator), Availability::Open);
    let consumer = Situation { debtor: DebtorKind::Consumer, standing: Standing::Consumer, ..noticed() };
    assert_eq!(closed(&consumer, RecoveryRoute::Mediator), Availability::Closed(Condition::Professional));
    assert_eq!(closed(&consumer, RecoveryRoute::Uncontested), Availability::Closed(Condition::DebtorTrader));
    let old = Situation { expires: Some(day("2026-11-28")), ..noticed() };
    assert_eq!(closed(&old, RecoveryRoute::Ordinary), Availability::Closed(Condition::InTime));
}

/// Contested or not, up to 5,000 € of principal, across a border of the Union.
#[test]
fn the_european_small_claims_procedure_says_what_it_asks_for() {
    let answers =
        |at: &Situation| european_small_claim(at).into_iter().map(|one| one.answer).collect::<Vec<_>>();
    let abroad = Situation { seat: Seat::Abroad { union: true }, ..noticed() };
    assert_eq!(answers(&abroad), [Answer::Met, Answer::Met]);
    let contested = Situation { contested: abroad.principal, ..abroad.clone() };
    assert_eq!(answers(&contested), [Answer::Met, Answer::Met]);
    assert_eq!(answers(&noticed()), [Answer::Missing, Answer::Met], "not across a border");
    let of_cents = |cents| Situation { principal: Amount::from_cents(cents), ..abroad.clone() };
    assert_eq!(answers(&of_cents(500_000)), [Answer::Met, Answer::Met], "interest is left aside");
    assert_eq!(answers(&of_cents(500_001)), [Answer::Met, Answer::Missing]);
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
fn what_nobody_knows_is_a_question_and_no_yes() {
    let no_address = Situation { seat: Seat::Unknown, ..noticed() };
    for (route, asks) in [
        (RecoveryRoute::PaymentOrder, Condition::InFrance),
        (RecoveryRoute::Summary, Condition::FrenchCourt),
        (RecoveryRoute::Mediator, Condition::InFrance),
    ] {
        assert_eq!(of(&no_address, route).availability, Availability::ToCheck(asks), "{route:?}");
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
fn the_small_claims_procedure_ends_at_five_thousand_interest_included() {
    let of_cents = |principal, accessories| Situation {
        principal: Amount::from_cents(principal),
        accessories: Amount::from_cents(accessories),
        interest: Amount::from_cents(accessories),
        interest_uncontested: Amount::from_cents(accessories),
        ..late()
    };
    for (principal, accessories, expected) in
        [(500_000, 0, Answer::Met), (499_999, 1, Answer::Met), (499_999, 2, Answer::Missing)]
    {
        let at = of_cents(principal, accessories);
        assert_eq!(answer(&at, RecoveryRoute::Simplified, Condition::SmallClaim), Some(expected));
    }
}

/// What is contested is asked for neither in an order nor in a simplified procedure: the same sum decides on both.
#[test]
fn the_limit_of_a_small_claim_counts_what_an_order_asks_for() {
    let of_cents = |contested, interest_uncontested| Situation {
        principal: Amount::from_cents(700_000),
        contested: Amount::from_cents(contested),
        interest: Amount::from_cents(12_000),
        interest_uncontested: Amount::from_cents(interest_uncontested),
        ..late()
    };
    for (contested, interest, expected) in [
        (250_000, 8_000, Answer::Met),
        (208_000, 8_000, Answer::Met),
        (207_999, 8_000, Answer::Missing),
        (0, 12_000, Answer::Missing),
        (700_000, 0, Answer::Missing),
    ] {
        let at = of_cents(contested, interest);
        assert_eq!(
            answer(&at, RecoveryRoute::Simplified, Condition::SmallClaim),
            Some(expected),
            "{contested}"
        );
    }
    let in_part = of_cents(250_000, 8_000);
    let recovered = |route| of(&in_part, route).recovered;
    assert_eq!(recovered(RecoveryRoute::Simplified), recovered(RecoveryRoute::PaymentOrder));
    // A claim in court asks for all of it: no conciliation is tried first above 5,000 €.
    let liberal = Situation { standing: Standing::OtherProfessional, ..in_part };
    assert_eq!(answer(&liberal, RecoveryRoute::Ordinary, Condition::Conciliated), None);
}
