//! The passphrase of the data at rest: the key that seals the records, taken out of its lock and put into another one.
//!
//! Switching on writes the lock first, where it survives a killed browser, and only then the records; switching off
//! removes it last. What was cut between is finished when the data is next opened: both kinds of text are read.

use wasm_bindgen::JsValue;

use super::super::state::App;
use super::Keeper;
use super::sealed::derived;
use super::tabs::Caught;
use super::writing::LOCK as WRITING;
use crate::browser::crypto;
use crate::browser::journal::Journal;
use crate::browser::storage::BrowserStore;
use crate::browser::{location, lock, tabs};
use crate::store::backup::sealed::{Header, ITERATIONS, IV, KEY, SALT, SealedError, halves};
use crate::store::codec::{Codec, Meta, is_closed};
use crate::store::ledger::{LOOK, SEQ, look, seq_in};
use crate::store::lock::{ID, LOCK, Lock};
use crate::store::reseal::{holds_closed, reseal, resealed, used};
use crate::store::seal::Seal;
use crate::store::{SCHEMA_KEY, Store, StoreError};
use leptos::prelude::*;

/// What the copy of a lock that was taken away begins with.
const OFF: &str = "off ";

/// Why the lock did not change; the data is as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockFault {
    /// About the passphrase, or the browser's cryptography.
    Passphrase(SealedError),
    /// The browser has no room, or refuses to write.
    Store(StoreError),
}

impl From<SealedError> for LockFault {
    fn from(error: SealedError) -> Self {
        Self::Passphrase(error)
    }
}

impl From<StoreError> for LockFault {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// A lock whose key is in use.
pub(super) struct OpenLock {
    lock: Lock,
    /// What the passphrase was stretched to, for copies under the same; none where another tab changed it.
    outer: Option<[u8; KEY]>,
}

impl OpenLock {
    /// The lock as it is kept.
    pub(super) fn text(&self) -> String {
        self.lock.to_string()
    }

    /// What copies are encrypted with: how the passphrase is stretched, and the key that comes of it.
    pub(super) fn for_copies(&self) -> Option<(Header, [u8; KEY])> {
        Some((self.lock.header.clone(), self.outer?))
    }
}

/// What stands in the way of opening.
pub(super) enum Found {
    /// No lock.
    Open,
    /// A lock.
    Locked,
    /// Records under a passphrase, and no lock that reads.
    Lost,
}

/// The lock in local storage; the copy beside the journal where that is gone and something is sealed.
pub(super) async fn find(store: &mut BrowserStore, journal: Option<&Journal>) -> Result<Found, StoreError> {
    let text = store.read(LOCK)?;
    if text.as_deref().and_then(Lock::parse).is_some() {
        return Ok(Found::Locked);
    }
    let Some(journal) = journal else {
        return Ok(if holds_closed(store)? { Found::Lost } else { Found::Open });
    };
    let copy = journal.thing(LOCK).await.and_then(|copy| copy.as_string());
    let Some(copy) = copy else {
        // As nearly always: whether all reads is seen when it is read.
        let is_lost = text.is_some() && holds_closed(store)?;
        return Ok(if is_lost { Found::Lost } else { Found::Open });
    };
    // Local storage may have lost the lock, and all that was sealed with it: it is switched on all the same.
    let mut is_needed = !copy.starts_with(OFF);
    if !is_needed {
        let entries = journal.after(0).await.unwrap_or_default();
        let mut texts =
            entries.iter().flat_map(|entry| &entry.writes).filter_map(|(_, text)| text.as_deref());
        is_needed = holds_closed(store)? || texts.any(is_closed);
    }
    if !is_needed {
        journal.forget_thing(LOCK).await;
        return Ok(Found::Open);
    }
    let Some(lock) = Lock::parse(copy.strip_prefix(OFF).unwrap_or(&copy)) else {
        return Ok(if holds_closed(store)? { Found::Lost } else { Found::Open });
    };
    // Where it cannot be written, the copy remains.
    let _ = store.write(LOCK, &lock.to_string());
    Ok(Found::Locked)
}

/// Takes the key out of its lock.
pub(super) async fn open_lock(lock: &Lock, passphrase: &str) -> Result<(OpenLock, [u8; KEY]), SealedError> {
    if !crypto::is_available() {
        return Err(SealedError::Unavailable);
    }
    let Lock { id, header, wrapped } = lock;
    let derived = derived(passphrase, &header.salt, header.iterations).await;
    let outer = header.key(&derived.ok_or(SealedError::Unavailable)?)?;
    let key = crypto::decrypt(&outer, &header.iv, &Lock::aad(id, header), wrapped).await;
    let key = key.and_then(|key| key.try_into().ok()).ok_or(SealedError::Tampered)?;
    Ok((OpenLock { lock: lock.clone(), outer: Some(outer) }, key))
}

/// Puts a key in a lock, and takes it out again to see that it opens.
async fn wrap(id: [u8; ID], key: [u8; KEY], passphrase: &str) -> Result<OpenLock, SealedError> {
    let lock = wrapped(id, key, passphrase).await.ok_or(SealedError::Unavailable)?;
    let text = lock.to_string();
    let (open, back) = open_lock(&Lock::parse(&text).ok_or(SealedError::Damaged)?, passphrase).await?;
    if back == key { Ok(open) } else { Err(SealedError::Damaged) }
}

async fn wrapped(id: [u8; ID], key: [u8; KEY], passphrase: &str) -> Option<Lock> {
    let salt: [u8; SALT] = crypto::random(SALT)?.try_into().ok()?;
    let iv: [u8; IV] = crypto::random(IV)?.try_into().ok()?;
    let (outer, check) = halves(&derived(passphrase, &salt, ITERATIONS).await?)?;
    let header = Header { iterations: ITERATIONS, salt, iv, check };
    let wrapped = crypto::encrypt(&outer, &iv, &Lock::aad(&id, &header), &key).await?;
    Some(Lock { id, header, wrapped: wrapped.try_into().ok()? })
}

pub(super) fn codec(key: &[u8; KEY]) -> Codec {
    Seal::new(key).map(Codec::sealed).unwrap_or_default()
}

impl App {
    /// Opens the data under a passphrase.
    ///
    /// # Errors
    /// Where it is another passphrase, or the lock does not open.
    pub async fn unlock(self, passphrase: &str) -> Result<(), SealedError> {
        let Some(lock) = self.with_keeper(|keeper| keeper.lock_now()).flatten() else {
            // Another tab took the lock away meanwhile.
            location::reload();
            return Ok(());
        };
        let (open, key) = open_lock(&lock, passphrase).await?;
        let keeper = self.keeper.try_update_value(Option::take).flatten();
        if let Some(Keeper { store, journal, .. }) = keeper {
            let guard = lock::exclusive(WRITING).await;
            self.open_with(store, journal, codec(&key), Some(open), guard).await;
        }
        Ok(())
    }

    /// Puts the data at rest under a passphrase.
    ///
    /// # Errors
    /// Where the browser cannot, or has no room; nothing has changed then.
    pub async fn lock_data(self, passphrase: &str) -> Result<(), LockFault> {
        let random = || Some((crypto::random(ID)?.try_into().ok()?, crypto::random(KEY)?.try_into().ok()?));
        let (id, key) = random().ok_or(SealedError::Unavailable)?;
        let open = wrap(id, key, passphrase).await?;
        let _guard = lock::exclusive(WRITING).await;
        if self.is_locked_elsewhere().await {
            // Another tab was first: its passphrase opens the data, and a second one would close it for good.
            location::reload();
            return Ok(());
        }
        self.catch_up_or_reload().await?;
        self.keep_lock(&open.lock).await?;
        self.with_keeper(Keeper::forget_glimpse);
        let look = self.book.with_untracked(look);
        // Language and theme stay readable for the page that asks for the passphrase; without them it is in French.
        let _ = self.with_keeper(|keeper| keeper.store.write(LOOK, &look));
        if let Err(error) = self.switch(codec(&key)) {
            // Nothing is sealed: the lock is of no use.
            self.drop_lock(&open.lock).await;
            return Err(error.into());
        }
        self.with_keeper(|keeper| keeper.lock = Some(open));
        self.safety.update(|safety| safety.is_sealed = true);
        self.tidy_journal(&Codec::default()).await;
        self.tell_tabs();
        Ok(())
    }

    /// Takes the data at rest out of its passphrase.
    ///
    /// # Errors
    /// Where there is no room or the browser refuses; the data then stays under the passphrase.
    pub async fn unlock_data(self) -> Result<(), LockFault> {
        let _guard = lock::exclusive(WRITING).await;
        if !self.holds_lock() {
            location::reload();
            return Ok(());
        }
        self.catch_up_or_reload().await?;
        let sealed = self.with_keeper(|keeper| keeper.ledger.codec().clone()).unwrap_or_default();
        self.switch(Codec::default())?;
        self.tidy_journal(&sealed).await;
        if let Some(Some(open)) = self.with_keeper(|keeper| keeper.lock.take()) {
            self.drop_lock(&open.lock).await;
        }
        self.safety.update(|safety| safety.is_sealed = false);
        self.tell_tabs();
        Ok(())
    }

    /// Puts the key of the data under another passphrase; no record is written for it.
    ///
    /// # Errors
    /// Where the old passphrase is another one, or the browser refuses.
    pub async fn change_passphrase(self, old: &str, new: &str) -> Result<(), LockFault> {
        let lock = self.with_keeper(|keeper| keeper.lock.as_ref().map(|open| open.lock.clone())).flatten();
        let lock = lock.ok_or(SealedError::Damaged)?;
        let (_, key) = open_lock(&lock, old).await?;
        let open = wrap(lock.id, key, new).await?;
        let _guard = lock::exclusive(WRITING).await;
        if !self.holds_lock() {
            location::reload();
            return Ok(());
        }
        self.keep_lock(&open.lock).await?;
        self.with_keeper(|keeper| keeper.lock = Some(open));
        Ok(())
    }

    /// Erases data that no passphrase opens any more, in every tab, and starts anew.
    pub async fn abandon_locked(self) {
        let _guard = lock::exclusive(WRITING).await;
        self.with_keeper(|keeper| {
            // Nothing is known of what is closed but the number of the last change.
            let seq = keeper.store.read(SEQ).ok().flatten().as_deref().and_then(seq_in);
            keeper.ledger.start_over(seq.unwrap_or_default(), 0);
        });
        if let Some(number) = self.empty_storage().await {
            tabs::announce(number);
        }
        location::reload();
    }

    /// Another tab has put the data under a passphrase, as local storage or the copy beside the journal says: the one may
    /// reach this tab before the other.
    async fn is_locked_elsewhere(self) -> bool {
        let known = self.with_keeper(|keeper| (keeper.lock_now().is_some(), keeper.journal.clone()));
        let Some((is_there, journal)) = known else { return false };
        let copy = match journal {
            Some(journal) => journal.thing(LOCK).await.and_then(|copy| copy.as_string()),
            None => None,
        };
        is_there || copy.as_deref().and_then(Lock::parse).is_some()
    }

    /// The lock this tab opened is still the one of the data.
    fn holds_lock(self) -> bool {
        let holds = self.with_keeper(|keeper| {
            keeper.lock.as_ref().zip(keeper.lock_now()).is_some_and(|(open, now)| open.lock.id == now.id)
        });
        holds.unwrap_or_default()
    }

    /// Takes up what others wrote before the passphrase is put on or taken off.
    async fn catch_up_or_reload(self) -> Result<(), StoreError> {
        match self.catch_up().await {
            Caught::Up => Ok(()),
            Caught::Cut(error) => Err(error),
            Caught::Closed => {
                location::reload();
                Err(StoreError::Refused)
            }
        }
    }

    /// Keeps the lock where it survives a killed browser, then where it is looked for.
    async fn keep_lock(self, lock: &Lock) -> Result<(), StoreError> {
        let text = lock.to_string();
        let journal = self.with_keeper(|keeper| keeper.journal.clone()).flatten();
        if let Some(journal) = journal
            && !journal.keep_thing(LOCK, &JsValue::from_str(&text)).await
        {
            return Err(StoreError::Refused);
        }
        self.with_keeper(|keeper| keeper.store.write(LOCK, &text)).unwrap_or(Err(StoreError::Refused))
    }

    /// Takes the lock away. Its copy stays beside the journal, marked, until a next start finds that nothing needs it:
    /// local storage may not have been written for good yet.
    async fn drop_lock(self, lock: &Lock) {
        let journal = self.with_keeper(|keeper| keeper.journal.clone()).flatten();
        if let Some(journal) = journal {
            journal.keep_thing(LOCK, &format!("{OFF}{lock}").into()).await;
        }
        self.with_keeper(|keeper| keeper.store.remove(LOCK));
    }

    /// Rewrites local storage, and writes so from now on.
    fn switch(self, to: Codec) -> Result<(), StoreError> {
        let outcome = self.with_keeper(|keeper| {
            let from = keeper.ledger.codec().clone();
            // A sealed codec reads both.
            let reader = if from.is_sealed() { &from } else { &to };
            reseal(&mut keeper.store, reader, &to)?;
            let used = used(&keeper.store)?;
            keeper.ledger.switch(to, used);
            Ok(())
        });
        outcome.unwrap_or(Err(StoreError::Refused))?;
        self.count_room();
        Ok(())
    }

    /// Rewrites the journal, and what is kept beside it, as the ledger now writes. What fails is done at a next opening.
    pub(super) async fn tidy_journal(self, from: &Codec) {
        let known = self.with_keeper(|keeper| (keeper.journal.clone(), keeper.ledger.codec().clone()));
        let Some((Some(journal), to)) = known else { return };
        let reader = if from.is_sealed() { from } else { &to };
        let Ok(entries) = journal.after(0).await else { return };
        if let Some(entry) = resealed(&entries, reader, &to) {
            let _ = journal.rewrite(&[entry]).await;
        }
        for name in journal.names(PAST).await {
            let text = journal.thing(&name).await.and_then(|text| text.as_string());
            let json = text.and_then(|text| reader.decode(&name, &text).ok()).map(|stored| stored.json);
            if let Some(json) = json {
                let _ = journal.keep_thing(&name, &past_text(&to, &name, &json).into()).await;
            }
        }
    }

    /// Seals what is in plain under a passphrase all the same: a switch that was cut, another tab's last change.
    pub(super) async fn seal_rest(self) {
        let _guard = lock::exclusive(WRITING).await;
        let sealed = self.with_keeper(|keeper| keeper.ledger.codec().clone()).unwrap_or_default();
        if self.switch(sealed.clone()).is_err() {
            return;
        }
        let journal = self.with_keeper(|keeper| keeper.journal.clone()).flatten();
        let Some(journal) = journal else { return };
        let entries = journal.after(0).await.unwrap_or_default();
        let whole = resealed(&entries, &sealed, &sealed);
        let merged = crate::store::entry::merged(&entries);
        if whole != merged {
            self.tidy_journal(&sealed).await;
        }
    }

    /// Sees under the lock of writing whether another tab switched the passphrase on or off; false where this one can
    /// no longer follow, and loads anew.
    pub(super) fn heed_lock(self) -> bool {
        let follows = self.with_keeper(|keeper| {
            let Ok(text) = keeper.store.read(LOCK) else { return true };
            let now = text.as_deref().and_then(Lock::parse);
            match (&keeper.lock, now) {
                (None, None) => true,
                (Some(open), Some(lock)) if open.lock.id == lock.id => {
                    if open.lock != lock {
                        // Another tab gave it another passphrase, which this one does not know.
                        keeper.lock = Some(OpenLock { lock, outer: None });
                    }
                    true
                }
                (Some(open), None) => {
                    // Emptied, or the lock alone erased: not by a tab of ours, which removes it last.
                    let is_lost = keeper.store.read(SCHEMA_KEY) == Ok(None)
                        || holds_closed(&keeper.store).unwrap_or(true);
                    if is_lost {
                        let _ = keeper.store.write(LOCK, &open.text());
                    } else {
                        let used = keeper.ledger.used();
                        keeper.ledger.switch(Codec::default(), used);
                        keeper.lock = None;
                        self.safety.update(|safety| safety.is_sealed = false);
                    }
                    true
                }
                // What waits here is in plain, which the other tab reads; it is sealed when the data is next opened.
                (_, Some(_)) => !keeper.queue.is_empty(),
            }
        });
        follows.unwrap_or(true)
    }

    fn tell_tabs(self) {
        tabs::announce(self.with_keeper(|keeper| keeper.ledger.seq()).unwrap_or_default());
    }
}

impl Keeper {
    /// The lock as it stands in local storage; none where there is none, or it cannot be read.
    fn lock_now(&self) -> Option<Lock> {
        Lock::parse(&self.store.read(LOCK).ok().flatten()?)
    }
}

/// Beginning of the names under which the journal keeps how very many records were before a change.
pub(super) const PAST: &str = "past/";

/// How such a past is kept: as JSON, under the passphrase where there is one.
pub(super) fn past_text(codec: &Codec, name: &str, json: &str) -> String {
    if codec.is_sealed() { codec.encode(name, &Meta::default(), json) } else { json.to_owned() }
}
