//! A reference rate of a half-year as the user read it.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::{SHORT_TEXT, text};
use crate::base::iso;
use crate::base::{HalfYear, Rate, RateError};
use crate::domain::law::own_rates::{CorrectedSeries, Correction};

/// Half-years before and after today's that can be corrected.
const BACK: i32 = 12;
const AHEAD: usize = 2;

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateForm {
    /// Which series.
    pub series: CorrectedSeries,
    /// First day of the half-year; that after the last known one where none was chosen.
    #[serde(default, with = "iso::optional")]
    pub from: Option<NaiveDate>,
    /// Per cent a year.
    pub rate: String,
    /// Where it was read.
    pub origin: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RateField {
    /// Per cent a year.
    Rate,
    /// Where it was read.
    Origin,
}

impl Default for RateForm {
    fn default() -> Self {
        Self { series: CorrectedSeries::EcbAnchor, from: None, rate: String::new(), origin: String::new() }
    }
}

/// The half-years a rate can be given for, newest first.
#[must_use]
pub fn half_years(today: NaiveDate) -> Vec<HalfYear> {
    let oldest = NaiveDate::from_ymd_opt(today.year() - BACK, 1, 1).unwrap_or(today);
    let newest = std::iter::successors(Some(HalfYear::of(today)), |half| Some(half.next())).nth(AHEAD);
    let mut halves: Vec<HalfYear> =
        std::iter::successors(Some(HalfYear::of(oldest)), |half| Some(half.next()))
            .take_while(|half| newest.is_some_and(|newest| *half <= newest))
            .collect();
    halves.reverse();
    halves
}

impl RateForm {
    /// The half-year chosen: the one to come where none was.
    #[must_use]
    pub fn half_year(&self, today: NaiveDate) -> HalfYear {
        self.from.map_or_else(|| HalfYear::of(today).next(), HalfYear::of)
    }

    /// The correction, or every fault.
    #[must_use]
    pub fn parse(&self, today: NaiveDate) -> (Option<Correction>, Findings<RateField>) {
        let mut findings = Findings::none();
        let rate = if self.rate.trim().is_empty() {
            findings.problem(RateField::Rate, Problem::Required);
            None
        } else {
            findings.check(RateField::Rate, Rate::parse_reference(&self.rate))
        };
        let rate = rate.filter(|rate| {
            // What debtors owe at the legal rate is never less than nothing.
            let is_sound = self.series != CorrectedSeries::LegalOthers || *rate >= Rate::default();
            if !is_sound {
                findings.problem(RateField::Rate, Problem::Rate(RateError::NotPositive));
            }
            is_sound
        });
        let origin = text(&mut findings, RateField::Origin, &self.origin, SHORT_TEXT);
        let correction = rate.filter(|_| findings.problems.is_empty()).map(|rate| Correction {
            series: self.series,
            from: self.half_year(today).first_day(),
            rate,
            origin,
            entered: today,
        });
        (correction, findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    #[test]
    fn a_reference_rate_may_be_zero_or_less_and_never_absurd() {
        let today = parse_iso("2026-11-22").unwrap();
        let parse = |rate: &str| RateForm { rate: rate.to_owned(), ..RateForm::default() }.parse(today);
        let (correction, _) = parse("2,65 %");
        let correction = correction.unwrap();
        assert_eq!(
            (correction.from.to_string(), correction.rate.to_string()),
            ("2027-01-01".to_owned(), "2.65".to_owned())
        );
        assert!(parse("0").0.is_some() && parse("-0,88").0.is_some());
        for wrong in ["", "deux", "265", "-40"] {
            assert!(parse(wrong).0.is_none(), "{wrong}");
        }
    }

    #[test]
    fn half_years_to_come_can_be_given() {
        let halves = half_years(parse_iso("2026-11-22").unwrap());
        assert_eq!(halves.first().map(ToString::to_string).as_deref(), Some("2027-H2"));
        assert_eq!(halves.last().map(ToString::to_string).as_deref(), Some("2014-H1"));
    }
}
