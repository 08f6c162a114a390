//! What an enforcement officer (*commissaire de justice*) keeps of what a title brings in: a share that falls as the sum grows,
//! borne by the creditor.
//!
//! Source: C. com. art. A444-32 as an officer’s own page quotes it, read on 30 November 2026, to be checked; with VAT at 20 %,
//! which those who get it back do not bear.

use crate::base::{Amount, Percent};

/// Up to which sum, in cents, and at which rate, in hundredths of a per cent.
const BRACKETS: [(i64, i64); 5] =
    [(12_500, 1_161), (61_000, 1_064), (152_500, 1_016), (5_240_000, 387), (i64::MAX, 298)];
/// Up to this sum the fee is fixed.
const FIXED_TO: i64 = 18_800;
/// That fee, in cents.
const FIXED_FEE: i64 = 2_128;
/// Tenths of the fee once VAT is on it.
const WITH_VAT: i64 = 12;

/// The share kept of a sum, VAT included, in whole per cent and rounded up: what is left is not overstated.
#[must_use]
pub(super) fn share(sum: Amount) -> Percent {
    let cents = sum.cents();
    if cents <= 0 {
        return Percent::ZERO;
    }
    // In ten-thousandths of a cent.
    let fee = if cents <= FIXED_TO { FIXED_FEE.saturating_mul(10_000) } else { by_bracket(cents) };
    let (part, whole) = (fee.saturating_mul(WITH_VAT), cents.saturating_mul(1_000));
    Percent::nearest(part / whole + i64::from(part % whole != 0))
}

fn by_bracket(cents: i64) -> i64 {
    let mut from = 0;
    let mut fee = 0_i64;
    for (to, rate) in BRACKETS {
        fee = fee.saturating_add((cents.min(to) - from).max(0).saturating_mul(rate));
        from = to;
    }
    fee
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_falls_as_the_sum_grows() {
        for (cents, percent) in
            [(0, 0), (1_000, 100), (18_800, 14), (90_000, 13), (480_000, 8), (2_500_000, 6), (10_000_000, 5)]
        {
            assert_eq!(share(Amount::from_cents(cents)), Percent::nearest(percent), "{cents}");
        }
        let shares: Vec<Percent> =
            (2..2_000).map(|hundreds| share(Amount::from_cents(hundreds * 10_000))).collect();
        assert!(shares.is_sorted_by(|one, other| one >= other));
    }
}
