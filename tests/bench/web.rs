//! The same book in WebAssembly, for `tests/bench/run.mjs` to time in a browser.

#[cfg(target_arch = "wasm32")]
mod book;

#[cfg(target_arch = "wasm32")]
#[allow(unreachable_pub, reason = "exports are for the page, not for Rust")]
mod exports {
    use std::cell::RefCell;

    use relance::app::book::Book;
    use relance::app::views::invoice_list::rows;
    use relance::base::Amount;
    use relance::base::dates::parse_iso;
    use relance::domain::law::rates::{RateTable, Series};
    use wasm_bindgen::prelude::wasm_bindgen;

    use super::book;

    thread_local! {
        static BOOK: RefCell<Book> = RefCell::new(Book::default());
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

    /// The default rate between professionals by half-year: `2024-07-01 14.25` a line.
    #[wasm_bindgen]
    pub fn rates() -> String {
        let rows = RateTable::builtin().series(Series::FrBusinessDefault).rows();
        rows.iter().map(|row| format!("{} {}\n", row.from, row.rate)).collect()
    }
}
