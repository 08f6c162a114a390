//! What each invoice of a plan gets of the money that comes in for it: the plan is one debt to the client, who pays its sums
//! without saying of which invoice. They go to what they were spread over, as that was on the day of the proposal, in the
//! order of [`spread`]: principal everywhere before penalties anywhere, the oldest first.

use super::{Penalties, Plan};
use crate::base::{Amount, InvoiceId};
use crate::domain::claim::{Allocation, Claim, Debt};
use crate::domain::spread::{Payable, spread};

/// An invoice of a plan, with what it was spread over and what became of it.
#[derive(Clone, Debug)]
pub struct Covered {
    /// Which.
    pub id: InvoiceId,
    /// Its debt.
    pub debt: Debt,
    /// What is covered of its claim on the day of the proposal.
    pub proposed: Claim,
    /// What is covered of its claim now.
    pub part: Claim,
    /// Its claim now.
    pub now: Claim,
    /// Money received on it since the proposal.
    pub since: Amount,
}

impl Penalties {
    /// A debt as the sums of a plan pay it: where they hold the principal alone, it comes first whatever the debt says.
    #[must_use]
    pub fn as_spread(self, debt: &Debt) -> Debt {
        match self {
            Self::Included => debt.clone(),
            Self::Frozen | Self::WaivedIfKept => {
                Debt { allocation: Allocation::PrincipalFirst, ..debt.clone() }
            }
        }
    }
}

impl Plan {
    /// How a payment goes to the invoices, in their order: first what of its sums is wanting on each, then, of what exceeds
    /// them, what the law makes of it. The parts add up to the payment.
    #[must_use]
    pub fn shares(&self, payment: Amount, covered: &[Covered]) -> Vec<(InvoiceId, Amount)> {
        let since: Amount = covered.iter().map(|one| one.since).sum();
        let mut left = payment;
        let mut parts = Vec::new();
        for wanting in self.wanting((since + payment).min(self.amount()), covered) {
            let part = wanting.min(left);
            left -= part;
            parts.push(part);
        }
        let rests: Vec<Claim> =
            covered.iter().zip(&parts).map(|(one, part)| after(&one.now, *part)).collect();
        let payables: Vec<Payable<'_>> =
            covered.iter().zip(&rests).map(|(one, claim)| payable(one, &one.debt, claim)).collect();
        let beyond = spread(left, &payables);
        beyond.into_iter().zip(parts).map(|((id, more), part)| (id, part + more)).collect()
    }

    /// The parts of its sums that were noted on an invoice beyond its own, while another wants for them: what moves away from
    /// each invoice, below zero what moves to it. None where every part is in its place.
    #[must_use]
    pub fn misplaced(&self, covered: &[Covered]) -> Option<Vec<(InvoiceId, Amount)>> {
        let since: Amount = covered.iter().map(|one| one.since).sum();
        let paid = since.min(self.amount());
        let own = self.own_parts(paid, covered);
        let mut wanted: Amount = self.wanting(paid, covered).into_iter().sum();
        let mut free = Amount::ZERO;
        let mut moves = Vec::new();
        for (one, own) in covered.iter().zip(own) {
            let away = (one.since - own).or_zero().min(wanted);
            wanted -= away;
            free += away;
            moves.push((one.id, away));
        }
        if free.is_zero() {
            return None;
        }
        for ((_, away), wanting) in moves.iter_mut().zip(self.wanting(paid, covered)) {
            let to = wanting.min(free);
            free -= to;
            *away -= to;
        }
        Some(moves)
    }

    /// What of so much money each invoice gets, all of it shared out anew.
    fn own_parts(&self, paid: Amount, covered: &[Covered]) -> Vec<Amount> {
        let debts: Vec<Debt> = covered.iter().map(|one| self.penalties.as_spread(&one.debt)).collect();
        let payables: Vec<Payable<'_>> =
            covered.iter().zip(&debts).map(|(one, debt)| payable(one, debt, &one.proposed)).collect();
        spread(paid, &payables).into_iter().map(|(_, part)| part).collect()
    }

    /// What of so much money is not noted on each invoice yet, and still owed on it.
    fn wanting(&self, paid: Amount, covered: &[Covered]) -> Vec<Amount> {
        let own = self.own_parts(paid, covered).into_iter().zip(covered);
        own.map(|(own, one)| (own - one.since).or_zero().min(self.penalties.amount([&one.part]))).collect()
    }
}

fn payable<'a>(one: &Covered, debt: &'a Debt, claim: &'a Claim) -> Payable<'a> {
    Payable { id: one.id, debt, claim }
}

/// A claim after a payment of it: what it leaves to share out, principal before the rest.
fn after(claim: &Claim, paid: Amount) -> Claim {
    let principal = paid.min(claim.principal_left);
    Claim {
        principal_left: claim.principal_left - principal,
        interest_left: (claim.interest_left - (paid - principal)).or_zero(),
        total: (claim.total - paid).or_zero(),
        ..claim.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::base::{ClientId, PlanId};
    use crate::domain::claim::Instalment;
    use crate::domain::law::rates::RateTable;
    use crate::domain::movement::{Change, MovementKind};
    use crate::domain::plan::InterestDuring;
    use crate::domain::regime::Regime;

    const PROPOSED: &str = "2026-11-02";
    const NOW: &str = "2026-12-01";

    fn plan(penalties: Penalties, amount: Amount) -> Plan {
        let day = |text| parse_iso(text).unwrap();
        Plan {
            id: PlanId(1),
            client: ClientId(1),
            invoices: vec![InvoiceId(1), InvoiceId(2)],
            proposed: day(PROPOSED),
            answer_by: day(PROPOSED),
            paid_before: Amount::ZERO,
            down_payment: None,
            instalments: vec![Instalment { due: day(NOW), amount }],
            penalties,
            interest: InterestDuring::Stops,
            notice_days: 8,
            accepted: Some(day(PROPOSED)),
            notices: Vec::new(),
            ended: None,
            note: String::new(),
            undated_because: String::new(),
            goes_on: Vec::new(),
            reserved: Vec::new(),
        }
    }

    /// 2,480.00 due on 15 March 2026 and 1,234.57 due on 10 September, with what was paid on each since the proposal.
    fn covered(paid: [i64; 2], allocation: Allocation) -> Vec<Covered> {
        let day = |text| parse_iso(text).unwrap();
        let debts = [("2026-03-15", 248_000), ("2026-09-10", 123_457)];
        let all = debts.into_iter().zip(paid).zip(1..).map(|(((due, cents), paid), id)| {
            let since = Amount::from_cents(paid);
            let mut debt = Debt::new(Regime::FrBusinessDefault, Amount::from_cents(cents), day(due));
            debt.allocation = allocation;
            if since.is_positive() {
                debt.changes.push(Change::new(day("2026-11-20"), MovementKind::Payment, since));
            }
            let claim = |on| debt.claim_on(day(on), RateTable::builtin());
            Covered {
                id: InvoiceId(id),
                proposed: claim(PROPOSED),
                part: claim(NOW),
                now: claim(NOW),
                since,
                debt: debt.clone(),
            }
        });
        all.collect()
    }

    fn cents(parts: Vec<(InvoiceId, Amount)>) -> Vec<i64> {
        parts.into_iter().map(|(_, part)| part.cents()).collect()
    }

    #[test]
    fn the_principal_of_every_invoice_comes_before_penalties_that_the_sums_do_not_hold() {
        for penalties in [Penalties::Frozen, Penalties::WaivedIfKept] {
            let plan = plan(penalties, Amount::from_cents(371_457));
            let shares = |payment, paid| {
                cents(plan.shares(Amount::from_cents(payment), &covered(paid, Allocation::PrincipalFirst)))
            };
            assert_eq!(shares(371_457, [0, 0]), [248_000, 123_457], "{penalties:?}");
            assert_eq!(shares(100_000, [200_000, 0]), [48_000, 52_000]);
            assert_eq!(shares(10_000, [248_000, 0]), [0, 10_000]);
            let interest_first = covered([0, 0], Allocation::InterestFirst);
            let all = plan.shares(Amount::from_cents(371_457), &interest_first);
            assert_eq!(cents(all), [248_000, 123_457]);
        }
    }

    #[test]
    fn sums_that_hold_penalties_pay_each_invoice_as_it_was_on_the_day_of_the_proposal() {
        let known = covered([0, 0], Allocation::PrincipalFirst);
        let owed: Vec<Amount> = known.iter().map(|one| one.proposed.total).collect();
        let all: Amount = owed.iter().copied().sum();
        let shares = plan(Penalties::Included, all).shares(all, &known);
        assert_eq!(shares.into_iter().map(|(_, part)| part).collect::<Vec<_>>(), owed);
    }

    #[test]
    fn what_exceeds_the_sums_pays_penalties_and_not_a_cent_is_lost() {
        let plan = plan(Penalties::Frozen, Amount::from_cents(371_457));
        let known = covered([248_000, 123_457], Allocation::PrincipalFirst);
        let owed: Vec<i64> = known.iter().map(|one| one.now.total.cents()).collect();
        assert_eq!(cents(plan.shares(Amount::from_cents(owed.iter().sum()), &known)), owed);
        let more =
            cents(plan.shares(Amount::from_cents(400_000), &covered([0, 0], Allocation::PrincipalFirst)));
        assert_eq!(more.iter().sum::<i64>(), 400_000);
        assert!(248_000 < more[0] && 123_457 <= more[1], "{more:?}");
    }

    #[test]
    fn money_noted_on_one_invoice_alone_is_found_and_so_is_none_that_is_in_its_place() {
        let plan = plan(Penalties::WaivedIfKept, Amount::from_cents(371_457));
        let misplaced = |paid| plan.misplaced(&covered(paid, Allocation::PrincipalFirst)).map(cents);
        assert_eq!(misplaced([371_457, 0]), Some(vec![123_457, -123_457]));
        assert_eq!(misplaced([260_000, 100_000]), Some(vec![12_000, -12_000]));
        for right in [[0, 0], [248_000, 0], [248_000, 123_457], [260_000, 123_457], [200_000, 0]] {
            assert_eq!(misplaced(right), None, "{right:?}");
        }
    }
}
