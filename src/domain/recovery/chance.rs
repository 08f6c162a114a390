//! Chances (*chances*): how likely a way out is to bring the money, as a sum of parts that can each be shown. All of them are
//! assumptions: where the age of a claim comes in, two quoted figures with a straight line between them; where facts do, points
//! added or taken. The user’s own figure replaces the whole.

use serde::Deserialize;

use super::super::assumptions::Assumptions;
use super::super::circumstance::Unpaid;
use super::fact_file::{FactFile, RouteFacts};
use super::outlook::Outlook;
use super::route::{Nature, Quoted};
use super::situation::{Notice, Situation};
use crate::base::{Amount, Percent};

/// Days after the due date the first quoted figure is for, and the second.
pub(super) const THREE_MONTHS: i64 = 91;
pub(super) const YEAR: i64 = 365;
/// No proposed chance is beyond these, in per cent: nothing is certain.
const LEAST: i64 = 1;
const MOST: i64 = 95;
/// Reminders after which one more is in vain.
const MANY_REMINDERS: usize = 3;

/// A fact of the case that moves a chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChanceFact {
    /// A formal notice, or several reminders, changed nothing.
    RemindedInVain,
    /// A promise was broken.
    PromiseBroken,
    /// Something is contested.
    Contested,
    /// The client is short of cash.
    ShortOfCash,
    /// The client will not pay.
    BadFaith,
    /// The firm has closed, or is said to be insolvent.
    Closed,
    /// The client owned to the debt in writing.
    Acknowledged,
}

/// A part of a proposed chance, in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChancePart {
    /// The age of the claim, so many days after the due date.
    Age(i64),
    /// A buyer is found.
    Buyer,
    /// The way itself.
    Way,
    /// A fact of the case.
    Fact(ChanceFact),
}

/// A chance with what it is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chance {
    /// What counts: the user’s own, or the one proposed.
    pub value: Percent,
    /// What is proposed.
    pub proposed: Percent,
    /// The user’s own counts.
    pub is_own: bool,
    /// What is proposed is the sum of these, kept between 1 and 95.
    pub parts: Vec<(ChancePart, i64)>,
    /// As low as it may be.
    pub low: Percent,
    /// As high as it may be.
    pub high: Percent,
}

impl ChanceFact {
    /// Every one.
    pub const ALL: [Self; 7] = [
        Self::RemindedInVain,
        Self::PromiseBroken,
        Self::Contested,
        Self::ShortOfCash,
        Self::BadFaith,
        Self::Closed,
        Self::Acknowledged,
    ];

    fn holds(self, at: &Situation) -> bool {
        match self {
            Self::RemindedInVain => matches!(at.notice, Notice::Over(_)) || MANY_REMINDERS <= at.reminders,
            Self::PromiseBroken => at.promise_broken,
            Self::Contested => at.contested.is_positive(),
            Self::ShortOfCash => at.reason == Some(Unpaid::Cash),
            Self::BadFaith => at.reason == Some(Unpaid::BadFaith),
            Self::Closed => matches!(at.reason, Some(Unpaid::Closed | Unpaid::Insolvent)),
            Self::Acknowledged => at.acknowledged,
        }
    }
}

impl Chance {
    /// The chance of a way out of a situation.
    pub(super) fn of(
        facts: &RouteFacts,
        at: &Situation,
        file: &FactFile,
        assumptions: &Assumptions,
        outlook: &Outlook,
    ) -> Self {
        let nature = facts.route.nature();
        let share = |quoted| file.share(quoted, &assumptions.shares);
        let mut parts = Vec::new();
        match nature {
            Nature::End => {}
            Nature::Sale => parts.push((ChancePart::Buyer, i64::from(share(Quoted::Buyer).value()))),
            Nature::Own | Nature::Assisted | Nature::Court => {
                let days = at.days_late();
                let (first, last) = (share(Quoted::AtThreeMonths), share(Quoted::AfterAYear));
                parts.push((ChancePart::Age(days), by_age(days, first, last)));
            }
        }
        if facts.points != 0 {
            parts.push((ChancePart::Way, facts.points));
        }
        for fact in ChanceFact::ALL.into_iter().filter(|fact| fact.holds(at)) {
            let points = file.points(fact, nature);
            if points != 0 {
                parts.push((ChancePart::Fact(fact), points));
            }
        }
        let sum: i64 = parts.iter().map(|(_, points)| points).sum();
        let proposed = match nature {
            Nature::End => Percent::ZERO,
            _ => Percent::nearest(sum.clamp(LEAST, MOST)),
        };
        let own = outlook.chances.get(&facts.route).copied().filter(|_| nature != Nature::End);
        let value = own.unwrap_or(proposed);
        let spread = i64::from(share(Quoted::Spread).value());
        let moved = |points: i64| match nature {
            Nature::End => Percent::ZERO,
            _ => Percent::nearest(i64::from(value.value()) + points),
        };
        Self { value, proposed, is_own: own.is_some(), parts, low: moved(-spread), high: moved(spread) }
    }
}

/// A straight line between the two figures; flat before the first and after the last. In whole points, rounded down.
pub(super) fn by_age(days: i64, first: Percent, last: Percent) -> i64 {
    let (first, last) = (i64::from(first.value()), i64::from(last.value()));
    let gone = days.clamp(THREE_MONTHS, YEAR) - THREE_MONTHS;
    first + (last - first) * gone / (YEAR - THREE_MONTHS)
}

/// What a chance of an amount comes to once somebody has taken a share of it.
pub(super) fn hoped(chance: Percent, recovered: Amount, taken: Percent) -> Amount {
    chance.of(taken.rest().of(recovered))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn age_leads_from_one_quoted_figure_to_the_other() {
        let (first, last) = (Percent::nearest(75), Percent::nearest(20));
        for (days, chance) in
            [(0, 75), (30, 75), (91, 75), (92, 75), (228, 48), (364, 21), (365, 20), (2_000, 20)]
        {
            assert_eq!(by_age(days, first, last), chance, "{days} days");
        }
        let chances: Vec<i64> = (0..500).map(|days| by_age(days, first, last)).collect();
        assert!(chances.is_sorted_by(|one, other| one >= other), "never better with age");
    }
}
