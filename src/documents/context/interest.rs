//! How interest runs on the invoices of a text: since when, at which rates, and on which of them not yet.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{Case, phrases};
use crate::documents::missing::MissingFact;
use crate::domain::claim::Claim;
use crate::domain::law::sources::Source;
use crate::domain::party::DebtorKind;
use crate::domain::regime::{RatePlan, Regime};
use crate::text::{Lang, format};

/// How interest runs on the invoices of a text.
#[derive(Clone, Debug, Default)]
pub struct InterestText {
    /// The rule the rates follow, with them: of the invoices that bear interest, of all where none does. One for all, or each
    /// invoice’s: `au taux convenu de 15,00 % par an pour la facture n° 2026-031 et …`.
    pub rule: String,
    /// Since when: `depuis le 23 août 2026`, each day with its invoices where not all have the same.
    pub since: String,
    /// The invoices that bear interest, where others wait for a formal notice: `la facture n° 2026-014`; else empty.
    pub bearing: String,
    /// Those on which interest waits for a formal notice, where others bear some: `la facture n° 2026-031`; else empty.
    pub waiting: String,
    /// The rule the rates of the latter will follow: `au taux légal`.
    pub waiting_rule: String,
    /// Length of a year: `365`; where invoices differ, `365 ou 360 selon la facture`.
    pub year: String,
    /// The provisions interest rests on.
    pub law: String,
    /// The provisions the fixed sums rest on.
    pub law_indemnity: String,
}

impl InterestText {
    /// Of some cases, and of what of each may be asked for.
    pub(super) fn of(lang: Lang, kind: DebtorKind, cases: &[Case<'_>], asked: &[Cow<'_, Claim>]) -> Self {
        let (mut bearing, mut waiting): (Vec<Case<'_>>, Vec<Case<'_>>) = (Vec::new(), Vec::new());
        let mut starts: Vec<(NaiveDate, Vec<Case<'_>>)> = Vec::new();
        for (case, asked) in cases.iter().zip(asked) {
            if let Some(first) = asked.interest_from {
                bearing.push(*case);
                match starts.iter_mut().find(|(known, _)| *known == first) {
                    Some((_, found)) => found.push(*case),
                    None => starts.push((first, vec![*case])),
                }
            } else if case.0.invoice.regime(kind).needs_formal_notice()
                && (asked.principal_left - asked.not_due).is_positive()
            {
                waiting.push(*case);
            }
        }
        if bearing.is_empty() {
            waiting.clear();
        }
        let told = if bearing.is_empty() { cases } else { &bearing };
        let some = |found: &[Case<'_>]| if waiting.is_empty() { String::new() } else { named(lang, found) };
        let regimes = cases.iter().map(|(case, _)| case.invoice.regime(kind));
        let laws = |source: fn(Regime) -> Option<Source>| {
            let sources = regimes.clone().map(|regime| phrases::law(lang, source(regime)));
            format::list(lang, &distinct(sources))
        };
        Self {
            rule: rule(lang, kind, told),
            since: since(lang, &starts, !waiting.is_empty()),
            bearing: some(&bearing),
            waiting: some(&waiting),
            waiting_rule: rule(lang, kind, &waiting),
            year: year(lang, told),
            law: laws(Regime::interest_source),
            law_indemnity: laws(Regime::compensation_source),
        }
    }
}

/// Cases whose rates follow one rule.
pub(in crate::documents) struct RateGroup<'a> {
    /// The rule with the rates: `au taux convenu de 15,00 % par an`.
    pub(in crate::documents) rule: String,
    /// The cases.
    pub(in crate::documents) cases: Vec<Case<'a>>,
}

/// Some cases by the rule their rates follow, in the order of the first of each.
pub(in crate::documents) fn rate_groups<'a>(
    lang: Lang,
    kind: DebtorKind,
    cases: &[Case<'a>],
) -> Vec<RateGroup<'a>> {
    let mut groups: Vec<(Regime, Vec<Case<'a>>)> = Vec::new();
    for case in cases {
        let regime = case.0.invoice.regime(kind);
        match groups.iter_mut().find(|(known, _)| *known == regime) {
            Some((_, found)) => found.push(*case),
            None => groups.push((regime, vec![*case])),
        }
    }
    groups
        .into_iter()
        .map(|(regime, cases)| {
            let rule = phrases::rate_rule(lang, regime, &rates(lang, regime, &cases));
            RateGroup { rule, cases }
        })
        .collect()
}

/// The rates of invoices that follow one rule: those of each day are the same for all; a rate fixed at the start is an
/// invoice’s own, and told with it where not all have the same.
fn rates(lang: Lang, regime: Regime, cases: &[Case<'_>]) -> String {
    let segments = cases.iter().flat_map(|(_, claim)| &claim.segments);
    if !matches!(regime.rate_plan(), RatePlan::FrozenAtStart(_)) {
        let segments = crate::base::order::in_order(segments, |segment| segment.from);
        return phrases::rates(lang, regime, segments);
    }
    let mut known: Vec<(String, Vec<Case<'_>>)> = Vec::new();
    for case in cases {
        let rates = phrases::rates(lang, regime, &case.1.segments);
        match known.iter_mut().find(|(found, _)| *found == rates) {
            Some((_, found)) => found.push(*case),
            None if rates.is_empty() => {}
            None => known.push((rates, vec![*case])),
        }
    }
    each(lang, known, lang.pick("sur", "on"))
}

/// The rule of all cases, or each rule with its invoices.
fn rule(lang: Lang, kind: DebtorKind, cases: &[Case<'_>]) -> String {
    let groups = rate_groups(lang, kind, cases).into_iter().filter(|group| !group.rule.is_empty());
    each(lang, groups.map(|group| (group.rule, group.cases)).collect(), lang.pick("pour", "for"))
}

/// A text that is true of all invoices, or each text with those it is true of, a word before them.
fn each(lang: Lang, mut texts: Vec<(String, Vec<Case<'_>>)>, before: &str) -> String {
    if texts.len() < 2 {
        return texts.pop().map(|(text, _)| text).unwrap_or_default();
    }
    let written: Vec<String> =
        texts.iter().map(|(text, cases)| format!("{text} {before} {}", named(lang, cases))).collect();
    format::list(lang, &written)
}

/// Since when interest runs, with the invoices where they differ.
fn since(lang: Lang, starts: &[(NaiveDate, Vec<Case<'_>>)], some_wait: bool) -> String {
    let written: Vec<String> = starts
        .iter()
        .map(|(first, cases)| {
            let from = format!("{} {}", lang.pick("depuis le", "since"), format::date(lang, *first));
            if starts.len() > 1 || some_wait {
                format!("{from} {} {}", lang.pick("sur", "on"), named(lang, cases))
            } else {
                from
            }
        })
        .collect();
    format::list(lang, &written)
}

fn year(lang: Lang, cases: &[Case<'_>]) -> String {
    let years = cases.iter().map(|(case, _)| phrases::year(lang, case.invoice.contract.day_count).to_owned());
    let years = distinct(years);
    let joined = years.join(lang.pick(" ou ", " or "));
    match (years.len(), lang) {
        (0 | 1, _) => joined,
        (_, Lang::Fr) => format!("{joined} selon la facture"),
        (_, Lang::En) => format!("{joined} depending on the invoice"),
    }
}

/// Texts that are not empty, each once.
fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        if !found.contains(&text) {
            found.push(text);
        }
    }
    found
}

/// `la facture n° 2026-014`, `les factures n° 2026-014 et 2026-031`.
pub(in crate::documents) fn named(lang: Lang, cases: &[Case<'_>]) -> String {
    let numbers: Vec<String> = cases
        .iter()
        .map(|(case, _)| MissingFact::InvoiceNumber.or_marker(lang, &case.invoice.number))
        .collect();
    let one = numbers.len() == 1;
    let numbers = format::list(lang, &numbers);
    match lang {
        Lang::Fr if one => format!("la facture n°\u{a0}{numbers}"),
        Lang::Fr => format!("les factures n°\u{a0}{numbers}"),
        Lang::En if one => format!("invoice {numbers}"),
        Lang::En => format!("invoices {numbers}"),
    }
}
