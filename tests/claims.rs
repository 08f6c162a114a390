//! Claims worked out by hand: every kind of movement, instalments, capitalisation, judgments, conditions. The built-in
//! rates used: 13.15 % in the first half of 2025, 12.15 % from July 2025 to June 2026, 12.40 % after; legal rate 2.62 %
//! in the first half of 2026, 2.75 % in the second.

#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

use chrono::NaiveDate;
use relance::base::dates::parse_iso;
use relance::base::{Amount, Rate};
use relance::domain::claim::{Allocation, Capitalisation, Claim, DayCount, Debt, Instalment, Outcome};
use relance::domain::law::rates::RateTable;
use relance::domain::movement::{Change, MovementKind};
use relance::domain::regime::Regime;

fn day(text: &str) -> NaiveDate {
    parse_iso(text).unwrap()
}

fn amount(text: &str) -> Amount {
    Amount::parse(text).unwrap()
}

fn debt(regime: Regime, principal: &str, due: &str, changes: &[(MovementKind, &str, &str)]) -> Debt {
    let mut debt = Debt::new(regime, amount(principal), day(due));
    debt.changes = changes.iter().map(|(kind, on, sum)| Change::new(day(on), *kind, amount(sum))).collect();
    debt
}

fn claim(debt: &Debt, as_of: &str) -> Claim {
    debt.claim_on(day(as_of), RateTable::builtin())
}

fn texts(amounts: &[Amount]) -> Vec<String> {
    amounts.iter().map(ToString::to_string).collect()
}

const LAW: Regime = Regime::FrBusinessDefault;

#[test]
fn the_claim_two_ledgers_get_wrong_is_right_here() {
    // 1 200 € due 31 March 2025, 600 € paid on 30 September 2025, stated on 31 March 2026.
    let debt = debt(LAW, "1200.00", "2025-03-31", &[(MovementKind::Payment, "2025-09-30", "600.00")]);
    let claim = claim(&debt, "2026-03-31");
    let rows: Vec<(i64, String)> =
        claim.segments.iter().map(|row| (row.days, row.interest.to_string())).collect();
    let expected = [(91, "39.34"), (92, "36.75"), (92, "18.37"), (90, "17.98")];
    assert_eq!(rows, expected.map(|(days, interest)| (days, interest.to_owned())));
    assert_eq!(claim.interest, amount("112.44"));
}

#[test]
fn a_discount_reduces_the_principal_alone_and_beyond_it_is_credit() {
    let debt = debt(LAW, "1000.00", "2026-07-01", &[(MovementKind::Discount, "2026-07-31", "1100.00")]);
    let claim = claim(&debt, "2026-12-31");
    // 30 days of 1 000 € at 12.40 %.
    assert_eq!(
        texts(&[
            claim.interest_left,
            claim.principal_left,
            claim.discounted,
            claim.credit,
            claim.indemnity_left
        ]),
        ["10.19", "0", "1100.00", "100.00", "40.00"].map(amount_text)
    );
}

fn amount_text(text: &str) -> String {
    amount(text).to_string()
}

#[test]
fn waived_interest_is_gone_and_what_accrues_later_is_not() {
    let changes = [(MovementKind::InterestWaiver, "2026-07-31", "10.19")];
    let waived = claim(&debt(LAW, "1000.00", "2026-07-01", &changes), "2026-08-31");
    assert_eq!(waived.interest, amount("20.72"), "30 days, then 31");
    assert_eq!(waived.interest_waived, amount("10.19"));
    assert_eq!(waived.interest_left, amount("10.53"));
    assert_eq!(waived.interest_paid(), Amount::ZERO);
}

#[test]
fn the_fixed_sum_is_claimed_once_waived_or_paid() {
    let late = [(MovementKind::Payment, "2026-07-05", "1000.00")];
    let left = claim(&debt(LAW, "1000.00", "2026-07-01", &late), "2026-12-31");
    assert_eq!((left.principal_left, left.indemnity_left), (Amount::ZERO, amount("40.00")));
    let mut waived = late.to_vec();
    waived.push((MovementKind::CompensationWaiver, "2026-08-01", "40.00"));
    let waived = claim(&debt(LAW, "1000.00", "2026-07-01", &waived), "2026-12-31");
    assert_eq!((waived.indemnity, waived.indemnity_left), (amount("40.00"), Amount::ZERO));
    assert_eq!(waived.indemnity_waived, amount("40.00"));
    let mut paid = late.to_vec();
    // 4 days of 1 000 € at 12.40 % are 1.36 €.
    paid.push((MovementKind::Payment, "2026-08-01", "41.36"));
    let paid = claim(&debt(LAW, "1000.00", "2026-07-01", &paid), "2026-12-31");
    assert_eq!(
        (paid.total, paid.indemnity_paid(), paid.interest_paid()),
        (Amount::ZERO, amount("40.00"), amount("1.36"))
    );
}

#[test]
fn a_bounced_payment_brings_the_debt_back() {
    let changes =
        [(MovementKind::Payment, "2026-07-31", "1000.00"), (MovementKind::Refund, "2026-08-10", "1000.00")];
    let claim = claim(&debt(LAW, "1000.00", "2026-07-01", &changes), "2026-08-20");
    // 30 days, none while it was paid, 10 days.
    assert_eq!(claim.interest, amount("10.19") + amount("3.40"));
    assert_eq!(claim.principal_left, amount("1000.00"));
    assert_eq!(claim.settled_on, None);
    assert_eq!(claim.unmatched_refund, Amount::ZERO);
}

#[test]
fn a_payment_in_time_that_bounces_later_leaves_the_fixed_sum_due() {
    for bounced in ["2026-06-30", "2026-07-20"] {
        let changes =
            [(MovementKind::Payment, "2026-06-25", "1000.00"), (MovementKind::Refund, bounced, "1000.00")];
        let claim = claim(&debt(LAW, "1000.00", "2026-07-01", &changes), "2026-07-31");
        assert_eq!(claim.indemnity_left, amount("40.00"), "bounced on {bounced}");
    }
}

#[test]
fn a_refund_takes_back_what_was_paid_last_and_credit_before_it() {
    // 30 days are 10.19 €; the payment settles 1 000 + 10.19 + 40 and leaves 49.81 € of credit.
    let paid = (MovementKind::Payment, "2026-07-31", "1100.00");
    let back = |sum| {
        let changes = [paid, (MovementKind::Refund, "2026-08-10", sum)];
        claim(&debt(LAW, "1000.00", "2026-07-01", &changes), "2026-08-10")
    };
    assert_eq!(back("49.81").total, Amount::ZERO);
    let some = back("60.00");
    assert_eq!(
        (some.credit, some.indemnity_left),
        (Amount::ZERO, amount("10.19")),
        "49.81 of credit, then the fixed sum"
    );
    assert_eq!(back("1100.00").total, amount("1050.19"));
    assert_eq!(back("1100.01").unmatched_refund, amount("0.01"));
}

#[test]
fn a_waiver_on_condition_counts_once_the_principal_is_settled_in_time() {
    let with = |paid: &[(MovementKind, &str, &str)], as_of| {
        let mut debt = debt(LAW, "1000.00", "2026-07-01", paid);
        debt.changes.push(Change {
            if_settled_by: Some(day("2026-10-31")),
            ..Change::new(day("2026-08-01"), MovementKind::InterestWaiver, amount("10.53"))
        });
        claim(&debt, as_of)
    };
    let pay = [(MovementKind::Payment, "2026-10-31", "1000.00")];
    let pending = with(&[], "2026-10-30");
    assert_eq!(pending.conditions.first().map(|known| known.outcome), Some(Outcome::Pending));
    assert_eq!(pending.interest_left, pending.interest, "all is owed meanwhile");
    let met = with(&pay, "2026-11-30");
    assert_eq!(met.conditions.first().map(|known| known.outcome), Some(Outcome::Met));
    assert_eq!((met.interest_left, met.interest_waived), (Amount::ZERO, met.interest));
    let late = with(&[(MovementKind::Payment, "2026-11-01", "1000.00")], "2026-11-30");
    assert_eq!(late.conditions.first().map(|known| known.outcome), Some(Outcome::Lapsed));
    assert_eq!(late.interest_left, late.interest);
}

#[test]
fn a_lapsed_waiver_leaves_the_claim_as_if_it_had_never_been_granted() {
    let paid =
        [(MovementKind::Payment, "2026-09-01", "400.00"), (MovementKind::Payment, "2026-11-15", "300.00")];
    let mut plain = debt(LAW, "1000.00", "2026-07-01", &paid);
    plain.allocation = Allocation::InterestFirst;
    let mut waived = plain.clone();
    waived.changes.push(Change {
        if_settled_by: Some(day("2026-10-31")),
        ..Change::new(day("2026-08-01"), MovementKind::InterestWaiver, amount("10.00"))
    });
    let (plain, waived) = (claim(&plain, "2026-12-31"), claim(&waived, "2026-12-31"));
    assert_eq!(plain, Claim { conditions: Vec::new(), ..waived.clone() });
    assert_eq!(waived.conditions.len(), 1);
}

#[test]
fn each_instalment_is_late_on_its_own_and_the_fixed_sum_is_due_once() {
    let mut debt = debt(LAW, "1800.00", "2026-07-01", &[(MovementKind::Payment, "2026-07-31", "600.00")]);
    debt.later = vec![
        Instalment { due: day("2026-12-01"), amount: amount("600.00") },
        Instalment { due: day("2026-09-01"), amount: amount("600.00") },
    ];
    let claim = claim(&debt, "2026-10-01");
    let rows: Vec<(usize, String, i64, String)> = claim
        .segments
        .iter()
        .map(|row| (row.instalment, row.base.to_string(), row.days, row.interest.to_string()))
        .collect();
    // 600 € for 30 days; then the second instalment for 30 days from 2 September.
    assert_eq!(
        rows,
        [(0, "600.00", 30, "6.12"), (1, "600.00", 30, "6.12")].map(|(instalment, base, days, interest)| (
            instalment,
            base.to_owned(),
            days,
            interest.to_owned()
        ))
    );
    assert_eq!((claim.indemnity, claim.not_due), (amount("40.00"), amount("600.00")));
    assert_eq!(claim.exigible(), amount("652.24"));
    assert_eq!(claim.first_unpaid_due(), Some(day("2026-09-01")));
}

#[test]
fn instalments_paid_on_time_bring_no_fixed_sum() {
    let paid =
        [(MovementKind::Payment, "2026-07-01", "600.00"), (MovementKind::Payment, "2026-09-01", "600.00")];
    let mut debt = debt(LAW, "1200.00", "2026-07-01", &paid);
    debt.later = vec![Instalment { due: day("2026-09-01"), amount: amount("600.00") }];
    let claim = claim(&debt, "2026-12-31");
    assert_eq!((claim.total, claim.indemnity, claim.days), (Amount::ZERO, Amount::ZERO, 0));
}

#[test]
fn interest_of_a_whole_year_bears_interest_where_the_contract_says_so() {
    let contract = Regime::FrBusinessContract(Rate::parse("12").unwrap());
    let mut debt = debt(contract, "1000.00", "2024-12-31", &[]);
    assert_eq!(claim(&debt, "2026-06-30").interest, amount("179.51"), "546 days of 1 000 €");
    debt.capitalisation = Some(Capitalisation::Contract);
    let claim = claim(&debt, "2026-06-30");
    // A whole year is 120 €; from 1 January 2026, 181 days of 1 120 €.
    let rows = texts(&claim.segments.iter().map(|row| row.interest).collect::<Vec<_>>());
    assert_eq!(rows, ["120.00", "66.65"].map(amount_text));
    assert!(claim.capitalised);
    assert!(!self::claim(&debt, "2025-12-31").capitalised, "never before a whole year is due");
}

#[test]
fn a_court_lets_interest_bear_interest_a_year_after_it_was_asked() {
    let contract = Regime::FrBusinessContract(Rate::parse("10").unwrap());
    let mut debt = debt(contract, "36500.00", "2024-12-31", &[]);
    debt.capitalisation = Some(Capitalisation::Judgment(day("2025-07-01")));
    let claim = claim(&debt, "2026-07-10");
    // 10 € a day: 546 days to 30 June 2026; then 10 days on 36 500 + 5 460 €.
    let rows = texts(&claim.segments.iter().map(|row| row.interest).collect::<Vec<_>>());
    assert_eq!(rows, ["5460.00", "114.96"].map(amount_text));
}

#[test]
fn the_legal_rate_rises_two_months_after_a_decision_is_enforceable() {
    let mut debt = debt(Regime::FrConsumer(None), "10000.00", "2026-06-30", &[]);
    debt.formal_notice = Some(day("2026-06-30"));
    debt.enforceable = Some(day("2026-08-15"));
    let claim = claim(&debt, "2026-10-31");
    let rows: Vec<(String, i64, String)> =
        claim.segments.iter().map(|row| (row.rate.to_string(), row.days, row.interest.to_string())).collect();
    // 107 days to 15 October at 2.75 %, 16 days at 7.75 %.
    assert_eq!(
        rows,
        [("2.75", 107, "80.62"), ("7.75", 16, "33.97")].map(|(rate, days, interest)| (
            rate.to_owned(),
            days,
            interest.to_owned()
        ))
    );
}

#[test]
fn a_law_that_fixes_nothing_claims_the_principal_alone() {
    let claim = claim(&debt(Regime::PrincipalOnly, "1000.00", "2026-01-01", &[]), "2026-12-31");
    assert_eq!((claim.total, claim.daily), (amount("1000.00"), Amount::ZERO));
}

#[test]
fn three_hundred_years_of_the_largest_sum_are_counted_without_a_stop() {
    let hundred = Rate::parse("100").unwrap();
    for regime in [
        LAW,
        Regime::FrBusinessContract(hundred),
        Regime::FrBusinessLegalMultiple(rust_decimal::Decimal::from(30)),
        Regime::FrConsumer(None),
        Regime::FrPublic,
        Regime::EuBusiness,
        Regime::BeBusiness,
        Regime::DeConsumer,
        Regime::UkBusiness,
        Regime::Ch,
        Regime::PrincipalOnly,
        Regime::Fixed { rate: hundred, indemnity: amount("999999999.99") },
    ] {
        for day_count in
            [DayCount::Actual365, DayCount::ActualActual, DayCount::Actual360, DayCount::Thirty360]
        {
            for capitalisation in [None, Some(Capitalisation::Contract)] {
                let mut debt = debt(regime, "999999999.99", "1900-01-01", &[]);
                debt.day_count = day_count;
                debt.capitalisation = capitalisation;
                debt.formal_notice = Some(day("1900-01-01"));
                debt.enforceable = Some(day("1950-01-31"));
                let claim = claim(&debt, "2199-12-31");
                assert!(claim.total >= amount("999999999.99"), "{regime:?} {day_count:?}");
                assert_eq!(claim.principal_left, amount("999999999.99"));
                // A claim so old is stated on the day itself and on any other just the same.
                assert_eq!(self::claim(&debt, "1900-01-01").interest, Amount::ZERO);
            }
        }
    }
}
