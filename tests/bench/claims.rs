//! How long claims take natively: `cargo bench`, or `cargo xtask bench` for the browser too. Prints figures, asserts none.

#![allow(clippy::unwrap_used, reason = "benchmarks may fail loudly")]

mod book;

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use relance::app::forms::calculator::CalculatorForm;
use relance::app::views::figures::Figures;
use relance::app::views::invoice_list::rows;
use relance::base::dates::parse_iso;
use relance::domain::law::rates::RateTable;
use relance::text::Lang;

fn main() {
    divan::main();
}

fn day(text: &str) -> NaiveDate {
    parse_iso(text).unwrap()
}

/// The full claim with its working, for 10,000 invoices of four half-years and two payments each.
#[divan::bench]
fn ten_thousand_claims(bencher: Bencher<'_, '_>) {
    let book = book::book(10_000);
    let as_of = day(book::AS_OF);
    bencher.bench_local(|| {
        for case in book.cases() {
            black_box(book.claim(case, as_of));
        }
    });
}

/// The list of 10,000 invoices: claim, state and text to search of each.
#[divan::bench]
fn ten_thousand_rows(bencher: Bencher<'_, '_>) {
    let book = book::book(10_000);
    let as_of = day(book::AS_OF);
    bencher.bench_local(|| black_box(rows(&book, as_of)));
}

/// What one keystroke in the calculator computes.
#[divan::bench]
fn one_keystroke() -> Option<Figures> {
    let form = CalculatorForm::from_query(
        "m=3480.00&e=2024-03-15&p=1000.00_2026-07-02&p=200.00_2026-08-01",
        Lang::Fr,
    );
    let (estimate, findings) = form.parse(day("2026-11-22"), RateTable::builtin());
    black_box(findings);
    estimate.map(|estimate| Figures::of_estimate(&estimate, RateTable::builtin()))
}
