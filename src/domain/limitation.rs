//! Limitation (*prescription*): how long a claim can still be sued for, and what starts the time again.
//!
//! Sources: C. com. art. L110-4 and C. civ. art. 2224 (five years), C. conso. art. L218-2 (two years against a
//! consumer), loi n° 68-1250 of 31 December 1968 art. 1 (four years against a public body, from 1 January after);
//! C. civ. art. 2231, 2240, 2241, 2244 (interruption). Neither a reminder nor a formal notice interrupts it, not even
//! by registered post (Cass. com. 18 May 2022, n° 20-23.204). Read in November 2026.
//!
//! Once a court’s decision is enforceable, it is executed for ten years (CPCE art. L111-4, as lawyers and officers quote it, read
//! 30 November 2026; for the titles of art. L111-3 1° to 3°: the title an officer gives in a simplified procedure is none of
//! them, and leaves the time as it was). Each interruption starts ten years again (C. civ. art. 2231). Interest that falls due
//! after the decision keeps the time of the claim (recalled, to be checked). Against a public body four years go on being
//! counted: whether a decision makes them ten is not known here.

use chrono::{Datelike, Months, NaiveDate};

use super::party::DebtorKind;

/// Years to sue for, by what the debtor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LimitationPeriod {
    /// Five years between professionals.
    Business,
    /// Two years against a consumer; no contract can make it longer (C. conso. art. L218-1).
    Consumer,
    /// Four years against a public body, from 1 January of the year after.
    Public,
    /// Ten years to enforce the decision of a court (CPCE art. L111-4).
    Title,
}

/// A dated fact that may start the time again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitationEvent {
    /// What happened.
    pub kind: LimitationEventKind,
    /// When.
    pub date: NaiveDate,
}

/// What may start the time again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LimitationEventKind {
    /// The debtor owned to the debt: e-mail, request for time (C. civ. art. 2240).
    Acknowledgement,
    /// The debtor paid a part, which owns to the rest (C. civ. art. 2240).
    PartPayment,
    /// The debtor signed a payment plan (C. civ. art. 2240).
    SignedPlan,
    /// A claim was brought before a court (C. civ. art. 2241).
    CourtClaim,
    /// A protective or enforcement measure was taken (C. civ. art. 2244).
    Enforcement,
    /// A court’s decision became enforceable: the period is that of the title from then on (CPCE art. L111-4).
    Title,
    /// A reminder: changes nothing.
    Reminder,
    /// A formal notice: changes nothing.
    FormalNotice,
}

impl LimitationEventKind {
    /// A full new period starts.
    #[must_use]
    pub fn interrupts(self) -> bool {
        !matches!(self, Self::Reminder | Self::FormalNotice)
    }
}

/// When a claim can no longer be sued for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limitation {
    /// Which period.
    pub period: LimitationPeriod,
    /// Day the time started to run.
    pub starts: NaiveDate,
    /// The last fact that started it again.
    pub restarted: Option<LimitationEvent>,
    /// Last day of the period.
    pub expires: NaiveDate,
}

/// How near the end is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nearness {
    /// More than a year.
    Far,
    /// Twelve months or less.
    Year,
    /// Six months or less.
    HalfYear,
    /// Three months or less.
    Quarter,
    /// Past: the debtor may refuse to pay.
    Expired,
}

impl LimitationPeriod {
    /// The period against a debtor; one of unknown kind has the shortest.
    #[must_use]
    pub fn of(kind: DebtorKind) -> Self {
        match kind {
            DebtorKind::Business => Self::Business,
            DebtorKind::Public => Self::Public,
            DebtorKind::Consumer | DebtorKind::Unknown => Self::Consumer,
        }
    }

    /// Its length.
    #[must_use]
    pub fn years(self) -> u32 {
        match self {
            Self::Business => 5,
            Self::Consumer => 2,
            Self::Public => 4,
            Self::Title => 10,
        }
    }

    fn expires(self, starts: NaiveDate) -> NaiveDate {
        let starts = match self {
            // From 1 January after: four whole years end on 31 December.
            Self::Public => NaiveDate::from_ymd_opt(starts.year(), 12, 31).unwrap_or(starts),
            Self::Business | Self::Consumer | Self::Title => starts,
        };
        starts.checked_add_months(Months::new(12 * self.years())).unwrap_or(NaiveDate::MAX)
    }

    /// When a claim expires whose time started on a day, after what happened since, in any order. The same day so many
    /// years later, 28 February for the 29th; what happens after the time is over does not bring it back, but for the decision of
    /// a court, which has a time of its own.
    ///
    /// ```
    /// use relance::base::dates::parse_iso;
    /// use relance::domain::limitation::LimitationPeriod;
    /// let limitation = LimitationPeriod::Consumer.limitation(parse_iso("2024-02-29")?, []);
    /// assert_eq!(limitation.expires, parse_iso("2026-02-28")?);
    /// # Ok::<(), relance::base::DateError>(())
    /// ```
    #[must_use]
    pub fn limitation(
        self,
        starts: NaiveDate,
        events: impl IntoIterator<Item = LimitationEvent>,
    ) -> Limitation {
        let interrupting = events.into_iter().filter(|event| event.kind.interrupts());
        let ordered = crate::base::order::in_order(interrupting, |event| event.date);
        let mut limitation =
            Limitation { period: self, starts, restarted: None, expires: self.expires(starts) };
        for event in ordered.into_iter().filter(|event| starts <= event.date) {
            let is_title = event.kind == LimitationEventKind::Title && self != Self::Public;
            if is_title {
                limitation.period = Self::Title;
            }
            if is_title || event.date <= limitation.expires {
                limitation.restarted = Some(event);
                limitation.expires = limitation.period.expires(event.date);
            }
        }
        limitation
    }
}

impl Limitation {
    /// How near its end is on a day.
    #[must_use]
    pub fn nearness(&self, today: NaiveDate) -> Nearness {
        nearness(self.expires, today)
    }
}

/// How near the last day of a period is on a day.
#[must_use]
pub fn nearness(expires: NaiveDate, today: NaiveDate) -> Nearness {
    let within =
        |months| expires.checked_sub_months(Months::new(months)).is_some_and(|threshold| threshold <= today);
    if expires < today {
        Nearness::Expired
    } else if within(3) {
        Nearness::Quarter
    } else if within(6) {
        Nearness::HalfYear
    } else if within(12) {
        Nearness::Year
    } else {
        Nearness::Far
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    #[test]
    fn a_public_body_is_free_after_four_whole_years() {
        let limitation = LimitationPeriod::Public.limitation(day("2022-03-15"), []);
        assert_eq!(limitation.expires, day("2026-12-31"));
    }

    #[test]
    fn a_title_is_enforced_for_ten_years_each_time() {
        let event = |kind, date: &str| LimitationEvent { kind, date: day(date) };
        let title = event(LimitationEventKind::Title, "2027-03-12");
        let of = |period: LimitationPeriod, events: &[LimitationEvent]| {
            let known = period.limitation(day("2026-03-15"), events.iter().copied());
            (known.period, known.expires, known.restarted)
        };
        for period in [LimitationPeriod::Business, LimitationPeriod::Consumer] {
            let known = of(period, &[title]);
            assert_eq!(known, (LimitationPeriod::Title, day("2037-03-12"), Some(title)));
        }
        let seized = event(LimitationEventKind::Enforcement, "2036-06-01");
        let known = of(LimitationPeriod::Business, &[seized, title]);
        assert_eq!(known, (LimitationPeriod::Title, day("2046-06-01"), Some(seized)));
        let late = event(LimitationEventKind::PartPayment, "2037-03-13");
        assert_eq!(of(LimitationPeriod::Business, &[title, late]).2, Some(title), "too late for it");
        // A claim brought in time may be decided on after the time it would have had.
        let decided = event(LimitationEventKind::Title, "2029-01-10");
        assert_eq!(of(LimitationPeriod::Consumer, &[decided]).1, day("2039-01-10"));
        let public = of(LimitationPeriod::Public, &[title]);
        assert_eq!((public.0, public.1), (LimitationPeriod::Public, day("2031-12-31")));
    }

    #[test]
    fn alerts_come_at_twelve_six_and_three_months() {
        let limitation = LimitationPeriod::Business.limitation(day("2021-11-22"), []);
        for (today, nearness) in [
            ("2025-11-21", Nearness::Far),
            ("2025-11-22", Nearness::Year),
            ("2026-05-22", Nearness::HalfYear),
            ("2026-08-22", Nearness::Quarter),
            ("2026-11-22", Nearness::Quarter),
            ("2026-11-23", Nearness::Expired),
        ] {
            assert_eq!(limitation.nearness(day(today)), nearness, "{today}");
        }
    }
}
