//! The dispute about one invoice: what is contested and what is not, what comes next, the meeting, what was promised, how
//! it ends, and what the law says around it.

pub mod closing;
pub mod head;
pub mod law;
pub mod meeting;
pub mod opening;
pub mod past;
pub mod promises;

use leptos::prelude::*;

use self::closing::Close;
use self::head::Head;
use self::law::Law;
use self::meeting::Meet;
use self::opening::Opening;
use self::past::Past;
use self::promises::Promises;
use super::not_found::NotFound;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::circumstance::Circumstance;
use crate::text::words::disputes;
use crate::ui::components::ClaimHead;
use crate::ui::live::{given, given_or, live, only_if};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn DisputePage(
    /// Which invoice.
    id: InvoiceId,
) -> impl IntoView {
    let app = use_app();
    let figures = app.figures_of(id);
    given_or(
        figures.into(),
        move |figures| view! { <Disputes id=id figures=figures /> },
        || view! { <NotFound /> },
    )
}

#[component]
fn Disputes(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(disputes::words);
    let open = Memo::new(move |_| {
        let today = app.today.get();
        figures.with(|figures| figures.case.open_dispute(today).cloned())
    });
    // What is typed is about one dispute: where another is followed, its forms are others.
    let number = Memo::new(move |_| open.with(|open| open.as_ref().map(|one| one.id)));
    let is_open = move || open.with(Option::is_some);
    let may_open = move || {
        !is_open()
            && !app.shows_archive()
            && figures.with(|figures| figures.claim.principal_left.is_positive())
    };
    let is_left = move || {
        let today = app.today.get();
        !is_open() && figures.with(|figures| figures.case.left_commitments(today).next().is_some())
    };
    view! {
        <ClaimHead id=id figures=figures title=words.t(|w| w.title) />
        {live(move || number.get().map(|_| {
            given(open.into(), move |dispute| view! { <Running id=id figures=figures dispute=dispute /> })
        }))}
        // What is left of a dispute that is over comes before a new one.
        {only_if(is_left, move || view! { <Past id=id figures=figures /> })}
        {only_if(may_open, move || view! { <Opening id=id figures=figures /> })}
        {only_if(move || !is_left(), move || view! { <Past id=id figures=figures /> })}
        <Law figures=figures />
    }
}

#[component]
fn Running(id: InvoiceId, figures: Memo<Figures>, dispute: Memo<Circumstance>) -> impl IntoView {
    let app = use_app();
    view! {
        <Head id=id figures=figures dispute=dispute />
        <div class="two-columns plan-page">
            <div class="column">
                <Meet id=id dispute=dispute />
                <Promises id=id dispute=dispute />
            </div>
            <div class="column">
                {only_if(
                    move || !app.shows_archive(),
                    move || view! { <Close id=id figures=figures dispute=dispute /> },
                )}
            </div>
        </div>
    }
}
