//! The working (*décompte*): one row for each run of days with one base and one rate, each rate linked to its source.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::text::format;
use crate::text::words::{calculator, labels};
use crate::ui::live::{live, repeated};
use crate::ui::state::use_app;

/// The table of a claim, its rows lit together with the bands of the ribbon.
#[component]
pub fn Working(
    /// The claim.
    #[prop(into)]
    figures: Signal<Figures>,
    /// Row under the pointer or the focus, here or on the ribbon.
    lit: RwSignal<Option<usize>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(calculator::words);
    let rows = repeated(
        move || figures.with(|figures| figures.claim.segments.len()),
        move |row| view! { <Row figures=figures row=row lit=lit /> },
    );
    let total = live(move || {
        figures.with(|figures| format::money(app.lang(), figures.claim.interest, figures.claim.currency))
    });
    let name = live(move || labels::interest_short(app.lang(), figures.with(|figures| figures.debt.regime)));
    let whole_name = live(move || labels::interest(app.lang(), figures.with(|figures| figures.debt.regime)));
    let caption = move || {
        figures.with(|figures| labels::working_caption(app.lang(), figures.debt.regime, &figures.claim))
    };
    let method = move || figures.with(|figures| labels::method(app.lang(), &figures.debt));
    view! {
        <table class="working">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.t(|w| w.period)}</th>
                    <th class="working-base number" scope="col">
                        {words.t(|w| w.base)}
                    </th>
                    <th class="number" scope="col">
                        {words.t(|w| w.rate_days)}
                    </th>
                    <th class="number" scope="col">
                        {name}
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row" colspan="2">
                        {whole_name}
                    </th>
                    <td class="working-base"></td>
                    <td class="number">{total}</td>
                </tr>
            </tfoot>
        </table>
        <details class="disclosure disclosure-small">
            <summary>{words.t(|w| w.method_title)}</summary>
            <div class="disclosure-body">
                <p>{method}</p>
            </div>
        </details>
    }
}

/// One row. What stays while an amount is typed is apart from what does not.
#[component]
fn Row(figures: Signal<Figures>, row: usize, lit: RwSignal<Option<usize>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(calculator::words);
    let sums = Memo::new(move |_| {
        figures.with(|Figures { claim, .. }| {
            let money = |amount| format::money(app.lang(), amount, claim.currency);
            claim.segments.get(row).map(|segment| (money(segment.base), money(segment.interest)))
        })
    });
    let run = Memo::new(move |_| {
        figures.with(|Figures { claim, debt, .. }| {
            let segment = claim.segments.get(row)?;
            let origin = labels::rate_origin(app.lang(), debt.regime, segment);
            Some((segment.from, segment.to, segment.rate, segment.days, segment.provisional, origin))
        })
    });
    let base = move || live(move || sums.with(|sums| Some(sums.as_ref()?.0.clone())));
    view! {
        <tr
            class="working-row"
            class:is-lit=move || lit.get() == Some(row)
            on:mouseenter=move |_| lit.set(Some(row))
            on:mouseleave=move |_| lit.set(None)
            on:focusin=move |_| lit.set(Some(row))
            on:focusout=move |_| lit.set(None)
        >
            <td>
                {live(move || run.with(|run| run.as_ref().map(|run| format::date_range(app.lang(), run.0, run.1))))}
                " "
                <span class="working-note">{words.t(|w| w.on_base)} " " {base()}</span>
            </td>
            <td class="working-base number">{base()}</td>
            <td class="number">
                {live(move || {
                    let (_, _, rate, days, provisional, origin) = run.get()?;
                    let lang = app.lang();
                    let flag = provisional
                        .then(|| view! { " " <span class="working-flag">{words.t(|w| w.provisional_mark)}</span> });
                    Some(view! {
                        <a
                            class="rate-source"
                            class:rate-provisional=provisional
                            href=Route::Rates.to_string()
                            title=origin
                        >
                            {format::rate(lang, rate)}
                        </a>
                        {format!("\u{a0}× {}", labels::days_late(lang, days))}
                        {flag}
                    })
                })}
            </td>
            <td class="number">{live(move || sums.with(|sums| Some(sums.as_ref()?.1.clone())))}</td>
        </tr>
    }
}
