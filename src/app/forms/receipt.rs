//! What the post says of a registered letter, as typed: its number, when it was presented, whether it was handed over, refused
//! or never collected. One form, on the page of a claim and on that of a plan. And why none of that is known.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::{SHORT_TEXT, optional_date, required, text};
use crate::base::dates;
use crate::domain::posting::{Posting, Returned};

/// Where a letter stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fate {
    /// It is on its way, or was presented and is still to be collected.
    #[default]
    OnItsWay,
    /// It was handed over.
    Received,
    /// It was refused.
    Refused,
    /// Nobody collected it.
    NotCollected,
}

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReceiptForm {
    /// Number on the receipt of the post.
    pub number: String,
    /// The day it was first presented.
    pub presented: String,
    /// Where it stands.
    pub fate: Fate,
    /// The day it was handed over.
    pub received: String,
}

/// Why a plan is declared broken although nobody knows when its notice was received, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndatedForm {
    /// The reason.
    pub why: String,
}

/// A field of either form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReceiptField {
    /// Number of the letter.
    Number,
    /// The day it was presented.
    Presented,
    /// The day it was handed over.
    Received,
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

impl Fate {
    /// Where a letter stands of which that much is known.
    #[must_use]
    pub fn of(posting: &Posting, received: Option<NaiveDate>) -> Self {
        match (received, posting.returned) {
            (Some(_), _) => Self::Received,
            (None, Some(Returned::Refused)) => Self::Refused,
            (None, Some(Returned::NotCollected)) => Self::NotCollected,
            (None, None) => Self::OnItsWay,
        }
    }
}

impl ReceiptForm {
    /// What is known already; days written by `day`.
    #[must_use]
    pub fn of(posting: &Posting, received: Option<NaiveDate>, day: impl Fn(NaiveDate) -> String) -> Self {
        Self {
            number: posting.number.clone(),
            presented: posting.presented.map(&day).unwrap_or_default(),
            fate: Fate::of(posting, received),
            received: received.map(&day).unwrap_or_default(),
        }
    }

    /// What is noted of a letter that was sent on a day, or every fault: no day of it is to come or before it was sent, and it
    /// is not handed over before it is presented.
    #[must_use]
    pub fn parse(&self, sent: NaiveDate, today: NaiveDate) -> (Option<Receipt>, Findings<ReceiptField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let number = text(f, ReceiptField::Number, &self.number, SHORT_TEXT);
        let presented = optional_date(f, ReceiptField::Presented, &self.presented);
        possible(f, ReceiptField::Presented, presented, sent, today);
        let received = if self.fate == Fate::Received {
            let day = f.check(ReceiptField::Received, dates::parse_typed(&self.received));
            possible(f, ReceiptField::Received, day, presented.unwrap_or(sent).max(sent), today);
            day
        } else {
            None
        };
        let returned = match self.fate {
            Fate::OnItsWay | Fate::Received => None,
            Fate::Refused => Some(Returned::Refused),
            Fate::NotCollected => Some(Returned::NotCollected),
        };
        let posting = Posting { number, presented, returned };
        let is_sound = findings.problems.is_empty();
        (is_sound.then_some(Receipt { posting, received }), findings)
    }
}

/// A day that has come, and not before another.
fn possible(
    findings: &mut Findings<ReceiptField>,
    field: ReceiptField,
    day: Option<NaiveDate>,
    least: NaiveDate,
    today: NaiveDate,
) {
    if day.is_some_and(|day| today < day) {
        findings.problem(field, Problem::InTheFuture);
    } else if day.is_some_and(|day| day < least) {
        findings.problem(field, Problem::ReceivedBeforeSent);
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
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn form(fate: Fate, presented: &str, received: &str) -> ReceiptForm {
        let number = " 1A 234 ".to_owned();
        ReceiptForm { number, presented: presented.to_owned(), fate, received: received.to_owned() }
    }

    fn typed(fate: Fate, presented: &str, received: &str) -> (Option<Receipt>, Findings<ReceiptField>) {
        form(fate, presented, received).parse(day("2026-07-06"), day("2026-07-20"))
    }

    #[test]
    fn a_letter_is_dated_by_its_receipt_or_by_its_first_presentation() {
        let receipt = typed(Fate::Received, "8/7/2026", "9/7/2026").0.unwrap();
        let presented = Some(day("2026-07-08"));
        assert_eq!((receipt.received, receipt.posting.presented), (Some(day("2026-07-09")), presented));
        assert_eq!(receipt.posting.number, "1A 234");
        for (fate, returned) in [
            (Fate::OnItsWay, None),
            (Fate::Refused, Some(Returned::Refused)),
            (Fate::NotCollected, Some(Returned::NotCollected)),
        ] {
            let receipt = typed(fate, "8/7/2026", "9/7/2026").0.unwrap();
            assert_eq!((receipt.received, receipt.posting.presented), (None, presented), "{fate:?}");
            assert_eq!(receipt.posting.returned, returned);
            let again = ReceiptForm::of(&receipt.posting, None, |day| day.format("%d/%m/%Y").to_string());
            assert_eq!(again.parse(day("2026-07-06"), day("2026-07-20")).0, Some(receipt));
        }
        assert!(typed(Fate::OnItsWay, "", "").0.is_some(), "its number alone is worth noting");
    }

    #[test]
    fn a_day_that_cannot_be_and_a_reason_that_is_missing_are_said() {
        let fault = |text| typed(Fate::Received, "", text).1.problem_of(ReceiptField::Received);
        assert_eq!(fault("21/7/2026"), Some(Problem::InTheFuture));
        assert_eq!(fault("5/7/2026"), Some(Problem::ReceivedBeforeSent));
        assert!(fault("").is_some() && fault("20/7/2026").is_none());
        let presented = |text| typed(Fate::Refused, text, "").1.problem_of(ReceiptField::Presented);
        assert_eq!(presented("5/7/2026"), Some(Problem::ReceivedBeforeSent));
        assert!(presented("31/6/2026").is_some() && presented("6/7/2026").is_none());
        let before = typed(Fate::Received, "9/7/2026", "8/7/2026").1;
        assert_eq!(before.problem_of(ReceiptField::Received), Some(Problem::ReceivedBeforeSent));
        assert!(typed(Fate::Refused, "", "21/7/2026").0.is_some(), "a day that does not show is not judged");
        let why = |why: &str| UndatedForm { why: why.to_owned() }.parse();
        assert!(why(" ").0.is_none() && why(&"a".repeat(SHORT_TEXT + 1)).0.is_none());
        assert_eq!(why(" Avis perdu ").0.as_deref(), Some("Avis perdu"));
    }
}
