//! HMAC-SHA-256 (RFC 2104; FIPS 198-1; read November 2026): what only somebody who knows the key can have computed.

use sha2::{Digest, Sha256};

/// Bytes of a block of SHA-256.
const BLOCK: usize = 64;

/// The authenticator of a message under a key of at most a block.
#[must_use]
pub fn hmac(key: &[u8], message: &[u8]) -> [u8; 32] {
    let padded = |with: u8| -> Vec<u8> {
        let mut block: Vec<u8> = key.iter().take(BLOCK).map(|byte| byte ^ with).collect();
        block.resize(BLOCK, with);
        block
    };
    let inner = Sha256::new().chain_update(padded(0x36)).chain_update(message).finalize();
    Sha256::new().chain_update(padded(0x5c)).chain_update(inner).finalize().into()
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
