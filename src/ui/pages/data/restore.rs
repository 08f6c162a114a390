//! Restoring a backup: a file is chosen or dropped, read, checked and compared with what is here, step by step, so that
//! the page answers meanwhile. What would change is shown, and only on a word from the user is anything written.

mod conflict;
pub mod missed;
mod passphrase;
mod preview;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use web_sys::File;

use self::passphrase::passphrase;
use self::preview::preview;
use super::faults;
use crate::browser::{files, page, timer};
use crate::store::backup::compare::Comparison;
use crate::store::backup::sealed::{self, SealedError};
use crate::store::backup::{Backup, BackupError, archive};
use crate::text::Lang;
use crate::text::words::{archive as archive_words, restore};
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// Largest file that is read, in bytes: many times what a browser would keep.
const LARGEST: f64 = 100_000_000.0;
/// Time the browser gets between two steps to say which one it is, in milliseconds.
const BREATH: i32 = 20;

/// What became of the file.
#[derive(Clone)]
enum Stage {
    Nothing,
    Working(Step),
    Refused(Fault),
    /// It is encrypted: its name and text, and what was wrong with the passphrase given.
    Sealed(Arc<(String, String)>, Option<SealedError>),
    Ready(Arc<Found>),
    /// It is being written.
    Applying,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Reading,
    Opening,
    Checking,
    Comparing,
}

#[derive(Clone)]
enum Fault {
    TooLarge,
    NotText,
    Busy,
    Backup(BackupError),
    Sealed(SealedError),
}

/// A backup that can be used, beside what is here.
struct Found {
    origin: Origin,
    backup: Backup,
    comparison: Comparison,
    /// How many changes there were when they were compared.
    changes: u64,
    /// They were compared before, and what is here has changed since.
    is_again: bool,
}

/// Where what is compared comes from.
#[derive(Clone, PartialEq, Eq)]
enum Origin {
    /// A file of this name.
    File(String),
    /// The archive that was looked at: some cases that were closed, which cannot take the place of all there is.
    Archive,
    /// Changes of an earlier visit that the data went on without, kept under this name: not all there is, so that they
    /// cannot take its place.
    Missed(String),
}

/// The file being read: a later one takes its place.
#[derive(Clone, Copy)]
struct Reader {
    app: App,
    stage: RwSignal<Stage>,
    number: StoredValue<u32>,
}

/// The place to drop a file, and what is in it.
#[component]
pub fn Restore() -> impl IntoView {
    let app = use_app();
    let words = app.words(restore::words);
    let reader = Reader::new(app);
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
            reader.read(file);
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        if let Some(file) = files::dropped(&event) {
            reader.read(file);
        }
    };
    reader.end_with_writing();
    if let Some(archive) = app.returning_archive() {
        let number = reader.next();
        leptos::task::spawn_local(async move {
            if !reader.compare(number, Origin::Archive, archive, false).await {
                return;
            }
            app.archive_returned();
            request_animation_frame(|| {
                page::focus("#archive-found");
            });
        });
    }
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
                    <strong>{words.t(|w| w.title)}</strong>
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
                <p class="field-hint">{words.t(|w| w.hint)}</p>
                <button class="button" type="button" id="restore-choose" on:click=choose>
                    {words.t(|w| w.choose)}
                </button>
            </div>
            <div role="status">{live(move || shown(reader))}</div>
        </div>
    }
}

fn shown(reader: Reader) -> Option<AnyView> {
    let Reader { app, stage, .. } = reader;
    let words = app.words(restore::words);
    Some(match stage.get() {
        Stage::Nothing => return None,
        Stage::Working(step) => {
            let (done, word): (_, fn(&'static restore::Words) -> &'static str) = match step {
                Step::Reading => ("0", |w| w.step_reading),
                Step::Opening => ("1", |w| w.step_opening),
                Step::Checking => ("1", |w| w.step_checking),
                Step::Comparing => ("2", |w| w.step_comparing),
            };
            view! {
                <p class="progress-line" id="restore-progress">
                    <progress max="3" value=done aria-label=words.t(word)></progress>
                    {words.t(word)}
                </p>
            }
            .into_any()
        }
        Stage::Applying => view! {
            <p class="progress-line">
                <progress aria-label=words.t(|w| w.applying)></progress>
                {words.t(|w| w.applying)}
            </p>
        }
        .into_any(),
        Stage::Refused(fault) => {
            view! { <p class="field-error">{live(move || sentence(app.lang(), &fault))}</p> }.into_any()
        }
        Stage::Sealed(file, error) => passphrase(reader, file, error),
        Stage::Ready(found) => preview(reader, found),
    })
}

impl Found {
    fn is_missed(&self) -> bool {
        matches!(self.origin, Origin::Missed(_))
    }
}

impl Reader {
    fn new(app: App) -> Self {
        Self { app, stage: RwSignal::new(Stage::Nothing), number: StoredValue::new(0) }
    }

    /// What is being written is done once all is.
    fn end_with_writing(self) {
        let Self { app, stage, .. } = self;
        Effect::new(move |_| {
            if !app.saving.get() && matches!(stage.get_untracked(), Stage::Applying) {
                stage.set(Stage::Nothing);
            }
        });
    }

    /// Goes on to a stage, unless another file was chosen or the page left meanwhile.
    fn go(self, number: u32, stage: Stage) -> bool {
        let is_ours = self.number.try_get_value() == Some(number);
        if is_ours {
            self.stage.try_set(stage);
        }
        is_ours
    }

    /// The same, and lets the browser show it.
    async fn show(self, number: u32, step: Step) -> bool {
        let is_ours = self.go(number, Stage::Working(step));
        timer::wait(BREATH).await;
        is_ours
    }

    fn next(self) -> u32 {
        let number = self.number.get_value().wrapping_add(1);
        self.number.set_value(number);
        number
    }

    fn read(self, file: File) {
        let number = self.next();
        if file.size() > LARGEST {
            self.stage.set(Stage::Refused(Fault::TooLarge));
            return;
        }
        leptos::task::spawn_local(async move {
            let name = file.name();
            if !self.show(number, Step::Reading).await {
                return;
            }
            match files::read(file).await {
                None => {
                    self.go(number, Stage::Refused(Fault::NotText));
                }
                Some(text) => self.check(number, name, text).await,
            }
        });
    }

    /// Opens an encrypted backup with a passphrase.
    fn open(self, file: Arc<(String, String)>, passphrase: String) {
        let number = self.next();
        leptos::task::spawn_local(async move {
            self.show(number, Step::Opening).await;
            let (name, text) = &*file;
            match App::open_sealed(text, &passphrase).await {
                Ok(plain) => self.check(number, name.clone(), plain).await,
                Err(error) => {
                    self.go(number, Stage::Sealed(Arc::clone(&file), Some(error)));
                }
            }
        });
    }

    async fn check(self, number: u32, name: String, text: String) {
        if !self.show(number, Step::Checking).await {
            return;
        }
        let refused = |error| self.go(number, Stage::Refused(Fault::Backup(error)));
        match self.app.read_backup(&text) {
            Ok(backup) => {
                self.compare(number, Origin::File(name), backup, false).await;
            }
            Err(BackupError::Encrypted) => {
                let stage = match sealed::parse(&text) {
                    Ok(_) => Stage::Sealed(Arc::new((name, text)), None),
                    Err(error) => Stage::Refused(Fault::Sealed(error)),
                };
                self.go(number, stage);
            }
            Err(BackupError::Archive) => match archive::read(&text) {
                Ok(archive) if self.app.show_archive(&archive) => {}
                Ok(_) => {
                    self.go(number, Stage::Refused(Fault::Busy));
                }
                Err(error) => {
                    refused(error);
                }
            },
            Err(error) => {
                refused(error);
            }
        }
    }

    /// Shows what a backup would change; whether it is still asked for by then.
    async fn compare(self, number: u32, origin: Origin, backup: Backup, is_again: bool) -> bool {
        if !self.show(number, Step::Comparing).await {
            return false;
        }
        let comparison = self.app.compare(&backup);
        let changes = self.app.changes.get_untracked();
        self.go(number, Stage::Ready(Arc::new(Found { origin, backup, comparison, changes, is_again })))
    }

    /// Carries out what the user decided; where what is here has changed since it was shown, shows it anew instead.
    fn apply(self, found: Arc<Found>, act: impl FnOnce(App, &Found) -> bool + 'static) {
        let number = self.next();
        leptos::task::spawn_local(async move {
            if self.app.changes.get_untracked() != found.changes {
                let (origin, backup) = (found.origin.clone(), found.backup.clone());
                self.compare(number, origin, backup, true).await;
                return;
            }
            self.go(number, Stage::Applying);
            timer::wait(BREATH).await;
            // A refusal says itself at the bottom of the screen, as does the way back.
            let is_done = act(self.app, &found);
            if !is_done {
                self.go(number, Stage::Ready(found));
            } else if self.app.is_settled() {
                self.go(number, Stage::Nothing);
            }
        });
    }
}

fn sentence(lang: Lang, fault: &Fault) -> String {
    match fault {
        Fault::TooLarge => restore::words(lang).too_large.to_owned(),
        Fault::NotText => faults::backup(lang, &BackupError::NotJson),
        Fault::Busy => archive_words::words(lang).busy.to_owned(),
        Fault::Backup(error) => faults::backup(lang, error),
        Fault::Sealed(error) => faults::sealed(lang, *error).to_owned(),
    }
}
