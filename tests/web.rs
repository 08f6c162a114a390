//! Tests that need a browser: `cargo xtask test wasm`.
#![cfg(target_arch = "wasm32")]

use gloo_storage::{LocalStorage, Storage};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Every other storage test rests on this one.
#[wasm_bindgen_test]
fn local_storage_gives_back_what_was_written() {
    let written = vec!["Échéance".to_owned(), "1 234,56 €".to_owned()];
    assert_eq!(LocalStorage::set("relance/test", &written).ok(), Some(()));
    assert_eq!(LocalStorage::get::<Vec<String>>("relance/test").ok(), Some(written));
    LocalStorage::delete("relance/test");
    assert!(LocalStorage::get::<Vec<String>>("relance/test").is_err());
}
