//! Proceedings (*suites*): what becomes of a claim after the amicable way. Each is of one kind, begins on a day, and goes on
//! by stages in the order of their days.
//!
//! | module | what it knows |
//! |---|---|
//! | [`appeal`] | whether a decision may be appealed, until when, and what an appeal changes |
//! | [`following`] | which stages may follow |
//! | [`hearing`] | which hearing is set, when a decision is announced for |
//! | [`kind`] | what kind of way out it is |
//! | [`money`] | what it cost, what came back, what a collector or a buyer paid |
//! | [`next`] | what a proceeding asks for next, and by when |
//! | [`opposition`] | until when an order can be opposed |
//! | [`partial`] | an order for less than was asked for, and what became of the rest |
//! | [`stage`] | what may happen in it |
//! | [`suit`] | a claim in court while it runs |
//! | [`timing`] | whether a stage may have happened on a day |
//! | [`write_off`] | why a claim is given up, and whether its VAT comes back |
//!
//! What a stage means in law is read from it and not entered a second time: see [`Proceeding::acts`].
//!
//! Sources: CPC art. 1405 to 1425 (order for payment), regulation no. 1896/2006 (European order for payment), CPCE art. L125-1 (simplified procedure), L111-3 (enforceable titles),
//! C. civ. art. 1321 to 1326 (assignment), 2241 and 2244 (what interrupts limitation), C. com. art. L622-24 to L622-27 (lodging
//! of claims). Read in September 2026; the request for an order does not interrupt limitation, its service does.

pub mod appeal;
mod following;
pub mod hearing;
mod kind;
pub mod money;
pub mod next;
pub mod opposition;
pub mod partial;
mod stage;
pub mod suit;
pub mod timing;
pub mod write_off;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::kind::ProceedingKind;
pub use self::stage::{Milestone, Stage};
use self::write_off::WriteOff;
use super::act::ActKind;
use crate::base::iso;
use crate::base::{Amount, ProceedingId};

/// A proceeding about one claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proceeding {
    /// Number within the case.
    pub id: ProceedingId,
    /// What kind it is.
    pub kind: ProceedingKind,
    /// Day it began: handed over, sold, filed, lodged, written off.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// With whom: agency, buyer, court, officer, creditors’ representative.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub with: String,
    /// Their reference: mandate, number of the case.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// What was agreed, free text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub terms: String,
    /// Price of a sale, or the sum asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// What its beginning cost the user, in euros: a file opened, a writ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Amount>,
    /// Before a commercial court: its clerk is paid, and costs are advanced after an opposition.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub commercial: bool,
    /// Why it is given up, of a write-off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub write_off: Option<WriteOff>,
    /// Last day for the answer that is waited for: of a mediator, or of a client to a lawyer’s letter.
    #[serde(default, with = "iso::optional", skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<NaiveDate>,
    /// What happened since, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Milestone>,
}

impl Proceeding {
    /// A proceeding that has just begun.
    #[must_use]
    pub fn new(id: ProceedingId, kind: ProceedingKind, date: NaiveDate) -> Self {
        Self {
            id,
            kind,
            date,
            with: String::new(),
            reference: String::new(),
            terms: String::new(),
            amount: None,
            cost: None,
            commercial: false,
            write_off: None,
            answer_by: None,
            stages: Vec::new(),
        }
    }

    /// The stages known on a day.
    pub fn known(&self, today: NaiveDate) -> impl DoubleEndedIterator<Item = &Milestone> {
        self.stages.iter().filter(move |one| one.date <= today)
    }

    /// The last stage of a kind known on a day.
    #[must_use]
    pub fn last(&self, stage: Stage, today: NaiveDate) -> Option<&Milestone> {
        self.known(today).rfind(|one| one.stage == stage)
    }

    /// Begun, and not ended, on a day.
    #[must_use]
    pub fn is_open(&self, today: NaiveDate) -> bool {
        self.date <= today && self.ended(today).is_none()
    }

    /// The stage that ended it, on a day; what was dismissed goes on once that is appealed. A decision against the claim
    /// itself ends nothing before it is appealed, or the claim given up: see [`Self::lost`].
    #[must_use]
    pub fn ended(&self, today: NaiveDate) -> Option<&Milestone> {
        let is_appealed = self.known(today).any(|one| one.stage == Stage::Appealed);
        let goes_on = |stage| {
            self.decides() && matches!(stage, Stage::Dismissed | Stage::AppealLost)
                || is_appealed && stage == Stage::Dismissed
        };
        self.known(today).find(|one| one.stage.ends() && !goes_on(one.stage))
    }

    /// The decision that nothing is owed, where it stands on a day: nobody appealed it, or the appeal was lost. The same claim
    /// is not asked of a court a second time (C. civ. art. 1355; recalled, to be checked).
    #[must_use]
    pub fn lost(&self, today: NaiveDate) -> Option<&Milestone> {
        let last = self.known(today).rfind(|one| {
            matches!(one.stage, Stage::Dismissed | Stage::Appealed | Stage::AppealWon | Stage::AppealLost)
        });
        last.filter(|one| self.decides() && matches!(one.stage, Stage::Dismissed | Stage::AppealLost))
    }

    /// Its court decides on the claim itself: a judge of summary proceedings does not (CPC art. 484 and 488; recalled, to be
    /// checked).
    fn decides(&self) -> bool {
        self.kind == ProceedingKind::CourtClaim || self.kind.is_order()
    }

    /// Every day of it with what it means for limitation and for the legal rate.
    pub fn acts(&self) -> impl Iterator<Item = (ActKind, NaiveDate)> {
        // Lodging a claim counts as a claim in court (C. com. art. L622-25-1).
        let begins = self.kind.is_suit() || self.kind == ProceedingKind::Lodged;
        let start = begins.then_some((ActKind::CourtClaim, self.date));
        // An order that is opposed is no title any more: the judgment takes its place (CPC art. 1420, to be checked).
        let stands = move |at: usize, stage: Stage| stage != Stage::Enforceable || self.title_stands(at);
        let stages = self.stages.iter().enumerate();
        let stages = stages.filter(move |(at, one)| stands(*at, one.stage));
        let stages = stages.filter_map(|(_, one)| Some((one.stage.act(self.kind)?, one.date)));
        let stages = stages.chain(self.talks_over().map(|on| (ActKind::AmicableEnded, on)));
        // A claim that was dropped or dismissed is taken never to have interrupted limitation (C. civ. art. 2243; recalled,
        // to be checked, and the cautious reading in any case).
        let has_failed = self.lost(NaiveDate::MAX).is_some()
            || self.ended(NaiveDate::MAX).is_some_and(|one| one.stage.is_failure());
        start.into_iter().chain(stages).filter(move |(act, _)| !(has_failed && *act == ActKind::CourtClaim))
    }

    /// The day talks before a mediator were over, with or without an agreement (C. civ. art. 2238).
    fn talks_over(&self) -> Option<NaiveDate> {
        let begun = self.stages.iter().position(|one| one.stage == Stage::TalksBegun)?;
        let is_over = |one: &&Milestone| one.stage == Stage::Agreed || one.stage.ends();
        self.stages.iter().skip(begun).find(is_over).map(|one| one.date)
    }

    /// The last day known of it.
    #[must_use]
    pub fn last_day(&self) -> NaiveDate {
        self.stages.last().map_or(self.date, |one| one.date)
    }

    /// Its days are in order, sums are not below zero, each stage may follow the one before.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let sums = self.stages.iter().flat_map(|one| [one.amount, one.beside, one.cost]);
        let sums = sums.chain([self.amount, self.cost]);
        let ordered = self.stages.is_sorted_by(|a, b| a.date <= b.date)
            && self.stages.first().is_none_or(|first| self.date <= first.date);
        // A court sets no day that is past.
        let set = self.stages.iter().all(|one| one.set_for.is_none_or(|day| one.date <= day));
        ordered && set && sums.flatten().all(|sum| Amount::ZERO <= sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    pub(super) fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    pub(super) fn order(stages: &[(Stage, &str)]) -> Proceeding {
        let mut order = Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day("2026-11-02"));
        order.stages = stages.iter().map(|(stage, on)| Milestone::new(*stage, day(on))).collect();
        order
    }

    #[test]
    fn a_request_interrupts_nothing_and_its_service_does() {
        assert_eq!(order(&[(Stage::Made, "2026-11-30")]).acts().count(), 0);
        let served = order(&[(Stage::Made, "2026-11-30"), (Stage::Served, "2027-01-11")]);
        assert_eq!(served.acts().collect::<Vec<_>>(), [(ActKind::CourtClaim, day("2027-01-11"))]);
        let claim = Proceeding::new(ProceedingId(1), ProceedingKind::CourtClaim, day("2026-11-02"));
        assert_eq!(claim.acts().collect::<Vec<_>>(), [(ActKind::CourtClaim, day("2026-11-02"))]);
    }

    #[test]
    fn an_order_that_is_opposed_after_its_title_is_no_title_any_more() {
        let mut order = order(&[
            (Stage::Made, "2026-11-30"),
            (Stage::Served, "2027-01-11"),
            (Stage::Enforceable, "2027-03-12"),
            (Stage::Measure, "2027-04-02"),
        ]);
        let titles = |order: &Proceeding| {
            order.acts().filter(|(act, _)| *act == ActKind::EnforceableDecision).collect::<Vec<_>>()
        };
        assert_eq!(titles(&order).len(), 1);
        assert!(order.following().contains(&Stage::Opposed), "it was not handed over in person");
        order.stages.push(Milestone::new(Stage::Opposed, day("2027-04-20")));
        assert_eq!(titles(&order), []);
        order.stages.push(Milestone::new(Stage::Judged, day("2027-09-01")));
        order.stages.push(Milestone::new(Stage::Enforceable, day("2027-09-20")));
        assert_eq!(titles(&order), [(ActKind::EnforceableDecision, day("2027-09-20"))]);
        for one in &mut order.stages {
            one.in_person = one.stage == Stage::Served;
        }
        order.stages.truncate(3);
        assert!(!order.following().contains(&Stage::Opposed), "its month is over");
    }

    #[test]
    fn days_out_of_order_are_unsound() {
        assert!(!order(&[(Stage::Made, "2026-11-01")]).is_sound());
        assert!(!order(&[(Stage::Made, "2026-11-30"), (Stage::Served, "2026-11-29")]).is_sound());
    }
}
