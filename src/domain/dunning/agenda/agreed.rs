//! What a payment plan asks for: signed, it holds the ladder while it is kept; what was missed comes first of all.

use super::{
    Action, CircumstanceKind, GRACE_DAYS, HoldCause, Look, REASON_DAYS, Step, What, Why, dates, held,
};
use crate::domain::dunning::Due;
use crate::domain::plan::Plan;
use crate::domain::plan::standing::{PlanRow, Standing};

impl Look<'_> {
    /// The plan that covers the case, while it is signed and not ended.
    pub(super) fn agreed(&self) -> Option<Action> {
        let known = self.setting.plan?;
        match known.standing {
            Standing::Kept(row) => {
                let until = dates::add_days(row.due, GRACE_DAYS);
                let why = Why::InstalmentDue(due(known.plan, row));
                Some(held(self.check_bank(row.due, What::CheckInstalment, why), HoldCause::Plan, Some(until)))
            }
            Standing::Missed(row) => {
                let why = Why::InstalmentMissed(due(known.plan, row));
                Some(held(self.now(What::RecallInstalment, why), HoldCause::Plan, None))
            }
            Standing::NoticeRuns(_, notice) => {
                let why = Why::PlanNotice { sent: notice.sent, until: notice.until };
                let action = self.starting(dates::next_day(notice.until), What::WaitNotice, why);
                Some(held(action, HoldCause::Plan, Some(notice.until)))
            }
            Standing::NoticeUndated(_, notice) => {
                let why = Why::PlanNoticeUndated { sent: notice.sent };
                Some(held(self.now(What::NoteReceipt, why), HoldCause::Plan, None))
            }
            Standing::Breached(row, notice) => {
                let paid_since = row.left().is_zero();
                Some(self.now(What::EndPlan, Why::PlanBreached { until: notice.until, paid_since }))
            }
            Standing::Complete => Some(self.now(What::ClosePlan, Why::PlanComplete { beside: known.beside })),
            Standing::Proposed | Standing::Unanswered | Standing::Stopped(_) | Standing::Ended(_) => None,
        }
    }

    /// What the client proposed, while it is fresh and neither a plan nor a text answered it.
    pub(super) fn proposal(&self) -> Option<Action> {
        let (on, (count, first)) = self.last_open(|kind| match kind {
            CircumstanceKind::Proposal { count, first } => Some((*count, *first)),
            _ => None,
        })?;
        let is_planned = self.setting.plan.is_some_and(|known| on <= known.plan.proposed);
        let is_fresh = self.today <= dates::add_days(on, REASON_DAYS);
        let is_answered = || self.sent_since(on, |step| step == Step::Instalments).is_some();
        (is_fresh && !is_planned && !is_answered())
            .then(|| self.now(What::Answer(Step::Instalments), Why::Proposed { count, first, on }))
    }

    /// A proposal that may still be answered: reminders wait for it.
    pub(super) fn proposed(&self) -> Option<Action> {
        let known = self.setting.plan.filter(|known| known.standing == Standing::Proposed)?;
        let (on, answer_by) = (known.plan.proposed, known.plan.answer_by);
        let why = Why::PlanProposed { on, answer_by };
        let action = self.starting(dates::next_day(answer_by), What::LookAgain, why);
        Some(held(action, HoldCause::PlanProposed, Some(answer_by)))
    }

    /// A proposal whose day for an answer is past, where nothing was sent since: why the ladder goes on.
    pub(super) fn unanswered_plan(&self) -> Option<Why> {
        let known = self.setting.plan.filter(|known| known.standing == Standing::Unanswered)?;
        let (on, answer_by) = (known.plan.proposed, known.plan.answer_by);
        let since = self.sent_since(dates::next_day(answer_by), |_| true);
        since.is_none().then_some(Why::PlanUnanswered { on, answer_by })
    }
}

fn due(plan: &Plan, row: PlanRow) -> Due {
    Due { amount: row.left(), due: row.due, number: row.number, of: plan.instalments.len() }
}
