//! The facts ways out are compared on, `facts.json` beside this file: what each costs and takes, what moves a chance, and the
//! figures the user may replace. Each row has its source, the day it was read, and whether it was seen at that source.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::Deserialize;

use super::super::court_fee;
use super::chance::ChanceFact;
use super::route::{Nature, Quoted, RecoveryRoute};
use crate::base::{Amount, Lang, Percent, iso};

/// A whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct FactFile {
    /// Format number; this program reads 1.
    pub schema: u32,
    /// Day of the newest evidence behind it.
    #[serde(with = "iso")]
    pub checked: NaiveDate,
    /// Where rows come from, by the key they quote.
    pub sources: BTreeMap<String, Source>,
    /// Figures the user may replace.
    pub shares: BTreeMap<Quoted, QuotedShare>,
    /// What moves a chance.
    pub moves: Vec<Move>,
    /// The ways out.
    pub routes: Vec<RouteFacts>,
}

/// A source in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Source {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

/// A figure the user may replace.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct QuotedShare {
    /// Per cent.
    pub percent: Percent,
    /// Key in [`FactFile::sources`].
    pub source: String,
    /// Day it was read.
    #[serde(with = "iso")]
    pub read: NaiveDate,
    /// Seen at its source.
    pub confirmed: bool,
}

/// What a fact of the case adds to a chance, in points, by the nature of the way.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Move {
    /// Which fact.
    pub fact: ChanceFact,
    /// The user alone.
    pub own: i64,
    /// Somebody else asks.
    pub assisted: i64,
    /// A court.
    pub court: i64,
    /// A buyer.
    pub sale: i64,
}

/// What is known of a way out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct RouteFacts {
    /// Which way.
    pub route: RecoveryRoute,
    /// Points it adds to the chance of the claim’s age. An assumption.
    pub points: i64,
    /// Minutes of own time: few, usual, many. An assumption.
    pub minutes: [u32; 3],
    /// What is paid for it whatever comes of it. Of an order for payment, see `domain::court_fee`.
    pub costs: Vec<Expense>,
    /// Days until money may come.
    pub delay: Delay,
    /// What to bring together.
    pub gather: Vec<Gather>,
    /// Its price is known well enough for a net sum.
    #[serde(default = "yes")]
    pub priced: bool,
    /// It may be advised: not where nobody knows yet whether it can be had.
    #[serde(default = "yes")]
    pub advisable: bool,
}

/// Days until money may come.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Delay {
    /// Fewest.
    pub low: u32,
    /// Most.
    pub high: u32,
    /// Key in [`FactFile::sources`].
    pub source: String,
    /// Day it was read.
    #[serde(with = "iso")]
    pub read: NaiveDate,
    /// Seen at its source.
    pub confirmed: bool,
}

/// Something paid for a way out, from the least to the most in euros.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Expense {
    /// What for.
    pub name: ExpenseName,
    /// Least.
    pub low: Amount,
    /// Most.
    pub high: Amount,
    /// Key of [`FactFile::source`].
    pub source: String,
    /// Day it was read.
    #[serde(with = "iso")]
    pub read: NaiveDate,
    /// Seen at its source.
    pub confirmed: bool,
}

/// What is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExpenseName {
    /// The mediator.
    Mediation,
    /// Opening a file at an agency.
    Opening,
    /// A lawyer.
    Lawyer,
    /// The fixed part of the simplified procedure.
    SimplifiedFee,
    /// Its part that grows with the claim.
    Proportional,
    /// The clerk of the court.
    Clerk,
    /// The contribution to legal aid.
    LegalAid,
    /// Having an order served.
    Service,
    /// The writ that begins proceedings.
    Writ,
    /// The court of another country.
    ForeignCourt,
    /// Having what is served translated.
    Translation,
    /// The acts of an enforcement officer, which the debtor pays back as a rule.
    Acts,
}

/// What a way out asks to bring together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gather {
    /// Contract, signed quote, order.
    Contract,
    /// The invoice and how it was sent.
    Invoice,
    /// Proof that the work was delivered.
    Delivery,
    /// Reminders and notes of calls.
    Contacts,
    /// The formal notice and its acknowledgement of receipt.
    Notice,
    /// The working of interest and fixed sum.
    Working,
    /// What the client answered.
    Answers,
    /// An extract of the register about the client.
    Register,
    /// Own details: SIREN, bank account.
    Identity,
    /// The title, and how it was served.
    Title,
}

fn yes() -> bool {
    true
}

impl FactFile {
    /// The file that comes with the program.
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<FactFile> = OnceLock::new();
        // It is part of the program and read by a test of this module; without it, nothing would be compared.
        BUILTIN.get_or_init(|| serde_json::from_str(include_str!("facts.json")).unwrap_or_default())
    }

    /// A source in a language, of a row or of a fee of a court; empty where the key is not known.
    #[must_use]
    pub fn source(&self, key: &str, lang: Lang) -> &str {
        let known = self.sources.get(key).map(|source| lang.pick(source.fr.as_str(), &source.en));
        known.unwrap_or_else(|| court_fee::source(key, lang))
    }

    /// What a fact adds to a chance, in points.
    #[must_use]
    pub fn points(&self, fact: ChanceFact, nature: Nature) -> i64 {
        let known = self.moves.iter().find(|known| known.fact == fact);
        known.map_or(0, |known| match nature {
            Nature::Own => known.own,
            Nature::Assisted => known.assisted,
            Nature::Court => known.court,
            Nature::Sale => known.sale,
            Nature::End => 0,
        })
    }

    /// A figure, the user’s own or the one quoted.
    #[must_use]
    pub fn share(&self, quoted: Quoted, own: &BTreeMap<Quoted, Percent>) -> Percent {
        let known = || self.shares.get(&quoted).map(|share| share.percent);
        own.get(&quoted).copied().or_else(known).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_builtin_file_is_whole() {
        let file: FactFile = serde_json::from_str(include_str!("facts.json")).unwrap();
        assert_eq!(file.schema, 1);
        assert_eq!(*FactFile::builtin(), file);
        let routes: Vec<RecoveryRoute> = file.routes.iter().map(|facts| facts.route).collect();
        assert_eq!(routes, RecoveryRoute::ALL, "every way, in the order shown");
        for quoted in Quoted::ALL {
            assert!(file.shares.contains_key(&quoted), "{quoted:?}");
        }
        for fact in ChanceFact::ALL {
            assert_eq!(file.moves.iter().filter(|known| known.fact == fact).count(), 1, "{fact:?}");
        }
    }

    #[test]
    fn every_row_names_a_source_and_is_in_order() {
        let file = FactFile::builtin();
        let expenses = file.routes.iter().flat_map(|facts| &facts.costs);
        let keys = file.routes.iter().map(|facts| &facts.delay.source);
        let keys = keys.chain(expenses.clone().map(|row| &row.source));
        for key in keys.chain(file.shares.values().map(|share| &share.source)) {
            assert!(file.sources.contains_key(key), "{key}");
        }
        for row in expenses {
            assert!(Amount::ZERO <= row.low && row.low <= row.high, "{:?}", row.name);
            assert!(row.read <= file.checked);
        }
        for facts in &file.routes {
            assert!(facts.minutes.is_sorted() && facts.delay.low <= facts.delay.high, "{:?}", facts.route);
        }
        for source in file.sources.values() {
            for mark in [" ;", " :", " ?"] {
                assert!(!source.fr.contains(mark), "a breaking space in {:?}", source.fr);
            }
            assert!(!source.fr.is_empty() && !source.en.is_empty());
        }
    }
}
