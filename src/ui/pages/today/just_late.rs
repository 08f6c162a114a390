//! What has just become late, with why to act at once.

use leptos::prelude::*;

use super::Work;
use crate::app::book::Book;
use crate::app::route::Route;
use crate::app::views::today::JustLate;
use crate::base::Percent;
use crate::domain::dunning::priority::CHANCE;
use crate::domain::event::Step;
use crate::domain::recovery::Quoted;
use crate::text::words::{agenda, dunning, labels, today};
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::state::{App, use_app};

/// The section; nothing on a morning on which nothing has become late.
#[component]
pub fn JustLateSection(work: Work) -> impl IntoView {
    let app = use_app();
    let words = app.words(today::words);
    live(move || {
        let lang = app.lang();
        let lines = work.with(|work| work.just_late.iter().map(|one| line(lang, one)).collect::<Vec<_>>());
        let first = work.with(|work| work.just_late.first().map(|one| one.invoice))?;
        Some(view! {
            <section class="todo-section just-late" aria-labelledby="just-late">
                <h2 id="just-late">{words.t(|w| w.just_late)}</h2>
                <p class="section-sub">
                    {why(app, lang)} " "
                    <a href=Route::Ways(first).to_string()>{words.t(|w| w.just_late_curve)}</a>
                </p>
                <ul class="besides">{lines}</ul>
            </section>
        })
    })
}

/// Why to act now, in the two figures that are quoted or that the user put in their place.
fn why(app: App, lang: Lang) -> String {
    let (own, quoted) = app.book.with(|book| {
        let shares = &Book::assumptions(book).shares;
        let of = |quoted, at: usize| {
            let (_, thousandths) = CHANCE.get(at).copied().unwrap_or_default();
            shares
                .get(&quoted)
                .copied()
                .map_or((Percent::nearest(thousandths / 10), false), |own| (own, true))
        };
        let (early, late) = (of(Quoted::AtThreeMonths, 1), of(Quoted::AfterAYear, 2));
        (early.1 || late.1, (early.0, late.0))
    });
    today::why_now(lang, quoted, own)
}

fn line(lang: Lang, one: &JustLate) -> AnyView {
    let words = today::words(lang);
    let name = labels::client_name(lang, &one.name);
    let money = format::money(lang, one.amount, one.currency);
    let next = one.next.what.step().map_or("", |step| dunning::step(lang, step));
    let next = labels::lower_first(next);
    let (to, verb) = if one.can_call {
        (Route::Call(one.invoice), words.just_late_call)
    } else {
        (Route::to_write(one.invoice, Step::Call), agenda::ask_for_news(lang))
    };
    let day = format::date_with_weekday(lang, one.next.day);
    view! {
        <li>
            <a href=Route::Invoice(one.invoice).to_string()>{name.clone()}</a>
            {format!(", {}, ", one.number)}
            <span class="amount">{money}</span>
            {format!("{}{}. {}{next}, {day}. ", words.just_late_due, format::date_with_weekday(lang, one.due), words.just_late_next)}
            <a href=to.to_string() aria-label=format!("{verb}, {name}")>{verb}</a>
        </li>
    }
    .into_any()
}
