//! What the list showed last is shown again only where it is still what the book gives.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use proptest::prelude::*;
use relance::app::views::invoice_list::listed::{Listed, Shown};
use relance::app::views::invoice_list::query::Query;
use relance::app::views::invoice_list::{counts, euros_first, rows, totals};
use relance::store::Store;
use relance::store::codec::Codec;
use relance::store::glimpse::{GLIMPSE, Glimpse, Holds};
use relance::store::memory::MemoryStore;
use relance::store::open::open;
use relance::store::seal::Seal;
use support::*;

fn holds() -> Holds {
    Holds { seq: 7, program: "program-1".to_owned() }
}

fn text(codec: &Codec, listed: Listed) -> Option<String> {
    let mut glimpse = Glimpse::new(holds());
    glimpse.add(today(), listed);
    glimpse.text(codec)
}

fn read(codec: &Codec, text: &str, holds: &Holds) -> Option<Listed> {
    Glimpse::read(codec, text, holds)?.on(today())
}

fn listed() -> Listed {
    Listed::of(&rows(&book_after(vec![invoice("Atelier Brun", "A-1"), invoice("Durand", "D-1")]), today()))
}

proptest! {
    #[test]
    fn it_is_what_the_list_shows(book in a_book(8)) {
        let rows = rows(&book, today());
        let listed = Listed::of(&rows);
        let kept = text(&Codec::default(), listed.clone()).unwrap();
        let again = read(&Codec::default(), &kept, &holds());
        // A sum greater than any amount that can be entered does not read again: the list then waits for the book.
        let json = serde_json::to_string(&listed).unwrap();
        let reads = serde_json::from_str::<Listed>(&json).is_ok();
        prop_assert_eq!(again.as_ref(), Some(&listed).filter(|_| reads));
        prop_assert_eq!(listed.totals, euros_first(totals(&rows)));
        prop_assert_eq!(listed.counts, counts(&rows));
        let selected = Query::default().select(&rows);
        prop_assert_eq!(listed.shown, Shown::of(&rows, &selected, 0));
    }
}

#[test]
fn it_holds_for_one_change_and_one_program() {
    let kept = text(&Codec::default(), listed()).unwrap();
    assert_eq!(read(&Codec::default(), &kept, &holds()), Some(listed()));
    for other in [Holds { seq: 8, ..holds() }, Holds { program: "program-2".to_owned(), ..holds() }] {
        assert_eq!(read(&Codec::default(), &kept, &other), None, "{other:?}");
    }
}

#[test]
fn it_has_each_of_its_days_and_no_other() {
    let book = book_after(vec![invoice("Atelier Brun", "A-1"), invoice("Durand", "D-1")]);
    let days = || today().iter_days().take(3);
    let mut glimpse = Glimpse::new(holds());
    while let Some(day) = glimpse.lacks(days()) {
        glimpse.add(day, Listed::of(&rows(&book, day)));
    }
    let kept = glimpse.text(&Codec::default()).unwrap();
    let on = |day| Glimpse::read(&Codec::default(), &kept, &holds()).unwrap().on(day);
    for day in days() {
        assert_eq!(on(day), Some(Listed::of(&rows(&book, day))), "{day}");
    }
    assert_ne!(on(today()), on(today().succ_opt().unwrap()), "a day of penalties lies between them");
    assert_eq!(on(today().pred_opt().unwrap()), None);
    assert_eq!(on(day("2026-11-25")), None);
    glimpse.forget_before(day("2026-11-23"));
    assert_eq!(glimpse.lacks(days()), Some(today()), "days gone by take no room");
    assert_eq!(glimpse.lacks(days().skip(1)), None);
}

#[test]
fn a_damaged_one_shows_nothing() {
    let kept = text(&Codec::default(), listed()).unwrap();
    let signs: Vec<char> = kept.chars().collect();
    for at in 0..signs.len() {
        let mut damaged = signs.clone();
        damaged[at] = if damaged[at] == 'ҡ' { '㐀' } else { 'ҡ' };
        let damaged: String = damaged.into_iter().collect();
        assert_eq!(read(&Codec::default(), &damaged, &holds()), None, "sign {at}");
    }
    for raw in ["", "{}", "null", "garbage", "\u{0}"] {
        assert_eq!(read(&Codec::default(), raw, &holds()), None);
    }
}

#[test]
fn there_is_none_under_a_passphrase() {
    let sealed = Codec::sealed(Seal::new(&[7; 32]).unwrap());
    assert_eq!(text(&sealed, listed()), None);
    let kept = text(&Codec::default(), listed()).unwrap();
    assert_eq!(read(&sealed, &kept, &holds()), None, "nor is one from before shown");
}

#[test]
fn it_is_no_record_and_takes_no_room() {
    let mut store = MemoryStore::new();
    let before = open(&mut store, Codec::default(), &[]).unwrap();
    for raw in [text(&Codec::default(), listed()).unwrap(), "garbage".to_owned()] {
        store.write(GLIMPSE, &raw).unwrap();
        let opened = open(&mut store, Codec::default(), &[]).unwrap();
        assert!(opened.aside.is_empty() && opened.damaged.is_empty());
        assert_eq!(records(&opened.book), records(&before.book));
    }
}
