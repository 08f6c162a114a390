//! The ways out of an unpaid claim, side by side: what each gives, when, and what it gives up.

use chrono::NaiveDate;

use super::{OfferFigures, OfferSort};
use crate::base::{Amount, OfferId, PlanId, Rate};

/// A way out, beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// Which.
    pub what: WayKind,
    /// What is received.
    pub received: Amount,
    /// By when; none where nobody named a day.
    pub on: Option<NaiveDate>,
    /// What the claim is less by.
    pub given_up: Amount,
    /// What it costs besides.
    pub own_cost: Amount,
    /// What it costs by the year, of paying early.
    pub yearly: Option<Rate>,
}

/// What a way out is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayKind {
    /// Nothing is offered: all that is owed today is asked for.
    Nothing,
    /// The offer being typed.
    Typed(OfferSort),
    /// An offer that was made.
    Made(OfferId, OfferSort),
    /// A payment plan, over so many invoices; its part of the one that is compared.
    Plan(PlanId, usize),
    /// A variant of a payment plan that was kept to compare, by its place, the first being 1, over so many invoices.
    Variant(usize, usize),
    /// The plan one would start from, in so many instalments: nobody proposed it.
    Usual(usize),
}

impl Way {
    /// A way that is an offer: with the interest that goes on until its day, as each column counts it.
    #[must_use]
    pub fn of(what: WayKind, figures: OfferFigures) -> Self {
        let OfferFigures { received, accrues, on, given_up, own_cost, yearly, .. } = figures;
        Self { what, received: received + accrues, on, given_up, own_cost, yearly }
    }
}
