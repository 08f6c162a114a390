//! Words of the hints on how a text reads.

use crate::domain::hints::Hint;
use crate::text::{Lang, format};

/// A hint, in a sentence or two.
#[must_use]
pub fn hint(lang: Lang, hint: &Hint) -> String {
    let quoted = |words: &[String]| {
        let words: Vec<String> = words
            .iter()
            .map(|word| lang.pick(format!("«\u{a0}{word}\u{a0}»"), format!("“{word}”")))
            .collect();
        format::list(lang, &words)
    };
    match hint {
        Hint::LongSentence { start, words } => lang.pick(
            format!("Une phrase de {words} mots, «\u{a0}{start}…\u{a0}»\u{a0}: en deux phrases, elle se lit d’un trait."),
            format!("A sentence of {words} words, “{start}…”: as two sentences it is read at once."),
        ),
        Hint::LongText { words } => lang.pick(
            format!("{words} mots\u{a0}: peu de gens lisent jusqu’au bout. La somme et la date d’abord."),
            format!("{words} words: few people read to the end. The sum and the date come first."),
        ),
        Hint::Conditionals(count) => lang.pick(
            format!("{count} verbes au conditionnel\u{a0}: la demande a l’air d’un souhait. L’indicatif est tout aussi poli."),
            format!("{count} of “would”, “could”, “might”: the demand sounds like a wish. Plain verbs are just as polite."),
        ),
        Hint::Capitals(words) => lang.pick(
            format!("En capitales, {} se lit comme un cri. Les minuscules portent mieux.", quoted(words)),
            format!("In capitals, {} reads like shouting. Small letters carry further.", quoted(words)),
        ),
        Hint::Exclamations(count) => lang.pick(
            format!("{count} points d’exclamation\u{a0}: un point suffit, il paraît plus sûr de lui."),
            format!("{count} exclamation marks: a full stop is enough, and sounds surer."),
        ),
        Hint::Heated(words) => lang.pick(
            format!("{}\u{a0}: un reproche braque, un fait oblige. Dites la somme et la date.", quoted(words)),
            format!("{}: a reproach puts people off, a fact binds them. Say the sum and the date.", quoted(words)),
        ),
        Hint::Apologies(words) => lang.pick(
            format!("{}\u{a0}: cette somme vous est due, nul besoin de s’excuser.", quoted(words)),
            format!("{}: this sum is owed to you, there is nothing to be sorry for.", quoted(words)),
        ),
    }
}
