//! The state of the page: what all screens share. How the book changes and is saved is in `keeper`.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::keeper::Keeper;
use super::later::{self, Later};
use super::safety::Safety;
use crate::app::book::Book;
use crate::app::effect::Done;
use crate::app::merge::Clashes;
use crate::app::route::Route;
use crate::app::settings::{Settings, Theme};
use crate::app::update::Refusal;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::browser::{clipboard, clock, location, page, timer};
use crate::store::StoreError;
use crate::store::last_backup::LastBackup;
use crate::store::open::Aside;
use crate::text::Lang;

/// How long the line at the bottom stays, in milliseconds.
const LINE_STAYS: i32 = 10_000;

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
    /// A change is being written.
    pub saving: RwSignal<bool>,
    /// What this tab and another did against each other.
    pub clashes: RwSignal<Clashes>,
    /// UTF-16 units that the records take in the browser.
    pub used: RwSignal<usize>,
    /// How many changes there ever were.
    pub changes: RwSignal<u64>,
    /// When everything was last put in a file elsewhere.
    pub last_backup: RwSignal<Option<LastBackup>>,
    /// The line at the bottom that says what was done.
    pub line: RwSignal<Option<Line>>,
    /// What could not be read.
    pub aside: RwSignal<Vec<Aside>>,
    /// Obstacles met when the data was opened.
    pub obstacle: RwSignal<Option<Obstacle>>,
    /// What is known of how safe the data is.
    pub safety: RwSignal<Safety>,
    /// What became of the later part of the program.
    pub later: RwSignal<Later>,
    /// What became of the part that chases.
    pub chase: RwSignal<Later>,
    /// What became of the part that puts documents on paper.
    pub paper: RwSignal<Later>,
    /// What became of the part that looks for a way out.
    pub ways: RwSignal<Later>,
    /// What became of the part that is rarely needed.
    pub rare: RwSignal<Later>,
    /// What was last typed in the calculator, as the query of its link.
    pub calculator: RwSignal<String>,
    /// Language and theme shown. Kept in the book once that is open.
    pub settings: RwSignal<Settings>,
    pub(super) settings_at_start: Settings,
    pub(super) keeper: StoredValue<Option<Keeper>>,
    lang: Memo<Lang>,
    line_number: StoredValue<u32>,
}

/// A line at the bottom, with the change it can take back.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it says.
    pub say: Say,
    /// Number of the change that « undo » takes back.
    pub undo: Option<u64>,
}

/// What a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Say {
    /// A command was carried out, and what it changed is saved.
    Done(Done),
    /// A command was carried out; the browser keeps it, and writes it where it outlives a crash a little later.
    Kept(Done),
    /// A change was taken back, or holds again.
    TakenBack {
        /// What it did.
        done: Done,
        /// Its being taken back was taken back.
        holds_again: bool,
        /// It would survive the browser being killed at once.
        is_durable: bool,
    },
    /// A command was carried out, and is not written yet.
    DoneUnsaved,
    /// Saving takes longer than usual.
    Saving,
    /// There is nothing to take back.
    NothingToUndo,
    /// Nothing was taken back that could hold again.
    NothingToRedo,
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
    /// What the browser had lost, or a fault had damaged, was put right from the journal when the data was opened.
    Mended,
    /// Another tab emptied the storage; what is shown was written again.
    WrittenAgain,
    /// What was asked for is done by a part of the program that could not be fetched.
    NotFetched,
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
    /// The data is under a passphrase that was not given yet.
    Locked,
    /// An archive is shown in place of the data, saved on this day.
    Archive(NaiveDate),
}

/// The shared state. Every component is below the root that provides it.
#[must_use]
pub fn use_app() -> App {
    expect_context::<App>()
}

impl App {
    /// A claim with its figures of today, as a screen about it follows them; none once it is gone.
    #[must_use]
    pub fn figures_of(self, id: InvoiceId) -> Memo<Option<Figures>> {
        Memo::new(move |_| {
            self.book.with(|book| Some(Figures::of_case(book, book.case(id)?, self.today.get())))
        })
    }

    /// Starts with an empty book, which the later part of the program opens, and listens to the address and the calendar.
    #[must_use]
    pub fn start() -> Self {
        let settings_at_start = painted_settings();
        let settings = RwSignal::new(settings_at_start);
        let app = Self {
            book: RwSignal::new(Book::default()),
            today: RwSignal::new(clock::today()),
            route: RwSignal::new(first_route()),
            unsaved: RwSignal::new(None),
            saving: RwSignal::new(false),
            clashes: RwSignal::default(),
            used: RwSignal::new(0),
            changes: RwSignal::new(0),
            last_backup: RwSignal::new(None),
            line: RwSignal::new(None),
            aside: RwSignal::new(Vec::new()),
            obstacle: RwSignal::new(None),
            safety: RwSignal::new(Safety::default()),
            later: RwSignal::new(Later::Coming),
            chase: RwSignal::new(Later::Coming),
            paper: RwSignal::new(Later::Coming),
            ways: RwSignal::new(Later::Coming),
            rare: RwSignal::new(Later::Coming),
            calculator: RwSignal::new(String::new()),
            settings,
            settings_at_start,
            keeper: StoredValue::new(None),
            lang: Memo::new(move |_| settings.get().language),
            line_number: StoredValue::new(0),
        };
        app.listen();
        match app.route.get_untracked() {
            Route::Calculator(_) => timer::when_idle(move || later::fetch(app)),
            // The page of a client: the book is not opened, nothing is read or written. Another screen asks for the rest.
            Route::Reply(_) => app.later.set(Later::Missing),
            _ => later::fetch(app),
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
        Effect::new(move |_| {
            let Settings { language, theme } = self.settings.get();
            page::set_language(language.tag());
            page::set_theme(theme.name());
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

    /// Shows a line at the bottom for a while.
    pub fn say(self, say: Say, undo: Option<u64>) {
        self.line.set(Some(Line { say, undo }));
        let number = self.line_number.get_value().wrapping_add(1);
        self.line_number.set_value(number);
        timer::after(LINE_STAYS, move || {
            if self.line_number.get_value() == number {
                self.line.set(None);
            }
        });
    }

    /// Copies a text with its form, and says so.
    pub fn copy_rich(self, html: String, text: String) {
        leptos::task::spawn_local(async move {
            let say = if clipboard::copy_rich(html, text).await { Say::Copied } else { Say::CopyFailed };
            self.say(say, None);
        });
    }

    /// Copies a text, and says so.
    pub fn copy(self, text: String, say: Say) {
        leptos::task::spawn_local(async move {
            let say = if clipboard::copy(&text).await { say } else { Say::CopyFailed };
            self.say(say, None);
        });
    }
}

/// The settings that the page was painted in before the program was there.
fn painted_settings() -> Settings {
    let mut settings = Settings::default();
    if page::language() == Lang::En.tag() {
        settings.language = Lang::En;
    }
    let theme = page::theme();
    settings.theme = Theme::ALL.into_iter().find(|known| known.name() == theme).unwrap_or_default();
    settings
}

/// The screen of the address; without one, the calculator on a first visit and the day’s list once there are invoices.
fn first_route() -> Route {
    let hash = location::hash();
    if hash.len() < 3 && page::starts_elsewhere() { Route::Today } else { Route::parse(&hash) }
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
