//! The list of clients, those who owe most first.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::invoices::pager::Pager;
use crate::app::book::Book;
use crate::app::route::Route;
use crate::app::views::client_list::{ClientRow, Owed, SortClients, client_rows, select_clients};
use crate::app::views::invoice_list::query::page_of;
use crate::app::views::invoice_list::{self, euros_first};
use crate::base::Currency;
use crate::browser::page;
use crate::domain::ribbon::{END, Ribbon};
use crate::text::words::clients;
use crate::text::{Lang, format};
use crate::ui::components::Icon;
use crate::ui::components::icon::SEARCH;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// What is asked of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Asked {
    search: String,
    sort: SortClients,
    descending: bool,
    page: usize,
}

/// The page.
#[component]
pub fn Clients() -> impl IntoView {
    let app = use_app();
    let words = app.words(clients::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().title)));
    let rows = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| client_rows(book, &invoice_list::rows(book, today)))
    });
    let start = Asked { search: String::new(), sort: SortClients::Owed, descending: true, page: 0 };
    let asked = RwSignal::new(start);
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let new_client = move || {
        view! {
            <a class="button" href=Route::NewClient.to_string()>
                {words.t(|w| w.new)}
            </a>
        }
    };
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words.t(|w| w.title)}</h1>
            {live(move || (!is_empty.get()).then(|| view! { <div class="button-row">{new_client()}</div> }))}
        </div>
        {live(move || {
            if is_empty.get() {
                view! {
                    <section class="empty">
                        <h2 class="empty-title">{words.t(|w| w.empty_title)}</h2>
                        <p>{words.t(|w| w.empty_text)}</p>
                        <div class="button-row">
                            <a class="button button-main" href=Route::NewInvoice(String::new()).to_string()>
                                {words.t(|w| w.new_invoice)}
                            </a>
                            {new_client()}
                        </div>
                    </section>
                }
                    .into_any()
            } else {
                view! {
                    <Search asked=asked />
                    <ClientTable rows=rows asked=asked />
                }
                    .into_any()
            }
        })}
    }
}

#[component]
fn Search(asked: RwSignal<Asked>) -> impl IntoView {
    let words = use_app().words(clients::words);
    view! {
        <div class="list-tools">
            <div class="search" role="search">
                <Icon path=SEARCH />
                <input
                    type="search"
                    autocomplete="off"
                    aria-label=words.t(|w| w.search)
                    placeholder=words.t(|w| w.search_hint)
                    prop:value=move || asked.with(|asked| asked.search.clone())
                    on:input:target=move |event| {
                        asked
                            .update(|asked| {
                                asked.search = event.target().value();
                                asked.page = 0;
                            });
                    }
                />
            </div>
        </div>
    }
}

/// One page of the clients that match.
#[component]
fn ClientTable(rows: Memo<Vec<ClientRow>>, asked: RwSignal<Asked>) -> impl IntoView {
    let app = use_app();
    let words = app.words(clients::words);
    let selected = Memo::new(move |_| {
        rows.with(|rows| {
            asked.with(|asked| select_clients(rows, &asked.search, asked.sort, asked.descending))
        })
    });
    let shown = Memo::new(move |_| {
        let wanted = asked.with(|asked| asked.page);
        selected.with(|selected| {
            let (page, positions) = page_of(selected, wanted);
            let shown = rows
                .with(|rows| positions.iter().filter_map(|at| rows.get(*at).cloned()).collect::<Vec<_>>());
            (page, shown)
        })
    });
    let none_match = Memo::new(move |_| selected.with(Vec::is_empty));
    let body = move || {
        let (lang, today) = (app.lang(), app.today.get());
        shown.with(|(_, rows)| {
            let life = |row: &ClientRow| app.book.with(|book| life_of(book, row, today));
            rows.iter().map(|row| client_row(lang, row, life(row).as_ref())).collect_view()
        })
    };
    live(move || {
        if none_match.get() {
            return view! {
                <div class="empty">
                    <p role="status">{words.t(|w| w.none_match)}</p>
                </div>
            }
            .into_any();
        }
        view! {
            <table class="row-table" role="table" aria-label=words.t(|w| w.title)>
                <thead role="rowgroup">
                    <tr role="row">
                        <SortHeader asked=asked sort=SortClients::Name label=|w| w.client />
                        <th role="columnheader" scope="col">
                            {words.t(|w| w.life)}
                        </th>
                        <SortHeader asked=asked sort=SortClients::Owed label=|w| w.owed />
                    </tr>
                </thead>
                <tbody role="rowgroup">{live(body)}</tbody>
            </table>
            <Pager
                page=Signal::derive(move || shown.with(|(page, _)| *page))
                count=Signal::derive(move || selected.with(Vec::len))
                go=Callback::new(move |page| asked.update(|asked| asked.page = page))
            />
        }
        .into_any()
    })
}

#[component]
fn SortHeader(
    asked: RwSignal<Asked>,
    sort: SortClients,
    label: fn(&'static clients::Words) -> &'static str,
) -> impl IntoView {
    let words = use_app().words(clients::words);
    let order = move || {
        asked.with(|asked| {
            (asked.sort == sort).then_some(if asked.descending { "descending" } else { "ascending" })
        })
    };
    let press = move |_| {
        asked.update(|asked| {
            asked.descending = if asked.sort == sort { !asked.descending } else { sort == SortClients::Owed };
            asked.sort = sort;
            asked.page = 0;
        });
    };
    view! {
        <th class:number=sort == SortClients::Owed role="columnheader" scope="col" aria-sort=order>
            <button class="sort" type="button" on:click=press>
                {words.t(label)}
            </button>
        </th>
    }
}

/// The life of the claim longest past due.
fn life_of(book: &Book, row: &ClientRow, today: chrono::NaiveDate) -> Option<Ribbon> {
    let case = book.case(row.oldest_late?)?;
    Ribbon::of(case, &book.claim(case, today))
}

fn client_row(lang: Lang, row: &ClientRow, life: Option<&Ribbon>) -> impl IntoView + use<> {
    let words = clients::words(lang);
    let open = i64::try_from(row.open).unwrap_or(i64::MAX);
    let note = if row.open == 0 {
        words.nothing_owed.to_owned()
    } else {
        format::count(lang, open, words.open_one, words.open_many)
    };
    let ribbon = life.map(|ribbon| {
        let due = ribbon.due.1.to_string();
        let label = format!("{}{}", words.late_since, format::date(lang, ribbon.due.0));
        view! {
            <div class="ribbon ribbon-small" role="img" aria-label=label>
                <div class="ribbon-bar">
                    <span class="ribbon-band before-due" style:--from="0" style:--to=due.clone()></span>
                    <span class="ribbon-band rate-2" style:--from=due.clone() style:--to=END.to_string()></span>
                    <i class="ribbon-mark" style:--at=due></i>
                </div>
            </div>
        }
    });
    view! {
        <tr role="row">
            <td class="client-name" role="cell">
                <a class="row-link" href=Route::Client(row.id).to_string()>
                    {row.name.clone()}
                </a>
                <span class="row-note">{note}</span>
            </td>
            <td class="client-life" role="cell">
                {ribbon}
            </td>
            <td class="client-owed number" role="cell">
                {owed_lines(lang, &row.owed)}
            </td>
        </tr>
    }
}

/// What is owed, a line for each currency, with what of it is late.
fn owed_lines(lang: Lang, owed: &BTreeMap<Currency, Owed>) -> impl IntoView + use<> {
    let words = clients::words(lang);
    let lines = euros_first(owed.clone()).into_iter().map(|(currency, owed)| {
        let late = owed.late.is_positive().then(|| {
            let late = if owed.late == owed.total {
                words.late.to_owned()
            } else {
                format!("{}{}", words.of_which_late, format::money(lang, owed.late, currency))
            };
            view! { <span class="row-note">{late}</span> }
        });
        view! {
            <div>{format::money(lang, owed.total, currency)}</div>
            {late}
        }
    });
    lines.collect_view()
}
