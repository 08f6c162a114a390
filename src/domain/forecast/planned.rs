//! What the sums of a signed plan hold: principal, which a forecast counts, and penalties and fixed sums, which it tells
//! apart. A sum of a plan goes to what a payment of it would go to (`domain::spread`); where the plan spreads the principal
//! alone, to the principal first.

use chrono::NaiveDate;

use super::{CashFlow, Certainty, Expected, Pace, Supposed, share};
use crate::base::{Amount, ClientId, InvoiceId, dates};
use crate::domain::claim::{Allocation, Claim, Debt};
use crate::domain::plan::Penalties;
use crate::domain::plan::standing::PlanRow;
use crate::domain::spread::{Payable, spread};

/// An invoice that a signed plan covers, on a day.
#[derive(Clone, Debug)]
pub struct OnPlan<'a> {
    /// Which.
    pub id: InvoiceId,
    /// Its client.
    pub client: ClientId,
    /// Its debt.
    pub debt: Debt,
    /// Its claim on that day.
    pub claim: &'a Claim,
}

impl CashFlow {
    /// Adds the sums of a signed plan that are still to come, no more in all than is owed on what it covers; the principal
    /// they hold, by invoice. One that was missed is probable, as late as it is, of a client who pays at a pace.
    pub fn add_plan(
        &mut self,
        penalties: Penalties,
        rows: &[PlanRow],
        covered: &[OnPlan<'_>],
        today: NaiveDate,
        (pace, assumptions): (Pace, &Supposed),
    ) -> Vec<(InvoiceId, Amount)> {
        let Some(first) = covered.first() else { return Vec::new() };
        let (client, invoice, currency) = (first.client, first.id, first.claim.currency);
        let debts: Vec<Debt> = covered.iter().map(|one| penalties.as_spread(&one.debt)).collect();
        let payables: Vec<Payable<'_>> = covered
            .iter()
            .zip(&debts)
            .map(|(one, debt)| Payable { id: one.id, debt, claim: one.claim })
            .collect();
        let owed: Amount = covered.iter().map(|one| one.claim.total).sum();
        let (mut until, mut counted) = (Amount::ZERO, Amount::ZERO);
        for row in rows {
            let sum = row.left().or_zero().min(owed - until);
            until += sum;
            // What the sums hold up to this one, less what those before it did: rounded shares add up.
            let held: Amount = principal(until, &payables).into_iter().map(|(_, held)| held).sum();
            let held = (held - counted).or_zero().min(sum);
            counted += held;
            let missed = row.is_missed(today).then_some(row.due);
            let expected = |whole| Expected {
                day: missed.map_or(row.due.max(today), |due| pace.day(due, today)),
                certainty: if missed.is_some() { Certainty::Probable } else { Certainty::Planned },
                due: missed,
                whole,
                client,
                invoice,
                currency,
                amount: missed
                    .map_or(whole, |due| share(whole, assumptions.chance(dates::days_between(due, today)))),
            };
            self.expected.extend(Some(expected(held)).filter(|one| one.whole.is_positive()));
            self.besides.extend(Some(expected(sum - held)).filter(|one| one.whole.is_positive()));
        }
        principal(until, &payables)
    }
}

/// The principal of each invoice that a payment of so much reaches.
fn principal(paid: Amount, payables: &[Payable<'_>]) -> Vec<(InvoiceId, Amount)> {
    let parts = spread(paid, payables).into_iter().zip(payables);
    parts
        .map(|((id, part), payable)| {
            let before = match payable.debt.allocation {
                Allocation::PrincipalFirst => Amount::ZERO,
                Allocation::InterestFirst => payable.claim.interest_left,
            };
            (id, (part - before).or_zero().min(payable.claim.principal_left))
        })
        .collect()
}
