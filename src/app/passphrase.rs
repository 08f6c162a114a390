//! Whether a passphrase that is being made is long enough. Nothing else is measured: how easily it is guessed depends on
//! what it is to its owner, which no meter sees.

/// Fewest characters that are taken.
pub const SHORTEST: usize = 12;
/// From so many on it holds by its length alone.
const LONG: usize = 24;

/// What its length says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// Not taken.
    Short,
    /// Taken.
    Fair,
    /// Taken, and better.
    Long,
}

/// What the length of a passphrase says; the same character over and over counts once.
#[must_use]
pub fn length(passphrase: &str) -> Length {
    let mut count = 0_usize;
    let mut before = None;
    for character in passphrase.trim().chars() {
        if before != Some(character) {
            count += 1;
        }
        before = Some(character);
    }
    match count {
        0..SHORTEST => Length::Short,
        SHORTEST..LONG => Length::Fair,
        _ => Length::Long,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn length_is_counted_in_characters() {
        assert_eq!(length(""), Length::Short);
        assert_eq!(length("éàüéàüéàüéà"), Length::Short);
        assert_eq!(length("éàüéàüéàüéàü"), Length::Fair);
        assert_eq!(length("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), Length::Short);
        assert_eq!(length("quatre mots sans aucun lien"), Length::Long);
    }
}
