//! The screens after the first. The release build cuts them out of the program: they are fetched once the calculator
//! stands, so that it stands sooner, and kept, so that the network may then be cut.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;

use super::live::live;
use super::pages;
use super::state::use_app;
use crate::app::route::Route;
use crate::browser::{page, timer};
use crate::text::words::shell;

/// Time before « loading » is said, in milliseconds: what comes sooner needs no word.
const PATIENCE: i32 = 200;

/// What became of the later screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// On their way.
    Coming,
    /// Here.
    Here,
    /// They could not be fetched.
    Missing,
}

/// Fetches the later screens, or tries again.
pub fn fetch(later: RwSignal<Later>) {
    later.set(Later::Coming);
    leptos::task::spawn_local(async move {
        if part::load().await.is_ok() {
            page::set_ready();
            later.set(Later::Here);
        } else {
            later.set(Later::Missing);
        }
    });
}

/// A later screen; until it is here, what is happening.
#[component]
pub fn LaterScreen(
    /// Which screen.
    route: Route,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(shell::words);
    if app.later.get_untracked() == Later::Missing {
        fetch(app.later);
    }
    let is_slow = RwSignal::new(false);
    timer::after(PATIENCE, move || {
        is_slow.try_set(true);
    });
    live(move || match app.later.get() {
        Later::Here => draw(route.clone()),
        Later::Coming => Some(
            view! {
                <p class="page-sub" role="status" aria-busy="true">
                    {live(move || is_slow.get().then(|| words.t(|w| w.later_coming)))}
                </p>
            }
            .into_any(),
        ),
        Later::Missing => Some(
            view! {
                <div class="empty" role="alert">
                    <h1 class="empty-title" tabindex="-1">
                        {words.t(|w| w.later_missing_title)}
                    </h1>
                    <p>{words.t(|w| w.later_missing_text)}</p>
                    <button class="button button-main" type="button" on:click=move |_| fetch(app.later)>
                        {words.t(|w| w.retry)}
                    </button>
                </div>
            }
            .into_any(),
        ),
    })
}

/// The screen, which is here: its future is ready at the first look.
fn draw(route: Route) -> Option<AnyView> {
    match pin!(part::draw(route)).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(screen) => screen.ok(),
        Poll::Pending => None,
    }
}

fn screen(route: Route) -> AnyView {
    match route {
        Route::Invoices => view! { <pages::invoices::Invoices /> }.into_any(),
        Route::NewInvoice(query) => view! { <pages::invoice_form::NewInvoice query=query /> }.into_any(),
        Route::EditInvoice(id) => view! { <pages::invoice_form::EditInvoice id=id /> }.into_any(),
        Route::Invoice(id) => view! { <pages::case::Case id=id /> }.into_any(),
        Route::Text(id, step) => view! { <pages::composer::Composer id=id step=step /> }.into_any(),
        Route::Clients => view! { <pages::clients::Clients /> }.into_any(),
        Route::NewClient => view! { <pages::client_form::ClientEditor id=None /> }.into_any(),
        Route::EditClient(id) => view! { <pages::client_form::ClientEditor id=Some(id) /> }.into_any(),
        Route::Client(id) => view! { <pages::client::ClientCard id=id /> }.into_any(),
        Route::Settings => view! { <pages::settings::Settings /> }.into_any(),
        Route::Rates => view! { <pages::rates::Rates /> }.into_any(),
        // The calculator is never a later screen.
        Route::Calculator(_) | Route::NotFound(_) => view! { <pages::not_found::NotFound /> }.into_any(),
    }
}

/// The cut: what only [`draw`](part::draw) reaches is in the later part.
#[cfg(feature = "split")]
#[expect(clippy::unnecessary_wraps, reason = "the macro adds the failure to fetch the part")]
mod part {
    use super::{AnyView, Route};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(screens, fallible, preload(load))]
    pub(super) fn draw(route: Route) -> Result<AnyView, SplitLoaderError> {
        Ok(super::screen(route))
    }
}

/// Builds for development are not cut.
#[cfg(not(feature = "split"))]
mod part {
    use super::{AnyView, Route};
    use std::convert::Infallible;

    #[expect(clippy::unused_async, reason = "the same as where the program is cut")]
    pub(super) async fn load() -> Result<(), Infallible> {
        Ok(())
    }

    #[expect(clippy::unused_async, reason = "the same as where the program is cut")]
    pub(super) async fn draw(route: Route) -> Result<AnyView, Infallible> {
        Ok(super::screen(route))
    }
}
