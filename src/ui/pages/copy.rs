//! A letter as it was sent: laid out again exactly so, with whether it is still the one that was recorded.

use leptos::prelude::*;

use super::not_found::NotFound;
use crate::app::book::Book;
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::base::{EventId, InvoiceId};
use crate::browser::page;
use crate::documents::fingerprint::{fingerprint, fingerprint_of};
use crate::documents::letter::Letter;
use crate::documents::rich;
use crate::domain::event::Event;
use crate::text::format;
use crate::text::words::{documents, dunning};
use crate::ui::components::button::{Weight, press_button};
use crate::ui::components::sheet::keep_sheets;
use crate::ui::components::{Sheet, SheetDesk};
use crate::ui::live::{given_or, live, only_if};
use crate::ui::state::use_app;

/// The page.
#[component]
pub fn Copy(
    /// Which claim.
    id: InvoiceId,
    /// Which sending.
    event: EventId,
) -> impl IntoView {
    let app = use_app();
    let figures = app.figures_of(id);
    let event = Memo::new(move |_| {
        figures.with(|figures| {
            let Figures { case, .. } = figures.as_ref()?;
            case.events.iter().find(|known| known.id == event).cloned()
        })
    });
    given_or(event.into(), move |event| view! { <Sent id=id event=event /> }, || view! { <NotFound /> })
}

/// The words of a text that was never laid out.
fn sent_words(event: &Event) -> String {
    match event.text.subject.trim() {
        "" => event.text.body.clone(),
        subject => format!("{subject}\n\n{}", event.text.body),
    }
}

#[component]
fn Sent(id: InvoiceId, event: Memo<Event>) -> impl IntoView {
    let app = use_app();
    let words = app.words(documents::words);
    let letter = Memo::new(move |_| event.with(|event| Letter::kept(event.text.laid_out.as_ref()?)));
    let is_same = Memo::new(move |_| {
        event.with(|event| {
            letter.with(|letter| {
                letter.as_ref().map(|one| fingerprint(one) == fingerprint_of(&event.text.body))
            })
        })
    });
    let is_bare = move || {
        let look = letter.with(|letter| letter.as_ref().and_then(|letter| letter.look.clone()));
        look.is_some_and(|look| app.book.with(|book| !Book::stationery(book).has(&look)))
    };
    let is_marked = RwSignal::new(false);
    Effect::new(move |_| {
        page::set_title(&event.with(|event| format!("{} · Relance", event.text.subject)));
    });
    let about = move || {
        let lang = app.lang();
        event.with(|event| {
            let step = dunning::step(lang, event.step);
            format!(
                "{step}, {}, {}",
                dunning::by_channel(lang, event.channel),
                format::date(lang, event.date)
            )
        })
    };
    let verdict = move || match is_same.get() {
        Some(true) => words.t(|w| w.copy_same).get(),
        Some(false) => words.t(|w| w.copy_differs).get(),
        None => words.t(|w| w.copy_none).get(),
    };
    let copy = move || {
        if let Some(letter) = letter.get_untracked() {
            app.copy_rich(rich::html(&letter), letter.text_in_columns());
        }
    };
    let download =
        move || letter.with_untracked(|letter| letter.as_ref().map(keep_sheets)).unwrap_or_default();
    let is_letter = move || letter.with(Option::is_some);
    let sheets = move || {
        let letter = letter.get()?;
        let lang = letter.lang;
        let mark = if is_marked.get() {
            documents::duplicate(lang, &format::date(lang, app.today.get()))
        } else {
            String::new()
        };
        Some(view! {
            <SheetDesk label=words.t(|w| w.sheet)>
                <Sheet letter=letter mark=mark />
            </SheetDesk>
        })
    };
    view! {
        <div class="claim-head">
            <a class="back-link" href=Route::Invoice(id).to_string()>
                "← "
                {live(about)}
            </a>
            <h1 tabindex="-1">{words.t(|w| w.copy_title)}</h1>
            <p class="page-sub" role="status">{verdict}</p>
            {only_if(is_bare, move || view! { <p class="page-sub">{words.t(|w| w.copy_bare)}</p> })}
        </div>
        {only_if(is_letter, move || view! {
            <div class="form copy-form">
                <label class="check" for="duplicate">
                    <input
                        id="duplicate"
                        type="checkbox"
                        prop:checked=is_marked
                        on:change:target=move |event| is_marked.set(event.target().checked())
                    />
                    <span>{words.t(|w| w.copy_mark)}</span>
                </label>
                <div class="button-row">
                    {press_button(Weight::Main, words.t(|w| w.print), page::print)}
                    {press_button(Weight::Plain, words.t(|w| w.copy), copy)}
                    {press_button(Weight::Quiet, words.t(|w| w.download), download)}
                </div>
            </div>
        })}
        {only_if(move || !is_letter(), move || view! {
            <div class="frozen-text copy-form">{move || event.with(sent_words)}</div>
        })}
        {live(sheets)}
    }
}
