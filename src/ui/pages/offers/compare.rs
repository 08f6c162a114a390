//! The ways out side by side: what is received, by when, what is given up.

use leptos::prelude::*;

use crate::app::views::offer_desk::OfferDesk;
use crate::base::Amount;
use crate::domain::offer::{OfferFigures, OfferSort, Way, WayKind};
use crate::text::words::offers;
use crate::text::{Lang, format};
use crate::ui::components::side_by_side::{Column, side_by_side};

/// The comparison; a column for each way, `typed` being the offer in hand and `variants` those of a plan that are kept.
pub fn table(
    lang: Lang,
    desk: &OfferDesk,
    typed: Option<(OfferSort, OfferFigures)>,
    variants: &[Way],
) -> AnyView {
    let w = offers::words(lang);
    let ways = desk.ways(typed, variants);
    let money = |amount: Amount| format::money(lang, amount, desk.currency);
    let (costs, has_yearly) =
        (ways.iter().any(|way| way.own_cost.is_positive()), ways.iter().any(|way| way.yearly.is_some()));
    let some = |amount: Amount| if amount.is_zero() { w.dash.to_owned() } else { money(amount) };
    let columns = ways.iter().map(|way| {
        let mut cells = vec![
            money(way.received),
            way.on.map_or_else(|| no_day(lang, way).to_owned(), format::date_digits),
            some(way.given_up),
        ];
        cells.extend(costs.then(|| some(way.own_cost)));
        let yearly = || way.yearly.map_or_else(|| w.dash.to_owned(), |rate| format::yearly_cost(lang, rate));
        cells.extend(has_yearly.then(yearly));
        Column { name: offers::way(lang, way.what), cells }
    });
    let columns: Vec<Column> = columns.collect();
    let mut rows = vec![w.receive, w.when, w.give_up];
    rows.extend(costs.then_some(w.besides));
    rows.extend(has_yearly.then_some(w.yearly));
    let is_usual = ways.iter().any(|way| matches!(way.what, WayKind::Usual(_)));
    let usual = is_usual.then(|| view! { <p class="field-hint">{w.usual_note}</p> });
    view! {
        {side_by_side("offer-compare", "ways-table", &rows, &columns, None)}
        {usual}
    }
    .into_any()
}

/// What is said where there is no day: nobody knows when all of it comes, or none was named.
fn no_day(lang: Lang, way: &Way) -> &'static str {
    let w = offers::words(lang);
    if way.what == WayKind::Nothing { w.no_day } else { w.unnamed }
}
