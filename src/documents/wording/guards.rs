//! What turns words around: a clause that denies them, only reserves them, or rests them on what was agreed.

use std::ops::Range;

use super::pattern::Pattern;
use super::words::Word;

/// Phrases of a language that turn others around, each named in its word list by `$possible`, `$negation`,
/// `$without`, `$agreed`, `$unpaid`, `$denied`, `$reported`, `$told`, `$topic`.
#[derive(Debug, Default)]
pub(super) struct Guards {
    /// « je me réserve le droit », `may`.
    possible: Pattern,
    /// « pas », « aucun », `not`: deny what follows in the clause.
    negation: Pattern,
    /// « sans », `without`: deny only what comes next.
    without: Pattern,
    /// « prévu au contrat », « sur justificatif ».
    agreed: Pattern,
    /// Verbs of paying and answering, whose own negation denies nothing else: « si vous ne payez pas », « sans paiement ».
    unpaid: Pattern,
    /// « n’est pas envisagée », `does not apply`: deny what stands right before.
    denied: Pattern,
    /// « vous m’avez écrit », `the novel`: what a quotation in the same sentence belongs to.
    reported: Pattern,
    /// « vous me traitez de », `you called me a`: what follows are the debtor’s words, quoted or not.
    told: Pattern,
    /// « la traduction de », `a course on`: what follows is what the work was about.
    topic: Pattern,
}

/// How far back a clause is read for what reserves or denies, in words.
const REACH: usize = 12;
/// How far back a negation is read.
const NEAR: usize = 5;
/// How far back `without` is read.
const NEXT: usize = 2;
/// How far back what is told, or what the work was about, is read.
const ABOUT: usize = 10;
/// How far a quotation is followed to its ends, in words.
const QUOTATION: usize = 60;

impl Guards {
    /// Takes a named part of the word list if it is one of these.
    ///
    /// # Errors
    /// What is wrong with how it is written.
    pub(super) fn take(&mut self, name: &str, written: &str) -> Result<(), &'static str> {
        let guard = match name {
            "possible" => &mut self.possible,
            "negation" => &mut self.negation,
            "without" => &mut self.without,
            "agreed" => &mut self.agreed,
            "unpaid" => &mut self.unpaid,
            "denied" => &mut self.denied,
            "reported" => &mut self.reported,
            "told" => &mut self.told,
            "topic" => &mut self.topic,
            _ => return Ok(()),
        };
        *guard = Pattern::parse(written)?;
        Ok(())
    }

    /// Whether the clause only reserves what the words say: « je pourrai saisir ».
    pub(super) fn possible(&self, words: &[Word], found: &Range<usize>) -> bool {
        let from = back(words, found.start, REACH, |word| word.opens_sentence);
        finds(&self.possible, words, from..found.end).next().is_some()
    }

    /// Whether a phrase is itself a denial: « vous ne savez pas à qui vous avez affaire ».
    pub(super) fn denies(&self, phrase: &Pattern) -> bool {
        phrase.shares_a_word(&self.negation)
    }

    /// Whether the clause denies what the words say. « Si vous ne payez pas » and « sans paiement » deny nothing that
    /// follows. A denial in the words themselves counts where the phrase is none.
    pub(super) fn negated(&self, words: &[Word], found: &Range<usize>, within: bool) -> bool {
        let near = back(words, found.start, NEAR, |word| word.opens_clause);
        let next = back(words, found.start, NEXT, |word| word.opens_clause);
        let of_paying = |at: usize| {
            let from = back(words, at, 3, |word| word.opens_clause);
            finds(&self.unpaid, words, from..at + 3).next().is_some()
        };
        let before_payment = |at: usize| finds(&self.unpaid, words, at + 1..at + 2).next().is_some();
        let end = if within { found.end } else { found.start };
        finds(&self.negation, words, near..end).any(|at| at >= found.start || !of_paying(at))
            || finds(&self.without, words, next..found.start).any(|at| !before_payment(at))
            || within && self.denied_after(words, found, of_paying)
    }

    /// Whether what comes in the words or right after denies them: « une saisie n’est pas envisagée ».
    fn denied_after(&self, words: &[Word], found: &Range<usize>, of_paying: impl Fn(usize) -> bool) -> bool {
        let after = words.get(found.end..).unwrap_or_default();
        let sentence = after.iter().take(REACH).take_while(|word| !word.opens_sentence).count();
        finds(&self.denied, words, found.start + 1..found.end + sentence)
            .take_while(|at| *at <= found.end)
            .any(|at| at == found.end || !of_paying(at))
    }

    /// Whether the words are another’s, or a title or the matter of the work, and say nothing themselves.
    pub(super) fn cited(&self, words: &[Word], found: &Range<usize>) -> bool {
        let clause = back(words, found.start, ABOUT, |word| word.opens_clause);
        let sentence = back(words, found.start, ABOUT, |word| word.opens_sentence);
        let before = |guard, from| finds(guard, words, from..found.end).any(|at| at < found.start);
        if before(&self.told, clause) || before(&self.topic, sentence) {
            return true;
        }
        let within = |at: usize| words.get(at).is_some_and(|word| word.quoted);
        // An article or a verb before the quotation marks may be of the phrase.
        let Some(quoted) = found.clone().find(|at| within(*at)) else { return false };
        let opens = (0..quoted).rev().take(QUOTATION).take_while(|at| within(*at)).last().unwrap_or(quoted);
        let closes = (quoted..words.len()).take(QUOTATION).find(|at| !within(*at)).unwrap_or(found.end);
        let from = back(words, opens, REACH, |word| word.opens_sentence);
        let after = words.get(closes..).unwrap_or_default();
        let to = closes + after.iter().take(REACH).take_while(|word| !word.opens_sentence).count();
        finds(&self.reported, words, from..opens)
            .chain(finds(&self.reported, words, closes..to))
            .next()
            .is_some()
    }

    /// Whether the sentence rests what the words say on a contract or on receipts.
    pub(super) fn agreed(&self, words: &[Word], found: &Range<usize>) -> bool {
        let from = back(words, found.start, REACH, |word| word.opens_sentence);
        let after = words.get(found.end..).unwrap_or_default();
        let to = found.end + after.iter().take(REACH).take_while(|word| !word.opens_sentence).count();
        finds(&self.agreed, words, from..to).next().is_some()
    }

    /// Whether every guard has its phrases.
    #[cfg(test)]
    pub(super) fn are_complete(&self) -> bool {
        [
            &self.possible,
            &self.negation,
            &self.without,
            &self.agreed,
            &self.unpaid,
            &self.denied,
            &self.reported,
            &self.told,
            &self.topic,
        ]
        .iter()
        .all(|guard| **guard != Pattern::default())
    }
}

/// The first word, at most so many before a place, of the run that no border parts from it.
fn back(words: &[Word], from: usize, reach: usize, border: impl Fn(&Word) -> bool) -> usize {
    let mut at = from;
    while at > 0 && from - at < reach && words.get(at).is_some_and(|word| !border(word)) {
        at -= 1;
    }
    at
}

/// Where a phrase begins within some words.
fn finds<'a>(
    pattern: &'a Pattern,
    words: &'a [Word],
    range: Range<usize>,
) -> impl Iterator<Item = usize> + 'a {
    let end = range.end.min(words.len());
    (range.start..end)
        .filter(move |at| words.get(*at..end).is_some_and(|words| pattern.longest(words).is_some()))
}
