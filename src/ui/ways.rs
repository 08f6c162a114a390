//! The part of the program that looks for a way out: payment plans, offers, disputes, what each way costs and brings, what
//! comes after the amicable way, evidence, the forecast, reply cards. Fetched once documents on paper are here. As in
//! `later`, the cut is the one function `answer`.

use leptos::prelude::*;

use super::later::{Later, at_once, awaited, fetch_part};
use super::pages;
use super::pages::replies::card::CardDesk;
use super::rare;
use super::state::{App, use_app};
use crate::app::route::Route;
use crate::browser::page;

/// What the part is asked for.
#[derive(Clone)]
pub enum Ways {
    /// A screen.
    Screen(Route),
    /// The reply card offered with a text.
    Card(CardDesk),
}

/// The style of these pages: no other needs it.
const STYLE: &str = include_str!("../../style/ways.css");

/// Fetches the part, or tries again; what is rarely needed comes after it.
pub fn fetch(app: App) {
    if app.ways.get_untracked() == Later::Here {
        rare::fetch(app);
        return;
    }
    fetch_part(app, app.ways, part::load(), rare::fetch);
}

/// The same and nothing after it, for a page that stands alone.
fn fetch_alone(app: App) {
    fetch_part(app, app.ways, part::load(), |_| ());
}

/// A screen of the part; until that is here, what is happening.
pub fn screen(route: Route) -> AnyView {
    piece(Ways::Screen(route))
}

/// A piece of view from the part; until that is here, what is happening.
pub fn piece(what: Ways) -> AnyView {
    let app = use_app();
    fetch(app);
    awaited(app, app.ways, fetch, move || at_once(part::answer(what.clone())))
}

/// A screen that stands alone: no other part of the program is fetched for it.
pub fn alone(route: Route) -> AnyView {
    let app = use_app();
    fetch_alone(app);
    awaited(app, app.ways, fetch_alone, move || at_once(part::answer(Ways::Screen(route.clone()))))
}

fn answer(what: Ways) -> AnyView {
    page::adopt_style(STYLE);
    match what {
        Ways::Screen(Route::Plan(id)) => view! { <pages::plan::PlanPage id=id /> }.into_any(),
        Ways::Screen(Route::After(id)) => view! { <pages::after::AfterPage id=id /> }.into_any(),
        Ways::Screen(Route::Ways(id)) => view! { <pages::recovery::RecoveryPage id=id /> }.into_any(),
        Ways::Screen(Route::Costs(id)) => view! { <pages::costs::CostsPage id=id /> }.into_any(),
        Ways::Screen(Route::Offers(id)) => view! { <pages::offers::OffersPage id=id /> }.into_any(),
        Ways::Screen(Route::Dispute(id)) => view! { <pages::dispute::DisputePage id=id /> }.into_any(),
        Ways::Screen(Route::Proofs(id)) => view! { <pages::evidence::EvidencePage id=id /> }.into_any(),
        Ways::Screen(Route::Forecast) => view! { <pages::forecast::ForecastPage /> }.into_any(),
        Ways::Screen(Route::Balance) => view! { <pages::balance::BalancePage /> }.into_any(),
        Ways::Screen(Route::Replies) => view! { <pages::replies::Replies /> }.into_any(),
        Ways::Screen(Route::Reply(card)) => view! { <pages::reply::ReplyPage card=card /> }.into_any(),
        Ways::Screen(_) => view! { <pages::not_found::NotFound /> }.into_any(),
        Ways::Card(desk) => view! { <pages::replies::card::CardOption desk=desk /> }.into_any(),
    }
}

#[cfg(feature = "split")]
#[expect(clippy::unnecessary_wraps, reason = "the macro adds the failure to fetch the part")]
mod part {
    use super::{AnyView, Ways};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(ways, fallible, preload(load))]
    pub(super) fn answer(what: Ways) -> Result<AnyView, SplitLoaderError> {
        Ok(super::answer(what))
    }
}

/// Builds for development are not cut.
#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "the same as where the program is cut")]
mod part {
    use super::{AnyView, Ways};
    use std::convert::Infallible;

    pub(super) async fn load() -> Result<(), Infallible> {
        Ok(())
    }

    pub(super) async fn answer(what: Ways) -> Result<AnyView, Infallible> {
        Ok(super::answer(what))
    }
}
