use proptest::prelude::*;

use super::*;

fn found(text: &str, lang: Lang, debtor: DebtorKind) -> Vec<(&'static str, String)> {
    let findings = check(text, lang, Document::Email, debtor);
    findings.into_iter().map(|finding| (finding.rule.id(), text[finding.range].to_owned())).collect()
}
