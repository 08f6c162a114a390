//! The series of penalty notes: numbered by year from one on, without a gap (*note de pénalités*).

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::book::Book;
use super::trash::TrashItem;
use crate::domain::event::{Event, Step};

/// The number of a note of that year that so many come before: `NP-2026-003`.
#[must_use]
pub fn note_number(day: NaiveDate, before: u32) -> String {
    format!("NP-{}-{:03}", day.year(), before.saturating_add(1))
}

impl Book {
    /// How many notes were numbered in the year of a day. One note may be about several invoices; one in the trash keeps
    /// its number.
    #[must_use]
    pub fn notes_in(&self, day: NaiveDate) -> u32 {
        let series = format!("NP-{}-", day.year());
        let mut numbers: BTreeSet<u32> = BTreeSet::new();
        let mut add = |event: &Event| {
            if event.step == Step::PenaltyNote {
                let number: Option<u32> =
                    event.text.number.strip_prefix(&series).and_then(|number| number.parse().ok());
                numbers.extend(number);
            }
        };
        for case in self.cases() {
            case.events.iter().for_each(&mut add);
        }
        for trash in self.trash() {
            match &trash.item {
                TrashItem::Event(_, event) => add(event),
                TrashItem::Case(case) => case.events.iter().for_each(&mut add),
                _ => {}
            }
        }
        numbers.last().copied().unwrap_or_default()
    }
}
