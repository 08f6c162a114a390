//! A paper only the user has, as typed: what it shows, its day, where it is kept.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::super::proofs::ProofDraft;
use super::{SHORT_TEXT, date, text};
use crate::domain::proof::ProofKind;

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProofForm {
    /// What it shows.
    pub kind: ProofKind,
    /// Its day.
    pub date: String,
    /// Where it is kept.
    pub place: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProofField {
    /// Its day.
    Date,
    /// Where it is kept.
    Place,
}

impl ProofForm {
    /// An empty form.
    #[must_use]
    pub fn start(kind: ProofKind) -> Self {
        Self { kind, date: String::new(), place: String::new() }
    }

    /// The paper, or every fault.
    #[must_use]
    pub fn parse(&self, today: NaiveDate) -> (Option<ProofDraft>, Findings<ProofField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let date = date(f, ProofField::Date, &self.date, today);
        if date.is_some_and(|day| today < day) {
            f.problem(ProofField::Date, Problem::InTheFuture);
        }
        let place = text(f, ProofField::Place, &self.place, SHORT_TEXT);
        let draft = date.map(|date| ProofDraft { kind: self.kind, date, place });
        (draft.filter(|_| findings.problems.is_empty()), findings)
    }
}
