//! One payment over several invoices of a client (C. civ. art. 1342-10). What the debtor says it pays counts first; where
//! it says nothing: debts that are due before those that are not, then those it had most interest in paying, then the
//! oldest, and all alike in proportion. Read in November 2026.

use chrono::NaiveDate;

use super::claim::{Allocation, Claim, Debt};
use crate::base::{Amount, InvoiceId, Rate};

/// An invoice a payment may go to, with its claim just before the payment.
#[derive(Clone, Debug)]
pub struct Payable<'a> {
    /// Which.
    pub id: InvoiceId,
    /// Its debt.
    pub debt: &'a Debt,
    /// Its claim on the day of the payment, the payment left out.
    pub claim: &'a Claim,
}

/// What can be compared between debts: the smaller is paid first.
type Rank = (bool, std::cmp::Reverse<Rate>, NaiveDate);

impl Payable<'_> {
    /// Not due after due; the dearer rate before the cheaper; the older before the younger.
    fn rank(&self) -> Rank {
        let due = self.claim.first_unpaid_due().unwrap_or(self.debt.due);
        let rate = self.claim.segments.last().map(|segment| segment.rate).unwrap_or_default();
        (self.claim.as_of <= due, std::cmp::Reverse(rate), due)
    }

    /// What a payment extinguishes before anything else of the same client.
    fn first(&self) -> Amount {
        match self.debt.allocation {
            Allocation::PrincipalFirst => self.claim.principal_left,
            Allocation::InterestFirst => self.claim.principal_left + self.claim.interest_left,
        }
    }

    /// What is left of it after that.
    fn rest(&self) -> Amount {
        self.claim.total - self.first()
    }
}

/// How a payment spreads over invoices, in their order; what exceeds all they owe goes to the one it would reach last,
/// as credit. The parts add up to the payment.
#[must_use]
pub fn spread(payment: Amount, invoices: &[Payable<'_>]) -> Vec<(InvoiceId, Amount)> {
    let mut parts: Vec<Amount> = vec![Amount::ZERO; invoices.len()];
    let rank = |at: &usize| invoices.get(*at).map(Payable::rank);
    let order = crate::base::order::in_order(0..invoices.len(), rank);
    let mut left = payment;
    let passes: [fn(&Payable<'_>) -> Amount; 2] = [|invoice| invoice.first(), |invoice| invoice.rest()];
    for owed in passes {
        for equals in order.chunk_by(|a, b| rank(a) == rank(b)) {
            let wanted: Vec<Amount> = equals.iter().filter_map(|at| invoices.get(*at)).map(owed).collect();
            for (at, share) in equals.iter().zip(in_proportion(left, &wanted)) {
                left -= share;
                if let Some(part) = parts.get_mut(*at) {
                    *part += share;
                }
            }
        }
    }
    if let Some(part) = order.last().and_then(|last| parts.get_mut(*last)) {
        *part += left;
    }
    invoices.iter().map(|invoice| invoice.id).zip(parts).collect()
}

/// What each gets of a sum, in proportion where it is not enough for all; the last takes the odd cent.
fn in_proportion(sum: Amount, wanted: &[Amount]) -> Vec<Amount> {
    let whole: Amount = wanted.iter().copied().sum();
    if whole <= sum { wanted.to_vec() } else { portions(sum, wanted) }
}

/// The parts of one sum over several claims, in proportion to what each weighs. They add up to the sum; where none weighs
/// anything, it is the first’s.
#[must_use]
pub fn portions(sum: Amount, weights: &[Amount]) -> Vec<Amount> {
    let mut left = sum;
    let mut weight: Amount = weights.iter().copied().sum();
    let part = |own: &Amount| {
        // Each takes its share of what is left, so that the shares add up whatever was rounded before.
        let share = if weight.is_positive() {
            Amount::round_half_up(left.value() * own.value() / weight.value())
        } else {
            left
        };
        left -= share;
        weight -= *own;
        share
    };
    weights.iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::domain::law::rates::RateTable;
    use crate::domain::regime::Regime;

    fn parts(payment: i64, on: &str, debts: &[(Regime, &str, i64)]) -> Vec<i64> {
        let day = |text| parse_iso(text).unwrap();
        let debts: Vec<Debt> = debts
            .iter()
            .map(|(regime, due, cents)| Debt::new(*regime, Amount::from_cents(*cents), day(due)))
            .collect();
        let claims: Vec<Claim> =
            debts.iter().map(|debt| debt.claim_on(day(on), RateTable::builtin())).collect();
        let payables: Vec<Payable<'_>> = debts
            .iter()
            .zip(&claims)
            .zip(1..)
            .map(|((debt, claim), id)| Payable { id: InvoiceId(id), debt, claim })
            .collect();
        let spread = spread(Amount::from_cents(payment), &payables);
        assert_eq!(spread.iter().map(|(_, amount)| *amount).sum::<Amount>(), Amount::from_cents(payment));
        spread.into_iter().map(|(_, amount)| cents(amount)).collect()
    }

    fn cents(amount: Amount) -> i64 {
        format!("{:.2}", amount.value()).replace('.', "").parse().unwrap()
    }

    const LAW: Regime = Regime::FrBusinessDefault;

    #[test]
    fn what_is_due_comes_first_then_the_oldest() {
        let debts = [(LAW, "2026-12-31", 10_000), (LAW, "2026-06-30", 10_000), (LAW, "2026-03-31", 10_000)];
        assert_eq!(parts(15_000, "2026-11-22", &debts), [0, 5_000, 10_000]);
        assert_eq!(parts(25_000, "2026-11-22", &debts), [5_000, 10_000, 10_000]);
    }

    #[test]
    fn the_dearer_debt_comes_before_the_older() {
        let dear = Regime::FrBusinessContract(Rate::parse("15").unwrap());
        let debts = [(LAW, "2026-03-31", 10_000), (dear, "2026-06-30", 10_000)];
        assert_eq!(parts(12_000, "2026-11-22", &debts), [2_000, 10_000]);
    }

    #[test]
    fn debts_alike_share_in_proportion_to_the_cent() {
        let debts = [(LAW, "2026-06-30", 10_000), (LAW, "2026-06-30", 20_000), (LAW, "2026-06-30", 5)];
        assert_eq!(parts(10_000, "2026-11-22", &debts), [3_333, 6_665, 2]);
    }

    #[test]
    fn principal_everywhere_comes_before_penalties_anywhere_and_the_rest_is_credit() {
        let debts = [(LAW, "2026-06-30", 100_000), (LAW, "2026-07-31", 100_000)];
        let all = parts(300_000, "2026-11-22", &debts);
        // 145 and 114 days at 12.40 %, and 40 € each; the rest is credit of the younger.
        assert_eq!(all[0], 100_000 + 4_926 + 4_000);
        assert_eq!(all[1], 300_000 - all[0]);
    }
}
