//! The passphrase of an encrypted backup, asked where the file was chosen.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Reader, Stage};
use crate::browser::page;
use crate::store::backup::sealed::SealedError;
use crate::text::words::{restore, shell};
use crate::ui::components::Passphrase as Field;
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
    let fault = Signal::derive(move || error.map(|error| faults::sealed(app.lang(), error)));
    request_animation_frame(|| {
        page::focus("#restore-passphrase");
    });
    view! {
        <form class="form form-narrow" novalidate on:submit=submit>
            <p>
                <strong>{name}</strong>
                " "
                {words.t(|w| w.sealed)}
            </p>
            <Field id="restore-passphrase" label=words.t(|w| w.passphrase) value=typed fault=fault />
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
