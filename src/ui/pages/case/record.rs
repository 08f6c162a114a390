//! The invoice as issued, and what may be done to its record.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::claim::{Allocation, DayCount};
use crate::domain::contract::{Contract, ContractRate, Law};
use crate::text::words::{case, contract as contract_words, labels, shell};
use crate::text::{Lang, format};
use crate::ui::state::{Vocabulary, use_app};

/// What a contract says, where it says anything.
fn contract_facts(lang: Lang, contract: &Contract) -> Vec<(&'static str, String)> {
    let words = contract_words::words(lang);
    let mut facts = Vec::new();
    if contract.law != Law::French {
        facts.push((words.law, contract_words::law(lang, contract.law).to_owned()));
    }
    match contract.rate {
        Some(ContractRate::Yearly(rate)) => facts.push((words.rate, format::rate(lang, rate))),
        Some(ContractRate::LegalMultiple(multiple)) => facts.push((
            words.rate,
            match lang {
                Lang::Fr => ContractRate::LegalMultiple(multiple).typed(),
                Lang::En => format!("{multiple} times the legal rate"),
            },
        )),
        None => {}
    }
    if contract.day_count != DayCount::default() {
        facts.push((words.day_count, contract_words::day_count(lang, contract.day_count).to_owned()));
    }
    if contract.capitalises {
        facts.push((words.capitalises_short, words.capitalises_yes.to_owned()));
    }
    facts
}

/// The facts of the invoice.
#[component]
pub fn Facts(id: InvoiceId, figures: Memo<Figures>, words: Vocabulary<case::Words>) -> impl IntoView {
    let app = use_app();
    let facts = move || {
        let lang = app.lang();
        let w = words.now();
        figures.with(|figures| {
            let invoice = &figures.case.invoice;
            let kind = figures.client.kind;
            let fact = |name: &'static str, value: AnyView| view! { <dt>{name}</dt> <dd>{value}</dd> };
            let optional = |name: &'static str, value: Option<String>| {
                value.filter(|value| !value.is_empty()).map(|value| fact(name, value.into_any()))
            };
            let client = view! {
                <a href=Route::Client(figures.client.id).to_string()>{labels::client_name(lang, &figures.client.name)}</a>
                {format!(", {}", labels::kind(lang, figures.client.kind))}
            };
            let allocation = match invoice.allocation {
                Allocation::PrincipalFirst => w.allocation_principal,
                Allocation::InterestFirst => w.allocation_interest,
            };
            view! {
                {fact(w.number, invoice.number.clone().into_any())}
                {fact(w.issued, format::date(lang, invoice.issued).into_any())}
                {optional(w.terms, invoice.terms.map(|terms| labels::terms(lang, terms)))}
                {fact(w.due, format::date(lang, invoice.due).into_any())}
                {fact(w.amount, format::money(lang, invoice.amount, invoice.currency).into_any())}
                {fact(w.client, client.into_any())}
                {optional(w.subject, Some(invoice.subject.clone()))}
                {optional(labels::order(lang, kind), Some(invoice.order.clone()))}
                {optional(labels::service(lang), Some(invoice.service.clone()))}
                {contract_facts(lang, &invoice.contract).into_iter().map(|(name, value)| fact(name, value.into_any())).collect_view()}
                {fact(w.allocation, allocation.into_any())}
            }
        })
    };
    view! {
        <section class="claim-record" aria-labelledby="facts">
            <div class="section-head">
                <h2 id="facts">{words.t(|w| w.invoice)}</h2>
                <a class="button button-quiet" href=Route::EditInvoice(id).to_string()>
                    {app.words(shell::words).t(|w| w.edit)}
                </a>
            </div>
            <dl class="record">{facts}</dl>
            <button
                class="button button-quiet"
                type="button"
                on:click=move |_| {
                    let _ = app.send(Command::DeleteInvoice(id));
                }
            >
                {words.t(|w| w.delete_title)}
            </button>
        </section>
    }
}
