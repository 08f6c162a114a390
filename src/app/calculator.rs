//! The quick calculator's estimate: a claim on an invoice that is not kept unless asked.

use chrono::NaiveDate;

use super::command::MovementDraft;
use super::forms::term::Due;
use crate::base::{Amount, ClientId, Currency, InvoiceId, MovementId};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::{Allocation, Claim, Debt};
use crate::domain::contract::Contract;
use crate::domain::invoice::Invoice;
use crate::domain::law::rates::RateTable;
use crate::domain::party::{Client, DebtorKind};

/// An invoice as far as the calculator knows it, with its client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    case: CaseFile,
    client: Client,
    as_of: NaiveDate,
    notice: Option<NaiveDate>,
}

impl Estimate {
    /// An estimate for a professional client at the default rate.
    #[must_use]
    pub fn new(amount: Amount, due: Due, paid: Vec<MovementDraft>, as_of: NaiveDate) -> Self {
        let invoice = Invoice {
            id: InvoiceId(0),
            client: ClientId(0),
            number: String::new(),
            issued: due.issued.unwrap_or(due.date),
            due: due.date,
            terms: due.terms,
            amount,
            currency: Currency::EUR,
            subject: String::new(),
            order: String::new(),
            service: String::new(),
            later: Vec::new(),
            contract: Contract::default(),
            allocation: Allocation::PrincipalFirst,
        };
        let movements = paid.into_iter().zip(1..).map(|(draft, id)| draft.numbered(MovementId(id))).collect();
        let client = Client { kind: DebtorKind::Business, ..Client::unknown(ClientId(0)) };
        Self { case: CaseFile { movements, ..CaseFile::new(invoice) }, client, as_of, notice: None }
    }

    /// The same for a client of this name and kind.
    #[must_use]
    pub fn for_client(mut self, name: String, kind: DebtorKind) -> Self {
        self.client.name = name;
        self.client.kind = kind;
        self
    }

    /// The same for an invoice of this number.
    #[must_use]
    pub fn numbered(mut self, number: String) -> Self {
        self.case.invoice.number = number;
        self
    }

    /// The same under a contract, in a currency.
    #[must_use]
    pub fn under(mut self, contract: Contract, currency: Currency) -> Self {
        self.case.invoice.contract = contract;
        self.case.invoice.currency = currency;
        self
    }

    /// The same with another order of extinction.
    #[must_use]
    pub fn allocating(mut self, allocation: Allocation) -> Self {
        self.case.invoice.allocation = allocation;
        self
    }

    /// The same with a formal notice received on a day.
    #[must_use]
    pub fn after_notice(mut self, received: Option<NaiveDate>) -> Self {
        self.notice = received;
        self
    }

    /// The invoice and its payments.
    #[must_use]
    pub fn case(&self) -> &CaseFile {
        &self.case
    }

    /// The client.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Day the figures are stated at.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.as_of
    }

    /// What the claim is computed from.
    #[must_use]
    pub fn debt(&self) -> Debt {
        Debt { formal_notice: self.notice, ..self.case.debt(self.client.debtor()) }
    }

    /// What is owed on the day.
    #[must_use]
    pub fn claim(&self, rates: &RateTable) -> Claim {
        self.debt().claim_on(self.as_of, rates)
    }
}

/// The claim with the other order of extinction; none where the total is the same.
#[must_use]
pub fn other_allocation(debt: &Debt, as_of: NaiveDate, rates: &RateTable) -> Option<Claim> {
    let allocation = match debt.allocation {
        Allocation::PrincipalFirst => Allocation::InterestFirst,
        Allocation::InterestFirst => Allocation::PrincipalFirst,
    };
    let other = Debt { allocation, ..debt.clone() }.claim_on(as_of, rates);
    (other.total != debt.claim_on(as_of, rates).total).then_some(other)
}
