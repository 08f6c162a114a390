//! The series of penalty notes: numbered by year from one on, without a gap (*note de pénalités*).

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::book::Book;
use super::effect::Edit;
use super::record::Record;
use super::trash::TrashItem;
use crate::domain::event::{Event, Step};

/// A number within its year.
type Number = (i32, u32);

/// The number of a note of that year that so many come before: `NP-2026-003`.
#[must_use]
pub fn note_number(day: NaiveDate, before: u32) -> String {
    format!("NP-{}-{:03}", day.year(), before.saturating_add(1))
}

impl Book {
    /// How many notes were numbered in the year of a day. One note may be about several invoices; one that was deleted
    /// keeps its number.
    #[must_use]
    pub fn notes_in(&self, day: NaiveDate) -> u32 {
        let mut numbers = BTreeSet::new();
        for case in self.cases() {
            collect(&case.events, &mut numbers);
        }
        for trash in self.trash() {
            collect(events_of(&trash.item), &mut numbers);
        }
        let of_year = numbers.range((day.year(), 0)..=(day.year(), u32::MAX));
        let spent = self.stationery().spent_numbers.get(&day.year()).copied();
        of_year.map(|(_, number)| *number).chain(spent).max().unwrap_or_default()
    }
}

/// What else must change where a change takes notes away for good, from the trash or into an archive: their numbers are not
/// given again.
pub(super) fn spent_by(book: &Book, edits: &[Edit]) -> Option<Edit> {
    let all = |records: &mut dyn Iterator<Item = &Record>| {
        let mut numbers = BTreeSet::new();
        for record in records {
            match record {
                Record::Case(case) => collect(&case.events, &mut numbers),
                Record::Trash(trash) => collect(events_of(&trash.item), &mut numbers),
                _ => {}
            }
        }
        numbers
    };
    let before: BTreeSet<Number> = all(&mut edits.iter().filter_map(|edit| edit.before.as_ref()));
    let after = all(&mut edits.iter().filter_map(|edit| edit.after.as_ref()));
    // Pictures are copied with it: only where a note is really gone, which is rare.
    let known = &book.stationery().spent_numbers;
    let is_new = |(year, number): &&Number| known.get(year).is_none_or(|last| last < number);
    let mut gone = before.difference(&after).filter(is_new).copied().peekable();
    gone.peek()?;
    let mut stationery = book.stationery().clone();
    stationery.spend(gone);
    Some(Edit::put(book, Record::Stationery(stationery)))
}

fn collect(events: &[Event], numbers: &mut BTreeSet<Number>) {
    // The texts of other steps are not read for this: a book has thousands.
    let notes = events.iter().filter(|event| event.step == Step::PenaltyNote);
    numbers.extend(notes.filter_map(|note| {
        let (year, number) = note.text.number.strip_prefix("NP-")?.split_once('-')?;
        Some((year.parse().ok()?, number.parse().ok()?))
    }));
}

fn events_of(item: &TrashItem) -> &[Event] {
    match item {
        TrashItem::Event(_, event) => std::slice::from_ref(event),
        TrashItem::Case(case) => &case.events,
        _ => &[],
    }
}
