//! Amounts of money: whole numbers of cents, in the one currency of the claim they belong to.
//!
//! Cents because nearly all that is done with amounts is to add, subtract and compare them; what divides (interest,
//! shares) goes through exact decimals and comes back rounded. An amount never knows its currency: inside a claim there is only one ([`super::Currency`] on the invoice),
//! and amounts of several currencies are never added. Rounding happens in one function, [`Amount::round_half_up`].

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub, SubAssign};

use rust_decimal::{Decimal, RoundingStrategy};
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// Decimal places of an amount.
const PLACES: u32 = 2;

/// Largest amount a user may enter, in cents: 999,999,999.99.
const LARGEST: i64 = 99_999_999_999;

/// An amount of money to the cent, between −999,999,999.99 and 999,999,999.99 when entered.
///
/// Sums stay exact far beyond that bound, to 92 thousand million millions. Beyond those (interest on interest for
/// centuries) they stay at the largest, rather than stop the program.
///
/// ```
/// use relance::base::Amount;
/// let amount = Amount::parse_typed("1 234,5 €")?;
/// assert_eq!(amount.to_string(), "1234.50");
/// # Ok::<(), relance::base::AmountError>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Amount(i64);

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// Nothing was typed.
    Empty,
    /// There is something that is neither a digit, a separator nor a currency sign.
    NotANumber,
    /// More than two decimals: there is no such amount of money.
    TooManyDecimals,
    /// Beyond 999,999,999.99 in either direction.
    TooLarge,
}

impl Amount {
    /// No money at all.
    pub const ZERO: Self = Self(0);

    /// An amount from a whole number of cents.
    #[must_use]
    pub const fn from_cents(cents: i64) -> Self {
        Self(cents)
    }

    /// The whole number of cents.
    #[must_use]
    pub fn cents(self) -> i64 {
        self.0
    }

    /// The one rounding rule of the program: to the cent, a half cent away from zero.
    ///
    /// Banker's rounding (the library's default) would turn 2.345 into 2.34.
    #[must_use]
    pub fn round_half_up(exact: Decimal) -> Self {
        let rounded = exact.round_dp_with_strategy(PLACES, RoundingStrategy::MidpointAwayFromZero);
        let missing_places = PLACES.saturating_sub(rounded.scale());
        let cents = rounded.mantissa().saturating_mul(10_i128.pow(missing_places));
        Self(i64::try_from(cents).unwrap_or(if cents < 0 { i64::MIN } else { i64::MAX }))
    }

    /// The exact decimal value.
    #[must_use]
    pub fn value(self) -> Decimal {
        Decimal::new(self.0, PLACES)
    }

    /// True for 0.00 only.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// True above 0.00.
    #[must_use]
    pub fn is_positive(self) -> bool {
        self.0 > 0
    }

    /// This amount, or zero where it is negative.
    #[must_use]
    pub fn or_zero(self) -> Self {
        self.max(Self::ZERO)
    }

    /// A record that holds it reads back: it is no larger than amounts may be, see [`Self::parse`].
    #[must_use]
    pub fn can_be_kept(self) -> bool {
        self.cents().unsigned_abs() <= LARGEST.unsigned_abs()
    }

    /// Reads a plain decimal with a dot, as files and vectors write it: `3480.00`.
    ///
    /// # Errors
    /// As [`AmountError`] says.
    pub fn parse(text: &str) -> Result<Self, AmountError> {
        if text.is_empty() {
            return Err(AmountError::Empty);
        }
        let digits = text.strip_prefix('-').unwrap_or(text);
        let well_formed = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.bytes().filter(|b| *b == b'.').count() <= 1
            && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        if !well_formed {
            return Err(AmountError::NotANumber);
        }
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        if decimals.len() > 2 {
            return Err(AmountError::TooManyDecimals);
        }
        let places =
            [10_i64, 1].iter().zip(decimals.bytes()).map(|(unit, digit)| unit * i64::from(digit - b'0'));
        let whole = whole.bytes().try_fold(0_i64, |whole, digit| {
            // As many digits as there may be, whatever zeros come first.
            Some(whole * 10 + i64::from(digit - b'0')).filter(|whole| *whole <= LARGEST)
        });
        let cents = whole.ok_or(AmountError::TooLarge)? * 100 + places.sum::<i64>();
        if cents > LARGEST {
            return Err(AmountError::TooLarge);
        }
        Ok(Self(if digits == text { cents } else { -cents }))
    }

    /// Reads what people type or paste: `1 234,56`, `1234.56 €`, `1.234,56`, `1,234.56`, `(120,00)`, `120-`.
    ///
    /// The last separator is the decimal one, unless three digits follow it and it could be a thousands mark:
    /// money has two decimals at most, so `1.234` and `1,234` are both one thousand two hundred and thirty-four.
    ///
    /// # Errors
    /// As [`AmountError`] says.
    pub fn parse_typed(text: &str) -> Result<Self, AmountError> {
        let mut body: String = text
            .chars()
            .filter(|c| {
                !c.is_whitespace() && !matches!(c, '\'' | '’' | '€' | '£' | '$' | '\u{2060}' | '\u{feff}')
            })
            .map(|c| if matches!(c, '−' | '–') { '-' } else { c })
            .collect();
        for code in ["EUR", "eur", "Eur", "GBP", "gbp", "CHF", "chf", "USD", "usd"] {
            if let Some(rest) = body.strip_suffix(code).or_else(|| body.strip_prefix(code)) {
                body = rest.to_owned();
                break;
            }
        }
        if body.is_empty() {
            return Err(AmountError::Empty);
        }
        let mut negative = false;
        if let Some(inner) = body.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            negative = true;
            body = inner.to_owned();
        } else if let Some(rest) = body.strip_prefix('-').or_else(|| body.strip_suffix('-')) {
            negative = true;
            body = rest.to_owned();
        } else if let Some(rest) = body.strip_prefix('+') {
            body = rest.to_owned();
        }
        let plain = plain_decimal(&body, is_grouped_by_spaces(text))?;
        let amount = Self::parse(&plain)?;
        Ok(if negative { Self::ZERO - amount } else { amount })
    }
}

/// True where a space or an apostrophe stands between two digits, so that any mark left is the decimal one.
fn is_grouped_by_spaces(text: &str) -> bool {
    text.split(|c: char| !(c.is_ascii_digit() || c.is_whitespace() || matches!(c, '\'' | '’')))
        .any(|run| run.trim().contains(|c: char| !c.is_ascii_digit()))
}

/// Turns `1.234,56`, `1,234.56`, `1234,5` into `1234.56`, `1234.56`, `1234.5`.
fn plain_decimal(body: &str, grouped_by_spaces: bool) -> Result<String, AmountError> {
    let is_mark = |c: char| c == ',' || c == '.';
    if body.is_empty() || !body.chars().all(|c| c.is_ascii_digit() || is_mark(c)) {
        return Err(AmountError::NotANumber);
    }
    let Some(last) = body.rfind(is_mark) else { return Ok(body.to_owned()) };
    let (whole, rest) = body.split_at(last);
    let mark = if rest.starts_with(',') { ',' } else { '.' };
    let decimals = rest.trim_start_matches(is_mark);
    let other = if mark == ',' { '.' } else { ',' };
    let repeated = whole.contains(mark);
    if repeated && whole.contains(other) {
        return Err(AmountError::NotANumber);
    }
    let is_group = decimals.len() == 3
        && !grouped_by_spaces
        && matches!(whole.find(mark).unwrap_or(whole.len()), 1..=3)
        && !whole.contains(other)
        && whole != "0";
    if repeated && !is_group {
        return Err(AmountError::NotANumber);
    }
    if is_group {
        check_groups(whole, mark)?;
        return Ok(format!("{}{decimals}", whole.replace(mark, "")));
    }
    check_groups(whole, other)?;
    let whole = whole.replace(other, "");
    let whole = if whole.is_empty() { "0" } else { whole.as_str() };
    Ok(if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") })
}

/// Thousands marks stand before groups of three digits and nowhere else.
fn check_groups(whole: &str, mark: char) -> Result<(), AmountError> {
    let mut groups = whole.split(mark);
    let first = groups.next().unwrap_or_default();
    let mut others = groups.peekable();
    if others.peek().is_some() && (first.is_empty() || first.len() > 3) {
        return Err(AmountError::NotANumber);
    }
    if others.all(|group| group.len() == 3) { Ok(()) } else { Err(AmountError::NotANumber) }
}

impl fmt::Display for Amount {
    /// Plain decimal with two places and a dot, as files write it. Screens use `text::format`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let cents = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Plain)
    }
}

/// Reads a plain decimal where it stands, without a copy.
struct Plain;

impl Visitor<'_> for Plain {
    type Value = Amount;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount such as 3480.00")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Amount, E> {
        Amount::parse(text).map_err(E::custom)
    }
}

impl From<Amount> for String {
    fn from(amount: Amount) -> Self {
        amount.to_string()
    }
}

impl fmt::Display for AmountError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl Add for Amount {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Amount {
    fn add_assign(&mut self, other: Self) {
        self.0 = self.0.saturating_add(other.0);
    }
}

impl Sub for Amount {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl SubAssign for Amount {
    fn sub_assign(&mut self, other: Self) {
        self.0 = self.0.saturating_sub(other.0);
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        for (typed, plain) in [
            ("1 234,56", "1234.56"),
            ("1\u{a0}234,56\u{a0}€", "1234.56"),
            ("1\u{202f}234,56 €", "1234.56"),
            ("1234.56 €", "1234.56"),
            ("€1,234.56", "1234.56"),
            ("1.234,56", "1234.56"),
            ("1.234.567,8", "1234567.80"),
            ("1,234,567", "1234567.00"),
            ("3 480", "3480.00"),
            ("3480", "3480.00"),
            ("1.234", "1234.00"),
            ("0,5", "0.50"),
            (",5", "0.50"),
            ("12,", "12.00"),
            ("(120,00)", "-120.00"),
            ("120-", "-120.00"),
            ("−120", "-120.00"),
            ("1'234.50 CHF", "1234.50"),
            ("999 999 999,99", "999999999.99"),
        ] {
            assert_eq!(Amount::parse_typed(typed).map(|a| a.to_string()), Ok(plain.to_owned()), "{typed}");
        }
    }

    #[test]
    fn refuses_what_is_not_money() {
        for (typed, error) in [
            ("", AmountError::Empty),
            (" € ", AmountError::Empty),
            ("abc", AmountError::NotANumber),
            ("12a", AmountError::NotANumber),
            ("1,2,3", AmountError::NotANumber),
            ("1.2.3,4", AmountError::NotANumber),
            ("1 234,567", AmountError::TooManyDecimals),
            ("12,3456", AmountError::TooManyDecimals),
            ("0,345", AmountError::TooManyDecimals),
            ("--1", AmountError::NotANumber),
            ("1e5", AmountError::NotANumber),
            ("1000000000", AmountError::TooLarge),
            ("99999999999999999999999999999999999", AmountError::TooLarge),
        ] {
            let got = Amount::parse_typed(typed);
            assert_eq!(got, Err(error), "{typed}");
        }
    }

    #[test]
    fn rounds_a_half_cent_away_from_zero() {
        assert_eq!(Amount::round_half_up(Decimal::new(2345, 3)).to_string(), "2.35");
        assert_eq!(Amount::round_half_up(Decimal::new(-2345, 3)).to_string(), "-2.35");
        assert_eq!(Amount::round_half_up(Decimal::new(23449, 4)).to_string(), "2.34");
    }

    #[test]
    fn largest_is_what_it_says() {
        assert_eq!(Amount(LARGEST).to_string(), "999999999.99");
        assert_eq!(Amount::parse("-999999999.99"), Ok(Amount(-LARGEST)));
        assert_eq!(Amount::parse("1000000000.00"), Err(AmountError::TooLarge));
    }

    #[test]
    fn stays_at_the_largest_rather_than_wrap() {
        let largest = Amount::round_half_up(Decimal::MAX);
        assert_eq!(largest, Amount(i64::MAX));
        assert_eq!(largest + largest, largest);
        assert_eq!(Amount::round_half_up(Decimal::MIN) - largest, Amount(i64::MIN));
    }

    #[test]
    fn is_written_with_its_sign_and_two_places() {
        for (cents, written) in
            [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (-120, "-1.20"), (348_000, "3480.00")]
        {
            assert_eq!(Amount(cents).to_string(), written);
            assert_eq!(Amount::parse(written), Ok(Amount(cents)));
        }
    }
}
