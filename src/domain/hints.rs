//! Hints on how a text reads (S1-9): what makes a demand hard to read, or harsher or weaker than it is meant. Nothing here is
//! forbidden and nothing is kept from leaving; what may not be written is the business of [`crate::documents::wording`]. Good practice in
//! plain writing, no rule.

use crate::base::Lang;

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

/// What one may look at again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// A sentence is long.
    LongSentence {
        /// How it begins.
        start: String,
        /// Its words.
        words: usize,
    },
    /// The whole is long.
    LongText {
        /// Its words.
        words: usize,
    },
    /// Many conditionals.
    Conditionals(usize),
    /// Words in capitals.
    Capitals(Vec<String>),
    /// Several exclamation marks.
    Exclamations(usize),
    /// Words that hurt or scold without asking for anything.
    Heated(Vec<String>),
    /// Excuses for asking for what is owed.
    Apologies(Vec<String>),
}

/// What may be looked at again in the passages of a text written in `lang`. `names` hold words that are written as they are:
/// those of the client and of the user, and the passages the program itself would have written.
#[must_use]
pub fn hints(lang: Lang, passages: &[String], names: &[String]) -> Vec<Hint> {
    let mut hints = Vec::new();
    if let Some(hint) = long_sentence(passages, names) {
        hints.push(hint);
    }
    let words = passages.iter().map(|passage| passage.split_whitespace().count()).sum();
    if LONG_TEXT < words {
        hints.push(Hint::LongText { words });
    }
    let conditionals =
        passages.iter().flat_map(|passage| tokens(passage)).filter(|word| is_conditional(lang, word));
    let conditionals = conditionals.count();
    if CONDITIONALS <= conditionals {
        hints.push(Hint::Conditionals(conditionals));
    }
    let capitals = capitals(passages, names);
    if !capitals.is_empty() {
        hints.push(Hint::Capitals(capitals));
    }
    let marks = passages.iter().map(|passage| passage.matches('!').count()).sum();
    if EXCLAMATIONS <= marks || passages.iter().any(|passage| passage.contains("!!")) {
        hints.push(Hint::Exclamations(marks));
    }
    let said = |phrases: &[&'static str]| {
        let text = passages.join("\n").to_lowercase().replace('\u{2019}', "'");
        let found = phrases.iter().filter(|phrase| is_said(&text, phrase));
        found.map(|phrase| phrase.replace('\'', "\u{2019}")).collect::<Vec<_>>()
    };
    let heated = said(heated(lang));
    if !heated.is_empty() {
        hints.push(Hint::Heated(heated));
    }
    let apologies = said(apologies(lang));
    if !apologies.is_empty() {
        hints.push(Hint::Apologies(apologies));
    }
    hints
}

/// The longest sentence, where it is long and the user’s own: those of the law and of figures are long for a reason. Lines of a
/// list are no sentences.
fn long_sentence(passages: &[String], ours: &[String]) -> Option<Hint> {
    let lines = passages.iter().flat_map(|passage| passage.lines());
    let sentences = lines.flat_map(|line| line.split_inclusive(['.', '?', '!', ';', ':']));
    let is_own = |sentence: &String| !ours.iter().any(|ours| ours.contains(sentence.trim()));
    let counted = joined(sentences)
        .into_iter()
        .filter(is_own)
        .map(|sentence| (sentence.split_whitespace().count(), sentence));
    let (words, sentence) =
        counted.max_by_key(|(words, _)| *words).filter(|(words, _)| LONG_SENTENCE < *words)?;
    let start: Vec<&str> = sentence.split_whitespace().take(QUOTED).collect();
    Some(Hint::LongSentence { start: start.join(" "), words })
}

/// Pieces cut at a mark that ends no sentence are put together again: « 1.200 », « M. Brun », « n° 2026.014 ».
fn joined<'a>(pieces: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for piece in pieces {
        let goes_on = sentences.last().is_some_and(|last: &String| {
            let last_word = last.trim_end_matches('.').split_whitespace().last().unwrap_or_default();
            last.ends_with('.') && (last_word.chars().count() <= 2 || !piece.starts_with([' ', '\u{a0}']))
        });
        match sentences.last_mut() {
            Some(last) if goes_on => last.push_str(piece),
            _ => sentences.push(piece.to_owned()),
        }
    }
    sentences
}

/// Words of letters alone, cut at hyphens and apostrophes; references with figures in them, addresses and markers are none.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let is_reference = |word: &&str| word.chars().any(|sign| sign.is_numeric() || "@/_⟦⟧".contains(sign));
    let chunks = text.split(char::is_whitespace).filter(move |word| !is_reference(word));
    let parts = chunks.flat_map(|chunk| chunk.split(['-', '\'', '\u{2019}']));
    parts
        .map(|word| word.trim_matches(|sign: char| !sign.is_alphabetic()))
        .filter(|word| !word.is_empty() && word.chars().all(char::is_alphabetic))
}

fn is_conditional(lang: Lang, word: &str) -> bool {
    let word = word.to_lowercase();
    match lang {
        Lang::Fr => {
            // The imperfect of verbs whose stem ends in r: « préparait », « entrait », and nouns.
            const NOT: [&str; 14] = [
                "frais",
                "vrais",
                "trait",
                "retrait",
                "contrait",
                "extrait",
                "attrait",
                "portrait",
                "entrait",
                "montrait",
                "rentrait",
                "paraît",
                "parait",
                "désirait",
            ];
            let ends = [
                "erais", "erait", "eraient", "eriez", "erions", "rrais", "rrait", "rraient", "rriez",
                "rrions",
            ];
            let others = [
                "drais", "drait", "driez", "irait", "irais", "iriez", "urais", "urait", "uriez", "vrait",
                "vrais", "vriez",
            ];
            !NOT.contains(&word.as_str()) && ends.iter().chain(&others).any(|end| word.ends_with(end))
        }
        Lang::En => ["would", "could", "might"].contains(&word.as_str()),
    }
}

/// Words in capitals that are no abbreviation and no name, each once. A short one counts beside another.
fn capitals(passages: &[String], names: &[String]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let known: Vec<&str> = names.iter().flat_map(|name| tokens(name)).collect();
    let is_known = |word: &str| ABBREVIATIONS.contains(&word) || known.contains(&word);
    for line in passages.iter().flat_map(|passage| passage.lines()) {
        let words: Vec<&str> = tokens(line).collect();
        let loud = |word: &&str| is_loud(word) && !is_known(word);
        for (at, word) in words.iter().enumerate().filter(|(_, word)| loud(word)) {
            let length = word.chars().count();
            let before = at.checked_sub(1).and_then(|at| words.get(at));
            let beside = [before, words.get(at + 1)].into_iter().flatten().any(&loud);
            if (SHOUTED <= length || beside) && !found.iter().any(|known| known == word) {
                found.push((*word).to_owned());
            }
        }
    }
    found
}

/// Two capitals or more, and no small letter.
fn is_loud(word: &str) -> bool {
    1 < word.chars().count() && word.chars().all(char::is_uppercase)
}

/// A phrase stands there by itself, and not within a longer word.
fn is_said(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + phrase.len()..).and_then(|after| after.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

fn heated(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Fr => &[
            "inadmissible",
            "inacceptable",
            "intolérable",
            "scandaleux",
            "honteux",
            "lamentable",
            "ras-le-bol",
            "une énième fois",
            "je suis lassé",
            "je suis lassée",
            "vous moquez",
            "vous vous moquez",
            "tu te moques",
            "mauvaise volonté",
            "c'est un comble",
        ],
        Lang::En => &[
            "unacceptable",
            "intolerable",
            "outrageous",
            "disgraceful",
            "shameful",
            "ridiculous",
            "fed up",
            "sick and tired",
            "for the umpteenth time",
            "laughing at me",
        ],
    }
}

fn apologies(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Fr => &[
            "désolé de vous déranger",
            "désolée de vous déranger",
            "désolé de te déranger",
            "désolée de te déranger",
            "excusez-moi de vous",
            "je m'excuse de",
            "pardon de vous",
            "pardon de te",
            "je suis gêné de",
            "je suis gênée de",
            "sans vouloir vous déranger",
            "sans vouloir insister",
        ],
        Lang::En => &[
            "sorry to bother",
            "sorry to disturb",
            "apologies for bothering",
            "i hate to ask",
            "i feel bad",
            "sorry for asking",
        ],
    }
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
        assert_eq!(found(Lang::En, english).len(), 3);
        assert_eq!(found(Lang::Fr, &"mot. ".repeat(401)), [Hint::LongText { words: 401 }]);
    }
}
