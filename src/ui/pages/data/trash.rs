//! The trash: what was deleted, until when it is kept, bringing it back, and letting it go for good.

use leptos::prelude::*;

use super::naming;
use super::once_more::{Asked, ForGood};
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::trash::{Trash, TrashItem};
use crate::base::{ClientId, InvoiceId};
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
    match item {
        TrashItem::Client(client) => format!("{}{}", words.client, labels::client_name(lang, &client.name)),
        TrashItem::Case(case) => invoice(&case.invoice.number, case.invoice.client),
        TrashItem::Movement(id, movement) => {
            let currency = case_of(*id).map(|case| case.invoice.currency).unwrap_or_default();
            let amount = format::money(lang, movement.amount, currency);
            format!("{} {amount} · {}", naming::movement(lang, movement.kind), of(id))
        }
        // A number once given is given to no other note: whoever reads the series finds out here where it went.
        TrashItem::Event(id, event) if !event.text.number.is_empty() => {
            let step = dunning::step(lang, event.step);
            format!("{step} {}{} · {}", event.text.number, words.number_kept, of(id))
        }
        TrashItem::Event(id, event) => format!("{} · {}", dunning::step(lang, event.step), of(id)),
        TrashItem::Act(id, act) => format!("{} {} · {}", words.act, format::date(lang, act.date), of(id)),
        TrashItem::Circumstance(id, known) => {
            let date = format::date(lang, known.date);
            format!("{} {date} · {}", dunning::circumstance(lang, &known.kind), of(id))
        }
        TrashItem::Proceeding(id, known) => {
            let date = format::date(lang, known.date);
            format!("{} {date} · {}", proceeding::kind(lang, known.kind), of(id))
        }
        TrashItem::Cost(id, cost) => {
            format!("{} {} · {}", words.cost, format::date(lang, cost.date), of(id))
        }
        TrashItem::Offer(id, offer) => {
            format!("{} {} · {}", words.offer, format::date(lang, offer.date), of(id))
        }
        TrashItem::Proof(id, proof) => {
            format!("{} {} · {}", evidence::paper(lang, proof.kind), format::date(lang, proof.date), of(id))
        }
        TrashItem::Template(own) => format!("{}{}", words.template, own.name),
        TrashItem::Work(work) => {
            let what = if work.what.is_empty() { String::new() } else { format!(" · {}", work.what) };
            format!("{}{}{what}", words.work, work.client)
        }
        TrashItem::Plan(plan) => {
            let date = format::date(lang, plan.proposed);
            let about = plan.invoices.first().map(of).unwrap_or_default();
            format!("{} {date} · {about}", words.plan)
        }
    }
}
