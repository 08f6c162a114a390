//! What an offer comes to: what is received and when, what is given up, and what that costs a year.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::settling::settling;
use super::{OfferError, OfferKind};
use crate::base::{Amount, Rate, dates};
use crate::domain::claim::{Claim, Debt};
use crate::domain::law::rates::RateTable;
use crate::domain::movement::{Change, MovementKind};
use crate::domain::party::DebtorKind;

/// Days of a year, for a cost by the year.
const YEAR: i64 = 365;

/// What an offer comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferFigures {
    /// All that is owed and asked for on the day of the offer.
    pub owed: Amount,
    /// What is received under it.
    pub received: Amount,
    /// Interest that goes on until that day on what is left, of goods and work: owed either way, and received beside it.
    pub accrues: Amount,
    /// By which day; none where no day was named for what is still owed once goods are back or work is put right.
    pub on: Option<NaiveDate>,
    /// What the claim is less by, on that day, than it would be without the offer.
    pub given_up: Amount,
    /// What it costs besides, estimated.
    pub own_cost: Amount,
    /// What paying early costs the user by the year, in simple interest; none of other offers.
    pub yearly: Option<Rate>,
}

/// What is to be paid under an offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferPrice {
    /// All that is owed and asked for now.
    pub owed: Amount,
    /// What is to be paid; of goods and work, what is still owed then.
    pub pay: Amount,
}

/// What is to be paid under an offer, from the claim on the day it is made.
///
/// # Errors
/// Why there is no such offer: see [`OfferError`].
pub fn price(
    kind: &OfferKind,
    debtor: DebtorKind,
    claim: &Claim,
    due: NaiveDate,
    until: NaiveDate,
) -> Result<OfferPrice, OfferError> {
    kind.check_for(debtor)?;
    if until <= claim.as_of {
        return Err(OfferError::OverAlready);
    }
    if let OfferKind::Early { amount, .. } = kind {
        if due <= claim.as_of || !claim.principal_left.is_positive() {
            return Err(OfferError::NotEarly);
        }
        if due <= until {
            return Err(OfferError::NotBeforeDue);
        }
        if claim.principal_left <= *amount {
            return Err(OfferError::TooLarge);
        }
        return Ok(OfferPrice { owed: claim.principal_left, pay: claim.principal_left - *amount });
    }
    let owed = claim.exigible();
    if claim.as_of <= due || !owed.is_positive() {
        return Err(OfferError::NothingLate);
    }
    let principal = claim.principal_left - claim.not_due;
    let penalties = claim.penalties_left();
    match kind {
        OfferKind::Penalties if !penalties.is_positive() => Err(OfferError::NoPenalties),
        OfferKind::Penalties if !principal.is_positive() => Err(OfferError::NothingLate),
        OfferKind::Penalties => Ok(OfferPrice { owed, pay: principal }),
        OfferKind::Discount { amount, .. } if principal <= *amount => Err(OfferError::TooLarge),
        OfferKind::Discount { drops_penalties: true, amount } => {
            Ok(OfferPrice { owed, pay: principal - *amount })
        }
        OfferKind::Discount { amount, .. } => Ok(OfferPrice { owed, pay: owed - *amount }),
        OfferKind::Return { worth, .. } if principal < *worth => Err(OfferError::TooLarge),
        OfferKind::Return { worth, .. } => Ok(OfferPrice { owed, pay: owed - *worth }),
        OfferKind::Repair { .. } | OfferKind::Early { .. } => Ok(OfferPrice { owed, pay: owed }),
    }
}

impl OfferPrice {
    /// What the offer comes to if it is taken up on its last day. What accrues until then is given up with the rest, where
    /// it is for money; rates that are not published yet are the last known. `balance_by`: the day by which what is left is
    /// paid, of goods and work; the day they are done is no day of payment.
    #[must_use]
    pub fn figures(
        self,
        kind: &OfferKind,
        debt: &Debt,
        claim: &Claim,
        (until, balance_by): (NaiveDate, Option<NaiveDate>),
        rates: &RateTable,
    ) -> OfferFigures {
        let on = if kind.sort().is_of_money() { Some(until) } else { balance_by };
        let plain = OfferFigures {
            owed: self.owed,
            received: self.pay,
            accrues: Amount::ZERO,
            on,
            given_up: Amount::ZERO,
            own_cost: Amount::ZERO,
            yearly: None,
        };
        match kind {
            // What is received is the figure the client is told: what is owed on the day of the offer.
            OfferKind::Repair { cost, .. } => {
                let accrues = self.accrues(kind, debt, claim, balance_by, rates);
                OfferFigures { own_cost: *cost, accrues, ..plain }
            }
            OfferKind::Return { worth, .. } => {
                let accrues = self.accrues(kind, debt, claim, balance_by, rates);
                OfferFigures { given_up: *worth, accrues, ..plain }
            }
            OfferKind::Discount { .. } | OfferKind::Penalties | OfferKind::Early { .. } => {
                let mut paid = debt.clone();
                paid.changes.push(Change::new(until, MovementKind::Payment, self.pay));
                let given_up = settling(kind, &paid, until, rates).iter().map(|(_, amount)| *amount).sum();
                let yearly = match kind {
                    OfferKind::Early { percent, .. } => annual_cost(*percent, until, debt.due),
                    _ => None,
                };
                debug_assert_eq!(claim.as_of.min(until), claim.as_of, "made before its last day");
                OfferFigures { given_up, yearly, ..plain }
            }
        }
    }
}

impl OfferPrice {
    /// Interest on what is left from the day of the offer until the balance is paid; goods that are back bear none.
    fn accrues(
        self,
        kind: &OfferKind,
        debt: &Debt,
        claim: &Claim,
        balance_by: Option<NaiveDate>,
        rates: &RateTable,
    ) -> Amount {
        let Some(by) = balance_by.filter(|by| claim.as_of < *by && self.pay.is_positive()) else {
            return Amount::ZERO;
        };
        let mut left = debt.clone();
        if let (OfferKind::Return { worth, .. }, Some(back)) = (kind, kind.done_by()) {
            left.changes.push(Change::new(back.min(by), MovementKind::CreditNote, *worth));
        }
        (left.claim_on(by, rates).interest - claim.interest).or_zero()
    }
}

/// What a percentage off for paying on a day costs by the year, against being paid on the due date: what is given up on
/// what is received, for those days, in simple interest, to a tenth of a per cent. None where no day is gained or nothing is
/// received.
///
/// ```
/// use relance::base::{Rate, dates::parse_iso};
/// use relance::domain::offer::annual_cost;
/// // 2 % for paying 20 days early: 2 ÷ 98 × 365 ÷ 20.
/// let cost = annual_cost(Rate::parse("2").unwrap(), parse_iso("2026-03-10")?, parse_iso("2026-03-30")?);
/// assert_eq!(cost.map(|rate| rate.to_string()), Some("37.20".to_owned()));
/// # Ok::<(), relance::base::DateError>(())
/// ```
#[must_use]
pub fn annual_cost(percent: Rate, paid: NaiveDate, due: NaiveDate) -> Option<Rate> {
    let days = dates::days_between(paid, due);
    let rest = Decimal::ONE_HUNDRED - percent.value();
    if days <= 0 || rest <= Decimal::ZERO {
        return None;
    }
    let yearly = percent
        .value()
        .checked_mul(Decimal::ONE_HUNDRED)?
        .checked_mul(Decimal::from(YEAR))?
        .checked_div(rest.checked_mul(Decimal::from(days))?)?;
    // To a tenth, half up: more digits would say more than a forecast knows.
    let tenths = (yearly * Decimal::TEN + Decimal::new(5, 1)).floor();
    Some(Rate::percent(tenths / Decimal::TEN))
}

#[cfg(test)]
mod tests {
    use super::super::{Way, WayKind};
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::domain::regime::Regime;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn debt() -> Debt {
        Debt::new(Regime::FrBusinessDefault, Amount::from_cents(348_000), day("2026-03-15"))
    }

    fn figures(kind: &OfferKind, today: &str, until: &str) -> Result<OfferFigures, OfferError> {
        let rates = RateTable::builtin();
        let claim = debt().claim_on(day(today), rates);
        let price = price(kind, DebtorKind::Business, &claim, debt().due, day(until))?;
        let balance_by = kind.done_by().map(|by| dates::add_days(by, 8));
        Ok(price.figures(kind, &debt(), &claim, (day(until), balance_by), rates))
    }

    #[test]
    fn a_dropped_penalty_costs_what_will_have_accrued() {
        let found = figures(&OfferKind::Penalties, "2026-06-01", "2026-06-11").unwrap();
        let then = debt().claim_on(day("2026-06-11"), RateTable::builtin());
        assert_eq!(found.received, Amount::from_cents(348_000));
        assert_eq!(found.given_up, then.total - found.received);
        assert_eq!(found.yearly, None);
    }

    #[test]
    fn early_payment_has_its_price_by_the_year() {
        let kind = OfferKind::Early { percent: Rate::parse("2").unwrap(), amount: Amount::from_cents(6_960) };
        let found = figures(&kind, "2026-02-20", "2026-02-23").unwrap();
        assert_eq!(found.received, Amount::from_cents(341_040));
        assert_eq!(found.given_up, Amount::from_cents(6_960));
        assert_eq!(found.yearly.map(|rate| rate.to_string()), Some("37.20".to_owned()));
        assert_eq!(figures(&kind, "2026-03-15", "2026-03-20"), Err(OfferError::NotEarly));
        assert_eq!(figures(&kind, "2026-02-20", "2026-03-15"), Err(OfferError::NotBeforeDue));
    }

    #[test]
    fn goods_taken_back_cost_their_worth_and_work_put_right_costs_the_user() {
        let by = day("2026-06-20");
        let back = OfferKind::Return { what: "deux fauteuils".into(), worth: Amount::from_cents(40_000), by };
        let found = figures(&back, "2026-06-01", "2026-06-10").unwrap();
        // Goods that are back are no money: that comes by a day of its own.
        assert_eq!((found.given_up, found.on), (Amount::from_cents(40_000), Some(day("2026-06-28"))));
        let claim = debt().claim_on(day("2026-06-01"), RateTable::builtin());
        assert_eq!(found.received + found.given_up, claim.total);
        // Interest goes on until the rest is paid, on what is not taken back.
        let mut returned = debt();
        returned.changes.push(Change::new(by, MovementKind::CreditNote, Amount::from_cents(40_000)));
        let then = returned.claim_on(day("2026-06-28"), RateTable::builtin());
        assert!(found.accrues.is_positive());
        assert_eq!(found.received + found.accrues, then.total);
        assert_eq!(
            Way::of(WayKind::Nothing, found).received,
            then.total,
            "and is in the column of the offer"
        );
        // The comparison, the letter and the list of offers say one figure.
        let told = price(&back, DebtorKind::Business, &claim, debt().due, day("2026-06-10")).unwrap();
        assert_eq!(found.received, told.pay);
        let repair = OfferKind::Repair { what: "le pied".into(), cost: Amount::from_cents(12_000), by };
        let found = figures(&repair, "2026-06-01", "2026-06-10").unwrap();
        assert_eq!((found.given_up, found.own_cost), (Amount::ZERO, Amount::from_cents(12_000)));
        assert_eq!(found.received, claim.total);
        let then = debt().claim_on(day("2026-06-28"), RateTable::builtin());
        assert_eq!(Way::of(WayKind::Nothing, found).received, then.total);
        // Where no day is named for the rest, nothing is made up.
        let terms = price(&repair, DebtorKind::Business, &claim, debt().due, day("2026-06-10")).unwrap();
        let rates = RateTable::builtin();
        let unnamed = terms.figures(&repair, &debt(), &claim, (day("2026-06-10"), None), rates);
        assert_eq!((unnamed.accrues, unnamed.on), (Amount::ZERO, None));
    }

    #[test]
    fn what_makes_no_offer_says_why() {
        let all = OfferKind::Discount { amount: Amount::from_cents(348_000), drops_penalties: false };
        assert_eq!(figures(&all, "2026-06-01", "2026-06-10"), Err(OfferError::TooLarge));
        assert_eq!(figures(&OfferKind::Penalties, "2026-03-10", "2026-03-14"), Err(OfferError::NothingLate));
        assert_eq!(figures(&OfferKind::Penalties, "2026-06-01", "2026-06-01"), Err(OfferError::OverAlready));
        assert_eq!(annual_cost(Rate::parse("100").unwrap(), day("2026-03-01"), day("2026-03-30")), None);
    }
}
