//! A browser is killed before local storage has what was said to be saved; the next visit is refused the journal and goes
//! on from what is left; then the journal is back. What the second visit kept stays, and nothing of the first one vanishes:
//! it is written again, or put aside to be joined.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly, their helpers too")]

mod support;

use proptest::prelude::*;
use relance::app::command::{Command, InvoiceDraft, MovementDraft};
use relance::app::effect::Effect;
use relance::app::record::{Key, Record};
use relance::app::update::update;
use relance::base::{Amount, ClientId, InvoiceId, dates};
use relance::domain::movement::MovementKind;
use relance::store::backup::Lineage;
use relance::store::backup::compare::{Choice, Standing, compare, merge_records};
use relance::store::behind::unnoted;
use relance::store::codec::{Codec, fingerprint};
use relance::store::entry::Entry;
use relance::store::erasing;
use relance::store::ledger::{PastPlace, Told};
use relance::store::missed::{Missed, missed};
use relance::store::open::{open, settle};
use support::program::{Program, records};
use support::storage::Storage;
use support::{any_command, today};

impl Program {
    /// A visit begins, with the journal or refused it; gives what is put aside.
    fn visit(&mut self, has_journal: bool) -> Option<Missed> {
        let none = Vec::new();
        let journal = if has_journal { &self.journal } else { &none };
        let mut opened = open(&mut self.storage, Codec::default(), journal).unwrap();
        settle(&mut self.storage, &mut opened, journal);
        assert!(!opened.mended.is_partial);
        (self.book, self.ledger) = (opened.book, opened.ledger);
        has_journal.then(|| self.put_aside()).flatten()
    }

    fn apart(&self, journal: &[Entry]) -> Vec<Entry> {
        missed(&self.storage, &Codec::default(), self.ledger.seq(), journal).unwrap()
    }

    fn put_aside(&mut self) -> Option<Missed> {
        let apart = self.apart(&self.journal);
        let last = self.journal.len().saturating_sub(1);
        assert_eq!(
            apart.is_empty(),
            self.apart(&self.journal[last..]).is_empty(),
            "the last one speaks for all"
        );
        let kept = Missed::of(&apart, &self.book, &self.ledger);
        self.journal.retain(|entry| !apart.contains(entry));
        let last = self.journal.last().map_or(0, |entry| entry.number);
        self.journal.extend(unnoted(&self.storage, &self.ledger, last, self.minutes).unwrap());
        kept
    }

    fn lineage(&self, key: Key) -> Option<Lineage> {
        let meta = self.ledger.meta(key)?;
        Some(Lineage { changed: meta.changed, ancestors: meta.ancestors.clone() })
    }

    /// An earlier version of a record, as the page finds it.
    fn earlier(&self, key: Key, versions: &[u32]) -> Option<Record> {
        let pasts = self.ledger.history().entries().iter().flat_map(|entry| &entry.edits);
        let before = pasts.filter(|past| past.key == key.to_string()).filter_map(|past| past.before.as_ref());
        let known = before
            .filter_map(|before| {
                let at = versions.iter().position(|version| *version == fingerprint(before.json.get()))?;
                Some((at, before))
            })
            .min_by_key(|(at, _)| *at);
        serde_json::from_str(known?.1.json.get()).ok()
    }

    fn run(&mut self, command: Command, has_journal: bool) {
        self.minutes += 1;
        let Ok(effects) = update(&mut self.book, command.clone(), today()) else { return };
        let change = effects.into_iter().find_map(|effect| match effect {
            Effect::Save(change) => Some(change),
            Effect::Open(_) => None,
        });
        let Some(change) = change else { return };
        let told = Told {
            minutes: self.minutes,
            about: "à propos".to_owned(),
            also: erasing::also(&self.ledger, &self.storage, &command, &change),
            past: PastPlace::Here,
            ..Told::default()
        };
        let prepared = self.ledger.prepare(&change, &self.book, told).unwrap();
        let entry = prepared.entry.clone();
        self.ledger.apply(&mut self.storage, prepared).unwrap();
        if has_journal {
            self.journal.push(entry);
        }
    }

    /// Joins what was put aside with the data, both sides field by field.
    fn join(&mut self, missed: &Missed) {
        let backup = missed.backup();
        let comparison = compare(&self.book, |key| self.lineage(key), &backup);
        let earlier = |key, versions: &[u32]| self.earlier(key, versions);
        let joined = merge_records(&comparison, |_| Choice::Both, earlier);
        self.run(Command::Merge(joined), true);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn nothing_said_to_be_saved_vanishes_without_a_word(
        before in prop::collection::vec(any_command(), 0..10),
        first in prop::collection::vec(any_command(), 1..8),
        lost in 0_usize..40,
        second in prop::collection::vec(any_command(), 0..8),
    ) {
        let mut program = Program::new();
        for command in before {
            program.run(command, true);
        }
        program.storage.unflushed.clear();
        for command in first {
            program.run(command, true);
        }
        let acknowledged = records(&program.book);
        program.storage.lose(lost);
        program.visit(false);
        let (start, left) = (program.ledger.seq(), records(&program.book));
        for command in second {
            program.run(command, false);
        }
        let kept = records(&program.book);
        let goes_on = program.ledger.seq() > start;
        let gone: Vec<Entry> = program.journal.iter().filter(|entry| entry.number > start).cloned().collect();
        let set = program.visit(true);
        if !goes_on {
            prop_assert_eq!(records(&program.book), acknowledged, "all is written again");
            prop_assert!(set.is_none());
            return Ok(());
        }
        prop_assert_eq!(records(&program.book), kept.clone(), "nothing is written over what went on");
        let (told, aside) = match &set {
            Some(set) => (set.told.len(), set.backup().records),
            None => (0, Vec::new()),
        };
        for (key, record) in &acknowledged {
            let is_here = left.get(key) == Some(record) || *key == Key::Settings;
            prop_assert!(is_here || aside.contains(record), "{} is gone", key);
        }
        let says_more = |entry: &&Entry| !entry.writes.iter().any(|(key, _)| key == "settings");
        prop_assert!(gone.iter().filter(says_more).count() <= told, "a change is not told");
        // The journal is the one of the data again, for a browser that is killed once more.
        prop_assert!(program.visit(true).is_none(), "it is put aside once");
        program.storage.lose(10_000);
        program.visit(true);
        prop_assert_eq!(records(&program.book), kept);
    }
}

fn invoice(number: &str) -> Command {
    let day = |text| dates::parse_iso(text).unwrap();
    let draft = InvoiceDraft::new(
        "Atelier Brun",
        number,
        day("2026-09-01"),
        day("2026-10-01"),
        Amount::from_cents(100_000),
    );
    Command::SaveInvoice(None, draft)
}

fn payment(cents: i64) -> Command {
    let day = dates::parse_iso("2026-11-02").unwrap();
    Command::AddMovement(
        InvoiceId(1),
        MovementDraft::new(MovementKind::Payment, day, Amount::from_cents(cents)),
    )
}

/// An invoice on the disk; a first visit whose changes are lost, a second one that does without them, the journal back.
fn parted(first: Vec<Command>, second: Vec<Command>) -> (Program, Missed) {
    let mut program = Program::new();
    program.run(invoice("1"), true);
    program.storage.unflushed.clear();
    for command in first {
        program.run(command, true);
    }
    program.storage.lose(10_000);
    program.visit(false);
    for command in second {
        program.run(command, false);
    }
    let missed = program.visit(true).unwrap();
    (program, missed)
}

#[test]
fn what_both_visits_did_to_one_invoice_is_joined_field_by_field() {
    let (mut program, missed) = parted(vec![payment(1_000)], vec![payment(2_000)]);
    program.join(&missed);
    let mut paid: Vec<Amount> =
        program.book.case(InvoiceId(1)).unwrap().movements.iter().map(|movement| movement.amount).collect();
    paid.sort();
    assert_eq!(paid, [1_000, 2_000].map(Amount::from_cents));
}

#[test]
fn invoices_of_one_number_of_both_visits_are_both_there() {
    let (mut program, missed) = parted(vec![invoice("2")], vec![invoice("3")]);
    program.join(&missed);
    let mut numbers: Vec<&str> = program.book.cases().map(|case| case.invoice.number.as_str()).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, ["1", "2", "3"]);
    assert_eq!(program.book.clients().count(), 1);
}

#[test]
fn more_changes_than_the_second_visit_made_are_not_written_over_it() {
    let first = vec![payment(1_000), invoice("2"), payment(3_000)];
    let (mut program, missed) = parted(first, vec![payment(2_000)]);
    assert_eq!(program.book.case(InvoiceId(1)).unwrap().movements.len(), 1);
    assert_eq!(missed.told.len(), 3);
    program.join(&missed);
    assert_eq!(program.book.case(InvoiceId(1)).unwrap().movements.len(), 3);
    assert_eq!(program.book.cases().count(), 2);
}

#[test]
fn a_change_like_the_other_in_the_same_minute_is_told_from_it() {
    let mut program = Program::new();
    program.run(invoice("1"), true);
    program.storage.unflushed.clear();
    let minutes = program.minutes;
    program.run(payment(1_000), true);
    program.storage.lose(10_000);
    program.visit(false);
    program.minutes = minutes;
    program.run(payment(2_000), false);
    assert_eq!(program.visit(true).map(|missed| missed.told.len()), Some(1));
}

#[test]
fn what_was_begun_anew_on_an_emptied_storage_is_not_written_over_nor_mixed_up() {
    let mut program = Program::new();
    for number in 1..9 {
        program.run(invoice(&number.to_string()), true);
    }
    // What is older than a day is no longer in the journal.
    program.journal.drain(..5);
    program.storage = Storage::default();
    program.visit(false);
    let other = match invoice("99") {
        Command::SaveInvoice(id, draft) => {
            Command::SaveInvoice(id, InvoiceDraft { client: "Tout autre".to_owned(), ..draft })
        }
        command => command,
    };
    program.run(other, false);
    let missed = program.visit(true).unwrap();
    assert_eq!(program.book.cases().count(), 1);
    program.join(&missed);
    let of_other = program.book.client_named("Tout autre").unwrap().id;
    let numbers: Vec<&str> =
        program.book.cases_of(of_other).map(|case| case.invoice.number.as_str()).collect();
    assert_eq!((program.book.cases().count(), numbers), (4, vec!["99"]));
}

#[test]
fn what_is_erased_for_good_is_erased_there_too() {
    let (program, missed) = parted(vec![payment(1_000)], vec![payment(2_000)]);
    let command = Command::EraseClient(ClientId(1));
    let effects = update(&mut program.book.clone(), command.clone(), today()).unwrap();
    let Effect::Save(change) = &effects[0] else { panic!("it saves") };
    let erased = erasing::Erased::of(&program.ledger, &command, change);
    assert!(missed.clone().without(|key, json| erased.covers(key, json)).is_none());
    let left = missed.clone().without(|key, _| key == "case/1").unwrap();
    assert!(left.told[0].about.is_empty());
    assert_eq!(left.backup().records.len(), 1, "the client");
    assert_eq!(missed.without(|_, _| false).map(|left| left.backup().records.len()), Some(2));
}

#[test]
fn a_client_that_was_deleted_since_comes_with_what_names_it() {
    let (mut program, missed) = parted(
        vec![payment(1_000)],
        vec![Command::DeleteInvoice(InvoiceId(1)), Command::DeleteClient(ClientId(1))],
    );
    assert!(program.book.clients().next().is_none());
    let backup = missed.backup();
    let comparison = compare(&program.book, |key| program.lineage(key), &backup);
    assert_eq!(comparison.count(Standing::Conflict), 1);
    program.join(&missed);
    assert_eq!(program.book.case(InvoiceId(1)).unwrap().movements.len(), 1);
    assert_eq!(program.book.client(ClientId(1)).unwrap().name, "Atelier Brun");
}
