//! Disputes that were closed: how each ended, and its confirmation.

use leptos::prelude::*;

use super::promises::promised;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::event::Step;
use crate::text::format;
use crate::text::words::{circumstances, disputes};
use crate::ui::live::{live, only_if};
use crate::ui::state::use_app;

/// The section; nothing where no dispute was closed.
#[component]
pub fn Past(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(disputes::words);
    let has_any = move || {
        let today = app.today.get();
        figures.with(|figures| {
            figures.case.circumstances.iter().any(|one| one.life().is_some() && !one.is_open(today))
        })
    };
    let list = move || {
        let (lang, today) = (app.lang(), app.today.get());
        let w = words.now();
        figures.with(|figures| {
            let closed =
                figures.case.circumstances.iter().rev().filter(|one| one.life().is_some() && !one.is_open(today));
            let rows = closed.map(|one| {
                let terms = one.life().and_then(|life| life.outcome.as_ref()).map(|outcome| outcome.terms.clone());
                let on = one.ended.map(|on| format!("{}{}", w.closed_on, format::date(lang, on)));
                let has_outcome = terms.is_some();
                view! {
                    <li class="offer-item">
                        <p>{circumstances::sentence(lang, one, figures.claim.currency)}</p>
                        {(!has_outcome).then_some(on).flatten().map(|on| view! { <p class="field-hint">{on}</p> })}
                        {terms.filter(|terms| !terms.is_empty()).map(|terms| view! { <p class="field-hint">{terms}</p> })}
                        {promised(app, lang, id, one, today, "#dispute-past")}
                    </li>
                }
            });
            view! { <ul class="offer-list">{rows.collect_view()}</ul> }
        })
    };
    only_if(has_any, move || {
        view! {
            <section class="section" aria-labelledby="dispute-past">
                <h2 id="dispute-past" tabindex="-1">{words.t(|w| w.past)}</h2>
                {live(list)}
                <div class="button-row">
                    <a class="button" href=Route::Text(id, Step::Agreed).to_string()>
                        {words.t(|w| w.confirm)}
                    </a>
                </div>
            </section>
        }
    })
}
