//! Time to pay that was granted: reminders pause for that reason until a day.

use chrono::NaiveDate;

use super::case_file::CaseFile;
use super::circumstance::{Circumstance, CircumstanceKind, PauseCause};

/// The time granted that lasts longest of what runs on a day: when it was granted, and its last day. None where a dispute was
/// opened or settled since: what was agreed about that is newer.
#[must_use]
pub fn running(case: &CaseFile, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let open = case.open_circumstances(today).filter_map(|one| Some((one.date, until(one)?)));
    let (on, until) = open.max_by_key(|(_, until)| *until)?;
    let is_newer = |one: &Circumstance| {
        one.date <= today
            && one.life().is_some()
            && (one.is_open(today) || one.ended.is_some_and(|end| on < end))
    };
    (!case.circumstances.iter().any(is_newer)).then_some((on, until))
}

/// The last day of the time that was granted last, where it had its time and is over on a day.
#[must_use]
pub fn over(case: &CaseFile, today: NaiveDate) -> Option<NaiveDate> {
    let granted = case.circumstances.iter().filter(|one| one.date <= today);
    let until = granted
        .filter_map(|one| until(one).filter(|until| one.ended.is_none_or(|ended| *until < ended)))
        .max();
    until.filter(|until| *until < today)
}

fn until(one: &Circumstance) -> Option<NaiveDate> {
    match one.kind {
        CircumstanceKind::Pause { cause: PauseCause::Granted, until } => Some(until),
        _ => None,
    }
}
