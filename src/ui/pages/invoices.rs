//! The list of invoices: what is owed in all, search, filters, order, one page of rows at a time.

pub mod pager;
pub mod table;

use std::cell::Cell;

use leptos::prelude::*;

use self::table::InvoiceTable;
use crate::app::route::Route;
use crate::app::views::invoice_list::listed::Shown;
use crate::app::views::invoice_list::query::{Query, SortBy};
use crate::app::views::invoice_list::{self, Filter, Totals, euros_first};
use crate::base::Currency;
use crate::browser::page;
use crate::text::format;
use crate::text::words::{invoices, unbilled};
use crate::ui::components::Icon;
use crate::ui::components::icon::SEARCH;
use crate::ui::keeper::glimpse::glimpsed;
use crate::ui::later::Later;
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

thread_local! {
    /// What was last asked of the list, for as long as the program runs.
    static ASKED: Cell<Query> = Cell::default();
}

/// The page.
#[component]
pub fn Invoices() -> impl IntoView {
    let app = use_app();
    let words = app.words(invoices::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().title)));
    // Claims are computed once for a book and a day; searching and sorting only look at the rows.
    let is_open = Memo::new(move |_| app.later.get() == Later::Here);
    let rows = Memo::new(move |_| {
        let today = app.today.get();
        if is_open.get() { app.book.with(|book| invoice_list::rows(book, today)) } else { Vec::new() }
    });
    let query = remembered_query(app);
    // What the list showed last stands until the book is open.
    let glimpse = StoredValue::new(glimpsed());
    let glimpsed = move || if is_open.get() { None } else { glimpse.get_value() };
    let totals = Memo::new(move |_| match glimpsed() {
        Some(listed) => listed.totals,
        None => rows.with(|rows| euros_first(invoice_list::totals(rows))),
    });
    let counts = Memo::new(move |_| match glimpsed() {
        Some(listed) => listed.counts,
        None => rows.with(|rows| invoice_list::counts(rows)),
    });
    // A turn of the page searches nothing again.
    let asked = Memo::new(move |_| Query { page: 0, ..query.get() });
    let selected = Memo::new(move |_| rows.with(|rows| asked.with(|asked| asked.select(rows))));
    let shown = Memo::new(move |_| {
        if let Some(listed) = glimpsed() {
            return listed.shown;
        }
        let wanted = query.with(|query| query.page);
        rows.with(|rows| selected.with(|selected| Shown::of(rows, selected, wanted)))
    });
    let is_empty = Memo::new(move |_| glimpsed().is_none() && rows.with(Vec::is_empty));
    let new_invoice = Route::NewInvoice(String::new()).to_string();
    let add = move || {
        view! {
            <div class="button-row">
                <a class="button button-main" href=new_invoice.clone()>
                    {words.t(|w| w.new)}
                </a>
            </div>
        }
    };
    let (add_above, add_below) = (add.clone(), add);
    view! {
        <div class="page-head">
            <h1 tabindex="-1">{words.t(|w| w.title)}</h1>
            {live(move || (!is_empty.get() && !app.shows_archive()).then(&add_above))}
        </div>
        <p class="page-link"><a href=Route::Unbilled.to_string()>{app.words(unbilled::words).t(|w| w.link)}</a></p>
        {live(move || {
            if is_empty.get() {
                view! {
                    <section class="empty">
                        <h2 class="empty-title">{words.t(|w| w.empty_title)}</h2>
                        <p>{words.t(|w| w.empty_text)}</p>
                        {add_below()}
                    </section>
                }
                    .into_any()
            } else {
                view! {
                    <Facts totals=totals />
                    <Tools counts=counts query=query />
                    <InvoiceTable shown=shown query=query />
                }
                    .into_any()
            }
        })}
    }
}

/// The query as it was left, kept again at every change.
fn remembered_query(app: App) -> RwSignal<Query> {
    if app.shows_archive() {
        // Closed cases are all there is in it.
        let mut all = Query::default();
        all.filter_by(Filter::All);
        return RwSignal::new(all);
    }
    let query = RwSignal::new(ASKED.take());
    Effect::new(move |_| ASKED.set(query.get()));
    query
}

/// Totals, one line of them for each currency.
#[component]
fn Facts(totals: Memo<Vec<(Currency, Totals)>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(invoices::words);
    move || {
        let (lang, words) = (app.lang(), words.now());
        let today = format::date(lang, app.today.get());
        let lines = totals.get().into_iter().map(|(currency, sum)| {
            let money = |amount| format::money(lang, amount, currency);
            let count = i64::try_from(sum.late_count).unwrap_or(i64::MAX);
            let late = (sum.late_count > 0).then(|| {
                let invoices = format::count(lang, count, words.one, words.many);
                view! {
                    <div class="fact fact-late">
                        <dt>{format!("{}, {invoices}", words.of_which_late)}</dt>
                        <dd>{money(sum.late)}</dd>
                    </div>
                }
            });
            let penalties = sum.penalties.is_positive().then(|| {
                let growth =
                    sum.daily.is_positive().then(|| format!(", +\u{a0}{}{}", money(sum.daily), words.a_day));
                view! {
                    <div class="fact">
                        <dt>{words.penalties} {growth}</dt>
                        <dd>{money(sum.penalties)}</dd>
                    </div>
                }
            });
            let out = sum.out.is_positive().then(|| {
                view! {
                    <div class="fact">
                        <dt>{words.out}</dt>
                        <dd>{money(sum.out)}</dd>
                    </div>
                }
            });
            view! {
                <dl class="facts">
                    <div class="fact">
                        <dt>{format!("{}{today}", words.to_collect)}</dt>
                        <dd>{money(sum.principal)}</dd>
                    </div>
                    {late}
                    {penalties}
                    {out}
                </dl>
            }
        });
        lines.collect_view()
    }
}

/// Search, order on a phone, filters with how many rows each admits.
#[component]
fn Tools(counts: Memo<[usize; Filter::ALL.len()]>, query: RwSignal<Query>) -> impl IntoView {
    let app = use_app();
    let words = app.words(invoices::words);
    let options = table::COLUMNS.map(|(sort, code, label)| {
        view! {
            <option value=code selected=move || query.with(|query| query.sort == sort)>
                {words.t(label)}
            </option>
        }
    });
    let sort_by = move |code: String| {
        if let Some(sort) = sort_of(&code) {
            query.update(|query| query.sort_by(sort));
        }
    };
    let filters = Filter::ALL.into_iter().enumerate().map(|(at, filter)| {
        view! {
            <button
                class="filter"
                type="button"
                aria-pressed=move || if query.with(|query| query.filter == filter) { "true" } else { "false" }
                on:click=move |_| query.update(|query| query.filter_by(filter))
            >
                {words.t(filter_name(filter))}
                " "
                <span class="filter-count">{live(move || counts.with(|counts| counts.get(at).copied()))}</span>
            </button>
        }
    });
    view! {
        <div class="list-tools">
            <div class="search" role="search">
                <Icon path=SEARCH />
                <input
                    id="search"
                    type="search"
                    autocomplete="off"
                    aria-label=words.t(|w| w.search)
                    placeholder=words.t(|w| w.search_hint)
                    prop:value=move || query.with(|query| query.search.clone())
                    on:input:target=move |event| {
                        query.update(|query| query.search_for(event.target().value()));
                    }
                />
            </div>
            <div class="field sort-field">
                <select
                    aria-label=words.t(|w| w.sort_by)
                    on:change:target=move |event| sort_by(event.target().value())
                >
                    {options.collect_view()}
                </select>
            </div>
            <div class="filters" role="group" aria-label=words.t(|w| w.filter)>
                {filters.collect_view()}
            </div>
        </div>
    }
}

fn sort_of(code: &str) -> Option<SortBy> {
    table::COLUMNS.iter().find(|(_, known, _)| *known == code).map(|(sort, ..)| *sort)
}

fn filter_name(filter: Filter) -> fn(&'static invoices::Words) -> &'static str {
    match filter {
        Filter::Open => |w| w.filter_open,
        Filter::Late => |w| w.filter_late,
        Filter::Upcoming => |w| w.filter_upcoming,
        Filter::Settled => |w| w.filter_settled,
        Filter::Out => |w| w.filter_out,
        Filter::All => |w| w.filter_all,
    }
}
