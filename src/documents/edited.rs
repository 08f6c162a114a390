//! A text in its sender's own words: what was proposed, what it says now, and what is found in it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::completeness::{Fact, Lack};
use super::email::Tone;
use super::wording::{Document, Finding, Reason, Rule, Severity, Swap, check};
use crate::domain::party::DebtorKind;
use crate::text::Lang;

/// A text in its sender's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditedText {
    /// Tone of what was proposed.
    pub tone: Tone,
    /// It said *tu*.
    pub tu: bool,
    /// Its language.
    pub lang: Lang,
    /// The passages that were proposed.
    pub proposed: Vec<String>,
    /// The passages as they stand.
    pub passages: Vec<String>,
    /// Words that the sender says state a true fact, as they stand in the text.
    #[serde(default)]
    pub confirmed: Vec<String>,
}

/// A place of the text that breaks one or several rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Which passage.
    pub passage: usize,
    /// Where in it, in bytes.
    pub range: Range<usize>,
    /// The words there.
    pub words: String,
    /// What is found, one finding a rule.
    pub findings: Vec<Finding>,
}

impl Place {
    /// The words may state what really happened: « j’ai saisi le tribunal ». A procedure told as a fact is one where it
    /// exists, and then its vocabulary is its own; words of an officer’s act, of enforcement, threats and insults never are.
    #[must_use]
    pub fn may_be_fact(&self) -> bool {
        let tells = |found: &Finding| {
            found.rule == Rule::FalseProcedure && matches!(found.reason, Reason::Procedure | Reason::Officer)
        };
        let names =
            |found: &Finding| found.rule == Rule::JudicialVocabulary && found.reason == Reason::Procedure;
        self.findings.iter().any(tells) && self.findings.iter().all(|found| tells(found) || names(found))
    }

    /// The lawful wording to put there, or in place of the whole sentence.
    #[must_use]
    pub fn swap(&self) -> Option<&Swap> {
        self.findings.first().map(|finding| &finding.swap)
    }

    /// The place in the units a browser counts text in.
    #[must_use]
    pub fn utf16(&self, passage: &str) -> Range<u32> {
        let count = |end: usize| {
            let units = passage.get(..end).map_or(0, |text| text.encode_utf16().count());
            u32::try_from(units).unwrap_or(u32::MAX)
        };
        count(self.range.start)..count(self.range.end)
    }
}

impl EditedText {
    /// The text as it is proposed, to be edited.
    #[must_use]
    pub fn new(tone: Tone, tu: bool, lang: Lang, proposed: Vec<String>) -> Self {
        Self { tone, tu, lang, passages: proposed.clone(), proposed, confirmed: Vec::new() }
    }

    /// A word of it differs from what was proposed.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.passages != self.proposed
    }

    /// What must not be said, in the order of the text. What the proposed text says too is a name or a number that the
    /// records hold, and no word of the sender's; unless it is in what they typed into a form, and the text took over: `typed`.
    #[must_use]
    pub fn places(&self, document: Document, debtor: DebtorKind, typed: &[String]) -> Vec<Place> {
        if !self.differs() && typed.is_empty() {
            return Vec::new();
        }
        let ours = places(&self.proposed, self.lang, document, debtor);
        let mut found = places(&self.passages, self.lang, document, debtor);
        let is_typed = |place: &Place| {
            let passage = self.passages.get(place.passage).map(String::as_str).unwrap_or_default();
            typed.iter().any(|words| holds(passage, words, &place.range))
        };
        found.retain(|place| is_typed(place) || !ours.iter().any(|known| known.words == place.words));
        if document == Document::Email {
            self.keep_subject(&mut found);
        }
        found
    }

    /// In the subject of an e-mail a sentence is no wording: the proposed subject stands in for it.
    fn keep_subject(&self, found: &mut [Place]) {
        let (Some(proposed), Some(subject)) = (self.proposed.first(), self.passages.first()) else { return };
        let of_subject = found.iter_mut().filter(|place| place.passage == 0);
        for finding in of_subject.flat_map(|place| &mut place.findings) {
            if finding.swap.is_sentence {
                finding.swap = Swap { range: 0..subject.len(), text: proposed.clone(), is_sentence: true };
            }
        }
    }

    /// A place that the text must not be sent with.
    #[must_use]
    pub fn refuses(&self, place: &Place) -> bool {
        let blocks = |found: &Finding| found.severity == Severity::Blocking;
        place.findings.iter().any(blocks) && !self.is_confirmed(place)
    }

    /// The sender says that what the words state is true.
    #[must_use]
    pub fn is_confirmed(&self, place: &Place) -> bool {
        place.may_be_fact() && self.confirmed.contains(&place.words)
    }

    /// Notes that what the words of a place state is true, or no longer.
    pub fn confirm(&mut self, place: &Place, is_true: bool) {
        self.confirmed.retain(|words| *words != place.words);
        if is_true && place.may_be_fact() {
            self.confirmed.push(place.words.clone());
        }
    }

    /// Puts the lawful wording in the place, if those words still stand there.
    pub fn swap(&mut self, place: &Place) {
        let Some(swap) = place.swap() else { return };
        if let Some(passage) = self.passages.get_mut(place.passage)
            && passage.get(place.range.clone()) == Some(place.words.as_str())
        {
            passage.replace_range(swap.range.clone(), &swap.text);
        }
    }

    /// Says again what the text lacks, or rightly what it says wrongly. Nothing else it says goes, but the value on a
    /// line that names the same thing.
    pub fn restore(&mut self, lack: &Lack, document: Document, proposed: &[String]) {
        if let Some((at, range)) = &lack.place {
            return self.correct(*at, range.clone(), lack);
        }
        // Where the message is: an e-mail has a subject before it.
        let at = match document {
            Document::Letter | Document::FormalNotice => return self.restore_in_paragraph(lack, proposed),
            Document::Sms => 0,
            Document::Email => 1,
        };
        if let Some(body) = self.passages.get_mut(at) {
            *body = with_line(body, lack, proposed.get(at).map(String::as_str).unwrap_or_default());
        }
    }

    /// Puts the right words in the place of wrong ones, if these still stand there.
    fn correct(&mut self, at: usize, range: Range<usize>, lack: &Lack) {
        if let Some(passage) = self.passages.get_mut(at)
            && passage.get(range.clone()) == Some(lack.value.as_str())
        {
            passage.replace_range(range, &lack.line);
        }
    }

    /// In the paragraph that said it in the proposed letter, before its words; whole, where nothing is left of that one.
    fn restore_in_paragraph(&mut self, lack: &Lack, proposed: &[String]) {
        let demands = |text: &String| matches!(lack.fact, Fact::Notice | Fact::Balance) && is_demand(text);
        let held = |text: &String| text.contains(&lack.value);
        let last = self.passages.len().saturating_sub(1);
        let place = proposed.iter().rposition(demands).or_else(|| proposed.iter().rposition(held));
        let place = place.unwrap_or(last).min(last);
        if let Some(passage) = self.passages.get_mut(place) {
            *passage = match proposed.get(place) {
                Some(whole) if passage.trim().is_empty() => whole.clone(),
                _ => format!("{} {passage}", lack.line),
            };
        }
    }

    /// Puts what has become known in the place of its marker.
    pub fn fill(&mut self, known: &[(String, String)]) {
        for passage in self.passages.iter_mut().chain(&mut self.proposed) {
            for (marker, value) in known {
                if passage.contains(marker) {
                    *passage = passage.replace(marker, value);
                }
            }
        }
    }
}

/// Words stand in a passage where a place of it is.
fn holds(passage: &str, words: &str, place: &Range<usize>) -> bool {
    let overlaps = |(start, _): (usize, &str)| start < place.end && place.start < start + words.len();
    !words.is_empty() && passage.match_indices(words).any(overlaps)
}

fn is_demand(text: &str) -> bool {
    text.contains("en demeure de") || text.contains("formal notice to pay")
}

fn places(passages: &[String], lang: Lang, document: Document, debtor: DebtorKind) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        for finding in check(passage, lang, document, debtor) {
            let range = finding.range.clone();
            match places.last_mut().filter(|place| place.passage == at && place.range == range) {
                Some(place) => place.findings.push(finding),
                None => places.push(Place {
                    passage: at,
                    words: passage.get(range.clone()).unwrap_or_default().to_owned(),
                    range,
                    findings: vec![finding],
                }),
            }
        }
    }
    places
}

/// Longest line that states one fact, in characters.
const SHORT: usize = 64;

/// Longest line that closes a letter, in characters.
const CLOSING: usize = 40;

/// A body with a fact said again: on the line that names it, where its line was, or before the closing.
fn with_line(body: &str, lack: &Lack, proposed: &str) -> String {
    let before: Vec<&str> = proposed.lines().collect();
    let mut lines: Vec<String> = body.lines().map(str::to_owned).collect();
    let own = before.iter().rposition(|line| line.contains(&lack.value) && line.chars().count() <= SHORT);
    let line = own.and_then(|at| before.get(at)).map_or(lack.line.as_str(), |line| line);
    let label = line.split_once(':').map(|(label, _)| label);
    if let Some(named) = label.and_then(|label| {
        lines.iter_mut().find(|line| line.split_once(':').is_some_and(|(own, _)| own == label))
    }) {
        line.clone_into(named);
        return lines.join("\n");
    }
    // Where it was: below the line it followed.
    let above = own.and_then(|own| before.get(..own)).and_then(|above| {
        let gap = above.last().is_some_and(|line| line.is_empty());
        Some((gap, *above.iter().rev().find(|line| !line.is_empty())?))
    });
    if let Some((gap, above)) = above
        && let Some(at) = lines.iter().rposition(|line| line == above)
    {
        let is_empty = |at: usize| lines.get(at).is_none_or(String::is_empty);
        if gap && is_empty(at + 1) && at + 1 < lines.len() {
            // The gap is still there: below it, and apart from what follows where it was.
            let apart = own.is_some_and(|own| before.get(own + 1).is_none_or(|below| below.is_empty()));
            if apart && !is_empty(at + 2) {
                lines.insert(at + 2, String::new());
            }
            lines.insert(at + 2, line.to_owned());
            return lines.join("\n");
        }
        lines.insert(at + 1, line.to_owned());
        if gap {
            lines.insert(at + 1, String::new());
        }
        return lines.join("\n");
    }
    let closing = lines.iter().rposition(|line| line.ends_with(',') && line.chars().count() <= CLOSING);
    match closing.filter(|at| *at > 1 && lack.fact != Fact::Sender) {
        Some(at) => {
            lines.insert(at, String::new());
            lines.insert(at, line.to_owned());
            lines.join("\n")
        }
        None if body.trim().is_empty() => line.to_owned(),
        None => format!("{}\n\n{line}", body.trim_end()),
    }
}

#[cfg(test)]
mod tests;
