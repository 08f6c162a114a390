//! The figures of one claim with everything their working needs: of a saved case, or of the calculator.

use chrono::NaiveDate;

use super::super::book::Book;
use super::super::calculator::{Estimate, other_allocation};
use crate::base::Amount;
use crate::domain::case_file::CaseFile;
use crate::domain::claim::{Claim, Debt};
use crate::domain::law::rates::RateTable;
use crate::domain::party::Client;

/// A claim, the debt it was computed from, the case and the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// Invoice, movements, events.
    pub case: CaseFile,
    /// Who owes it.
    pub client: Client,
    /// What the claim was computed from.
    pub debt: Debt,
    /// What is owed.
    pub claim: Claim,
}

impl Figures {
    /// The figures of a saved case on a day. Where its client cannot be read, one of unknown kind and without a name
    /// stands in: what is in the case is shown all the same.
    #[must_use]
    pub fn of_case(book: &Book, case: &CaseFile, as_of: NaiveDate) -> Self {
        let id = case.invoice.client;
        let client = book.client(id).cloned().unwrap_or_else(|| Client::unknown(id));
        let debt = case.debt(client.debtor());
        let claim = debt.claim_on(as_of, book.rates());
        Self { case: case.clone(), client, debt, claim }
    }

    /// The total with the other order of extinction; none where it makes no difference.
    #[must_use]
    pub fn other_total(&self, rates: &RateTable) -> Option<Amount> {
        other_allocation(&self.debt, self.claim.as_of, rates).map(|claim| claim.total)
    }

    /// Something is still owed to the user: how payments are imputed is still theirs to choose.
    #[must_use]
    pub fn leaves_allocation_open(&self, today: NaiveDate) -> bool {
        self.claim.balance().is_positive() && !self.case.is_out(today)
    }

    /// The figures of an estimate.
    #[must_use]
    pub fn of_estimate(estimate: &Estimate, rates: &RateTable) -> Self {
        Self {
            case: estimate.case().clone(),
            client: estimate.client().clone(),
            debt: estimate.debt(),
            claim: estimate.claim(rates),
        }
    }
}
