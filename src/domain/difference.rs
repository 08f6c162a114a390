//! What changed between two claims of one debt: at two dates, or by two rate tables (PEN-6).

use chrono::NaiveDate;

use super::claim::{Claim, Segment};
use crate::base::{Amount, Rate};

/// Two claims line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Parts of the claim: principal, interest, fixed sum, total. All four, changed or not.
    pub parts: Vec<PartChange>,
    /// Rows of the working, in order of instalment and date.
    pub rows: Vec<RowChange>,
}

/// A part of the claim before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartChange {
    /// Which.
    pub part: ClaimPart,
    /// Before.
    pub before: Amount,
    /// After.
    pub after: Amount,
}

/// A part of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimPart {
    /// Unpaid principal.
    Principal,
    /// Interest still owed.
    Interest,
    /// Fixed sum still owed.
    Indemnity,
    /// All of it.
    Total,
}

/// A row of the working before and after; a row that starts the same day is the same row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowChange {
    /// Its first day.
    pub from: NaiveDate,
    /// Which instalment it belongs to.
    pub instalment: usize,
    /// As it was; none where it is new.
    pub before: Option<Row>,
    /// As it is; none where it is gone.
    pub after: Option<Row>,
}

/// What a row comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Last day counted.
    pub to: NaiveDate,
    /// Yearly rate.
    pub rate: Rate,
    /// Interest.
    pub interest: Amount,
}

impl PartChange {
    /// After less before.
    #[must_use]
    pub fn change(&self) -> Amount {
        self.after - self.before
    }
}

impl RowChange {
    /// After less before.
    #[must_use]
    pub fn change(&self) -> Amount {
        let interest = |row: Option<Row>| row.map(|row| row.interest).unwrap_or_default();
        interest(self.after) - interest(self.before)
    }
}

impl Difference {
    /// What changed from one claim to another.
    #[must_use]
    pub fn between(before: &Claim, after: &Claim) -> Self {
        let part = |part, of: fn(&Claim) -> Amount| PartChange { part, before: of(before), after: of(after) };
        let parts = vec![
            part(ClaimPart::Principal, |claim| claim.principal_left),
            part(ClaimPart::Interest, |claim| claim.interest_left),
            part(ClaimPart::Indemnity, |claim| claim.indemnity_left),
            part(ClaimPart::Total, |claim| claim.total),
        ];
        let key = |segment: &Segment| (segment.instalment, segment.from);
        let all = before.segments.iter().chain(&after.segments).map(key);
        let mut keys: Vec<(usize, NaiveDate)> = crate::base::order::in_order(all, |key| *key);
        keys.dedup();
        let row = |claim: &Claim, wanted| {
            claim.segments.iter().find(|segment| key(segment) == wanted).map(|segment| Row {
                to: segment.to,
                rate: segment.rate,
                interest: segment.interest,
            })
        };
        let rows = keys.into_iter().map(|(instalment, from)| RowChange {
            from,
            instalment,
            before: row(before, (instalment, from)),
            after: row(after, (instalment, from)),
        });
        Self { parts, rows: rows.filter(|row| row.before != row.after).collect() }
    }

    /// Nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.parts.iter().all(|part| part.before == part.after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::domain::claim::Debt;
    use crate::domain::law::rates::RateTable;
    use crate::domain::movement::{Change, MovementKind};
    use crate::domain::regime::Regime;

    #[test]
    fn the_rows_explain_the_whole_change_of_interest() {
        let day = |text| parse_iso(text).unwrap();
        let mut debt = Debt::new(Regime::FrBusinessDefault, Amount::from_cents(348_000), day("2026-03-15"));
        debt.changes =
            vec![Change::new(day("2026-07-02"), MovementKind::Payment, Amount::from_cents(100_000))];
        let on = |date| debt.claim_on(day(date), RateTable::builtin());
        let (before, after) = (on("2026-06-01"), on("2026-11-22"));
        let difference = Difference::between(&before, &after);
        let rows: Amount = difference.rows.iter().map(RowChange::change).sum();
        assert_eq!(rows, after.interest - before.interest);
        assert_eq!(difference.parts.len(), 4);
        assert_eq!(difference.parts[0].change(), Amount::from_cents(-100_000));
        assert!(Difference::between(&before, &before).is_empty());
    }
}
