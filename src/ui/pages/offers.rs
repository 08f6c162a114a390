//! Offers about one invoice: one is made, all ways are compared side by side, those that were made are followed.

pub mod builder;
pub mod compare;
pub mod made;

use leptos::prelude::*;

use self::builder::Builder;
use self::made::Made;
use super::not_found::NotFound;
use super::plan::decided::{decided, others};
use crate::app::views::figures::Figures;
use crate::app::views::offer_desk::OfferDesk;
use crate::base::{InvoiceId, OfferId};
use crate::text::words::offers;
use crate::ui::components::ClaimHead;
use crate::ui::live::{given, given_or, live, only_if};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn OffersPage(
    /// Which invoice.
    id: InvoiceId,
) -> impl IntoView {
    let app = use_app();
    let figures = app.figures_of(id);
    given_or(
        figures.into(),
        move |figures| view! { <Offers id=id figures=figures /> },
        || view! { <NotFound /> },
    )
}

#[component]
fn Offers(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(offers::words);
    let desk = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| OfferDesk::of(book, id, today))
    });
    // A lapsed offer to be made anew, with its terms.
    let again = RwSignal::new(None::<OfferId>);
    let has_made = move || desk.with(|desk| desk.as_ref().is_some_and(|desk| !desk.offers.is_empty()));
    let held = others(app, id);
    let is_ours = move || !app.shows_archive() && held.with(Option::is_none);
    let is = move |what: fn(&OfferDesk) -> bool| desk.with(|desk| desk.as_ref().is_some_and(what));
    // What was agreed to is carried out or taken back before anything else is offered.
    let is_taken_up = move || is(OfferDesk::is_taken_up);
    let may_make = move || is_ours() && is(OfferDesk::has_something) && !is_taken_up();
    view! {
        <ClaimHead id=id figures=figures title=words.t(|w| w.title) />
        {live(move || held.with(|held| held.as_ref().map(|held| decided(app.lang(), id, held))))}
        {only_if(
            has_made,
            move || {
                given(
                    desk.into(),
                    move |desk| view! { <Made id=id desk=desk again=again is_ours=Signal::derive(is_ours) /> },
                )
            },
        )}
        {only_if(may_make, move || given(desk.into(), move |desk| view! { <Builder id=id desk=desk again=again /> }))}
        {only_if(
            move || !may_make() && is_ours(),
            move || view! {
                <p class="field-hint">
                    {live(move || if is_taken_up() { words.now().taken_up } else { words.now().nothing })}
                </p>
            },
        )}
    }
}
