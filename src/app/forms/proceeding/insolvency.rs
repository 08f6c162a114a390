//! What is known of insolvency proceedings, as typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::super::problem::{Findings, Problem};
use super::super::{LONG_TEXT, SHORT_TEXT, date, optional_date, text};
use crate::domain::insolvency::{Insolvency, InsolvencyKind};

/// What is known of insolvency proceedings, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InsolvencyForm {
    /// Day of the judgment.
    pub opened: String,
    /// What kind.
    pub kind: Option<InsolvencyKind>,
    /// Day of publication.
    pub published: String,
    /// To whom claims are lodged.
    pub office: String,
    /// Where.
    pub address: String,
    /// The user does not live in metropolitan France.
    pub abroad: bool,
}

/// A field of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InsolvencyField {
    /// Day of the judgment.
    Opened,
    /// Day of publication.
    Published,
    /// To whom claims are lodged.
    Office,
    /// Where.
    Address,
}

impl InsolvencyForm {
    /// What is known already; days written by `day`.
    #[must_use]
    pub fn of(opened: Option<NaiveDate>, known: &Insolvency, day: impl Fn(NaiveDate) -> String) -> Self {
        Self {
            opened: opened.map(&day).unwrap_or_default(),
            kind: known.kind,
            published: known.published.map(&day).unwrap_or_default(),
            office: known.office.clone(),
            address: known.office_address.clone(),
            abroad: known.abroad,
        }
    }

    /// The day of the judgment and what else is known, or every fault; notes in any case.
    #[must_use]
    pub fn parse(&self, today: NaiveDate) -> (Option<(NaiveDate, Insolvency)>, Findings<InsolvencyField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let opened = date(f, InsolvencyField::Opened, &self.opened, today);
        let published = optional_date(f, InsolvencyField::Published, &self.published);
        for (field, day) in [(InsolvencyField::Opened, opened), (InsolvencyField::Published, published)] {
            if day.is_some_and(|day| today < day) {
                f.problem(field, Problem::InTheFuture);
            }
        }
        if let (Some(opened), Some(published)) = (opened, published)
            && published < opened
        {
            f.problem(InsolvencyField::Published, Problem::BeforeLast(opened));
        }
        let office = text(f, InsolvencyField::Office, &self.office, SHORT_TEXT);
        let office_address = text(f, InsolvencyField::Address, &self.address, LONG_TEXT);
        let known = Insolvency { kind: self.kind, published, office, office_address, abroad: self.abroad };
        (opened.filter(|_| findings.problems.is_empty()).map(|opened| (opened, known)), findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    #[test]
    fn publication_comes_after_the_judgment() {
        let form = InsolvencyForm {
            opened: "10/11/2026".to_owned(),
            published: "09/11/2026".to_owned(),
            ..InsolvencyForm::default()
        };
        let (known, findings) = form.parse(day("2026-11-24"));
        assert!(known.is_none());
        assert!(findings.problem_of(InsolvencyField::Published).is_some());
    }
}
