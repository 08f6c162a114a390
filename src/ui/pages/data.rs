//! « Vos données »: what is kept and where, how it outlives accidents, and how it goes.

pub mod age;
pub mod aside;
pub mod backup;
pub mod faults;
pub mod folder;
pub mod kept;
pub mod lock;
pub mod naming;
pub mod promise;
pub mod restore;
pub mod unlock;

use leptos::prelude::*;

use self::aside::SetAside;
use self::backup::Backup;
use self::folder::FolderCopies;
use self::kept::Kept;
use self::lock::Lock;
use self::promise::Promise;
use self::restore::Restore;
use crate::browser::page;
use crate::text::words::data;
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn Data() -> impl IntoView {
    let words = use_app().words(data::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().title)));
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words.t(|w| w.title)}</h1>
            <p class="page-sub">{words.t(|w| w.kept_where)}</p>
        </div>
        <section class="settings-section" aria-labelledby="kept">
            <div>
                <h2 id="kept">{words.t(|w| w.kept)}</h2>
            </div>
            <div class="settings-body">
                <Kept />
                <SetAside />
            </div>
        </section>
        <section class="settings-section" aria-labelledby="backup">
            <div>
                <h2 id="backup">{words.t(|w| w.backup)}</h2>
            </div>
            <div class="settings-body">
                <Backup />
                <Restore />
            </div>
        </section>
        <FolderCopies />
        <Lock />
        <Promise />
    }
}
