//! The real invoice whose dates are shown beside the steps.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::book::Book;
use crate::app::views::ladder_dates::{When, comes_first, ladder_dates};
use crate::app::views::ladder_sample::{OfClient, found, open_invoices};
use crate::app::views::today::action;
use crate::base::{ClientId, InvoiceId};
use crate::domain::case_file::CaseFile;
use crate::domain::dunning::{Policy, Setting};
use crate::domain::event::Step;
use crate::domain::party::Client;
use crate::text::words::{agenda, labels, pace};
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// Most invoices offered at once, and from how many on one searches among them.
const OFFERED: usize = 60;
const LONG: usize = 12;

/// The dates of an invoice, with its case, its client and the policy as the form has them.
pub fn dates(
    book: &Book,
    id: InvoiceId,
    today: NaiveDate,
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

/// A list to pick the invoice from: by client, and searched where it is long.
#[component]
pub fn Sample(
    /// The invoice looked at.
    chosen: RwSignal<Option<InvoiceId>>,
    /// Of this client alone.
    only: Option<ClientId>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(pace::words);
    let wanted = RwSignal::new(String::new());
    let all = Memo::new(move |_| {
        let today = app.today.get();
        app.book.with(|book| open_invoices(book, only, today))
    });
    let offered =
        Memo::new(move |_| all.with(|all| wanted.with(|wanted| found(all, wanted, chosen.get(), OFFERED))));
    let is_long =
        Memo::new(move |_| all.with(|all| all.iter().map(|one| one.invoices.len()).sum::<usize>()) > LONG);
    let options = move || {
        let lang = app.lang();
        let group = |one: OfClient| {
            let of_it = one.invoices.into_iter().map(|open| {
                let id = open.id;
                view! {
                    <option value=id.to_string() selected=move || chosen.get() == Some(id)>
                        {format!("{}, {}", open.number, pace::standing(lang, open.due, open.days_late))}
                    </option>
                }
            });
            view! { <optgroup label=labels::client_name(lang, &one.name)>{of_it.collect_view()}</optgroup> }
        };
        offered.get().into_iter().map(group).collect_view()
    };
    let search = move || {
        view! {
            <input
                type="search"
                autocomplete="off"
                aria-label=words.t(|w| w.sample_search)
                placeholder=words.t(|w| w.sample_search)
                prop:value=wanted
                on:input:target=move |event| {
                    wanted.set(event.target().value());
                    // Whoever searches sees what was found: the first of it, as long as it has any.
                    let first = all.with(|all| wanted.with(|wanted| {
                        found(all, wanted, None, OFFERED).first().and_then(|one| one.invoices.first().map(|open| open.id))
                    }));
                    if first.is_some() {
                        chosen.set(first);
                    }
                }
            />
        }
    };
    let none_found = move || {
        !wanted.with(String::is_empty)
            && all.with(|all| wanted.with(|wanted| found(all, wanted, None, 1).is_empty()))
    };
    // A list that is closed does not say whose the invoice is.
    let whose = move || {
        let of_it = |one: &&OfClient| one.invoices.iter().any(|open| chosen.get() == Some(open.id));
        let name = all.with(|all| all.iter().find(of_it).map(|one| one.name.clone()));
        name.map(|name| labels::client_name(app.lang(), &name)).unwrap_or_default()
    };
    let picker = move || {
        view! {
            <div class="field sample">
                <label class="field-label" for="sample">
                    {words.t(|w| w.sample)}
                </label>
                {only_if(move || is_long.get(), search)}
                <select
                    id="sample"
                    on:change:target=move |event| chosen.set(event.target().value().parse().ok().map(InvoiceId))
                >
                    <option value="" selected=move || chosen.get().is_none()>
                        {words.t(|w| w.sample_none)}
                    </option>
                    {live(options)}
                </select>
                <p class="field-hint" role="status">
                    {live(move || if none_found() { words.now().sample_unfound.to_owned() } else { whose() })}
                </p>
            </div>
        }
    };
    let is_empty = move || all.with(Vec::is_empty);
    view! {
        {only_if(is_empty, move || view! { <p class="field-hint">{words.t(|w| w.sample_empty)}</p> })}
        {only_if(move || !is_empty(), picker)}
    }
}
