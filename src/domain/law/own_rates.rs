//! The user's own rates: corrections of single half-years and a newer table from a file. Both are kept apart from the
//! built-in table, which is never changed; the table in use is put together from them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::rate_file::{ANCHORS, LEGAL_OTHERS, RateFile, RateFileError, RateRow, RateSeries, RateSource};
use super::rates::RateTable;
use crate::base::iso;
use crate::base::{HalfYear, Rate, dates};

/// Key of the source that corrected rows quote.
pub const OWN: &str = "own";

/// What the user knows better than the built-in table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnRates {
    /// A whole table from a file, in place of the built-in one while it is the newer of the two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imported: Option<RateFile>,
    /// Single values, in order of half-year.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// The rate of a half-year as the user read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Which series.
    pub series: CorrectedSeries,
    /// First day of the half-year.
    #[serde(with = "iso")]
    pub from: NaiveDate,
    /// Per cent per year.
    pub rate: Rate,
    /// Where it was read.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub origin: String,
    /// Day it was entered.
    #[serde(with = "iso")]
    pub entered: NaiveDate,
}

/// A published series a user can correct by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CorrectedSeries {
    /// Main refinancing rate of the European Central Bank on the first day of the half-year.
    EcbAnchor,
    /// Legal interest rate, all other creditors.
    LegalOthers,
}

impl CorrectedSeries {
    /// Both.
    pub const ALL: [Self; 2] = [Self::EcbAnchor, Self::LegalOthers];

    fn name(self) -> &'static str {
        match self {
            Self::EcbAnchor => ANCHORS,
            Self::LegalOthers => LEGAL_OTHERS,
        }
    }
}

impl OwnRates {
    /// Nothing differs from the built-in table.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.imported.is_none() && self.corrections.is_empty()
    }

    /// Adds a correction, in place of one of the same series and half-year.
    pub fn correct(&mut self, correction: Correction) {
        self.withdraw(correction.series, correction.from);
        crate::base::order::insert_in_order(&mut self.corrections, correction, |known| {
            (known.from, known.series)
        });
    }

    /// Takes a correction back.
    pub fn withdraw(&mut self, series: CorrectedSeries, from: NaiveDate) {
        self.corrections.retain(|known| (known.series, known.from) != (series, from));
    }

    /// The table these make of the built-in one; none where they change nothing.
    ///
    /// # Errors
    /// Where the table kept from a file is no longer sound.
    pub fn table(&self) -> Result<Option<RateTable>, RateFileError> {
        if self.is_empty() {
            return Ok(None);
        }
        let mut file = self.base().clone();
        for correction in &self.corrections {
            if let Some(series) = file.series.get_mut(correction.series.name()) {
                put(series, correction);
            }
        }
        let own = RateSource { fr: "Votre correction".to_owned(), en: "Your correction".to_owned() };
        file.sources.insert(OWN.to_owned(), own);
        RateTable::of(file).map(Some)
    }

    /// The table corrections are made to: the newer of the built-in one and the one from a file.
    #[must_use]
    pub fn base(&self) -> &RateFile {
        let builtin = RateTable::builtin().file();
        self.imported.as_ref().filter(|file| builtin.version < file.version).unwrap_or(builtin)
    }
}

/// Puts a value in for one half-year, the ones around it left as they were.
fn put(series: &mut RateSeries, correction: &Correction) {
    let half = HalfYear::of(correction.from);
    let (first, after) = (half.first_day(), half.next().first_day());
    let before = series.rows.iter().rev().find(|row| row.from < first).cloned();
    let held_on = series.rows.iter().rev().find(|row| row.from <= first).cloned();
    if let Some(last) = before.filter(|_| dates::next_day(series.to) < first) {
        // Half-years nobody has given a rate for stay provisional.
        series.rows.push(RateRow { from: dates::next_day(series.to), provisional: true, ..last });
    }
    if let Some(held_on) = held_on.filter(|_| after <= series.to)
        && series.rows.iter().all(|row| row.from != after)
    {
        series.rows.push(RateRow { from: after, ..held_on });
    }
    series.rows.retain(|row| row.from < first || after <= row.from);
    series.rows.push(RateRow {
        from: first,
        rate: correction.rate,
        source: OWN.to_owned(),
        confirmed: true,
        text: Some(correction.origin.clone()).filter(|origin| !origin.is_empty()),
        provisional: false,
    });
    series.rows = crate::base::order::in_order(series.rows.drain(..), |row| row.from);
    series.to = series.to.max(half.last_day());
}

#[cfg(test)]
mod tests {
    use super::super::rates::Series;
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn correction(from: &str, rate: &str) -> Correction {
        Correction {
            series: CorrectedSeries::EcbAnchor,
            from: day(from),
            rate: Rate::parse(rate).unwrap(),
            origin: String::new(),
            entered: day("2027-01-04"),
        }
    }

    fn quote(own: &OwnRates, on: &str) -> (String, bool) {
        let table = own.table().unwrap().unwrap();
        let quote = table.series(Series::FrBusinessDefault).on(day(on));
        (quote.rate.to_string(), quote.provisional)
    }

    #[test]
    fn a_correction_holds_for_its_half_year_alone() {
        let mut own = OwnRates::default();
        own.correct(correction("2025-07-01", "3.00"));
        assert_eq!(quote(&own, "2025-06-30"), ("13.15".to_owned(), false));
        assert_eq!(quote(&own, "2025-07-01"), ("13.00".to_owned(), false));
        assert_eq!(quote(&own, "2025-12-31"), ("13.00".to_owned(), false));
        assert_eq!(quote(&own, "2026-01-01"), ("12.15".to_owned(), false));
        let builtin = RateTable::builtin().series(Series::FrBusinessDefault);
        assert_eq!(
            builtin.on(day("2025-07-01")).rate.to_string(),
            "12.15",
            "the built-in table is as it was"
        );
    }

    #[test]
    fn a_new_half_year_is_no_longer_provisional_and_one_left_out_still_is() {
        let mut own = OwnRates::default();
        own.correct(correction("2027-07-01", "2.65"));
        assert_eq!(quote(&own, "2026-12-31"), ("12.40".to_owned(), false));
        assert_eq!(quote(&own, "2027-01-01"), ("12.40".to_owned(), true));
        assert_eq!(quote(&own, "2027-06-30"), ("12.40".to_owned(), true));
        assert_eq!(quote(&own, "2027-12-31"), ("12.65".to_owned(), false));
        assert_eq!(quote(&own, "2028-01-01"), ("12.65".to_owned(), true));
        own.correct(correction("2027-01-01", "2.90"));
        assert_eq!(quote(&own, "2027-06-30"), ("12.90".to_owned(), false));
        assert_eq!(quote(&own, "2027-07-01"), ("12.65".to_owned(), false));
    }

    #[test]
    fn the_last_word_on_a_half_year_counts() {
        let mut own = OwnRates::default();
        own.correct(correction("2027-01-01", "2.65"));
        own.correct(correction("2027-01-01", "2.40"));
        assert_eq!(own.corrections.len(), 1);
        own.withdraw(CorrectedSeries::EcbAnchor, day("2027-01-01"));
        assert_eq!(own.table(), Ok(None));
    }

    #[test]
    fn an_older_file_gives_way_to_the_built_in_table() {
        let mut older = RateTable::builtin().file().clone();
        older.version = day("2020-01-01");
        let own = OwnRates { imported: Some(older), corrections: Vec::new() };
        assert_eq!(own.base().version, RateTable::builtin().file().version);
    }
}
