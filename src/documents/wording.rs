//! The word check: what a creditor may not write to a debtor, found in a text, with the reason, its legal source and
//! a lawful wording to put in its place.
//!
//! | module | what it knows |
//! |---|---|
//! | `words` | a text as folded words with their places |
//! | `pattern` | phrases and how they are found |
//! | `guards` | what denies, reserves or agrees to a phrase |
//! | `lexicon` | the word lists `fr.txt` and `en.txt`, for a lawyer to read and edit |
//! | [`hints`] | how a text reads, which is never a fault |
//! | [`reasons`] | why, and by which article |
//!
//! It helps to write; it proves nothing. What it finds may be meant well, and what it does not know is not found.

mod guards;
pub mod hints;
mod lexicon;
mod pattern;
pub mod reasons;
mod words;

use std::ops::Range;

pub use reasons::Reason;

use self::lexicon::{Conditions, Entry, Lexicon};
use self::words::Word;
use crate::domain::party::DebtorKind;
use crate::text::Lang;

/// What a text to a debtor must not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Words kept for acts of a court or of a public officer: « sommation », « avant saisie ».
    JudicialVocabulary,
    /// The look of an act of a court or of the State: its headings, seals and numbers.
    JudicialLook,
    /// Threats: prison, complaints, family, violence, listing with a bank.
    Threat,
    /// Insults.
    Insult,
    /// Sums the law does not let a creditor ask of this debtor.
    IllegalFee,
    /// Making a debt public, or saying one will.
    PublicShaming,
    /// A procedure, a judgment or an officer said to be under way.
    FalseProcedure,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// May be lawful; to be weighed.
    #[default]
    Warning,
    /// Not to be sent like this.
    Blocking,
}

/// What kind of text is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Document {
    /// An e-mail.
    Email,
    /// A letter that is not a formal notice.
    Letter,
    /// A formal notice (*mise en demeure*).
    FormalNotice,
    /// A short message. It has no lines, so that its first words are its heading.
    Sms,
}

/// Words of a text that break a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How grave it is.
    pub severity: Severity,
    /// The bytes of the offending words, on character boundaries.
    pub range: Range<usize>,
    /// Why, and by which article.
    pub reason: Reason,
    /// What may be written instead, in the language of the text.
    pub swap: Swap,
}

/// A lawful wording, and what it stands in for: the words found where it fits their place, else their whole sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    /// Bytes of the text, on character boundaries.
    pub range: Range<usize>,
    /// What may stand there.
    pub text: String,
    /// It is a sentence of its own, and not another word for the words found.
    pub is_sentence: bool,
}

impl Rule {
    /// Every rule.
    pub const ALL: [Self; 7] = [
        Self::JudicialVocabulary,
        Self::JudicialLook,
        Self::Threat,
        Self::Insult,
        Self::IllegalFee,
        Self::PublicShaming,
        Self::FalseProcedure,
    ];

    /// Its name in word lists and test vectors: `judicial-vocabulary`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::JudicialVocabulary => "judicial-vocabulary",
            Self::JudicialLook => "judicial-look",
            Self::Threat => "threat",
            Self::Insult => "insult",
            Self::IllegalFee => "illegal-fee",
            Self::PublicShaming => "public-shaming",
            Self::FalseProcedure => "false-procedure",
        }
    }

    /// The rule of a name.
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.id() == id)
    }
}

/// Finds what a text written in `lang` to such a debtor must not say, in the order of the text. Findings of several
/// rules may share one range; ranges are the same or apart. A debtor of unknown kind is a consumer, who may be asked for
/// the least. Time grows with the length of the text, whatever it says.
#[must_use]
pub fn check(text: &str, lang: Lang, document: Document, debtor: DebtorKind) -> Vec<Finding> {
    let lexicon = Lexicon::builtin(lang);
    let mut words = words::words(text);
    lexicon.guards.join_pieces(&mut words);
    let professional = debtor.is_professional();
    let to = Recipient { lang, professional };
    let mut found = matches(&words, lexicon, document, professional, |section| section.tone.is_none());
    found.sort_by_key(|found| (found.words.start, found.words.end));
    let mut findings = Vec::new();
    let mut rest = found.as_slice();
    while let Some(first) = rest.first() {
        // Words that overlap are one place of the text: one range, one replacement, a finding for each rule.
        let mut end = first.words.end;
        let mut count = 1;
        while let Some(next) = rest.get(count).filter(|next| next.words.start < end) {
            end = end.max(next.words.end);
            count += 1;
        }
        let (place, left) = rest.split_at(count);
        findings.extend(of_place(text, &words, first.words.start..end, place, to));
        rest = left;
    }
    findings
}

/// The text with each finding put right.
#[must_use]
pub fn replaced(text: &str, findings: &[Finding]) -> String {
    let mut corrected = String::with_capacity(text.len());
    let mut at = 0;
    for finding in findings {
        // What is already rewritten with its sentence is left.
        let Some(kept) = text.get(at..finding.swap.range.start) else { continue };
        corrected.push_str(kept);
        corrected.push_str(&finding.swap.text);
        at = finding.swap.range.end;
    }
    corrected.push_str(text.get(at..).unwrap_or_default());
    corrected
}

/// Whom a text is for: what may be written instead depends on it.
#[derive(Clone, Copy)]
struct Recipient {
    lang: Lang,
    professional: bool,
}

/// A phrase found, by the places of its words.
struct Match<'a> {
    words: Range<usize>,
    entry: &'a Entry,
    section: &'a lexicon::Section,
}

/// The phrases of the sections that are wanted, but those within a lawful one among them.
fn matches<'a>(
    words: &[Word],
    lexicon: &'a Lexicon,
    document: Document,
    professional: bool,
    wanted: impl Fn(&lexicon::Section) -> bool,
) -> Vec<Match<'a>> {
    let mut found = Vec::new();
    // How far lawful phrases reach, by the word they begin with, in order.
    let mut lawful: Vec<Range<usize>> = Vec::new();
    for (start, word) in words.iter().enumerate() {
        for entry in lexicon.beginning_with(word) {
            let section = lexicon.sections.get(entry.section);
            let section = section.filter(|section| wanted(section));
            let Some(section) = section else { continue };
            let Conditions { to_consumers, to_professionals, .. } = section.conditions;
            if (to_consumers && professional) || (to_professionals && !professional) {
                continue;
            }
            let end = if section.conditions.as_heading { line_end(words, start) } else { words.len() };
            let Some(count) = words.get(start..end).and_then(|rest| entry.pattern.longest(rest)) else {
                continue;
            };
            let place = start..start + count;
            if !entry.asides.iter().all(|aside| guards::stands(aside, words, &place)) {
                continue;
            }
            if section.is_lawful() {
                lawful.push(place);
            } else if counts(words, &place, (entry, section.conditions), document, lexicon) {
                found.push(Match { words: place, entry, section });
            }
        }
    }
    let mut covered = vec![false; words.len()];
    for place in lawful {
        covered.iter_mut().skip(place.start).take(place.len()).for_each(|word| *word = true);
    }
    found.retain(|found| {
        !covered.iter().skip(found.words.start).take(found.words.len()).any(|covered| *covered)
    });
    found
}

/// Longest line that may be a heading, in words.
const HEADING: usize = 16;

/// The place after the last word of the line, as far as a heading may go.
fn line_end(words: &[Word], start: usize) -> usize {
    let rest = words.get(start + 1..).unwrap_or_default();
    start + 1 + rest.iter().take(HEADING).take_while(|word| !word.opens_line).count()
}

fn counts(
    words: &[Word],
    place: &Range<usize>,
    (entry, conditions): (&Entry, Conditions),
    document: Document,
    lexicon: &Lexicon,
) -> bool {
    let guards = &lexicon.guards;
    let heading = || {
        let begins = words.get(place.start).is_some_and(|word| word.opens_line);
        let next = words.get(place.end);
        let ends = next.is_none_or(|word| word.opens_line);
        let is_first = place.start == 0;
        // A text that begins with a court’s name and a full stop has it for its head.
        let is_sentence = || next.is_some_and(|word| word.opens_sentence);
        begins && (ends || is_first && (document == Document::Sms || is_sentence()))
    };
    let clause = || {
        let opens = |at: usize| words.get(at).is_none_or(|word| word.opens_clause);
        opens(place.start) && opens(place.end)
    };
    !(conditions.as_heading && !heading()
        || conditions.as_clause && !clause()
        || conditions.unless_negated && guards.negated(words, place, !entry.denies)
        || conditions.unless_possible && guards.possible(words, place)
        || conditions.unless_agreed && guards.agreed(words, place)
        || conditions.unless_of_strangers && guards.of_strangers(words, place)
        || conditions.unless_proven && guards.proven(words, place)
        || guards.named(words, place)
        || guards.cited(words, place))
}

/// The findings of phrases that overlap: one for each rule, the gravest reason first to come.
fn of_place(
    text: &str,
    words: &[Word],
    place: Range<usize>,
    found: &[Match<'_>],
    to: Recipient,
) -> Vec<Finding> {
    let Some(range) = bytes_of(words, &place) else { return Vec::new() };
    let mut findings: Vec<Finding> = Vec::new();
    let own = own_wording(text, &range, &place, found);
    for found in found {
        for rule in &found.section.rules {
            let section = found.section;
            match findings.iter_mut().find(|finding| finding.rule == *rule) {
                Some(known) if known.severity >= section.severity => {}
                known => {
                    let swap = own.clone().unwrap_or_else(|| sentence(text, words, &place, section, to));
                    let (rule, severity, reason) = (*rule, section.severity, section.reason);
                    let finding = Finding { rule, severity, range: range.clone(), reason, swap };
                    match known {
                        Some(known) => *known = finding,
                        None => findings.push(finding),
                    }
                }
            }
        }
    }
    findings
}

fn bytes_of(words: &[Word], place: &Range<usize>) -> Option<Range<usize>> {
    let (first, last) = (words.get(place.start)?, words.get(place.end.checked_sub(1)?)?);
    Some(first.range.start..last.range.end)
}

/// The wording the lists have for all the words of a place.
fn own_wording(text: &str, range: &Range<usize>, place: &Range<usize>, found: &[Match<'_>]) -> Option<Swap> {
    let mut whole = found.iter().filter(|found| found.words == *place);
    let written = whole.find_map(|found| found.entry.replacement.as_deref())?;
    let there = text.get(range.clone()).unwrap_or_default();
    Some(Swap { range: range.clone(), text: in_case_of(there, written), is_sentence: false })
}

/// What may stand for the whole sentence of a place; for a heading alone where that is what is found.
fn sentence(
    text: &str,
    words: &[Word],
    place: &Range<usize>,
    section: &lexicon::Section,
    to: Recipient,
) -> Swap {
    let (start, end) = if section.conditions.as_heading {
        (place.start, place.end)
    } else {
        let before = words.get(..=place.start).unwrap_or_default();
        let after = words.get(place.end..).unwrap_or_default();
        let start = before.iter().rposition(Word::opens_passage).unwrap_or_default();
        (start, place.end + after.iter().take_while(|word| !word.opens_passage()).count())
    };
    let range = bytes_of(words, &(start..end)).unwrap_or_default();
    let stop = stops(text.get(range.end..).unwrap_or_default());
    let instead = section.reason.instead(to.lang, to.professional);
    // What ended without a full stop, a heading or a line of a list, ends without one.
    let instead = if stop == 0 { instead.trim_end_matches('.') } else { instead };
    Swap { range: range.start..range.end + stop, text: instead.to_owned(), is_sentence: true }
}

/// How many bytes the marks take that end a sentence, with the spaces before them.
fn stops(rest: &str) -> usize {
    let marks = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let left = marks.trim_start_matches(['.', '!', '?', '…']);
    if left.len() < marks.len() { rest.len() - left.len() } else { 0 }
}

/// A replacement in capitals where the words are, or with a capital where they begin with one.
fn in_case_of(words: &str, replacement: &str) -> String {
    let mut letters = words.chars().filter(|c| c.is_alphabetic());
    let first = letters.next().is_some_and(char::is_uppercase);
    if first && letters.clone().count() > 1 && letters.all(|c| !c.is_lowercase()) {
        return replacement.to_uppercase();
    }
    let mut rest = replacement.chars();
    match rest.next() {
        Some(c) if first => c.to_uppercase().chain(rest).collect(),
        _ => replacement.to_owned(),
    }
}

#[cfg(test)]
mod tests;
