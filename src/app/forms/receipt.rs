//! What the post says of a letter, as typed: handed over, presented only, refused, never collected, with its day; and why
//! that is not known.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::required;
use crate::base::dates;
use crate::domain::posting::{Posting, Returned};

/// What became of a letter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It was handed over.
    #[default]
    Received,
    /// It was presented, and is still to be collected.
    Presented,
    /// It was refused.
    Refused,
    /// Nobody collected it.
    NotCollected,
}

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptForm {
    /// What became of it.
    pub fate: Fate,
    /// The day it was handed over or first presented.
    pub day: String,
}

/// Why a plan is declared broken although nobody knows when its notice was received, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndatedForm {
    /// The reason.
    pub why: String,
}

/// A field of either form: each has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReceiptField {
    /// The day.
    Day,
    /// The reason.
    Why,
}

/// What is noted of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    /// What the post says of it.
    pub posting: Posting,
    /// Day it was handed over, where it was.
    pub received: Option<NaiveDate>,
}

impl ReceiptForm {
    /// What is noted of a letter of which that much was known before and which was sent on a day, or every fault: its day
    /// is neither to come nor before it was sent.
    #[must_use]
    pub fn parse(
        &self,
        known: &Posting,
        sent: NaiveDate,
        today: NaiveDate,
    ) -> (Option<Receipt>, Findings<ReceiptField>) {
        let mut findings = Findings::none();
        let day = findings.check(ReceiptField::Day, dates::parse_typed(&self.day));
        if let Some(day) = day {
            if today < day {
                findings.problem(ReceiptField::Day, Problem::InTheFuture);
            } else if day < sent {
                findings.problem(ReceiptField::Day, Problem::ReceivedBeforeSent);
            }
        }
        let day = day.filter(|_| findings.problems.is_empty());
        let receipt = day.map(|day| {
            let is_received = self.fate == Fate::Received;
            let returned = match self.fate {
                Fate::Received | Fate::Presented => None,
                Fate::Refused => Some(Returned::Refused),
                Fate::NotCollected => Some(Returned::NotCollected),
            };
            let presented = if is_received { known.presented } else { Some(day) };
            let posting = Posting { presented, returned, ..known.clone() };
            Receipt { posting, received: Some(day).filter(|_| is_received) }
        });
        (receipt, findings)
    }
}

impl UndatedForm {
    /// The reason, or what is wrong with it.
    #[must_use]
    pub fn parse(&self) -> (Option<String>, Findings<ReceiptField>) {
        let mut findings = Findings::none();
        let why = required(&mut findings, ReceiptField::Why, &self.why);
        (Some(why).filter(|_| findings.problems.is_empty()), findings)
    }
}

#[cfg(test)]
mod tests {
    use super::super::SHORT_TEXT;
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn typed(fate: Fate, text: &str) -> (Option<Receipt>, Findings<ReceiptField>) {
        let known = Posting { number: "1A 234".to_owned(), ..Posting::default() };
        ReceiptForm { fate, day: text.to_owned() }.parse(&known, day("2026-07-06"), day("2026-07-20"))
    }

    #[test]
    fn a_letter_is_dated_by_its_receipt_or_by_its_first_presentation() {
        let receipt = typed(Fate::Received, "9/7/2026").0.unwrap();
        assert_eq!((receipt.received, receipt.posting.presented), (Some(day("2026-07-09")), None));
        assert_eq!(receipt.posting.number, "1A 234", "what was known stays");
        for (fate, returned) in [
            (Fate::Presented, None),
            (Fate::Refused, Some(Returned::Refused)),
            (Fate::NotCollected, Some(Returned::NotCollected)),
        ] {
            let receipt = typed(fate, "8/7/2026").0.unwrap();
            let presented = Some(day("2026-07-08"));
            assert_eq!((receipt.received, receipt.posting.presented), (None, presented));
            assert_eq!(receipt.posting.returned, returned);
        }
    }

    #[test]
    fn a_day_that_cannot_be_and_a_reason_that_is_missing_are_said() {
        let fault = |text| typed(Fate::Received, text).1.problem_of(ReceiptField::Day);
        assert_eq!(fault("21/7/2026"), Some(Problem::InTheFuture));
        assert_eq!(fault("5/7/2026"), Some(Problem::ReceivedBeforeSent));
        assert!(fault("").is_some() && fault("20/7/2026").is_none());
        let why = |why: &str| UndatedForm { why: why.to_owned() }.parse();
        assert!(why(" ").0.is_none() && why(&"a".repeat(SHORT_TEXT + 1)).0.is_none());
        assert_eq!(why(" Avis perdu ").0.as_deref(), Some("Avis perdu"));
    }
}
