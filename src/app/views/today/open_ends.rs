//! Open ends: what was promised about disputes that are over, and proposals whose day for an answer went by. No line of the
//! list need speak of them; nothing else would.

use chrono::NaiveDate;

use super::super::super::book::Book;
use super::{Entry, What};
use crate::base::{ClientId, InvoiceId, PlanId, dates};
use crate::domain::case_file::CaseFile;
use crate::domain::dispute::Side;
use crate::domain::offer::{Offer, OfferEnd, OfferState};
use crate::domain::plan::standing::Standing;

/// Something that is not to be forgotten about one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenEnd {
    /// The invoice.
    pub invoice: InvoiceId,
    /// Its client.
    pub client: ClientId,
    /// The day it is, or was, to be done or answered by.
    pub by: NaiveDate,
    /// What it is.
    pub what: Loose,
}

/// What an open end is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loose {
    /// Something promised about a dispute that is over.
    Commitment(Side, String),
    /// Instalments were agreed on the telephone, and are not signed.
    Spoken,
    /// A payment plan was proposed, and not answered.
    Plan,
    /// An offer was made, and not answered.
    Offer,
    /// An offer was agreed to, and not paid.
    Agreed,
}

/// The open ends of the open cases up to a day, the earliest first: those that no action speaks of already.
pub(super) fn open_ends(
    book: &Book,
    entries: &[Entry<'_>],
    today: NaiveDate,
    horizon: NaiveDate,
) -> Vec<OpenEnd> {
    let mut ends: Vec<OpenEnd> = Vec::new();
    let mut plans: Vec<PlanId> = Vec::new();
    let mut calls: Vec<(ClientId, NaiveDate)> = Vec::new();
    for entry in entries {
        let case = entry.case;
        let place = |by, what| OpenEnd { invoice: case.invoice.id, client: case.invoice.client, by, what };
        // The action speaks of the earliest one.
        let spoken = usize::from(entry.action.what == What::KeepCommitment && entry.action.day <= horizon);
        let mut left: Vec<_> = case.left_commitments(today).map(|(_, one)| one).collect();
        left.sort_by_key(|one| (one.date, one.id));
        let left = left.into_iter().skip(spoken).filter(|one| one.date <= horizon);
        ends.extend(left.map(|one| place(one.date, Loose::Commitment(one.side, one.what.clone()))));
        if !entry.claim.balance().is_positive() {
            continue;
        }
        if let Some((on, by)) = unsigned(entry, today)
            && !calls.contains(&(case.invoice.client, on))
        {
            // One call about several invoices is one agreement.
            calls.push((case.invoice.client, on));
            ends.push(place(by, Loose::Spoken));
        }
        if let Some((plan, by)) = unanswered_plan(entry, today)
            && !plans.contains(&plan)
        {
            plans.push(plan);
            ends.push(place(by, Loose::Plan));
        }
        ends.extend(unanswered_offer(book, case, today).map(|(by, what)| place(by, what)));
    }
    ends.sort_by_key(|end| (end.by, end.invoice));
    ends
}

/// Instalments agreed on the telephone about which no plan waits or runs: the day of the call, and of the first of them.
fn unsigned(entry: &Entry<'_>, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let is_planned = entry.setting.plan.is_some_and(|known| known.plan.ended.is_none());
    let spoken = entry.case.spoken_plan(today).filter(|_| !is_planned && !entry.is_in_other_hands())?;
    Some((spoken.on, spoken.sums.first()?.due))
}

fn unanswered_plan(entry: &Entry<'_>, today: NaiveDate) -> Option<(PlanId, NaiveDate)> {
    let known = entry.setting.plan.filter(|known| known.standing == Standing::Unanswered)?;
    let by = known.plan.answer_by;
    is_left(entry.case, by, today).then_some((known.plan.id, by))
}

/// The last offer that lapsed, where no other one runs, a later one was not answered, and no plan was proposed since. One
/// that was taken back asked nothing in the end.
fn unanswered_offer(book: &Book, case: &CaseFile, today: NaiveDate) -> Option<(NaiveDate, Loose)> {
    let place = |offer: &Offer| (offer.date, offer.id);
    let mut last: Option<&Offer> = None;
    let mut answered = None;
    for (offer, state) in case.offers_on(today) {
        match state {
            OfferState::Lapsed(_) => last = last.filter(|known| place(offer) < place(known)).or(Some(offer)),
            OfferState::Ended(OfferEnd::Withdrawn) => {}
            OfferState::Ended(_) => answered = answered.max(Some(place(offer))),
            OfferState::Open(_) | OfferState::Agreed(_) | OfferState::Met(_) | OfferState::Overdue(_) => {
                return None;
            }
        }
    }
    let offer = last.filter(|offer| answered < Some(place(offer)))?;
    let is_replaced = book.plans_about(case.invoice.id).any(|plan| offer.date < plan.proposed);
    let what = if offer.accepted.is_some() { Loose::Agreed } else { Loose::Offer };
    (is_left(case, offer.until, today) && !is_replaced).then_some((offer.until, what))
}

/// Nothing was sent or said since a day: whatever is, takes the proposal's place.
fn is_left(case: &CaseFile, by: NaiveDate, today: NaiveDate) -> bool {
    let since = dates::next_day(by);
    !case.events.iter().any(|event| since <= event.date && event.date <= today)
}
