//! Offers: what they cost, when they lapse, what they become.

use super::*;

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
    let mut book = owing();
    let made = OfferDraft { balance_by: Some(day("2026-06-30")), ..draft(back, "2026-06-01", "2026-06-11") };
    offer(&mut book, OfferCommand::Make(made), "2026-06-01").unwrap();
    // The day of return is no day of payment.
    let desk = OfferDesk::of(&book, ONE, day("2026-06-02")).unwrap();
    let way = desk.ways(None, &[]).into_iter().find(|way| matches!(way.what, WayKind::Made(..))).unwrap();
    assert_eq!(way.on, Some(day("2026-06-30")));
    offer(&mut book, OfferCommand::Accept(OFFER, day("2026-06-08")), "2026-06-08").unwrap();
    // What was agreed is carried out, or taken back, before anything else is offered.
    assert!(OfferDesk::of(&book, ONE, day("2026-06-09")).unwrap().is_taken_up());
    let other = OfferCommand::Make(draft(OfferKind::Penalties, "2026-06-09", "2026-06-19"));
    assert_eq!(offer(&mut book, other, "2026-06-09"), Err(Refusal::OfferOver));
    let waits = action(&book, "2026-06-15");
    assert_eq!((waits.day, waits.hold.unwrap().until), (day("2026-06-22"), Some(by)));
    assert_eq!(action(&book, "2026-06-22").what, What::KeepOffer);
    let owed = total(&book, "2026-06-22");
    offer(&mut book, OfferCommand::Fulfil(OFFER, day("2026-06-22")), "2026-06-22").unwrap();
    assert_eq!(total(&book, "2026-06-22"), owed - worth);
    assert_eq!(state(&book, "2026-06-22"), OfferState::Ended(relance::domain::offer::OfferEnd::Fulfilled));
    // The day named for what is left is waited for as a promise.
    let promised: Vec<_> = book.case(ONE).unwrap().circumstances.iter().map(|one| one.kind.clone()).collect();
    let [CircumstanceKind::Promise { amount, by: until, .. }] = &promised[..] else { panic!("{promised:?}") };
    assert_eq!((*until, *amount), (day("2026-06-30"), book.case(ONE).unwrap().offers[0].pay));
    assert!(day("2026-06-30") <= action(&book, "2026-06-22").day);
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
fn paying_early_is_not_offered_again_while_one_that_was_agreed_or_paid_is_not_applied() {
    let mut book = owing();
    let kind = OfferKind::Early { percent: Rate::parse("2").unwrap(), amount: Amount::from_cents(6_960) };
    let make = |on: &str| OfferCommand::Make(draft(kind.clone(), on, "2026-03-05"));
    offer(&mut book, make("2026-02-20"), "2026-02-20").unwrap();
    offer(&mut book, OfferCommand::Accept(OFFER, day("2026-02-21")), "2026-02-21").unwrap();
    assert_eq!(offer(&mut book, make("2026-02-22"), "2026-02-22"), Err(Refusal::OfferOver));
    pay(&mut book, 341_040, "2026-02-24");
    assert_eq!(offer(&mut book, make("2026-02-25"), "2026-02-25"), Err(Refusal::OfferOver), "paid");
    offer(&mut book, OfferCommand::Withdraw(OFFER, day("2026-02-25")), "2026-02-25").unwrap();
    assert!(!OfferDesk::of(&book, ONE, day("2026-02-25")).unwrap().is_taken_up());
}

#[test]
fn ways_stand_side_by_side_with_the_plan() {
    let mut book = offering(OfferKind::Penalties);
    run(&mut book, Command::Plan(PlanCommand::Propose(proposing())), "2026-06-01").unwrap();
    let desk = OfferDesk::of(&book, ONE, day("2026-06-02")).unwrap();
    let ways = desk.ways(None, &[]);
    let kinds: Vec<WayKind> = ways.iter().map(|way| way.what).collect();
    assert!(
        matches!(kinds.as_slice(), [WayKind::Nothing, WayKind::Made(..), WayKind::Plan(_, 1)]),
        "{kinds:?}"
    );
    assert_eq!(ways[2].received, Amount::from_cents(348_000));
    assert_eq!(ways[2].on, Some(day("2026-09-01")));
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
    assert_eq!((plan.received, plan.on), (Amount::from_cents(348_000), Some(day("2026-07-01"))));
    assert!(plan.given_up.is_positive());
    // Signed, it is what there is where nothing is offered.
    let signing = Signing { proposed: day("2026-06-01"), signed: day("2026-06-02") };
    run(&mut book, Command::Plan(PlanCommand::Accept(PlanId(1), signing)), "2026-06-02").unwrap();
    assert!(matches!(ways(&book)[..], [Way { what: WayKind::Plan(_, 2), .. }]));
    for lang in [Lang::Fr, Lang::En] {
        let heads = [WayKind::Plan(PlanId(1), 2), WayKind::Plan(PlanId(1), 1), WayKind::Usual(3)];
        let heads = heads.map(|kind| words::way(lang, kind));
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
        let figures = terms.figures(&kind, &debt, &claim, (until, None), rates);
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
fn to_put_work_right_is_what_a_client_who_finds_fault_is_offered_first() {
    let mut book = owing();
    let first = |book: &Book| OfferDesk::of(book, ONE, day("2026-06-02")).unwrap().sorts()[0];
    assert_eq!(first(&book), OfferSort::Penalties);
    let kind = CircumstanceKind::Unpaid(Unpaid::Dissatisfied);
    let said = CircumstanceDraft { date: day("2026-06-01"), kind, note: String::new() };
    run(&mut book, Command::AddCircumstance(ONE, said), "2026-06-01").unwrap();
    assert_eq!(first(&book), OfferSort::Repair);
}

#[test]
fn every_fault_of_an_offer_is_at_its_field_and_a_day_off_is_told() {
    let book = owing();
    let desk = OfferDesk::of(&book, ONE, day("2026-06-01")).unwrap();
    let rates = RateTable::builtin();
    let form = OfferForm {
        sort: OfferSort::Discount,
        amount: "3480".to_owned(),
        until: "31/05/2026".to_owned(),
        ..OfferForm::start(&desk)
    };
    let (drawn, findings) = form.parse(&desk, rates);
    assert!(drawn.is_none());
    assert_eq!(
        findings.problems,
        [
            (OfferField::Until, Problem::Offer(OfferError::OverAlready)),
            (OfferField::Amount, Problem::Offer(OfferError::TooLarge)),
        ]
    );
    let off = |until: &str| OfferForm { until: until.to_owned(), ..form.clone() }.off_day(&desk);
    assert_eq!(off("12/06/2026"), None);
    assert_eq!(off("13/06/2026"), Some((day("2026-06-13"), day("2026-06-15"))), "a Saturday");
    assert_eq!(off("14/07/2026"), Some((day("2026-07-14"), day("2026-07-15"))), "a public holiday");
    assert_eq!(off("31/05/2026"), None, "it is over, which is said");
    // Paying early ends before the due date, Sunday 15 March 2026: what is proposed instead does too.
    let desk = OfferDesk::of(&book, ONE, day("2026-03-02")).unwrap();
    let form = OfferForm { until: "14/03/2026".to_owned(), ..OfferForm::start(&desk) };
    assert_eq!(form.off_day(&desk), Some((day("2026-03-14"), day("2026-03-13"))));
}
