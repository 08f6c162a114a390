//! What an order for payment costs before each court: the sums the kit prints and the comparison of ways out counts with.
//!
//! Sources: tariff of the clerks of commercial courts and CPC art. 1425 (33 to 38 € quoted in 2025; the tariff since 1 March
//! 2026 was not seen); CGI art. 1635 bis Q and loi n° 2026-103, art. 128 (50 € a civil instance; whether it applies to this
//! request is not confirmed); prices of having an order served as seen in 2025. Read in September 2026.

use chrono::NaiveDate;

use super::court::Court;
use crate::base::Amount;

/// What is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FeeKind {
    /// The clerk’s fee.
    Clerk,
    /// The contribution to legal aid.
    LegalAid,
    /// Having the order served.
    Service,
}

/// A fee, from the least to the most, as it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fee {
    /// What for.
    pub kind: FeeKind,
    /// Least, in euros.
    pub low: Amount,
    /// Most, in euros.
    pub high: Amount,
    /// Seen at its source.
    pub confirmed: bool,
}

/// Day these sums were read.
pub const READ: NaiveDate = match NaiveDate::from_ymd_opt(2026, 9, 25) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

const fn fee(kind: FeeKind, low: i64, high: i64, confirmed: bool) -> Fee {
    Fee { kind, low: Amount::from_cents(low), high: Amount::from_cents(high), confirmed }
}

/// The clerk of a commercial court.
pub const CLERK: Fee = fee(FeeKind::Clerk, 3_300, 3_800, false);
/// The clerk of a *tribunal judiciaire*, which costs nothing.
pub const NO_CLERK: Fee = fee(FeeKind::Clerk, 0, 0, true);
/// The contribution of 50 €, where it applies.
pub const LEGAL_AID: Fee = fee(FeeKind::LegalAid, 5_000, 5_000, false);
/// The officer who serves the order.
pub const SERVICE: Fee = fee(FeeKind::Service, 2_500, 6_500, false);

/// What a claim in court costs beside the writ and a lawyer: the contribution, before the civil court alone. That it is due
/// there is the text itself (CGI art. 1635 bis Q); since which day in 2026, sources disagree.
#[must_use]
pub fn of_claim(court: Court) -> Option<Fee> {
    (court == Court::Judicial).then_some(LEGAL_AID)
}

/// The fees of an order for payment before a court, in the order they fall due. The contribution is none of commercial matters.
#[must_use]
pub fn fees(court: Court) -> &'static [Fee] {
    const COMMERCIAL: [Fee; 2] = [CLERK, SERVICE];
    const CHAMBER: [Fee; 2] = [NO_CLERK, SERVICE];
    const ADMINISTRATIVE: [Fee; 1] = [NO_CLERK];
    const JUDICIAL: [Fee; 3] = [NO_CLERK, LEGAL_AID, SERVICE];
    match court {
        Court::Commercial | Court::EconomicActivities(_) => &COMMERCIAL,
        Court::CommercialChamber => &CHAMBER,
        // No order for payment is made there, and its clerk costs nothing.
        Court::Administrative => &ADMINISTRATIVE,
        Court::Judicial => &JUDICIAL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contribution_is_asked_before_the_civil_court_alone() {
        let asks = |court| fees(court).contains(&LEGAL_AID);
        assert!(asks(Court::Judicial));
        for court in [Court::Commercial, Court::EconomicActivities("Lyon"), Court::CommercialChamber] {
            assert!(!asks(court), "{court:?}");
        }
        assert!(fees(Court::CommercialChamber).contains(&NO_CLERK));
        assert_eq!(of_claim(Court::Judicial), Some(LEGAL_AID));
        for court in [Court::Commercial, Court::CommercialChamber, Court::Administrative] {
            assert_eq!(of_claim(court), None, "{court:?}");
        }
    }
}
