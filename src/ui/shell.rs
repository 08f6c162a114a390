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
use crate::app::effect::Done;
use crate::app::route::Route;
use crate::browser::keyboard::{self, Shortcut};
use crate::browser::page;
use crate::domain::movement::MovementKind;
use crate::text::Lang;
use crate::text::words::{labels, problems, shell};

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
                    |route| matches!(route, Route::Today | Route::Forecast | Route::Replies),
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
            let text = said(app.lang(), line.say);
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

fn said(lang: Lang, say: Say) -> String {
    let words = shell::words(lang);
    let text = match say {
        Say::Refused(refusal) => problems::refusal(lang, refusal),
        Say::DoneUnsaved => words.done_unsaved,
        Say::Saving => words.saving,
        Say::NothingToUndo => words.nothing_to_undo,
        Say::NothingToRedo => words.nothing_to_redo,
        Say::Copied => words.copied,
        Say::LinkCopied => words.link_copied,
        Say::CopyFailed => words.copy_failed,
        Say::OtherTab => words.other_tab,
        Say::WrittenAgain => words.written_again,
        Say::Mended => words.mended,
        Say::TakenBack { done: Done::SettingsSaved, .. } => words.done_undone,
        Say::TakenBack { done, holds_again, .. } => {
            let said = if holds_again { words.redone } else { words.undone };
            return format!("{said}{}", labels::lower_first(done_text(lang, done)));
        }
        Say::Done(done) | Say::Kept(done) => done_text(lang, done),
    };
    text.to_owned()
}

/// What was done, as a sentence; nothing where no line is needed.
#[must_use]
pub fn done_text(lang: Lang, done: Done) -> &'static str {
    let words = shell::words(lang);
    match done {
        Done::ProfileSaved => words.done_profile,
        Done::SettingsSaved => "",
        Done::ClientSaved => words.done_client,
        Done::ClientDeleted => words.done_client_deleted,
        Done::InvoiceAdded => words.done_invoice_added,
        Done::InvoiceSaved => words.done_invoice,
        Done::InvoiceDeleted => words.done_invoice_deleted,
        Done::MovementAdded(kind) => match kind {
            MovementKind::Payment => words.done_payment,
            MovementKind::CreditNote => words.done_credit_note,
            MovementKind::Discount => words.done_discount,
            MovementKind::InterestWaiver | MovementKind::CompensationWaiver => words.done_waiver,
            MovementKind::Refund => words.done_refund,
        },
        Done::PaymentsAdded => words.done_payments,
        Done::ActAdded => words.done_act,
        Done::ActDeleted => words.done_act_deleted,
        Done::RatesSaved => words.done_rates,
        Done::MovementDeleted => words.done_movement_deleted,
        Done::SendingRecorded => words.done_sending,
        Done::ReceiptRecorded => words.done_receipt,
        Done::SendingDeleted => words.done_sending_deleted,
        Done::CallRecorded => words.done_call,
        Done::CircumstanceAdded
        | Done::PlanProposed
        | Done::PlanAccepted
        | Done::PlanNoticeNoted
        | Done::PlanEnded
        | Done::ProceedingBegun(_)
        | Done::StageNoted(_)
        | Done::InsolvencySaved
        | Done::OfferMade
        | Done::OfferAgreed
        | Done::OfferEnded
        | Done::DisputeSaved
        | Done::ProofAdded
        | Done::ReplyTaken => words.done_circumstance,
        Done::StageTakenOff => words.done_stage_off,
        Done::OfferFulfilled => words.done_offer,
        Done::DisputeClosed => words.done_dispute,
        Done::CircumstanceEnded => words.done_circumstance_ended,
        Done::CircumstanceDeleted
        | Done::PlanDeleted
        | Done::OfferDeleted
        | Done::CardDropped
        | Done::ProceedingDeleted
        | Done::ProofDeleted => words.done_circumstance_deleted,
        Done::PaceSaved | Done::PolicySaved => words.done_pace,
        Done::CardMade => words.done_card,
        Done::ForecastSaved => words.done_forecast,
        Done::BankChecked => words.done_bank,
        Done::TemplatesSaved => words.done_templates,
        Done::UnbilledSaved => words.done_unbilled,
        Done::StationerySaved => words.done_stationery,
        Done::CostsAdded => words.done_cost,
        Done::CostDeleted => words.done_cost_deleted,
        Done::AssumptionsSaved | Done::OutlookSaved => words.done_assumptions,
        Done::Restored => words.done_restored,
        Done::Undone => words.done_undone,
        Done::TakenFromTrash => words.done_taken,
        Done::TrashPurged => words.done_purged,
        Done::TrashDropped => words.done_dropped,
        Done::ClientErased => words.done_erased,
        Done::ClientAnonymised => words.done_anonymised,
        Done::AllErased => words.done_all_erased,
        Done::Merged => words.done_merged,
        Done::Archived => words.done_archived,
    }
}
