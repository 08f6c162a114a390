//! Which stages may follow in a proceeding, the most usual one first.

use chrono::NaiveDate;

use super::{Milestone, Proceeding, ProceedingKind, Stage};
use crate::base::Amount;

/// The highest sum ordered that needs no lawyer after an opposition.
const WITHOUT_LAWYER: Amount = Amount::from_cents(1_000_000);

impl Proceeding {
    /// What may be noted next, the most usual first; nothing once it has ended.
    #[must_use]
    pub fn following(&self) -> Vec<Stage> {
        use Stage::{
            Admitted, Agreed, Answered, AppealLost, AppealWon, Appealed, ClosedUnpaid, Contested,
            CostsRecovered, Declined, Dismissed, Ended, Enforceable, FeePaid, Instructed, Judged, Made,
            Measure, Opposed, Rejected, Returned, Served, TakenBack,
        };
        if let Some(lost) = self.lost(NaiveDate::MAX) {
            let is_served = self.last_step().is_some_and(|last| last.stage == Served);
            let all: &[Stage] = if is_served { &[Appealed] } else { &[Served, Appealed] };
            return if lost.stage == Dismissed { all.to_vec() } else { Vec::new() };
        }
        if let Some(ended) = self.ended(NaiveDate::MAX) {
            let is_decision = ended.stage == Dismissed && self.kind != ProceedingKind::Lodged;
            return if is_decision { vec![Appealed] } else { Vec::new() };
        }
        if self.kind == ProceedingKind::Sold {
            let is_notified = self.stages.iter().any(|one| one.stage == Stage::Notified);
            let may_pay = self.amount.is_none() || self.unpaid_price(NaiveDate::MAX).is_positive();
            let both = [(!is_notified, Stage::Notified), (may_pay, Stage::PricePaid)];
            let news = (self.unpaid_price(NaiveDate::MAX).is_positive(), Stage::News);
            let left = both.into_iter().chain([news]).filter(|(left, _)| *left);
            return left.map(|(_, stage)| stage).collect();
        }
        let following: &[Stage] = match self.last_step().map(|one| one.stage) {
            None if self.kind == ProceedingKind::PaymentOrder && self.commercial => {
                &[FeePaid, Made, Stage::Refused, Ended]
            }
            None if self.kind == ProceedingKind::EuropeanOrder && self.commercial => {
                &[FeePaid, Made, Stage::Queried, Stage::Refused, Ended]
            }
            None => self.kind.begins(),
            Some(Returned) => &[Returned, TakenBack],
            Some(FeePaid) if self.kind == ProceedingKind::EuropeanOrder => self.kind.begins(),
            Some(FeePaid) => &[Made, Stage::Refused, Ended],
            Some(Stage::Queried) => &[Answered, Made, Stage::Refused, Ended],
            Some(Answered) if !self.is_made() && self.kind == ProceedingKind::EuropeanOrder => {
                self.kind.begins()
            }
            Some(Made) => &[Served, CostsRecovered, Ended],
            // The title of a decision is served too, before it is enforced.
            Some(Served) if self.kind.is_order() && !self.is_judged() => {
                &[Enforceable, Opposed, CostsRecovered, Ended]
            }
            Some(Judged | AppealWon) => &[Served, Enforceable, CostsRecovered, Ended],
            Some(Appealed) if self.was_dismissed() || self.stages.iter().any(|one| one.suspends) => {
                &[AppealWon, AppealLost, CostsRecovered, Ended]
            }
            Some(Appealed) => {
                &[AppealWon, AppealLost, Served, Enforceable, Instructed, Measure, CostsRecovered, Ended]
            }
            Some(Stage::TalksBegun) => &[Agreed, Ended],
            Some(Stage::Replied) => &[Stage::Replied, Ended],
            Some(Agreed) if matches!(self.kind, ProceedingKind::Simplified | ProceedingKind::Mediation) => {
                &[Enforceable, Ended]
            }
            Some(Served | Agreed) => &[Enforceable, CostsRecovered, Ended],
            Some(Opposed) if !self.asks_answer() => &[Judged, Dismissed, Agreed, Answered, Ended],
            Some(Opposed) => &[Answered, Judged, Dismissed, Agreed, Ended],
            Some(Answered) if self.kind == ProceedingKind::Lodged => &[Admitted, Rejected, ClosedUnpaid],
            Some(Answered) => &[Judged, Dismissed, Agreed, Ended],
            Some(Stage::Invited) => &[Agreed, Declined],
            // Not handed over in person, it can be opposed after a title too (CPC art. 1416).
            Some(Enforceable) if self.stays_opposable() => {
                &[Instructed, Measure, Opposed, CostsRecovered, Ended]
            }
            Some(Instructed | Measure) if self.stays_opposable() => {
                &[Measure, Opposed, CostsRecovered, Ended]
            }
            Some(Enforceable) => &[Instructed, Measure, CostsRecovered, Ended],
            Some(Instructed | Measure) => &[Measure, CostsRecovered, Ended],
            Some(Contested) => &[Answered, Admitted, Rejected],
            Some(Admitted) => &[ClosedUnpaid, Ended],
            Some(_) => &[],
        };
        let mut following = following.to_vec();
        self.add_appeal(&mut following);
        self.add_hearings(&mut following);
        following.extend(self.waits_for_news().then_some(Stage::News));
        following
    }

    /// Others are to act or to answer, and may have to be asked for news.
    fn waits_for_news(&self) -> bool {
        use ProceedingKind::{HandedOver, LawyerLetter, Mediation, WrittenOff};
        match (self.kind, self.last_step().map(|one| one.stage)) {
            (WrittenOff, _) => false,
            (HandedOver | Mediation | LawyerLetter, _) | (_, None) => true,
            (_, Some(stage)) => matches!(
                stage,
                Stage::FeePaid | Stage::Answered | Stage::Admitted | Stage::Instructed | Stage::Measure
            ),
        }
    }

    /// The last stage that says where it stands: neither costs, nor the days a court sets, nor news do.
    pub(super) fn last_step(&self) -> Option<&Milestone> {
        let passes = |stage: Stage| matches!(stage, Stage::CostsRecovered | Stage::News) || stage.sets_day();
        self.stages.iter().rfind(|one| !passes(one.stage))
    }

    /// An opposition asks for something: costs to be advanced before a commercial court (CPC art. 1425), a lawyer before the
    /// civil one above 10,000 € (art. 1418 and 761).
    #[must_use]
    pub fn asks_answer(&self) -> bool {
        let ordered = self.stages.iter().rfind(|one| one.stage == Stage::Made).and_then(|one| one.amount);
        self.commercial || ordered.is_none_or(|sum| WITHOUT_LAWYER < sum)
    }

    /// The order was made.
    pub(super) fn is_made(&self) -> bool {
        self.stages.iter().any(|one| one.stage == Stage::Made)
    }

    /// An order nobody decided on yet that was not served in person: a European one has its thirty days, however it was served.
    fn stays_opposable(&self) -> bool {
        let served = self.stages.iter().find(|one| one.stage == Stage::Served);
        self.kind == ProceedingKind::PaymentOrder
            && !self.is_judged()
            && served.is_some_and(|one| !one.in_person)
    }

    pub(super) fn is_judged(&self) -> bool {
        self.stages.iter().any(|one| matches!(one.stage, Stage::Judged | Stage::AppealWon | Stage::Agreed))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{day, order};
    use super::*;

    #[test]
    fn an_order_goes_from_the_request_to_enforcement() {
        let mut order = order(&[]);
        let way = [Stage::Made, Stage::Served, Stage::Enforceable, Stage::Instructed, Stage::Measure];
        for (stage, on) in
            way.into_iter().zip(["2026-11-30", "2027-01-11", "2027-03-12", "2027-03-15", "2027-04-02"])
        {
            assert_eq!(order.following().first(), Some(&stage));
            order.stages.push(Milestone::new(stage, day(on)));
            assert!(order.is_sound() && order.is_open(day(on)));
        }
        order.stages.push(Milestone::new(Stage::Ended, day("2027-06-01")));
        assert!(order.following().is_empty() && !order.is_open(day("2027-06-01")));
        assert!(order.is_open(day("2027-05-31")), "what is not yet known ends nothing");
    }

    #[test]
    fn a_european_order_goes_from_form_a_to_enforcement() {
        let mut order = Proceeding { kind: ProceedingKind::EuropeanOrder, ..order(&[]) };
        let begins = ProceedingKind::EuropeanOrder.begins();
        assert_eq!(order.following(), [begins, &[Stage::News]].concat());
        let way = [
            (Stage::Queried, "2026-11-16"),
            (Stage::Answered, "2026-11-20"),
            (Stage::Made, "2026-12-02"),
            (Stage::Served, "2026-12-14"),
            (Stage::Enforceable, "2027-01-25"),
            (Stage::Instructed, "2027-02-01"),
            (Stage::Measure, "2027-02-15"),
        ];
        for (stage, on) in way {
            assert!(order.following().contains(&stage), "{stage:?} after {:?}", order.stages.last());
            order.stages.push(Milestone::new(stage, day(on)));
        }
        assert!(!order.following().contains(&Stage::Opposed), "its thirty days ran from its service");
        order.stages.truncate(4);
        order.stages.push(Milestone::new(Stage::Opposed, day("2027-01-05")));
        assert!(!order.following().contains(&Stage::Queried), "it was made");
        assert!(order.following().contains(&Stage::Judged));
        let clerk = Proceeding { commercial: true, stages: Vec::new(), ..order };
        assert_eq!(clerk.following().first(), Some(&Stage::FeePaid));
    }

    #[test]
    fn a_commercial_clerk_is_paid_first() {
        let order = Proceeding { commercial: true, ..order(&[]) };
        assert_eq!(order.following().first(), Some(&Stage::FeePaid));
    }

    #[test]
    fn an_opposition_leads_to_a_judgment_that_is_served() {
        let mut order = order(&[
            (Stage::Made, "2026-11-30"),
            (Stage::Served, "2027-01-11"),
            (Stage::Opposed, "2027-02-08"),
            (Stage::Answered, "2027-02-15"),
            (Stage::Judged, "2027-06-01"),
            (Stage::Served, "2027-06-14"),
        ]);
        assert!(!order.following().contains(&Stage::Opposed), "a judgment is appealed, not opposed");
        order.stages.push(Milestone {
            amount: Some(Amount::from_cents(9_640)),
            beside: Some(Amount::from_cents(80_000)),
            ..Milestone::new(Stage::CostsRecovered, day("2027-06-20"))
        });
        assert_eq!(order.following().first(), Some(&Stage::Enforceable), "costs change no stage");
        let recovered = (Amount::from_cents(9_640), Amount::from_cents(80_000));
        assert_eq!(order.recovered(day("2027-07-01")), recovered);
        assert_eq!(order.recovered(day("2027-06-19")), (Amount::ZERO, Amount::ZERO));
    }
}
