//! The disputes beside the one that is followed: how each ended, and its confirmation; one that is still open too.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::promises::promised;
use crate::app::command::Command;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::Circumstance;
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
        figures.with(|figures| others(&figures.case, today).next().is_some())
    };
    let has_open = Memo::new(move |_| {
        let today = app.today.get();
        figures.with(|figures| others(&figures.case, today).any(|one| one.is_open(today)))
    });
    let list = move || {
        let (lang, today) = (app.lang(), app.today.get());
        let w = words.now();
        figures.with(|figures| {
            let rows = others(&figures.case, today).map(|one| {
                let number = one.id;
                let close = (one.is_open(today) && !app.shows_archive()).then(|| {
                    let end = move |_| {
                        let today = app.today.get_untracked();
                        // A refusal says itself at the bottom of the screen.
                        let _ = app.send(Command::EndCircumstance(id, number, today));
                    };
                    view! {
                        <div class="button-row">
                            <button class="button button-quiet" type="button" on:click=end>{w.close}</button>
                        </div>
                    }
                });
                let terms = one.life().and_then(|life| life.outcome.as_ref()).map(|outcome| outcome.terms.clone());
                let on = one.ended.map(|on| format!("{}{}", w.closed_on, format::date(lang, on)));
                let has_outcome = terms.is_some();
                view! {
                    <li class="offer-item">
                        <p>{circumstances::sentence(lang, one, figures.claim.currency)}</p>
                        {(!has_outcome).then_some(on).flatten().map(|on| view! { <p class="field-hint">{on}</p> })}
                        {terms.filter(|terms| !terms.is_empty()).map(|terms| view! { <p class="field-hint">{terms}</p> })}
                        {promised(app, lang, id, one, today, "#dispute-past")}
                        {close}
                    </li>
                }
            });
            view! { <ul class="offer-list">{rows.collect_view()}</ul> }
        })
    };
    only_if(has_any, move || {
        view! {
            <section class="section" aria-labelledby="dispute-past">
                <h2 id="dispute-past" tabindex="-1">
                    {live(move || if has_open.get() { words.now().others } else { words.now().past })}
                </h2>
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

/// Every dispute but the one that is followed, the latest first.
fn others(case: &CaseFile, today: NaiveDate) -> impl Iterator<Item = &Circumstance> {
    let followed = case.open_dispute(today).map(|one| one.id);
    let known = case.circumstances.iter().rev().filter(move |one| one.date <= today && one.life().is_some());
    known.filter(move |one| Some(one.id) != followed)
}
