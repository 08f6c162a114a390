//! A claim in court while it runs: it interrupts limitation until the decision (C. civ. art. 2241 and 2242), and a decision is
//! enforced for ten years once it is enforceable (CPCE art. L111-4). Read in September 2026.

use chrono::NaiveDate;

use super::{Proceeding, Stage};
use crate::domain::act::ActKind;

/// A claim in court that is no title yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suit {
    /// Day it interrupted limitation.
    pub since: NaiveDate,
    /// Day of the decision, which cannot be enforced yet; none while the court has not decided, or is asked again.
    pub decided: Option<NaiveDate>,
}

impl Proceeding {
    /// The claim in court this is on a day, where it is one: neither ended nor a title yet.
    #[must_use]
    pub fn suit(&self, today: NaiveDate) -> Option<Suit> {
        // An order nobody opposed is decided on already: what is counted from its service is cautious.
        let is_heard = !self.kind.is_order() || self.last(Stage::Opposed, today).is_some();
        if !self.is_open(today) || !is_heard {
            return None;
        }
        let known = || self.acts().filter(|(_, on)| *on <= today);
        if known().any(|(act, _)| act == ActKind::EnforceableDecision) {
            return None;
        }
        let since = known().find(|(act, _)| *act == ActKind::CourtClaim)?.1;
        let is_decision = |stage| matches!(stage, Stage::Judged | Stage::AppealWon | Stage::Agreed);
        let last = self.known(today).rfind(|one| is_decision(one.stage) || one.stage == Stage::Appealed);
        let decided = last.filter(|one| is_decision(one.stage)).map(|one| one.date);
        Some(Suit { since, decided })
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::day;
    use super::super::{Milestone, ProceedingKind};
    use super::*;
    use crate::base::ProceedingId;

    #[test]
    fn a_claim_in_court_runs_until_it_is_a_title() {
        let suit = |kind, stages: &[(Stage, &str)], today: &str| {
            let stages = stages.iter().map(|(stage, on)| Milestone::new(*stage, day(on))).collect();
            let all = Proceeding { stages, ..Proceeding::new(ProceedingId(1), kind, day("2026-02-02")) };
            all.suit(day(today)).map(|suit| (suit.since, suit.decided))
        };
        let claim = |stages: &[(Stage, &str)]| suit(ProceedingKind::CourtClaim, stages, "2026-11-30");
        let (begun, judged) = (day("2026-02-02"), (Stage::Judged, "2026-09-01"));
        assert_eq!(claim(&[]), Some((begun, None)));
        assert_eq!(claim(&[judged]), Some((begun, Some(day("2026-09-01")))));
        assert_eq!(claim(&[judged, (Stage::Appealed, "2026-09-20")]), Some((begun, None)));
        assert_eq!(claim(&[judged, (Stage::Enforceable, "2026-10-01")]), None, "a title");
        assert_eq!(claim(&[(Stage::Ended, "2026-03-01")]), None);
        // A request interrupts nothing before its order is served.
        let order = |stages: &[(Stage, &str)]| suit(ProceedingKind::PaymentOrder, stages, "2026-11-30");
        assert_eq!(order(&[(Stage::Made, "2026-10-01")]), None);
        let (made, served) = ((Stage::Made, "2026-10-01"), (Stage::Served, "2026-10-15"));
        assert_eq!(order(&[made, served]), None);
        let opposed = (Stage::Opposed, "2026-11-02");
        assert_eq!(order(&[made, served, opposed]), Some((day("2026-10-15"), None)));
    }
}
