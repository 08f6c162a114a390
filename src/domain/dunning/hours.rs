//! When clients may be called, as the day's list says it: until when today, or from when next.

use chrono::NaiveDate;

use super::policy::Policy;

/// When clients may be called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CallHours {
    /// Now, until this hour.
    Until(u32),
    /// Today, from this hour on.
    From(u32),
    /// On a later day, from this hour on.
    On(NaiveDate, u32),
}

/// When clients may be called, on a day at an hour.
#[must_use]
pub fn call_hours(policy: &Policy, today: NaiveDate, hour: u32) -> CallHours {
    let budget = policy.budget;
    if policy.region.is_working(today) && hour < budget.to_hour {
        if budget.from_hour <= hour {
            CallHours::Until(budget.to_hour)
        } else {
            CallHours::From(budget.from_hour)
        }
    } else {
        CallHours::On(policy.region.next_working(today), budget.from_hour)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Region;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    #[test]
    fn calls_end_in_the_evening_and_begin_on_the_next_working_day() {
        let policy = Policy::default();
        let at = |today, hour| call_hours(&policy, day(today), hour);
        assert_eq!(at("2026-11-24", 10), CallHours::Until(18));
        assert_eq!(at("2026-11-24", 7), CallHours::From(9));
        assert_eq!(at("2026-11-24", 18), CallHours::On(day("2026-11-25"), 9));
        assert_eq!(at("2026-11-22", 10), CallHours::On(day("2026-11-23"), 9));
        // Good Friday is a working day but in Alsace-Moselle.
        assert_eq!(at("2026-04-03", 10), CallHours::Until(18));
        let eastern = Policy { region: Region::AlsaceMoselle, ..policy };
        assert_eq!(call_hours(&eastern, day("2026-04-03"), 10), CallHours::On(day("2026-04-07"), 9));
    }
}
