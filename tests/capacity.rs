//! What a browser has room for: ten thousand invoices with their movements, contact events and texts.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

#[path = "bench/book.rs"]
mod book;

use relance::app::command::Command;
use relance::app::effect::Effect;
use relance::app::update::update;
use relance::base::dates;
use relance::store::codec::Codec;
use relance::store::ledger::{Ledger, Told};
use relance::store::memory::MemoryStore;
use relance::store::open::open;
use relance::store::size::{ROOM, units};
use relance::store::{PREFIX, Store, size};

#[test]
fn ten_thousand_invoices_fit_well_below_the_warning() {
    let full = book::full_book(10_000);
    let mut emptied = relance::app::book::Book::default();
    let records = full.records().collect();
    let today = dates::parse_iso("2026-06-30").unwrap();
    let effects = update(&mut emptied, Command::Restore(records), today).unwrap();
    let mut ledger = Ledger::default();
    let mut store = MemoryStore::new();
    for effect in effects {
        let Effect::Save(change) = effect else { continue };
        let prepared = ledger.prepare(&change, &emptied, Told::default()).unwrap();
        ledger.apply(&mut store, prepared).unwrap();
    }
    let opened = open(&mut store, Codec::default(), &[]).unwrap();
    assert!(opened.book == full, "what was written is not what was read");
    // Every key also has its prefix, which the browser counts.
    let taken = |key: &String| units(PREFIX) + units(key) + units(&store.read(key).unwrap().unwrap());
    let counted: usize = store.keys().unwrap().iter().map(taken).sum();
    assert_eq!(ledger.used(), counted, "the gauge does not say what is there");
    assert_eq!(opened.ledger.used(), counted);
    println!("{counted} of {ROOM} UTF-16 units, {} per cent", size::share(counted));
    assert_eq!(size::room(counted), size::Room::Ample);
}
