//! A due date as typed: a date of its own, or an issue date and terms to compute it from.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Note, Problem};
use crate::domain::contract::{Contract, Law};
use crate::domain::law::terms::{Ceiling, Terms};
use crate::domain::party::{Debtor, DebtorKind};

/// How the due date is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DueBy {
    /// As a date.
    #[default]
    Date,
    /// From the issue date and the terms.
    Terms,
}

/// Terms offered for choice, each with the code forms and links use.
pub const CHOICES: [(Terms, &str); 9] = [
    (Terms::OnReceipt, "0"),
    (Terms::Days(15), "15"),
    (Terms::Days(30), "30"),
    (Terms::Days(45), "45"),
    (Terms::Days(60), "60"),
    (Terms::DaysThenEndOfMonth(30), "30f"),
    (Terms::DaysThenEndOfMonth(45), "45f"),
    (Terms::EndOfMonthThenDays(45), "f45"),
    (Terms::EndOfMonthThenDays(10), "f10"),
];

/// Code of the terms a new form starts with: 30 days, which the law supposes where nothing was agreed
/// (C. com. art. L441-10, I).
pub const USUAL: &str = "30";

/// The terms of a code.
#[must_use]
pub fn terms_of(code: &str) -> Option<Terms> {
    CHOICES.iter().find(|(_, known)| *known == code).map(|(terms, _)| *terms)
}

/// The code of terms, empty for terms that are not offered.
#[must_use]
pub fn code_of(terms: Terms) -> &'static str {
    CHOICES.iter().find(|(known, _)| *known == terms).map_or("", |(_, code)| code)
}

/// The longest lawful term of an invoice, where French law sets one for its debtor.
#[must_use]
pub fn ceiling(debtor: Debtor, contract: &Contract) -> Option<Ceiling> {
    match debtor.kind {
        _ if contract.law != Law::French => None,
        DebtorKind::Business if contract.periodic => Some(Ceiling::Periodic),
        DebtorKind::Business => Some(Ceiling::Business),
        DebtorKind::Public => Some(Ceiling::Public(debtor.body.ceiling_days())),
        DebtorKind::Consumer | DebtorKind::Unknown => None,
    }
}

/// A due date and where it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// Issue date, where it was given.
    pub issued: Option<NaiveDate>,
    /// Due date.
    pub date: NaiveDate,
    /// Terms it was computed from.
    pub terms: Option<Terms>,
}

/// Names of the fields a due date is typed in, in the form they belong to.
pub struct DueFields<F> {
    /// Issue date.
    pub issued: F,
    /// Due date.
    pub due: F,
    /// Terms.
    pub terms: F,
}

/// What was typed for a due date.
pub struct TypedDue<'a> {
    /// How it is given.
    pub by: DueBy,
    /// Issue date.
    pub issued: &'a str,
    /// Due date.
    pub due: &'a str,
    /// Code of the terms.
    pub terms: &'a str,
    /// The issue date must be given in any case.
    pub issue_required: bool,
    /// The longest lawful term, where there is one.
    pub ceiling: Option<Ceiling>,
}

impl TypedDue<'_> {
    /// The due date, with notes and faults at their fields.
    pub fn parse<F: Copy + PartialEq>(
        &self,
        findings: &mut Findings<F>,
        fields: &DueFields<F>,
        today: NaiveDate,
    ) -> Option<Due> {
        let needs_issue = self.issue_required || self.by == DueBy::Terms;
        let issued = if needs_issue || !self.issued.trim().is_empty() {
            super::date(findings, fields.issued, self.issued, today)
        } else {
            None
        };
        match self.by {
            DueBy::Date => {
                let date = super::date(findings, fields.due, self.due, today)?;
                if let Some(issued) = issued {
                    if date < issued {
                        findings.problem(fields.due, Problem::DueBeforeIssue);
                        return None;
                    }
                    self.hold_against_ceiling(findings, fields.due, issued, date, None);
                } else if needs_issue {
                    return None;
                }
                Some(Due { issued, date, terms: None })
            }
            DueBy::Terms => {
                let Some(terms) = terms_of(self.terms) else {
                    findings.problem(fields.terms, Problem::Required);
                    return None;
                };
                let issued = issued?;
                let date = terms.due(issued);
                self.hold_against_ceiling(findings, fields.terms, issued, date, Some(terms));
                Some(Due { issued: Some(issued), date, terms: Some(terms) })
            }
        }
    }

    /// A term above the ceiling draws a note; it is never shortened.
    fn hold_against_ceiling<F: Copy + PartialEq>(
        &self,
        findings: &mut Findings<F>,
        field: F,
        issued: NaiveDate,
        due: NaiveDate,
        terms: Option<Terms>,
    ) {
        if let Some(ceiling) = self.ceiling.filter(|ceiling| ceiling.is_exceeded(issued, due, terms)) {
            findings.note(
                field,
                match ceiling {
                    Ceiling::Business => Note::AboveCeiling,
                    Ceiling::Periodic => Note::AbovePeriodicCeiling,
                    Ceiling::Public(days) => Note::AbovePublicCeiling(days),
                },
            );
        }
    }
}
