//! Documents about a claim beside the texts of the ladder: choose one, say what it needs, read it page by page, print it,
//! and record that it left.

pub mod desk;
pub mod options;
pub mod preview;
pub mod recording;
pub mod said;
pub mod source;

use leptos::prelude::*;

use self::desk::{Desk, kind_named, name_of};
use super::not_found::NotFound;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::documents::paper::PaperKind;
use crate::domain::event::Step;
use crate::text::Lang;
use crate::text::words::documents;
use crate::ui::components::{ClaimHead, Sheet, SheetDesk};
use crate::ui::editing::about::About;
use crate::ui::live::{given_or, live};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn Documents(
    /// Which claim.
    id: InvoiceId,
    /// Which document, by its name in the address.
    name: String,
) -> impl IntoView {
    let app = use_app();
    let figures = app.figures_of(id);
    let Some(kind) = kind_named(&name) else { return view! { <NotFound /> }.into_any() };
    given_or(
        figures.into(),
        move |figures| view! { <Choose id=id kind=kind figures=figures /> },
        || view! { <NotFound /> },
    )
    .into_any()
}

#[component]
fn Choose(id: InvoiceId, kind: PaperKind, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(documents::words);
    let desk = Desk::new(app, id, kind, figures);
    let tab = Signal::derive(move || kind.name(app.lang()));
    let choices = move || {
        let lang = app.lang();
        let offered = desk.offered.get();
        offered.into_iter().map(move |(kind, why_not)| choice(desk, lang, kind, why_not)).collect_view()
    };
    let sheets = move || {
        let letter = desk.letter.get().ok()?;
        Some(view! {
            <SheetDesk label=words.t(|w| w.sheet) is_refused=desk.editing.is_halted>
                <Sheet letter=letter />
            </SheetDesk>
        })
    };
    view! {
        <ClaimHead id=id figures=figures title=words.t(|w| w.title) tab=tab />
        <div class="two-columns composer composer-letter">
            <div class="form composer-choices">
                <nav class="steps" aria-label=words.t(|w| w.which)>
                    <ul class="choice-list">{live(choices)}</ul>
                    <p class="field-hint">{words.t(|w| w.letters)}</p>
                    <a class="button button-quiet" href=Route::Text(id, Step::FirstReminder).to_string()>
                        {words.t(|w| w.letters_link)}
                    </a>
                </nav>
                <About
                    candidates=desk.candidates()
                    chosen=desk.chosen()
                    choose=Callback::new(move |(id, is_in)| desk.choose(app, id, is_in))
                />
                <options::Options desk=desk />
            </div>
            <preview::Preview desk=desk />
        </div>
        {live(sheets)}
    }
}

fn choice(desk: Desk, lang: Lang, kind: PaperKind, why_not: Option<String>) -> AnyView {
    let href = Route::Documents(desk.id, name_of(kind).to_owned()).to_string();
    view! {
        <li>
            <a class="choice" href=href aria-current=(kind == desk.kind).then_some("page")>
                <span class="choice-name">{kind.name(lang)}</span>
                {why_not.map(|why| view! { <span class="choice-reason">{why}</span> })}
            </a>
        </li>
    }
    .into_any()
}
