//! The lock of the data at rest: the key that seals the records, itself encrypted under the user's passphrase.
//!
//! ```json
//! { "version": 1, "id": "<base64, 8 bytes>", "kdf": "PBKDF2-HMAC-SHA-256", "iterations": 600000,
//!   "salt": "<base64, 16 bytes>", "cipher": "AES-256-GCM", "iv": "<base64, 12 bytes>",
//!   "check": "<base64, 16 bytes>", "wrapped": "<base64, 48 bytes>", "digest": "<CRC-32 of all of it>" }
//! ```
//!
//! As in an encrypted backup (`backup::sealed`), the passphrase is stretched to a key and a check. Another passphrase
//! wraps the same key again, so that no record needs to be written for it; the `id` is that of the key.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::backup::sealed::{Header, KEY};

/// Key it is kept under.
pub const LOCK: &str = "lock";
/// Bytes by which keys are told apart.
pub const ID: usize = 8;

const VERSION: u32 = 1;
const KDF: &str = "PBKDF2-HMAC-SHA-256";
const CIPHER: &str = "AES-256-GCM";
/// Bytes the cipher adds to what it encrypts.
const TAG: usize = 16;

/// The lock, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// Which key it holds; says nothing of the key itself.
    pub id: [u8; ID],
    /// What must be known to take the key out.
    pub header: Header,
    /// The key, encrypted, with its tag.
    pub wrapped: [u8; KEY + TAG],
}

#[derive(Serialize, Deserialize)]
struct Text {
    version: u32,
    id: String,
    kdf: String,
    iterations: u32,
    salt: String,
    cipher: String,
    iv: String,
    check: String,
    wrapped: String,
    digest: String,
}

impl Lock {
    /// The bytes that are authenticated with the key.
    #[must_use]
    pub fn aad(id: &[u8; ID], header: &Header) -> Vec<u8> {
        let name = format!("relance-lock\n{VERSION}\n{}\n", STANDARD.encode(id));
        [name.into_bytes(), header.aad()].concat()
    }

    /// Reads what [`fmt::Display`] writes; none where it is damaged.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: Text = serde_json::from_str(text).ok()?;
        let header = Header {
            iterations: text.iterations,
            salt: bytes(&text.salt)?,
            iv: bytes(&text.iv)?,
            check: bytes(&text.check)?,
        };
        let lock = Self { id: bytes(&text.id)?, header, wrapped: bytes(&text.wrapped)? };
        let is_ours = text.version == VERSION && text.kdf == KDF && text.cipher == CIPHER;
        (is_ours && lock.digest() == text.digest).then_some(lock)
    }

    fn digest(&self) -> String {
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(&Self::aad(&self.id, &self.header));
        hasher.update(&self.wrapped);
        format!("{:08x}", hasher.finalize())
    }
}

impl fmt::Display for Lock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = Text {
            version: VERSION,
            id: STANDARD.encode(self.id),
            kdf: KDF.to_owned(),
            iterations: self.header.iterations,
            salt: STANDARD.encode(self.header.salt),
            cipher: CIPHER.to_owned(),
            iv: STANDARD.encode(self.header.iv),
            check: STANDARD.encode(self.header.check),
            wrapped: STANDARD.encode(self.wrapped),
            digest: self.digest(),
        };
        f.write_str(&serde_json::to_string(&text).map_err(|_| fmt::Error)?)
    }
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    STANDARD.decode(text).ok()?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock() -> Lock {
        let header = Header { iterations: 600_000, salt: [1; 16], iv: [2; 12], check: [3; 16] };
        Lock { id: [4; ID], header, wrapped: [5; KEY + TAG] }
    }

    #[test]
    fn it_is_read_as_it_is_written() {
        assert_eq!(Lock::parse(&lock().to_string()), Some(lock()));
    }

    #[test]
    fn a_damaged_lock_is_noticed() {
        let text = lock().to_string();
        for end in 0..text.len() {
            assert_eq!(Lock::parse(&text[..end]), None, "cut at {end}");
        }
        for (from, to) in [("600000", "600001"), ("AgIC", "AgID"), ("BQUF", "BQUG"), ("BAQE", "BAQF")] {
            assert!(text.contains(from), "{from}");
            assert_eq!(Lock::parse(&text.replacen(from, to, 1)), None, "{from}");
        }
    }

    #[test]
    fn the_key_is_bound_to_its_lock() {
        let Lock { id, header, .. } = lock();
        assert_ne!(Lock::aad(&id, &header), Lock::aad(&[9; ID], &header));
        assert_ne!(Lock::aad(&id, &header), header.aad());
    }
}
