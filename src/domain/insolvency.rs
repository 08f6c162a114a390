//! Insolvency proceedings against a client (*procédure collective*), beside the day they were opened, which the client
//! itself has: what kind, when published, to whom claims are lodged.
//!
//! Sources: C. com. art. L622-24, R622-24 (two months from publication in the BODACC, four for a creditor who does not live in
//! metropolitan France), R641-25 (liquidation), L622-26 (relief from foreclosure within six months of publication), L622-25
//! (what a claim says), L622-28 and L641-3 (interest stops). Read in September 2026; the four months were recalled and not
//! read again.

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::base::iso;

/// Months to lodge a claim.
const LODGING_MONTHS: u32 = 2;
/// More of them for a creditor who does not live in metropolitan France.
const FURTHER_MONTHS: u32 = 2;
/// Months in which relief from foreclosure can be asked for.
const RELIEF_MONTHS: u32 = 6;

/// What kind of proceedings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InsolvencyKind {
    /// *Sauvegarde*: the firm can still pay.
    Safeguard,
    /// *Redressement judiciaire*: it cannot, and may recover.
    Recovery,
    /// *Liquidation judiciaire*: it is wound up.
    Liquidation,
}

/// What is known of insolvency proceedings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Insolvency {
    /// What kind; none where it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<InsolvencyKind>,
    /// Day of publication in the BODACC, from which the time to lodge runs.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub published: Option<NaiveDate>,
    /// Name of the *mandataire judiciaire* or *liquidateur* claims are sent to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office: String,
    /// Postal address of that office, one line each.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub office_address: String,
    /// The user does not live in metropolitan France: two months more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub abroad: bool,
}

/// Until when a claim can be lodged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Last day, not moved to a working day, which is cautious.
    pub lodge_by: NaiveDate,
    /// Last day to ask for relief from foreclosure.
    pub relief_by: NaiveDate,
    /// It is counted from publication; from the judgment where that is not known, which is cautious.
    pub published: bool,
}

impl InsolvencyKind {
    /// Every kind, in the order a form offers them.
    pub const ALL: [Self; 3] = [Self::Safeguard, Self::Recovery, Self::Liquidation];
}

impl Insolvency {
    /// Nothing is known but perhaps the day of the judgment.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }

    /// Until when claims can be lodged in proceedings opened on a day.
    ///
    /// ```
    /// use relance::base::dates::parse_iso;
    /// use relance::domain::insolvency::Insolvency;
    /// let known = Insolvency { published: Some(parse_iso("2026-11-10")?), ..Insolvency::default() };
    /// let clock = known.clock(parse_iso("2026-10-28")?);
    /// assert_eq!(clock.lodge_by, parse_iso("2027-01-10")?);
    /// # Ok::<(), relance::base::DateError>(())
    /// ```
    #[must_use]
    pub fn clock(&self, opened: NaiveDate) -> Clock {
        let from = self.published.unwrap_or(opened);
        let months = if self.abroad { LODGING_MONTHS + FURTHER_MONTHS } else { LODGING_MONTHS };
        let later = |months| from.checked_add_months(Months::new(months)).unwrap_or(from);
        Clock {
            lodge_by: later(months),
            relief_by: later(RELIEF_MONTHS),
            published: self.published.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    #[test]
    fn two_months_run_from_publication_and_four_for_those_abroad() {
        let opened = day("2026-10-28");
        let unknown = Insolvency::default().clock(opened);
        assert_eq!((unknown.lodge_by, unknown.published), (day("2026-12-28"), false));
        let known = Insolvency { published: Some(day("2026-12-31")), ..Insolvency::default() };
        assert_eq!(known.clock(opened).lodge_by, day("2027-02-28"));
        assert_eq!(known.clock(opened).relief_by, day("2027-06-30"));
        let abroad = Insolvency { abroad: true, ..known };
        assert_eq!(abroad.clock(opened).lodge_by, day("2027-04-30"));
    }
}
