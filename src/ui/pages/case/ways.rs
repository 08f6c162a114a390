//! Ways on from a claim, a short list: what proves it, the answers of its cards.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::evidence::Evidence;
use crate::text::words::{case, evidence};
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The list.
#[component]
pub fn Ways(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let meter = move || {
        let (lang, today) = (app.lang(), app.today.get());
        figures.with(|figures| {
            let known = Evidence::of(&figures.case, &figures.client, today);
            evidence::meter(lang, known.strength, known.count())
        })
    };
    view! {
        <p><a href=Route::Proofs(id).to_string()>{live(meter)}</a></p>
        {only_if(
            move || figures.with(|figures| !figures.case.cards.is_empty()),
            move || view! { <p><a href=Route::Replies.to_string()>{words.t(|w| w.replies)}</a></p> },
        )}
    }
}
