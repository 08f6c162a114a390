//! The document as it will be read, and the buttons that take it away.

use leptos::prelude::*;

use super::desk::{Desk, name_of};
use super::recording::Recording;
use crate::app::route::Route;
use crate::browser::{files, page};
use crate::documents::missing::MissingFact;
use crate::documents::paper::{Caution, OrderField, PaperKind, cautions, order_fields};
use crate::documents::rich;
use crate::text::words::{documents, editing as editing_words};
use crate::ui::components::MissingFacts;
use crate::ui::editing::checks::{self, Checks};
use crate::ui::editing::editor::Editor;
use crate::ui::live::{live, only_if};
use crate::ui::state::{Say, use_app};

/// The buttons, what to know, the words of one's own; the sheets stand below.
#[component]
pub fn Preview(desk: Desk) -> impl IntoView {
    let app = use_app();
    let words = app.words(documents::words);
    let is_there = Memo::new(move |_| desk.letter.with(Result::is_ok));
    let why_not = move || desk.letter.with(|letter| letter.as_ref().err().cloned());
    let missing = Signal::from(desk.editing.missing);
    let client = desk.figures.with_untracked(|figures| figures.client.id);
    view! {
        <section class="composer-preview" aria-labelledby="preview">
            <h2 class="visually-hidden" id="preview" tabindex="-1">{move || desk.kind.name(app.lang())}</h2>
            {live(move || why_not().map(|why| view! { <p class="field-hint" role="status">{why}</p> }))}
            {only_if(move || is_there.get(), move || view! {
                <Buttons desk=desk />
                {checks::refusal(desk.editing, "refused")}
                <p class="field-hint">{words.t(|w| w.print_hint)}</p>
                {know(desk)}
                {only_if(move || desk.editing.edit.with(Option::is_some), move || view! { <Editor editing=desk.editing /> })}
                <Checks editing=desk.editing missing=missing />
                {only_if(
                    move || missing.with(|missing| missing.contains(&MissingFact::OfficeAddress)),
                    move || view! {
                        <p class="field-hint" role="status">{words.t(|w| w.no_office_address)}</p>
                        <p>
                            <a class="button" href=Route::After(desk.id).to_string()>
                                {words.t(|w| w.office_link)}
                            </a>
                        </p>
                    },
                )}
                <MissingFacts missing=missing client=Some(client) />
            })}
            // Its day is typed here: the field stays while it is.
            {only_if(
                move || is_there.get() || desk.is_redated(app),
                move || view! { <Recording desk=desk missing=missing /> },
            )}
            {only_if(move || is_there.get(), move || view! {
                {(desk.kind == PaperKind::PaymentOrder).then(|| fields(desk))}
                {follows(desk)}
            })}
        </section>
    }
}

#[component]
fn Buttons(desk: Desk) -> impl IntoView {
    let app = use_app();
    let words = app.words(documents::words);
    let editing = desk.editing;
    let own_words = app.words(editing_words::words);
    let letter = move || desk.letter.get_untracked().ok().filter(|_| checks::may_go(editing));
    let print = move |_| {
        if letter().is_some() {
            page::print();
        }
    };
    let copy = move |_| {
        if let Some(letter) = letter() {
            app.copy_rich(rich::html(&letter), letter.text_in_columns());
        }
    };
    let download = move |_| {
        if let (Some(letter), Some(sheets)) = (letter(), page::outer_html("article.letter")) {
            let number = desk.figures.with_untracked(|figures| figures.case.invoice.number.clone());
            let name = format!("{}-{}.html", name_of(desk.kind), files::safe_name(&number));
            files::download(&name, "text/html", &files::paper(letter.lang.tag(), &letter.subject, &sheets));
        }
    };
    let is_off = move || editing.is_halted.get().then_some("true");
    let is_edited = Memo::new(move |_| editing.edit.with(Option::is_some));
    let edit = move || {
        view! {
            <button class="button button-quiet" type="button" id="edit-text" on:click=move |_| editing.start()>
                {own_words.t(|w| w.edit)}
            </button>
        }
    };
    let again = move || {
        view! {
            <button class="button button-quiet" type="button" on:click=move |_| editing.again()>
                {own_words.t(|w| w.again)}
            </button>
        }
    };
    let can_go_back = move || !is_edited.get() && editing.dropped.with(Option::is_some);
    view! {
        <div class="button-row">
            <button class="button button-main" type="button" aria-disabled=is_off on:click=print>
                {words.t(|w| w.print)}
            </button>
            <button class="button" type="button" aria-disabled=is_off on:click=copy>
                {words.t(|w| w.copy)}
            </button>
            <button class="button button-quiet" type="button" aria-disabled=is_off on:click=download>
                {words.t(|w| w.download)}
            </button>
            {only_if(move || !is_edited.get(), edit)}
            {only_if(can_go_back, again)}
        </div>
    }
}

/// What is noted once it has gone to a court or to its representative.
fn follows(desk: Desk) -> Option<AnyView> {
    let words = use_app().words(documents::words);
    let said = match desk.kind {
        PaperKind::PaymentOrder => words.t(|w| w.filed),
        PaperKind::Declaration => words.t(|w| w.lodged),
        _ => return None,
    };
    Some(
        view! {
            <p class="field-hint">{said}</p>
            <p>
                <a class="button" href=Route::After(desk.id).to_string()>
                    {words.t(|w| w.filed_link)}
                </a>
            </p>
        }
        .into_any(),
    )
}

/// What to know before it leaves.
fn know(desk: Desk) -> AnyView {
    let app = use_app();
    let words = app.words(documents::words);
    let all = Memo::new(move |_| {
        let about = desk.paper();
        let found = about.map(|about| desk.with_facts(app, |facts| cautions(&about, facts)));
        found
            .unwrap_or_default()
            .into_iter()
            .map(|one: Caution| one.explained(app.lang()))
            .collect::<Vec<_>>()
    });
    live(move || {
        let all = all.get();
        (!all.is_empty()).then(|| {
            let items =
                all.into_iter().map(|text| view! { <p class="banner-text">{text}</p> }).collect_view();
            view! {
                <div class="banner" role="note">
                    <p class="banner-text"><strong>{words.t(|w| w.know)}</strong></p>
                    {items}
                </div>
            }
        })
    })
}

/// The fields of the form, each with its button.
fn fields(desk: Desk) -> AnyView {
    let app = use_app();
    let words = app.words(documents::words);
    let fields = Memo::new(move |_| {
        let standing = desk.said.standing(desk.figures);
        let found = desk.with_facts(app, |facts| order_fields(standing, facts));
        found.map(|fields| fields.0).unwrap_or_default()
    });
    let rows = move || {
        let row = |OrderField { label, value }: OrderField| {
            let (shown, copied) = (value.clone(), value);
            view! {
                <li class="copy-row">
                    <button
                        class="copy-field"
                        type="button"
                        on:click=move |_| app.copy(copied.clone(), Say::Copied)
                    >
                        <span class="copy-label">{label}</span>
                        <span>{shown}</span>
                    </button>
                </li>
            }
        };
        fields.get().into_iter().map(row).collect_view()
    };
    view! {
        <section aria-labelledby="fields">
            <h3 id="fields">{words.t(|w| w.fields)}</h3>
            <p class="field-hint">{words.t(|w| w.fields_hint)}</p>
            <ul class="copy-list">{live(rows)}</ul>
        </section>
    }
    .into_any()
}
