//! What is expected of the ways out of one claim, as typed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::assumptions::share;
use super::{SHORT_TEXT, positive, prefilled, text, whole};
use crate::base::Amount;
use crate::domain::recovery::{Outlook, RecoveryRoute};
use crate::text::Lang;

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlookForm {
    /// Chances, by way.
    pub chances: BTreeMap<RecoveryRoute, String>,
    /// What was quoted, by way.
    #[serde(default)]
    pub quotes: BTreeMap<RecoveryRoute, String>,
    /// Days until money may come, by way.
    #[serde(default)]
    pub delays: BTreeMap<RecoveryRoute, String>,
    /// Why no amicable contact is needed.
    pub reason: String,
    /// What a hundred units of the currency of the claim are worth in euros.
    #[serde(default)]
    pub hundred: String,
}

/// Most days a form takes until money may come: five years, after which there is little left to sue for.
const LONGEST_DELAY: u32 = 1_826;

/// The dearest quote a form takes.
const DEAREST_QUOTE: Amount = Amount::from_cents(100_000_000);

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutlookField {
    /// The chance of a way.
    Chance(RecoveryRoute),
    /// What was quoted for a way.
    Quote(RecoveryRoute),
    /// Days until money may come of a way.
    Delay(RecoveryRoute),
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
        let quotes = outlook.quotes.iter().map(|(route, quote)| (*route, prefilled(lang, *quote)));
        let delays = outlook.delays.iter().map(|(route, days)| (*route, days.to_string()));
        let hundred = outlook.hundred.map(|hundred| prefilled(lang, hundred)).unwrap_or_default();
        Self {
            chances: chances.collect(),
            quotes: quotes.collect(),
            delays: delays.collect(),
            reason: String::new(),
            hundred,
        }
    }

    /// What is known with the chances, quotes, delays and the rate typed, or every fault.
    #[must_use]
    pub fn parse(&self, known: &Outlook) -> (Option<Outlook>, Findings<OutlookField>) {
        let mut findings = Findings::none();
        let chances = self.chances.iter().filter_map(|(route, typed)| {
            share(&mut findings, OutlookField::Chance(*route), typed).map(|chance| (*route, chance))
        });
        let chances = chances.collect();
        let quotes = said(&self.quotes).filter_map(|(route, typed)| {
            quote(&mut findings, OutlookField::Quote(route), typed).map(|quote| (route, quote))
        });
        let quotes = quotes.collect();
        let delays = said(&self.delays).filter_map(|(route, typed)| {
            whole(&mut findings, OutlookField::Delay(route), typed, (1, LONGEST_DELAY))
                .map(|days| (route, days))
        });
        let delays = delays.collect();
        let hundred = Some(self.hundred.as_str()).filter(|typed| !typed.trim().is_empty());
        let hundred = hundred.and_then(|typed| positive(&mut findings, OutlookField::Hundred, typed));
        let outlook = Outlook { chances, quotes, delays, hundred, ..known.clone() };
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

/// What was typed by way, but where it was emptied.
fn said(typed: &BTreeMap<RecoveryRoute, String>) -> impl Iterator<Item = (RecoveryRoute, &str)> {
    typed.iter().map(|(route, typed)| (*route, typed.trim())).filter(|(_, typed)| !typed.is_empty())
}

/// What was quoted in euros: nothing where an insurer pays it, never less.
fn quote(findings: &mut Findings<OutlookField>, field: OutlookField, typed: &str) -> Option<Amount> {
    let quote = findings.check(field, Amount::parse_typed(typed))?;
    let sound = Some(quote).filter(|quote| (Amount::ZERO..=DEAREST_QUOTE).contains(quote));
    if sound.is_none() {
        findings.problem(field, Problem::Count(0, 1_000_000));
    }
    sound
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Percent;

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
    fn a_quote_and_a_delay_are_typed_and_taken_back() {
        let route = RecoveryRoute::LawyerLetter;
        let mut form = OutlookForm::default();
        form.quotes.insert(route, "1 450,50 €".to_owned());
        form.delays.insert(route, "20".to_owned());
        let said = form.parse(&Outlook::default()).0.unwrap();
        assert_eq!((said.quotes[&route], said.delays[&route]), (Amount::from_cents(145_050), 20));
        for lang in [Lang::Fr, Lang::En] {
            assert_eq!(OutlookForm::of(&said, lang).parse(&said).0, Some(said.clone()));
        }
        for (typed, days) in [("-3", "0"), ("mille", "vingt"), ("−0,01", "1827")] {
            form.quotes.insert(route, typed.to_owned());
            form.delays.insert(route, days.to_owned());
            let (none, findings) = form.parse(&said);
            assert!(none.is_none());
            assert!(findings.problem_of(OutlookField::Quote(route)).is_some(), "{typed}");
            assert!(findings.problem_of(OutlookField::Delay(route)).is_some(), "{days}");
        }
        form.quotes.insert(route, "0".to_owned());
        form.delays.insert(route, " ".to_owned());
        let free = form.parse(&said).0.unwrap();
        assert_eq!((free.quotes[&route], free.delays.len()), (Amount::ZERO, 0));
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
