//! Assumptions (*hypothèses*): what the user’s own time is worth, where spending stops, and what they expect of the ways out.
//! All are the user’s to change; what is not said stands at a default that is always labelled as one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::cost::Level;
use super::recovery::Quoted;
use crate::base::{Amount, Percent};

/// An hour of the user’s own time in euros, unless said otherwise: our assumption, no statistic (29 November 2026).
pub const HOURLY: Amount = Amount::from_cents(4_000);
/// Share of a claim from which spending is pointed out, unless chosen otherwise: good practice, no rule.
pub const ALERT: u8 = 15;
/// Share of a claim at which to stop or go another way, unless chosen otherwise: good practice, no rule.
pub const STOP: u8 = 30;
/// The dearest hour a form takes.
pub const DEAREST_HOUR: Amount = Amount::from_cents(1_000_000);

/// What the user expects; nothing is required.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Assumptions {
    /// What an hour of their own is worth, in euros.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hourly: Option<Amount>,
    /// Share of a claim from which spending is pointed out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<Percent>,
    /// Share of a claim at which to stop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop: Option<Percent>,
    /// Own figures in the place of those quoted.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub shares: BTreeMap<Quoted, Percent>,
}

impl Assumptions {
    /// What an hour counts for.
    #[must_use]
    pub fn hour(&self) -> Amount {
        self.hourly.unwrap_or(HOURLY)
    }

    /// What so many minutes are worth, rounded once.
    #[must_use]
    pub fn time(&self, minutes: u32) -> Amount {
        Amount::round_half_up(self.hour().value() * rust_decimal::Decimal::from(minutes) / SIXTY)
    }

    /// Where spending is pointed out.
    #[must_use]
    pub fn alert_line(&self) -> Percent {
        self.alert.unwrap_or(Percent::nearest(ALERT.into()))
    }

    /// Where spending stops.
    #[must_use]
    pub fn stop_line(&self) -> Percent {
        self.stop.unwrap_or(Percent::nearest(STOP.into()))
    }

    /// How a sum spent compares with the lines, for a claim that is worth so much. Nothing spent is always fine.
    #[must_use]
    pub fn level(&self, spent: Amount, worth: Amount) -> Level {
        if !spent.is_positive() || spent < self.alert_line().of(worth) {
            Level::Fine
        } else if spent < self.stop_line().of(worth) {
            Level::Alert
        } else {
            Level::Stop
        }
    }

    /// The lines are in order, and no hour is beyond what a form takes.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.alert_line() <= self.stop_line()
            && self.hourly.is_none_or(|hour| (Amount::ZERO..=DEAREST_HOUR).contains(&hour))
    }
}

const SIXTY: rust_decimal::Decimal = rust_decimal::Decimal::from_parts(60, 0, 0, false, 0);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_worth_what_the_user_says() {
        let own = Assumptions { hourly: Some(Amount::from_cents(7_000)), ..Assumptions::default() };
        assert_eq!(own.time(90), Amount::from_cents(10_500));
        assert_eq!(own.time(1), Amount::from_cents(117));
        assert_eq!(Assumptions::default().time(60), HOURLY);
    }

    #[test]
    fn lines_are_drawn_in_order() {
        let drawn = |alert, stop| Assumptions {
            alert: Percent::new(alert),
            stop: Percent::new(stop),
            ..Assumptions::default()
        };
        assert!(drawn(10, 20).is_sound() && drawn(20, 20).is_sound());
        assert!(!drawn(30, 20).is_sound());
        assert!(!Assumptions { alert: Percent::new(40), ..Assumptions::default() }.is_sound());
        let worth = Amount::from_cents(10_000);
        assert_eq!(drawn(0, 0).level(Amount::ZERO, worth), Level::Fine);
        assert_eq!(drawn(10, 20).level(Amount::from_cents(1_000), worth), Level::Alert);
        assert_eq!(drawn(10, 20).level(Amount::from_cents(2_000), worth), Level::Stop);
    }

    #[test]
    fn what_is_not_said_takes_no_room() {
        assert_eq!(serde_json::to_string(&Assumptions::default()).unwrap(), "{}");
        assert_eq!(serde_json::from_str::<Assumptions>("{}").unwrap(), Assumptions::default());
    }
}
