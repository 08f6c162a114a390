//! An act as typed: acknowledgement, claim in court, decision.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::command::ActDraft;
use super::super::problem::{Findings, Problem};
use super::{SHORT_TEXT, date, text};
use crate::domain::act::ActKind;

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActForm {
    /// What was done.
    pub kind: ActKind,
    /// When.
    pub date: String,
    /// Reference.
    pub reference: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActField {
    /// When.
    Date,
    /// Reference.
    Reference,
}

impl Default for ActForm {
    fn default() -> Self {
        Self { kind: ActKind::Acknowledgement, date: String::new(), reference: String::new() }
    }
}

impl ActForm {
    /// The act, or every fault; notes in any case.
    #[must_use]
    pub fn parse(&self, issued: NaiveDate, today: NaiveDate) -> (Option<ActDraft>, Findings<ActField>) {
        let mut findings = Findings::none();
        let date = date(&mut findings, ActField::Date, &self.date, today);
        let reference = text(&mut findings, ActField::Reference, &self.reference, SHORT_TEXT);
        if date.is_some_and(|date| date > today) {
            findings.problem(ActField::Date, Problem::InTheFuture);
        } else if date.is_some_and(|date| date < issued) {
            findings.problem(ActField::Date, Problem::SentBeforeIssue);
        }
        let draft = date.filter(|_| findings.problems.is_empty()).map(|date| ActDraft {
            kind: self.kind,
            date,
            reference,
        });
        (draft, findings)
    }
}
