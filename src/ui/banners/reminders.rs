//! Quiet reminders above the screen: a backup that is due, room that runs short.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::browser::clock;
use crate::browser::folder::FolderError;
use crate::store::last_backup::LastBackup;
use crate::store::size;
use crate::text::words::{backups, folder, kept, shell};
use crate::ui::age::last_backup_text;
use crate::ui::live::live;
use crate::ui::rare::{self, Rare};
use crate::ui::safety::Copies;
use crate::ui::state::{App, use_app};

/// Which of the words of what is kept.
type Word = fn(&'static kept::Words) -> &'static str;

/// The reminders; « Vos données » says the same in its own place.
#[component]
pub fn Reminders() -> impl IntoView {
    let app = use_app();
    let is_elsewhere = Memo::new(move |_| app.route.with(|route| *route != Route::Data));
    let is_due = Memo::new(move |_| {
        app.today.track();
        let (last, changes) = (app.last_backup.get(), app.changes.get());
        // Copies are made, or a banner of their own says why not.
        let is_copied = app.safety.with(|safety| !matches!(safety.copies, Copies::None | Copies::Impossible));
        app.obstacle.get().is_none()
            && !is_copied
            && LastBackup::is_due(last, changes, app.unsaved_since(), clock::minutes())
    });
    let copies = Memo::new(move |_| {
        let is_behind = 0 < app.changes_since_backup();
        app.safety.with(|safety| match &safety.copies {
            Copies::Waiting(_) if is_behind => Some(Copying::Waiting),
            Copies::Failed(_, FolderError::NotFetched) if is_behind => Some(Copying::NotFetched),
            Copies::Failed(..) if is_behind => Some(Copying::Failed),
            _ => None,
        })
    });
    let room = Memo::new(move |_| {
        let others = app.safety.with(|safety| safety.others);
        size::room(app.used.get() + others)
    });
    move || {
        is_elsewhere.get().then(|| {
            view! {
                {warning_of(room.get()).map(|words| low(app, words))}
                {copies.get().map(|copying| copy(app, copying))}
                {is_due.get().then(|| due(app))}
            }
        })
    }
}

/// Why what changed is not copied to the folder.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copying {
    Waiting,
    NotFetched,
    Failed,
}

/// What changed is not copied to the folder.
fn copy(app: App, copying: Copying) -> impl IntoView {
    let words = app.words(folder::words);
    let action = match copying {
        Copying::Waiting => view! {
            <button class="button button-quiet" type="button" on:click=move |_| rare::ask(app, Rare::AllowFolder)>
                {words.t(|w| w.allow)}
            </button>
        }
        .into_any(),
        Copying::NotFetched => view! {
            <button class="button button-quiet" type="button" on:click=move |_| rare::ask(app, Rare::Copy)>
                {app.words(shell::words).t(|w| w.retry)}
            </button>
        }
        .into_any(),
        Copying::Failed => view! {
            <a class="button button-quiet" href=Route::Data.to_string()>
                {words.t(|w| w.see)}
            </a>
        }
        .into_any(),
    };
    let why: Option<fn(&'static folder::Words) -> &'static str> = match copying {
        Copying::Waiting => Some(|w| w.waiting),
        Copying::NotFetched => Some(|w| w.not_fetched),
        Copying::Failed => None,
    };
    view! {
        <div class="banner">
            <p class="banner-text">
                <strong>{words.t(|w| w.behind)}</strong>
                " "
                {why.map(|why| words.t(why))}
            </p>
            {action}
        </div>
    }
}

/// What is said where the room runs short, and what to do.
pub fn warning_of(room: size::Room) -> Option<(Word, Word)> {
    match room {
        size::Room::Ample => None,
        size::Room::Short => Some((|w| w.warned, |w| w.warned_what)),
        size::Room::Full => Some((|w| w.full, |w| w.full_what)),
    }
}

/// Room runs short, or there is none left.
fn low(app: App, (title, what): (Word, Word)) -> impl IntoView {
    let words = app.words(kept::words);
    view! {
        <div class="banner">
            <p class="banner-text">
                <strong>{words.t(title)}</strong>
                " "
                {words.t(what)}
            </p>
            <a class="button button-quiet" href=Route::Data.to_string()>
                {words.t(|w| w.warned_link)}
            </a>
        </div>
    }
}

/// A backup is due.
fn due(app: App) -> impl IntoView {
    let words = app.words(backups::words);
    view! {
        <div class="banner">
            <p class="banner-text">
                <strong>{words.t(|w| w.due)}</strong>
                " "
                {live(move || last_backup_text(app))}
            </p>
            <button class="button button-quiet" type="button" on:click=move |_| rare::ask(app, Rare::Backup)>
                {words.t(|w| w.due_action)}
            </button>
        </div>
    }
}
