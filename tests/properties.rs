//! Laws every claim obeys, on random cases, and an independent reference: the same sums computed day by day.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

use chrono::{Datelike, Days, NaiveDate};
use proptest::prelude::*;
use relance::base::calendar::Region;
use relance::base::rate::interest;
use relance::base::{Amount, HalfYear, MovementId, Rate, dates};
use relance::domain::claim::{Allocation, Claim, Debt, Instalment};
use relance::domain::law::rates::{RateTable, Series};
use relance::domain::movement::{Change, Movement, MovementKind, received_between};
use relance::domain::plan::schedule::{Division, MOST_INSTALMENTS, PlanTerms, Rhythm, ScheduleError};
use relance::domain::regime::Regime;
use rust_decimal::Decimal;

fn day(number: u64) -> NaiveDate {
    dates::parse_iso("2015-01-01").unwrap().checked_add_days(Days::new(number)).unwrap()
}

fn a_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..4_700).prop_map(day)
}

fn an_amount() -> impl Strategy<Value = Amount> {
    prop_oneof![1_i64..1_000_000, 1_i64..100, Just(99_999_999_999)].prop_map(Amount::from_cents)
}

fn a_regime() -> impl Strategy<Value = Regime> {
    let rate = |percent: i64| Rate::percent(Decimal::new(percent, 2));
    prop_oneof![
        Just(Regime::FrBusinessDefault),
        (1_i64..3_000).prop_map(move |percent| Regime::FrBusinessContract(rate(percent))),
        Just(Regime::FrPublic),
        Just(Regime::FrConsumer(None)),
        (1_i64..3_000).prop_map(move |percent| Regime::FrConsumer(Some(rate(percent)))),
        Just(Regime::EuBusiness),
        Just(Regime::DeBusiness),
        Just(Regime::DeConsumer),
        Just(Regime::Ch),
        Just(Regime::UkBusiness),
    ]
}

fn a_debt() -> impl Strategy<Value = (Debt, NaiveDate)> {
    let kind = prop::sample::select(MovementKind::ALL.to_vec());
    let change =
        (kind, a_day(), an_amount(), prop::option::of(a_day())).prop_map(|(kind, date, amount, by)| Change {
            if_settled_by: by.filter(|_| kind.is_waiver()),
            ..Change::new(date, kind, amount)
        });
    (
        a_regime(),
        an_amount(),
        a_day(),
        a_day(),
        prop::collection::vec(change, 0..6),
        prop::bool::ANY,
        prop::option::of(a_day()),
        prop::option::of(a_day()),
        prop::collection::vec((1_u32..400, 1_i64..100), 0..4),
    )
        .prop_map(
            |(regime, principal, due, as_of, changes, interest_first, notice, insolvency, later)| {
                let mut debt = Debt::new(regime, principal, due);
                debt.later = instalments(principal, due, &later);
                debt.changes = changes;
                debt.formal_notice = notice;
                debt.insolvency = insolvency;
                if interest_first {
                    debt.allocation = Allocation::InterestFirst;
                }
                (debt, as_of)
            },
        )
}

/// Later instalments that leave something for the first.
fn instalments(principal: Amount, due: NaiveDate, later: &[(u32, i64)]) -> Vec<Instalment> {
    let mut left = principal;
    let mut instalments = Vec::new();
    for (days, cents) in later {
        let amount = Amount::from_cents(*cents);
        if amount < left {
            left -= amount;
            instalments.push(Instalment { due: dates::add_days(due, *days), amount });
        }
    }
    instalments
}

/// Terms of a plan, those that make none among them.
fn plan_terms() -> impl Strategy<Value = PlanTerms> {
    let division = prop_oneof![
        (0_u32..60).prop_map(Division::Count),
        (0_u32..2_000).prop_map(Division::Count),
        an_amount().prop_map(Division::Each),
        a_day().prop_map(Division::Until),
    ];
    let region = prop::option::of(prop::sample::select(Region::ALL.to_vec()));
    let rhythm = prop::sample::select(Rhythm::ALL.to_vec());
    let down = prop_oneof![Just(Amount::ZERO), an_amount()];
    (an_amount(), down, a_day(), rhythm, division, region).prop_map(
        |(amount, down_payment, first, rhythm, division, working_days)| PlanTerms {
            amount,
            down_payment,
            first,
            rhythm,
            division,
            working_days,
        },
    )
}

/// The same debt with only movements that reduce the principal, for references that know no others.
fn only_reductions(debt: &mut Debt) {
    debt.changes.retain(|change| {
        matches!(change.kind, MovementKind::Payment | MovementKind::CreditNote | MovementKind::Discount)
    });
}

fn claim(debt: &Debt, as_of: NaiveDate) -> Claim {
    debt.claim_on(as_of, RateTable::builtin())
}

/// The rate of one day, from the tables alone.
fn rate_on(debt: &Debt, first: NaiveDate, day: NaiveDate) -> Rate {
    let table = RateTable::builtin();
    match debt.regime {
        Regime::FrBusinessDefault => table.series(Series::FrBusinessDefault).on(day).rate,
        Regime::FrBusinessContract(rate) | Regime::FrConsumer(Some(rate)) => rate,
        Regime::FrConsumer(None) => table.series(Series::FrLegalOthers).on(day).rate,
        Regime::FrPublic => table.series(Series::FrPublic).on(first).rate,
        Regime::UkBusiness => table.series(Series::UkBusiness).on(first).rate,
        Regime::EuBusiness => table.series(Series::EuBusiness).on(day).rate,
        Regime::DeBusiness => table.series(Series::DeBusiness).on(day).rate,
        Regime::DeConsumer => table.series(Series::DeConsumer).on(day).rate,
        Regime::Ch => Rate::percent(Decimal::from(5)),
        other => unreachable!("{other:?} is not drawn"),
    }
}

/// The last day before interest can run on what is due that day.
fn eve(debt: &Debt, due: NaiveDate) -> Option<NaiveDate> {
    match (debt.regime.needs_formal_notice(), debt.formal_notice) {
        (true, None) => None,
        (true, Some(received)) => Some(received.max(due)),
        (false, _) => Some(due),
    }
}

fn last_day(debt: &Debt, as_of: NaiveDate) -> NaiveDate {
    debt.insolvency.map_or(as_of, |opened| as_of.min(dates::previous_day(opened)))
}

/// Interest with principal first, instalment by instalment, one day at a time and never rounded.
fn interest_day_by_day(debt: &Debt, as_of: NaiveDate) -> Decimal {
    let last = last_day(debt, as_of);
    let mut interest = Decimal::ZERO;
    let mut before = Decimal::ZERO;
    for instalment in debt.instalments() {
        let Some(eve) = eve(debt, instalment.due) else { return Decimal::ZERO };
        let first = dates::next_day(eve);
        let mut day = first;
        while day <= last {
            // What is left at the start of the day: movements count at the end of theirs, on what falls due first.
            let reduced: Decimal = debt
                .changes
                .iter()
                .filter(|change| change.date < day)
                .map(|change| change.amount.value())
                .sum();
            let taken = (reduced - before).max(Decimal::ZERO);
            let base = (instalment.amount.value() - taken).max(Decimal::ZERO);
            interest += base * rate_on(debt, first, day).value() / Decimal::from(36_500);
            day = dates::next_day(day);
        }
        before += instalment.amount.value();
    }
    interest
}

/// Interest with interest first, for a debt payable at once, one day at a time and never rounded.
fn interest_first_day_by_day(debt: &Debt, as_of: NaiveDate) -> Decimal {
    let Some(eve) = eve(debt, debt.due) else { return Decimal::ZERO };
    let first = dates::next_day(eve);
    let mut ordered = debt.changes.clone();
    ordered.sort();
    let (mut principal, mut owed, mut accrued) = (debt.principal.value(), Decimal::ZERO, Decimal::ZERO);
    let mut apply = |day: NaiveDate, principal: &mut Decimal, owed: &mut Decimal| {
        while let Some(change) = ordered.first().copied().filter(|change| change.date <= day) {
            ordered.remove(0);
            let mut sum = change.amount.value();
            if change.kind == MovementKind::Payment {
                let on_interest = sum.min(*owed);
                *owed -= on_interest;
                sum -= on_interest;
            }
            *principal -= sum.min(*principal);
        }
    };
    apply(eve, &mut principal, &mut owed);
    let (mut day, last) = (first, last_day(debt, as_of));
    while day <= as_of {
        if day <= last {
            let today = principal * rate_on(debt, first, day).value() / Decimal::from(36_500);
            owed += today;
            accrued += today;
        }
        apply(day, &mut principal, &mut owed);
        day = dates::next_day(day);
    }
    accrued
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_a_reference_that_counts_day_by_day((mut debt, as_of) in a_debt()) {
        // With principal first a payment beyond the principal never comes back to bear interest.
        debt.allocation = Allocation::PrincipalFirst;
        only_reductions(&mut debt);
        let claim = claim(&debt, as_of);
        let exact = interest_day_by_day(&debt, as_of);
        let tolerance = Decimal::new(i64::try_from(claim.segments.len()).unwrap() * 5 + 1, 3);
        let difference = (claim.interest.value() - exact).abs();
        prop_assert!(difference <= tolerance, "{} against {exact}", claim.interest);
    }

    #[test]
    fn interest_in_whole_numbers_is_that_of_decimals(
        cents in -99_999_999_999_i64..99_999_999_999,
        basis_points in -1_000_i64..20_000,
        places in 2_u32..5,
        days in 0_i64..40_000,
        year in prop::sample::select(vec![360_i64, 365, 366]),
    ) {
        let (base, rate) = (Amount::from_cents(cents), Rate::percent(Decimal::new(basis_points, places)));
        let exact = base.value() * rate.value() * Decimal::from(days) / Decimal::from(year * 100);
        prop_assert_eq!(interest(base, rate, days, year), Amount::round_half_up(exact));
    }

    #[test]
    fn agrees_with_it_with_interest_first_too((mut debt, as_of) in a_debt()) {
        debt.allocation = Allocation::InterestFirst;
        debt.later.clear();
        only_reductions(&mut debt);
        let claim = claim(&debt, as_of);
        let exact = interest_first_day_by_day(&debt, as_of);
        // A cent more or less on interest is one less or more on the principal, for years at most.
        let tolerance = Decimal::new(i64::try_from(claim.segments.len()).unwrap() * 10 + 1, 3);
        let difference = (claim.interest.value() - exact).abs();
        prop_assert!(difference <= tolerance, "{} against {exact}", claim.interest);
    }

    #[test]
    fn the_working_adds_up_and_follows_day_on_day((debt, as_of) in a_debt()) {
        let claim = claim(&debt, as_of);
        prop_assert_eq!(claim.segments.iter().map(|segment| segment.interest).sum::<Amount>(), claim.interest);
        for segment in &claim.segments {
            prop_assert!(segment.from <= segment.to && segment.from > debt.due && segment.to <= as_of);
            prop_assert_eq!(segment.days, dates::days_between(segment.from, segment.to) + 1);
            prop_assert!(segment.base.is_positive());
        }
        for pair in claim.segments.windows(2) {
            // Rows of one instalment follow one another; a gap is a time at which it was paid.
            prop_assert!(pair[0].instalment < pair[1].instalment || pair[0].to < pair[1].from);
        }
        if matches!(debt.regime, Regime::FrBusinessDefault | Regime::FrConsumer(None)) {
            for segment in &claim.segments {
                prop_assert_eq!(HalfYear::of(segment.from), HalfYear::of(segment.to));
            }
        }
    }

    #[test]
    fn money_received_is_counted_once_and_what_bounced_not_at_all(
        (debt, today) in a_debt(),
        from in a_day(),
        cut in a_day(),
    ) {
        let movements: Vec<Movement> = debt
            .changes
            .iter()
            .map(|change| Movement {
                id: MovementId(1),
                kind: change.kind,
                date: change.date,
                amount: change.amount,
                reference: String::new(),
                if_settled_by: None,
            })
            .collect();
        let received = |from, to| received_between(&movements, from, to, today);
        let (whole, cut) = (received(from, today), cut.clamp(from, today.max(from)));
        prop_assert_eq!(received(from, cut) + received(dates::next_day(cut), today), whole);
        let known = || movements.iter().filter(|one| one.date <= today);
        let paid = |kind| known().filter(|one| one.kind == kind).map(|one| one.amount).sum::<Amount>();
        let all = received(NaiveDate::MIN, today);
        prop_assert!(whole <= all && all <= paid(MovementKind::Payment));
        prop_assert!(paid(MovementKind::Payment) - paid(MovementKind::Refund) <= all);
    }

    #[test]
    fn nothing_is_lost_between_paid_and_owed((debt, as_of) in a_debt()) {
        let claim = claim(&debt, as_of);
        let due = debt.principal + claim.interest + claim.indemnity + claim.refunded - claim.unmatched_refund;
        let gone = claim.paid + claim.credited + claim.discounted + claim.interest_waived + claim.indemnity_waived;
        prop_assert_eq!(due + claim.credit, gone + claim.total);
        prop_assert_eq!(claim.interest, claim.interest_left + claim.interest_paid() + claim.interest_waived);
        prop_assert_eq!(claim.instalments.iter().map(|one| one.left).sum::<Amount>(), claim.principal_left);
        prop_assert!(claim.not_due <= claim.principal_left);
        prop_assert_eq!(claim.total, claim.principal_left + claim.interest_left + claim.indemnity_left);
        for part in [claim.interest_paid(), claim.indemnity_paid(), claim.unmatched_refund, claim.principal_left, claim.interest_left, claim.indemnity_left, claim.credit, claim.daily] {
            prop_assert!(part >= Amount::ZERO);
        }
    }

    #[test]
    fn what_is_not_contested_is_a_part_of_the_whole((debt, as_of) in a_debt(), contested in an_amount()) {
        let whole = claim(&debt, as_of);
        let fixed = debt.regime.fixed_compensation((debt.principal - contested).or_zero());
        let part = whole.undisputed(contested, debt.day_count, fixed);
        prop_assert_eq!(part.principal_left, whole.principal_left - contested.min(whole.principal_left));
        prop_assert_eq!(part.total, part.principal_left + part.interest_left + part.indemnity_left);
        prop_assert_eq!(part.interest, part.segments.iter().map(|row| row.interest).sum::<Amount>());
        prop_assert_eq!(part.instalments.iter().map(|one| one.left).sum::<Amount>(), part.principal_left);
        prop_assert!(part.interest <= whole.interest && part.interest_left <= whole.interest_left);
        prop_assert!(part.indemnity_left <= whole.indemnity_left && part.daily <= whole.daily);
        prop_assert!(Amount::ZERO <= part.not_due && part.not_due <= whole.not_due);
        // A plan that leaves it out begins with the same sums.
        if contested < whole.principal_left {
            prop_assert_eq!(debt.beside_contested(&whole, contested, as_of), part);
        }
    }

    #[test]
    fn a_consumer_owes_nothing_more_before_formal_notice((mut debt, as_of) in a_debt()) {
        debt.regime = Regime::FrConsumer(None);
        debt.formal_notice = None;
        let claim = claim(&debt, as_of);
        prop_assert_eq!(claim.interest, Amount::ZERO);
        prop_assert_eq!(claim.indemnity, Amount::ZERO);
    }

    #[test]
    fn paid_by_the_due_date_costs_nothing_and_one_day_late_forty_euros((debt, _) in a_debt(), principal in an_amount()) {
        let mut debt = Debt::new(Regime::FrBusinessDefault, principal, debt.due);
        debt.changes = vec![Change::new(debt.due, MovementKind::Payment, principal)];
        let paid = claim(&debt, dates::add_days(debt.due, 90));
        prop_assert_eq!((paid.total, paid.indemnity), (Amount::ZERO, Amount::ZERO));
        debt.changes[0].date = dates::next_day(debt.due);
        let late = claim(&debt, dates::add_days(debt.due, 90));
        prop_assert_eq!(late.indemnity, Amount::from_cents(4_000));
        prop_assert_eq!(late.days, 1);
    }

    #[test]
    fn the_order_of_entry_changes_nothing((debt, as_of) in a_debt()) {
        let mut reversed = debt.clone();
        reversed.changes.reverse();
        prop_assert_eq!(claim(&debt, as_of).total, claim(&reversed, as_of).total);
    }

    #[test]
    fn interest_first_never_claims_less((mut debt, as_of) in a_debt()) {
        only_reductions(&mut debt);
        let principal_first = Debt { allocation: Allocation::PrincipalFirst, ..debt.clone() };
        let interest_first = Debt { allocation: Allocation::InterestFirst, ..debt };
        // Rounding once a row may give a cent back to either.
        let slack = Amount::from_cents(i64::try_from(claim(&interest_first, as_of).segments.len()).unwrap());
        prop_assert!(claim(&interest_first, as_of).interest + slack >= claim(&principal_first, as_of).interest);
    }

    #[test]
    fn typed_amounts_never_panic_and_read_back(text in "\\PC{0,24}", cents in -99_999_999_999_i64..99_999_999_999) {
        let _ = Amount::parse_typed(&text);
        let amount = Amount::from_cents(cents);
        prop_assert_eq!(Amount::parse_typed(&amount.to_string()), Ok(amount));
        for lang in [relance::text::Lang::Fr, relance::text::Lang::En] {
            prop_assert_eq!(Amount::parse_typed(&relance::text::format::number(lang, amount)), Ok(amount));
        }
    }

    #[test]
    fn typed_dates_never_panic(text in "\\PC{0,24}", digits in "[0-9/. -]{0,12}") {
        let _ = dates::parse_typed(&text);
        if let Ok(date) = dates::parse_typed(&digits) {
            prop_assert_eq!(dates::parse_typed(&relance::text::format::date_digits(date)), Ok(date));
        }
    }

    #[test]
    fn a_plan_adds_up_to_the_cent_on_days_that_follow(terms in plan_terms()) {
        let Ok(schedule) = terms.schedule() else { return Ok(()) };
        prop_assert_eq!(schedule.sum() + schedule.down_payment, terms.amount);
        prop_assert_eq!(schedule.down_payment, terms.down_payment);
        let rows = &schedule.instalments;
        prop_assert!(!rows.is_empty() && rows.len() <= usize::try_from(MOST_INSTALMENTS).unwrap());
        prop_assert!(rows.iter().all(|row| row.amount.is_positive()));
        prop_assert!(rows.windows(2).all(|pair| pair[0].due < pair[1].due));
        prop_assert!(terms.first <= rows[0].due);
        if let Some(region) = terms.working_days {
            prop_assert!(rows.iter().all(|row| region.is_working(row.due)));
        } else {
            prop_assert_eq!(rows[0].due, terms.first);
        }
        let balances = schedule.balances();
        prop_assert_eq!(balances.last().copied(), Some(Amount::ZERO));
        let (last, others) = rows.split_last().unwrap();
        match terms.division {
            Division::Each(each) => {
                prop_assert!(others.iter().all(|row| row.amount == each) && last.amount <= each);
            }
            Division::Count(_) | Division::Until(_) => {
                prop_assert!(others.iter().all(|row| row.amount == others[0].amount && row.amount <= last.amount));
                // The remainder is less than a cent an instalment.
                let more = others.first().map_or(0, |row| (last.amount - row.amount).cents());
                prop_assert!(more < i64::try_from(rows.len()).unwrap());
            }
        }
    }

    #[test]
    fn a_plan_keeps_the_day_of_its_first_instalment(terms in plan_terms()) {
        let terms = PlanTerms { working_days: None, ..terms };
        let Ok(schedule) = terms.schedule() else { return Ok(()) };
        for (index, row) in schedule.instalments.iter().enumerate() {
            match terms.rhythm {
                Rhythm::Weekly | Rhythm::Fortnightly => {
                    let step = if terms.rhythm == Rhythm::Weekly { 7 } else { 14 };
                    let days = step * i64::try_from(index).unwrap();
                    prop_assert_eq!(dates::days_between(terms.first, row.due), days);
                }
                Rhythm::Monthly | Rhythm::Quarterly => {
                    let step = if terms.rhythm == Rhythm::Monthly { 1 } else { 3 };
                    let months = |day: NaiveDate| 12 * day.year() + i32::try_from(day.month0()).unwrap();
                    let apart = months(row.due) - months(terms.first);
                    prop_assert_eq!(apart, step * i32::try_from(index).unwrap());
                    let fits = row.due.with_day(terms.first.day()).map(|day| day.day());
                    let last = dates::end_of_month(row.due).day();
                    prop_assert_eq!(row.due.day(), fits.unwrap_or(last));
                }
            }
        }
    }

    #[test]
    fn a_plan_is_refused_only_for_what_it_says(terms in plan_terms()) {
        let left = terms.amount - terms.down_payment;
        match terms.schedule() {
            Ok(_) => prop_assert!(left.is_positive()),
            Err(ScheduleError::NothingLeft { amount }) => {
                prop_assert!(amount == terms.amount && !left.is_positive());
            }
            Err(ScheduleError::NoInstalment) => prop_assert_eq!(terms.division, Division::Count(0)),
            Err(ScheduleError::MoreThanCents { left: spread }) => {
                prop_assert!(spread == left && left.cents() < i64::from(MOST_INSTALMENTS));
            }
            Err(ScheduleError::TooMany { count }) => prop_assert!(count > i64::from(MOST_INSTALMENTS)),
            Err(ScheduleError::EndsBeforeFirst { first }) => {
                prop_assert!(matches!(terms.division, Division::Until(end) if end < first));
            }
            Err(ScheduleError::TooFar) => prop_assert!(terms.rhythm == Rhythm::Quarterly),
            Err(other) => prop_assert!(false, "{other:?} cannot come of these terms"),
        }
    }
}
