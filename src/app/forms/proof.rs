//! A paper only the user has, as typed: what it shows, its day, where it is kept.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::super::proofs::ProofDraft;
use super::{SHORT_TEXT, date, required, text};
use crate::domain::proof::ProofKind;

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProofForm {
    /// What it shows.
    pub kind: ProofKind,
    /// Its day.
    pub date: String,
    /// What it is called.
    #[serde(default)]
    pub title: String,
    /// Where it is kept.
    pub place: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProofField {
    /// Its day.
    Date,
    /// What it is called.
    Title,
    /// Where it is kept.
    Place,
}

impl ProofForm {
    /// An empty form.
    #[must_use]
    pub fn start(kind: ProofKind) -> Self {
        Self { kind, date: String::new(), title: String::new(), place: String::new() }
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
        let title = if self.kind.needs_title() {
            required(f, ProofField::Title, &self.title)
        } else {
            text(f, ProofField::Title, &self.title, SHORT_TEXT)
        };
        let place = text(f, ProofField::Place, &self.place, SHORT_TEXT);
        let draft = date.map(|date| ProofDraft { kind: self.kind, date, title, place });
        (draft.filter(|_| findings.problems.is_empty()), findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn problem(kind: ProofKind, title: &str) -> Option<Problem> {
        let form =
            ProofForm { date: "10/02/2026".to_owned(), title: title.to_owned(), ..ProofForm::start(kind) };
        form.parse(parse_iso("2026-11-24").unwrap()).1.problem_of(ProofField::Title)
    }

    #[test]
    fn only_a_paper_of_no_known_kind_must_be_named() {
        assert_eq!(problem(ProofKind::Other, " "), Some(Problem::Required));
        assert_eq!(problem(ProofKind::Other, "photos du chantier"), None);
        assert_eq!(problem(ProofKind::Emails, ""), None);
    }

    #[test]
    fn a_form_left_half_typed_by_an_earlier_program_still_reads() {
        let form: ProofForm =
            serde_json::from_str(r#"{"kind":"agreement","date":"","place":"classeur"}"#).unwrap();
        assert_eq!((form.kind, form.title.as_str()), (ProofKind::Agreement, ""));
    }
}
