//! The sums of a plan in a table: as proposed, with what is left after each; or as followed, with what came in.

use leptos::prelude::*;

use crate::base::{Amount, Currency};
use crate::domain::plan::schedule::Schedule;
use crate::domain::plan::standing::PlanRow;
use crate::text::words::{agenda, plans};
use crate::text::{Lang, format};

/// A schedule that is being built.
pub fn proposed(lang: Lang, schedule: &Schedule, down: Option<&str>, currency: Currency) -> AnyView {
    let words = plans::words(lang);
    let money = |amount| format::money(lang, amount, currency);
    let whole = schedule.sum() + schedule.down_payment;
    let first = down.map(|day| {
        let (down, left) = (schedule.down_payment, schedule.sum());
        row(day.to_owned(), Some(words.down), [money(down), money(left)], false)
    });
    let rows = schedule.instalments.iter().zip(schedule.balances()).map(|(instalment, left)| {
        let day = format::date_with_weekday(lang, instalment.due);
        row(day, None, [money(instalment.amount), money(left)], false)
    });
    table(
        "plan-schedule",
        [words.day, words.amount, words.balance],
        first.into_iter().chain(rows).collect(),
        (words.sum, money(whole)),
    )
}

/// A plan that is followed; `note` says what is to be said of a sum, and whether it is missed.
pub fn followed(
    lang: Lang,
    rows: &[PlanRow],
    of: usize,
    note: impl Fn(&PlanRow) -> Option<(&'static str, bool)>,
    currency: Currency,
) -> AnyView {
    let words = plans::words(lang);
    let money = |amount| format::money(lang, amount, currency);
    let whole: Amount = rows.iter().map(|row| row.amount).sum();
    let lines = rows.iter().map(|one| {
        let day = format::date_with_weekday(lang, one.due);
        let sum = agenda::plan::sum(lang, one.number, of);
        let name = format!("{day} · {sum}");
        let note = note(one);
        let is_missed = note.is_some_and(|(_, is_missed)| is_missed);
        row(name, note.map(|(note, _)| note), [money(one.amount), money(one.paid)], is_missed)
    });
    table(
        "plan-follow",
        [words.day, words.amount, words.received],
        lines.collect(),
        (words.sum, money(whole)),
    )
}

fn row(day: String, note: Option<&'static str>, figures: [String; 2], is_late: bool) -> AnyView {
    let note = note.map(|note| view! { " " <span class="row-note">{note}</span> });
    let [amount, second] = figures;
    view! {
        <tr class:plan-missed=is_late>
            <td>{day} {note}</td>
            <td class="number">{amount}</td>
            <td class="number">{second}</td>
        </tr>
    }
    .into_any()
}

/// `heading` is the identifier of what names it.
fn table(
    heading: &'static str,
    names: [&'static str; 3],
    rows: Vec<AnyView>,
    (sum, whole): (&'static str, String),
) -> AnyView {
    let [day, amount, second] = names;
    view! {
        <div class="wide-table" tabindex="0" role="group" aria-labelledby=heading>
            <table class="plain-table plain-table-figures">
                <thead>
                    <tr>
                        <th scope="col">{day}</th>
                        <th class="number" scope="col">{amount}</th>
                        <th class="number" scope="col">{second}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{sum}</th>
                        <td class="number">{whole}</td>
                        <td></td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
    .into_any()
}
