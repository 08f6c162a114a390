//! The ribbon: the life of a claim from left to right. Positions are hundredths of a per cent of its width, so that
//! everything here stays whole numbers.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::case_file::CaseFile;
use super::claim::{Claim, Segment};
use super::event::Step;
use super::movement::MovementKind;
use crate::base::order::in_order;
use crate::base::{Amount, Rate, dates};

/// Full width in positions.
const WIDTH: i64 = 10_000;
/// Least share of the width before the due date, so that its mark is never at the edge.
const LEAD: i64 = 800;
/// Most shades of rate the style knows.
const SHADES: usize = 3;
/// The right edge.
pub const END: Position = Position(WIDTH);

/// What the ribbon shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ribbon {
    /// First day shown.
    pub from: NaiveDate,
    /// Last day shown: the day of the claim.
    pub to: NaiveDate,
    /// Due date and its position.
    pub due: (NaiveDate, Position),
    /// One band for each run of days with the same base and rates, in order.
    pub bands: Vec<Band>,
    /// One label for each run of bands at one rate.
    pub rates: Vec<RateLabel>,
    /// Marks on it, in order of date.
    pub marks: Vec<Mark>,
}

/// A position on the ribbon, written as a percentage of its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position(i64);

/// A run of days with one base and one rate: a row of the working.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Left edge.
    pub from: Position,
    /// Right edge.
    pub to: Position,
    /// Share of the amount still unpaid.
    pub base: Decimal,
    /// Shade, from 1: one darker at each change of rate; 0 where the sum is owed and bears no interest any more, as after
    /// a judgment that opens insolvency proceedings (C. com. art. L622-28).
    pub shade: usize,
    /// The row of the working it shows; the first of them where instalments overlap.
    pub row: usize,
}

/// The rate of neighbouring bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateLabel {
    /// Left edge of the first.
    pub from: Position,
    /// Right edge of the last.
    pub to: Position,
    /// The rate.
    pub rate: Rate,
}

/// A dated fact on the ribbon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Position.
    pub at: Position,
    /// Day.
    pub date: NaiveDate,
    /// What happened.
    pub what: MarkKind,
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// A movement.
    Moved(MovementKind, Amount),
    /// A text was sent.
    Sent(Step),
}

impl Position {
    /// Ten-thousandths of the width.
    #[must_use]
    pub fn ten_thousandths(self) -> i64 {
        self.0
    }

    /// Whether another is so near that labels at both would touch.
    #[must_use]
    pub fn touches(self, other: Self) -> bool {
        (self.0 - other.0).abs() < WIDTH / 5
    }

    /// Whether a label between two positions has no room.
    #[must_use]
    pub fn is_narrow(self, other: Self) -> bool {
        (self.0 - other.0).abs() < WIDTH / 12
    }
}

impl std::fmt::Display for Position {
    /// Per cent: `10.64`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl Ribbon {
    /// The ribbon of a claim; none before its due date is past, when there is no life to show yet.
    #[must_use]
    pub fn of(case: &CaseFile, claim: &Claim) -> Option<Self> {
        let (issued, due, to) = (case.invoice.issued, case.invoice.due, claim.as_of);
        let late = dates::days_between(due, to);
        if late <= 0 {
            return None;
        }
        let lead = dates::days_between(issued, due).clamp(late * LEAD / (WIDTH - LEAD), late / 3).max(1);
        let from = due.checked_sub_signed(chrono::TimeDelta::days(lead)).unwrap_or(due);
        let span = dates::days_between(from, to).max(1);
        let at = |day: NaiveDate| Position(dates::days_between(from, day).clamp(0, span) * WIDTH / span);
        let mut bands = Vec::with_capacity(claim.segments.len());
        let mut rates: Vec<RateLabel> = Vec::new();
        for run in runs(&claim.segments) {
            let (start, end) = (at(dates::previous_day(run.from)), at(run.to));
            match rates.last_mut().filter(|label| label.rate == run.rate) {
                Some(label) => label.to = end,
                None => rates.push(RateLabel { from: start, to: end, rate: run.rate }),
            }
            bands.push(Band {
                from: start,
                to: end,
                base: share(run.base, case.invoice.amount),
                shade: rates.len().min(SHADES),
                row: run.row,
            });
        }
        let owed = claim.principal_left - claim.not_due;
        if let Some(last) = claim.segments.iter().map(|segment| segment.to).max().filter(|last| *last < to)
            && owed.is_positive()
        {
            bands.push(Band {
                from: at(last),
                to: END,
                base: share(owed, case.invoice.amount),
                shade: 0,
                row: claim.segments.len(),
            });
        }
        let movements = case
            .movements
            .iter()
            .map(|movement| (movement.date, MarkKind::Moved(movement.kind, movement.amount)));
        let sendings = case.events.iter().map(|event| (event.date, MarkKind::Sent(event.step)));
        let marks = movements
            .chain(sendings)
            .filter(|(date, _)| *date >= from && *date <= to)
            .map(|(date, what)| Mark { at: at(date), date, what });
        let marks = in_order(marks, |mark| mark.date);
        Some(Self { from, to, due: (due, at(due)), bands, rates, marks })
    }
}

/// A run of days with the same rows of the working.
struct Run {
    from: NaiveDate,
    to: NaiveDate,
    base: Amount,
    rate: Rate,
    row: usize,
}

/// The rows laid end to end: where those of several instalments overlap, their bases together.
fn runs(segments: &[Segment]) -> Vec<Run> {
    let mut starts: Vec<NaiveDate> = Vec::new();
    for day in segments.iter().flat_map(|segment| [segment.from, dates::next_day(segment.to)]) {
        if let Err(place) = starts.binary_search(&day) {
            starts.insert(place, day);
        }
    }
    let mut runs = Vec::new();
    for pair in starts.windows(2) {
        let [from, next] = pair else { continue };
        let to = dates::previous_day(*next);
        let covering =
            || segments.iter().enumerate().filter(|(_, segment)| segment.from <= *from && to <= segment.to);
        if let Some((row, first)) = covering().next() {
            let base = covering().map(|(_, segment)| segment.base).sum();
            runs.push(Run { from: *from, to, base, rate: first.rate, row });
        }
    }
    runs
}

fn share(base: Amount, whole: Amount) -> Decimal {
    if whole.is_positive() { (base.value() / whole.value()).round_dp(4) } else { Decimal::ONE }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::base::{ClientId, Currency, InvoiceId, MovementId};
    use crate::domain::claim::Allocation;
    use crate::domain::contract::Contract;
    use crate::domain::invoice::Invoice;
    use crate::domain::law::rates::RateTable;
    use crate::domain::movement::Movement;
    use crate::domain::party::{Debtor, DebtorKind};

    #[test]
    fn a_band_for_each_row_and_a_notch_for_the_payment() {
        let day = |text| parse_iso(text).unwrap();
        let amount = |text| Amount::parse(text).unwrap();
        let mut case = CaseFile::new(Invoice {
            id: InvoiceId(1),
            client: ClientId(1),
            number: String::new(),
            issued: day("2026-02-13"),
            due: day("2026-03-15"),
            terms: None,
            amount: amount("3480.00"),
            later: Vec::new(),
            currency: Currency::EUR,
            subject: String::new(),
            order: String::new(),
            service: String::new(),
            contract: Contract::default(),
            allocation: Allocation::PrincipalFirst,
        });
        case.movements.push(Movement {
            id: MovementId(1),
            kind: MovementKind::Payment,
            date: day("2026-07-02"),
            amount: amount("1000.00"),
            reference: String::new(),
            if_settled_by: None,
        });
        let debtor = Debtor::from(DebtorKind::Business);
        let claim = case.claim_on(day("2026-11-22"), debtor, RateTable::builtin());
        let ribbon = Ribbon::of(&case, &claim).unwrap();
        assert_eq!(ribbon.bands.len(), 3);
        assert_eq!(ribbon.rates.len(), 2);
        assert_eq!(ribbon.marks.len(), 1);
        assert_eq!(ribbon.bands.last().unwrap().base.to_string(), "0.7126");
        assert_eq!(ribbon.bands.last().unwrap().to.to_string(), "100.00");
        assert!(ribbon.bands.windows(2).all(|pair| pair[0].to == pair[1].from));
        // Insolvency proceedings stop interest, and pay nothing.
        let debtor = Debtor { insolvency: Some(day("2026-09-01")), ..debtor };
        let claim = case.claim_on(day("2026-11-22"), debtor, RateTable::builtin());
        let ribbon = Ribbon::of(&case, &claim).unwrap();
        let last = ribbon.bands.last().unwrap();
        assert_eq!((last.shade, last.base.to_string().as_str(), last.to), (0, "0.7126", END));
        assert!(ribbon.bands.windows(2).all(|pair| pair[0].to == pair[1].from));
        let label = ribbon.rates.last().unwrap();
        assert_eq!(label.to, last.from, "no rate is written where none is counted");
    }
}
