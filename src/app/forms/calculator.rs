//! The quick calculator as typed, and its link: everything after `#`, so that no server ever sees a figure.

use chrono::NaiveDate;
use form_urlencoded::Serializer;

use super::super::calculator::Estimate;
use super::super::problem::{Findings, Note};
use super::contract::{ContractFields, ContractForm};
use super::movement::PaidRow;
use super::term::{Due, DueBy, DueFields, TypedDue, USUAL, ceiling, terms_of};
use super::{optional_date, positive, prefilled};
use crate::base::{Amount, Lang, dates};
use crate::domain::claim::Allocation;
use crate::domain::contract::{Contract, ContractRate, Law};
use crate::domain::law::rates::RateTable;
use crate::domain::party::DebtorKind;

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalculatorForm {
    /// Amount including VAT.
    pub amount: String,
    /// How the due date is given.
    pub due_by: DueBy,
    /// Due date.
    pub due: String,
    /// Issue date.
    pub issued: String,
    /// Code of the terms.
    pub terms: String,
    /// What the client is in law.
    pub kind: DebtorKind,
    /// Already paid.
    pub paid: Vec<PaidRow>,
    /// Day the figures are stated at; today where empty.
    pub as_of: String,
    /// Law it is under and agreed rate.
    pub contract: ContractForm,
    /// Day a consumer received the formal notice.
    pub notice: String,
    /// What part payments extinguish first.
    pub allocation: Allocation,
    /// Name of the client, for the e-mail.
    pub client: String,
    /// Number of the invoice, for the e-mail.
    pub number: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CalculatorField {
    /// Amount.
    Amount,
    /// Due date.
    Due,
    /// Issue date.
    Issued,
    /// Terms.
    Terms,
    /// Amount of a payment, by its row.
    Paid(usize),
    /// Day of a payment, by its row.
    PaidOn(usize),
    /// Day the figures are stated at.
    AsOf,
    /// Agreed penalty rate.
    Rate,
    /// Fixed sum of a plain calculation.
    FixedSum,
    /// Day a consumer received the formal notice.
    Notice,
    /// Name of the client.
    Client,
    /// Number of the invoice.
    Number,
}

impl Default for CalculatorForm {
    fn default() -> Self {
        Self {
            amount: String::new(),
            due_by: DueBy::Date,
            due: String::new(),
            issued: String::new(),
            terms: USUAL.to_owned(),
            kind: DebtorKind::Business,
            paid: vec![PaidRow::default()],
            as_of: String::new(),
            contract: ContractForm::default(),
            notice: String::new(),
            allocation: Allocation::PrincipalFirst,
            client: String::new(),
            number: String::new(),
        }
    }
}

impl CalculatorForm {
    /// Nothing that bears on the figures was typed yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.amount.trim().is_empty() && self.due.trim().is_empty() && self.issued.trim().is_empty()
    }

    /// The figures, or every fault; notes in any case.
    #[must_use]
    pub fn parse(
        &self,
        today: NaiveDate,
        rates: &RateTable,
    ) -> (Option<Estimate>, Findings<CalculatorField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let amount = positive(f, CalculatorField::Amount, &self.amount);
        let due = self.due(f, today);
        let as_of = optional_date(f, CalculatorField::AsOf, &self.as_of).unwrap_or(today);
        let paid = self.paid(f, due, as_of, today);
        let contract = self
            .contract
            .parse(f, &ContractFields { rate: CalculatorField::Rate, fixed_sum: CalculatorField::FixedSum });
        if contract.rate_is_unused(self.kind) {
            f.note(CalculatorField::Rate, Note::RateNotApplied);
        }
        let notice = optional_date(f, CalculatorField::Notice, &self.notice);
        let client = super::text(f, CalculatorField::Client, &self.client, super::SHORT_TEXT);
        let number = super::text(f, CalculatorField::Number, &self.number, super::SHORT_TEXT);
        let estimate = amount.zip(due).filter(|_| f.problems.is_empty()).map(|(amount, due)| {
            Estimate::new(amount, due, paid, as_of)
                .for_client(client, self.kind)
                .numbered(number)
                .under(contract, self.contract.currency)
                .allocating(self.allocation)
                .after_notice(notice)
        });
        if let Some(estimate) = &estimate {
            let claim = estimate.claim(rates);
            if claim.credit.is_positive() {
                f.note(
                    CalculatorField::Paid(self.paid.len().saturating_sub(1)),
                    Note::Overpaid(claim.credit),
                );
            }
            if estimate.case().invoice.due >= as_of {
                f.note(
                    if self.due_by == DueBy::Date { CalculatorField::Due } else { CalculatorField::Terms },
                    Note::NotLate,
                );
            }
        }
        (estimate, findings)
    }

    fn due(&self, findings: &mut Findings<CalculatorField>, today: NaiveDate) -> Option<Due> {
        TypedDue {
            by: self.due_by,
            issued: if self.due_by == DueBy::Terms { &self.issued } else { "" },
            due: &self.due,
            terms: &self.terms,
            issue_required: false,
            ceiling: ceiling(self.kind.into(), &Contract { law: self.contract.law, ..Contract::default() }),
        }
        .parse(
            findings,
            &DueFields {
                issued: CalculatorField::Issued,
                due: CalculatorField::Due,
                terms: CalculatorField::Terms,
            },
            today,
        )
    }

    fn paid(
        &self,
        findings: &mut Findings<CalculatorField>,
        due: Option<Due>,
        as_of: NaiveDate,
        today: NaiveDate,
    ) -> Vec<super::super::command::MovementDraft> {
        let mut drafts = Vec::new();
        for (row, typed) in self.paid.iter().enumerate() {
            let day = CalculatorField::PaidOn(row);
            let Some(draft) = typed.parse(findings, CalculatorField::Paid(row), day, today) else { continue };
            if draft.date > as_of {
                findings.note(day, Note::NotCountedYet);
            } else if due.and_then(|due| due.issued).is_some_and(|issued| draft.date < issued) {
                findings.note(day, Note::BeforeInvoice);
            }
            drafts.push(draft);
        }
        drafts
    }

    /// The part of a link after `?`: figures and dates only, no name.
    #[must_use]
    pub fn to_query(&self) -> String {
        self.serialize(false)
    }

    /// The same with the names, for the form that keeps the invoice.
    #[must_use]
    pub fn to_query_with_names(&self) -> String {
        self.serialize(true)
    }

    fn serialize(&self, names: bool) -> String {
        let mut query = Serializer::new(String::new());
        let mut put = |key: &str, value: String| {
            if !value.is_empty() {
                query.append_pair(key, &value);
            }
        };
        put("m", plain_amount(&self.amount));
        match self.due_by {
            DueBy::Date => put("e", plain_date(&self.due)),
            DueBy::Terms => {
                put("i", plain_date(&self.issued));
                put("t", self.terms.clone());
            }
        }
        put("k", kind_code(self.kind).to_owned());
        for row in self.paid.iter().filter(|row| !row.is_empty()) {
            put("p", format!("{}_{}", plain_amount(&row.amount), plain_date(&row.date)));
        }
        put("a", plain_date(&self.as_of));
        put("l", law_code(self.contract.law).to_owned());
        put(
            "r",
            ContractRate::parse_typed(&self.contract.rate)
                .map_or(self.contract.rate.clone(), |rate| rate.to_string()),
        );
        put("s", plain_amount(&self.contract.fixed_sum));
        put("n", plain_date(&self.notice));
        if self.allocation == Allocation::InterestFirst {
            put("o", "i".to_owned());
        }
        if names {
            put("c", self.client.clone());
            put("f", self.number.clone());
        }
        query.finish()
    }

    /// Reads a link back. What it does not know is left out; what is wrong shows as typed, with its fault.
    #[must_use]
    pub fn from_query(query: &str, lang: Lang) -> Self {
        let mut form = Self { paid: Vec::new(), ..Self::default() };
        for (key, value) in form_urlencoded::parse(query.as_bytes()) {
            let value = value.into_owned();
            match key.as_ref() {
                "m" => form.amount = shown_amount(value, lang),
                "e" => form.due = shown_date(value),
                "i" => {
                    form.due_by = DueBy::Terms;
                    form.issued = shown_date(value);
                }
                "t" => {
                    form.due_by = DueBy::Terms;
                    if terms_of(&value).is_some() {
                        form.terms = value;
                    }
                }
                "k" => form.kind = kind_of(&value).unwrap_or(form.kind),
                "p" => {
                    let (amount, date) = value.split_once('_').unwrap_or((&value, ""));
                    form.paid.push(PaidRow {
                        amount: shown_amount(amount.to_owned(), lang),
                        date: shown_date(date.to_owned()),
                    });
                }
                "a" => form.as_of = shown_date(value),
                "l" => form.contract.take_law(law_of(&value)),
                "r" => {
                    // What a form would refuse stays as it was, with its fault.
                    form.contract.rate = ContractRate::try_from(value.clone())
                        .map(ContractRate::typed)
                        .ok()
                        .filter(|typed| ContractRate::parse_typed(typed).is_ok())
                        .unwrap_or(value);
                }
                "s" => form.contract.fixed_sum = shown_amount(value, lang),
                "n" => form.notice = shown_date(value),
                "o" if value == "i" => form.allocation = Allocation::InterestFirst,
                "c" => form.client = value,
                "f" => form.number = value,
                _ => {}
            }
        }
        if form.paid.is_empty() {
            form.paid.push(PaidRow::default());
        }
        form
    }
}

const KINDS: [(DebtorKind, &str); 4] = [
    (DebtorKind::Business, "pro"),
    (DebtorKind::Consumer, "part"),
    (DebtorKind::Public, "pub"),
    (DebtorKind::Unknown, "x"),
];

/// Code of a kind of debtor in links and form controls.
#[must_use]
pub fn kind_code(kind: DebtorKind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("", |(_, code)| code)
}

/// The kind of debtor of a code.
#[must_use]
pub fn kind_of(code: &str) -> Option<DebtorKind> {
    KINDS.iter().find(|(_, known)| *known == code).map(|(kind, _)| *kind)
}

const LAWS: [(Law, &str); 8] = [
    (Law::French, ""),
    (Law::European, "eu"),
    (Law::Belgian, "be"),
    (Law::Luxembourg, "lu"),
    (Law::German, "de"),
    (Law::British, "uk"),
    (Law::Swiss, "ch"),
    (Law::Plain, "fixe"),
];

/// Code of a law in links and form controls.
#[must_use]
pub fn law_code(law: Law) -> &'static str {
    LAWS.iter().find(|(known, _)| *known == law).map_or("", |(_, code)| code)
}

/// The law of a code; French for one that is not known.
#[must_use]
pub fn law_of(code: &str) -> Law {
    LAWS.iter().find(|(_, known)| *known == code).map(|(law, _)| *law).unwrap_or_default()
}

fn plain_amount(typed: &str) -> String {
    Amount::parse_typed(typed).map_or_else(|_| typed.trim().to_owned(), |amount| amount.to_string())
}

fn plain_date(typed: &str) -> String {
    dates::parse_typed(typed).map_or_else(|_| typed.trim().to_owned(), |date| date.to_string())
}

fn shown_amount(plain: String, lang: Lang) -> String {
    Amount::parse(&plain).map_or(plain, |amount| prefilled(lang, amount))
}

fn shown_date(plain: String) -> String {
    dates::parse_iso(&plain).map_or(plain, crate::text::format::date_digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_reads_back() {
        let form = CalculatorForm {
            amount: "3 480".to_owned(),
            due: "15/03/2026".to_owned(),
            paid: vec![PaidRow { amount: "1000".to_owned(), date: "2/7/26".to_owned() }],
            as_of: "22/11/2026".to_owned(),
            contract: ContractForm { rate: "15 %".to_owned(), ..ContractForm::default() },
            allocation: Allocation::InterestFirst,
            ..CalculatorForm::default()
        };
        let query = form.to_query();
        assert_eq!(query, "m=3480.00&e=2026-03-15&k=pro&p=1000.00_2026-07-02&a=2026-11-22&r=15.00&o=i");
        let back = CalculatorForm::from_query(&query, Lang::Fr);
        assert_eq!(back.to_query(), query);
        assert_eq!(back.due, "15/03/2026");
    }

    #[test]
    fn a_hostile_link_is_only_text() {
        let form = CalculatorForm::from_query("m=%3Cscript%3E&e=30/02/2026&k=zz&p=_&zz=1&%ff", Lang::Fr);
        assert_eq!(form.amount, "<script>");
        assert_eq!(form.kind, DebtorKind::Business);
        let (estimate, findings) = form.parse(dates::parse_iso("2026-11-22").unwrap(), RateTable::builtin());
        assert!(estimate.is_none());
        assert_eq!(findings.problems.len(), 2);
    }
}
