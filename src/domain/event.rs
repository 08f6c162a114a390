//! Contact events: what was said or sent to the client, when, how, and in exactly which words.

use std::ops::Not;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::iso;
use crate::base::{Amount, EventId};

/// How a text reached the client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// Electronic mail.
    Email,
    /// Ordinary post.
    Post,
    /// Registered post with acknowledgement of receipt (*LRAR*).
    RegisteredPost,
    /// Handed over in person.
    Hand,
}

/// What was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// First reminder.
    FirstReminder,
    /// Firm reminder, with penalties and fixed sum in figures.
    FirmReminder,
    /// Formal notice (*mise en demeure*).
    FormalNotice,
}

/// A text as it was sent: frozen with its figures and the edition of the rate table behind them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentText {
    /// Subject line.
    pub subject: String,
    /// Whole text.
    pub body: String,
    /// Day the figures were stated at (« arrêté au »).
    #[serde(with = "iso")]
    pub as_of: NaiveDate,
    /// Principal claimed.
    pub principal: Amount,
    /// Penalties claimed.
    pub interest: Amount,
    /// Fixed sum claimed.
    pub indemnity: Amount,
    /// Edition of the rate table.
    #[serde(with = "iso")]
    pub rates: NaiveDate,
    /// The table was corrected by the user.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub rates_corrected: bool,
    /// Some of the money claimed rests on a rate that was provisional.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub provisional: bool,
    /// Version of the program that wrote it.
    #[serde(default)]
    pub program: String,
}

/// A sending recorded by the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Number within the book.
    pub id: EventId,
    /// Day it was sent.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// How.
    pub channel: Channel,
    /// What.
    pub step: Step,
    /// Last day the text gave to pay.
    #[serde(with = "iso")]
    pub deadline: NaiveDate,
    /// Day the client received it, where known: interest of a consumer runs from the formal notice's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<NaiveDate>,
    /// The exact text.
    pub text: SentText,
}
