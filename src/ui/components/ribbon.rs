//! The ribbon: the life of a claim, its bands lit together with the rows of the working. A picture: whoever does not
//! see it, or has no pointer, has the same in the table.

use chrono::Datelike;
use leptos::prelude::*;

use crate::app::views::figures::Figures;
use crate::app::views::ribbon::{Mark, MarkKind, Ribbon};
use crate::domain::movement::MovementKind;
use crate::text::words::{calculator, movements};
use crate::text::{Lang, format};
use crate::ui::state::use_app;

/// The ribbon of a claim; nothing before its due date is past.
#[component]
pub fn RibbonView(
    /// The claim.
    #[prop(into)]
    figures: Signal<Figures>,
    /// Row under the pointer or the focus, here or in the working.
    lit: RwSignal<Option<usize>>,
) -> impl IntoView {
    let app = use_app();
    move || {
        let figures = figures.get();
        let ribbon = Ribbon::of(&figures.case, &figures.claim)?;
        Some(ribbon_view(app.lang(), &ribbon, &figures, lit))
    }
}

fn ribbon_view(
    lang: Lang,
    ribbon: &Ribbon,
    figures: &Figures,
    lit: RwSignal<Option<usize>>,
) -> impl IntoView + use<> {
    let words = calculator::words(lang);
    let claim = &figures.claim;
    let bands = ribbon.bands.iter().filter_map(|band| {
        let row = band.row;
        let segment = claim.segments.get(row)?;
        let label = format!(
            "{}, {}, {}",
            format::date_range(lang, segment.from, segment.to),
            format::rate(lang, segment.rate),
            format::money(lang, segment.interest, claim.currency),
        );
        let (from, to, base) = (band.from.to_string(), band.to.to_string(), band.base.to_string());
        let paid = (band.base < rust_decimal::Decimal::ONE).then(|| {
            view! { <span class="ribbon-band paid-part" style:--from=from.clone() style:--to=to.clone()></span> }
        });
        Some(view! {
            {paid}
            <span
                class="ribbon-band is-live"
                class:rate-2=band.shade == 2
                class:rate-3=band.shade == 3
                class:is-lit=move || lit.get() == Some(row)
                title=label
                style:--from=from
                style:--to=to
                style:--base=base
                on:mouseenter=move |_| lit.set(Some(row))
                on:mouseleave=move |_| lit.set(None)
                on:click=move |_| lit.set(Some(row))
            ></span>
        })
    });
    let due = ribbon.due.1;
    let year = ribbon.to.year();
    let short = |day| format::date_short(lang, day, year);
    let marks = ribbon.marks.iter().map(|mark| {
        let class = match mark.what {
            MarkKind::Moved(..) => "ribbon-mark payment",
            MarkKind::Sent(_) => "ribbon-mark contact",
        };
        view! { <i class=class style:--at=mark.at.to_string()></i> }
    });
    let mut last = due;
    let labels = ribbon.marks.iter().filter_map(|mark| {
        let text = mark_label(lang, mark, figures)?;
        let crowded = mark.at.touches(last) || mark.at.touches(crate::app::views::ribbon::END);
        last = mark.at;
        Some(view! {
            <span class="ribbon-label" class:is-raised=crowded style:--at=mark.at.to_string()>
                {text}
            </span>
        })
    });
    let rates = ribbon.rates.iter().filter(|rate| !rate.to.is_narrow(rate.from)).map(|rate| {
        view! {
            <span class="ribbon-rate" style:--from=rate.from.to_string() style:--to=rate.to.to_string()>
                {format::rate(lang, rate.rate)}
            </span>
        }
    });
    let label =
        format!("{} : {} – {}", words.life, format::date(lang, ribbon.from), format::date(lang, ribbon.to));
    view! {
        <div class="ribbon" role="img" aria-label=label>
            <div class="ribbon-bar">
                <span class="ribbon-band before-due" style:--from="0" style:--to=due.to_string()></span>
                {bands.collect_view()}
                <i class="ribbon-mark" style:--at=due.to_string()></i>
                {marks.collect_view()}
                <i class="ribbon-mark" style:--at="100"></i>
                <span class="ribbon-label" style:--at=due.to_string()>
                    {words.due_mark}
                    <span class="ribbon-detail">" " {short(ribbon.due.0)}</span>
                </span>
                {labels.collect_view()}
                <span class="ribbon-label" style:--at="100">
                    {short(ribbon.to)}
                </span>
                {rates.collect_view()}
            </div>
        </div>
    }
}

fn mark_label(lang: Lang, mark: &Mark, figures: &Figures) -> Option<String> {
    let words = calculator::words(lang);
    let money = |amount| format::money(lang, amount, figures.claim.currency);
    match mark.what {
        MarkKind::Moved(MovementKind::Payment, amount) => {
            Some(format!("{} {}", money(amount), words.received_mark))
        }
        MarkKind::Moved(kind @ (MovementKind::CreditNote | MovementKind::Discount), amount) => {
            Some(format!("{} {}", movements::kind(lang, kind).to_lowercase(), money(amount)))
        }
        MarkKind::Moved(..) | MarkKind::Sent(_) => None,
    }
}
