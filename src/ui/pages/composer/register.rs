//! The register of penalty notes: each number of the series with what became of it, folded away where a note is written.

use leptos::prelude::*;

use crate::app::book::Book;
use crate::app::notes::NoteState;
use crate::text::words::notes;
use crate::text::{Lang, format};
use crate::ui::live::live;
use crate::ui::state::use_app;

/// The register; nothing before there is a first number.
#[component]
pub fn Register() -> impl IntoView {
    let app = use_app();
    let words = app.words(notes::words);
    let register = Memo::new(move |_| app.book.with(Book::note_register));
    let rows = move || {
        let lang = app.lang();
        let row = |(number, state): (String, NoteState)| {
            view! {
                <tr>
                    <th scope="row">{number}</th>
                    <td>{told(lang, &state)}</td>
                </tr>
            }
        };
        register.get().into_iter().map(row).collect_view()
    };
    live(move || {
        register.with(|all| !all.is_empty()).then(|| {
            view! {
                <details class="disclosure note-register">
                    <summary>{words.t(|w| w.register)}</summary>
                    <div class="disclosure-body">
                        <p class="field-hint">{words.t(|w| w.register_hint)}</p>
                        <table class="plain-table">
                            <thead>
                                <tr>
                                    <th scope="col">{words.t(|w| w.number)}</th>
                                    <th scope="col">{words.t(|w| w.state)}</th>
                                </tr>
                            </thead>
                            <tbody>{live(rows)}</tbody>
                        </table>
                    </div>
                </details>
            }
        })
    })
}

fn told(lang: Lang, state: &NoteState) -> String {
    let words = notes::words(lang);
    match state {
        NoteState::Sent(on) => format!("{}{}", words.sent, format::date(lang, *on)),
        NoteState::InTrash(since) => format!("{}{}", words.in_trash, format::date(lang, *since)),
        NoteState::Cancelled(one) => notes::cancelled(lang, one),
        NoteState::Unknown => words.unknown.to_owned(),
    }
}
