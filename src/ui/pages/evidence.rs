//! What proves a claim: how strong the file is, what to obtain next, the question to ask, every element with where it is,
//! and the papers only the user has.

pub mod papers;

use leptos::prelude::*;

use self::papers::Papers;
use super::not_found::NotFound;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::domain::event::Step;
use crate::domain::evidence::{Element, Evidence, MARKS, Row, State};
use crate::text::words::{evidence, labels};
use crate::text::{Lang, format};
use crate::ui::components::ClaimHead;
use crate::ui::live::{given_or, live, only_if};
use crate::ui::state::use_app;

/// How many missing elements are told at the top.
const NEXT: usize = 3;

/// The page.
#[component]
pub fn EvidencePage(
    /// Which invoice.
    id: InvoiceId,
) -> impl IntoView {
    let app = use_app();
    let figures = app.figures_of(id);
    given_or(
        figures.into(),
        move |figures| view! { <Meter id=id figures=figures /> },
        || view! { <NotFound /> },
    )
}

#[component]
fn Meter(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(evidence::words);
    let known = Memo::new(move |_| {
        let today = app.today.get();
        figures.with(|figures| Evidence::of(&figures.case, &figures.client, today))
    });
    // Whoever contests all of it is not asked to confirm it.
    let whole = Memo::new(move |_| figures.with(is_wholly_contested));
    let owes = move || figures.with(|figures| figures.claim.principal_left.is_positive());
    view! {
        <ClaimHead id=id figures=figures title=words.t(|w| w.title) />
        <div class="two-columns evidence-page">
            <div class="column">
                <section class="section ways-stack" aria-labelledby="evidence-strength">
                    {live(move || known.with(|known| picture(app.lang(), known)))}
                </section>
                <section class="section ways-stack" aria-labelledby="evidence-next">
                    <h2 id="evidence-next">{words.t(|w| w.next)}</h2>
                    {live(move || known.with(|known| next(app.lang(), id, known, &figures.get())))}
                </section>
                {only_if(
                    move || whole.get(),
                    move || view! {
                        <section class="section ways-stack" aria-labelledby="evidence-talk">
                            <h2 id="evidence-talk">{words.t(|w| w.talk_title)}</h2>
                            <p>{words.t(|w| w.talk_text)}</p>
                            <div class="button-row">
                                <a class="button button-main" href=Route::Text(id, Step::Meeting).to_string()>
                                    {words.t(|w| w.talk)}
                                </a>
                                <a class="button button-quiet" href=Route::Dispute(id).to_string()>
                                    {words.t(|w| w.talk_follow)}
                                </a>
                            </div>
                        </section>
                    },
                )}
                {only_if(
                    move || owes() && !whole.get(),
                    move || view! {
                        <section class="section ways-stack" aria-labelledby="evidence-ask">
                            <h2 id="evidence-ask">{words.t(|w| w.ask_title)}</h2>
                            <p>{words.t(|w| w.ask_text)}</p>
                            <div class="button-row">
                                <a class="button button-main" href=Route::Text(id, Step::Confirmation).to_string()>
                                    {words.t(|w| w.ask)}
                                </a>
                                <a class="button button-quiet" href=Route::Invoice(id).to_string()>
                                    {words.t(|w| w.answered)}
                                </a>
                            </div>
                        </section>
                    },
                )}
            </div>
            <div class="column">
                <section class="section ways-stack" aria-labelledby="evidence-list">
                    <h2 id="evidence-list">{words.t(|w| w.list)}</h2>
                    {live(move || known.with(|known| table(app.lang(), known)))}
                    <p class="field-hint">{words.t(|w| w.guide)}</p>
                    <p>
                        <a href=Route::Documents(id, "dossier".to_owned()).to_string()>{words.t(|w| w.file)}</a>
                    </p>
                </section>
                <Papers id=id figures=figures />
            </div>
        </div>
    }
}

/// The strength in words, and as a scale with its marks.
fn picture(lang: Lang, known: &Evidence) -> AnyView {
    let words = evidence::words(lang);
    let name = labels::upper_first(evidence::strength(lang, known.strength));
    let label = format!("{}, {}", words.picture, evidence::out_of(lang, known.score));
    let (serious, solid) = MARKS;
    view! {
        <h2 class="evidence-answer" id="evidence-strength">{name}</h2>
        <div class="meter" role="img" aria-label=label style:--score=known.score.to_string()>
            <span class="meter-fill"></span>
            <span class="meter-mark" style:--at=serious.to_string()></span>
            <span class="meter-mark" style:--at=solid.to_string()></span>
        </div>
        <p class="field-hint">{evidence::out_of(lang, known.score)}</p>
        <p>{evidence::meaning(lang, known.strength)}</p>
    }
    .into_any()
}

/// What to obtain next, each with how, and where that is done.
fn next(lang: Lang, id: InvoiceId, known: &Evidence, figures: &Figures) -> AnyView {
    let rows: Vec<_> = known.missing().take(NEXT).map(|row| row.element).collect();
    if rows.is_empty() {
        return view! { <p>{evidence::words(lang).nothing_next}</p> }.into_any();
    }
    let items = rows.into_iter().map(|element| {
        let how = evidence::how(lang, element);
        let how = match place(element, id, figures) {
            Some(route) => view! { <a href=route.to_string()>{how}</a> }.into_any(),
            None => how.into_any(),
        };
        view! {
            <li>
                <strong>{evidence::element(lang, element)}</strong>
                <br />
                {how}
            </li>
        }
    });
    view! { <ol class="evidence-next">{items.collect_view()}</ol> }.into_any()
}

fn is_wholly_contested(figures: &Figures) -> bool {
    let unpaid = figures.claim.principal_left;
    unpaid.is_positive() && figures.case.disputed(&figures.claim) == unpaid
}

/// The screen on which an element is obtained.
fn place(element: Element, id: InvoiceId, figures: &Figures) -> Option<Route> {
    match element {
        Element::Sent => Some(Route::Text(id, Step::Invoice)),
        Element::Reminders => Some(Route::Text(id, Step::FirstReminder)),
        Element::FormalNotice => Some(Route::Text(id, Step::FormalNotice)),
        Element::Uncontested if is_wholly_contested(figures) => Some(Route::Dispute(id)),
        Element::Uncontested => Some(Route::Text(id, Step::Confirmation)),
        Element::NoticeReceipt => Some(Route::Invoice(id)),
        Element::Identity => Some(Route::EditClient(figures.client.id)),
        Element::Agreement | Element::Delivery | Element::Terms | Element::Acknowledgement => None,
    }
}

/// Every element with its state, its weight and why it counts.
fn table(lang: Lang, known: &Evidence) -> AnyView {
    let words = evidence::words(lang);
    let row = |row: &Row| {
        let class = match row.state {
            State::OnFile => "badge badge-paid",
            State::Yours => "badge",
            State::Missing => "badge badge-missing",
        };
        let day = row.date.map(format::date_digits).unwrap_or_default();
        view! {
            <tr>
                <td>
                    {evidence::element(lang, row.element)}
                    <span class="row-note row-note-line">{evidence::why(lang, row.element)}</span>
                </td>
                <td>
                    <span class=class>{evidence::state(lang, row.state)}</span>
                    <span class="row-note row-note-line">{day}</span>
                </td>
                <td class="number">{format::integer(lang, i64::from(row.weight))}</td>
            </tr>
        }
    };
    view! {
        <div class="wide-table" tabindex="0" role="group" aria-labelledby="evidence-list">
            <table class="plain-table evidence-table">
                <thead>
                    <tr>
                        <th scope="col">{words.element}</th>
                        <th scope="col">{words.state}</th>
                        <th class="number" scope="col">{words.weight}</th>
                    </tr>
                </thead>
                <tbody>{known.rows.iter().map(row).collect_view()}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{words.score}</th>
                        <td></td>
                        <td class="number">{evidence::out_of(lang, known.score)}</td>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
    .into_any()
}
