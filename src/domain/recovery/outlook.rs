//! Outlook (*appréciation*): what the user expects of the ways out of one claim, in the place of what is proposed.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::route::RecoveryRoute;
use crate::base::{Amount, Currency, Percent};

/// What the user says of one claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outlook {
    /// Own chances, by way.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub chances: BTreeMap<RecoveryRoute, Percent>,
    /// What was quoted in writing (*devis*), by way, in euros: what is paid whatever comes of it, own time and shares apart.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub quotes: BTreeMap<RecoveryRoute, Amount>,
    /// Days until money may come, by way.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub delays: BTreeMap<RecoveryRoute, u32>,
    /// Why a court may be gone to before any amicable contact is on record; empty where it may not.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub without_contact: String,
    /// What a hundred units of the currency of the claim are worth in euros, where it is in another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hundred: Option<Amount>,
}

impl Outlook {
    /// Nothing was said.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// An amount of a claim in euros, rounded once; none where it is in another currency and nobody said what that is worth.
    #[must_use]
    pub fn euros(&self, amount: Amount, currency: Currency) -> Option<Amount> {
        if currency == Currency::EUR {
            return Some(amount);
        }
        let hundred = self.hundred.filter(|hundred| hundred.is_positive())?;
        Some(Amount::round_half_up(amount.value() * hundred.value() / Decimal::ONE_HUNDRED))
    }

    /// What was quoted for a way somebody else is paid for.
    #[must_use]
    pub fn quote(&self, route: RecoveryRoute) -> Option<Amount> {
        self.quotes.get(&route).copied().filter(|quote| route.is_quoted() && Amount::ZERO <= *quote)
    }

    /// The same with another chance of a way; none takes back what was said.
    #[must_use]
    pub fn with_chance(&self, route: RecoveryRoute, chance: Option<Percent>) -> Self {
        let mut outlook = self.clone();
        match chance {
            Some(chance) => outlook.chances.insert(route, chance),
            None => outlook.chances.remove(&route),
        };
        outlook
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_is_said_and_taken_back() {
        let said = Outlook::default().with_chance(RecoveryRoute::PaymentOrder, Percent::new(70));
        assert_eq!(serde_json::to_string(&said).unwrap(), r#"{"chances":{"payment-order":70}}"#);
        assert!(said.with_chance(RecoveryRoute::PaymentOrder, None).is_default());
        let read: Outlook = serde_json::from_str(r#"{"chances":{"payment-order":70}}"#).unwrap();
        assert_eq!(read, said);
    }

    #[test]
    fn a_quote_is_for_what_somebody_is_paid_for_and_never_negative() {
        let json = r#"{"quotes":{"keep-chasing":"10.00","agency":"-5.00","lawyer-letter":"0.00","summary":"960.00"},"delays":{"summary":45}}"#;
        let read: Outlook = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), json);
        assert_eq!(read.quote(RecoveryRoute::KeepChasing), None);
        assert_eq!(read.quote(RecoveryRoute::Agency), None);
        assert_eq!(read.quote(RecoveryRoute::LawyerLetter), Some(Amount::ZERO), "an insurer may pay it");
        assert_eq!(read.quote(RecoveryRoute::Summary), Some(Amount::from_cents(96_000)));
    }

    #[test]
    fn another_currency_is_worth_what_the_user_says() {
        let dollars = Currency::parse("USD").unwrap();
        let amount = Amount::from_cents(600_000);
        let unsaid = Outlook::default();
        assert_eq!(unsaid.euros(amount, Currency::EUR), Some(amount));
        assert_eq!(unsaid.euros(amount, dollars), None);
        let said = Outlook { hundred: Some(Amount::from_cents(8_615)), ..unsaid };
        assert_eq!(said.euros(amount, dollars), Some(Amount::from_cents(516_900)));
        assert_eq!(
            said.euros(amount, Currency::EUR),
            Some(amount),
            "a rate changes nothing of a claim in euros"
        );
        assert!(!said.is_default());
        assert_eq!(serde_json::from_str::<Outlook>(&serde_json::to_string(&said).unwrap()).unwrap(), said);
    }
}
