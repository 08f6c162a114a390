//! The reference rates every figure rests on, by half-year, each with its source.

pub mod own;

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::views::rate_list::{HalfYearRates, Origin, half_years};
use crate::base::Rate;
use crate::browser::page;
use crate::text::words::{labels, rates, settings};
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn Rates() -> impl IntoView {
    let app = use_app();
    let words = app.words(rates::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().title)));
    let edition = live(move || {
        let lang = app.lang();
        let words = words.now();
        let (checked, version) = app.book.with(|book| {
            let file = book.rates().file();
            (format::date(lang, file.checked), format::date(lang, file.version))
        });
        format!("{}{checked}. {}{version}.", words.checked, words.version)
    });
    let body = live(move || {
        let lang = app.lang();
        let halves = app.book.with(|book| half_years(book.rates()));
        halves.iter().map(|half| half_year(lang, half)).collect_view()
    });
    let column = move |label: fn(&'static rates::Words) -> &'static str, is_figure: bool| {
        view! {
            <th class:number=is_figure role="columnheader" scope="col">
                {words.t(label)}
            </th>
        }
    };
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Settings.to_string()>
                "← "
                {app.words(settings::words).t(|w| w.title)}
            </a>
            <h1 tabindex="-1">{words.t(|w| w.title)}</h1>
            <p class="page-sub">{edition}</p>
        </div>
        <own::OwnRatesSection />
        <section class="section">
            <p class="section-sub">{words.t(|w| w.explain)}</p>
            <p class="section-sub">{words.t(|w| w.unknown)}</p>
            <table class="rate-table" role="table" aria-label=words.t(|w| w.title)>
                <thead role="rowgroup">
                    <tr role="row">
                        {column(|w| w.half_year, false)} {column(|w| w.business, true)} {column(|w| w.public, true)}
                        {column(|w| w.legal, true)} {column(|w| w.floor, true)} {column(|w| w.source, false)}
                    </tr>
                </thead>
                <tbody role="rowgroup">{body}</tbody>
            </table>
        </section>
    }
}

fn half_year(lang: Lang, half: &HalfYearRates) -> impl IntoView + use<> {
    let words = rates::words(lang);
    let figure = |label: &'static str, rate: Option<Rate>| {
        let text = rate.map_or_else(|| "–".to_owned(), |rate| format::rate(lang, rate));
        view! {
            <td class="number" role="cell" data-label=label>
                {text}
            </td>
        }
    };
    view! {
        <tr class="rate-row" role="row">
            <td class="rate-half" role="cell">
                {labels::half_year(lang, half.half)}
            </td>
            {figure(words.business, half.business)}
            {figure(words.public, half.public)}
            {figure(words.legal, half.legal)}
            {figure(words.floor, half.floor)}
            <td class="rate-origin" role="cell">
                {half.anchor_origin.as_ref().map(|from| origin(lang, words.anchor, from))}
                {half.legal_origin.as_ref().map(|from| origin(lang, words.legal, from))}
            </td>
        </tr>
    }
}

/// Where a rate comes from, and whether it is still to be confirmed.
fn origin(lang: Lang, rate: &'static str, origin: &Origin) -> impl IntoView + use<> {
    let words = rates::words(lang);
    let source = lang.pick(&origin.source.fr, &origin.source.en).replace('\'', "’");
    let text = origin.text.clone().map(|text| view! { ", " <span lang="fr">{text}</span> });
    let checked = origin.checked.map(|day| format!(", {}{}", words.checked_on, format::date_digits(day)));
    let unconfirmed =
        (!origin.confirmed).then(|| view! { " " <span class="badge">{words.unconfirmed}</span> });
    view! { <div>{format!("{rate}{}{source}", words.colon)} {text} {checked} {unconfirmed}</div> }
}
