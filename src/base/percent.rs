//! A whole number of per cent, from nothing to all: a chance, a share of a sum, a line that is not to be crossed.

use std::fmt;

use rust_decimal::Decimal;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::Amount;

/// Whole per cent, 0 to 100.
///
/// ```
/// use relance::base::{Amount, Percent};
/// let chance = Percent::new(75).unwrap_or_default();
/// assert_eq!(chance.of(Amount::from_cents(348_000)).to_string(), "2610.00");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Percent(u8);

impl Percent {
    /// None at all.
    pub const ZERO: Self = Self(0);
    /// All.
    pub const ALL: Self = Self(100);

    /// So many per cent; nothing where there is no such share.
    #[must_use]
    pub fn new(percent: u32) -> Option<Self> {
        u8::try_from(percent).ok().filter(|percent| *percent <= 100).map(Self)
    }

    /// The nearest share there is.
    #[must_use]
    pub fn nearest(percent: i64) -> Self {
        Self(u8::try_from(percent.clamp(0, 100)).unwrap_or(100))
    }

    /// How many per cent.
    #[must_use]
    pub fn value(self) -> u8 {
        self.0
    }

    /// What is missing to all.
    #[must_use]
    pub fn rest(self) -> Self {
        Self(100_u8.saturating_sub(self.0))
    }

    /// This share of an amount, rounded once.
    #[must_use]
    pub fn of(self, amount: Amount) -> Amount {
        Amount::round_half_up(amount.value() * Decimal::from(self.0) / Decimal::ONE_HUNDRED)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let percent = u32::deserialize(deserializer)?;
        Self::new(percent).ok_or_else(|| D::Error::custom("not a share from 0 to 100"))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_no_share_beyond_all() {
        assert_eq!(Percent::new(100), Some(Percent::ALL));
        assert_eq!(Percent::new(101), None);
        assert_eq!(Percent::nearest(-5), Percent::ZERO);
        assert_eq!(Percent::nearest(400), Percent::ALL);
        assert!(serde_json::from_str::<Percent>("101").is_err());
        assert!(serde_json::from_str::<Percent>("-1").is_err());
        assert_eq!(serde_json::from_str::<Percent>("30").unwrap(), Percent::new(30).unwrap());
    }

    #[test]
    fn a_share_and_its_rest_are_the_whole_but_for_one_rounding() {
        for cents in [1, 99, 12_345, 348_000] {
            let amount = Amount::from_cents(cents);
            for percent in 0..=100 {
                let share = Percent::nearest(percent);
                let both = share.of(amount) + share.rest().of(amount);
                assert!((both - amount).cents().abs() <= 1, "{share} % of {amount}");
            }
        }
    }
}
