//! What a client gave its word on: running promises, and an offer of money it agreed to. What is still to come of either has
//! a day. What such an offer gives up is not expected, and no longer contested either; what was not due when it was made is
//! none of its business.

use chrono::NaiveDate;

use crate::base::Amount;
use crate::base::order::{in_order, insert_in_order};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{CircumstanceKind, PromiseState};
use crate::domain::claim::Claim;
use crate::domain::movement::received_between;
use crate::domain::offer::{Offer, OfferKind};

/// The word a client gave on one invoice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Promised {
    /// What is still to come, by its day.
    pub sums: Vec<(NaiveDate, Amount)>,
    /// Principal that an offer settles: what it asks and what it gives up.
    pub settled: Amount,
    /// What of it is given up.
    pub given_up: Amount,
}

impl Promised {
    /// The word given on the principal of a claim, of which a plan covers a part.
    #[must_use]
    pub fn of(case: &CaseFile, claim: &Claim, planned: Amount) -> Self {
        let sums = promises(case, claim.as_of);
        let taken_up = case
            .offers_on(claim.as_of)
            .filter(|(offer, state)| offer.kind.sort().is_of_money() && state.is_taken_up());
        let Some((offer, _)) = taken_up.last() else { return Self { sums, ..Self::default() } };
        let settled = (settled(offer, claim) - planned).or_zero();
        // Penalties may be asked for too: principal is all that counts.
        let asked = (settled - offer.kind.off_principal()).or_zero();
        let asked = asked.min(offer.left(&case.movements, claim.as_of));
        let mut promised = Self { sums, settled, given_up: settled - asked };
        // A part of the same money may have been promised for a day before.
        let before = promised.sums.iter().filter(|(day, _)| *day <= offer.until);
        let before: Amount = before.map(|(_, amount)| *amount).sum();
        insert_in_order(&mut promised.sums, (offer.until, (asked - before).or_zero()), |(day, _)| *day);
        promised
    }
}

/// Principal an offer is about, as far as it is unpaid: all of it if it is paid early, what was overdue otherwise.
fn settled(offer: &Offer, claim: &Claim) -> Amount {
    let is_in = |due: NaiveDate| matches!(offer.kind, OfferKind::Early { .. }) || due < offer.date;
    claim.instalments.iter().filter(|one| is_in(one.due)).map(|one| one.left.or_zero()).sum()
}

/// The sums of running promises that did not come yet, by their day.
fn promises(case: &CaseFile, today: NaiveDate) -> Vec<(NaiveDate, Amount)> {
    let running: Vec<_> = case
        .promises(today)
        .filter(|(_, state)| *state == PromiseState::Running)
        .filter_map(|(one, _)| match one.kind {
            CircumstanceKind::Promise { amount, by, .. } => Some((by, one.date, amount)),
            _ => None,
        })
        .collect();
    let since = running.iter().map(|(_, made, _)| *made).min();
    // Money that came since the first of them answers the earliest.
    let mut received =
        since.map_or(Amount::ZERO, |since| received_between(&case.movements, since, today, today));
    let running = in_order(running, |(by, ..)| *by);
    let left = running.into_iter().map(|(by, _, amount)| {
        let answered = amount.min(received);
        received -= answered;
        (by, amount - answered)
    });
    left.collect()
}
