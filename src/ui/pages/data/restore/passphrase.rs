//! The passphrase of an encrypted backup, asked where the file was chosen.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Reader, Stage};
use crate::browser::page;
use crate::store::backup::sealed::SealedError;
use crate::text::words::{restore, shell};
use crate::ui::live::live;
use crate::ui::pages::data::faults;
use crate::ui::state::use_app;

/// The field, with what was wrong with the passphrase given last.
pub(super) fn passphrase(reader: Reader, file: Arc<(String, String)>, error: Option<SealedError>) -> AnyView {
    let app = use_app();
    let words = app.words(restore::words);
    let typed = RwSignal::new(String::new());
    let name = file.0.clone();
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        reader.open(Arc::clone(&file), typed.get_untracked());
    };
    let cancel = move |_| {
        reader.next();
        reader.stage.set(Stage::Nothing);
        page::focus("#restore-choose");
    };
    let fault = error.map(|error| {
        view! {
            <p class="field-error" id="restore-passphrase-error">
                {live(move || faults::sealed(app.lang(), error))}
            </p>
        }
    });
    request_animation_frame(|| {
        page::focus("#restore-passphrase");
    });
    view! {
        <form class="form" on:submit=submit>
            <p>
                <strong>{name}</strong>
                " "
                {words.t(|w| w.sealed)}
            </p>
            <div class="field">
                <label class="field-label" for="restore-passphrase">
                    {words.t(|w| w.passphrase)}
                </label>
                <input
                    id="restore-passphrase"
                    type="password"
                    autocomplete="current-password"
                    aria-invalid=error.is_some().then_some("true")
                    aria-describedby=error.is_some().then_some("restore-passphrase-error")
                    prop:value=typed
                    on:input=move |event| typed.set(event_target_value(&event))
                />
                {fault}
            </div>
            <div class="form-actions">
                <button class="button button-main" type="submit">
                    {words.t(|w| w.open)}
                </button>
                <button class="button button-quiet" type="button" on:click=cancel>
                    {app.words(shell::words).t(|w| w.cancel)}
                </button>
            </div>
        </form>
    }
    .into_any()
}
