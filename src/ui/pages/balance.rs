//! The aged balance: who owes what since when, a line for each client, under it its invoices.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::invoices::pager::Pager;
use crate::app::route::Route;
use crate::app::views::aged::{Aged, ClientAge, InvoiceAge, aged_balance};
use crate::app::views::invoice_list::query::page_of;
use crate::base::{Amount, ClientId, Currency};
use crate::browser::page;
use crate::text::words::{balance, labels, today};
use crate::text::{Lang, format};
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn BalancePage() -> impl IntoView {
    let app = use_app();
    let words = app.words(today::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().aged)));
    let known = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| aged_balance(book, today))
    });
    let is_empty = Memo::new(move |_| known.with(Vec::is_empty));
    let currencies = Memo::new(move |_| {
        known.with(|known| known.iter().map(|(currency, _)| *currency).collect::<Vec<_>>())
    });
    let told = move || {
        let (lang, today) = (app.lang(), app.today.get());
        format!("{}{}{}", balance::words(lang).on, format::date(lang, today), balance::words(lang).basis)
    };
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Today.to_string()>
                "← "
                {words.t(|w| w.title)}
            </a>
            <h1 tabindex="-1">{words.t(|w| w.aged)}</h1>
        </div>
        {only_if(move || is_empty.get(), move || view! { <p>{app.words(balance::words).t(|w| w.nothing)}</p> })}
        {only_if(move || !is_empty.get(), move || view! { <p class="field-hint">{live(told)}</p> })}
        {live(move || {
            let tables = currencies.get().into_iter().map(|currency| view! { <Table known=known currency=currency /> });
            tables.collect_view()
        })}
    }
}

/// The clients who owe in one currency, with the sum of all of them.
#[component]
fn Table(known: Memo<Vec<(Currency, Vec<ClientAge>)>>, currency: Currency) -> impl IntoView {
    let app = use_app();
    let rows = Memo::new(move |_| {
        known.with(|known| {
            let own = known.iter().find(|(one, _)| *one == currency);
            own.map(|(_, rows)| rows.clone()).unwrap_or_default()
        })
    });
    let (wanted, open) = (RwSignal::new(0), RwSignal::new(BTreeSet::<ClientId>::new()));
    let heading = format!("aged-{}", currency.code());
    let head = move || {
        let names =
            ages(app.lang()).map(|name| view! { <th class="number age-part" scope="col">{name}</th> });
        let words = balance::words(app.lang());
        view! {
            <tr>
                <th scope="col">{words.client}</th>
                {names}
                <th class="number" scope="col">{words.total}</th>
            </tr>
        }
    };
    let body = move || {
        let lang = app.lang();
        rows.with(|rows| {
            let (_, shown) = page_of(rows, wanted.get());
            shown.iter().map(|row| client_rows(lang, currency, row, open)).collect_view()
        })
    };
    let foot = move || {
        let lang = app.lang();
        let whole = rows.with(|rows| Aged::sum(rows.iter().map(|row| &row.aged)));
        let label = view! { <th scope="row">{balance::words(lang).all}</th> };
        line(lang, currency, &whole, label.into_any(), "aged-sum")
    };
    view! {
        <section class="section" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{currency.code()}</h2>
            <table class="plain-table plain-table-figures aged-table" aria-labelledby=heading.clone()>
                <thead>{live(head)}</thead>
                <tbody>{live(body)}</tbody>
                <tfoot>{live(foot)}</tfoot>
            </table>
            <Pager
                page=Signal::derive(move || rows.with(|rows| page_of(rows, wanted.get()).0))
                count=Signal::derive(move || rows.with(Vec::len))
                go=Callback::new(move |page| wanted.set(page))
            />
        </section>
    }
}

fn ages(lang: Lang) -> [&'static str; 5] {
    let words = today::words(lang);
    [words.not_due, words.to_30, words.to_60, words.to_90, words.over_90]
}

/// A client, and its invoices where they are asked for.
fn client_rows(
    lang: Lang,
    currency: Currency,
    row: &ClientAge,
    open: RwSignal<BTreeSet<ClientId>>,
) -> AnyView {
    let id = row.client;
    let name = labels::client_name(lang, &row.name);
    let count = i64::try_from(row.invoices.len()).unwrap_or(i64::MAX);
    let count = format::count(lang, count, today::words(lang).invoice, today::words(lang).invoices);
    let is_open = Memo::new(move |_| open.with(|open| open.contains(&id)));
    let press = move |_| {
        open.update(|open| {
            if !open.remove(&id) {
                open.insert(id);
            }
        });
    };
    let head = view! {
        <th scope="row">
            <a href=Route::Client(id).to_string()>{name.clone()}</a>
            <button
                class="button button-quiet aged-unfold"
                type="button"
                aria-expanded=move || is_open.get().to_string()
                aria-label=format!("{count}, {name}")
                on:click=press
            >
                {count.clone()}
            </button>
        </th>
    };
    let invoices = row.invoices.clone();
    let under = move || {
        is_open.get().then(|| invoices.iter().map(|one| invoice_row(lang, currency, one)).collect_view())
    };
    view! { {line(lang, currency, &row.aged, head.into_any(), "")} {live(under)} }.into_any()
}

fn invoice_row(lang: Lang, currency: Currency, one: &InvoiceAge) -> AnyView {
    let due = format!("{}{}", balance::words(lang).due, format::date(lang, one.due));
    let cell = view! {
        <th scope="row">
            <a href=Route::Invoice(one.invoice).to_string()>{one.number.clone()}</a>
            <span class="row-note row-note-line">{due}</span>
        </th>
    };
    line(lang, currency, &one.aged, cell.into_any(), "aged-invoice")
}

/// A row of figures. On a phone the parts are said below the name.
fn line(lang: Lang, currency: Currency, aged: &Aged, head: AnyView, class: &'static str) -> AnyView {
    let money = |amount: Amount| {
        if amount.is_zero() { "–".to_owned() } else { format::money(lang, amount, currency) }
    };
    let cells = aged.parts().map(|amount| view! { <td class="number age-part">{money(amount)}</td> });
    let said = ages(lang).into_iter().zip(aged.parts()).filter(|(_, amount)| amount.is_positive());
    let said: Vec<_> = said.map(|(name, amount)| format!("{name} {}", money(amount))).collect();
    let disputed = aged.disputed.is_positive().then(|| {
        let said = format!("{}{}", today::words(lang).disputed, money(aged.disputed));
        view! { <span class="row-note row-note-line">{said}</span> }
    });
    view! {
        <tr class=class>
            {head}
            {cells}
            <td class="number">
                <strong>{money(aged.total())}</strong>
                {disputed}
                <span class="row-note row-note-line aged-said">{said.join(" · ")}</span>
            </td>
        </tr>
    }
    .into_any()
}
