//! When a plan was proposed and signed, as typed.

use chrono::NaiveDate;

use super::super::plans::Signing;
use super::super::problem::{Findings, Problem};
use crate::base::dates;

/// What was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningForm {
    /// Day it was proposed.
    pub proposed: String,
    /// Day the client signed.
    pub signed: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SigningField {
    /// Day it was proposed.
    Proposed,
    /// Day the client signed.
    Signed,
}

impl SigningForm {
    /// The two days, or every fault: neither is to come, and nobody signs before it was proposed.
    #[must_use]
    pub fn parse(&self, today: NaiveDate) -> (Option<Signing>, Findings<SigningField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let proposed = past(f, SigningField::Proposed, &self.proposed, today);
        let signed = past(f, SigningField::Signed, &self.signed, today);
        let signing = proposed.zip(signed).map(|(proposed, signed)| Signing { proposed, signed });
        if let Some(Signing { proposed, .. }) = signing.filter(|days| days.signed < days.proposed) {
            f.problem(SigningField::Signed, Problem::BeforeLast(proposed));
        }
        (signing.filter(|_| findings.problems.is_empty()), findings)
    }
}

/// A day that is today or past.
fn past(
    findings: &mut Findings<SigningField>,
    field: SigningField,
    typed: &str,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let day = findings.check(field, dates::parse_typed(typed))?;
    if today < day {
        findings.problem(field, Problem::InTheFuture);
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn faults(proposed: &str, signed: &str) -> Vec<(SigningField, Problem)> {
        let form = SigningForm { proposed: proposed.to_owned(), signed: signed.to_owned() };
        form.parse(parse_iso("2026-11-24").unwrap()).1.problems
    }

    #[test]
    fn a_plan_signed_long_ago_is_entered_and_faults_stand_at_their_field() {
        let day = |text| parse_iso(text).unwrap();
        let form = SigningForm { proposed: "1/10/2026".to_owned(), signed: "5/10/2026".to_owned() };
        let expected = Signing { proposed: day("2026-10-01"), signed: day("2026-10-05") };
        assert_eq!(form.parse(day("2026-11-24")).0, Some(expected));
        let before = Problem::BeforeLast(day("2026-10-06"));
        assert_eq!(faults("6/10/2026", "5/10/2026"), [(SigningField::Signed, before)]);
        assert_eq!(faults("5/10/2026", "25/11/2026"), [(SigningField::Signed, Problem::InTheFuture)]);
        assert_eq!(faults("25/11/2026", "24/11/2026")[0], (SigningField::Proposed, Problem::InTheFuture));
    }
}
