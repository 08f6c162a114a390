//! Several invoices of one client in one line: what one message, call or act is about, each on a day on which the contact
//! budget has room for it. Of several steps of the ladder the highest leads, and of equal ones the invoice that is longest
//! late: nobody is written to more softly than before about one invoice because another is younger.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::{Entry, days_late};
use crate::base::dates::add_days;
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{Circumstance, CircumstanceKind, PauseCause};
use crate::domain::dunning::climb::ladder;
use crate::domain::dunning::conduct::{Contacts, counts, free_day};
use crate::domain::dunning::{Action, Policy, Promised, What, Why, may_join};
use crate::domain::event::Step;

/// What one message, call or act is about: one entry leads, the others go with it.
pub(super) struct Bundle {
    pub(super) lead: usize,
    pub(super) with: Vec<usize>,
    pub(super) day: NaiveDate,
    /// What all of them weigh together.
    pub(super) weight: i128,
}

/// Bundles the entries of one client: what comes first, and of one day the heaviest first, so that it gets what room the
/// budget has.
pub(super) fn bundles(
    entries: &[Entry<'_>],
    wanted: &[usize],
    contacts: &mut Contacts<'_>,
    policy: &Policy,
    first: NaiveDate,
) -> Vec<Bundle> {
    let mut left: Vec<(usize, &Entry<'_>)> =
        wanted.iter().filter_map(|at| Some((*at, entries.get(*at)?))).collect();
    left.sort_by_key(|(_, entry)| {
        (entry.action.day.max(first), Reverse(entry.weight), entry.case.invoice.id)
    });
    let mut bundles = Vec::new();
    while let Some((at, lead)) = leader(&left, first) {
        let (with, rest): (Vec<_>, Vec<_>) = left
            .into_iter()
            .filter(|(other, _)| *other != at)
            .partition(|(_, other)| go_together(lead, other, first));
        left = rest;
        let mut day = lead.action.day;
        if let Some(step) = lead.action.what.step().filter(|_| lead.action.what.is_contact()) {
            // What was written to the client about another invoice was written to the client.
            if climbs(lead).is_some() {
                let gap = ladder(lead.case, lead.client, policy).gap;
                day = contacts.last_written().map_or(day, |last| day.max(add_days(last, gap)));
            }
            day = free_day(contacts, policy, day);
            contacts.plan(day, step, lead.action.channel);
        }
        let weight = lead.weight + with.iter().map(|(_, other)| other.weight).sum::<i128>();
        bundles.push(Bundle { lead: at, with: with.into_iter().map(|(at, _)| at).collect(), day, weight });
    }
    bundles
}

/// The first entry, or the most urgent of those it can go with.
fn leader<'a, 'b>(left: &[(usize, &'b Entry<'a>)], first: NaiveDate) -> Option<(usize, &'b Entry<'a>)> {
    let (front, heaviest) = *left.first()?;
    let Some(step) = climbs(heaviest) else { return Some((front, heaviest)) };
    let day = heaviest.action.day.max(first);
    let urgency = |entry: &Entry<'_>| {
        (climbs(entry), days_late(entry.case, &entry.claim), Reverse(entry.case.invoice.id))
    };
    let others = left.iter().filter(|(at, entry)| {
        *at != front
            && climbs(entry).is_some_and(|own| step <= own)
            && entry.action.day <= day
            && go_together(entry, heaviest, first)
    });
    others.copied().chain([(front, heaviest)]).max_by_key(|(_, entry)| urgency(entry))
}

/// The step of the ladder an entry is at, where it is late and nothing holds it.
fn climbs(entry: &Entry<'_>) -> Option<Step> {
    match entry.action.what {
        What::Climb(step) if step.needs_lateness() && entry.action.hold.is_none() => Some(step),
        _ => None,
    }
}

/// One message, one call or one look can be about both.
fn go_together(lead: &Entry<'_>, other: &Entry<'_>, first: NaiveDate) -> bool {
    if lead.claim.currency != other.claim.currency {
        return false;
    }
    let day = lead.action.day.max(first);
    let is_due = other.action.day <= day;
    match (lead.action.what, other.action.what) {
        (What::Climb(step), What::Climb(_)) if step.needs_lateness() => {
            lead.action.hold.is_none()
                && climbs(other).is_some_and(|own| own == step || (own < step && !was_put_aside(other.case)))
                && may_join(other.case, &other.claim, other.setting, step, day)
        }
        (What::Climb(step), What::Climb(other_step)) => is_due && early(step) && step == other_step,
        (What::FollowUp, What::FollowUp) => is_due,
        // What was promised for one day is recalled once, whatever it was shared out over.
        (What::RecallPromise, What::RecallPromise) => {
            is_due && promised(&lead.action).map(|one| one.by) == promised(&other.action).map(|one| one.by)
        }
        // A call about a reason is about that; what the user does alone is done for all at once.
        (what, also) => is_due && what == also && !what.is_contact(),
    }
}

/// The user left it out of a message, and nothing was said of it since: it goes on at the step it stood at.
fn was_put_aside(case: &CaseFile) -> bool {
    let is_aside =
        |one: &&Circumstance| matches!(one.kind, CircumstanceKind::Pause { cause: PauseCause::Aside, .. });
    let aside = case.circumstances.iter().filter(is_aside).map(|one| one.date).max();
    aside.is_some_and(|on| case.events.iter().all(|event| event.date <= on || !counts(event.step)))
}

/// The promise an action is about.
fn promised(action: &Action) -> Option<&Promised> {
    match &action.why {
        Why::Promised(promised) | Why::PromiseBroken(promised) => Some(promised),
        _ => None,
    }
}

/// Why several go together: what was promised for one day is told as one sum; of all else the one that leads says why.
pub(super) fn why(lead: &Entry<'_>, all: &[&Entry<'_>]) -> Why {
    let Some(one) = promised(&lead.action) else { return lead.action.why.clone() };
    let same = || all.iter().filter_map(|entry| promised(&entry.action)).filter(|other| other.by == one.by);
    let amount = same().map(|other| other.amount).sum();
    let rest = same().map(|other| other.rest).sum();
    let told = Promised { amount, rest, ..one.clone() };
    match lead.action.why {
        Why::Promised(_) => Why::Promised(told),
        _ => Why::PromiseBroken(told),
    }
}

fn early(step: Step) -> bool {
    matches!(step, Step::ReceiptCheck | Step::Courtesy)
}
