//! Own rate, lines and figures as typed. What is left empty stands at its default.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::{prefilled, whole};
use crate::base::{Amount, Percent};
use crate::domain::assumptions::{Assumptions, DEAREST_HOUR};
use crate::domain::recovery::Quoted;
use crate::text::Lang;

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssumptionsForm {
    /// What an hour is worth.
    pub hourly: String,
    /// Where spending is pointed out.
    pub alert: String,
    /// Where it stops.
    pub stop: String,
    /// Own figures.
    pub shares: BTreeMap<Quoted, String>,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AssumptionField {
    /// What an hour is worth.
    Hourly,
    /// Where spending is pointed out.
    Alert,
    /// Where it stops.
    Stop,
    /// A figure.
    Share(Quoted),
}

impl AssumptionsForm {
    /// The form of what is known.
    #[must_use]
    pub fn of(assumptions: &Assumptions, lang: Lang) -> Self {
        let percent = |percent: Option<Percent>| percent.map(|known| known.to_string()).unwrap_or_default();
        Self {
            hourly: assumptions.hourly.map(|hour| prefilled(lang, hour)).unwrap_or_default(),
            alert: percent(assumptions.alert),
            stop: percent(assumptions.stop),
            shares: assumptions.shares.iter().map(|(quoted, share)| (*quoted, share.to_string())).collect(),
        }
    }

    /// What was typed for a figure.
    #[must_use]
    pub fn share(&self, quoted: Quoted) -> &str {
        self.shares.get(&quoted).map_or("", String::as_str)
    }

    /// The assumptions, or every fault.
    #[must_use]
    pub fn parse(&self) -> (Option<Assumptions>, Findings<AssumptionField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let hourly = hour(f, &self.hourly);
        let alert = share(f, AssumptionField::Alert, &self.alert);
        let stop = share(f, AssumptionField::Stop, &self.stop);
        let shares = Quoted::ALL.into_iter().filter_map(|quoted| {
            let own = share(f, AssumptionField::Share(quoted), self.share(quoted))?;
            Some((quoted, own))
        });
        let assumptions = Assumptions { shares: shares.collect(), hourly, alert, stop };
        if findings.problems.is_empty() && !assumptions.is_sound() {
            findings.problem(AssumptionField::Alert, Problem::LinesOutOfOrder);
        }
        (Some(assumptions).filter(|_| findings.problems.is_empty()), findings)
    }
}

/// An hour may be worth nothing: whoever wants to count money alone says so.
fn hour(findings: &mut Findings<AssumptionField>, typed: &str) -> Option<Amount> {
    if typed.trim().is_empty() {
        return None;
    }
    let hour = findings.check(AssumptionField::Hourly, Amount::parse_typed(typed))?;
    if !(Amount::ZERO..=DEAREST_HOUR).contains(&hour) {
        findings.problem(AssumptionField::Hourly, Problem::Count(0, 10_000));
    }
    Some(hour)
}

/// A share in whole per cent, that may be left out; its sign may be typed.
pub(super) fn share<F: Copy + PartialEq>(
    findings: &mut Findings<F>,
    field: F,
    typed: &str,
) -> Option<Percent> {
    let typed = typed.trim().trim_end_matches('%').trim_end();
    if typed.is_empty() {
        return None;
    }
    whole(findings, field, typed, (0, 100)).and_then(Percent::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_empty_stands_at_its_default() {
        assert_eq!(AssumptionsForm::default().parse().0, Some(Assumptions::default()));
        let form = AssumptionsForm {
            hourly: "65".to_owned(),
            stop: "40 %".to_owned(),
            shares: BTreeMap::from([(Quoted::AgencySmall, "18".to_owned())]),
            ..AssumptionsForm::default()
        };
        let parsed = form.parse().0.unwrap();
        assert_eq!(parsed.hour(), Amount::from_cents(6_500));
        assert_eq!(parsed.stop, Percent::new(40));
        assert_eq!(AssumptionsForm::of(&parsed, Lang::Fr).parse().0, Some(parsed));
    }

    #[test]
    fn faults_stand_at_their_fields() {
        let form =
            AssumptionsForm { alert: "50".to_owned(), stop: "20".to_owned(), ..AssumptionsForm::default() };
        assert_eq!(form.parse().1.problem_of(AssumptionField::Alert), Some(Problem::LinesOutOfOrder));
        let form = AssumptionsForm {
            hourly: "-3".to_owned(),
            shares: BTreeMap::from([(Quoted::Buyer, "101".to_owned())]),
            ..AssumptionsForm::default()
        };
        let findings = form.parse().1;
        assert_eq!(findings.problem_of(AssumptionField::Hourly), Some(Problem::Count(0, 10_000)));
        assert_eq!(findings.problem_of(AssumptionField::Share(Quoted::Buyer)), Some(Problem::Count(0, 100)));
    }
}
