//! Where one goes from a claim to negotiate it, or further: a list of links, each with what it is for.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::text::words::case;
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// Which of the words of a claim.
type Word = fn(&'static case::Words) -> &'static str;

/// A way: where it leads, its name, what it is for.
type Way = (fn(InvoiceId) -> Route, Word, Word);

/// Every way, in the order it is offered.
const WAYS: &[Way] = &[
    (Route::Plan, |w| w.plan, |w| w.plan_hint),
    (Route::Offers, |w| w.offers, |w| w.offers_hint),
    (Route::Dispute, |w| w.dispute, |w| w.dispute_hint),
];

/// The section; nothing where nothing is owed and nothing is contested.
#[component]
pub fn Ways(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let has_any = move || {
        figures.with(|figures| {
            let negotiated = figures.case.circumstances.iter().any(|one| one.life().is_some());
            figures.claim.total.is_positive() || negotiated || !figures.case.offers.is_empty()
        })
    };
    let list = move || {
        let w = words.now();
        let ways = WAYS.iter().map(|(route, name, hint)| {
            view! {
                <li>
                    <a href=route(id).to_string()>{name(w)}</a>
                    <span class="row-note row-note-line">{hint(w)}</span>
                </li>
            }
        });
        view! { <ul class="way-links">{ways.collect_view()}</ul> }
    };
    only_if(has_any, move || {
        view! {
            <section class="section" aria-labelledby="ways">
                <h2 id="ways">{words.t(|w| w.ways)}</h2>
                {live(list)}
            </section>
        }
    })
}
