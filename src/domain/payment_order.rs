//! The times that follow an order for payment (*injonction de payer*), French or European.
//!
//! European: regulation no. 1896/2006, art. 12 (the court makes it in thirty days as a rule), 16 (thirty days to oppose it,
//! counted as regulation no. 1182/71 counts days: the last moves to the next working day), 18 (the court then declares it
//! enforceable, form G). Read in copies on 30 November 2026.
//!
//! Sources: CPC art. 1411 and décret n° 2026-96 of 16 February 2026, art. 1 and 9 (three months to have an order served
//! that was made from 1 September 2026, six before; it is void after), art. 1416 (one month to oppose), art. 641 and 642 (a
//! time in months ends on the same day number, on the next working day where that is none). Read in September 2026.

use chrono::{Months, NaiveDate};

use crate::base::calendar::Region;
use crate::base::dates;

/// Days to pay the clerk of a commercial court, or the request lapses (CPC art. 1425).
pub const FEE_DAYS: u32 = 15;
/// Days to advance the costs after an opposition (CPC art. 1425), or to appoint a lawyer (art. 1418).
pub const ANSWER_DAYS: u32 = 15;
/// Months without news of the clerk after which an order made from 1 September 2026 can be enforced.
const SILENT_MONTHS: u32 = 2;

/// First day whose orders are to be served in three months.
pub const SHORTER_FROM: NaiveDate = match NaiveDate::from_ymd_opt(2026, 9, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Months to have an order served, by the day it was made.
#[must_use]
pub fn months_to_serve(made: NaiveDate) -> u32 {
    if made < SHORTER_FROM { 6 } else { 3 }
}

/// Last day to have an order served: it is void after.
///
/// ```
/// use relance::base::{Region, dates::parse_iso};
/// use relance::domain::payment_order::serve_by;
/// assert_eq!(serve_by(parse_iso("2026-11-30")?, Region::France), parse_iso("2027-03-01")?);
/// # Ok::<(), relance::base::DateError>(())
/// ```
#[must_use]
pub fn serve_by(made: NaiveDate, region: Region) -> NaiveDate {
    months_later(made, months_to_serve(made), region)
}

/// Last day to oppose an order that was served on the debtor in person.
#[must_use]
pub fn oppose_by(served: NaiveDate, region: Region) -> NaiveDate {
    months_later(served, 1, region)
}

/// Days to oppose a European order, from its service (regulation no. 1896/2006, art. 16).
const EUROPEAN_DAYS: u32 = 30;

/// Last day to oppose a European order.
///
/// ```
/// use relance::base::{Region, dates::parse_iso};
/// use relance::domain::payment_order::oppose_european_by;
/// assert_eq!(oppose_european_by(parse_iso("2026-11-05")?, Region::France), parse_iso("2026-12-07")?);
/// # Ok::<(), relance::base::DateError>(())
/// ```
#[must_use]
pub fn oppose_european_by(served: NaiveDate, region: Region) -> NaiveDate {
    days_later(served, EUROPEAN_DAYS, region)
}

/// First day on which an order made and served on these days can be enforced, if nobody told of an opposition: two months
/// after its service for orders from 1 September 2026, the day after the month to oppose it for older ones.
#[must_use]
pub fn final_from(made: NaiveDate, served: NaiveDate, region: Region) -> NaiveDate {
    let opposed_by = oppose_by(served, region);
    let last = if made < SHORTER_FROM {
        opposed_by
    } else {
        opposed_by.max(months_later(served, SILENT_MONTHS, region))
    };
    dates::next_day(last)
}

/// So many days later; the next working day where that is none (CPC art. 641 and 642).
#[must_use]
pub fn days_later(day: NaiveDate, days: u32, region: Region) -> NaiveDate {
    region.working_from(dates::add_days(day, days))
}

/// The same day number so many months later, the last of a shorter month; the next working day where that is none.
#[must_use]
pub fn months_later(day: NaiveDate, months: u32, region: Region) -> NaiveDate {
    region.working_from(day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    #[test]
    fn the_day_of_the_order_decides_how_long_there_is_to_serve_it() {
        for (made, last) in [
            ("2026-08-31", "2027-03-01"), // 28 February 2027 is a Sunday
            ("2026-09-01", "2026-12-01"),
            ("2026-11-30", "2027-03-01"),
            ("2026-10-25", "2027-01-25"),
            ("2026-09-25", "2026-12-28"), // Christmas, a Friday
        ] {
            assert_eq!(serve_by(day(made), Region::France), day(last), "{made}");
        }
    }

    #[test]
    fn a_month_to_oppose_ends_on_a_working_day() {
        assert_eq!(oppose_by(day("2026-11-10"), Region::France), day("2026-12-10"));
        assert_eq!(oppose_by(day("2026-10-31"), Region::France), day("2026-11-30"));
        assert_eq!(oppose_by(day("2026-11-25"), Region::France), day("2026-12-28"));
        assert_eq!(oppose_by(day("2026-11-26"), Region::AlsaceMoselle), day("2026-12-28"));
    }
}
