//! Numbers of the series of penalty notes that no note bears any more. A series without gaps is kept by saying why each
//! number that is missing is: a number that left the house is never given again.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::iso;

/// Why no note of a number is here any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gone {
    /// The note was deleted, and has left the trash.
    Deleted,
    /// Its client was erased.
    Erased,
    /// Its case was put in an archive.
    Archived,
}

/// A number whose note is gone for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cancelled {
    /// Year of the series.
    pub year: i32,
    /// Number within it, from 1.
    pub number: u32,
    /// Day the note was deleted, erased or archived.
    #[serde(with = "iso")]
    pub on: NaiveDate,
    /// Why.
    pub why: Gone,
}

impl Cancelled {
    /// The number as notes bear it: `NP-2026-001`.
    #[must_use]
    pub fn written(&self) -> String {
        written(self.year, self.number)
    }
}

/// A number as notes bear it: `NP-2026-001`.
#[must_use]
pub fn written(year: i32, number: u32) -> String {
    format!("NP-{year}-{number:03}")
}

/// The year and the number of what a note bears; none of what is not of the series.
#[must_use]
pub fn read(number: &str) -> Option<(i32, u32)> {
    let (year, number) = number.trim().strip_prefix("NP-")?.split_once('-')?;
    Some((year.parse().ok()?, number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_back() {
        assert_eq!(read(&written(2026, 7)), Some((2026, 7)));
        assert_eq!(read("FA-2026-007"), None);
    }
}
