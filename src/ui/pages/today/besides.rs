//! What is not to be forgotten beside the list: work to invoice, details to check, limitation, calls to put in writing;
//! and the weekly review.

use leptos::prelude::*;

use super::Work;
use crate::app::route::Route;
use crate::app::views::today::{Day, Loose};
use crate::base::{ClientId, Currency};
use crate::domain::dispute::Side;
use crate::domain::event::Step;
use crate::domain::limitation::Nearness;
use crate::text::words::{labels, today, unbilled};
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// Most lines of one kind that stand open.
const SHOWN: usize = 3;

/// The section; nothing where there is nothing to say.
#[component]
pub fn Besides(work: Work) -> impl IntoView {
    let app = use_app();
    let words = app.words(today::words);
    live(move || {
        let lang = app.lang();
        let lines = work.with(|work| lines(app, lang, work));
        (!lines.is_empty()).then(|| {
            view! {
                <section class="todo-section" aria-labelledby="besides">
                    <h2 id="besides">{words.t(|w| w.besides)}</h2>
                    <ul class="besides">{lines}</ul>
                </section>
            }
        })
    })
}

fn name_of(app: App, lang: Lang, id: ClientId) -> String {
    let name = app.book.with_untracked(|book| book.client(id).map(|client| client.name.clone()));
    labels::client_name(lang, &name.unwrap_or_default())
}

fn lines(app: App, lang: Lang, work: &Day) -> Vec<AnyView> {
    let words = today::words(lang);
    let item = |view: AnyView| view! { <li>{view}</li> }.into_any();
    let recaps = work.recaps.iter().filter_map(|id| {
        let client = app.book.with_untracked(|book| Some(book.case(*id)?.invoice.client))?;
        let name = name_of(app, lang, client);
        Some(item(
            view! { {words.recap} <a href=Route::Text(*id, Step::Recap).to_string()>{name}</a> "." }
                .into_any(),
        ))
    });
    let ends = work.open_ends.iter().map(|end| {
        let id = end.invoice;
        let (said, to) = match &end.what {
            Loose::Commitment(Side::Ours, what) => (format!("{}{what}", words.promised), Route::Dispute(id)),
            Loose::Commitment(Side::Theirs, what) => {
                (format!("{}{what}", words.promised_by_client), Route::Dispute(id))
            }
            Loose::Spoken => (words.plan_unsigned.to_owned(), Route::Plan(id)),
            Loose::Plan => (words.plan_unanswered.to_owned(), Route::Plan(id)),
            Loose::Offer => (words.offer_unanswered.to_owned(), Route::Offers(id)),
            Loose::Agreed => (words.offer_unpaid.to_owned(), Route::Offers(id)),
        };
        item(
            view! {
                {said}
                ", "
                <a href=to.to_string()>{name_of(app, lang, end.client)}</a>
                {format!(", {}.", format::date(lang, end.by))}
            }
            .into_any(),
        )
    });
    let limits = work.limitation.iter().map(|alert| {
        let said = if alert.nearness == Nearness::Expired { words.limitation_over } else { words.limitation };
        let name = name_of(app, lang, alert.client);
        let money = format::money(lang, alert.total, alert.currency);
        item(
            view! {
                {said}
                {format::date(lang, alert.expires)}
                ", "
                <a href=Route::Invoice(alert.invoice).to_string()>{name}</a>
                ", "
                <span class="amount">{money}</span>
                "."
            }
            .into_any(),
        )
    });
    let waiting = work.unbilled.iter().take(SHOWN).map(|line| {
        let amount = line
            .amount
            .map(|amount| format!(", {}", format::money(lang, amount, Currency::EUR)))
            .unwrap_or_default();
        let what = if line.what.is_empty() { String::new() } else { format!(", {}", line.what) };
        item(
            view! {
                {words.work_to_invoice}
                <a href=Route::Unbilled.to_string()>{line.client.clone()}</a>
                {format!("{what}{amount}, {}.", unbilled::ago(lang, line.days))}
            }
            .into_any(),
        )
    });
    let rest = (SHOWN < work.unbilled.len())
        .then(|| item(view! { <a href=Route::Unbilled.to_string()>{words.work_all}</a> }.into_any()));
    let verify = (!work.unverified.is_empty()).then(|| {
        let names = work.unverified.iter().take(SHOWN).enumerate().map(|(at, id)| {
            view! {
                {(at > 0).then_some(", ")}
                <a href=Route::Client(*id).to_string()>{name_of(app, lang, *id)}</a>
            }
        });
        let more = if SHOWN < work.unverified.len() { words.verify_more } else { "" };
        item(view! { {words.verify} {names.collect_view()} {more} "." }.into_any())
    });
    let (recaps, limits) = (first_and_rest(lang, recaps), first_and_rest(lang, limits));
    recaps.into_iter().chain(ends).chain(limits).chain(waiting).chain(rest).chain(verify).collect()
}

/// The first lines of a kind, and the others behind one.
fn first_and_rest(lang: Lang, lines: impl Iterator<Item = AnyView>) -> Vec<AnyView> {
    let mut lines: Vec<_> = lines.collect();
    let rest = lines.split_off(SHOWN.min(lines.len()));
    if !rest.is_empty() {
        let others = view! {
            <li>
                <details class="disclosure">
                    <summary>{today::others(lang, rest.len())}</summary>
                    <ul class="besides">{rest}</ul>
                </details>
            </li>
        };
        lines.push(others.into_any());
    }
    lines
}

/// The weekly review: every figure of it, also those that are zero.
#[component]
pub fn Review(work: Work) -> impl IntoView {
    let app = use_app();
    let words = app.words(today::words);
    let facts = move || {
        let (lang, words) = (app.lang(), words.now());
        let review = work.with(|work| work.review);
        let bank =
            review.bank_checked.map_or_else(|| words.review_never.to_owned(), |day| format::date(lang, day));
        let counts = [
            (words.review_promises, review.promises_due),
            (words.review_broken, review.promises_broken),
            (words.review_deadlines, review.deadlines),
            (words.review_unsent, review.unsent),
            (words.review_recaps, review.recaps),
            (words.review_unbilled, review.unbilled),
        ];
        let counts = counts.map(|(name, count)| {
            view! {
                <dt>{name}</dt>
                <dd>{count}</dd>
            }
        });
        view! {
            <dt>{words.review_bank}</dt>
            <dd>{bank}</dd>
            {counts.into_iter().collect_view()}
        }
    };
    view! {
        <details class="disclosure review">
            <summary>{words.t(|w| w.review)}</summary>
            <div class="disclosure-body">
                <dl class="record">{live(facts)}</dl>
            </div>
        </details>
    }
}
