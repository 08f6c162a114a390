//! The forecast of cash: what comes in week by week, as a picture and a table; one client not paying; what it supposes.

pub mod assumptions;
pub mod chart;

use leptos::prelude::*;

use self::assumptions::AssumptionsDesk;
use crate::app::route::Route;
use crate::app::views::forecast::{Forecast, Owing, Part, forecast, quarter};
use crate::base::{Amount, ClientId, Currency};
use crate::browser::page;
use crate::domain::forecast::weeks::{Lowest, Week, balances, lowest};
use crate::domain::forecast::{Apart, HEAVY_SHARE, Supposed};
use crate::text::words::{forecast as words_of, labels, today};
use crate::text::{Lang, format};
use crate::ui::components::pick::pick;
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn ForecastPage() -> impl IntoView {
    let app = use_app();
    let words = app.words(words_of::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().title)));
    let without = RwSignal::new(None::<ClientId>);
    let known = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| forecast(book, today, without.get()))
    });
    let has_some = Memo::new(move |_| known.with(|known| !known.parts.is_empty()));
    let owing = Memo::new(move |_| known.with(clients));
    let choices = move || {
        let names = owing.get().into_iter().map(|(_, name)| labels::client_name(app.lang(), &name));
        std::iter::once(words.now().stress_none.to_owned()).chain(names).collect()
    };
    let taken = move || {
        let client = without.get();
        owing.with(|all| all.iter().position(|(id, _)| Some(*id) == client).map_or(0, |at| at + 1))
    };
    let take = move |at: usize| {
        let client =
            at.checked_sub(1).and_then(|at| owing.with_untracked(|all| all.get(at).map(|(id, _)| *id)));
        without.set(client);
    };
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Today.to_string()>
                "← "
                {app.words(today::words).t(|w| w.title)}
            </a>
            <h1 tabindex="-1">{words.t(|w| w.title)}</h1>
        </div>
        {only_if(move || !has_some.get(), move || view! { <p>{words.t(|w| w.nothing)}</p> })}
        {only_if(
            move || has_some.get(),
            move || view! {
                {live(move || known.with(|known| {
                    known.parts.iter().map(|part| weeks_of(app.lang(), part, &known.assumptions)).collect_view()
                }))}
                <section class="section ways-stack forecast-stress" aria-labelledby="stress">
                    <h2 id="stress">{words.t(|w| w.stress)}</h2>
                    {pick("stress-client", words.t(|w| w.stress_client), choices, taken, take)}
                    <div role="status">
                        {live(move || known.with(|known| {
                            let told = known.parts.iter().filter_map(|part| stress(app.lang(), part, &known.assumptions));
                            told.collect_view()
                        }))}
                    </div>
                </section>
                {live(move || known.with(|known| {
                    known.parts.iter().map(|part| who(app.lang(), part)).collect_view()
                }))}
            },
        )}
        <AssumptionsDesk />
    }
}

/// Every client who owes in any currency, by name.
fn clients(known: &Forecast) -> Vec<(ClientId, String)> {
    let mut all: Vec<(ClientId, String)> = Vec::new();
    for one in known.parts.iter().flat_map(|part| &part.clients) {
        if !all.iter().any(|(id, _)| *id == one.client) {
            all.push((one.client, one.name.clone()));
        }
    }
    all
}

/// Cash and costs are known in euros alone.
fn cash(assumptions: &Supposed, currency: Currency) -> (Option<Amount>, Option<Amount>) {
    if currency == Currency::EUR { (assumptions.cash, assumptions.costs) } else { (None, None) }
}

/// The weeks of one currency: the sum, the picture, the table.
fn weeks_of(lang: Lang, part: &Part, assumptions: &Supposed) -> AnyView {
    let words = words_of::words(lang);
    let money = |amount| format::money(lang, amount, part.currency);
    let heading = format!("forecast-{}", part.currency.code());
    let (cash, costs) = cash(assumptions, part.currency);
    let cash_of = |weeks: &[Week]| {
        (cash.is_some() || costs.is_some())
            .then(|| balances(weeks, cash.unwrap_or_default(), costs.unwrap_or_default()))
    };
    let known = cash_of(&part.weeks);
    let left = part.without.as_deref().and_then(cash_of);
    let lowest =
        lowest(&part.weeks, cash, costs).map(|low| view! { <p>{low_text(lang, low, part.currency)}</p> });
    let besides = part.besides.is_positive().then(|| {
        let amount = money(part.besides);
        view! { <p class="forecast-besides">{format!("{}{amount}{}", words.besides, words.besides_end)}</p> }
    });
    let uncounted = part.uncounted.is_positive().then(|| {
        view! { <p class="field-hint">{format!("{}{}.", words.uncounted, money(part.uncounted))}</p> }
    });
    let apart = (!part.apart.is_empty())
        .then(|| view! { <p class="field-hint">{format!("{}{}.", words.apart, apart_text(lang, part))}</p> });
    let table = chart::table(lang, part, (known.as_deref(), left.as_deref()), heading.clone());
    view! {
        <section class="section ways-stack" aria-labelledby=heading.clone()>
            <h2 class="forecast-answer" id=heading.clone()>
                {money(part.quarter())}
                <small>{words.expected}</small>
            </h2>
            {chart::chart(lang, part)}
            {table}
            {chart::reasons(lang, part)}
            {besides}
            {lowest}
            {uncounted}
            {apart}
            <p class="field-hint">{words.basis} " " {words_of::assumed(lang, assumptions)}</p>
        </section>
    }
    .into_any()
}

/// What has no day, by reason: « contesté 300,00 € ».
fn apart_text(lang: Lang, part: &Part) -> String {
    let sums =
        [Apart::Disputed, Apart::InCourt, Apart::HandedOver, Apart::Insolvent, Apart::Sold].map(|why| {
            let sum: Amount = part.apart.iter().filter(|one| one.why == why).map(|one| one.amount).sum();
            (why, sum)
        });
    let told = sums.into_iter().filter(|(_, sum)| sum.is_positive()).map(|(why, sum)| {
        format!("{} {}", words_of::apart(lang, why), format::money(lang, sum, part.currency))
    });
    format::list(lang, &told.collect::<Vec<_>>())
}

fn low_text(lang: Lang, low: Lowest, currency: Currency) -> String {
    let words = words_of::words(lang);
    let amount = format::money(lang, low.amount, currency);
    format!("{}{amount}{}{}.", words.lowest_cash, words.in_week, format::date(lang, low.monday))
}

/// What one client not paying does.
fn stress(lang: Lang, part: &Part, assumptions: &Supposed) -> Option<AnyView> {
    let without: &Vec<Week> = part.without.as_ref()?;
    let words = words_of::words(lang);
    let money = |amount| format::money(lang, amount, part.currency);
    let loss = part.quarter() - quarter(without);
    let (cash, costs) = cash(assumptions, part.currency);
    let low = match (lowest(without, cash, costs), lowest(&part.weeks, cash, costs)) {
        (Some(low), Some(before)) => {
            let text = low_text(lang, low, part.currency);
            let (text, instead) = (text.trim_end_matches('.'), money(before.amount));
            let week = format!("{}{}", words.in_week, format::date(lang, before.monday));
            if low == before {
                format!("{text}.")
            } else {
                format!("{text} ({}{instead}{week}).", words.lowest_now)
            }
        }
        _ => words.lowest_unknown.to_owned(),
    };
    let (gap, of) = (money(loss), money(part.quarter()));
    let sum = format!("{}{gap}{}{of}.", words.stress_loss, words.stress_of);
    let view = view! {
        <p class="forecast-loss">{sum}</p>
        <p>{low}</p>
    };
    Some(view.into_any())
}

/// Who owes, and how late they pay: what the forecast rests on.
fn who(lang: Lang, part: &Part) -> AnyView {
    let words = words_of::words(lang);
    let heading = format!("owing-{}", part.currency.code());
    let money = |amount| format::money(lang, amount, part.currency);
    let row = |one: &Owing| {
        let days = |days| format::days(lang, days);
        let late = one.late.map(|(average, median)| format!("{} / {}", days(average), days(median)));
        let source = words_of::source(lang, one.pace.source);
        view! {
            <tr>
                <td>
                    <a href=Route::Client(one.client).to_string()>{labels::client_name(lang, &one.name)}</a>
                    <span class="row-note row-note-line">{per_cent(lang, one.share)}</span>
                </td>
                <td class="number">{money(one.owed)}</td>
                <td class="number">{money(one.counted)}</td>
                <td>
                    {days(one.pace.delay)}
                    <span class="row-note row-note-line">{source}</span>
                    <span class="row-note row-note-line">{late}</span>
                </td>
            </tr>
        }
    };
    let first = part.clients.first().map(|one| {
        let share = per_cent(lang, one.share);
        let heavy =
            if one.share >= HEAVY_SHARE && part.clients.len() > 1 { words.concentration_heavy } else { "" };
        view! { <p>{format!("{}{share}{}{heavy}", words.concentration, words.concentration_end)}</p> }
    });
    let dso = part.dso.map(|dso| {
        view! { <p>{format!("{}{}{}", words.dso, format::days(lang, dso), words.dso_formula)}</p> }
    });
    view! {
        <section class="section ways-stack" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{words.clients}</h2>
            {first}
            <div class="wide-table" tabindex="0" role="group" aria-labelledby=heading.clone()>
                <table class="plain-table plain-table-figures">
                    <thead>
                        <tr>
                            <th scope="col">{words.client} ", " {labels::lower_first(words.share)}</th>
                            <th class="number" scope="col">{words.owed}</th>
                            <th class="number" scope="col">{words.counted}</th>
                            <th scope="col">
                                {words.delay}
                                <span class="row-note row-note-line">{words.late}</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>{part.clients.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            {dso}
        </section>
    }
    .into_any()
}

/// Thousandths as per cent, to the next whole one.
fn per_cent(lang: Lang, thousandths: i64) -> String {
    let whole = (thousandths + 5).div_euclid(10);
    let number = format::integer(lang, whole);
    lang.pick(format!("{number}\u{a0}%"), format!("{number}%"))
}
