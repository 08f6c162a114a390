//! Dates as people type them, and the calendar arithmetic of due dates. Days are whole; there are no hours.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};

use super::fold::fold;

/// First and last calendar year accepted anywhere.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Nothing was typed.
    Empty,
    /// Not written as a date.
    NotADate,
    /// Written as a date, but there is no such day (30 February).
    NoSuchDay,
    /// Before 1900 or after 2199.
    OutOfRange,
}

/// Reads an ISO date: `2026-03-15`.
///
/// # Errors
/// As [`DateError`] says; a day that does not exist is refused, never rolled over.
pub fn parse_iso(text: &str) -> Result<NaiveDate, DateError> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return Err(if text.is_empty() { DateError::Empty } else { DateError::NotADate });
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_i32, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + i32::from(digit - b'0')).ok_or(DateError::NotADate)
        })
    };
    day_of(number(&[y1, y2, y3, y4])?, number(&[m1, m2])?, number(&[d1, d2])?)
}

/// Reads a date as people type it, day first: `31/12/25`, `31.12.2025`, `31-12-2025`, `311225`, `31 décembre 2025`,
/// `1er mars 2026`, and ISO. Two-digit years are of this century up to 79, else of the last one.
///
/// # Errors
/// As [`DateError`] says; a day that does not exist is refused, never rolled over.
pub fn parse_typed(text: &str) -> Result<NaiveDate, DateError> {
    let folded = fold(text.trim());
    if folded.is_empty() {
        return Err(DateError::Empty);
    }
    let parts: Vec<&str> = folded.split(['/', '.', '-', ',', ' ']).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [digits] if digits.len() == 8 || digits.len() == 6 => {
            let split = |from, to| digits.get(from..to).ok_or(DateError::NotADate).and_then(number);
            day_of(full_year(digits.get(4..).unwrap_or_default())?, split(2, 4)?, split(0, 2)?)
        }
        [year, month, day] if year.len() == 4 && number(year).is_ok() => {
            day_of(number(year)?, month_number(month)?, number(day)?)
        }
        [first, second, year] => {
            let (day, month) = if month_name(first).is_some() { (second, first) } else { (first, second) };
            day_of(full_year(year)?, month_number(month)?, number(ordinal(day))?)
        }
        _ => Err(DateError::NotADate),
    }
}

fn day_of(year: i32, month: i32, day: i32) -> Result<NaiveDate, DateError> {
    if !YEARS.contains(&year) {
        return Err(DateError::OutOfRange);
    }
    let part = |value: i32| u32::try_from(value).map_err(|_| DateError::NoSuchDay);
    NaiveDate::from_ymd_opt(year, part(month)?, part(day)?).ok_or(DateError::NoSuchDay)
}

fn number(text: &str) -> Result<i32, DateError> {
    if text.is_empty() || text.len() > 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError::NotADate);
    }
    text.parse().map_err(|_| DateError::NotADate)
}

fn full_year(text: &str) -> Result<i32, DateError> {
    let year = number(text)?;
    match text.len() {
        2 if year < 80 => Ok(2000 + year),
        2 => Ok(1900 + year),
        4 => Ok(year),
        _ => Err(DateError::NotADate),
    }
}

fn ordinal(day: &str) -> &str {
    ["er", "st", "nd", "rd", "th"].iter().find_map(|suffix| day.strip_suffix(suffix)).unwrap_or(day)
}

fn month_number(text: &str) -> Result<i32, DateError> {
    month_name(text).map_or_else(|| number(text), Ok)
}

/// Months by the first letters that tell them apart, French and English, already folded.
fn month_name(text: &str) -> Option<i32> {
    const NAMES: [(&str, i32); 24] = [
        ("janvier", 1),
        ("january", 1),
        ("fevrier", 2),
        ("february", 2),
        ("mars", 3),
        ("march", 3),
        ("avril", 4),
        ("april", 4),
        ("mai", 5),
        ("may", 5),
        ("juin", 6),
        ("june", 6),
        ("juillet", 7),
        ("july", 7),
        ("aout", 8),
        ("august", 8),
        ("septembre", 9),
        ("september", 9),
        ("octobre", 10),
        ("october", 10),
        ("novembre", 11),
        ("november", 11),
        ("decembre", 12),
        ("december", 12),
    ];
    if text.len() < 3 || text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut found = NAMES.iter().filter(|(name, _)| name.starts_with(text)).map(|(_, month)| *month);
    let first = found.next()?;
    found.all(|month| month == first).then_some(first)
}

/// Whether a day is one this program takes, from 1900 to 2199: what is kept can be read again.
#[must_use]
pub fn is_accepted(day: NaiveDate) -> bool {
    YEARS.contains(&day.year())
}

/// The last day of the month a day belongs to.
#[must_use]
pub fn end_of_month(day: NaiveDate) -> NaiveDate {
    on_day_of_month(day, 31)
}

/// The given day of the same month, or the month's last day where it is shorter.
#[must_use]
pub fn on_day_of_month(day: NaiveDate, number: u32) -> NaiveDate {
    (1..=number.clamp(1, 31)).rev().find_map(|n| day.with_day(n)).unwrap_or(day)
}

/// So many calendar days later; stays on the calendar's last day if there is no such day.
#[must_use]
pub fn add_days(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// The day after.
#[must_use]
pub fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(NaiveDate::MAX)
}

/// The day before.
#[must_use]
pub fn previous_day(day: NaiveDate) -> NaiveDate {
    day.pred_opt().unwrap_or(NaiveDate::MIN)
}

/// Whole days from one day to another; negative when the second comes first.
#[must_use]
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    i64::from(to.num_days_from_ce()) - i64::from(from.num_days_from_ce())
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// The day of the round that a day falls in or that comes next, of rounds of so many days after a first day: never the first
/// day itself.
///
/// ```
/// use relance::base::dates::{next_round, parse_iso};
/// let round = |today| Ok::<_, relance::base::DateError>(next_round(parse_iso("2026-11-01")?, 30, parse_iso(today)?));
/// assert_eq!(round("2026-10-15")?, parse_iso("2026-12-01")?);
/// assert_eq!(round("2026-12-01")?, parse_iso("2026-12-01")?);
/// assert_eq!(round("2026-12-02")?, parse_iso("2026-12-31")?);
/// # Ok::<(), relance::base::DateError>(())
/// ```
#[must_use]
pub fn next_round(since: NaiveDate, days: u32, today: NaiveDate) -> NaiveDate {
    let passed = u32::try_from(days_between(since, today).max(0)).unwrap_or(u32::MAX);
    let rounds = passed.div_ceil(days.max(1)).max(1);
    add_days(since, rounds.saturating_mul(days))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        for (typed, iso) in [
            ("31/12/25", "2025-12-31"),
            ("31.12.2025", "2025-12-31"),
            ("31-12-2025", "2025-12-31"),
            ("31 12 2025", "2025-12-31"),
            ("2025-12-31", "2025-12-31"),
            ("2025/12/31", "2025-12-31"),
            ("311225", "2025-12-31"),
            ("31122025", "2025-12-31"),
            ("1/3/26", "2026-03-01"),
            ("1er mars 2026", "2026-03-01"),
            ("15 MARS 2026", "2026-03-15"),
            ("31 décembre 2025", "2025-12-31"),
            ("5 août 2026", "2026-08-05"),
            ("1 juil. 2026", "2026-07-01"),
            ("March 15, 2026", "2026-03-15"),
            ("15th march 2026", "2026-03-15"),
            ("29/02/2024", "2024-02-29"),
            ("01/01/99", "1999-01-01"),
        ] {
            assert_eq!(parse_typed(typed).map(|d| d.to_string()), Ok(iso.to_owned()), "{typed}");
        }
    }

    #[test]
    fn refuses_days_that_do_not_exist() {
        for (typed, error) in [
            ("", DateError::Empty),
            ("30/02/2026", DateError::NoSuchDay),
            ("29/02/2026", DateError::NoSuchDay),
            ("31/04/2026", DateError::NoSuchDay),
            ("0/1/2026", DateError::NoSuchDay),
            ("15/13/2026", DateError::NoSuchDay),
            ("15/03/1899", DateError::OutOfRange),
            ("15/03/2200", DateError::OutOfRange),
            ("demain", DateError::NotADate),
            ("15/03", DateError::NotADate),
            ("15/03/202", DateError::NotADate),
            ("15/ma/2026", DateError::NotADate),
            ("15 jui 2026", DateError::NotADate),
            ("1/2/3/4", DateError::NotADate),
        ] {
            assert_eq!(parse_typed(typed), Err(error), "{typed}");
        }
    }

    #[test]
    fn every_day_of_three_centuries_reads_back() {
        let mut day = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
        while day.year() <= 2199 {
            assert_eq!(parse_iso(&day.to_string()), Ok(day));
            assert_eq!(parse_typed(&day.format("%d/%m/%Y").to_string()), Ok(day));
            day = next_day(day);
        }
    }
}
