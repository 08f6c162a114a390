//! The part of the program that is rarely needed: « Vos données », backups, joining and erasing. Fetched when all else
//! stands, and kept, so that the network may then be cut. As in `later`, the cut is the one function `answer`.

use leptos::prelude::*;

use super::later::{Later, at_once, awaited, say_ready};
use super::pages::data::unlock::Unlock;
use super::pages::data::{Data, erase};
use super::state::{App, Say, use_app};
use crate::base::ClientId;
use crate::browser::folder::FolderError;

/// What the part is asked for.
#[derive(Clone)]
pub enum Rare {
    /// The page « Vos données ».
    Page,
    /// Erasing one client, below its record.
    EraseClient(ClientId),
    /// To download a backup, or what there is where that is not possible.
    Backup,
    /// To copy everything to the folder the user chose.
    Copy,
    /// To ask the user for that folder again.
    AllowFolder,
    /// The place to give the passphrase of the data.
    Unlock,
}

/// Fetches the part, or tries again.
pub fn fetch(app: App) {
    if app.rare.get_untracked() == Later::Here {
        say_ready(app);
        return;
    }
    app.rare.set(Later::Coming);
    leptos::task::spawn_local(async move {
        let is_here = part::load().await.is_ok();
        app.rare.set(if is_here { Later::Here } else { Later::Missing });
        say_ready(app);
    });
}

/// A piece of view from the part; until that is here, what is happening.
pub fn piece(what: Rare) -> AnyView {
    let app = use_app();
    fetch(app);
    awaited(app, app.rare, fetch, move || now(app, what.clone()))
}

/// Has the part do something, as soon as it is here; where it cannot be fetched, nothing was done, which is said.
pub fn ask(app: App, what: Rare) {
    leptos::task::spawn_local(async move {
        if part::load().await.is_ok() {
            now(app, what);
        } else if matches!(what, Rare::Copy) {
            app.copy_failed(FolderError::NotFetched);
        } else {
            app.say(Say::NotFetched, None);
        }
    });
}

/// Asks the part, which must be here.
fn now(app: App, what: Rare) -> Option<AnyView> {
    at_once(part::answer(app, what))
}

fn answer(app: App, what: Rare) -> AnyView {
    match what {
        Rare::Page => view! { <Data /> }.into_any(),
        Rare::EraseClient(id) => erase::client(id),
        Rare::Backup => {
            app.download_all();
            ().into_any()
        }
        Rare::Copy => {
            leptos::task::spawn_local(app.copy_now());
            ().into_any()
        }
        Rare::AllowFolder => {
            leptos::task::spawn_local(app.allow_folder());
            ().into_any()
        }
        Rare::Unlock => view! { <Unlock /> }.into_any(),
    }
}

#[cfg(feature = "split")]
#[expect(clippy::unnecessary_wraps, reason = "the macro adds the failure to fetch the part")]
mod part {
    use super::{AnyView, App, Rare};
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    #[wasm_split(rare, fallible, preload(load))]
    pub(super) fn answer(app: App, what: Rare) -> Result<AnyView, SplitLoaderError> {
        Ok(super::answer(app, what))
    }
}

/// Builds for development are not cut.
#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "the same as where the program is cut")]
mod part {
    use super::{AnyView, App, Rare};
    use std::convert::Infallible;

    pub(super) async fn load() -> Result<(), Infallible> {
        Ok(())
    }

    pub(super) async fn answer(app: App, what: Rare) -> Result<AnyView, Infallible> {
        Ok(super::answer(app, what))
    }
}
