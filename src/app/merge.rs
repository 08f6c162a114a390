//! Three-way merge: two versions of a record, and the one both come from, become one. What only one side changed is
//! taken; where both changed the same field, mine stays and the other value is reported. Nothing is lost unsaid.

mod dropped;
mod queue;
mod shape;

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value};

use super::book::Book;
use super::command::Command;
use super::effect::{Change, Edit};
use super::record::{Key, Record};
use crate::base::Amount;
use crate::base::fold::fold;
use crate::base::order::in_order;
use crate::domain::case_file::CaseFile;
use crate::domain::invoice::Invoice;
use crate::domain::party::Client;
use crate::domain::plan::Plan;
pub use dropped::Dropped;
pub use queue::{Carried, Pending, Queue};
use shape::{Shape, below, entries, fields, find, id, is_same_thing, name, shape, text};

/// Fields of an invoice that only make sense together.
const TIED: [&str; 6] = ["issued", "due", "terms", "amount", "later", "currency"];

/// One record made of two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The record.
    pub record: Record,
    /// Where both sides said something else: mine is in the record.
    pub conflicts: Vec<FieldConflict>,
}

/// A field that both sides changed to different values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldConflict {
    /// Where it is: `name`, `invoice.amount`, `movements.5`; empty for the record as a whole.
    pub field: String,
    /// The value that was not taken; empty where it was taken out.
    pub theirs: String,
    /// The value that was taken; empty where it was taken out.
    pub mine: String,
}

/// What two tabs did against each other, for the user to see and settle.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clashes {
    /// Fields that both changed in the same instant, by record.
    pub fields: Vec<(Key, FieldConflict)>,
    /// Changes made here that what the other wrote stands against.
    pub dropped: Vec<Dropped>,
}

/// My change on top of theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebased {
    /// The change to apply.
    pub change: Change,
    /// Fields both changed, by record.
    pub conflicts: Vec<(Key, FieldConflict)>,
}

/// Merges two versions of a record. Without a version both come from, every difference is a conflict, but what only one
/// side has is kept.
#[must_use]
pub fn merge(base: Option<&Record>, theirs: &Record, mine: &Record) -> Merged {
    let base = base.filter(|base| base.key() == mine.key());
    if theirs == mine || base == Some(theirs) {
        return Merged { record: mine.clone(), conflicts: Vec::new() };
    }
    if base == Some(mine) && theirs.key() == mine.key() {
        return Merged { record: theirs.clone(), conflicts: Vec::new() };
    }
    by_field(base, theirs, mine).unwrap_or_else(|| {
        // They are no two versions of one thing, or make nothing sound together: mine, and all of theirs is reported.
        let text = |record: &Record| serde_json::to_string(record).unwrap_or_default();
        let whole = FieldConflict { field: String::new(), theirs: text(theirs), mine: text(mine) };
        Merged { record: mine.clone(), conflicts: vec![whole] }
    })
}

/// My command, for a book that another tab changed meanwhile. An invoice names its client: one renamed there is still
/// meant, and no second one is added. `original` is a record as it was when I started.
#[must_use]
pub fn rebase_command(book: &Book, command: Command, original: impl Fn(Key) -> Option<Record>) -> Command {
    let Command::SaveInvoice(id, mut draft) = command else { return command };
    if book.client_named(&draft.client).is_none() {
        let wanted = fold(draft.client.trim());
        let was_named = |client: &&Client| match original(Key::Client(client.id)) {
            Some(Record::Client(known)) => fold(known.name.trim()) == wanted,
            _ => false,
        };
        if let Some(renamed) = book.clients().find(was_named) {
            draft.client.clone_from(&renamed.name);
        }
    }
    Command::SaveInvoice(id, draft)
}

/// Puts my change on top of what another tab saved in the same instant. `change` is my command carried out again on
/// `book`, the book as the other tab left it; `original` is a record as it was when I started, whether I touched it then or
/// not. A form is saved as a whole: where the other tab changed a field I left alone, theirs stays.
#[must_use]
pub fn rebase(book: &Book, change: &Change, original: impl Fn(Key) -> Option<Record>) -> Rebased {
    let mut conflicts = Vec::new();
    if change.done.is_whole() {
        return Rebased { change: change.clone(), conflicts };
    }
    let edits = change.edits.iter().map(|edit| {
        let (Some(original), Some(theirs), Some(mine)) =
            (original(edit.key), book.record(edit.key), &edit.after)
        else {
            return edit.clone();
        };
        if original == theirs {
            return edit.clone();
        }
        let merged = merge(Some(&original), &theirs, mine);
        conflicts.extend(merged.conflicts.into_iter().map(|conflict| (edit.key, conflict)));
        Edit { key: edit.key, before: Some(theirs), after: Some(merged.record) }
    });
    let edits = edits.collect();
    Rebased { change: Change { done: change.done, edits }, conflicts }
}

/// Every field in which two versions of a record differ, also where only one of them has anything, or is there at all.
#[must_use]
pub fn differences(theirs: Option<&Record>, mine: Option<&Record>) -> Vec<FieldConflict> {
    let mut found = Merge::default();
    let [theirs, mine] = [theirs, mine].map(|record| record.and_then(content).map(|(_, content)| content));
    found.differ("", theirs.as_ref(), mine.as_ref());
    found.conflicts
}

/// The record with the value of a field that was not taken. None where it no longer fits.
#[must_use]
pub fn with_theirs(record: &Record, conflict: &FieldConflict) -> Option<Record> {
    if conflict.field.is_empty() {
        let theirs: Record = serde_json::from_str(&conflict.theirs).ok()?;
        return (theirs.key() == record.key()).then_some(theirs);
    }
    let (kind, content) = content(record)?;
    let value = |text: &str| [Some(Value::from(text)), serde_json::from_str(text).ok()];
    let theirs: Vec<Option<Value>> = if conflict.theirs.is_empty() {
        vec![None]
    } else {
        value(&conflict.theirs).into_iter().flatten().map(Some).collect()
    };
    theirs.into_iter().find_map(|theirs| {
        let mut content = content.clone();
        set(&mut content, &conflict.field, theirs)?;
        let whole = Value::Object(Map::from_iter([(kind.clone(), content)]));
        // Read as it is read from the store: a tree is read by as much code again.
        let taken: Record = serde_json::from_str(&whole.to_string()).ok()?;
        let is_sound = match &taken {
            Record::Case(case) => is_sound(&case.invoice),
            Record::Rates(own) => own.table().is_ok(),
            Record::Plan(plan) => plan.is_sound(),
            _ => true,
        };
        (is_sound && taken.is_whole() && taken.key() == record.key()).then_some(taken)
    })
}

/// Puts a value at a place, or takes out what is there.
fn set(content: &mut Value, place: &str, value: Option<Value>) -> Option<()> {
    match content {
        Value::Object(fields) => match place.split_once('.') {
            Some((field, rest)) => set(fields.get_mut(field)?, rest, value)?,
            None => match value {
                Some(value) => drop(fields.insert(place.to_owned(), value)),
                None => drop(fields.remove(place)),
            },
        },
        Value::Array(entries) => {
            if let Some((wanted, rest)) = place.split_once('.') {
                let entry = entries.iter_mut().find(|entry| name(entry) == wanted)?;
                return set(entry, rest, value);
            }
            entries.retain(|entry| name(entry) != place);
            entries.extend(value.filter(|value| name(value) == place));
        }
        _ => return None,
    }
    Some(())
}

fn by_field(base: Option<&Record>, theirs: &Record, mine: &Record) -> Option<Merged> {
    if theirs.key() != mine.key() {
        return None;
    }
    let (_, base) = base.and_then(content).unwrap_or_default();
    let ((_, theirs_content), (kind, mine_content)) = (content(theirs)?, content(mine)?);
    let mut merge = Merge::default();
    let merged = merge.field("", Some(&base), Some(&theirs_content), Some(&mine_content))?;
    let record = serde_json::from_str(&Value::Object(Map::from_iter([(kind, merged)])).to_string()).ok()?;
    let record = merge.sound(record, theirs, mine)?;
    (record.is_whole() && record.key() == mine.key()).then_some(Merged { record, conflicts: merge.conflicts })
}

/// The JSON of something as a tree. By way of text, because records are read from and written to text anyway: straight
/// to a tree would be the whole of that once more in the program.
fn tree(thing: &impl Serialize) -> Option<Value> {
    serde_json::from_str(&serde_json::to_string(thing).ok()?).ok()
}

/// A record's kind and its fields.
fn content(record: &Record) -> Option<(String, Value)> {
    match tree(record)? {
        Value::Object(fields) => fields.into_iter().next(),
        _ => None,
    }
}

#[derive(Default)]
struct Merge {
    conflicts: Vec<FieldConflict>,
}

impl Merge {
    fn differ(&mut self, place: &str, theirs: Option<&Value>, mine: Option<&Value>) {
        if theirs == mine {
            return;
        }
        match shape(place, [theirs, mine]) {
            Shape::Whole => self.conflict(place, theirs, mine),
            Shape::Fields => {
                let (theirs, mine) = (fields(theirs), fields(mine));
                let names: BTreeSet<&String> = theirs.keys().chain(mine.keys()).collect();
                for name in names {
                    self.differ(&below(place, name), theirs.get(name), mine.get(name));
                }
            }
            Shape::Entries => {
                let (theirs, mine) = (entries(theirs), entries(mine));
                let names: BTreeSet<String> = theirs.iter().chain(mine).map(name).collect();
                for wanted in names {
                    let find =
                        |entries: &[Value]| entries.iter().find(|entry| name(entry) == wanted).cloned();
                    let (theirs, mine) = (find(theirs), find(mine));
                    if theirs != mine {
                        self.conflict(&below(place, &wanted), theirs.as_ref(), mine.as_ref());
                    }
                }
            }
        }
    }

    fn conflict(&mut self, field: &str, theirs: Option<&Value>, mine: Option<&Value>) {
        let field = field.to_owned();
        self.conflicts.push(FieldConflict { field, theirs: text(theirs), mine: text(mine) });
    }

    fn field(
        &mut self,
        field: &str,
        base: Option<&Value>,
        theirs: Option<&Value>,
        mine: Option<&Value>,
    ) -> Option<Value> {
        if theirs == mine || theirs == base {
            return mine.cloned();
        }
        if mine == base {
            return theirs.cloned();
        }
        match shape(field, [theirs, mine]) {
            Shape::Fields => Some(self.fields(field, &fields(base), &fields(theirs), &fields(mine))),
            Shape::Entries => Some(self.entries(field, entries(base), entries(theirs), entries(mine))),
            Shape::Whole => {
                self.conflict(field, theirs, mine);
                mine.cloned()
            }
        }
    }

    fn fields(
        &mut self,
        field: &str,
        base: &Map<String, Value>,
        theirs: &Map<String, Value>,
        mine: &Map<String, Value>,
    ) -> Value {
        let names: BTreeSet<&String> = theirs.keys().chain(mine.keys()).collect();
        let mut merged = Map::new();
        for name in names {
            let path = below(field, name);
            if let Some(value) = self.field(&path, base.get(name), theirs.get(name), mine.get(name)) {
                merged.insert(name.clone(), value);
            }
        }
        Value::Object(merged)
    }

    fn entries(&mut self, field: &str, base: &[Value], theirs: &[Value], mine: &[Value]) -> Value {
        let mut merged = Vec::new();
        let mut renumbered = Vec::new();
        for mine in mine {
            let known = find(base, mine);
            let path = below(field, &name(mine));
            match find(theirs, mine) {
                None if known == Some(mine) => {}
                None => {
                    if known.is_some() {
                        self.conflict(&path, None, Some(mine));
                    }
                    merged.push(mine.clone());
                }
                Some(theirs) if known.is_none() && !is_same_thing(theirs, mine) => {
                    merged.push(mine.clone());
                    renumbered.push(theirs.clone());
                }
                Some(theirs) => merged.extend(self.field(&path, known, Some(theirs), Some(mine))),
            }
        }
        for theirs in theirs.iter().filter(|theirs| find(mine, theirs).is_none()) {
            let known = find(base, theirs);
            if known == Some(theirs) {
                continue;
            }
            if known.is_some() {
                self.conflict(&below(field, &name(theirs)), Some(theirs), None);
            }
            merged.push(theirs.clone());
        }
        let highest = base.iter().chain(theirs).chain(mine).filter_map(id).max().unwrap_or(0);
        for (number, mut entry) in (highest.saturating_add(1)..).zip(renumbered) {
            if let Value::Object(fields) = &mut entry {
                fields.insert("id".to_owned(), Value::from(number));
            }
            merged.push(entry);
        }
        Value::Array(merged)
    }

    /// The record with its lists in order; fields that only make sense together are mine where, mixed, they do not.
    fn sound(&mut self, record: Record, theirs: &Record, mine: &Record) -> Option<Record> {
        match (record, theirs, mine) {
            (Record::Case(mut case), Record::Case(theirs), Record::Case(mine)) => {
                if !is_sound(&case.invoice) {
                    self.keep_tied_together(&theirs.invoice, &mine.invoice);
                    let Invoice { issued, due, terms, amount, later, currency, .. } = mine.invoice.clone();
                    case.invoice = Invoice { issued, due, terms, amount, later, currency, ..case.invoice };
                }
                let CaseFile {
                    invoice,
                    movements,
                    events,
                    acts,
                    circumstances,
                    offers,
                    costs,
                    outlook,
                    proceedings,
                    proofs,
                    cards,
                    pace,
                    pay_link,
                } = case;
                Some(Record::Case(CaseFile {
                    invoice,
                    movements: in_order(movements, |movement| (movement.date, movement.id)),
                    events: in_order(events, |event| (event.date, event.id)),
                    acts: in_order(acts, |act| (act.date, act.id)),
                    circumstances: in_order(circumstances, |known| (known.date, known.id)),
                    proceedings: in_order(proceedings, |known| (known.date, known.id)),
                    costs: in_order(costs, |cost| (cost.date, cost.id)),
                    outlook,
                    offers: in_order(offers, |offer| (offer.date, offer.id)),
                    proofs: in_order(proofs, |proof| (proof.date, proof.id)),
                    cards: in_order(cards, |card| (card.date, card.id)),
                    pace,
                    pay_link,
                }))
            }
            (Record::Rates(mut own), ..) => {
                own.corrections = in_order(own.corrections, |known| (known.from, known.series));
                own.table().is_ok().then_some(Record::Rates(own))
            }
            (Record::Plan(plan), ..) => {
                let notices = in_order(plan.notices, |notice| notice.sent);
                let goes_on = in_order(plan.goes_on, |one| one.on);
                let plan = Plan { notices, goes_on, ..plan };
                plan.is_sound().then_some(Record::Plan(plan))
            }
            (Record::Stationery(merged), Record::Stationery(theirs), Record::Stationery(mine)) => {
                // Pictures that letters show are kept, whoever chose another; so are spent numbers.
                self.conflicts.retain(|known| {
                    let field = known.field.split('.').next().unwrap_or_default();
                    !matches!(field, "kept" | "spent_numbers" | "cancelled")
                });
                Some(Record::Stationery(merged.keeping(theirs, |_| true).keeping(mine, |_| true)))
            }
            (record, ..) => Some(record),
        }
    }

    fn keep_tied_together(&mut self, theirs: &Invoice, mine: &Invoice) {
        self.conflicts
            .retain(|known| known.field.strip_prefix("invoice.").is_none_or(|field| !TIED.contains(&field)));
        let value = |invoice: &Invoice| tree(invoice).unwrap_or_default();
        let (theirs, mine) = (value(theirs), value(mine));
        for field in TIED {
            let (theirs, mine) = (theirs.get(field), mine.get(field));
            if theirs != mine {
                self.conflict(&below("invoice", field), theirs, mine);
            }
        }
    }
}

/// The due date is not before the issue date, and the later instalments leave something for the first one.
fn is_sound(invoice: &Invoice) -> bool {
    let later = invoice.later.iter().fold(Amount::ZERO, |sum, instalment| sum + instalment.amount);
    invoice.issued <= invoice.due
        && invoice.later.iter().all(|instalment| invoice.due < instalment.due)
        && (invoice.amount - later).is_positive()
}
