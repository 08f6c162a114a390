//! Reply cards (*cartes de réponse*): a client gets a link or a file, answers on it, and sends a short code back by e-mail.
//! No server is asked: what the link says is in the link, what the code says is in the code.
//!
//! | part | what it is |
//! |---|---|
//! | [`code`] | the answer as 24 letters and digits, with a check against slips and an authenticator |
//! | [`link`] | what the client's page shows, as the part of an address after `#` |
//! | [`mac`] | HMAC-SHA-256, by which a code is tied to the secret of its card |
//!
//! What a code proves: whoever wrote it had the card, and nothing in it was changed since. What it does not: who that was.
//! A card is as secret as the e-mail it went in, and anyone it was forwarded to can answer on it. The written
//! acknowledgement, if there is to be one, is the client's e-mail and not the code.

pub mod code;
pub mod link;
pub mod mac;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::circumstance::DisputeCause;
use crate::base::{Amount, CardId, iso};

/// Bytes of a secret.
pub const SECRET_BYTES: usize = 16;
/// Sums on a card are below this many cents: a code has forty bits for one.
pub const MOST_CENTS: i64 = 1 << 37;
/// Days ahead that a day answered may be: half a year. Reminders wait as long as a promise, and one for years would be none.
/// Good practice, no statute.
pub const DAYS_AHEAD: u32 = 184;
/// Fewest and most instalments a client may propose on a card.
pub const INSTALMENTS: (u32, u32) = (2, 24);

/// What ties a code to its card: drawn at random for each, known to the two who write to each other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Secret(pub [u8; SECRET_BYTES]);

/// A card that was given to the client, kept with each of the invoices it names: those of one card have its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Number within its case.
    pub id: CardId,
    /// Day it was made; the day its balance is stated at.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// What ties its answers to it.
    pub secret: Secret,
    /// The part of its balance that is this invoice's.
    pub amount: Amount,
    /// Day its answer was taken up; it is then good for no other.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<NaiveDate>,
}

/// What a client answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Pays so much by a day.
    Pays {
        /// By when.
        by: NaiveDate,
        /// How much.
        amount: Amount,
    },
    /// Contests so much.
    Contests {
        /// Day of the answer.
        on: NaiveDate,
        /// Why.
        cause: DisputeCause,
        /// How much.
        amount: Amount,
    },
    /// Proposes so many equal instalments, a month apart.
    Instalments {
        /// Day of the first.
        first: NaiveDate,
        /// How many.
        count: u32,
    },
    /// Has paid so much on a day.
    Paid {
        /// When.
        on: NaiveDate,
        /// How much.
        amount: Amount,
    },
}

/// The four answers, without what they say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum AnswerKind {
    /// Pays on a day.
    #[default]
    Pays,
    /// Proposes instalments.
    Instalments,
    /// Has paid.
    Paid,
    /// Contests.
    Contests,
}

impl AnswerKind {
    /// Every answer, in the order a card offers them.
    pub const ALL: [Self; 4] = [Self::Pays, Self::Instalments, Self::Paid, Self::Contests];
}

impl Answer {
    /// Which of the four it is.
    #[must_use]
    pub fn kind(self) -> AnswerKind {
        match self {
            Self::Pays { .. } => AnswerKind::Pays,
            Self::Instalments { .. } => AnswerKind::Instalments,
            Self::Paid { .. } => AnswerKind::Paid,
            Self::Contests { .. } => AnswerKind::Contests,
        }
    }
}

impl TryFrom<String> for Secret {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| "not base64url")?;
        bytes.try_into().map(Self).map_err(|_| "not sixteen bytes")
    }
}

impl From<Secret> for String {
    fn from(secret: Secret) -> Self {
        URL_SAFE_NO_PAD.encode(secret.0)
    }
}

/// Never written where it could be read by chance.
impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_reads_back_and_nothing_else_does() {
        let secret = Secret([7; SECRET_BYTES]);
        let json = serde_json::to_string(&secret).unwrap();
        assert_eq!(serde_json::from_str::<Secret>(&json).unwrap(), secret);
        for wrong in ["\"\"", "\"AAAA\"", "\"é\"", "12"] {
            assert!(serde_json::from_str::<Secret>(wrong).is_err(), "{wrong}");
        }
        assert!(!format!("{secret:?}").contains('7'));
    }
}
