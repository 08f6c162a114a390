//! Copies that are made by themselves in a folder of the user's.

use leptos::prelude::*;

use crate::browser::clock;
use crate::browser::folder::{FolderError, is_supported};
use crate::text::Lang;
use crate::text::words::{folder, shell};
use crate::ui::age::age;
use crate::ui::live::live;
use crate::ui::safety::Copies;
use crate::ui::state::{App, use_app};

/// The section.
#[component]
pub fn FolderCopies() -> impl IntoView {
    let app = use_app();
    let words = app.words(folder::words);
    let copies = Memo::new(move |_| app.safety.with(|safety| safety.copies.clone()));
    let fault = RwSignal::new(None::<FolderError>);
    let body = move || match copies.get() {
        Copies::Impossible => {
            let why: fn(&'static folder::Words) -> &'static str =
                if is_supported() { |w| w.not_kept } else { |w| w.impossible };
            view! { <p>{words.t(why)}</p> }.into_any()
        }
        Copies::None => view! {
            <p>{words.t(|w| w.how)}</p>
            <div class="button-row">{choose(app, fault, false)}</div>
        }
        .into_any(),
        Copies::Waiting(name) => view! {
            {chosen(app, name)}
            <p>{words.t(|w| w.waiting)}</p>
            <div class="button-row">{allow(app, true)} {choose(app, fault, true)} {stop(app)}</div>
        }
        .into_any(),
        Copies::On(name) => view! {
            {chosen(app, name)}
            <p class="field-hint">{words.t(|w| w.how)} " " {kind(app)}</p>
            <div class="button-row">{choose(app, fault, true)} {stop(app)}</div>
        }
        .into_any(),
        Copies::Failed(name, error) => view! {
            {chosen(app, name)}
            <p class="field-error">
                {words.t(|w| w.not_copied)} " " {live(move || sentence(app.lang(), error))}
            </p>
            <div class="button-row">{allow(app, false)} {choose(app, fault, true)} {stop(app)}</div>
        }
        .into_any(),
    };
    view! {
        <section class="settings-section" aria-labelledby="folder">
            <div>
                <h2 id="folder">{words.t(|w| w.title)}</h2>
                <p class="field-hint">{words.t(|w| w.hint)}</p>
            </div>
            <div class="settings-body" role="status">
                {live(body)}
                {live(move || {
                    fault
                        .get()
                        .map(|error| view! { <p class="field-error">{live(move || sentence(app.lang(), error))}</p> })
                })}
            </div>
        </section>
    }
}

/// The folder by its name, and how old its last copy is.
fn chosen(app: App, name: String) -> impl IntoView {
    let words = app.words(folder::words);
    let copied = move || {
        app.safety.with(|safety| safety.copied).map(|minutes| {
            view! {
                <dt>{words.t(|w| w.last)}</dt>
                <dd>{age(app.lang(), minutes, clock::minutes())}</dd>
            }
        })
    };
    view! {
        <dl class="record">
            <dt>{words.t(|w| w.folder)}</dt>
            <dd>{name}</dd>
            {live(copied)}
        </dl>
    }
}

/// Whether the copies can be read by anybody.
fn kind(app: App) -> impl IntoView {
    let words = app.words(folder::words);
    live(move || {
        if app.safety.with(|safety| safety.is_sealed) { words.t(|w| w.sealed) } else { words.t(|w| w.plain) }
    })
}

fn choose(app: App, fault: RwSignal<Option<FolderError>>, is_other: bool) -> impl IntoView {
    let words = app.words(folder::words);
    let press = move |_| {
        fault.set(None);
        leptos::task::spawn_local(async move {
            if let Err(error) = app.choose_folder().await {
                fault.try_set(Some(error));
            }
        });
    };
    view! {
        <button class=if is_other { "button button-quiet" } else { "button" } type="button" on:click=press>
            {if is_other { words.t(|w| w.other) } else { words.t(|w| w.choose) }}
        </button>
    }
}

fn allow(app: App, is_asked: bool) -> impl IntoView {
    let word = if is_asked {
        app.words(folder::words).t(|w| w.allow)
    } else {
        app.words(shell::words).t(|w| w.retry)
    };
    view! {
        <button
            class="button"
            type="button"
            on:click=move |_| leptos::task::spawn_local(app.allow_folder())
        >
            {word}
        </button>
    }
}

fn stop(app: App) -> impl IntoView {
    view! {
        <button
            class="button button-quiet"
            type="button"
            on:click=move |_| leptos::task::spawn_local(app.leave_folder())
        >
            {app.words(folder::words).t(|w| w.stop)}
        </button>
    }
}

/// Why nothing came of it, and what to do.
fn sentence(lang: Lang, error: FolderError) -> &'static str {
    let words = folder::words(lang);
    match error {
        FolderError::Cancelled => words.cancelled,
        FolderError::NotAllowed => words.not_allowed,
        FolderError::Missing => words.missing,
        FolderError::Full => words.full,
        FolderError::Busy => words.busy,
        FolderError::NotFetched => words.not_fetched,
        FolderError::Differs => words.differs,
        FolderError::Refused => words.refused,
    }
}
