//! Work that is not invoiced yet, as typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::calculator::CalculatorForm;
use super::{SHORT_TEXT, date, positive, prefilled, required, whole};
use crate::app::book::Book;
use crate::base::WorkId;
use crate::domain::unbilled::{ALERT_DAYS, Unbilled, Work};
use crate::text::{Lang, format};

/// Fewest and most days after which work is called for.
const ALERT: (u32, u32) = (0, 365);

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkForm {
    /// Name of the client.
    pub client: String,
    /// What was done.
    pub what: String,
    /// Day it was done.
    pub done: String,
    /// What it will come to including VAT; may be left out.
    pub amount: String,
    /// Days after which it is called for.
    pub alert_days: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WorkField {
    /// Name of the client.
    Client,
    /// What was done.
    What,
    /// Day it was done.
    Done,
    /// What it will come to.
    Amount,
    /// Days after which it is called for.
    AlertDays,
}

impl Default for WorkForm {
    fn default() -> Self {
        Self {
            client: String::new(),
            what: String::new(),
            done: String::new(),
            amount: String::new(),
            alert_days: ALERT_DAYS.to_string(),
        }
    }
}

impl WorkForm {
    /// The form of known work, to correct what was typed.
    #[must_use]
    pub fn of(work: &Work, lang: Lang) -> Self {
        Self {
            client: work.client.clone(),
            what: work.what.clone(),
            done: format::date_digits(work.done),
            amount: work.amount.map(|amount| prefilled(lang, amount)).unwrap_or_default(),
            alert_days: work.alert_days.to_string(),
        }
    }

    /// The work under a number, or every fault; notes in any case.
    #[must_use]
    pub fn parse(&self, id: WorkId, today: NaiveDate) -> (Option<Work>, Findings<WorkField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let client = required(f, WorkField::Client, &self.client);
        let what = super::text(f, WorkField::What, &self.what, SHORT_TEXT);
        let done = date(f, WorkField::Done, &self.done, today);
        if done.is_some_and(|done| today < done) {
            f.problem(WorkField::Done, Problem::InTheFuture);
        }
        let amount =
            if self.amount.trim().is_empty() { None } else { positive(f, WorkField::Amount, &self.amount) };
        let alert_days = whole(f, WorkField::AlertDays, &self.alert_days, ALERT);
        let work = done.zip(alert_days).filter(|_| f.problems.is_empty()).map(|(done, alert_days)| Work {
            id,
            client,
            what,
            done,
            amount,
            alert_days,
        });
        (work, findings)
    }
}

/// The list with a piece of work added, or in place of the one of its number.
#[must_use]
pub fn with(list: &Unbilled, work: Work) -> Unbilled {
    let mut list = list.clone();
    match list.works.iter_mut().find(|known| known.id == work.id) {
        Some(known) => *known = work,
        None => list.works.push(work),
    }
    list
}

/// The list without a piece of work.
#[must_use]
pub fn without(list: &Unbilled, id: WorkId) -> Unbilled {
    Unbilled { works: list.works.iter().filter(|work| work.id != id).cloned().collect() }
}

/// What the form of a new invoice may know of the work it is for, as the query of its address. What the client is in law
/// is said only where the book knows.
#[must_use]
pub fn invoice_query(book: &Book, work: &Work) -> String {
    let known = book.client_named(&work.client);
    CalculatorForm {
        amount: work.amount.map(|amount| amount.to_string()).unwrap_or_default(),
        kind: known.map(|client| client.kind).unwrap_or_default(),
        client: known.map_or_else(|| work.client.clone(), |client| client.name.clone()),
        ..CalculatorForm::default()
    }
    .to_query_with_names()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Amount;
    use crate::base::dates::parse_iso;

    fn today() -> NaiveDate {
        parse_iso("2026-11-24").unwrap()
    }

    fn form() -> WorkForm {
        WorkForm {
            client: " Atelier Brun ".to_owned(),
            what: "Maquette du site".to_owned(),
            done: "12/11/26".to_owned(),
            amount: "1 200".to_owned(),
            ..WorkForm::default()
        }
    }

    #[test]
    fn work_is_read_and_its_form_says_the_same_again() {
        let (work, findings) = form().parse(WorkId(3), today());
        let work = work.unwrap();
        assert!(findings.problems.is_empty());
        assert_eq!((work.client.as_str(), work.amount), ("Atelier Brun", Some(Amount::from_cents(120_000))));
        assert_eq!(work.alert().to_string(), "2026-11-19");
        assert_eq!(WorkForm::of(&work, Lang::En).parse(WorkId(3), today()).0, Some(work));
    }

    #[test]
    fn every_fault_is_at_its_field() {
        let wrong = WorkForm {
            client: "  ".to_owned(),
            done: "25/11/2026".to_owned(),
            amount: "0".to_owned(),
            alert_days: "-3".to_owned(),
            ..form()
        };
        let (work, findings) = wrong.parse(WorkId(1), today());
        assert_eq!(work, None);
        assert_eq!(findings.problem_of(WorkField::Client), Some(Problem::Required));
        assert_eq!(findings.problem_of(WorkField::Done), Some(Problem::InTheFuture));
        assert_eq!(findings.problem_of(WorkField::Amount), Some(Problem::NotPositive));
        assert_eq!(findings.problem_of(WorkField::AlertDays), Some(Problem::Count(0, 365)));
        let bare = WorkForm { amount: String::new(), what: String::new(), ..form() };
        assert!(bare.parse(WorkId(1), today()).0.is_some_and(|work| work.amount.is_none()));
    }

    #[test]
    fn a_list_takes_work_up_and_lets_it_go() {
        let work =
            |id, what: &str| Work { what: what.to_owned(), ..form().parse(WorkId(id), today()).0.unwrap() };
        let list = with(&with(&Unbilled::default(), work(1, "A")), work(2, "B"));
        let list = with(&list, work(1, "C"));
        assert_eq!(list.works.iter().map(|work| work.what.as_str()).collect::<Vec<_>>(), ["C", "B"]);
        assert_eq!(without(&list, WorkId(1)).works.len(), 1);
    }

    #[test]
    fn an_invoice_starts_from_what_is_known_of_the_work() {
        let work = form().parse(WorkId(1), today()).0.unwrap();
        let back = CalculatorForm::from_query(&invoice_query(&Book::default(), &work), Lang::Fr);
        assert_eq!(
            (back.client.as_str(), back.kind),
            ("Atelier Brun", crate::domain::party::DebtorKind::Unknown)
        );
        assert_eq!(Amount::parse_typed(&back.amount), Ok(Amount::from_cents(120_000)));
    }
}
