//! The payment plans of the book, found by number and by the invoices they cover.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::Book;
use crate::base::{Amount, Currency, EventId, InvoiceId, PlanId};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::{Claim, Instalment};
use crate::domain::event::{Channel, Event, Step};
use crate::domain::plan::breach::BrokenPlan;
use crate::domain::plan::shares::Covered;
use crate::domain::plan::standing::{PlanRow, PlanStanding, Standing};
use crate::domain::plan::waiver::GivenUp;
use crate::domain::plan::{End, Notice, Plan};

/// Plans by number, with the numbers of those that cover each invoice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plans {
    by_number: BTreeMap<PlanId, Plan>,
    by_invoice: BTreeMap<InvoiceId, BTreeSet<PlanId>>,
}

impl Plans {
    /// Puts one in, in place of the one of its number.
    pub(super) fn put(&mut self, plan: Plan) {
        self.take(plan.id);
        for invoice in &plan.invoices {
            self.by_invoice.entry(*invoice).or_default().insert(plan.id);
        }
        self.by_number.insert(plan.id, plan);
    }

    /// Takes one out.
    pub(super) fn take(&mut self, id: PlanId) {
        let Some(plan) = self.by_number.remove(&id) else { return };
        for invoice in plan.invoices {
            if let Some(known) = self.by_invoice.get_mut(&invoice) {
                known.remove(&id);
                if known.is_empty() {
                    self.by_invoice.remove(&invoice);
                }
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.by_number.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.by_number.is_empty()
    }
}

impl Book {
    /// A payment plan by number.
    #[must_use]
    pub fn plan(&self, id: PlanId) -> Option<&Plan> {
        self.plans.by_number.get(&id)
    }

    /// All payment plans in order of number.
    pub fn plans(&self) -> impl Iterator<Item = &Plan> {
        self.plans.by_number.values()
    }

    /// The payment plans that cover an invoice, in order of number.
    pub fn plans_about(&self, invoice: InvoiceId) -> impl DoubleEndedIterator<Item = &Plan> {
        let known = self.plans.by_invoice.get(&invoice).into_iter().flatten();
        known.filter_map(|id| self.plans.by_number.get(id))
    }

    /// The last plan about an invoice that was not withdrawn, with where it stands on a day.
    #[must_use]
    pub fn plan_of(&self, invoice: InvoiceId, today: NaiveDate) -> Option<PlanStanding<'_>> {
        let plan = self.plans_about(invoice).rev().find(|plan| {
            let withdrawn = plan.ended.is_some_and(|ended| ended.how == End::Withdrawn);
            !withdrawn && plan.proposed <= today
        })?;
        let received = self.received(plan, today);
        let standing = self.standing(plan, today);
        let beside = if standing.gives_time() { self.beside(plan, today) } else { None };
        Some(PlanStanding { plan, standing, received, beside })
    }

    /// The day the plan about an invoice was signed, while that plan runs.
    #[must_use]
    pub fn plan_signed(&self, invoice: InvoiceId, today: NaiveDate) -> Option<NaiveDate> {
        self.plan_of(invoice, today)?.signed().filter(|signed| *signed <= today)
    }

    /// Where a plan stands on a day, from the money received and the notices sent; insolvency proceedings that hold one of its
    /// invoices stop it, unless all of it was paid before.
    #[must_use]
    pub fn standing(&self, plan: &Plan, today: NaiveDate) -> Standing {
        let standing = plan.standing(|day| self.received(plan, day), &self.notices(plan), today);
        match self.stopped(plan).filter(|opened| *opened <= today) {
            Some(_) if matches!(standing, Standing::Ended(_) | Standing::Complete) => standing,
            Some(opened) => Standing::Stopped(opened),
            None => standing,
        }
    }

    /// The day insolvency proceedings were opened that hold an invoice of a plan, where they were.
    #[must_use]
    pub fn stopped(&self, plan: &Plan) -> Option<NaiveDate> {
        let held = |case: &CaseFile| {
            let opened = self.client(case.invoice.client)?.insolvency?;
            case.is_held_by(Some(opened), opened).then_some(opened)
        };
        plan.invoices.iter().filter_map(|id| self.case(*id)).find_map(held)
    }

    /// The sums of a plan that were not there whole on their days, as far as is known on a day.
    #[must_use]
    pub fn late_sums(&self, plan: &Plan, today: NaiveDate) -> Vec<PlanRow> {
        plan.late_sums(|day| self.received(plan, day), today)
    }

    /// The notice of a plan whose receipt alone tells whether its sum came in time: see [`Plan::doubtful_notice`].
    #[must_use]
    pub fn doubtful_notice(&self, plan: &Plan, today: NaiveDate) -> Option<Notice> {
        plan.doubtful_notice(|day| self.received(plan, day), &self.notices(plan), today)
    }

    /// What is given up if a plan is kept is not given up by itself on a day: sums were late, and it gives something up.
    #[must_use]
    pub fn loses_waiver(&self, plan: &Plan, today: NaiveDate) -> bool {
        !self.late_sums(plan, today).is_empty() && self.given_up(plan, today).is_positive()
    }

    /// What a plan gives up of one of its invoices if it is closed as kept on a day.
    #[must_use]
    pub fn given_up_of(&self, plan: &Plan, case: &CaseFile, today: NaiveDate) -> GivenUp {
        plan.given_up(&self.covered_claim(plan, case, plan.proposed), &self.covered_claim(plan, case, today))
    }

    /// What a plan gives up of all its invoices if it is closed as kept on a day.
    #[must_use]
    pub fn given_up(&self, plan: &Plan, today: NaiveDate) -> Amount {
        let cases = plan.invoices.iter().filter_map(|id| self.case(*id));
        cases.map(|case| self.given_up_of(plan, case, today).sum()).sum()
    }

    /// The plan about an invoice that was broken by a day, as what is written since says it; none where the last one was not.
    #[must_use]
    pub fn broken_plan(&self, invoice: InvoiceId, today: NaiveDate) -> Option<BrokenPlan> {
        let known = self.plan_of(invoice, today)?;
        let broken = known.plan.broken(known.received, &self.notices(known.plan))?;
        (broken.on <= today).then_some(broken)
    }

    /// The notices about what was missed: those noted on the plan, and those sent as a text about one of its invoices since
    /// it was signed; in order, one a day.
    #[must_use]
    pub fn notices(&self, plan: &Plan) -> Vec<Notice> {
        let cases = plan.invoices.iter().filter_map(|id| self.case(*id));
        let sent = cases.flat_map(|case| &case.events).filter(|event| {
            event.step == Step::PlanNotice && plan.accepted.is_some_and(|signed| signed <= event.date)
        });
        let mut notices: BTreeMap<NaiveDate, Notice> =
            plan.notices.iter().map(|notice| (notice.sent, *notice)).collect();
        for event in sent {
            let notice = self.notice_of(plan, event);
            // One letter about several invoices is noted on each: what is known of it on one is known.
            let known = notices.get(&event.date).is_some_and(|known| !known.is_estimate);
            if !(known && notice.is_estimate) {
                notices.insert(event.date, notice);
            }
        }
        notices.into_values().collect()
    }

    /// The sending of a notice about a plan on a day, with the invoice it is noted on, as long as its receipt is not known.
    #[must_use]
    pub fn undated_notice(&self, plan: &Plan, sent: NaiveDate) -> Option<(InvoiceId, EventId)> {
        let cases = plan.invoices.iter().filter_map(|id| self.case(*id));
        let mut events = cases.flat_map(|case| case.events.iter().map(|event| (case.invoice.id, event)));
        let (invoice, event) = events.find(|(_, event)| {
            event.step == Step::PlanNotice && event.date == sent && self.notice_of(plan, event).is_estimate
        })?;
        Some((invoice, event.id))
    }

    /// A notice sent as a text: what the plan says, from its receipt where that is known.
    fn notice_of(&self, plan: &Plan, event: &Event) -> Notice {
        let arrived = event.received.or(event.posting.presented);
        let by_post = matches!(event.channel, Channel::Post | Channel::RegisteredPost);
        let region = self.policy().region;
        Notice {
            sent: event.date,
            until: arrived.map_or(event.deadline, |day| plan.notice_until(day, region)),
            is_estimate: by_post && arrived.is_none(),
        }
    }

    /// What stays owed beside the sums of a plan on a day, as long as it is kept, and by when; none where nothing does.
    #[must_use]
    pub fn beside(&self, plan: &Plan, today: NaiveDate) -> Option<Instalment> {
        let due = plan.beside_due()?;
        let cases = plan.invoices.iter().filter_map(|id| self.case(*id));
        let covered = |case, day| self.covered_claim(plan, case, day);
        let claims = cases.map(|case| (covered(case, plan.proposed), covered(case, today)));
        let amount = plan.beside(self.received(plan, today), claims);
        amount.is_positive().then_some(Instalment { due, amount })
    }

    /// Penalties and fixed sums of a case that are claimed on the day of its claim: all that are owed, or under a plan that
    /// gives time what [`Plan::penalties_claimed`] says.
    #[must_use]
    pub fn penalties_claimed(
        &self,
        case: &CaseFile,
        claim: &Claim,
        plan: Option<PlanStanding<'_>>,
    ) -> Amount {
        let Some(known) = plan.filter(PlanStanding::gives_time) else { return claim.penalties_left() };
        let plan = known.plan;
        plan.penalties_claimed(known.is_paid(), || {
            let is_whole = plan.reserved_of(case.invoice.id).is_zero();
            let now = if is_whole { claim.clone() } else { self.covered_claim(plan, case, claim.as_of) };
            (self.covered_claim(plan, case, plan.proposed), now)
        })
    }

    /// What a plan covers of the claim of one of its invoices on a day: all of it but what was contested and left out.
    #[must_use]
    pub fn covered_claim(&self, plan: &Plan, case: &CaseFile, day: NaiveDate) -> Claim {
        let debt = case.debt(self.debtor_of(case));
        let claim = debt.claim_on(day, self.rates());
        debt.beside_contested(&claim, plan.reserved_of(case.invoice.id), plan.proposed)
    }

    /// All that was received on the invoices of a plan until the end of a day.
    #[must_use]
    pub fn received(&self, plan: &Plan, today: NaiveDate) -> Amount {
        plan.invoices.iter().filter_map(|id| self.case(*id)).map(|case| case.received(today)).sum()
    }

    /// The currency of every amount of a plan.
    #[must_use]
    pub fn plan_currency(&self, plan: &Plan) -> Currency {
        let first = plan.invoices.iter().find_map(|id| self.case(*id));
        first.map(|case| case.invoice.currency).unwrap_or_default()
    }

    /// How a payment for a plan goes to its invoices, given what was received until the end of a day.
    #[must_use]
    pub fn plan_shares(&self, plan: &Plan, payment: Amount, today: NaiveDate) -> Vec<(InvoiceId, Amount)> {
        plan.shares(payment, &self.covered(plan, today))
    }

    /// What was noted on one invoice of a plan and is another’s: see [`Plan::misplaced`].
    #[must_use]
    pub fn misplaced(&self, plan: &Plan, today: NaiveDate) -> Option<Vec<(InvoiceId, Amount)>> {
        plan.misplaced(&self.covered(plan, today))
    }

    fn covered(&self, plan: &Plan, today: NaiveDate) -> Vec<Covered> {
        let cases = plan.invoices.iter().filter_map(|id| self.case(*id));
        let covered = cases.map(|case| Covered {
            id: case.invoice.id,
            proposed: self.covered_claim(plan, case, plan.proposed),
            part: self.covered_claim(plan, case, today),
            now: self.claim(case, today),
            since: case.received(today) - case.received(plan.proposed),
            debt: case.debt(self.debtor_of(case)),
        });
        covered.collect()
    }
}
