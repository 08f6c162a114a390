//! Words of screens: one list for each screen, each entry in French and English side by side.
//!
//! An entry without its translation does not compile; one that no screen uses fails `tests/text_complete.rs`.

/// Declares a list of words: a struct with one field an entry, and one value of it for each language.
macro_rules! words {
    ($($name:ident: $french:literal, $english:literal;)+) => {
        /// Words of this screen.
        #[derive(Debug)]
        #[allow(missing_docs, reason = "the entry is its own description")]
        pub struct Words {
            $(pub $name: &'static str,)+
        }

        static FRENCH: Words = Words { $($name: $french,)+ };
        static ENGLISH: Words = Words { $($name: $english,)+ };

        /// Every entry by name, French, English.
        pub const ENTRIES: &[crate::text::words::Entry] = &[$((stringify!($name), $french, $english),)+];

        /// The words in one language.
        #[must_use]
        pub fn words(lang: crate::text::Lang) -> &'static Words {
            lang.pick(&FRENCH, &ENGLISH)
        }
    };
}

pub mod agenda;
pub mod archive;
pub mod backups;
pub mod balance;
pub mod banners;
pub mod calculator;
pub mod calendar;
pub mod call;
pub mod case;
pub mod chronicle;
pub mod circumstances;
pub mod clients;
pub mod composer;
pub mod conflicts;
pub mod contacts;
pub mod contract;
pub mod costs;
pub mod data;
pub mod disputes;
pub mod documents;
pub mod done;
pub mod dunning;
pub mod editing;
pub mod erase;
pub mod evidence;
pub mod fields;
pub mod flags;
pub mod folder;
pub mod forecast;
pub mod form;
pub mod invoices;
pub mod kept;
pub mod labels;
pub mod limitation;
pub mod lock;
pub mod movements;
pub mod notes;
pub mod offers;
pub mod pace;
pub mod paper;
pub mod passphrase;
pub mod plan_end;
pub mod plans;
pub mod posting;
pub mod problems;
pub mod proceedings;
pub mod promise;
pub mod rates;
pub mod reading;
pub mod recovery;
pub mod replies;
pub mod reply;
pub mod restore;
pub mod settings;
pub mod shell;
pub mod stages;
pub mod stakes;
pub mod stationery;
pub mod story;
pub mod templates;
pub mod today;
pub mod trash;
pub mod unbilled;
pub mod variables;
pub mod withheld;

/// An entry by name, in French, in English.
pub type Entry = (&'static str, &'static str, &'static str);

/// Every list with its name, for the tests that check them all.
#[must_use]
pub fn all() -> Vec<(&'static str, &'static [Entry])> {
    vec![
        ("archive", archive::ENTRIES),
        ("backups", backups::ENTRIES),
        ("balance", balance::ENTRIES),
        ("banners", banners::ENTRIES),
        ("calculator", calculator::ENTRIES),
        ("calendar", calendar::ENTRIES),
        ("call", call::ENTRIES),
        ("case", case::ENTRIES),
        ("circumstances", circumstances::ENTRIES),
        ("clients", clients::ENTRIES),
        ("composer", composer::ENTRIES),
        ("conflicts", conflicts::ENTRIES),
        ("contacts", contacts::ENTRIES),
        ("contract", contract::ENTRIES),
        ("costs", costs::ENTRIES),
        ("data", data::ENTRIES),
        ("disputes", disputes::ENTRIES),
        ("documents", documents::ENTRIES),
        ("done", done::ENTRIES),
        ("editing", editing::ENTRIES),
        ("erase", erase::ENTRIES),
        ("evidence", evidence::ENTRIES),
        ("fields", fields::ENTRIES),
        ("flags", flags::ENTRIES),
        ("folder", folder::ENTRIES),
        ("forecast", forecast::ENTRIES),
        ("form", form::ENTRIES),
        ("invoices", invoices::ENTRIES),
        ("kept", kept::ENTRIES),
        ("limitation", limitation::ENTRIES),
        ("lock", lock::ENTRIES),
        ("movements", movements::ENTRIES),
        ("notes", notes::ENTRIES),
        ("offers", offers::ENTRIES),
        ("pace", pace::ENTRIES),
        ("paper", paper::ENTRIES),
        ("passphrase", passphrase::ENTRIES),
        ("plan_end", plan_end::ENTRIES),
        ("plans", plans::ENTRIES),
        ("posting", posting::ENTRIES),
        ("mandate", recovery::mandate::ENTRIES),
        ("proceedings", proceedings::ENTRIES),
        ("promise", promise::ENTRIES),
        ("rates", rates::ENTRIES),
        ("recovery", recovery::ENTRIES),
        ("replies", replies::ENTRIES),
        ("reply", reply::ENTRIES),
        ("restore", restore::ENTRIES),
        ("settings", settings::ENTRIES),
        ("shell", shell::ENTRIES),
        ("stakes", stakes::ENTRIES),
        ("stationery", stationery::ENTRIES),
        ("story", story::ENTRIES),
        ("templates", templates::ENTRIES),
        ("today", today::ENTRIES),
        ("trash", trash::ENTRIES),
        ("unbilled", unbilled::ENTRIES),
        ("withheld", withheld::ENTRIES),
    ]
}
