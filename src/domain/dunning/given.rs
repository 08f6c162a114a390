//! Reasons a client gave for not paying (*motifs*): how often each, and what became of it: paid how many days later, after
//! which contact.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::case_file::CaseFile;
use super::super::circumstance::{CircumstanceKind, Unpaid};
use super::super::claim::Claim;
use super::super::event::Step;
use super::habits::median;
use crate::base::dates;

/// A reason with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Which.
    pub reason: Unpaid,
    /// How often it was given.
    pub times: usize,
    /// After how many of these the principal was settled by payments.
    pub paid: usize,
    /// Median of the days from the reason to that.
    pub days: Option<i64>,
    /// The contact that most often was the last one before the money, with how often; none where none was made in between.
    pub worked: Option<(Step, usize)>,
}

/// What is known of one reason so far.
#[derive(Default)]
struct Known {
    times: usize,
    days: Vec<i64>,
    last: Vec<(Step, usize)>,
}

/// The reasons given in some cases of one client, with their claims on one day: the most frequent first.
#[must_use]
pub fn given<'a>(cases: impl IntoIterator<Item = (&'a CaseFile, &'a Claim)>, today: NaiveDate) -> Vec<Given> {
    let mut all: BTreeMap<usize, Known> = BTreeMap::new();
    for (case, claim) in cases {
        let settled = claim.settled_on.filter(|_| claim.principal_left.is_zero() && claim.paid.is_positive());
        for one in case.circumstances.iter().filter(|one| one.date <= today) {
            let CircumstanceKind::Unpaid(reason) = one.kind else { continue };
            let place = Unpaid::ALL.iter().position(|known| *known == reason).unwrap_or_default();
            let known = all.entry(place).or_default();
            known.times += 1;
            let Some(on) = settled.filter(|on| one.date <= *on) else { continue };
            known.days.push(dates::days_between(one.date, on));
            let between = case.events.iter().filter(|event| one.date < event.date && event.date <= on);
            if let Some(last) = between.max_by_key(|event| (event.date, event.id)) {
                match known.last.iter_mut().find(|(step, _)| *step == last.step) {
                    Some((_, count)) => *count += 1,
                    None => known.last.push((last.step, 1)),
                }
            }
        }
    }
    let reasons = all.into_iter().filter_map(|(place, known)| Some((Unpaid::ALL.get(place)?, known)));
    let mut given: Vec<Given> = reasons
        .map(|(reason, mut known)| {
            known.days.sort_unstable();
            // Of several as frequent, the first one counts.
            known.last.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            Given {
                reason: *reason,
                times: known.times,
                paid: known.days.len(),
                days: median(&known.days),
                worked: known.last.first().copied(),
            }
        })
        .collect();
    given.sort_by_key(|one| std::cmp::Reverse(one.times));
    given
}
