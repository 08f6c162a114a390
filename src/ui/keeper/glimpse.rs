//! The glimpse of the list: shown while a large book is being opened, kept once that and every change of it stands.

use std::cell::RefCell;

use leptos::prelude::*;

use super::super::later::Later;
use super::super::state::App;
use super::Keeper;
use crate::app::book::Book;
use crate::app::route::Route;
use crate::app::views::invoice_list::listed::Listed;
use crate::app::views::invoice_list::rows;
use crate::browser::storage::BrowserStore;
use crate::browser::{page, timer};
use crate::store::Store;
use crate::store::codec::Codec;
use crate::store::glimpse::{GLIMPSE, Glimpse, Holds};

/// Invoices from which a book takes long enough to open.
const LARGE: usize = 500;

/// Days a glimpse is of, from today: it lasts over a week without work.
const DAYS: usize = 10;

/// Time without a change after which it is made, in milliseconds.
const AFTER: i32 = 1_000;

thread_local! {
    static GLIMPSED: RefCell<Option<Listed>> = const { RefCell::new(None) };
}

/// What the list shows until the book is open.
pub fn glimpsed() -> Option<Listed> {
    GLIMPSED.with_borrow(Clone::clone)
}

impl App {
    /// Shows the list as the glimpse has it for today, and lets the browser paint it.
    pub(super) async fn show_glimpse(self, store: &BrowserStore, codec: &Codec, seq: u64) {
        if self.route.get_untracked() != Route::Invoices {
            return;
        }
        let Some(listed) = kept(store, codec, seq).and_then(|kept| kept.on(self.today.get_untracked()))
        else {
            return;
        };
        GLIMPSED.set(Some(listed));
        self.later.set(Later::Glimpsed);
        timer::painted().await;
    }

    /// Keeps what the list of a large book will show at the next opening, once there is nothing else to do.
    pub(super) fn keep_glimpse_soon(self) {
        GLIMPSED.take();
        let seq = self.with_keeper(|keeper| keeper.settled()).flatten();
        let Some(seq) = seq.filter(|_| self.with_data(is_large)) else { return };
        timer::after(AFTER, move || {
            timer::when_idle(move || {
                let glimpse = self.with_keeper(|keeper| {
                    // A later change waits in its turn.
                    keeper.settled().filter(|now| *now == seq)?;
                    let kept = kept(&keeper.store, keeper.ledger.codec(), seq);
                    Some(kept.unwrap_or_else(|| Glimpse::new(holds(seq))))
                });
                if let Some(glimpse) = glimpse.flatten() {
                    self.add_to(glimpse, seq);
                }
            });
        });
    }

    /// Adds the first day that it lacks, then in another idle moment the next; kept when it is whole. A change ends it:
    /// that begins another.
    fn add_to(self, mut glimpse: Glimpse, seq: u64) {
        if self.with_keeper(|keeper| keeper.settled()) != Some(Some(seq)) {
            return;
        }
        let today = self.today.get_untracked();
        let Some(day) = glimpse.lacks(today.iter_days().take(DAYS)) else { return };
        glimpse.forget_before(today);
        glimpse.add(day, self.with_data(|book| Listed::of(&rows(book, day))));
        if glimpse.lacks(today.iter_days().take(DAYS)).is_some() {
            timer::when_idle(move || self.add_to(glimpse, seq));
            return;
        }
        self.with_keeper(|keeper| {
            if let Some(text) = glimpse.text(keeper.ledger.codec()) {
                // Without room for it, the next opening takes its time.
                let _ = keeper.store.write(GLIMPSE, &text);
            }
        });
    }
}

impl Keeper {
    /// The change the store stands at, where all is written to it and it can be read without a passphrase.
    fn settled(&self) -> Option<u64> {
        let is_settled = !self.is_busy && !self.is_behind && self.queue.is_empty();
        let is_open = !self.store.is_memory() && !self.ledger.codec().is_sealed();
        (is_settled && is_open).then(|| self.ledger.seq())
    }

    /// What the list showed no longer holds, and takes no room from what is to be written.
    pub(super) fn forget_glimpse(&mut self) {
        // Where it cannot be removed it does not hold either: the store goes on to another change.
        let _ = self.store.remove(GLIMPSE);
    }
}

fn is_large(book: &Book) -> bool {
    book.cases().nth(LARGE - 1).is_some()
}

fn holds(seq: u64) -> Holds {
    Holds { seq, program: page::program() }
}

fn kept(store: &BrowserStore, codec: &Codec, seq: u64) -> Option<Glimpse> {
    let text = store.read(GLIMPSE).ok().flatten()?;
    Glimpse::read(codec, &text, &holds(seq))
}
