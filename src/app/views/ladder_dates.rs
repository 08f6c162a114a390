//! The ladder of one invoice in real dates: what is done, what is passed, what comes when.

use chrono::{NaiveDate, TimeDelta};

use crate::domain::case_file::CaseFile;
use crate::domain::claim::Claim;
use crate::domain::dunning::{
    Action, Hold, HoldCause, Ladder, Pace, Policy, Setting, Speed, What, applies, climb, next, plan,
};
use crate::domain::event::Step;
use crate::domain::party::Client;

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It was done on this day.
    Done(NaiveDate),
    /// Its day is over, and it was not done.
    Passed(NaiveDate),
    /// It comes on this day, if nothing else happens.
    Planned(NaiveDate),
    /// It waits, or is not to be done at all, while something keeps the ladder still: no day can be named.
    Held,
}

/// The ladder and the speed of a client that has none of its own.
#[must_use]
pub fn above_client(client: &Client, policy: &Policy) -> (Ladder, Speed) {
    (policy.ladder.clone().unwrap_or_default(), climb::usual_speed(client, policy))
}

/// The ladder and the speed of an invoice that has none of its own.
#[must_use]
pub fn above_invoice(case: &CaseFile, client: &Client, policy: &Policy, today: NaiveDate) -> (Ladder, Speed) {
    let plain = CaseFile { pace: Pace::default(), ..case.clone() };
    (climb::ladder(&plain, client, policy).into_owned(), climb::speed(&plain, client, policy, today))
}

/// What stands still the ladder of a case for good, as far as one can say: others decide about it, all of it is contested,
/// a signed plan is kept. A meeting only puts off its last step.
fn stops(hold: Hold) -> bool {
    match hold.cause {
        cause if cause.is_for_others() => true,
        HoldCause::Meeting => false,
        _ => hold.until.is_none(),
    }
}

/// The next action of a case says more than its ladder: it holds that, or comes before it.
#[must_use]
pub fn comes_first(action: &Action) -> bool {
    let is_of_ladder = matches!(action.what, What::Climb(_) | What::LookAgain | What::Nothing | What::Thank);
    action.hold.is_some() || !is_of_ladder
}

/// Every step of the ladder in effect, with where it stands on the day of the claim. What holds it without an end that is
/// known holds them all; what has its last day is waited for.
#[must_use]
pub fn ladder_dates(case: &CaseFile, claim: &Claim, setting: Setting<'_>) -> Vec<(Step, When)> {
    let Setting { client, policy, .. } = setting;
    let today = claim.as_of;
    let due = claim.first_unpaid_due().unwrap_or(case.invoice.due);
    let hold = next(case, claim, setting).hold;
    let is_held = setting.plan.is_some_and(|known| known.gives_time()) || hold.is_some_and(stops);
    let until = hold.and_then(|hold| hold.until);
    let planned = if is_held { Vec::new() } else { plan(case, claim, setting) };
    let (ladder, speed) = (climb::ladder(case, client, policy), climb::speed(case, client, policy, today));
    let of_rung = |step: Step, day: i32| {
        let done = case
            .events
            .iter()
            .filter(|event| event.step == step && event.date <= today)
            .map(|event| event.date);
        if let Some(done) = done.max() {
            return When::Done(done);
        }
        if let Some((_, day)) = planned.iter().find(|(known, _)| *known == step) {
            return When::Planned(*day);
        }
        let day = due.checked_add_signed(TimeDelta::days(speed.days(day).into())).unwrap_or(due);
        let day = policy.region.working_from(day);
        if is_held {
            When::Held
        } else if day < today {
            When::Passed(day)
        } else if until.is_some_and(|until| day <= until) {
            When::Held
        } else {
            When::Planned(day)
        }
    };
    // What comes before the due date has had its day, done or not; any other step that is not for this case has none.
    let has_day = |step: Step, when: When| match when {
        When::Done(_) => true,
        When::Passed(_) if !step.needs_lateness() => true,
        _ => applies(case, claim, setting, step),
    };
    let placed = ladder.rungs.iter().map(|rung| (rung.step, of_rung(rung.step, rung.day)));
    placed.filter(|(step, when)| has_day(*step, *when)).collect()
}
