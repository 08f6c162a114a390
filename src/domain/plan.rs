//! Payment plans (*échelonnement*, *protocole d'échelonnement*): what a client owes on one or several invoices, paid in
//! several sums on agreed days.
//!
//! | module | what it knows |
//! |---|---|
//! | [`schedule`] | the days and sums of a plan, from what was agreed: how many, how much each, or until when |
//! | [`caution`] | what to think twice about before proposing a schedule |
//! | [`spoken`] | instalments agreed on the telephone, before they are a plan |
//! | [`shares`] | what each invoice gets of the money that comes in |
//! | [`standing`] | where a plan stands on a day, from the money received |
//! | [`waiver`] | what is given up once a plan was kept to its end |
//! | [`beside`] | what stays owed beside its sums, and by when |
//! | [`breach`] | what is said of one that was broken |
//!
//! Nothing is given up while a plan runs: claims go on as if there were none, so that a plan that is broken leaves them
//! as they would have been without it.
//!
//! Sources: C. civ. art. 1343-5 (a court spreads over 24 months at most), 2240 (a signed plan owns to the debt and
//! starts limitation again). A term is not lost by itself: the plan says that all is due once a notice was left
//! unanswered for so many days. Read in November 2026.

pub mod beside;
pub mod breach;
pub mod caution;
pub mod schedule;
pub mod shares;
pub mod spoken;
pub mod standing;
pub mod waiver;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::claim::{Claim, Instalment};
use crate::base::iso;
use crate::base::{Amount, ClientId, InvoiceId, PlanId, Region, dates};

/// Fewest days a notice gives before all is due: shorter ones are struck down.
pub const SHORTEST_NOTICE_DAYS: u32 = 8;
/// Most days a notice gives that are usual.
pub const LONGEST_NOTICE_DAYS: u32 = 15;

/// What becomes of penalties and fixed sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Penalties {
    /// They are part of what the plan spreads.
    #[default]
    Included,
    /// They stay owed beside the plan, as they were when it was proposed, and are paid after it: see [`beside`].
    Frozen,
    /// They are given up once the plan was kept to its end.
    WaivedIfKept,
}

/// Whether late interest goes on while the plan is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InterestDuring {
    /// It stops from the day of the proposal, on condition that the plan is kept.
    #[default]
    Stops,
    /// It goes on, and is owed at the end.
    Runs,
}

/// A notice to pay what was missed (*mise en demeure*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Day it was sent.
    #[serde(with = "iso")]
    pub sent: NaiveDate,
    /// The last day it gave: counted from its receipt where that is noted, else from when it is expected to arrive.
    #[serde(with = "iso")]
    pub until: NaiveDate,
    /// It went by post, and neither its receipt nor its first presentation is noted. Derived from its sending, never kept.
    #[serde(skip)]
    pub is_estimate: bool,
}

/// How a plan ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// The proposal was refused, replaced or taken back.
    Withdrawn,
    /// It was not kept: all is due again (*déchéance du terme*).
    Broken,
    /// It was paid to its end, and what was agreed for that is given up.
    Settled,
    /// It was paid to its end, but not on its days: nothing is given up.
    PaidLate,
}

/// The end of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// How.
    pub how: End,
    /// When.
    #[serde(with = "iso")]
    pub on: NaiveDate,
}

/// The creditor let a plan go on although its notice had been left unanswered: money that comes later does not do that by
/// itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoesOn {
    /// Day it was decided. Notices sent until then count no more.
    #[serde(with = "iso")]
    pub on: NaiveDate,
    /// What was written to the client about it.
    pub written: String,
}

/// What the client contests of an invoice, and a plan leaves out: nobody owns to it by signing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reserved {
    /// Which invoice.
    pub invoice: InvoiceId,
    /// How much of its principal.
    pub amount: Amount,
}

/// A payment plan with one client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Number within the book.
    pub id: PlanId,
    /// Who owes.
    pub client: ClientId,
    /// The invoices it covers, at least one, all of one currency.
    pub invoices: Vec<InvoiceId>,
    /// Day it was proposed; what is owed was counted to its end.
    #[serde(with = "iso")]
    pub proposed: NaiveDate,
    /// Day by which the client answers; reminders wait until then.
    #[serde(with = "iso")]
    pub answer_by: NaiveDate,
    /// What had been received on these invoices before: only what comes on top pays the plan.
    pub paid_before: Amount,
    /// What is paid down, and by when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub down_payment: Option<Instalment>,
    /// The instalments in the order of their days, at least one.
    pub instalments: Vec<Instalment>,
    /// What becomes of penalties.
    pub penalties: Penalties,
    /// Whether interest goes on meanwhile.
    pub interest: InterestDuring,
    /// Days a notice gives before all is due.
    pub notice_days: u32,
    /// Day the client signed, or agreed in writing.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub accepted: Option<NaiveDate>,
    /// Notices about what was missed as versions before this one noted them, in order; since then each is a text that was
    /// sent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
    /// How it ended, where it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Ended>,
    /// Note, free text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Why it was declared broken although the receipt of its notice is not known; empty where it is, or where it was kept.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub undated_because: String,
    /// When it was let go on although a notice had been left unanswered, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goes_on: Vec<GoesOn>,
    /// What of its invoices was contested when it was proposed, and is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reserved: Vec<Reserved>,
}

impl Penalties {
    /// Every choice, in the order a form offers them.
    pub const ALL: [Self; 3] = [Self::Included, Self::Frozen, Self::WaivedIfKept];

    /// What a plan has to spread of what is owed on the invoices it covers.
    #[must_use]
    pub fn amount<'a>(self, claims: impl IntoIterator<Item = &'a Claim>) -> Amount {
        let part = |claim: &Claim| match self {
            Self::Included => claim.balance(),
            Self::Frozen | Self::WaivedIfKept => claim.principal_left,
        };
        claims.into_iter().map(part).sum()
    }
}

/// What is left out of an invoice.
#[must_use]
pub fn reserved_of(reserved: &[Reserved], invoice: InvoiceId) -> Amount {
    reserved.iter().filter(|one| one.invoice == invoice).map(|one| one.amount).sum()
}

impl InterestDuring {
    /// Every choice, in the order a form offers them.
    pub const ALL: [Self; 2] = [Self::Stops, Self::Runs];
}

impl Plan {
    /// What is to be paid, in order: what is paid down, then the instalments.
    pub fn sums(&self) -> impl Iterator<Item = Instalment> {
        self.down_payment.into_iter().chain(self.instalments.iter().copied())
    }

    /// All that is to be paid.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.sums().map(|sum| sum.amount).sum()
    }

    /// What of an invoice it leaves out.
    #[must_use]
    pub fn reserved_of(&self, invoice: InvoiceId) -> Amount {
        reserved_of(&self.reserved, invoice)
    }

    /// Signed, and not ended.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.accepted.is_some() && self.ended.is_none()
    }

    /// Proposed, neither signed nor ended.
    #[must_use]
    pub fn is_open_proposal(&self) -> bool {
        self.accepted.is_none() && self.ended.is_none()
    }

    /// The last day of a notice received on a day, or first presented then: its days run from the day after, and its last
    /// one is moved to a working day.
    #[must_use]
    pub fn notice_until(&self, received: NaiveDate, region: Region) -> NaiveDate {
        region.working_from(dates::add_days(received, self.notice_days))
    }

    /// Whether its facts agree with one another: something to pay, in order, to the cent; and whether what is kept of it can
    /// be read again, which a sum beyond what may be entered could not.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let sums: Vec<Instalment> = self.sums().collect();
        !self.invoices.is_empty()
            && self.paid_before.can_be_kept()
            && self.reserved.iter().all(|one| one.amount.is_positive() && one.amount.can_be_kept())
            && sums.iter().all(|sum| sum.amount.can_be_kept())
            && !self.instalments.is_empty()
            && sums.iter().all(|sum| sum.amount.is_positive())
            && self.instalments.is_sorted_by(|a, b| a.due < b.due)
            && self.accepted.is_none_or(|signed| self.proposed <= signed)
    }
}
