//! What an offer that was taken up gives: the movements that leave nothing owed of what it was about.

use chrono::NaiveDate;

use super::OfferKind;
use crate::base::Amount;
use crate::domain::claim::Debt;
use crate::domain::law::rates::RateTable;
use crate::domain::movement::MovementKind;

/// The movements of an offer that was taken up on a day, from a debt that has the payments until then; none of zero. Goods
/// that came back make a credit note; work that was put right gives nothing up.
///
/// For money, what is left on that day is given up whole, whatever it is: first the discount that was offered, then late
/// interest, then the fixed sum, and what remains of the principal where payments went to interest first. On one day these
/// count before payments, so that the payment then covers all the rest.
#[must_use]
pub fn settling(
    kind: &OfferKind,
    debt: &Debt,
    on: NaiveDate,
    rates: &RateTable,
) -> Vec<(MovementKind, Amount)> {
    let parts = match kind {
        OfferKind::Repair { .. } => Vec::new(),
        OfferKind::Return { worth, .. } => vec![(MovementKind::CreditNote, *worth)],
        OfferKind::Early { .. } => of_money(kind, debt, on, rates, false),
        OfferKind::Discount { .. } | OfferKind::Penalties => of_money(kind, debt, on, rates, true),
    };
    parts.into_iter().filter(|(_, amount)| amount.is_positive()).collect()
}

fn of_money(
    kind: &OfferKind,
    debt: &Debt,
    on: NaiveDate,
    rates: &RateTable,
    only_due: bool,
) -> Vec<(MovementKind, Amount)> {
    let now = debt.claim_on(on, rates);
    let mut left = if only_due { now.exigible() } else { now.balance() };
    // What stood before the payments of the day: what is given up comes first.
    let mut before = debt.clone();
    before.changes.retain(|change| change.date != on || change.kind != MovementKind::Payment);
    let before = before.claim_on(on, rates);
    let mut take = |most: Amount| {
        let part = most.min(left).or_zero();
        left -= part;
        part
    };
    let discount = take(kind.off_principal().min(before.principal_left));
    let interest = take(before.interest_left);
    let compensation = take(before.indemnity_left);
    let rest = take(before.principal_left - discount);
    vec![
        (MovementKind::Discount, discount + rest),
        (MovementKind::InterestWaiver, interest),
        (MovementKind::CompensationWaiver, compensation),
    ]
}
