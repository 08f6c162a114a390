//! The part of the program that looks for a way out: payment plans, offers, disputes, what each way costs and brings, and
//! what comes after the amicable way. Fetched once documents on paper are here. As in `later`, the cut is the one function
//! `answer`.

use leptos::prelude::*;

use super::later::{at_once, awaited, fetch_part};
use super::pages;
use super::rare;
use super::state::{App, use_app};
use crate::app::route::Route;
use crate::browser::page;

/// The style of its pages.
const STYLE: &str = include_str!("../../style/ways.css");

/// Fetches the part, or tries again; what is rarely needed comes after it.
pub fn fetch(app: App) {
    fetch_part(app, app.ways, part::load(), rare::fetch);
}

/// A screen of the part; until that is here, what is happening.
pub fn screen(route: Route) -> AnyView {
    let app = use_app();
    fetch(app);
    awaited(app, app.ways, fetch, move || at_once(part::answer(route.clone())))
}

fn answer(route: Route) -> AnyView {
    page::adopt_style(STYLE);
    match route {
        Route::Plan(id) => view! { <pages::plan::PlanPage id=id /> }.into_any(),
        Route::After(id) => view! { <pages::after::AfterPage id=id /> }.into_any(),
        Route::Ways(id) => view! { <pages::recovery::RecoveryPage id=id /> }.into_any(),
        Route::Costs(id) => view! { <pages::costs::CostsPage id=id /> }.into_any(),
        Route::Offers(id) => view! { <pages::offers::OffersPage id=id /> }.into_any(),
        Route::Dispute(id) => view! { <pages::dispute::DisputePage id=id /> }.into_any(),
        _ => view! { <pages::not_found::NotFound /> }.into_any(),
    }
}

#[cfg(feature = "split")]
#[expect(clippy::unnecessary_wraps, reason = "the macro adds the failure to fetch the part")]
mod part {
    use super::{AnyView, Route};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(ways, fallible, preload(load))]
    pub(super) fn answer(route: Route) -> Result<AnyView, SplitLoaderError> {
        Ok(super::answer(route))
    }
}

/// Builds for development are not cut.
#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "the same as where the program is cut")]
mod part {
    use super::{AnyView, Route};
    use std::convert::Infallible;

    pub(super) async fn load() -> Result<(), Infallible> {
        Ok(())
    }

    pub(super) async fn answer(route: Route) -> Result<AnyView, Infallible> {
        Ok(super::answer(route))
    }
}
