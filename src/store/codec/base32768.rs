//! Bytes as text that local storage keeps well: fifteen bits in each UTF-16 unit, where base 64 holds six.
//!
//! The units are U+3400 to U+B3FF: no surrogate, no control, nothing that changes its form when text is normalised.

/// First of the 32,768 units.
const FIRST: u32 = 0x3400;
const BITS: u32 = 15;
/// Bytes that a unit takes in UTF-8.
pub const UTF8: usize = 3;
const MASK: u32 = (1 << BITS) - 1;

/// How many units so many bytes take.
#[must_use]
pub fn units(bytes: usize) -> usize {
    (bytes * 8).div_ceil(15)
}

/// Writes bytes as text. What is left of the last unit is zero.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    let mut text = Vec::with_capacity(units(bytes.len()) * UTF8);
    // Fifteen bytes are eight units: four of them in each of two words, which share the byte in the middle.
    let (groups, rest) = bytes.as_chunks::<15>();
    for group in groups {
        let ([first @ .., _, _, _, _, _, _, _], [_, _, _, _, _, _, _, second @ ..]) = (group, group);
        push_units(&mut text, u64::from_be_bytes(*first) >> 4, 4);
        push_units(&mut text, u64::from_be_bytes(*second), 4);
    }
    let (mut held, mut bits) = (0_u64, 0);
    for byte in rest {
        held = held << 8 | u64::from(*byte);
        bits += 8;
        if bits >= BITS {
            bits -= BITS;
            push_units(&mut text, held >> bits, 1);
        }
    }
    if bits > 0 {
        push_units(&mut text, held << (BITS - bits), 1);
    }
    String::from_utf8(text).unwrap_or_default()
}

/// Writes the last so many units that a word holds.
fn push_units(text: &mut Vec<u8>, word: u64, units: u32) {
    for at in (0..units).rev() {
        let [.., high, low] = ((word >> (at * BITS)) & u64::from(MASK)).to_be_bytes();
        let [.., first, second] = (FIRST + u32::from(u16::from_be_bytes([high, low]))).to_be_bytes();
        text.extend_from_slice(&[
            0b1110_0000 | (first >> 4),
            0b1000_0000 | ((first & 0xf) << 2) | (second >> 6),
            0b1000_0000 | (second & 0x3f),
        ]);
    }
}

/// Reads text back; none where a character is not one of ours. Up to fourteen zero bits may follow what was written.
#[must_use]
pub fn decode(text: &str) -> Option<Vec<u8>> {
    // Each unit is three bytes of UTF-8: 1110xxxx 10xxxxxx 10xxxxxx. Eight units are fifteen bytes.
    let (groups, rest) = text.as_bytes().as_chunks::<{ 8 * UTF8 }>();
    let mut bytes = Vec::with_capacity(text.len() / UTF8 * 2);
    for group in groups {
        // Four units are sixty bits: half of the fifteen bytes in each of two words.
        let (first, second) = group.split_at(group.len() / 2);
        let (first, second) = (sixty_bits(first)?, sixty_bits(second)?);
        bytes.extend_from_slice(&(first << 4 | second >> 56).to_be_bytes());
        let [_, whole @ ..] = second.to_be_bytes();
        bytes.extend_from_slice(&whole);
    }
    let (units, []) = rest.as_chunks::<UTF8>() else { return None };
    let (mut held, mut bits) = (0_u32, 0_u32);
    for unit in units {
        held = held << BITS | value(*unit)?;
        bits += BITS;
        while bits >= 8 {
            bits -= 8;
            let [.., low] = (held >> bits).to_be_bytes();
            bytes.push(low);
        }
        // At most seven bits are carried over.
        held &= 0x7f;
    }
    Some(bytes)
}

/// The bits of four units.
fn sixty_bits(text: &[u8]) -> Option<u64> {
    let (units, _) = text.as_chunks::<UTF8>();
    units.iter().try_fold(0, |held, unit| Some(held << BITS | u64::from(value(*unit)?)))
}

/// The fifteen bits of a unit.
fn value([first, second, third]: [u8; UTF8]) -> Option<u32> {
    if first >> 4 != 0b1110 {
        return None;
    }
    let unit = u32::from(first & 0xf) << 12 | u32::from(second & 0x3f) << 6 | u32::from(third & 0x3f);
    unit.checked_sub(FIRST).filter(|value| *value <= MASK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_come_back_whatever_their_number() {
        for length in 0..200_usize {
            let bytes: Vec<u8> = (0..length).map(|at| u8::try_from(at * 37 % 251).unwrap() ^ 0xa5).collect();
            let text = encode(&bytes);
            let back = decode(&text).unwrap();
            assert_eq!(&back[..length], bytes);
            assert!(back[length..].iter().all(|byte| *byte == 0));
            assert_eq!(text.encode_utf16().count(), units(length));
        }
    }

    #[test]
    fn what_is_no_unit_of_ours_is_refused() {
        assert_eq!(decode("{}"), None);
        assert_eq!(decode("\u{33ff}"), None);
        assert_eq!(decode("\u{b400}"), None);
        assert_eq!(decode(""), Some(Vec::new()));
    }
}
