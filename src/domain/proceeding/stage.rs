//! The stages of a proceeding: what may happen in one, and a stage with its day.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::ProceedingKind;
use crate::base::{Amount, iso};
use crate::domain::act::ActKind;

/// What happened in a proceeding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The collector passed money on: how much came in, and what he kept.
    Returned,
    /// The claim was taken back, or the collector gave it back.
    TakenBack,
    /// The assignment was notified to the debtor.
    Notified,
    /// The buyer paid the price, or a part of it.
    PricePaid,
    /// The clerk’s fee was paid.
    FeePaid,
    /// The court asks for something about the request, by a day: to complete it, or to take an order for a part.
    Queried,
    /// The order was made, for how much.
    Made,
    /// The request was refused.
    Refused,
    /// The order or the judgment was served.
    Served,
    /// The clerk told of an opposition.
    Opposed,
    /// What an opposition or a contestation asks for was done: costs advanced, lawyer appointed, answer sent.
    Answered,
    /// A hearing was set for a day.
    HearingSet,
    /// At a hearing, the case was put off to another day (*renvoi*).
    Adjourned,
    /// It was heard, and the decision is announced for a day (*mise en délibéré*).
    Reserved,
    /// The court decided in favour, for how much.
    Judged,
    /// The court dismissed the claim.
    Dismissed,
    /// The decision was appealed.
    Appealed,
    /// The court of appeal decided in favour, for how much.
    AppealWon,
    /// The court of appeal decided against the claim.
    AppealLost,
    /// It can be enforced.
    Enforceable,
    /// An enforcement officer was instructed.
    Instructed,
    /// A measure of enforcement was taken.
    Measure,
    /// The officer invited the debtor to take part.
    Invited,
    /// The debtor agreed, for how much: the officer gives an enforceable title.
    Agreed,
    /// The debtor declined, or kept silent for a month.
    Declined,
    /// The administrator contests what was lodged.
    Contested,
    /// It was admitted, for how much.
    Admitted,
    /// It was not admitted.
    Rejected,
    /// The proceedings were closed for lack of assets.
    ClosedUnpaid,
    /// Both sides agreed in writing to a mediation, or met for the first time (C. civ. art. 2238).
    TalksBegun,
    /// The client answered a letter.
    Replied,
    /// There was news, or it was asked for: what is waited for is looked at again later.
    News,
    /// Costs were awarded or paid back: *dépens*, and a sum under CPC art. 700.
    CostsRecovered,
    /// It was given up, or came to nothing.
    Ended,
}

/// A stage with its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// What happened.
    pub stage: Stage,
    /// When.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// The sum ordered, judged, agreed, admitted, collected, or the *dépens*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// What the collector kept, or the sum under CPC art. 700; of an order served for a part, the principal it gave up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<Amount>,
    /// What it cost the user, in euros: the clerk, the officer, a lawyer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Amount>,
    /// It was handed to the debtor in person.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_person: bool,
    /// Of an appeal: it is the user’s own.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_us: bool,
    /// Of an appeal: the decision is not enforced meanwhile.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub suspends: bool,
    /// The day a court set by it: of a hearing, of its decision, or to answer it by. Of news: when to look again.
    #[serde(default, with = "iso::optional", skip_serializing_if = "Option::is_none")]
    pub set_for: Option<NaiveDate>,
    /// When the hearing starts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<NaiveTime>,
    /// Note, free text: a number, a name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Stage {
    /// It ends the proceeding without money: another way is looked for.
    #[must_use]
    pub fn ends(self) -> bool {
        matches!(
            self,
            Self::TakenBack
                | Self::Refused
                | Self::Dismissed
                | Self::AppealLost
                | Self::Declined
                | Self::Rejected
                | Self::ClosedUnpaid
                | Self::Ended
        )
    }

    /// A sum belongs to it.
    #[must_use]
    pub fn has_amount(self) -> bool {
        matches!(
            self,
            Self::Returned
                | Self::PricePaid
                | Self::Made
                | Self::Judged
                | Self::AppealWon
                | Self::Agreed
                | Self::Admitted
                | Self::CostsRecovered
        )
    }

    /// Money that came in, which each invoice has its own part of.
    #[must_use]
    pub fn is_received(self) -> bool {
        matches!(self, Self::Returned | Self::PricePaid | Self::CostsRecovered)
    }

    /// A court or an officer gives a paper of it, which proves the claim.
    #[must_use]
    pub fn has_paper(self) -> bool {
        matches!(
            self,
            Self::Made
                | Self::Judged
                | Self::AppealWon
                | Self::Agreed
                | Self::Served
                | Self::Enforceable
                | Self::Measure
        )
    }

    /// A day belongs to it: one that a court sets, or the next one to look at it.
    #[must_use]
    pub fn has_day(self) -> bool {
        self.sets_day() || matches!(self, Self::Queried | Self::News)
    }

    /// The claim was dismissed, not admitted, or given up.
    pub(super) fn is_failure(self) -> bool {
        matches!(self, Self::Dismissed | Self::AppealLost | Self::Rejected | Self::Ended)
    }

    /// A second sum belongs to it: what was kept, or CPC art. 700.
    #[must_use]
    pub fn has_beside(self) -> bool {
        matches!(self, Self::Returned | Self::CostsRecovered)
    }

    /// What it means for limitation and for the legal rate, in a proceeding of a kind.
    #[must_use]
    pub fn act(self, kind: ProceedingKind) -> Option<ActKind> {
        match self {
            // The request for an order does not interrupt limitation: its service does.
            Self::Served => Some(ActKind::CourtClaim),
            // The title of a simplified procedure is an officer's, and no decision of a court (CMF art. L313-3).
            Self::Enforceable if kind == ProceedingKind::Simplified => None,
            // What a mediation came to is made enforceable by a judge.
            Self::Enforceable if kind == ProceedingKind::Mediation => Some(ActKind::HomologatedAgreement),
            Self::TalksBegun => Some(ActKind::AmicableBegun),
            Self::Enforceable => Some(ActKind::EnforceableDecision),
            // An officer’s title owns to the debt too.
            Self::Agreed => Some(ActKind::Acknowledgement),
            Self::Measure => Some(ActKind::Enforcement),
            _ => None,
        }
    }
}

impl Milestone {
    /// A stage of which only the day is known.
    #[must_use]
    pub fn new(stage: Stage, date: NaiveDate) -> Self {
        Self {
            stage,
            date,
            amount: None,
            beside: None,
            cost: None,
            in_person: false,
            by_us: false,
            suspends: false,
            set_for: None,
            at: None,
            note: String::new(),
        }
    }
}
