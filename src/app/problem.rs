//! What is wrong, or worth knowing, about what was typed in the fields of a form.

pub use crate::domain::problem::{Note, Problem};

/// Faults and notes of a form, each tied to its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings<F> {
    /// Faults.
    pub problems: Vec<(F, Problem)>,
    /// Notes.
    pub notes: Vec<(F, Note)>,
}

impl<F: Copy + PartialEq> Findings<F> {
    /// None yet.
    #[must_use]
    pub fn none() -> Self {
        Self { problems: Vec::new(), notes: Vec::new() }
    }

    /// Keeps a value, or notes the problem at its field.
    pub fn check<T, E>(&mut self, field: F, result: Result<T, E>) -> Option<T>
    where
        Problem: From<E>,
    {
        result.map_err(|error| self.problems.push((field, error.into()))).ok()
    }

    /// Adds a fault.
    pub fn problem(&mut self, field: F, problem: Problem) {
        self.problems.push((field, problem));
    }

    /// Adds a note.
    pub fn note(&mut self, field: F, note: Note) {
        self.notes.push((field, note));
    }

    /// The first fault of a field.
    #[must_use]
    pub fn problem_of(&self, field: F) -> Option<Problem> {
        self.problems.iter().find(|(known, _)| *known == field).map(|(_, problem)| *problem)
    }

    /// The first note of a field.
    #[must_use]
    pub fn note_of(&self, field: F) -> Option<Note> {
        self.notes.iter().find(|(known, _)| *known == field).map(|(_, note)| *note)
    }
}
