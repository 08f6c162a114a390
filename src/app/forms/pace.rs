//! How clients are chased, as typed: the ladder with its days, its speed, and for all clients the budget and the region.

use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::whole;
use crate::base::Region;
use crate::domain::dunning::policy::Budget;
use crate::domain::dunning::{Ladder, Pace, Policy, Rung, Speed};
use crate::domain::event::Step;

/// Steps a ladder may have, in the order they are climbed.
pub const STEPS: [Step; 9] = [
    Step::ReceiptCheck,
    Step::Courtesy,
    Step::FirstCall,
    Step::FirstReminder,
    Step::SecondCall,
    Step::FirmReminder,
    Step::LastReminder,
    Step::PenaltyNote,
    Step::FormalNotice,
];

/// Days a step may be away from the due date, before and after it.
const BEFORE: (u32, u32) = (0, 90);
const AFTER: (u32, u32) = (1, 365);
/// Days between two contacts.
const GAP: (u32, u32) = (1, 30);
/// Contacts in a day, and in a week.
const PER_DAY: (u32, u32) = (1, 3);
const PER_WEEK: (u32, u32) = (1, 7);
/// Hours of the day.
const HOURS: (u32, u32) = (6, 22);

/// One step as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RungForm {
    /// Which step.
    pub step: Step,
    /// It is on the ladder.
    pub on: bool,
    /// Days before the due date, of a step that comes before it; days after it otherwise.
    pub days: String,
}

/// A ladder as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LadderForm {
    /// Every step there is, in order.
    pub rungs: Vec<RungForm>,
    /// Least days between two contacts.
    pub gap: String,
}

/// What holds for all clients, as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyForm {
    /// How fast the ladder is climbed.
    pub speed: Speed,
    /// The ladder.
    pub ladder: LadderForm,
    /// Whose public holidays count.
    pub region: Region,
    /// Most contacts in a day.
    pub per_day: String,
    /// Most contacts in seven days.
    pub per_week: String,
    /// First hour for a contact.
    pub from_hour: String,
    /// Hour from which there is none.
    pub to_hour: String,
}

/// How one client or one invoice is chased, as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaceForm {
    /// Its own speed; none where it is as for all.
    pub speed: Option<Speed>,
    /// It has steps of its own.
    pub own: bool,
    /// The ladder in effect, or its own.
    pub ladder: LadderForm,
}

/// A field of these forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaceField {
    /// The steps as a whole.
    Steps,
    /// Day of a step, by its row.
    Day(usize),
    /// Least days between two contacts.
    Gap,
    /// Most contacts in a day.
    PerDay,
    /// Most contacts in seven days.
    PerWeek,
    /// First hour for a contact.
    FromHour,
    /// Hour from which there is none.
    ToHour,
}

/// A step that comes before the due date, and not after it.
#[must_use]
pub fn is_before_due(step: Step) -> bool {
    matches!(step, Step::ReceiptCheck | Step::Courtesy)
}

impl LadderForm {
    /// The form of a ladder: every step there is, those it has switched on. One it lacks has its usual day.
    #[must_use]
    pub fn of(ladder: &Ladder) -> Self {
        let usual = Ladder::default();
        let day_in =
            |ladder: &Ladder, step| ladder.rungs.iter().find(|rung| rung.step == step).map(|rung| rung.day);
        let rungs = STEPS.into_iter().map(|step| {
            let known = day_in(ladder, step);
            let day = known.or_else(|| day_in(&usual, step)).unwrap_or_default();
            RungForm { step, on: known.is_some(), days: day.unsigned_abs().to_string() }
        });
        Self { rungs: rungs.collect(), gap: ladder.gap.to_string() }
    }

    /// The ladder, with every fault noted at its field.
    pub fn parse(&self, findings: &mut Findings<PaceField>) -> Option<Ladder> {
        let before = findings.problems.len();
        let mut rungs: Vec<Rung> = Vec::new();
        for (row, typed) in self.rungs.iter().enumerate().filter(|(_, typed)| typed.on) {
            let is_before = is_before_due(typed.step);
            let range = if is_before { BEFORE } else { AFTER };
            let Some(days) = whole(findings, PaceField::Day(row), &typed.days, range) else { continue };
            let days = i32::try_from(days).unwrap_or(i32::MAX);
            let day = if is_before { -days } else { days };
            if rungs.last().is_some_and(|last| day <= last.day) {
                findings.problem(PaceField::Day(row), Problem::StepOutOfOrder);
            }
            rungs.push(Rung { step: typed.step, day });
        }
        let is_on = |step: Step| self.rungs.iter().any(|typed| typed.on && typed.step == step);
        if !self.rungs.iter().any(|typed| typed.on) {
            findings.problem(PaceField::Steps, Problem::NoStep);
        } else if is_on(Step::FormalNotice)
            && !STEPS.into_iter().any(|step| step.is_reminder() && is_on(step))
        {
            findings.problem(PaceField::Steps, Problem::NoticeWithoutReminder);
        }
        let gap = whole(findings, PaceField::Gap, &self.gap, GAP)?;
        (findings.problems.len() == before).then_some(Ladder { rungs, gap })
    }
}

impl PolicyForm {
    /// The form of what holds for all clients.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        let usual = Ladder::default();
        Self {
            speed: policy.speed,
            ladder: LadderForm::of(policy.ladder.as_ref().unwrap_or(&usual)),
            region: policy.region,
            per_day: policy.budget.per_day.to_string(),
            per_week: policy.budget.per_week.to_string(),
            from_hour: policy.budget.from_hour.to_string(),
            to_hour: policy.budget.to_hour.to_string(),
        }
    }

    /// What holds for all clients, or every fault. What the form does not ask is as known.
    #[must_use]
    pub fn parse(&self, known: &Policy) -> (Option<Policy>, Findings<PaceField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let ladder = self.ladder.parse(f);
        let per_day = whole(f, PaceField::PerDay, &self.per_day, PER_DAY);
        let per_week = whole(f, PaceField::PerWeek, &self.per_week, PER_WEEK);
        let from_hour = whole(f, PaceField::FromHour, &self.from_hour, HOURS);
        let to_hour = whole(f, PaceField::ToHour, &self.to_hour, HOURS);
        if from_hour.zip(to_hour).is_some_and(|(from, to)| to <= from) {
            f.problem(PaceField::ToHour, Problem::HoursOutOfOrder);
        }
        let budget =
            per_day.zip(per_week).zip(from_hour.zip(to_hour)).map(|((per_day, per_week), (from, to))| {
                Budget { per_day, per_week, from_hour: from, to_hour: to }
            });
        let policy = ladder.zip(budget).filter(|_| f.problems.is_empty()).map(|(ladder, budget)| Policy {
            ladder: (ladder != Ladder::default()).then_some(ladder),
            speed: self.speed,
            region: self.region,
            budget,
            ..known.clone()
        });
        (policy, findings)
    }
}

impl PaceForm {
    /// The form of a pace; where it has no steps of its own, it starts from those in effect.
    #[must_use]
    pub fn of(pace: &Pace, in_effect: &Ladder) -> Self {
        Self {
            speed: pace.speed,
            own: pace.ladder.is_some(),
            ladder: LadderForm::of(pace.ladder.as_ref().unwrap_or(in_effect)),
        }
    }

    /// The pace, or every fault. Steps that are as for all are not looked at.
    #[must_use]
    pub fn parse(&self) -> (Option<Pace>, Findings<PaceField>) {
        let mut findings = Findings::none();
        let ladder = if self.own { self.ladder.parse(&mut findings) } else { None };
        let pace = findings.problems.is_empty().then_some(Pace { speed: self.speed, ladder });
        (pace, findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn edited(edit: impl FnOnce(&mut LadderForm)) -> (Option<Ladder>, Findings<PaceField>) {
        let mut form = LadderForm::of(&Ladder::default());
        edit(&mut form);
        let mut findings = Findings::none();
        (form.parse(&mut findings), findings)
    }

    fn row(step: Step) -> usize {
        STEPS.iter().position(|known| *known == step).unwrap()
    }

    #[test]
    fn the_usual_ladder_reads_back() {
        let (ladder, findings) = edited(|_| {});
        assert_eq!((ladder, findings.problems.len()), (Some(Ladder::default()), 0));
        for step in STEPS {
            assert_eq!(is_before_due(step), !step.needs_lateness(), "{step:?}");
        }
    }

    #[test]
    fn a_step_switched_off_is_gone_and_keeps_its_day_for_later() {
        let (ladder, _) = edited(|form| form.rungs[row(Step::SecondCall)].on = false);
        let ladder = ladder.unwrap();
        assert!(ladder.rungs.iter().all(|rung| rung.step != Step::SecondCall));
        let again = LadderForm::of(&ladder);
        assert_eq!(again.rungs[row(Step::SecondCall)].days, "15");
        // What is off is not held against the order.
        let (ladder, _) = edited(|form| {
            form.rungs[row(Step::SecondCall)].on = false;
            form.rungs[row(Step::SecondCall)].days = "x".to_owned();
        });
        assert!(ladder.is_some());
    }

    #[test]
    fn days_keep_their_order() {
        let second = PaceField::Day(row(Step::SecondCall));
        for (typed, problem) in [
            ("8", Problem::StepOutOfOrder),
            ("7", Problem::StepOutOfOrder),
            ("0", Problem::Count(1, 365)),
            ("-9", Problem::Count(1, 365)),
            ("9,5", Problem::Count(1, 365)),
            ("", Problem::Required),
        ] {
            let (ladder, findings) = edited(|form| form.rungs[row(Step::SecondCall)].days = typed.to_owned());
            assert_eq!((ladder, findings.problem_of(second)), (None, Some(problem)), "{typed}");
        }
        // Before the due date, more days are earlier.
        let (_, findings) = edited(|form| form.rungs[row(Step::ReceiptCheck)].days = "3".to_owned());
        assert_eq!(findings.problem_of(PaceField::Day(row(Step::Courtesy))), Some(Problem::StepOutOfOrder));
    }

    #[test]
    fn something_stays_and_a_notice_never_comes_first() {
        let (_, findings) = edited(|form| form.rungs.iter_mut().for_each(|rung| rung.on = false));
        assert_eq!(findings.problem_of(PaceField::Steps), Some(Problem::NoStep));
        let (_, findings) = edited(|form| {
            form.rungs.iter_mut().for_each(|rung| rung.on &= !rung.step.is_reminder());
        });
        assert_eq!(findings.problem_of(PaceField::Steps), Some(Problem::NoticeWithoutReminder));
    }

    #[test]
    fn a_policy_keeps_what_the_form_does_not_ask() {
        let known = Policy { bank_checked: parse_iso("2026-11-24").ok(), ..Policy::default() };
        let form = PolicyForm { region: Region::AlsaceMoselle, ..PolicyForm::of(&known) };
        let (policy, _) = form.parse(&known);
        assert_eq!(policy, Some(Policy { region: Region::AlsaceMoselle, ..known.clone() }));
        let wrong =
            PolicyForm { from_hour: "18".to_owned(), to_hour: "9".to_owned(), ..PolicyForm::of(&known) };
        assert_eq!(wrong.parse(&known).1.problem_of(PaceField::ToHour), Some(Problem::HoursOutOfOrder));
    }

    #[test]
    fn a_pace_as_for_all_is_none() {
        let mut form = PaceForm::of(&Pace::default(), &Ladder::default());
        form.ladder.gap = "many".to_owned();
        assert_eq!(form.parse().0, Some(Pace::default()), "steps that are not its own are not looked at");
        let own = PaceForm {
            own: true,
            speed: Some(Speed::Firm),
            ..PaceForm::of(&Pace::default(), &Ladder::default())
        };
        let pace = own.parse().0.unwrap();
        assert_eq!((pace.speed, pace.ladder), (Some(Speed::Firm), Some(Ladder::default())));
    }
}
