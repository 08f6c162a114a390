//! The sums of a schedule as bars on their days, from the day it is proposed to its end. The table beside it has every number;
//! the picture has the largest, the first day and the last.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::forms::plan::Proposal;
use crate::base::{Amount, Currency, dates};
use crate::domain::claim::Instalment;
use crate::text::words::plans;
use crate::text::{Lang, format};

/// Width and height of the drawing in its own units.
const SIZE: (i64, i64) = (1000, 160);
/// Room for half a bar at each end.
const EDGE: i64 = 30;

/// Where a bar stands: its middle, its width, its height.
struct Bar {
    x: i64,
    width: i64,
    height: i64,
    is_down: bool,
}

/// The bars, the first at the left edge where it is paid down at once.
fn bars(sums: &[Instalment], start: NaiveDate, has_down: bool) -> Vec<Bar> {
    let last = sums.last().map_or(start, |sum| sum.due);
    let span = dates::days_between(start, last).max(1);
    let highest = sums.iter().map(|sum| sum.amount.cents()).max().unwrap_or(1).max(1);
    let room = SIZE.0 - 2 * EDGE;
    // As wide as the closest two leave room for, and never hair-thin.
    let count = i64::try_from(sums.len()).unwrap_or(i64::MAX);
    let width = (room / count.saturating_mul(2).max(1)).clamp(3, 2 * EDGE);
    let bar = |(at, sum): (usize, &Instalment)| Bar {
        x: EDGE + room.saturating_mul(dates::days_between(start, sum.due).max(0)) / span,
        width,
        height: (sum.amount.cents().saturating_mul(SIZE.1) / highest).max(2),
        is_down: has_down && at == 0,
    };
    sums.iter().enumerate().map(bar).collect()
}

/// The picture of a proposal.
pub fn chart(lang: Lang, proposal: &Proposal, currency: Currency) -> AnyView {
    let w = plans::words(lang);
    let draft = &proposal.draft;
    let sums: Vec<Instalment> = draft.down_payment.iter().chain(&draft.instalments).copied().collect();
    let highest = sums.iter().map(|sum| sum.amount).max().unwrap_or(Amount::ZERO);
    let drawn: Vec<AnyView> = bars(&sums, draft.proposed, draft.down_payment.is_some())
        .into_iter()
        .map(|bar| {
            let class = if bar.is_down { "plan-bar plan-bar-down" } else { "plan-bar" };
            view! {
                <rect
                    class=class
                    x=(bar.x - bar.width / 2).to_string()
                    y=(SIZE.1 - bar.height).to_string()
                    width=bar.width.to_string()
                    height=bar.height.to_string()
                ></rect>
            }
            .into_any()
        })
        .collect();
    let ends = sums.last().map(|sum| format::date(lang, sum.due));
    view! {
        <figure class="plan-chart" aria-label=w.chart>
            <p class="plan-chart-most">{w.chart_most} <span class="amount">{format::money(lang, highest, currency)}</span></p>
            <svg viewBox=format!("0 0 {} {}", SIZE.0, SIZE.1) preserveAspectRatio="none" aria-hidden="true" focusable="false">
                {drawn}
            </svg>
            <figcaption>
                <span>{format::date(lang, draft.proposed)}</span>
                <span>{ends}</span>
            </figcaption>
        </figure>
    }
    .into_any()
}
