//! SIREN and SIRET numbers of French businesses, with their check digit.

use serde::{Deserialize, Serialize};

/// A SIREN (9 digits) or SIRET (14 digits, beginning with the SIREN) whose Luhn check digit is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Siren(String);

/// Why a text is not such a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SirenError {
    /// Neither 9 nor 14 digits.
    WrongLength,
    /// A digit is wrong: the check fails.
    WrongCheckDigit,
}

/// La Poste's SIREN: its establishments follow a rule of their own (sum of digits a multiple of five).
const LA_POSTE: &str = "356000000";

impl Siren {
    /// Reads a number, with or without spaces.
    ///
    /// # Errors
    /// As [`SirenError`] says.
    pub fn parse(text: &str) -> Result<Self, SirenError> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
        if !matches!(digits.len(), 9 | 14) || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(SirenError::WrongLength);
        }
        let plain_sum = || digits.bytes().map(|b| u32::from(b - b'0')).sum::<u32>();
        let sound = luhn(&digits)
            || (digits.len() == 14 && digits.starts_with(LA_POSTE) && plain_sum().is_multiple_of(5));
        if sound { Ok(Self(digits)) } else { Err(SirenError::WrongCheckDigit) }
    }

    /// Grouped as people read it: `732 829 320` or `732 829 320 00074`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let mut grouped = String::with_capacity(17);
        for (index, digit) in self.0.chars().enumerate() {
            if matches!(index, 3 | 6 | 9) {
                grouped.push('\u{a0}');
            }
            grouped.push(digit);
        }
        grouped
    }
}

fn luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, byte)| {
            let digit = u32::from(byte - b'0') * if index % 2 == 1 { 2 } else { 1 };
            if digit > 9 { digit - 9 } else { digit }
        })
        .sum();
    sum.is_multiple_of(10)
}

impl TryFrom<String> for Siren {
    type Error = SirenError;
    fn try_from(text: String) -> Result<Self, SirenError> {
        Self::parse(&text)
    }
}

impl From<Siren> for String {
    fn from(siren: Siren) -> Self {
        siren.0
    }
}

impl std::fmt::Display for SirenError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_digits() {
        assert!(Siren::parse("732 829 320").is_ok());
        assert_eq!(Siren::parse("73282932000074").unwrap().grouped(), "732\u{a0}829\u{a0}320\u{a0}00074");
        assert_eq!(Siren::parse("732829321"), Err(SirenError::WrongCheckDigit));
        assert_eq!(Siren::parse("7328293"), Err(SirenError::WrongLength));
        assert!(Siren::parse("35600000049837").is_ok());
    }
}
