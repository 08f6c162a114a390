//! The other plans about an invoice: proposed before and replaced, refused, broken or kept. They stay to be looked at; only
//! the one that is followed above counts.

use leptos::prelude::*;

use super::table;
use crate::base::{InvoiceId, PlanId};
use crate::domain::plan::Plan;
use crate::domain::plan::standing::{PlanRow, Standing};
use crate::text::words::{chronicle, plans};
use crate::text::{Lang, format};
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The section; nothing where there is no other plan than the one that is followed.
#[component]
pub fn Earlier(id: InvoiceId, followed: Signal<Option<PlanId>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(plans::words);
    let known = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| {
            let others = book.plans_about(id).rev().filter(|plan| Some(plan.id) != followed.get());
            let others = others.map(|plan| {
                let rows = plan.rows(book.received(plan, plan.ended.map_or(today, |ended| ended.on)));
                (plan.clone(), book.standing(plan, today), rows)
            });
            others.collect::<Vec<_>>()
        })
    });
    let list = move || {
        let lang = app.lang();
        let currency = app.book.with(|book| book.case(id).map(|case| case.invoice.currency));
        known.with(|known| {
            let rows = known.iter().map(|one| row(lang, one, currency.unwrap_or_default()));
            view! { <ul class="offer-list">{rows.collect_view()}</ul> }
        })
    };
    only_if(
        move || known.with(|known| !known.is_empty()),
        move || {
            view! {
                <section class="section" aria-labelledby="plans-earlier">
                    <h2 id="plans-earlier">{words.t(|w| w.earlier)}</h2>
                    {only_if(
                        move || followed.get().is_some(),
                        move || view! { <p class="field-hint">{words.t(|w| w.earlier_hint)}</p> },
                    )}
                    {live(list)}
                </section>
            }
        },
    )
}

fn row(
    lang: Lang,
    (plan, standing, rows): &(Plan, Standing, Vec<PlanRow>),
    currency: crate::base::Currency,
) -> AnyView {
    let w = plans::words(lang);
    let said = plan.ended.map_or_else(String::new, |ended| format!(", {}", format::date(lang, ended.on)));
    let proposed = format!("{}{}", w.proposed_on, format::date(lang, plan.proposed));
    let sums = table::followed(lang, rows, plan.instalments.len(), |_| None, currency);
    view! {
        <li class="offer-item">
            <h3>{chronicle::planned(lang, plan, currency)}</h3>
            <p><span class="badge">{plans::standing(lang, *standing)} {said}</span></p>
            <details class="disclosure disclosure-small">
                <summary>{proposed}</summary>
                <div class="disclosure-body">{sums}</div>
            </details>
        </li>
    }
    .into_any()
}
