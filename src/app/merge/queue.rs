//! Changes that wait to be written, carried out again on what another tab wrote before them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{FieldConflict, rebase, rebase_command};
use crate::app::book::Book;
use crate::app::command::Command;
use crate::app::effect::{Change, Edit, Effect};
use crate::app::numbers::{Numbers, Within};
use crate::app::record::{Key, Record};
use crate::app::route::Route;
use crate::app::update::{Refusal, update};
use crate::base::{ClientId, InvoiceId, PlanId, TrashId};
use crate::domain::case_file::CaseFile;

/// A change that waits: what was asked for, what it came to, and the screen it led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pending {
    /// What was asked for.
    pub command: Command,
    /// What it came to.
    pub change: Change,
    /// The screen that shows what it came to, where it led to one.
    pub opened: Option<Route>,
}

/// A waiting change, carried out again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// As it waits now.
    pub pending: Pending,
    /// Fields that both tabs changed, by record.
    pub conflicts: Vec<(Key, FieldConflict)>,
}

/// Carries waiting changes out again, the first of them first.
///
/// Two tabs count for themselves: what is new in both bears one number twice. Here it gets a free one, and what
/// waits behind it and speaks of it follows; likewise of what is new within a case.
#[derive(Debug)]
pub struct Queue {
    /// The book as it was here before the change at hand.
    mine: Book,
    numbers: Numbers,
    within: Within,
}

impl Queue {
    /// The waiting changes of a tab; `mine` is its book without them.
    #[must_use]
    pub fn new(mine: Book) -> Self {
        Self { mine, numbers: Numbers::default(), within: Within::default() }
    }

    /// Carries the next one out on `book`, which has what the other tab wrote, and the waiting changes before this one.
    /// None where nothing is left to do.
    ///
    /// # Errors
    /// The refusal where it no longer can be; `book` is then as it was.
    pub fn next(
        &mut self,
        book: &mut Book,
        pending: Pending,
        today: NaiveDate,
    ) -> Result<Option<Carried>, Refusal> {
        let theirs = book.clone();
        let carried = self.carry_out(book, &theirs, &pending, today).map(|again| {
            let (command, change, opened) = again?;
            let rebased = rebase(&theirs, &change, |key| self.original(key));
            self.learn(&pending.change, &rebased.change);
            put(book, &rebased.change);
            let opened = opened.or_else(|| pending.opened.clone());
            let pending = Pending { command, change: rebased.change, opened };
            Some(Carried { pending, conflicts: rebased.conflicts })
        });
        put(&mut self.mine, &pending.change);
        carried
    }

    fn carry_out(
        &mut self,
        book: &mut Book,
        theirs: &Book,
        pending: &Pending,
        today: NaiveDate,
    ) -> Result<Option<(Command, Change, Option<Route>)>, Refusal> {
        let is_new_invoice = matches!(pending.command, Command::SaveInvoice(None, _));
        let follows = !is_new_invoice && self.speaks_of_renumbered(&pending.change);
        let command = if follows {
            Command::Merge(self.renumbered(theirs, &pending.change)?)
        } else {
            rebase_command(theirs, self.within.command(pending.command.clone()), |key| self.mine.record(key))
        };
        let (mut change, mut opened) = (None, None);
        for effect in update(book, command.clone(), today)? {
            match effect {
                Effect::Save(saved) => change = Some(saved),
                Effect::Open(route) => opened = Some(route),
            }
        }
        let Some(mut change) = change else { return Ok(None) };
        if follows {
            // It is told as what it was asked for.
            change.done = pending.change.done;
        }
        Ok(Some((command, change, opened)))
    }

    /// A record as it was here before the change at hand, with the numbers that what is new within it has got.
    fn original(&self, key: Key) -> Option<Record> {
        let mut record = self.mine.record(key)?;
        if let Record::Case(case) = &mut record {
            self.within.case(case);
        }
        Some(record)
    }

    fn speaks_of_renumbered(&self, change: &Change) -> bool {
        self.numbers != Numbers::default()
            && change.edits.iter().any(|edit| {
                let is_other = |record: &Record| self.numbers.apply(record) != *record;
                self.numbers.key(edit.key) != edit.key || edit.after.as_ref().is_some_and(is_other)
            })
    }

    /// The records of a change under the numbers of here; what is new in it gets free ones.
    fn renumbered(&mut self, theirs: &Book, change: &Change) -> Result<Vec<Record>, Refusal> {
        let Numbers { clients, cases, plans, trash } = &mut self.numbers;
        for edit in change.edits.iter().filter(|edit| edit.before.is_none()) {
            match edit.key {
                Key::Client(id) => give(clients, id, theirs.next_client(), ClientId::next),
                Key::Case(id) => give(cases, id, theirs.next_case(), InvoiceId::next),
                Key::Plan(id) => give(plans, id, theirs.next_plan(), PlanId::next),
                Key::Trash(id) => give(trash, id, theirs.next_trash(), TrashId::next),
                _ => {}
            }
        }
        let records =
            change.edits.iter().map(|edit| edit.after.as_ref().map(|after| self.numbers.apply(after)));
        // What is deleted cannot be told from what another tab put in its place.
        records.collect::<Option<Vec<Record>>>().ok_or(Refusal::ChangedSince)
    }

    /// Notes the numbers that what is new in a change has got.
    fn learn(&mut self, before: &Change, after: &Change) {
        let pairs = new_records(before).filter_map(|mine| {
            let of_its_kind =
                |record: &&Record| std::mem::discriminant(*record) == std::mem::discriminant(mine);
            let at = new_records(before).filter(of_its_kind).position(|record| record.key() == mine.key())?;
            Some((mine, new_records(after).filter(of_its_kind).nth(at)?))
        });
        for (mine, here) in pairs {
            match (mine, here) {
                (Record::Client(mine), Record::Client(here)) => {
                    self.numbers.clients.insert(mine.id, here.id);
                }
                (Record::Case(mine), Record::Case(here)) => {
                    self.numbers.cases.insert(mine.invoice.id, here.invoice.id);
                    self.numbers.clients.insert(mine.invoice.client, here.invoice.client);
                }
                (Record::Plan(mine), Record::Plan(here)) => {
                    self.numbers.plans.insert(mine.id, here.id);
                }
                (Record::Trash(mine), Record::Trash(here)) => {
                    self.numbers.trash.insert(mine.id, here.id);
                }
                _ => {}
            }
        }
        for edit in &before.edits {
            // What is renumbered as a whole is carried out as it came to, under the numbers that it has within.
            let same = after.edits.iter().find(|here| here.key == edit.key);
            if let (Some(first), Some(here)) = (versions(edit), same.and_then(versions)) {
                self.within.learn(first, here);
            }
        }
        self.numbers.clients.retain(|from, to| from != to);
        self.numbers.cases.retain(|from, to| from != to);
        self.numbers.plans.retain(|from, to| from != to);
        self.numbers.trash.retain(|from, to| from != to);
    }
}

/// Gives a new thing a number that is free: from `next` on.
fn give<I: Copy + Ord>(given: &mut BTreeMap<I, I>, id: I, next: I, after: fn(I) -> I) {
    let next = given.values().map(|id| after(*id)).fold(next, I::max);
    given.entry(id).or_insert(next);
}

fn new_records(change: &Change) -> impl Iterator<Item = &Record> {
    change.edits.iter().filter(|edit| edit.before.is_none()).filter_map(|edit| edit.after.as_ref())
}

/// A case before and after a change.
fn versions(edit: &Edit) -> Option<(Option<&CaseFile>, &CaseFile)> {
    Some((edit.before.as_ref().and_then(case), edit.after.as_ref().and_then(case)?))
}

fn case(record: &Record) -> Option<&CaseFile> {
    match record {
        Record::Case(case) => Some(case),
        _ => None,
    }
}

/// Makes the records what they are after a change.
fn put(book: &mut Book, change: &Change) {
    for Edit { key, after, .. } in &change.edits {
        book.set(*key, after.clone());
    }
}
