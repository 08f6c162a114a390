//! What is at stake beside the principal: penalties as a claim of their own, each instalment, the claim three ways,
//! and what another day or another rate table would change.

use leptos::prelude::*;

use crate::app::views::figures::Figures;
use crate::base::{Amount, Currency, dates};
use crate::domain::claim::Claim;
use crate::domain::difference::Difference;
use crate::domain::law::rates::RateTable;
use crate::domain::three_way::ThreeWay;
use crate::text::words::stakes;
use crate::text::{Lang, format};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{live, own};
use crate::ui::state::{Say, use_app};
use crate::ui::texts;

/// The section; nothing before anything is late.
#[component]
pub fn Stakes(figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(stakes::words);
    let instalments = move || {
        let lang = app.lang();
        figures.with(|figures| {
            (figures.claim.instalments.len() > 1).then(|| instalment_table(lang, &figures.claim))
        })
    };
    let penalties = move || {
        let lang = app.lang();
        figures.with(|figures| {
            let arisen = figures.claim.interest + figures.claim.indemnity;
            arisen.is_positive().then(|| penalties(lang, figures))
        })
    };
    let ways = move || {
        let lang = app.lang();
        let ways = app.book.with(|book| {
            figures.with(|figures| {
                ThreeWay::of(&figures.debt, figures.claim.as_of, book.rates())
                    .map(|ways| (ways, figures.claim.currency))
            })
        });
        ways.map(|(ways, currency)| three_ways(lang, &ways, currency))
    };
    let late = Memo::new(move |_| figures.with(|figures| !figures.claim.segments.is_empty()));
    view! {
        {live(instalments)}
        {live(penalties)}
        <div>
        {live(ways)}
        {live(move || (late.get()).then(|| view! {
            <details class="disclosure">
                <summary>{words.t(|w| w.compare)}</summary>
                <div class="disclosure-body">
                    <Compare figures=figures />
                </div>
            </details>
            <div class="button-row">
                <button
                    class="button button-quiet"
                    type="button"
                    on:click=move |_| app.copy(texts::annex(app, &figures.get_untracked()), Say::Copied)
                >
                    {words.t(|w| w.annex)}
                </button>
            </div>
        }))}
        </div>
    }
}

fn instalment_table(lang: Lang, claim: &Claim) -> AnyView {
    let words = stakes::words(lang);
    let money = |amount| format::money(lang, amount, claim.currency);
    let rows = claim.instalments.iter().map(|instalment| {
        let coming = (claim.as_of <= instalment.due)
            .then(|| view! { " " <span class="row-note">{words.not_due}</span> });
        view! {
            <tr>
                <td>{format::date(lang, instalment.due)} {coming}</td>
                <td class="number">{money(instalment.amount)}</td>
                <td class="number">{money(instalment.left)}</td>
                <td class="number">{money(instalment.interest)}</td>
            </tr>
        }
    });
    view! {
        <section class="section" aria-labelledby="instalments">
            <h2 id="instalments">{words.instalments}</h2>
            <div class="wide-table" tabindex="0" role="group" aria-labelledby="instalments">
            <table class="plain-table plain-table-figures">
                <thead>
                    <tr>
                        <th scope="col">{words.instalment_due}</th>
                        <th class="number" scope="col">{words.instalment_amount}</th>
                        <th class="number" scope="col">{words.instalment_left}</th>
                        <th class="number" scope="col">{words.instalment_interest}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
            </div>
        </section>
    }
    .into_any()
}

/// Penalties and fixed sum with a life of their own: arisen, asked for, given up, paid, left (PEN-8).
fn penalties(lang: Lang, figures: &Figures) -> AnyView {
    let words = stakes::words(lang);
    let claim = &figures.claim;
    let money = |amount: Amount| format::money(lang, amount, claim.currency);
    let asked = figures.case.penalties_asked(claim.as_of).map_or_else(
        || words.not_asked.to_owned(),
        |(day, amount)| format!("{}, {}", money(amount), format::date(lang, day)),
    );
    let fact =
        |name: &'static str, value: String| view! { <div class="fact"><dt>{name}</dt><dd>{value}</dd></div> };
    let some = |name, amount: Amount| amount.is_positive().then(|| fact(name, money(amount)));
    let title = if figures.debt.regime.compensation_source().is_some() {
        words.penalties
    } else {
        words.penalties_of_consumer
    };
    view! {
        <section class="section" aria-labelledby="penalties">
            <h2 id="penalties">{title}</h2>
            <dl class="facts facts-small">
                {fact(words.arisen, money(claim.interest + claim.indemnity))}
                {fact(words.asked, asked)}
                {some(words.waived, claim.interest_waived + claim.indemnity_waived)}
                {some(words.paid, claim.interest_paid() + claim.indemnity_paid())}
                {fact(words.left, money(claim.interest_left + claim.indemnity_left))}
            </dl>
        </section>
    }
    .into_any()
}

fn three_ways(lang: Lang, ways: &ThreeWay, currency: Currency) -> AnyView {
    let words = stakes::words(lang);
    let money = |amount: Amount| format::money(lang, amount, currency);
    let way = |name: &'static str, amount: Amount, text: &'static str| {
        view! {
            <div class="fact">
                <dt>{name}</dt>
                <dd>{money(amount)} <span class="row-note row-note-line">{text}</span></dd>
            </div>
        }
    };
    let steps = ways.steps.iter().map(|(what, price)| {
        view! {
            <tr>
                <td>{stakes::concession(lang, *what)}</td>
                <td class="number">{format!("−\u{a0}{}", money(*price))}</td>
            </tr>
        }
    });
    let grace = ways.grace.is_positive().then(|| {
        view! {
            <tr>
                <td>{words.grace}</td>
                <td class="number">{format!("−\u{a0}{}", money(ways.grace))}</td>
            </tr>
        }
    });
    view! {
        <details class="disclosure">
            <summary>{words.three_ways}</summary>
            <div class="disclosure-body">
                <dl class="facts facts-small">
                    {way(words.least, ways.least, words.least_text)}
                    {way(words.standard, ways.standard, words.standard_text)}
                    {way(words.most, ways.most, words.most_text)}
                </dl>
                <table class="plain-table">
                    <caption>{words.price}</caption>
                    <tbody>{steps.collect_view()} {grace}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}

/// The claim of another day, or by the built-in rates, line by line against that of today.
#[component]
fn Compare(figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(stakes::words);
    let first = figures.with_untracked(|figures| {
        figures.case.events.last().map_or_else(String::new, |event| format::date_digits(event.text.as_of))
    });
    let day = RwSignal::new(first);
    let by_date = move || {
        let lang = app.lang();
        let other = day.with(|typed| dates::parse_typed(typed)).ok()?;
        let difference = app.book.with(|book| {
            figures.with(|figures| {
                Difference::between(&figures.debt.claim_on(other, book.rates()), &figures.claim)
            })
        });
        let words = stakes::words(lang);
        if difference.is_empty() {
            return Some(view! { <p class="field-hint">{words.compare_none}</p> }.into_any());
        }
        let currency = figures.with(|figures| figures.claim.currency);
        Some(difference_table(lang, &difference, words.before, currency))
    };
    let by_rates = move || {
        let lang = app.lang();
        let words = stakes::words(lang);
        let difference = app.book.with(|book| {
            (!book.own_rates().is_empty()).then(|| {
                figures.with(|figures| {
                    let builtin = figures.debt.claim_on(figures.claim.as_of, RateTable::builtin());
                    (Difference::between(&builtin, &figures.claim), figures.claim.currency)
                })
            })
        });
        difference.map(|(difference, currency)| {
            let table = if difference.is_empty() {
                view! { <p class="field-hint">{words.compare_none}</p> }.into_any()
            } else {
                difference_table(lang, &difference, words.builtin, currency)
            };
            view! {
                <h3>{words.compare_rates}</h3>
                <p class="field-hint">{words.compare_rates_hint}</p>
                {table}
            }
        })
    };
    view! {
        <div class="field-date">
            <Field
                id="compare-on"
                label=words.t(|w| w.compare_on)
                kind=FieldKind::Date
                value=own(day)
                problem=Signal::derive(move || {
                    let typed = day.get();
                    (!typed.trim().is_empty()).then(|| dates::parse_typed(&typed).err().map(Into::into)).flatten()
                })
                hint=words.t(|w| w.compare_hint)
            />
        </div>
        {live(by_date)}
        {live(by_rates)}
    }
}

fn difference_table(
    lang: Lang,
    difference: &Difference,
    before: &'static str,
    currency: Currency,
) -> AnyView {
    let words = stakes::words(lang);
    let money = |amount: Amount| format::money(lang, amount, currency);
    let signed = |amount: Amount| {
        if amount < Amount::ZERO {
            format!("−\u{a0}{}", money(Amount::ZERO - amount))
        } else if amount.is_zero() {
            "–".to_owned()
        } else {
            format!("+\u{a0}{}", money(amount))
        }
    };
    let row = |name: String, before: String, after: String, change: Amount, strong: bool| {
        view! {
            <tr class:is-strong=strong>
                <td>{name}</td>
                <td class="number">{before}</td>
                <td class="number">{after}</td>
                <td class="number">{signed(change)}</td>
            </tr>
        }
    };
    let parts = difference.parts.iter().map(|part| {
        row(
            stakes::part(lang, part.part).to_owned(),
            money(part.before),
            money(part.after),
            part.change(),
            true,
        )
    });
    let rows = difference.rows.iter().map(|line| {
        let cell = |row: Option<crate::domain::difference::Row>| {
            row.map_or_else(
                || "–".to_owned(),
                |row| format!("{} ({})", money(row.interest), format::rate(lang, row.rate)),
            )
        };
        let to = line.after.or(line.before).map_or(line.from, |row| row.to);
        row(
            format::date_range(lang, line.from, to),
            cell(line.before),
            cell(line.after),
            line.change(),
            false,
        )
    });
    view! {
        <div class="wide-table" tabindex="0" role="region" aria-label=words.compare>
            <table class="plain-table">
                <thead>
                    <tr>
                        <th scope="col">{words.line}</th>
                        <th class="number" scope="col">{before}</th>
                        <th class="number" scope="col">{words.after}</th>
                        <th class="number" scope="col">{words.change}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()} {parts.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
