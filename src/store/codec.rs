//! How a record stands in local storage: its JSON, compressed, with what is known of its past and a checksum.
//!
//! ```text
//! text    = base 32768 of: format, length of the rest, CRC-32 of (key, body), body
//! body    = schema, revision, changed, number of ancestors, ancestors, length of the JSON, LZ4 block
//! ```
//!
//! Numbers are LEB128, checksums four bytes, the lowest first. The LZ4 block (format read November 2026) starts from a
//! dictionary that never changes: `codec-dictionary.txt`, names and phrases that most records hold. A record of
//! schema 1 is its bare JSON.

pub mod base32768;
mod bytes;

use self::bytes::{Reader, push_number};
use super::SCHEMA;
use super::seal::Seal;

/// The one way of writing since schema 2.
const PLAIN: u8 = 2;
/// The same, with the body under the user's passphrase.
const SEALED: u8 = 3;

/// What compression starts from. Frozen: a single changed byte, and nothing compressed with it can be read.
static DICTIONARY: &[u8] = include_bytes!("codec-dictionary.txt");

/// The longest JSON of a record, in bytes: far above any, and low enough that a damaged length asks for no memory.
const LONGEST: usize = 32_000_000;

/// How many earlier versions of a record are remembered.
pub const ANCESTORS: usize = 8;

/// What is known of the past of a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Number of the change that wrote it; 0 before changes were numbered.
    pub revision: u64,
    /// When, in minutes since 1970 (UTC); 0 where it is not known.
    pub changed: u32,
    /// Fingerprints of its earlier versions, the last one first: two devices tell by them which version follows which.
    pub ancestors: Vec<u32>,
}

impl Meta {
    /// The past of the version that follows one with its JSON, where there was one, and those it came with from a file.
    #[must_use]
    pub fn of_next(before: Option<(&Self, &str)>, came_with: &[u32], revision: u64, changed: u32) -> Self {
        let mut ancestors = Vec::with_capacity(ANCESTORS);
        let here = before.iter().flat_map(|(meta, json)| {
            std::iter::once(fingerprint(json)).chain(meta.ancestors.iter().copied())
        });
        for ancestor in came_with.iter().copied().chain(here) {
            if ancestors.len() < ANCESTORS && !ancestors.contains(&ancestor) {
                ancestors.push(ancestor);
            }
        }
        Self { revision, changed, ancestors }
    }
}

/// A record as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Number of the format its JSON follows.
    pub schema: u32,
    /// Its past.
    pub meta: Meta,
    /// Its JSON.
    pub json: String,
}

/// Why a text is no record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Cut, altered, or never ours.
    Damaged,
    /// Under a passphrase that was not given.
    Locked,
}

/// The checksum by which versions of a record are told apart.
#[must_use]
pub fn fingerprint(json: &str) -> u32 {
    crc32fast::hash(json.as_bytes())
}

/// Whether a text is under a passphrase, as its first unit says.
#[must_use]
pub fn is_closed(text: &str) -> bool {
    let first = text.char_indices().nth(1).map_or(text, |(end, _)| text.get(..end).unwrap_or_default());
    base32768::decode(first).and_then(|bytes| bytes.first().copied()) == Some(SEALED)
}

/// Writes and reads texts for local storage.
#[derive(Clone, Default)]
pub struct Codec {
    seal: Option<Seal>,
}

impl Codec {
    /// One that puts everything it writes under the user's passphrase.
    #[must_use]
    pub fn sealed(seal: Seal) -> Self {
        Self { seal: Some(seal) }
    }

    /// What it writes is under a passphrase.
    #[must_use]
    pub fn is_sealed(&self) -> bool {
        self.seal.is_some()
    }

    /// The text of a record for the place under this key.
    #[must_use]
    pub fn encode(&self, key: &str, meta: &Meta, json: &str) -> String {
        let mut body = Vec::with_capacity(json.len() / 2 + 64);
        push_number(&mut body, u64::from(SCHEMA));
        push_number(&mut body, meta.revision);
        push_number(&mut body, u64::from(meta.changed));
        let ancestors = meta.ancestors.iter().take(ANCESTORS);
        push_number(&mut body, ancestors.len() as u64);
        for ancestor in ancestors {
            body.extend(ancestor.to_le_bytes());
        }
        push_number(&mut body, json.len() as u64);
        body.extend(lz4_flex::block::compress_with_dict(json.as_bytes(), DICTIONARY));
        let (format, body) = match &self.seal {
            None => (PLAIN, body),
            Some(seal) => (SEALED, seal.close(key, meta.revision, &body)),
        };
        let mut bytes = vec![format];
        push_number(&mut bytes, body.len() as u64);
        bytes.extend(checksum(key, &body).to_le_bytes());
        bytes.extend(body);
        base32768::encode(&bytes)
    }

    /// Reads the text under a key; bare JSON is a record of schema 1.
    ///
    /// # Errors
    /// [`Unreadable`], where it is not exactly what was written for this key.
    pub fn decode(&self, key: &str, text: &str) -> Result<Stored, Unreadable> {
        if text.starts_with(['{', '[']) {
            return Ok(Stored { schema: 1, meta: Meta::default(), json: text.to_owned() });
        }
        let bytes = base32768::decode(text).ok_or(Unreadable::Damaged)?;
        let mut reader = Reader::new(&bytes);
        let format = reader.byte().ok_or(Unreadable::Damaged)?;
        let length = reader.length(bytes.len()).ok_or(Unreadable::Damaged)?;
        let stated = reader.word().ok_or(Unreadable::Damaged)?;
        let body = reader.take(length).ok_or(Unreadable::Damaged)?;
        // One zero byte may be left of the last unit of text, and there is no unit too many.
        let written = bytes.len() - reader.rest().len();
        let is_whole = matches!(reader.rest(), [] | [0])
            && base32768::units(written) * base32768::UTF8 == text.len()
            && checksum(key, body) == stated;
        if !is_whole {
            return Err(Unreadable::Damaged);
        }
        match (format, &self.seal) {
            (PLAIN, _) => opened(body).ok_or(Unreadable::Damaged),
            (SEALED, None) => Err(Unreadable::Locked),
            (SEALED, Some(seal)) => {
                seal.open(key, body).and_then(|body| opened(&body)).ok_or(Unreadable::Locked)
            }
            _ => Err(Unreadable::Damaged),
        }
    }
}

/// Reads a body.
fn opened(body: &[u8]) -> Option<Stored> {
    let mut reader = Reader::new(body);
    let schema = u32::try_from(reader.number()?).ok()?;
    let revision = reader.number()?;
    let changed = u32::try_from(reader.number()?).ok()?;
    let count = reader.length(ANCESTORS)?;
    let ancestors = (0..count).map(|_| reader.word()).collect::<Option<Vec<_>>>()?;
    let length = reader.length(LONGEST)?;
    let json = lz4_flex::block::decompress_with_dict(reader.rest(), length, DICTIONARY).ok()?;
    let json = String::from_utf8(json).ok().filter(|json| json.len() == length)?;
    Some(Stored { schema, meta: Meta { revision, changed, ancestors }, json })
}

fn checksum(key: &str, body: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(key.as_bytes());
    hasher.update(&[0]);
    hasher.update(body);
    hasher.finalize()
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#"{"client":{"id":7,"name":"Établissements Vandenbroucke 🧾","kind":"business"}}"#;

    fn meta() -> Meta {
        Meta { revision: 300, changed: 29_900_000, ancestors: vec![1, u32::MAX] }
    }

    #[test]
    fn a_record_comes_back_with_its_past() {
        let text = Codec::default().encode("client/7", &meta(), JSON);
        let stored = Codec::default().decode("client/7", &text).unwrap();
        assert_eq!(stored, Stored { schema: SCHEMA, meta: meta(), json: JSON.to_owned() });
        assert!(text.encode_utf16().count() < JSON.len() / 2 + 16, "{}", text.encode_utf16().count());
    }

    #[test]
    fn any_altered_unit_any_cut_and_any_other_key_is_noticed() {
        let codec = Codec::default();
        let text = codec.encode("client/7", &meta(), JSON);
        let units: Vec<char> = text.chars().collect();
        for at in 0..units.len() {
            for other in ['\u{3400}', '\u{b3ff}', 'x'] {
                let mut altered = units.clone();
                if altered[at] == other {
                    continue;
                }
                altered[at] = other;
                let altered: String = altered.into_iter().collect();
                assert!(codec.decode("client/7", &altered).is_err(), "unit {at} as {other}");
            }
            let cut: String = units[..at].iter().collect();
            assert!(codec.decode("client/7", &cut).is_err(), "cut at {at}");
        }
        assert!(codec.decode("client/8", &text).is_err());
        assert!(codec.decode("client/7", &format!("{text}\u{3400}")).is_err());
    }

    #[test]
    fn what_the_first_schema_wrote_is_its_bare_json() {
        let stored = Codec::default().decode("client/7", JSON).unwrap();
        assert_eq!((stored.schema, stored.meta), (1, Meta::default()));
    }

    #[test]
    fn only_the_last_versions_are_remembered() {
        let mut past = Meta::default();
        for revision in 1..20 {
            past = Meta::of_next(Some((&past, &revision.to_string())), &[], revision, 5);
        }
        assert_eq!(past.ancestors.len(), ANCESTORS);
        assert_eq!(past.ancestors.first(), Some(&fingerprint("19")));
    }

    /// Nothing compressed with another dictionary could be read.
    #[test]
    fn the_dictionary_is_frozen() {
        assert_eq!(crc32fast::hash(DICTIONARY), 451_465_703);
    }
}
