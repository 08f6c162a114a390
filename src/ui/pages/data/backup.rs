//! The backup: everything as a file, read back and counted.

use leptos::prelude::*;

use super::kept::counts_text;
use crate::app::book::{Book, Counts};
use crate::text::words::data;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// The section.
#[component]
pub fn Backup() -> impl IntoView {
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
