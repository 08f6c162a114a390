//! Where to go on from a claim beside its next step: a short list of links.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::text::words::case;
use crate::ui::live::only_if;
use crate::ui::state::use_app;

/// The links.
#[component]
pub fn Ways(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let words = use_app().words(case::words);
    let is_of_use = move || {
        figures.with(|figures| figures.claim.total.is_positive() || !figures.case.proceedings.is_empty())
    };
    only_if(is_of_use, move || {
        view! { <p><a href=Route::After(id).to_string()>{words.t(|w| w.after)}</a></p> }
    })
}
