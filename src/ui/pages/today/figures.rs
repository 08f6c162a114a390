//! What is owed in all, and how old it is, as a picture and in figures; one of each for every currency.

use leptos::prelude::*;

use super::Work;
use crate::app::route::Route;
use crate::app::views::aged::Aged;
use crate::app::views::today::Totals;
use crate::base::{Amount, Currency};
use crate::text::words::{balance, today};
use crate::text::{Lang, format};
use crate::ui::state::use_app;

/// The figures.
#[component]
pub fn Figures(work: Work) -> impl IntoView {
    let app = use_app();
    let totals = Memo::new(move |_| work.with(|work| work.totals.clone()));
    move || {
        let lang = app.lang();
        let all = totals.get().into_iter().map(|(currency, sums)| one(lang, currency, sums)).collect_view();
        let (ages, forecast) = (balance::words(lang).link, today::words(lang).forecast);
        view! {
            {all}
            <p class="page-link">
                <a href=Route::Balance.to_string()>{ages}</a>
                " "
                <a href=Route::Forecast.to_string()>{forecast}</a>
            </p>
        }
    }
}

fn one(lang: Lang, currency: Currency, sums: Totals) -> impl IntoView + use<> {
    let words = today::words(lang);
    let money = |amount| format::money(lang, amount, currency);
    let fact = |class: &'static str, name: String, value: String| {
        view! {
            <div class=class>
                <dt>{name}</dt>
                <dd>{value}</dd>
            </div>
        }
    };
    let late = sums.late.is_positive().then(|| {
        let clients = i64::try_from(sums.late_clients).unwrap_or(i64::MAX);
        let clients = format::count(lang, clients, words.client, words.clients);
        fact("fact fact-late", format!("{}{clients}", words.late_at), money(sums.late))
    });
    let penalties = sums.penalties.is_positive().then(|| {
        let growth = if sums.daily.is_positive() {
            format!(", +\u{a0}{}{}", money(sums.daily), words.a_day)
        } else {
            String::new()
        };
        fact("fact", format!("{}{growth}", words.penalties), money(sums.penalties))
    });
    let average = (sums.late.is_positive() && 0 < sums.average_days)
        .then(|| fact("fact", words.average.to_owned(), format::days(lang, sums.average_days)));
    let out = sums.out.is_positive().then(|| fact("fact", words.out.to_owned(), money(sums.out)));
    view! {
        <dl class="facts">
            {fact("fact", words.receivable.to_owned(), money(sums.receivable))} {late} {penalties} {average} {out}
        </dl>
        {sums.receivable.is_positive().then(|| picture(lang, currency, &sums.aged))}
    }
}

/// The unpaid principal by age: a bar, and its legend with the figures.
fn picture(lang: Lang, currency: Currency, aged: &Aged) -> impl IntoView + use<> {
    let words = today::words(lang);
    let parts = [
        ("age-0", words.not_due, aged.not_due),
        ("age-1", words.to_30, aged.to_30),
        ("age-2", words.to_60, aged.to_60),
        ("age-3", words.to_90, aged.to_90),
        ("age-4", words.over_90, aged.over_90),
    ];
    let money = |amount: Amount| format::money(lang, amount, currency);
    let label = parts.iter().map(|(_, name, amount)| format!("{name} {}", money(*amount)));
    let label = format!("{}, {}", words.aged, format::list(lang, &label.collect::<Vec<_>>()));
    let whole: Amount = parts.iter().map(|(.., amount)| *amount).sum();
    let bars = parts.into_iter().filter(|(.., amount)| amount.is_positive()).map(|(class, _, amount)| {
        view! { <span class=format!("age {class}") style:--share=share(amount, whole)></span> }
    });
    let legend = parts.into_iter().map(|(class, name, amount)| {
        view! {
            <div class="age-line" class:is-none=amount.is_zero()>
                <dt>
                    <i class=format!("age-dot {class}")></i>
                    {name}
                </dt>
                <dd>{money(amount)}</dd>
            </div>
        }
    });
    let disputed = aged.disputed.is_positive().then(|| {
        let contested = format!("{}{}", words.disputed, money(aged.disputed));
        view! {
            <span class="age-disputed" style:--share=share(aged.disputed, whole)></span>
            <p class="age-note">
                <i class="age-dot age-hatched"></i>
                {contested}
            </p>
        }
    });
    view! {
        <section class="aged" aria-label=words.aged>
            <div class="age-bar" role="img" aria-label=label>
                {bars.collect_view()}
            </div>
            {disputed}
            <dl class="age-legend">{legend.collect_view()}</dl>
        </section>
    }
}

/// A share in hundredths of a per cent, as the style sheet reads it.
fn share(part: Amount, whole: Amount) -> String {
    let whole = i128::from(whole.cents()).max(1);
    (i128::from(part.cents()) * 10_000 / whole).to_string()
}
