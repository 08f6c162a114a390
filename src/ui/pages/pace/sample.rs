//! The real invoice whose dates are shown beside the steps.

use leptos::prelude::*;

use crate::app::book::Book;
use crate::app::views::ladder_dates::{When, comes_first, ladder_dates};
use crate::app::views::today::action;
use crate::base::InvoiceId;
use crate::domain::case_file::CaseFile;
use crate::domain::dunning::{Policy, Setting};
use crate::domain::event::Step;
use crate::domain::party::Client;
use crate::text::format;
use crate::text::words::{agenda, labels, pace};
use crate::ui::live::live;
use crate::ui::state::use_app;

/// Most invoices offered.
const OFFERED: usize = 40;

/// The open invoices that can be looked at, the next due first; a few, for a list to pick from.
fn open_invoices(book: &Book) -> Vec<(InvoiceId, String, String)> {
    let open =
        book.cases().filter(|case| case.movements.is_empty()).map(|case| (case.invoice.due, case.invoice.id));
    let mut latest = crate::base::order::in_order(open.collect::<Vec<_>>(), |known| *known);
    latest.reverse();
    latest
        .into_iter()
        .take(OFFERED)
        .filter_map(|(due, id)| {
            let case = book.case(id)?;
            let client = book.client(case.invoice.client)?;
            Some((id, format!("{}, {}", client.name, case.invoice.number), format::date_digits(due)))
        })
        .collect()
}

/// The invoice looked at first.
pub fn first_sample(book: &Book) -> Option<InvoiceId> {
    open_invoices(book).first().map(|(id, ..)| *id)
}

/// The dates of an invoice, with its case, its client and the policy as the form has them.
pub fn dates(
    book: &Book,
    id: InvoiceId,
    today: chrono::NaiveDate,
    edit: impl FnOnce(&mut CaseFile, &mut Client, &mut Policy),
) -> Vec<(Step, When)> {
    let Some((case, client)) = book.case(id).and_then(|case| Some((case, book.client(case.invoice.client)?)))
    else {
        return Vec::new();
    };
    let claim = book.claim(case, today);
    let (mut case, mut client, mut policy) = (case.clone(), client.clone(), book.policy().clone());
    edit(&mut case, &mut client, &mut policy);
    let plan = book.plan_of(id, today);
    ladder_dates(&case, &claim, Setting { client: &client, policy: &policy, is_known: false, plan })
}

/// What comes before the dates of an invoice: why its ladder stands still, or what is to be done first.
#[component]
pub fn Halt(chosen: RwSignal<Option<InvoiceId>>) -> impl IntoView {
    let app = use_app();
    let said = Memo::new(move |_| {
        let (lang, today) = (app.lang(), app.today.get());
        app.book.with(|book| {
            let id = chosen.get()?;
            let currency = book.case(id)?.invoice.currency;
            let action = action(book, id, today).filter(comes_first)?;
            let what = labels::lower_first(agenda::what(lang, action.what));
            let hold = action.hold.as_ref().map(|hold| agenda::hold(lang, hold));
            let first = format!("{}{what}.", pace::words(lang).first);
            Some((first, agenda::why(lang, &action.why, currency, today), hold))
        })
    });
    live(move || {
        said.get().map(|(what, why, hold)| {
            view! {
                <div class="banner" role="note">
                    <p class="banner-text">
                        <strong>{what}</strong>
                        " "
                        {why}
                        " "
                        {hold}
                    </p>
                </div>
            }
        })
    })
}

/// A list to pick the invoice from.
#[component]
pub fn Sample(chosen: RwSignal<Option<InvoiceId>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(pace::words);
    let all = Memo::new(move |_| app.book.with(open_invoices));
    let options = move || {
        let lang = app.lang();
        all.get()
            .into_iter()
            .map(|(id, name, due)| {
                view! {
                    <option value=id.to_string() selected=move || chosen.get() == Some(id)>
                        {format!("{}, {}{due}", labels::client_name(lang, &name), pace::words(lang).due_on)}
                    </option>
                }
            })
            .collect_view()
    };
    live(move || {
        if all.with(Vec::is_empty) {
            return view! { <p class="field-hint">{words.t(|w| w.sample_empty)}</p> }.into_any();
        }
        view! {
            <div class="field">
                <label class="field-label" for="sample">
                    {words.t(|w| w.sample)}
                </label>
                <select
                    id="sample"
                    on:change:target=move |event| chosen.set(event.target().value().parse().ok().map(InvoiceId))
                >
                    <option value="" selected=move || chosen.get().is_none()>
                        {words.t(|w| w.sample_none)}
                    </option>
                    {live(options)}
                </select>
            </div>
        }
        .into_any()
    })
}
