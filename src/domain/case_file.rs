//! Case file (*dossier*): an invoice with all that happened to it. The unit of storage and of every claim page.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::claim::{Claim, DayCount, Debt};
use super::event::{Event, Step};
use super::invoice::Invoice;
use super::law::rates::RateTable;
use super::movement::{Change, Movement};
use super::party::DebtorKind;

/// An invoice, its movements and its contact events, each in order of date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFile {
    /// The invoice as issued.
    pub invoice: Invoice,
    /// Payments and credit notes.
    #[serde(default)]
    pub movements: Vec<Movement>,
    /// Sendings.
    #[serde(default)]
    pub events: Vec<Event>,
}

impl CaseFile {
    /// A new case: nothing has happened to it yet.
    #[must_use]
    pub fn new(invoice: Invoice) -> Self {
        Self { invoice, movements: Vec::new(), events: Vec::new() }
    }

    /// The debt this case is about, for a client of this kind.
    #[must_use]
    pub fn debt(&self, kind: DebtorKind) -> Debt {
        let invoice = &self.invoice;
        Debt {
            regime: invoice.regime(kind),
            principal: invoice.amount,
            currency: invoice.currency,
            due: invoice.due,
            changes: self.movements.iter().map(Change::from).collect(),
            allocation: invoice.allocation,
            day_count: DayCount::default(),
            formal_notice: self.formal_notice_received(),
            insolvency: None,
            own_rates: Vec::new(),
        }
    }

    /// What is owed at the end of a day.
    #[must_use]
    pub fn claim_on(&self, as_of: NaiveDate, kind: DebtorKind, rates: &RateTable) -> Claim {
        self.debt(kind).claim_on(as_of, rates)
    }

    /// The day a formal notice was first received, as recorded by the user; never assumed from its sending.
    #[must_use]
    pub fn formal_notice_received(&self) -> Option<NaiveDate> {
        self.events
            .iter()
            .filter(|event| event.step == Step::FormalNotice)
            .filter_map(|event| event.received)
            .min()
    }

    /// The last formal notice sent on or before a day.
    #[must_use]
    pub fn last_formal_notice(&self, today: NaiveDate) -> Option<&Event> {
        self.events
            .iter()
            .filter(|event| event.step == Step::FormalNotice && event.date <= today)
            .max_by_key(|event| (event.date, event.id))
    }

    /// Reminders sent on or before a day, formal notices left out, oldest first.
    pub fn reminders(&self, today: NaiveDate) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(move |event| event.step != Step::FormalNotice && event.date <= today)
    }
}
