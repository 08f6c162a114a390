//! Where one goes from a claim to negotiate it, or further: a list of links, each with what it is for, and what spending
//! has reached.

use leptos::prelude::*;

use crate::app::book::Book;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::cost::{Level, Spending};
use crate::domain::evidence::Evidence;
use crate::text::words::{case, costs, evidence};
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
    (Route::Ways, |w| w.routes, |w| w.routes_hint),
    (Route::Costs, |w| w.costs, |w| w.costs_hint),
    (Route::After, |w| w.after, |w| w.after_hint),
];

/// The section; nothing where nothing is owed and nothing was begun.
#[component]
pub fn Ways(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let has_any = move || {
        figures.with(|figures| {
            let case = &figures.case;
            let is_begun = case.circumstances.iter().any(|one| one.life().is_some())
                || !case.offers.is_empty()
                || !case.proceedings.is_empty()
                || !case.costs.is_empty()
                || !case.proofs.is_empty();
            figures.claim.balance().is_positive() || is_begun
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
        let meter = move || {
            let (lang, today) = (app.lang(), app.today.get());
            figures.with(|figures| {
                let known = Evidence::of(&figures.case, &figures.client, today);
                evidence::meter(lang, known.strength, known.score)
            })
        };
        let replies = move || {
            figures.with(|figures| !figures.case.cards.is_empty()).then(|| {
                view! {
                    <li><a href=Route::Replies.to_string()>{w.replies}</a></li>
                }
            })
        };
        view! {
            <ul class="way-links">
                {ways.collect_view()}
                <li>
                    <a href=Route::Proofs(id).to_string()>{w.proofs}</a>
                    <span class="row-note row-note-line">{live(meter)}</span>
                </li>
                {live(replies)}
            </ul>
        }
    };
    only_if(has_any, move || {
        view! {
            <section class="section" aria-labelledby="ways">
                <h2 id="ways">{words.t(|w| w.ways)}</h2>
                {live(list)}
                <Spent figures=figures />
            </section>
        }
    })
}

/// What was spent, where a line of the user's own is reached.
#[component]
fn Spent(figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    live(move || {
        let lang = app.lang();
        let (level, said) = app.book.with(|book| {
            let assumptions = Book::assumptions(book);
            let level =
                figures.with(|figures| Spending::of(&figures.case, &figures.claim, assumptions).level);
            (level, costs::level(lang, level, assumptions.alert_line(), assumptions.stop_line()))
        });
        said.map(|said| view! { <p class="cost-said" class:is-over=level == Level::Stop>{said}</p> })
    })
}
