//! The later part of the program: the book and its storage, the texts, and every screen but the calculator. The release
//! build cuts it out, so that the calculator stands sooner; it is fetched as soon as that stands, and kept, so that the
//! network may then be cut.
//!
//! The cut is the one function `answer`: what only it reaches is in the later part.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;

use super::banners::Banners;
use super::chase;
use super::live::live;
use super::pages;
use super::pages::calculator::message::{Message, Written};
use super::pages::today::round::RoundBar;
use super::pages::unbilled::offer::Offer;
use super::paper;
use super::rare::{self, Rare};
use super::said::said;
use super::state::{App, Obstacle, Say, use_app};
use super::ways;
use crate::app::forms::calculator::{CalculatorField, CalculatorForm};
use crate::app::problem::Findings;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::browser::{page, timer};
use crate::text::words::shell;

/// Time before « loading » is said, in milliseconds: what comes sooner needs no word.
const PATIENCE: i32 = 200;

/// The style of the pages of the later parts: the first screen need not wait for it. What is printed has the last word.
const STYLE: &str = concat!(
    include_str!("../../style/records.css"),
    include_str!("../../style/pages.css"),
    include_str!("../../style/today.css"),
    include_str!("../../style/print.css"),
    include_str!("../../style/printed-pages.css")
);

/// What became of the later part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// On its way.
    Coming,
    /// The list of invoices is shown as it was, until the book is open.
    Glimpsed,
    /// Here.
    Here,
    /// It could not be fetched.
    Missing,
}

/// What the later part is asked for.
#[derive(Clone)]
pub enum Ask {
    /// To open the book.
    OpenBook,
    /// To take back a change, by its number.
    Undo(u64),
    /// To take back the last change.
    UndoLast,
    /// To let the last change that was taken back hold again.
    RedoLast,
    /// What the quiet line says of a change.
    Said(Say),
    /// The banners above the screen.
    Banners,
    /// A screen.
    Screen(Route),
    /// The place to give the passphrase of the data.
    Unlock,
    /// The texts of the calculator's claim: the e-mail with its fields.
    Message {
        /// The claim.
        figures: Memo<Figures>,
        /// What was typed.
        form: RwSignal<CalculatorForm>,
        /// What was found in it.
        findings: Memo<Findings<CalculatorField>>,
        /// Where the texts are to be written.
        written: RwSignal<Option<Written>>,
    },
}

/// Fetches the later part, or tries again; it then opens the book, and is here when that is open.
pub fn fetch(app: App) {
    app.later.set(Later::Coming);
    leptos::task::spawn_local(async move {
        if part::load().await.is_ok() {
            ask(app, Ask::OpenBook);
        } else {
            app.later.set(Later::Missing);
        }
    });
}

/// Fetches a part that comes after the lists, or tries again, and then the next.
pub fn fetch_part<E>(
    app: App,
    state: RwSignal<Later>,
    load: impl Future<Output = Result<(), E>> + 'static,
    next: fn(App),
) {
    if state.get_untracked() == Later::Here {
        return;
    }
    state.set(Later::Coming);
    leptos::task::spawn_local(async move {
        let is_here = load.await.is_ok();
        state.set(if is_here { Later::Here } else { Later::Missing });
        say_ready(app);
        timer::when_idle(move || next(app));
    });
}

/// What a part that is here answers: its future is then ready at the first look.
pub fn at_once<E>(answer: impl Future<Output = Result<AnyView, E>>) -> Option<AnyView> {
    match pin!(answer).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(view) => view.ok(),
        Poll::Pending => None,
    }
}

/// Says on the page that every part is here. The last ones come in any order: a screen may ask for one before its turn.
pub fn say_ready(app: App) {
    if [app.later, app.chase, app.paper, app.ways, app.rare]
        .iter()
        .all(|part| part.get_untracked() == Later::Here)
    {
        page::set_ready();
    }
}

/// Asks the later part, which must be here.
pub fn ask(app: App, ask: Ask) -> Option<AnyView> {
    at_once(part::answer(app, ask))
}

/// A piece of view from the later part; until that is here, what is happening.
pub fn piece(what: Ask) -> AnyView {
    let app = use_app();
    let is_locked = Memo::new(move |_| app.obstacle.get() == Some(Obstacle::Locked));
    // Before the book is open, only the list has something to show.
    let is_list = matches!(what, Ask::Screen(Route::Invoices));
    let state = Memo::new(move |_| match app.later.get() {
        Later::Glimpsed if is_list => Later::Here,
        Later::Glimpsed => Later::Coming,
        state => state,
    });
    awaited(app, state, fetch, move || match &what {
        // In the place of every screen that shows data.
        Ask::Screen(_) if is_locked.get() => ask(app, Ask::Unlock),
        what => ask(app, what.clone()),
    })
}

/// A piece of view from a part of the program; until that is here, what is happening.
pub fn awaited(
    app: App,
    state: impl Into<Signal<Later>>,
    fetch: fn(App),
    view: impl Fn() -> Option<AnyView> + Send + 'static,
) -> AnyView {
    let state = state.into();
    if state.get_untracked() == Later::Missing {
        fetch(app);
    }
    let words = app.words(shell::words);
    let is_slow = RwSignal::new(false);
    timer::after(PATIENCE, move || {
        is_slow.try_set(true);
    });
    live(move || match state.get() {
        Later::Here => view(),
        Later::Coming | Later::Glimpsed => Some(
            view! {
                <p class="page-sub" role="status">
                    {live(move || is_slow.get().then(|| words.t(|w| w.later_coming)))}
                </p>
            }
            .into_any(),
        ),
        Later::Missing => Some(
            view! {
                <div class="empty" role="alert">
                    <h2 class="empty-title" tabindex="-1">
                        {words.t(|w| w.later_missing_title)}
                    </h2>
                    <p>{words.t(|w| w.later_missing_text)}</p>
                    <button class="button button-main" type="button" on:click=move |_| fetch(app)>
                        {words.t(|w| w.retry)}
                    </button>
                </div>
            }
            .into_any(),
        ),
    })
}

fn answer(app: App, ask: Ask) -> AnyView {
    match ask {
        Ask::OpenBook => {
            page::adopt_style(STYLE);
            leptos::task::spawn_local(async move {
                app.open_book().await;
                app.later.set(Later::Here);
                timer::when_idle(move || chase::fetch(app));
            });
            ().into_any()
        }
        Ask::Undo(number) => {
            app.undo(number);
            ().into_any()
        }
        Ask::UndoLast => {
            app.undo_last();
            ().into_any()
        }
        Ask::RedoLast => {
            app.redo_last();
            ().into_any()
        }
        Ask::Said(say) => said(app.lang(), say).into_any(),
        Ask::Banners => view! {
            <Banners />
            <RoundBar />
            <Offer />
        }
        .into_any(),
        Ask::Screen(route) => screen(route),
        Ask::Unlock => rare::piece(Rare::Unlock),
        Ask::Message { figures, form, findings, written } => {
            view! { <Message figures=figures form=form findings=findings written=written /> }.into_any()
        }
    }
}

fn screen(route: Route) -> AnyView {
    match route {
        Route::Invoices => view! { <pages::invoices::Invoices /> }.into_any(),
        Route::NewInvoice(query) => view! { <pages::invoice_form::NewInvoice query=query /> }.into_any(),
        Route::EditInvoice(id) => view! { <pages::invoice_form::EditInvoice id=id /> }.into_any(),
        Route::Invoice(id) => view! { <pages::case::Case id=id /> }.into_any(),
        Route::Clients => view! { <pages::clients::Clients /> }.into_any(),
        Route::NewClient => view! { <pages::client_form::ClientEditor id=None /> }.into_any(),
        Route::EditClient(id) => view! { <pages::client_form::ClientEditor id=Some(id) /> }.into_any(),
        Route::Client(id) => view! { <pages::client::ClientCard id=id /> }.into_any(),
        Route::Settings => view! { <pages::settings::Settings /> }.into_any(),
        Route::Data => rare::piece(Rare::Page),
        route @ (Route::Text(..)
        | Route::Call(_)
        | Route::InvoicePace(_)
        | Route::ClientPace(_)
        | Route::Story(_)
        | Route::Unbilled
        | Route::Policy
        | Route::Templates) => chase::screen(route),
        route @ (Route::Documents(..) | Route::Copy(..) | Route::Letters) => paper::screen(route),
        route @ (Route::Plan(_)
        | Route::After(_)
        | Route::Ways(_)
        | Route::Costs(_)
        | Route::Offers(_)
        | Route::Dispute(_)
        | Route::Proofs(_)
        | Route::Forecast
        | Route::Balance
        | Route::Replies
        | Route::Reply(_)) => ways::screen(route),
        Route::Rates => view! { <pages::rates::Rates /> }.into_any(),
        Route::Today => view! { <pages::today::Today /> }.into_any(),
        // The calculator is in the first part.
        Route::Calculator(_) | Route::NotFound(_) => view! { <pages::not_found::NotFound /> }.into_any(),
    }
}

#[cfg(feature = "split")]
#[expect(clippy::unnecessary_wraps, reason = "the macro adds the failure to fetch the part")]
mod part {
    use super::{AnyView, App, Ask};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(later, fallible, preload(load))]
    pub(super) fn answer(app: App, ask: Ask) -> Result<AnyView, SplitLoaderError> {
        Ok(super::answer(app, ask))
    }
}

/// Builds for development are not cut.
#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "the same as where the program is cut")]
mod part {
    use super::{AnyView, App, Ask};
    use std::convert::Infallible;

    pub(super) async fn load() -> Result<(), Infallible> {
        Ok(())
    }

    pub(super) async fn answer(app: App, ask: Ask) -> Result<AnyView, Infallible> {
        Ok(super::answer(app, ask))
    }
}
