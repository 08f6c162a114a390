//! A close watch (*suivi rapproché*): a case the user chose to follow up every working day, within the contact budget. It
//! stops by itself at the first sign of life: an answer, a promise, something contested, an agreement, money. Nothing is
//! asked of the user to stop it, so that nobody who answered is pressed once more.

use chrono::NaiveDate;

use super::super::case_file::CaseFile;
use super::super::circumstance::{Circumstance, CircumstanceKind};
use super::super::movement::MovementKind;
use super::conduct;
use crate::base::dates::next_day;

/// What stopped a close watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stop {
    /// The client answered, or asked for time.
    Answered,
    /// The client promised to pay.
    Promised,
    /// The client contests something.
    Disputed,
    /// A plan, an offer or an acknowledgement was agreed to.
    Agreed,
    /// Money came.
    Paid,
    /// Its last day is past.
    Over,
    /// The user ended it.
    Ended,
}

/// Where a close watch stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WatchState {
    /// Nothing was heard of the client.
    Running,
    /// It is over.
    Stopped {
        /// Since which day.
        on: NaiveDate,
        /// By what.
        by: Stop,
    },
}

/// A close watch that runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watch {
    /// Since when.
    pub since: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// Contacts made since.
    pub contacts: usize,
}

/// Where a close watch stands; none where the circumstance is something else. What happened on its first day stops it too:
/// who answers on a day is not asked again on that day.
#[must_use]
pub fn state(case: &CaseFile, one: &Circumstance, today: NaiveDate) -> Option<WatchState> {
    let CircumstanceKind::CloseWatch { until } = one.kind else { return None };
    let over = (until < today).then(|| (next_day(until), Stop::Over));
    let ended = one.ended.map(|day| (day, Stop::Ended));
    let heard = learnt(case, one).chain(said(case, one)).chain(done(case, one));
    let stops = heard.chain(over).chain(ended).filter(|(day, _)| *day <= today);
    Some(
        stops
            .min_by_key(|(day, _)| *day)
            .map_or(WatchState::Running, |(on, by)| WatchState::Stopped { on, by }),
    )
}

/// The close watch that runs on a day, the last one where there are several.
#[must_use]
pub fn running(case: &CaseFile, today: NaiveDate) -> Option<Watch> {
    let runs =
        |one: &&Circumstance| one.date <= today && state(case, one, today) == Some(WatchState::Running);
    let one = case.circumstances.iter().filter(runs).max_by_key(|one| (one.date, one.id))?;
    let CircumstanceKind::CloseWatch { until } = one.kind else { return None };
    let made = |day: NaiveDate| one.date <= day && day <= today;
    let contacts = case.events.iter().filter(|event| made(event.date) && conduct::counts(event.step)).count();
    Some(Watch { since: one.date, until, contacts })
}

/// A contact on a day was part of a close watch: it neither waits for the ladder nor makes it wait.
#[must_use]
pub fn covers(case: &CaseFile, day: NaiveDate) -> bool {
    case.circumstances.iter().any(|one| {
        let until = match one.kind {
            CircumstanceKind::CloseWatch { until } => one.ended.map_or(until, |ended| ended.min(until)),
            _ => return false,
        };
        one.date <= day && day <= until
    })
}

/// What was learnt of the client since.
fn learnt(case: &CaseFile, watch: &Circumstance) -> impl Iterator<Item = (NaiveDate, Stop)> {
    let start = (watch.date, watch.id);
    let since = case.circumstances.iter().filter(move |one| start < (one.date, one.id));
    since.filter_map(|one| {
        let stop = match one.kind {
            CircumstanceKind::Promise { .. } => Stop::Promised,
            CircumstanceKind::Dispute { .. } => Stop::Disputed,
            CircumstanceKind::Proposal { .. }
            | CircumstanceKind::Unpaid(_)
            | CircumstanceKind::Pause { .. }
            | CircumstanceKind::LifeCycle(206..=208 | 210..=212) => Stop::Answered,
            CircumstanceKind::LifeCycle(_)
            | CircumstanceKind::Suspension { .. }
            | CircumstanceKind::CloseWatch { .. } => return None,
        };
        Some((one.date, stop))
    })
}

/// Calls that were answered since.
fn said(case: &CaseFile, watch: &Circumstance) -> impl Iterator<Item = (NaiveDate, Stop)> {
    let since = watch.date;
    let answered = case.events.iter().filter(move |event| {
        since <= event.date && event.call.as_ref().is_some_and(|call| call.outcome.wants_recap())
    });
    answered.map(|event| (event.date, Stop::Answered))
}

/// Money received and what was agreed on since.
fn done(case: &CaseFile, watch: &Circumstance) -> impl Iterator<Item = (NaiveDate, Stop)> {
    let since = watch.date;
    let paid = case.movements.iter().filter(|one| one.kind == MovementKind::Payment);
    let paid = paid.map(|one| (one.date, Stop::Paid));
    let acts = case.acts.iter().filter(|act| act.kind.owns_to_debt()).map(|act| (act.date, Stop::Agreed));
    let offers = case.offers.iter().filter_map(|offer| Some((offer.accepted?, Stop::Agreed)));
    paid.chain(acts).chain(offers).filter(move |(day, _)| since <= *day)
}
