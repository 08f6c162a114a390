//! The figures above the day’s list: sums and age of what is owed, by currency.

use std::collections::{BTreeMap, BTreeSet};

use super::super::aged::{DueOfPlans, ages};
use super::super::invoice_list::euros_first;
use super::Totals;
use crate::base::{Amount, ClientId, Currency};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Claim;
use crate::domain::plan::InterestDuring;
use crate::domain::plan::standing::PlanStanding;

#[derive(Default)]
struct Sum {
    totals: Totals,
    plans: DueOfPlans,
    clients: BTreeSet<ClientId>,
    invoices: i64,
    days: i64,
}

/// Sums being made.
#[derive(Default)]
pub(super) struct Sums(BTreeMap<Currency, Sum>);

impl Sums {
    /// Adds a case; what is not owed any more adds nothing. Under a plan that gives time only its own sums are late.
    /// `penalties`: those that are claimed.
    pub(super) fn add(
        &mut self,
        case: &CaseFile,
        claim: &Claim,
        plan: Option<PlanStanding<'_>>,
        penalties: Amount,
    ) {
        if !claim.balance().is_positive() {
            return;
        }
        let sum = self.0.entry(claim.currency).or_default();
        let totals = &mut sum.totals;
        if case.is_out(claim.as_of) {
            totals.out += claim.principal_left;
            return;
        }
        totals.receivable += claim.principal_left;
        totals.penalties += penalties;
        totals.aged.disputed += case.disputed(claim);
        // Under a plan that gives time interest runs where the plan says so.
        if plan
            .filter(PlanStanding::gives_time)
            .is_none_or(|known| known.plan.interest == InterestDuring::Runs)
        {
            totals.daily += claim.daily;
        }
        let mut oldest = 0;
        for (days, amount) in ages(&mut sum.plans, claim, plan) {
            totals.aged.put(days, amount);
            if days > 0 && amount.is_positive() {
                totals.late += amount;
                oldest = oldest.max(days);
            }
        }
        if oldest > 0 {
            sum.clients.insert(case.invoice.client);
            sum.invoices += 1;
            sum.days += oldest;
        }
    }

    /// The sums, euros first.
    pub(super) fn close(self) -> Vec<(Currency, Totals)> {
        euros_first(self.0)
            .into_iter()
            .map(|(currency, sum)| {
                let average_days = match sum.invoices {
                    0 => 0,
                    count => (2 * sum.days + count).div_euclid(2 * count),
                };
                let totals = Totals { late_clients: sum.clients.len(), average_days, ..sum.totals };
                (currency, totals)
            })
            .collect()
    }
}
