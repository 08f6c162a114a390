//! The store against a model, on random sequences of commands with faults between them: the page killed after any write,
//! the browser killed and the last writes lost, a write refused for want of room, any unit of any key altered. After
//! each, what was said to be saved is there, a change is there whole or not at all, and nothing unreadable is gone.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

mod support;

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use relance::app::book::Book;
use relance::app::command::Command;
use relance::app::effect::{Change, Effect};
use relance::app::update::update;
use relance::domain::party::Profile;
use relance::store::StoreError;
use relance::store::behind::unnoted;
use relance::store::codec::Codec;
use relance::store::entry::Entry;
use relance::store::history::History;
use relance::store::ledger::Told;
use relance::store::open::{Opened, open, settle};
use support::program::{Program, records};
use support::{any_command, today};

/// What happens next.
#[derive(Clone, Debug)]
enum Step {
    Do(Command),
    Undo,
    Redo,
    /// The page is killed in the middle of the next change, after so many writes, and again while it opens.
    KillPage(Command, usize, usize),
    /// The page is killed after local storage has the change and before the journal has.
    KillBeforeJournal(Command),
    /// The browser is killed, so many writes are lost, and it is killed again while the page opens.
    KillBrowser(usize, usize),
    /// One write of the next change is refused.
    Full(Command, usize),
    /// The browser has flushed everything, and the journal forgets.
    Settle,
    Reopen,
}

impl Program {
    fn reopen(&mut self) -> Opened {
        self.storage.until_killed = None;
        self.storage.until_full = None;
        let mut opened = open(&mut self.storage, Codec::default(), &self.journal).unwrap();
        settle(&mut self.storage, &mut opened, &self.journal);
        self.book = opened.book.clone();
        self.ledger = opened.ledger.clone();
        let last = self.journal.last().map_or(0, |entry| entry.number);
        self.journal.extend(unnoted(&self.storage, &self.ledger, last, self.minutes).unwrap());
        opened
    }

    /// Opens, and is killed after so many writes.
    fn open_cut(&mut self, writes: usize) {
        self.storage.until_killed = Some(writes);
        let _ = open(&mut self.storage, Codec::default(), &self.journal);
    }

    fn changed(&mut self, command: Command) -> Option<Change> {
        let effects = update(&mut self.book, command, today()).ok()?;
        effects.into_iter().find_map(|effect| match effect {
            Effect::Save(change) => Some(change),
            Effect::Open(_) => None,
        })
    }

    /// Carries a command out as far as local storage; gives the entry for the journal.
    fn write(&mut self, command: Command, undoes: Option<u64>) -> Result<Option<Entry>, StoreError> {
        self.minutes += 1;
        let Some(change) = self.changed(command) else { return Ok(None) };
        let told = Told { minutes: self.minutes, about: "à propos".to_owned(), undoes, ..Told::default() };
        let prepared = self.ledger.prepare(&change, &self.book, told)?;
        let entry = prepared.entry.clone();
        self.ledger.apply(&mut self.storage, prepared).map_err(|failed| failed.error)?;
        Ok(Some(entry))
    }

    fn run(&mut self, command: Command, undoes: Option<u64>) {
        if let Some(entry) = self.write(command, undoes).unwrap() {
            self.journal.push(entry);
        }
    }
}

fn a_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => any_command().prop_map(Step::Do),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
        2 => (any_command(), 0_usize..8, 0_usize..8)
            .prop_map(|(command, writes, cut)| Step::KillPage(command, writes, cut)),
        1 => any_command().prop_map(Step::KillBeforeJournal),
        2 => (0_usize..30, 0_usize..30).prop_map(|(writes, cut)| Step::KillBrowser(writes, cut)),
        2 => (any_command(), 0_usize..8).prop_map(|(command, writes)| Step::Full(command, writes)),
        1 => Just(Step::Settle),
        1 => Just(Step::Reopen),
    ]
}

/// Runs the steps; after each fault and at the end, what was acknowledged is there.
fn run(steps: Vec<Step>) -> Program {
    let mut program = Program::new();
    for step in steps {
        let acknowledged = program.book.clone();
        match step {
            Step::Do(command) => program.run(command, None),
            Step::Undo => {
                let last = program.ledger.history().undoable().cloned();
                if let Some(last) = last {
                    let change = History::change(&last, &program.book).unwrap();
                    program.run(Command::Undo(change), Some(last.number));
                }
            }
            Step::Redo => {
                let last = program.ledger.history().redoable().cloned();
                if let Some(last) = last {
                    let change = History::change(&last, &program.book).unwrap();
                    program.run(Command::Undo(change), Some(last.number));
                }
            }
            Step::KillPage(command, writes, cut) => {
                program.storage.until_killed = Some(writes);
                let _ = program.write(command, None);
                let after = program.book.clone();
                program.open_cut(cut);
                program.reopen();
                // Whole, or not at all.
                let now = records(&program.book);
                assert!(now == records(&acknowledged) || now == records(&after), "half a change");
            }
            Step::KillBeforeJournal(command) => {
                program.write(command, None).unwrap();
                let after = program.book.clone();
                program.reopen();
                assert_eq!(records(&program.book), records(&after));
            }
            Step::KillBrowser(writes, cut) => {
                program.storage.lose(writes);
                program.open_cut(cut);
                program.reopen();
                assert_eq!(records(&program.book), records(&acknowledged), "a saved change is gone");
            }
            Step::Full(command, writes) => {
                program.storage.until_full = Some(writes);
                let before = program.storage.values.clone();
                let outcome = program.write(command, None);
                program.storage.until_full = None;
                match outcome {
                    Ok(entry) => program.journal.extend(entry),
                    Err(error) => {
                        assert_eq!(error, StoreError::Full);
                        assert_eq!(program.storage.values, before, "a refused change left something");
                        program.book = acknowledged.clone();
                    }
                }
            }
            Step::Settle => {
                program.storage.unflushed.clear();
                program.journal.clear();
            }
            Step::Reopen => {
                program.reopen();
                assert_eq!(records(&program.book), records(&acknowledged));
            }
        }
    }
    program
}

/// Prints how many faults were tried: `cargo test --test store_model -- --nocapture`.
#[test]
fn what_was_saved_is_there_after_any_fault() {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) };
    let faults = Cell::new([0_usize; 4]);
    let outcome = TestRunner::new(config).run(&prop::collection::vec(a_step(), 1..60), |steps| {
        let mut tried = faults.get();
        for step in &steps {
            match step {
                Step::KillPage(..) => tried[0] += 1,
                Step::KillBeforeJournal(_) => tried[1] += 1,
                Step::KillBrowser(..) => tried[2] += 1,
                Step::Full(..) => tried[3] += 1,
                Step::Do(_) | Step::Undo | Step::Redo | Step::Settle | Step::Reopen => {}
            }
        }
        faults.set(tried);
        let mut program = run(steps);
        let expected = records(&program.book);
        let opened = program.reopen();
        prop_assert_eq!(records(&opened.book), expected);
        prop_assert!(opened.aside.is_empty());
        Ok(())
    });
    outcome.unwrap();
    let [page, before_journal, browser, full] = faults.get();
    println!(
        "page killed in a write {page}, before the journal {before_journal}; browser killed {browser}; full {full}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn whatever_is_altered_is_put_right_or_set_aside(
        commands in prop::collection::vec(any_command(), 1..20),
        place in any::<prop::sample::Index>(),
        unit in any::<prop::sample::Index>(),
        other in prop::sample::select(vec!['\u{3400}', '\u{4e00}', '\u{b3ff}', '7', '{', 'x']),
        in_name in prop::bool::ANY,
        journal_forgot in prop::bool::ANY,
    ) {
        let mut program = run(commands.into_iter().map(Step::Do).collect());
        let expected = records(&program.book);
        if program.storage.values.is_empty() {
            return Ok(());
        }
        if journal_forgot {
            program.journal.clear();
        }
        let key = place.get(&program.storage.values.keys().cloned().collect::<Vec<_>>()).clone();
        let value = program.storage.values.remove(&key).unwrap();
        let alter = |text: &str| {
            let mut units: Vec<char> = text.chars().collect();
            if !units.is_empty() {
                let at = unit.index(units.len());
                units[at] = other;
            }
            units.into_iter().collect::<String>()
        };
        let (key, altered) = if in_name { (alter(&key), value) } else { (key.clone(), alter(&value)) };
        let kept = program.storage.values.insert(key.clone(), altered.clone());
        prop_assume!(kept.is_none());
        let opened = program.reopen();
        let now = records(&opened.book);
        let is_aside = |raw: &String| opened.aside.iter().any(|aside| aside.raw == *raw);
        for (record_key, record) in &expected {
            if now.get(record_key) != Some(record) {
                let is_default = Book::default().record(*record_key) == now.get(record_key).cloned();
                prop_assert!(!now.contains_key(record_key) || is_default, "another record in its place");
                prop_assert!(is_aside(&altered), "{record_key} is gone: {:?}", opened.aside);
            }
        }
        for record_key in now.keys() {
            prop_assert!(expected.contains_key(record_key), "{record_key} came from nowhere");
        }
        // And it all still works.
        program.run(Command::SaveProfile(Profile { name: "Après".to_owned(), ..Profile::default() }), None);
        let name = program.book.profile().name.clone();
        program.reopen();
        prop_assert_eq!(&program.book.profile().name, &name);
    }
}

/// Erased and archived records are not kept by the history.
#[test]
fn a_change_can_be_taken_back_fifty_deep_and_after_a_reload() {
    let mut program = Program::new();
    let save = |number: u32| Command::SaveProfile(Profile { name: number.to_string(), ..Profile::default() });
    for number in 0..80 {
        program.run(save(number), None);
    }
    program.reopen();
    for number in (30..80).rev() {
        assert_eq!(program.book.profile().name, number.to_string());
        let last = program.ledger.history().undoable().unwrap().clone();
        let change = History::change(&last, &program.book).unwrap();
        program.run(Command::Undo(change), Some(last.number));
        if number % 7 == 0 {
            program.reopen();
        }
    }
}
