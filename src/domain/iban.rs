//! Bank details: IBAN (ISO 13616, checked by country) and BIC (ISO 9362, checked by shape).

use serde::{Deserialize, Serialize};

/// An IBAN whose length, structure and check digits are right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Iban(String);

/// A BIC of 8 or 11 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Bic(String);

/// Why a text is not a bank detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BankError {
    /// Not the length or characters it must have.
    WrongShape,
    /// The check digits do not match: a character is wrong.
    WrongCheckDigits,
}

impl Iban {
    /// Reads an IBAN, with or without spaces.
    ///
    /// # Errors
    /// As [`BankError`] says.
    pub fn parse(text: &str) -> Result<Self, BankError> {
        let compact = compact(text);
        match compact.parse::<iban::Iban>() {
            Ok(_) => Ok(Self(compact)),
            Err(iban::ParseIbanError::InvalidBaseIban {
                source: iban::ParseBaseIbanError::InvalidChecksum,
            }) => Err(BankError::WrongCheckDigits),
            Err(_) => Err(BankError::WrongShape),
        }
    }

    /// Without spaces.
    #[must_use]
    pub fn compact(&self) -> &str {
        &self.0
    }

    /// In groups of four, kept together in print: `FR76 3000 …`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let mut grouped = String::with_capacity(42);
        for (index, c) in self.0.chars().enumerate() {
            if index > 0 && index % 4 == 0 {
                grouped.push('\u{a0}');
            }
            grouped.push(c);
        }
        grouped
    }
}

impl Bic {
    /// Reads a BIC.
    ///
    /// # Errors
    /// [`BankError::WrongShape`] unless it is four letters, a country, two characters and an optional branch.
    pub fn parse(text: &str) -> Result<Self, BankError> {
        let compact = compact(text);
        let bytes = compact.as_bytes();
        let letters = bytes.get(..6).is_some_and(|head| head.iter().all(u8::is_ascii_uppercase));
        let sound = matches!(bytes.len(), 8 | 11) && letters && bytes.iter().all(u8::is_ascii_alphanumeric);
        if sound { Ok(Self(compact)) } else { Err(BankError::WrongShape) }
    }

    /// The code as written.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }
}

fn compact(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect()
}

impl TryFrom<String> for Iban {
    type Error = BankError;
    fn try_from(text: String) -> Result<Self, BankError> {
        Self::parse(&text)
    }
}

impl From<Iban> for String {
    fn from(iban: Iban) -> Self {
        iban.0
    }
}

impl TryFrom<String> for Bic {
    type Error = BankError;
    fn try_from(text: String) -> Result<Self, BankError> {
        Self::parse(&text)
    }
}

impl From<Bic> for String {
    fn from(bic: Bic) -> Self {
        bic.0
    }
}

impl std::fmt::Display for BankError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_iban_and_bic() {
        assert_eq!(
            Iban::parse("fr76 3000 6000 0112 3456 7890 189").unwrap().grouped().replace('\u{a0}', " "),
            "FR76 3000 6000 0112 3456 7890 189"
        );
        assert_eq!(Iban::parse("FR76 3000 6000 0112 3456 7890 188"), Err(BankError::WrongCheckDigits));
        assert_eq!(Iban::parse("FR76"), Err(BankError::WrongShape));
        assert!(Bic::parse("agrifrpp").is_ok());
        assert_eq!(Bic::parse("AGRI"), Err(BankError::WrongShape));
    }
}
