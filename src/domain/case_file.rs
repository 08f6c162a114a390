//! Case file (*dossier*): an invoice with all that happened to it. The unit of storage and of every claim page.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::act::{Act, ActKind};
use super::claim::{Capitalisation, Claim, Debt};
use super::event::{Event, Step};
use super::invoice::Invoice;
use super::law::rates::RateTable;
use super::limitation::{Limitation, LimitationEvent, LimitationEventKind, LimitationPeriod};
use super::movement::{Change, Movement, MovementKind};
use super::party::Debtor;
use super::regime::Regime;
use crate::base::Amount;

/// An invoice, its movements, its contact events and the acts about it, each in order of date.
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
    /// Acknowledgements, claims in court, decisions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acts: Vec<Act>,
}

impl CaseFile {
    /// A new case: nothing has happened to it yet.
    #[must_use]
    pub fn new(invoice: Invoice) -> Self {
        Self { invoice, movements: Vec::new(), events: Vec::new(), acts: Vec::new() }
    }

    /// The debt this case is about.
    #[must_use]
    pub fn debt(&self, debtor: Debtor) -> Debt {
        let invoice = &self.invoice;
        let regime = invoice.regime(debtor.kind);
        Debt {
            regime,
            principal: invoice.amount,
            currency: invoice.currency,
            due: invoice.due,
            later: invoice.later.clone(),
            changes: self.movements.iter().map(Change::from).collect(),
            allocation: invoice.allocation,
            day_count: invoice.contract.day_count,
            formal_notice: self.formal_notice_received(),
            insolvency: debtor.insolvency,
            enforceable: self.first(ActKind::EnforceableDecision),
            capitalisation: self.capitalisation(),
            // A sum the law fixes in one money is not added to a debt in another.
            compensated: regime.currency() == invoice.currency || matches!(regime, Regime::Fixed { .. }),
            own_rates: Vec::new(),
        }
    }

    /// What is owed at the end of a day.
    #[must_use]
    pub fn claim_on(&self, as_of: NaiveDate, debtor: Debtor, rates: &RateTable) -> Claim {
        self.debt(debtor).claim_on(as_of, rates)
    }

    /// Who decided that interest bears interest.
    fn capitalisation(&self) -> Option<Capitalisation> {
        if self.invoice.contract.capitalises {
            Some(Capitalisation::Contract)
        } else {
            self.first(ActKind::CapitalisationClaim).map(Capitalisation::Judgment)
        }
    }

    fn first(&self, kind: ActKind) -> Option<NaiveDate> {
        self.acts.iter().filter(|act| act.kind == kind).map(|act| act.date).min()
    }

    /// Until when the claim can be sued for, from what is known on a day: counted from the earlier of issue and due date,
    /// which is cautious. A payment that covers everything leaves nothing to sue for.
    #[must_use]
    pub fn limitation(&self, debtor: Debtor, today: NaiveDate) -> Limitation {
        let invoice = &self.invoice;
        let payments =
            self.movements.iter().filter(|movement| movement.kind == MovementKind::Payment).map(|movement| {
                LimitationEvent { kind: LimitationEventKind::PartPayment, date: movement.date }
            });
        let acts =
            self.acts.iter().map(|act| LimitationEvent { kind: act.kind.limitation(), date: act.date });
        let known = payments.chain(acts).filter(|event| event.date <= today);
        LimitationPeriod::of(debtor.kind).limitation(invoice.issued.min(invoice.due), known)
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

    /// When penalties or the fixed sum were last asked for, and how much of them.
    #[must_use]
    pub fn penalties_asked(&self, today: NaiveDate) -> Option<(NaiveDate, Amount)> {
        let asked = |event: &&Event| {
            event.date <= today && (event.text.interest + event.text.indemnity).is_positive()
        };
        let last = self.events.iter().filter(asked).max_by_key(|event| (event.date, event.id))?;
        Some((last.date, last.text.interest + last.text.indemnity))
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
