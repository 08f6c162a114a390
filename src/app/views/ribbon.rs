//! The ribbon: the life of a claim from left to right, in positions of one ten-thousandth of its width.

use chrono::NaiveDate;

use crate::base::{Amount, Rate, dates};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Claim;
use crate::domain::event::Step;
use crate::domain::movement::MovementKind;

/// Full width in positions.
pub const WIDTH: i64 = 10_000;
/// Share of the width before the due date, so that the due date is never at the edge.
const LEAD: i64 = 1_200;

/// What the ribbon shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ribbon {
    /// First day shown.
    pub from: NaiveDate,
    /// Last day shown: the day of the claim.
    pub to: NaiveDate,
    /// Where the due date is.
    pub due: i64,
    /// Bands of one rate each, from left to right.
    pub bands: Vec<Band>,
    /// Marks on it, in order of date.
    pub marks: Vec<Mark>,
}

/// A run of days at one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Left edge.
    pub start: i64,
    /// Width.
    pub width: i64,
    /// Rate.
    pub rate: Rate,
    /// Rows of the working it stands for: first and last.
    pub rows: (usize, usize),
}

/// A dated fact on the ribbon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Position.
    pub at: i64,
    /// Day.
    pub date: NaiveDate,
    /// What happened.
    pub what: MarkKind,
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Money received.
    Payment(Amount),
    /// Credit note.
    CreditNote(Amount),
    /// A text was sent.
    Sent(Step),
}

impl Ribbon {
    /// The ribbon of a claim; none before its due date is past, when there is no life to show.
    #[must_use]
    pub fn of(case: &CaseFile, claim: &Claim) -> Option<Self> {
        let (due, to) = (case.invoice.due, claim.as_of);
        let late = dates::days_between(due, to);
        if late <= 0 {
            return None;
        }
        let lead_days = (late * LEAD / (WIDTH - LEAD)).max(1);
        let from = due.checked_sub_signed(chrono::Duration::days(lead_days)).unwrap_or(due);
        let span = dates::days_between(from, to);
        let at = |day: NaiveDate| (dates::days_between(from, day).clamp(0, span) * WIDTH) / span.max(1);
        let mut bands: Vec<Band> = Vec::new();
        for (row, segment) in claim.segments.iter().enumerate() {
            let (start, end) = (at(dates::previous_day(segment.from)), at(segment.to));
            match bands.last_mut().filter(|band| band.rate == segment.rate && band.start + band.width == start) {
                Some(band) => {
                    band.width = end - band.start;
                    band.rows.1 = row;
                }
                None => bands.push(Band { start, width: end - start, rate: segment.rate, rows: (row, row) }),
            }
        }
        let movements = case.movements.iter().map(|movement| {
            let what = match movement.kind {
                MovementKind::Payment => MarkKind::Payment(movement.amount),
                MovementKind::CreditNote => MarkKind::CreditNote(movement.amount),
            };
            (movement.date, what)
        });
        let sendings = case.events.iter().map(|event| (event.date, MarkKind::Sent(event.step)));
        let mut marks: Vec<Mark> = movements
            .chain(sendings)
            .filter(|(date, _)| *date >= from && *date <= to)
            .map(|(date, what)| Mark { at: at(date), date, what })
            .collect();
        marks.sort_by_key(|mark| mark.date);
        Some(Self { from, to, due: at(due), bands, marks })
    }
}
