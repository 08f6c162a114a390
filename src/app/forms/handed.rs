//! An invoice that was sent before it was entered here, or another way too: when, how and to whom.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::command::SendingDraft;
use super::super::problem::{Findings, Problem};
use super::{SHORT_TEXT, date, text};
use crate::domain::event::Channel;

/// Ways an invoice is sent.
pub const WAYS: [Channel; 5] =
    [Channel::Email, Channel::Post, Channel::Hand, Channel::Portal, Channel::RegisteredPost];

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedForm {
    /// Day it was sent.
    pub date: String,
    /// How.
    pub channel: Channel,
    /// To whom, with what proves it.
    pub to: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HandedField {
    /// Day.
    Date,
    /// To whom.
    To,
}

impl Default for HandedForm {
    fn default() -> Self {
        Self { date: String::new(), channel: Channel::Email, to: String::new() }
    }
}

impl HandedForm {
    /// The sending of the invoice, or every fault.
    #[must_use]
    pub fn parse(
        &self,
        issued: NaiveDate,
        today: NaiveDate,
    ) -> (Option<SendingDraft>, Findings<HandedField>) {
        let mut findings = Findings::none();
        let day = date(&mut findings, HandedField::Date, &self.date, today);
        let to = text(&mut findings, HandedField::To, &self.to, SHORT_TEXT);
        if day.is_some_and(|day| today < day) {
            findings.problem(HandedField::Date, Problem::InTheFuture);
        } else if day.is_some_and(|day| day < issued) {
            findings.problem(HandedField::Date, Problem::SentBeforeIssue);
        }
        let draft = day
            .filter(|_| findings.problems.is_empty())
            .map(|day| SendingDraft { to, ..SendingDraft::invoice(day, self.channel) });
        (draft, findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::domain::event::Step;

    fn parse(date: &str) -> (Option<SendingDraft>, Findings<HandedField>) {
        let form = HandedForm { date: date.to_owned(), ..HandedForm::default() };
        form.parse(parse_iso("2026-02-13").unwrap(), parse_iso("2026-11-24").unwrap())
    }

    #[test]
    fn an_invoice_is_sent_between_its_issue_and_today() {
        assert_eq!(parse("").1.problem_of(HandedField::Date), Some(Problem::Required));
        assert_eq!(parse("12/02/2026").1.problem_of(HandedField::Date), Some(Problem::SentBeforeIssue));
        assert_eq!(parse("25/11/2026").1.problem_of(HandedField::Date), Some(Problem::InTheFuture));
        let sent = parse("14/02/2026").0.unwrap();
        assert_eq!((sent.step, sent.channel), (Step::Invoice, Channel::Email));
    }
}
