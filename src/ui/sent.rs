//! A text as it is kept once it was sent: with the edition of the rate table and of the program that wrote it.

use chrono::NaiveDate;

use crate::app::book::Book;
use crate::documents::letter::Letter;
use crate::domain::event::SentText;

/// A text that asks for nothing; what it asks for is added by whoever knows.
#[must_use]
pub fn sent_text(
    book: &Book,
    subject: &str,
    body: String,
    as_of: NaiveDate,
    letter: Option<&Letter>,
) -> SentText {
    SentText {
        subject: subject.to_owned(),
        body,
        as_of,
        rates: book.rates().file().version,
        rates_corrected: !book.own_rates().is_empty(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        laid_out: letter.and_then(|letter| letter.written_down(book.stationery().look())),
        ..SentText::default()
    }
}
