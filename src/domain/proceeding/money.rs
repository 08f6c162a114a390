//! The money of a proceeding: what it cost the user, what came back of that, what a collector or a buyer paid.
//!
//! What is noted here counts among the costs of the claim (see `domain::cost`) and is not entered there again.

use chrono::NaiveDate;

use super::{Proceeding, ProceedingKind, Stage};
use crate::base::Amount;

impl Stage {
    /// The user may have paid for it: the clerk, the officer, a lawyer.
    #[must_use]
    pub fn has_cost(self) -> bool {
        matches!(
            self,
            Self::Notified
                | Self::FeePaid
                | Self::Served
                | Self::Answered
                | Self::Judged
                | Self::Dismissed
                | Self::Appealed
                | Self::AppealWon
                | Self::AppealLost
                | Self::Enforceable
                | Self::Instructed
                | Self::Measure
                | Self::Invited
                | Self::Agreed
                | Self::TalksBegun
        )
    }
}

impl ProceedingKind {
    /// The user may pay for its beginning: opening a file, a writ, a contribution. A sale and a loss cost nothing to note.
    #[must_use]
    pub fn has_cost(self) -> bool {
        !self.is_out()
    }
}

impl Proceeding {
    /// What it cost until the end of a day, in euros, each with its day and stage; none for its beginning.
    pub fn costs(&self, today: NaiveDate) -> impl Iterator<Item = (NaiveDate, Option<Stage>, Amount)> {
        let began = self.cost.filter(|_| self.date <= today).map(|cost| (self.date, None, cost));
        let stages = self.known(today).filter_map(|one| Some((one.date, Some(one.stage), one.cost?)));
        began.into_iter().chain(stages)
    }

    /// All of that.
    #[must_use]
    pub fn spent(&self, today: NaiveDate) -> Amount {
        self.costs(today).map(|(_, _, cost)| cost).sum()
    }

    /// What was awarded of costs or paid back: *dépens*, then CPC art. 700.
    #[must_use]
    pub fn recovered(&self, today: NaiveDate) -> (Amount, Amount) {
        self.sums(Stage::CostsRecovered, today)
    }

    /// What a collector passed on: what came in, then what he kept.
    #[must_use]
    pub fn returned(&self, today: NaiveDate) -> (Amount, Amount) {
        self.sums(Stage::Returned, today)
    }

    /// What the buyer paid until the end of a day.
    #[must_use]
    pub fn price_paid(&self, today: NaiveDate) -> Amount {
        self.sums(Stage::PricePaid, today).0
    }

    /// What is still to come of the price of a sale; zero where none was noted.
    #[must_use]
    pub fn unpaid_price(&self, today: NaiveDate) -> Amount {
        let price = self.amount.filter(|_| self.kind == ProceedingKind::Sold).unwrap_or_default();
        (price - self.price_paid(today)).or_zero()
    }

    fn sums(&self, stage: Stage, today: NaiveDate) -> (Amount, Amount) {
        let of_it = || self.known(today).filter(move |one| one.stage == stage);
        (of_it().filter_map(|one| one.amount).sum(), of_it().filter_map(|one| one.beside).sum())
    }
}
