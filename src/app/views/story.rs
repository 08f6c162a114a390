//! The story of a claim: its facts in order of date.

use chrono::NaiveDate;

use super::super::book::Book;
use crate::base::order::in_order;
use crate::base::{InvoiceId, dates};
use crate::domain::act::{Act, ActKind};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{Circumstance, GRACE_DAYS};
use crate::domain::event::Event;
use crate::domain::movement::Movement;
use crate::domain::plan::standing::{PlanRow, Standing};
use crate::domain::plan::{End, GoesOn, Plan};
use crate::domain::proceeding::{Milestone, Proceeding};
use crate::domain::talk::Talk;

/// Something that happened on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact<'a> {
    /// The invoice was issued.
    Issued,
    /// It fell due.
    Due,
    /// A payment or credit note.
    Moved(&'a Movement),
    /// A text was sent, or a call made.
    Sent(&'a Event),
    /// A circumstance was learnt, or began.
    Learnt(&'a Circumstance),
    /// A circumstance was ended before its time.
    Ended(&'a Circumstance),
    /// A promise to pay was kept, or was not.
    PromiseCame(&'a Circumstance, bool),
    /// An act was done.
    Acted(&'a Act),
    /// A proceeding began.
    Began(&'a Proceeding),
    /// A proceeding came to a stage.
    Came(&'a Proceeding, &'a Milestone),
    /// Something was offered, agreed, talked about or promised.
    Talked(Talk<'a>),
    /// A payment plan was proposed; its signature is an act.
    Planned(&'a Plan),
    /// A sum of it was not there on its day.
    Missed(PlanRow),
    /// A notice about a missed sum was left unanswered.
    Breached,
    /// A plan was let go on all the same.
    GoesOn(&'a GoesOn),
    /// A plan ended.
    PlanEnded(End),
}

/// A payment plan with what became of its sums, as far as it is known on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldPlan {
    /// The plan.
    pub plan: Plan,
    /// Its sums that were not there when the days a transfer takes were over, with what had come in by then.
    pub missed: Vec<PlanRow>,
    /// The days on which the time of a notice was over and what it was about was still missing.
    pub breached: Vec<NaiveDate>,
}

impl ToldPlan {
    /// Every plan about an invoice that was proposed by a day.
    #[must_use]
    pub fn about(book: &Book, invoice: InvoiceId, today: NaiveDate) -> Vec<Self> {
        let known = book.plans_about(invoice).filter(|plan| plan.proposed <= today);
        known.map(|plan| Self::of(book, plan, today)).collect()
    }

    fn of(book: &Book, plan: &Plan, today: NaiveDate) -> Self {
        // What is missed after the end of a plan is no breach of it, nor what may not be paid any more; before it was signed
        // nothing was agreed.
        let ended = plan.ended.map(|ended| ended.on).into_iter().chain(book.stopped(plan));
        let until = ended.min().map_or(today, |ended| ended.min(today));
        let signed = plan.accepted.filter(|signed| *signed <= today);
        let last = |row: &PlanRow| dates::add_days(row.due, GRACE_DAYS);
        let missed = plan.rows(plan.paid_before).into_iter().enumerate().filter_map(|(at, row)| {
            signed.filter(|signed| *signed <= row.due && last(&row) < until)?;
            let then = plan.rows(book.received(plan, last(&row))).get(at).copied()?;
            then.left().is_positive().then_some(then)
        });
        let missed = if signed.is_some() { missed.collect() } else { Vec::new() };
        let running = Plan { ended: None, ..plan.clone() };
        let over = book.notices(plan).into_iter().map(|notice| dates::next_day(notice.until));
        let breached = over.filter(|day| {
            let standing = book.standing(&running, *day);
            *day <= until
                && matches!(standing, Standing::Breached(_, notice) if dates::next_day(notice.until) == *day)
        });
        Self { missed, breached: breached.collect(), plan: plan.clone() }
    }

    fn told(&self) -> impl Iterator<Item = (NaiveDate, Fact<'_>)> {
        let ended = self.plan.ended.map(|ended| (ended.on, Fact::PlanEnded(ended.how)));
        [(self.plan.proposed, Fact::Planned(&self.plan))]
            .into_iter()
            .chain(self.missed.iter().map(|row| (row.due, Fact::Missed(*row))))
            .chain(self.breached.iter().map(|day| (*day, Fact::Breached)))
            .chain(self.plan.goes_on.iter().map(|one| (one.on, Fact::GoesOn(one))))
            .chain(ended)
    }
}

/// A strand of the story, to look at alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Strand {
    /// All of it.
    #[default]
    All,
    /// Texts sent.
    Sendings,
    /// Calls.
    Calls,
    /// Payments and whatever else changed the balance.
    Payments,
    /// Promises, disputes, and what else is known about its being paid.
    Promises,
    /// Offers and payment plans.
    Offers,
}

impl Strand {
    /// Every strand, in the order they are offered.
    pub const ALL: [Self; 6] =
        [Self::All, Self::Sendings, Self::Calls, Self::Payments, Self::Promises, Self::Offers];

    /// Whether a fact belongs to it.
    #[must_use]
    pub fn has(self, fact: &Fact<'_>) -> bool {
        match self {
            Self::All => true,
            Self::Sendings => matches!(fact, Fact::Sent(event) if event.call.is_none()),
            Self::Calls => matches!(fact, Fact::Sent(event) if event.call.is_some()),
            Self::Payments => matches!(fact, Fact::Moved(_)),
            Self::Promises => match fact {
                Fact::Talked(talk) => !talk.is_of_offer(),
                Fact::Learnt(_) | Fact::Ended(_) | Fact::PromiseCame(..) => true,
                _ => false,
            },
            Self::Offers => match fact {
                Fact::Acted(act) => act.kind == ActKind::SignedPlan,
                Fact::Talked(talk) => talk.is_of_offer(),
                Fact::Planned(_)
                | Fact::Missed(_)
                | Fact::Breached
                | Fact::GoesOn(_)
                | Fact::PlanEnded(_) => true,
                _ => false,
            },
        }
    }
}

/// Everything that happened up to a day, oldest first. On one day: the call, then what it brought.
#[must_use]
pub fn facts<'a>(case: &'a CaseFile, plans: &'a [ToldPlan], today: NaiveDate) -> Vec<(NaiveDate, Fact<'a>)> {
    let mut facts = vec![(case.invoice.issued, Fact::Issued)];
    if case.invoice.due <= today {
        facts.push((case.invoice.due, Fact::Due));
    }
    facts.extend(case.movements.iter().map(|movement| (movement.date, Fact::Moved(movement))));
    facts.extend(case.events.iter().map(|event| (event.date, Fact::Sent(event))));
    for one in &case.circumstances {
        facts.push((one.date, Fact::Learnt(one)));
        if let Some(life) = one.life() {
            facts.extend(life.told(today).map(|(day, talk)| (day, Fact::Talked(talk))));
        }
        facts.extend(one.ended.filter(|day| *day <= today).map(|day| (day, Fact::Ended(one))));
    }
    let promises = case.promises_told(today).map(|(day, one, kept)| (day, Fact::PromiseCame(one, kept)));
    facts.extend(promises);
    facts.extend(case.offers_told(today).map(|(day, talk)| (day, Fact::Talked(talk))));
    facts.extend(plans.iter().flat_map(ToldPlan::told));
    facts.extend(case.acts.iter().map(|act| (act.date, Fact::Acted(act))));
    for one in &case.proceedings {
        facts.push((one.date, Fact::Began(one)));
        facts.extend(one.stages.iter().map(|stage| (stage.date, Fact::Came(one, stage))));
    }
    in_order(facts, |(date, _)| *date)
}
