//! What was spent so far, with the sum: what the user noted, what proceedings cost and gave back, each where it was noted.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::costs::CostCommand;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::{Amount, CostId, Currency, InvoiceId};
use crate::domain::assumptions::Assumptions;
use crate::domain::case_file::CaseFile;
use crate::domain::cost::CostKind;
use crate::domain::cost::entries::{Entry, Source, entries};
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
        let (lang, today) = (app.lang(), app.today.get());
        figures.with(|figures| {
            let known = assumptions
                .with(|assumptions| entries(&figures.case, figures.claim.currency, assumptions, today));
            table(app, lang, id, &figures.case, &known)
        })
    };
    view! {
        <section class="section" aria-labelledby="cost-noted">
            <h2 id="cost-noted">{words.t(|w| w.spent)}</h2>
            {live(body)}
        </section>
    }
}

fn table(app: App, lang: Lang, id: InvoiceId, case: &CaseFile, known: &[Entry]) -> AnyView {
    let w = costs::words(lang);
    if known.is_empty() {
        return view! { <p class="field-hint">{w.none}</p> }.into_any();
    }
    let money = |amount| format::money(lang, amount, Currency::EUR);
    let sum = |recovered: bool| -> Amount {
        let of_it = known.iter().filter(|entry| entry.is_recovered() == recovered);
        of_it.map(|entry| entry.amount).sum()
    };
    let (spent, recovered) = (sum(false), sum(true));
    let total = |name: &'static str, amount: String| {
        view! {
            <tr>
                <th scope="row">{name}</th>
                <td class="number">{amount}</td>
                <td></td>
            </tr>
        }
    };
    let back = recovered.is_positive().then(|| {
        view! {
            {total(w.recovered, format!("−{}", money(recovered)))}
            {total(w.borne, money((spent - recovered).or_zero()))}
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
            <tbody>{known.iter().map(|entry| row(app, lang, id, case, *entry)).collect_view()}</tbody>
            <tfoot>
                {total(w.sum, money(spent))}
                {back}
            </tfoot>
        </table>
    }
    .into_any()
}

/// A line: what the user noted is deleted here, what a proceeding cost is changed there.
fn row(app: App, lang: Lang, id: InvoiceId, case: &CaseFile, entry: Entry) -> AnyView {
    let w = costs::words(lang);
    let date = format::date(lang, entry.date);
    let cost = match entry.source {
        Source::Noted(number) => case.costs.iter().find(|cost| cost.id == number),
        _ => None,
    };
    let (name, time) = match cost {
        Some(cost) => {
            let time = match cost.kind {
                CostKind::Time(minutes) => Some(costs::time(lang, minutes)),
                _ => None,
            };
            (costs::name(lang, cost), time)
        }
        None => (costs::source(lang, entry.source).unwrap_or_default(), None),
    };
    let end = match entry.source {
        Source::Noted(number) => delete(app, id, number, w.delete, format!("{}, {name}, {date}", w.delete)),
        _ => view! { <a href=Route::After(id).to_string()>{w.see_after}</a> }.into_any(),
    };
    let amount = format::money(lang, entry.amount, Currency::EUR);
    let amount = if entry.is_recovered() { format!("−{amount}") } else { amount };
    view! {
        <tr>
            <td>
                {name}
                <span class="row-note row-note-line">{date} {time.map(|time| format!(", {time}"))}</span>
            </td>
            <td class="number">{amount}</td>
            <td class="number">{end}</td>
        </tr>
    }
    .into_any()
}

fn delete(app: App, id: InvoiceId, number: CostId, name: &'static str, label: String) -> AnyView {
    let delete = move |_| {
        // A refusal says itself at the bottom of the screen.
        let _ = app.send(Command::Cost(CostCommand::Delete(id, number)));
    };
    view! {
        <button class="button button-quiet" type="button" aria-label=label on:click=delete>
            {name}
        </button>
    }
    .into_any()
}
