//! What comes after the amicable way, as typed: how it begins, its next stage, what is known of insolvency proceedings.

mod begin;
mod insolvency;
mod stage;

use chrono::NaiveDate;

pub use self::begin::{BeginContext, BeginField, BeginForm};
pub use self::insolvency::{InsolvencyField, InsolvencyForm};
pub use self::stage::{StageContext, StageField, StageForm};
use super::super::problem::{Findings, Problem};
use super::{date, positive};
use crate::base::Amount;

/// A cost that may be left out.
fn spent<F: Copy + PartialEq>(findings: &mut Findings<F>, field: F, typed: &str) -> Option<Amount> {
    if typed.trim().is_empty() { None } else { positive(findings, field, typed) }
}

/// A day that has come, not before the invoice.
fn past<F: Copy + PartialEq>(
    findings: &mut Findings<F>,
    field: F,
    typed: &str,
    issued: NaiveDate,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let day = date(findings, field, typed, today)?;
    if today < day {
        findings.problem(field, Problem::InTheFuture);
    } else if day < issued {
        findings.problem(field, Problem::SentBeforeIssue);
    }
    Some(day)
}
