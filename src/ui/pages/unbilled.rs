//! « À facturer »: work done that has not become an invoice yet, how long it has waited, and the way to its invoice.

pub mod form;
pub mod offer;

use leptos::prelude::*;

use self::form::WorkEditor;
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::forms::unbilled::{invoice_query, without};
use crate::app::route::Route;
use crate::app::views::unbilled::{WorkRow, rows, total};
use crate::base::{Currency, WorkId};
use crate::browser::page;
use crate::text::format;
use crate::text::words::{shell, unbilled};
use crate::ui::live::{live, only_if};
use crate::ui::session::use_session;
use crate::ui::state::{App, use_app};

/// The page.
#[component]
pub fn Unbilled() -> impl IntoView {
    let app = use_app();
    let words = app.words(unbilled::words);
    Effect::new(move |_| page::set_title(&format!("{} · Relance", words.now().title)));
    let rows = Memo::new(move |_| app.book.with(|book| rows(book, app.today.get())));
    let editing = RwSignal::new(None::<WorkId>);
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let sum = move || {
        let sum = rows.with(|rows| total(rows));
        sum.is_positive()
            .then(|| format!("{}{}", words.now().total, format::money(app.lang(), sum, Currency::EUR)))
    };
    let list = move || {
        view! {
            <ul class="work-list" aria-label=words.t(|w| w.list)>
                {live(move || {
                    rows.get().into_iter().map(|row| view! { <Row row=row editing=editing /> }).collect_view()
                })}
            </ul>
            <p class="work-total">{live(sum)}</p>
        }
    };
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Invoices.to_string()>
                "← "
                {app.words(shell::words).t(|w| w.nav_invoices)}
            </a>
            <h1 tabindex="-1">{words.t(|w| w.title)}</h1>
            <p class="page-sub">{words.t(|w| w.subtitle)}</p>
        </div>
        <div class="two-columns work-page">
            <div class="column">
                {live(move || {
                    if is_empty.get() {
                        view! {
                            <section class="empty">
                                <h2 class="empty-title">{words.t(|w| w.empty_title)}</h2>
                                <p>{words.t(|w| w.empty_text)}</p>
                                <p class="field-hint">{words.t(|w| w.example)}</p>
                            </section>
                        }
                            .into_any()
                    } else {
                        list().into_any()
                    }
                })}
            </div>
            {only_if(move || !app.shows_archive(), move || view! { <WorkEditor editing=editing /> })}
        </div>
    }
}

/// Takes a piece of work that became an invoice off the list; true where that was done.
pub fn take_off(app: App, id: WorkId) -> bool {
    let list = app.book.with_untracked(|book| without(book.unbilled(), id));
    app.send(Command::SaveUnbilled(list)).is_ok()
}

#[component]
fn Row(row: WorkRow, editing: RwSignal<Option<WorkId>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(unbilled::words);
    let session = use_session();
    let WorkRow { work, days, is_called_for, invoiced } = row;
    let id = work.id;
    let named =
        if work.what.is_empty() { work.client.clone() } else { format!("{}, {}", work.client, work.what) };
    let called = move |name: fn(&'static unbilled::Words) -> &'static str| {
        let named = named.clone();
        Signal::derive(move || format!("{}{named}", name(words.now())))
    };
    let done = work.done;
    let age = move || {
        let (lang, words) = (app.lang(), words.now());
        format!("{}{}, {}", words.done_on, format::date(lang, done), unbilled::ago(lang, days))
    };
    let amount = work.amount;
    let money = move || amount.map(|amount| format::money(app.lang(), amount, Currency::EUR));
    let invoice = {
        let work = work.clone();
        Route::NewInvoice(app.book.with_untracked(|book| invoice_query(book, &work))).to_string()
    };
    let begin = move |_| session.invoicing.set(Some((id, app.book.with_untracked(Book::next_case))));
    let leave = move |take: fn(App, WorkId) -> bool| {
        if editing.get_untracked() == Some(id) {
            editing.set(None);
        }
        if take(app, id) {
            request_animation_frame(|| {
                page::focus("h1");
            });
        }
    };
    let was_invoiced = move |_| leave(take_off);
    let remove = move |_| leave(|app, id| app.send(Command::DeleteWork(id)).is_ok());
    let noticed = invoiced.map(|(invoice, number)| {
        view! {
            <p class="work-noticed">
                {words.t(|w| w.seems_invoiced)}
                <a href=Route::Invoice(invoice).to_string()>{number}</a>
                {words.t(|w| w.seems_invoiced_end)}
                " "
                <button class="button button-quiet" type="button" on:click=was_invoiced>
                    {words.t(|w| w.take_off)}
                </button>
            </p>
        }
    });
    view! {
        <li class="work">
            <div class="work-what">
                <h2 class="work-client">
                    {work.client.clone()} " "
                    {is_called_for.then(|| view! { <span class="badge badge-soon">{words.t(|w| w.overdue)}</span> })}
                </h2>
                <p>{work.what.clone()}</p>
                <p class="row-note">{live(age)}</p>
            </div>
            <p class="work-amount amount">{live(money)}</p>
            <div class="work-actions">
                <a class="button" href=invoice aria-label=called(|w| w.invoice_of) on:click=begin>
                    {words.t(|w| w.invoice)}
                </a>
                <button
                    class="button button-quiet"
                    type="button"
                    aria-label=called(|w| w.edit_of)
                    on:click=move |_| {
                        editing.set(Some(id));
                        request_animation_frame(|| {
                            page::focus("#work-client");
                        });
                    }
                >
                    {app.words(shell::words).t(|w| w.edit)}
                </button>
                <button class="button button-quiet" type="button" aria-label=called(|w| w.delete_of) on:click=remove>
                    {app.words(shell::words).t(|w| w.delete)}
                </button>
            </div>
            {noticed}
        </li>
    }
}
