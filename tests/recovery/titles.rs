//! A title that was obtained: no other is asked for, and what is left is to have it enforced.

use super::*;

fn title(sum: Option<i64>) -> Title {
    let (kind, since) = (ActKind::EnforceableDecision, day("2026-10-12"));
    Title { kind, since, sum: sum.map(Amount::from_cents), comes_next: true }
}

fn titled() -> Situation {
    Situation { title: Some(title(None)), ..noticed() }
}

#[test]
fn with_a_title_no_way_seeks_another_and_enforcement_is_advised() {
    for route in RecoveryRoute::ALL.into_iter().filter(|route| route.seeks_title()) {
        let one = of(&titled(), route);
        assert_eq!(one.availability, Availability::Closed(Condition::Untitled), "{route:?}");
        let finding = one.findings.iter().find(|finding| finding.condition == Condition::Untitled).unwrap();
        let said = condition::finding(Lang::Fr, *finding, &titled());
        assert!(said.contains("titre exécutoire depuis le 12 octobre 2026"), "{said}");
        assert_eq!(answer(&noticed(), route, Condition::Untitled), None, "said where there is one");
    }
    let Advice::Take { route, adds, .. } = advised(&titled()) else { panic!("{:?}", advised(&titled())) };
    assert_eq!(route, RecoveryRoute::Enforcement);
    let way = of(&titled(), route);
    assert!(way.expenses.iter().any(|row| row.name == ExpenseName::Acts && row.high.is_positive()));
    assert!(adds.is_positive() && Percent::ZERO < way.taken, "its costs are counted");
    let (head, _) = sentence(Lang::Fr, &advised(&titled()), Percent::nearest(60), &titled());
    assert!(head.contains("Confiez le titre à un commissaire de justice"), "{head}");
    assert_eq!(of(&noticed(), route).availability, Availability::Closed(Condition::Titled));
}

#[test]
fn a_title_brings_no_more_than_it_is_for() {
    let part = Situation { title: Some(title(Some(300_000))), ..titled() };
    assert_eq!(of(&part, RecoveryRoute::Enforcement).recovered, Amount::from_cents(300_000));
    assert_eq!(of(&titled(), RecoveryRoute::Enforcement).recovered, Amount::from_cents(348_000));
    // What a court granted is contested no more.
    let contested = Situation { contested: Amount::from_cents(100_000), ..titled() };
    assert_eq!(of(&contested, RecoveryRoute::Enforcement).recovered, Amount::from_cents(348_000));
}

#[test]
fn nothing_is_enforced_against_a_public_body_nor_while_insolvent() {
    let closed = |at: &Situation| of(at, RecoveryRoute::Enforcement).availability;
    let public = Situation { debtor: DebtorKind::Public, ..titled() };
    assert_eq!(closed(&public), Availability::Closed(Condition::Seizable));
    let insolvent = Situation { insolvent: true, ..titled() };
    assert_eq!(closed(&insolvent), Availability::Closed(Condition::Solvent));
}

#[test]
fn a_tiny_title_is_not_worth_its_acts() {
    let tiny = Situation {
        principal: Amount::from_cents(4_000),
        accessories: Amount::ZERO,
        at_stake: Amount::from_cents(4_000),
        ..titled()
    };
    assert!(!matches!(advised(&tiny), Advice::Take { route: RecoveryRoute::Enforcement, .. }));
}

#[test]
fn a_second_title_may_still_be_noted_and_a_european_order_needs_a_border() {
    let all = |kind, at: &Situation| obstacles(kind, at);
    let of_title = |one: &&Obstacle| one.finding.condition == Condition::Untitled;
    for kind in ProceedingKind::ALL.into_iter().filter(|kind| kind.seeks_title()) {
        let known = all(kind, &titled());
        assert!(!known.iter().find(of_title).unwrap().is_bar, "{kind:?}: for the user to weigh");
        assert_eq!(all(kind, &noticed()).iter().find(of_title), None);
    }
    let european = |seat| all(ProceedingKind::EuropeanOrder, &Situation { seat, ..noticed() });
    let barred = european(grenoble());
    assert!(barred.first().is_some_and(|one| one.is_bar && one.finding.condition == Condition::InUnion));
    let said = condition::finding(Lang::Fr, barred[0].finding, &noticed());
    assert!(said.contains("1896/2006, art. 2 et 3"), "{said}");
    assert!(european(Seat::of("1 quai du Lac\n1201 Genève\nSuisse")).iter().any(|one| one.is_bar));
    assert_eq!(european(Seat::of("Torstraße 1\n10115 Berlin\nAllemagne")), []);
}
