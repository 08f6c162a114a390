//! Payment plans of a file: the same plan here, or a free number.

use std::collections::BTreeMap;

use super::{Given, Sides};
use crate::app::numbers::Numbers;
use crate::app::record::Record;
use crate::app::trash::TrashItem;
use crate::base::PlanId;
use crate::domain::plan::Plan;

impl<'a> Sides<'a> {
    /// The plans of the file, deleted ones too.
    pub(super) fn file_plans(&self) -> impl Iterator<Item = &'a Plan> {
        self.backup.records.iter().filter_map(|record| match record {
            Record::Plan(plan) => Some(plan),
            Record::Trash(trash) => match &trash.item {
                TrashItem::Plan(plan) => Some(plan),
                _ => None,
            },
            _ => None,
        })
    }

    /// The number here of each plan of the file.
    pub(super) fn plans(&self, numbers: &Numbers) -> BTreeMap<PlanId, PlanId> {
        let highest = self.file_plans().map(|plan| plan.id.next()).max();
        let mut given = Given::new(self.book.next_plan().max(highest.unwrap_or(PlanId(0))));
        let deleted: Vec<&Plan> = self
            .book
            .trash()
            .filter_map(|trash| match &trash.item {
                TrashItem::Plan(plan) => Some(plan),
                _ => None,
            })
            .collect();
        let known: Vec<&Plan> = self.book.plans().chain(deleted).collect();
        for plan in self.file_plans() {
            let file = numbers.plan(plan);
            let is_it = |here: &&&Plan| is_same_plan(here, &file) && !given.taken.contains(&here.id);
            let by_number = known.iter().find(|here| here.id == plan.id && is_it(here));
            if let Some(here) =
                by_number.or_else(|| known.iter().find(is_it)).filter(|_| given.is_open(plan.id))
            {
                given.give(plan.id, here.id);
            }
        }
        for plan in self.file_plans() {
            if given.is_open(plan.id) {
                let is_free = known.iter().all(|here| here.id != plan.id);
                given.give_new(plan.id, is_free, PlanId::next);
            }
        }
        given.to
    }
}

/// They were proposed to one client on one day, about the same invoices and in the same sums.
fn is_same_plan(here: &Plan, file: &Plan) -> bool {
    here.client == file.client
        && here.proposed == file.proposed
        && here.invoices == file.invoices
        && here.down_payment == file.down_payment
        && here.instalments == file.instalments
}
