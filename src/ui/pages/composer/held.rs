//! A text that waits: a plan gives the client time, somebody else asks, or the e-invoice was refused or cancelled. Why, until
//! when, and what fits instead.

use leptos::prelude::*;

use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::withheld::way;
use crate::base::InvoiceId;
use crate::domain::dunning::status::Effect;
use crate::domain::dunning::withheld::Withheld;
use crate::domain::event::Step;
use crate::domain::plan::standing::Standing;
use crate::text::words::withheld;
use crate::ui::live::live;
use crate::ui::state::use_app;

/// What is shown in place of the text.
#[component]
pub fn Held(id: InvoiceId, figures: Memo<Figures>, held: Memo<Withheld>) -> impl IntoView {
    let app = use_app();
    let words = app.words(withheld::words);
    let said = move || {
        let lang = app.lang();
        let currency = figures.with(|figures| figures.claim.currency);
        held.with(|held| {
            let next = held.plan().and_then(|runs| runs.next.as_ref());
            let more = next.map(|due| withheld::next(lang, due, currency));
            let more = more.or_else(|| withheld::speak_to(lang, held));
            view! {
                <p class="section-sub">{withheld::why(lang, held)}</p>
                {more.map(|more| view! { <p class="section-sub">{more}</p> })}
            }
        })
    };
    let instead = move || {
        let paid = figures.with(|figures| figures.claim.paid.is_positive());
        let Some((missed, has_next)) = held.with(|held| {
            held.plan().map(|runs| (matches!(runs.standing, Standing::Missed(_)), runs.next.is_some()))
        }) else {
            let lang = app.lang();
            let (to, name) = held.with(|held| (way(held, id).to_string(), withheld::way(lang, held)));
            // A status is ended on the case.
            let case = held.with(
                |held| matches!(held, Withheld::Status { effect, .. } if *effect != Effect::NoteCredit),
            );
            let case = case.then(|| {
                let to = Route::Invoice(id).to_string();
                view! { <a class="button button-quiet" href=to>{words.t(|w| w.case)}</a> }
            });
            return view! { <a class="button button-main" href=to>{name}</a> {case} }.into_any();
        };
        let w = words.now();
        let texts = [
            (Step::PlanNotice, w.notice, missed),
            (Step::Courtesy, w.remind, has_next),
            (Step::Thanks, w.thank, paid),
        ];
        let mut is_main = true;
        let texts: Vec<AnyView> = texts
            .into_iter()
            .filter(|(.., fits)| *fits)
            .map(|(step, name, _)| {
                let main = std::mem::take(&mut is_main);
                let href = Route::Text(id, step).to_string();
                view! { <a class="button" class:button-main=main href=href>{name}</a> }.into_any()
            })
            .collect();
        let plan = Route::Plan(id).to_string();
        view! {
            {texts}
            <a class="button button-quiet" href=plan>{words.t(|w| w.plan)}</a>
        }
        .into_any()
    };
    view! {
        <section class="guard" aria-labelledby="held">
            <h2 id="held">{words.t(|w| w.waits)}</h2>
            {live(said)}
            <h3>{words.t(|w| w.fits)}</h3>
            <div class="button-row">{live(instead)}</div>
        </section>
    }
}
