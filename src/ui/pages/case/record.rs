//! The invoice as issued, and what may be done to its record.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::claim::Allocation;
use crate::text::format;
use crate::text::words::{case, labels, shell};
use crate::ui::state::{Vocabulary, use_app};

/// The facts of the invoice.
#[component]
pub fn Facts(id: InvoiceId, figures: Memo<Figures>, words: Vocabulary<case::Words>) -> impl IntoView {
    let app = use_app();
    let facts = move || {
        let lang = app.lang();
        let w = words.now();
        figures.with(|figures| {
            let invoice = &figures.case.invoice;
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
                {optional(w.contract_rate, invoice.contract_rate.map(|rate| format::rate(lang, rate)))}
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
