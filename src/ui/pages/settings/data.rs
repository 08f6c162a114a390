//! « Vos données »: what is kept and how much room it takes, and the backup.

use leptos::prelude::*;

use super::aside::SetAside;
use super::restore::Restore;
use crate::app::book::{Book, Counts};
use crate::browser::storage::BrowserStore;
use crate::store::size;
use crate::text::words::data;
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::state::use_app;

/// The section.
#[component]
pub fn DataSection() -> impl IntoView {
    let words = use_app().words(data::words);
    view! {
        <section class="settings-section" aria-labelledby="data">
            <div>
                <h2 id="data">{words.t(|w| w.title)}</h2>
                <p class="field-hint">{words.t(|w| w.kept_where)}</p>
            </div>
            <div class="settings-body">
                <Kept />
                <Backup />
                <Restore />
                <SetAside />
                <p class="field-hint">{words.t(|w| w.network)}</p>
            </div>
        </section>
    }
}

/// What there is, in a line: « 38 clients, 214 factures, 91 mouvements, 12 envois ».
pub fn counts_text(lang: Lang, counts: Counts) -> String {
    let words = data::words(lang);
    let count = |n: usize, one: &str, many: &str| {
        format::count(lang, i64::try_from(n).unwrap_or(i64::MAX), one, many)
    };
    [
        count(counts.clients, words.client, words.clients),
        count(counts.invoices, words.invoice, words.invoices),
        count(counts.movements, words.movement, words.movements),
        count(counts.events, words.sending, words.sendings),
    ]
    .join(", ")
}

/// A number of characters: « 412 caractères ».
pub fn characters_text(lang: Lang, characters: usize) -> String {
    let words = data::words(lang);
    let characters = i64::try_from(characters).unwrap_or(i64::MAX);
    format::count(lang, characters, words.character, words.characters)
}

#[component]
fn Kept() -> impl IntoView {
    let app = use_app();
    let words = app.words(data::words);
    let counts = move || counts_text(app.lang(), app.book.with(Book::counts));
    // Read again after each change of the book; nothing is known where the browser refuses storage.
    let used = Memo::new(move |_| {
        app.book.track();
        let store = BrowserStore::find();
        (!store.is_memory()).then(|| size::characters(&store).ok()).flatten()
    });
    let room = move || {
        used.get().map(|used| {
            let lang = app.lang();
            let room = format::integer(lang, i64::try_from(size::ROOM).unwrap_or(i64::MAX));
            view! {
                <dt>{words.t(|w| w.room)}</dt>
                <dd>
                    {format!("{}{}{room}", characters_text(lang, used), words.now().room_of)}
                    <div class="gauge" aria-hidden="true" style:--share=size::share(used).to_string()></div>
                </dd>
            }
        })
    };
    view! {
        <dl class="record">
            <dt>{words.t(|w| w.kept)}</dt>
            <dd>{counts}</dd>
            {room}
        </dl>
    }
}

#[component]
fn Backup() -> impl IntoView {
    let app = use_app();
    let words = app.words(data::words);
    let outcome = RwSignal::new(None::<Option<Counts>>);
    let download = move |_| {
        let saved = app.download_backup().is_ok();
        outcome.set(Some(saved.then(|| app.book.with_untracked(Book::counts))));
    };
    let said = live(move || {
        outcome.get().map(|counts| match counts {
            Some(counts) => format!("{}{}.", words.now().backup_verified, counts_text(app.lang(), counts)),
            None => words.now().backup_failed.to_owned(),
        })
    });
    view! {
        <div>
            <h3>{words.t(|w| w.backup)}</h3>
            <p class="field-hint">{words.t(|w| w.backup_hint)}</p>
        </div>
        <div>
            <div class="button-row">
                <button class="button button-main" type="button" on:click=download>
                    {words.t(|w| w.backup_save)}
                </button>
            </div>
            <p role="status">{said}</p>
        </div>
    }
}
