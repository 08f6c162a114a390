//! A close watch on a day on which the contact budget has no room: the case stays in sight, and nobody is contacted.

use chrono::NaiveDate;

use crate::domain::case_file::CaseFile;
use crate::domain::dunning::conduct::{Contacts, free_day};
use crate::domain::dunning::{Action, Policy, What, Why, watch};

/// The action of a case as it may be done: where the client of a case that is watched closely would be contacted sooner than
/// the budget allows, the bank is looked at meanwhile, once a day. All else is left as it is.
pub(super) fn within_budget(
    action: Action,
    case: &CaseFile,
    contacts: &Contacts<'_>,
    policy: &Policy,
    today: NaiveDate,
) -> Action {
    if !action.what.is_contact() || watch::running(case, today).is_none() {
        return action;
    }
    let first = policy.region.working_from(today);
    let next = free_day(contacts, policy, action.day);
    let is_looked_at = policy.bank_checked.is_some_and(|day| today <= day);
    // Who was contacted today is done with for today.
    if first < action.day || next <= first || is_looked_at || contacts.any_on(today) {
        return action;
    }
    Action { what: What::WatchBank, day: first, why: Why::WatchWaits { next }, ..action }
}
