//! Tests of what keeps data in a real browser: journal, lock, cryptography, folder. `cargo xtask test wasm`. They share
//! one database, so each that uses it begins by emptying it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly")]

use std::cell::RefCell;
use std::rc::Rc;
use std::slice::from_ref;

use relance::browser::crypto::{self, decrypt, derive, encrypt, random, sha256};
use relance::browser::folder::{Folder, FolderError};
use relance::browser::journal::{Journal, JournalError};
use relance::browser::lock::exclusive;
use relance::browser::{files, folder, persistence, timer};
use relance::store::entry::Entry;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn entry(number: u64, writes: &[(&str, Option<&str>)]) -> Entry {
    let writes = writes.iter().map(|(key, value)| ((*key).to_owned(), value.map(str::to_owned)));
    Entry::new(number, 29_900_000, writes.collect())
}

async fn empty_journal() -> Journal {
    let journal = Journal::open().await.unwrap();
    journal.rewrite(&[]).await.unwrap();
    journal
}

async fn pause(milliseconds: i32) {
    let pause = js_sys::Promise::new(&mut |done, _| {
        timer::after(milliseconds, move || drop(done.call0(&JsValue::UNDEFINED)));
    });
    JsFuture::from(pause).await.unwrap();
}

#[wasm_bindgen_test]
async fn the_journal_gives_back_what_was_appended_in_order() {
    let journal = empty_journal().await;
    assert_eq!(journal.after(0).await, Ok(vec![]));
    let first =
        entry(1, &[("relance/case/1", Some("譩 🧾 <é>")), ("relance/client/1", None), ("a", Some(""))]);
    let (second, third) = (entry(2, &[]), entry(10, &[("relance/seq", Some("10"))]));
    journal.append(from_ref(&first)).await.unwrap();
    journal.append(&[third.clone(), second.clone()]).await.unwrap();
    assert_eq!(journal.after(0).await, Ok(vec![first, second.clone(), third.clone()]));
    assert_eq!(journal.after(1).await, Ok(vec![second, third.clone()]));
    assert_eq!(journal.after(9).await, Ok(vec![third]));
    assert_eq!(journal.after(10).await, Ok(vec![]));
}

/// All the journal is for: the browser says that a change is written when it is on the disk, and not before.
#[wasm_bindgen_test]
async fn every_change_of_the_journal_is_strictly_durable() {
    js_sys::Function::new_no_args(
        "const { transaction } = IDBDatabase.prototype;
         globalThis.durabilities = [];
         IDBDatabase.prototype.transaction = function (...options) {
             const begun = transaction.apply(this, options);
             if (begun.mode == 'readwrite') globalThis.durabilities.push(begun.durability);
             return begun;
         };",
    )
    .call0(&JsValue::UNDEFINED)
    .unwrap();
    let journal = empty_journal().await;
    journal.append(&[entry(1, &[])]).await.unwrap();
    assert!(journal.keep_thing("thing", &"kept".into()).await);
    assert!(journal.forget_thing("thing").await);
    let seen = js_sys::Reflect::get(&js_sys::global(), &"durabilities".into()).unwrap();
    let seen: Vec<_> =
        js_sys::Array::from(&seen).iter().filter_map(|durability| durability.as_string()).collect();
    assert_eq!(seen, ["strict"; 4]);
}

#[wasm_bindgen_test]
async fn a_number_taken_by_another_tab_refuses_the_whole_append() {
    let journal = empty_journal().await;
    let other = Journal::open().await.unwrap();
    let theirs = entry(5, &[("relance/seq", Some("theirs"))]);
    other.append(from_ref(&theirs)).await.unwrap();
    let ours = [entry(4, &[("k", Some("ours"))]), entry(5, &[("k", Some("ours"))]), entry(6, &[])];
    assert_eq!(journal.append(&ours).await, Err(JournalError::Taken));
    assert_eq!(journal.after(0).await, Ok(vec![theirs]));
}

#[wasm_bindgen_test]
async fn rewriting_puts_entries_in_the_place_of_all() {
    let journal = empty_journal().await;
    journal.append(&[entry(1, &[]), entry(2, &[]), entry(3, &[])]).await.unwrap();
    journal.rewrite(&[entry(3, &[("pruned", None)])]).await.unwrap();
    assert_eq!(journal.after(0).await, Ok(vec![entry(3, &[("pruned", None)])]));
    // A rewrite that fails leaves what was there.
    assert_eq!(journal.rewrite(&[entry(8, &[]), entry(8, &[])]).await, Err(JournalError::Taken));
    assert_eq!(journal.after(0).await, Ok(vec![entry(3, &[("pruned", None)])]));
}

#[wasm_bindgen_test]
async fn an_entry_may_be_as_large_as_local_storage() {
    let journal = empty_journal().await;
    let value = "\u{3400}\u{b3ff}".repeat(250);
    let writes = (0..10_000).map(|case| (format!("relance/case/{case}"), Some(value.clone())));
    let large = Entry::new(1, u32::MAX, writes.collect());
    journal.append(from_ref(&large)).await.unwrap();
    assert!(journal.after(0).await == Ok(vec![large]));
    journal.rewrite(&[]).await.unwrap();
}

#[wasm_bindgen_test]
async fn erasing_closes_what_is_open_and_leaves_nothing() {
    let journal = empty_journal().await;
    journal.append(&[entry(1, &[])]).await.unwrap();
    assert!(journal.keep_thing("gone", &"thing".into()).await);
    assert!(Journal::delete_everything().await);
    assert_eq!(journal.append(&[entry(2, &[])]).await, Err(JournalError::Refused));
    assert_eq!(journal.after(0).await, Err(JournalError::Refused));
    let anew = Journal::open().await.unwrap();
    assert_eq!(anew.after(0).await, Ok(vec![]));
    assert_eq!(anew.thing("gone").await, None);
}

#[wasm_bindgen_test]
async fn two_guards_hold_a_lock_one_after_the_other() {
    let story = Rc::new(RefCell::new(Vec::new()));
    let first = exclusive("relance/test").await;
    assert!(first.is_real());
    let waiting = Rc::clone(&story);
    spawn_local(async move {
        let second = exclusive("relance/test").await;
        waiting.borrow_mut().push("second has it");
        drop(second);
        waiting.borrow_mut().push("second is done");
    });
    // Another lock is another matter.
    assert!(exclusive("relance/test other").await.is_real());
    pause(50).await;
    story.borrow_mut().push("first is done");
    drop(first);
    let third = exclusive("relance/test").await;
    assert!(third.is_real());
    assert_eq!(*story.borrow(), ["first is done", "second has it", "second is done"]);
}

#[wasm_bindgen_test]
async fn a_wait_that_is_given_up_frees_the_lock() {
    let first = exclusive("relance/test given up").await;
    let mut wait = Box::pin(exclusive("relance/test given up"));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(wait.as_mut().poll(&mut context).is_pending());
    drop(wait);
    drop(first);
    assert!(exclusive("relance/test given up").await.is_real());
}

/// The vectors of RFC 7914, section 11.
#[wasm_bindgen_test]
async fn keys_follow_from_passphrases_as_everywhere_else() {
    let derived = derive("passwd", b"salt", 1, 64).await.unwrap();
    assert_eq!(hex(&derived), PASSWD_SALT);
    let derived = derive("Password", b"NaCl", 80_000, 64).await.unwrap();
    assert_eq!(hex(&derived), PASSWORD_NACL);
    let (whole, apart) = ("relancé e\u{301}", "relance\u{301} é");
    assert_eq!(derive(whole, b"sel", 10, 32).await, derive(apart, b"sel", 10, 32).await);
    assert_ne!(derive("a", b"sel", 10, 32).await, derive("b", b"sel", 10, 32).await);
}

const PASSWD_SALT: &str = "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc\
    49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783";
const PASSWORD_NACL: &str = "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56\
    a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d";

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

#[wasm_bindgen_test]
async fn what_is_sealed_opens_with_its_key_only() {
    assert!(crypto::is_available());
    let key: [u8; 32] = random(32).unwrap().try_into().unwrap();
    let iv = random(12).unwrap();
    let plain = "Établissements Vandenbroucke 🧾".as_bytes();
    let sealed = encrypt(&key, &iv, b"case/1", plain).await.unwrap();
    assert_eq!(sealed.len(), plain.len() + 16);
    assert_eq!(decrypt(&key, &iv, b"case/1", &sealed).await.as_deref(), Some(plain));
    assert_eq!(decrypt(&key, &iv, b"case/2", &sealed).await, None);
    assert_eq!(decrypt(&[7; 32], &iv, b"case/1", &sealed).await, None);
    for at in [0, plain.len(), sealed.len() - 1] {
        let mut tampered = sealed.clone();
        *tampered.get_mut(at).unwrap() ^= 1;
        assert_eq!(decrypt(&key, &iv, b"case/1", &tampered).await, None, "byte {at}");
    }
    // The first case of the GCM specification for 256 bits: nothing, sealed with zeros.
    let nothing = encrypt(&[0; 32], &[0; 12], b"", b"").await.unwrap();
    assert_eq!(hex(&nothing), "530f8afbc74536b9a963b4f1c4cb738b");
}

#[wasm_bindgen_test]
async fn digests_are_those_of_the_standard() {
    let digest = sha256(b"abc").await.unwrap();
    assert_eq!(hex(&digest), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[wasm_bindgen_test]
fn random_bytes_are_not_the_same_twice() {
    assert_ne!(random(16).unwrap(), random(16).unwrap());
    assert_eq!(random(0), Some(vec![]));
    assert_eq!(random(100_000), None);
}

#[wasm_bindgen_test]
async fn the_browser_says_how_much_room_there_is() {
    let (used, quota) = persistence::estimate().await.unwrap();
    assert!(used < quota, "{used} of {quota}");
    assert!(persistence::persisted().await.is_some());
    assert!(persistence::persist().await.is_some());
}

/// The browser's private folder has the same type as one the user chooses, and needs nobody to press a button.
async fn private_folder() -> Folder {
    let storage = web_sys::window().unwrap().navigator();
    let storage = js_sys::Reflect::get(&storage, &"storage".into()).unwrap();
    let method: js_sys::Function = js_sys::Reflect::get(&storage, &"getDirectory".into()).unwrap().into();
    let folder = JsFuture::from(js_sys::Promise::from(method.call0(&storage).unwrap())).await.unwrap();
    Folder::from_js(folder).unwrap()
}

#[wasm_bindgen_test]
async fn a_folder_keeps_what_was_written_last() {
    let folder = private_folder().await;
    assert!(folder.is_allowed().await);
    assert!(folder.ask().await);
    assert_eq!(folder.read("copie.json").await, Err(FolderError::Missing));
    folder.write("copie.json", &"a longer text, written before ".repeat(1000)).await.unwrap();
    // The mark some spreadsheets want at the beginning is kept too.
    folder.write("copie.json", "\u{feff}é 🧾").await.unwrap();
    assert_eq!(folder.read("copie.json").await, Ok("\u{feff}é 🧾".as_bytes().to_vec()));
    folder.write("vide.txt", "").await.unwrap();
    let mut names = folder.list().await.unwrap();
    names.sort();
    assert_eq!(names, ["copie.json", "vide.txt"]);
    folder.remove("copie.json").await.unwrap();
    folder.remove("vide.txt").await.unwrap();
    assert_eq!(folder.remove("vide.txt").await, Err(FolderError::Missing));
    assert_eq!(folder.list().await, Ok(vec![]));
    assert_eq!(folder.write("a/b", "no path").await, Err(FolderError::Refused));
}

#[wasm_bindgen_test]
async fn a_folder_is_kept_beside_the_journal() {
    let journal = empty_journal().await;
    let folder = private_folder().await;
    folder.write("found again", "yes").await.unwrap();
    assert!(journal.keep_thing("folder", &folder.to_js()).await);
    let again = Folder::from_js(Journal::open().await.unwrap().thing("folder").await.unwrap()).unwrap();
    assert_eq!(again.name(), folder.name());
    assert_eq!(again.read("found again").await, Ok(b"yes".to_vec()));
    folder.remove("found again").await.unwrap();
    assert!(journal.forget_thing("folder").await);
    assert_eq!(journal.thing("folder").await, None);
    // What cannot be copied is refused, and what is no folder is none.
    assert!(!journal.keep_thing("function", &function_of_the_browser()).await);
    assert!(Folder::from_js("text".into()).is_none());
}

fn function_of_the_browser() -> JsValue {
    js_sys::Reflect::get(&js_sys::global(), &"setTimeout".into()).unwrap()
}

#[wasm_bindgen_test]
async fn a_chosen_file_is_read_whatever_it_is() {
    let file = |bytes: &[u8]| {
        let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
        web_sys::File::new_with_u8_array_sequence(&parts, "chosen").unwrap()
    };
    let (text, other) = ("é 🧾".as_bytes(), [0x50, 0x4b, 0, 0xff, 0xfe]);
    assert_eq!(files::read_bytes(file(&other)).await, Some(other.to_vec()));
    assert_eq!(files::read(file(&other)).await, None);
    assert_eq!(files::read(file(text)).await.as_deref(), Some("é 🧾"));
}

/// A page no one pressed anything on is refused by the browser, not by us.
#[wasm_bindgen_test]
async fn choosing_a_folder_wants_a_press() {
    if folder::is_supported() {
        assert_eq!(folder::pick().await.err(), Some(FolderError::NotAllowed));
    }
}
