//! Regimes: which law fixes the rate and the fixed sum of a debt, and from when interest runs.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::law::rates::Series;
use super::law::sources::{self, Source};
use crate::base::{Amount, Currency, Rate};

/// Yearly Swiss default rate, CO art. 104 al. 1.
const SWISS_RATE: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
/// Fixed compensation of C. com. art. D441-5, CCP art. D2192-35, directive art. 6, BGB § 288(5): 40 in the currency.
const FIXED_COMPENSATION_CENTS: i64 = 4_000;

/// The law a debt is under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Regime {
    /// French professionals, no lawful rate agreed: ECB + 10 of each half-year (C. com. art. L441-10 II).
    FrBusinessDefault,
    /// French professionals with an agreed rate.
    FrBusinessContract(Rate),
    /// French professionals with a rate agreed as a multiple of the legal rate.
    FrBusinessLegalMultiple(Decimal),
    /// A consumer: nothing before formal notice, then the legal rate, or the rate accepted in the contract.
    FrConsumer(Option<Rate>),
    /// A French public buyer: ECB + 8 of the half-year in which interest starts, for the whole delay.
    FrPublic,
    /// The directive's floor, for a debtor elsewhere in the Union.
    EuBusiness,
    /// Belgian professionals.
    BeBusiness,
    /// Luxembourg professionals.
    LuBusiness,
    /// German professionals.
    DeBusiness,
    /// German consumers.
    DeConsumer,
    /// United Kingdom professionals: frozen at the start, £40, £70 or £100.
    UkBusiness,
    /// Swiss law.
    Ch,
    /// A law that fixes nothing for this client: the principal alone.
    PrincipalOnly,
    /// A plain calculator: a given rate and a given fixed sum.
    Fixed {
        /// Per cent per year.
        rate: Rate,
        /// Fixed sum when late.
        indemnity: Amount,
    },
}

/// How the yearly rate of a regime is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RatePlan {
    /// The same rate for every day.
    Constant(Rate),
    /// Each day takes the rate of its half-year, times a multiple; rows end with every half-year.
    ByHalfYear(Series, Decimal),
    /// Each day takes the rate in force; rows end only where it changes.
    AsItChanges(Series),
    /// The rate of the first day of interest holds for the whole delay.
    FrozenAtStart(Series),
}

impl Regime {
    /// How its rate is found.
    #[must_use]
    pub fn rate_plan(self) -> RatePlan {
        match self {
            Self::FrBusinessDefault => RatePlan::ByHalfYear(Series::FrBusinessDefault, Decimal::ONE),
            Self::FrBusinessContract(rate) | Self::FrConsumer(Some(rate)) | Self::Fixed { rate, .. } => {
                RatePlan::Constant(rate)
            }
            Self::FrBusinessLegalMultiple(multiple) => RatePlan::ByHalfYear(Series::FrLegalOthers, multiple),
            Self::FrConsumer(None) => RatePlan::ByHalfYear(Series::FrLegalOthers, Decimal::ONE),
            Self::FrPublic => RatePlan::FrozenAtStart(Series::FrPublic),
            Self::EuBusiness | Self::LuBusiness => RatePlan::AsItChanges(Series::EuBusiness),
            Self::BeBusiness => RatePlan::AsItChanges(Series::BeBusiness),
            Self::DeBusiness => RatePlan::AsItChanges(Series::DeBusiness),
            Self::DeConsumer => RatePlan::AsItChanges(Series::DeConsumer),
            Self::UkBusiness => RatePlan::FrozenAtStart(Series::UkBusiness),
            Self::Ch => RatePlan::Constant(Rate::percent(SWISS_RATE)),
            Self::PrincipalOnly => RatePlan::Constant(Rate::default()),
        }
    }

    /// Interest only runs from formal notice (C. civ. art. 1231-6 and 1344-1).
    #[must_use]
    pub fn needs_formal_notice(self) -> bool {
        matches!(self, Self::FrConsumer(_))
    }

    /// The legal rate it bears rises two months after a decision becomes enforceable (CMF art. L313-3).
    #[must_use]
    pub fn rises_after_judgment(self) -> bool {
        matches!(self, Self::FrConsumer(None))
    }

    /// Fixed sum owed for paying this principal late; zero where the regime knows none.
    #[must_use]
    pub fn fixed_compensation(self, principal: Amount) -> Amount {
        match self {
            Self::FrConsumer(_) | Self::DeConsumer | Self::Ch | Self::PrincipalOnly => Amount::ZERO,
            Self::Fixed { indemnity, .. } => indemnity,
            Self::UkBusiness if principal >= Amount::from_cents(1_000_000) => Amount::from_cents(10_000),
            Self::UkBusiness if principal >= Amount::from_cents(100_000) => Amount::from_cents(7_000),
            _ => Amount::from_cents(FIXED_COMPENSATION_CENTS),
        }
    }

    /// The contract rate to hold against the legal floor, for regimes that have one.
    #[must_use]
    pub fn rate_under_floor_check(self) -> Option<Rate> {
        match self {
            Self::FrBusinessContract(rate) => Some(rate),
            _ => None,
        }
    }

    /// The currency its fixed sum is written in, where the law says.
    #[must_use]
    pub fn currency(self) -> Currency {
        match self {
            Self::UkBusiness => Currency::GBP,
            Self::Ch => Currency::CHF,
            _ => Currency::EUR,
        }
    }

    /// The provision interest rests on; none for a plain calculator.
    #[must_use]
    pub fn interest_source(self) -> Option<Source> {
        match self {
            Self::FrBusinessDefault | Self::FrBusinessContract(_) | Self::FrBusinessLegalMultiple(_) => {
                Some(sources::LATE_INTEREST_BUSINESS)
            }
            Self::FrConsumer(_) => Some(sources::LATE_INTEREST_CIVIL),
            Self::FrPublic => Some(sources::LATE_INTEREST_PUBLIC),
            Self::EuBusiness => Some(sources::EU_DIRECTIVE),
            Self::BeBusiness => Some(sources::BELGIAN_ACT),
            Self::LuBusiness => Some(sources::LUXEMBOURG_ACT),
            Self::DeBusiness | Self::DeConsumer => Some(sources::GERMAN_CODE),
            Self::UkBusiness => Some(sources::UK_ACT),
            Self::Ch => Some(sources::SWISS_CODE),
            Self::Fixed { .. } | Self::PrincipalOnly => None,
        }
    }

    /// The provision the fixed sum rests on; none where there is no such sum.
    #[must_use]
    pub fn compensation_source(self) -> Option<Source> {
        match self {
            Self::FrBusinessDefault | Self::FrBusinessContract(_) | Self::FrBusinessLegalMultiple(_) => {
                Some(sources::FIXED_COMPENSATION)
            }
            Self::FrPublic => Some(sources::FIXED_COMPENSATION_PUBLIC),
            Self::FrConsumer(_) | Self::DeConsumer | Self::Ch | Self::Fixed { .. } | Self::PrincipalOnly => {
                None
            }
            _ => self.interest_source(),
        }
    }
}
