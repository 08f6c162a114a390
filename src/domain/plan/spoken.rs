//! Instalments that were agreed on the telephone: promises of one call, until they are signed as a plan or kept.

use chrono::NaiveDate;

use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{CircumstanceKind, PromiseState};
use crate::domain::claim::Instalment;
use crate::domain::event::Outcome;

/// Instalments of one invoice that were agreed on the telephone and are still to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpokenPlan {
    /// Day of the call.
    pub on: NaiveDate,
    /// The sums still promised, in the order of their days.
    pub sums: Vec<Instalment>,
}

impl CaseFile {
    /// What the last call that ended with instalments agreed on, as far as it is still to come. Signed, it is a plan, and no
    /// promise any more.
    #[must_use]
    pub fn spoken_plan(&self, today: NaiveDate) -> Option<SpokenPlan> {
        self.spoken_sums(today).filter(|spoken| spoken.sums.len() > 1)
    }

    /// The same, one sum or several: of a call about several invoices each may hold one alone.
    #[must_use]
    pub fn spoken_sums(&self, today: NaiveDate) -> Option<SpokenPlan> {
        let calls = self.events.iter().filter(|event| event.date <= today);
        let plans =
            calls.filter(|event| event.call.as_ref().is_some_and(|call| call.outcome == Outcome::Plan));
        let on = plans.map(|event| event.date).max()?;
        let mut sums: Vec<Instalment> = Vec::new();
        for (one, state) in self.promises(today).filter(|(one, _)| one.date == on) {
            if let (CircumstanceKind::Promise { by, amount, .. }, PromiseState::Running) = (&one.kind, state)
            {
                let at = sums.partition_point(|known| known.due <= *by);
                sums.insert(at, Instalment { due: *by, amount: *amount });
            }
        }
        (!sums.is_empty()).then_some(SpokenPlan { on, sums })
    }
}
