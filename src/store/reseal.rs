//! Putting all there is under a passphrase, or taking it out again, in place. A codec reads both, so that a rewriting
//! that was cut is no harm: it is taken up again at the next opening.

use super::codec::{Codec, is_closed};
use super::entry::{Entry, merged};
use super::history;
use super::ledger::size;
use super::migrate::migrate;
use super::{DRAFT, SCHEMA, Store, StoreError};
use crate::app::record::Key;

/// Whether what stands under a key is put under the passphrase.
fn is_covered(name: &str) -> bool {
    Key::parse(name).is_some() || history::Entry::number_in(name).is_some() || name.starts_with(DRAFT)
}

/// Whether anything is under a passphrase.
///
/// # Errors
/// Where the store refuses to be read.
pub fn holds_closed(store: &dyn Store) -> Result<bool, StoreError> {
    for name in store.keys()?.iter().filter(|name| is_covered(name)) {
        if store.read(name)?.is_some_and(|text| is_closed(&text)) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes all that one codec reads as another one does. Where that fails, everything is as it was.
///
/// # Errors
/// As the store says.
pub fn reseal(store: &mut dyn Store, from: &Codec, to: &Codec) -> Result<(), StoreError> {
    let mut done: Vec<(String, String)> = Vec::new();
    for name in store.keys()? {
        let Some(before) = store.read(&name)? else { continue };
        let Some(after) = rewritten(&name, &before, from, to) else { continue };
        if let Err(error) = store.write(&name, &after) {
            for (name, before) in done.into_iter().rev() {
                // Both codecs read what cannot be put back now.
                let _ = store.write(&name, &before);
            }
            return Err(error);
        }
        done.push((name, before));
    }
    Ok(())
}

/// UTF-16 units that everything takes.
///
/// # Errors
/// Where the store refuses to be read.
pub fn used(store: &dyn Store) -> Result<usize, StoreError> {
    let mut used = 0;
    for name in store.keys()? {
        used += size(&name, store.read(&name)?.as_deref());
    }
    Ok(used)
}

/// One entry in the place of all these, as another codec writes it: nothing of before remains.
#[must_use]
pub fn resealed(entries: &[Entry], from: &Codec, to: &Codec) -> Option<Entry> {
    let mut entry = merged(entries)?;
    for (name, value) in &mut entry.writes {
        let after = value.as_deref().and_then(|text| rewritten(name, text, from, to));
        *value = after.or_else(|| value.take());
    }
    Some(entry)
}

/// A text as another codec writes it; none where it is so already, or does not read: that is for the opening to settle.
fn rewritten(name: &str, text: &str, from: &Codec, to: &Codec) -> Option<String> {
    if !is_covered(name) || is_closed(text) == to.is_sealed() && !text.starts_with(['{', '[']) {
        return None;
    }
    let stored = from.decode(name, text).ok()?;
    if stored.schema > SCHEMA {
        return None;
    }
    let is_record = Key::parse(name).is_some();
    let json = if is_record { migrate(stored.schema, name, &stored.json)?.into_owned() } else { stored.json };
    Some(to.encode(name, &stored.meta, &json))
}
