//! The working (*décompte*): runs of days with one base and one rate.

use std::borrow::Cow;

use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;

use super::{DayCount, Debt};
use crate::base::order::in_order;
use crate::base::{Amount, HalfYear, Rate, dates};
use crate::domain::law::rates::{RateTable, SeriesTable};
use crate::domain::regime::RatePlan;

/// One row of the working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Which instalment it belongs to, from 0.
    pub instalment: usize,
    /// First day counted.
    pub from: NaiveDate,
    /// Last day counted.
    pub to: NaiveDate,
    /// Days counted, in the debt's day count.
    pub days: i64,
    /// Sum that bears interest: unpaid principal, and interest capitalised where that is lawful.
    pub base: Amount,
    /// Per cent per year.
    pub rate: Rate,
    /// base × rate × days ÷ year, rounded half a cent up, once.
    pub interest: Amount,
    /// The reference rate of these days is not known; the nearest known one stands in.
    pub provisional: bool,
    /// The reference rate was seen in a source, or does not come from a table.
    pub confirmed: bool,
}

/// A rate and the last day it surely holds for.
#[derive(Clone, Copy)]
struct Piece {
    rate: Rate,
    until: NaiveDate,
    provisional: bool,
    confirmed: bool,
}

/// Where the rate of each day of a debt comes from.
pub(super) struct RateSource<'a> {
    plan: Plan<'a>,
    day_count: DayCount,
    instalment: usize,
    /// First day on which the legal rate is higher after a judgment.
    raised_from: Option<NaiveDate>,
}

/// Points added to the legal rate two months after a decision becomes enforceable (CMF art. L313-3).
const RAISE_POINTS: i64 = 5;
const RAISE_AFTER_MONTHS: u32 = 2;

enum Plan<'a> {
    Constant(Piece),
    Table { series: &'a SeriesTable, multiple: Option<Decimal>, by_half_year: bool },
    Own { rates: Cow<'a, [(NaiveDate, Rate)]>, by_half_year: bool },
}

impl<'a> RateSource<'a> {
    /// The source for an instalment of a debt whose first day of interest is known.
    pub(super) fn new(debt: &'a Debt, instalment: usize, first_day: NaiveDate, table: &'a RateTable) -> Self {
        let plan = debt.regime.rate_plan();
        let plan = if debt.own_rates.is_empty() {
            match plan {
                RatePlan::Constant(rate) => Plan::Constant(Piece::settled(rate)),
                RatePlan::FrozenAtStart(series) => {
                    let quote = table.series(series).on(first_day);
                    Plan::Constant(Piece {
                        rate: quote.rate,
                        until: NaiveDate::MAX,
                        provisional: quote.provisional,
                        confirmed: quote.confirmed,
                    })
                }
                RatePlan::ByHalfYear(series, multiple) => {
                    let multiple = Some(multiple).filter(|multiple| *multiple != Decimal::ONE);
                    Plan::Table { series: table.series(series), multiple, by_half_year: true }
                }
                RatePlan::AsItChanges(series) => {
                    Plan::Table { series: table.series(series), multiple: None, by_half_year: false }
                }
            }
        } else {
            let mut rates = Cow::Borrowed(debt.own_rates.as_slice());
            if !rates.is_sorted_by_key(|(from, _)| *from) {
                rates = Cow::Owned(in_order(debt.own_rates.iter().copied(), |(from, _)| *from));
            }
            match plan {
                RatePlan::FrozenAtStart(_) => Plan::Constant(Piece::own(&rates, first_day, false)),
                RatePlan::ByHalfYear(..) => Plan::Own { rates, by_half_year: true },
                _ => Plan::Own { rates, by_half_year: false },
            }
        };
        let raised_from = debt
            .enforceable
            .filter(|_| debt.regime.rises_after_judgment())
            .and_then(|day| day.checked_add_months(Months::new(RAISE_AFTER_MONTHS)))
            .map(dates::next_day);
        Self { plan, day_count: debt.day_count, instalment, raised_from }
    }

    /// The rate on a day and the length of the year it is a fraction of.
    pub(super) fn on(&self, day: NaiveDate) -> (Rate, i64) {
        (self.raised(day, self.plan.on(day)).rate, self.day_count.year_length(day))
    }

    /// A piece that starts on a day, after the rise a judgment brings, or cut where it begins.
    fn raised(&self, day: NaiveDate, piece: Piece) -> Piece {
        match self.raised_from {
            Some(from) if from <= day => Piece { rate: piece.rate.plus_points(RAISE_POINTS), ..piece },
            Some(from) => Piece { until: piece.until.min(dates::previous_day(from)), ..piece },
            None => piece,
        }
    }

    /// Adds the segments of the days after one and up to another, and gives their interest.
    pub(super) fn accrue(
        &self,
        after: NaiveDate,
        to: NaiveDate,
        base: Amount,
        segments: &mut Vec<Segment>,
    ) -> Amount {
        let mut accrued = Amount::ZERO;
        if !base.is_positive() {
            return accrued;
        }
        let mut from = dates::next_day(after);
        while from <= to {
            let piece = self.raised(from, self.plan.run_from(from, to));
            let end = piece.until.min(to);
            let (days, interest) = self.day_count.interest(base, piece.rate, from, end);
            accrued += interest;
            segments.push(Segment {
                instalment: self.instalment,
                from,
                to: end,
                days,
                base,
                rate: piece.rate,
                interest,
                provisional: piece.provisional,
                confirmed: piece.confirmed,
            });
            from = dates::next_day(end);
        }
        accrued
    }
}

impl Plan<'_> {
    fn on(&self, day: NaiveDate) -> Piece {
        match self {
            Self::Constant(piece) => *piece,
            Self::Table { series, multiple, by_half_year } => {
                let quote = series.on(day);
                // Most rows are of one half-year already.
                let until = if *by_half_year && !quote.one_half_year {
                    HalfYear::of(day).last_day().min(quote.until)
                } else {
                    quote.until
                };
                Piece {
                    rate: multiple.map_or(quote.rate, |multiple| quote.rate.times(multiple)),
                    until,
                    provisional: quote.provisional,
                    confirmed: quote.confirmed,
                }
            }
            Self::Own { rates, by_half_year } => Piece::own(rates, day, *by_half_year),
        }
    }

    /// The rate of a day and how long it lasts: where rows end only at a change of rate, rows of the table that
    /// follow one another with the same rate are one run.
    fn run_from(&self, day: NaiveDate, to: NaiveDate) -> Piece {
        let mut piece = self.on(day);
        let merges =
            matches!(self, Self::Table { by_half_year: false, .. } | Self::Own { by_half_year: false, .. });
        while merges && piece.until < to {
            let next = self.on(dates::next_day(piece.until));
            if (next.rate, next.provisional) != (piece.rate, piece.provisional) {
                break;
            }
            piece.until = next.until;
            piece.confirmed &= next.confirmed;
        }
        piece
    }
}

impl Piece {
    fn settled(rate: Rate) -> Self {
        Self { rate, until: NaiveDate::MAX, provisional: false, confirmed: true }
    }

    /// The rate on a day in a table the user gave: provisional before its first row.
    fn own(rates: &[(NaiveDate, Rate)], day: NaiveDate, by_half_year: bool) -> Self {
        let after = rates.partition_point(|(from, _)| *from <= day);
        let known = after.checked_sub(1).and_then(|index| rates.get(index));
        let until = rates.get(after).map_or(NaiveDate::MAX, |(from, _)| dates::previous_day(*from));
        Self {
            rate: known.or_else(|| rates.first()).map(|(_, rate)| *rate).unwrap_or_default(),
            until: if by_half_year { until.min(HalfYear::of(day).last_day()) } else { until },
            provisional: known.is_none(),
            confirmed: known.is_some(),
        }
    }
}
