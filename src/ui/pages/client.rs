//! One client: what is owed, the invoices, the record.

pub mod circuit;
pub mod contacts;
pub mod habits;
pub mod manner;
pub mod missing;
pub mod payments;

use leptos::prelude::*;

use super::client_form::draft_name;
use super::invoices::pager::Pager;
use super::invoices::table::badge;
use super::not_found::NotFound;
use crate::app::command::Command;
use crate::app::forms::calculator::CalculatorForm;
use crate::app::route::Route;
use crate::app::views::client_list::owed;
use crate::app::views::contact::{mail_link, phone_link};
use crate::app::views::invoice_list::query::{Query, page_of};
use crate::app::views::invoice_list::{self, Filter, Row, euros_first};
use crate::base::ClientId;
use crate::browser::page;
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::CircumstanceKind;
use crate::domain::dunning::withheld::Withheld;
use crate::domain::party::Client;
use crate::domain::siren::Siren;
use crate::text::words::{clients, contacts as contacts_words, documents, labels, pace, shell, withheld};
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::rare::{self, Rare};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn ClientCard(
    /// Which client.
    id: ClientId,
) -> impl IntoView {
    let app = use_app();
    let client = Memo::new(move |_| app.book.with(|book| book.client(id).cloned()));
    let is_there = Memo::new(move |_| client.with(Option::is_some));
    move || {
        if is_there.get() {
            let client = Signal::derive(move || client.get());
            view! { <Card id=id client=client /> }.into_any()
        } else {
            view! { <NotFound /> }.into_any()
        }
    }
}

#[component]
fn Card(id: ClientId, client: Signal<Option<Client>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(clients::words);
    let name = Memo::new(move |_| client.get().map(|client| client.name).unwrap_or_default());
    Effect::new(move |_| page::set_title(&format!("{} · Relance", name.get())));
    let rows = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| invoice_list::rows_of(book, id, today))
    });
    let kind = move || client.get().map(|client| labels::kind(app.lang(), client.kind));
    let record = move || client.get().map(|client| record(app.lang(), &client));
    let delete = move |_| {
        // A refusal says itself at the bottom of the screen.
        if app.send(Command::DeleteClient(id)).is_ok() {
            app.keep_draft(&draft_name(Some(id)), None);
        }
    };
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Clients.to_string()>
                "← "
                {words.t(|w| w.title)}
            </a>
            <h1 tabindex="-1">{name}</h1>
            <p class="page-sub">{kind}</p>
        </div>
        <Insolvent id=id client=client />
        <Suspended id=id />
        <div class="two-columns">
            <div class="column">
                <Facts rows=rows />
                <Invoices rows=rows client=client />
                <payments::PaySeveral id=id />
                <habits::HabitsCard id=id />
                <manner::MannerCard id=id client=client />
            </div>
            <div class="column">
            <section class="section" aria-labelledby="who">
                <div class="section-head">
                    <h2 id="who">{words.t(|w| w.record)}</h2>
                    <a class="button button-quiet" href=Route::EditClient(id).to_string()>
                        {app.words(shell::words).t(|w| w.edit)}
                    </a>
                </div>
                <dl class="record">{record}</dl>
                <missing::Missing id=id client=client />
                <p><a href=Route::ClientPace(id).to_string()>{app.words(pace::words).t(|w| w.link)}</a></p>
                {live(move || {
                    let first = app.book.with(|book| book.cases_of(id).map(|case| case.invoice.id).next())?;
                    let to = Route::Documents(first, "releve".to_owned()).to_string();
                    Some(view! { <p><a href=to>{app.words(documents::words).t(|w| w.statement_link)}</a></p> })
                })}
            </section>
            <contacts::Contacts id=id client=client />
            <circuit::CircuitCard id=id client=client />
            <div class="section client-end">
                <button class="button button-quiet" type="button" on:click=delete>
                    {words.t(|w| w.delete)}
                </button>
                {live(move || (!app.shows_archive()).then(|| rare::piece(Rare::EraseClient(id))))}
            </div>
            </div>
        </div>
    }
}

/// Insolvency proceedings are open: what that changes, whom to speak to, and where the claim is lodged.
#[component]
fn Insolvent(id: ClientId, client: Signal<Option<Client>>) -> impl IntoView {
    let app = use_app();
    live(move || {
        let (lang, today) = (app.lang(), app.today.get());
        let client = client.get()?;
        let opened = client.insolvency.filter(|opened| *opened <= today)?;
        let held = Withheld::Insolvent { opened, office: client.collective.office.clone() };
        let who = withheld::speak_to(lang, &held);
        let lodged = app.book.with(|book| {
            let owed = |case: &&CaseFile| book.claim(case, today).balance().is_positive();
            let held = |case: &&CaseFile| case.is_held_by(Some(opened), today);
            book.cases_of(id).find(|case| held(case) && owed(case)).map(|case| case.invoice.id)
        });
        let link = lodged.map(|case| {
            view! {
                <a class="button button-quiet" href=Route::After(case).to_string()>
                    {withheld::words(lang).after}
                </a>
            }
        });
        Some(view! {
            <div class="banner client-insolvent" role="note">
                <p class="banner-text">{withheld::why(lang, &held)} " " {who}</p>
                {link}
            </div>
        })
    })
}

/// Work for the client is suspended: which, and the case that says so.
#[component]
fn Suspended(id: ClientId) -> impl IntoView {
    let app = use_app();
    let words = app.words(contacts_words::words);
    let suspended = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| {
            book.cases_of(id).find_map(|case| {
                case.open_circumstances(today).find_map(|one| match &one.kind {
                    CircumstanceKind::Suspension { work } => Some((case.invoice.id, work.clone(), one.date)),
                    _ => None,
                })
            })
        })
    });
    live(move || {
        suspended.get().map(|(case, work, since)| {
            let since = format::date(app.lang(), since);
            view! {
                <div class="banner client-suspended" role="note">
                    <p class="banner-text">
                        <strong>{words.t(|w| w.suspended_title)}</strong>
                        {format!(" {work}{}{since}", words.now().suspended_since)}
                    </p>
                    <a class="button button-quiet" href=Route::Invoice(case).to_string()>
                        {words.t(|w| w.suspended_see)}
                    </a>
                </div>
            }
        })
    })
}

/// What is owed today, by currency.
#[component]
fn Facts(rows: Memo<Vec<Row>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(clients::words);
    move || {
        let (lang, words) = (app.lang(), words.now());
        let today = format::date(lang, app.today.get());
        let lines = euros_first(rows.with(|rows| owed(rows))).into_iter().map(|(currency, owed)| {
            let late = owed.late.is_positive().then(|| {
                view! {
                    <div class="fact fact-late">
                        <dt>{words.late}</dt>
                        <dd>{format::money(lang, owed.late, currency)}</dd>
                    </div>
                }
            });
            view! {
                <dl class="facts">
                    <div class="fact">
                        <dt>{format!("{}{today}", words.owed_on)}</dt>
                        <dd>{format::money(lang, owed.total, currency)}</dd>
                    </div>
                    {late}
                </dl>
            }
        });
        lines.collect_view()
    }
}

/// The invoices of the client, most late first, a page at a time.
#[component]
fn Invoices(rows: Memo<Vec<Row>>, client: Signal<Option<Client>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(clients::words);
    let page = RwSignal::new(0);
    let sorted = Memo::new(move |_| {
        let all = Query { filter: Filter::All, ..Query::default() };
        rows.with(|rows| {
            all.select(rows).into_iter().filter_map(|at| rows.get(at).cloned()).collect::<Vec<_>>()
        })
    });
    let body = move || {
        let lang = app.lang();
        sorted
            .with(|rows| page_of(rows, page.get()).1.iter().map(|row| invoice_row(lang, row)).collect_view())
    };
    let new_invoice = move || {
        // A new invoice of a known client says of it what is known.
        let known = client.get().map(|client| (client.name, client.kind));
        let (client, kind) = known.unwrap_or_default();
        let form = CalculatorForm { kind, client, ..CalculatorForm::default() };
        Route::NewInvoice(form.to_query_with_names()).to_string()
    };
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    let table = move || {
        view! {
            <table class="row-table" role="table" aria-labelledby="open">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">
                            {words.t(|w| w.number)}
                        </th>
                        <th class="number" role="columnheader" scope="col">
                            {words.t(|w| w.due)}
                        </th>
                        <th class="number" role="columnheader" scope="col">
                            {words.t(|w| w.owed)}
                        </th>
                        <th role="columnheader" scope="col">
                            {words.t(|w| w.state)}
                        </th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{live(body)}</tbody>
            </table>
            <Pager
                page=Signal::derive(move || sorted.with(|rows| page_of(rows, page.get()).0))
                count=Signal::derive(move || sorted.with(Vec::len))
                go=Callback::new(move |to| page.set(to))
            />
        }
    };
    view! {
        <section class="section" aria-labelledby="open">
            <div class="section-head">
                <h2 id="open">{words.t(|w| w.invoices)}</h2>
                <a class="button button-main" href=new_invoice>
                    {words.t(|w| w.new_invoice)}
                </a>
            </div>
            {live(move || {
                if is_empty.get() {
                    view! { <p class="field-hint">{words.t(|w| w.no_invoice)}</p> }.into_any()
                } else {
                    table().into_any()
                }
            })}
        </section>
    }
}

fn invoice_row(lang: Lang, row: &Row) -> impl IntoView + use<> {
    let words = clients::words(lang);
    let due = format::date_digits(row.due);
    view! {
        <tr role="row">
            <td class="invoice-client" role="cell">
                <a class="row-link" href=Route::Invoice(row.id).to_string()>
                    {row.number.clone()}
                </a>
                <span class="row-note row-note-narrow">{format!("{}{due}", words.due_on)}</span>
            </td>
            <td class="invoice-due number" role="cell">
                {due.clone()}
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

/// What is known of the client; what is not is left out.
fn record(lang: Lang, client: &Client) -> impl IntoView + use<> {
    let words = clients::words(lang);
    let known = |name: &'static str, text: &str, value: fn(String) -> AnyView| {
        let text = text.trim().to_owned();
        (!text.is_empty()).then(|| view! { <dt>{name}</dt> <dd>{value(text)}</dd> })
    };
    let lines = |text: String| {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        lines.into_iter().map(|line| view! { <div>{line}</div> }).collect_view().into_any()
    };
    let siren = client.siren.as_ref().map(Siren::grouped).unwrap_or_default();
    view! {
        <dt>{words.kind}</dt>
        <dd>{labels::kind(lang, client.kind)}</dd>
        {known(words.contact, &client.contact, IntoAny::into_any)}
        {known(words.siren, &siren, |text| view! { <span class="amount">{text}</span> }.into_any())}
        {known(words.address, &client.address, lines)}
        {known(
            words.email,
            &client.email,
            |text| view! { <a href=mail_link(&text)>{text.clone()}</a> }.into_any(),
        )}
        {known(
            words.phone,
            &client.phone,
            |text| {
                view! {
                    <a class="amount" href=phone_link(&text)>
                        {text.clone()}
                    </a>
                }
                    .into_any()
            },
        )}
        {known(words.notes, &client.notes, lines)}
    }
}
