//! The part of a claim that is not contested, with its own penalties: what goes on being asked for while the rest is
//! discussed. What the contested part costs by being late is reserved, and not given up.

use chrono::NaiveDate;

use super::{Claim, DayCount, Debt, InstalmentClaim, Segment};
use crate::base::{Amount, rate};
use crate::domain::movement::MovementKind;

impl Claim {
    /// The claim without a contested part of its principal: the same days at the same rates, row by row, on what is not
    /// contested, each row rounded once as ever. `day_count` is that of the debt, `compensation` the fixed sum its law gives
    /// for the principal that is not contested: being late with that part is enough for it to be due.
    ///
    /// Where this is open to question, the least is claimed: what is contested comes off the instalments that fell due first,
    /// payments have paid the penalties of this part before those of the other, and all penalties are reserved where no
    /// principal is left beside the contested part, or where interest bears interest.
    #[must_use]
    pub fn undisputed(&self, contested: Amount, day_count: DayCount, compensation: Amount) -> Self {
        let contested = contested.min(self.principal_left);
        let is_whole = contested == self.principal_left;
        self.without(contested, day_count, compensation, is_whole)
    }

    /// The same for a payment plan, whose sums are paid while the contested part waits: what was asked for keeps its
    /// penalties when no principal is left beside that part, and more of the contested part may have been paid than is left.
    #[must_use]
    pub fn beside_contested(&self, contested: Amount, day_count: DayCount, compensation: Amount) -> Self {
        self.without(contested, day_count, compensation, false)
    }

    /// `is_whole`: nothing but the contested part is owed, and all that its lateness costs is reserved.
    fn without(&self, contested: Amount, day_count: DayCount, compensation: Amount, is_whole: bool) -> Self {
        if !contested.is_positive() {
            return self.clone();
        }
        let mut left_out = contested;
        // What is contested of each instalment, by its place.
        let mut parts: Vec<Amount> = self
            .instalments
            .iter()
            .map(|instalment| {
                let part = instalment.left.or_zero().min(left_out);
                left_out -= part;
                part
            })
            .collect();
        // Of what is paid already, the rest came off what fell due last.
        if let Some(last) = parts.last_mut() {
            *last += left_out;
        }
        let principal_left = (self.principal_left - contested).or_zero();
        let is_reserved = is_whole || self.capitalised;
        let segments: Vec<Segment> = if is_reserved {
            Vec::new()
        } else {
            self.segments.iter().filter_map(|row| row.without(&parts, day_count)).collect()
        };
        let interest: Amount = segments.iter().map(|row| row.interest).sum();
        let daily = |(instalment, part): (&InstalmentClaim, &Amount)| {
            let (yearly, year) = instalment.tomorrow?;
            Some(rate::interest((instalment.left - *part).or_zero(), yearly, 1, year))
        };
        let daily = if is_reserved {
            Amount::ZERO
        } else {
            self.instalments.iter().zip(&parts).filter_map(daily).sum()
        };
        let instalments: Vec<InstalmentClaim> = self
            .instalments
            .iter()
            .zip(&parts)
            .enumerate()
            .map(|(at, (instalment, part))| InstalmentClaim {
                left: instalment.left - (*part).min(instalment.left.or_zero()),
                interest: segments.iter().filter(|row| row.instalment == at).map(|row| row.interest).sum(),
                ..*instalment
            })
            .collect();
        let interest_left = (interest - self.interest_paid() - self.interest_waived).or_zero();
        let indemnity_left = if is_whole {
            Amount::ZERO
        } else {
            (compensation.min(self.indemnity) - self.indemnity_paid() - self.indemnity_waived).or_zero()
        };
        // What came in beyond the principal of this part pays its penalties before anything of the other.
        let beyond = (contested - self.principal_left).or_zero();
        let of_interest = beyond.min(interest_left);
        let interest_left = interest_left - of_interest;
        let indemnity_left = (indemnity_left - (beyond - of_interest)).or_zero();
        let not_due = instalments.iter().filter(|one| self.as_of <= one.due).map(|one| one.left).sum();
        Self {
            interest_left,
            indemnity_left,
            principal_left,
            not_due,
            total: principal_left + interest_left + indemnity_left,
            daily,
            interest,
            interest_from: segments.iter().map(|row| row.from).min(),
            provisional: if segments.is_empty() { Vec::new() } else { self.provisional.clone() },
            days: segments.iter().map(|row| row.days).sum(),
            instalments,
            segments,
            ..self.clone()
        }
    }
}

impl Debt {
    /// The part of a claim on this debt that a payment plan covers, which left a contested sum out on a day: see
    /// [`Claim::beside_contested`]. What a credit note took off the price since is contested no more.
    #[must_use]
    pub fn beside_contested(&self, claim: &Claim, contested: Amount, since: NaiveDate) -> Claim {
        let is_since = |date: NaiveDate| since < date && date <= claim.as_of;
        let credited = self.changes.iter().filter(|change| change.kind == MovementKind::CreditNote);
        let credited: Amount =
            credited.filter(|change| is_since(change.date)).map(|change| change.amount).sum();
        let fixed = self.regime.fixed_compensation(self.principal - contested);
        claim.beside_contested((contested - credited).or_zero(), self.day_count, fixed)
    }
}

impl Segment {
    /// The row without what is contested of its instalment; none where nothing of it is left to bear interest.
    fn without(&self, parts: &[Amount], day_count: DayCount) -> Option<Self> {
        let base = self.base - parts.get(self.instalment).copied().unwrap_or_default();
        let (days, interest) = day_count.interest(base, self.rate, self.from, self.to);
        base.is_positive().then(|| Self { days, base, interest, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::domain::claim::{Debt, Instalment};
    use crate::domain::law::rates::RateTable;
    use crate::domain::movement::{Change, MovementKind};
    use crate::domain::regime::Regime;

    fn euros(sum: i64) -> Amount {
        Amount::from_cents(sum * 100)
    }

    fn day(iso: &str) -> chrono::NaiveDate {
        parse_iso(iso).expect("a day")
    }

    fn debt(principal: i64, paid: &[(i64, &str)]) -> Debt {
        let mut debt = Debt::new(Regime::FrBusinessDefault, euros(principal), day("2026-03-15"));
        debt.changes = paid
            .iter()
            .map(|(sum, on)| Change {
                date: day(on),
                kind: MovementKind::Payment,
                amount: euros(*sum),
                if_settled_by: None,
            })
            .collect();
        debt
    }

    fn on(debt: &Debt, iso: &str) -> Claim {
        debt.claim_on(day(iso), RateTable::builtin())
    }

    #[test]
    fn what_is_not_contested_is_the_claim_of_a_smaller_debt() {
        let whole = on(&debt(3_480, &[(1_000, "2026-07-02")]), "2026-11-22");
        let part = whole.undisputed(euros(400), DayCount::Actual365, euros(40));
        let smaller = on(&debt(3_080, &[(1_000, "2026-07-02")]), "2026-11-22");
        assert_eq!(part.segments, smaller.segments);
        assert_eq!(
            (part.principal_left, part.interest_left, part.indemnity_left, part.total, part.daily),
            (euros(2_080), smaller.interest_left, euros(40), smaller.total, smaller.daily)
        );
        assert!(part.interest < whole.interest, "the rest is reserved");
    }

    #[test]
    fn nothing_contested_changes_nothing_and_all_of_it_reserves_all() {
        let whole = on(&debt(3_480, &[(1_000, "2026-07-02")]), "2026-11-22");
        assert_eq!(whole.undisputed(Amount::ZERO, DayCount::Actual365, euros(40)), whole);
        let none = whole.undisputed(euros(9_000), DayCount::Actual365, euros(40));
        assert_eq!((none.total, none.daily, none.segments.len()), (Amount::ZERO, Amount::ZERO, 0));
    }

    #[test]
    fn a_part_comes_off_what_fell_due_first() {
        let mut debt = debt(1_000, &[]);
        debt.later = vec![Instalment { due: day("2026-12-15"), amount: euros(600) }];
        let whole = on(&debt, "2026-11-22");
        assert_eq!(whole.not_due, euros(600));
        let part = whole.undisputed(euros(300), DayCount::Actual365, euros(40));
        assert_eq!((part.not_due, part.exigible() - part.interest_left), (euros(600), euros(140)));
        let first = part.instalments.first().map(|one| (one.left, one.interest));
        assert_eq!(first, Some((euros(100), part.interest)));
    }

    #[test]
    fn what_was_paid_as_interest_pays_that_of_this_part_first() {
        let mut interest_first = debt(3_480, &[(1_000, "2026-07-02")]);
        interest_first.allocation = crate::domain::claim::Allocation::InterestFirst;
        let whole = on(&interest_first, "2026-11-22");
        let part = whole.undisputed(euros(400), DayCount::Actual365, euros(40));
        assert_eq!(part.principal_left, whole.principal_left - euros(400));
        assert_eq!(part.interest_left, part.interest - whole.interest_paid());
        assert!(part.interest_left < whole.interest_left);
    }
}
