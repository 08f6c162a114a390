//! Tests that need a browser: `cargo xtask test wasm`. They share one local storage, so each keeps to its own keys.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use gloo_storage::{LocalStorage, Storage};
use relance::app::record::{Key, Record};
use relance::base::ClientId;
use relance::browser::storage::BrowserStore;
use relance::domain::party::{Client, DebtorKind};
use relance::store::Store;
use relance::store::codec::Codec;
use relance::store::open::{open, settle};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn client(id: u32) -> Client {
    Client {
        name: "Établissements Vandenbroucke 🧾 <script>".to_owned(),
        kind: DebtorKind::Business,
        ..Client::unknown(ClientId(id))
    }
}

/// Every other storage test rests on this one.
#[wasm_bindgen_test]
fn local_storage_gives_back_what_was_written() {
    let mut store = BrowserStore::find();
    assert!(!store.is_memory());
    assert_eq!(store.read("draft/web"), Ok(None));
    store.write("draft/web", "1 234,56 €").unwrap();
    assert_eq!(store.read("draft/web"), Ok(Some("1 234,56 €".to_owned())));
    assert!(store.keys().unwrap().contains(&"draft/web".to_owned()));
    store.remove("draft/web").unwrap();
    assert_eq!(store.read("draft/web"), Ok(None));
}

#[wasm_bindgen_test]
fn only_keys_of_ours_are_seen() {
    LocalStorage::raw().set_item("another program", "{}").unwrap();
    let keys = BrowserStore::find().keys().unwrap();
    assert!(keys.iter().all(|key| !key.contains("another")), "{keys:?}");
    LocalStorage::delete("another program");
}

#[wasm_bindgen_test]
fn a_record_is_opened_as_it_was_written() {
    let mut store = BrowserStore::find();
    let record = Record::Client(client(41));
    store.write("client/41", &serde_json::to_string(&record).unwrap()).unwrap();
    let mut opened = open(&mut store, Codec::default(), &[]).unwrap();
    settle(&mut store, &mut opened, &[]);
    assert_eq!(opened.book.record(Key::Client(ClientId(41))), Some(record));
    store.remove("client/41").unwrap();
}

#[wasm_bindgen_test]
fn what_cannot_be_read_is_set_aside_whole() {
    let mut store = BrowserStore::find();
    store.write("client/42", "{\"client\":").unwrap();
    let mut opened = open(&mut store, Codec::default(), &[]).unwrap();
    settle(&mut store, &mut opened, &[]);
    assert!(opened.aside.iter().any(|aside| aside.key == "client/42" && aside.raw == "{\"client\":"));
    assert_eq!(store.read("client/42"), Ok(None));
    let copies: Vec<_> =
        store.keys().unwrap().into_iter().filter(|key| key.ends_with("/client/42")).collect();
    assert_eq!(copies.len(), 1, "{copies:?}");
    for copy in copies {
        store.remove(&copy).unwrap();
    }
}

/// The browser refuses the write that does not fit, and what was there stays.
#[wasm_bindgen_test]
fn a_full_storage_says_so_and_loses_nothing() {
    let mut store = BrowserStore::find();
    store.write("draft/small", "kept").unwrap();
    let too_much = "x".repeat(6_000_000);
    assert_eq!(store.write("draft/large", &too_much), Err(relance::store::StoreError::Full));
    assert_eq!(store.read("draft/large"), Ok(None));
    assert_eq!(store.read("draft/small"), Ok(Some("kept".to_owned())));
    store.remove("draft/small").unwrap();
}
