//! What was noted so far, with the sum.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::costs::CostCommand;
use crate::app::views::figures::Figures;
use crate::base::{Amount, Currency, InvoiceId};
use crate::domain::assumptions::Assumptions;
use crate::domain::cost::{Cost, CostKind};
use crate::text::words::costs;
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// The section.
#[component]
pub fn Noted(id: InvoiceId, figures: Memo<Figures>, assumptions: Memo<Assumptions>) -> impl IntoView {
    let app = use_app();
    let words = app.words(costs::words);
    let body = move || {
        let lang = app.lang();
        let known = figures.with(|figures| figures.case.costs.clone());
        assumptions.with(|assumptions| table(app, lang, id, &known, assumptions))
    };
    view! {
        <section class="section" aria-labelledby="cost-noted">
            <h2 id="cost-noted">{words.t(|w| w.spent)}</h2>
            {live(body)}
        </section>
    }
}

fn table(app: App, lang: Lang, id: InvoiceId, known: &[Cost], assumptions: &Assumptions) -> AnyView {
    let w = costs::words(lang);
    if known.is_empty() {
        return view! { <p class="field-hint">{w.none}</p> }.into_any();
    }
    let worth = |cost: &Cost| match cost.kind {
        CostKind::Time(minutes) => assumptions.time(minutes),
        kind => kind.money(),
    };
    let sum: Amount = known.iter().map(worth).sum();
    let money = |amount| format::money(lang, amount, Currency::EUR);
    let rows = known.iter().map(|cost| {
        let number = cost.id;
        let name = costs::name(lang, cost);
        let label = format!("{}, {name}, {}", w.delete, format::date(lang, cost.date));
        let time = match cost.kind {
            CostKind::Time(minutes) => Some(costs::time(lang, minutes)),
            _ => None,
        };
        let delete = move |_| {
            // A refusal says itself at the bottom of the screen.
            let _ = app.send(Command::Cost(CostCommand::Delete(id, number)));
        };
        view! {
            <tr>
                <td>
                    {name}
                    <span class="row-note row-note-line">{format::date(lang, cost.date)} {time.map(|time| format!(", {time}"))}</span>
                </td>
                <td class="number">{money(worth(cost))}</td>
                <td class="number">
                    <button class="button button-quiet" type="button" aria-label=label on:click=delete>
                        {w.delete}
                    </button>
                </td>
            </tr>
        }
    });
    view! {
        <table class="plain-table">
            <thead>
                <tr>
                    <th scope="col">{w.what}</th>
                    <th class="number" scope="col">{w.amount}</th>
                    <th scope="col">
                        <span class="visually-hidden">{w.delete}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
            <tfoot>
                <tr>
                    <th scope="row">{w.sum}</th>
                    <td class="number">{money(sum)}</td>
                    <td></td>
                </tr>
            </tfoot>
        </table>
    }
    .into_any()
}
