//! What a creditor gives up once a plan was kept to its end; nothing before, so that a broken plan gave up nothing.

use super::{InterestDuring, Penalties, Plan};
use crate::base::Amount;
use crate::domain::claim::Claim;

/// What is given up of one invoice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GivenUp {
    /// Late interest.
    pub interest: Amount,
    /// Fixed compensation.
    pub compensation: Amount,
}

impl GivenUp {
    /// Both.
    #[must_use]
    pub fn sum(self) -> Amount {
        self.interest + self.compensation
    }
}

/// What terms give up of an invoice, from its claim on the day of the proposal and its claim on the day all is paid.
///
/// A payment of everything as it was on the first of these days reaches interest before the fixed sum: what accrued
/// since is then left of the fixed sum.
#[must_use]
pub fn given_up(penalties: Penalties, during: InterestDuring, proposed: &Claim, now: &Claim) -> GivenUp {
    let since = (now.interest - proposed.interest).or_zero();
    let of_interest = since.min(now.interest_left);
    // The fixed sum of what falls due within the plan: time was given for it, and where nothing is added meanwhile, nor is
    // that.
    let fallen_due = (now.indemnity - proposed.indemnity).or_zero();
    match (penalties, during) {
        (Penalties::WaivedIfKept, InterestDuring::Stops) => {
            GivenUp { interest: now.interest_left, compensation: now.indemnity_left }
        }
        (Penalties::WaivedIfKept, InterestDuring::Runs) => {
            GivenUp { interest: now.interest_left - of_interest, compensation: now.indemnity_left }
        }
        (Penalties::Included | Penalties::Frozen, InterestDuring::Stops) => {
            let rest = if penalties == Penalties::Included { since - of_interest } else { Amount::ZERO };
            GivenUp { interest: of_interest, compensation: (rest + fallen_due).min(now.indemnity_left) }
        }
        (Penalties::Included | Penalties::Frozen, InterestDuring::Runs) => GivenUp::default(),
    }
}

impl Plan {
    /// What is given up of an invoice, from its claim on the day of the proposal and its claim on the day all is paid.
    #[must_use]
    pub fn given_up(&self, proposed: &Claim, now: &Claim) -> GivenUp {
        given_up(self.penalties, self.interest, proposed, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::base::{ClientId, InvoiceId, PlanId};
    use crate::domain::claim::{Debt, Instalment};
    use crate::domain::law::rates::RateTable;
    use crate::domain::movement::{Change, MovementKind};
    use crate::domain::regime::Regime;

    /// 1,000 € due on 30 June 2026, spread from 1 September, all of it paid on 31 October.
    fn given_up(penalties: Penalties, interest: InterestDuring) -> (Claim, Claim, GivenUp) {
        let day = |text| parse_iso(text).unwrap();
        let mut debt = Debt::new(Regime::FrBusinessDefault, Amount::from_cents(100_000), day("2026-06-30"));
        let proposed = debt.claim_on(day("2026-09-01"), RateTable::builtin());
        let amount = penalties.amount([&proposed]);
        debt.changes.push(Change::new(day("2026-10-31"), MovementKind::Payment, amount));
        let now = debt.claim_on(day("2026-10-31"), RateTable::builtin());
        let plan = Plan {
            id: PlanId(1),
            client: ClientId(1),
            invoices: vec![InvoiceId(1)],
            proposed: day("2026-09-01"),
            answer_by: day("2026-09-09"),
            paid_before: Amount::ZERO,
            down_payment: None,
            instalments: vec![Instalment { due: day("2026-10-31"), amount }],
            penalties,
            interest,
            notice_days: 8,
            accepted: None,
            notices: Vec::new(),
            ended: None,
            note: String::new(),
            undated_because: String::new(),
            goes_on: Vec::new(),
            reserved: Vec::new(),
        };
        let given_up = plan.given_up(&proposed, &now);
        (proposed, now, given_up)
    }

    #[test]
    fn what_was_agreed_decides_what_is_given_up() {
        let (proposed, now, given) = given_up(Penalties::Included, InterestDuring::Stops);
        assert!(proposed.interest.is_positive() && proposed.interest < now.interest);
        assert_eq!(given.sum(), now.total, "all that was spread is paid, and no more is asked");
        let (.., given) = given_up(Penalties::Included, InterestDuring::Runs);
        assert_eq!(given, GivenUp::default());
        let (proposed, now, given) = given_up(Penalties::Frozen, InterestDuring::Stops);
        assert_eq!(now.total - given.sum(), proposed.total - proposed.principal_left, "as they were");
        let (_, now, given) = given_up(Penalties::WaivedIfKept, InterestDuring::Stops);
        assert_eq!(given.sum(), now.total);
        let (proposed, now, given) = given_up(Penalties::WaivedIfKept, InterestDuring::Runs);
        assert_eq!(now.total - given.sum(), now.interest - proposed.interest);
    }

    #[test]
    fn what_falls_due_within_a_plan_that_stops_interest_adds_no_fixed_sum() {
        let day = |text| parse_iso(text).unwrap();
        let mut debt = Debt::new(Regime::FrBusinessDefault, Amount::from_cents(100_000), day("2026-09-20"));
        let proposed = debt.claim_on(day("2026-09-01"), RateTable::builtin());
        debt.changes.push(Change::new(day("2026-10-31"), MovementKind::Payment, Amount::from_cents(100_000)));
        let now = debt.claim_on(day("2026-10-31"), RateTable::builtin());
        assert!(now.indemnity.is_positive() && proposed.indemnity.is_zero());
        for penalties in Penalties::ALL {
            let given = super::given_up(penalties, InterestDuring::Stops, &proposed, &now);
            assert_eq!(given.sum(), now.total, "{penalties:?}");
        }
    }
}
