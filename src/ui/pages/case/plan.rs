//! What a claim asks for while a signed plan gives time: the instalments that are due, and the whole claim as what comes
//! back if the plan is broken.

use leptos::prelude::*;

use super::Actions;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::dunning::withheld::PlanRuns;
use crate::text::format;
use crate::text::words::{calculator, withheld};
use crate::ui::components::answer::{ClaimLines, total_figure};
use crate::ui::live::live;
use crate::ui::state::use_app;

/// The panel, in the place of the whole claim as due now.
#[component]
pub fn UnderPlan(id: InvoiceId, figures: Memo<Figures>, runs: Memo<PlanRuns>) -> impl IntoView {
    let app = use_app();
    let words = app.words(withheld::words);
    let currency = Memo::new(move |_| figures.with(|figures| figures.claim.currency));
    let due = move || {
        let (lang, currency, due) = (app.lang(), currency.get(), runs.with(|runs| runs.due));
        view! { <output class="total">{total_figure(lang, due, currency)}</output> }
    };
    let left = move || format::money(app.lang(), runs.with(|runs| runs.left), currency.get());
    let whole =
        move || figures.with(|figures| format::money(app.lang(), figures.claim.balance(), currency.get()));
    let next = move || {
        let lang = app.lang();
        runs.with(|runs| runs.next.as_ref().map(|due| withheld::next(lang, due, currency.get())))
    };
    view! {
        <section class="answer" aria-label=app.words(calculator::words).t(|w| w.answer)>
            <div class="answer-head">
                <div class="answer-figures" role="status">
                    <p class="answer-label">{words.t(|w| w.due)}</p>
                    {live(due)}
                </div>
                <Actions figures=figures />
            </div>
            <div class="answer-rest">
                <p>{live(next)} " " <a href=Route::Plan(id).to_string()>{words.t(|w| w.plan)}</a></p>
                <dl class="claim-lines">
                    <div class="claim-line">
                        <dt>{words.t(|w| w.left)}</dt>
                        <dd>{live(left)}</dd>
                    </div>
                </dl>
                <details class="disclosure">
                    <summary>{words.t(|w| w.whole)} " " <span class="amount">{live(whole)}</span></summary>
                    <div class="disclosure-body">
                        <ClaimLines figures=figures />
                    </div>
                </details>
            </div>
        </section>
    }
}
