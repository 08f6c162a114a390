//! What was sent without this program: the invoice before it was entered here, or another way too; a reminder or a formal
//! notice of before, or by somebody asked to. What, when, how, to whom and by whom; for a formal notice, what it gave and when
//! it was received.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::command::SendingDraft;
use super::super::problem::{Findings, Problem};
use super::{SHORT_TEXT, date, optional_date, text};
use crate::domain::author::Author;
use crate::domain::event::{Channel, SentText, Step};
use crate::domain::posting::Posting;

/// Ways a text is sent.
pub const WAYS: [Channel; 5] =
    [Channel::Email, Channel::Post, Channel::Hand, Channel::Portal, Channel::RegisteredPost];

/// What may have been sent, in the order offered.
pub const STEPS: [Step; 5] =
    [Step::Invoice, Step::FirstReminder, Step::FirmReminder, Step::LastReminder, Step::FormalNotice];

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandedForm {
    /// What was sent.
    #[serde(default = "invoice")]
    pub step: Step,
    /// Day it was sent.
    pub date: String,
    /// How.
    pub channel: Channel,
    /// To whom, with what proves it.
    pub to: String,
    /// Who wrote it.
    #[serde(default)]
    pub by: Author,
    /// Number of the registered letter.
    #[serde(default)]
    pub number: String,
    /// Last day it gave to pay.
    #[serde(default)]
    pub until: String,
    /// Day it was received.
    #[serde(default)]
    pub received: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HandedField {
    /// Day.
    Date,
    /// To whom.
    To,
    /// Number of the registered letter.
    Number,
    /// Last day it gave to pay.
    Until,
    /// Day it was received.
    Received,
}

fn invoice() -> Step {
    Step::Invoice
}

impl Default for HandedForm {
    fn default() -> Self {
        Self {
            step: Step::Invoice,
            date: String::new(),
            channel: Channel::Email,
            to: String::new(),
            by: Author::Own,
            number: String::new(),
            until: String::new(),
            received: String::new(),
        }
    }
}

impl HandedForm {
    /// It asked for the money, and may have been written by somebody else.
    #[must_use]
    pub fn asks(&self) -> bool {
        self.step != Step::Invoice
    }

    /// The day it was received is worth noting: a consumer’s interest may run from it (C. civ. art. 1231-6).
    #[must_use]
    pub fn has_receipt(&self) -> bool {
        self.step == Step::FormalNotice
    }

    /// It went by registered post, and has a number.
    #[must_use]
    pub fn has_number(&self) -> bool {
        self.channel == Channel::RegisteredPost
    }

    /// The sending, or every fault. What does not show is not judged.
    #[must_use]
    pub fn parse(
        &self,
        issued: NaiveDate,
        today: NaiveDate,
    ) -> (Option<SendingDraft>, Findings<HandedField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let day = date(f, HandedField::Date, &self.date, today);
        let to = text(f, HandedField::To, &self.to, SHORT_TEXT);
        if day.is_some_and(|day| today < day) {
            f.problem(HandedField::Date, Problem::InTheFuture);
        } else if day.is_some_and(|day| day < issued) {
            f.problem(HandedField::Date, Problem::SentBeforeIssue);
        }
        let number = if self.has_number() {
            text(f, HandedField::Number, &self.number, SHORT_TEXT)
        } else {
            String::new()
        };
        let until = if self.asks() { optional_date(f, HandedField::Until, &self.until) } else { None };
        if until.zip(day).is_some_and(|(until, day)| until < day) {
            f.problem(HandedField::Until, Problem::EndsBeforeSent);
        }
        let received =
            if self.has_receipt() { optional_date(f, HandedField::Received, &self.received) } else { None };
        if received.is_some_and(|received| today < received) {
            f.problem(HandedField::Received, Problem::InTheFuture);
        } else if received.zip(day).is_some_and(|(received, day)| received < day) {
            f.problem(HandedField::Received, Problem::ReceivedBeforeSent);
        }
        let by = if self.asks() { self.by } else { Author::Own };
        let draft = day.filter(|_| findings.problems.is_empty()).map(|day| {
            let text = SentText { as_of: day, by, ..SentText::default() };
            SendingDraft {
                to,
                posting: Posting { number, ..Posting::default() },
                received,
                ..SendingDraft::new(day, self.channel, self.step, until.unwrap_or(day), text)
            }
        });
        (draft, findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn typed(form: &HandedForm) -> (Option<SendingDraft>, Findings<HandedField>) {
        form.parse(day("2026-02-13"), day("2026-11-24"))
    }

    fn parse(date: &str) -> (Option<SendingDraft>, Findings<HandedField>) {
        typed(&HandedForm { date: date.to_owned(), ..HandedForm::default() })
    }

    fn notice() -> HandedForm {
        HandedForm {
            step: Step::FormalNotice,
            date: "01/10/2026".to_owned(),
            channel: Channel::RegisteredPost,
            by: Author::Counsel,
            number: " 1A 234 ".to_owned(),
            until: "16/10/2026".to_owned(),
            received: "03/10/2026".to_owned(),
            ..HandedForm::default()
        }
    }

    #[test]
    fn an_invoice_is_sent_between_its_issue_and_today() {
        assert_eq!(parse("").1.problem_of(HandedField::Date), Some(Problem::Required));
        assert_eq!(parse("12/02/2026").1.problem_of(HandedField::Date), Some(Problem::SentBeforeIssue));
        assert_eq!(parse("25/11/2026").1.problem_of(HandedField::Date), Some(Problem::InTheFuture));
        let sent = parse("14/02/2026").0.unwrap();
        assert_eq!((sent.step, sent.channel), (Step::Invoice, Channel::Email));
    }

    #[test]
    fn a_formal_notice_by_counsel_has_its_number_its_time_and_its_receipt() {
        let sent = typed(&notice()).0.unwrap();
        assert_eq!(
            (sent.step, sent.text.by, sent.posting.number.as_str()),
            (Step::FormalNotice, Author::Counsel, "1A 234")
        );
        assert_eq!((sent.deadline, sent.received), (day("2026-10-16"), Some(day("2026-10-03"))));
        assert!(sent.text.body.is_empty());
        // What the form does not show for another text is left out.
        let reminder = HandedForm { step: Step::FirmReminder, channel: Channel::Email, ..notice() };
        let sent = typed(&reminder).0.unwrap();
        assert_eq!((sent.received, sent.posting.number.as_str(), sent.text.by), (None, "", Author::Counsel));
        let invoice = HandedForm { step: Step::Invoice, ..reminder };
        let sent = typed(&invoice).0.unwrap();
        assert_eq!((sent.deadline, sent.text.by), (sent.date, Author::Own));
    }

    #[test]
    fn a_day_that_cannot_be_is_said() {
        let fault = |form: HandedForm, field| typed(&form).1.problem_of(field);
        let received = |day: &str| HandedForm { received: day.to_owned(), ..notice() };
        assert_eq!(fault(received("30/09/2026"), HandedField::Received), Some(Problem::ReceivedBeforeSent));
        assert_eq!(fault(received("25/11/2026"), HandedField::Received), Some(Problem::InTheFuture));
        let until = HandedForm { until: "30/09/2026".to_owned(), ..notice() };
        assert_eq!(fault(until, HandedField::Until), Some(Problem::EndsBeforeSent));
    }

    #[test]
    fn a_form_left_half_typed_by_an_earlier_program_is_about_the_invoice() {
        let kept = r#"{"date":"14/02/2026","channel":"email","to":"Mme Roy"}"#;
        let form: HandedForm = serde_json::from_str(kept).unwrap();
        assert_eq!((form.step, form.by, form.to.as_str()), (Step::Invoice, Author::Own, "Mme Roy"));
    }
}
