//! Every word the user reads, in both languages, and how figures and dates are written in each.
//!
//! Short words of screens are pairs in Rust ([`words`]), so that a missing translation does not compile; letters and
//! e-mails are template files per language under `documents/templates`, for a lawyer or a translator to edit.

pub mod format;
pub mod values;
pub mod words;

use serde::{Deserialize, Serialize};

/// A language of screens and texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lang {
    /// French, the default.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// The IETF tag for `lang` attributes.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// One of two texts.
    #[must_use]
    pub fn pick<T>(self, french: T, english: T) -> T {
        match self {
            Self::Fr => french,
            Self::En => english,
        }
    }
}
