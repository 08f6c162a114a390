//! The backup: everything as a file, plain or encrypted, read back and counted.

use leptos::prelude::*;

use super::faults;
use super::kept::counts_text;
use crate::app::book::Counts;
use crate::browser::files;
use crate::store::backup::{self, BackupError};
use crate::text::words::{backups, data, passphrase};
use crate::ui::age::last_backup_text;
use crate::ui::components::NewPassphrase;
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// The section.
#[component]
pub fn Backup() -> impl IntoView {
    let app = use_app();
    let words = app.words(data::words);
    let outcome = RwSignal::new(None::<Option<Counts>>);
    let download = move |_| {
        let saved = app.download_backup().ok().and_then(|()| counted(app).ok());
        outcome.set(Some(saved));
    };
    let said = live(move || {
        outcome.get().map(|counts| match counts {
            Some(counts) => format!("{}{}.", words.now().backup_verified, counts_text(app.lang(), counts)),
            None => words.now().backup_failed.to_owned(),
        })
    });
    view! {
        <div class="points-text">
            <p>{words.t(|w| w.backup_hint)}</p>
            <p>{live(move || last_backup_text(app))}</p>
        </div>
        <div>
            <div class="button-row">
                <button class="button button-main" type="button" id="backup-save" on:click=download>
                    {words.t(|w| w.backup_save)}
                </button>
            </div>
            <p role="status">{said}</p>
            <Sealed />
        </div>
    }
}

/// What a backup of now holds, read back.
fn counted(app: App) -> Result<Counts, BackupError> {
    backup::read(&app.backup()?).map(|backup| backup.counts)
}

/// What became of an encrypted backup.
#[derive(Clone)]
enum Sealing {
    Idle,
    Working,
    Done(Counts),
    Failed(String),
}

/// The encrypted backup.
#[component]
fn Sealed() -> impl IntoView {
    let app = use_app();
    let words = app.words(backups::words);
    let made = NewPassphrase::new();
    let sealing = RwSignal::new(Sealing::Idle);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if matches!(sealing.get_untracked(), Sealing::Working) {
            return;
        }
        let Some(passphrase) = made.taken() else { return };
        sealing.set(Sealing::Working);
        leptos::task::spawn_local(async move {
            let outcome = sealed(app, &passphrase).await;
            if let Sealing::Done(_) = outcome {
                made.clear();
            }
            sealing.try_set(outcome);
        });
    };
    let said = live(move || match sealing.get() {
        Sealing::Idle => None,
        Sealing::Working => Some(words.now().sealing.to_owned()),
        Sealing::Done(counts) => {
            Some(format!("{}{}.", words.now().sealed_verified, counts_text(app.lang(), counts)))
        }
        Sealing::Failed(text) => Some(text),
    });
    view! {
        <details class="disclosure">
            <summary>{words.t(|w| w.sealed)}</summary>
            <form class="disclosure-body" novalidate on:submit=submit>
                <p>{words.t(|w| w.sealed_hint)}</p>
                {made.fields(("sealed-first", "sealed-again"), app.words(passphrase::words).t(|w| w.label))}
                {submit_button(Weight::Plain, words.t(|w| w.seal))}
                <p class="field-hint">{words.t(|w| w.sealed_how)}</p>
                <p role="status">{said}</p>
            </form>
        </details>
    }
}

/// Encrypts, opens again, reads back and counts; only then the file is given out.
async fn sealed(app: App, passphrase: &str) -> Sealing {
    let seq = app.changes.get_untracked();
    let lang = app.settings.get_untracked().language;
    let failed = |error: &BackupError| Sealing::Failed(faults::backup(lang, error));
    let json = match app.backup() {
        Ok(json) => json,
        Err(error) => return failed(&error),
    };
    let text = match App::seal(&json, passphrase).await {
        Ok(text) => text,
        Err(error) => return Sealing::Failed(faults::sealed(lang, error).to_owned()),
    };
    match backup::read(&json) {
        Err(error) => failed(&error),
        Ok(read) => {
            let name = format!("relance-{}-chiffree.json", app.today.get_untracked());
            files::download(&name, "application/json", &text);
            app.remember_backup_of(seq);
            Sealing::Done(read.counts)
        }
    }
}
