//! The part of the program that looks for a way out: payment plans, built and followed. Fetched once documents on paper are here.
//! As in `later`, the cut is the one function `answer`.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use leptos::prelude::*;

use super::later::{Later, awaited, say_ready};
use super::pages;
use super::rare;
use super::state::{App, use_app};
use crate::app::route::Route;
use crate::browser::timer;

/// Fetches the part, or tries again; what is rarely needed comes after it.
pub fn fetch(app: App) {
    if app.ways.get_untracked() == Later::Here {
        return;
    }
    app.ways.set(Later::Coming);
    leptos::task::spawn_local(async move {
        let is_here = part::load().await.is_ok();
        app.ways.set(if is_here { Later::Here } else { Later::Missing });
        say_ready(app);
        timer::when_idle(move || rare::fetch(app));
    });
}

/// A screen of the part; until that is here, what is happening.
pub fn screen(route: Route) -> AnyView {
    let app = use_app();
    fetch(app);
    awaited(app, app.ways, fetch, move || now(route.clone()))
}

/// Asks the part, which must be here: its future is then ready at the first look.
fn now(route: Route) -> Option<AnyView> {
    match pin!(part::answer(route)).as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(view) => view.ok(),
        Poll::Pending => None,
    }
}

fn answer(route: Route) -> AnyView {
    match route {
        Route::Plan(id) => view! { <pages::plan::PlanPage id=id /> }.into_any(),
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
