//! The series of penalty notes: numbered by year from one on, without a gap that is not explained (*note de pénalités*).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::book::Book;
use super::effect::Edit;
use super::record::Record;
use super::trash::TrashItem;
use crate::domain::event::{Event, Step};
use crate::domain::note_series::{Cancelled, Gone, read, written};

/// A number within its year.
type Number = (i32, u32);

/// Most numbers without any record that are told one by one: more are no series of this program.
const MOST_UNKNOWN: usize = 200;

/// What became of a number of the series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteState {
    /// Its note was sent on a day.
    Sent(NaiveDate),
    /// Its note is in the trash since a day, and may come back.
    InTrash(NaiveDate),
    /// Its note is gone for good.
    Cancelled(Cancelled),
    /// Nothing is known of it: it was spent before reasons were kept.
    Unknown,
}

/// The number of a note of that year that so many come before: `NP-2026-003`.
#[must_use]
pub fn note_number(day: NaiveDate, before: u32) -> String {
    written(day.year(), before.saturating_add(1))
}

impl Book {
    /// How many notes were numbered in the year of a day. One note may be about several invoices; one that was deleted
    /// keeps its number.
    #[must_use]
    pub fn notes_in(&self, day: NaiveDate) -> u32 {
        let known = self.known_notes();
        let of_year = known.range((day.year(), 0)..=(day.year(), u32::MAX));
        let spent = self.stationery().spent_numbers.get(&day.year()).copied();
        of_year.map(|((_, number), _)| *number).chain(spent).max().unwrap_or_default()
    }

    /// The register: every number of every year in order, with what became of it.
    #[must_use]
    pub fn note_register(&self) -> Vec<(String, NoteState)> {
        let mut known = self.known_notes();
        let spent = &self.stationery().spent_numbers;
        let mut last: BTreeMap<i32, u32> = spent.clone();
        for (year, number) in known.keys() {
            let highest = last.entry(*year).or_default();
            *highest = (*highest).max(*number);
        }
        for (year, last) in last {
            let gaps = (1..=last).filter(|number| !known.contains_key(&(year, *number)));
            let gaps: Vec<u32> = gaps.take(MOST_UNKNOWN).collect();
            known.extend(gaps.into_iter().map(|number| ((year, number), NoteState::Unknown)));
        }
        known.into_iter().map(|((year, number), state)| (written(year, number), state)).collect()
    }

    /// Every number of which something is known. What is here counts before what is in the trash, and that before what was
    /// cancelled: it may have come back from another device.
    fn known_notes(&self) -> BTreeMap<Number, NoteState> {
        let cancelled = self.stationery().cancelled.iter();
        let mut known: BTreeMap<Number, NoteState> =
            cancelled.map(|one| ((one.year, one.number), NoteState::Cancelled(*one))).collect();
        for trash in self.trash() {
            let state = |_: &Event| NoteState::InTrash(trash.deleted);
            known.extend(numbers(events_of(&trash.item), state));
        }
        for case in self.cases() {
            known.extend(numbers(&case.events, |event| NoteState::Sent(event.date)));
        }
        known
    }
}

/// What else must change where a change takes notes away for good, from the trash or into an archive: their numbers are not
/// given again, and the register says why they are missing.
pub(super) fn spent_by(book: &Book, edits: &[Edit], today: NaiveDate, why: Gone) -> Option<Edit> {
    let all = |records: &mut dyn Iterator<Item = &Record>| {
        let mut found: BTreeMap<Number, NaiveDate> = BTreeMap::new();
        for record in records {
            match record {
                Record::Case(case) => found.extend(numbers(&case.events, |_| today)),
                Record::Trash(trash) => found.extend(numbers(events_of(&trash.item), |_| trash.deleted)),
                _ => {}
            }
        }
        found
    };
    let before = all(&mut edits.iter().filter_map(|edit| edit.before.as_ref()));
    let after = all(&mut edits.iter().filter_map(|edit| edit.after.as_ref()));
    // Pictures are copied with it: only where a note is really gone, which is rare.
    let known: BTreeSet<Number> =
        book.stationery().cancelled.iter().map(|one| (one.year, one.number)).collect();
    let is_new = |number: &Number| !after.contains_key(number) && !known.contains(number);
    let mut gone = before.into_iter().filter(|(number, _)| is_new(number)).peekable();
    gone.peek()?;
    let mut stationery = book.stationery().clone();
    stationery.cancel(gone.map(|((year, number), on)| Cancelled { year, number, on, why }));
    Some(Edit::put(book, Record::Stationery(stationery)))
}

/// The numbers of the notes among some events, each with what is asked of its event.
fn numbers<T>(events: &[Event], of: impl Fn(&Event) -> T) -> impl Iterator<Item = (Number, T)> {
    // The texts of other steps are not read for this: a book has thousands.
    let notes = events.iter().filter(|event| event.step == Step::PenaltyNote);
    notes.filter_map(move |note| Some((read(&note.text.number)?, of(note))))
}

fn events_of(item: &TrashItem) -> &[Event] {
    match item {
        TrashItem::Event(_, event) => std::slice::from_ref(event),
        TrashItem::Case(case) => &case.events,
        _ => &[],
    }
}
