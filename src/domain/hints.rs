//! What may be looked at again in how a text reads: what makes a demand hard to read, or harsher or weaker than it is meant.
//! Nothing of it is forbidden and nothing is kept from leaving. Good practice in plain writing, no rule.
//! The word check of `documents` finds it.

/// What one may look at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// A sentence is long.
    LongSentence {
        /// How it begins.
        start: String,
        /// Its words.
        words: usize,
    },
    /// The whole is long.
    LongText {
        /// Its words.
        words: usize,
    },
    /// Many conditionals.
    Conditionals(usize),
    /// Words in capitals.
    Capitals(Vec<String>),
    /// Several exclamation marks.
    Exclamations(usize),
    /// Words that hurt or scold without asking for anything.
    Heated(Vec<String>),
    /// Excuses for asking for what is owed.
    Apologies(Vec<String>),
}
