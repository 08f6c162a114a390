//! Every day of 2015 to 2027: reference rates and payment terms against plain day-by-day definitions.

#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

use chrono::{Datelike, NaiveDate};
use relance::base::dates::{days_between, next_day, parse_iso, previous_day};
use relance::base::{HalfYear, Rate};
use relance::domain::law::rates::{RateTable, Series};
use relance::domain::law::terms::{Ceiling, Terms};

fn day(text: &str) -> NaiveDate {
    parse_iso(text).unwrap()
}

/// Every day from 1 January 2015 to 31 December 2027.
fn days() -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(day("2015-01-01")), |today| Some(next_day(*today)))
        .take_while(|today| *today <= day("2027-12-31"))
}

fn rate(series: Series, on: NaiveDate) -> Option<Rate> {
    let quote = RateTable::builtin().series(series).on(on);
    (!quote.provisional).then_some(quote.rate)
}

#[test]
fn every_day_has_the_rate_of_the_first_day_of_its_half_year_or_says_it_is_provisional() {
    for today in days() {
        let first = HalfYear::of(today).first_day();
        let anchor = rate(Series::EcbMro, first);
        assert_eq!(rate(Series::FrBusinessDefault, today), anchor.map(|mro| mro.plus_points(10)), "{today}");
        assert_eq!(rate(Series::FrPublic, today), anchor.map(|mro| mro.plus_points(8)), "{today}");
        assert_eq!(rate(Series::EuBusiness, today), rate(Series::FrPublic, today), "{today}");
        let legal = rate(Series::FrLegalOthers, first);
        assert_eq!(rate(Series::FrLegalOthers, today), legal, "{today}");
        assert_eq!(rate(Series::FrBusinessFloor, today), legal.map(|rate| rate.times(3.into())), "{today}");
        assert!(rate(Series::FrLegalIndividuals, today) > legal || legal.is_none(), "{today}");
        let (business, consumer) = (rate(Series::DeBusiness, today), rate(Series::DeConsumer, today));
        assert_eq!(business, consumer.map(|rate| rate.plus_points(4)), "{today}");
        assert_eq!(rate(Series::UkBusiness, today), rate(Series::UkBusiness, first), "{today}");
    }
}

#[test]
fn the_belgian_rate_is_the_directive_s_rounded_up_to_the_half_point() {
    // The published rate of the second half of 2022 was raised within it; from 2023 the rule holds without exception.
    for today in days().filter(|today| today.year() >= 2023) {
        let (Some(directive), Some(belgian)) =
            (rate(Series::EuBusiness, today), rate(Series::BeBusiness, today))
        else {
            continue;
        };
        let doubled = (directive.value() * rust_decimal::Decimal::TWO).ceil();
        assert_eq!(belgian.value() * rust_decimal::Decimal::TWO, doubled, "{today}");
    }
}

#[test]
fn a_rate_holds_at_least_to_the_day_it_says() {
    for series in Series::ALL {
        let table = RateTable::builtin().series(series);
        for today in days() {
            let quote = table.on(today);
            if !quote.provisional {
                assert_eq!(table.on(quote.until).rate, quote.rate, "{series:?} {today}");
            }
        }
    }
}

/// The last day of the month of a day, by walking.
fn last_of_month(from: NaiveDate) -> NaiveDate {
    let mut last = from;
    while next_day(last).month() == from.month() {
        last = next_day(last);
    }
    last
}

fn walk(from: NaiveDate, days: u32) -> NaiveDate {
    (0..days).fold(from, |today, _| next_day(today))
}

#[test]
fn every_term_from_every_day_is_what_walking_the_calendar_gives() {
    for issued in days() {
        assert_eq!(Terms::OnReceipt.due(issued), issued);
        for count in [0, 10, 30, 45, 60] {
            assert_eq!(Terms::Days(count).due(issued), walk(issued, count), "{issued} + {count}");
            let after = Terms::DaysThenEndOfMonth(count).due(issued);
            assert_eq!(after, last_of_month(walk(issued, count)), "{issued} + {count}, end of month");
            let before = Terms::EndOfMonthThenDays(count).due(issued);
            assert_eq!(before, walk(last_of_month(issued), count), "{issued}, end of month + {count}");
        }
        for on in [1, 10, 15, 31] {
            let due = Terms::DaysThenDayOfMonth { days: 30, day: on }.due(issued);
            let mut expected = walk(issued, 30);
            while expected.day() != on && (expected.day() > on || expected != last_of_month(expected)) {
                expected = next_day(expected);
            }
            assert_eq!(due, expected, "{issued}, the {on}");
        }
    }
}

#[test]
fn the_ceiling_is_sixty_days_or_forty_five_end_of_month_and_nothing_is_shortened() {
    for issued in days() {
        for count in [30, 45, 59, 60, 61, 90] {
            let terms = Terms::Days(count);
            let (due, above) = (terms.due(issued), terms.is_above_ceiling(issued));
            assert_eq!(above, count > 60, "{issued} + {count}");
            assert_eq!(days_between(issued, due), i64::from(count), "as agreed, never shortened");
            assert_eq!(Ceiling::Periodic.is_exceeded(issued, due, Some(terms)), count > 45);
            assert_eq!(Ceiling::Public(30).is_exceeded(issued, due, None), count > 30);
        }
        assert!(!Terms::DaysThenEndOfMonth(45).is_above_ceiling(issued));
        assert!(!Terms::EndOfMonthThenDays(45).is_above_ceiling(issued));
        let late = Terms::DaysThenEndOfMonth(60);
        let beyond = walk(issued, 60) < late.due(issued);
        assert_eq!(late.is_above_ceiling(issued), beyond, "{issued}, sixty days end of month");
        assert!(previous_day(issued) < Terms::EndOfMonthThenDays(0).due(issued));
    }
}
