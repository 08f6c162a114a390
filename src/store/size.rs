//! How much room the records take.

/// UTF-16 units a browser grants a page, about: the limit is five mebi-units everywhere that matters.
pub const ROOM: usize = 5_200_000;
/// Per cent of the room from which the user is warned.
pub const WARNED: usize = 70;

/// UTF-16 units in a text, as browsers count it.
#[must_use]
pub fn units(text: &str) -> usize {
    // Most of what is counted is text of `codec::base32768`: three bytes a unit, all of them.
    if text.is_ascii() { text.len() } else { text.chars().map(char::len_utf16).sum() }
}

/// Per cent of the room, in whole numbers, a hundred at most.
#[must_use]
pub fn share(used: usize) -> usize {
    (used.saturating_mul(100) / ROOM).min(100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_counted_as_browsers_do() {
        assert_eq!([units(""), units("profile"), units("é𝄞"), units("㐀")], [0, 7, 3, 1]);
    }

    #[test]
    fn the_share_is_never_over_a_hundred() {
        assert_eq!([0, ROOM / 2, ROOM * 3].map(share), [0, 50, 100]);
    }
}
