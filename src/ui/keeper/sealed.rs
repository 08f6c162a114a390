//! Encrypted backups: the browser's cryptography around the envelope that the store puts together and takes apart.

use super::super::state::App;
use crate::browser::crypto;
use crate::store::backup::sealed::{
    DERIVED, Header, ITERATIONS, IV, KEY, SALT, Sealed, SealedError, assemble, halves, parse,
};

impl App {
    /// The plain backup in an encrypted one.
    ///
    /// # Errors
    /// As [`SealedError`] says: another passphrase, a file that was cut or changed, a browser that cannot decrypt.
    pub async fn open_sealed(json: &str, passphrase: &str) -> Result<String, SealedError> {
        let Sealed { header, data } = parse(json)?;
        if !crypto::is_available() {
            return Err(SealedError::Unavailable);
        }
        let derived =
            derived(passphrase, &header.salt, header.iterations).await.ok_or(SealedError::Unavailable)?;
        let key = header.key(&derived)?;
        let plain = crypto::decrypt(&key, &header.iv, &header.aad(), &data).await;
        plain.and_then(|plain| String::from_utf8(plain).ok()).ok_or(SealedError::Tampered)
    }

    /// A plain backup under a passphrase, opened again from its text: what is given out is what will be read.
    ///
    /// # Errors
    /// [`SealedError::Unavailable`] where the browser cannot encrypt; another where what it encrypted does not open.
    pub async fn seal(json: &str, passphrase: &str) -> Result<String, SealedError> {
        let sealed = encrypted(json, passphrase).await.ok_or(SealedError::Unavailable)?;
        if Self::open_sealed(&sealed, passphrase).await? == json {
            Ok(sealed)
        } else {
            Err(SealedError::Damaged)
        }
    }
}

async fn encrypted(json: &str, passphrase: &str) -> Option<String> {
    let salt: [u8; SALT] = crypto::random(SALT)?.try_into().ok()?;
    let (key, check) = halves(&derived(passphrase, &salt, ITERATIONS).await?)?;
    sealed_with(json, Header { iterations: ITERATIONS, salt, iv: [0; IV], check }, key).await
}

/// A plain backup encrypted with what a passphrase was stretched to; the header gets an initialisation vector of its own.
pub(super) async fn sealed_with(json: &str, header: Header, key: [u8; KEY]) -> Option<String> {
    let header = Header { iv: crypto::random(IV)?.try_into().ok()?, ..header };
    let iv = header.iv;
    let data = crypto::encrypt(&key, &iv, &header.aad(), json.as_bytes()).await?;
    Some(assemble(&Sealed { header, data }))
}

/// The bytes a passphrase is stretched to: a key, then what tells whether the passphrase is right.
pub(super) async fn derived(passphrase: &str, salt: &[u8], iterations: u32) -> Option<[u8; DERIVED]> {
    crypto::derive(passphrase, salt, iterations, DERIVED).await?.try_into().ok()
}
