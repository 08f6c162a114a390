//! The word check over words that were not written for it: those of the screens, and the vectors once put right. Our own
//! texts are checked in `documents_golden.rs`.

#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

use std::fs;
use std::path::Path;

use relance::documents::wording::{Document, Finding, check, replaced};
use relance::domain::party::DebtorKind;
use relance::text::{Lang, words};
use serde_json::Value;

fn named(text: &str, findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|found| format!("{}: {:?}", found.rule.id(), text.get(found.range.clone()))).collect()
}

/// What names courts, their acts, officers and costs to the user for what they are. None of it is written to a client.
const NAMED_FOR_WHAT_THEY_ARE: [(&str, &str); 17] = [
    ("calendar", "appealed_summary"),
    ("fields", "act"),
    ("offers", "own_cost"),
    ("proceedings", "article_700"),
    ("proceedings", "claim_in_order"),
    ("proceedings", "cost_hint"),
    ("proceedings", "court"),
    ("proceedings", "first_hearing_hint"),
    ("proceedings", "opened"),
    ("proceedings", "with_officer"),
    ("proceedings", "declaration_from"),
    ("proceedings", "partial_note"),
    ("proceedings", "request_day"),
    ("proceedings", "writ_day"),
    ("proceedings", "writ_hint"),
    ("recovery", "help_insurance_text"),
    ("recovery", "serving"),
];

/// Screens speak to the user in everyday words.
#[test]
fn everyday_words_pass() {
    let mut found = Vec::new();
    for (list, entries) in words::all() {
        for (entry, french, english) in
            entries.iter().filter(|(entry, ..)| !NAMED_FOR_WHAT_THEY_ARE.contains(&(list, entry)))
        {
            for (lang, text) in [(Lang::Fr, french), (Lang::En, english)] {
                let findings = check(text, lang, Document::Email, DebtorKind::Business);
                found.extend(
                    named(text, &findings).into_iter().map(|found| format!("{list}.{entry} {found}")),
                );
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn what_is_put_right_is_not_found_again() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let (mut count, mut wrong) = (0, Vec::new());
    for (lang, name) in [(Lang::Fr, "wording-fr.json"), (Lang::En, "wording-en.json")] {
        let cases: Vec<Value> =
            serde_json::from_str(&fs::read_to_string(folder.join(name)).unwrap()).unwrap();
        for case in cases {
            let text = case["input"]["text"].as_str().unwrap();
            let debtor = match case["input"]["debtor"].as_str() {
                Some("business") => DebtorKind::Business,
                _ => DebtorKind::Consumer,
            };
            let findings = check(text, lang, Document::Letter, debtor);
            let corrected = replaced(text, &findings);
            let again = check(&corrected, lang, Document::Letter, debtor);
            if !again.is_empty() {
                wrong.push(format!("{}: {corrected:?}: {:?}", case["id"], named(&corrected, &again)));
            }
            count += usize::from(!findings.is_empty());
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 60, "only {count} are put right");
}
