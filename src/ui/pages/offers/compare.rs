//! The ways out side by side: what is received, by when, what is given up.

use leptos::prelude::*;

use crate::app::views::offer_desk::OfferDesk;
use crate::base::Amount;
use crate::domain::offer::{OfferFigures, OfferSort, Way, WayKind};
use crate::text::words::offers;
use crate::text::{Lang, format};

/// The table; a column for each way, `typed` being the offer in hand and `variants` those of a plan that are kept.
pub fn table(
    lang: Lang,
    desk: &OfferDesk,
    typed: Option<(OfferSort, OfferFigures)>,
    variants: &[Way],
) -> AnyView {
    let w = offers::words(lang);
    let ways = desk.ways(typed, variants);
    let money = |amount: Amount| format::money(lang, amount, desk.currency);
    let some = |amount: Amount| if amount.is_zero() { w.dash.to_owned() } else { money(amount) };
    let heads: Vec<AnyView> = ways
        .iter()
        .map(|way| view! { <th class="number" scope="col">{offers::way(lang, way.what)}</th> }.into_any())
        .collect();
    let row = |name: &'static str, cell: &dyn Fn(&Way) -> String| {
        let cells: Vec<AnyView> =
            ways.iter().map(|way| view! { <td class="number">{cell(way)}</td> }.into_any()).collect();
        view! { <tr><th scope="row">{name}</th> {cells}</tr> }.into_any()
    };
    let mut rows = vec![
        row(w.receive, &|way| money(way.received)),
        row(w.when, &|way| {
            let has_no_day = way.what == WayKind::Nothing && !desk.is_early();
            if has_no_day { w.no_day.to_owned() } else { format::date_digits(way.on) }
        }),
        row(w.give_up, &|way| some(way.given_up)),
    ];
    if ways.iter().any(|way| way.own_cost.is_positive()) {
        rows.push(row(w.besides, &|way| some(way.own_cost)));
    }
    if ways.iter().any(|way| way.yearly.is_some()) {
        let yearly =
            |way: &Way| way.yearly.map_or_else(|| w.dash.to_owned(), |rate| format::yearly_cost(lang, rate));
        rows.push(row(w.yearly, &yearly));
    }
    let is_usual = ways.iter().any(|way| matches!(way.what, WayKind::Usual(_)));
    let usual = is_usual.then(|| view! { <p class="field-hint">{w.usual_note}</p> });
    view! {
        <div class="wide-table" tabindex="0" role="group" aria-labelledby="offer-compare">
            <table class="plain-table plain-table-figures ways-table">
                <thead>
                    <tr>
                        <td></td>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {usual}
    }
    .into_any()
}
