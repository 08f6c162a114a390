//! Phrases to look for, as the word lists write them, and how they are found among the words of a text.
//!
//! | written | means |
//! |---|---|
//! | `payer` | that word, whatever its case and accents; apostrophes and hyphens part words |
//! | `sommation*` | words that begin so |
//! | `(a\|b c)` | one of these |
//! | `x?`, `(…)?` | may be left out |
//! | `~3` | up to three words, whatever they are |
//! | `#` | any number |
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
    OneOf(Vec<Pattern>),
    Optional(Pattern),
    Gap(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Atom {
    folded: String,
    single: Option<String>,
    stem: bool,
}

impl Atom {
    fn new(written: &str) -> Self {
        let stem = written.ends_with('*');
        let folded = fold(written.trim_end_matches('*'));
        let single = (folded.chars().count() >= LONG).then(|| single_letters(&folded));
        Self { folded, single, stem }
    }

    fn matches(&self, word: &Word) -> bool {
        let same =
            |mine: &str, theirs: &str| if self.stem { theirs.starts_with(mine) } else { theirs == mine };
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
                '(' | ')' | '|' | '?' => vec![' ', c, ' '],
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
            Some(Element::Gap(_)) => Err("it begins with words that may be anything"),
            Some(_) => Ok(pattern),
        }
    }

    /// The same without words at its end that may be anything: what is found ends with a word that says something.
    pub(super) fn trimmed(mut self) -> Self {
        while let Some(Element::Gap(_)) = self.0.last() {
            self.0.pop();
        }
        self
    }

    /// Reads up to the end, `)` or `|`, which is returned.
    fn sequence<'a>(
        tokens: &mut impl Iterator<Item = &'a str>,
    ) -> Result<(Self, Option<&'a str>), &'static str> {
        let mut elements = Vec::new();
        while let Some(token) = tokens.next() {
            match token {
                ")" | "|" => return Ok((Self(elements), Some(token))),
                "(" => elements.push(Element::OneOf(Self::alternatives(tokens)?)),
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
        }
        Ok((Self(elements), None))
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
                Element::Number => keys.extend(('0'..='9').map(String::from)),
                Element::OneOf(alternatives) => keys.extend(alternatives.iter().flat_map(Self::keys)),
                Element::Optional(pattern) => {
                    keys.extend(pattern.keys());
                    continue;
                }
                Element::Gap(_) => {}
            }
            break;
        }
        keys
    }

    /// Whether a stem it begins with is too short to be found by its [`key`].
    #[cfg(test)]
    pub(super) fn begins_with_short_stem(&self) -> bool {
        self.0.iter().take(1).any(|element| match element {
            Element::Word(atom) => atom.stem && atom.folded.chars().count() < 3,
            Element::OneOf(alternatives) => alternatives.iter().any(Self::begins_with_short_stem),
            _ => false,
        })
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

impl Element {
    fn ends(&self, words: &[Word], starts: &BTreeSet<usize>) -> BTreeSet<usize> {
        let step = |fits: &dyn Fn(&Word) -> bool| {
            starts.iter().filter(|at| next(words, **at).is_some_and(fits)).map(|at| at + 1).collect()
        };
        match self {
            Self::Word(atom) => step(&|word| atom.matches(word)),
            Self::Number => step(&|word| word.folded.starts_with(|c: char| c.is_ascii_digit())),
            Self::OneOf(alternatives) => {
                alternatives.iter().flat_map(|pattern| pattern.ends(words, starts)).collect()
            }
            Self::Optional(pattern) => starts.iter().copied().chain(pattern.ends(words, starts)).collect(),
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
    }

    #[test]
    fn what_is_badly_written_is_refused() {
        for bad in ["", "(a", "a)", "?", "~x", "~2 a", "a?", "(a|)", "|"] {
            assert!(Pattern::parse(bad).is_err(), "{bad}");
        }
    }
}
