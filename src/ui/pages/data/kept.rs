//! What is kept, and how much room it takes.

use leptos::prelude::*;

use crate::app::book::{Book, Counts};
use crate::store::size;
use crate::text::words::data;
use crate::text::{Lang, format};
use crate::ui::state::{Obstacle, use_app};

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

/// The section.
#[component]
pub fn Kept() -> impl IntoView {
    let app = use_app();
    let words = app.words(data::words);
    let counts = move || counts_text(app.lang(), app.book.with(Book::counts));
    // Nothing is known where the browser refuses storage.
    let used = move || (app.obstacle.get() != Some(Obstacle::Memory)).then(|| app.used.get());
    let room = move || {
        used().map(|used| {
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
