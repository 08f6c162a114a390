//! What an order for payment costs before each court: the sums the kit prints and the comparison of ways out counts with.
//!
//! Sources: tariff of the clerks of commercial courts and CPC art. 1425 (33 to 38 € quoted in 2025; the tariff since 1 March
//! 2026 was not seen); CGI art. 1635 bis Q and loi n° 2026-103, art. 128 (50 € a civil instance; whether it applies to this
//! request is not confirmed); prices of having an order served as seen in 2025. Read in September 2026.

use chrono::NaiveDate;

use super::court::Court;
use crate::base::{Amount, Lang};

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
    /// Where it was read: the key of [`source`].
    pub source: &'static str,
    /// Seen at its source.
    pub confirmed: bool,
}

/// Where fees were read: key, in French, in English.
const SOURCES: [(&str, &str, &str); 5] = [
    ("clerk", "tarif des greffes\u{a0}; CPC art. 1425", "tariff of clerks; CPC art. 1425"),
    ("no-clerk", "gratuité devant le tribunal judiciaire", "none before the tribunal judiciaire"),
    (
        "legal-aid",
        "Code général des impôts (CGI), art. 1635 bis Q\u{a0}; loi n°\u{a0}2026-103, art. 128\u{a0}; son application à l’injonction de payer n’est pas confirmée",
        "French tax code (CGI), art. 1635 bis Q; act no. 2026-103, art. 128; whether it applies to an order for payment is not confirmed",
    ),
    (
        "contribution",
        "Code général des impôts (CGI), art. 1635 bis Q\u{a0}; loi n°\u{a0}2026-103, art. 128\u{a0}: par instance civile, depuis le 1er\u{a0}mars ou le 1er\u{a0}mai 2026 selon les sources",
        "French tax code (CGI), art. 1635 bis Q; act no. 2026-103, art. 128: for each civil instance, since 1 March or 1 May 2026 as sources have it",
    ),
    ("service", "prix relevés en 2025", "prices seen in 2025"),
];

/// A source of fees in a language; empty where the key is not known.
#[must_use]
pub fn source(key: &str, lang: Lang) -> &'static str {
    let known = SOURCES.iter().find(|(known, ..)| *known == key);
    known.map_or("", |(_, french, english)| lang.pick(*french, *english))
}

/// Day these sums were read.
pub const READ: NaiveDate = match NaiveDate::from_ymd_opt(2026, 9, 25) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

const fn fee(kind: FeeKind, low: i64, high: i64, source: &'static str, confirmed: bool) -> Fee {
    Fee { kind, low: Amount::from_cents(low), high: Amount::from_cents(high), source, confirmed }
}

/// The clerk of a commercial court.
pub const CLERK: Fee = fee(FeeKind::Clerk, 3_300, 3_800, "clerk", false);
/// The clerk of a *tribunal judiciaire*, which costs nothing.
pub const NO_CLERK: Fee = fee(FeeKind::Clerk, 0, 0, "no-clerk", true);
/// The contribution of 50 €, where it applies.
pub const LEGAL_AID: Fee = fee(FeeKind::LegalAid, 5_000, 5_000, "legal-aid", false);
/// The same where a claim is brought, whose text itself says it is due.
pub const CONTRIBUTION: Fee = Fee { source: "contribution", ..LEGAL_AID };
/// The officer who serves the order.
pub const SERVICE: Fee = fee(FeeKind::Service, 2_500, 6_500, "service", false);

/// What a claim in court costs beside the writ and a lawyer: the contribution, before the civil court alone. That it is due
/// there is the text itself (CGI art. 1635 bis Q); since which day in 2026, sources disagree.
#[must_use]
pub fn of_claim(court: Court) -> Option<Fee> {
    (court == Court::Judicial).then_some(CONTRIBUTION)
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
    fn every_fee_names_its_source() {
        for fee in [CLERK, NO_CLERK, LEGAL_AID, CONTRIBUTION, SERVICE] {
            for lang in [Lang::Fr, Lang::En] {
                assert!(!source(fee.source, lang).is_empty(), "{fee:?}");
            }
        }
        for (_, french, _) in SOURCES {
            assert!(
                ![" ;", " :", " ?"].iter().any(|mark| french.contains(mark)),
                "a breaking space in {french:?}"
            );
        }
    }

    #[test]
    fn the_contribution_is_asked_before_the_civil_court_alone() {
        let asks = |court| fees(court).contains(&LEGAL_AID);
        assert!(asks(Court::Judicial));
        for court in [Court::Commercial, Court::EconomicActivities("Lyon"), Court::CommercialChamber] {
            assert!(!asks(court), "{court:?}");
        }
        assert!(fees(Court::CommercialChamber).contains(&NO_CLERK));
        assert_eq!(of_claim(Court::Judicial), Some(CONTRIBUTION));
        for court in [Court::Commercial, Court::CommercialChamber, Court::Administrative] {
            assert_eq!(of_claim(court), None, "{court:?}");
        }
    }
}
