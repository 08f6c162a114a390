//! Once an invoice was entered for a piece of work, the offer to take that off the list.

use leptos::prelude::*;

use super::take_off;
use crate::browser::page;
use crate::text::words::unbilled;
use crate::ui::live::{live, only_if};
use crate::ui::session::use_session;
use crate::ui::state::use_app;

/// The offer; nothing until the invoice is there.
#[component]
pub fn Offer() -> impl IntoView {
    let app = use_app();
    let words = app.words(unbilled::words);
    let session = use_session();
    let work = Memo::new(move |_| {
        let (work, invoice) = session.invoicing.get()?;
        app.book.with(|book| {
            book.case(invoice)?;
            book.unbilled().works.iter().find(|known| known.id == work).cloned()
        })
    });
    let done = move || {
        session.invoicing.set(None);
        request_animation_frame(|| {
            page::focus("h1");
        });
    };
    let take = move |_| {
        if work.get_untracked().is_some_and(|work| take_off(app, work.id)) {
            done();
        }
    };
    only_if(
        move || work.with(Option::is_some),
        move || {
            view! {
                <div class="banner work-offer" role="note">
                    <p class="banner-text">
                        <strong>{live(move || work.get().map(|work| format!("{} {}", work.client, work.what)))}</strong>
                        " "
                        {words.t(|w| w.offer)}
                    </p>
                    <div class="button-row">
                        <button class="button" type="button" on:click=take>
                            {words.t(|w| w.take_off)}
                        </button>
                        <button class="button button-quiet" type="button" on:click=move |_| done()>
                            {words.t(|w| w.keep)}
                        </button>
                    </div>
                </div>
            }
        },
    )
}
