//! A plan that was broken, as what is written after it says it: when it was signed, what of its sums is missing, and since when
//! all of it is due.

use chrono::NaiveDate;

use super::standing::PlanRow;
use super::{End, Notice, Plan};
use crate::base::{Amount, InvoiceId};

/// What is said of a plan that was broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenPlan {
    /// Day it was signed.
    pub signed: NaiveDate,
    /// Day all of it fell due.
    pub on: NaiveDate,
    /// Day of the notice that was left unanswered, where it is known.
    pub noticed: Option<NaiveDate>,
    /// Its sums whose day had come by then, and that are missing still, whole or in part.
    pub missed: Vec<PlanRow>,
    /// The invoices it covered.
    pub invoices: Vec<InvoiceId>,
}

impl Plan {
    /// What is said of it once it was broken, given all that was ever received on its invoices and the notices sent about it;
    /// none where it was not.
    #[must_use]
    pub fn broken(&self, received: Amount, notices: &[Notice]) -> Option<BrokenPlan> {
        let on = self.ended.filter(|ended| ended.how == End::Broken)?.on;
        let is_missed = |row: &PlanRow| row.due <= on && row.left().is_positive();
        Some(BrokenPlan {
            signed: self.accepted?,
            on,
            noticed: notices.iter().map(|notice| notice.sent).filter(|sent| *sent <= on).max(),
            missed: self.rows(received).into_iter().filter(is_missed).collect(),
            invoices: self.invoices.clone(),
        })
    }
}
