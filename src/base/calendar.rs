//! The French working calendar: public holidays (C. trav. art. L3133-1, L3134-13 for Alsace-Moselle, read November 2026),
//! working days (Monday to Friday, holidays left out), and moves between them.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Whose public holidays count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// The eleven national holidays.
    #[default]
    France,
    /// Bas-Rhin, Haut-Rhin and Moselle: Good Friday and 26 December besides.
    AlsaceMoselle,
}

/// A public holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// Friday before Easter, Alsace-Moselle.
    GoodFriday,
    /// Monday after Easter.
    EasterMonday,
    /// 1 May.
    LabourDay,
    /// 8 May.
    Victory1945,
    /// Thursday, 39 days after Easter.
    Ascension,
    /// Monday, 50 days after Easter.
    WhitMonday,
    /// 14 July.
    NationalDay,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice1918,
    /// 25 December.
    Christmas,
    /// 26 December, Alsace-Moselle.
    SaintStephen,
}

impl Region {
    /// Every region, in the order a form offers them.
    pub const ALL: [Self; 2] = [Self::France, Self::AlsaceMoselle];

    /// The public holiday a day is, where it is one.
    #[must_use]
    pub fn holiday(self, day: NaiveDate) -> Option<Holiday> {
        let fixed = match (day.month(), day.day()) {
            (1, 1) => Some(Holiday::NewYear),
            (5, 1) => Some(Holiday::LabourDay),
            (5, 8) => Some(Holiday::Victory1945),
            (7, 14) => Some(Holiday::NationalDay),
            (8, 15) => Some(Holiday::Assumption),
            (11, 1) => Some(Holiday::AllSaints),
            (11, 11) => Some(Holiday::Armistice1918),
            (12, 25) => Some(Holiday::Christmas),
            (12, 26) if self == Self::AlsaceMoselle => Some(Holiday::SaintStephen),
            _ => None,
        };
        // What moves with Easter falls between March and June.
        if fixed.is_some() || !(3..=6).contains(&day.month()) {
            return fixed;
        }
        // Ascension can fall on 1 or 8 May; the day is off once, and either name is right.
        match day.signed_duration_since(easter(day.year())?).num_days() {
            -2 if self == Self::AlsaceMoselle => Some(Holiday::GoodFriday),
            1 => Some(Holiday::EasterMonday),
            39 => Some(Holiday::Ascension),
            50 => Some(Holiday::WhitMonday),
            _ => None,
        }
    }

    /// Monday to Friday, and no public holiday.
    #[must_use]
    pub fn is_working(self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && self.holiday(day).is_none()
    }

    /// The day itself where it is a working one, or the next that is.
    #[must_use]
    pub fn working_from(self, day: NaiveDate) -> NaiveDate {
        day.iter_days().take(15).find(|day| self.is_working(*day)).unwrap_or(day)
    }

    /// The first working day after a day.
    #[must_use]
    pub fn next_working(self, day: NaiveDate) -> NaiveDate {
        day.succ_opt().map_or(day, |next| self.working_from(next))
    }
}

/// Easter Sunday of a Gregorian year (Meeus, Jones and Butcher).
#[must_use]
pub fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let (leaps, rest) = (century.div_euclid(4), century.rem_euclid(4));
    let moved = (century + 8).div_euclid(25);
    let lunar = (century - moved + 1).div_euclid(3);
    let epact = (19 * golden + century - leaps - lunar + 15).rem_euclid(30);
    let (of_leaps, over) = (of_century.div_euclid(4), of_century.rem_euclid(4));
    let weekday = (32 + 2 * rest + 2 * of_leaps - epact - over).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday).div_euclid(451);
    // Days after 22 March, the earliest Easter.
    let days = epact + weekday - 7 * late;
    NaiveDate::from_ymd_opt(year, 3, 22)?.checked_add_days(Days::new(u64::try_from(days).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    #[test]
    fn easter_falls_where_almanacs_say() {
        for sunday in [
            "1961-04-02",
            "1981-04-19",
            "2000-04-23",
            "2008-03-23",
            "2011-04-24",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
        ] {
            assert_eq!(easter(day(sunday).year()), Some(day(sunday)));
        }
        for year in 1900..2200 {
            let sunday = easter(year).unwrap();
            assert_eq!(sunday.weekday(), Weekday::Sun, "{year}");
            assert!((day(&format!("{year}-03-22"))..=day(&format!("{year}-04-25"))).contains(&sunday));
        }
    }

    #[test]
    fn holidays_of_2026() {
        let off = |region: Region| {
            day("2026-01-01")
                .iter_days()
                .take(365)
                .filter(|day| region.holiday(*day).is_some())
                .map(|day| day.format("%m-%d").to_string())
                .collect::<Vec<_>>()
        };
        let national = [
            "01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25",
        ];
        assert_eq!(off(Region::France), national);
        let eastern = off(Region::AlsaceMoselle);
        assert_eq!(eastern.len(), 13);
        assert!(eastern.contains(&"04-03".to_owned()) && eastern.contains(&"12-26".to_owned()));
    }

    #[test]
    fn work_goes_on_after_a_long_weekend() {
        // Friday 1 May 2026 is followed by a weekend.
        assert_eq!(Region::France.working_from(day("2026-05-01")), day("2026-05-04"));
        assert_eq!(Region::France.next_working(day("2026-05-04")), day("2026-05-05"));
        assert_eq!(Region::France.working_from(day("2026-04-03")), day("2026-04-03"));
        assert_eq!(Region::AlsaceMoselle.working_from(day("2026-04-03")), day("2026-04-07"));
        assert_eq!(Region::AlsaceMoselle.working_from(day("2026-12-25")), day("2026-12-28"));
    }
}
