//! Yearly interest rates in per cent.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::amount::Amount;

/// A rate in per cent per year: `12.15` means 12.15 %. May be negative (the German base rate was).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rate(#[serde(with = "rust_decimal::serde::str")] Decimal);

/// No reference rate was ever above the one or under the other, in per cent.
const HIGHEST_REFERENCE: i64 = 30;
const LOWEST_REFERENCE: i64 = -5;

/// Why a text is not a usable contract rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateError {
    /// Nothing was typed.
    Empty,
    /// Not a number of per cent.
    NotANumber,
    /// Zero or less: a contract rate that charges nothing is entered by leaving it out.
    NotPositive,
    /// Above 100 % a year: surely a slip, and an abusive clause if not.
    TooHigh,
}

impl Rate {
    /// A rate of so many per cent a year.
    #[must_use]
    pub fn percent(value: Decimal) -> Self {
        Self(value.normalize())
    }

    /// Reads a plain decimal with a dot: `12.15`.
    ///
    /// # Errors
    /// [`RateError`] where the text is empty or not a number.
    pub fn parse(text: &str) -> Result<Self, RateError> {
        if text.is_empty() {
            return Err(RateError::Empty);
        }
        Decimal::from_str_exact(text).map(Self::percent).map_err(|_| RateError::NotANumber)
    }

    /// Reads a contract rate as people type it: `12,15 %`, `10`.
    ///
    /// # Errors
    /// As [`RateError`] says.
    pub fn parse_typed(text: &str) -> Result<Self, RateError> {
        let rate = Self::parse_number(text)?;
        if rate.0 <= Decimal::ZERO {
            return Err(RateError::NotPositive);
        }
        if rate.0 > Decimal::ONE_HUNDRED {
            return Err(RateError::TooHigh);
        }
        Ok(rate)
    }

    /// Reads a reference rate as people type it: `2,40 %`; zero and a little less have happened.
    ///
    /// # Errors
    /// As [`RateError`] says.
    pub fn parse_reference(text: &str) -> Result<Self, RateError> {
        let rate = Self::parse_number(text)?;
        if rate.0 > Decimal::from(HIGHEST_REFERENCE) {
            return Err(RateError::TooHigh);
        }
        if rate.0 < Decimal::from(LOWEST_REFERENCE) {
            return Err(RateError::NotPositive);
        }
        Ok(rate)
    }

    fn parse_number(text: &str) -> Result<Self, RateError> {
        let text = text.trim().trim_end_matches('%');
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if plain.is_empty() {
            return Err(RateError::Empty);
        }
        let plain = plain.replace(',', ".");
        let well_formed =
            plain.len() <= 9 && plain.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
        if !well_formed {
            return Err(RateError::NotANumber);
        }
        Self::parse(&plain)
    }

    /// The number of per cent.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.0
    }

    /// This rate and so many points more.
    #[must_use]
    pub fn plus_points(self, points: i64) -> Self {
        Self::percent(self.0 + Decimal::from(points))
    }

    /// This rate so many times over.
    #[must_use]
    pub fn times(self, multiple: Decimal) -> Self {
        Self::percent(self.0 * multiple)
    }
}

impl fmt::Display for Rate {
    /// Plain decimal with a dot and at least two places.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = usize::try_from(self.0.scale()).unwrap_or(2).max(2);
        write!(f, "{:.places$}", self.0)
    }
}

/// Interest of one segment: base × rate × days ÷ (100 × year), rounded once, half a cent up. In whole numbers: a
/// claim has a dozen of these, and a division of decimals costs ten times one of integers.
///
/// ```
/// use relance::base::{rate::interest, Amount, Rate};
/// let base = Amount::from_cents(300_000);
/// let rate = Rate::parse("14.50")?;
/// assert_eq!(interest(base, rate, 20, 365).to_string(), "23.84");
/// # Ok::<(), relance::base::RateError>(())
/// ```
#[must_use]
pub fn interest(base: Amount, rate: Rate, days: i64, year: i64) -> Amount {
    in_whole_numbers(base, rate, days, year).unwrap_or_else(|| {
        // Beyond what any entry comes to: slower, and as exact as 28 digits are.
        let per_day = rate.value() / Decimal::from(year * 100);
        Amount::round_half_up(base.value().saturating_mul(per_day).saturating_mul(Decimal::from(days)))
    })
}

/// The same where every step fits a machine word, which a processor divides itself.
fn in_whole_numbers(base: Amount, rate: Rate, days: i64, year: i64) -> Option<Amount> {
    let percent = rate.value();
    let denominator = year.checked_mul(100)?.checked_mul(10_i64.checked_pow(percent.scale())?)?;
    let mantissa = i64::try_from(percent.mantissa()).ok()?;
    let numerator = base.cents().checked_mul(mantissa)?.checked_mul(days)?;
    let twice = numerator.unsigned_abs().checked_mul(2)?.checked_add(denominator.unsigned_abs())?;
    let rounded = i64::try_from(twice / denominator.unsigned_abs().checked_mul(2)?).ok()?;
    Some(Amount::from_cents(if numerator < 0 { -rounded } else { rounded }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_typed_rates() {
        assert_eq!(Rate::parse_typed("12,15 %").map(|r| r.to_string()), Ok("12.15".to_owned()));
        assert_eq!(Rate::parse_typed("10").map(|r| r.to_string()), Ok("10.00".to_owned()));
        assert_eq!(Rate::parse_typed(" "), Err(RateError::Empty));
        assert_eq!(Rate::parse_typed("0"), Err(RateError::NotPositive));
        assert_eq!(Rate::parse_typed("-3"), Err(RateError::NotPositive));
        assert_eq!(Rate::parse_typed("101"), Err(RateError::TooHigh));
        assert_eq!(Rate::parse_typed("dix"), Err(RateError::NotANumber));
        assert_eq!(Rate::parse_typed("1.2.3"), Err(RateError::NotANumber));
    }
}
