//! The ribbon: the life of a claim, its bands lit together with the rows of the working. A picture: whoever does not
//! see it, or has no pointer, has the same in the table.

use chrono::Datelike;
use leptos::prelude::*;

use crate::app::views::figures::Figures;
use crate::base::Currency;
use crate::domain::movement::MovementKind;
use crate::domain::ribbon::{END, Mark, MarkKind, Ribbon};
use crate::text::words::{calculator, movements};
use crate::text::{Lang, format};
use crate::ui::live::{live, only_if, repeated};
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
    let ribbon = Memo::new(move |_| figures.with(|figures| Ribbon::of(&figures.case, &figures.claim)));
    // All but the bands, which alone change while an amount is typed.
    let frame = Memo::new(move |_| {
        let currency = figures.with(|figures| figures.claim.currency);
        ribbon.with(|ribbon| Some((Ribbon { bands: Vec::new(), ..ribbon.clone()? }, currency)))
    });
    let name = move || {
        frame.with(|frame| {
            let (ribbon, _) = frame.as_ref()?;
            let lang = app.lang();
            let days = (format::date(lang, ribbon.from), format::date(lang, ribbon.to));
            Some(format!("{} : {} – {}", calculator::words(lang).life, days.0, days.1))
        })
    };
    only_if(
        move || ribbon.with(Option::is_some),
        move || {
            view! {
                <div class="ribbon" role="img" aria-label=name>
                    <div class="ribbon-bar">
                        {live(move || {
                            let due = frame.with(|frame| frame.as_ref().map(|(ribbon, _)| ribbon.due.1.to_string()));
                            view! { <span class="ribbon-band before-due" style:--from="0" style:--to=due></span> }
                        })}
                        {repeated(
                            move || ribbon.with(|ribbon| ribbon.as_ref().map_or(0, |ribbon| ribbon.bands.len())),
                            move |at| view! { <BandView figures=figures ribbon=ribbon at=at lit=lit /> },
                        )}
                        {live(move || {
                            frame.with(|frame| frame.as_ref().map(|(ribbon, currency)| marks_of(app.lang(), ribbon, *currency)))
                        })}
                    </div>
                </div>
            }
        },
    )
}

/// One band, and over it the share that is paid.
#[component]
fn BandView(
    figures: Signal<Figures>,
    ribbon: Memo<Option<Ribbon>>,
    at: usize,
    lit: RwSignal<Option<usize>>,
) -> impl IntoView {
    let app = use_app();
    let band = Memo::new(move |_| ribbon.with(|ribbon| ribbon.as_ref()?.bands.get(at).copied()));
    let row = Memo::new(move |_| band.with(|band| band.as_ref().map(|band| band.row)));
    let label = move || {
        figures.with(|Figures { claim, .. }| {
            let segment = claim.segments.get(row.get()?)?;
            let lang = app.lang();
            Some(format!(
                "{}, {}, {}",
                format::date_range(lang, segment.from, segment.to),
                format::rate(lang, segment.rate),
                format::money(lang, segment.interest, claim.currency),
            ))
        })
    };
    live(move || {
        let band = band.get()?;
        let (from, to, base) = (band.from.to_string(), band.to.to_string(), band.base.to_string());
        let paid = (band.base < rust_decimal::Decimal::ONE).then(|| {
            view! { <span class="ribbon-band paid-part" style:--from=from.clone() style:--to=to.clone()></span> }
        });
        Some(view! {
            {paid}
            <span
                class="ribbon-band is-live"
                class:is-still=band.shade == 0
                class:rate-2=band.shade == 2
                class:rate-3=band.shade == 3
                class:is-lit=move || lit.get().is_some() && lit.get() == row.get()
                title=label
                style:--from=from
                style:--to=to
                style:--base=base
                on:mouseenter=move |_| lit.set(row.get_untracked())
                on:mouseleave=move |_| lit.set(None)
                on:click=move |_| lit.set(row.get_untracked())
            ></span>
        })
    })
}

/// The marks, the labels and the rates.
fn marks_of(lang: Lang, ribbon: &Ribbon, currency: Currency) -> impl IntoView + use<> {
    let words = calculator::words(lang);
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
        let text = mark_label(lang, mark, currency)?;
        let crowded = mark.at.touches(last) || mark.at.touches(END);
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
    view! {
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
    }
}

fn mark_label(lang: Lang, mark: &Mark, currency: Currency) -> Option<String> {
    let words = calculator::words(lang);
    let money = |amount| format::money(lang, amount, currency);
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
