//! Calendar files as they are handed out: the book has its own name first, so that entries of two books never meet.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::base::BookId;
use crate::browser::crypto;
use crate::ui::state::App;

/// Draws the name of the book where it has none. What is only shown keeps none, and neither does a book in a browser that
/// draws nothing: their entries are named as before.
pub fn name_book(app: App) {
    if app.book.with_untracked(|book| book.policy().book.is_some()) {
        return;
    }
    let drawn = crypto::random(8).and_then(|bytes| <[u8; 8]>::try_from(bytes).ok());
    if let Some(bytes) = drawn {
        // Said where it is refused, and nothing is lost by it.
        let _ = app.send(Command::NameBook(BookId(u64::from_be_bytes(bytes))));
    }
}
