//! What is looked at beside the lines of the day: work to invoice, limitation that is near, the weekly review.

use chrono::NaiveDate;

use crate::base::{Amount, ClientId, Currency, InvoiceId, WorkId};
use crate::domain::limitation::Nearness;

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
