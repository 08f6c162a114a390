//! HMAC-SHA-256 (RFC 2104; FIPS 198-1; read November 2026): what only somebody who knows the key can have computed.

use hmac::{Hmac, Mac};
use sha2::Sha256;

/// Bytes of a block of SHA-256: the longest key.
const BLOCK: usize = 64;

/// The authenticator of a message under a key of at most a block.
#[must_use]
pub fn hmac(key: &[u8], message: &[u8]) -> [u8; 32] {
    // A shorter key is one with zeros after it.
    let mut block = [0_u8; BLOCK];
    block.iter_mut().zip(key).for_each(|(padded, byte)| *padded = *byte);
    Hmac::<Sha256>::new(&block.into()).chain_update(message).finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4231, test cases 1 and 2.
    #[test]
    fn it_is_the_one_every_program_finds() {
        let first = hmac(&[0x0b; 20], b"Hi There");
        assert_eq!(first[..8], [0xb0, 0x34, 0x4c, 0x61, 0xd8, 0xdb, 0x38, 0x53]);
        let second = hmac(b"Jefe", b"what do ya want for nothing?");
        assert_eq!(second[..8], [0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e]);
    }
}
