//! A claim three ways: the least one could settle for, what is claimed as things are set, the most the law allows; and
//! what each step down gives away. The prices add up to the whole difference.

use chrono::NaiveDate;

use super::claim::{Allocation, Claim, Debt};
use super::law::rates::RateTable;
use super::regime::Regime;
use crate::base::Amount;

/// Days of grace a debtor asks for most often.
const GRACE_DAYS: u32 = 30;

/// The three claims, all on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThreeWay {
    /// Principal alone: interest and fixed sum given up.
    pub least: Amount,
    /// As the case is set.
    pub standard: Amount,
    /// The most that can lawfully be claimed.
    pub most: Amount,
    /// Steps down from the most to the least, with what each gives away; none of zero.
    pub steps: Vec<(Concession, Amount)>,
    /// What thirty more days without interest would give away; zero where no interest runs.
    pub grace: Amount,
}

/// Something a creditor may give away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Concession {
    /// Keeping to a contract rate under the legal floor, where the default rate of the law could be claimed.
    ContractRate,
    /// Setting payments against the principal first, where nothing else was agreed (C. civ. art. 1343-1).
    PrincipalFirst,
    /// Dropping the fixed sum.
    FixedSum,
    /// Dropping interest.
    Interest,
}

impl ThreeWay {
    /// The three claims of a debt on a day; none where nothing is late, or nothing but principal could ever be claimed.
    #[must_use]
    pub fn of(debt: &Debt, as_of: NaiveDate, rates: &RateTable) -> Option<Self> {
        let standard = debt.claim_on(as_of, rates);
        let with_interest_first =
            Debt { allocation: Allocation::InterestFirst, ..debt.clone() }.claim_on(as_of, rates);
        // Rounding row by row can make the other order a cent cheaper.
        let fuller =
            if standard.total < with_interest_first.total { &with_interest_first } else { &standard };
        let default = default_rate(debt, &standard).map(|debt| debt.claim_on(as_of, rates));
        let fullest = default.as_ref().filter(|claim| fuller.total < claim.total).unwrap_or(fuller);
        let steps = [
            (Concession::ContractRate, fullest.total - fuller.total),
            (Concession::PrincipalFirst, fuller.total - standard.total),
            (Concession::FixedSum, standard.indemnity_left),
            (Concession::Interest, standard.interest_left),
        ];
        let steps: Vec<_> = steps.into_iter().filter(|(_, price)| price.is_positive()).collect();
        if steps.is_empty() {
            return None;
        }
        let later = debt.claim_on(crate::base::dates::add_days(as_of, GRACE_DAYS), rates);
        Some(Self {
            least: standard.principal_left - standard.not_due,
            standard: standard.exigible(),
            most: fullest.exigible(),
            steps,
            grace: (later.interest - standard.interest).or_zero(),
        })
    }
}

/// The debt at the default rate of the law with interest first, where its contract rate is under the floor.
fn default_rate(debt: &Debt, claim: &Claim) -> Option<Debt> {
    claim.floor.filter(|floor| floor.below)?;
    Some(Debt { regime: Regime::FrBusinessDefault, allocation: Allocation::InterestFirst, ..debt.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Rate;
    use crate::base::dates::parse_iso;
    use crate::domain::movement::{Change, MovementKind};

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn reference(regime: Regime) -> Debt {
        let mut debt = Debt::new(regime, Amount::from_cents(348_000), day("2026-03-15"));
        debt.changes =
            vec![Change::new(day("2026-07-02"), MovementKind::Payment, Amount::from_cents(100_000))];
        debt
    }

    fn three_ways(debt: &Debt) -> ThreeWay {
        ThreeWay::of(debt, day("2026-11-22"), RateTable::builtin()).unwrap()
    }

    #[test]
    fn the_prices_add_up() {
        for regime in [
            Regime::FrBusinessDefault,
            Regime::FrBusinessContract(Rate::parse("5").unwrap()),
            Regime::FrBusinessContract(Rate::parse("15").unwrap()),
            Regime::FrPublic,
        ] {
            let ways = three_ways(&reference(regime));
            let prices: Amount = ways.steps.iter().map(|(_, price)| *price).sum();
            assert_eq!(ways.least + prices, ways.most, "{regime:?}");
            assert!(ways.least < ways.standard && ways.standard <= ways.most);
        }
    }

    #[test]
    fn a_rate_under_the_floor_gives_away_the_default_rate() {
        let ways = three_ways(&reference(Regime::FrBusinessContract(Rate::parse("5").unwrap())));
        assert_eq!(ways.steps.first().map(|(what, _)| *what), Some(Concession::ContractRate));
        let ways = three_ways(&reference(Regime::FrBusinessDefault));
        assert_eq!(ways.standard, Amount::from_cents(276_679));
        assert_eq!(ways.least, Amount::from_cents(248_000));
        assert_eq!(ways.grace, Amount::from_cents(2_528), "30 days at 12.40 %, the last ones provisional");
    }

    #[test]
    fn there_is_nothing_to_give_away_before_the_due_date_nor_by_a_consumer_without_notice() {
        let debt = reference(Regime::FrBusinessDefault);
        assert_eq!(ThreeWay::of(&debt, day("2026-03-15"), RateTable::builtin()), None);
        let consumer = reference(Regime::FrConsumer(None));
        assert_eq!(ThreeWay::of(&consumer, day("2026-11-22"), RateTable::builtin()), None);
    }
}
