//! Hints on how a text reads: what makes a demand hard to read, or harsher or weaker than it is meant. Nothing here is
//! forbidden and nothing is kept from leaving. Good practice in plain writing, no rule. Reproaches and excuses are sections of
//! the word lists (`[hint]`), and found as their other phrases are.

use std::ops::Range;

use super::lexicon::{Lexicon, Tone};
use super::words::{Word, words};
use super::{Document, Match, matches};
use crate::domain::hints::Hint;
use crate::text::Lang;

/// Words of a sentence beyond which it is hard to follow.
const LONG_SENTENCE: usize = 35;
/// Words of an e-mail or a short message beyond which few read to its end.
const LONG_TEXT: usize = 400;
/// Conditionals from which a demand sounds like a wish.
const CONDITIONALS: usize = 4;
/// Exclamation marks from which a text shouts.
const EXCLAMATIONS: usize = 3;
/// Letters from which one word in capitals is no abbreviation nobody knows.
const SHOUTED: usize = 5;
/// Words of a long sentence that are quoted.
const QUOTED: usize = 6;

/// Abbreviations of the trade, written in capitals by everybody.
const ABBREVIATIONS: [&str; 34] = [
    "IBAN", "BIC", "SIREN", "SIRET", "SEPA", "SARL", "EURL", "SASU", "SCOP", "SELARL", "URSSAF", "BODACC",
    "DGCCRF", "FIGEC", "INSEE", "CHORUS", "LRAR", "TVA", "HT", "TTC", "CGV", "RIB", "NAF", "RCS", "CNIL",
    "AFNOR", "SWIFT", "HTTPS", "EARL", "UNICEF", "EURO", "EUROS", "GMBH", "VAT",
];

/// What may be looked at again in the passages of a text written in `lang`. `names` hold words that are written as they are:
/// those of the client and of the user, and the passages the program itself would have written.
#[must_use]
pub fn hints(lang: Lang, passages: &[String], names: &[String]) -> Vec<Hint> {
    let read: Vec<Passage<'_>> = passages.iter().map(|text| Passage::of(text)).collect();
    let mut hints = Vec::new();
    hints.extend(long_sentence(&read, names));
    let words = passages.iter().map(|passage| passage.split_whitespace().count()).sum();
    if LONG_TEXT < words {
        hints.push(Hint::LongText { words });
    }
    let own = read.iter().flat_map(Passage::own_words);
    let conditionals = own.filter(|word| is_conditional(lang, &word.folded)).count();
    if CONDITIONALS <= conditionals {
        hints.push(Hint::Conditionals(conditionals));
    }
    let capitals = capitals(&read, names);
    if !capitals.is_empty() {
        hints.push(Hint::Capitals(capitals));
    }
    let marks = passages.iter().map(|passage| passage.matches('!').count()).sum();
    if EXCLAMATIONS <= marks || passages.iter().any(|passage| passage.contains("!!")) {
        hints.push(Hint::Exclamations(marks));
    }
    let (heated, apologies) = (said(lang, &read, Tone::Heated), said(lang, &read, Tone::Apology));
    if !heated.is_empty() {
        hints.push(Hint::Heated(heated));
    }
    if !apologies.is_empty() {
        hints.push(Hint::Apologies(apologies));
    }
    hints
}

/// A passage with its words.
struct Passage<'a> {
    text: &'a str,
    words: Vec<Word>,
    /// Where what is missing is marked.
    marked: Vec<Range<usize>>,
}

impl<'a> Passage<'a> {
    fn of(text: &'a str) -> Self {
        let marked = text.match_indices('⟦').map(|(open, _)| {
            let rest = text.get(open..).unwrap_or_default();
            open..open + rest.find('⟧').unwrap_or(rest.len())
        });
        Self { text, words: words(text), marked: marked.collect() }
    }

    fn written(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// Words that are the user’s to choose: neither numbers, references with figures in them, addresses nor markers of what
    /// is missing.
    fn own_words(&self) -> impl Iterator<Item = &Word> {
        self.words.iter().filter(|word| self.is_own(word))
    }

    fn is_own(&self, word: &Word) -> bool {
        let space = char::is_whitespace;
        let before = self.text.get(..word.range.start).unwrap_or_default();
        let after = self.text.get(word.range.end..).unwrap_or_default();
        let head = before.rsplit(space).next().unwrap_or_default();
        let tail = after.split(space).next().unwrap_or_default();
        let is_reference =
            |piece: &str| piece.contains(|sign: char| sign.is_numeric() || "@/_".contains(sign));
        let is_marked = self.marked.iter().any(|marked| marked.contains(&word.range.start));
        let is_word = word.folded.starts_with(char::is_alphabetic);
        is_word && !is_marked && ![head, self.written(&word.range), tail].into_iter().any(is_reference)
    }

    /// Its sentences, by the places of their words. Lines of a list are sentences of their own, and what follows a colon.
    fn sentences(&self) -> impl Iterator<Item = &[Word]> {
        self.words.chunk_by(|before, after| {
            let between = self.written(&(before.range.end..after.range.start));
            !after.opens_passage() && !between.contains(':')
        })
    }
}

/// The longest sentence, where it is long and the user’s own: those of the law and of figures are long for a reason.
fn long_sentence(passages: &[Passage<'_>], ours: &[String]) -> Option<Hint> {
    let written = passages.iter().flat_map(|passage| {
        passage.sentences().filter_map(|words| {
            let (first, last) = (words.first()?, words.last()?);
            Some(passage.written(&(first.range.start..last.range.end)))
        })
    });
    let counted = written.map(|sentence| (sentence.split_whitespace().count(), sentence)).filter(
        |(words, sentence)| LONG_SENTENCE < *words && !ours.iter().any(|ours| ours.contains(sentence)),
    );
    let (words, sentence) = counted.max_by_key(|(words, _)| *words)?;
    let start: Vec<&str> = sentence.split_whitespace().take(QUOTED).collect();
    Some(Hint::LongSentence { start: start.join(" "), words })
}

fn is_conditional(lang: Lang, word: &str) -> bool {
    match lang {
        Lang::Fr => {
            // Folded. The imperfect of verbs whose stem ends in r: « préparait », « entrait », and nouns.
            const NOT: [&str; 13] = [
                "frais", "vrais", "trait", "retrait", "contrait", "extrait", "attrait", "portrait",
                "entrait", "montrait", "rentrait", "parait", "desirait",
            ];
            let ends = [
                "erais", "erait", "eraient", "eriez", "erions", "rrais", "rrait", "rraient", "rriez",
                "rrions",
            ];
            let others = [
                "drais", "drait", "driez", "irait", "irais", "iriez", "urais", "urait", "uriez", "vrait",
                "vrais", "vriez",
            ];
            !NOT.contains(&word) && ends.iter().chain(&others).any(|end| word.ends_with(end))
        }
        Lang::En => ["would", "could", "might"].contains(&word),
    }
}

/// Words in capitals that are no abbreviation and no name, each once. A short one counts beside another.
fn capitals(passages: &[Passage<'_>], names: &[String]) -> Vec<String> {
    let known: Vec<&str> = names
        .iter()
        .flat_map(|name| words(name).into_iter().filter_map(|word| name.get(word.range)))
        .collect();
    let is_known = |word: &str| ABBREVIATIONS.contains(&word) || known.contains(&word);
    let mut found: Vec<String> = Vec::new();
    for passage in passages {
        let own: Vec<&Word> = passage.own_words().collect();
        for line in own.chunk_by(|_, after| !after.opens_line) {
            let line: Vec<&str> = line.iter().map(|word| passage.written(&word.range)).collect();
            let is_loud = |word: &str| is_loud(word) && !is_known(word);
            for (at, word) in line.iter().enumerate().filter(|(_, word)| is_loud(word)) {
                let before = at.checked_sub(1).and_then(|at| line.get(at));
                let beside = [before, line.get(at + 1)].into_iter().flatten().any(|word| is_loud(word));
                if (SHOUTED <= word.chars().count() || beside) && !found.iter().any(|known| known == word) {
                    found.push((*word).to_owned());
                }
            }
        }
    }
    found
}

/// Two capitals or more, and no small letter.
fn is_loud(word: &str) -> bool {
    let letters = || word.chars().filter(|sign| sign.is_alphabetic());
    1 < letters().count() && letters().all(char::is_uppercase)
}

/// The words of a text that the lists have in such a section, as they are written, each once.
fn said(lang: Lang, passages: &[Passage<'_>], tone: Tone) -> Vec<String> {
    let lexicon = Lexicon::builtin(lang);
    let mut said: Vec<String> = Vec::new();
    for passage in passages {
        let wanted = |section: &super::lexicon::Section| section.tone == Some(tone);
        let mut found = matches(&passage.words, lexicon, Document::Email, true, wanted);
        found.sort_by_key(|found| (found.words.start, std::cmp::Reverse(found.words.end)));
        let mut end = 0;
        for Match { words: place, .. } in found {
            // Of phrases within one another, the longest is quoted.
            if place.start < end {
                continue;
            }
            end = place.end;
            let range = super::bytes_of(&passage.words, &place).unwrap_or_default();
            let written = passage.written(&range).to_lowercase();
            if !said.contains(&written) {
                said.push(written);
            }
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lang: Lang, text: &str) -> Vec<Hint> {
        hints(lang, &[text.to_owned()], &["Atelier BRUN & Fils, ACME, AGRIFRPP".to_owned()])
    }

    #[test]
    fn a_calm_short_text_draws_nothing() {
        let calm = "Bonjour Madame Le Goff,\n\nSauf erreur, la facture n° 2026-014 de 3 480,00 € TTC est échue. \
                    Pourriez-vous me dire quand elle sera réglée ? IBAN : FR76 3000. BIC : AGRIFRPP. À vendredi !";
        assert_eq!(found(Lang::Fr, calm), []);
        assert_eq!(found(Lang::En, "Could you tell me when it will be paid? VAT no. FR12. Thank you!"), []);
    }

    #[test]
    fn a_long_sentence_is_quoted_by_its_beginning() {
        let long =
            format!("Court. Je vous écris à propos de {} cette facture. Court.", "cette autre ".repeat(20));
        let hints = found(Lang::Fr, &long);
        assert!(
            matches!(&hints[..], [Hint::LongSentence { start, words: 48 }] if start == "Je vous écris à propos de"),
            "{hints:?}"
        );
        let dotted = "M. Brun, voici. ".repeat(20);
        assert_eq!(found(Lang::Fr, &dotted), [], "abbreviations end no sentence, and make none long");
    }

    #[test]
    fn capitals_that_shout_are_told_from_names_and_abbreviations() {
        let said = |text: &str| match found(Lang::Fr, text).into_iter().next() {
            Some(Hint::Capitals(words)) => words,
            None => Vec::new(),
            other => panic!("{other:?}"),
        };
        assert_eq!(said("Réglez URGEMMENT la somme."), ["URGEMMENT"]);
        assert_eq!(said("C'est le DERNIER AVIS, payez VITE."), ["DERNIER", "AVIS"]);
        assert_eq!(said("TRÈS ÉNERVÉ"), ["TRÈS", "ÉNERVÉ"]);
        for calm in [
            "Atelier BRUN et ACME, SARL au capital de 1 000 €",
            "Facture FA-2026-ABC, TVA, HT, TTC, SIRET 732 829 320 00074",
            "La SNCF et EDF ont payé.",
            "voir https://PAY.EXAMPLE/ABC et ⟦VOTRE IBAN⟧",
            "au nom de ⟦VOTRE PROPRE NOM⟧ et de ⟦VILLE⟧",
        ] {
            assert_eq!(said(calm), Vec::<String>::new(), "{calm}");
        }
    }

    #[test]
    fn shouting_hoping_scolding_and_excuses_are_told() {
        assert_eq!(found(Lang::Fr, "Payez ! Vite ! Merci !"), [Hint::Exclamations(3)]);
        assert_eq!(found(Lang::Fr, "Payez !!"), [Hint::Exclamations(2)]);
        let wish = "J'aimerais savoir si vous pourriez payer ; ce serait bien, il faudrait des frais.";
        assert_eq!(found(Lang::Fr, wish), [Hint::Conditionals(4)]);
        assert_eq!(found(Lang::Fr, "C’est inadmissible."), [Hint::Heated(vec!["inadmissible".to_owned()])]);
        let sorry = vec!["désolé de vous déranger".to_owned()];
        assert_eq!(found(Lang::Fr, "Désolé de vous déranger."), [Hint::Apologies(sorry)]);
        let english = "I would, could, might and would. Sorry to bother you, this is ridiculous.";
        let told = found(Lang::En, english);
        assert_eq!(told.len(), 3, "{told:?}");
        let twice = vec!["vous vous moquez".to_owned()];
        assert_eq!(
            found(Lang::Fr, "Vous vous moquez de nous."),
            [Hint::Heated(twice)],
            "the longest phrase, once"
        );
        assert_eq!(
            found(Lang::Fr, "Vous dites que c’est honteux."),
            [],
            "words told of the client are none of ours"
        );
        assert_eq!(found(Lang::Fr, &"mot. ".repeat(401)), [Hint::LongText { words: 401 }]);
    }
}
