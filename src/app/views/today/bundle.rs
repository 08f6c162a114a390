//! Several invoices of one client in one line: what one message, call or act is about, each on a day on which the contact
//! budget has room for it.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::Entry;
use crate::domain::dunning::conduct::{Contacts, free_day};
use crate::domain::dunning::{Policy, What, may_join};
use crate::domain::event::Step;

/// What one message, call or act is about: one entry leads, the others go with it.
pub(super) struct Bundle {
    pub(super) lead: usize,
    pub(super) with: Vec<usize>,
    pub(super) day: NaiveDate,
    pub(super) weight: i128,
}

/// Bundles the entries of one client, the heaviest first, so that it gets what room the budget has.
pub(super) fn bundles(
    entries: &[Entry<'_>],
    wanted: &[usize],
    contacts: &mut Contacts<'_>,
    policy: &Policy,
    first: NaiveDate,
) -> Vec<Bundle> {
    let mut order: Vec<(usize, &Entry<'_>)> =
        wanted.iter().filter_map(|at| Some((*at, entries.get(*at)?))).collect();
    order.sort_by_key(|(_, entry)| (first < entry.action.day, Reverse(entry.weight), entry.case.invoice.id));
    let mut bundles = Vec::new();
    let mut left = order.as_slice();
    let mut taken: Vec<usize> = Vec::new();
    while let Some(((at, lead), rest)) = left.split_first() {
        left = rest;
        if taken.contains(at) {
            continue;
        }
        let with: Vec<usize> = rest
            .iter()
            .filter(|(other, entry)| !taken.contains(other) && go_together(lead, entry, first))
            .map(|(other, _)| *other)
            .collect();
        let mut day = lead.action.day;
        if let Some(step) = lead.action.what.step().filter(|_| lead.action.what.is_contact()) {
            day = free_day(contacts, policy, day);
            contacts.plan(day, step, lead.action.channel);
        }
        taken.extend(&with);
        bundles.push(Bundle { lead: *at, with, day, weight: lead.weight });
    }
    bundles
}

/// One message, one call or one look can be about both.
fn go_together(lead: &Entry<'_>, other: &Entry<'_>, first: NaiveDate) -> bool {
    if lead.claim.currency != other.claim.currency {
        return false;
    }
    let is_due = other.action.day <= first;
    match (lead.action.what, other.action.what) {
        (What::Climb(step), What::Climb(_)) if step.needs_lateness() => {
            let is_held = lead.action.hold.is_some() || other.action.hold.is_some();
            !is_held
                && lead.action.day <= first
                && may_join(other.case, &other.claim, other.setting, step, first)
        }
        (What::Climb(step), What::Climb(other_step)) => is_due && early(step) && step == other_step,
        (What::FollowUp, What::FollowUp) => is_due && lead.action.day <= first,
        // A call about a promise or a reason is about that; what the user does alone is done for all at once.
        (what, also) => is_due && lead.action.day <= first && what == also && !what.is_contact(),
    }
}

fn early(step: Step) -> bool {
    matches!(step, Step::ReceiptCheck | Step::Courtesy)
}
