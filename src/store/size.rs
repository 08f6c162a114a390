//! How much room the records take.

/// UTF-16 units a browser grants a page, about: the limit is five mebi-units everywhere that matters.
pub const ROOM: usize = 5_200_000;
/// Per cent of the room from which the user is warned.
pub const WARNED: usize = 70;

/// UTF-16 units in a text, as browsers count it.
#[must_use]
pub fn units(text: &str) -> usize {
    // Most of what is counted is text of `codec::base32768`: three bytes a unit, all of them.
    // A byte that begins a character is one unit, and one that begins a character of four bytes is two.
    text.bytes().map(|byte| usize::from(byte & 0xc0 != 0x80) + usize::from(0xf0 <= byte)).sum()
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
