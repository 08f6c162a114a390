//! The fields a text is put in one's own words in.

use leptos::prelude::*;

use super::Editing;
use crate::documents::wording::Document;
use crate::text::words::{composer, editing};
use crate::ui::live::{Slot, live, only_if, repeated};
use crate::ui::state::use_app;

/// Which fields a text has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Subject and message.
    SubjectAndBody,
    /// A message alone.
    Body,
    /// The paragraphs of a letter.
    Paragraphs,
}

impl Shape {
    fn of(document: Document) -> Self {
        match document {
            Document::Email => Self::SubjectAndBody,
            Document::Sms => Self::Body,
            Document::Letter | Document::FormalNotice => Self::Paragraphs,
        }
    }
}

/// Characters on a line of a field, where a browser does not let it grow by itself.
const LINE: usize = 60;

/// The fields, with what is to be known of words of one's own.
#[component]
pub fn Editor(
    /// The text.
    editing: Editing,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(editing::words);
    let shape = Memo::new(move |_| Shape::of(editing.document()));
    let is_letter = move || shape.get() == Shape::Paragraphs;
    let count = move || editing.edit.with(|edit| edit.as_ref().map_or(0, |edit| edit.passages.len()));
    view! {
        <div class="editor form" lang=move || editing.spoken.get().lang.tag()>
            {only_if(move || editing.has_moved.get(), move || moved(editing))}
            {live(move || {
                let shape = shape.get();
                repeated(count, move |at| field(editing, at, shape))
            })}
            <div class="editor-foot" lang=move || app.lang().tag()>
                {only_if(move || editing.differs.get(), move || view! {
                    <p class="field-hint">
                        {words.t(|w| w.own)} {only_if(is_letter, move || view! { " " {words.t(|w| w.own_letter)} })}
                    </p>
                })}
                <button class="button button-quiet" type="button" on:click=move |_| editing.give_up()>
                    {words.t(|w| w.back)}
                </button>
            </div>
        </div>
    }
}

/// What is proposed is no longer what it was.
fn moved(editing: Editing) -> impl IntoView {
    let app = use_app();
    let words = app.words(editing::words);
    view! {
        <div class="banner" role="status" lang=move || app.lang().tag()>
            <p class="banner-text">
                <strong>{words.t(|w| w.moved)}</strong>
                ". "
                {words.t(|w| w.moved_text)}
            </p>
            <div class="button-row">
                <button class="button" type="button" on:click=move |_| editing.take_proposed()>
                    {words.t(|w| w.take)}
                </button>
                <button class="button button-quiet" type="button" on:click=move |_| editing.keep_own()>
                    {words.t(|w| w.keep)}
                </button>
            </div>
        </div>
    }
}

/// The identifier of the field of a passage.
pub fn field_id(at: usize) -> String {
    format!("passage-{at}")
}

fn field(editing: Editing, at: usize, shape: Shape) -> AnyView {
    let app = use_app();
    let words = app.words(editing::words);
    let composer = app.words(composer::words);
    let Slot { text, change } = Slot {
        text: Signal::derive(move || {
            editing.edit.with(|edit| edit.as_ref()?.passages.get(at).cloned()).unwrap_or_default()
        }),
        change: Callback::new(move |typed: String| {
            editing.change(|edit| {
                if let Some(passage) = edit.passages.get_mut(at) {
                    *passage = typed;
                }
            });
        }),
    };
    let label = move || match (shape, at) {
        (Shape::Paragraphs, _) => format!("{}{}", words.now().paragraph, at + 1),
        (Shape::SubjectAndBody, 0) => composer.now().subject.to_owned(),
        (Shape::SubjectAndBody | Shape::Body, _) => words.now().body.to_owned(),
    };
    let rows = move || {
        let lines: usize =
            text.with(|text| text.split('\n').map(|line| 1 + line.chars().count() / LINE).sum());
        lines.max(2).to_string()
    };
    let control = if shape == Shape::SubjectAndBody && at == 0 {
        view! {
            <input
                id=field_id(at)
                type="text"
                autocomplete="off"
                prop:value=text
                on:input:target=move |event| change.run(event.target().value())
            />
        }
        .into_any()
    } else {
        view! {
            <textarea
                id=field_id(at)
                rows=rows
                spellcheck="true"
                autocomplete="off"
                prop:value=text
                on:input:target=move |event| change.run(event.target().value())
            ></textarea>
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label class="field-label" for=field_id(at) lang=move || app.lang().tag()>
                {label}
            </label>
            {control}
        </div>
    }
    .into_any()
}
