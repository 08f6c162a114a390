//! Whether a stage may have happened on a day: what the law takes to be void, or not to have begun.
//!
//! Sources: CPC art. 1411 and décret n° 2026-96 (an order that was not served in time is void), art. 1416 (a month to
//! oppose it; that it is no title before is recalled of art. 1422, to be checked), art. 1425 and 1418 (the clerk’s fee, what an opposition asks for, each within
//! fifteen days), regulation no. 1896/2006, art. 9, 10 and 16 (what a court asks of a European request, thirty days to oppose its order;
//! read in copies on 30 November 2026), CPCE art. R125-3 (a month of silence is a refusal). Read in September 2026.

use chrono::NaiveDate;

use super::{Proceeding, ProceedingKind, Stage};
use crate::base::Region;
use crate::domain::payment_order;

/// What is odd about the day of a stage, with the day it turns on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untimely {
    /// The order was to be served by the end of this day: it was void by then.
    OrderVoid(NaiveDate),
    /// It can be opposed until the end of this day, and is not enforceable before.
    StillOpposable(NaiveDate),
    /// A European order can be opposed until the end of this day, and is not declared enforceable before.
    EuropeanOpposable(NaiveDate),
    /// The court asked for an answer by the end of this day: without one, the request is refused.
    QueryLate(NaiveDate),
    /// Before this day only the clerk’s certificate tells that nobody opposed it.
    BeforeCertificate(NaiveDate),
    /// The clerk’s fee was to be paid by the end of this day, or the request lapsed.
    FeeLate(NaiveDate),
    /// What an opposition asks for was to be done by the end of this day, or the order lapsed.
    AnswerLate(NaiveDate),
    /// The debtor had until the end of this day to agree: silence was a refusal by then.
    AgreedLate(NaiveDate),
}

impl Untimely {
    /// The stage cannot have happened on that day; otherwise it is only to be looked at again.
    #[must_use]
    pub fn is_impossible(self) -> bool {
        matches!(self, Self::OrderVoid(_) | Self::StillOpposable(_) | Self::EuropeanOpposable(_))
    }
}

impl Proceeding {
    /// What is odd about a stage that would follow the last one on a day, by the holidays of its court; nothing where it is in
    /// time, or where no time is known for it.
    #[must_use]
    pub fn untimely(&self, stage: Stage, day: NaiveDate, region: Region) -> Option<Untimely> {
        let last = self.last_step().map(|one| one.stage);
        let is_over = |by: NaiveDate| by < day;
        match (self.kind, last, stage) {
            (ProceedingKind::EuropeanOrder, Some(Stage::Served), Stage::Enforceable) if !self.is_judged() => {
                let by = payment_order::oppose_european_by(self.day_of(Stage::Served)?, region);
                (day <= by).then_some(Untimely::EuropeanOpposable(by))
            }
            (ProceedingKind::EuropeanOrder, Some(Stage::Queried), Stage::Answered) => {
                let by = self.stages.iter().rfind(|one| one.stage == Stage::Queried)?.set_for?;
                is_over(by).then_some(Untimely::QueryLate(by))
            }
            (kind, None, Stage::FeePaid) if kind.is_order() => {
                let by = payment_order::days_later(self.date, payment_order::FEE_DAYS, region);
                is_over(by).then_some(Untimely::FeeLate(by))
            }
            (ProceedingKind::PaymentOrder, Some(Stage::Made), Stage::Served) => {
                let by = payment_order::serve_by(self.day_of(Stage::Made)?, region);
                is_over(by).then_some(Untimely::OrderVoid(by))
            }
            (ProceedingKind::PaymentOrder, Some(Stage::Served), Stage::Enforceable) if !self.is_judged() => {
                let served = self.day_of(Stage::Served)?;
                let by = payment_order::oppose_by(served, region);
                let from = payment_order::final_from(self.day_of(Stage::Made)?, served, region);
                if day <= by {
                    Some(Untimely::StillOpposable(by))
                } else {
                    (day < from).then_some(Untimely::BeforeCertificate(from))
                }
            }
            (kind, Some(Stage::Opposed), Stage::Answered) if kind.is_order() => {
                let opposed = self.day_of(Stage::Opposed)?;
                let by = payment_order::days_later(opposed, payment_order::ANSWER_DAYS, region);
                is_over(by).then_some(Untimely::AnswerLate(by))
            }
            (ProceedingKind::Simplified, Some(Stage::Invited), Stage::Agreed) => {
                let by = payment_order::months_later(self.day_of(Stage::Invited)?, 1, region);
                is_over(by).then_some(Untimely::AgreedLate(by))
            }
            _ => None,
        }
    }

    /// The day of the last stage of a kind.
    fn day_of(&self, stage: Stage) -> Option<NaiveDate> {
        self.stages.iter().rfind(|one| one.stage == stage).map(|one| one.date)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Milestone;
    use super::super::tests::day;
    use super::*;
    use crate::base::ProceedingId;

    fn untimely(began: &str, stages: &[(Stage, &str)], next: Stage, on: &str) -> Option<Untimely> {
        let mut all = Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day(began));
        all.commercial = true;
        all.stages = stages.iter().map(|(stage, on)| Milestone::new(*stage, day(on))).collect();
        assert!(all.following().contains(&next), "{next:?} may follow");
        all.untimely(next, day(on), Region::France)
    }

    #[test]
    fn an_order_is_served_in_three_months_or_in_six_by_the_day_it_was_made() {
        let serve = |made, on| untimely("2026-01-05", &[(Stage::Made, made)], Stage::Served, on);
        // Made before 1 September 2026: six months, the last a Sunday.
        assert_eq!(serve("2026-08-31", "2027-03-01"), None);
        assert_eq!(serve("2026-08-31", "2027-03-02"), Some(Untimely::OrderVoid(day("2027-03-01"))));
        assert_eq!(serve("2026-02-03", "2026-08-04"), Some(Untimely::OrderVoid(day("2026-08-03"))));
        // Made since: three.
        assert_eq!(serve("2026-09-01", "2026-12-01"), None);
        assert_eq!(serve("2026-09-01", "2026-12-02"), Some(Untimely::OrderVoid(day("2026-12-01"))));
        assert!(Untimely::OrderVoid(day("2026-12-01")).is_impossible());
    }

    #[test]
    fn an_order_is_not_enforceable_while_it_can_be_opposed() {
        let stages = [(Stage::Made, "2026-11-30"), (Stage::Served, "2027-01-11")];
        let enforceable = |on| untimely("2026-11-02", &stages, Stage::Enforceable, on);
        assert_eq!(enforceable("2027-01-12"), Some(Untimely::StillOpposable(day("2027-02-11"))));
        assert_eq!(enforceable("2027-02-11"), Some(Untimely::StillOpposable(day("2027-02-11"))));
        assert!(Untimely::StillOpposable(day("2027-02-11")).is_impossible());
        // Between one month and two the clerk alone can tell.
        let early = enforceable("2027-02-12");
        assert_eq!(early, Some(Untimely::BeforeCertificate(day("2027-03-12"))));
        assert!(!early.unwrap().is_impossible());
        assert_eq!(enforceable("2027-03-12"), None);
        let older = [(Stage::Made, "2026-08-03"), (Stage::Served, "2026-11-10")];
        let enforceable = |on| untimely("2026-07-02", &older, Stage::Enforceable, on);
        assert_eq!(enforceable("2026-12-10"), Some(Untimely::StillOpposable(day("2026-12-10"))));
        assert_eq!(enforceable("2026-12-11"), None);
    }

    #[test]
    fn a_european_order_is_enforceable_after_its_thirty_days() {
        let mut all = Proceeding::new(ProceedingId(1), ProceedingKind::EuropeanOrder, day("2026-11-02"));
        all.stages = vec![Milestone {
            set_for: Some(day("2026-11-30")),
            ..Milestone::new(Stage::Queried, day("2026-11-16"))
        }];
        let answered = |on| all.untimely(Stage::Answered, day(on), Region::France);
        assert_eq!(answered("2026-11-30"), None);
        let late = answered("2026-12-01").unwrap();
        assert_eq!((late, late.is_impossible()), (Untimely::QueryLate(day("2026-11-30")), false));
        for (stage, on) in [(Stage::Made, "2026-12-02"), (Stage::Served, "2027-01-11")] {
            all.stages.push(Milestone::new(stage, day(on)));
        }
        let enforceable = |on| all.untimely(Stage::Enforceable, day(on), Region::France);
        let early = enforceable("2027-02-10").unwrap();
        assert_eq!((early, early.is_impossible()), (Untimely::EuropeanOpposable(day("2027-02-10")), true));
        assert_eq!(enforceable("2027-02-11"), None);
        assert_eq!(
            all.untimely(Stage::Served, day("2027-06-01"), Region::France),
            None,
            "no day makes it void"
        );
    }

    #[test]
    fn fifteen_days_to_pay_and_to_answer_are_pointed_out_and_no_more() {
        let fee = |on| untimely("2026-11-02", &[], Stage::FeePaid, on);
        assert_eq!(fee("2026-11-17"), None);
        assert_eq!(fee("2026-11-18"), Some(Untimely::FeeLate(day("2026-11-17"))));
        let opposed =
            [(Stage::Made, "2026-11-30"), (Stage::Served, "2027-01-11"), (Stage::Opposed, "2027-02-08")];
        let answer = |on| untimely("2026-11-02", &opposed, Stage::Answered, on);
        assert_eq!(answer("2027-02-23"), None);
        let late = answer("2027-02-24");
        assert_eq!(late, Some(Untimely::AnswerLate(day("2027-02-23"))));
        assert!(!late.unwrap().is_impossible());
    }

    #[test]
    fn an_agreement_after_a_month_of_silence_is_pointed_out() {
        let mut all = Proceeding::new(ProceedingId(1), ProceedingKind::Simplified, day("2026-11-02"));
        all.stages = vec![Milestone::new(Stage::Invited, day("2026-11-10"))];
        let agreed = |on| all.untimely(Stage::Agreed, day(on), Region::France);
        assert_eq!(agreed("2026-12-10"), None);
        assert_eq!(agreed("2026-12-11"), Some(Untimely::AgreedLate(day("2026-12-10"))));
    }
}
