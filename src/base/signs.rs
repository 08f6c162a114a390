//! Signs that turn the direction of a text (Unicode, annex 9): one in a name makes the rest of a sentence read backwards.

/// It turns the direction of what follows it.
#[must_use]
pub fn is_turning(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
}

/// The text without them: letters keep the direction they have of their own.
///
/// ```
/// assert_eq!(relance::base::signs::straight("A-\u{202e}12"), "A-12");
/// ```
#[must_use]
pub fn straight(text: &str) -> String {
    text.chars().filter(|c| !is_turning(*c)).collect()
}
