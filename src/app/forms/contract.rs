//! What a contract says about paying late, as typed.

use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::prefilled;
use crate::base::{Amount, Currency, Lang};
use crate::domain::claim::DayCount;
use crate::domain::contract::{Contract, ContractRate, Law};

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContractForm {
    /// Law it is under.
    pub law: Law,
    /// Agreed penalty rate.
    pub rate: String,
    /// Fixed sum of a plain calculation.
    pub fixed_sum: String,
    /// How days and years are counted.
    pub day_count: DayCount,
    /// Interest due for a whole year bears interest.
    pub capitalises: bool,
    /// A periodic invoice.
    pub periodic: bool,
    /// Currency of the invoice.
    pub currency: Currency,
}

/// Names of the fields a contract is typed in, in the form they belong to.
pub struct ContractFields<F> {
    /// Agreed penalty rate.
    pub rate: F,
    /// Fixed sum of a plain calculation.
    pub fixed_sum: F,
}

impl ContractForm {
    /// The form of a known contract.
    #[must_use]
    pub fn of(contract: &Contract, currency: Currency, lang: Lang) -> Self {
        Self {
            law: contract.law,
            rate: contract.rate.map(ContractRate::typed).unwrap_or_default(),
            fixed_sum: contract.fixed_sum.map(|sum| prefilled(lang, sum)).unwrap_or_default(),
            day_count: contract.day_count,
            capitalises: contract.capitalises,
            periodic: contract.periodic,
            currency,
        }
    }

    /// Nothing in it differs from an invoice whose contract is silent.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        *self == Self::default()
    }

    /// Takes a law, and the currency its fixed sum is in.
    pub fn take_law(&mut self, law: Law) {
        self.law = law;
        self.currency = match law {
            Law::British => Currency::GBP,
            Law::Swiss => Currency::CHF,
            _ => Currency::EUR,
        };
    }

    /// The contract; faults at their fields.
    pub fn parse<F: Copy + PartialEq>(
        &self,
        findings: &mut Findings<F>,
        fields: &ContractFields<F>,
    ) -> Contract {
        let rate = if self.law.takes_rate() && !self.rate.trim().is_empty() {
            findings.check(fields.rate, ContractRate::parse_typed(&self.rate))
        } else {
            None
        };
        let mut fixed_sum = None;
        if self.law == Law::Plain {
            match rate {
                None if findings.problem_of(fields.rate).is_none() => {
                    findings.problem(fields.rate, Problem::Required);
                }
                Some(ContractRate::LegalMultiple(_)) => {
                    findings.problem(fields.rate, Problem::Rate(crate::base::RateError::NotANumber));
                }
                _ => {}
            }
            if !self.fixed_sum.trim().is_empty() {
                fixed_sum = findings.check(fields.fixed_sum, Amount::parse_typed(&self.fixed_sum));
                if fixed_sum.is_some_and(|sum| sum < Amount::ZERO) {
                    findings.problem(fields.fixed_sum, Problem::NotPositive);
                }
            }
        }
        Contract {
            law: self.law,
            rate,
            fixed_sum,
            day_count: self.day_count,
            capitalises: self.capitalises,
            periodic: self.periodic,
        }
    }
}
