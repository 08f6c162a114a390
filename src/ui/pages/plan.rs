//! A payment plan for one invoice or several of its client: built and compared, or followed once it was proposed.

pub mod builder;
pub mod chart;
pub mod choices;
pub mod closing;
pub mod decided;
pub mod earlier;
pub mod follow;
pub mod payment;
pub mod progress;
pub mod proposed;
pub mod receipt;
pub mod signing;
pub mod table;
pub mod variants;

use leptos::prelude::*;

use self::builder::Builder;
use self::decided::{decided, others};
use self::earlier::Earlier;
use self::follow::Follow;
use super::not_found::NotFound;
use crate::app::views::figures::Figures;
use crate::app::views::plan_desk::PlanDesk;
use crate::base::{InvoiceId, PlanId};
use crate::text::words::plans;
use crate::ui::components::ClaimHead;
use crate::ui::live::{given, given_or, live, only_if};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn PlanPage(
    /// Which invoice.
    id: InvoiceId,
) -> impl IntoView {
    let app = use_app();
    let figures = app.figures_of(id);
    given_or(
        figures.into(),
        move |figures| view! { <Plans id=id figures=figures /> },
        || view! { <NotFound /> },
    )
}

#[component]
fn Plans(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(plans::words);
    let known = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| book.plan_of(id, today).map(|known| (known.plan.id, known.plan.ended.is_some())))
    });
    let plan = Signal::derive(move || known.get().map(|(plan, _)| plan));
    let desk = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| PlanDesk::of(book, id, today))
    });
    // Another one is built beside a proposal only when asked for; a signed plan is not replaced.
    let again = RwSignal::new(None::<PlanId>);
    let is_open = move || known.get().is_some_and(|(_, ended)| !ended);
    let held = others(app, id);
    let builds = move || {
        let is_free = !app.shows_archive() && held.with(Option::is_none);
        is_free && (!is_open() || again.get() == plan.get())
    };
    view! {
        <ClaimHead id=id figures=figures title=words.t(|w| w.title) />
        {live(move || held.with(|held| held.as_ref().map(|held| decided(app.lang(), id, held))))}
        {given(plan, move |plan| {
            live(move || view! { <Follow id=id plan=plan.get() again=again /> })
        })}
        {only_if(builds, move || given(desk.into(), move |desk| view! { <Builder id=id now=desk /> }))}
        <Earlier id=id followed=plan />
    }
}
