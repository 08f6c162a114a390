//! How far a plan is, as a picture with its numbers: what is paid, what is missing, what is due and awaited, what is to come.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::base::{Amount, Currency};
use crate::domain::plan::End;
use crate::domain::plan::standing::{PlanRow, Standing};
use crate::text::words::{plan_end, plans};
use crate::text::{Lang, format};

/// Whole thousandths of the picture that a part takes.
fn share(part: Amount, whole: Amount) -> i64 {
    if whole.is_positive() { part.cents().saturating_mul(1000) / whole.cents() } else { 0 }
}

/// The picture; its numbers stand below it, and are all that is read aloud.
pub fn progress(
    lang: Lang,
    rows: &[PlanRow],
    standing: Standing,
    today: NaiveDate,
    currency: Currency,
) -> AnyView {
    let w = plans::words(lang);
    let whole: Amount = rows.iter().map(|row| row.amount).sum();
    let paid: Amount = rows.iter().map(|row| row.paid).sum();
    let is_broken = standing == Standing::Ended(End::Broken);
    let is_stopped = matches!(standing, Standing::Stopped(_));
    let is_open = !is_stopped && !matches!(standing, Standing::Ended(_));
    let late = rows.iter().filter(|row| is_broken || (is_open && row.is_missed(today)));
    let missed: Amount = late.map(PlanRow::left).sum();
    let awaited = rows.iter().filter(|row| is_open && row.is_awaited(today));
    let awaited: Amount = awaited.map(PlanRow::left).sum();
    let parts = [
        ("plan-part plan-part-paid", w.paid, paid),
        ("plan-part plan-part-missed", if is_broken { w.unpaid } else { w.missed }, missed),
        ("plan-part plan-part-awaited", w.awaited, awaited),
        (
            "plan-part plan-part-due",
            if is_stopped { plan_end::words(lang).to_lodge } else { w.to_come },
            whole - paid - missed - awaited,
        ),
    ];
    // A mark where one sum ends and the next begins, so that the picture shows the sums themselves.
    let mut until = Amount::ZERO;
    let ends: Vec<i64> = rows
        .iter()
        .map(|row| {
            until += row.amount;
            share(until, whole)
        })
        .filter(|end| *end < 1000)
        .collect();
    let mut from = 0;
    let bands: Vec<AnyView> = parts
        .iter()
        .map(|(class, _, amount)| {
            let width = share(*amount, whole);
            let x = from;
            from += width;
            view! { <rect class=*class x=x.to_string() y="0" width=width.to_string() height="24"></rect> }
                .into_any()
        })
        .collect();
    let marks: Vec<AnyView> = ends
        .into_iter()
        .map(|end| {
            let x = end.to_string();
            view! { <line class="plan-mark" x1=x.clone() x2=x y1="0" y2="24"></line> }.into_any()
        })
        .collect();
    let numbers: Vec<AnyView> = parts
        .into_iter()
        .filter(|(_, _, amount)| amount.is_positive())
        .map(|(class, name, amount)| {
            let amount = format::money(lang, amount, currency);
            view! {
                <div class="plan-number">
                    <dt>
                        <span class=class aria-hidden="true"></span>
                        {name}
                    </dt>
                    <dd class="amount">{amount}</dd>
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <figure class="plan-progress">
            <figcaption>{w.progress}</figcaption>
            <svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                {bands}
                {marks}
            </svg>
            <dl class="plan-numbers">{numbers}</dl>
        </figure>
    }
    .into_any()
}
