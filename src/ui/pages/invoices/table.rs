//! The rows of the list. Roles are explicit, because a phone shows each row as a card.

use leptos::prelude::*;

use super::pager::Pager;
use crate::app::route::Route;
use crate::app::views::invoice_list::Row;
use crate::app::views::invoice_list::listed::Shown;
use crate::app::views::invoice_list::query::{Query, SortBy};
use crate::browser::page;
use crate::domain::status::State;
use crate::text::words::{flags, invoices, labels};
use crate::text::{Lang, format};
use crate::ui::state::use_app;

/// A column: what it sorts by, its code in the list of orders, its name.
type Column = (SortBy, &'static str, fn(&'static invoices::Words) -> &'static str);

/// The columns from left to right.
pub const COLUMNS: [Column; 7] = [
    (SortBy::Client, "client", |w| w.client),
    (SortBy::Number, "number", |w| w.number),
    (SortBy::Due, "due", |w| w.due),
    (SortBy::Late, "late", |w| w.late),
    (SortBy::Principal, "principal", |w| w.principal),
    (SortBy::Total, "total", |w| w.total),
    (SortBy::State, "state", |w| w.state),
];

/// One page of the rows asked for, or a way back where there is none.
#[component]
pub fn InvoiceTable(
    /// The page of rows to show.
    shown: Memo<Shown>,
    /// What was asked of them.
    query: RwSignal<Query>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(invoices::words);
    let none_match = Memo::new(move |_| shown.with(|shown| shown.count == 0));
    let headers = move || COLUMNS.map(|column| view! { <Header column=column query=query /> }).collect_view();
    let body =
        move || shown.with(|shown| shown.rows.iter().map(|row| invoice_row(app.lang(), row)).collect_view());
    move || {
        if none_match.get() {
            view! {
                <div class="empty">
                    <p role="status">{words.t(|w| w.none_match)}</p>
                    <button
                        class="button"
                        type="button"
                        on:click=move |_| {
                            query.update(Query::show_all);
                            page::focus("#search");
                        }
                    >
                        {words.t(|w| w.clear)}
                    </button>
                </div>
            }
            .into_any()
        } else {
            view! {
                <table class="row-table" role="table" aria-label=words.t(|w| w.title)>
                    <thead role="rowgroup">
                        <tr role="row">{headers()}</tr>
                    </thead>
                    <tbody role="rowgroup">{body}</tbody>
                </table>
                <Pager
                    page=Signal::derive(move || shown.with(|shown| shown.page))
                    count=Signal::derive(move || shown.with(|shown| shown.count))
                    go=Callback::new(move |page| query.update(|query| query.page = page))
                />
            }
            .into_any()
        }
    }
}

/// The head of a column; pressed again it turns the order round.
#[component]
fn Header(column: Column, query: RwSignal<Query>) -> impl IntoView {
    let words = use_app().words(invoices::words);
    let (sort, _, label) = column;
    let is_figure = matches!(sort, SortBy::Due | SortBy::Late | SortBy::Principal | SortBy::Total);
    let order = move || {
        query.with(|query| {
            (query.sort == sort).then_some(if query.descending { "descending" } else { "ascending" })
        })
    };
    view! {
        <th class:number=is_figure role="columnheader" scope="col" aria-sort=order>
            <button class="sort" type="button" on:click=move |_| query.update(|query| query.sort_by(sort))>
                {words.t(label)}
            </button>
        </th>
    }
}

fn invoice_row(lang: Lang, row: &Row) -> impl IntoView + use<> {
    let words = invoices::words(lang);
    let due = format::date_digits(row.due);
    let name = labels::client_name(lang, &row.name);
    let late = row.is_late();
    view! {
        <tr role="row">
            <td class="invoice-client" role="cell">
                <a class="row-link" href=Route::Invoice(row.id).to_string()>
                    {name}
                </a>
                <span class="row-note row-note-narrow">{format!("{}, {}{due}", row.number, words.due_on)}</span>
            </td>
            <td class="invoice-number" role="cell">
                {row.number.clone()}
            </td>
            <td class="invoice-due number" role="cell">
                {due.clone()}
            </td>
            <td class="invoice-days number" class:invoice-due-late=late role="cell">
                {late.then(|| labels::days_late(lang, row.days_late))}
            </td>
            <td class="invoice-principal number" role="cell">
                {format::number(lang, row.principal)}
            </td>
            <td class="invoice-total number" role="cell">
                {format::money(lang, row.total, row.currency)}
            </td>
            <td class="invoice-status" role="cell">
                {badge(lang, row)}
            </td>
        </tr>
    }
}

/// A state in one word, in the colour it carries; under a plan that gives time, the day it asks for. Under it what else is to
/// be known before anything is said of it: insolvency proceedings, work that is suspended.
pub fn badge(lang: Lang, row: &Row) -> AnyView {
    let words = flags::words(lang);
    let beside = [(row.insolvent, words.insolvent), (row.suspended, words.suspended)];
    let beside = beside.into_iter().filter(|(is_so, _)| *is_so);
    let beside = beside.map(|(_, said)| view! { <span class="row-note row-note-line">{said}</span> });
    view! { {state_badge(lang, row)} {beside.collect_view()} }.into_any()
}

fn state_badge(lang: Lang, row: &Row) -> AnyView {
    if let Some(planned) = row.planned {
        let words = invoices::words(lang);
        let class = if row.is_late() { "badge badge-late" } else { "badge" };
        let note = planned.next.map(|day| {
            let name = if row.is_late() { words.planned_late } else { words.planned_next };
            view! { <span class="row-note row-note-line">{format!("{name}{}", format::date_digits(day))}</span> }
        });
        return view! { <span class=class>{words.planned}</span> {note} }.into_any();
    }
    let state = row.state;
    let class = match state {
        state if state.is_late() => "badge badge-late",
        State::DueSoon => "badge badge-soon",
        state if state.is_settled() => "badge badge-paid",
        _ => "badge",
    };
    view! { <span class=class>{labels::short_state(lang, state)}</span> }.into_any()
}
