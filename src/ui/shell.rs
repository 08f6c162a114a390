//! What stands around every screen: header, navigation, banners, and the line that says what was done.

use leptos::prelude::*;

use super::components::Icon;
use super::components::icon;
use super::later::LaterScreen;
use super::pages::calculator::Calculator;
use super::state::{Obstacle, Say, use_app};
use crate::app::command::Command;
use crate::app::effect::Done;
use crate::app::route::Route;
use crate::browser::{files, page};
use crate::store::StoreError;
use crate::text::Lang;
use crate::text::words::{problems, shell};

/// The whole page.
#[component]
pub fn Shell() -> impl IntoView {
    let app = use_app();
    let words = app.words(shell::words);
    let first = StoredValue::new(true);
    Effect::new(move |_| {
        app.route.track();
        if first.get_value() {
            first.set_value(false);
        } else {
            page::scroll_to_top();
            page::focus("h1");
        }
    });
    view! {
        <div class="app">
            <a class="skip-link" href="#page" on:click=move |event| {
                event.prevent_default();
                page::focus("#page");
            }>
                {words.t(|w| w.skip)}
            </a>
            <Header />
            <Navigation />
            <main class="page" id="page" tabindex="-1">
                <Banners />
                {move || page_of(app.route.get())}
            </main>
            <QuietLine />
        </div>
    }
}

/// The calculator is where a first visit lands; every other screen comes after it.
fn page_of(route: Route) -> AnyView {
    match route {
        Route::Calculator(query) => view! { <Calculator query=query /> }.into_any(),
        route => view! { <LaterScreen route=route /> }.into_any(),
    }
}

#[component]
fn Header() -> impl IntoView {
    let app = use_app();
    let words = app.words(shell::words);
    let choice = move |lang: Lang, short: &'static str, name: &'static str| {
        view! {
            <button
                class="language-choice"
                type="button"
                lang=lang.tag()
                aria-label=format!("{short}, {name}")
                aria-pressed=move || if app.lang() == lang { "true" } else { "false" }
                on:click=move |_| app.set_settings(|settings| settings.language = lang)
            >
                {short}
            </button>
        }
    };
    view! {
        <header class="app-header">
            <a class="mark" href="#/calcul">
                "Relance"
            </a>
            <div class="header-end">
                <div class="language" role="group" aria-label=words.t(|w| w.language)>
                    {choice(Lang::Fr, "FR", "Français")}
                    {choice(Lang::En, "EN", "English")}
                </div>
            </div>
        </header>
    }
}

#[component]
fn Navigation() -> impl IntoView {
    let app = use_app();
    let words = app.words(shell::words);
    let link = move |to: Route, here: fn(&Route) -> bool, path: &'static str, label: AnyView| {
        view! {
            <li>
                <a
                    class="nav-link"
                    href=to.to_string()
                    aria-current=move || app.route.with(here).then_some("page")
                >
                    <Icon path=path />
                    <span>{label}</span>
                </a>
            </li>
        }
    };
    let calculator = view! {
        <span class="nav-long">{words.t(|w| w.nav_calculator)}</span>
        <span class="nav-short">{words.t(|w| w.nav_calculator_short)}</span>
    };
    view! {
        <nav class="app-nav" aria-label=words.t(|w| w.navigation)>
            <ul class="nav-list">
                {link(
                    Route::Calculator(String::new()),
                    |route| matches!(route, Route::Calculator(_)),
                    icon::CALCULATOR,
                    calculator.into_any(),
                )}
                {link(
                    Route::Invoices,
                    |route| {
                        matches!(
                            route,
                            Route::Invoices
                            | Route::NewInvoice(_)
                            | Route::Invoice(_)
                            | Route::EditInvoice(_)
                            | Route::Text(..)
                        )
                    },
                    icon::INVOICE,
                    words.t(|w| w.nav_invoices).into_any(),
                )}
                {link(
                    Route::Clients,
                    |route| {
                        matches!(route, Route::Clients | Route::NewClient | Route::Client(_) | Route::EditClient(_))
                    },
                    icon::CLIENTS,
                    words.t(|w| w.nav_clients).into_any(),
                )}
                {link(
                    Route::Settings,
                    |route| matches!(route, Route::Settings | Route::Rates),
                    icon::SETTINGS,
                    words.t(|w| w.nav_settings).into_any(),
                )}
            </ul>
            <p class="nav-note">{words.t(|w| w.nothing_leaves)}</p>
        </nav>
    }
}

/// What keeps data from being read or written, for as long as it does.
#[component]
fn Banners() -> impl IntoView {
    let app = use_app();
    let words = app.words(shell::words);
    let download = move |_| {
        if app.download_backup().is_err() {
            // Read back it is not the book: give the raw records rather than nothing.
            let raw =
                app.book.with_untracked(|book| serde_json::to_string(&book.records().collect::<Vec<_>>()));
            files::download("relance.json", "application/json", &raw.unwrap_or_default());
        }
    };
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
                        <button class="button button-main" type="button" on:click=move |_| app.flush()>
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
        app.obstacle.get().map(|obstacle| {
            let (title, text): (Word, Word) = match obstacle {
                Obstacle::Memory => (|w| w.memory_title, |w| w.memory_text),
                Obstacle::Newer => (|w| w.newer_title, |w| w.newer_text),
                Obstacle::Unreadable => (|w| w.starting_failed, |w| w.unsaved_refused),
            };
            view! {
                <div class="banner">
                    <p class="banner-text">
                        <strong>{words.t(title)}</strong>
                        " "
                        {words.t(text)}
                    </p>
                    <button class="button button-quiet" type="button" on:click=download>
                        {words.t(|w| w.download_data)}
                    </button>
                </div>
            }
        })
    };
    let aside = move || {
        let elsewhere = app.route.with(|route| *route != Route::Settings);
        (elsewhere && app.aside.with(|aside| !aside.is_empty())).then(|| {
            view! {
                <div class="banner">
                    <p class="banner-text">
                        <strong>{words.t(|w| w.aside_title)}</strong>
                        " "
                        {words.t(|w| w.aside_text)}
                    </p>
                    <a class="button button-quiet" href=Route::Settings.to_string()>
                        {words.t(|w| w.aside_action)}
                    </a>
                </div>
            }
        })
    };
    view! { <div class="banners" role="status">{unsaved} {obstacle} {aside}</div> }
}

/// Which of the shell's words.
type Word = fn(&'static shell::Words) -> &'static str;

/// The line that says what was done and takes it back.
#[component]
fn QuietLine() -> impl IntoView {
    let app = use_app();
    let words = app.words(shell::words);
    let shown = move || {
        app.line.get().map(|line| {
            let text = said(app.lang(), line.say);
            let undo = line.undo.map(|change| {
                view! {
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| {
                            // A refusal says itself in the same place.
                            let _ = app.send(Command::Undo(change.clone()));
                        }
                    >
                        {words.t(|w| w.undo)}
                    </button>
                }
            });
            view! {
                <span>{text}</span>
                {undo}
                <button
                    class="button button-icon"
                    type="button"
                    aria-label=words.t(|w| w.close)
                    on:click=move |_| app.line.set(None)
                >
                    <Icon path=icon::CROSS />
                </button>
            }
        })
    };
    view! {
        <div class="quiet-line" class:is-empty=move || app.line.with(Option::is_none) role="status">
            {shown}
        </div>
    }
}

fn said(lang: Lang, say: Say) -> &'static str {
    let words = shell::words(lang);
    match say {
        Say::Refused(refusal) => problems::refusal(lang, refusal),
        Say::Copied => words.copied,
        Say::LinkCopied => words.link_copied,
        Say::CopyFailed => words.copy_failed,
        Say::OtherTab => words.other_tab,
        Say::WrittenAgain => words.written_again,
        Say::Done(done) => match done {
            Done::ProfileSaved => words.done_profile,
            Done::SettingsSaved => "",
            Done::ClientSaved => words.done_client,
            Done::ClientDeleted => words.done_client_deleted,
            Done::InvoiceAdded => words.done_invoice_added,
            Done::InvoiceSaved => words.done_invoice,
            Done::InvoiceDeleted => words.done_invoice_deleted,
            Done::PaymentAdded => words.done_payment,
            Done::CreditNoteAdded => words.done_credit_note,
            Done::MovementDeleted => words.done_movement_deleted,
            Done::SendingRecorded => words.done_sending,
            Done::ReceiptRecorded => words.done_receipt,
            Done::SendingDeleted => words.done_sending_deleted,
            Done::Restored => words.done_restored,
            Done::Undone => words.done_undone,
        },
    }
}
