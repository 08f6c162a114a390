//! An address that names no screen, or something that is gone.

use leptos::prelude::*;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::browser::page;
use crate::text::words::{form as form_words, shell};
use crate::ui::draft::Draft;
use crate::ui::live::only_if;
use crate::ui::state::use_app;

/// Says so, and offers a way on.
#[component]
pub fn NotFound() -> impl IntoView {
    let words = use_app().words(shell::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().not_found_title)));
    view! {
        <section class="empty">
            <h1 class="empty-title" tabindex="-1">
                {words.t(|w| w.not_found_title)}
            </h1>
            <p>{words.t(|w| w.not_found_text)}</p>
            <div class="button-row">
                <a class="button button-main" href="#/calcul">
                    {words.t(|w| w.not_found_action)}
                </a>
            </div>
        </section>
    }
}

/// The form of a record while that is there. Once it is gone, here or in another tab, what was typed of one's own is left
/// to be read, and nothing can be saved into nothing.
pub fn while_there<T, V>(draft: Draft<T>, form: impl Fn() -> V + Send + 'static) -> AnyView
where
    T: Clone + PartialEq + Serialize + DeserializeOwned + Send + Sync + 'static,
    V: IntoAny + 'static,
{
    let is_there = only_if(move || !draft.is_gone(), form);
    let is_gone = only_if(move || draft.is_gone(), move || gone(draft.typed()));
    view! { {is_there} {is_gone} }.into_any()
}

fn gone(typed: Vec<String>) -> AnyView {
    let words = use_app().words(form_words::words);
    let typed = (!typed.is_empty()).then(|| {
        view! {
            <section class="section">
                <p>{words.t(|w| w.gone_typed)}</p>
                <ul>{typed.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
            </section>
        }
    });
    view! {
        <NotFound />
        {typed}
    }
    .into_any()
}
