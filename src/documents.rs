//! The texts of the app: e-mails, letters, what to say on the phone, as plain values. No HTML here, no storage.
//!
//! | module | what it knows |
//! |---|---|
//! | [`context`] | the facts and figures of a case, already written in a language |
//! | [`missing`] | facts a text needs and nobody has given yet: marked, never invented |
//! | [`template`] | the template files, one per text and language, and how they are filled |
//! | [`email`] | reminders by e-mail, what to say on the phone, how penalties were computed, the annex for a court |
//! | [`letter`] | the formal notice (*mise en demeure*) as blocks to lay out and print |
//! | [`passages`] | the words of a text that its sender may put in their own way |
//! | [`edited`] | a text in its sender’s own words, what is found in it and put right |
//! | [`completeness`] | what such a text no longer says |
//! | [`wording`] | what may not be written to a debtor: where, why, and what to write instead |
//!
//! What each text claims from a professional (a choice of ours, the law allows more):
//! - first reminder, warm and courteous: the principal only; silence about penalties waives nothing;
//! - first reminder, direct: the principal, and a reminder that penalties run by law;
//! - first reminder, firm; firm reminder; formal notice: principal, penalties and fixed sum, in figures.
//!
//! A consumer, or a client whose kind is unknown, is never asked for more than the principal before formal notice
//! has been received, and never for a fixed sum or a fee (C. civ. art. 1231-6, CPCE art. L111-8, read November 2026).

pub mod completeness;
pub mod context;
pub mod edited;
pub mod email;
pub mod letter;
pub mod missing;
pub mod passages;
pub mod template;
pub mod wording;

pub use context::{TextContext, deadline};
pub use email::{Email, Tone, annex, claims_penalties, email, explanation, phone};
pub use letter::{Block, Letter, Table, formal_notice};
pub use missing::{MissingFact, missing, missing_facts};
pub use template::TextError;
pub use template::fault::{Fault, FaultKind};
