//! What a claim asks for while a signed plan gives time: the instalments that are due, and the whole claim as what comes
//! back if the plan is broken.

use leptos::prelude::*;

use super::Actions;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::dunning::withheld::PlanRuns;
use crate::domain::plan::standing::Standing;
use crate::text::format;
use crate::text::words::{calculator, withheld};
use crate::ui::components::answer::{ClaimLines, total_figure};
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The panel, in the place of the whole claim as due now.
#[component]
pub fn UnderPlan(id: InvoiceId, figures: Memo<Figures>, runs: Memo<PlanRuns>) -> impl IntoView {
    let app = use_app();
    let words = app.words(withheld::words);
    let currency = Memo::new(move |_| figures.with(|figures| figures.claim.currency));
    let is_paid = Memo::new(move |_| runs.with(|runs| runs.standing == Standing::Complete));
    let due = move || {
        let (lang, currency) = (app.lang(), currency.get());
        let due = runs.with(|runs| if is_paid.get() { runs.asked } else { runs.due });
        view! { <output class="total">{total_figure(lang, due, currency)}</output> }
    };
    let line_of = move |name: &'static str, amount| {
        let amount = format::money(app.lang(), amount, currency.get());
        view! { <div class="claim-line"><dt>{name}</dt> <dd>{amount}</dd></div> }
    };
    let to_come = move || {
        let to_come = runs.with(PlanRuns::to_come);
        (!is_paid.get() && to_come.is_positive()).then(|| line_of(withheld::words(app.lang()).left, to_come))
    };
    let given_up = move || {
        let w = withheld::words(app.lang());
        let given_up = runs.with(|runs| runs.given_up);
        let name = if is_paid.get() { w.given_up_now } else { w.given_up };
        given_up.is_positive().then(|| line_of(name, given_up))
    };
    // Interest that stops if the plan is kept runs until its end, and is given up only then.
    let given_up_more = move || {
        let grows = runs.with(|runs| runs.stops && runs.given_up.is_positive()) && !is_paid.get();
        grows.then(|| view! { <p class="field-hint">{withheld::words(app.lang()).given_up_more}</p> })
    };
    let whole = move || format::money(app.lang(), runs.with(|runs| runs.whole), currency.get());
    let of_it = move || {
        let lang = app.lang();
        let is_one_of_several = runs.with(|runs| runs.invoices.len() > 1);
        let own = figures.with(|figures| format::money(lang, figures.claim.balance(), currency.get()));
        is_one_of_several.then(|| view! { <p>{format!("{}{own}", withheld::words(lang).of_it)}</p> })
    };
    let next = move || {
        let (lang, currency) = (app.lang(), currency.get());
        runs.with(|runs| match &runs.next {
            Some(due) => withheld::next(lang, due, currency),
            None => withheld::words(lang).all_paid.to_owned(),
        })
    };
    let beside = move || {
        let (lang, currency) = (app.lang(), currency.get());
        let beside = runs.with(|runs| runs.beside)?;
        let said = if is_paid.get() {
            withheld::beside_by(lang, beside)
        } else {
            withheld::beside(lang, beside, currency)
        };
        Some(view! { <p>{said}</p> })
    };
    view! {
        <section class="answer" aria-label=app.words(calculator::words).t(|w| w.answer)>
            <div class="answer-head">
                <div class="answer-figures" role="status">
                    <p class="answer-label">
                        {live(move || {
                            let w = withheld::words(app.lang());
                            if is_paid.get() { w.aside } else { w.due }
                        })}
                    </p>
                    {live(due)}
                </div>
                <Actions figures=figures />
            </div>
            <div class="answer-rest">
                <p>{live(next)} " " <a href=Route::Plan(id).to_string()>{words.t(|w| w.plan)}</a></p>
                {live(beside)}
                <dl class="claim-lines">{live(to_come)} {live(given_up)}</dl>
                {live(given_up_more)}
                // Once every sum is paid nothing can be broken any more.
                {only_if(
                    move || !is_paid.get(),
                    move || {
                        view! {
                            <details class="disclosure">
                                <summary>{words.t(|w| w.whole)} " " <span class="amount">{live(whole)}</span></summary>
                                <div class="disclosure-body">
                                    {live(of_it)}
                                    <ClaimLines figures=figures />
                                </div>
                            </details>
                        }
                    },
                )}
            </div>
        </section>
    }
}
