//! The weeks as a picture, stacked by certainty, and as the table that says the same.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::views::forecast::Part;
use crate::base::Amount;
use crate::domain::forecast::Certainty;
use crate::domain::forecast::weeks::Week;
use crate::text::words::{forecast, labels};
use crate::text::{Lang, format};

/// Height of the tallest bar, in units of the picture.
const TALL: i128 = 100;
/// Width of a week, and the space after it.
const WIDE: usize = 20;
const SPACE: usize = 6;

const CERTAINTIES: [(Certainty, &str); 3] = [
    (Certainty::Promised, "bar-promised"),
    (Certainty::Planned, "bar-planned"),
    (Certainty::Probable, "bar-probable"),
];

fn of(week: &Week, certainty: Certainty) -> Amount {
    match certainty {
        Certainty::Promised => week.promised,
        Certainty::Planned => week.planned,
        Certainty::Probable => week.probable,
    }
}

/// The picture. Its figures are in the table below it; here it says what it shows.
pub fn chart(lang: Lang, part: &Part) -> AnyView {
    let words = forecast::words(lang);
    let highest = part.weeks.iter().map(Week::total).max().unwrap_or_default();
    let bars = part.weeks.iter().enumerate().map(|(at, week)| {
        let x = at * (WIDE + SPACE);
        let mut under = 0;
        let pieces = CERTAINTIES.map(|(certainty, class)| {
            let height = scaled(of(week, certainty), highest);
            under += height;
            let y = TALL - under;
            (0 < height).then(|| view! {
                <rect class=class x=x.to_string() y=y.to_string() width=WIDE.to_string() height=height.to_string() />
            })
        });
        let left = part.without.as_ref().and_then(|weeks| weeks.get(at)).map(|week| {
            let y = TALL - scaled(week.total(), highest);
            let end = x + WIDE;
            view! { <line class="bar-left" x1=x.to_string() x2=end.to_string() y1=y.to_string() y2=y.to_string() /> }
        });
        let day = week.monday.map_or_else(|| "…".to_owned(), |day| short(&format::date_digits(day)));
        let middle = x + WIDE / 2;
        // Every other week is named, so that the names stay apart.
        let name = (at.is_multiple_of(2) || week.monday.is_none()).then(|| view! {
            <text class="bar-name" x=middle.to_string() y="112" text-anchor="middle">{day}</text>
        });
        view! { {pieces.into_iter().collect_view()} {left} {name} }
    });
    let width = part.weeks.len() * (WIDE + SPACE);
    let total = format::money(lang, part.quarter(), part.currency);
    let label = format!("{}, {total} {}", words.picture, words.expected);
    let legend = CERTAINTIES.map(|(certainty, class)| {
        view! {
            <li>
                <i class=format!("bar-dot {class}")></i>
                {forecast::certainty(lang, certainty)}
            </li>
        }
    });
    let left = part.without.is_some().then(|| {
        view! {
            <li>
                <svg class="bar-left-key" viewBox="0 0 12 4" aria-hidden="true" focusable="false">
                    <line class="bar-left" x1="0" x2="12" y1="2" y2="2" />
                </svg>
                {words.without}
            </li>
        }
    });
    view! {
        <div class="bars">
            <svg viewBox=format!("0 -2 {width} 120") role="img" aria-label=label>
                <line class="bar-base" x1="0" x2=width.to_string() y1="100" y2="100" />
                {bars.collect_view()}
            </svg>
            <ul class="bar-legend">{legend.into_iter().collect_view()} {left}</ul>
        </div>
    }
    .into_any()
}

/// The height of a sum; one that is there is always seen.
fn scaled(amount: Amount, highest: Amount) -> i128 {
    let highest = i128::from(highest.cents()).max(1);
    let height = i128::from(amount.cents()) * TALL / highest;
    if amount.is_positive() { height.max(1) } else { 0 }
}

/// Day and month of a date in digits.
fn short(date: &str) -> String {
    date.rsplit_once('/').map_or_else(|| date.to_owned(), |(day, _)| day.to_owned())
}

/// The weeks in figures, with the cash at the end of each, and without one client where that is asked; those that bring nothing are left out where nothing else is said of them.
pub fn table(
    lang: Lang,
    part: &Part,
    (balances, left): (Option<&[Amount]>, Option<&[Amount]>),
    heading: String,
) -> AnyView {
    let words = forecast::words(lang);
    let money = |amount: Amount| {
        if amount.is_zero() { "–".to_owned() } else { format::money(lang, amount, part.currency) }
    };
    let rows = part.weeks.iter().enumerate().filter_map(|(at, week)| {
        let without = part.without.as_ref().and_then(|weeks| weeks.get(at)).map(Week::total);
        let balance = balances.map(|all| all.get(at).copied());
        let left = left.map(|all| all.get(at).copied());
        if week.total().is_zero() && balance.is_none() {
            return None;
        }
        let name = name(lang, week);
        let why = part.reasons.get(at).and_then(|week| forecast::chances(lang, &week.chances, part.currency));
        let why = why.map(|why| view! { <span class="row-note row-note-line forecast-why">{why}</span> });
        let cell = |amount| view! { <td class="number week-without">{money(amount)}</td> };
        let parts = CERTAINTIES.map(|(certainty, _)| {
            view! { <td class="number bar-part">{money(of(week, certainty))}</td> }
        });
        // On a phone the parts are said below the sum.
        let named = CERTAINTIES
            .iter()
            .map(|(certainty, _)| (forecast::certainty(lang, *certainty), of(week, *certainty)));
        let named = named.filter(|(_, amount)| amount.is_positive());
        let detail: Vec<String> = named.map(|(name, amount)| format!("{name} {}", money(amount))).collect();
        let detail = detail.join(" · ");
        let cash = |amount: Option<Amount>| {
            let amount = amount.map(|amount| format::money(lang, amount, part.currency));
            view! { <td class="number">{amount}</td> }
        };
        Some(view! {
            <tr>
                <th scope="row">{name} {why}</th>
                {parts.into_iter().collect_view()}
                <td class="number">
                    {money(week.total())}
                    <span class="row-note row-note-line bar-detail">{detail}</span>
                </td>
                {without.map(cell)}
                {balance.map(cash)}
                {left.map(cash)}
            </tr>
        })
    });
    let head = |name: &'static str| view! { <th class="number" scope="col">{name}</th> };
    let parts = CERTAINTIES.map(|(certainty, _)| {
        view! { <th class="number bar-part" scope="col">{forecast::certainty(lang, certainty)}</th> }
    });
    view! {
        <div class="wide-table" tabindex="0" role="group" aria-labelledby=heading>
            <table class="plain-table plain-table-figures forecast-table" class:has-cash=left.is_some()>
                <thead>
                    <tr>
                        <th scope="col">{words.week}</th>
                        {parts.into_iter().collect_view()}
                        {head(words.total)}
                        {part.without.is_some().then(|| {
                            view! { <th class="number week-without" scope="col">{words.without}</th> }
                        })}
                        {balances.is_some().then(|| head(words.balance))}
                        {left.is_some().then(|| head(words.balance_without))}
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A week by its Monday.
fn name(lang: Lang, week: &Week) -> String {
    week.monday.map_or_else(|| forecast::words(lang).later.to_owned(), format::date_digits)
}

/// Where each sum of each week comes from, behind one line.
pub fn reasons(lang: Lang, part: &Part) -> AnyView {
    let money = |amount| format::money(lang, amount, part.currency);
    let told = part.weeks.iter().zip(&part.reasons).filter(|(_, reasons)| !reasons.told.is_empty());
    let weeks = told.map(|(week, reasons)| {
        let rows = reasons.told.iter().map(|one| {
            let client = labels::client_name(lang, &one.client);
            view! {
                <li>
                    <a href=Route::Invoice(one.invoice).to_string()>{one.number.clone()}</a>
                    {format!(", {client}, {} ", money(one.amount))}
                    <span class="row-note row-note-line">{forecast::reason(lang, &one.why, part.currency)}</span>
                </li>
            }
        });
        let others = reasons.others.map(|(count, sum)| {
            view! { <li>{forecast::others(lang, count, sum, part.currency)}</li> }
        });
        view! {
            <h3>{name(lang, week)}</h3>
            <ul class="points">{rows.collect_view()} {others}</ul>
        }
    });
    let weeks = weeks.collect_view();
    view! {
        <details class="disclosure">
            <summary>{forecast::words(lang).why}</summary>
            <div class="disclosure-body forecast-reasons">{weeks}</div>
        </details>
    }
    .into_any()
}
