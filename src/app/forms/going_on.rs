//! What is written to the client when a plan goes on although its notice was left unanswered, as typed.

use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::{LONG_TEXT, text};

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct GoingOnForm {
    /// What is written to the client.
    pub written: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GoingOnField {
    /// What is written to the client.
    Written,
}

impl GoingOnForm {
    /// What is kept, or what is wrong with it: nothing goes on without a word.
    #[must_use]
    pub fn parse(&self) -> (Option<String>, Findings<GoingOnField>) {
        let mut findings = Findings::none();
        let written = text(&mut findings, GoingOnField::Written, &self.written, LONG_TEXT);
        if written.is_empty() {
            findings.problem(GoingOnField::Written, Problem::Required);
        }
        (Some(written).filter(|_| findings.problems.is_empty()), findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn something_is_written_and_not_too_much() {
        let parsed = |written: &str| GoingOnForm { written: written.to_owned() }.parse().0;
        assert_eq!(parsed(" Il continue. ").as_deref(), Some("Il continue."));
        assert!(parsed(" ").is_none() && parsed(&"a".repeat(LONG_TEXT + 1)).is_none());
    }
}
