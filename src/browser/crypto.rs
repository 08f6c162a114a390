//! The browser's own cryptography: randomness, a key from a passphrase, sealing and opening, digests.

use js_sys::{Array, JsString, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

use super::script::{options, settled};

/// Most bytes a browser draws in one go.
const DRAW: usize = 65_536;

/// False where the page did not come over a secure connection: then only [`random`] works.
#[must_use]
pub fn is_available() -> bool {
    subtle().is_some()
}

/// So many bytes nobody can guess, up to 65,536; none where there is no such source.
#[must_use]
pub fn random(count: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; count.min(DRAW)];
    crypto()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    (bytes.len() == count).then_some(bytes)
}

/// So many bytes that follow from a passphrase and a salt (PBKDF2 with HMAC-SHA-256), slowly: in proportion to the
/// iterations. A passphrase is the same however its accents were typed (NFC).
pub async fn derive(passphrase: &str, salt: &[u8], iterations: u32, count: usize) -> Option<Vec<u8>> {
    let subtle = subtle()?;
    let passphrase = String::from(JsString::from(passphrase).normalize("NFC"));
    let secret = key(&subtle, passphrase.as_bytes(), "PBKDF2", "deriveBits").await?;
    let how = options(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("iterations", iterations.into()),
        ("salt", Uint8Array::from(salt).into()),
    ]);
    let bits = u32::try_from(count.checked_mul(8)?).ok()?;
    bytes(subtle.derive_bits_with_object(&how, &secret, bits)).await
}

/// Seals bytes with AES-256-GCM, the tag at the end. `aad` is not in the outcome, and must be the same to open it. The
/// `iv` (12 bytes) must be another one each time.
pub async fn encrypt(secret: &[u8; 32], iv: &[u8], aad: &[u8], plain: &[u8]) -> Option<Vec<u8>> {
    let subtle = subtle()?;
    let secret = key(&subtle, secret, "AES-GCM", "encrypt").await?;
    bytes(subtle.encrypt_with_object_and_u8_array(&sealing(iv, aad), &secret, plain)).await
}

/// Opens what [`encrypt`] sealed; none where the key, `iv` or `aad` is another, or a single bit was changed.
pub async fn decrypt(secret: &[u8; 32], iv: &[u8], aad: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let subtle = subtle()?;
    let secret = key(&subtle, secret, "AES-GCM", "decrypt").await?;
    bytes(subtle.decrypt_with_object_and_u8_array(&sealing(iv, aad), &secret, sealed)).await
}

/// The SHA-256 digest, 32 bytes.
pub async fn sha256(content: &[u8]) -> Option<Vec<u8>> {
    bytes(subtle()?.digest_with_str_and_u8_array("SHA-256", content)).await
}

fn crypto() -> Option<Crypto> {
    web_sys::window()?.crypto().ok()
}

fn subtle() -> Option<SubtleCrypto> {
    let subtle = crypto()?.subtle();
    subtle.is_object().then_some(subtle)
}

async fn key(subtle: &SubtleCrypto, secret: &[u8], algorithm: &str, usage: &str) -> Option<CryptoKey> {
    let usages = Array::of1(&usage.into());
    let imported = subtle.import_key_with_str("raw", &Uint8Array::from(secret), algorithm, false, &usages);
    settled(imported.ok()?.into()).await.ok().map(JsCast::unchecked_into)
}

fn sealing(iv: &[u8], aad: &[u8]) -> js_sys::Object {
    options(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(iv).into()),
        ("additionalData", Uint8Array::from(aad).into()),
    ])
}

async fn bytes(promised: Result<js_sys::Promise, JsValue>) -> Option<Vec<u8>> {
    let buffer = settled(promised.ok()?.into()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}
