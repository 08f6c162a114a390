//! What comes after the amicable way: insolvency proceedings, what has begun with its next deadline, what may begin.

pub mod answer;
pub mod begin;
pub mod history;
pub mod insolvency;
pub mod joint;
pub mod lodging;
pub mod loss;
pub mod obstacles;
pub mod proceeding;
pub mod stage;

use leptos::prelude::*;

use self::begin::Begin;
use self::insolvency::Insolvency;
use self::proceeding::One;
use super::not_found::NotFound;
use crate::app::calendar_file::proceeding_file;
use crate::app::views::figures::Figures;
use crate::app::views::today::action;
use crate::base::{InvoiceId, ProceedingId};
use crate::browser::files;
use crate::domain::case_file::CaseFile;
use crate::text::words::proceedings;
use crate::ui::calendar::name_book;
use crate::ui::components::ClaimHead;
use crate::ui::live::{given_or, live, only_if};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn AfterPage(
    /// Which invoice.
    id: InvoiceId,
) -> impl IntoView {
    let app = use_app();
    let figures = app.figures_of(id);
    given_or(
        figures.into(),
        move |figures| view! { <After id=id figures=figures /> },
        || view! { <NotFound /> },
    )
}

#[component]
fn After(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(proceedings::words);
    let order = Memo::new(move |_| figures.with(|figures| newest_first(&figures.case, app.today.get())));
    let is_insolvent = Memo::new(move |_| figures.with(|figures| figures.client.insolvency.is_some()));
    let owes = Memo::new(move |_| figures.with(|figures| figures.claim.balance().is_positive()));
    let is_out = Memo::new(move |_| figures.with(|figures| figures.case.is_out(app.today.get())));
    // Whether there is anything to put in a calendar; the file itself is only made when it is asked for.
    let has_next = Memo::new(move |_| {
        let today = app.today.get();
        let action = app.book.with(|book| action(book, id, today));
        action.is_some_and(|action| action.what.is_of_proceeding())
    });
    let download = move |_| {
        name_book(app);
        let (lang, today) = (app.lang(), app.today.get_untracked());
        if let Some(file) = app.book.with_untracked(|book| proceeding_file(lang, book, id, today)) {
            files::download_calendar("suites.ics", &file);
        }
    };
    let calendar = move || {
        view! {
            <div class="button-row">
                <button class="button button-quiet" type="button" on:click=download>
                    {words.t(|w| w.calendar)}
                </button>
            </div>
        }
    };
    let none = move || order.with(Vec::is_empty) && !is_insolvent.get();
    view! {
        <ClaimHead id=id figures=figures title=words.t(|w| w.title) />
        {only_if(none, move || view! {
            <p class="after-none">
                {live(move || if owes.get() { words.now().nothing } else { words.now().nothing_owed })}
            </p>
        })}
        {only_if(move || is_insolvent.get(), move || view! { <Insolvency id=id figures=figures /> })}
        {live(move || {
            order.get().into_iter().map(|one| view! { <One id=id one=one figures=figures /> }).collect_view()
        })}
        {only_if(move || has_next.get(), calendar)}
        {only_if(
            move || owes.get() && !is_out.get() && !app.shows_archive(),
            move || view! { <Begin id=id figures=figures /> },
        )}
    }
}

/// The one that says where the claim stands first, then the others, the last begun first.
fn newest_first(case: &CaseFile, today: chrono::NaiveDate) -> Vec<ProceedingId> {
    let leading = case.proceeding(today).map(|one| one.id);
    let others = case.proceedings.iter().rev().map(|one| one.id).filter(|id| Some(*id) != leading);
    leading.into_iter().chain(others).collect()
}
