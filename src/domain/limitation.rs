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
//!
//! A mediation or conciliation the parties agree on after the quarrel arose suspends the time, from the day of the written
//! agreement or, failing one, of the first meeting; once it is said to be over the time goes on, for six months at least
//! (C. civ. art. 2238; law reference, read in September 2026). The ten years of a title and the four against a public body are
//! not lengthened here, which is cautious.

use chrono::{Datelike, Months, NaiveDate};

use super::party::DebtorKind;
use crate::base::dates;

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
    /// A title that is no court’s: changes nothing as far as is known.
    OtherTitle,
    /// A mediation or conciliation began: the time stands still (C. civ. art. 2238).
    AmicableBegun,
    /// It was said to be over: the time goes on, for six months at least (C. civ. art. 2238).
    AmicableEnded,
    /// A reminder: changes nothing.
    Reminder,
    /// A formal notice: changes nothing.
    FormalNotice,
}

impl LimitationEventKind {
    /// A full new period starts.
    #[must_use]
    pub fn interrupts(self) -> bool {
        !matches!(
            self,
            Self::OtherTitle
                | Self::AmicableBegun
                | Self::AmicableEnded
                | Self::Reminder
                | Self::FormalNotice
        )
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
    /// The mediation or conciliation that last held the time, where one did.
    pub suspended: Option<Suspension>,
    /// Last day of the period.
    pub expires: NaiveDate,
}

/// A time a mediation or conciliation held limitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// Day it began.
    pub since: NaiveDate,
    /// Day it was said to be over; none while it goes on.
    pub until: Option<NaiveDate>,
}

/// Months that are left at least once a mediation is over (C. civ. art. 2238).
const LEFT_AFTER: Months = Months::new(6);

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
        // Of one day, what ends a mediation comes after all else.
        let place = |event: &LimitationEvent| (event.date, event.kind == LimitationEventKind::AmicableEnded);
        let ordered = crate::base::order::in_order(events, place);
        let expires = self.expires(starts);
        let mut limitation = Limitation { period: self, starts, restarted: None, suspended: None, expires };
        let mut held = None;
        for event in ordered.into_iter().filter(|event| starts <= event.date) {
            match event.kind {
                LimitationEventKind::AmicableBegun => limitation.hold(event.date, &mut held),
                LimitationEventKind::AmicableEnded => limitation.release(event.date, &mut held),
                kind if kind.interrupts() => limitation.interrupt(event, &mut held),
                _ => {}
            }
        }
        limitation
    }

    /// The same as it stands on a day: what goes on then holds the time until that day at least.
    #[must_use]
    pub fn limitation_on(
        self,
        starts: NaiveDate,
        events: impl IntoIterator<Item = LimitationEvent>,
        today: NaiveDate,
    ) -> Limitation {
        let mut events: Vec<_> = events.into_iter().collect();
        let known = self.limitation(starts, events.iter().copied());
        if known.suspended.is_none_or(|held| held.until.is_some()) {
            return known;
        }
        events.push(LimitationEvent { kind: LimitationEventKind::AmicableEnded, date: today });
        Limitation { suspended: known.suspended, ..self.limitation(starts, events) }
    }
}

impl Limitation {
    /// The time stands still from a day on, as long as it is not over and stands still already. `held` is the day from which it
    /// is not counted.
    fn hold(&mut self, on: NaiveDate, held: &mut Option<NaiveDate>) {
        let is_counted = matches!(self.period, LimitationPeriod::Business | LimitationPeriod::Consumer);
        if is_counted && held.is_none() && on <= self.expires {
            *held = Some(on);
            self.suspended = Some(Suspension { since: on, until: None });
        }
    }

    /// It goes on after a day: what it stood still for is added, and six months are left at least.
    fn release(&mut self, on: NaiveDate, held: &mut Option<NaiveDate>) {
        let Some(since) = held.take() else { return };
        let added = dates::add_days(self.expires, u32::try_from((on - since).num_days()).unwrap_or(0));
        let least = on.checked_add_months(LEFT_AFTER).unwrap_or(NaiveDate::MAX);
        self.expires = added.max(least);
        self.suspended = self.suspended.map(|known| Suspension { until: Some(on), ..known });
    }

    /// It starts again, as long as it is not over; a decision opens a time of its own, whenever it comes.
    fn interrupt(&mut self, event: LimitationEvent, held: &mut Option<NaiveDate>) {
        let is_title = event.kind == LimitationEventKind::Title && self.period != LimitationPeriod::Public;
        if is_title {
            self.period = LimitationPeriod::Title;
            *held = None;
            self.suspended = None;
        }
        if is_title || held.is_some() || event.date <= self.expires {
            self.restarted = Some(event);
            self.expires = self.period.expires(event.date);
            // What stands still does so with the whole new time before it.
            *held = held.map(|_| event.date);
        }
    }

    /// What a claim in court that began on a day in time changes: the interruption lasts until the decision, or until today while
    /// there is none (C. civ. art. 2242).
    #[must_use]
    pub fn lasting(self, since: NaiveDate, until: NaiveDate) -> Self {
        let in_time = self.restarted.is_some_and(|event| since <= event.date);
        if !in_time || self.period == LimitationPeriod::Title {
            return self;
        }
        Self { expires: self.expires.max(self.period.expires(until)), ..self }
    }

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
    fn a_claim_in_court_interrupts_until_it_is_decided() {
        let claimed = LimitationEvent { kind: LimitationEventKind::CourtClaim, date: day("2024-06-01") };
        let known = LimitationPeriod::Consumer.limitation(day("2023-03-15"), [claimed]);
        assert_eq!(known.expires, day("2026-06-01"));
        assert_eq!(known.lasting(claimed.date, day("2026-11-30")).expires, day("2028-11-30"));
        // Brought too late, it interrupts nothing.
        let late = LimitationPeriod::Consumer.limitation(day("2022-03-15"), [claimed]);
        assert_eq!(late.lasting(claimed.date, day("2026-11-30")), late);
    }

    #[test]
    fn a_mediation_that_goes_on_holds_the_time() {
        let event = |kind, date: &str| LimitationEvent { kind, date: day(date) };
        let begun = event(LimitationEventKind::AmicableBegun, "2026-02-01");
        let on = |period: LimitationPeriod, today: &str| {
            let known = period.limitation_on(day("2024-03-01"), [begun], day(today));
            (known.expires, known.suspended)
        };
        let open = Some(Suspension { since: begun.date, until: None });
        // A month was left: six are, whenever it ends.
        assert_eq!(on(LimitationPeriod::Consumer, "2026-02-01"), (day("2026-08-01"), open));
        assert_eq!(on(LimitationPeriod::Consumer, "2026-11-30"), (day("2027-05-30"), open));
        // Years were left: they wait.
        assert_eq!(on(LimitationPeriod::Business, "2026-11-30").0, day("2029-12-28"));
        assert_eq!(on(LimitationPeriod::Public, "2026-11-30"), (day("2028-12-31"), None));
        let late = event(LimitationEventKind::AmicableBegun, "2026-03-02");
        let known = LimitationPeriod::Consumer.limitation_on(day("2024-03-01"), [late], day("2026-11-30"));
        assert_eq!((known.expires, known.suspended), (day("2026-03-01"), None), "too late for it");
        // What interrupts meanwhile starts a whole time, that begins to run at the end.
        let paid = event(LimitationEventKind::PartPayment, "2026-10-01");
        let ended = event(LimitationEventKind::AmicableEnded, "2026-10-31");
        let known = LimitationPeriod::Consumer.limitation(day("2024-03-01"), [ended, paid, begun]);
        assert_eq!((known.expires, known.restarted), (day("2028-10-31"), Some(paid)));
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
