//! Every word the user reads, in both languages, and how figures and dates are written in each.
//!
//! Short words of screens are pairs in Rust ([`words`]), so that a missing translation does not compile; letters and
//! e-mails are template files per language under `documents/templates`, for a lawyer or a translator to edit.

pub mod format;
pub mod in_words;
pub mod values;
pub mod words;

pub use crate::base::Lang;
