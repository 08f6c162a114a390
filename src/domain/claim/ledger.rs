//! The ledger of a debt: what is left of each part of it as days pass and movements are applied.

use chrono::NaiveDate;

use super::accrual::{RateSource, Segment};
use super::capitalisation::Anniversaries;
use super::{Allocation, Debt, Instalment};
use crate::base::{Amount, dates};
use crate::domain::law::rates::RateTable;
use crate::domain::movement::{Change, MovementKind};

/// Running balance of a debt. A waiver on condition that comes up is taken as met.
pub(super) struct Ledger<'a> {
    debt: &'a Debt,
    /// Last day that may bear interest.
    last_day: NaiveDate,
    pub(super) tranches: Vec<Tranche<'a>>,
    compensation_opened: bool,
    pub(super) compensation: Part,
    pub(super) paid: Amount,
    pub(super) credited: Amount,
    pub(super) discounted: Amount,
    pub(super) refunded: Amount,
    pub(super) unmatched_refund: Amount,
    pub(super) credit: Amount,
    /// Day the last of the principal went.
    pub(super) settled_on: Option<NaiveDate>,
    forgiven: Forgiven,
}

/// A part of a claim other than principal: what arose, what is left of it and where the rest went.
#[derive(Clone, Copy, Default)]
pub(super) struct Part {
    pub(super) arisen: Amount,
    pub(super) left: Amount,
    pub(super) paid: Amount,
    pub(super) waived: Amount,
}

/// One instalment of the debt.
pub(super) struct Tranche<'a> {
    pub(super) due: NaiveDate,
    pub(super) amount: Amount,
    /// Last day before interest can run.
    pub(super) eve: Option<NaiveDate>,
    pub(super) source: Option<RateSource<'a>>,
    counted_to: NaiveDate,
    anniversaries: Option<Anniversaries>,
    pub(super) principal: Amount,
    principal_paid: Amount,
    pub(super) interest: Part,
    /// Interest that bears interest itself.
    pub(super) capitalised: Amount,
    pub(super) segments: Vec<Segment>,
}

/// What waivers on condition, granted and taken as met, have dropped.
#[derive(Clone, Copy, Default)]
struct Forgiven {
    interest: bool,
    compensation: bool,
}

impl<'a> Ledger<'a> {
    pub(super) fn open(debt: &'a Debt, last_day: NaiveDate, table: &'a RateTable) -> Self {
        let tranche = |number: usize, instalment: Instalment| {
            let eve = debt.eve_of_interest(instalment.due);
            let first_day = eve.map(dates::next_day);
            Tranche {
                due: instalment.due,
                amount: instalment.amount,
                eve,
                source: first_day.map(|day| RateSource::new(debt, number, day, table)),
                counted_to: eve.unwrap_or(last_day),
                anniversaries: debt.capitalisation.zip(first_day).map(|(rule, day)| rule.anniversaries(day)),
                principal: instalment.amount,
                principal_paid: Amount::ZERO,
                interest: Part::default(),
                capitalised: Amount::ZERO,
                // Three half-years and two movements without growing.
                segments: Vec::with_capacity(6),
            }
        };
        let tranches = if debt.later.is_empty() {
            vec![tranche(0, Instalment { due: debt.due, amount: debt.principal })]
        } else {
            debt.instalments().into_iter().enumerate().map(|(at, one)| tranche(at, one)).collect()
        };
        Self {
            debt,
            last_day,
            tranches,
            compensation_opened: false,
            compensation: Part::default(),
            paid: Amount::ZERO,
            credited: Amount::ZERO,
            discounted: Amount::ZERO,
            refunded: Amount::ZERO,
            unmatched_refund: Amount::ZERO,
            credit: Amount::ZERO,
            settled_on: None,
            forgiven: Forgiven::default(),
        }
    }

    /// Lets the days up to the end of one pass: interest accrues, the fixed sum arises once.
    pub(super) fn advance(&mut self, to: NaiveDate) {
        for tranche in &mut self.tranches {
            // Also where it was paid in time and the payment bounced.
            if !self.compensation_opened && to > tranche.due && tranche.principal.is_positive() {
                self.compensation_opened = true;
                self.compensation.arise(self.debt.compensation(tranche.due));
            }
            tranche.accrue(to.min(self.last_day));
        }
    }

    /// The working, instalment by instalment.
    pub(super) fn take_segments(&mut self) -> Vec<Segment> {
        let mut all = Vec::new();
        for tranche in &mut self.tranches {
            if all.is_empty() {
                all = std::mem::take(&mut tranche.segments);
            } else {
                all.append(&mut tranche.segments);
            }
        }
        all
    }

    pub(super) fn principal(&self) -> Amount {
        self.tranches.iter().map(|tranche| tranche.principal).sum()
    }

    /// Applies a movement at the end of its day.
    pub(super) fn apply(&mut self, change: Change) {
        let mut left = change.amount;
        match change.kind {
            MovementKind::CreditNote => {
                self.credited += change.amount;
                self.reduce_principal(&mut left);
                self.credit += left;
            }
            MovementKind::Discount => {
                self.discounted += change.amount;
                self.reduce_principal(&mut left);
                self.credit += left;
            }
            MovementKind::InterestWaiver if change.if_settled_by.is_some() => {
                self.forgiven.interest = true;
            }
            MovementKind::CompensationWaiver if change.if_settled_by.is_some() => {
                self.forgiven.compensation = true;
            }
            MovementKind::InterestWaiver => {
                for tranche in &mut self.tranches {
                    tranche.waive_interest(&mut left);
                }
            }
            MovementKind::CompensationWaiver => self.compensation.waive(&mut left),
            MovementKind::Payment => {
                self.paid += change.amount;
                self.pay(&mut left);
                self.credit += left;
            }
            MovementKind::Refund => {
                self.refunded += change.amount;
                self.take_back(&mut left);
                self.unmatched_refund += left;
            }
        }
        self.settle(change.date);
    }

    fn reduce_principal(&mut self, left: &mut Amount) {
        for tranche in &mut self.tranches {
            extinguish(&mut tranche.principal, left);
        }
    }

    fn pay(&mut self, left: &mut Amount) {
        let principal_first = self.debt.allocation == Allocation::PrincipalFirst || self.forgiven.interest;
        if principal_first {
            self.pay_principal(left);
        }
        if !self.forgiven.interest {
            for tranche in &mut self.tranches {
                tranche.pay_interest(left);
            }
        }
        if !principal_first {
            self.pay_principal(left);
        }
        if !self.forgiven.compensation {
            self.compensation.pay(left);
        }
    }

    fn pay_principal(&mut self, left: &mut Amount) {
        for tranche in &mut self.tranches {
            tranche.principal_paid += extinguish(&mut tranche.principal, left);
        }
    }

    /// Money given back: first what was paid too much, then what was paid last.
    fn take_back(&mut self, left: &mut Amount) {
        extinguish(&mut self.credit, left);
        self.compensation.take_back(left);
        let principal_first = self.debt.allocation == Allocation::PrincipalFirst;
        if !principal_first {
            self.take_back_principal(left);
        }
        for tranche in self.tranches.iter_mut().rev() {
            tranche.interest.take_back(left);
        }
        if principal_first {
            self.take_back_principal(left);
        }
    }

    fn take_back_principal(&mut self, left: &mut Amount) {
        for tranche in self.tranches.iter_mut().rev() {
            tranche.principal += extinguish(&mut tranche.principal_paid, left);
        }
    }

    /// Notes the day the principal went, and drops with it what was waived on that condition.
    fn settle(&mut self, on: NaiveDate) {
        if self.principal().is_positive() {
            self.settled_on = None;
            return;
        }
        self.settled_on.get_or_insert(on);
        if self.forgiven.interest {
            for tranche in &mut self.tranches {
                let mut all = tranche.interest.left;
                tranche.waive_interest(&mut all);
            }
        }
        if self.forgiven.compensation {
            let mut all = self.compensation.left;
            self.compensation.waive(&mut all);
        }
    }
}

impl Tranche<'_> {
    fn accrue(&mut self, to: NaiveDate) {
        let Some(source) = &self.source else { return };
        while self.counted_to < to {
            let mut end = to;
            if let Some(anniversaries) = &mut self.anniversaries {
                if anniversaries.next() == dates::next_day(self.counted_to) {
                    self.capitalised = self.interest.left;
                    anniversaries.advance();
                }
                end = end.min(dates::previous_day(anniversaries.next()));
            }
            let base = self.principal + self.capitalised;
            let accrued = source.accrue(self.counted_to, end, base, &mut self.segments);
            self.interest.arise(accrued);
            self.counted_to = end;
        }
    }

    fn pay_interest(&mut self, left: &mut Amount) {
        self.interest.pay(left);
        self.capitalised = self.capitalised.min(self.interest.left.or_zero());
    }

    fn waive_interest(&mut self, left: &mut Amount) {
        self.interest.waive(left);
        self.capitalised = self.capitalised.min(self.interest.left.or_zero());
    }

    /// What bears interest.
    pub(super) fn base(&self) -> Amount {
        self.principal + self.capitalised
    }
}

impl Part {
    fn arise(&mut self, amount: Amount) {
        if amount.is_zero() {
            return;
        }
        self.arisen += amount;
        self.left += amount;
    }

    fn pay(&mut self, payment: &mut Amount) {
        self.paid += extinguish(&mut self.left, payment);
    }

    fn waive(&mut self, waiver: &mut Amount) {
        self.waived += extinguish(&mut self.left, waiver);
    }

    fn take_back(&mut self, refund: &mut Amount) {
        self.left += extinguish(&mut self.paid, refund);
    }
}

impl std::ops::Add for Part {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            arisen: self.arisen + other.arisen,
            left: self.left + other.left,
            paid: self.paid + other.paid,
            waived: self.waived + other.waived,
        }
    }
}

/// Takes what it can of one sum off another, and gives what it took.
fn extinguish(part: &mut Amount, sum: &mut Amount) -> Amount {
    if part.is_zero() || sum.is_zero() {
        return Amount::ZERO;
    }
    let taken = (*part).min(*sum);
    *part -= taken;
    *sum -= taken;
    taken
}
