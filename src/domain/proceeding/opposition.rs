//! Until when an order for payment can be opposed (CPC art. 1416, read in September 2026): a month from its service in person;
//! otherwise it stays open for a month from the first act served in person or, failing that, from the first measure that
//! keeps property from the debtor. A time in months ends on a working day (art. 641 and 642).
//!
//! A European order has thirty days from its service, however it was served (regulation no. 1896/2006, art. 16, read in a copy on
//! 30 November 2026).

use chrono::NaiveDate;

use super::{Proceeding, ProceedingKind, Stage};
use crate::base::Region;
use crate::domain::payment_order;

/// What the month is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The order was handed to the debtor in person.
    InPerson,
    /// It was not: the month is that of its service, and another may follow.
    Service,
    /// It was not, and a first measure was taken on the debtor’s property.
    Measure,
    /// It is a European order, served in one of the ways of its regulation.
    European,
}

/// The time to oppose an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opposition {
    /// What it is counted from.
    pub start: Start,
    /// The day that was.
    pub since: NaiveDate,
    /// The last day to oppose.
    pub by: NaiveDate,
}

impl Opposition {
    /// It may still be opposed later: nothing is known that closes its time.
    #[must_use]
    pub fn stays_open(&self) -> bool {
        self.start == Start::Service
    }
}

impl Proceeding {
    /// What is served next is an order that can be opposed, and no judgment.
    #[must_use]
    pub fn serves_order(&self) -> bool {
        self.kind.is_order() && !self.is_judged()
    }

    /// Until when the order can be opposed, as known on a day, with the holidays of its court; none of what is no order, was
    /// not served, or was opposed or decided on.
    #[must_use]
    pub fn opposition(&self, today: NaiveDate, region: Region) -> Option<Opposition> {
        let is_order = self.kind.is_order() && self.is_open(today);
        let decided = |stage| matches!(stage, Stage::Opposed | Stage::Judged | Stage::Agreed);
        if !is_order || self.known(today).any(|one| decided(one.stage)) {
            return None;
        }
        let served = self.known(today).find(|one| one.stage == Stage::Served)?;
        if self.kind == ProceedingKind::EuropeanOrder {
            let by = payment_order::oppose_european_by(served.date, region);
            return Some(Opposition { start: Start::European, since: served.date, by });
        }
        let measure = self.known(today).find(|one| one.stage == Stage::Measure);
        let (start, since) = match measure {
            _ if served.in_person => (Start::InPerson, served.date),
            Some(measure) => (Start::Measure, measure.date),
            None => (Start::Service, served.date),
        };
        Some(Opposition { start, since, by: payment_order::oppose_by(since, region) })
    }
}

#[cfg(test)]
mod tests {
    use super::super::Milestone;
    use super::super::tests::day;
    use super::*;
    use crate::base::ProceedingId;

    fn order(in_person: bool, more: &[(Stage, &str)]) -> Proceeding {
        let mut order = Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day("2026-11-02"));
        order.stages = vec![
            Milestone::new(Stage::Made, day("2026-11-30")),
            Milestone { in_person, ..Milestone::new(Stage::Served, day("2027-01-11")) },
        ];
        order.stages.extend(more.iter().map(|(stage, on)| Milestone::new(*stage, day(on))));
        order
    }

    fn known(order: &Proceeding, today: &str) -> Option<(Start, NaiveDate)> {
        order.opposition(day(today), Region::France).map(|one| (one.start, one.by))
    }

    #[test]
    fn a_month_runs_from_service_in_person_or_from_the_first_measure() {
        let before = order(true, &[]);
        assert_eq!(known(&before, "2027-01-10"), None, "not served yet");
        assert_eq!(known(&before, "2027-01-11"), Some((Start::InPerson, day("2027-02-11"))));
        let elsewhere = order(false, &[]);
        assert_eq!(known(&elsewhere, "2027-02-20"), Some((Start::Service, day("2027-02-11"))));
        assert!(elsewhere.opposition(day("2027-02-20"), Region::France).unwrap().stays_open());
        let way = [(Stage::Enforceable, "2027-03-12"), (Stage::Instructed, "2027-03-15")];
        assert_eq!(known(&order(false, &way), "2027-03-20"), Some((Start::Service, day("2027-02-11"))));
        let seized = [way[0], way[1], (Stage::Measure, "2027-04-02")];
        // A month after 2 April is a Sunday.
        assert_eq!(known(&order(false, &seized), "2027-04-05"), Some((Start::Measure, day("2027-05-03"))));
        assert_eq!(known(&order(true, &seized), "2027-04-05"), Some((Start::InPerson, day("2027-02-11"))));
    }

    #[test]
    fn a_european_order_has_thirty_days_however_it_was_served() {
        for in_person in [true, false] {
            let one = Proceeding { kind: ProceedingKind::EuropeanOrder, ..order(in_person, &[]) };
            // Thirty days from 11 January.
            assert_eq!(known(&one, "2027-01-12"), Some((Start::European, day("2027-02-10"))));
            let time = one.opposition(day("2027-01-12"), Region::France).unwrap();
            assert!(!time.stays_open(), "no later act opens it again");
        }
    }

    #[test]
    fn what_was_opposed_or_ended_has_no_such_time() {
        assert_eq!(known(&order(false, &[(Stage::Opposed, "2027-02-08")]), "2027-02-09"), None);
        assert_eq!(known(&order(false, &[(Stage::Ended, "2027-02-08")]), "2027-02-09"), None);
        let claim = Proceeding { kind: ProceedingKind::CourtClaim, ..order(true, &[]) };
        assert_eq!(known(&claim, "2027-02-01"), None);
    }
}
