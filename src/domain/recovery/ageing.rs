//! Ageing (*ancienneté*): how the chance of being paid falls as a claim grows old, for a picture. The two figures are those the
//! ways out reckon with, quoted or the user’s own.

use super::super::assumptions::Assumptions;
use super::chance::{THREE_MONTHS, YEAR, by_age};
use super::fact_file::FactFile;
use super::route::Quoted;
use crate::base::Percent;

/// The chance by age, and the age of one claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ageing {
    /// Days the claim is late; zero or less where it is not.
    pub days: i64,
    early: Percent,
    late: Percent,
}

impl Ageing {
    /// Days late the first figure is for.
    pub const EARLY: i64 = THREE_MONTHS;
    /// Days late the second figure is for.
    pub const LATE: i64 = YEAR;
    /// Ages of the table, in days: three, six and nine months, a year.
    const AGES: [i64; 4] = [Self::EARLY, 182, 273, Self::LATE];

    /// What is supposed, and a claim that is so many days late.
    #[must_use]
    pub fn of(assumptions: &Assumptions, days: i64) -> Self {
        let share = |quoted| FactFile::builtin().share(quoted, &assumptions.shares);
        Self { days, early: share(Quoted::AtThreeMonths), late: share(Quoted::AfterAYear) }
    }

    /// Chance in per cent after so many days late: a straight line between the two figures, flat before and after.
    #[must_use]
    pub fn chance(&self, days: i64) -> i64 {
        by_age(days, self.early, self.late)
    }

    /// Ages in days with their chance, the claim’s own among them where it is late, youngest first.
    #[must_use]
    pub fn rows(&self) -> Vec<(i64, i64)> {
        let mut ages = Self::AGES.to_vec();
        if 0 < self.days && !ages.contains(&self.days) {
            ages.insert(ages.partition_point(|age| *age < self.days), self.days);
        }
        ages.into_iter().map(|age| (age, self.chance(age))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_the_quoted_figures_and_the_claim() {
        let ageing = Ageing::of(&Assumptions::default(), 228);
        assert_eq!(ageing.rows(), [(91, 75), (182, 57), (228, 48), (273, 39), (365, 20)]);
        assert_eq!(Ageing::of(&Assumptions::default(), 365).rows().len(), 4, "an age is said once");
        assert_eq!(Ageing::of(&Assumptions::default(), -3).rows().len(), 4, "what is not late has no age");
    }

    #[test]
    fn the_user_s_own_figures_take_their_place() {
        let mut own = Assumptions::default();
        own.shares.insert(Quoted::AtThreeMonths, Percent::nearest(90));
        own.shares.insert(Quoted::AfterAYear, Percent::nearest(40));
        let ageing = Ageing::of(&own, 10);
        assert_eq!((ageing.chance(10), ageing.chance(91), ageing.chance(500)), (90, 90, 40));
    }
}
