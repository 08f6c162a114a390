//! What to do where the browser lost more than the journal holds.

use leptos::prelude::*;

use crate::text::words::kept;
use crate::ui::state::use_app;

/// What is missing, how it comes back, and the word that it has; nothing where all is there.
#[component]
pub fn Partial() -> impl IntoView {
    let app = use_app();
    let words = app.words(kept::words);
    move || {
        app.safety.with(|safety| safety.mended.is_partial).then(|| {
            view! {
                <div>
                    <h3>{words.t(|w| w.partial)}</h3>
                    <p>{words.t(|w| w.partial_what)}</p>
                    <button class="button button-quiet" type="button" on:click=move |_| app.is_whole_again()>
                        {words.t(|w| w.partial_done)}
                    </button>
                </div>
            }
        })
    }
}
