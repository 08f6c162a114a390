//! Banners above the screen: what keeps data from being read or written, for as long as it does.

mod conflicts;
mod dropped;
pub mod reminders;

use leptos::prelude::*;

use self::reminders::Reminders;
use super::live::live;
use super::rare::{self, Rare};
use super::state::{App, Obstacle, use_app};
use crate::app::route::Route;
use crate::browser::location;
use crate::store::StoreError;
use crate::text::format;
use crate::text::words::{archive, banners, lock, shell};

/// Which of the banners’ words.
type Word = fn(&'static banners::Words) -> &'static str;

/// What keeps data from being read or written, for as long as it does.
#[component]
pub fn Banners() -> impl IntoView {
    let app = use_app();
    let words = app.words(banners::words);
    let download = move |_| rare::ask(app, Rare::Backup);
    let unsaved = move || {
        app.unsaved.get().map(|error| {
            let text = words.t(match error {
                StoreError::Full => |w| w.unsaved_full,
                StoreError::Occupied => |w| w.unsaved_occupied,
                StoreError::Refused => |w| w.unsaved_refused,
                StoreError::Closed => |w| w.unsaved_closed,
                StoreError::NewerSchema(_) => |w| w.newer_text,
            });
            view! {
                <div class="banner banner-alarm" role="alert">
                    <p class="banner-text">
                        <strong>{words.t(|w| w.unsaved_title)}</strong>
                        " "
                        {text}
                    </p>
                    <div class="button-row">
                        <button class="button button-main" type="button" on:click=move |_| app.write_on()>
                            {app.words(shell::words).t(|w| w.retry)}
                        </button>
                        <button class="button" type="button" on:click=download>
                            {words.t(|w| w.download_data)}
                        </button>
                    </div>
                </div>
            }
        })
    };
    let obstacle = move || {
        // A locked book is asked for in the place of every screen but the calculator.
        let is_asked = app.route.with(|route| !matches!(route, Route::Calculator(_)));
        let obstacle = app.obstacle.get().filter(|obstacle| *obstacle != Obstacle::Locked || !is_asked);
        obstacle.map(|obstacle| {
            let (title, text): (Word, Word) = match obstacle {
                Obstacle::Memory => (|w| w.memory_title, |w| w.memory_text),
                Obstacle::Newer => (|w| w.newer_title, |w| w.newer_text),
                Obstacle::Locked => (|w| w.locked_title, |w| w.locked_text),
                Obstacle::Archive(_) => (|w| w.archive_title, |w| w.archive_text),
                Obstacle::Unreadable => (|w| w.unreadable_title, |w| w.unreadable_text),
            };
            view! {
                <div class="banner">
                    <p class="banner-text">
                        <strong>{words.t(title)}</strong>
                        " "
                        {words.t(text)}
                    </p>
                    {action(app, obstacle)}
                </div>
            }
        })
    };
    let partial = move || {
        app.safety.with(|safety| safety.mended.is_partial).then(|| {
            view! {
                <div class="banner banner-alarm" role="alert">
                    <p class="banner-text">
                        <strong>{words.t(|w| w.partial)}</strong>
                    </p>
                    <a class="button button-quiet" href=Route::Data.to_string()>
                        {words.t(|w| w.partial_action)}
                    </a>
                </div>
            }
        })
    };
    let aside = move || {
        let elsewhere = app.route.with(|route| *route != Route::Data);
        (elsewhere && app.aside.with(|aside| !aside.is_empty())).then(|| {
            view! {
                <div class="banner">
                    <p class="banner-text">
                        <strong>{words.t(|w| w.aside_title)}</strong>
                        " "
                        {words.t(|w| w.aside_text)}
                    </p>
                    <a class="button button-quiet" href=Route::Data.to_string()>
                        {words.t(|w| w.aside_action)}
                    </a>
                </div>
            }
        })
    };
    view! { <div class="banners" role="status">{unsaved} {partial} {obstacle} {dropped::dropped()} {dropped::missed()} {conflicts::conflicts()} {aside} <Reminders /></div> }
}

/// What to do about an obstacle: back from an archive, the passphrase, reading again, else a file with all there is.
fn action(app: App, obstacle: Obstacle) -> AnyView {
    let words = app.words(banners::words);
    if let Obstacle::Archive(day) = obstacle {
        let words = app.words(archive::words);
        return view! {
            <span class="amount">
                {live(move || format!("{}{}", words.now().saved_on, format::date(app.lang(), day)))}
            </span>
            <button class="button" type="button" on:click=move |_| app.take_archive_back()>
                {words.t(|w| w.take_back)}
            </button>
            <button class="button button-main" type="button" on:click=move |_| app.leave_archive()>
                {words.t(|w| w.back)}
            </button>
        }
        .into_any();
    }
    if obstacle == Obstacle::Locked {
        return view! {
            <a class="button button-quiet" href=Route::Invoices.to_string()>
                {app.words(lock::words).t(|w| w.unlock)}
            </a>
        }
        .into_any();
    }
    let again = (obstacle == Obstacle::Unreadable).then(|| {
        view! {
            <button class="button" type="button" on:click=|_| location::reload()>
                {words.t(|w| w.reload)}
            </button>
        }
    });
    view! {
        {again}
        <button class="button button-quiet" type="button" on:click=move |_| rare::ask(app, Rare::Backup)>
            {words.t(|w| w.download_data)}
        </button>
    }
    .into_any()
}
