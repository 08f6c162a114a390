//! The place to give the passphrase of the data, in the place of every screen that shows any.

use leptos::prelude::*;

use super::lock::sentence;
use crate::browser::page;
use crate::store::backup::sealed::SealedError;
use crate::text::words::{lock, passphrase};
use crate::ui::components::button::{Weight, submit_button};
use crate::ui::components::{Field, Passphrase};
use crate::ui::keeper::locking::LockFault;
use crate::ui::live::{live, own};
use crate::ui::state::use_app;

/// The form; where the key is gone, what remains to be done.
#[component]
pub fn Unlock() -> impl IntoView {
    let app = use_app();
    let words = app.words(lock::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().unlock_title)));
    let is_lost = Memo::new(move |_| app.safety.with(|safety| safety.is_key_lost));
    live(move || {
        if is_lost.get() {
            view! {
                <div class="empty">
                    <h1 class="empty-title" tabindex="-1">
                        {words.t(|w| w.lost_title)}
                    </h1>
                    <p>{words.t(|w| w.lost_text)}</p>
                    <Abandon />
                </div>
            }
            .into_any()
        } else {
            view! { <Form /> }.into_any()
        }
    })
}

#[component]
fn Form() -> impl IntoView {
    let app = use_app();
    let words = app.words(lock::words);
    let (typed, is_busy) = (RwSignal::new(String::new()), RwSignal::new(false));
    let failed = RwSignal::new(None::<SealedError>);
    let fault =
        Signal::derive(move || failed.get().map(|error| sentence(app.lang(), LockFault::Passphrase(error))));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if is_busy.get_untracked() {
            return;
        }
        is_busy.set(true);
        failed.set(None);
        leptos::task::spawn_local(async move {
            let outcome = app.unlock(&typed.get_untracked()).await;
            is_busy.try_set(false);
            if outcome.is_err() {
                failed.try_set(outcome.err());
                page::focus("#unlock");
            } else {
                page::focus("h1");
            }
        });
    };
    view! {
        <div class="empty">
            <h1 class="empty-title" tabindex="-1">
                {words.t(|w| w.unlock_title)}
            </h1>
            <p>{words.t(|w| w.unlock_text)}</p>
            <form class="form form-narrow" novalidate on:submit=submit>
                <Passphrase
                    id="unlock"
                    label=app.words(passphrase::words).t(|w| w.label)
                    value=typed
                    fault=fault
                />
                <div class="form-actions">
                    <button class="button button-main" type="submit">
                        {words.t(|w| w.unlock)}
                    </button>
                    <p role="status">{live(move || is_busy.get().then(|| words.t(|w| w.unlocking)))}</p>
                </div>
            </form>
            <details class="disclosure">
                <summary>{words.t(|w| w.abandon)}</summary>
                <div class="disclosure-body">
                    <p>{words.t(|w| w.abandon_text)}</p>
                    <Abandon />
                </div>
            </details>
        </div>
    }
}

/// Erases what does not open, on a word typed.
#[component]
fn Abandon() -> impl IntoView {
    let app = use_app();
    let words = app.words(lock::words);
    let typed = RwSignal::new(String::new());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !app.abandon(&typed.get_untracked()) {
            page::focus("#abandon");
        }
    };
    view! {
        <form class="form form-narrow" novalidate on:submit=submit>
            <Field id="abandon" label=words.t(|w| w.abandon_type) value=own(typed) />
            {submit_button(Weight::Plain, words.t(|w| w.abandon_action))}
        </form>
    }
}
