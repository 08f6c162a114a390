//! Comparing a backup with the book, record by record, so that two devices can be joined without losing what either has.
//!
//! No clock is trusted: a version that the other side knows as an earlier one of its own is the older one. Where neither
//! knows the other, both have changed, and the user chooses.

use std::collections::{BTreeMap, BTreeSet};

use super::numbering::numbers;
use super::{Backup, Lineage, fingerprint};
use crate::app::book::Book;
use crate::app::merge::merge;
use crate::app::record::{Key, Record};
use crate::app::trash::TrashItem;
use crate::base::{ClientId, Currency, InvoiceId};
use crate::domain::dunning::Policy;
use crate::domain::plan::Plan;

/// How a record of the file stands to the one here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Both are the same.
    Same,
    /// Only in the file.
    New,
    /// Only here.
    Here,
    /// The file's comes from the one here.
    NewerInFile,
    /// The one here comes from the file's; or it was deleted here, and is in the trash as it is in the file.
    NewerHere,
    /// Both were changed; or one was changed and the other deleted.
    Conflict,
}

/// What becomes of a record both changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// It stays as it is here.
    Mine,
    /// It becomes as it is in the file.
    Theirs,
    /// What only one side changed is taken; where both did, it stays as it is here.
    Both,
}

/// What a record is called. Empty where there is no such thing: the user's own details have neither.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// Name of the client.
    pub client: String,
    /// Number printed on the invoice.
    pub number: String,
    /// What it is of the trash, and the currency of its amounts.
    pub trashed: Option<(Box<TrashItem>, Currency)>,
}

/// A record here and in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its key here, or the one it would get.
    pub key: Key,
    /// Its key in the file, where it is there.
    pub file_key: Option<Key>,
    /// What it is called.
    pub label: Label,
    /// How the two stand.
    pub standing: Standing,
    /// As it is here.
    pub here: Option<Record>,
    /// As it is in the file, with the numbers of here.
    pub file: Option<Record>,
    /// [`Backup::versions`] of what the file has of a record that is or was here; none of what is new.
    pub versions: Vec<u32>,
}

/// A backup beside the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// All records of both sides, in order of key. Settings of the screen are each device's own.
    pub rows: Vec<Row>,
}

impl Comparison {
    /// How many records stand so.
    #[must_use]
    pub fn count(&self, standing: Standing) -> usize {
        self.rows.iter().filter(|row| row.standing == standing).count()
    }

    /// The records the user has to choose about.
    pub fn conflicts(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.standing == Standing::Conflict)
    }
}

/// Compares a backup with the book. What two devices gave the same number is told apart, and what they gave different
/// numbers is recognised: clients by name or SIREN, invoices by client and number, either by where they come from.
#[must_use]
pub fn compare(book: &Book, lineage_here: impl Fn(Key) -> Option<Lineage>, backup: &Backup) -> Comparison {
    let numbers = numbers(book, &lineage_here, backup);
    let there = backup.book();
    let deleted = deleted(book);
    let mut rows = BTreeMap::new();
    for file in &backup.records {
        let file_key = file.key();
        let renumbered = named_as_here(book, numbers.apply(file));
        let key = renumbered.key();
        let here = book.record(key).filter(|here| !is_default(here));
        if key == Key::Settings || is_default(&renumbered) || (here.is_none() && is_live(book, &renumbered)) {
            continue;
        }
        // A file of thousands of new records is not made to wait for their fingerprints.
        let is_known = here.is_some() || deleted.contains_key(&key);
        let versions = if is_known { backup.versions(file) } else { Vec::new() };
        let standing = match &here {
            None => deleted.get(&key).map_or(Standing::New, |deleted| {
                if *deleted == renumbered { Standing::NewerHere } else { Standing::Conflict }
            }),
            Some(here) if *here == renumbered => Standing::Same,
            Some(here) if versions.contains(&fingerprint(here)) => Standing::NewerInFile,
            Some(_)
                if lineage_here(key)
                    .is_some_and(|here| versions.first().is_some_and(|one| here.ancestors.contains(one))) =>
            {
                Standing::NewerHere
            }
            Some(_) => Standing::Conflict,
        };
        let label = here.as_ref().map_or_else(|| label(&there, file), |here| label(book, here));
        let (file_key, file) = (Some(file_key), Some(renumbered));
        rows.insert(key, Row { key, file_key, label, standing, here, file, versions });
    }
    for here in book.records() {
        let key = here.key();
        if key == Key::Settings || is_default(&here) || is_only_name(&here) || rows.contains_key(&key) {
            continue;
        }
        let (label, standing) = (label(book, &here), Standing::Here);
        let row =
            Row { key, file_key: None, label, standing, here: Some(here), file: None, versions: Vec::new() };
        rows.insert(key, row);
    }
    Comparison { rows: rows.into_values().collect() }
}

/// The records to put in the book. `base` finds, for a record both changed, a version with one of these fingerprints, the
/// best first: with it, only what both changed is a conflict; without it, every difference is.
#[must_use]
pub fn merge_records(
    comparison: &Comparison,
    choice: impl Fn(&Row) -> Choice,
    base: impl Fn(Key, &[u32]) -> Option<Record>,
) -> Vec<Record> {
    let mut records = BTreeMap::new();
    for row in &comparison.rows {
        let Some(file) = &row.file else { continue };
        let record = match (row.standing, &row.here) {
            (Standing::New | Standing::NewerInFile, _) => file.clone(),
            (Standing::Conflict, here) => match (choice(row), here) {
                (Choice::Mine, _) => continue,
                (Choice::Theirs, _) | (Choice::Both, None) => file.clone(),
                (Choice::Both, Some(here)) => merge(base(row.key, &row.versions).as_ref(), file, here).record,
            },
            (Standing::Same | Standing::Here | Standing::NewerHere, _) => continue,
        };
        records.insert(row.key, record);
    }
    // An invoice comes with its client, even one that was deleted here.
    let owners: BTreeSet<ClientId> = records.values().filter_map(owner).collect();
    for row in &comparison.rows {
        if let (Key::Client(id), None, Some(file)) = (row.key, &row.here, &row.file)
            && owners.contains(&id)
        {
            records.entry(row.key).or_insert_with(|| file.clone());
        }
    }
    records.into_values().collect()
}

fn owner(record: &Record) -> Option<ClientId> {
    match record {
        Record::Case(case) => Some(case.invoice.client),
        Record::Plan(plan) => Some(plan.client),
        _ => None,
    }
}

/// The record of a file, under the name of the book here where it has one: joined, a book keeps the name its calendar entries
/// are known by.
fn named_as_here(book: &Book, record: Record) -> Record {
    match record {
        Record::Policy(policy) => {
            Record::Policy(Policy { book: book.policy().book.or(policy.book), ..policy })
        }
        record => record,
    }
}

/// A policy of which nothing is chosen: the book merely has a name.
fn is_only_name(record: &Record) -> bool {
    matches!(record, Record::Policy(policy) if Policy { book: None, ..policy.clone() } == Policy::default())
}

/// Own details and rates are always there: as they are at first, they are nothing to compare.
fn is_default(record: &Record) -> bool {
    Book::default().record(record.key()).as_ref() == Some(record)
}

/// Deleted there and still here: here it stays, and the trash has no second one.
fn is_live(book: &Book, record: &Record) -> bool {
    let Record::Trash(trash) = record else { return false };
    let case = |id: InvoiceId| book.case(id);
    match &trash.item {
        TrashItem::Client(client) => book.client(client.id).is_some(),
        TrashItem::Case(known) => case(known.invoice.id).is_some(),
        TrashItem::Movement(id, movement) => case(*id).is_some_and(|case| case.movements.contains(movement)),
        TrashItem::Event(id, event) => case(*id).is_some_and(|case| case.events.contains(event)),
        TrashItem::Act(id, act) => case(*id).is_some_and(|case| case.acts.contains(act)),
        TrashItem::Circumstance(id, known) => {
            case(*id).is_some_and(|case| case.circumstances.contains(known))
        }
        TrashItem::Proceeding(id, known) => case(*id).is_some_and(|case| case.proceedings.contains(known)),
        TrashItem::Cost(id, cost) => case(*id).is_some_and(|case| case.costs.contains(cost)),
        TrashItem::Offer(id, known) => case(*id).is_some_and(|case| case.offers.contains(known)),
        TrashItem::Plan(known) => book.plan(known.id).is_some(),
        TrashItem::Proof(id, proof) => case(*id).is_some_and(|case| case.proofs.contains(proof)),
        TrashItem::Template(own) => book.templates().templates.contains(own),
        TrashItem::Work(work) => book.unbilled().works.contains(work),
    }
}

/// What was deleted here, as it was last.
pub(in crate::store) fn deleted(book: &Book) -> BTreeMap<Key, Record> {
    let of_trash = book.trash().filter_map(|trash| match &trash.item {
        TrashItem::Client(client) => Some(Record::Client(client.clone())),
        TrashItem::Case(case) => Some(Record::Case(case.clone())),
        TrashItem::Plan(plan) => Some(Record::Plan(plan.clone())),
        TrashItem::Movement(..)
        | TrashItem::Event(..)
        | TrashItem::Act(..)
        | TrashItem::Circumstance(..)
        | TrashItem::Proceeding(..)
        | TrashItem::Cost(..)
        | TrashItem::Offer(..)
        | TrashItem::Proof(..)
        | TrashItem::Template(_)
        | TrashItem::Work(_) => None,
    });
    of_trash.map(|record| (record.key(), record)).collect()
}

fn label(book: &Book, record: &Record) -> Label {
    let client = |id: ClientId| book.client(id).map(|client| client.name.clone()).unwrap_or_default();
    let of_case = |id: InvoiceId| {
        book.case(id)
            .map(|case| (client(case.invoice.client), case.invoice.number.clone()))
            .unwrap_or_default()
    };
    let of_plan = |plan: &Plan| {
        let number = plan.invoices.first().and_then(|id| book.case(*id));
        (client(plan.client), number.map(|case| case.invoice.number.clone()).unwrap_or_default())
    };
    let (client, number) = match record {
        Record::Profile(_)
        | Record::Settings(_)
        | Record::Rates(_)
        | Record::Policy(_)
        | Record::Templates(_)
        | Record::Unbilled(_)
        | Record::Stationery(_)
        | Record::Assumptions(_) => (String::new(), String::new()),
        Record::Client(client) => (client.name.clone(), String::new()),
        Record::Case(case) => (client(case.invoice.client), case.invoice.number.clone()),
        Record::Plan(plan) => of_plan(plan),
        Record::Trash(trash) => match &trash.item {
            TrashItem::Client(client) => (client.name.clone(), String::new()),
            TrashItem::Case(case) => (client(case.invoice.client), case.invoice.number.clone()),
            TrashItem::Movement(id, _)
            | TrashItem::Event(id, _)
            | TrashItem::Act(id, _)
            | TrashItem::Circumstance(id, _)
            | TrashItem::Proceeding(id, _)
            | TrashItem::Cost(id, _)
            | TrashItem::Offer(id, _)
            | TrashItem::Proof(id, _) => of_case(*id),
            TrashItem::Plan(plan) => of_plan(plan),
            TrashItem::Template(_) => (String::new(), String::new()),
            TrashItem::Work(work) => (work.client.clone(), String::new()),
        },
    };
    let trashed = match record {
        Record::Trash(trash) => {
            let case = trash.item.invoice().and_then(|id| book.case(id));
            let currency = case.map(|case| case.invoice.currency).unwrap_or_default();
            Some((Box::new(trash.item.clone()), currency))
        }
        _ => None,
    };
    Label { client, number, trashed }
}
