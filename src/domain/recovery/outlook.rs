//! Outlook (*appréciation*): what the user expects of the ways out of one claim, in the place of what is proposed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::route::RecoveryRoute;
use crate::base::Percent;

/// What the user says of one claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Outlook {
    /// Own chances, by way.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub chances: BTreeMap<RecoveryRoute, Percent>,
    /// Why a court may be gone to before any amicable contact is on record; empty where it may not.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub without_contact: String,
}

impl Outlook {
    /// Nothing was said.
    #[must_use]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
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
}
