//! A text as it is read: its words without accents and odd spaces, its figures without separators.

use std::ops::Range;

use super::Fact;
use super::wrong::amounts;
use crate::base::fold::fold;

/// A text as it is read.
#[derive(Debug)]
pub(super) struct Reading {
    words: String,
    figures: Vec<String>,
    letters: String,
}

impl Reading {
    /// Reads a text.
    pub(super) fn of(text: &str) -> Self {
        let words = words(text);
        Self { figures: figures(&words), letters: letters(&words), words }
    }

    /// Whether it says something: a sum by its figures, an account by its characters, all else by its words.
    pub(super) fn says(&self, fact: Fact, form: &str) -> bool {
        if fact == Fact::Received {
            // What was paid, however its days are written.
            return amounts(form).iter().all(|(_, sum)| self.figures.contains(sum));
        }
        let form = words(form);
        match fact {
            Fact::Balance | Fact::Part => {
                figures(&form).first().is_some_and(|sum| self.figures.iter().any(|known| known == sum))
            }
            Fact::Iban => {
                let account = letters(&form);
                !account.is_empty() && self.letters.contains(&account)
            }
            _ => !form.is_empty() && stands_in(&self.words, &form),
        }
    }
}

/// A date in full without the day of the week before it.
#[must_use]
pub(super) fn without_weekday(date: &str) -> &str {
    let digit = date.find(|c: char| c.is_ascii_digit()).unwrap_or_default();
    date.get(digit..).unwrap_or(date)
}

/// Lower case, no accents, one plain space for any run of spaces, one hyphen for any hyphen, nothing invisible.
pub(super) fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for c in fold(text).chars() {
        match c {
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            '\u{2010}' | '\u{2011}' | '\u{2012}' => words.push('-'),
            '’' => words.push('\''),
            c if c.is_whitespace() => {
                if !words.ends_with(' ') {
                    words.push(' ');
                }
            }
            c => words.push(c),
        }
    }
    words.trim().to_owned()
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a phrase stands in a text and not inside a longer word or number.
fn stands_in(text: &str, phrase: &str) -> bool {
    let is_inside = |beside: Option<char>, edge: Option<char>| {
        beside.is_some_and(char::is_alphanumeric) && edge.is_some_and(char::is_alphanumeric)
    };
    text.match_indices(phrase).any(|(at, found)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|text| text.chars().next());
        !is_inside(before, found.chars().next()) && !is_inside(after, found.chars().next_back())
    })
}

/// A space of any kind.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace()
}

/// Every number, without separators of thousands, a comma before decimals, and no decimals where they are nought.
fn figures(words: &str) -> Vec<String> {
    numbers(words).into_iter().map(|(_, figure)| figure).collect()
}

/// The same with its place in the text, in bytes.
pub(super) fn numbers(text: &str) -> Vec<(Range<usize>, String)> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let at = |place: usize| chars.get(place).map_or(' ', |(_, c)| *c);
    let byte = |place: usize| chars.get(place).map_or(text.len(), |(byte, _)| *byte);
    let mut numbers = Vec::new();
    let mut place = 0;
    while place < chars.len() {
        if !at(place).is_ascii_digit() {
            place += 1;
            continue;
        }
        let start = place;
        let mut figure = String::new();
        let mut group = 0;
        loop {
            let c = at(place);
            let opens_group = (1..=3).all(|ahead| at(place + ahead).is_ascii_digit())
                && !at(place + 4).is_ascii_digit()
                && (1..=3).contains(&group);
            if c.is_ascii_digit() {
                figure.push(c);
                group += 1;
            } else if (is_space(c) || matches!(c, '.' | ',' | '\'' | '’'))
                && opens_group
                && !figure.contains(',')
            {
                group = 0;
            } else if matches!(c, '.' | ',') && at(place + 1).is_ascii_digit() && !figure.contains(',') {
                figure.push(',');
            } else {
                break;
            }
            place += 1;
        }
        numbers.push((byte(start)..byte(place), figure.strip_suffix(",00").unwrap_or(&figure).to_owned()));
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_however_they_are_set() {
        for text in
            ["2 766,79 €", "2\u{202f}766,79\u{a0}€", "2766,79€", "2.766,79 EUR", "€2,766.79", "2'766.79"]
        {
            assert_eq!(figures(&words(text)), ["2766,79"], "{text}");
        }
        assert_eq!(figures(&words("le 15 mars 2026 2 480,00 € et 40 €")), ["15", "2026", "2480", "40"]);
        assert_eq!(figures(&words("en 2026 480,50 €")), ["2026", "480,50"]);
        assert_eq!(figures(&words("123 456 789,99")), ["123456789,99"]);
    }

    #[test]
    fn a_number_is_not_found_inside_a_longer_one() {
        let text = Reading::of("Facture N°\u{a0}2026\u{2011}0141, IBAN fr7630006000011234567890189");
        assert!(!text.says(Fact::Number, "2026-014"));
        assert!(text.says(Fact::Number, "2026-0141"));
        assert!(text.says(Fact::Iban, "FR76 3000 6000 0112 3456 7890 189"));
        assert!(Reading::of("12 766,79").says(Fact::Balance, "12\u{a0}766,79 €"));
        assert!(!Reading::of("12 766,79").says(Fact::Balance, "2 766,79 €"));
        assert_eq!(without_weekday("lundi 30 novembre 2026"), "30 novembre 2026");
    }
}
