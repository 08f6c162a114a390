//! « Vos données »: what is kept and where, how it outlives accidents, and how it goes.

pub mod archive;
pub mod aside;
pub mod backup;
pub mod erase;
pub mod faults;
pub mod folder;
pub mod kept;
pub mod lock;
pub mod naming;
pub mod once_more;
pub mod partial;
pub mod promise;
pub mod restore;
pub mod story;
pub mod trash;
pub mod unlock;

use leptos::prelude::*;

use self::archive::Archive;
use self::aside::SetAside;
use self::backup::Backup;
use self::erase::Erase;
use self::folder::FolderCopies;
use self::kept::Kept;
use self::lock::Lock;
use self::partial::Partial;
use self::promise::Promise;
use self::restore::Restore;
use self::restore::missed::Missed;
use self::story::Story;
use self::trash::TrashCan;
use crate::browser::page;
use crate::text::words::{self, data};
use crate::ui::live::{live, only_if};
use crate::ui::state::{Obstacle, use_app};

/// The page.
#[component]
pub fn Data() -> impl IntoView {
    let app = use_app();
    let words = app.words(data::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().title)));
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words.t(|w| w.title)}</h1>
            <p class="page-sub">{live(move || {
                    let is_memory = app.obstacle.get() == Some(Obstacle::Memory);
                    words.t(if is_memory { |w| w.kept_nowhere } else { |w| w.kept_where })
                })}</p>
        </div>
        <section class="settings-section" aria-labelledby="kept">
            <div>
                <h2 id="kept" tabindex="-1">
                    {words.t(|w| w.kept)}
                </h2>
            </div>
            <div class="settings-body">
                <Partial />
                {only_if(move || !app.shows_archive(), || view! { <Missed /> })}
                <Kept />
                <SetAside />
            </div>
        </section>
        <section class="settings-section" aria-labelledby="backup">
            <div>
                <h2 id="backup">{words.t(|w| w.backup)}</h2>
            </div>
            <div class="settings-body">
                {only_if(move || app.shows_archive(), move || view! { <p>{words.t(|w| w.backup_beside)}</p> })}
                <Backup />
                {only_if(move || !app.shows_archive(), || view! { <Restore /> })}
                {only_if(move || app.shows_archive(), move || view! { <p>{words.t(|w| w.restore_beside)}</p> })}
            </div>
        </section>
        <FolderCopies />
        <Lock />
        <Past />
        <Promise />
        {section("erase", app.words(words::erase::words).t(|w| w.title), None, || view! { <Erase /> }.into_any())}
    }
}

/// What was done, what was deleted, what is over.
#[component]
fn Past() -> impl IntoView {
    let app = use_app();
    let (story, trash) = (app.words(words::story::words), app.words(words::trash::words));
    let archive = app.words(words::archive::words);
    let is_memory = Memo::new(move |_| app.obstacle.get() == Some(Obstacle::Memory));
    let told = Signal::derive(move || {
        let words = story.now();
        if is_memory.get() { words.hint_page } else { words.hint }
    });
    let kept = Signal::derive(move || {
        let words = trash.now();
        if is_memory.get() { words.hint_page } else { words.hint }
    });
    view! {
        {section("story", story.t(|w| w.title), Some(told), || view! { <Story /> }.into_any())}
        {section("trash", trash.t(|w| w.title), Some(kept), || view! { <TrashCan /> }.into_any())}
        {section("archive", archive.t(|w| w.title), None, || view! { <Archive /> }.into_any())}
    }
}

/// A section, with its name at its side; what only makes sense for the data itself is not there beside an archive.
fn section(
    id: &'static str,
    title: Signal<&'static str>,
    hint: Option<Signal<&'static str>>,
    body: fn() -> AnyView,
) -> AnyView {
    let app = use_app();
    let content = move || {
        view! {
            <section class="settings-section" aria-labelledby=id>
                <div>
                    <h2 id=id tabindex="-1">
                        {title}
                    </h2>
                    {hint.map(|hint| view! { <p class="field-hint">{hint}</p> })}
                </div>
                <div class="settings-body">{body()}</div>
            </section>
        }
    };
    live(move || (!app.shows_archive()).then(content))
}
