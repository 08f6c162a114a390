//! The working (*décompte*): one row for each run of days with one base and one rate, each rate linked to its source.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::text::format;
use crate::text::words::{calculator, labels};
use crate::ui::live::live;
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
    let rows = move || {
        let lang = app.lang();
        let Figures { claim, debt, .. } = figures.get();
        let rows = claim.segments.iter().enumerate().map(|(row, segment)| {
            let title = labels::rate_origin(lang, debt.regime, segment);
            let base = format::money(lang, segment.base, claim.currency);
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
                        {format::date_range(lang, segment.from, segment.to)} " "
                        <span class="working-note">{words.t(|w| w.on_base)} {base.clone()}</span>
                    </td>
                    <td class="working-base number">{base}</td>
                    <td class="number">
                        <a
                            class="rate-source"
                            class:rate-provisional=segment.provisional
                            href=Route::Rates.to_string()
                            title=title
                        >
                            {format::rate(lang, segment.rate)}
                        </a>
                        {format!("\u{a0}× {}", labels::days_late(lang, segment.days))}
                        {segment
                            .provisional
                            .then(|| view! { " " <span class="working-flag">{words.t(|w| w.provisional_mark)}</span> })}
                    </td>
                    <td class="number">{format::money(lang, segment.interest, claim.currency)}</td>
                </tr>
            }
        });
        rows.collect_view()
    };
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
