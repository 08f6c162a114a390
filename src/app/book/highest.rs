//! The highest number of each kind ever seen, so that none is given twice while the book is open.

use super::super::trash::TrashItem;
use crate::domain::case_file::CaseFile;
use crate::domain::plan::Plan;

/// Highest numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Highest {
    pub(super) client: u32,
    pub(super) case: u32,
    pub(super) movement: u32,
    pub(super) event: u32,
    pub(super) act: u32,
    pub(super) circumstance: u32,
    pub(super) plan: u32,
    pub(super) trash: u32,
}

impl Highest {
    /// A case may name a client that is gone: nobody else is to be called that.
    pub(super) fn reserve_case(&mut self, case: &CaseFile) {
        self.case = self.case.max(case.invoice.id.0);
        self.client = self.client.max(case.invoice.client.0);
        for movement in &case.movements {
            self.movement = self.movement.max(movement.id.0);
        }
        for event in &case.events {
            self.event = self.event.max(event.id.0);
        }
        for act in &case.acts {
            self.act = self.act.max(act.id.0);
        }
        for circumstance in &case.circumstances {
            self.circumstance = self.circumstance.max(circumstance.id.0);
        }
    }

    /// A plan may name an invoice or a client that is gone: nothing else is to be called that.
    pub(super) fn reserve_plan(&mut self, plan: &Plan) {
        self.plan = self.plan.max(plan.id.0);
        self.client = self.client.max(plan.client.0);
        for invoice in &plan.invoices {
            self.case = self.case.max(invoice.0);
        }
    }

    /// What is in the trash keeps its numbers, and that of its invoice: it may come back.
    pub(super) fn reserve_item(&mut self, item: &TrashItem) {
        self.case = self.case.max(item.invoice().map_or(0, |invoice| invoice.0));
        match item {
            TrashItem::Client(client) => self.client = self.client.max(client.id.0),
            TrashItem::Case(case) => self.reserve_case(case),
            TrashItem::Movement(_, movement) => self.movement = self.movement.max(movement.id.0),
            TrashItem::Event(_, event) => self.event = self.event.max(event.id.0),
            TrashItem::Act(_, act) => self.act = self.act.max(act.id.0),
            TrashItem::Circumstance(_, circumstance) => {
                self.circumstance = self.circumstance.max(circumstance.id.0);
            }
            // Numbered within their case, or their list.
            TrashItem::Offer(..)
            | TrashItem::Proceeding(..)
            | TrashItem::Cost(..)
            | TrashItem::Proof(..)
            | TrashItem::Template(_)
            | TrashItem::Work(_) => {}
            TrashItem::Plan(plan) => self.reserve_plan(plan),
        }
    }
}
