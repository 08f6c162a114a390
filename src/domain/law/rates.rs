//! Reference rates by date: the series the law names, derived from the published ones of a rate file.
//!
//! A day outside what a series is known for gets the nearest known rate and is marked provisional, never silently.

use std::sync::OnceLock;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::rate_file::{RateFile, RateFileError, RateRow, RateSeries};
use crate::base::{HalfYear, Rate, dates};

/// Points above the main refinancing rate, C. com. art. L441-10 II. Pinned by `tests/vectors/rates.json`.
const BUSINESS_POINTS: i64 = 10;
/// Points above the main refinancing rate, CCP art. R2192-31, and directive 2011/7/EU art. 2(6).
const PUBLIC_POINTS: i64 = 8;
/// Points above the base rate, BGB § 288(2) and § 288(1).
const GERMAN_BUSINESS_POINTS: i64 = 9;
const GERMAN_CONSUMER_POINTS: i64 = 5;
/// Points above Bank Rate, Late Payment of Commercial Debts (Rate of Interest) (No. 3) Order 2002.
const UK_POINTS: i64 = 8;
/// Lowest lawful contract rate as a multiple of the legal rate, C. com. art. L441-10 II.
const FLOOR_MULTIPLE: i64 = 3;

/// A reference rate a claim, a check or a reader can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// ECB main refinancing rate as decided, day by day.
    EcbMro,
    /// Default rate between professionals: main refinancing rate on the first day of the half-year + 10.
    FrBusinessDefault,
    /// Rate owed by public buyers: the same anchor + 8.
    FrPublic,
    /// Legal interest rate, all creditors but the next.
    FrLegalOthers,
    /// Legal interest rate of creditors who are natural persons acting outside any trade.
    FrLegalIndividuals,
    /// Lowest lawful contract rate between professionals: 3 × the legal rate of all other creditors.
    FrBusinessFloor,
    /// Lowest rate directive 2011/7/EU allows: anchor + 8.
    EuBusiness,
    /// Belgian rate for commercial transactions.
    BeBusiness,
    /// German default interest between professionals.
    DeBusiness,
    /// German default interest owed by consumers.
    DeConsumer,
    /// United Kingdom statutory interest: Bank Rate on 31 December or 30 June before + 8.
    UkBusiness,
}

/// A rate with what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRate {
    /// First day it holds.
    pub from: NaiveDate,
    /// Per cent per year.
    pub rate: Rate,
    /// Key of its source in the file.
    pub source: String,
    /// Seen in a source while the table was put together.
    pub confirmed: bool,
    /// Legal text that fixed it, where known.
    pub text: Option<String>,
    /// Stands in for a value nobody has given.
    pub provisional: bool,
}

/// The answer to "what was the rate on that day".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Per cent per year.
    pub rate: Rate,
    /// The day is outside what the series is known for; the nearest known rate stands in.
    pub provisional: bool,
    /// The value was seen in a source while the table was put together.
    pub confirmed: bool,
    /// Last day the same row of the table holds for.
    pub until: NaiveDate,
    /// The row is of one half-year alone.
    pub one_half_year: bool,
}

/// One series ready for look-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesTable {
    rows: Vec<KnownRate>,
    /// First day of each row: what is searched, without the rest of the rows in the way.
    starts: Vec<NaiveDate>,
    /// What each row answers.
    quotes: Vec<Quote>,
    to: NaiveDate,
}

/// All series of one rate file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateTable {
    file: RateFile,
    series: [SeriesTable; 11],
}

impl Series {
    /// Every series, in the order of the enum.
    pub const ALL: [Self; 11] = [
        Self::EcbMro,
        Self::FrBusinessDefault,
        Self::FrPublic,
        Self::FrLegalOthers,
        Self::FrLegalIndividuals,
        Self::FrBusinessFloor,
        Self::EuBusiness,
        Self::BeBusiness,
        Self::DeBusiness,
        Self::DeConsumer,
        Self::UkBusiness,
    ];
}

impl SeriesTable {
    /// What is known, in order of date.
    #[must_use]
    pub fn rows(&self) -> &[KnownRate] {
        &self.rows
    }

    /// Last day the series is known for.
    #[must_use]
    pub fn known_to(&self) -> NaiveDate {
        self.to
    }

    /// The rate on a day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> Quote {
        let after = self.starts.partition_point(|from| *from <= day);
        let known = after.checked_sub(1).and_then(|index| self.quotes.get(index));
        match known {
            Some(quote) if self.to < day => Quote {
                provisional: true,
                confirmed: false,
                until: NaiveDate::MAX,
                one_half_year: false,
                ..*quote
            },
            Some(quote) => *quote,
            None => {
                let next = self.starts.first().map(|from| dates::previous_day(*from));
                Quote {
                    rate: self.rows.first().map(|row| row.rate).unwrap_or_default(),
                    provisional: true,
                    confirmed: false,
                    until: next.unwrap_or(self.to),
                    one_half_year: false,
                }
            }
        }
    }

    fn map(series: &RateSeries, rate: impl Fn(Rate) -> Rate) -> Self {
        let known = |row: &RateRow| KnownRate {
            from: row.from,
            rate: rate(row.rate),
            source: row.source.clone(),
            confirmed: row.confirmed,
            text: row.text.clone(),
            provisional: row.provisional,
        };
        Self::new(series.rows.iter().map(known).collect(), series.to)
    }

    fn new(rows: Vec<KnownRate>, to: NaiveDate) -> Self {
        let starts: Vec<NaiveDate> = rows.iter().map(|row| row.from).collect();
        let ends = starts.iter().skip(1).map(|next| dates::previous_day(*next)).chain([to]);
        let quotes = rows.iter().zip(ends).map(|(row, until)| Quote {
            rate: row.rate,
            provisional: row.provisional,
            confirmed: row.confirmed && !row.provisional,
            until,
            one_half_year: HalfYear::of(row.from) == HalfYear::of(until),
        });
        Self { quotes: quotes.collect(), rows, starts, to }
    }

    /// Bank Rate on the eve of each half-year, plus the statutory points, for as long as the eve is known.
    fn on_eves(series: &RateSeries, points: i64) -> Self {
        let daily = Self::map(series, |rate| rate.plus_points(points));
        let mut rows = Vec::new();
        let mut to = series.to;
        let Some(first) = series.rows.first() else { return Self::new(rows, to) };
        let mut half = HalfYear::of(first.from).next();
        while dates::previous_day(half.first_day()) <= series.to {
            let eve = dates::previous_day(half.first_day());
            let at = daily.rows.partition_point(|row| row.from <= eve);
            if let Some(row) = at.checked_sub(1).and_then(|index| daily.rows.get(index)) {
                rows.push(KnownRate { from: half.first_day(), ..row.clone() });
            }
            to = half.last_day();
            half = half.next();
        }
        Self::new(rows, to)
    }
}

impl RateTable {
    /// The table the program comes with.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<RateTable> = OnceLock::new();
        BUILTIN.get_or_init(|| {
            // The file is part of the program and read by a test of this module; an empty table would mark every
            // figure provisional rather than stop the page.
            serde_json::from_str(include_str!("rates.json"))
                .ok()
                .and_then(|file| Self::of(file).ok())
                .unwrap_or_else(Self::empty)
        })
    }

    /// Reads a rate file.
    ///
    /// # Errors
    /// As [`RateFileError`] says.
    pub fn parse(json: &str) -> Result<Self, RateFileError> {
        Self::of(RateFile::parse(json)?)
    }

    /// The table of a rate file.
    ///
    /// # Errors
    /// Where a series the program needs is absent or empty.
    pub fn of(file: RateFile) -> Result<Self, RateFileError> {
        let get = |name: &'static str| {
            file.series
                .get(name)
                .filter(|series| !series.rows.is_empty())
                .ok_or(RateFileError::MissingSeries(name))
        };
        let (mro, anchors, legal) = (get("ecb-mro")?, get("ecb-mro-half-year")?, get("fr-legal-others")?);
        let (individuals, german, bank, belgian) =
            (get("fr-legal-individuals")?, get("de-base")?, get("uk-bank")?, get("be-b2b")?);
        let plus = |series, points| SeriesTable::map(series, |rate: Rate| rate.plus_points(points));
        let series = [
            plus(mro, 0),
            plus(anchors, BUSINESS_POINTS),
            plus(anchors, PUBLIC_POINTS),
            plus(legal, 0),
            plus(individuals, 0),
            SeriesTable::map(legal, |rate| rate.times(Decimal::from(FLOOR_MULTIPLE))),
            plus(anchors, PUBLIC_POINTS),
            plus(belgian, 0),
            plus(german, GERMAN_BUSINESS_POINTS),
            plus(german, GERMAN_CONSUMER_POINTS),
            SeriesTable::on_eves(bank, UK_POINTS),
        ];
        Ok(Self { file, series })
    }

    /// The table of one series.
    #[must_use]
    pub fn series(&self, series: Series) -> &SeriesTable {
        let [mro, business, public, legal, individuals, floor, eu, be, de, de_consumer, uk] = &self.series;
        match series {
            Series::EcbMro => mro,
            Series::FrBusinessDefault => business,
            Series::FrPublic => public,
            Series::FrLegalOthers => legal,
            Series::FrLegalIndividuals => individuals,
            Series::FrBusinessFloor => floor,
            Series::EuBusiness => eu,
            Series::BeBusiness => be,
            Series::DeBusiness => de,
            Series::DeConsumer => de_consumer,
            Series::UkBusiness => uk,
        }
    }

    /// The file it was read from: version, date checked, sources.
    #[must_use]
    pub fn file(&self) -> &RateFile {
        &self.file
    }

    fn empty() -> Self {
        let none = SeriesTable::new(Vec::new(), NaiveDate::MIN);
        let file = RateFile {
            schema: 1,
            version: NaiveDate::MIN,
            checked: NaiveDate::MIN,
            sources: std::collections::BTreeMap::new(),
            series: std::collections::BTreeMap::new(),
        };
        Self { file, series: std::array::from_fn(|_| none.clone()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        dates::parse_iso(text).unwrap()
    }

    #[test]
    fn the_builtin_file_is_sound() {
        let table = RateTable::parse(include_str!("rates.json")).unwrap();
        for series in Series::ALL {
            assert!(!table.series(series).rows().is_empty(), "{series:?}");
        }
    }

    #[test]
    fn half_year_anchors_are_the_daily_rate_of_their_first_day() {
        let table = RateTable::builtin();
        let daily = table.series(Series::EcbMro);
        for row in table.series(Series::FrBusinessDefault).rows() {
            assert_eq!(daily.on(row.from).rate.plus_points(10), row.rate, "{}", row.from);
            assert_eq!(HalfYear::of(row.from).first_day(), row.from);
        }
    }

    #[test]
    fn a_change_inside_a_half_year_waits_for_the_next_anchor() {
        let business = RateTable::builtin().series(Series::FrBusinessDefault);
        for (on, rate) in [
            ("2024-06-30", "14.50"),
            ("2024-07-01", "14.25"),
            ("2024-09-18", "14.25"),
            ("2026-09-16", "12.40"),
        ] {
            assert_eq!(business.on(day(on)).rate.to_string(), rate, "{on}");
        }
    }

    #[test]
    fn an_unknown_half_year_is_provisional_at_the_last_known_rate() {
        let quote = RateTable::builtin().series(Series::FrBusinessDefault).on(day("2027-01-01"));
        assert_eq!((quote.rate.to_string().as_str(), quote.provisional), ("12.40", true));
        assert!(!RateTable::builtin().series(Series::FrBusinessDefault).on(day("2026-12-31")).provisional);
        assert!(RateTable::builtin().series(Series::FrBusinessDefault).on(day("1950-01-01")).provisional);
    }

    #[test]
    fn uk_rate_is_fixed_on_the_eve_of_the_half_year() {
        let uk = RateTable::builtin().series(Series::UkBusiness);
        assert_eq!(uk.on(day("2026-03-01")).rate.to_string(), "11.75");
        assert_eq!(uk.on(day("2025-12-30")).rate.to_string(), "12.25");
        assert!(uk.on(day("2027-01-01")).provisional);
    }
}
