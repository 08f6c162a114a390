//! The trash: what was deleted, until when it is kept, bringing it back, and letting it go for good.

use leptos::prelude::*;

use super::naming;
use super::once_more::{Asked, ForGood};
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::trash::{Trash, TrashItem};
use crate::base::{ClientId, Currency, InvoiceId};
use crate::text::words::agenda::proceeding;
use crate::text::words::{dunning, evidence, labels, trash};
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// Rows shown at first, and how many more each time.
const SHOWN: usize = 20;

/// The section.
#[component]
pub fn TrashCan() -> impl IntoView {
    let app = use_app();
    let words = app.words(trash::words);
    let shown = RwSignal::new(SHOWN);
    let for_good = ForGood::new("trash-no", "#trash");
    let total = Memo::new(move |_| app.book.with(|book| book.trash().count()));
    let rows = live(move || {
        let lang = app.lang();
        app.book.with(|book| {
            let mut last: Vec<&Trash> = book.trash().collect();
            last.sort_by_key(|trash| std::cmp::Reverse((trash.deleted, trash.id)));
            last.into_iter()
                .take(shown.get())
                .map(|trash| row(app, lang, book, trash, for_good))
                .collect_view()
        })
    });
    let more = live(move || {
        (shown.get() < total.get()).then(|| {
            view! {
                <button
                    class="button button-quiet"
                    type="button"
                    on:click=move |_| shown.update(|shown| *shown += SHOWN)
                >
                    {words.t(|w| w.more)}
                </button>
            }
        })
    });
    let empty = live(move || {
        if total.get() == 0 {
            return view! { <p class="field-hint">{words.t(|w| w.empty)}</p> }.into_any();
        }
        let start = view! {
            <button
                class="button button-quiet"
                type="button"
                id="trash-all"
                on:click=move |_| for_good.ask(Asked::All)
            >
                {words.t(|w| w.drop_all)}
            </button>
        };
        for_good.view(Asked::All, start.into_any(), goes(app, Command::EmptyTrash))
    });
    view! {
        <ul class="story">{rows}</ul>
        <div class="button-row">{more} {empty}</div>
    }
}

fn row(app: App, lang: Lang, book: &Book, trash: &Trash, for_good: ForGood) -> impl IntoView + use<> {
    let words = trash::words(lang);
    let id = trash.id;
    let name = name(lang, book, &trash.item);
    let when = format!(
        "{}{}{}{}",
        words.deleted_on,
        format::date(lang, trash.deleted),
        words.until,
        format::date(lang, trash.kept_until()),
    );
    let (back_label, drop_label) = (format!("{}, {name}", words.put_back), format!("{}, {name}", words.drop));
    let start = move || {
        view! {
            <button
                class="button button-quiet"
                type="button"
                aria-label=drop_label.clone()
                on:click=move |_| for_good.ask(Asked::One(id.0))
            >
                {words.drop}
            </button>
        }
        .into_any()
    };
    view! {
        <li class="story-line">
            <span>{name} <span class="row-note">{when}</span></span>
            <span class="button-row">
                <button
                    class="button button-quiet"
                    type="button"
                    aria-label=back_label
                    on:click=move |_| {
                        // A refusal says itself at the bottom of the screen.
                        let _ = app.send(Command::TakeFromTrash(id));
                    }
                >
                    {words.put_back}
                </button>
                {live(move || for_good.view(Asked::One(id.0), start(), goes(app, Command::DropFromTrash(id))))}
            </span>
        </li>
    }
}

/// What letting it go for good does.
fn goes(app: App, command: Command) -> Callback<()> {
    Callback::new(move |()| {
        // A refusal says itself at the bottom of the screen.
        let _ = app.send(command.clone());
    })
}

/// What was deleted: « Paiement 1 000,00 € · Facture 2026-014 · Atelier Brun ».
fn name(lang: Lang, book: &Book, item: &TrashItem) -> String {
    let words = trash::words(lang);
    // What something belongs to may be in the trash as well.
    let dropped = || book.trash().map(|trash| &trash.item);
    let client_of = |id: ClientId| {
        let dropped = || {
            dropped().find_map(|item| match item {
                TrashItem::Client(client) => (client.id == id).then_some(client),
                _ => None,
            })
        };
        book.client(id).or_else(dropped)
    };
    let case_of = |id: InvoiceId| {
        let dropped = || {
            dropped().find_map(|item| match item {
                TrashItem::Case(case) => (case.invoice.id == id).then_some(case),
                _ => None,
            })
        };
        book.case(id).or_else(dropped)
    };
    let invoice = |number: &str, client| {
        let client = client_of(client).map(|client| client.name.clone()).unwrap_or_default();
        format!("{}{number} · {}", words.invoice, labels::client_name(lang, &client))
    };
    let of = |id: &InvoiceId| {
        case_of(*id).map_or_else(
            || format!("{}{id}", words.invoice),
            |case| invoice(&case.invoice.number, case.invoice.client),
        )
    };
    let (thing, of) = match item {
        TrashItem::Client(_) | TrashItem::Template(_) | TrashItem::Work(_) => {
            (thing(lang, item, Currency::default()), None)
        }
        TrashItem::Case(case) => (String::new(), Some(invoice(&case.invoice.number, case.invoice.client))),
        TrashItem::Plan(plan) => (thing(lang, item, Currency::default()), plan.invoices.first().map(of)),
        part => {
            let id = part.invoice();
            let currency = id.and_then(case_of).map(|case| case.invoice.currency).unwrap_or_default();
            (thing(lang, item, currency), id.as_ref().map(of))
        }
    };
    [Some(thing), of].into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What was deleted, without the invoice it is of; nothing of an invoice itself.
pub(super) fn thing(lang: Lang, item: &TrashItem, currency: Currency) -> String {
    let words = trash::words(lang);
    let on = |what: &str, date| format!("{what} {}", format::date(lang, date));
    match item {
        TrashItem::Client(client) => format!("{}{}", words.client, labels::client_name(lang, &client.name)),
        TrashItem::Case(_) => String::new(),
        TrashItem::Movement(_, movement) => {
            let amount = format::money(lang, movement.amount, currency);
            format!("{} {amount}", naming::movement(lang, movement.kind))
        }
        // A number once given is given to no other note: whoever reads the series finds out here where it went.
        TrashItem::Event(_, event) if !event.text.number.is_empty() => {
            format!("{} {}{}", dunning::step(lang, event.step), event.text.number, words.number_kept)
        }
        TrashItem::Event(_, event) => dunning::step(lang, event.step).to_owned(),
        TrashItem::Act(_, act) => on(words.act, act.date),
        TrashItem::Circumstance(_, known) => on(dunning::circumstance(lang, &known.kind), known.date),
        TrashItem::Proceeding(_, known) => on(proceeding::kind(lang, known.kind), known.date),
        TrashItem::Cost(_, cost) => on(words.cost, cost.date),
        TrashItem::Offer(_, offer) => on(words.offer, offer.date),
        TrashItem::Proof(_, proof) => on(evidence::paper(lang, proof.kind), proof.date),
        TrashItem::Template(own) => format!("{}{}", words.template, own.name),
        TrashItem::Work(work) => {
            let what = if work.what.is_empty() { String::new() } else { format!(" · {}", work.what) };
            format!("{}{}{what}", words.work, work.client)
        }
        TrashItem::Plan(plan) => on(words.plan, plan.proposed),
    }
}
