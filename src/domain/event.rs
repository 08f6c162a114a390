//! Contact events: what was said or sent to the client, when, how, and in exactly which words.

use std::ops::{Deref, Not};
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// A sent text as it is kept: read when it is looked at. A book has thousands of them, and shows a few.
///
/// What it was read from is only known to be JSON until then: see [`KeptText::is_whole`].
#[derive(Clone)]
pub struct KeptText {
    json: Option<Box<RawValue>>,
    text: OnceLock<Box<SentText>>,
}

impl KeptText {
    /// Whether it reads. One that this program wrote does; of one that comes from elsewhere it must be asked.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.json.as_ref().is_none_or(|json| serde_json::from_str::<SentText>(json.get()).is_ok())
    }
}

impl Deref for KeptText {
    type Target = SentText;

    fn deref(&self) -> &SentText {
        self.text.get_or_init(|| {
            let json = self.json.as_ref().map_or("", |json| json.get());
            // Never lost: where it does not read, what is kept is its text.
            serde_json::from_str(json)
                .unwrap_or_else(|_| Box::new(SentText { body: json.to_owned(), ..SentText::default() }))
        })
    }
}

impl From<SentText> for KeptText {
    fn from(text: SentText) -> Self {
        Self { json: None, text: OnceLock::from(Box::new(text)) }
    }
}

impl PartialEq for KeptText {
    fn eq(&self, other: &Self) -> bool {
        let is_same =
            self.json.as_ref().zip(other.json.as_ref()).is_some_and(|(one, other)| one.get() == other.get());
        is_same || **self == **other
    }
}

impl Eq for KeptText {}

impl std::fmt::Debug for KeptText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (**self).fmt(f)
    }
}

impl Serialize for KeptText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Written as the text is, not as it was found: equal texts are written alike.
        (**self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for KeptText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self { json: Some(Box::deserialize(deserializer)?), text: OnceLock::new() })
    }
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
    pub text: KeptText,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text() -> SentText {
        SentText {
            subject: "Facture n° 12".to_owned(),
            body: "Bonjour,\n« 12 »".to_owned(),
            ..SentText::default()
        }
    }

    #[test]
    fn a_text_read_later_is_the_one_that_was_kept() {
        let json = serde_json::to_string(&KeptText::from(text())).unwrap();
        let kept: KeptText = serde_json::from_str(&json.replacen(',', " ,\n", 1)).unwrap();
        assert!(kept.is_whole());
        assert_eq!(kept, KeptText::from(text()));
        assert_eq!(serde_json::to_string(&kept).unwrap(), json, "written as ever, however it was found");
    }

    #[test]
    fn one_that_does_not_read_is_told_and_not_lost() {
        let kept: KeptText = serde_json::from_str(r#"{"subject":12}"#).unwrap();
        assert!(!kept.is_whole());
        assert_eq!(kept.body, r#"{"subject":12}"#);
        assert!(serde_json::from_str::<KeptText>("{").is_err());
    }
}
