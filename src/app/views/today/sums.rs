//! The figures above the day’s list: sums and age of what is owed, by currency.

use std::collections::{BTreeMap, BTreeSet};

use super::super::invoice_list::euros_first;
use super::Totals;
use crate::base::{Amount, ClientId, Currency, PlanId, dates};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Claim;
use crate::domain::plan::InterestDuring;
use crate::domain::plan::standing::PlanStanding;

impl Totals {
    /// Adds unpaid principal that is so many days late.
    fn put(&mut self, days: i64, amount: Amount) {
        let aged = &mut self.aged;
        let age = match days {
            ..=0 => &mut aged.not_due,
            1..=30 => &mut aged.to_30,
            31..=60 => &mut aged.to_60,
            61..=90 => &mut aged.to_90,
            _ => &mut aged.over_90,
        };
        *age += amount;
        if days > 0 {
            self.late += amount;
        }
    }
}

#[derive(Default)]
struct Sum {
    totals: Totals,
    /// What is due of each plan and was not put down to an invoice yet.
    plans: BTreeMap<PlanId, Amount>,
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
        let oldest = if let Some(known) = plan.filter(PlanStanding::gives_time) {
            if known.plan.interest == InterestDuring::Runs {
                totals.daily += claim.daily;
            }
            let due = sum.plans.entry(known.plan.id);
            let due = due.or_insert_with(|| known.plan.due(known.received, claim.as_of));
            let part = claim.principal_left.min(*due);
            *due -= part;
            totals.put(0, claim.principal_left - part);
            let days = known.standing.row().map_or(0, |row| dates::days_between(row.due, claim.as_of));
            totals.put(days, part);
            if part.is_positive() { days } else { 0 }
        } else {
            totals.daily += claim.daily;
            let open = claim.instalments.iter().filter(|one| one.left.is_positive());
            let mut oldest = 0;
            for instalment in open {
                let days = dates::days_between(instalment.due, claim.as_of);
                oldest = oldest.max(days);
                totals.put(days, instalment.left);
            }
            oldest
        };
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
