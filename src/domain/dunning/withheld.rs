//! Why a claim is not asked for as a whole: a signed plan gives the client time, somebody else decides, it is another’s
//! claim, or its e-invoice was refused or cancelled. Values only; `app::views::withheld` finds them.

use chrono::NaiveDate;

use super::super::claim::Instalment;
use super::super::event::{Outcome, Step};
use super::super::plan::standing::Standing;
use super::super::proceeding::ProceedingKind;
use super::status::Effect;
use super::why::Due;
use crate::base::{Amount, InvoiceId};

/// Why the whole of a claim is not asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// A signed plan gives time.
    Plan(PlanRuns),
    /// Insolvency proceedings hold it: it is lodged with whoever they name.
    Insolvent {
        /// Day they were opened.
        opened: NaiveDate,
        /// Whom claims are lodged with; empty where that is not known.
        office: String,
    },
    /// Sold, given up, handed over, or in a procedure.
    Proceeding {
        /// Which.
        kind: ProceedingKind,
        /// Since when.
        on: NaiveDate,
        /// With whom; empty where that is not known.
        with: String,
    },
    /// In court, or being enforced, by an act noted alone.
    Court {
        /// Since when.
        on: NaiveDate,
    },
    /// The newest status of its e-invoice: refused, cancelled, sold to a factor.
    Status {
        /// The code.
        code: u16,
        /// Day it was received.
        on: NaiveDate,
        /// What it calls for.
        effect: Effect,
    },
}

/// A signed plan that gives time, as the screens need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRuns {
    /// Day it was signed.
    pub signed: NaiveDate,
    /// Day of its last sum.
    pub until: NaiveDate,
    /// Where it stands.
    pub standing: Standing,
    /// The sum it is about now; none once all of them are paid.
    pub next: Option<Due>,
    /// What its sums ask for today and is missing of them.
    pub due: Amount,
    /// What is spoken of: what is due, else the sum that comes next.
    pub asked: Amount,
    /// What is still to come of all of them, due or not.
    pub left: Amount,
    /// All that it covers and is owed, due at once if it is broken.
    pub whole: Amount,
    /// What stays owed beside them, and by when; none where nothing does.
    pub beside: Option<Instalment>,
    /// What is owed today and given up at its end, if it is kept: with what is to come and what stays owed it is all of it.
    pub given_up: Amount,
    /// No interest is added while it is kept.
    pub stops: bool,
    /// The invoices it covers.
    pub invoices: Vec<InvoiceId>,
}

impl PlanRuns {
    /// What is still to come of its sums beside what is asked for today: the two together are what is left of them.
    #[must_use]
    pub fn to_come(&self) -> Amount {
        (self.left - self.due).or_zero()
    }
}

impl Withheld {
    /// A text or call of a step would ask for what is not asked for now.
    #[must_use]
    pub fn holds_back(&self, step: Step) -> bool {
        let asks = step.needs_lateness() && !step.is_call();
        if self.plan().is_some() {
            let asks_for_all = matches!(step, Step::Approval | Step::Correction | Step::Confirmation);
            return asks_for_all || (asks && step != Step::PlanNotice);
        }
        // What was said is put in writing, and a corrected invoice goes out.
        let answers = matches!(step, Step::Recap | Step::Correction) && !self.is_for_others();
        let speaks_of_paying = matches!(
            step,
            Step::ReceiptCheck
                | Step::Courtesy
                | Step::Recap
                | Step::Duplicate
                | Step::Approval
                | Step::Correction
                | Step::Confirmation
                | Step::Offer
        );
        let is_status = matches!(self, Self::Status { .. });
        asks || (speaks_of_paying && !(is_status && answers))
    }

    /// A call may end so: where the claim is not the user’s to ask for, nothing is agreed with the client about paying it.
    #[must_use]
    pub fn allows(&self, outcome: Outcome) -> bool {
        match self {
            Self::Plan(_) => !matches!(outcome, Outcome::Plan | Outcome::Refuses | Outcome::Resend),
            // Why it was refused or cancelled is best asked on the telephone.
            Self::Status { .. } if !self.is_for_others() => true,
            _ => !outcome.wants_recap(),
        }
    }

    /// What is agreed about paying it, time or less, is for somebody else to agree on: who bought it, who collects it, a
    /// factor, the proceedings; or it was given up. Before a court the creditor still may settle.
    #[must_use]
    pub fn is_for_others(&self) -> bool {
        match self {
            Self::Insolvent { .. } => true,
            Self::Proceeding { kind, .. } => kind.is_for_others(),
            Self::Status { effect, .. } => *effect == Effect::NotOurs,
            Self::Plan(_) | Self::Court { .. } => false,
        }
    }

    /// Sold or given up: it is counted no longer among what is owed to the user.
    #[must_use]
    pub fn is_out(&self) -> bool {
        matches!(self, Self::Proceeding { kind, .. } if kind.is_out())
    }

    /// The plan, where that is why.
    #[must_use]
    pub fn plan(&self) -> Option<&PlanRuns> {
        if let Self::Plan(runs) = self { Some(runs) } else { None }
    }
}
