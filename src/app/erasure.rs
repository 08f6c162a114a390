//! Erasure (*effacement*): what is about a client, so that it can be shown, removed or made anonymous without a rest.

use std::collections::BTreeSet;

use super::book::Book;
use super::effect::Edit;
use super::record::{Key, Record};
use super::trash::{Trash, TrashItem};
use super::update::Refusal;
use crate::base::fold::fold;
use crate::base::{ClientId, InvoiceId};
use crate::domain::act::Act;
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{Circumstance, CircumstanceKind};
use crate::domain::cost::Cost;
use crate::domain::dispute::{Commitment, DisputeLife, Meeting, Settlement};
use crate::domain::event::{Call, Event, SentText};
use crate::domain::insolvency::Insolvency;
use crate::domain::movement::Movement;
use crate::domain::notice::NoticeTerms;
use crate::domain::offer::{Offer, OfferKind};
use crate::domain::party::Client;
use crate::domain::plan::{GoesOn, Plan};
use crate::domain::posting::Posting;
use crate::domain::proceeding::{Milestone, Proceeding};
use crate::domain::proof::Proof;
use crate::domain::unbilled::Work;
use crate::text::words::labels;

/// A client and its invoices, to tell which records are about them: those of the book, and those an older change kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    client: ClientId,
    invoices: BTreeSet<InvoiceId>,
    /// What the client is or was called: work that is not invoiced yet names it so.
    names: BTreeSet<String>,
}

/// How much is about a client, itself aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Persons at the client’s.
    pub contacts: usize,
    /// Its invoices.
    pub invoices: usize,
    /// Their movements.
    pub movements: usize,
    /// Texts sent, and calls.
    pub sendings: usize,
    /// Acts.
    pub acts: usize,
    /// Promises, pauses, disputes.
    pub circumstances: usize,
    /// Offers to settle.
    pub offers: usize,
    /// Orders, agencies, sales, write-offs.
    pub proceedings: usize,
    /// Time and money spent.
    pub costs: usize,
    /// Papers only the user has.
    pub proofs: usize,
    /// Reply cards.
    pub cards: usize,
    /// Pages on which an invoice can be paid.
    pub pay_links: usize,
    /// Payment plans.
    pub plans: usize,
    /// Work that is not invoiced yet.
    pub works: usize,
    /// Deleted things about it.
    pub trash: usize,
}

impl Scope {
    /// A client with its invoices, deleted ones too.
    #[must_use]
    pub fn of(book: &Book, client: ClientId) -> Self {
        let mut scope = Self { client, invoices: BTreeSet::new(), names: BTreeSet::new() };
        for record in book.records() {
            scope.widen(&record);
        }
        scope
    }

    /// Takes a name or an invoice of the client in, where a record is one.
    pub fn widen(&mut self, record: &Record) {
        if let Record::Client(client) | Record::Trash(Trash { item: TrashItem::Client(client), .. }) = record
            && client.id == self.client
        {
            self.names.insert(fold(client.name.trim()));
        }
        if let Record::Case(case) | Record::Trash(Trash { item: TrashItem::Case(case), .. }) = record
            && case.invoice.client == self.client
        {
            self.invoices.insert(case.invoice.id);
        }
    }

    /// Whether a record is about the client.
    #[must_use]
    pub fn covers(&self, record: &Record) -> bool {
        match record {
            Record::Profile(_)
            | Record::Settings(_)
            | Record::Rates(_)
            | Record::Policy(_)
            | Record::Templates(_)
            | Record::Unbilled(_)
            | Record::Stationery(_)
            | Record::Assumptions(_) => false,
            Record::Client(client) => client.id == self.client,
            Record::Case(case) => self.has_case(case),
            Record::Plan(plan) => self.has_plan(plan),
            Record::Trash(trash) => match &trash.item {
                TrashItem::Client(client) => client.id == self.client,
                TrashItem::Case(case) => self.has_case(case),
                TrashItem::Movement(id, _)
                | TrashItem::Event(id, _)
                | TrashItem::Act(id, _)
                | TrashItem::Circumstance(id, _)
                | TrashItem::Proceeding(id, _)
                | TrashItem::Cost(id, _)
                | TrashItem::Offer(id, _)
                | TrashItem::Proof(id, _) => self.invoices.contains(id),
                TrashItem::Plan(plan) => self.has_plan(plan),
                TrashItem::Template(_) => false,
                TrashItem::Work(work) => self.has_work(work),
            },
        }
    }

    /// Whether a record is about the client, or names it among others.
    #[must_use]
    pub fn names(&self, record: &Record) -> bool {
        match record {
            Record::Unbilled(unbilled) => unbilled.works.iter().any(|work| self.has_work(work)),
            record => self.covers(record),
        }
    }

    fn has_work(&self, work: &Work) -> bool {
        self.names.contains(&fold(work.client.trim()))
    }

    fn has_plan(&self, plan: &Plan) -> bool {
        plan.client == self.client
    }

    fn has_case(&self, case: &CaseFile) -> bool {
        case.invoice.client == self.client
    }
}

/// Every record about a client, by key.
#[must_use]
pub fn keys(book: &Book, client: ClientId) -> BTreeSet<Key> {
    let scope = Scope::of(book, client);
    book.records().filter(|record| scope.covers(record)).map(|record| record.key()).collect()
}

/// How much is about a client.
#[must_use]
pub fn extent(book: &Book, client: ClientId) -> Extent {
    let scope = Scope::of(book, client);
    let mut extent = Extent::default();
    for record in book.records().filter(|record| scope.covers(record)) {
        match record {
            Record::Case(case) => extent.take(&case),
            Record::Client(client) => extent.contacts += client.contacts.len(),
            Record::Plan(_) => extent.plans += 1,
            Record::Trash(_) => extent.trash += 1,
            Record::Profile(_)
            | Record::Settings(_)
            | Record::Rates(_)
            | Record::Policy(_)
            | Record::Templates(_)
            | Record::Unbilled(_)
            | Record::Stationery(_)
            | Record::Assumptions(_) => {}
        }
    }
    extent.works = book.unbilled().works.iter().filter(|work| scope.has_work(work)).count();
    extent
}

impl Extent {
    /// Adds what a case holds. Every part of it is named here: one that is added is either counted or said not to be.
    fn take(&mut self, case: &CaseFile) {
        let CaseFile {
            invoice: _,
            movements,
            events,
            acts,
            circumstances,
            offers,
            proceedings,
            costs,
            // How it is chased and what is expected of it are no records of what happened.
            outlook: _,
            proofs,
            cards,
            pace: _,
            pay_link,
        } = case;
        self.invoices += 1;
        self.movements += movements.len();
        self.sendings += events.len();
        self.acts += acts.len();
        self.circumstances += circumstances.len();
        self.offers += offers.len();
        self.proceedings += proceedings.len();
        self.costs += costs.len();
        self.proofs += proofs.len();
        self.cards += cards.len();
        self.pay_links += usize::from(pay_link.is_some());
    }
}

/// Removes all that is about a client.
pub(super) fn erase(book: &Book, client: ClientId) -> Result<Vec<Edit>, Refusal> {
    let mut edits: Vec<Edit> =
        known_keys(book, client)?.into_iter().map(|key| Edit::removal(book, key)).collect();
    edits.extend(without_work(book, client));
    Ok(edits)
}

/// Work not invoiced yet names its client: that of this one is taken off.
fn without_work(book: &Book, client: ClientId) -> Option<Edit> {
    let scope = Scope::of(book, client);
    let mut unbilled = book.unbilled().clone();
    unbilled.works.retain(|work| !scope.has_work(work));
    (unbilled != *book.unbilled()).then(|| Edit::put(book, Record::Unbilled(unbilled)))
}

/// Removes all that tells who a client is. What the law and the figures need stays: its kind, dates, amounts.
pub(super) fn anonymise(book: &Book, client: ClientId) -> Result<Vec<Edit>, Refusal> {
    let keys = known_keys(book, client)?;
    let nameless = |known: &Client| Client {
        name: labels::anonymous_client(book.settings().language, client.0),
        kind: known.kind,
        body: known.body,
        insolvency: known.insolvency,
        collective: Insolvency {
            office: String::new(),
            office_address: String::new(),
            ..known.collective.clone()
        },
        manner: known.manner,
        pace: known.pace.clone(),
        ..Client::unknown(known.id)
    };
    let anonymous = |record: Record| match record {
        Record::Client(known) => Record::Client(nameless(&known)),
        Record::Case(case) => Record::Case(anonymous_case(case)),
        Record::Plan(plan) => Record::Plan(anonymous_plan(plan)),
        Record::Trash(trash) => {
            let item = match trash.item {
                TrashItem::Client(known) => TrashItem::Client(nameless(&known)),
                TrashItem::Case(case) => TrashItem::Case(anonymous_case(case)),
                TrashItem::Movement(id, movement) => TrashItem::Movement(id, anonymous_movement(movement)),
                TrashItem::Event(id, event) => TrashItem::Event(id, anonymous_event(event)),
                TrashItem::Act(id, act) => TrashItem::Act(id, anonymous_act(act)),
                TrashItem::Circumstance(id, circumstance) => {
                    TrashItem::Circumstance(id, anonymous_circumstance(circumstance))
                }
                TrashItem::Proceeding(id, proceeding) => {
                    TrashItem::Proceeding(id, anonymous_proceeding(proceeding))
                }
                TrashItem::Cost(id, cost) => TrashItem::Cost(id, anonymous_cost(cost)),
                TrashItem::Offer(id, offer) => TrashItem::Offer(id, anonymous_offer(offer)),
                TrashItem::Plan(plan) => TrashItem::Plan(anonymous_plan(plan)),
                TrashItem::Proof(id, proof) => TrashItem::Proof(id, anonymous_proof(proof)),
                TrashItem::Work(work) => TrashItem::Work(Work {
                    client: labels::anonymous_client(book.settings().language, client.0),
                    what: String::new(),
                    ..work
                }),
                own @ TrashItem::Template(_) => own,
            };
            Record::Trash(Trash { item, ..trash })
        }
        other @ (Record::Profile(_)
        | Record::Settings(_)
        | Record::Rates(_)
        | Record::Policy(_)
        | Record::Templates(_)
        | Record::Unbilled(_)
        | Record::Stationery(_)
        | Record::Assumptions(_)) => other,
    };
    let after = keys.into_iter().filter_map(|key| book.record(key)).map(anonymous);
    Ok(after.map(|record| Edit::put(book, record)).chain(without_work(book, client)).collect())
}

fn known_keys(book: &Book, client: ClientId) -> Result<BTreeSet<Key>, Refusal> {
    let keys = keys(book, client);
    if keys.is_empty() { Err(Refusal::NotFound) } else { Ok(keys) }
}

fn anonymous_case(mut case: CaseFile) -> CaseFile {
    case.invoice.subject.clear();
    // Numbers the client gave may tell who it is.
    case.invoice.order.clear();
    case.invoice.service.clear();
    case.movements = case.movements.into_iter().map(anonymous_movement).collect();
    case.events = case.events.into_iter().map(anonymous_event).collect();
    case.acts = case.acts.into_iter().map(anonymous_act).collect();
    case.circumstances = case.circumstances.into_iter().map(anonymous_circumstance).collect();
    case.proceedings = case.proceedings.into_iter().map(anonymous_proceeding).collect();
    case.costs = case.costs.into_iter().map(anonymous_cost).collect();
    case.outlook.without_contact.clear();
    case.offers = case.offers.into_iter().map(anonymous_offer).collect();
    case.proofs = case.proofs.into_iter().map(anonymous_proof).collect();
    // Who holds a card could still answer on it: with the client its cards go.
    case.cards.clear();
    // The page of a payment provider may name the client.
    case.pay_link = None;
    case
}

fn anonymous_plan(plan: Plan) -> Plan {
    let unsaid = |one: GoesOn| GoesOn { written: String::new(), ..one };
    let goes_on = plan.goes_on.into_iter().map(unsaid).collect();
    Plan { note: String::new(), undated_because: String::new(), goes_on, ..plan }
}

/// Whom it went to, its number and what was agreed may tell who the client is; days and sums stay.
fn anonymous_proceeding(proceeding: Proceeding) -> Proceeding {
    let stages = proceeding.stages.into_iter().map(|one| Milestone { note: String::new(), ..one }).collect();
    let (with, reference, terms) = (String::new(), String::new(), String::new());
    Proceeding { with, reference, terms, stages, ..proceeding }
}

/// What was spent stays; the note goes, which may name somebody.
fn anonymous_cost(cost: Cost) -> Cost {
    Cost { note: String::new(), ..cost }
}

/// What was offered stays in figures and days; the words that say which goods or which work go.
fn anonymous_offer(offer: Offer) -> Offer {
    let kind = match offer.kind {
        OfferKind::Return { worth, by, .. } => OfferKind::Return { what: String::new(), worth, by },
        OfferKind::Repair { cost, by, .. } => OfferKind::Repair { what: String::new(), cost, by },
        other @ (OfferKind::Discount { .. } | OfferKind::Penalties | OfferKind::Early { .. }) => other,
    };
    Offer { kind, note: String::new(), ..offer }
}

/// Days and outcome of a dispute; what was said, where and by whom goes.
fn anonymous_life(life: DisputeLife) -> DisputeLife {
    let nameless = |one: Commitment| Commitment { what: String::new(), ..one };
    DisputeLife {
        code: life.code,
        meeting: life.meeting.map(|meeting| Meeting {
            place: String::new(),
            agenda: String::new(),
            minutes: String::new(),
            ..meeting
        }),
        commitments: life.commitments.into_iter().map(nameless).collect(),
        outcome: life.outcome.map(|outcome| Settlement { terms: String::new(), ..outcome }),
    }
}

fn anonymous_movement(movement: Movement) -> Movement {
    Movement { reference: String::new(), ..movement }
}

fn anonymous_event(mut event: Event) -> Event {
    let text = (*event.text).clone();
    let notice = text.notice.clone().map(|terms| NoticeTerms { others: Vec::new(), ..terms });
    event.text =
        SentText { subject: String::new(), body: String::new(), laid_out: None, notice, ..text }.into();
    event.call = event.call.map(|call| Call { note: String::new(), ..call });
    let posting = Posting { number: String::new(), ..event.posting.clone() };
    Event { to: String::new(), exception: String::new(), posting, ..event }
}

fn anonymous_proof(proof: Proof) -> Proof {
    Proof { title: String::new(), place: String::new(), ..proof }
}

fn anonymous_act(act: Act) -> Act {
    Act { reference: String::new(), ..act }
}

fn anonymous_circumstance(circumstance: Circumstance) -> Circumstance {
    let kind = match circumstance.kind {
        CircumstanceKind::Promise { amount, by, channel, .. } => {
            CircumstanceKind::Promise { amount, by, who: String::new(), channel }
        }
        CircumstanceKind::Suspension { .. } => CircumstanceKind::Suspension { work: String::new() },
        CircumstanceKind::Dispute { cause, amount, answer_by, life } => {
            CircumstanceKind::Dispute { cause, amount, answer_by, life: Box::new(anonymous_life(*life)) }
        }
        other @ (CircumstanceKind::Pause { .. }
        | CircumstanceKind::CloseWatch { .. }
        | CircumstanceKind::Proposal { .. }
        | CircumstanceKind::Unpaid(_)
        | CircumstanceKind::LifeCycle(_)) => other,
    };
    Circumstance { kind, note: String::new(), ..circumstance }
}
