//! What is expected of the ways out of one claim, as typed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::assumptions::share;
use super::{SHORT_TEXT, positive, prefilled, text};
use crate::domain::recovery::{Outlook, RecoveryRoute};
use crate::text::Lang;

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlookForm {
    /// Chances, by way.
    pub chances: BTreeMap<RecoveryRoute, String>,
    /// Why no amicable contact is needed.
    pub reason: String,
    /// What a hundred units of the currency of the claim are worth in euros.
    #[serde(default)]
    pub hundred: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutlookField {
    /// The chance of a way.
    Chance(RecoveryRoute),
    /// Why no amicable contact is needed.
    Reason,
    /// What a hundred units of the currency are worth.
    Hundred,
}

impl OutlookForm {
    /// The form of what is known. A reason that holds is shown elsewhere, and only a new one is typed.
    #[must_use]
    pub fn of(outlook: &Outlook, lang: Lang) -> Self {
        let chances = outlook.chances.iter().map(|(route, chance)| (*route, chance.to_string()));
        let hundred = outlook.hundred.map(|hundred| prefilled(lang, hundred)).unwrap_or_default();
        Self { chances: chances.collect(), reason: String::new(), hundred }
    }

    /// What was typed for a way.
    #[must_use]
    pub fn chance(&self, route: RecoveryRoute) -> &str {
        self.chances.get(&route).map_or("", String::as_str)
    }

    /// What is known with the chances and the rate typed, or every fault.
    #[must_use]
    pub fn parse(&self, known: &Outlook) -> (Option<Outlook>, Findings<OutlookField>) {
        let mut findings = Findings::none();
        let chances = self.chances.iter().filter_map(|(route, typed)| {
            share(&mut findings, OutlookField::Chance(*route), typed).map(|chance| (*route, chance))
        });
        let chances = chances.collect();
        let hundred = Some(self.hundred.as_str()).filter(|typed| !typed.trim().is_empty());
        let hundred = hundred.and_then(|typed| positive(&mut findings, OutlookField::Hundred, typed));
        let outlook = Outlook { chances, hundred, ..known.clone() };
        (Some(outlook).filter(|_| findings.problems.is_empty()), findings)
    }

    /// The reason why no amicable contact is needed, or its fault.
    #[must_use]
    pub fn parse_reason(&self) -> (Option<String>, Findings<OutlookField>) {
        let mut findings = Findings::none();
        let reason = text(&mut findings, OutlookField::Reason, &self.reason, SHORT_TEXT);
        if reason.is_empty() {
            findings.problem(OutlookField::Reason, Problem::Required);
        }
        (Some(reason).filter(|_| findings.problems.is_empty()), findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Amount, Percent};

    #[test]
    fn an_empty_chance_takes_the_proposed_one() {
        let known = Outlook { without_contact: "Client parti".to_owned(), ..Outlook::default() }
            .with_chance(RecoveryRoute::Agency, Percent::new(30));
        let mut form = OutlookForm::of(&known, Lang::Fr);
        assert_eq!(form.parse(&known).0, Some(known.clone()));
        form.chances.insert(RecoveryRoute::Agency, " ".to_owned());
        form.chances.insert(RecoveryRoute::Mediator, "60".to_owned());
        let parsed = form.parse(&known).0.unwrap();
        assert_eq!(parsed.chances, BTreeMap::from([(RecoveryRoute::Mediator, Percent::nearest(60))]));
        assert_eq!(parsed.without_contact, "Client parti");
    }

    #[test]
    fn what_a_currency_is_worth_is_typed_and_taken_back() {
        let mut form = OutlookForm { hundred: "86,15".to_owned(), ..OutlookForm::default() };
        let said = form.parse(&Outlook::default()).0.unwrap();
        assert_eq!(said.hundred, Some(Amount::from_cents(8_615)));
        for lang in [Lang::Fr, Lang::En] {
            assert_eq!(OutlookForm::of(&said, lang).parse(&said).0, Some(said.clone()));
        }
        form.hundred = String::new();
        assert_eq!(form.parse(&said).0, Some(Outlook::default()));
        form.hundred = "0".to_owned();
        assert_eq!(form.parse(&said).1.problem_of(OutlookField::Hundred), Some(Problem::NotPositive));
    }

    #[test]
    fn faults_stand_at_their_way() {
        let mut form = OutlookForm::default();
        form.chances.insert(RecoveryRoute::Sale, "120".to_owned());
        let (none, findings) = form.parse(&Outlook::default());
        assert!(none.is_none());
        let field = OutlookField::Chance(RecoveryRoute::Sale);
        assert_eq!(findings.problem_of(field), Some(Problem::Count(0, 100)));
        assert_eq!(form.parse_reason().1.problem_of(OutlookField::Reason), Some(Problem::Required));
    }
}
