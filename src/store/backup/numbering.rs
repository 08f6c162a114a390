//! Numbers of two devices: both count from one, so that the same number may name different things, and the same thing
//! bear two numbers. What is in a file gets the numbers it has here, or free ones.

mod plans;

use std::collections::{BTreeMap, BTreeSet};

use super::{Backup, Lineage, fingerprint};
use crate::app::book::Book;
use crate::app::numbers::Numbers;
use crate::app::record::{Key, Record};
use crate::app::trash::{Trash, TrashItem};
use crate::base::fold::fold;
use crate::base::{ClientId, InvoiceId, TrashId};
use crate::domain::case_file::CaseFile;
use crate::domain::invoice::Invoice;
use crate::domain::party::Client;

/// Finds the things of a file in the book, and gives the others free numbers.
pub(super) fn numbers(
    book: &Book,
    lineage_here: &dyn Fn(Key) -> Option<Lineage>,
    backup: &Backup,
) -> Numbers {
    let mut numbers = Numbers::default();
    let sides = Sides { book, lineage_here, backup };
    numbers.clients = sides.clients();
    numbers.cases = sides.cases(&numbers.clients);
    numbers.plans = sides.plans(&numbers);
    numbers.trash = sides.trash(&numbers);
    numbers
}

/// Numbers being given out for one kind of thing.
struct Given<I> {
    to: BTreeMap<I, I>,
    taken: BTreeSet<I>,
    next: I,
}

impl<I: Copy + Ord> Given<I> {
    fn new(next: I) -> Self {
        Self { to: BTreeMap::new(), taken: BTreeSet::new(), next }
    }

    fn give(&mut self, from: I, to: I) {
        self.to.insert(from, to);
        self.taken.insert(to);
    }

    fn is_open(&self, from: I) -> bool {
        !self.to.contains_key(&from)
    }

    /// Its own number where that is free, or the next one that is.
    fn give_new(&mut self, from: I, is_free: bool, after: fn(I) -> I) {
        if is_free && !self.taken.contains(&from) {
            self.give(from, from);
        } else {
            let id = self.next;
            self.next = after(id);
            self.give(from, id);
        }
    }
}

/// The book here and a file.
struct Sides<'a> {
    book: &'a Book,
    lineage_here: &'a dyn Fn(Key) -> Option<Lineage>,
    backup: &'a Backup,
}

impl<'a> Sides<'a> {
    /// Whether one of two versions comes from the other, or both from a third.
    fn are_related(&self, here: &Record, file: &Record) -> bool {
        let versions = |record: &Record, lineage: Option<Lineage>| {
            let mut versions = lineage.unwrap_or_default().ancestors;
            versions.push(fingerprint(record));
            versions
        };
        let here = versions(here, (self.lineage_here)(here.key()));
        let file = versions(file, self.backup.lineage.get(&file.key()).cloned());
        here.iter().any(|version| file.contains(version))
    }

    /// The clients of the file. A number may have been given again after its bearer was deleted: it then stands for the
    /// one that is there.
    fn file_clients(&self) -> impl Iterator<Item = &'a Client> {
        let live = self.backup.records.iter().filter_map(|record| match record {
            Record::Client(client) => Some(client),
            _ => None,
        });
        let ids: BTreeSet<ClientId> = live.clone().map(|client| client.id).collect();
        let deleted = self.file_trash().filter_map(move |trash| match &trash.item {
            TrashItem::Client(client) => Some(client).filter(|client| !ids.contains(&client.id)),
            _ => None,
        });
        live.chain(deleted)
    }

    /// The cases of the file, in the same way.
    fn file_cases(&self) -> impl Iterator<Item = &'a CaseFile> {
        let live = self.backup.records.iter().filter_map(|record| match record {
            Record::Case(case) => Some(case),
            _ => None,
        });
        let ids: BTreeSet<InvoiceId> = live.clone().map(|case| case.invoice.id).collect();
        let deleted = self.file_trash().filter_map(move |trash| match &trash.item {
            TrashItem::Case(case) => Some(case).filter(|case| !ids.contains(&case.invoice.id)),
            _ => None,
        });
        live.chain(deleted)
    }

    fn file_trash(&self) -> impl Iterator<Item = &'a Trash> {
        self.backup.records.iter().filter_map(|record| match record {
            Record::Trash(trash) => Some(trash),
            _ => None,
        })
    }

    fn clients(&self) -> BTreeMap<ClientId, ClientId> {
        let highest = self.file_clients().map(|client| client.id.next()).max();
        let mut given = Given::new(self.book.next_client().max(highest.unwrap_or(ClientId(0))));
        let shared: BTreeSet<(ClientId, ClientId)> = self
            .file_cases()
            .filter_map(|case| {
                let here = self.book.case(case.invoice.id)?;
                is_same_invoice(&here.invoice, &case.invoice)
                    .then_some((here.invoice.client, case.invoice.client))
            })
            .collect();
        for client in self.file_clients() {
            let is_same = self.book.client(client.id).is_some_and(|here| {
                bear_one_name(here, client)
                    || shared.contains(&(here.id, client.id))
                    || self.are_related(&Record::Client(here.clone()), &Record::Client(client.clone()))
            });
            if is_same {
                given.give(client.id, client.id);
            }
        }
        let mut by_name: BTreeMap<String, Vec<&Client>> = BTreeMap::new();
        for here in self.book.clients() {
            for name in names(here) {
                by_name.entry(name).or_default().push(here);
            }
        }
        for client in self.file_clients() {
            let is_it = |here: &&&Client| bear_one_name(here, client) && !given.taken.contains(&here.id);
            let found = names(client)
                .filter_map(|name| by_name.get(&name))
                .find_map(|known| known.iter().find(is_it));
            if let Some(here) = found.filter(|_| given.is_open(client.id)) {
                given.give(client.id, here.id);
            }
        }
        let deleted: BTreeMap<ClientId, &Client> = self
            .book
            .trash()
            .filter_map(|trash| match &trash.item {
                TrashItem::Client(client) => Some((client.id, client)),
                _ => None,
            })
            .collect();
        let gone = |id: &ClientId| self.book.client(*id).is_none();
        // All that bear their own number first: joined once more, they will be found by it.
        for by_number in [true, false] {
            for client in self.file_clients() {
                let is_it = |here: &&&Client| {
                    bear_one_name(here, client) && gone(&here.id) && !given.taken.contains(&here.id)
                };
                if !given.is_open(client.id) {
                    continue;
                }
                let found = if by_number {
                    deleted.get(&client.id).filter(is_it)
                } else {
                    deleted.values().find(is_it)
                };
                if let Some(here) = found {
                    given.give(client.id, here.id);
                }
            }
        }
        for client in self.file_clients() {
            if given.is_open(client.id) {
                let is_free = gone(&client.id) && !deleted.contains_key(&client.id);
                given.give_new(client.id, is_free, ClientId::next);
            }
        }
        // An invoice whose client is missing keeps it missing.
        let deleted_cases = self.file_trash().filter_map(|trash| match &trash.item {
            TrashItem::Case(case) => Some(case),
            _ => None,
        });
        let owners = self.file_cases().chain(deleted_cases).map(|case| case.invoice.client);
        for client in owners.chain(self.file_plans().map(|plan| plan.client)) {
            if given.is_open(client) {
                given.give_new(client, self.book.client(client).is_none(), ClientId::next);
            }
        }
        given.to
    }

    fn cases(&self, clients: &BTreeMap<ClientId, ClientId>) -> BTreeMap<InvoiceId, InvoiceId> {
        let owner = |case: &CaseFile| clients.get(&case.invoice.client).copied();
        let is_same = |here: &CaseFile, file: &CaseFile| {
            Some(here.invoice.client) == owner(file) && is_same_invoice(&here.invoice, &file.invoice)
        };
        let planned = self.file_plans().flat_map(|plan| plan.invoices.iter().copied());
        let referenced = self.file_trash().filter_map(|trash| trash.item.invoice()).chain(planned);
        let highest = self.file_cases().map(|case| case.invoice.id).chain(referenced).max();
        let next = highest.map_or(InvoiceId(0), InvoiceId::next);
        let mut given = Given::new(self.book.next_case().max(next));
        for case in self.file_cases() {
            let found = self.book.case(case.invoice.id).is_some_and(|here| {
                is_same(here, case)
                    || self.are_related(&Record::Case(here.clone()), &Record::Case(case.clone()))
            });
            if found {
                given.give(case.invoice.id, case.invoice.id);
            }
        }
        let mut by_number: BTreeMap<(ClientId, &str), Vec<&CaseFile>> = BTreeMap::new();
        for case in self.book.cases() {
            by_number.entry((case.invoice.client, case.invoice.number.trim())).or_default().push(case);
        }
        for case in self.file_cases().filter(|case| owner(case).is_some()) {
            let place = owner(case).map(|client| (client, case.invoice.number.trim()));
            let found = place.and_then(|place| by_number.get(&place)).and_then(|cases| {
                let open = |here: &&&CaseFile| !given.taken.contains(&here.invoice.id);
                cases.iter().filter(open).find(|here| is_same(here, case))
            });
            if let Some(here) = found.filter(|_| given.is_open(case.invoice.id)) {
                given.give(case.invoice.id, here.invoice.id);
            }
        }
        let mut deleted: BTreeMap<InvoiceId, &CaseFile> = BTreeMap::new();
        let mut orphaned: BTreeSet<InvoiceId> = BTreeSet::new();
        for trash in self.book.trash() {
            match &trash.item {
                TrashItem::Case(case) => drop(deleted.insert(case.invoice.id, case)),
                item => orphaned.extend(item.invoice()),
            }
        }
        let gone = |id: InvoiceId| self.book.case(id).is_none();
        // One number may have been deleted more than once: first those that are the same in all they say, and of them those
        // that bear their own number.
        for (is_strict, by_id) in [(true, true), (true, false), (false, true), (false, false)] {
            for case in self.file_cases() {
                let is_it = |here: &&&CaseFile| {
                    let id = here.invoice.id;
                    let is_alike =
                        if is_strict { is_equal(here, case, owner(case)) } else { is_same(here, case) };
                    is_alike && gone(id) && !given.taken.contains(&id)
                };
                if !given.is_open(case.invoice.id) {
                    continue;
                }
                let found = if by_id {
                    deleted.get(&case.invoice.id).filter(is_it)
                } else {
                    deleted.values().find(is_it)
                };
                if let Some(here) = found {
                    given.give(case.invoice.id, here.invoice.id);
                }
            }
        }
        for case in self.file_cases() {
            let id = case.invoice.id;
            if given.is_open(id) {
                let is_free = gone(id) && !deleted.contains_key(&id) && !orphaned.contains(&id);
                given.give_new(id, is_free, InvoiceId::next);
            }
        }
        // Of an invoice that is gone there, something deleted may be left: known here by what it is.
        for trash in self.file_trash() {
            let Some(id) = trash.item.invoice().filter(|id| given.is_open(*id)) else { continue };
            let here = self.book.trash().find(|here| is_same_part(&here.item, &trash.item));
            let known = here.and_then(|here| here.item.invoice());
            if let Some(known) = known.filter(|known| gone(*known) && !given.taken.contains(known)) {
                given.give(id, known);
            } else {
                let is_free = gone(id) && !deleted.contains_key(&id) && !orphaned.contains(&id);
                given.give_new(id, is_free, InvoiceId::next);
            }
        }
        // Nor does a plan that names an invoice which is gone come to name another.
        for id in self.file_plans().flat_map(|plan| plan.invoices.iter().copied()) {
            if given.is_open(id) {
                let is_free = gone(id) && !deleted.contains_key(&id) && !orphaned.contains(&id);
                given.give_new(id, is_free, InvoiceId::next);
            }
        }
        given.to
    }

    fn trash(&self, numbers: &Numbers) -> BTreeMap<TrashId, TrashId> {
        let highest = self.file_trash().map(|trash| trash.id.next()).max();
        let mut given = Given::new(self.book.next_trash().max(highest.unwrap_or(TrashId(0))));
        for trash in self.file_trash() {
            let item = numbers.item(&trash.item);
            let is_it = |here: &&Trash| here.item == item && !given.taken.contains(&here.id);
            if let Some(here) = self.book.trash().find(is_it) {
                given.give(trash.id, here.id);
            }
        }
        for trash in self.file_trash() {
            if given.is_open(trash.id) {
                given.give_new(trash.id, self.book.trashed(trash.id).is_none(), TrashId::next);
            }
        }
        given.to
    }
}

/// They are the same in all they say, whatever their numbers.
fn is_equal(here: &CaseFile, file: &CaseFile, owner: Option<ClientId>) -> bool {
    let mut file = file.clone();
    file.invoice.id = here.invoice.id;
    file.invoice.client = owner.unwrap_or(file.invoice.client);
    file == *here
}

/// They are the same part of an invoice, whatever its number.
fn is_same_part(here: &TrashItem, file: &TrashItem) -> bool {
    match (here, file) {
        (TrashItem::Movement(_, here), TrashItem::Movement(_, file)) => here == file,
        (TrashItem::Event(_, here), TrashItem::Event(_, file)) => here == file,
        (TrashItem::Act(_, here), TrashItem::Act(_, file)) => here == file,
        (TrashItem::Offer(_, here), TrashItem::Offer(_, file)) => here == file,
        _ => false,
    }
}

/// What a client is known by: its number of the register and its name, accents and case aside.
fn names(client: &Client) -> impl Iterator<Item = String> {
    client.siren.clone().map(String::from).into_iter().chain([fold(client.name.trim())])
}

/// They bear one number of the register; where one has none, or they are two establishments, one name.
fn bear_one_name(here: &Client, file: &Client) -> bool {
    let siren = |client: &Client| client.siren.clone().map(String::from);
    let firm = |number: &str| number.chars().take(9).collect::<String>();
    let same_name = || fold(here.name.trim()) == fold(file.name.trim());
    match (siren(here), siren(file)) {
        (Some(here), Some(file)) => here == file || (firm(&here) == firm(&file) && same_name()),
        _ => same_name(),
    }
}

/// They bear one number; without one, one day and one amount.
fn is_same_invoice(here: &Invoice, file: &Invoice) -> bool {
    let number = here.number.trim();
    number == file.number.trim()
        && (!number.is_empty() || (here.issued, here.amount) == (file.issued, file.amount))
}
