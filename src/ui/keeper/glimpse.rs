//! The glimpse of the list: shown while a large book is being opened, kept when that stands.

use std::cell::RefCell;

use leptos::prelude::*;

use super::super::later::Later;
use super::super::state::App;
use crate::app::route::Route;
use crate::app::views::invoice_list::Row;
use crate::app::views::invoice_list::listed::Listed;
use crate::browser::storage::BrowserStore;
use crate::browser::{page, timer};
use crate::store::Store;
use crate::store::codec::Codec;
use crate::store::glimpse::{GLIMPSE, Holds, read, text};

/// Invoices from which a book takes long enough to open.
const LARGE: usize = 500;

thread_local! {
    static GLIMPSED: RefCell<Option<Listed>> = const { RefCell::new(None) };
}

/// What the list shows until the book is open.
pub fn glimpsed() -> Option<Listed> {
    GLIMPSED.with_borrow(Clone::clone)
}

impl App {
    /// Shows the list as it was, where that still holds, and lets the browser paint it.
    pub(super) async fn show_glimpse(self, store: &BrowserStore, codec: &Codec, seq: u64) {
        if self.route.get_untracked() != Route::Invoices {
            return;
        }
        let kept = store.read(GLIMPSE).ok().flatten();
        let Some(listed) = kept.and_then(|kept| read(codec, &kept, &self.holds(seq))) else { return };
        GLIMPSED.set(Some(listed));
        self.later.set(Later::Glimpsed);
        timer::painted().await;
    }

    /// Keeps what the list shows for the next opening, once there is nothing else to do.
    pub fn keep_glimpse(self, rows: Memo<Vec<Row>>) {
        GLIMPSED.take();
        let is_large = rows.with_untracked(|rows| LARGE <= rows.len());
        if !is_large || self.shows_archive() {
            return;
        }
        timer::when_idle(move || {
            let seq = self.with_keeper(|keeper| {
                let is_settled = !keeper.is_busy && !keeper.is_behind && keeper.queue.is_empty();
                (is_settled && !keeper.store.is_memory()).then(|| keeper.ledger.seq())
            });
            // Only now, and of the book as it is now; none where the list was left meanwhile.
            let listed = rows.try_with_untracked(|rows| Listed::of(rows));
            let (Some(Some(seq)), Some(listed)) = (seq, listed) else { return };
            let holds = self.holds(seq);
            self.with_keeper(|keeper| {
                if let Some(text) = text(keeper.ledger.codec(), holds, listed)
                    && keeper.store.read(GLIMPSE).ok().flatten().as_deref() != Some(text.as_str())
                {
                    // Without room for it, the next opening takes its time.
                    let _ = keeper.store.write(GLIMPSE, &text);
                }
            });
        });
    }

    fn holds(self, seq: u64) -> Holds {
        Holds { seq, on: self.today.get_untracked(), program: page::program() }
    }
}
