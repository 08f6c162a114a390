//! Contact events: what was said or sent to the client, when, how, and in exactly which words.

use std::ops::{Deref, Not};
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

use super::author::Author;
use super::notice::NoticeTerms;
use super::posting::Posting;
use crate::base::iso;
use crate::base::json::Json;
use crate::base::{Amount, EventId};

/// How a client was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// Electronic mail.
    Email,
    /// Text message to a telephone.
    Sms,
    /// By word of mouth on the telephone.
    Phone,
    /// Ordinary post.
    Post,
    /// Registered post with acknowledgement of receipt (*LRAR*).
    RegisteredPost,
    /// Handed over in person.
    Hand,
    /// Handed in on a portal: Chorus Pro, a platform for electronic invoices.
    Portal,
}

/// What a contact with the client is about: a step of the ladder, or an occasion beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The invoice itself is sent.
    Invoice,
    /// Asks whether the invoice arrived and how it will be paid, before it is due.
    ReceiptCheck,
    /// Courtesy notice: the due date is near.
    Courtesy,
    /// First call, to find the reason.
    FirstCall,
    /// First reminder.
    FirstReminder,
    /// Second call.
    SecondCall,
    /// Firm reminder, with penalties and fixed sum in figures.
    FirmReminder,
    /// Last reminder: a warning before formal notice, with the updated balance.
    LastReminder,
    /// Penalties and fixed sum asked for in a note of their own (*note de pénalités*).
    PenaltyNote,
    /// Formal notice (*mise en demeure*).
    FormalNotice,
    /// A call outside the ladder.
    Call,
    /// Puts a call in writing.
    Recap,
    /// Recalls a promise that was not kept.
    BrokenPromise,
    /// The invoice once more, for a client who lost it or never got it.
    Duplicate,
    /// Asks who approves the invoice, and when.
    Approval,
    /// Asks the client to confirm the balance in writing.
    Confirmation,
    /// The invoice with its details put right: order number, address.
    Correction,
    /// Asks who answers for a client that is said to be insolvent or closed; it asks for no money.
    Inquiry,
    /// Proposes a meeting and a remedy to a client who is not satisfied.
    Meeting,
    /// Proposes instalments to a client short of cash.
    Instalments,
    /// Gives notice about a missed sum of a signed plan (*mise en demeure*).
    PlanNotice,
    /// Offers less, or something done, if the client settles by a day.
    Offer,
    /// Confirms what was agreed about a dispute.
    Agreed,
    /// Work is suspended until payment.
    Suspension,
    /// Work goes on again.
    Resumption,
    /// Thanks for a payment.
    Thanks,
    /// A document beside these texts: a statement, a receipt, an agreement. Its subject says which.
    Document,
}

impl Step {
    /// Every step of the ladder, in its order, then every occasion that has a text of its own.
    pub const ALL: [Self; 26] = [
        Self::Invoice,
        Self::ReceiptCheck,
        Self::Courtesy,
        Self::FirstCall,
        Self::FirstReminder,
        Self::SecondCall,
        Self::FirmReminder,
        Self::LastReminder,
        Self::PenaltyNote,
        Self::FormalNotice,
        Self::Call,
        Self::Recap,
        Self::BrokenPromise,
        Self::Duplicate,
        Self::Approval,
        Self::Confirmation,
        Self::Correction,
        Self::Inquiry,
        Self::Meeting,
        Self::Instalments,
        Self::PlanNotice,
        Self::Offer,
        Self::Agreed,
        Self::Suspension,
        Self::Resumption,
        Self::Thanks,
    ];

    /// It asks, in writing and after the due date, for the money: what a formal notice must not come before.
    #[must_use]
    pub fn is_reminder(self) -> bool {
        matches!(
            self,
            Self::FirstReminder
                | Self::FirmReminder
                | Self::LastReminder
                | Self::PenaltyNote
                | Self::BrokenPromise
                | Self::PlanNotice
        )
    }

    /// It is a conversation, and not a text.
    #[must_use]
    pub fn is_call(self) -> bool {
        matches!(self, Self::FirstCall | Self::SecondCall | Self::Call)
    }

    /// It only makes sense while the client owes something past its due date.
    #[must_use]
    pub fn needs_lateness(self) -> bool {
        self.is_reminder()
            || matches!(
                self,
                Self::FirstCall
                    | Self::SecondCall
                    | Self::FormalNotice
                    | Self::Instalments
                    | Self::Suspension
            )
    }
}

/// How a call ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// A promise to pay.
    Promise,
    /// Instalments were agreed on.
    Plan,
    /// Something is contested.
    Dispute,
    /// The invoice is to be sent again.
    Resend,
    /// Somebody else is in charge.
    NewContact,
    /// The client says it is paid.
    SaysPaid,
    /// To be called again on a day.
    CallBack,
    /// A message was left.
    Voicemail,
    /// Nobody answered.
    NoAnswer,
    /// The client will not pay.
    Refuses,
}

impl Outcome {
    /// Every outcome, in the order the screen of a call offers them.
    pub const ALL: [Self; 10] = [
        Self::Promise,
        Self::Plan,
        Self::Dispute,
        Self::Resend,
        Self::NewContact,
        Self::SaysPaid,
        Self::Refuses,
        Self::CallBack,
        Self::Voicemail,
        Self::NoAnswer,
    ];

    /// Somebody was spoken to: the call is worth an e-mail that puts it in writing.
    #[must_use]
    pub fn wants_recap(self) -> bool {
        !matches!(self, Self::Voicemail | Self::NoAnswer | Self::CallBack)
    }

    /// Nobody was spoken to, not even to name a day.
    #[must_use]
    pub fn reached_nobody(self) -> bool {
        matches!(self, Self::Voicemail | Self::NoAnswer)
    }
}

/// What was said on the telephone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// How it ended.
    pub outcome: Outcome,
    /// Notes taken.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// How long it took, in seconds.
    #[serde(default)]
    pub seconds: u32,
    /// Day to call again.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub again: Option<NaiveDate>,
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
    /// Its number in the user's own series, of a penalty note: `NP-2026-001`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Author::is_own")]
    pub by: Author,
    /// It is a document about several invoices, whose words are kept with another one of them.
    #[serde(default, skip_serializing_if = "Not::not")]
    pub elsewhere: bool,
    /// What it granted and joined, of a formal notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<NoticeTerms>,
    /// A letter as it was laid out, for printing it again exactly so; what is in it is the business of those who lay out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub laid_out: Option<Json>,
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

/// A contact recorded by the user: a text that was sent, an invoice handed in, a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Number within the book.
    pub id: EventId,
    /// Day it was sent, or of the call.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// How.
    pub channel: Channel,
    /// What.
    pub step: Step,
    /// Last day the text gave to pay; its own day where it gave none.
    #[serde(with = "iso")]
    pub deadline: NaiveDate,
    /// Day the client received it, where known: interest of a consumer runs from the formal notice's.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub received: Option<NaiveDate>,
    /// What became of it, of a registered letter.
    #[serde(default, skip_serializing_if = "Posting::is_unknown")]
    pub posting: Posting,
    /// To whom: a person, an address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// What was said, of a call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<Call>,
    /// Why it was made although the contact budget, the hour or the day spoke against it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub exception: String,
    /// The exact text; empty where none is known.
    pub text: KeptText,
}

impl Event {
    /// It was by word of mouth, and not a text: a call that could not be made may have been written.
    #[must_use]
    pub fn is_spoken(&self) -> bool {
        self.call.is_some() || (self.channel == Channel::Phone && self.step.is_call())
    }

    /// It was sent without this program: its words are not known here.
    #[must_use]
    pub fn is_outside(&self) -> bool {
        !self.is_spoken() && self.text.body.trim().is_empty() && !self.text.elsewhere
    }

    /// It announces a formal notice that goes by post: that letter is the notice. A notice whose words are not known here may
    /// have been given by e-mail.
    #[must_use]
    pub fn is_cover(&self) -> bool {
        self.step == Step::FormalNotice
            && matches!(self.channel, Channel::Email | Channel::Portal)
            && !self.is_outside()
    }

    /// It is one document, noted on two invoices it is about: the words of such a one may be kept with one of them alone.
    #[must_use]
    pub fn is_same_document(&self, other: &Self) -> bool {
        let (one, two) = (&self.text, &other.text);
        (self.date, self.step, self.channel, &self.to) == (other.date, other.step, other.channel, &other.to)
            && (one.elsewhere || two.elsewhere)
            && one.subject == two.subject
    }

    /// The day it is known to have reached the client: its receipt; of a registered letter that came back, its first
    /// presentation.
    #[must_use]
    pub fn arrived(&self) -> Option<NaiveDate> {
        self.received.or(self.posting.presented.filter(|_| self.posting.returned.is_some()))
    }
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
