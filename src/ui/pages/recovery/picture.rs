//! What each way would bring, as lines on one scale and as the figures they stand for: one table is both.

use leptos::prelude::*;

use crate::app::views::recovery_desk::{RecoveryDesk, Scale};
use crate::domain::recovery::{Availability, Prospect, Range};
use crate::text::Lang;
use crate::text::words::recovery;
use crate::text::words::recovery::{condition, route};

/// The table; what to do instead where nothing can be compared.
pub fn picture(lang: Lang, desk: &RecoveryDesk) -> AnyView {
    let w = recovery::words(lang);
    if !desk.is_comparable() {
        return view! { <p class="field-hint">{recovery::incomparable(lang, &desk.advice)}</p> }.into_any();
    }
    let scale = desk.scale();
    let advised = desk.advised().map(|prospect| prospect.route);
    let rows = desk
        .pictured()
        .into_iter()
        .map(|(prospect, net)| row(lang, prospect, net, scale, advised == Some(prospect.route)));
    view! {
        <p class="section-sub">{w.picture_hint}</p>
        <table class="plain-table net-table">
            <thead>
                <tr>
                    <th scope="col">{w.way}</th>
                    <th class="net-bar-head" aria-hidden="true"></th>
                    <th class="number" scope="col">{w.net}</th>
                    <th class="number" scope="col">{w.net_from}</th>
                    <th class="number" scope="col">{w.net_to}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}

fn row(lang: Lang, prospect: &Prospect, net: Range, scale: Scale, advised: bool) -> AnyView {
    let w = recovery::words(lang);
    let is_open = prospect.availability == Availability::Open;
    let note = (!is_open).then(|| {
        let badge = condition::badge(lang, prospect.availability);
        view! { <span class="row-note row-note-line">{badge}</span> }
    });
    let money = |amount| recovery::about(lang, amount);
    view! {
        <tr class:is-strong=advised class:is-after=!is_open>
            <td class="net-name">{route::name(lang, prospect.route)} {note}</td>
            <td class="net-picture" aria-hidden="true">
                {bar(scale, net)}
            </td>
            <td class="number net-sum">{money(net.expected)}</td>
            <td class="number net-end" data-label=w.net_from>
                {money(net.low)}
            </td>
            <td class="number net-end" data-label=w.net_to>
                {money(net.high)}
            </td>
        </tr>
    }
    .into_any()
}

/// A line from the lowest to the highest, a dot at the most likely, and a hairline where nothing is.
fn bar(scale: Scale, net: Range) -> AnyView {
    let bar = scale.bar(net);
    let percent = |place: rust_decimal::Decimal| format!("{place}%");
    let zero = percent(scale.zero());
    view! {
        <svg class="net-bar" focusable="false">
            <line class="net-zero" x1=zero.clone() x2=zero y1="0" y2="100%" />
            <line class="net-range" x1=percent(bar.low) x2=percent(bar.high) y1="50%" y2="50%" />
            <circle class="net-dot" cx=percent(bar.expected) cy="50%" r="5" />
        </svg>
    }
    .into_any()
}
