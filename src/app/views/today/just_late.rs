//! What has just become late: the morning after a due date is when a word costs least and brings most (S1-11). The ladder
//! waits a few days more for a transfer that is on its way; whoever wants to act at once is told that it is time.

use chrono::NaiveDate;

use super::Entry;
use crate::base::{Amount, Currency, InvoiceId, dates};
use crate::domain::dunning::person::can_call;
use crate::domain::dunning::{Action, Policy, What};

/// An invoice that has become late since the last working day, and that nothing is to be done about today yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JustLate {
    /// The invoice.
    pub invoice: InvoiceId,
    /// Name of its client; empty where it cannot be read.
    pub name: String,
    /// Its number.
    pub number: String,
    /// Due date of what is unpaid.
    pub due: NaiveDate,
    /// What is unpaid of it.
    pub amount: Amount,
    /// Its currency.
    pub currency: Currency,
    /// Somebody can be called.
    pub can_call: bool,
    /// What comes next on the ladder, and when.
    pub next: Action,
}

/// The entries that are late since the last working day, in the order of their invoices. `first`: the working day the list is
/// for. What is paused, promised or contested is left out, and so is what was never sent.
pub(super) fn just_late(entries: &[Entry<'_>], policy: &Policy, first: NaiveDate) -> Vec<JustLate> {
    let news = |entry: &&Entry<'_>| {
        let due = entry.claim.first_unpaid_due().unwrap_or(entry.case.invoice.due);
        let is_new = policy.region.working_from(dates::next_day(due)) == first && due < first;
        let is_waiting = first < entry.action.day && entry.action.hold.is_none();
        let is_climb = matches!(entry.action.what, What::Climb(_));
        is_new && is_waiting && is_climb && entry.claim.principal_left.is_positive()
    };
    let told = |entry: &Entry<'_>| JustLate {
        invoice: entry.case.invoice.id,
        name: entry.client.name.clone(),
        number: entry.case.invoice.number.clone(),
        due: entry.claim.first_unpaid_due().unwrap_or(entry.case.invoice.due),
        amount: entry.claim.principal_left - entry.claim.not_due,
        currency: entry.claim.currency,
        can_call: can_call(entry.client),
        next: entry.action.clone(),
    };
    entries.iter().filter(news).map(told).collect()
}
