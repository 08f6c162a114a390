//! The fingerprint of a document: SHA-256 (FIPS 180-4, read November 2026) of its words as they are copied, in UTF-8.
//! Whoever holds the copy and the words can tell that they are the same, to the last comma.

use sha2::{Digest, Sha256};

use super::letter::Letter;

/// The fingerprint of a letter: 64 hexadecimal digits.
#[must_use]
pub fn fingerprint(letter: &Letter) -> String {
    fingerprint_of(&letter.plain_text())
}

/// The fingerprint of a text.
#[must_use]
pub fn fingerprint_of(text: &str) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        for half in [byte >> 4, byte & 15] {
            digits.extend(char::from_digit(u32::from(half), 16));
        }
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_one_every_program_finds() {
        // FIPS 180-4, example of one block.
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(fingerprint_of("abc"), abc);
        assert_ne!(fingerprint_of("abd"), abc);
    }
}
