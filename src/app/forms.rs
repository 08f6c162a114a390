//! Forms: what was typed, kept as typed, and one `parse` that gives the strict value or every fault at its field.

pub mod act;
pub mod answer;
pub mod assumptions;
pub mod calculator;
pub mod call;
pub mod circumstance;
pub mod client;
pub mod contact;
pub mod contract;
pub mod cost;
pub mod dispute;
pub mod forecast;
pub mod going_on;
pub mod handed;
pub mod instalments;
pub mod invoice;
pub mod movement;
pub mod offer;
pub mod outlook;
pub mod pace;
pub mod payments;
pub mod plan;
pub mod proceeding;
pub mod profile;
pub mod proof;
pub mod rate;
pub mod receipt;
pub mod signing;
pub mod template;
pub mod term;
pub mod unbilled;

use chrono::{Months, NaiveDate};

use super::problem::{Findings, Note, Problem};
use crate::base::{Amount, Lang, dates};
use crate::text::format;

/// Longest name, number or reference in characters.
pub const SHORT_TEXT: usize = 200;
/// Longest address or note in characters.
pub const LONG_TEXT: usize = 2_000;
/// A date this many months before today draws a question.
const LONG_AGO_MONTHS: u32 = 120;

/// An amount as a form starts with it, written as the language of the screen writes it: `2 480,00`, `2,480.00`. Every form
/// that is filled in beforehand takes its amounts from here; what it writes, [`Amount::parse_typed`] reads back.
#[must_use]
pub fn prefilled(lang: Lang, amount: Amount) -> String {
    format::number(lang, amount)
}

/// A text of one line or several, trimmed; refused above its length, never cut.
fn text<F: Copy + PartialEq>(findings: &mut Findings<F>, field: F, typed: &str, longest: usize) -> String {
    let trimmed = typed.trim();
    if trimmed.chars().count() > longest {
        findings.problem(field, Problem::TooLong(longest));
    }
    trimmed.to_owned()
}

/// A text that must not be empty.
fn required<F: Copy + PartialEq>(findings: &mut Findings<F>, field: F, typed: &str) -> String {
    let text = text(findings, field, typed, SHORT_TEXT);
    if text.is_empty() {
        findings.problem(field, Problem::Required);
    }
    text
}

/// An amount above zero.
fn positive<F: Copy + PartialEq>(findings: &mut Findings<F>, field: F, typed: &str) -> Option<Amount> {
    let amount = findings.check(field, Amount::parse_typed(typed))?;
    if amount.is_positive() {
        Some(amount)
    } else {
        findings.problem(field, Problem::NotPositive);
        None
    }
}

/// A whole number between two, both included.
fn whole<F: Copy + PartialEq>(
    findings: &mut Findings<F>,
    field: F,
    typed: &str,
    (least, most): (u32, u32),
) -> Option<u32> {
    let typed = typed.trim();
    if typed.is_empty() {
        findings.problem(field, Problem::Required);
        return None;
    }
    // A sign is no part of a number that a form asks for.
    let number = typed.parse().ok().filter(|_| typed.bytes().all(|byte| byte.is_ascii_digit()));
    let number = number.filter(|number| (least..=most).contains(number));
    if number.is_none() {
        findings.problem(field, Problem::Count(least, most));
    }
    number
}

/// A date; one long ago draws a note.
fn date<F: Copy + PartialEq>(
    findings: &mut Findings<F>,
    field: F,
    typed: &str,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let date = findings.check(field, dates::parse_typed(typed))?;
    if today.checked_sub_months(Months::new(LONG_AGO_MONTHS)).is_some_and(|limit| date < limit) {
        findings.note(field, Note::LongAgo);
    }
    Some(date)
}

/// A date that may be left out.
fn optional_date<F: Copy + PartialEq>(
    findings: &mut Findings<F>,
    field: F,
    typed: &str,
) -> Option<NaiveDate> {
    if typed.trim().is_empty() { None } else { findings.check(field, dates::parse_typed(typed)) }
}
