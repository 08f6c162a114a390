//! Phrases to look for, as the word lists write them, and how they are found among the words of a text.
//!
//! | written | means |
//! |---|---|
//! | `payer` | that word, whatever its case and accents; apostrophes and hyphens part words |
//! | `sommation*` | words that begin so |
//! | `publi+` | a regular verb in any form, by its stem: `publierai`, `publiez`; `publish+`: `publishing` |
//! | `(a\|b c)` | one of these |
//! | `x?`, `(…)?` | may be left out |
//! | `~3` | up to three words, whatever they are |
//! | `#` | any number, in figures or in words |
//! | `!x`, `!(…)` | only where this does not follow; it takes no word |
//!
//! A phrase never runs over the end of a sentence. All ways through a phrase are followed at once, so that the time
//! taken depends on the phrase and not on what a hostile text repeats.

use std::collections::BTreeSet;

use super::words::{Word, fold, single_letters};

/// Words of this many letters are also recognised with a doubled letter too many or too few.
const LONG: usize = 6;

/// A phrase: what must follow what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pattern(Vec<Element>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Element {
    Word(Atom),
    Number,
    OneOf(Choice),
    Optional(Pattern),
    Gap(usize),
    Not(Pattern),
}

/// Phrases of which one must follow. Many are lists of a hundred words: they are looked up by how they begin.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Choice {
    alternatives: Vec<Pattern>,
    /// Which alternatives begin so, by [`key`], in order.
    by_key: Vec<(String, usize)>,
    /// Alternatives no key finds.
    others: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Atom {
    folded: String,
    single: Option<String>,
    end: End,
}

/// What may follow the letters of an atom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Nothing,
    Anything,
    Verb,
}

/// What the stem of a regular verb takes, folded: French verbs in *-er*, then English ones.
const VERB_ENDINGS: [&str; 37] = [
    "e", "es", "ons", "ez", "ent", "er", "erai", "eras", "era", "erons", "erez", "eront", "erais", "erait",
    "erions", "eriez", "eraient", "ais", "ait", "ions", "iez", "aient", "ee", "ees", "ant", "ai", "a", "",
    "s", "d", "ed", "ing", "eons", "eant", "eait", "eais", "eaient",
];

impl Atom {
    fn new(written: &str) -> Self {
        let (letters, end) = match (written.strip_suffix('*'), written.strip_suffix('+')) {
            (Some(stem), _) => (stem, End::Anything),
            (_, Some(stem)) => (stem, End::Verb),
            _ => (written, End::Nothing),
        };
        let folded = fold(letters);
        let single = (folded.chars().count() >= LONG).then(|| single_letters(&folded));
        Self { folded, single, end }
    }

    fn matches(&self, word: &Word) -> bool {
        let same = |mine: &str, theirs: &str| match self.end {
            End::Nothing => theirs == mine,
            End::Anything => theirs.starts_with(mine),
            End::Verb => theirs.strip_prefix(mine).is_some_and(|end| VERB_ENDINGS.contains(&end)),
        };
        same(&self.folded, &word.folded)
            || self.single.as_deref().is_some_and(|single| same(single, &word.single))
    }
}

impl Pattern {
    /// Reads a phrase.
    ///
    /// # Errors
    /// What is wrong with how it is written.
    pub(super) fn parse(written: &str) -> Result<Self, &'static str> {
        let spaced: String = written
            .chars()
            .flat_map(|c| match c {
                '\'' | '’' | '-' => vec![' '],
                '(' | ')' | '|' | '?' | '!' => vec![' ', c, ' '],
                _ => vec![c],
            })
            .collect();
        let mut tokens = spaced.split_whitespace();
        let (pattern, close) = Self::sequence(&mut tokens)?;
        if close.is_some() {
            return Err("a bracket or a bar too many");
        }
        match pattern.0.iter().find(|element| !matches!(element, Element::Optional(_))) {
            None => Err("no word that must be there"),
            Some(Element::Gap(_) | Element::Not(_)) => Err("it begins with words that may be anything"),
            Some(_) => Ok(pattern),
        }
    }

    /// The same without words at its end that may be anything: what is found ends with a word that says something.
    pub(super) fn trimmed(mut self) -> Self {
        while let Some(Element::Gap(_)) = self.0.last() {
            self.0.pop();
        }
        match (self.0.pop(), self.0.pop()) {
            // What may be left out takes the gap before it along.
            (Some(Element::Optional(last)), Some(Element::Gap(most))) => {
                let mut whole = vec![Element::Gap(most)];
                whole.extend(last.trimmed().0);
                self.0.push(Element::Optional(Self(whole)));
            }
            (last, before) => self.0.extend(before.into_iter().chain(last.map(Element::trimmed))),
        }
        self
    }

    /// Reads up to the end, `)` or `|`, which is returned.
    fn sequence<'a>(
        tokens: &mut impl Iterator<Item = &'a str>,
    ) -> Result<(Self, Option<&'a str>), &'static str> {
        let mut elements = Vec::new();
        let mut denied = false;
        while let Some(token) = tokens.next() {
            let known = elements.len();
            match token {
                ")" | "|" if denied => return Err("nothing after !"),
                ")" | "|" => return Ok((Self(elements), Some(token))),
                "!" => {
                    denied = true;
                    continue;
                }
                "(" => elements.push(Element::OneOf(Choice::new(Self::alternatives(tokens)?))),
                "?" => {
                    let last = elements.pop().ok_or("nothing before ?")?;
                    elements.push(Element::Optional(Self(vec![last])));
                }
                "#" => elements.push(Element::Number),
                _ => match token.strip_prefix('~') {
                    Some(count) => {
                        elements.push(Element::Gap(count.parse().map_err(|_| "~ wants a number")?));
                    }
                    None => elements.push(Element::Word(Atom::new(token))),
                },
            }
            if denied {
                let last = elements.pop().filter(|_| elements.len() == known).ok_or("nothing after !")?;
                elements.push(Element::Not(Self(vec![last])));
                denied = false;
            }
        }
        if denied { Err("nothing after !") } else { Ok((Self(elements), None)) }
    }

    fn alternatives<'a>(tokens: &mut impl Iterator<Item = &'a str>) -> Result<Vec<Self>, &'static str> {
        let mut alternatives = Vec::new();
        loop {
            let (pattern, close) = Self::sequence(tokens)?;
            if pattern.0.is_empty() {
                return Err("an empty alternative");
            }
            alternatives.push(pattern);
            match close {
                Some(")") => return Ok(alternatives),
                Some(_) => {}
                None => return Err("a bracket is not closed"),
            }
        }
    }

    /// The beginnings by which [`key`] finds this phrase.
    pub(super) fn keys(&self) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for element in &self.0 {
            match element {
                Element::Word(atom) => {
                    keys.insert(key(&atom.folded).to_owned());
                    keys.extend(atom.single.as_deref().map(|single| key(single).to_owned()));
                }
                Element::Number => {
                    keys.extend(('0'..='9').map(String::from));
                    keys.extend(NUMBERS.iter().map(|number| key(number).to_owned()));
                }
                Element::OneOf(choice) => keys.extend(choice.alternatives.iter().flat_map(Self::keys)),
                Element::Optional(pattern) => {
                    keys.extend(pattern.keys());
                    continue;
                }
                Element::Not(_) => continue,
                Element::Gap(_) => {}
            }
            break;
        }
        keys
    }

    /// Whether its [`Self::keys`] find every word it may begin with: not where anything may come first, where all may be
    /// left out, or where a stem is shorter than a key.
    fn has_keys(&self) -> bool {
        for element in &self.0 {
            let (keyed, required) = match element {
                Element::Word(atom) => (atom.end == End::Nothing || atom.folded.chars().count() >= 3, true),
                Element::Number => (true, true),
                Element::OneOf(choice) => (choice.alternatives.iter().all(Self::has_keys), true),
                Element::Optional(pattern) => (pattern.has_keys(), false),
                Element::Gap(_) | Element::Not(_) => (false, true),
            };
            if !keyed || required {
                return keyed;
            }
        }
        false
    }

    /// Whether it has a word that is by itself an alternative of the other: a phrase that says « pas » denies itself.
    pub(super) fn shares_a_word(&self, other: &Self) -> bool {
        let alone = |pattern: &Self| match pattern.0.as_slice() {
            [Element::Word(atom)] => Some(atom.folded.clone()),
            _ => None,
        };
        let [Element::OneOf(choice)] = other.0.as_slice() else { return false };
        let theirs: BTreeSet<String> = choice.alternatives.iter().filter_map(alone).collect();
        let mut mine = Vec::new();
        self.written(&mut mine);
        mine.into_iter().any(|word| theirs.contains(word))
    }

    /// Adds the words that may be found, as they are written.
    fn written<'a>(&'a self, words: &mut Vec<&'a str>) {
        for element in &self.0 {
            match element {
                Element::Word(atom) => words.push(&atom.folded),
                Element::OneOf(choice) => {
                    for pattern in &choice.alternatives {
                        pattern.written(words);
                    }
                }
                Element::Optional(pattern) => pattern.written(words),
                Element::Number | Element::Gap(_) | Element::Not(_) => {}
            }
        }
    }

    /// Whether a stem it begins with is too short to be found by its [`key`].
    #[cfg(test)]
    pub(super) fn begins_with_short_stem(&self) -> bool {
        self.0.iter().take(1).any(|element| match element {
            Element::Word(atom) => atom.end != End::Nothing && atom.folded.chars().count() < 3,
            Element::OneOf(choice) => choice.alternatives.iter().any(Self::begins_with_short_stem),
            _ => false,
        })
    }

    /// Whether this phrase may begin with a word: a quick look before a close one.
    pub(super) fn may_begin(&self, word: &Word) -> bool {
        match self.0.first() {
            Some(Element::Word(atom)) => atom.matches(word),
            Some(Element::Number) => is_number(word),
            Some(Element::OneOf(choice)) => choice.beginning_with(Some(word)).next().is_some(),
            _ => true,
        }
    }

    /// Where the longest run of words that begins with the first one and fits this phrase ends: how many words it has.
    pub(super) fn longest(&self, words: &[Word]) -> Option<usize> {
        self.ends(words, &BTreeSet::from([0])).last().copied().filter(|end| *end > 0)
    }

    fn ends(&self, words: &[Word], starts: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut at = starts.clone();
        for element in &self.0 {
            if at.is_empty() {
                break;
            }
            at = element.ends(words, &at);
        }
        at
    }
}

impl Choice {
    fn new(alternatives: Vec<Pattern>) -> Self {
        let mut by_key = Vec::new();
        let mut others = Vec::new();
        for (index, pattern) in alternatives.iter().enumerate() {
            if pattern.has_keys() {
                by_key.extend(pattern.keys().into_iter().map(|key| (key, index)));
            } else {
                others.push(index);
            }
        }
        by_key.sort();
        Self { alternatives, by_key, others }
    }

    /// The alternatives that may begin with a word, some of them twice.
    fn beginning_with<'a>(&'a self, word: Option<&'a Word>) -> impl Iterator<Item = &'a Pattern> + 'a {
        let found = |form: &'a str| {
            let first = self.by_key.partition_point(|(known, _)| known.as_str() < key(form));
            let rest = self.by_key.get(first..).unwrap_or_default();
            rest.iter().take_while(move |(known, _)| known == key(form)).map(|(_, index)| *index)
        };
        let forms = word.into_iter().flat_map(|word| {
            let single = Some(word.single.as_str()).filter(|single| key(single) != key(&word.folded));
            std::iter::once(word.folded.as_str()).chain(single)
        });
        let indices = forms.flat_map(found).chain(self.others.iter().copied());
        indices.filter_map(|index| self.alternatives.get(index))
    }
}

impl Element {
    /// See [`Pattern::trimmed`].
    fn trimmed(self) -> Self {
        match self {
            Self::OneOf(choice) => {
                Self::OneOf(Choice::new(choice.alternatives.into_iter().map(Pattern::trimmed).collect()))
            }
            Self::Optional(pattern) => Self::Optional(pattern.trimmed()),
            other => other,
        }
    }

    fn ends(&self, words: &[Word], starts: &BTreeSet<usize>) -> BTreeSet<usize> {
        let step = |fits: &dyn Fn(&Word) -> bool| -> BTreeSet<usize> {
            starts.iter().filter(|at| next(words, **at).is_some_and(fits)).map(|at| at + 1).collect()
        };
        match self {
            Self::Word(atom) => step(&|word| atom.matches(word)),
            Self::Number => step(&is_number),
            Self::OneOf(choice) => {
                let mut reached = BTreeSet::new();
                for start in starts {
                    let from = BTreeSet::from([*start]);
                    let fitting = choice.beginning_with(next(words, *start));
                    reached.extend(fitting.flat_map(|pattern| pattern.ends(words, &from)));
                }
                reached
            }
            Self::Optional(pattern) => starts.iter().copied().chain(pattern.ends(words, starts)).collect(),
            Self::Not(pattern) => starts
                .iter()
                .copied()
                .filter(|at| pattern.ends(words, &BTreeSet::from([*at])).is_empty())
                .collect(),
            Self::Gap(most) => {
                let mut reached = starts.clone();
                for start in starts {
                    let free = (*start..start + most).take_while(|at| next(words, *at).is_some());
                    reached.extend(free.map(|at| at + 1));
                }
                reached
            }
        }
    }
}

/// The word at a place, unless a sentence ended before it.
fn next(words: &[Word], at: usize) -> Option<&Word> {
    words.get(at).filter(|word| at == 0 || !word.opens_sentence)
}

/// Numbers in words, folded, in both languages; « un » is left out, which counts nothing.
const NUMBERS: [&str; 41] = [
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "vingt",
    "vingts",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "cent",
    "cents",
    "mille",
    "two",
    "three",
    "four",
    "five",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "fifteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "hundred",
    "thousand",
];

fn is_number(word: &Word) -> bool {
    word.folded.starts_with(|c: char| c.is_ascii_digit()) || NUMBERS.contains(&word.folded.as_str())
}

/// The first letters of a word, by which phrases are sorted: three, fewer where it has fewer; one for a number.
pub(super) fn key(word: &str) -> &str {
    let count = if word.starts_with(|c: char| c.is_ascii_digit()) { 1 } else { 3 };
    let end = word.char_indices().nth(count).map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::super::words::words;
    use super::*;

    fn found(pattern: &str, text: &str) -> Option<usize> {
        Pattern::parse(pattern).unwrap().longest(&words(text))
    }

    #[test]
    fn phrases_are_found_as_written() {
        assert_eq!(found("mise* en demeure", "Mises-en-demeure"), Some(3));
        assert_eq!(found("huissier* (a|est) ~2 mandat*", "Huissier est d’ores et mandaté"), None);
        assert_eq!(found("huissier* (a|est) ~2 mandat*", "Huissier est bien là mandaté"), Some(5));
        assert_eq!(found("(d’|par un )?(huissier|avocat)", "huissier"), Some(1));
        assert_eq!(found("(d’|par un )?(huissier|avocat)", "par un"), None);
        assert_eq!(found("avant (la )? saisie", "avant saisie"), Some(2));
        assert_eq!(found("sommation*", "Somation"), Some(1));
        assert_eq!(found("avant saisie", "avant. Saisie"), None);
        assert_eq!(found("# €", "12,50 €"), Some(2));
        assert_eq!(found("# euros", "vingt euros"), Some(2));
        assert_eq!(found("# euros", "un euros"), None);
    }

    #[test]
    fn a_stem_of_a_verb_is_every_form_and_nothing_else() {
        for form in ["Publie", "publiez", "publierons", "publiera", "publié", "publiées", "publiant"] {
            assert_eq!(found("publi+", form), Some(1), "{form}");
        }
        for other in ["public", "publicité", "publications"] {
            assert_eq!(found("publi+", other), None, "{other}");
        }
        assert_eq!(found("(publish+|nam+) you", "naming you"), Some(2));
    }

    #[test]
    fn what_may_not_follow_takes_no_word() {
        assert_eq!(found("avis !google", "avis de réception"), Some(1));
        assert_eq!(found("avis !(sur google|négatif*) ~2 reçu", "avis très bien reçu"), Some(4));
        assert_eq!(found("avis !(sur google|négatif*)", "avis négatifs"), None);
        assert_eq!(found("avis !google", "avis. Google"), Some(1));
        assert_eq!(found("avis !google", "avis"), Some(1));
    }

    #[test]
    fn what_is_found_ends_with_a_word_that_says_something() {
        let ends =
            |pattern: &str, text: &str| Pattern::parse(pattern).unwrap().trimmed().longest(&words(text));
        // Words of several letters: single ones in a row are one word, spelt out.
        for pattern in ["un ~2", "un ~2 (x|y)?", "un (deux ~3|x)?", "(un ~2|x)"] {
            assert!(ends(pattern, "un deux trois quatre").is_some_and(|end| end <= 2), "{pattern}");
        }
        assert_eq!(ends("un ~2 (x|quatre)?", "un deux trois quatre"), Some(4));
        assert_eq!(ends("un ~2 (x|y)?", "un deux trois quatre"), Some(1));
    }

    #[test]
    fn a_phrase_may_say_what_another_says_alone() {
        let shares = |phrase: &str| {
            Pattern::parse(phrase).unwrap().shares_a_word(&Pattern::parse("(pas|jamais|plus de)").unwrap())
        };
        assert!(shares("savez (pas|plus) qui") && shares("a (b jamais)?"));
        assert!(!shares("frais de relance") && !shares("savez !pas"));
    }

    #[test]
    fn what_is_badly_written_is_refused() {
        for bad in ["", "(a", "a)", "?", "~x", "~2 a", "a?", "(a|)", "|", "!", "!a b", "a !", "a !)"] {
            assert!(Pattern::parse(bad).is_err(), "{bad}");
        }
    }
}
