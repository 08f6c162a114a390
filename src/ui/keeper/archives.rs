//! Looking at an archive: it is shown in place of the data, which is kept aside meanwhile and comes back as it was.

use leptos::prelude::*;

use super::super::state::{App, Obstacle};
use super::{Held, Keeper};
use crate::app::book::{Book, Counts};
use crate::app::command::Command;
use crate::app::record::{Key, Record};
use crate::app::route::Route;
use crate::base::InvoiceId;
use crate::browser::location;
use crate::store::Store;
use crate::store::backup::Backup;
use crate::store::size::units;

impl App {
    /// What is done with the data itself, also while an archive is shown in its place.
    pub(super) fn with_data<T>(self, act: impl FnOnce(&Book) -> T) -> T {
        match self.take_held() {
            None => self.book.with_untracked(act),
            Some(held) => {
                let done = act(&held.book);
                self.hold(held);
                done
            }
        }
    }

    fn take_held(self) -> Option<Held> {
        self.with_keeper(|keeper| keeper.held.take()).flatten()
    }

    fn hold(self, held: Held) {
        self.with_keeper(|keeper| keeper.held = Some(held));
    }

    pub(super) fn is_beside_archive(self) -> bool {
        self.with_keeper(|keeper| keeper.held.is_some()).unwrap_or_default()
    }

    /// An archive is shown in place of the data.
    #[must_use]
    pub fn shows_archive(self) -> bool {
        matches!(self.obstacle.get(), Some(Obstacle::Archive(_)))
    }

    /// How many of each the data holds, also while an archive is shown in its place.
    #[must_use]
    pub fn counts(self) -> Counts {
        self.book.track();
        self.obstacle.track();
        self.with_data(Book::counts)
    }

    /// UTF-16 units that some cases take in the browser.
    #[must_use]
    pub fn room_of(self, cases: &[InvoiceId]) -> usize {
        let size = |keeper: &mut Keeper, id: InvoiceId| {
            let key = Key::Case(id).to_string();
            let text = keeper.store.read(&key).ok().flatten();
            text.map_or(0, |text| units(&key) + units(&text))
        };
        self.with_keeper(|keeper| cases.iter().map(|id| size(keeper, *id)).sum()).unwrap_or_default()
    }

    /// Everything is written, and nothing stands in the way of showing something else.
    #[must_use]
    pub fn is_settled(self) -> bool {
        self.with_keeper(|keeper| !keeper.is_busy && keeper.queue.is_empty()).unwrap_or_default()
    }

    /// Shows an archive in place of the data, with the user's own details and rates; false while something is not written
    /// yet, or another archive is shown.
    pub fn show_archive(self, archive: &Backup) -> bool {
        if !self.is_settled() || self.is_beside_archive() {
            return false;
        }
        let mut shown = archive.book();
        let (day, obstacle) = (archive.saved.unwrap_or_default(), self.obstacle.get_untracked());
        self.book.with_untracked(|book| {
            shown.put(Record::Profile(book.profile().clone()));
            shown.put(Record::Settings(book.settings()));
            shown.put(Record::Rates(book.own_rates().clone()));
        });
        // First, so that no form keeps what it shows of the archive.
        self.obstacle.set(Some(Obstacle::Archive(day)));
        let mut book = shown;
        self.book.update(|shown| std::mem::swap(shown, &mut book));
        self.hold(Held { book, obstacle, archive: archive.clone() });
        self.line.set(None);
        location::go(&Route::Invoices.to_string());
        true
    }

    /// Shows the data again with the archive beside it, as a backup that is compared and joined where the user agrees.
    pub fn take_archive_back(self) {
        self.with_keeper(|keeper| keeper.returning = keeper.held.as_ref().map(|held| held.archive.clone()));
        self.leave_archive();
    }

    /// The archive that is to be joined with the data, until its preview stands: the page may be drawn anew meanwhile.
    #[must_use]
    pub fn returning_archive(self) -> Option<Backup> {
        self.with_keeper(|keeper| keeper.returning.clone()).flatten()
    }

    /// Its preview stands.
    pub fn archive_returned(self) {
        self.with_keeper(|keeper| keeper.returning = None);
    }

    /// Shows the data again, and takes up what other tabs wrote meanwhile.
    pub fn leave_archive(self) {
        if !self.is_beside_archive() {
            return;
        }
        // First, so that no form of the archive becomes one of the data.
        self.route.set(Route::Data);
        location::go(&Route::Data.to_string());
        leptos::task::spawn_local(async move {
            leptos::task::tick().await;
            let Some(Held { book, obstacle, .. }) = self.take_held() else { return };
            self.book.set(book);
            self.obstacle.set(obstacle);
            self.with_keeper(|keeper| keeper.is_behind = true);
            self.write_on();
            let chosen = self.settings.get_untracked();
            if chosen != self.book.with_untracked(Book::settings) {
                // Settings are never refused.
                let _ = self.send(Command::SaveSettings(chosen));
            }
        });
    }
}
