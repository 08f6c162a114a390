//! Hearings (*audiences*): which one is set, when a decision is announced for, and what they ask of the user.
//!
//! A hearing is set, put off to another day (*renvoi*), or ends with a day announced for the decision (*délibéré*, CPC art. 450,
//! recalled, to be checked). What is decided is a stage of its own.

use chrono::{NaiveDate, NaiveTime};

use super::{Proceeding, Stage};

/// Days before a hearing from which it is to be prepared.
pub(super) const PREPARED_DAYS: u32 = 7;

/// What a court has set last, and nothing came of yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Docket {
    /// A hearing.
    Hearing {
        /// Its day.
        day: NaiveDate,
        /// When it starts, where that is known.
        at: Option<NaiveTime>,
        /// Its place among the stages: no other hearing of the proceeding has it.
        place: usize,
    },
    /// The case was heard.
    Reserved {
        /// Day the decision is announced for, where one was.
        day: Option<NaiveDate>,
        /// Its place among the stages.
        place: usize,
    },
}

impl Stage {
    /// A court sets a day by it: of a hearing, or of its decision.
    #[must_use]
    pub fn sets_day(self) -> bool {
        matches!(self, Self::HearingSet | Self::Adjourned | Self::Reserved)
    }

    /// It says when a hearing is.
    #[must_use]
    pub fn is_hearing(self) -> bool {
        matches!(self, Self::HearingSet | Self::Adjourned)
    }

    /// The court has decided, or is asked again: hearings of before are over.
    fn ends_hearings(self) -> bool {
        self.ends()
            || matches!(
                self,
                Self::Judged | Self::AppealWon | Self::Agreed | Self::Appealed | Self::Opposed | Self::Made
            )
    }
}

impl Proceeding {
    /// What the court has set last, as known on a day; none where it set nothing, has decided since, or is no longer asked.
    #[must_use]
    pub fn docket(&self, today: NaiveDate) -> Option<Docket> {
        let known = self.stages.iter().enumerate().take_while(|(_, one)| one.date <= today);
        let last = known.filter(|(_, one)| one.stage.sets_day() || one.stage.ends_hearings()).last();
        let (place, one) = last.filter(|_| self.is_open(today))?;
        match one.stage {
            Stage::HearingSet | Stage::Adjourned => {
                Some(Docket::Hearing { day: one.set_for?, at: one.at, place })
            }
            Stage::Reserved => Some(Docket::Reserved { day: one.set_for, place }),
            _ => None,
        }
    }

    /// A court is to decide: of a suit until it did, once an order was opposed, once a decision was appealed.
    pub(super) fn awaits_court(&self) -> bool {
        let last = self.stages.iter().rfind(|one| one.stage.ends_hearings());
        match last.map(|one| one.stage) {
            None => self.kind.is_suit(),
            Some(stage) => matches!(stage, Stage::Opposed | Stage::Appealed),
        }
    }

    /// What a court sets, added to what may be noted next: first where it is all there is to wait for.
    pub(super) fn add_hearings(&self, following: &mut Vec<Stage>) {
        if !self.awaits_court() {
            return;
        }
        let ends = |stage: &Stage| matches!(stage, Stage::CostsRecovered | Stage::Ended);
        let last = following.iter().position(ends).unwrap_or(following.len());
        // What an opposition asks for comes before its hearing; a title is enforced while its appeal is heard.
        let waits = match self.last_step().map(|one| one.stage) {
            Some(Stage::Opposed) => usize::from(self.asks_answer()),
            None | Some(Stage::Answered | Stage::Appealed) => 0,
            Some(_) => last,
        };
        let (at, more): (usize, &[Stage]) = match self.docket(NaiveDate::MAX) {
            Some(Docket::Hearing { .. }) => (waits, &[Stage::Adjourned, Stage::Reserved]),
            Some(Docket::Reserved { .. }) => (last, &[Stage::HearingSet]),
            None => (waits, &[Stage::HearingSet]),
        };
        following.splice(at..at, more.iter().copied());
    }
}

#[cfg(test)]
mod tests {
    use super::super::next::Task;
    use super::super::tests::day;
    use super::super::{Milestone, ProceedingKind};
    use super::*;
    use crate::base::{ProceedingId, Region};

    fn set(stage: Stage, on: &str, day_set: &str) -> Milestone {
        Milestone { set_for: Some(day(day_set)), ..Milestone::new(stage, day(on)) }
    }

    fn suit(stages: &[Milestone]) -> Proceeding {
        let start = Proceeding::new(ProceedingId(1), ProceedingKind::CourtClaim, day("2026-11-02"));
        Proceeding { stages: stages.to_vec(), ..start }
    }

    fn next(all: &Proceeding, today: &str) -> (Task, NaiveDate, NaiveDate) {
        let next = all.next(day(today), Region::France).unwrap();
        (next.task, next.since, next.from)
    }

    #[test]
    fn a_hearing_is_prepared_held_and_put_off() {
        let first = set(Stage::HearingSet, "2026-11-02", "2026-12-15");
        let one = suit(std::slice::from_ref(&first));
        let hearing = day("2026-12-15");
        assert_eq!(next(&one, "2026-11-20"), (Task::PrepareHearing, hearing, day("2026-12-08")));
        assert_eq!(next(&one, "2026-12-15"), (Task::PrepareHearing, hearing, hearing));
        assert_eq!(next(&one, "2026-12-16"), (Task::NoteHearing, hearing, day("2026-12-16")));
        assert_eq!(one.following().first(), Some(&Stage::Adjourned));
        let two = suit(&[first, set(Stage::Adjourned, "2026-12-15", "2027-01-19")]);
        assert!(two.is_sound());
        assert_eq!(next(&two, "2026-12-16"), (Task::PrepareHearing, day("2027-01-19"), day("2027-01-12")));
        let place = |all: &Proceeding| match all.docket(day("2026-12-20")) {
            Some(Docket::Hearing { place, .. }) => place,
            _ => usize::MAX,
        };
        assert_eq!((place(&one), place(&two)), (0, 1), "each hearing has a place of its own");
    }

    #[test]
    fn a_decision_is_awaited_on_the_day_it_is_announced_for_and_asked_for_after_it() {
        let heard = [
            set(Stage::HearingSet, "2026-11-02", "2026-12-15"),
            set(Stage::Reserved, "2026-12-15", "2027-02-09"),
        ];
        let all = suit(&heard);
        assert_eq!(all.following().first(), Some(&Stage::Judged), "the decision is what comes");
        assert!(all.following().contains(&Stage::HearingSet), "it may be heard again");
        let announced = day("2027-02-09");
        assert_eq!(next(&all, "2026-12-20"), (Task::AwaitDecision, day("2026-12-15"), announced));
        assert_eq!(next(&all, "2027-02-09").0, Task::AwaitDecision);
        assert_eq!(next(&all, "2027-02-10"), (Task::AskDecision, announced, day("2027-02-10")));
        let silent = suit(&[Milestone::new(Stage::Reserved, day("2026-12-15"))]);
        assert_eq!(next(&silent, "2026-12-20").0, Task::AwaitCourt);
        let judged =
            suit(&[heard[0].clone(), heard[1].clone(), Milestone::new(Stage::Judged, day("2027-02-09"))]);
        assert_eq!(
            (judged.docket(day("2027-02-10")), next(&judged, "2027-02-10").0),
            (None, Task::ServeDecision)
        );
    }

    #[test]
    fn an_opposition_has_its_hearing_after_what_it_asks_for() {
        let start = Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day("2026-11-02"));
        let stages = vec![
            Milestone::new(Stage::Made, day("2026-11-30")),
            Milestone::new(Stage::Served, day("2027-01-11")),
            Milestone::new(Stage::Opposed, day("2027-02-08")),
        ];
        let mut order = Proceeding { stages, commercial: true, ..start };
        assert_eq!(order.following()[..2], [Stage::Answered, Stage::HearingSet]);
        order.stages.push(set(Stage::HearingSet, "2027-02-10", "2027-03-09"));
        assert_eq!(next(&order, "2027-02-11").0, Task::AnswerOpposition, "the costs are advanced first");
        assert_eq!(order.following().first(), Some(&Stage::Answered));
        order.stages.push(Milestone::new(Stage::Answered, day("2027-02-12")));
        assert_eq!(next(&order, "2027-02-13").0, Task::PrepareHearing);
        assert_eq!(order.following()[..2], [Stage::Adjourned, Stage::Reserved]);
    }

    #[test]
    fn a_title_is_enforced_while_its_appeal_is_heard_but_on_the_days_of_the_hearing() {
        let mut all = suit(&[
            Milestone::new(Stage::Judged, day("2026-11-10")),
            Milestone::new(Stage::Served, day("2026-11-20")),
            Milestone::new(Stage::Enforceable, day("2026-11-20")),
            Milestone::new(Stage::Appealed, day("2026-12-01")),
            set(Stage::HearingSet, "2026-12-10", "2027-06-15"),
        ]);
        assert_eq!(next(&all, "2026-12-11").0, Task::Instruct);
        assert_eq!(next(&all, "2027-06-10").0, Task::PrepareHearing);
        let twice = all.following().iter().filter(|stage| **stage == Stage::AppealWon).count();
        assert_eq!(twice, 1, "no stage is offered twice");
        all.stages.push(Milestone::new(Stage::AppealWon, day("2027-06-15")));
        assert!(!all.following().contains(&Stage::HearingSet), "it was decided");
    }

    #[test]
    fn a_day_set_before_it_was_known_is_unsound() {
        assert!(!suit(&[set(Stage::HearingSet, "2026-11-05", "2026-11-04")]).is_sound());
    }
}
