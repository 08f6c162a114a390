//! Advice (*conseil*): the way out that is expected to bring most for what it costs, on which assumption that turns, and what
//! would bring more once something else is done.
//!
//! Never advised: a way that is not open, of which a condition is not known, that could cost more than it may bring, whose own
//! cost would reach the stop line, or that is expected to bring nothing. What was agreed on, or is under way, comes before all
//! of them.
//!
//! What was spent before is spent whatever is done now: no advice turns on it. Each way is judged by what it still costs and
//! what it may still bring, and the stop line is held against the former.

use chrono::NaiveDate;

use super::super::assumptions::Assumptions;
use super::super::cost::Level;
use super::super::party::DebtorKind;
use super::condition::{Availability, Condition};
use super::prospect::{Prospect, Range};
use super::route::{Nature, RecoveryRoute};
use super::situation::Situation;
use crate::base::{Amount, Currency, Percent};

/// Points of chance by which two ways are about as good.
const NEAR_POINTS: u8 = 1;

/// What an advice turns on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Below this chance of a way, another is better.
    Below {
        /// Chance of the way advised.
        chance: Percent,
        /// What would be better then.
        to: RecoveryRoute,
    },
    /// Below this chance of any way through a court, another is better: what moves the chance of one moves that of all.
    CourtsBelow {
        /// Chance of the way advised.
        chance: Percent,
        /// What would be better then, without a court.
        to: RecoveryRoute,
    },
    /// Another way is expected to bring about as much.
    Near {
        /// Which way.
        to: RecoveryRoute,
    },
    /// From this chance of a way on, it would be advised.
    From {
        /// Its chance.
        chance: Percent,
        /// Which way.
        to: RecoveryRoute,
    },
    /// With a stop line above this share, a way would be advised.
    Line {
        /// Share of what is still to come, in whole per cent.
        share: Percent,
        /// Which way.
        to: RecoveryRoute,
    },
    /// It holds at any chance.
    Steady,
}

/// What to do about a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Advice {
    /// Nothing is owed.
    Settled,
    /// What is under way comes first: see [`Situation::engaged`].
    Engaged,
    /// Nothing is late before the end of this day.
    NotLate(NaiveDate),
    /// The time to sue was over on this day: nothing can be claimed any more.
    Expired(NaiveDate),
    /// The claim is not in euros, as costs are, and nobody said what its currency is worth.
    OtherCurrency,
    /// Take a way.
    Take {
        /// Which.
        route: RecoveryRoute,
        /// What to expect of it.
        net: Range,
        /// What it would most likely add to what was spent, in euros, own time with it.
        adds: Amount,
        /// On what that turns.
        turn: Turn,
        /// What would bring more, once this was done or this question answered.
        then: Option<(RecoveryRoute, Condition)>,
    },
    /// No way is open that is worth it; one is once this was done, or may be once this question was answered.
    Prepare {
        /// Which way.
        route: RecoveryRoute,
        /// What is to be done first, where [`Condition::is_step`]; the question otherwise.
        first: Condition,
        /// What to expect of it.
        net: Range,
        /// On what that turns.
        turn: Turn,
    },
    /// Stop spending.
    Stop {
        /// On what that turns.
        turn: Turn,
    },
}

/// A way that would bring more than the one advised, and is passed over because what it costs would reach the stop line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beyond {
    /// Which.
    pub route: RecoveryRoute,
    /// What to expect of it.
    pub net: Range,
    /// What it would most likely add to what was spent, in euros.
    pub adds: Amount,
    /// What was spent so far, in euros: shown beside, and no reason for or against.
    pub spent: Amount,
    /// Where the user drew the line.
    pub limit: Amount,
}

/// The best way the stop line keeps from being advised, where it would bring more than the advice does. Where the advice is to
/// stop, that is what it turns on.
#[must_use]
pub fn beyond(
    at: &Situation,
    prospects: &[Prospect],
    assumptions: &Assumptions,
    advice: &Advice,
) -> Option<Beyond> {
    let (Advice::Take { net: advised, .. } | Advice::Prepare { net: advised, .. }) = advice else {
        return None;
    };
    let is_passed_over = |one: &&Prospect| {
        !matches!(one.availability, Availability::Closed(_))
            && one.facts.advisable
            && one.is_within_claim()
            && advised.expected < expected(one)
            && !is_within_line(one, at, assumptions)
    };
    let one = best(prospects.iter().filter(is_passed_over))?;
    Some(Beyond {
        route: one.route,
        net: one.net?,
        adds: one.fixed.expected,
        spent: at.spent,
        limit: assumptions.stop_line().of(at.at_stake),
    })
}

/// The advice for a situation, from its prospects.
#[must_use]
pub fn advice(at: &Situation, prospects: &[Prospect], assumptions: &Assumptions) -> Advice {
    if at.engaged.is_some() && !at.enforces() {
        return Advice::Engaged;
    }
    if !at.claimed().is_positive() {
        return if at.today <= at.due { Advice::NotLate(at.due) } else { Advice::Settled };
    }
    if let Some(expired) = at.expired().filter(|_| at.debtor != DebtorKind::Unknown) {
        return Advice::Expired(expired);
    }
    if at.currency != Currency::EUR {
        return Advice::OtherCurrency;
    }
    let worthy = |prospect: &&Prospect| is_worthy(prospect, at, assumptions);
    let open = || prospects.iter().filter(|one| one.availability == Availability::Open);
    let later = || {
        prospects.iter().filter(worthy).filter_map(|one| match one.availability {
            // Which court is asked, and how, turns on what the debtor is: that is said before anything is done about suing.
            Availability::After(_) | Availability::ToCheck(_) if at.asks_kind(one.route) => {
                Some((one, Condition::KindKnown))
            }
            // Only a title waits to be enforced then, which is a way of its own.
            Availability::After(
                Condition::Free | Condition::Unheld | Condition::RestFree | Condition::Ready,
            ) => None,
            Availability::After(first) | Availability::ToCheck(first) => Some((one, first)),
            _ => None,
        })
    };
    let next = later().max_by_key(|(one, _)| expected(one));
    let Some(best) = best(open().filter(worthy)) else {
        return match next {
            Some((one, first)) => Advice::Prepare {
                route: one.route,
                first,
                net: one.net.unwrap_or_default(),
                turn: turn(
                    one,
                    self::best(later().map(|(other, _)| other).filter(|other| differs(one, other))),
                ),
            },
            None => Advice::Stop { turn: way_on(at, open(), assumptions) },
        };
    };
    let second = self::best(open().filter(worthy).filter(|one| differs(best, one)));
    Advice::Take {
        route: best.route,
        net: best.net.unwrap_or_default(),
        adds: best.fixed.expected,
        turn: turn(best, second),
        then: next.filter(|(one, _)| expected(best) < expected(one)).map(|(one, first)| (one.route, first)),
    }
}

/// It may be advised as soon as it is open.
fn is_worthy(prospect: &Prospect, at: &Situation, assumptions: &Assumptions) -> bool {
    prospect.facts.advisable
        && expected(prospect).is_positive()
        && prospect.is_within_claim()
        && is_within_line(prospect, at, assumptions)
}

/// What it would most likely cost stays below the stop line.
fn is_within_line(prospect: &Prospect, at: &Situation, assumptions: &Assumptions) -> bool {
    assumptions.level(prospect.fixed.expected, at.at_stake) != Level::Stop
}

fn expected(prospect: &Prospect) -> Amount {
    prospect.net.unwrap_or_default().expected
}

/// The first of those expected to bring most: what costs less trouble comes first in the list.
fn best<'a>(prospects: impl Iterator<Item = &'a Prospect>) -> Option<&'a Prospect> {
    prospects.reduce(|best, other| if expected(best) < expected(other) { other } else { best })
}

/// Another way, for another chance: a client who cannot pay pays neither of two judges, so that beside a court it is one that
/// asks none.
fn differs(best: &Prospect, one: &Prospect) -> bool {
    match best.route.nature() {
        Nature::Court => one.route.nature() != Nature::Court,
        _ => one.route != best.route,
    }
}

/// Below which chance another way, or stopping, would be better.
fn turn(best: &Prospect, second: Option<&Prospect>) -> Turn {
    let (to, wanted) =
        second.map_or((RecoveryRoute::WriteOff, Amount::ZERO), |one| (one.route, expected(one)));
    match best.chance_for(wanted) {
        Some(chance) if second.is_some() && best.chance.value.value() <= chance.value() + NEAR_POINTS => {
            Turn::Near { to }
        }
        Some(chance) if Percent::ZERO < chance && best.route.seeks_title() => {
            Turn::CourtsBelow { chance, to }
        }
        Some(chance) if Percent::ZERO < chance => Turn::Below { chance, to },
        _ => Turn::Steady,
    }
}

/// What would have to be otherwise for a way to be advised: the stop line, or a chance.
fn way_on<'a>(at: &Situation, open: impl Iterator<Item = &'a Prospect>, assumptions: &Assumptions) -> Turn {
    let known: Vec<&Prospect> = open
        .filter(|one| one.facts.advisable && one.is_within_claim() && one.recovered.is_positive())
        .collect();
    let beyond = || known.iter().copied().filter(|one| expected(one).is_positive());
    let needed = |one: &Prospect| needed_line(one.fixed.expected, at.at_stake);
    if beyond().next().is_some() {
        let share = beyond().filter_map(needed).min();
        let to = best(beyond().filter(|one| needed(one).is_some_and(|line| Some(line) <= share)));
        return share.zip(to).map_or(Turn::Steady, |(share, to)| Turn::Line { share, to: to.route });
    }
    let within = known.iter().filter(|one| is_within_line(one, at, assumptions));
    let chances = within.filter_map(|one| Some((one.chance_for(Amount::from_cents(1))?, one.route)));
    chances.min_by_key(|(chance, _)| *chance).map_or(Turn::Steady, |(chance, to)| Turn::From { chance, to })
}

/// The least stop line, in whole per cent, under which a sum spent would stay.
fn needed_line(spent: Amount, at_stake: Amount) -> Option<Percent> {
    (0..=100).map(Percent::nearest).find(|line| spent < line.of(at_stake))
}
