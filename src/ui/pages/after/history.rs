//! What happened in a proceeding, day by day, and how to take it back.

use leptos::prelude::*;

use super::proceeding::Shown;
use crate::app::command::Command;
use crate::app::proceedings::ProceedingCommand;
use crate::app::views::figures::Figures;
use crate::app::views::joint::{Shared, sharing};
use crate::base::{Amount, Currency, InvoiceId};
use crate::browser::page;
use crate::text::words::agenda::proceeding;
use crate::text::words::{labels, proceedings, stages};
use crate::text::{Lang, format};
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The list.
#[component]
pub fn History(id: InvoiceId, shown: Memo<Shown>, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(proceedings::words);
    let one = shown.with_untracked(|shown| shown.all.id);
    let rows = live(move || {
        let lang = app.lang();
        let currency = figures.with(|figures| figures.claim.currency);
        shown.with(|shown| rows(lang, shown, |amount| format::money(lang, amount, currency)))
    });
    let send = move |command| {
        // Said at the bottom of the screen, done or refused.
        let _ = app.send(Command::Proceeding(command));
        request_animation_frame(|| {
            page::focus("h1");
        });
    };
    let others = Memo::new(move |_| shown.with(|shown| app.book.with(|book| sharing(book, id, &shown.all))));
    let alone = RwSignal::new(false);
    // This one, and unless it is meant alone those of the others that `goes_too` takes.
    let all = move |goes_too: &dyn Fn(&Shared) -> bool| {
        let with = others.with_untracked(|all| {
            let too = all.iter().filter(|other| !alone.get_untracked() && goes_too(other));
            too.map(|other| (other.id, other.one)).collect::<Vec<_>>()
        });
        [vec![(id, one)], with].concat()
    };
    let take_off = move |_| {
        let Some(last) = shown.with_untracked(|shown| shown.all.stages.last().cloned()) else { return };
        send(ProceedingCommand::TakeOff(all(&|other| other.has_last(&last))));
    };
    let delete = move |_| send(ProceedingCommand::Delete(all(&|_| true)));
    let too = move || {
        let start = if others.with(Vec::len) == 1 { words.now().too_one } else { words.now().too_many };
        let numbers = others.with(|all| all.iter().map(|one| one.number.clone()).collect::<Vec<_>>());
        format!("{start}{}", numbers.join(", "))
    };
    let has_stages = Memo::new(move |_| shown.with(|shown| !shown.all.stages.is_empty()));
    view! {
        <h3>{words.t(|w| w.history)}</h3>
        <ol class="after-days">{rows}</ol>
        {only_if(move || !app.shows_archive(), move || view! {
            {only_if(move || others.with(|all| !all.is_empty()), move || view! {
                <label class="check" for=format!("too-{one}")>
                    <input
                        id=format!("too-{one}")
                        type="checkbox"
                        prop:checked=move || !alone.get()
                        on:change:target=move |event| alone.set(!event.target().checked())
                    />
                    <span>{live(too)}</span>
                </label>
                <p class="field-hint">{words.t(|w| w.too_hint)}</p>
            })}
            <div class="button-row">
                {only_if(move || has_stages.get(), move || view! {
                    <button
                        class="button button-quiet"
                        type="button"
                        on:click=take_off
                    >
                        {words.t(|w| w.take_off)}
                    </button>
                })}
                <button
                    class="button button-quiet"
                    type="button"
                    on:click=delete
                >
                    {words.t(|w| w.delete)}
                </button>
            </div>
        })}
    }
}

/// What the user paid, in euros.
fn paid(lang: Lang, cost: Amount) -> String {
    format!("{}{}", proceedings::words(lang).cost_paid, format::money(lang, cost, Currency::EUR))
}

fn rows(lang: Lang, shown: &Shown, money: impl Fn(Amount) -> String) -> AnyView {
    let all = &shown.all;
    let row = |day: chrono::NaiveDate, what: String, notes: Vec<String>| {
        let notes = notes.into_iter().filter(|note| !note.trim().is_empty()).collect::<Vec<_>>().join(", ");
        view! {
            <li>
                <time datetime=day.to_string()>{format::date(lang, day)}</time>
                <span>{what} {(!notes.is_empty()).then(|| view! { <small>{notes}</small> })}</span>
            </li>
        }
    };
    let began = row(
        all.date,
        proceeding::kind(lang, all.kind).to_owned(),
        vec![
            all.with.clone(),
            all.amount.map(&money).unwrap_or_default(),
            all.cost.map(|cost| paid(lang, cost)).unwrap_or_default(),
        ],
    );
    let stages = all.stages.iter().map(|one| {
        let in_person =
            if one.in_person { proceedings::words(lang).in_person.to_owned() } else { String::new() };
        let said = |is_so: bool, what: &str| if is_so { what.to_owned() } else { String::new() };
        let by_us = said(one.by_us, proceedings::words(lang).by_us_done);
        let suspends = said(one.suspends, &labels::lower_first(proceedings::words(lang).suspends));
        // One sum says what it is by its stage; of two each says its own.
        let named = |name: &str, sum| format!("{name}{}{}", lang.pick("\u{a0}: ", ": "), money(sum));
        let sums = match (one.amount, one.beside) {
            (Some(amount), Some(beside)) => vec![
                named(proceedings::amount(lang, one.stage), amount),
                named(&labels::lower_first(proceedings::beside(lang, one.stage)), beside),
            ],
            (None, Some(beside)) => {
                vec![named(&labels::lower_first(proceedings::beside(lang, one.stage)), beside)]
            }
            (amount, None) => amount.map(&money).into_iter().collect(),
        };
        let cost = one.cost.map(|cost| paid(lang, cost)).unwrap_or_default();
        let set = stages::set_for(lang, one);
        let notes =
            set.into_iter().chain(sums).chain([cost, in_person, by_us, suspends, one.note.clone()]).collect();
        row(one.date, stages::stage(lang, all.kind, one.stage).to_owned(), notes)
    });
    view! {
        {began}
        {stages.collect_view()}
    }
    .into_any()
}
