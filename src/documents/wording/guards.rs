//! What turns words around: a clause that denies them, only reserves them, or rests them on what was agreed.

use std::ops::Range;

use super::lexicon::{Around, Aside};
use super::pattern::Pattern;
use super::words::Word;

/// Phrases of a language that turn others around, each named in its word list by `$possible`, `$negation`,
/// `$without`, `$split`, `$agreed`, `$unpaid`, `$denied`, `$reported`, `$told`, `$topic`, `$impostor`, `$addressed`, `$fresh`, `$linked`,
/// `$proof`, `$dated`, `$house`, `$form`, `$office`, `$goes_on`.
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
    /// « dont vous m’avez parlé », `you told me about`: what stands before are the debtor’s words.
    retold: Pattern,
    /// « la traduction de », `a course on`: what follows is what the work was about.
    topic: Pattern,
    /// « ne … pas », `neither … nor`: deny what stands between.
    split: Pattern,
    /// « se fait passer », `fake bank details`: the sentence warns of strangers, whom it may call by their name.
    impostor: Pattern,
    /// « vous êtes », `you`: who is spoken to, and so no stranger.
    addressed: Pattern,
    /// « je », `we`: begins a clause of its own, which no denial before it reaches.
    fresh: Pattern,
    /// « que », `that`: what keeps such a clause within the one before.
    linked: Pattern,
    /// « récépissé ci-joint », `stamped receipt enclosed`: what is told may be checked on the document itself.
    proof: Pattern,
    /// « le 4 mars », `on 4 March`.
    dated: Pattern,
    /// « la société », `the restaurant`: what the name of a business follows.
    house: Pattern,
    /// « SARL », `Ltd`: what stands in the name of a business.
    form: Pattern,
    /// « étude », « associés »: what makes a name that of an officer all the same.
    office: Pattern,
    /// « de », `of`: what a few words begin with that go on with the sentence before them: « Dernière sommation. De payer. »
    goes_on: Pattern,
}

/// How far back a clause is read for what reserves or denies, in words.
const REACH: usize = 12;
/// How far back a negation is read.
const NEAR: usize = 5;
/// How far back `without` is read.
const NEXT: usize = 2;
/// How far back what is told, or what the work was about, is read.
const ABOUT: usize = 10;
/// How far a warning of strangers is read, in words.
const WARNING: usize = 16;
/// How far what must stand around a phrase is looked for, in words.
const ASIDE: usize = 24;
/// How far a document that proves what is told may be named, in words.
const PROOF: usize = 40;
/// How far what words rest on may be named, in words.
const AGREED: usize = 18;
/// Longest piece that may go on with the sentence before it, in words.
const PIECE: usize = 4;
/// How far a name is followed to its ends, in words.
const NAME: usize = 8;
/// Longest lower-case word that may stand inside a name: « de », `the`.
const PARTICLE: usize = 3;
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
            "retold" => &mut self.retold,
            "topic" => &mut self.topic,
            "split" => &mut self.split,
            "impostor" => &mut self.impostor,
            "addressed" => &mut self.addressed,
            "fresh" => &mut self.fresh,
            "linked" => &mut self.linked,
            "proof" => &mut self.proof,
            "dated" => &mut self.dated,
            "house" => &mut self.house,
            "form" => &mut self.form,
            "office" => &mut self.office,
            "goes_on" => &mut self.goes_on,
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
        let reaches = |at: usize| !of_paying(at) && !self.begins_afresh(words, at + 1..found.start + 1);
        finds(&self.negation, words, near..end).any(|at| at >= found.start || reaches(at))
            || finds(&self.without, words, next..found.start).any(|at| !before_payment(at))
            || within && self.denied_after(words, found, of_paying)
            || within && self.denied_around(words, found, near)
    }

    /// Whether another clause begins among some words, without a comma: « si j’ai pas mon argent je passe ».
    fn begins_afresh(&self, words: &[Word], range: Range<usize>) -> bool {
        let linked = |at: usize| finds(&self.linked, words, at.saturating_sub(1)..at).next().is_some();
        finds(&self.fresh, words, range).any(|at| !linked(at))
    }

    /// Whether a denial in two parts stands around the words: « je ne vous harcèlerai pas ».
    fn denied_around(&self, words: &[Word], found: &Range<usize>, near: usize) -> bool {
        let clause = words.get(found.end..).unwrap_or_default();
        let end = found.end + clause.iter().take(2).take_while(|word| !word.opens_clause).count();
        (near..found.start).any(|at| {
            let around = words.get(at..end).and_then(|words| self.split.longest(words));
            around.is_some_and(|count| at + count > found.end)
        })
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
        let after = words.get(found.end..).unwrap_or_default();
        let same = found.end + after.iter().take(NEAR).take_while(|word| !word.opens_sentence).count();
        let retold = finds(&self.retold, words, found.end..(same + NEAR)).any(|at| at < same);
        if retold || before(&self.told, clause) || before(&self.topic, sentence) {
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

    /// Whether the sentence warns of strangers, and the words are not said to the reader: « un escroc se fait passer pour
    /// moi ».
    pub(super) fn of_strangers(&self, words: &[Word], found: &Range<usize>) -> bool {
        let near = back(words, found.start, NEAR, |word| word.opens_clause);
        let from = back(words, found.start, WARNING, |word| word.opens_sentence);
        let after = words.get(found.end..).unwrap_or_default();
        let to = found.end + after.iter().take(WARNING).take_while(|word| !word.opens_sentence).count();
        finds(&self.impostor, words, from..to).next().is_some()
            && finds(&self.addressed, words, near..found.end).next().is_none()
    }

    /// Whether what is told is dated and its document goes with the text.
    pub(super) fn proven(&self, words: &[Word], found: &Range<usize>) -> bool {
        let from = back(words, found.start, ASIDE, |word| word.opens_sentence);
        let range = from..found.end + PROOF;
        [&self.proof, &self.dated]
            .into_iter()
            .all(|guard| finds(guard, words, range.clone()).next().is_some())
    }

    /// Whether the words begin the name of a business: « la société Huissier & Fils », `Bailiff Bridge Joinery Ltd`.
    pub(super) fn named(&self, words: &[Word], found: &Range<usize>) -> bool {
        let at = found.start;
        let is = |guard: &Pattern, at: usize| finds(guard, words, at..at + 1).next().is_some();
        if !words.get(at).is_some_and(|word| word.capital) {
            return false;
        }
        let (start, end) = name_around(words, at);
        let before = start.saturating_sub(1)..at;
        let tied = |at: usize| words.get(at).is_some_and(|word| word.tied);
        let formed = |at: usize| words.get(at).is_some_and(|word| word.upper) && is(&self.form, at);
        let of_business = (start + 1..end).any(tied)
            || before.clone().any(|at| is(&self.house, at))
            || end - start > 1 && is(&self.house, end)
            || before.chain(at + 1..=end).any(formed);
        of_business && !(start.saturating_sub(2)..=end).any(|at| is(&self.office, at))
    }

    /// Lets short pieces go on with the sentence before them: « Il y a des frais. De relance. »
    pub(super) fn join_pieces(&self, words: &mut [Word]) {
        for at in 1..words.len() {
            let piece = words.get(at..).unwrap_or_default();
            let opens = piece.first().is_some_and(|word| word.opens_sentence && !word.opens_line);
            let length = 1 + piece.iter().skip(1).take_while(|word| !word.opens_sentence).take(PIECE).count();
            if opens && length <= PIECE && self.goes_on.longest(piece).is_some() {
                words.iter_mut().skip(at).take(1).for_each(|word| word.opens_sentence = false);
            }
        }
    }

    /// Whether the sentence rests what the words say on a contract or on receipts.
    pub(super) fn agreed(&self, words: &[Word], found: &Range<usize>) -> bool {
        let from = back(words, found.start, AGREED, |word| word.opens_sentence);
        let after = words.get(found.end..).unwrap_or_default();
        let to = found.end + after.iter().take(AGREED).take_while(|word| !word.opens_sentence).count();
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
            &self.retold,
            &self.topic,
            &self.split,
            &self.impostor,
            &self.addressed,
            &self.fresh,
            &self.linked,
            &self.proof,
            &self.dated,
            &self.house,
            &self.form,
            &self.office,
            &self.goes_on,
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

/// Whether what must stand around some words does, and nothing that must not.
pub(super) fn stands(aside: &Aside, words: &[Word], found: &Range<usize>) -> bool {
    let border = |word: &Word| aside.place != Around::Near && word.opens_sentence;
    let from = back(words, found.start, ASIDE, border);
    let after = words.get(found.end..).unwrap_or_default();
    let to = found.end + after.iter().take(ASIDE).take_while(|word| !border(word)).count();
    let there = finds(&aside.pattern, words, from..to).next().is_some();
    there != (aside.place == Around::NotInSentence)
}

/// The run of words with capitals around one of them, with the short words between them.
fn name_around(words: &[Word], at: usize) -> (usize, usize) {
    let is_name = |at: usize| words.get(at).is_some_and(|word| word.upper);
    let particle = |at: usize| words.get(at).is_some_and(|word| !word.upper && word.folded.len() <= PARTICLE);
    let goes_on = |at: usize| words.get(at).is_some_and(|word| !word.opens_clause);
    let (mut start, mut end) = (at, at + 1);
    while start > at.saturating_sub(NAME) && goes_on(start) {
        let before = (1..=PARTICLE).find(|back| !particle(start.wrapping_sub(*back))).unwrap_or(1);
        let Some(name) = start.checked_sub(before).filter(|at| is_name(*at)) else { break };
        if (name + 1..start).any(|at| !goes_on(at)) {
            break;
        }
        start = name;
    }
    while end < at + NAME && goes_on(end) {
        let after = (0..PARTICLE).find(|on| !particle(end + on)).unwrap_or(0);
        if !is_name(end + after) || (end..=end + after).any(|at| !goes_on(at)) {
            break;
        }
        end += after + 1;
    }
    (start, end)
}

/// Where a phrase begins within some words.
fn finds<'a>(
    pattern: &'a Pattern,
    words: &'a [Word],
    range: Range<usize>,
) -> impl Iterator<Item = usize> + 'a {
    let end = range.end.min(words.len());
    (range.start..end)
        .filter(move |at| words.get(*at).is_some_and(|word| pattern.may_begin(word)))
        .filter(move |at| words.get(*at..end).is_some_and(|words| pattern.longest(words).is_some()))
}
