//! The trash (*corbeille*): what was deleted, kept whole for thirty days so that it can be brought back.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::book::Book;
use super::effect::Edit;
use super::own_templates::OwnTemplate;
use super::plans;
use super::record::{Key, Record};
use super::route::Route;
use super::update::Refusal;
use crate::base::iso;
use crate::base::order::insert_in_order;
use crate::base::{ActId, CircumstanceId, ClientId, EventId, InvoiceId, MovementId, ProceedingId, TrashId};
use crate::domain::act::Act;
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::Circumstance;
use crate::domain::cost::{Cost, next_cost};
use crate::domain::event::Event;
use crate::domain::movement::Movement;
use crate::domain::offer::Offer;
use crate::domain::party::Client;
use crate::domain::plan::Plan;
use crate::domain::proceeding::Proceeding;
use crate::domain::proof::Proof;
use crate::domain::unbilled::Work;

/// Days that what was deleted is kept.
pub const TRASH_DAYS: u64 = 30;

/// Something deleted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trash {
    /// Number within the book.
    pub id: TrashId,
    /// Day it was deleted.
    #[serde(with = "iso")]
    pub deleted: NaiveDate,
    /// What it is.
    pub item: TrashItem,
}

/// What was deleted, as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TrashItem {
    /// A client.
    Client(Client),
    /// An invoice with all that happened to it.
    Case(CaseFile),
    /// A movement of an invoice.
    Movement(InvoiceId, Movement),
    /// A sending about an invoice.
    Event(InvoiceId, Event),
    /// An act about an invoice.
    Act(InvoiceId, Act),
    /// A circumstance of an invoice.
    Circumstance(InvoiceId, Circumstance),
    /// An offer about an invoice.
    Offer(InvoiceId, Offer),
    /// A proceeding of an invoice.
    Proceeding(InvoiceId, Proceeding),
    /// Time or money spent on an invoice.
    Cost(InvoiceId, Cost),
    /// A payment plan.
    Plan(Plan),
    /// A paper of an invoice.
    Proof(InvoiceId, Proof),
    /// A template of the user's own.
    Template(OwnTemplate),
    /// Work that was not invoiced.
    Work(Work),
}

impl Trash {
    /// The last day it can be brought back.
    #[must_use]
    pub fn kept_until(&self) -> NaiveDate {
        self.deleted.checked_add_days(Days::new(TRASH_DAYS - 1)).unwrap_or(NaiveDate::MAX)
    }
}

impl TrashItem {
    /// The invoice it is, or belongs to.
    #[must_use]
    pub fn invoice(&self) -> Option<InvoiceId> {
        match self {
            Self::Client(_) | Self::Plan(_) | Self::Template(_) | Self::Work(_) => None,
            Self::Case(case) => Some(case.invoice.id),
            Self::Movement(id, _)
            | Self::Event(id, _)
            | Self::Act(id, _)
            | Self::Circumstance(id, _)
            | Self::Proceeding(id, _)
            | Self::Cost(id, _)
            | Self::Offer(id, _)
            | Self::Proof(id, _) => Some(*id),
        }
    }
}

/// Puts something in the trash.
pub(super) fn deleted(book: &Book, item: TrashItem, today: NaiveDate) -> Edit {
    thrown(book, book.next_trash(), item, today)
}

/// Puts several things in the trash at once.
pub(super) fn all_deleted(book: &Book, items: Vec<TrashItem>, today: NaiveDate) -> Vec<Edit> {
    let numbers = std::iter::successors(Some(book.next_trash()), |last| Some(last.next()));
    numbers.zip(items).map(|(id, item)| thrown(book, id, item, today)).collect()
}

fn thrown(book: &Book, id: TrashId, item: TrashItem, deleted: NaiveDate) -> Edit {
    Edit::put(book, Record::Trash(Trash { id, deleted, item }))
}

/// Brings something back, and says which screen shows it. A number that was given again meanwhile is not taken back: the
/// thing gets a new one.
pub(super) fn taken(book: &Book, id: TrashId) -> Result<(Vec<Edit>, Route), Refusal> {
    let trash = book.trashed(id).ok_or(Refusal::NotFound)?;
    let mut edits = vec![Edit::removal(book, Key::Trash(id))];
    let route = match &trash.item {
        TrashItem::Client(client) => Route::Client(client_back(book, client, &mut edits)),
        TrashItem::Case(case) => Route::Invoice(case_back(book, case, &mut edits)?),
        TrashItem::Movement(invoice, movement) => {
            let mut case = case_of(book, *invoice)?;
            let taken = case.movements.iter().any(|known| known.id == movement.id);
            let id: MovementId = if taken { book.next_movement() } else { movement.id };
            let movement = Movement { id, ..movement.clone() };
            insert_in_order(&mut case.movements, movement, |movement| (movement.date, movement.id));
            edits.push(Edit::put(book, Record::Case(case)));
            Route::Invoice(*invoice)
        }
        TrashItem::Event(invoice, event) => {
            let mut case = case_of(book, *invoice)?;
            let taken = case.events.iter().any(|known| known.id == event.id);
            let id: EventId = if taken { book.next_event() } else { event.id };
            insert_in_order(&mut case.events, Event { id, ..event.clone() }, |event| (event.date, event.id));
            edits.push(Edit::put(book, Record::Case(case)));
            Route::Invoice(*invoice)
        }
        TrashItem::Act(invoice, act) => {
            let mut case = case_of(book, *invoice)?;
            let taken = case.acts.iter().any(|known| known.id == act.id);
            let id: ActId = if taken { book.next_act() } else { act.id };
            insert_in_order(&mut case.acts, Act { id, ..act.clone() }, |act| (act.date, act.id));
            edits.push(Edit::put(book, Record::Case(case)));
            Route::Invoice(*invoice)
        }
        TrashItem::Circumstance(invoice, circumstance) => {
            let mut case = case_of(book, *invoice)?;
            let taken = case.circumstances.iter().any(|known| known.id == circumstance.id);
            let id: CircumstanceId = if taken { book.next_circumstance() } else { circumstance.id };
            let circumstance = Circumstance { id, ..circumstance.clone() };
            insert_in_order(&mut case.circumstances, circumstance, |known| (known.date, known.id));
            edits.push(Edit::put(book, Record::Case(case)));
            Route::Invoice(*invoice)
        }
        TrashItem::Proceeding(invoice, proceeding) => {
            let mut case = case_of(book, *invoice)?;
            let taken = case.proceedings.iter().any(|known| known.id == proceeding.id);
            let id: ProceedingId = if taken { case.next_proceeding() } else { proceeding.id };
            let proceeding = Proceeding { id, ..proceeding.clone() };
            insert_in_order(&mut case.proceedings, proceeding, |known| (known.date, known.id));
            edits.push(Edit::put(book, Record::Case(case)));
            Route::After(*invoice)
        }
        TrashItem::Cost(invoice, cost) => {
            let mut case = case_of(book, *invoice)?;
            let taken = case.costs.iter().any(|known| known.id == cost.id);
            let id = if taken { next_cost(&case.costs) } else { cost.id };
            insert_in_order(&mut case.costs, Cost { id, ..cost.clone() }, |cost| (cost.date, cost.id));
            edits.push(Edit::put(book, Record::Case(case)));
            Route::Costs(*invoice)
        }
        TrashItem::Offer(invoice, offer) => {
            let mut case = case_of(book, *invoice)?;
            let taken = case.offers.iter().any(|known| known.id == offer.id);
            let id = if taken { case.next_offer() } else { offer.id };
            insert_in_order(&mut case.offers, Offer { id, ..offer.clone() }, |known| (known.date, known.id));
            edits.push(Edit::put(book, Record::Case(case)));
            Route::Offers(*invoice)
        }
        TrashItem::Proof(invoice, proof) => {
            let mut case = case_of(book, *invoice)?;
            let taken = case.proofs.iter().any(|known| known.id == proof.id);
            let id = if taken { case.next_proof() } else { proof.id };
            insert_in_order(&mut case.proofs, Proof { id, ..proof.clone() }, |proof| (proof.date, proof.id));
            edits.push(Edit::put(book, Record::Case(case)));
            Route::Proofs(*invoice)
        }
        TrashItem::Plan(plan) => {
            let id = if book.plan(plan.id).is_some() { book.next_plan() } else { plan.id };
            edits.push(Edit::put(book, Record::Plan(Plan { id, ..plan.clone() })));
            edits.extend(plans::redone(book, plan));
            plan.invoices.first().map_or(Route::Invoices, |invoice| Route::Invoice(*invoice))
        }
        TrashItem::Template(own) => {
            let mut all = book.templates().clone();
            let id = if all.get(own.id).is_some() { all.next_id() } else { own.id };
            insert_in_order(&mut all.templates, OwnTemplate { id, ..own.clone() }, |own| own.id);
            edits.push(Edit::put(book, Record::Templates(all)));
            Route::Templates
        }
        TrashItem::Work(work) => {
            let mut all = book.unbilled().clone();
            let taken = all.works.iter().any(|known| known.id == work.id);
            let id = if taken { all.next_id() } else { work.id };
            insert_in_order(&mut all.works, Work { id, ..work.clone() }, |work| work.id);
            edits.push(Edit::put(book, Record::Unbilled(all)));
            Route::Unbilled
        }
    };
    Ok((edits, route))
}

fn case_of(book: &Book, id: InvoiceId) -> Result<CaseFile, Refusal> {
    book.case(id).cloned().ok_or(Refusal::InvoiceGone)
}

fn client_back(book: &Book, client: &Client, edits: &mut Vec<Edit>) -> ClientId {
    let id = if book.client(client.id).is_some() { book.next_client() } else { client.id };
    edits.push(Edit::put(book, Record::Client(Client { id, ..client.clone() })));
    id
}

/// A case comes back with its client, where that was deleted too.
fn case_back(book: &Book, case: &CaseFile, edits: &mut Vec<Edit>) -> Result<InvoiceId, Refusal> {
    let owner = case.invoice.client;
    if book.client(owner).is_none() {
        let with_owner =
            |trash: &&Trash| matches!(&trash.item, TrashItem::Client(client) if client.id == owner);
        // Deleted several times, it is as it was last.
        let trash = book.trash().filter(with_owner).last().ok_or(Refusal::ClientGone)?;
        if let TrashItem::Client(client) = &trash.item {
            client_back(book, client, edits);
        }
        edits.push(Edit::removal(book, Key::Trash(trash.id)));
    }
    let number = case.invoice.number.trim();
    if let Some(duplicate) = book.cases_of(owner).find(|known| known.invoice.number.trim() == number) {
        return Err(Refusal::DuplicateNumber(duplicate.invoice.id));
    }
    let mut case = case.clone();
    if book.case(case.invoice.id).is_some() {
        case.invoice.id = book.next_case();
    }
    let id = case.invoice.id;
    edits.push(Edit::put(book, Record::Case(case)));
    Ok(id)
}

/// What was deleted thirty days ago or more goes.
pub(super) fn purge(book: &Book, today: NaiveDate) -> Vec<Edit> {
    book.trash()
        .filter(|trash| trash.kept_until() < today)
        .map(|trash| Edit::removal(book, Key::Trash(trash.id)))
        .collect()
}

/// Something deleted goes for good; an invoice with what was deleted of it before, which would have nowhere to go back to.
pub(super) fn dropped(book: &Book, id: TrashId) -> Result<Vec<Edit>, Refusal> {
    let trash = book.trashed(id).ok_or(Refusal::NotFound)?;
    let invoice = match &trash.item {
        TrashItem::Case(case) if book.case(case.invoice.id).is_none() => Some(case.invoice.id),
        _ => None,
    };
    Ok(book
        .trash()
        .filter(|other| other.id == id || (invoice.is_some() && other.item.invoice() == invoice))
        .map(|other| Edit::removal(book, Key::Trash(other.id)))
        .collect())
}
