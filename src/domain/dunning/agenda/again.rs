//! Calling again: on the day the client named, or on the one the user chose after a call that reached nobody.

use super::{ANSWER_DAYS, CaseFile, Event, Look, NaiveDate, Outcome, Step, dates, outcome};

/// Calls that reached nobody since anything else was said to the client.
#[must_use]
pub fn unanswered(case: &CaseFile, today: NaiveDate) -> usize {
    let mut known: Vec<&Event> = case.events.iter().filter(|event| event.date <= today).collect();
    known.sort_by_key(|event| (event.date, event.id));
    let reached_nobody = |event: &&&Event| outcome(event).is_some_and(Outcome::reached_nobody);
    known.iter().rev().take_while(reached_nobody).count()
}

/// Days for which a day the client named keeps the ladder from being climbed.
const NEAR_DAYS: u32 = 5;

impl Look<'_> {
    /// Who named a near day is not written to before it: once, since whoever names one day after another is written to.
    pub(super) fn waits_for_named(&self, on: NaiveDate, again: NaiveDate) -> bool {
        let known = || self.case.events.iter().filter(|event| event.date <= self.today);
        let is_call = |event: &Event| outcome(event).is_some_and(|outcome| !outcome.wants_recap());
        let heard = known().filter(|event| !is_call(event)).map(|event| (event.date, event.id)).max();
        let since = |event: &&Event| heard.is_none_or(|heard| heard < (event.date, event.id));
        let named = known().filter(since).filter(|event| outcome(event) == Some(Outcome::CallBack));
        again <= dates::add_days(on, NEAR_DAYS) && named.count() <= 1
    }

    /// The day the client named to be called again on, with the day it was named: it stands, whatever is tried before it,
    /// until somebody is spoken to, or until it came and something was tried on it or since.
    pub(super) fn day_named(&self, from: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let known = || self.case.events.iter().filter(|event| event.date <= self.today);
        let place = |event: &Event| (event.date, event.id);
        let asked =
            known().filter(|event| outcome(event) == Some(Outcome::CallBack)).max_by_key(|one| place(one))?;
        let named = asked.call.as_ref()?.again;
        let again = named.unwrap_or_else(|| self.setting.policy.region.next_working(asked.date));
        let settles = |event: &Event| {
            outcome(event).is_some_and(Outcome::wants_recap)
                || (again <= event.date && event.step != Step::Recap)
        };
        let is_settled = known().any(|event| place(asked) < place(event) && settles(event));
        (!is_settled && is_fresh(from, asked.date, again)).then_some((asked.date, again))
    }

    /// The day the user chose for calling again after a call that reached nobody, the last thing that happened; with the day
    /// of that call.
    pub(super) fn day_chosen(&self, from: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let event = self.last_event()?;
        let call = event.call.as_ref().filter(|call| call.outcome != Outcome::CallBack)?;
        let again = call.again?;
        is_fresh(from, event.date, again).then_some((event.date, again))
    }
}

/// A day to call again on, settled on some day before it, is not long past.
fn is_fresh(from: NaiveDate, on: NaiveDate, again: NaiveDate) -> bool {
    on < again && from <= dates::add_days(again, ANSWER_DAYS)
}
