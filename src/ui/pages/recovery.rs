//! The ways out of one claim: the advice with its sum, a picture of what each way would bring, then way by way; what the
//! figures assume, and who can help.

pub mod assumptions;
pub mod help;
pub mod picture;
pub mod way;

use leptos::prelude::*;

use self::assumptions::AssumptionsEditor;
use self::way::Way;
use super::not_found::NotFound;
use crate::app::forms::outlook::OutlookForm;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::recovery_desk::RecoveryDesk;
use crate::base::InvoiceId;
use crate::domain::recovery::{Advice, Outlook, RecoveryRoute};
use crate::text::words::recovery::advice;
use crate::text::words::{costs, recovery};
use crate::ui::components::ClaimHead;
use crate::ui::draft::Draft;
use crate::ui::live::{given, given_or, live};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn RecoveryPage(
    /// Which invoice.
    id: InvoiceId,
) -> impl IntoView {
    let app = use_app();
    let figures = app.figures_of(id);
    given_or(
        figures.into(),
        move |figures| view! { <Ways id=id figures=figures /> },
        || view! { <NotFound /> },
    )
}

#[component]
fn Ways(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(recovery::words);
    let known = Memo::new(move |_| figures.with(|figures| figures.case.outlook.clone()));
    let start = move || known.with(OutlookForm::of);
    let draft = Draft::new(app, &format!("outlook/{id}"), untrack(start)).following(move || Some(start()));
    let typed = Memo::new(move |_| {
        known.with(|known| draft.form.with(|form| form.parse(known).0.unwrap_or_else(|| known.clone())))
    });
    let desk = Memo::new(move |_| {
        let (today, typed) = (app.today.get(), typed.get());
        app.book.with(|book| RecoveryDesk::of(book, id, today, Some(typed)))
    });
    view! {
        <ClaimHead id=id figures=figures title=words.t(|w| w.title) />
        {given(desk.into(), move |desk| view! { <Compared id=id desk=desk known=known draft=draft /> })}
    }
}

#[component]
fn Compared(
    id: InvoiceId,
    desk: Memo<RecoveryDesk>,
    known: Memo<Outlook>,
    draft: Draft<OutlookForm>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(recovery::words);
    let rows = RecoveryRoute::ALL
        .into_iter()
        .map(|route| view! { <Way id=id route=route desk=desk known=known draft=draft /> })
        .collect_view();
    view! {
        <div class="ways-answer" role="status">
            {live(move || desk.with(|desk| answer(app.lang(), desk)))}
        </div>
        {live(move || desk.with(|desk| next(app.lang(), desk)))}
        <p class="ways-spent">
            {live(move || desk.with(|desk| costs::answer(app.lang(), &desk.spending)))} " · "
            <a href=Route::Costs(id).to_string()>{words.t(|w| w.open_costs)}</a>
        </p>
        <section class="section" aria-labelledby="ways-picture">
            <h2 id="ways-picture">{words.t(|w| w.picture)}</h2>
            {live(move || desk.with(|desk| picture::picture(app.lang(), desk)))}
        </section>
        <section class="section" aria-labelledby="ways-list">
            <h2 id="ways-list">{words.t(|w| w.ways)}</h2>
            <p class="section-sub">{words.t(|w| w.ways_hint)}</p>
            <div class="ways-list">{rows}</div>
        </section>
        <help::Help />
        <section class="section" aria-labelledby="ways-assumptions">
            <h2 id="ways-assumptions">{words.t(|w| w.assumptions)}</h2>
            <p class="section-sub">{words.t(|w| w.assumptions_hint)}</p>
            <AssumptionsEditor all=true />
        </section>
        <p class="field-hint">{words.t(|w| w.caveat)}</p>
    }
}

/// The one main button: the screen the way advised goes on with.
fn next(lang: crate::text::Lang, desk: &RecoveryDesk) -> Option<AnyView> {
    let (label, route) = way::goes_on(lang, desk.id, desk.advised()?).into_iter().next()?;
    let button = view! {
        <p class="ways-next">
            <a class="button button-main" href=route.to_string()>
                {label}
            </a>
        </p>
    };
    Some(button.into_any())
}

/// The advice, its first half the largest thing on the screen.
fn answer(lang: crate::text::Lang, desk: &RecoveryDesk) -> AnyView {
    let chance = desk.advised().map(|prospect| prospect.chance.value).unwrap_or_default();
    let (head, tail) = advice::sentence(lang, &desk.advice, chance);
    let then = match desk.advice {
        Advice::Take { then, .. } => then.map(|then| advice::then(lang, then)),
        _ => None,
    };
    view! {
        <p>
            <span class="ways-head">{head}</span>
            <span class="ways-tail">{tail}</span>
        </p>
        {then.map(|then| view! { <p class="ways-then">{then}</p> })}
    }
    .into_any()
}
