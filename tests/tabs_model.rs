//! Several tabs over one storage and one journal, against a model: some of them without a journal, closed in the middle of
//! a change, refused by the storage for a while, the browser killed, the storage emptied. No tab erases what another one
//! saved, no change is there by half, and where more was lost than the journal holds, that is known.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly, their helpers too")]

mod support;

use std::cell::Cell;
use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use relance::app::book::Book;
use relance::app::command::Command;
use relance::app::effect::Effect;
use relance::app::record::{Key, Record};
use relance::app::update::update;
use relance::base::ClientId;
use relance::domain::party::Client;
use relance::store::GAP;
use relance::store::behind::{Behind, behind, undo_half, unnoted};
use relance::store::codec::Codec;
use relance::store::entry::Entry;
use relance::store::erasing;
use relance::store::ledger::{Ledger, NotWritten, PastPlace, Told, forward};
use relance::store::open::{Opened, open, settle};
use support::storage::Storage;
use support::{any_command, today};

const TABS: usize = 3;

/// What happens next; the number is that of a tab.
#[derive(Clone, Debug)]
enum Step {
    Do(usize, Command),
    /// A change of very many records.
    Bulk(usize, Command),
    /// The tab is closed after so many writes, and stays so until it is opened again.
    Close(usize, Command, usize, bool),
    /// The storage refuses to be written after so many writes of a change, and again, until the tab comes back to it.
    Refuse(usize, Command, usize, bool),
    /// Local storage has the change, and the tab is closed before its journal has.
    BeforeJournal(usize, Command),
    /// The tab loses its journal, or gets it back when it is opened again.
    Journal(usize, bool),
    Reopen(usize),
    /// The browser is killed with all its tabs, and so many writes are lost.
    KillBrowser(usize),
    /// The browser loses local storage, all of it; the journal stays.
    LoseAll,
    /// The browser has flushed everything, and a day later the journal forgets.
    Settle,
}

struct Tab {
    book: Book,
    ledger: Ledger,
    has_journal: bool,
    is_open: bool,
}

/// The browser.
struct World {
    storage: Storage,
    journal: Vec<Entry>,
    tabs: Vec<Tab>,
    minutes: u32,
    /// What was said to be saved or kept.
    truth: BTreeMap<Key, Record>,
}

fn records(book: &Book) -> BTreeMap<Key, Record> {
    book.records().map(|record| (record.key(), record)).collect()
}

impl World {
    fn new() -> Self {
        let tab =
            |at| Tab { book: Book::default(), ledger: Ledger::default(), has_journal: at < 2, is_open: true };
        let mut world = Self {
            storage: Storage::default(),
            journal: Vec::new(),
            tabs: (0..TABS).map(tab).collect(),
            minutes: 29_000_000,
            truth: records(&Book::default()),
        };
        (0..TABS).for_each(|at| drop(world.reopen(at)));
        world
    }

    fn last(&self) -> u64 {
        self.journal.last().map_or(0, |entry| entry.number)
    }

    fn reopen(&mut self, at: usize) -> Opened {
        let tab = &mut self.tabs[at];
        let none = Vec::new();
        let journal = if tab.has_journal { &self.journal } else { &none };
        let mut opened = open(&mut self.storage, Codec::default(), journal).unwrap();
        settle(&mut self.storage, &mut opened, journal);
        (tab.book, tab.ledger, tab.is_open) = (opened.book.clone(), opened.ledger.clone(), true);
        if tab.has_journal {
            let last = self.last();
            let lacking = unnoted(&self.storage, &self.tabs[at].ledger, last, self.minutes).unwrap();
            self.journal.extend(lacking);
        }
        opened
    }

    /// A tab takes up what the others wrote, as it does under the lock before it writes itself.
    fn catch_up(&mut self, at: usize) {
        if !self.tabs[at].is_open {
            self.reopen(at);
        }
        let tab = &mut self.tabs[at];
        let seq = tab.ledger.seq();
        let noted: Vec<Entry> =
            self.journal.iter().filter(|entry| tab.has_journal && entry.number > seq).cloned().collect();
        undo_half(&mut self.storage, &tab.ledger).unwrap();
        let Behind { entries, unnoted, cut } =
            behind(&self.storage, &tab.ledger, &noted, self.minutes).unwrap();
        cut.iter().try_for_each(|entry| forward(&mut self.storage, entry)).unwrap();
        if tab.has_journal {
            self.journal.extend(unnoted);
        }
        for entry in &entries {
            if erasing::is_everything(entry) {
                (tab.book, tab.ledger) = (Book::default(), Ledger::default());
            }
            for (key, record) in tab.ledger.absorb(entry) {
                tab.book.set(key, record);
            }
        }
    }

    /// Carries a command out in a tab as far as local storage, and the journal where it comes first; gives the entry for
    /// the journal where it comes after.
    fn write(&mut self, at: usize, command: Command, is_bulk: bool) -> Result<Option<Entry>, NotWritten> {
        self.minutes += 1;
        let tab = &mut self.tabs[at];
        let Ok(effects) = update(&mut tab.book, command.clone(), today()) else { return Ok(None) };
        let change = effects.into_iter().find_map(|effect| match effect {
            Effect::Save(change) => Some(change),
            Effect::Open(_) => None,
        });
        let Some(change) = change else { return Ok(None) };
        let told = Told {
            minutes: self.minutes,
            also: erasing::also(&tab.ledger, &self.storage, &command, &change),
            past: match tab.has_journal {
                false => PastPlace::Here,
                true if is_bulk || change.done.makes_room() => PastPlace::Elsewhere,
                true => PastPlace::WhereItFits,
            },
            ..Told::default()
        };
        let prepared = tab.ledger.prepare(&change, &tab.book, told).unwrap();
        let (entry, goes_first) = (prepared.entry.clone(), prepared.is_bulk);
        if goes_first {
            self.journal.push(entry.clone());
        }
        if let Err(failed) = tab.ledger.apply(&mut self.storage, prepared) {
            if goes_first && failed.is_undone {
                self.journal.pop();
            }
            return Err(failed);
        }
        Ok((tab.has_journal && !goes_first).then_some(entry))
    }

    /// A change that gets there.
    fn run(&mut self, at: usize, command: Command, is_bulk: bool) {
        self.catch_up(at);
        let entry = self.write(at, command, is_bulk).unwrap();
        self.journal.extend(entry);
        self.truth = records(&self.tabs[at].book);
    }

    /// A change that may have got there or not: what all tabs see then holds.
    fn either(&mut self, before: &BTreeMap<Key, Record>, after: &BTreeMap<Key, Record>, at: usize) {
        self.catch_up(at);
        let now = records(&self.tabs[at].book);
        assert!(now == *before || now == *after, "half a change");
        self.truth = now;
    }

    /// Every tab sees the same.
    fn agree(&mut self) {
        for at in 0..TABS {
            self.catch_up(at);
            assert_eq!(records(&self.tabs[at].book), self.truth, "tab {at} of {TABS}");
        }
    }

    /// Some other tab that is open and has a journal as the one asked for has.
    fn neighbour(&self, at: usize) -> usize {
        let is_like =
            |other: &usize| *other != at && self.tabs[*other].has_journal == self.tabs[at].has_journal;
        (0..TABS).find(is_like).unwrap_or(at)
    }

    fn step(&mut self, step: Step) {
        let before = self.truth.clone();
        match step {
            Step::Do(at, command) => self.run(at, command, false),
            Step::Bulk(at, command) => self.run(at, command, true),
            Step::Close(at, command, writes, is_bulk) => {
                self.catch_up(at);
                self.storage.until_killed = Some(writes);
                // Closed while it is noted: the journal does not have it.
                let _ = self.write(at, command, is_bulk);
                self.storage.until_killed = None;
                let after = records(&self.tabs[at].book);
                self.tabs[at].is_open = false;
                self.either(&before, &after, self.neighbour(at));
            }
            Step::Refuse(at, command, writes, is_bulk) => {
                self.catch_up(at);
                self.storage.until_killed = Some(writes);
                let book = self.tabs[at].book.clone();
                let outcome = self.write(at, command, is_bulk);
                self.storage.until_killed = None;
                let after = records(&self.tabs[at].book);
                match outcome {
                    Ok(entry) => self.journal.extend(entry),
                    // The tab goes on as before the change; what stands half written is put right first.
                    Err(_) => self.tabs[at].book = book,
                }
                self.either(&before, &after, at);
            }
            Step::BeforeJournal(at, command) => {
                self.catch_up(at);
                let _ = self.write(at, command, false).unwrap();
                self.truth = records(&self.tabs[at].book);
                self.tabs[at].is_open = false;
            }
            Step::Journal(at, has_journal) => {
                self.catch_up(at);
                self.tabs[at].has_journal = has_journal;
                self.tabs[at].is_open &= !has_journal;
            }
            Step::Reopen(at) => drop(self.reopen(at)),
            Step::KillBrowser(writes) => {
                // A tab with a journal puts there what the others have only in local storage.
                self.tabs[0].has_journal = true;
                self.reopen(0);
                self.storage.lose(writes);
                self.tabs.iter_mut().for_each(|tab| tab.is_open = false);
                assert!(!self.reopen(0).mended.is_partial, "all was in the journal");
            }
            Step::LoseAll => {
                // A tab with a journal puts there what the others have only in local storage.
                self.tabs[0].has_journal = true;
                self.reopen(0);
                self.storage = Storage::default();
                self.tabs.iter_mut().for_each(|tab| tab.is_open = false);
                let is_known = self.journal.is_empty();
                let opened = self.reopen(0);
                let now = records(&opened.book);
                assert!(
                    now == before || opened.mended.is_partial || is_known,
                    "a fragment is shown as if it were all"
                );
                self.truth = now;
                // The user has put back what was missing, or goes on without.
                self.storage.values.remove(GAP);
                self.storage.unflushed.clear();
            }
            Step::Settle => {
                self.tabs[0].has_journal = true;
                self.reopen(0);
                self.storage.unflushed.clear();
                self.minutes += 2 * 24 * 60;
                self.journal.clear();
            }
        }
        self.agree();
    }
}

fn a_step() -> impl Strategy<Value = Step> {
    let tab = || 0..TABS;
    prop_oneof![
        8 => (tab(), any_command()).prop_map(|(at, command)| Step::Do(at, command)),
        2 => (tab(), any_command()).prop_map(|(at, command)| Step::Bulk(at, command)),
        3 => (tab(), any_command(), 0_usize..14, any::<bool>())
            .prop_map(|(at, command, writes, is_bulk)| Step::Close(at, command, writes, is_bulk)),
        3 => (tab(), any_command(), 0_usize..14, any::<bool>())
            .prop_map(|(at, command, writes, is_bulk)| Step::Refuse(at, command, writes, is_bulk)),
        2 => (tab(), any_command()).prop_map(|(at, command)| Step::BeforeJournal(at, command)),
        1 => (tab(), any::<bool>()).prop_map(|(at, has_journal)| Step::Journal(at, has_journal)),
        1 => tab().prop_map(Step::Reopen),
        2 => (0_usize..40).prop_map(Step::KillBrowser),
        1 => Just(Step::LoseAll),
        1 => Just(Step::Settle),
    ]
}

/// Prints how many faults were tried: `cargo test --test tabs_model -- --nocapture`.
#[test]
fn no_tab_erases_what_another_saved() {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) };
    let faults = Cell::new([0_usize; 5]);
    let outcome = TestRunner::new(config).run(&prop::collection::vec(a_step(), 1..40), |steps| {
        let mut tried = faults.get();
        for step in &steps {
            match step {
                Step::Close(..) => tried[0] += 1,
                Step::Refuse(..) => tried[1] += 1,
                Step::BeforeJournal(..) => tried[2] += 1,
                Step::KillBrowser(..) => tried[3] += 1,
                Step::LoseAll => tried[4] += 1,
                _ => {}
            }
        }
        faults.set(tried);
        let mut world = World::new();
        for step in steps {
            world.step(step);
        }
        Ok(())
    });
    outcome.unwrap();
    let [closed, refused, before_journal, browser, lost] = faults.get();
    println!(
        "tab closed in a write {closed}, before the journal {before_journal}; refused {refused}; browser killed \
         {browser}; storage lost {lost}"
    );
}

/// Clients by a seed, each with an address that does not get shorter when it is packed.
fn clients(seed: u64, count: u32) -> Vec<Record> {
    let mut state = seed;
    let mut letter = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'a' + u8::try_from((state >> 40) % 26).unwrap())
    };
    let client = |id| Client {
        name: format!("Client {id}"),
        address: (0..3_000).map(|_| letter()).collect(),
        ..Client::unknown(ClientId(id))
    };
    (1..=count).map(client).map(Record::Client).collect()
}

/// A book of many long records replaced by another, cut after any of its writes: by a page that is closed, or by a storage
/// that begins to refuse in the middle and goes on to. With a journal and without one, all of it is there or nothing is.
#[test]
fn a_book_is_replaced_whole_or_not_at_all() {
    for has_journal in [true, false] {
        for writes in [1, 150, 399, 401, 402] {
            let mut world = World::new();
            world.tabs.iter_mut().for_each(|tab| tab.has_journal = has_journal);
            world.run(0, Command::Restore(clients(1, 400)), false);
            let before = world.truth.clone();
            world.storage.until_killed = Some(writes);
            let outcome = world.write(0, Command::Restore(clients(2, 10)), false);
            let after = records(&world.tabs[0].book);
            world.storage.until_killed = None;
            assert_eq!(outcome.is_err(), writes < 402, "{writes}");
            world.tabs[0].is_open = false;
            world.either(&before, &after, 1);
            world.agree();
            world.tabs.iter_mut().for_each(|tab| tab.is_open = false);
            world.agree();
        }
    }
}
