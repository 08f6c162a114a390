//! The word lists, one file per language, for a lawyer to read and edit: `fr.txt`, `en.txt`.
//!
//! A file is made of sections. `[rule] blocking reason` opens one; `[rule + rule]` where the words break several rules
//! at once, `warning` for what only calls for care. After the reason come conditions, in any order:
//!
//! - `to-consumers`, `to-professionals`: only in texts to such a debtor (an unknown one is a consumer);
//! - `unless-negated`: not where the clause denies it (« ceci n’est pas une sommation »);
//! - `unless-possible`: not where the clause only reserves it (« je me réserve le droit de »);
//! - `unless-agreed`: not where the sentence rests on the contract or on receipts;
//! - `unless-of-strangers`: not where the sentence warns of impostors (« un escroc se fait passer pour moi »);
//! - `unless-proven`: not where what is told is dated and its document enclosed (« déposée le 4 mars, récépissé joint »);
//! - `as-clause`: only between commas or the like (« payez, vermine, ou »);
//! - `as-heading`: only as a line of its own, as the first sentence of a text, or as the first words of an SMS.
//!
//! `[lawful]` lists phrases inside which no fault is found; `[hint] heated` and `[hint] apology` those that break no rule and
//! are only pointed out (see [`super::hints`]), with the same conditions. Each line of a section is a phrase (see [`super::pattern`]),
//! followed by what else must be there, before or after it: ` && other` in the same sentence, ` ++ other` nearby, whatever
//! sentences end between them; ` -- other`: not in the same sentence. Last, where there is one, `=>` and what may stand in
//! its place. `$name = …` names a part of phrases.
//! `//` opens a comment line. The names [`super::guards`] lists say what turns phrases around, wherever they are found:
//! what denies or reserves them, and whose words a quotation is.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use super::guards::Guards;
use super::pattern::{Pattern, key};
use super::reasons::Reason;
use super::words::Word;
use super::{Rule, Severity};
use crate::text::Lang;

/// What a phrase is an entry of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Section {
    /// Rules broken; none where the phrase is lawful, or only pointed out.
    pub(super) rules: Vec<Rule>,
    /// How it reads, where it is only pointed out.
    pub(super) tone: Option<Tone>,
    pub(super) severity: Severity,
    pub(super) reason: Reason,
    pub(super) conditions: Conditions,
}

/// How a phrase reads that breaks no rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// It hurts or scolds without asking for anything.
    Heated,
    /// It excuses itself for asking for what is owed.
    Apology,
}

impl Section {
    /// No fault is found inside its phrases.
    pub(super) fn is_lawful(&self) -> bool {
        self.rules.is_empty() && self.tone.is_none()
    }
}

/// Where the phrases of a section count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a word a section may say")]
pub(super) struct Conditions {
    pub(super) to_consumers: bool,
    pub(super) to_professionals: bool,
    pub(super) unless_negated: bool,
    pub(super) unless_possible: bool,
    pub(super) unless_agreed: bool,
    pub(super) unless_of_strangers: bool,
    pub(super) unless_proven: bool,
    pub(super) as_heading: bool,
    pub(super) as_clause: bool,
}

/// A phrase and what may stand in its place.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) pattern: Pattern,
    pub(super) section: usize,
    pub(super) replacement: Option<String>,
    /// What else must be there, or must not.
    pub(super) asides: Vec<Aside>,
    /// It says « pas » or `never` itself.
    pub(super) denies: bool,
}

/// What must stand, or must not, around a phrase.
#[derive(Clone, Debug)]
pub(super) struct Aside {
    pub(super) pattern: Pattern,
    pub(super) place: Around,
}

/// Where something is looked for around a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// Somewhere in its sentence.
    InSentence,
    /// Somewhere near, sentences apart or not.
    Near,
    /// Nowhere in its sentence.
    NotInSentence,
}

impl Around {
    /// How each is written.
    const MARKS: [(&'static str, Self); 3] =
        [(" && ", Self::InSentence), (" ++ ", Self::Near), (" -- ", Self::NotInSentence)];
}

/// The word list of a language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    pub(super) sections: Vec<Section>,
    entries: Vec<Entry>,
    by_key: HashMap<String, Vec<usize>>,
    /// Phrases that reserve, deny or rest on an agreement.
    pub(super) guards: Guards,
}

/// A line of a word list that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LexiconFault {
    pub(super) line: usize,
    pub(super) what: String,
}

impl Lexicon {
    /// The list the program carries. A test reads both, so that neither is ever empty.
    pub(super) fn builtin(lang: Lang) -> &'static Self {
        static FRENCH: OnceLock<Lexicon> = OnceLock::new();
        static ENGLISH: OnceLock<Lexicon> = OnceLock::new();
        let (list, file) = lang.pick((&FRENCH, include_str!("fr.txt")), (&ENGLISH, include_str!("en.txt")));
        list.get_or_init(|| Self::parse(file).unwrap_or_default())
    }

    /// Reads a word list.
    ///
    /// # Errors
    /// The first line that is wrong.
    pub(super) fn parse(file: &str) -> Result<Self, LexiconFault> {
        let mut lexicon = Self::default();
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for (index, line) in file.lines().enumerate() {
            let fault = |what: &str| LexiconFault { line: index + 1, what: what.to_owned() };
            let line = line.trim();
            if line.is_empty() || line.starts_with("//") {
                continue;
            }
            let written = named(line, &names).map_err(|name| fault(&format!("unknown ${name}")))?;
            if let Some(header) = line.strip_prefix('[') {
                lexicon.sections.push(section(header).map_err(|what| fault(&what))?);
            } else if let Some((name, _)) = line.strip_prefix('$').and_then(|line| line.split_once(" = ")) {
                let (_, value) = written.split_once(" = ").ok_or_else(|| fault("no value"))?;
                lexicon.guards.take(name, value).map_err(fault)?;
                names.insert(name.to_owned(), value.to_owned());
            } else {
                lexicon.add(&written).map_err(fault)?;
            }
        }
        Ok(lexicon)
    }

    fn add(&mut self, line: &str) -> Result<(), &'static str> {
        let (phrase, replacement) = match line.split_once("=>") {
            Some((phrase, replacement)) => (phrase, Some(replacement.trim().to_owned())),
            None => (line, None),
        };
        let section = self.sections.len().checked_sub(1).ok_or("before the first section")?;
        let (phrase, asides) = with_asides(phrase)?;
        let pattern = Pattern::parse(phrase)?;
        // What is found ends with a word that says something; a heading and what is lawful may reach further.
        let reaches = |section: &Section| section.conditions.as_heading || section.is_lawful();
        let pattern = if self.sections.last().is_some_and(reaches) { pattern } else { pattern.trimmed() };
        for key in pattern.keys() {
            self.by_key.entry(key).or_default().push(self.entries.len());
        }
        let denies = self.guards.denies(&pattern);
        self.entries.push(Entry { pattern, section, replacement, asides, denies });
        Ok(())
    }

    /// The phrases that may begin with a word.
    pub(super) fn beginning_with(&self, word: &Word) -> impl Iterator<Item = &Entry> {
        let found = |form: &str| self.by_key.get(key(form)).map_or(&[][..], Vec::as_slice);
        let other = if key(&word.single) == key(&word.folded) { &[][..] } else { found(&word.single) };
        // A stem of one or two letters is no key of a longer word; the lists have none (see the tests).
        found(&word.folded).iter().chain(other).filter_map(|index| self.entries.get(*index))
    }
}

/// A phrase and what is written behind it about what stands around.
fn with_asides(written: &str) -> Result<(&str, Vec<Aside>), &'static str> {
    let mut asides = Vec::new();
    let mut rest = written;
    let last = |text: &str| {
        let marks = Around::MARKS.into_iter();
        marks
            .filter_map(|(mark, place)| text.rfind(mark).map(|at| (at, mark, place)))
            .max_by_key(|(at, ..)| *at)
    };
    while let Some((at, mark, place)) = last(rest) {
        let (before, behind) = rest.split_at(at);
        let pattern = Pattern::parse(behind.trim_start_matches(mark))?;
        asides.push(Aside { pattern, place });
        rest = before;
    }
    Ok((rest, asides))
}

/// A line with its `$names` written out.
fn named(line: &str, names: &BTreeMap<String, String>) -> Result<String, String> {
    let (begin, rest) = match line.strip_prefix('$').and_then(|rest| rest.split_once(" = ")) {
        Some((name, value)) => (format!("${name} = "), value),
        None => (String::new(), line),
    };
    let mut pieces = rest.split('$');
    let mut written = begin + pieces.next().unwrap_or_default();
    for piece in pieces {
        let end = piece.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(piece.len());
        let (name, rest) = piece.split_at(end);
        written.push_str(names.get(name).ok_or(name)?);
        written.push_str(rest);
    }
    Ok(written)
}

/// Reads what follows `[`.
fn section(header: &str) -> Result<Section, String> {
    let (rules, rest) = header.split_once(']').ok_or("] is missing")?;
    let mut section = Section::default();
    let (is_lawful, is_hint) = (rules.trim() == "lawful", rules.trim() == "hint");
    // What is lawful may still count for some debtors only.
    if !is_lawful && !is_hint {
        for id in rules.split('+') {
            section.rules.push(Rule::parse(id.trim()).ok_or_else(|| format!("unknown rule {id}"))?);
        }
    }
    let mut reason = None;
    let mut severity = None;
    for word in rest.split_whitespace() {
        let conditions = &mut section.conditions;
        match word {
            "heated" if is_hint => section.tone = Some(Tone::Heated),
            "apology" if is_hint => section.tone = Some(Tone::Apology),
            "blocking" => severity = Some(Severity::Blocking),
            "warning" => severity = Some(Severity::Warning),
            "to-consumers" => conditions.to_consumers = true,
            "to-professionals" => conditions.to_professionals = true,
            "unless-negated" => conditions.unless_negated = true,
            "unless-possible" => conditions.unless_possible = true,
            "unless-agreed" => conditions.unless_agreed = true,
            "unless-of-strangers" => conditions.unless_of_strangers = true,
            "unless-proven" => conditions.unless_proven = true,
            "as-clause" => conditions.as_clause = true,
            "as-heading" => conditions.as_heading = true,
            other => reason = Some(Reason::parse(other).ok_or_else(|| format!("unknown word {other}"))?),
        }
    }
    if is_hint {
        let is_judged = severity.is_some() || reason.is_some();
        section.tone.filter(|_| !is_judged).ok_or("a hint has a tone, and neither weight nor reason")?;
    } else if !is_lawful {
        section.severity = severity.ok_or("neither blocking nor warning")?;
        section.reason = reason.ok_or("no reason")?;
    }
    Ok(section)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_lists_can_be_read() {
        for file in [include_str!("fr.txt"), include_str!("en.txt")] {
            let lexicon = Lexicon::parse(file).unwrap();
            assert!(lexicon.entries.len() > 100 && lexicon.guards.are_complete());
            for entry in &lexicon.entries {
                assert!(!entry.pattern.begins_with_short_stem(), "{entry:?}");
                if let Some(text) = &entry.replacement {
                    assert!(!text.is_empty() && !text.contains(['\'', '"', '=']), "{text}");
                }
            }
        }
    }

    #[test]
    fn what_must_stand_around_a_phrase_is_read() {
        let file = "[lawful]\n$x = (un|deux)\nmot && $x ++ près -- loin => autre";
        let lexicon = Lexicon::parse(file).unwrap();
        let entry = lexicon.entries.first().unwrap();
        let places: Vec<Around> = entry.asides.iter().map(|aside| aside.place).collect();
        assert_eq!(places, [Around::NotInSentence, Around::Near, Around::InSentence]);
        assert_eq!(entry.replacement.as_deref(), Some("autre"));
        assert!(Lexicon::parse("[lawful]\nmot && )").is_err());
    }

    #[test]
    fn faults_are_named_by_line() {
        let fault = |file: &str| Lexicon::parse(file).map(|_| ()).unwrap_err();
        assert_eq!(fault("mot"), LexiconFault { line: 1, what: "before the first section".to_owned() });
        assert_eq!(fault("// x\n[threats] blocking").line, 2);
        for bad in [
            "[threat] blocking",
            "[threat] force",
            "[threat",
            "[threat] blocking soon",
            "[threat] blocking violence heated",
            "[hint]",
            "[hint] heated blocking",
            "[hint + threat] heated",
            "[lawful]\n$x mot",
        ] {
            assert!(Lexicon::parse(bad).is_err(), "{bad}");
        }
    }
}
