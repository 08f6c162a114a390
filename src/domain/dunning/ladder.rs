//! The ladder (*scénario de relance*): which step comes how many days after the due date (LAD-1).

use serde::{Deserialize, Serialize};

use crate::domain::event::Step;

/// Least days between two contacts of the built-in ladder.
pub const GAP: u32 = 3;

/// How fast the ladder is climbed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speed {
    /// Half as long again between steps (*doux*).
    Gentle,
    /// As the ladder says.
    #[default]
    Standard,
    /// Three fifths of the time (*ferme*).
    Firm,
}

/// One step and its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rung {
    /// What is done.
    pub step: Step,
    /// Days after the due date; before it where negative.
    pub day: i32,
}

/// Steps in the order they are climbed, each day later than the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ladder {
    /// The steps.
    pub rungs: Vec<Rung>,
    /// Least days between two contacts, whatever the rungs say.
    pub gap: u32,
}

impl Speed {
    /// Every speed, from the gentlest.
    pub const ALL: [Self; 3] = [Self::Gentle, Self::Standard, Self::Firm];

    /// A number of days at this speed, rounded to whole days, half up. Days before the due date stay what they are: the
    /// client needs that time whoever it is.
    #[must_use]
    pub fn days(self, days: i32) -> i32 {
        let scaled = |tenths: i32| days.saturating_mul(tenths).saturating_add(5).div_euclid(10).max(1);
        match self {
            _ if days <= 0 => days,
            Self::Gentle => scaled(15),
            Self::Standard => days,
            Self::Firm => scaled(6),
        }
    }
}

impl Default for Ladder {
    /// The usual French ladder; usage, no statute.
    fn default() -> Self {
        let rung = |step, day| Rung { step, day };
        Self {
            rungs: vec![
                rung(Step::ReceiptCheck, -10),
                rung(Step::Courtesy, -3),
                rung(Step::FirstCall, 3),
                rung(Step::FirstReminder, 8),
                rung(Step::SecondCall, 15),
                rung(Step::FirmReminder, 16),
                rung(Step::LastReminder, 25),
                rung(Step::PenaltyNote, 32),
                rung(Step::FormalNotice, 40),
            ],
            gap: GAP,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speeds_scale_what_comes_after_the_due_date() {
        let days = |speed: Speed| {
            Ladder::default().rungs.iter().map(|rung| speed.days(rung.day)).collect::<Vec<_>>()
        };
        assert_eq!(days(Speed::Standard), [-10, -3, 3, 8, 15, 16, 25, 32, 40]);
        assert_eq!(days(Speed::Gentle), [-10, -3, 5, 12, 23, 24, 38, 48, 60]);
        assert_eq!(days(Speed::Firm), [-10, -3, 2, 5, 9, 10, 15, 19, 24]);
    }
}
