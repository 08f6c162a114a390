//! The same book in WebAssembly, for `tests/bench/run.mjs` to time in a browser.

#[cfg(target_arch = "wasm32")]
mod book;

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "exports are for the page, not for Rust")]
mod exports {
    use std::cell::RefCell;

    use relance::app::book::Book;
    use relance::app::command::Command;
    use relance::app::effect::Effect;
    use relance::app::update::update;
    use relance::app::views::invoice_list::rows;
    use relance::base::Amount;
    use relance::base::dates::parse_iso;
    use relance::domain::law::rates::{RateTable, Series};
    use relance::store::Store;
    use relance::store::backup;
    use relance::store::codec::Codec;
    use relance::store::ledger::{Ledger, Told};
    use relance::store::memory::MemoryStore;
    use relance::store::open::open;
    use wasm_bindgen::prelude::wasm_bindgen;

    use super::book;

    thread_local! {
        static BOOK: RefCell<Book> = RefCell::new(Book::default());
        static STORE: RefCell<MemoryStore> = RefCell::new(MemoryStore::default());
    }

    /// Makes the book.
    #[wasm_bindgen]
    pub fn make(invoices: u32) {
        BOOK.set(book::book(invoices));
    }

    /// The full claim with its working of every invoice; the interest of all, so that nothing is left out.
    #[wasm_bindgen]
    pub fn claims() -> String {
        let as_of = parse_iso(book::AS_OF).unwrap_or_default();
        BOOK.with_borrow(|book| {
            let mut interest = Amount::ZERO;
            for case in book.cases() {
                interest += book.claim(case, as_of).interest;
            }
            interest.to_string()
        })
    }

    /// The rows of the list; how many.
    #[wasm_bindgen]
    pub fn list() -> usize {
        let as_of = parse_iso(book::AS_OF).unwrap_or_default();
        BOOK.with_borrow(|book| rows(book, as_of).len())
    }

    /// A book with contact events and texts, as a browser keeps it: `[key, value]` pairs as JSON.
    #[wasm_bindgen]
    pub fn stored(invoices: u32) -> String {
        let records = book::full_book(invoices).records().collect();
        let (mut book, mut ledger, mut store) = (Book::default(), Ledger::default(), MemoryStore::new());
        let as_of = parse_iso(book::AS_OF).unwrap_or_default();
        for effect in update(&mut book, Command::Restore(records), as_of).unwrap_or_default() {
            let Effect::Save(change) = effect else { continue };
            if let Ok(prepared) = ledger.prepare(&change, &book, Told::default()) {
                // A store in memory refuses nothing.
                let _ = ledger.apply(&mut store, prepared);
            }
        }
        STORE.set(store.clone());
        let keys = store.keys().unwrap_or_default();
        let pairs: Vec<_> =
            keys.into_iter().map(|key| (format!("relance/{key}"), store.read(&key).ok().flatten())).collect();
        serde_json::to_string(&pairs).unwrap_or_default()
    }

    /// Opens the book that [`stored`] made; how many invoices it has.
    #[wasm_bindgen]
    pub fn open_stored() -> usize {
        STORE.with_borrow_mut(|store| {
            open(store, Codec::default(), &[]).map_or(0, |opened| opened.book.counts().invoices)
        })
    }

    /// The same book as a backup.
    #[wasm_bindgen]
    pub fn backup_file(invoices: u32) -> String {
        let as_of = parse_iso(book::AS_OF).unwrap_or_default();
        backup::write(&book::full_book(invoices), |_| None, &[], as_of).unwrap_or_default()
    }

    /// The default rate between professionals by half-year: `2024-07-01 14.25` a line.
    #[wasm_bindgen]
    pub fn rates() -> String {
        let rows = RateTable::builtin().series(Series::FrBusinessDefault).rows();
        rows.iter().map(|row| format!("{} {}\n", row.from, row.rate)).collect()
    }
}
