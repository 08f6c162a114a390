//! Limitation at hand: no reminder interrupts it, so that a way that does comes before every one of them.

use super::{Action, Look, What, Why, dates};

/// Days before the end of the period from which nothing else is asked for: what it takes to draw up a request, or to have an
/// acknowledgement signed.
const LAST_DAYS: u32 = 45;

impl Look<'_> {
    /// The period ends soon and nothing that would interrupt it is under way.
    pub(super) fn limited(&self) -> Option<Action> {
        let expires = self.case.limitation(self.setting.client.debtor(), self.today)?.expires;
        let is_near = self.today <= expires && expires <= dates::add_days(self.today, LAST_DAYS);
        let is_late = self.case.invoice.due < self.today;
        (is_near && is_late).then(|| {
            let action = self.now(What::Decide, Why::LimitationNear { expires });
            // Not on a working day after the last one.
            Action { day: action.day.min(expires), ..action }
        })
    }
}
