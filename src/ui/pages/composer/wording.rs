//! How a text is worded: tone, form of address, language. The client's own manner where the user chose one, the step's
//! otherwise.

use std::cell::Cell;

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::views::writing::tone;
use crate::base::InvoiceId;
use crate::domain::event::Step;
use crate::domain::manner::Manner;
use crate::ui::editing::source::Wording;
use crate::ui::state::App;

thread_local! {
    /// How the last text was worded, and for which invoice and step, for as long as the program runs.
    static LAST: Cell<Option<(InvoiceId, Step, Wording)>> = const { Cell::new(None) };
}

/// How a text to the client is worded unless the user says otherwise.
pub fn usual(app: App, manner: Manner, step: Step) -> Wording {
    Wording {
        tone: manner.tone.unwrap_or_else(|| tone(step, manner.relation)),
        tu: manner.tu,
        lang: manner.lang.unwrap_or_else(|| app.book.with_untracked(|book| Book::settings(book).language)),
    }
}

/// How the last text about the same invoice was worded, in so far as it holds for another: a step has its own tone.
pub fn remembered(app: App, desk: Desk) -> RwSignal<Wording> {
    let Desk { id, step, .. } = desk;
    let manner = desk.figures.with_untracked(|figures| figures.client.manner);
    let usual = usual(app, manner, step);
    let last = LAST.get().filter(|(invoice, ..)| *invoice == id);
    let wording = RwSignal::new(match last {
        Some((_, known, last)) if known == step => last,
        Some((.., last)) => Wording { tone: usual.tone, ..last },
        None => usual,
    });
    Effect::new(move |_| LAST.set(Some((id, step, wording.get()))));
    wording
}

/// The manner that would bring this wording about by itself; none where it does already.
pub fn manner_of(app: App, known: Manner, step: Step, wording: Wording) -> Option<Manner> {
    let usual = usual(app, known, step);
    let manner = Manner {
        tone: if wording.tone == usual.tone { known.tone } else { Some(wording.tone) },
        tu: wording.tu,
        lang: if wording.lang == usual.lang { known.lang } else { Some(wording.lang) },
        ..known
    };
    (manner != known).then_some(manner)
}

/// Keeps a wording for every text to the client.
pub fn keep_manner(app: App, desk: Desk, manner: Manner) {
    let client = desk.figures.with_untracked(|figures| figures.client.id);
    // Said at the bottom of the screen where it is refused.
    let _ = app.send(Command::SetManner(client, manner));
}
