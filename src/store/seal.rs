//! Data at rest under a passphrase: what local storage holds cannot be read without the key that the passphrase opens.
//!
//! AES-256-GCM-SIV (RFC 8452): a nonce met twice with other contents gives nothing away but their equality, so the
//! number of the change is enough of a nonce and nothing random is needed here. The name of the place is authenticated.

use std::fmt;

use aes_gcm_siv::aead::{Aead, KeyInit, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};

/// Closes and opens bodies of records under one key.
#[derive(Clone)]
pub struct Seal {
    cipher: Aes256GcmSiv,
}

impl Seal {
    /// A seal of this key; none where it is not 32 bytes long.
    #[must_use]
    pub fn new(key: &[u8]) -> Option<Self> {
        Aes256GcmSiv::new_from_slice(key).ok().map(|cipher| Self { cipher })
    }

    /// The body closed: nonce, then what only the key opens.
    #[must_use]
    pub fn close(&self, place: &str, revision: u64, body: &[u8]) -> Vec<u8> {
        let mut nonce = [0_u8; 12];
        let (number, name) = nonce.split_at_mut(8);
        number.copy_from_slice(&revision.to_le_bytes());
        name.copy_from_slice(&crc32fast::hash(place.as_bytes()).to_le_bytes());
        let payload = Payload { msg: body, aad: place.as_bytes() };
        // Refused only beyond 64 GB.
        let closed = self.cipher.encrypt(Nonce::from_slice(&nonce), payload).unwrap_or_default();
        [nonce.as_slice(), &closed].concat()
    }

    /// The body opened; none under another key, for another place, or altered.
    #[must_use]
    pub fn open(&self, place: &str, closed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, closed) = closed.split_at_checked(12)?;
        let payload = Payload { msg: closed, aad: place.as_bytes() };
        self.cipher.decrypt(Nonce::from_slice(nonce), payload).ok()
    }
}

/// The key is not for anybody's eyes.
impl fmt::Debug for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seal")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_key_and_the_place_open() {
        let seal = Seal::new(&[7; 32]).unwrap();
        let closed = seal.close("client/7", 3, b"body");
        assert_eq!(seal.open("client/7", &closed).as_deref(), Some(b"body".as_slice()));
        assert_eq!(seal.open("client/8", &closed), None);
        assert_eq!(Seal::new(&[8; 32]).unwrap().open("client/7", &closed), None);
        for at in 0..closed.len() {
            let mut altered = closed.clone();
            altered[at] ^= 1;
            assert_eq!(seal.open("client/7", &altered), None);
        }
        assert!(Seal::new(b"short").is_none());
    }
}
