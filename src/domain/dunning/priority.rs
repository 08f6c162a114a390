//! Priority: in which order a day’s work is best done: money × chance × deadline.
//!
//! Whole numbers only. The weight grows with the money, never grows with the age of the debt, and grows with the
//! deadline; nothing else goes in. Sums of different currencies are compared by their figure, because there is no rate
//! of exchange here; they are never added.

use crate::base::Amount;

/// Chance of being paid by days late, in thousandths. 75 % at three months and under 20 % after a year are figures
/// attributed to FIGEC by a page found on the web: quoted, not confirmed. The rest is drawn between and beyond them.
pub const CHANCE: [(i64, i64); 4] = [(0, 1_000), (90, 750), (365, 200), (1_095, 50)];

/// How pressing a deadline is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// No deadline.
    #[default]
    Usual,
    /// Something was to happen, and the moment to say so is now: a broken promise, an expired notice, a call to recap.
    Pressing,
    /// A right is lost with the day: limitation within three months, the time to lodge a claim, an answer due.
    Critical,
}

impl Urgency {
    /// By how much it lifts.
    #[must_use]
    pub fn factor(self) -> i128 {
        match self {
            Self::Usual => 1,
            Self::Pressing => 3,
            Self::Critical => 12,
        }
    }
}

/// Chance of being paid after so many days late, in thousandths: straight lines between the points of [`CHANCE`].
#[must_use]
pub fn chance(days_late: i64) -> i64 {
    let mut before = (0, 1_000);
    for point in CHANCE {
        let ((from, high), (to, low)) = (before, point);
        if days_late <= to {
            let span = (to - from).max(1);
            return high - (high - low) * (days_late.max(from) - from) / span;
        }
        before = point;
    }
    before.1
}

/// What a line weighs; the heaviest comes first.
#[must_use]
pub fn weight(total: Amount, days_late: i64, urgency: Urgency) -> i128 {
    i128::from(total.or_zero().cents()) * i128::from(chance(days_late)) * urgency.factor()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_falls_through_the_quoted_points() {
        assert_eq!([chance(-5), chance(0), chance(45), chance(90)], [1_000, 1_000, 875, 750]);
        assert_eq!([chance(365), chance(1_095), chance(9_999)], [200, 50, 50]);
        assert!((-10..2_000).all(|days| chance(days + 1) <= chance(days)));
    }

    #[test]
    fn more_money_more_chance_and_nearer_deadlines_weigh_more() {
        let weigh = |cents, days, urgency| weight(Amount::from_cents(cents), days, urgency);
        assert!(weigh(100, 10, Urgency::Usual) < weigh(101, 10, Urgency::Usual));
        assert!(weigh(100, 300, Urgency::Usual) < weigh(100, 10, Urgency::Usual));
        assert!(weigh(100, 10, Urgency::Usual) < weigh(100, 10, Urgency::Pressing));
        assert!(weigh(100, 10, Urgency::Pressing) < weigh(100, 10, Urgency::Critical));
        assert_eq!(weigh(-100, 10, Urgency::Critical), 0);
        assert!(weigh(i64::MAX, 0, Urgency::Critical) > 0);
    }
}
