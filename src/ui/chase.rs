//! The part of the program that chases: the composer with its texts and word lists, the call, the ladder, templates, work
//! not invoiced. Fetched as soon as the lists stand. As in `later`, the cut is the one function `answer`.

use leptos::prelude::*;

use super::later::{at_once, awaited, fetch_part};
use super::pages;
use super::paper;
use super::state::{App, use_app};
use crate::app::route::Route;

/// Fetches the part, or tries again; what puts documents on paper comes after it.
pub fn fetch(app: App) {
    fetch_part(app, app.chase, part::load(), paper::fetch);
}

/// A screen of the part; until that is here, what is happening.
pub fn screen(route: Route) -> AnyView {
    let app = use_app();
    fetch(app);
    awaited(app, app.chase, fetch, move || at_once(part::answer(route.clone())))
}

fn answer(route: Route) -> AnyView {
    match route {
        Route::Text(id, step) => view! { <pages::composer::Composer id=id step=step /> }.into_any(),
        Route::Templates => view! { <pages::templates::Templates /> }.into_any(),
        Route::Call(id) => view! { <pages::call::CallPage id=id /> }.into_any(),
        Route::Story(id) => view! { <pages::story::StoryPage id=id /> }.into_any(),
        Route::Policy => view! { <pages::pace::PolicyPage /> }.into_any(),
        Route::ClientPace(id) => view! { <pages::pace::ClientPace id=id /> }.into_any(),
        Route::InvoicePace(id) => view! { <pages::pace::InvoicePace id=id /> }.into_any(),
        Route::Unbilled => view! { <pages::unbilled::Unbilled /> }.into_any(),
        _ => view! { <pages::not_found::NotFound /> }.into_any(),
    }
}

#[cfg(feature = "split")]
#[expect(clippy::unnecessary_wraps, reason = "the macro adds the failure to fetch the part")]
mod part {
    use super::{AnyView, Route};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(chase, fallible, preload(load))]
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
