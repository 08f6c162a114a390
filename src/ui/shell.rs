//! What stands around every screen: header, navigation, banners, and the line that says what was done.

use leptos::prelude::*;

use super::components::Icon;
use super::components::icon;
use super::later::{self, Ask, Later};
use super::live::live;
use super::pages::calculator::Calculator;
use super::session::{Session, use_session};
use super::state::{App, Obstacle, Say, use_app};
use super::ways;
use crate::app::route::Route;
use crate::browser::keyboard::{self, Shortcut};
use crate::browser::page;
use crate::text::Lang;
use crate::text::words::shell;

/// The whole page.
#[component]
pub fn Shell() -> impl IntoView {
    let app = use_app();
    Session::provide();
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
    listen_to_keys(app);
    // A client’s page is no screen of the creditor’s: it stands alone, and nothing is opened for it.
    let card = Memo::new(move |_| match app.route.get() {
        Route::Reply(card) => Some(card),
        _ => None,
    });
    live(move || match card.get() {
        Some(card) => view! {
            <div class="reply-app">
                <main class="page" id="page" tabindex="-1">
                    {ways::alone(Route::Reply(card))}
                </main>
                <QuietLine />
            </div>
        }
        .into_any(),
        None => whole(app),
    })
}

/// The page of the creditor: what stands around every screen, and the screen.
fn whole(app: App) -> AnyView {
    let words = app.words(shell::words);
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
                {live(move || (app.later.get() == Later::Here).then(|| later::ask(app, Ask::Banners)))}
                {move || page_of(app.route.get())}
            </main>
            <QuietLine />
        </div>
    }
    .into_any()
}

/// Undo and redo by the keys that every program has for them.
fn listen_to_keys(app: App) {
    keyboard::on_shortcut(move |shortcut| {
        let is_card = app.route.with_untracked(|route| matches!(route, Route::Reply(_)));
        if app.later.get_untracked() == Later::Here && !is_card {
            later::ask(
                app,
                match shortcut {
                    Shortcut::Undo => Ask::UndoLast,
                    Shortcut::Redo => Ask::RedoLast,
                },
            );
        }
    });
}

/// The calculator is where a first visit lands; every other screen comes after it.
fn page_of(route: Route) -> AnyView {
    match route {
        Route::Calculator(query) => view! { <Calculator query=query /> }.into_any(),
        route => later::piece(Ask::Screen(route)),
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
                on:click=move |_| app.settings.update(|settings| settings.language = lang)
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
    let link = move |to: Signal<String>, here: fn(&Route) -> bool, path: &'static str, label: AnyView| {
        view! {
            <li>
                <a
                    class="nav-link"
                    href=to
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
    let session = use_session();
    let count = move || {
        let due = session.due.get().filter(|due| *due > 0)?;
        Some(view! {
            <span class="nav-count">{due} <span class="visually-hidden">{words.t(|w| w.nav_today_count)}</span></span>
        })
    };
    view! {
        <nav class="app-nav" aria-label=words.t(|w| w.navigation)>
            <ul class="nav-list">
                {link(
                    Signal::stored(Route::Today.to_string()),
                    |route| matches!(route, Route::Today | Route::Forecast | Route::Balance | Route::Replies),
                    icon::TODAY,
                    view! {
                        {words.t(|w| w.nav_today)}
                        {live(count)}
                    }
                        .into_any(),
                )}
                {link(
                    Signal::derive(move || Route::Calculator(app.calculator.get()).to_string()),
                    |route| matches!(route, Route::Calculator(_)),
                    icon::CALCULATOR,
                    calculator.into_any(),
                )}
                {link(
                    Signal::stored(Route::Invoices.to_string()),
                    |route| {
                        matches!(
                            route,
                            Route::Invoices
                            | Route::NewInvoice(_)
                            | Route::Invoice(_)
                            | Route::EditInvoice(_)
                            | Route::Text(..)
                            | Route::Call(_)
                            | Route::InvoicePace(_)
                            | Route::Story(_)
                            | Route::Documents(..)
                            | Route::Copy(..)
                            | Route::Plan(_)
                            | Route::Proofs(_)
                            | Route::Ways(_)
                            | Route::Costs(_)
                            | Route::After(_)
                            | Route::Offers(_)
                            | Route::Dispute(_)
                            | Route::Unbilled
                        )
                    },
                    icon::INVOICE,
                    words.t(|w| w.nav_invoices).into_any(),
                )}
                {link(
                    Signal::stored(Route::Clients.to_string()),
                    |route| {
                        matches!(
                            route,
                            Route::Clients
                            | Route::NewClient
                            | Route::Client(_)
                            | Route::EditClient(_)
                            | Route::ClientPace(_)
                        )
                    },
                    icon::CLIENTS,
                    words.t(|w| w.nav_clients).into_any(),
                )}
                {link(
                    Signal::stored(Route::Settings.to_string()),
                    |route| {
                        matches!(
                            route,
                            Route::Settings | Route::Data | Route::Rates | Route::Policy | Route::Templates
                        )
                    },
                    icon::SETTINGS,
                    words.t(|w| w.nav_settings).into_any(),
                )}
            </ul>
            <p class="nav-note">{words.t(|w| w.nothing_leaves)}</p>
        </nav>
    }
}

/// The line that says what was done and takes it back.
#[component]
fn QuietLine() -> impl IntoView {
    let app = use_app();
    let words = app.words(shell::words);
    let shown = move || {
        app.line.get().map(|line| {
            let text = said(app, line.say);
            let is_soon = matches!(line.say, Say::Kept(_) | Say::TakenBack { is_durable: false, .. });
            let is_memory = app.obstacle.get_untracked() == Some(Obstacle::Memory);
            let soon = is_soon.then(|| words.t(if is_memory { |w| w.kept_page } else { |w| w.kept_soon }));
            let undo = line.undo.map(|number| {
                view! {
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| {
                            later::ask(app, Ask::Undo(number));
                            // The button is gone, and the focus with it.
                            request_animation_frame(|| {
                                page::focus(".quiet-line button");
                            });
                        }
                    >
                        {words.t(|w| w.undo)}
                    </button>
                }
            });
            view! {
                <span>{text} " " {soon}</span>
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

/// The words of the line; those about a change come with the part that makes it.
fn said(app: App, say: Say) -> Option<AnyView> {
    let words = shell::words(app.lang());
    let text = match say {
        Say::Copied => words.copied,
        Say::LinkCopied => words.link_copied,
        Say::CopyFailed => words.copy_failed,
        say => return later::ask(app, Ask::Said(say)),
    };
    Some(text.into_any())
}
