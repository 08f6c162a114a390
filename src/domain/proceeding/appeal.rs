//! Appeals (*appel*): whether a decision may be appealed, until when, and what is noted of it.
//!
//! Before an administrative court (a public debtor): two months from its notification (CJA art. R811-2), fifteen days for an order of
//! its summary judge (art. R541-3), both recalled as well.
//!
//! Recalled of the code of civil procedure, none of it read for this project, all of it to be checked: a month from service to
//! appeal a judgment (CPC art. 538), fifteen days for an order of summary proceedings (art. 490), two months for an appeal to
//! the court of cassation (art. 612); no appeal where no more than 5,000 € was asked for (C. com. art. R721-6, COJ art.
//! R211-3-24). Since 2020 a decision is enforced although it is appealed, unless the court said otherwise or the first president
//! of the court of appeal stopped that (art. 514 and 514-3).

use chrono::NaiveDate;

use super::{Milestone, Proceeding, ProceedingKind, Stage};
use crate::base::{Amount, Region};
use crate::domain::party::DebtorKind;
use crate::domain::payment_order;

/// The highest sum asked for that is decided on without appeal.
const LAST_INSTANCE: Amount = Amount::from_cents(500_000);
/// Days to appeal an order of summary proceedings.
const SUMMARY_DAYS: u32 = 15;

/// What is open against a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recourse {
    /// An appeal to the court of appeal.
    Appeal,
    /// An appeal, in the shorter time of an order of summary proceedings.
    SummaryAppeal,
    /// A decision of an administrative court, in the time of its kind.
    Administrative,
    /// No appeal, as little was asked for: the court of cassation alone.
    LastInstance,
    /// The decision of a court of appeal: the court of cassation alone.
    Cassation,
}

/// The time to go against a decision that was served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecourseTime {
    /// What is open.
    pub recourse: Recourse,
    /// The day it was served.
    pub since: NaiveDate,
    /// Last day for it.
    pub by: NaiveDate,
}

impl Proceeding {
    /// Until when the last decision in favour can be gone against, as known on a day, with the holidays of its court; none
    /// before it was served, or once it was appealed. What the debtor is decides which court it was.
    #[must_use]
    pub fn recourse(&self, today: NaiveDate, region: Region, debtor: DebtorKind) -> Option<RecourseTime> {
        if !self.is_open(today) {
            return None;
        }
        let known: Vec<&Milestone> = self.known(today).collect();
        let is_decision = |one: &&Milestone| matches!(one.stage, Stage::Judged | Stage::AppealWon);
        let at = known.iter().rposition(is_decision)?;
        let (decision, after) = known.get(at..)?.split_first()?;
        if after.iter().any(|one| one.stage == Stage::Appealed) {
            return None;
        }
        let since = after.iter().find(|one| one.stage == Stage::Served)?.date;
        Some(self.recourse_from(decision, since, region, debtor))
    }

    /// Until when the user can go against a decision that nothing is owed, as known on a day; none before it was served on
    /// them.
    #[must_use]
    pub fn own_recourse(&self, today: NaiveDate, region: Region, debtor: DebtorKind) -> Option<RecourseTime> {
        let lost = self.lost(today)?;
        let served = self.known(today).find(|one| one.stage == Stage::Served && lost.date <= one.date)?;
        Some(self.recourse_from(lost, served.date, region, debtor))
    }

    fn recourse_from(
        &self,
        decision: &Milestone,
        since: NaiveDate,
        region: Region,
        debtor: DebtorKind,
    ) -> RecourseTime {
        let asked = self.amount.or(decision.amount);
        let recourse = if matches!(decision.stage, Stage::AppealWon | Stage::AppealLost) {
            Recourse::Cassation
        } else if debtor == DebtorKind::Public && self.kind.is_suit() {
            Recourse::Administrative
        } else if asked.is_some_and(|asked| asked <= LAST_INSTANCE) {
            Recourse::LastInstance
        } else if self.kind == ProceedingKind::Summary {
            Recourse::SummaryAppeal
        } else {
            Recourse::Appeal
        };
        let is_summary = self.kind == ProceedingKind::Summary;
        let by = match recourse {
            Recourse::SummaryAppeal => payment_order::days_later(since, SUMMARY_DAYS, region),
            Recourse::Administrative if is_summary => payment_order::days_later(since, SUMMARY_DAYS, region),
            Recourse::Appeal => payment_order::months_later(since, 1, region),
            Recourse::LastInstance | Recourse::Cassation | Recourse::Administrative => {
                payment_order::months_later(since, 2, region)
            }
        };
        RecourseTime { recourse, since, by }
    }

    /// An appeal is noted that nobody decided on yet.
    #[must_use]
    pub fn is_appealed(&self) -> bool {
        let last = self.stages.iter().rfind(|one| {
            matches!(one.stage, Stage::Appealed | Stage::AppealWon | Stage::AppealLost | Stage::Ended)
        });
        last.is_some_and(|one| one.stage == Stage::Appealed)
    }

    /// What an appeal adds to what may be noted next, before what ends it.
    pub(super) fn add_appeal(&self, following: &mut Vec<Stage>) {
        let last = self.last_step().map(|one| one.stage);
        let may_appeal = (self.kind.is_suit() || self.kind.is_order())
            && self.stages.iter().any(|one| one.stage == Stage::Judged)
            && !self.stages.iter().any(|one| one.stage == Stage::Appealed);
        let more: &[Stage] = match last {
            Some(Stage::Appealed) => &[],
            _ if self.is_appealed() => &[Stage::AppealWon, Stage::AppealLost],
            _ if may_appeal => &[Stage::Appealed],
            _ => &[],
        };
        let ends = |stage: &Stage| matches!(stage, Stage::CostsRecovered | Stage::Ended);
        let at = following.iter().position(ends).unwrap_or(following.len());
        following.splice(at..at, more.iter().copied());
    }

    /// A stage that changes nothing about what is done next: a decision is enforced although it is appealed, unless that
    /// suspends it or the claim had been dismissed.
    pub(super) fn passes_by(&self, one: &Milestone) -> bool {
        matches!(one.stage, Stage::CostsRecovered | Stage::News)
            || one.stage.sets_day()
            || one.stage == Stage::Appealed && !one.suspends && !self.was_dismissed()
    }

    /// The first court dismissed the claim.
    pub(super) fn was_dismissed(&self) -> bool {
        self.stages.iter().any(|one| one.stage == Stage::Dismissed)
    }

    /// A title that was noted at a place among the stages still is one: neither the order was opposed nor the decision
    /// suspended or reversed on appeal since.
    pub(super) fn title_stands(&self, at: usize) -> bool {
        let mut later = self.stages.iter().skip(at.saturating_add(1));
        !later.any(|one| {
            matches!(one.stage, Stage::Opposed | Stage::AppealLost)
                || one.stage == Stage::Appealed && one.suspends
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::day;
    use super::*;
    use crate::base::ProceedingId;
    use crate::domain::act::ActKind;
    use crate::domain::proceeding::next::Task;

    fn claim(asked: Option<i64>, stages: &[(Stage, &str)]) -> Proceeding {
        let mut claim = Proceeding::new(ProceedingId(1), ProceedingKind::CourtClaim, day("2026-06-01"));
        claim.amount = asked.map(Amount::from_cents);
        claim.stages = stages.iter().map(|(stage, on)| Milestone::new(*stage, day(on))).collect();
        claim
    }

    fn titles(claim: &Proceeding) -> usize {
        claim.acts().filter(|(act, _)| *act == ActKind::EnforceableDecision).count()
    }

    const JUDGED: (Stage, &str) = (Stage::Judged, "2026-09-07");
    const SERVED: (Stage, &str) = (Stage::Served, "2026-10-05");
    const TITLE: (Stage, &str) = (Stage::Enforceable, "2026-10-06");
    const APPEALED: (Stage, &str) = (Stage::Appealed, "2026-10-20");

    #[test]
    fn a_decision_is_gone_against_from_its_service_by_what_was_asked_for() {
        let known = |asked, stages: &[(Stage, &str)]| {
            let claim = claim(asked, stages);
            let time = claim.recourse(day("2027-09-01"), Region::France, DebtorKind::Business);
            time.map(|one| (one.recourse, one.by))
        };
        assert_eq!(known(Some(800_000), &[JUDGED]), None, "not served");
        let month = Some((Recourse::Appeal, day("2026-11-05")));
        assert_eq!(known(Some(800_000), &[JUDGED, SERVED]), month);
        assert_eq!(known(Some(500_001), &[JUDGED, SERVED]), month);
        let last = Some((Recourse::LastInstance, day("2026-12-07")));
        assert_eq!(known(Some(500_000), &[JUDGED, SERVED]), last);
        assert_eq!(known(Some(800_000), &[JUDGED, SERVED, APPEALED]), None);
        let won = [JUDGED, SERVED, APPEALED, (Stage::AppealWon, "2027-06-01"), (Stage::Served, "2027-07-01")];
        assert_eq!(known(Some(800_000), &won), Some((Recourse::Cassation, day("2027-09-01"))));
    }

    #[test]
    fn an_order_of_summary_proceedings_has_fifteen_days_and_another_court_its_own_times() {
        let known = |kind, debtor| {
            let claim = Proceeding { kind, ..claim(Some(800_000), &[JUDGED, SERVED]) };
            let time = claim.recourse(day("2026-10-06"), Region::France, debtor);
            time.map(|one| (one.recourse, one.by))
        };
        let (suit, summary) = (ProceedingKind::CourtClaim, ProceedingKind::Summary);
        let short = day("2026-10-20");
        assert_eq!(known(summary, DebtorKind::Business), Some((Recourse::SummaryAppeal, short)));
        assert_eq!(known(suit, DebtorKind::Consumer), Some((Recourse::Appeal, day("2026-11-05"))));
        let public = |by| Some((Recourse::Administrative, by));
        assert_eq!(known(suit, DebtorKind::Public), public(day("2026-12-07")));
        assert_eq!(known(summary, DebtorKind::Public), public(short));
    }

    #[test]
    fn a_title_outlives_an_appeal_unless_that_suspends_or_reverses_it() {
        let mut appealed = claim(None, &[JUDGED, SERVED, TITLE, APPEALED]);
        assert_eq!(titles(&appealed), 1, "provisional enforcement is the rule");
        assert_eq!(appealed.next(day("2026-11-02"), Region::France).unwrap().task, Task::Instruct);
        assert!(appealed.following().contains(&Stage::Instructed));
        appealed.stages.last_mut().unwrap().suspends = true;
        assert_eq!(titles(&appealed), 0);
        assert_eq!(appealed.next(day("2026-11-02"), Region::France).unwrap().task, Task::AwaitCourt);
        assert!(!appealed.following().contains(&Stage::Instructed));
        let mut won = appealed.clone();
        won.stages.push(Milestone::new(Stage::AppealWon, day("2027-06-01")));
        assert_eq!(won.next(day("2027-06-02"), Region::France).unwrap().task, Task::ServeDecision);
        won.stages.push(Milestone::new(Stage::Enforceable, day("2027-07-02")));
        assert_eq!(titles(&won), 1);
        let mut lost = claim(None, &[JUDGED, SERVED, TITLE, APPEALED]);
        lost.stages.push(Milestone::new(Stage::AppealLost, day("2027-06-01")));
        assert_eq!((titles(&lost), lost.acts().count()), (0, 0));
        assert!(lost.lost(day("2027-06-01")).is_some() && lost.following().is_empty());
        assert_eq!(lost.next(day("2027-06-01"), Region::France).unwrap().task, Task::WriteOff);
    }

    #[test]
    fn a_claim_dismissed_is_alive_again_once_it_is_appealed() {
        let mut claim = claim(None, &[(Stage::Dismissed, "2026-09-07")]);
        assert_eq!((claim.following(), claim.acts().count()), (vec![Stage::Served, Stage::Appealed], 0));
        let next = claim.next(day("2026-09-19"), Region::France).unwrap();
        assert_eq!((next.task, next.by), (Task::AppealOrGiveUp, None), "its time runs from its service");
        claim.stages.push(Milestone { by_us: true, ..Milestone::new(Stage::Appealed, day("2026-09-20")) });
        assert!(claim.lost(day("2026-09-19")).is_some() && claim.lost(day("2026-09-20")).is_none());
        assert_eq!(claim.acts().collect::<Vec<_>>(), [(ActKind::CourtClaim, day("2026-06-01"))]);
        assert_eq!(claim.next(day("2026-10-01"), Region::France).unwrap().task, Task::AwaitCourt);
        assert!(!claim.following().contains(&Stage::Instructed), "there is nothing to enforce");
        claim.stages.push(Milestone::new(Stage::AppealLost, day("2027-03-01")));
        assert_eq!((claim.following().len(), claim.acts().count()), (0, 0));
    }

    #[test]
    fn a_decision_that_nothing_is_owed_is_gone_against_in_time_or_the_claim_given_up() {
        let lost = [(Stage::Dismissed, "2026-09-07"), (Stage::Served, "2026-10-05")];
        let next = |asked, today, debtor| {
            let next = claim(Some(asked), &lost).next_against(debtor, day(today), Region::France).unwrap();
            (next.task, next.by)
        };
        let appeal = |by| (Task::AppealOrGiveUp, Some(day(by)));
        assert_eq!(next(800_000, "2026-11-05", DebtorKind::Business), appeal("2026-11-05"));
        assert_eq!(next(800_000, "2026-11-06", DebtorKind::Business), (Task::WriteOff, None));
        assert_eq!(next(500_000, "2026-11-06", DebtorKind::Business), appeal("2026-12-07"), "cassation");
        assert_eq!(next(800_000, "2026-11-06", DebtorKind::Public), appeal("2026-12-07"));
        let all = claim(None, &lost);
        assert_eq!((all.following(), all.acts().count()), (vec![Stage::Appealed], 0));
        let summary = Proceeding { kind: ProceedingKind::Summary, ..claim(None, &lost[..1]) };
        assert!(summary.lost(day("2026-10-01")).is_none() && !summary.is_open(day("2026-10-01")));
    }

    #[test]
    fn the_end_of_an_appeal_can_be_noted_while_the_decision_is_enforced() {
        let mut claim = claim(None, &[JUDGED, SERVED, TITLE]);
        assert!(claim.following().contains(&Stage::Appealed));
        for stage in [Stage::Appealed, Stage::Instructed, Stage::Measure] {
            assert!(claim.following().contains(&stage), "{stage:?}");
            claim.stages.push(Milestone::new(stage, day("2026-11-02")));
            let following = claim.following();
            assert!(following.contains(&Stage::AppealWon) && following.contains(&Stage::AppealLost));
        }
    }
}
