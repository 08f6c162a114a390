//! An invoice as typed (CAP-1): six fields, everything else optional.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::book::Book;
use super::super::command::{InvoiceDraft, MovementDraft};
use super::super::problem::{Findings, Note, Problem};
use super::calculator::CalculatorForm;
use super::contract::{ContractFields, ContractForm};
use super::instalments;
use super::movement::PaidRow;
use super::term::{DueBy, DueFields, TypedDue, USUAL, ceiling, code_of};
use super::{SHORT_TEXT, positive, prefilled, required, text};
use crate::base::{Amount, InvoiceId, Lang};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Allocation;
use crate::domain::party::{Client, Debtor, DebtorKind};
use crate::text::format;

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceForm {
    /// Name of the client.
    pub client: String,
    /// What the client is in law, where said.
    pub kind: Option<DebtorKind>,
    /// Number.
    pub number: String,
    /// Issue date.
    pub issued: String,
    /// How the due date is given.
    pub due_by: DueBy,
    /// Due date.
    pub due: String,
    /// Code of the terms.
    pub terms: String,
    /// Amount including VAT.
    pub amount: String,
    /// Already paid; only for a new invoice.
    pub paid: Vec<PaidRow>,
    /// What it was for.
    pub subject: String,
    /// Purchase order, or commitment number of a public buyer.
    #[serde(default)]
    pub order: String,
    /// Service code of a public buyer.
    #[serde(default)]
    pub service: String,
    /// Instalments after the first.
    #[serde(default)]
    pub later: Vec<PaidRow>,
    /// What the contract says about paying late.
    #[serde(default)]
    pub contract: ContractForm,
    /// What part payments extinguish first.
    pub allocation: Allocation,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InvoiceField {
    /// Name of the client.
    Client,
    /// Number.
    Number,
    /// Issue date.
    Issued,
    /// Due date.
    Due,
    /// Terms.
    Terms,
    /// Amount.
    Amount,
    /// Amount of a payment, by its row.
    Paid(usize),
    /// Day of a payment, by its row.
    PaidOn(usize),
    /// What it was for.
    Subject,
    /// Purchase order or commitment number.
    Order,
    /// Service code.
    Service,
    /// Amount of a later instalment, by its row.
    Instalment(usize),
    /// Due date of a later instalment, by its row.
    InstalmentDue(usize),
    /// Agreed penalty rate.
    Rate,
    /// Fixed sum of a plain calculation.
    FixedSum,
}

impl InvoiceForm {
    /// An empty form.
    #[must_use]
    pub fn new() -> Self {
        Self { paid: vec![PaidRow::default()], terms: USUAL.to_owned(), ..Self::default() }
    }

    /// The form of a known invoice, to correct what was typed.
    #[must_use]
    pub fn of(case: &CaseFile, client: &str, lang: Lang) -> Self {
        let invoice = &case.invoice;
        let known = invoice.terms.map(code_of).filter(|code| !code.is_empty());
        let due_by = if known.is_some() { DueBy::Terms } else { DueBy::Date };
        Self {
            client: client.to_owned(),
            kind: None,
            number: invoice.number.clone(),
            issued: format::date_digits(invoice.issued),
            due_by,
            due: format::date_digits(invoice.due),
            terms: known.unwrap_or(USUAL).to_owned(),
            amount: prefilled(lang, invoice.amount),
            paid: Vec::new(),
            subject: invoice.subject.clone(),
            order: invoice.order.clone(),
            service: invoice.service.clone(),
            later: invoice
                .later
                .iter()
                .map(|instalment| PaidRow {
                    amount: prefilled(lang, instalment.amount),
                    date: format::date_digits(instalment.due),
                })
                .collect(),
            contract: ContractForm::of(&invoice.contract, invoice.currency, lang),
            allocation: invoice.allocation,
        }
    }

    /// The invoice, or every fault; notes in any case. `id` is that of the invoice being corrected.
    #[must_use]
    pub fn parse(
        &self,
        book: &Book,
        id: Option<InvoiceId>,
        today: NaiveDate,
    ) -> (Option<InvoiceDraft>, Findings<InvoiceField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let client = required(f, InvoiceField::Client, &self.client);
        let number = required(f, InvoiceField::Number, &self.number);
        let known = book.client_named(&client);
        let kind = self.kind.or(known.map(|known| known.kind)).unwrap_or_default();
        let contract = self
            .contract
            .parse(f, &ContractFields { rate: InvoiceField::Rate, fixed_sum: InvoiceField::FixedSum });
        if contract.rate_is_unused(kind) {
            f.note(InvoiceField::Rate, Note::RateNotApplied);
        }
        let debtor = Debtor { kind, ..known.map(Client::debtor).unwrap_or_default() };
        let due = TypedDue {
            by: self.due_by,
            issued: &self.issued,
            due: &self.due,
            terms: &self.terms,
            issue_required: true,
            ceiling: ceiling(debtor, &contract),
        }
        .parse(
            f,
            &DueFields { issued: InvoiceField::Issued, due: InvoiceField::Due, terms: InvoiceField::Terms },
            today,
        );
        let amount = positive(f, InvoiceField::Amount, &self.amount);
        let paid: Vec<MovementDraft> = self
            .paid
            .iter()
            .enumerate()
            .filter_map(|(row, typed)| {
                let (amount, day) = (InvoiceField::Paid(row), InvoiceField::PaidOn(row));
                let draft = typed.parse(f, amount, day, today)?;
                if due.and_then(|due| due.issued).is_some_and(|issued| draft.date < issued) {
                    f.note(day, Note::BeforeInvoice);
                }
                if draft.date > today {
                    f.problem(day, Problem::InTheFuture);
                }
                Some(draft)
            })
            .collect();
        let sum: Amount = paid.iter().map(|draft| draft.amount).sum();
        if let Some(amount) = amount.filter(|amount| sum > *amount) {
            f.note(InvoiceField::Paid(self.paid.len().saturating_sub(1)), Note::Overpaid(sum - amount));
        }
        let subject = text(f, InvoiceField::Subject, &self.subject, SHORT_TEXT);
        let order = text(f, InvoiceField::Order, &self.order, SHORT_TEXT);
        let service = text(f, InvoiceField::Service, &self.service, SHORT_TEXT);
        let later = instalments::parse(
            &self.later,
            f,
            InvoiceField::Instalment,
            InvoiceField::InstalmentDue,
            amount,
            due.map(|due| due.date),
        );
        let duplicate = known.is_some_and(|known| {
            book.cases_of(known.id).any(|case| {
                Some(case.invoice.id) != id && case.invoice.number.trim() == number && !number.is_empty()
            })
        });
        if duplicate {
            f.problem(InvoiceField::Number, Problem::DuplicateNumber);
        }
        let draft = due.zip(amount).and_then(|(due, amount)| {
            Some(InvoiceDraft {
                client,
                kind: self.kind,
                number,
                issued: due.issued?,
                due: due.date,
                terms: due.terms,
                amount,
                later,
                currency: self.contract.currency,
                subject,
                order,
                service,
                contract,
                allocation: self.allocation,
                paid,
            })
        });
        (draft.filter(|_| findings.problems.is_empty()), findings)
    }
}

impl From<CalculatorForm> for InvoiceForm {
    fn from(form: CalculatorForm) -> Self {
        Self {
            client: form.client,
            kind: Some(form.kind),
            number: form.number,
            issued: form.issued,
            due_by: form.due_by,
            due: form.due,
            terms: form.terms,
            amount: form.amount,
            paid: form.paid,
            subject: String::new(),
            order: String::new(),
            service: String::new(),
            later: Vec::new(),
            contract: form.contract,
            allocation: form.allocation,
        }
    }
}
