//! An order that was made for less than was asked for: what it leaves out, and what became of that.
//!
//! To have such an order served is to give up the rest; unserved, the whole can be sued for in the ordinary way (CPC art. 1409 and,
//! of a European order before a French court, 1424-3). An opposition to a French one brings the whole of what was first asked for
//! before the court (art. 1413). Read in copies on 30 November 2026, to be checked.

use chrono::NaiveDate;

use super::{Proceeding, ProceedingKind, Stage};
use crate::base::Amount;

/// What became of the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// The order was not served: to be served for its part, or left for a claim for the whole.
    Open,
    /// It was served: the rest was given up.
    GivenUp,
    /// It was opposed: the court decides on the whole.
    Reopened,
}

/// An order for a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartialOrder {
    /// What was ordered.
    pub ordered: Amount,
    /// Principal that was asked for, and was not ordered.
    pub rest: Amount,
    /// What became of that.
    pub state: Rest,
}

impl Proceeding {
    /// The order for a part this is, as known on a day; nothing of one that was given up unserved. `asked` is what a request asks
    /// for on a day: what was paid between the request and the order is no part of what was left out.
    #[must_use]
    pub fn partial(&self, asked: impl Fn(NaiveDate) -> Amount, today: NaiveDate) -> Option<PartialOrder> {
        let made = self.last(Stage::Made, today).filter(|_| self.kind.is_order())?;
        let ordered = made.amount?;
        let served = self.known(today).find(|one| one.stage == Stage::Served);
        // What was noted when it was served stands, whatever is paid later.
        let noted = served.and_then(|served| served.beside);
        let rest = noted.unwrap_or_else(|| asked(self.date).min(asked(made.date)) - ordered);
        let is_opposed = self.last(Stage::Opposed, today).is_some();
        let state = match served {
            Some(_) if is_opposed && self.kind == ProceedingKind::PaymentOrder => Rest::Reopened,
            Some(_) => Rest::GivenUp,
            None if self.is_open(today) => Rest::Open,
            None => return None,
        };
        rest.is_positive().then_some(PartialOrder { ordered, rest, state })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Milestone;
    use super::super::tests::{day, order};
    use super::*;

    fn cents(cents: i64) -> Amount {
        Amount::from_cents(cents)
    }

    /// Made for 3,000 € of 3,480 €.
    fn made(more: &[(Stage, &str)]) -> Proceeding {
        let mut one = order(&[(Stage::Made, "2026-11-30")]);
        one.stages[0].amount = Some(cents(300_000));
        one.stages.extend(more.iter().map(|(stage, on)| Milestone::new(*stage, day(on))));
        one
    }

    fn state(one: &Proceeding) -> Option<(Amount, Rest)> {
        one.partial(|_| cents(348_000), day("2027-06-01")).map(|order| (order.rest, order.state))
    }

    #[test]
    fn an_order_for_a_part_is_remembered_once_it_is_served() {
        let rest = cents(48_000);
        assert_eq!(state(&made(&[])), Some((rest, Rest::Open)));
        let served = (Stage::Served, "2027-01-11");
        assert_eq!(state(&made(&[served])), Some((rest, Rest::GivenUp)));
        let title = (Stage::Enforceable, "2027-03-12");
        assert_eq!(state(&made(&[served, title])), Some((rest, Rest::GivenUp)));
        assert_eq!(
            state(&made(&[(Stage::Ended, "2027-01-11")])),
            None,
            "dropped unserved: nothing was given up"
        );
        assert_eq!(state(&order(&[(Stage::Made, "2026-11-30")])), None, "its sum was not noted");
    }

    #[test]
    fn an_opposition_brings_the_whole_back_before_a_french_court() {
        let mut one = made(&[(Stage::Served, "2027-01-11"), (Stage::Opposed, "2027-02-08")]);
        assert_eq!(state(&one), Some((cents(48_000), Rest::Reopened)));
        one.kind = ProceedingKind::EuropeanOrder;
        assert_eq!(state(&one), Some((cents(48_000), Rest::GivenUp)));
    }

    #[test]
    fn what_is_paid_meanwhile_leaves_nothing_out() {
        let one = made(&[]);
        let paid = |on| if on < day("2026-11-10") { cents(348_000) } else { cents(300_000) };
        assert_eq!(one.partial(paid, day("2026-12-01")), None, "480 € came between request and order");
        let mut served = made(&[(Stage::Served, "2027-01-11")]);
        served.stages[1].beside = Some(cents(48_000));
        let later = served.partial(|_| cents(100_000), day("2027-06-01"));
        assert_eq!(later.map(|order| order.rest), Some(cents(48_000)), "as it was noted");
    }
}
