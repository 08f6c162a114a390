//! An order for payment that was made for less than was asked for, with what was asked for read from the book.

use chrono::NaiveDate;

use super::super::book::Book;
use crate::base::Amount;
use crate::domain::case_file::CaseFile;
use crate::domain::proceeding::Proceeding;
use crate::domain::proceeding::partial::PartialOrder;

/// The order for a part a proceeding is, as known on a day; see [`Proceeding::partial`].
#[must_use]
pub fn partial_order(
    book: &Book,
    case: &CaseFile,
    one: &Proceeding,
    today: NaiveDate,
) -> Option<PartialOrder> {
    one.partial(|day| asked(book, case, day), today)
}

/// What a request asked for that is still owed on the day of a decision: what the sum of it is held against.
#[must_use]
pub fn asked_then(book: &Book, case: &CaseFile, one: &Proceeding, day: NaiveDate) -> Amount {
    asked(book, case, one.date).min(asked(book, case, day))
}

/// What a request asks for on a day: principal that is unpaid and not contested, or all of it where all is.
fn asked(book: &Book, case: &CaseFile, day: NaiveDate) -> Amount {
    let claim = book.claim(case, day);
    let left = claim.principal_left - case.disputed(&claim);
    if left.is_positive() { left } else { claim.principal_left }
}
