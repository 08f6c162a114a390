//! Numbers of things that two sides counted for themselves, another device or another tab: what one side names by a
//! number bears another one here.

mod within;

use std::collections::BTreeMap;

use super::record::{Key, Record};
use super::trash::{Trash, TrashItem};
use crate::base::{ClientId, InvoiceId, PlanId, TrashId};
use crate::domain::case_file::CaseFile;
use crate::domain::invoice::Invoice;
use crate::domain::party::Client;
use crate::domain::plan::{Plan, Reserved};

pub(in crate::app) use within::Within;

/// The number here of each thing of the other side; one that is missing bears its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// The clients.
    pub clients: BTreeMap<ClientId, ClientId>,
    /// The invoices with their cases.
    pub cases: BTreeMap<InvoiceId, InvoiceId>,
    /// The payment plans.
    pub plans: BTreeMap<PlanId, PlanId>,
    /// What was deleted.
    pub trash: BTreeMap<TrashId, TrashId>,
}

impl Numbers {
    /// A record with the numbers of here.
    #[must_use]
    pub fn apply(&self, record: &Record) -> Record {
        match record {
            Record::Client(client) => Record::Client(self.client(client)),
            Record::Case(case) => Record::Case(self.case(case)),
            Record::Plan(plan) => Record::Plan(self.plan(plan)),
            Record::Trash(trash) => Record::Trash(Trash {
                id: here(&self.trash, trash.id),
                deleted: trash.deleted,
                item: self.item(&trash.item),
            }),
            other @ (Record::Profile(_)
            | Record::Settings(_)
            | Record::Rates(_)
            | Record::Policy(_)
            | Record::Templates(_)
            | Record::Unbilled(_)
            | Record::Stationery(_)
            | Record::Assumptions(_)) => other.clone(),
        }
    }

    /// The key here of a record.
    #[must_use]
    pub fn key(&self, key: Key) -> Key {
        match key {
            Key::Client(id) => Key::Client(here(&self.clients, id)),
            Key::Case(id) => Key::Case(here(&self.cases, id)),
            Key::Plan(id) => Key::Plan(here(&self.plans, id)),
            Key::Trash(id) => Key::Trash(here(&self.trash, id)),
            other => other,
        }
    }

    /// A plan with the numbers of here.
    #[must_use]
    pub fn plan(&self, plan: &Plan) -> Plan {
        Plan {
            id: here(&self.plans, plan.id),
            client: here(&self.clients, plan.client),
            invoices: plan.invoices.iter().map(|id| here(&self.cases, *id)).collect(),
            reserved: plan
                .reserved
                .iter()
                .map(|one| Reserved { invoice: here(&self.cases, one.invoice), ..*one })
                .collect(),
            ..plan.clone()
        }
    }

    /// Something deleted, with the numbers of here.
    #[must_use]
    pub fn item(&self, item: &TrashItem) -> TrashItem {
        let case = |id: &InvoiceId| here(&self.cases, *id);
        match item {
            TrashItem::Client(client) => TrashItem::Client(self.client(client)),
            TrashItem::Case(known) => TrashItem::Case(self.case(known)),
            TrashItem::Movement(id, movement) => TrashItem::Movement(case(id), movement.clone()),
            TrashItem::Event(id, event) => TrashItem::Event(case(id), event.clone()),
            TrashItem::Act(id, act) => TrashItem::Act(case(id), act.clone()),
            TrashItem::Circumstance(id, known) => TrashItem::Circumstance(case(id), known.clone()),
            TrashItem::Proceeding(id, known) => TrashItem::Proceeding(case(id), known.clone()),
            TrashItem::Cost(id, cost) => TrashItem::Cost(case(id), cost.clone()),
            TrashItem::Offer(id, offer) => TrashItem::Offer(case(id), offer.clone()),
            TrashItem::Plan(plan) => TrashItem::Plan(self.plan(plan)),
            TrashItem::Proof(id, proof) => TrashItem::Proof(case(id), proof.clone()),
            TrashItem::Template(_) | TrashItem::Work(_) => item.clone(),
        }
    }

    fn client(&self, client: &Client) -> Client {
        Client { id: here(&self.clients, client.id), ..client.clone() }
    }

    fn case(&self, case: &CaseFile) -> CaseFile {
        let (id, client) = (here(&self.cases, case.invoice.id), here(&self.clients, case.invoice.client));
        CaseFile { invoice: Invoice { id, client, ..case.invoice.clone() }, ..case.clone() }
    }
}

fn here<I: Copy + Ord>(numbers: &BTreeMap<I, I>, id: I) -> I {
    numbers.get(&id).copied().unwrap_or(id)
}
