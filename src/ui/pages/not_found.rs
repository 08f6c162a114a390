//! An address that names no screen, or something that is gone.

use leptos::prelude::*;

use crate::browser::page;
use crate::text::words::shell;
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
