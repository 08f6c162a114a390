//! How much room the records take.

/// UTF-16 units a browser grants a page, about: the limit is five mebi-units everywhere that matters.
pub const ROOM: usize = 5_200_000;
/// Per cent of the room from which the user is warned.
const WARNED: usize = 70;

/// UTF-16 units in a text, as browsers count it.
#[must_use]
pub fn units(text: &str) -> usize {
    // A byte that begins a character is one unit, and one that begins a character of four bytes is two. Eight bytes at a
    // time: a whole book is counted when it is opened.
    const ONES: u64 = 0x0101_0101_0101_0101;
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let of_words: u32 = words
        .iter()
        .map(|bytes| {
            let word = u64::from_le_bytes(*bytes);
            let begins = (!(word >> 7) | (word >> 6)) & ONES;
            let begins_four = (word >> 7) & (word >> 6) & (word >> 5) & (word >> 4) & ONES;
            begins.count_ones() + begins_four.count_ones()
        })
        .sum();
    let of_rest = rest.iter().map(|byte| u32::from(byte & 0xc0 != 0x80) + u32::from(0xf0 <= *byte));
    (of_words + of_rest.sum::<u32>()) as usize
}

/// Per cent of the room, in whole numbers, a hundred at most.
#[must_use]
pub fn share(used: usize) -> usize {
    (used.saturating_mul(100) / ROOM).min(100)
}

/// How the room stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// There is enough.
    Ample,
    /// It runs short: the user is warned.
    Short,
    /// There is none left: a change may be refused.
    Full,
}

/// How the room stands where so much of it is used.
#[must_use]
pub fn room(used: usize) -> Room {
    match share(used) {
        100.. => Room::Full,
        WARNED.. => Room::Short,
        _ => Room::Ample,
    }
}

/// Bytes that so many UTF-16 units take, in thousands.
#[must_use]
pub fn kilobytes(units: usize) -> usize {
    (units * 2).div_ceil(1_000)
}

/// UTF-16 units that an invoice takes with its movements, sendings and past, about.
const INVOICE: usize = 500;
/// From so many invoices on, what they take here says more.
const TELLING: usize = 20;

/// How many invoices more there is room for, about, where ours take so much and other pages of the address the rest: two
/// figures of it are meant.
#[must_use]
pub fn invoices_left(ours: usize, others: usize, invoices: usize) -> usize {
    let each = if invoices < TELLING { INVOICE } else { (ours / invoices).max(1) };
    let left = ROOM.saturating_sub(ours + others) / each;
    let mut scale = 1;
    while left / scale >= 100 {
        scale *= 10;
    }
    left / scale * scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_counted_as_browsers_do() {
        for text in
            ["", "profile", "é𝄞", "㐀", "a𝄞é㐀", "𝄞𝄞𝄞𝄞㐀㐀㐀", "naïve façade, 10 € – 𝄞 et 㐀 puis rien"]
        {
            for (start, _) in text.char_indices() {
                let part = text.get(start..).unwrap_or_default();
                assert_eq!(units(part), part.encode_utf16().count(), "{part}");
            }
        }
    }

    #[test]
    fn the_share_is_never_over_a_hundred() {
        assert_eq!([0, ROOM / 2, ROOM * 3].map(share), [0, 50, 100]);
    }

    #[test]
    fn the_user_is_warned_before_there_is_no_room_and_told_when_there_is_none() {
        let used = [0, ROOM * 69 / 100, ROOM * 70 / 100, ROOM - 1, ROOM, ROOM * 2];
        let rooms = [Room::Ample, Room::Ample, Room::Short, Room::Short, Room::Full, Room::Full];
        assert_eq!(used.map(room), rooms);
    }

    #[test]
    fn what_is_left_is_rounded_down_to_two_figures() {
        assert_eq!(invoices_left(0, 0, 0), 10_000);
        assert_eq!(invoices_left(ROOM, 0, 0), 0);
        assert_eq!(invoices_left(200_000, 0, 100), 2_500);
        assert_eq!(invoices_left(200_000, ROOM / 2, 100), 1_200);
        assert_eq!(invoices_left(5_190_000, 0, 10_000), 19);
    }

    #[test]
    fn a_unit_is_two_bytes() {
        assert_eq!([0, 1, 500, ROOM].map(kilobytes), [0, 1, 1, 10_400]);
    }
}
