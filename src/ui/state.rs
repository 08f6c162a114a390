//! The state of the page: the book as a signal, and the one door through which it changes and is saved.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::later::{self, Later};
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::effect::{Change, Done, Effect as Outcome};
use crate::app::record::{Key, Record};
use crate::app::route::Route;
use crate::app::settings::{Settings, Theme};
use crate::app::update::{Refusal, update};
use crate::browser::storage::BrowserStore;
use crate::browser::{clipboard, clock, files, location, page, tabs, timer};
use crate::store::backup::{self, BackupError};
use crate::store::open::{Aside, Opened, open};
use crate::store::save::Pending;
use crate::store::{Store, StoreError};
use crate::text::Lang;

/// How long the line at the bottom stays, in milliseconds.
const LINE_STAYS: i32 = 10_000;
/// Time between two attempts to write what could not be written, in milliseconds.
const RETRY_AFTER: i32 = 3_000;

/// Everything the screens share. Copied freely: it holds only handles.
#[derive(Clone, Copy)]
pub struct App {
    /// The records.
    pub book: RwSignal<Book>,
    /// Today, in the user's calendar.
    pub today: RwSignal<NaiveDate>,
    /// The screen shown.
    pub route: RwSignal<Route>,
    /// What is not written yet, and why.
    pub unsaved: RwSignal<Option<StoreError>>,
    /// The line at the bottom that says what was done.
    pub line: RwSignal<Option<Line>>,
    /// What could not be read.
    pub aside: RwSignal<Vec<Aside>>,
    /// Obstacles met when the data was opened.
    pub obstacle: RwSignal<Option<Obstacle>>,
    /// What became of the screens that come after the first.
    pub later: RwSignal<Later>,
    lang: Memo<Lang>,
    keeper: StoredValue<Keeper>,
    line_number: StoredValue<u32>,
}

/// A line at the bottom, with the change it can take back.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it says.
    pub say: Say,
    /// What « undo » takes back.
    pub undo: Option<Change>,
}

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say {
    /// A command was carried out.
    Done(Done),
    /// A command was refused.
    Refused(Refusal),
    /// A text is on the clipboard.
    Copied,
    /// A link is on the clipboard.
    LinkCopied,
    /// The clipboard was refused.
    CopyFailed,
    /// Another tab changed the data shown.
    OtherTab,
    /// Another tab emptied the storage; what is shown was written again.
    WrittenAgain,
}

/// Why data is not kept as usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The browser refuses storage: all is in memory.
    Memory,
    /// The data is of a newer version of the program: read-only.
    Newer,
    /// The storage is there and cannot be read.
    Unreadable,
}

struct Keeper {
    store: BrowserStore,
    pending: Pending,
    retrying: bool,
}

/// The shared state. Every component is below the root that provides it.
#[must_use]
pub fn use_app() -> App {
    expect_context::<App>()
}

impl App {
    /// Opens the data and starts to listen to the address, the other tabs and the calendar.
    #[must_use]
    pub fn start() -> Self {
        let mut store = BrowserStore::find();
        let (opened, unreadable) = match open(&mut store) {
            Ok(opened) => (opened, false),
            Err(_) => (Opened::default(), true),
        };
        let obstacle = if unreadable {
            Some(Obstacle::Unreadable)
        } else if opened.newer_schema.is_some() {
            Some(Obstacle::Newer)
        } else {
            store.is_memory().then_some(Obstacle::Memory)
        };
        let pending = Pending::after_opening(&opened.occupied, opened.newer_schema);
        let book = RwSignal::new(opened.book);
        let app = Self {
            book,
            today: RwSignal::new(clock::today()),
            route: RwSignal::new(first_route(&book.read_untracked())),
            unsaved: RwSignal::new(None),
            line: RwSignal::new(None),
            aside: RwSignal::new(opened.aside),
            obstacle: RwSignal::new(obstacle),
            later: RwSignal::new(Later::Coming),
            lang: Memo::new(move |_| book.with(|book| book.settings().language)),
            keeper: StoredValue::new(Keeper { store, pending, retrying: false }),
            line_number: StoredValue::new(0),
        };
        app.listen();
        if matches!(app.route.get_untracked(), Route::Calculator(_)) {
            timer::when_idle(move || later::fetch(app.later));
        } else {
            later::fetch(app.later);
        }
        app
    }

    fn listen(self) {
        location::on_hash_change(move |hash| self.route.set(Route::parse(&hash)));
        page::on_return(move || {
            let today = clock::today();
            if self.today.get_untracked() != today {
                self.today.set(today);
            }
        });
        page::ask_before_leaving(move || self.unsaved.get_untracked().is_some());
        tabs::on_change(move |key, raw| self.take_over(key, raw), move || self.write_again());
        let theme = Memo::new(move |_| self.book.with(|book| book.settings().theme));
        Effect::new(move |_| {
            page::set_language(self.lang.get().tag());
            page::set_theme(match theme.get() {
                Theme::Auto => None,
                Theme::Light => Some("light"),
                Theme::Dark => Some("dark"),
            });
        });
    }

    /// The language of the screens.
    #[must_use]
    pub fn lang(self) -> Lang {
        self.lang.get()
    }

    /// The words of a screen, following the language.
    #[must_use]
    pub fn words<W>(self, list: fn(Lang) -> &'static W) -> Vocabulary<W> {
        Vocabulary { app: self, list }
    }

    /// Carries out a command, saves what it changed and says so.
    ///
    /// # Errors
    /// The refusal, which is also said at the bottom of the screen.
    pub fn send(self, command: Command) -> Result<(), Refusal> {
        let today = self.today.get_untracked();
        let outcome =
            self.book.try_update(|book| update(book, command, today)).unwrap_or(Err(Refusal::NotFound));
        match outcome {
            Ok(outcomes) => {
                for outcome in outcomes {
                    self.carry_out(outcome);
                }
                Ok(())
            }
            Err(refusal) => {
                self.say(Say::Refused(refusal), None);
                Err(refusal)
            }
        }
    }

    fn carry_out(self, outcome: Outcome) {
        match outcome {
            Outcome::Save(change) => {
                self.keeper.update_value(|keeper| keeper.pending.add(&change.edits));
                self.flush();
                let done = change.done;
                if done != Done::SettingsSaved {
                    let undo = (done != Done::Undone).then_some(change);
                    self.say(Say::Done(done), undo);
                }
            }
            Outcome::Open(route) => location::go(&route.to_string()),
        }
    }

    /// Writes what is pending; on failure says so until it succeeds, and tries again by itself.
    pub fn flush(self) {
        let outcome = self.book.with_untracked(|book| {
            self.keeper.try_update_value(|keeper| keeper.pending.flush(book, &mut keeper.store))
        });
        let error = outcome.and_then(Result::err);
        if self.unsaved.get_untracked() != error {
            self.unsaved.set(error);
        }
        let retry = self.keeper.try_update_value(|keeper| {
            let start = error.is_some() && !keeper.retrying;
            keeper.retrying |= start;
            start
        });
        if retry == Some(true) {
            timer::after(RETRY_AFTER, move || {
                self.keeper.update_value(|keeper| keeper.retrying = false);
                self.flush();
            });
        }
    }

    /// Shows a line at the bottom for a while.
    pub fn say(self, say: Say, undo: Option<Change>) {
        self.line.set(Some(Line { say, undo }));
        let number = self.line_number.get_value().wrapping_add(1);
        self.line_number.set_value(number);
        timer::after(LINE_STAYS, move || {
            if self.line_number.get_value() == number {
                self.line.set(None);
            }
        });
    }

    /// Copies a text and says so.
    pub fn copy(self, text: String, say: Say) {
        leptos::task::spawn_local(async move {
            let say = if clipboard::copy(&text).await { say } else { Say::CopyFailed };
            self.say(say, None);
        });
    }

    /// Changes language or theme.
    pub fn set_settings(self, change: impl FnOnce(&mut Settings)) {
        let mut settings = self.book.with_untracked(Book::settings);
        change(&mut settings);
        // Settings are never refused.
        let _ = self.send(Command::SaveSettings(settings));
    }

    /// Downloads everything as a backup that has been read back.
    ///
    /// # Errors
    /// Where the backup, read back, is not the book.
    pub fn download_backup(self) -> Result<(), BackupError> {
        let today = self.today.get_untracked();
        let aside = self.aside.get_untracked();
        let json = self.book.with_untracked(|book| backup::write(book, &aside, today))?;
        files::download(&format!("relance-{today}.json"), "application/json", &json);
        Ok(())
    }

    /// A form left half typed, as it was kept.
    #[must_use]
    pub fn draft(self, name: &str) -> Option<String> {
        self.keeper.with_value(|keeper| keeper.store.read(&draft_key(name)).ok().flatten())
    }

    /// Keeps a form half typed, or forgets it. What cannot be kept stays in the form.
    pub fn keep_draft(self, name: &str, draft: Option<&str>) {
        self.keeper.update_value(|keeper| {
            let key = draft_key(name);
            // A draft is a convenience beside the records; a failure here is not one of saving.
            let _ = match draft {
                Some(draft) => keeper.store.write(&key, draft),
                None => keeper.store.remove(&key),
            };
        });
    }

    /// Forgets every form left half typed: after a restore, its client or invoice may be another's.
    pub fn forget_drafts(self) {
        self.keeper.update_value(|keeper| {
            for key in keeper.store.keys().unwrap_or_default() {
                if key.starts_with(DRAFT) {
                    // As in keep_draft: a convenience beside the records.
                    let _ = keeper.store.remove(&key);
                }
            }
        });
    }

    /// Another tab emptied the storage: everything this one holds is written again.
    fn write_again(self) {
        self.keeper.update_value(|keeper| self.book.with_untracked(|book| keeper.pending.add_all(book)));
        self.flush();
        self.say(Say::WrittenAgain, None);
    }

    /// A record another tab wrote becomes ours; one it could not have written is left alone.
    fn take_over(self, key: &str, raw: Option<String>) {
        let Some(key) = Key::parse(key) else { return };
        let record = raw.map(|raw| serde_json::from_str::<Record>(&raw));
        let known = self.book.with_untracked(|book| book.record(key));
        match record {
            None if known.is_some() => self.book.update(|book| book.take(key)),
            Some(Ok(record)) if record.key() == key && known.as_ref() != Some(&record) => {
                self.book.update(|book| book.put(record));
            }
            _ => return,
        }
        if key != Key::Settings {
            self.say(Say::OtherTab, None);
        }
    }
}

/// Prefix of the keys of forms left half typed.
const DRAFT: &str = "draft/";

fn draft_key(name: &str) -> String {
    format!("{DRAFT}{name}")
}

/// The screen of the address; without one, the calculator on a first visit and the invoices later.
fn first_route(book: &Book) -> Route {
    let hash = location::hash();
    if matches!(hash.as_str(), "" | "#" | "#/") && book.cases().next().is_some() {
        Route::Invoices
    } else {
        Route::parse(&hash)
    }
}

/// Words of a screen that follow the language.
pub struct Vocabulary<W: 'static> {
    app: App,
    list: fn(Lang) -> &'static W,
}

impl<W> Clone for Vocabulary<W> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<W> Copy for Vocabulary<W> {}

impl<W> Vocabulary<W> {
    /// One entry, following the language.
    #[must_use]
    pub fn t(self, pick: fn(&'static W) -> &'static str) -> Signal<&'static str> {
        Signal::derive(move || pick((self.list)(self.app.lang())))
    }

    /// All entries in the language of now.
    #[must_use]
    pub fn now(self) -> &'static W {
        (self.list)(self.app.lang())
    }
}
