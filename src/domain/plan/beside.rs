//! What a plan leaves aside: penalties that were frozen, interest that went on. One rule, which the form, the proposal, the
//! agreement, the claim and the agenda all say: it is owed beside the sums, and is to be paid within thirty days of the last
//! of them. Nothing of it is asked for before the sums are paid.
//!
//! The thirty days are a term of the plan, of ours and no statute; an agreement signed in an earlier wording gives less. A
//! day on which no bank works is put off to the next that does, by the holidays of all France: nobody can pay on it.

use chrono::NaiveDate;

use super::waiver::given_up;
use super::{End, InterestDuring, Penalties, Plan};
use crate::base::{Amount, Region, dates};
use crate::domain::claim::Claim;

/// Days after its last sum within which what a plan left aside is paid.
pub const BESIDE_DAYS: u32 = 30;

/// The day by which what terms leave aside is paid, from the day of their last sum; none where they leave nothing aside.
#[must_use]
pub fn beside_due(penalties: Penalties, during: InterestDuring, last: NaiveDate) -> Option<NaiveDate> {
    let leaves = penalties == Penalties::Frozen || during == InterestDuring::Runs;
    leaves.then(|| Region::France.working_from(dates::add_days(last, BESIDE_DAYS)))
}

impl Plan {
    /// The day by which what it leaves aside is paid; none where it leaves nothing aside.
    #[must_use]
    pub fn beside_due(&self) -> Option<NaiveDate> {
        beside_due(self.penalties, self.interest, self.ends())
    }

    /// The same of a plan that was kept and closed.
    #[must_use]
    pub fn left_aside_until(&self) -> Option<NaiveDate> {
        self.beside_due().filter(|_| self.ended.is_some_and(|ended| ended.how == End::Settled))
    }

    /// What is owed beside what is still to come of its sums, as long as it is kept: from the claims of its invoices on the
    /// day of the proposal and now.
    #[must_use]
    pub fn beside(&self, received: Amount, claims: impl IntoIterator<Item = (Claim, Claim)>) -> Amount {
        // What is paid beyond one invoice is set against the others: a plan is one debt.
        let kept =
            |(proposed, now): (Claim, Claim)| now.total - now.credit - self.given_up(&proposed, &now).sum();
        let owed: Amount = claims.into_iter().map(kept).sum();
        (owed - self.left(received)).or_zero()
    }

    /// Penalties and fixed sums of an invoice that are claimed now, while it gives time: those its sums pay and, once all of
    /// them are paid, those it left aside. What is given up at its end is not.
    #[must_use]
    /// `claims` are what it covers on the day of the proposal and now, asked for only where they count.
    pub fn penalties_claimed(&self, is_paid: bool, claims: impl FnOnce() -> (Claim, Claim)) -> Amount {
        if !is_paid && self.penalties != Penalties::Included {
            return Amount::ZERO;
        }
        let (proposed, now) = claims();
        let left = now.penalties_left();
        if is_paid {
            return (left - self.given_up(&proposed, &now).sum()).or_zero();
        }
        let since = (now.interest - proposed.interest).or_zero();
        let fallen_due = (now.indemnity - proposed.indemnity).or_zero();
        (left - since - fallen_due).or_zero()
    }
}

/// What is owed of an invoice at the end of terms that were kept, beside what their sums paid.
#[must_use]
pub fn left_aside(penalties: Penalties, during: InterestDuring, proposed: &Claim, end: &Claim) -> Amount {
    (end.balance() - given_up(penalties, during, proposed, end).sum()).or_zero()
}
