//! What a proceeding asks for next, from which day, and by when.
//!
//! Times in months or days of procedure end on a working day (CPC art. 641 and 642), by the holidays of the place of the
//! court, which is the debtor’s. Sources beside each task, read in September 2026 but where a text says otherwise.

use chrono::{Days, NaiveDate};

use super::hearing::{Docket, PREPARED_DAYS};
use super::{Milestone, Proceeding, ProceedingKind, Stage};
use crate::base::{Region, dates};
use crate::domain::party::DebtorKind;
use crate::domain::payment_order;

/// Days without news after which whoever is waited for is asked.
const QUIET_DAYS: u32 = 30;

/// Days to answer what the creditors’ representative contests (C. com. art. L622-27).
const CONTEST_DAYS: u32 = 30;
/// Months to have a decision served that was made in the absence of the debtor (CPC art. 478, recalled, to be checked).
const ABSENT_MONTHS: u32 = 6;
/// Months a public body has to pay what a court granted (loi n° 80-539, art. 1).
const PUBLIC_MONTHS: u32 = 2;

/// What is to be done, or waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Task {
    /// Pay the clerk within fifteen days, or the request lapses (CPC art. 1425).
    PayFee,
    /// The time to pay the clerk is over, and no payment is noted.
    FeeOverdue,
    /// Wait for the order.
    AwaitOrder,
    /// Answer what the court asks of a European request, in the time it sets, or it is refused (regulation no. 1896/2006, art. 9
    /// and 10).
    AnswerQuery,
    /// That time is over, and no answer is noted.
    QueryOver,
    /// Have the order served in time, or it is void (CPC art. 1411).
    Serve,
    /// The order was not served in time: it is void.
    OrderVoid,
    /// Wait until nobody can oppose the order any more (CPC art. 1416).
    AwaitOpposition,
    /// Ask the clerk whether it was opposed: it can be enforced.
    AskCertificate,
    /// Ask the court to declare a European order enforceable, by form G (regulation no. 1896/2006, art. 18).
    AskDeclaration,
    /// Advance the costs, or appoint a lawyer, within fifteen days (CPC art. 1425 and 1418).
    AnswerOpposition,
    /// The time to do so is over, and nothing is noted.
    OppositionUnanswered,
    /// Wait for the hearing and the decision.
    AwaitCourt,
    /// Prepare a hearing: the day it rests on is that of the hearing.
    PrepareHearing,
    /// The hearing is over: note what came of it.
    NoteHearing,
    /// Wait for a decision, until the day it was announced for.
    AwaitDecision,
    /// That day is over: ask for the decision.
    AskDecision,
    /// Have the decision served.
    ServeDecision,
    /// It was served: note when it can be enforced.
    NoteEnforceable,
    /// Wait for a public body to pay what its court granted: two months (loi n° 80-539, art. 1).
    AwaitPublicPayment,
    /// They are over: have the payment ordered.
    AskPublicPayment,
    /// Instruct an enforcement officer.
    Instruct,
    /// Ask the officer how far enforcement is.
    FollowEnforcement,
    /// Wait for the officer’s invitation to the debtor.
    AwaitInvitation,
    /// Wait for the debtor’s answer: silence for a month is a refusal (CPCE art. R125-3).
    AwaitAgreement,
    /// The month is over without an answer.
    InvitationOver,
    /// Get the enforceable title.
    AskTitle,
    /// Ask the collector for news.
    AskCollector,
    /// Wait for the answer of a mediator, or of the client to a lawyer’s letter.
    AwaitReply,
    /// The time for that answer is over, and none is noted.
    ReplyOver,
    /// The client answered: note what was said, and choose what next.
    ActOnReply,
    /// Wait for what a mediation comes to.
    AwaitMediation,
    /// Wait for what was agreed before a mediator to be paid.
    FollowAgreement,
    /// Notify the sale to the debtor (C. civ. art. 1324).
    NotifySale,
    /// Wait for the price of a sale.
    AwaitPrice,
    /// Wait for what the creditors’ representative proposes.
    AwaitVerification,
    /// Answer a contestation within thirty days (C. com. art. L622-27).
    AnswerContest,
    /// The time to answer a contestation is over, and no answer is noted.
    ContestOver,
    /// Wait for what the proceedings pay.
    AwaitDistribution,
    /// A court decided that nothing is owed: appeal in time, or give the claim up.
    AppealOrGiveUp,
    /// Nothing will come: write it off.
    WriteOff,
}

/// What a proceeding asks for next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Next {
    /// What.
    pub task: Task,
    /// The day it rests on: of the last stage, or of the beginning.
    pub since: NaiveDate,
    /// First day on which it is of use.
    pub from: NaiveDate,
    /// Last day for it, where there is one.
    pub by: Option<NaiveDate>,
    /// Others are waited for, and this is the day of the last news: it is time to ask for some.
    pub quiet: Option<NaiveDate>,
}

impl Task {
    /// Others are to act: the case is looked at again from time to time.
    #[must_use]
    pub fn is_wait(self) -> bool {
        matches!(
            self,
            Self::AwaitOrder
                | Self::AwaitOpposition
                | Self::AwaitCourt
                | Self::AwaitDecision
                | Self::AwaitPublicPayment
                | Self::FollowEnforcement
                | Self::AwaitInvitation
                | Self::AwaitAgreement
                | Self::AskCollector
                | Self::AwaitReply
                | Self::AwaitMediation
                | Self::FollowAgreement
                | Self::AwaitPrice
                | Self::AwaitVerification
                | Self::AwaitDistribution
        )
    }
}

impl Proceeding {
    /// What it asks for next on a day, with the holidays of its court; nothing once it is over.
    #[must_use]
    pub fn next(&self, today: NaiveDate, region: Region) -> Option<Next> {
        if !self.is_open(today) {
            return None;
        }
        let step = Step { all: self, today, region };
        if let Some(lost) = self.lost(today) {
            return Some(step.lost(lost, DebtorKind::Unknown));
        }
        let last = self.known(today).rfind(|one| !self.passes_by(one));
        let since = last.map_or(self.date, |one| one.date);
        let stage = last.map(|one| one.stage);
        // A hearing that is near comes before all that has no earlier last day.
        let hearing = step.hearing().filter(|hearing| hearing.from <= today);
        let next = step.by_kind(stage, since)?;
        Some(hearing.filter(|hearing| next.by.is_none_or(|by| hearing.since < by)).unwrap_or(next))
    }
}

impl Proceeding {
    /// What it asks for next against a debtor: an administrative court notifies its own decisions, and nothing of a public body is
    /// seized (loi n° 80-539 of 16 July 1980, art. 1, read in copies on 30 November 2026, to be checked).
    #[must_use]
    pub fn next_against(&self, debtor: DebtorKind, today: NaiveDate, region: Region) -> Option<Next> {
        let next = self.next(today, region)?;
        if let Some(lost) = self.lost(today) {
            return Some(Step { all: self, today, region }.lost(lost, debtor));
        }
        let enforces = matches!(
            next.task,
            Task::ServeDecision | Task::NoteEnforceable | Task::Instruct | Task::FollowEnforcement
        );
        if !enforces || !self.is_administrative(debtor) {
            return Some(next);
        }
        let is_notice = |stage| matches!(stage, Stage::Judged | Stage::AppealWon | Stage::Served);
        let notified = self.known(today).rfind(|one| is_notice(one.stage));
        let since = notified.map_or(next.since, |one| one.date);
        let from = dates::next_day(payment_order::months_later(since, PUBLIC_MONTHS, region));
        Some(if from <= today {
            Next { task: Task::AskPublicPayment, since, from: today, by: None, quiet: None }
        } else {
            Next { task: Task::AwaitPublicPayment, since, from, by: None, quiet: None }
        })
    }

    /// An administrative court hears it.
    #[must_use]
    pub fn is_administrative(&self, debtor: DebtorKind) -> bool {
        debtor == DebtorKind::Public && self.kind.is_suit()
    }
}

/// A proceeding on a day.
struct Step<'a> {
    all: &'a Proceeding,
    today: NaiveDate,
    region: Region,
}

impl Step<'_> {
    /// What its kind asks for after a stage.
    fn by_kind(&self, stage: Option<Stage>, since: NaiveDate) -> Option<Next> {
        let (all, today, region) = (self.all, self.today, self.region);
        match all.kind {
            ProceedingKind::WrittenOff => None,
            ProceedingKind::Sold if all.last(Stage::Notified, today).is_none() => {
                Some(self.now(Task::NotifySale, all.date, None))
            }
            ProceedingKind::Sold => all
                .unpaid_price(today)
                .is_positive()
                .then(|| Next { since: all.date, ..self.look(Task::AwaitPrice, since) }),
            // Looked at again after the last news; handed over on the day it was.
            ProceedingKind::HandedOver => {
                Some(Next { since: all.date, ..self.look(Task::AskCollector, since) })
            }
            ProceedingKind::LawyerLetter => Some(match stage {
                None => self.reply(),
                Some(_) => self.now(Task::ActOnReply, since, None),
            }),
            ProceedingKind::Mediation => Some(match stage {
                None => self.reply(),
                Some(Stage::TalksBegun) => self.look(Task::AwaitMediation, since),
                Some(Stage::Agreed) => self.look(Task::FollowAgreement, since),
                other => self.enforcing(other, since, Task::AwaitMediation),
            }),
            ProceedingKind::PaymentOrder => Some(self.order(stage, since)),
            ProceedingKind::EuropeanOrder => {
                Some(self.european(stage, since).unwrap_or_else(|| self.order(stage, since)))
            }
            ProceedingKind::Simplified => Some(self.simplified(stage, since)),
            ProceedingKind::CourtClaim | ProceedingKind::Summary => {
                Some(self.enforcing(stage, since, Task::AwaitCourt))
            }
            ProceedingKind::Lodged => Some(match stage {
                Some(Stage::Contested) => {
                    let by = payment_order::days_later(since, CONTEST_DAYS, region);
                    let task = if by < today { Task::ContestOver } else { Task::AnswerContest };
                    self.now(task, since, Some(by))
                }
                Some(Stage::Admitted) => self.look(Task::AwaitDistribution, since),
                _ => Next { since: all.date, ..self.look(Task::AwaitVerification, since) },
            }),
        }
    }

    /// A decision that nothing is owed: what is left is to appeal it, while there is time.
    fn lost(&self, decision: &Milestone, debtor: DebtorKind) -> Next {
        let by = self.all.own_recourse(self.today, self.region, debtor).map(|time| time.by);
        let is_over = decision.stage == Stage::AppealLost || by.is_some_and(|by| by < self.today);
        let task = if is_over { Task::WriteOff } else { Task::AppealOrGiveUp };
        self.now(task, decision.date, by.filter(|_| !is_over))
    }

    /// The hearing that is set, from the days before it on; once it is over, what came of it.
    fn hearing(&self) -> Option<Next> {
        let Some(Docket::Hearing { day, .. }) = self.all.docket(self.today) else { return None };
        if day < self.today {
            return Some(self.now(Task::NoteHearing, day, None));
        }
        let from = day.checked_sub_days(Days::new(PREPARED_DAYS.into())).unwrap_or(day).max(self.today);
        Some(Next { task: Task::PrepareHearing, since: day, from, by: None, quiet: None })
    }

    fn now(&self, task: Task, since: NaiveDate, by: Option<NaiveDate>) -> Next {
        Next { task, since, from: self.today, by, quiet: None }
    }

    /// The answer to what began it, until the day set for it.
    fn reply(&self) -> Next {
        let since = self.all.date;
        match self.all.answer_by {
            None => self.look(Task::AwaitReply, since),
            Some(by) if by < self.today => self.now(Task::ReplyOver, since, Some(by)),
            Some(by) => {
                Next { task: Task::AwaitReply, since, from: dates::next_day(by), by: None, quiet: None }
            }
        }
    }

    /// Looked at again on the day set with the last news; else so many days after what happened last, on a working day, and from
    /// then on until there is news.
    fn look(&self, task: Task, since: NaiveDate) -> Next {
        let news = self.all.last(Stage::News, self.today).filter(|news| since <= news.date);
        let heard = news.map_or(since, |news| news.date);
        let again = news.and_then(|news| news.set_for);
        let from = again.unwrap_or_else(|| self.region.working_from(dates::add_days(heard, QUIET_DAYS)));
        let quiet = (from <= self.today).then_some(heard);
        Next { task, since, from: from.max(self.today), by: None, quiet }
    }

    fn order(&self, stage: Option<Stage>, since: NaiveDate) -> Next {
        let judged = self.all.is_judged();
        match stage {
            None if self.all.commercial => {
                let by = payment_order::days_later(since, payment_order::FEE_DAYS, self.region);
                let task = if by < self.today { Task::FeeOverdue } else { Task::PayFee };
                self.now(task, since, Some(by))
            }
            // Looked at again after the last news; asked for on the day it was.
            None | Some(Stage::FeePaid) => {
                Next { since: self.all.date, ..self.look(Task::AwaitOrder, since) }
            }
            Some(Stage::Made) => {
                let by = payment_order::serve_by(since, self.region);
                let task = if by < self.today { Task::OrderVoid } else { Task::Serve };
                self.now(task, since, Some(by))
            }
            Some(Stage::Served) if !judged => {
                let made = self.all.last(Stage::Made, self.today).map_or(self.all.date, |one| one.date);
                let from = payment_order::final_from(made, since, self.region);
                if from <= self.today {
                    self.now(Task::AskCertificate, since, None)
                } else {
                    Next { task: Task::AwaitOpposition, since, from, by: None, quiet: None }
                }
            }
            // Nothing is advanced there, and no lawyer is needed: the clerk calls both to a hearing.
            Some(Stage::Opposed) if !self.all.asks_answer() => self.court(Task::AwaitCourt, since),
            Some(Stage::Opposed) => {
                let by = payment_order::days_later(since, payment_order::ANSWER_DAYS, self.region);
                let task = if by < self.today { Task::OppositionUnanswered } else { Task::AnswerOpposition };
                self.now(task, since, Some(by))
            }
            other => self.enforcing(other, since, Task::AwaitCourt),
        }
    }

    /// What a European order has of its own: no last day to have it served, thirty days to oppose it, a form of its court.
    fn european(&self, stage: Option<Stage>, since: NaiveDate) -> Option<Next> {
        Some(match stage? {
            Stage::Queried => {
                let by = self.all.last(Stage::Queried, self.today)?.set_for;
                let is_over = by.is_some_and(|by| by < self.today);
                self.now(if is_over { Task::QueryOver } else { Task::AnswerQuery }, since, by)
            }
            Stage::Answered if !self.all.is_made() => {
                Next { since: self.all.date, ..self.look(Task::AwaitOrder, since) }
            }
            Stage::Made => self.now(Task::Serve, since, None),
            Stage::Served if !self.all.is_judged() => {
                let by = payment_order::oppose_european_by(since, self.region);
                if self.today <= by {
                    let from = dates::next_day(by);
                    Next { task: Task::AwaitOpposition, since, from, by: None, quiet: None }
                } else {
                    self.now(Task::AskDeclaration, since, None)
                }
            }
            _ => return None,
        })
    }

    /// Waits for a court, since the proceeding began: its last stage says when it was looked at.
    fn court(&self, wait: Task, since: NaiveDate) -> Next {
        if let Some(hearing) = self.hearing() {
            return hearing;
        }
        if let Some(Docket::Reserved { day: Some(day), .. }) = self.all.docket(self.today) {
            if day < self.today {
                return self.now(Task::AskDecision, day, None);
            }
            let since = self.all.last(Stage::Reserved, self.today).map_or(self.all.date, |one| one.date);
            return Next { task: Task::AwaitDecision, since, from: day, by: None, quiet: None };
        }
        Next { since: self.all.date, ..self.look(wait, since) }
    }

    fn simplified(&self, stage: Option<Stage>, since: NaiveDate) -> Next {
        match stage {
            None => self.look(Task::AwaitInvitation, since),
            Some(Stage::Invited) => {
                let over = payment_order::months_later(since, 1, self.region);
                if over < self.today {
                    self.now(Task::InvitationOver, since, None)
                } else {
                    let from = dates::next_day(over);
                    Next { task: Task::AwaitAgreement, since, from, by: None, quiet: None }
                }
            }
            Some(Stage::Agreed) => self.now(Task::AskTitle, since, None),
            other => self.enforcing(other, since, Task::AwaitInvitation),
        }
    }

    /// From a decision to the money.
    fn enforcing(&self, stage: Option<Stage>, since: NaiveDate, wait: Task) -> Next {
        match stage {
            Some(Stage::Judged | Stage::AppealWon) => {
                // Cautiously, as if the debtor had not appeared; nothing is known to be void once it is over.
                let by = payment_order::months_later(since, ABSENT_MONTHS, self.region);
                self.now(Task::ServeDecision, since, Some(by).filter(|by| self.today <= *by))
            }
            Some(Stage::Agreed) => self.now(Task::AskTitle, since, None),
            Some(Stage::Served) => self.now(Task::NoteEnforceable, since, None),
            Some(Stage::Enforceable) => self.now(Task::Instruct, since, None),
            Some(Stage::Instructed | Stage::Measure) => self.look(Task::FollowEnforcement, since),
            _ => self.court(wait, since),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::day;
    use super::*;
    use crate::base::{Amount, ProceedingId};

    fn next(kind: ProceedingKind, commercial: bool, stages: &[(Stage, &str)], today: &str) -> Next {
        let stages = stages.iter().map(|(stage, on)| Milestone::new(*stage, day(on))).collect();
        let all =
            Proceeding { commercial, stages, ..Proceeding::new(ProceedingId(1), kind, day("2026-11-02")) };
        all.next(day(today), Region::France).unwrap()
    }

    fn order(stages: &[(Stage, &str)], today: &str) -> (Task, NaiveDate, Option<NaiveDate>) {
        let next = next(ProceedingKind::PaymentOrder, true, stages, today);
        (next.task, next.from, next.by)
    }

    #[test]
    fn each_stage_of_an_order_has_its_time() {
        let made = (Stage::Made, "2026-11-30");
        let served = (Stage::Served, "2027-01-11");
        assert_eq!(order(&[], "2026-11-03"), (Task::PayFee, day("2026-11-03"), Some(day("2026-11-17"))));
        let paid = [(Stage::FeePaid, "2026-11-03")];
        assert_eq!(order(&paid, "2026-11-04"), (Task::AwaitOrder, day("2026-12-03"), None));
        // The request is of the day it was filed, whenever its fee was paid.
        let awaited = next(ProceedingKind::PaymentOrder, true, &paid, "2026-11-04");
        assert_eq!(awaited.since, day("2026-11-02"));
        // A fee nobody noted in time is no order to wait for: the request may have lapsed.
        assert_eq!(order(&[], "2026-11-18").0, Task::FeeOverdue);
        let serve = |today| order(&[made], today);
        assert_eq!(serve("2026-12-01"), (Task::Serve, day("2026-12-01"), Some(day("2027-03-01"))));
        assert_eq!(serve("2027-03-01").0, Task::Serve);
        assert_eq!(serve("2027-03-02").0, Task::OrderVoid);
        // The clerk has two months to say nothing for orders from 1 September 2026.
        let wait = order(&[made, served], "2027-01-12");
        assert_eq!(wait, (Task::AwaitOpposition, day("2027-03-12"), None));
        assert_eq!(order(&[made, served], "2027-03-12").0, Task::AskCertificate);
        let opposed = (Stage::Opposed, "2027-02-08");
        let answer = order(&[made, served, opposed], "2027-02-09");
        assert_eq!((answer.0, answer.2), (Task::AnswerOpposition, Some(day("2027-02-23"))));
        let enforceable = (Stage::Enforceable, "2027-03-15");
        assert_eq!(order(&[made, served, enforceable], "2027-03-16").0, Task::Instruct);
        let measure = (Stage::Instructed, "2027-03-17");
        let follow = order(&[made, served, enforceable, measure], "2027-03-18");
        assert_eq!((follow.0, follow.1), (Task::FollowEnforcement, day("2027-04-16")));
    }

    #[test]
    fn each_stage_of_a_european_order_has_its_time() {
        let european = |stages: &[(Stage, &str)], today| {
            let next = next(ProceedingKind::EuropeanOrder, false, stages, today);
            (next.task, next.from, next.by)
        };
        // Thirty days for the court, as a rule.
        assert_eq!(european(&[], "2026-11-03"), (Task::AwaitOrder, day("2026-12-02"), None));
        let (made, served) = ((Stage::Made, "2026-12-02"), (Stage::Served, "2026-12-14"));
        assert_eq!(european(&[made], "2027-06-01"), (Task::Serve, day("2027-06-01"), None), "never void");
        // Thirty days from 14 December.
        let waits = european(&[made, served], "2026-12-15");
        assert_eq!(waits, (Task::AwaitOpposition, day("2027-01-14"), None));
        assert_eq!(european(&[made, served], "2027-01-13").0, Task::AwaitOpposition);
        assert_eq!(european(&[made, served], "2027-01-14").0, Task::AskDeclaration);
        let title = (Stage::Enforceable, "2027-01-20");
        assert_eq!(european(&[made, served, title], "2027-01-21").0, Task::Instruct);
        let opposed = (Stage::Opposed, "2027-01-05");
        assert_eq!(
            european(&[made, served, opposed, (Stage::Judged, "2027-06-01")], "2027-06-02").0,
            Task::ServeDecision
        );
        let clerk = next(ProceedingKind::EuropeanOrder, true, &[], "2026-11-03");
        assert_eq!((clerk.task, clerk.by), (Task::PayFee, Some(day("2026-11-17"))));
    }

    #[test]
    fn what_a_court_asks_of_a_european_request_is_answered_in_its_time() {
        let queried = Milestone {
            set_for: Some(day("2026-11-30")),
            ..Milestone::new(Stage::Queried, day("2026-11-16"))
        };
        let mut all = Proceeding::new(ProceedingId(1), ProceedingKind::EuropeanOrder, day("2026-11-02"));
        all.stages = vec![queried];
        let asks = |all: &Proceeding, today| {
            let next = all.next(day(today), Region::France).unwrap();
            (next.task, next.by)
        };
        assert_eq!(asks(&all, "2026-11-30"), (Task::AnswerQuery, Some(day("2026-11-30"))));
        assert_eq!(asks(&all, "2026-12-01").0, Task::QueryOver);
        all.stages.push(Milestone::new(Stage::Answered, day("2026-11-20")));
        assert_eq!(asks(&all, "2026-11-21").0, Task::AwaitOrder);
    }

    #[test]
    fn a_decision_that_was_served_is_not_served_again() {
        let stages = [(Stage::Judged, "2026-11-10"), (Stage::Served, "2026-11-20")];
        let task =
            |stages: &[(Stage, &str)]| next(ProceedingKind::CourtClaim, false, stages, "2026-11-21").task;
        assert_eq!(task(&stages[..1]), Task::ServeDecision);
        assert_eq!(task(&stages), Task::NoteEnforceable);
        assert_eq!(task(&[(Stage::Agreed, "2026-11-10")]), Task::AskTitle);
    }

    #[test]
    fn a_public_body_pays_in_two_months_or_is_made_to_and_nothing_is_served_or_seized() {
        for kind in [ProceedingKind::CourtClaim, ProceedingKind::Summary] {
            let mut all = Proceeding::new(ProceedingId(1), kind, day("2026-02-02"));
            let against = |all: &Proceeding, debtor, today| {
                let next = all.next_against(debtor, day(today), Region::France).unwrap();
                (next.task, next.since, next.from)
            };
            assert_eq!(against(&all, DebtorKind::Public, "2026-02-03").0, Task::AwaitCourt);
            all.stages = vec![Milestone::new(Stage::Judged, day("2026-09-07"))];
            let (judged, last) = (day("2026-09-07"), day("2026-11-10"));
            for more in [None, Some(Stage::Enforceable), Some(Stage::Instructed)] {
                all.stages.extend(more.map(|stage| Milestone::new(stage, day("2026-09-10"))));
                let waits = against(&all, DebtorKind::Public, "2026-09-11");
                // Two months end on Saturday 7 November.
                assert_eq!(waits, (Task::AwaitPublicPayment, judged, last), "{more:?}");
                assert_eq!(against(&all, DebtorKind::Public, "2026-11-10").0, Task::AskPublicPayment);
                assert_ne!(against(&all, DebtorKind::Business, "2026-11-10").0, Task::AskPublicPayment);
            }
        }
    }

    #[test]
    fn an_opposition_before_the_civil_court_asks_nothing_of_a_small_claim() {
        let opposed = |commercial, cents| {
            let made = Milestone {
                amount: Some(Amount::from_cents(cents)),
                ..Milestone::new(Stage::Made, day("2026-11-10"))
            };
            let stages = vec![
                made,
                Milestone::new(Stage::Served, day("2026-11-20")),
                Milestone::new(Stage::Opposed, day("2026-12-01")),
            ];
            let start = Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day("2026-11-02"));
            let all = Proceeding { commercial, stages, ..start };
            assert!(all.following().contains(&Stage::Judged), "a decision may be noted without more");
            let usual = all.following().first().copied();
            assert_eq!(usual == Some(Stage::Answered), all.asks_answer(), "{cents}");
            all.next(day("2026-12-20"), Region::France).unwrap().task
        };
        assert_eq!(opposed(false, 1_000_000), Task::AwaitCourt);
        assert_eq!(opposed(false, 1_000_001), Task::OppositionUnanswered);
        assert_eq!(opposed(true, 100_000), Task::OppositionUnanswered);
    }

    #[test]
    fn what_is_said_rests_on_the_day_it_began() {
        let returned =
            next(ProceedingKind::HandedOver, false, &[(Stage::Returned, "2026-11-20")], "2026-11-21");
        assert_eq!((returned.since, returned.from), (day("2026-11-02"), day("2026-12-21")));
        let answered = [(Stage::Contested, "2026-11-05"), (Stage::Answered, "2026-11-10")];
        let waits = next(ProceedingKind::Lodged, false, &answered, "2026-11-21");
        assert_eq!(
            (waits.task, waits.since, waits.from),
            (Task::AwaitVerification, day("2026-11-02"), day("2026-12-10"))
        );
    }

    #[test]
    fn an_older_order_has_six_months_and_one() {
        let made = (Stage::Made, "2026-08-31");
        let all = Proceeding {
            stages: vec![Milestone::new(made.0, day(made.1))],
            ..Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day("2026-08-03"))
        };
        let next = all.next(day("2026-11-30"), Region::France).unwrap();
        assert_eq!((next.task, next.by), (Task::Serve, Some(day("2027-03-01"))));
        let served = Milestone::new(Stage::Served, day("2026-11-10"));
        let all = Proceeding { stages: vec![all.stages[0].clone(), served], ..all };
        let next = all.next(day("2026-11-30"), Region::France).unwrap();
        assert_eq!((next.task, next.from), (Task::AwaitOpposition, day("2026-12-11")));
    }

    #[test]
    fn silence_after_an_invitation_is_a_refusal() {
        let invited = [(Stage::Invited, "2026-11-10")];
        let task = |today| next(ProceedingKind::Simplified, false, &invited, today).task;
        assert_eq!(task("2026-12-10"), Task::AwaitAgreement);
        assert_eq!(task("2026-12-11"), Task::InvitationOver);
    }

    #[test]
    fn a_contestation_is_answered_in_thirty_days() {
        let contested = [(Stage::Contested, "2026-11-10")];
        let next = next(ProceedingKind::Lodged, false, &contested, "2026-11-11");
        assert_eq!((next.task, next.by), (Task::AnswerContest, Some(day("2026-12-10"))));
        let late = self::next(ProceedingKind::Lodged, false, &contested, "2026-12-11");
        assert_eq!(late.task, Task::ContestOver);
    }

    #[test]
    fn every_open_proceeding_but_a_write_off_asks_for_something() {
        for kind in ProceedingKind::ALL {
            let mut all = Proceeding::new(ProceedingId(1), kind, day("2026-11-02"));
            // Walks every way through the stages, the first of each twice at most.
            let mut seen = Vec::new();
            while let Some(stage) = all.following().into_iter().find(|one| !seen.contains(one)) {
                if kind != ProceedingKind::Sold {
                    assert!(all.next(day("2027-11-02"), Region::France).is_some(), "{kind:?} {seen:?}");
                }
                seen.push(stage);
                all.stages.push(Milestone::new(stage, day("2026-11-03")));
            }
        }
    }
}
