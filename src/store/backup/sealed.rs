//! The envelope of an encrypted backup. It is taken apart and put together here; the browser derives the key and does
//! the encryption.
//!
//! ```json
//! { "format": "relance-backup-encrypted", "version": 1,
//!   "kdf": { "name": "PBKDF2-HMAC-SHA-256", "iterations": 600000, "salt": "<base64, 16 bytes>" },
//!   "cipher": { "name": "AES-256-GCM", "iv": "<base64, 12 bytes>" },
//!   "check": "<base64, 16 bytes>", "digest": "<CRC-32 of header and data>", "data": "<base64>" }
//! ```
//!
//! The passphrase (UTF-8, NFC) is stretched to 48 bytes: the first 32 are the key, the other 16 the check, so that a
//! wrong passphrase is told from a file someone changed. What is encrypted is a plain backup; everything before `digest` is
//! authenticated with it (see [`Header::aad`]).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

/// The format's name.
pub const FORMAT: &str = "relance-backup-encrypted";
/// Number of the format.
pub const VERSION: u32 = 1;
/// Rounds a new file asks for.
pub const ITERATIONS: u32 = 600_000;
/// Bytes of salt.
pub const SALT: usize = 16;
/// Bytes of the initialisation vector.
pub const IV: usize = 12;
/// Bytes of the key.
pub const KEY: usize = 32;
/// Bytes that tell whether the passphrase is right.
pub const CHECK: usize = 16;
/// Bytes to derive: the key, then the check.
pub const DERIVED: usize = KEY + CHECK;

const KDF: &str = "PBKDF2-HMAC-SHA-256";
const CIPHER: &str = "AES-256-GCM";
/// Fewer rounds protect little; more would keep the browser busy for minutes.
const ITERATIONS_ALLOWED: std::ops::RangeInclusive<u32> = 100_000..=10_000_000;
/// Bytes the cipher adds to what it encrypts.
const TAG: usize = 16;

/// What must be known to open an envelope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// Rounds of key derivation.
    pub iterations: u32,
    /// Salt of the key derivation.
    pub salt: [u8; SALT],
    /// Initialisation vector.
    pub iv: [u8; IV],
    /// What the last bytes derived from the right passphrase are.
    pub check: [u8; CHECK],
}

/// An envelope that is whole; only its passphrase is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// What must be known to open it.
    pub header: Header,
    /// What is encrypted, with its tag.
    pub data: Vec<u8>,
}

/// Why an encrypted backup does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedError {
    /// Ends in the middle: the download or the copy was cut.
    Truncated,
    /// A part of it is not what was written.
    Damaged,
    /// Of a newer version of the program.
    NewerVersion(u32),
    /// Not an encrypted backup of this program.
    Foreign,
    /// Another passphrase locked it.
    WrongPassphrase,
    /// The passphrase is right and the content is not what was locked: someone changed it.
    Tampered,
    /// The browser offers no cryptography here: the page did not come over a secure connection.
    Unavailable,
}

#[derive(Deserialize)]
struct Preamble {
    format: String,
    version: u64,
}

#[derive(Serialize, Deserialize)]
struct Envelope {
    format: String,
    version: u32,
    kdf: Kdf,
    cipher: Cipher,
    check: String,
    digest: String,
    data: String,
}

#[derive(Serialize, Deserialize)]
struct Kdf {
    name: String,
    iterations: u64,
    salt: String,
}

#[derive(Serialize, Deserialize)]
struct Cipher {
    name: String,
    iv: String,
}

impl Header {
    /// The bytes that are authenticated with the content.
    #[must_use]
    pub fn aad(&self) -> Vec<u8> {
        let [salt, iv, check] =
            [&self.salt[..], &self.iv[..], &self.check[..]].map(|bytes| STANDARD.encode(bytes));
        let iterations = self.iterations;
        format!("{FORMAT}\n{VERSION}\n{KDF}\n{iterations}\n{salt}\n{CIPHER}\n{iv}\n{check}").into_bytes()
    }

    /// The key, where the bytes derived from a passphrase are those of the right one.
    ///
    /// # Errors
    /// [`SealedError::WrongPassphrase`] where they are not.
    pub fn key(&self, derived: &[u8; DERIVED]) -> Result<[u8; KEY], SealedError> {
        let (key, check) = halves(derived).ok_or(SealedError::WrongPassphrase)?;
        // Every byte is looked at, so that the time taken tells nothing.
        let differing = check.iter().zip(self.check).fold(0, |sum, (known, wanted)| sum | (known ^ wanted));
        if differing == 0 { Ok(key) } else { Err(SealedError::WrongPassphrase) }
    }
}

/// Key and check, of what was derived from a passphrase.
#[must_use]
pub fn halves(derived: &[u8; DERIVED]) -> Option<([u8; KEY], [u8; CHECK])> {
    Some((*derived.first_chunk()?, *derived.last_chunk()?))
}

/// Whether a file is meant as an encrypted backup.
#[must_use]
pub fn is_sealed(json: &str) -> bool {
    preamble(json).is_ok_and(|preamble| preamble.format == FORMAT)
}

/// Writes an envelope.
#[must_use]
pub fn assemble(sealed: &Sealed) -> String {
    let Header { iterations, salt, iv, check } = &sealed.header;
    let data = STANDARD.encode(&sealed.data);
    let envelope = Envelope {
        format: FORMAT.to_owned(),
        version: VERSION,
        kdf: Kdf { name: KDF.to_owned(), iterations: u64::from(*iterations), salt: STANDARD.encode(salt) },
        cipher: Cipher { name: CIPHER.to_owned(), iv: STANDARD.encode(iv) },
        check: STANDARD.encode(check),
        digest: digest(&sealed.header, &data),
        data,
    };
    serde_json::to_string(&envelope).unwrap_or_default()
}

/// Reads an envelope and sees that it is whole, before anyone is asked for a passphrase.
///
/// # Errors
/// As [`SealedError`] says; never about a passphrase.
pub fn parse(json: &str) -> Result<Sealed, SealedError> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let preamble = preamble(json)?;
    if preamble.format != FORMAT || preamble.version == 0 {
        return Err(SealedError::Foreign);
    }
    if preamble.version > u64::from(VERSION) {
        return Err(SealedError::NewerVersion(u32::try_from(preamble.version).unwrap_or(u32::MAX)));
    }
    let envelope: Envelope = serde_json::from_str(json).map_err(|_| SealedError::Damaged)?;
    if envelope.kdf.name != KDF || envelope.cipher.name != CIPHER {
        return Err(SealedError::Damaged);
    }
    let header = Header {
        iterations: u32::try_from(envelope.kdf.iterations).map_err(|_| SealedError::Damaged)?,
        salt: bytes(&envelope.kdf.salt)?,
        iv: bytes(&envelope.cipher.iv)?,
        check: bytes(&envelope.check)?,
    };
    if envelope.digest != digest(&header, &envelope.data) {
        return Err(SealedError::Damaged);
    }
    // The digest is right, so this is no accident: with few rounds, a passphrase would be easy to try out.
    if !ITERATIONS_ALLOWED.contains(&header.iterations) {
        return Err(SealedError::Tampered);
    }
    let data = STANDARD.decode(envelope.data).map_err(|_| SealedError::Damaged)?;
    if data.len() < TAG { Err(SealedError::Damaged) } else { Ok(Sealed { header, data }) }
}

fn preamble(json: &str) -> Result<Preamble, SealedError> {
    serde_json::from_str(json)
        .map_err(|error| if error.is_eof() { SealedError::Truncated } else { SealedError::Foreign })
}

fn bytes<const N: usize>(text: &str) -> Result<[u8; N], SealedError> {
    let bytes = STANDARD.decode(text).map_err(|_| SealedError::Damaged)?;
    bytes.try_into().map_err(|_| SealedError::Damaged)
}

fn digest(header: &Header, data: &str) -> String {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&header.aad());
    hasher.update(b"\n");
    hasher.update(data.as_bytes());
    format!("{:08x}", hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed() -> Sealed {
        let header = Header { iterations: ITERATIONS, salt: [1; SALT], iv: [2; IV], check: [3; CHECK] };
        Sealed { header, data: (0..100).collect() }
    }

    #[test]
    fn what_is_put_together_is_taken_apart() {
        let json = assemble(&sealed());
        assert!(is_sealed(&json));
        assert_eq!(parse(&json), Ok(sealed()));
        assert_eq!(parse(&format!("\u{feff}{json}\n")), Ok(sealed()));
    }

    #[test]
    fn each_fault_is_told_before_a_passphrase_is_asked() {
        let json = assemble(&sealed());
        for end in 0..json.len() {
            assert_eq!(parse(&json[..end]), Err(SealedError::Truncated), "cut at {end}");
        }
        assert_eq!(parse(&json.replace("AAEC", "BBEC")), Err(SealedError::Damaged));
        assert_eq!(parse(&json.replace("600000", "700000")), Err(SealedError::Damaged));
        assert_eq!(parse(&json.replace("600000", "6e300")), Err(SealedError::Damaged));
        assert_eq!(parse(&json.replace("\"version\":1", "\"version\":2")), Err(SealedError::NewerVersion(2)));
        assert_eq!(parse(&json.replace(FORMAT, "another")), Err(SealedError::Foreign));
        assert_eq!(parse("[]"), Err(SealedError::Foreign));
        assert_eq!(parse("Facture;Montant"), Err(SealedError::Foreign));
        for iterations in [0, 99_999, 10_000_001] {
            let mut weak = sealed();
            weak.header.iterations = iterations;
            assert_eq!(parse(&assemble(&weak)), Err(SealedError::Tampered));
        }
        let empty = Sealed { data: Vec::new(), ..sealed() };
        assert_eq!(parse(&assemble(&empty)), Err(SealedError::Damaged));
    }

    #[test]
    fn only_the_right_passphrase_gives_the_key() {
        let mut derived = [3; DERIVED];
        derived[..KEY].fill(7);
        assert_eq!(sealed().header.key(&derived), Ok([7; KEY]));
        for at in KEY..DERIVED {
            let mut wrong = derived;
            wrong[at] ^= 1;
            assert_eq!(sealed().header.key(&wrong), Err(SealedError::WrongPassphrase));
        }
    }

    #[test]
    fn every_field_of_the_header_is_authenticated() {
        let header = sealed().header;
        let others = [
            Header { iterations: 600_001, ..header.clone() },
            Header { salt: [9; SALT], ..header.clone() },
            Header { iv: [9; IV], ..header.clone() },
            Header { check: [9; CHECK], ..header.clone() },
        ];
        assert!(others.iter().all(|other| other.aad() != header.aad()));
    }
}
