//! Records: the units the book is kept in, each under a key of its own, so that a change costs what it changes.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::own_templates::OwnTemplates;
use super::settings::Settings;
use super::trash::{Trash, TrashItem};
use crate::base::{ClientId, InvoiceId, PlanId, TrashId};
use crate::domain::assumptions::Assumptions;
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{Circumstance, CircumstanceKind};
use crate::domain::dunning::Policy;
use crate::domain::event::Event;
use crate::domain::law::own_rates::OwnRates;
use crate::domain::offer::Offer;
use crate::domain::party::{Client, Profile};
use crate::domain::plan::Plan;
use crate::domain::proceeding::Proceeding;
use crate::domain::stationery::Stationery;
use crate::domain::unbilled::Unbilled;

/// Names a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The user's own details.
    Profile,
    /// Settings of the screen.
    Settings,
    /// The user's own rates.
    Rates,
    /// How clients are chased.
    Policy,
    /// The user's own templates.
    Templates,
    /// Work that is not invoiced yet.
    Unbilled,
    /// What the user's documents look like.
    Stationery,
    /// What the user's own time is worth, and what they expect of each way out.
    Assumptions,
    /// One client.
    Client(ClientId),
    /// One invoice with its movements and events.
    Case(InvoiceId),
    /// One payment plan.
    Plan(PlanId),
    /// Something deleted.
    Trash(TrashId),
}

/// A record of the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Record {
    /// The user's own details.
    Profile(Profile),
    /// Settings of the screen.
    Settings(Settings),
    /// The user's own rates.
    Rates(OwnRates),
    /// How clients are chased.
    Policy(Policy),
    /// The user's own templates.
    Templates(OwnTemplates),
    /// Work that is not invoiced yet.
    Unbilled(Unbilled),
    /// What the user's documents look like.
    Stationery(Stationery),
    /// What the user's own time is worth, and what they expect of each way out.
    Assumptions(Assumptions),
    /// One client.
    Client(Client),
    /// One invoice with its movements and events.
    Case(CaseFile),
    /// One payment plan.
    Plan(Plan),
    /// Something deleted.
    Trash(Trash),
}

impl Key {
    /// Reads what [`fmt::Display`] writes; anything else is no key of ours.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let number = |text: &str| text.parse().ok().filter(|number: &u32| number.to_string() == text);
        match name.split_once('/') {
            None if name == "profile" => Some(Self::Profile),
            None if name == "settings" => Some(Self::Settings),
            None if name == "rates" => Some(Self::Rates),
            None if name == "policy" => Some(Self::Policy),
            None if name == "templates" => Some(Self::Templates),
            None if name == "unbilled" => Some(Self::Unbilled),
            None if name == "stationery" => Some(Self::Stationery),
            None if name == "assumptions" => Some(Self::Assumptions),
            Some(("client", id)) => number(id).map(|id| Self::Client(ClientId(id))),
            Some(("case", id)) => number(id).map(|id| Self::Case(InvoiceId(id))),
            Some(("plan", id)) => number(id).map(|id| Self::Plan(PlanId(id))),
            Some(("trash", id)) => number(id).map(|id| Self::Trash(TrashId(id))),
            _ => None,
        }
    }
}

impl Record {
    /// The key this record belongs under.
    #[must_use]
    pub fn key(&self) -> Key {
        match self {
            Self::Profile(_) => Key::Profile,
            Self::Settings(_) => Key::Settings,
            Self::Rates(_) => Key::Rates,
            Self::Policy(_) => Key::Policy,
            Self::Templates(_) => Key::Templates,
            Self::Unbilled(_) => Key::Unbilled,
            Self::Stationery(_) => Key::Stationery,
            Self::Assumptions(_) => Key::Assumptions,
            Self::Client(client) => Key::Client(client.id),
            Self::Case(case) => Key::Case(case.invoice.id),
            Self::Plan(plan) => Key::Plan(plan.id),
            Self::Trash(trash) => Key::Trash(trash.id),
        }
    }
}

impl Record {
    /// Whether all of a record reads that comes from elsewhere: texts that were sent are else only read when looked at.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match self {
            Self::Case(case) => is_whole(case),
            Self::Trash(trash) => match &trash.item {
                TrashItem::Case(case) => is_whole(case),
                TrashItem::Event(_, event) => event.text.is_whole(),
                TrashItem::Client(_)
                | TrashItem::Movement(..)
                | TrashItem::Act(..)
                | TrashItem::Circumstance(..)
                | TrashItem::Proceeding(..)
                | TrashItem::Cost(..)
                | TrashItem::Offer(..)
                | TrashItem::Proof(..)
                | TrashItem::Template(_)
                | TrashItem::Work(_)
                | TrashItem::Plan(_) => true,
            },
            Self::Profile(_)
            | Self::Settings(_)
            | Self::Rates(_)
            | Self::Policy(_)
            | Self::Templates(_)
            | Self::Unbilled(_)
            | Self::Stationery(_)
            | Self::Assumptions(_)
            | Self::Client(_)
            | Self::Plan(_) => true,
        }
    }

    /// Whether a record that reads can be used. A rate table may read and still contradict itself; a day millennia away is
    /// none that a form takes, and counting up to it would keep the page busy.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        match self {
            Self::Profile(_) | Self::Settings(_) | Self::Templates(_) => true,
            Self::Policy(policy) => policy.bank_checked.is_none_or(is_near) && policy.forecast.is_sound(),
            Self::Unbilled(unbilled) => unbilled.works.iter().all(|work| is_near(work.done)),
            Self::Stationery(stationery) => stationery.is_sound(),
            Self::Assumptions(assumptions) => assumptions.is_sound(),
            Self::Rates(own) => own.table().is_ok(),
            Self::Client(client) => is_near_client(client),
            Self::Case(case) => is_near_case(case),
            Self::Plan(plan) => plan.is_sound() && is_near_plan(plan),
            Self::Trash(trash) => match &trash.item {
                TrashItem::Client(client) => is_near_client(client),
                TrashItem::Case(case) => is_near_case(case),
                TrashItem::Movement(_, movement) => is_near(movement.date),
                TrashItem::Event(_, event) => is_near_event(event),
                TrashItem::Act(_, act) => is_near(act.date),
                TrashItem::Circumstance(_, circumstance) => is_near_circumstance(circumstance),
                TrashItem::Proceeding(_, proceeding) => is_near_proceeding(proceeding),
                TrashItem::Cost(_, cost) => is_near(cost.date),
                TrashItem::Offer(_, offer) => is_good_offer(offer),
                TrashItem::Plan(plan) => plan.is_sound() && is_near_plan(plan),
                TrashItem::Proof(_, proof) => is_near(proof.date),
                TrashItem::Template(_) => true,
                TrashItem::Work(work) => is_near(work.done),
            },
        }
    }
}

/// Whether every text sent that is in a case reads.
fn is_whole(case: &CaseFile) -> bool {
    case.events.iter().all(|event| event.text.is_whole())
}

/// Wider than what forms take, since a due date may be counted from there.
fn is_near(day: NaiveDate) -> bool {
    (1800..2400).contains(&day.year())
}

fn is_near_case(case: &CaseFile) -> bool {
    [case.invoice.issued, case.invoice.due].into_iter().all(is_near)
        && case.invoice.later.iter().all(|instalment| is_near(instalment.due))
        && case.movements.iter().all(|movement| is_near(movement.date))
        && case.events.iter().all(is_near_event)
        && case.acts.iter().all(|act| is_near(act.date))
        && case.circumstances.iter().all(is_near_circumstance)
        && case.costs.iter().all(|cost| is_near(cost.date))
        && case.proceedings.iter().all(is_near_proceeding)
        && case.offers.iter().all(is_good_offer)
        && case.proofs.iter().all(|proof| is_near(proof.date))
        && case.cards.iter().all(|card| is_near(card.date) && card.answered.is_none_or(is_near))
}

fn is_near_proceeding(proceeding: &Proceeding) -> bool {
    let days = proceeding.stages.iter().flat_map(|one| [Some(one.date), one.set_for]).flatten();
    proceeding.is_sound() && days.chain([proceeding.date]).all(is_near)
}

fn is_good_offer(offer: &Offer) -> bool {
    offer.is_sound() && offer.days().all(is_near)
}

fn is_near_plan(plan: &Plan) -> bool {
    let sums = plan.sums().map(|sum| sum.due);
    let notices = plan.notices.iter().flat_map(|notice| [notice.sent, notice.until]);
    let ended = plan.ended.map(|ended| ended.on);
    let goes_on = plan.goes_on.iter().map(|one| one.on);
    let days = [plan.proposed, plan.answer_by].into_iter().chain(plan.accepted).chain(ended);
    days.chain(sums).chain(notices).chain(goes_on).all(is_near)
}

fn is_near_client(client: &Client) -> bool {
    let verified = client.contacts.iter().map(|contact| contact.verified);
    verified.chain([client.insolvency, client.collective.published, client.verified]).flatten().all(is_near)
}

fn is_near_event(event: &Event) -> bool {
    let again = event.call.as_ref().and_then(|call| call.again);
    [Some(event.date), Some(event.deadline), event.received, again].into_iter().flatten().all(is_near)
}

fn is_near_circumstance(circumstance: &Circumstance) -> bool {
    let last = match circumstance.kind {
        CircumstanceKind::Promise { by, .. } => Some(by),
        CircumstanceKind::Pause { until, .. } | CircumstanceKind::CloseWatch { until } => Some(until),
        CircumstanceKind::Dispute { answer_by, .. } => Some(answer_by),
        CircumstanceKind::Proposal { first, .. } => Some(first),
        CircumstanceKind::Unpaid(_)
        | CircumstanceKind::LifeCycle(_)
        | CircumstanceKind::Suspension { .. } => None,
    };
    let life = circumstance.life().is_none_or(|life| life.days().all(is_near));
    life && [Some(circumstance.date), circumstance.ended, last].into_iter().flatten().all(is_near)
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Profile => f.write_str("profile"),
            Self::Settings => f.write_str("settings"),
            Self::Rates => f.write_str("rates"),
            Self::Policy => f.write_str("policy"),
            Self::Templates => f.write_str("templates"),
            Self::Unbilled => f.write_str("unbilled"),
            Self::Stationery => f.write_str("stationery"),
            Self::Assumptions => f.write_str("assumptions"),
            Self::Client(id) => write!(f, "client/{id}"),
            Self::Case(id) => write!(f, "case/{id}"),
            Self::Plan(id) => write!(f, "plan/{id}"),
            Self::Trash(id) => write!(f, "trash/{id}"),
        }
    }
}
