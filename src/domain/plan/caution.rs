//! What to think twice about before a schedule is proposed. Nothing here forbids: a creditor may agree to anything.
//!
//! Sources: C. civ. art. 1343-5 (a court gives 24 months at most), read November 2026.

use chrono::{Months, NaiveDate};

use super::schedule::Schedule;
use crate::base::Amount;
use crate::base::calendar::Region;

/// The longest a court may spread a debt over, in months (C. civ. art. 1343-5).
pub const LONGEST_GRACE_MONTHS: u32 = 24;

/// More instalments than this are many: two years of them by the month.
const MANY: usize = 24;

/// A last instalment is tiny below this share of the one before: one part in so many.
const TINY: i64 = 10;

/// What a schedule is looked at with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Circumstances {
    /// The day it is looked at.
    pub today: NaiveDate,
    /// The day by which the client answers.
    pub answer_by: NaiveDate,
    /// Last day on which the claim can be sued for, where it is known.
    pub limitation: Option<NaiveDate>,
    /// Whose public holidays count.
    pub region: Region,
    /// What the client contests of the invoices it covers.
    pub contested: Amount,
    /// The first due date of what it covers, where nothing of that is due yet.
    pub not_due_before: Option<NaiveDate>,
}

/// Something to think twice about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caution {
    /// A part of what it spreads is contested: who signs owns to it, and no agreement is made before that is settled.
    Contested {
        /// How much.
        amount: Amount,
    },
    /// The first instalment falls before the client has to answer.
    AnswerAfterFirst {
        /// Its day.
        first: NaiveDate,
        /// The day for the answer.
        answer_by: NaiveDate,
    },
    /// The first instalment is asked for before the invoices are due.
    BeforeDue {
        /// Its day.
        first: NaiveDate,
        /// The first due date of what it covers.
        due: NaiveDate,
    },
    /// One sum on one day: more time, and no instalments.
    OnlyOne,
    /// Longer than a court could impose: a gift.
    OverTwoYears {
        /// Day of the last instalment.
        last: NaiveDate,
        /// The last day a court could give from today.
        limit: NaiveDate,
    },
    /// It ends after the claim can no longer be sued for, unless the client signs or pays a part before.
    BeyondLimitation {
        /// Last day on which the claim can be sued for.
        expires: NaiveDate,
    },
    /// Many to watch over, and to keep.
    Many {
        /// How many.
        count: usize,
    },
    /// The last instalment is worth less than the trouble.
    TinyLast {
        /// Its amount.
        last: Amount,
        /// The amount of the one before.
        regular: Amount,
    },
    /// Some fall on a weekend or a public holiday, when no transfer is booked.
    OffDays {
        /// Which days.
        days: Vec<NaiveDate>,
    },
}

impl Schedule {
    /// What to think twice about, the gravest first.
    #[must_use]
    pub fn cautions(&self, at: Circumstances) -> Vec<Caution> {
        let mut cautions = Vec::new();
        let (Some(first), Some(last)) = (self.instalments.first(), self.instalments.last()) else {
            return cautions;
        };
        if at.contested.is_positive() {
            cautions.push(Caution::Contested { amount: at.contested });
        }
        if let Some(due) = at.not_due_before.filter(|due| first.due < *due) {
            cautions.push(Caution::BeforeDue { first: first.due, due });
        }
        if first.due < at.answer_by {
            cautions.push(Caution::AnswerAfterFirst { first: first.due, answer_by: at.answer_by });
        }
        if self.instalments.len() == 1 && self.down_payment.is_zero() {
            cautions.push(Caution::OnlyOne);
        }
        if let Some(expires) = at.limitation.filter(|expires| *expires < last.due) {
            cautions.push(Caution::BeyondLimitation { expires });
        }
        let limit = at.today.checked_add_months(Months::new(LONGEST_GRACE_MONTHS)).unwrap_or(NaiveDate::MAX);
        if limit < last.due {
            cautions.push(Caution::OverTwoYears { last: last.due, limit });
        }
        if MANY < self.instalments.len() {
            cautions.push(Caution::Many { count: self.instalments.len() });
        }
        if let [.., regular, last] = self.instalments.as_slice()
            && last.amount.cents().saturating_mul(TINY) < regular.amount.cents()
        {
            cautions.push(Caution::TinyLast { last: last.amount, regular: regular.amount });
        }
        let days: Vec<NaiveDate> =
            self.instalments.iter().map(|row| row.due).filter(|day| !at.region.is_working(*day)).collect();
        if !days.is_empty() {
            cautions.push(Caution::OffDays { days });
        }
        cautions
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::domain::plan::schedule::{Division, PlanTerms, Rhythm};

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn cautions(first: &str, cents: i64, rhythm: Rhythm, division: Division) -> Vec<Caution> {
        let terms = PlanTerms {
            amount: Amount::from_cents(cents),
            down_payment: Amount::ZERO,
            first: day(first),
            rhythm,
            division,
            working_days: None,
        };
        let at = Circumstances {
            today: day("2026-11-29"),
            answer_by: day("2026-12-07"),
            limitation: Some(day("2028-06-30")),
            region: Region::France,
            contested: Amount::ZERO,
            not_due_before: Some(day("2026-11-20")),
        };
        terms.schedule().unwrap().cautions(at)
    }

    #[test]
    fn a_plain_plan_calls_for_nothing() {
        assert_eq!(cautions("2026-12-07", 100_000, Rhythm::Weekly, Division::Count(2)), []);
    }

    #[test]
    fn a_sum_due_before_the_answer_and_a_single_one_are_seen() {
        let (first, answer_by) = (day("2026-12-04"), day("2026-12-07"));
        assert_eq!(
            cautions("2026-12-04", 100_000, Rhythm::Weekly, Division::Count(2)),
            [Caution::AnswerAfterFirst { first, answer_by }]
        );
        assert_eq!(cautions("2026-12-07", 100_000, Rhythm::Weekly, Division::Count(1)), [Caution::OnlyOne]);
    }

    #[test]
    fn nothing_is_asked_for_before_it_is_due_unsaid() {
        let terms = PlanTerms {
            amount: Amount::from_cents(100_000),
            down_payment: Amount::ZERO,
            first: day("2027-01-11"),
            rhythm: Rhythm::Monthly,
            division: Division::Count(2),
            working_days: None,
        };
        let due = day("2027-01-15");
        let at = Circumstances {
            today: day("2026-11-29"),
            answer_by: day("2026-12-07"),
            limitation: None,
            region: Region::France,
            contested: Amount::ZERO,
            not_due_before: Some(due),
        };
        let first = day("2027-01-11");
        assert_eq!(terms.schedule().unwrap().cautions(at), [Caution::BeforeDue { first, due }]);
    }

    #[test]
    fn two_years_to_the_day_are_not_over_two_years() {
        let quarterly = |count| cautions("2026-11-29", 100_000, Rhythm::Quarterly, Division::Count(count));
        let over = |cautions: Vec<Caution>| {
            cautions.into_iter().find(|caution| matches!(caution, Caution::OverTwoYears { .. }))
        };
        assert_eq!(over(quarterly(9)), None);
        let (last, limit) = (day("2029-02-28"), day("2028-11-29"));
        assert_eq!(over(quarterly(10)), Some(Caution::OverTwoYears { last, limit }));
    }

    #[test]
    fn the_end_of_limitation_a_tiny_rest_and_days_off_are_seen() {
        let each = Division::Each(Amount::from_cents(10_000));
        assert_eq!(
            cautions("2028-06-28", 10_999, Rhythm::Weekly, each),
            [
                Caution::BeyondLimitation { expires: day("2028-06-30") },
                Caution::TinyLast { last: Amount::from_cents(999), regular: Amount::from_cents(10_000) },
            ]
        );
        assert_eq!(cautions("2028-06-19", 11_000, Rhythm::Weekly, each), []);
        let off = Caution::OffDays { days: vec![day("2026-12-25")] };
        let answer_by = day("2026-12-07");
        let early = Caution::AnswerAfterFirst { first: day("2026-11-30"), answer_by };
        assert_eq!(cautions("2026-12-25", 10_000, Rhythm::Monthly, each)[1..], [off]);
        assert_eq!(cautions("2026-11-30", 20_000, Rhythm::Weekly, each), [early]);
        let weekly = |count| cautions("2026-12-07", 100_000, Rhythm::Weekly, Division::Count(count));
        let many = Caution::Many { count: 25 };
        assert!(
            !weekly(24).iter().any(|one| matches!(one, Caution::Many { .. })) && weekly(25).contains(&many)
        );
    }
}
