//! The figures above the day’s list: sums and age of what is owed, by currency.

use std::collections::{BTreeMap, BTreeSet};

use super::super::invoice_list::euros_first;
use super::Totals;
use crate::base::{ClientId, Currency, dates};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Claim;

#[derive(Default)]
struct Sum {
    totals: Totals,
    clients: BTreeSet<ClientId>,
    invoices: i64,
    days: i64,
}

/// Sums being made.
#[derive(Default)]
pub(super) struct Sums(BTreeMap<Currency, Sum>);

impl Sums {
    /// Adds a case; what is not owed any more adds nothing.
    pub(super) fn add(&mut self, case: &CaseFile, claim: &Claim) {
        if !claim.total.is_positive() {
            return;
        }
        let sum = self.0.entry(claim.currency).or_default();
        let totals = &mut sum.totals;
        if case.is_out(claim.as_of) {
            totals.out += claim.principal_left;
            return;
        }
        totals.receivable += claim.principal_left;
        totals.penalties += claim.interest_left + claim.indemnity_left;
        totals.daily += claim.daily;
        totals.aged.disputed += case.disputed(claim);
        let mut oldest = 0;
        for instalment in claim.instalments.iter().filter(|one| one.left.is_positive()) {
            let days = dates::days_between(instalment.due, claim.as_of);
            oldest = oldest.max(days);
            let aged = &mut totals.aged;
            let age = match days {
                ..=0 => &mut aged.not_due,
                1..=30 => &mut aged.to_30,
                31..=60 => &mut aged.to_60,
                61..=90 => &mut aged.to_90,
                _ => &mut aged.over_90,
            };
            *age += instalment.left;
            if days > 0 {
                totals.late += instalment.left;
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
