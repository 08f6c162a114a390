//! What the contract of an invoice says about paying late: the law, an agreed rate, how days are counted. All of it
//! optional; without a word the law of the client's kind applies.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::claim::DayCount;
use super::party::DebtorKind;
use super::regime::Regime;
use crate::base::rate::RateError;
use crate::base::{Amount, Rate};

/// The law an invoice is under (*loi applicable*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Law {
    /// French law, by what the client is.
    #[default]
    French,
    /// The floor of directive 2011/7/EU, for a Union country not listed here.
    European,
    /// Belgian law.
    Belgian,
    /// Luxembourg law.
    Luxembourg,
    /// German law.
    German,
    /// The law of the United Kingdom.
    British,
    /// Swiss law.
    Swiss,
    /// None: a plain calculation at a given rate and a given fixed sum.
    Plain,
}

/// An agreed penalty rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ContractRate {
    /// So many per cent a year.
    Yearly(Rate),
    /// So many times the legal rate of each half-year (« trois fois le taux d'intérêt légal »).
    LegalMultiple(Decimal),
}

/// No contract asks for more than so many times the legal rate; more is a slip.
const HIGHEST_MULTIPLE: i64 = 20;

/// What the contract says about paying late.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contract {
    /// Law it is under.
    #[serde(skip_serializing_if = "is_default")]
    pub law: Law,
    /// Agreed penalty rate; under foreign law the law's own applies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<ContractRate>,
    /// Fixed sum of a plain calculation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixed_sum: Option<Amount>,
    /// How days and years are counted.
    #[serde(skip_serializing_if = "is_default")]
    pub day_count: DayCount,
    /// Interest due for a whole year bears interest (C. civ. art. 1343-2).
    #[serde(skip_serializing_if = "is_default")]
    pub capitalises: bool,
    /// A periodic invoice (*facture récapitulative*), payable within 45 days of its issue.
    #[serde(skip_serializing_if = "is_default")]
    pub periodic: bool,
}

impl Law {
    /// Every law, in the order a form offers them.
    pub const ALL: [Self; 8] = [
        Self::French,
        Self::European,
        Self::Belgian,
        Self::Luxembourg,
        Self::German,
        Self::British,
        Self::Swiss,
        Self::Plain,
    ];

    /// How long it leaves to sue is known here: under French law, and of a plain calculation, which names no other.
    #[must_use]
    pub fn has_known_limitation(self) -> bool {
        matches!(self, Self::French | Self::Plain)
    }

    /// An agreed rate can be entered for it.
    #[must_use]
    pub fn takes_rate(self) -> bool {
        matches!(self, Self::French | Self::Plain)
    }
}

impl Contract {
    /// A contract that only says a rate.
    #[must_use]
    pub fn at(rate: ContractRate) -> Self {
        Self { rate: Some(rate), ..Self::default() }
    }

    /// A rate is agreed that this regime does not use.
    #[must_use]
    pub fn rate_is_unused(&self, kind: DebtorKind) -> bool {
        let uses = matches!(
            self.regime(kind),
            Regime::FrBusinessContract(_)
                | Regime::FrBusinessLegalMultiple(_)
                | Regime::FrConsumer(Some(_))
                | Regime::Fixed { .. }
        );
        self.rate.is_some() && !uses
    }

    /// The regime of this contract for a client of this kind. An unknown kind claims least.
    #[must_use]
    pub fn regime(&self, kind: DebtorKind) -> Regime {
        let is_consumer = !kind.is_professional();
        match self.law {
            Law::French => french(kind, self.rate),
            Law::Swiss => Regime::Ch,
            Law::German if is_consumer => Regime::DeConsumer,
            Law::Plain => Regime::Fixed {
                rate: match self.rate {
                    Some(ContractRate::Yearly(rate)) => rate,
                    Some(ContractRate::LegalMultiple(_)) | None => Rate::default(),
                },
                indemnity: self.fixed_sum.unwrap_or_default(),
            },
            _ if is_consumer => Regime::PrincipalOnly,
            Law::German => Regime::DeBusiness,
            Law::European => Regime::EuBusiness,
            Law::Belgian => Regime::BeBusiness,
            Law::Luxembourg => Regime::LuBusiness,
            Law::British => Regime::UkBusiness,
        }
    }
}

fn french(kind: DebtorKind, rate: Option<ContractRate>) -> Regime {
    match (kind, rate) {
        (DebtorKind::Business, None) => Regime::FrBusinessDefault,
        (DebtorKind::Business, Some(ContractRate::Yearly(rate))) => Regime::FrBusinessContract(rate),
        (DebtorKind::Business, Some(ContractRate::LegalMultiple(multiple))) => {
            Regime::FrBusinessLegalMultiple(multiple)
        }
        (DebtorKind::Public, _) => Regime::FrPublic,
        (DebtorKind::Consumer | DebtorKind::Unknown, Some(ContractRate::Yearly(rate))) => {
            Regime::FrConsumer(Some(rate))
        }
        // A multiple of the legal rate is a clause between professionals; of a consumer the single rate is claimed.
        (DebtorKind::Consumer | DebtorKind::Unknown, _) => Regime::FrConsumer(None),
    }
}

impl ContractRate {
    /// Reads a rate as people type it: `12,15 %`, `3 fois le taux légal`, `3 x le taux d'intérêt légal`, `3x`.
    ///
    /// # Errors
    /// As [`RateError`] says.
    pub fn parse_typed(text: &str) -> Result<Self, RateError> {
        let folded = crate::base::fold::fold(text.trim()).replace(['’', '\'', '\u{a0}'], " ");
        let number_end = folded
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | ' ')))
            .unwrap_or(folded.len());
        let (number, rest) = folded.split_at(number_end);
        let (number, rest) = match rest.strip_prefix("trois ").or_else(|| rest.strip_prefix("three ")) {
            Some(rest) if number.trim().is_empty() => ("3", rest),
            _ => (number, rest),
        };
        let mut words = rest.split_whitespace();
        if !words.next().is_some_and(|word| matches!(word, "x" | "×" | "fois" | "times")) {
            return Rate::parse_typed(text).map(Self::Yearly);
        }
        // Times what? Nothing, or the legal rate in so many words; anything else is not understood.
        let rest: Vec<&str> = words.collect();
        let is_legal = rest.contains(&"legal")
            && rest.iter().all(|word| {
                matches!(
                    *word,
                    "le" | "the" | "taux" | "d" | "de" | "l" | "interet" | "interest" | "legal" | "rate"
                )
            });
        if !rest.is_empty() && !is_legal {
            return Err(RateError::NotANumber);
        }
        let multiple = Rate::parse_typed(number)?.value();
        if multiple > Decimal::from(HIGHEST_MULTIPLE) {
            return Err(RateError::TooHigh);
        }
        Ok(Self::LegalMultiple(multiple))
    }

    /// How it is typed, French: `12,15`, `3 fois le taux légal`.
    #[must_use]
    pub fn typed(self) -> String {
        match self {
            Self::Yearly(rate) => rate.to_string().replace('.', ","),
            Self::LegalMultiple(multiple) => {
                format!("{} fois le taux légal", multiple.to_string().replace('.', ","))
            }
        }
    }
}

impl fmt::Display for ContractRate {
    /// As records hold it: `12.15`, `3x`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Yearly(rate) => rate.fmt(f),
            Self::LegalMultiple(multiple) => write!(f, "{multiple}x"),
        }
    }
}

impl TryFrom<String> for ContractRate {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let read = |text: &str| Rate::parse(text).map_err(|_| "not a contract rate");
        match text.strip_suffix('x') {
            Some(multiple) => read(multiple).map(|rate| Self::LegalMultiple(rate.value())),
            None => read(&text).map(Self::Yearly),
        }
    }
}

impl From<ContractRate> for String {
    fn from(rate: ContractRate) -> Self {
        rate.to_string()
    }
}

/// Whether a field can be left out of a record.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yearly(text: &str) -> Result<ContractRate, RateError> {
        Ok(ContractRate::Yearly(Rate::parse(text)?))
    }

    #[test]
    fn reads_a_rate_and_a_multiple_of_the_legal_rate() {
        let three = Ok(ContractRate::LegalMultiple(Decimal::from(3)));
        for typed in [
            "3 fois le taux légal",
            "3x",
            "3 × le taux d’intérêt légal",
            "Trois fois le taux légal",
            "3 times",
        ] {
            assert_eq!(ContractRate::parse_typed(typed), three, "{typed}");
        }
        assert_eq!(ContractRate::parse_typed("12,15 %"), yearly("12.15"));
        assert_eq!(ContractRate::parse_typed("10"), yearly("10"));
        assert_eq!(ContractRate::parse_typed(""), Err(RateError::Empty));
        assert_eq!(ContractRate::parse_typed("0 fois"), Err(RateError::NotPositive));
        for unclear in ["beaucoup", "3 fois le taux de la BCE", "3x beaucoup", "12 fois par an 1 %", "3x 12"]
        {
            assert_eq!(ContractRate::parse_typed(unclear), Err(RateError::NotANumber), "{unclear}");
        }
        assert_eq!(ContractRate::parse_typed("100x"), Err(RateError::TooHigh));
    }

    #[test]
    fn what_is_written_reads_back() {
        for text in ["12.15", "3x", "2.5x"] {
            let rate = ContractRate::try_from(text.to_owned()).unwrap();
            assert_eq!(rate.to_string(), text);
            assert_eq!(ContractRate::parse_typed(&rate.typed()), Ok(rate));
        }
        assert!(ContractRate::try_from("x".to_owned()).is_err());
    }

    #[test]
    fn a_client_of_unknown_kind_claims_least_under_every_law() {
        for law in Law::ALL {
            let contract = Contract { law, ..Contract::default() };
            let regime = contract.regime(DebtorKind::Unknown);
            let sum = regime.fixed_compensation(Amount::from_cents(100_000));
            assert_eq!(sum, Amount::ZERO, "{law:?}");
        }
    }
}
