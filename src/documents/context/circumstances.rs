//! What is known of why a claim is not paid and of how it will be, as texts write it: promise, call, plan, dispute, payment.

use crate::base::Amount;
use crate::domain::event::Outcome;
use crate::domain::plan::Penalties;

/// A promise that was not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseText {
    /// How much.
    pub amount: String,
    /// By which day, with its weekday.
    pub day: String,
    /// Who promised: `Madame Le Goff`.
    pub who: String,
    /// Day it was made.
    pub made: String,
    /// It was made on the telephone.
    pub spoken: bool,
    /// Those before it that were not kept either, in a sentence; empty where there is none.
    pub earlier: String,
}

/// A call that is put in writing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallText {
    /// How it ended.
    pub outcome: Outcome,
    /// Its day, with its weekday; nothing where it was on the day of the text.
    pub day: String,
    /// Who was spoken to.
    pub person: String,
    /// Notes taken. Never part of a built-in text: they are the user’s own.
    pub note: String,
    /// Sum promised, or of all instalments agreed on.
    pub amount: String,
    /// Day it was promised for, with its weekday.
    pub by: String,
    /// What is due beside a part that was promised; nothing where all of it was.
    pub rest: String,
    /// What was agreed on, sum by sum.
    pub instalments: Vec<InstalmentText>,
}

/// What a payment plan says beside its sums.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanText {
    /// All that is to be paid.
    pub amount: String,
    /// Days a notice gives before all falls due again: `8 jours`.
    pub notice: String,
    /// What becomes of penalties and fixed sums; none where none are owed to speak of.
    pub penalties: Option<Penalties>,
    /// What it leaves aside, as far as it is known: what is owed besides on the day it is proposed.
    pub aside: String,
    /// The day by which that is paid.
    pub aside_by: String,
    /// Interest stops while it is kept.
    pub stops: bool,
    /// Interest goes on while it is kept.
    pub runs: bool,
    /// It spreads what is contested as well.
    pub whole: bool,
}

/// A sum to be paid on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalmentText {
    /// It is paid down, before the instalments.
    pub down: bool,
    /// How much.
    pub amount: String,
    /// The same as an amount.
    pub sum: Amount,
    /// Its day, with its weekday.
    pub day: String,
}

/// What is contested.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DisputeText {
    /// What: `la qualité du travail`.
    pub cause: String,
    /// It is the price or the order, and not the work.
    pub apart: bool,
    /// It is the order itself.
    pub unordered: bool,
    /// Day by which the user answers, with its weekday.
    pub answer_by: String,
}

/// Work that is suspended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuspensionText {
    /// Which.
    pub work: String,
    /// Since which day.
    pub since: String,
    /// It still is.
    pub open: bool,
}

/// A payment received.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaymentText {
    /// How much.
    pub amount: String,
    /// When.
    pub day: String,
}

/// How the client pays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a question to ask")]
pub struct CircuitText {
    /// Steps of approval.
    pub approval: String,
    /// Days of payment.
    pub payment_days: String,
    /// Where invoices are handed in.
    pub portal: String,
    /// Not known: whether an order number is needed.
    pub ask_order_number: bool,
    /// Not known: whether there is a portal.
    pub ask_portal: bool,
    /// Not known: who approves.
    pub ask_approval: bool,
    /// Not known: days of payment.
    pub ask_payment_days: bool,
    /// Not known: who keeps the accounts.
    pub ask_accounts: bool,
}
