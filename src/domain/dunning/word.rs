//! Words given: what the promises about a case mean for it on a day (LAD-9).

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::super::case_file::CaseFile;
use super::super::circumstance::{Circumstance, CircumstanceKind, GRACE_DAYS, PromiseState};
use super::super::event::Channel;
use super::super::movement::received_between;
use super::conduct;
use super::why::Promised;
use crate::base::{Amount, dates};

/// The promise a case stands on.
pub(super) enum Word {
    /// One runs: nothing is asked for until its day and the grace after it are over.
    Running(Promised),
    /// One was not kept, and nobody has said so yet.
    Broken(Promised),
}

struct Promise<'a> {
    one: &'a Circumstance,
    state: PromiseState,
    amount: Amount,
    by: NaiveDate,
    who: &'a str,
    channel: Channel,
}

/// What the promises about a case come to.
///
/// One that was not kept is over once the client was asked again, promised anew, or paid it late. Of several sums agreed
/// on together, one that was not kept ends the truce for all of them.
pub(super) fn word(case: &CaseFile, today: NaiveDate) -> Option<Word> {
    if case.circumstances.is_empty() {
        return None;
    }
    let all: Vec<Promise<'_>> = case.promises(today).filter_map(promise).collect();
    let broken =
        || all.iter().filter(|one| one.state == PromiseState::Broken && !paid_late(case, one, today));
    let is_over = |one: &Promise<'_>| {
        let asked = case
            .events
            .iter()
            .any(|event| one.broken_on() <= event.date && event.date <= today && conduct::counts(event.step));
        asked || all.iter().any(|later| one.one.date < later.one.date && one.by < later.one.date)
    };
    if let Some(one) = broken().filter(|one| !is_over(one)).max_by_key(|one| (one.by, one.one.id)) {
        return Some(Word::Broken(promised(one, &all)));
    }
    let running = all.iter().filter(|one| one.state == PromiseState::Running);
    let stands = |one: &&Promise<'_>| broken().all(|broken| broken.one.date != one.one.date);
    let first = running.filter(stands).min_by_key(|one| (one.by, one.one.id))?;
    Some(Word::Running(promised(first, &all)))
}

/// How many promised sums come within so many days.
#[must_use]
pub fn promises_within(case: &CaseFile, today: NaiveDate, days: u32) -> usize {
    let end = dates::add_days(today, days);
    case.promises(today)
        .filter_map(promise)
        .filter(|one| one.state == PromiseState::Running && today <= one.by && one.by <= end)
        .count()
}

impl Promise<'_> {
    fn broken_on(&self) -> NaiveDate {
        dates::add_days(self.by, GRACE_DAYS + 1)
    }
}

fn promise((one, state): (&Circumstance, PromiseState)) -> Option<Promise<'_>> {
    let CircumstanceKind::Promise { amount, by, ref who, channel } = one.kind else { return None };
    Some(Promise { one, state, amount, by, who, channel })
}

/// What was promised came after all, since then.
fn paid_late(case: &CaseFile, promise: &Promise<'_>, today: NaiveDate) -> bool {
    promise.amount <= received_between(&case.movements, promise.one.date, today, today)
}

fn promised(one: &Promise<'_>, all: &[Promise<'_>]) -> Promised {
    let together = || {
        all.iter().filter(|other| other.one.date == one.one.date && other.state != PromiseState::Withdrawn)
    };
    let broken: BTreeSet<NaiveDate> = all
        .iter()
        .filter(|other| other.state == PromiseState::Broken && other.one.date < one.one.date)
        .map(|other| other.one.date)
        .collect();
    let before = together().filter(|other| (other.by, other.one.id) < (one.by, one.one.id)).count();
    Promised {
        amount: one.amount,
        by: one.by,
        who: one.who.to_owned(),
        channel: one.channel,
        of: (before + 1, together().count().max(before + 1)),
        rest: Amount::ZERO,
        broken: broken.len(),
    }
}
