//! The reference rates by half-year, newest first, each with where it comes from.

use chrono::NaiveDate;

use crate::base::{HalfYear, Rate};
use crate::domain::law::own_rates::OWN;
use crate::domain::law::rate_file::RateSource;
use crate::domain::law::rates::{KnownRate, RateTable, Series};

/// The rates of one half-year; none where the table does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HalfYearRates {
    /// Which.
    pub half: HalfYear,
    /// Default rate between professionals.
    pub business: Option<Rate>,
    /// Rate owed by public buyers.
    pub public: Option<Rate>,
    /// Legal rate, all other creditors.
    pub legal: Option<Rate>,
    /// Lowest lawful contract rate between professionals.
    pub floor: Option<Rate>,
    /// Where the rate of the European Central Bank comes from.
    pub anchor_origin: Option<Origin>,
    /// Where the legal rate comes from.
    pub legal_origin: Option<Origin>,
}

/// Where a rate comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Source in both languages.
    pub source: RateSource,
    /// Legal text that fixed it, where known.
    pub text: Option<String>,
    /// Seen in a source while the table was put together.
    pub confirmed: bool,
    /// Day it was last checked there, where it was.
    pub checked: Option<NaiveDate>,
}

/// Every half-year the table knows a French rate of, newest first.
#[must_use]
pub fn half_years(table: &RateTable) -> Vec<HalfYearRates> {
    let series = [Series::FrBusinessDefault, Series::FrLegalOthers].map(|series| table.series(series));
    let first = series.iter().filter_map(|series| series.rows().first()).map(|row| row.from).min();
    let last = series.iter().map(|series| series.known_to()).max();
    let Some((first, last)) = first.zip(last) else { return Vec::new() };
    let mut halves = Vec::new();
    let mut half = HalfYear::of(first);
    while half.first_day() <= last {
        halves.push(half_year(table, half));
        half = half.next();
    }
    halves.reverse();
    halves
}

fn half_year(table: &RateTable, half: HalfYear) -> HalfYearRates {
    let row = |series| known(table, series, half.first_day()).filter(|row| !row.provisional);
    let rate = |series| row(series).map(|row| row.rate);
    let origin = |series| row(series).and_then(|row| origin(table, row));
    HalfYearRates {
        half,
        business: rate(Series::FrBusinessDefault),
        public: rate(Series::FrPublic),
        legal: rate(Series::FrLegalOthers),
        floor: rate(Series::FrBusinessFloor),
        anchor_origin: origin(Series::FrBusinessDefault),
        legal_origin: origin(Series::FrLegalOthers),
    }
}

/// The row that holds on a day; none outside what the series is known for.
fn known(table: &RateTable, series: Series, day: NaiveDate) -> Option<&KnownRate> {
    let series = table.series(series);
    series.rows().iter().rev().find(|row| row.from <= day).filter(|_| day <= series.known_to())
}

fn origin(table: &RateTable, row: &KnownRate) -> Option<Origin> {
    let source = table.file().sources.get(&row.source)?.clone();
    let is_checked = row.confirmed && row.source != OWN;
    let checked = is_checked.then_some(table.file().checked);
    Some(Origin { source, text: row.text.clone(), confirmed: row.confirmed, checked })
}

/// A rate that differs between two tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateChange {
    /// Which.
    pub series: Series,
    /// Half-year.
    pub half: HalfYear,
    /// In the one; none where it does not know.
    pub before: Option<Rate>,
    /// In the other.
    pub after: Option<Rate>,
}

/// French rates that differ between two tables, newest first.
#[must_use]
pub fn changes(before: &RateTable, after: &RateTable) -> Vec<RateChange> {
    let all = half_years(before).into_iter().chain(half_years(after)).map(|rates| rates.half);
    let mut halves: Vec<HalfYear> = crate::base::order::in_order(all, |half| *half);
    halves.dedup();
    halves.reverse();
    let of = |table: &RateTable, series, half: HalfYear| {
        known(table, series, half.first_day()).filter(|row| !row.provisional).map(|row| row.rate)
    };
    halves
        .into_iter()
        .flat_map(|half| {
            [Series::FrBusinessDefault, Series::FrLegalOthers].into_iter().map(move |series| RateChange {
                series,
                half,
                before: of(before, series, half),
                after: of(after, series, half),
            })
        })
        .filter(|change| change.before != change.after)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    #[test]
    fn every_known_half_year_is_listed_newest_first() {
        let halves = half_years(RateTable::builtin());
        let newest = halves.first().unwrap();
        assert_eq!(newest.half.to_string(), "2026-H2");
        let shown = |rate: Option<Rate>| rate.map(|rate| rate.to_string());
        assert_eq!(shown(newest.business).as_deref(), Some("12.40"));
        assert_eq!(shown(newest.public).as_deref(), Some("10.40"));
        assert_eq!(shown(newest.legal).as_deref(), Some("2.75"));
        assert_eq!(shown(newest.floor).as_deref(), Some("8.25"));
        assert!(newest.legal_origin.as_ref().is_some_and(|origin| origin.confirmed && origin.text.is_some()));
        assert!(halves.windows(2).all(|pair| pair[1].half.next() == pair[0].half));
    }

    #[test]
    fn a_rate_the_table_does_not_know_is_left_out() {
        let halves = half_years(RateTable::builtin());
        let old =
            halves.iter().find(|row| row.half == HalfYear::of(parse_iso("2006-09-01").unwrap())).unwrap();
        assert_eq!(old.business, None);
        assert_eq!(old.legal.map(|rate| rate.to_string()).as_deref(), Some("2.11"), "a rate of a whole year");
        assert!(old.legal_origin.is_some() && old.anchor_origin.is_none());
    }
}
