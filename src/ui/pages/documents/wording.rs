//! The word check of a document in the user's own words.

use crate::documents::edited::EditedText;
use crate::documents::letter::Letter;
use crate::documents::wording::{Document, Severity};
use crate::domain::manner::Tone;
use crate::domain::party::DebtorKind;

/// What a document says that must not be sent, and what it was not proposed with: the words, and why.
pub fn refused(proposed: &Letter, letter: &Letter, debtor: DebtorKind) -> Vec<String> {
    let mut edited = EditedText::new(Tone::default(), false, letter.lang, proposed.passages());
    edited.passages = letter.passages();
    let places = edited.places(Document::Letter, debtor);
    let blocking = places.iter().filter_map(|place| {
        let finding = place.findings.iter().find(|found| found.severity == Severity::Blocking)?;
        let source = finding.reason.source().short;
        Some(format!("« {} » – {} ({source})", place.words, finding.reason.text(letter.lang)))
    });
    blocking.collect()
}
