//! Restoring a backup: a file is chosen or dropped, read and checked; what it holds is shown beside what is here, and
//! only then, on a word from the user, it takes the place of the book.

use leptos::html;
use leptos::prelude::*;
use web_sys::File;

use super::faults;
use super::kept::counts_text;
use crate::app::book::Book;
use crate::browser::{files, page};
use crate::store::backup::sealed::{self, SealedError};
use crate::store::backup::{self, Backup, BackupError};
use crate::text::words::{data, shell};
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::state::use_app;

/// Largest file that is read, in bytes: four times what a browser would keep.
const LARGEST: f64 = 20_000_000.0;

/// What became of the file.
#[derive(Clone)]
enum Chosen {
    Nothing,
    Refused(Fault),
    Ready(String, Backup),
}

#[derive(Clone)]
enum Fault {
    TooLarge,
    NotText,
    Backup(BackupError),
    Sealed(SealedError),
}

/// The place to drop a file, and the preview of what is in it.
#[component]
pub fn Restore() -> impl IntoView {
    let app = use_app();
    let words = app.words(data::words);
    let chosen = RwSignal::new(Chosen::Nothing);
    let reading = StoredValue::new(0_u32);
    let is_over = RwSignal::new(false);
    let input = NodeRef::<html::Input>::new();
    let choose = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let picked = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            read(file, chosen, reading);
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        if let Some(file) = files::dropped(&event) {
            read(file, chosen, reading);
        }
    };
    view! {
        <div class="restore">
        <div
            class="file-drop"
            class:is-over=is_over
            on:dragover=move |event| {
                event.prevent_default();
                is_over.set(true);
            }
            on:dragleave=move |_| is_over.set(false)
            on:drop=dropped
        >
            <label for="restore">
                <strong>{words.t(|w| w.restore)}</strong>
            </label>
            <input
                class="visually-hidden"
                id="restore"
                type="file"
                accept=".json,application/json"
                tabindex="-1"
                node_ref=input
                on:change=picked
            />
            <p class="field-hint">{words.t(|w| w.restore_hint)}</p>
            <button class="button" type="button" id="restore-choose" on:click=choose>
                {words.t(|w| w.restore_choose)}
            </button>
        </div>
        <div role="status">
            {live(move || match chosen.get() {
                Chosen::Nothing => None,
                Chosen::Refused(fault) => {
                    Some(view! { <p class="field-error">{live(move || sentence(app.lang(), &fault))}</p> }.into_any())
                }
                Chosen::Ready(name, backup) => {
                    Some(view! { <Preview name=name backup=backup chosen=chosen /> }.into_any())
                }
            })}
        </div>
        </div>
    }
}

/// Reads a file; a later one takes the place of one still being read.
fn read(file: File, chosen: RwSignal<Chosen>, reading: StoredValue<u32>) {
    let number = reading.get_value().wrapping_add(1);
    reading.set_value(number);
    if file.size() > LARGEST {
        chosen.set(Chosen::Refused(Fault::TooLarge));
        return;
    }
    leptos::task::spawn_local(async move {
        let name = file.name();
        let outcome = match files::read(file).await {
            None => Chosen::Refused(Fault::NotText),
            Some(text) => match backup::read(&text) {
                Ok(backup) => Chosen::Ready(name, backup),
                Err(BackupError::Encrypted) => Chosen::Refused(
                    sealed::parse(&text)
                        .map_or_else(Fault::Sealed, |_| Fault::Backup(BackupError::Encrypted)),
                ),
                Err(error) => Chosen::Refused(Fault::Backup(error)),
            },
        };
        // The page may have been left meanwhile.
        if reading.try_get_value() == Some(number) {
            chosen.try_set(outcome);
        }
    });
}

fn sentence(lang: Lang, fault: &Fault) -> String {
    let words = data::words(lang);
    match fault {
        Fault::TooLarge => words.too_large.to_owned(),
        Fault::NotText => words.not_json.to_owned(),
        Fault::Backup(error) => faults::backup(lang, error),
        Fault::Sealed(error) => faults::sealed(lang, *error).to_owned(),
    }
}

/// What the file holds and what is here, before anything is written.
#[component]
fn Preview(name: String, backup: Backup, chosen: RwSignal<Chosen>) -> impl IntoView {
    let app = use_app();
    let words = app.words(data::words);
    let (saved, counts, aside) = (backup.saved, backup.counts, backup.aside.len());
    let close = move || {
        chosen.set(Chosen::Nothing);
        page::focus("#restore-choose");
    };
    let confirm = move |_| {
        // A refusal says itself at the bottom of the screen, as does the way back.
        if app.restore(backup.clone()).is_ok() {
            close();
        }
    };
    view! {
        <div class="banner">
            <div class="banner-text">
                <p>
                    <strong>{name}</strong>
                </p>
                {saved
                    .map(|saved| {
                        view! { <p>{words.t(|w| w.restore_saved)} {live(move || format::date(app.lang(), saved))}</p> }
                    })}
                {(aside > 0).then(|| view! { <p>{words.t(|w| w.restore_aside)} {aside.to_string()}</p> })}
                <dl class="record">
                    <dt>{words.t(|w| w.restore_in_file)}</dt>
                    <dd>{live(move || counts_text(app.lang(), counts))}</dd>
                    <dt>{words.t(|w| w.restore_here)}</dt>
                    <dd>{live(move || counts_text(app.lang(), app.book.with(Book::counts)))}</dd>
                </dl>
            </div>
            <div class="button-row">
                <button class="button" type="button" on:click=confirm>
                    {words.t(|w| w.restore_confirm)}
                </button>
                <button class="button button-quiet" type="button" on:click=move |_| close()>
                    {app.words(shell::words).t(|w| w.cancel)}
                </button>
            </div>
        </div>
    }
}
