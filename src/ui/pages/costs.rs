//! What one invoice costs: the sum and its share of the claim, contacts to confirm, what was noted, and the form for more.

pub mod confirm;
pub mod form;
pub mod list;

use leptos::prelude::*;

use self::confirm::Confirm;
use self::form::CostEditor;
use super::not_found::NotFound;
use super::recovery::assumptions::AssumptionsEditor;
use crate::app::book::Book;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::assumptions::Assumptions;
use crate::domain::cost::{Level, Spending};
use crate::text::words::{costs, recovery};
use crate::ui::components::ClaimHead;
use crate::ui::live::{given_or, live};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn CostsPage(
    /// Which invoice.
    id: InvoiceId,
) -> impl IntoView {
    let app = use_app();
    let figures = app.figures_of(id);
    given_or(
        figures.into(),
        move |figures| view! { <Costs id=id figures=figures /> },
        || view! { <NotFound /> },
    )
}

#[component]
fn Costs(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(costs::words);
    let assumptions = Memo::new(move |_| app.book.with(|book| Book::assumptions(book).clone()));
    let spending = Memo::new(move |_| {
        figures.with(|figures| {
            assumptions.with(|assumptions| Spending::of(&figures.case, &figures.claim, assumptions))
        })
    });
    view! {
        <ClaimHead id=id figures=figures title=words.t(|w| w.title) />
        <div class="cost-answer" role="status">
            {live(move || assumptions.with(|assumptions| answer(app.lang(), id, spending.get(), assumptions)))}
        </div>
        <p class="cost-ways">
            <a href=Route::Ways(id).to_string()>{words.t(|w| w.ways)}</a>
        </p>
        <div class="two-columns costs-page">
            <div class="column">
                <Confirm id=id figures=figures />
                <list::Noted id=id figures=figures assumptions=assumptions />
            </div>
            <div class="column">
                <section class="section" aria-labelledby="cost-add">
                    <h2 id="cost-add">{words.t(|w| w.add)}</h2>
                    <CostEditor id=id figures=figures />
                </section>
                <section class="section" aria-labelledby="cost-assumptions">
                    <h2 id="cost-assumptions">{app.words(recovery::words).t(|w| w.assumptions)}</h2>
                    <AssumptionsEditor all=false />
                </section>
            </div>
        </div>
    }
}

/// The sum, the gauge with both lines, and what they say.
fn answer(lang: crate::text::Lang, id: InvoiceId, spending: Spending, assumptions: &Assumptions) -> AnyView {
    let w = costs::words(lang);
    if spending.total().is_zero() && !spending.recovered.is_positive() {
        return view! { <p class="ways-head">{w.nothing}</p> }.into_any();
    }
    let (alert, stop) = (assumptions.alert_line(), assumptions.stop_line());
    let said = costs::level(lang, spending.level, alert, stop);
    let share = spending.share().is_some().then(|| spending.gauge());
    let at_stake = spending.at_stake.unwrap_or_default();
    let gauge = share.map(|share| {
        view! {
            <div class="cost-gauge" class:is-over=spending.level == Level::Stop role="img" aria-label=format!("{}{}{}", w.gauge, lang.pick("\u{a0}: ", ": "), recovery::percent(lang, share))>
                <span class="cost-fill" style:--at=share.to_string()></span>
                <i style:--at=alert.to_string()></i>
                <i style:--at=stop.to_string()></i>
            </div>
            <p class="cost-lines">{costs::lines(lang, alert, stop, at_stake)}</p>
        }
    });
    let unknown = spending.at_stake.is_none().then(|| {
        view! {
            <p class="cost-said">{w.no_rate} " " <a href=Route::Ways(id).to_string()>{w.say_rate}</a></p>
        }
    });
    let assumed = (assumptions.hourly.is_none() && 0 < spending.minutes)
        .then(|| view! { <p class="field-hint">{w.hourly_default}</p> });
    view! {
        <p class="ways-head">{costs::answer(lang, &spending)}</p>
        {gauge}
        {unknown}
        {said.map(|said| view! { <p class="cost-said">{said}</p> })}
        <p class="page-sub">{costs::made_of(lang, &spending)}</p>
        {assumed}
    }
    .into_any()
}
