//! Why one climbs now, beside lateness itself: time that was granted is over, or what the client said leaves nothing to wait
//! for. Suspended work the client was never told of.

use super::super::super::granted;
use super::{Action, CircumstanceKind, Look, REASON_DAYS, Step, Unpaid, What, Why, dates};

impl Look<'_> {
    /// Time that was granted is over, and nothing was asked for since.
    pub(super) fn granted_over(&self) -> Option<Why> {
        let until = granted::over(self.case, self.today)?;
        let asked =
            self.sent_since(dates::next_day(until), |step| step.needs_lateness() || step == Step::Call);
        asked.is_none().then_some(Why::GrantOver { until })
    }

    /// The client said why it does not pay, and it is nothing one waits for: it forgot, or means not to.
    pub(super) fn nothing_to_wait_for(&self) -> Option<Why> {
        let (on, reason) = self.last_open(|kind| match kind {
            CircumstanceKind::Unpaid(reason) => Some(*reason),
            _ => None,
        })?;
        let is_fresh = self.today <= dates::add_days(on, REASON_DAYS);
        let is_plain = matches!(reason, Unpaid::Forgotten | Unpaid::BadFaith);
        let asked =
            || self.sent_since(dates::next_day(on), |step| step.needs_lateness() || step == Step::Call);
        (is_fresh && is_plain && asked().is_none()).then_some(Why::Reason { reason, on })
    }

    /// Work is suspended, and no text said so: the client is told, before anything else is asked of it (LAD-10).
    pub(super) fn untold(&self) -> Option<Action> {
        let (since, work) = self.last_open(|kind| match kind {
            CircumstanceKind::Suspension { work } => Some(work.clone()),
            _ => None,
        })?;
        let due = self.claim.first_unpaid_due()?;
        let told = self.sent_since(due.min(since), |step| step == Step::Suspension);
        let is_late = due < self.today && self.claim.principal_left.is_positive();
        (is_late && told.is_none())
            .then(|| self.now(What::Answer(Step::Suspension), Why::SuspendedUntold { work, since }))
    }
}
