//! What is left of each part of a claim as movements are applied in order of date.

use super::Allocation;
use crate::base::Amount;
use crate::domain::movement::{Change, MovementKind};

/// Running balance of a debt.
pub(super) struct Balance {
    allocation: Allocation,
    pub(super) principal: Amount,
    pub(super) interest: Amount,
    pub(super) interest_left: Amount,
    pub(super) compensation: Amount,
    pub(super) compensation_left: Amount,
    compensation_decided: bool,
    pub(super) paid: Amount,
    pub(super) credited: Amount,
    pub(super) credit: Amount,
}

impl Balance {
    pub(super) fn new(principal: Amount, allocation: Allocation) -> Self {
        Self {
            allocation,
            principal,
            interest: Amount::ZERO,
            interest_left: Amount::ZERO,
            compensation: Amount::ZERO,
            compensation_left: Amount::ZERO,
            compensation_decided: false,
            paid: Amount::ZERO,
            credited: Amount::ZERO,
            credit: Amount::ZERO,
        }
    }

    /// Whether it is still to be decided if the fixed sum is due.
    pub(super) fn compensation_is_open(&self) -> bool {
        !self.compensation_decided
    }

    /// Decides, once and after the due date, whether the fixed sum is due: it is where principal was left.
    pub(super) fn open_compensation(&mut self, sum: Amount) {
        self.compensation_decided = true;
        if self.principal.is_positive() {
            self.compensation = sum;
            self.compensation_left = sum;
        }
    }

    pub(super) fn accrue(&mut self, interest: Amount) {
        self.interest += interest;
        self.interest_left += interest;
    }

    pub(super) fn apply(&mut self, change: Change) {
        match change.kind {
            MovementKind::CreditNote => {
                self.credited += change.amount;
                let taken = change.amount.min(self.principal);
                self.principal -= taken;
                self.credit += change.amount - taken;
            }
            MovementKind::Payment => {
                self.paid += change.amount;
                let mut left = change.amount;
                match self.allocation {
                    Allocation::PrincipalFirst => {
                        extinguish(&mut self.principal, &mut left);
                        extinguish(&mut self.interest_left, &mut left);
                    }
                    Allocation::InterestFirst => {
                        extinguish(&mut self.interest_left, &mut left);
                        extinguish(&mut self.principal, &mut left);
                    }
                }
                extinguish(&mut self.compensation_left, &mut left);
                self.credit += left;
            }
        }
    }
}

/// Takes what it can of a payment off one part of the claim.
fn extinguish(part: &mut Amount, payment: &mut Amount) {
    let taken = (*part).min(*payment);
    *part -= taken;
    *payment -= taken;
}
