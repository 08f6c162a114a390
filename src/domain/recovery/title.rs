//! The title (*titre exécutoire*) that was obtained about a claim: once there is one, no court is asked for another, and what is
//! left is to have it enforced (CPCE art. L111-3, read in September 2026).

use chrono::NaiveDate;

use super::super::act::ActKind;
use super::super::case_file::CaseFile;
use super::super::circumstance::PromiseState;
use super::super::dunning::{Action, What, Why};
use super::super::proceeding::next::Task;
use super::super::proceeding::{Proceeding, Stage};
use crate::base::Amount;

/// A title that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// Which.
    pub kind: ActKind,
    /// Day it became one.
    pub since: NaiveDate,
    /// The sum it is for, where that was noted.
    pub sum: Option<Amount>,
    /// To have it enforced is all there is to do: no hearing, promise or plan comes first, and no officer was instructed.
    pub comes_next: bool,
}

impl Title {
    /// The last title known on a day, with what is under way about the case.
    #[must_use]
    pub(super) fn of(case: &CaseFile, today: NaiveDate, engaged: Option<&Action>) -> Option<Self> {
        let known = case.known_acts().filter(|(kind, on)| kind.is_title() && *on <= today);
        let (kind, since) = known.max_by_key(|(_, on)| *on)?;
        let of_it = |one: &&Proceeding| one.acts().any(|act| act == (kind, since));
        let sum = case.proceedings.iter().find(of_it).and_then(|one| one.decided(since));
        let is_promised = case.promises(today).any(|(_, state)| state == PromiseState::Running);
        Some(Self { kind, since, sum, comes_next: !is_promised && engaged.is_none_or(is_about_a_title) })
    }
}

/// All an action asks for is that a title be enforced.
fn is_about_a_title(action: &Action) -> bool {
    action.what == What::Proceed(Task::Instruct)
        || matches!(action.why, Why::InCourt { act, .. } if act.is_title())
}

impl Proceeding {
    /// The sum a court or an officer granted last, as known on a day.
    #[must_use]
    pub fn decided(&self, day: NaiveDate) -> Option<Amount> {
        let grants = |stage| matches!(stage, Stage::Made | Stage::Judged | Stage::AppealWon | Stage::Agreed);
        self.known(day).filter(|one| grants(one.stage)).filter_map(|one| one.amount).next_back()
    }
}
