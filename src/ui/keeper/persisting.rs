//! « Stockage persistant »: the browser is asked, once, not to clear the data by itself when it runs short of room; and
//! what other pages of the same address take of that room.

use leptos::prelude::*;

use super::super::state::{App, Obstacle};
use crate::app::book::Book;
use crate::browser::storage::taken_by_others;
use crate::browser::{page, persistence, timer};
use crate::store::{ASKED, Store};

/// With so many invoices the data is worth a question, which some browsers put to the user.
const WORTH_ASKING: usize = 2;
/// Time after the opening when other pages are looked at, in milliseconds: nothing is to be held up by it.
const MEASURED_AFTER: i32 = 1_500;

impl App {
    /// Finds out how much room other pages of this address take, and again whenever this one is looked at again: it is
    /// while it is not that they write.
    pub(super) fn watch_others(self) {
        timer::after(MEASURED_AFTER, move || self.measure_others());
        page::on_return(move || self.measure_others());
    }

    /// Finds out how much room other pages of this address take.
    pub fn measure_others(self) {
        let others = taken_by_others();
        if self.safety.with_untracked(|safety| safety.others) != others {
            self.safety.update(|safety| safety.others = others);
        }
    }

    /// Finds out what the browser does, and asks it once there is something to lose.
    pub(super) fn watch_persistence(self) {
        if self.obstacle.get_untracked() == Some(Obstacle::Memory) {
            return;
        }
        leptos::task::spawn_local(async move {
            let persisted = persistence::persisted().await;
            self.safety.update(|safety| safety.persisted = persisted);
        });
        let is_worth = Memo::new(move |_| self.book.with(|book| Book::cases(book).count() >= WORTH_ASKING));
        Effect::new(move |_| {
            let asked = self.with_keeper(|keeper| keeper.store.read(ASKED) != Ok(None));
            if is_worth.get() && asked == Some(false) && self.obstacle.get_untracked().is_none() {
                self.ask_persistence();
            }
        });
    }

    /// Asks the browser to keep the data until the user erases it.
    pub fn ask_persistence(self) {
        leptos::task::spawn_local(async move {
            if persistence::persisted().await == Some(true) {
                self.safety.update(|safety| safety.persisted = Some(true));
                return;
            }
            let granted = persistence::persist().await;
            self.safety.update(|safety| safety.persisted = granted);
            let answer = if granted == Some(true) { "granted" } else { "refused" };
            // Asked once more where it cannot be noted.
            self.with_keeper(|keeper| keeper.store.write(ASKED, answer));
        });
    }
}
