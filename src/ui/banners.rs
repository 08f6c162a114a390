//! Banners above the screen: what keeps data from being read or written, for as long as it does.

pub mod reminders;

use leptos::prelude::*;

use self::reminders::Reminders;
use super::rare::{self, Rare};
use super::state::{Obstacle, use_app};
use crate::app::route::Route;
use crate::store::StoreError;
use crate::text::words::{lock, shell};

/// Which of the shell's words.
type Word = fn(&'static shell::Words) -> &'static str;

/// What keeps data from being read or written, for as long as it does.
#[component]
pub fn Banners() -> impl IntoView {
    let app = use_app();
    let words = app.words(shell::words);
    let download = move |_| rare::ask(app, Rare::Backup);
    let unsaved = move || {
        app.unsaved.get().map(|error| {
            let text = words.t(match error {
                StoreError::Full => |w| w.unsaved_full,
                StoreError::Occupied => |w| w.unsaved_occupied,
                StoreError::Refused => |w| w.unsaved_refused,
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
                            {words.t(|w| w.retry)}
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
                Obstacle::Unreadable => (|w| w.starting_failed, |w| w.unsaved_refused),
            };
            view! {
                <div class="banner">
                    <p class="banner-text">
                        <strong>{words.t(title)}</strong>
                        " "
                        {words.t(text)}
                    </p>
                    {if obstacle == Obstacle::Locked {
                        view! {
                            <a class="button button-quiet" href=Route::Invoices.to_string()>
                                {app.words(lock::words).t(|w| w.unlock)}
                            </a>
                        }
                            .into_any()
                    } else {
                        view! {
                            <button class="button button-quiet" type="button" on:click=download>
                                {words.t(|w| w.download_data)}
                            </button>
                        }
                            .into_any()
                    }}
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
    view! { <div class="banners" role="status">{unsaved} {obstacle} {aside} <Reminders /></div> }
}
