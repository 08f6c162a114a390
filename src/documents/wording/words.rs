//! A text as folded words: no case, no accent, no invisible character, whatever the apostrophes and spaces, each with
//! its place in the text. One pass; nothing here knows a language.

use std::ops::Range;

use crate::base::fold;

/// A word, a number or a currency sign of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a place a word may have, apart from the others")]
pub(super) struct Word {
    /// Lower case, without accents: `demeure`, `40`, `€`.
    pub(super) folded: String,
    /// The same with every doubled letter written once, so that `huisier` is recognised.
    pub(super) single: String,
    /// Bytes of the text, on character boundaries.
    pub(super) range: Range<usize>,
    /// A sentence or a paragraph ended between the word before and this one.
    pub(super) opens_sentence: bool,
    /// A comma, colon or bracket stands between the word before and this one, or a sentence ended.
    pub(super) opens_clause: bool,
    /// First word of its line.
    pub(super) opens_line: bool,
    /// Between quotation marks of one paragraph: somebody’s words, or a title.
    pub(super) quoted: bool,
    /// Its first letter is a capital: a name, the beginning of a sentence, or shouting.
    pub(super) upper: bool,
    /// A capital followed by small letters: `Voleur`, but neither `VOLEUR` nor `voleur`.
    pub(super) capital: bool,
    /// An ampersand stands between the word before and this one: `Durand & Fils`.
    pub(super) tied: bool,
}

impl Word {
    /// A sentence begins with it, or a line: a heading and an item of a list end without a stop.
    pub(super) fn opens_passage(&self) -> bool {
        self.opens_sentence || self.opens_line
    }
}

/// Letters one by one (`h u i s s i e r`) are read as a word from this many on.
const SPACED_OUT: usize = 4;

/// Signs in a row that make a rule across the text: `---`.
const RULE: usize = 3;

/// Longest quotation between single marks, in characters: what opens a longer one is an apostrophe.
const TITLE: usize = 120;

/// Splits a text into folded words. Addresses (`http://…`, `www.…`, `a@b.fr`) are one word each that matches nothing.
pub(super) fn words(text: &str) -> Vec<Word> {
    joined_letters(text, &split(text))
}

/// Folds one word as texts are folded.
pub(super) fn fold(word: &str) -> String {
    let mut folded = String::new();
    for c in word.chars() {
        push_folded(&mut folded, c);
    }
    folded
}

/// Writes every doubled letter once: `sommation` → `somation`.
pub(super) fn single_letters(folded: &str) -> String {
    let mut single = String::with_capacity(folded.len());
    let mut last = None;
    for c in folded.chars() {
        if last != Some(c) || !c.is_alphabetic() {
            single.push(c);
        }
        last = Some(c);
    }
    single
}

/// What was seen since the last word.
#[derive(Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a mark that may stand between words, apart from the others"
)]
struct Between {
    newlines: usize,
    clause: bool,
    sentence: bool,
    tied: bool,
    /// How many signs of a rule (`---`, `***`) stand in a row.
    rule: usize,
    /// Whether a quotation is open: kept from word to word.
    quoted: bool,
    /// Where the single mark stands that closes it, if single marks do: kept from word to word.
    closes: Option<usize>,
}

impl Between {
    /// What is between words right after one.
    fn after(self) -> Self {
        Self { quoted: self.quoted, closes: self.closes, ..Self::default() }
    }

    /// Opens or closes a quotation between single marks.
    fn single_marks(&mut self, text: &str, start: usize) {
        if self.closes.is_some_and(|end| end <= start) {
            (self.quoted, self.closes) = (false, None);
        } else if !self.quoted {
            self.closes = end_of_quotation(text, start);
            self.quoted = self.closes.is_some();
        }
    }
}

/// Where the quotation ends that a single mark opens: `'The Last Writ'`. An apostrophe opens none.
fn end_of_quotation(text: &str, start: usize) -> Option<usize> {
    let inside = text.get(start..)?.strip_prefix(['\'', '‘'])?;
    let before = text.get(..start)?.chars().next_back();
    if before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '[')) {
        return None;
    }
    let from = text.len() - inside.len();
    let mut last = ' ';
    let mut rest = inside.char_indices().take(TITLE).take_while(|(_, c)| *c != '\n').peekable();
    while let Some((at, c)) = rest.next() {
        let goes_on = rest.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if matches!(c, '\'' | '’') && !last.is_whitespace() && !goes_on {
            return Some(from + at);
        }
        last = c;
    }
    None
}

fn split(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut between = Between { newlines: 1, clause: true, sentence: true, ..Between::default() };
    let mut rest = text.char_indices().peekable();
    let mut chunk_end = 0;
    while let Some(&(start, c)) = rest.peek() {
        if start >= chunk_end && !c.is_whitespace() {
            let chunk =
                text.get(start..).and_then(|tail| tail.split(char::is_whitespace).next()).unwrap_or("");
            chunk_end = start + chunk.len();
            if is_address(chunk) {
                while rest.next_if(|&(at, _)| at < chunk_end).is_some() {}
                words.push(word(String::new(), "", start..chunk_end, &between));
                between = between.after();
                continue;
            }
        }
        between.single_marks(text, start);
        if !begins_word(c) {
            rest.next();
            let next = rest.peek().map(|&(_, c)| c);
            if c != '.'
                || !words.last().is_some_and(|last| last.range.end == start && is_abbreviation(&last.folded))
            {
                see(&mut between, c, next);
            }
            continue;
        }
        let (folded, end) = take_word(text, &mut rest, start);
        if !folded.is_empty() {
            let written = text.get(start..end).unwrap_or_default();
            words.push(word(folded, written, start..end, &between));
            between = between.after();
        }
    }
    words
}

type Letters<'a> = std::iter::Peekable<std::str::CharIndices<'a>>;

/// Takes one word from its first character on: its folded form and where it ends.
fn take_word(text: &str, rest: &mut Letters<'_>, start: usize) -> (String, usize) {
    let mut folded = String::new();
    let mut end = start;
    while let Some(&(at, c)) = rest.peek() {
        let number = folded.ends_with(|c: char| c.is_ascii_digit());
        let after = text.get(at + c.len_utf8()..).and_then(|tail| tail.chars().next());
        let decimal = number && matches!(c, '.' | ',') && after.is_some_and(|c| c.is_ascii_digit());
        let disguised = disguised(c).filter(|_| {
            after.is_some_and(char::is_alphabetic) && folded.ends_with(|c: char| c.is_alphabetic())
        });
        if let Some(letter) = disguised {
            folded.push(letter);
        } else if decimal {
            folded.push('.');
        } else if is_sign(c) {
            if !folded.is_empty() {
                break;
            }
            folded.push(c);
            rest.next();
            return (folded, at + c.len_utf8());
        } else if c.is_alphanumeric() {
            // A number and a word written together are two: `40euros`.
            let before = folded.chars().last();
            if before.is_some_and(|b| b != '.' && b.is_ascii_digit() != c.is_ascii_digit()) {
                break;
            }
            push_folded(&mut folded, c);
        } else if !is_invisible(c) {
            break;
        }
        end = at + c.len_utf8();
        rest.next();
    }
    for zeros in [".00", ".0"] {
        if let Some(whole) = folded.strip_suffix(zeros) {
            folded.truncate(whole.len());
        }
    }
    (folded, end)
}

fn word(folded: String, written: &str, range: Range<usize>, between: &Between) -> Word {
    let opens_sentence = between.sentence || between.newlines > 1;
    let upper = written.starts_with(char::is_uppercase);
    Word {
        single: single_letters(&folded),
        folded,
        range,
        opens_sentence,
        opens_clause: between.clause || opens_sentence,
        opens_line: between.newlines > 0,
        quoted: between.quoted,
        upper,
        capital: upper && written.contains(char::is_lowercase),
        tied: between.tied,
    }
}

fn see(between: &mut Between, c: char, next: Option<char>) {
    between.rule = if matches!(c, '-' | '=' | '*' | '_' | '~' | '#') { between.rule + 1 } else { 0 };
    // What stands between ornaments or rules is set off as a line of its own is.
    if is_ornament(c) || between.rule == RULE {
        between.newlines = between.newlines.max(1);
    }
    match c {
        '\n' | '\u{2028}' | '\u{2029}' => {
            between.newlines += 1;
            between.quoted &= between.newlines < 2;
        }
        '«' | '“' | '„' => between.quoted = true,
        '»' | '”' => between.quoted = false,
        '"' => between.quoted = !between.quoted,
        '!' | '?' | ';' | '…' => between.sentence = true,
        '&' => between.tied = true,
        '.' if next.is_none_or(|next| !next.is_alphanumeric()) => between.sentence = true,
        ',' | ':' | '=' | '(' | ')' | '[' | ']' | '–' | '—' | '|' => between.clause = true,
        _ => {}
    }
}

/// Letters that stand one by one, a single space or sign apart, are read as one word.
fn joined_letters(text: &str, words: &[Word]) -> Vec<Word> {
    let mut joined = Vec::with_capacity(words.len());
    let mut rest = words;
    while let Some(first) = rest.first() {
        let run = spaced_out(text, rest);
        let (taken, left) = rest.split_at(run.max(1).min(rest.len()));
        rest = left;
        match taken.last() {
            Some(last) if run >= SPACED_OUT => {
                let folded: String = taken.iter().map(|word| word.folded.as_str()).collect();
                let mut whole = first.clone();
                whole.single = single_letters(&folded);
                whole.folded = folded;
                whole.range = first.range.start..last.range.end;
                joined.push(whole);
            }
            _ => joined.extend_from_slice(taken),
        }
    }
    joined
}

/// How many words from the first on are single letters a single sign apart.
fn spaced_out(text: &str, words: &[Word]) -> usize {
    let letter = |word: &Word| {
        let mut chars = word.folded.chars();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    };
    let mut count = 0;
    let mut end = None;
    for word in words.iter().take_while(|word| letter(word)) {
        if let Some(end) = end {
            let gap: String =
                text.get(end..word.range.start).unwrap_or("").chars().filter(|c| !is_invisible(*c)).collect();
            if !matches!(gap.as_str(), " " | "\u{a0}" | "." | "-" | "_" | "*" | "/" | "·") {
                break;
            }
        }
        end = Some(word.range.end);
        count += 1;
    }
    if count >= SPACED_OUT { count } else { 0 }
}

/// Words a full stop shortens rather than ends: `R.G. n°`, `art. 8`, `Me. Roux`.
fn is_abbreviation(folded: &str) -> bool {
    folded.len() == 1 || matches!(folded, "art" | "me" | "mr" | "mrs" | "no" | "ref" | "st")
}

fn is_address(chunk: &str) -> bool {
    let at_sign = chunk.split_once('@').is_some_and(|(name, host)| {
        name.chars().any(char::is_alphanumeric)
            && host.trim_end_matches(|c: char| !c.is_alphanumeric()).contains('.')
    });
    chunk.contains("://") || chunk.trim_start_matches(['(', '<', '«']).starts_with("www.") || at_sign
}

fn begins_word(c: char) -> bool {
    c.is_alphanumeric() || is_sign(c)
}

fn is_sign(c: char) -> bool {
    matches!(c, '€' | '£' | '$' | '%')
}

/// Stars, boxes, rules and pictures: what frames a heading.
fn is_ornament(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f300}'..='\u{1faff}')
}

/// A sign written in place of a letter inside a word: `v0leur`, `s@laud`.
fn disguised(c: char) -> Option<char> {
    match c {
        '0' => Some('o'),
        '1' => Some('i'),
        '3' => Some('e'),
        '4' | '@' => Some('a'),
        '5' | '$' => Some('s'),
        _ => None,
    }
}

/// Characters that take no room: soft hyphens, joiners, direction marks, combining accents, variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{feff}'
        | '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{e0000}'..='\u{e01ef}')
}

/// Folds a letter as everywhere, and what passes for a plain one: letters of other alphabets, accents of other languages.
fn push_folded(folded: &mut String, c: char) {
    for low in full_width(c).to_lowercase().filter(|c| !is_invisible(*c)) {
        let plain = match low {
            'ā' | 'ă' | 'ą' | 'а' | 'α' => 'a',
            'ć' | 'č' | 'с' => 'c',
            'ď' | 'đ' => 'd',
            'ē' | 'ė' | 'ę' | 'ě' | 'ẽ' | 'е' => 'e',
            'ī' | 'į' | 'ı' | 'і' | 'ι' => 'i',
            'ł' => 'l',
            'ń' | 'ň' => 'n',
            'ō' | 'ő' | 'о' | 'ο' => 'o',
            'р' | 'ρ' => 'p',
            'ř' => 'r',
            'ś' | 'š' | 'ş' | 'ſ' | 'ѕ' => 's',
            'ť' | 'ţ' => 't',
            'ū' | 'ů' | 'ű' => 'u',
            'х' => 'x',
            'у' => 'y',
            'ź' | 'ż' | 'ž' => 'z',
            'ﬁ' => {
                folded.push_str("fi");
                continue;
            }
            'ﬂ' => {
                folded.push_str("fl");
                continue;
            }
            other => other,
        };
        fold::push(folded, plain);
    }
}

/// Full-width forms as plain ones: `Ｈ` → `H`.
fn full_width(c: char) -> char {
    match u32::from(c) {
        code @ 0xff01..=0xff5e => char::from_u32(code - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn words_are_folded_whatever_they_are_written_with() {
        assert_eq!(folded("L’HUISSIER  mandat\u{301}e\u{301}"), ["l", "huissier", "mandate"]);
        assert_eq!(folded("som\u{ad}ma\u{200b}tion\u{a0}de\npayer"), ["sommation", "de", "payer"]);
        assert_eq!(folded("S O M M A T I O N  D.E. p-a-y-e-r"), ["sommation", "d", "e", "payer"]);
        assert_eq!(folded("n’y a d’autre"), ["n", "y", "a", "d", "autre"]);
        assert_eq!(folded("v0leur s@laud cœur Ｈuissier"), ["voleur", "salaud", "coeur", "huissier"]);
        assert_eq!(
            folded("40,00€, 2 340,40 € et 40euros"),
            ["40", "€", "2", "340.40", "€", "et", "40", "euros"]
        );
        assert_eq!(folded("Écrivez à a@huissier.fr, www.saisie.fr"), ["ecrivez", "a", "", ""]);
    }

    #[test]
    fn sentences_clauses_and_lines_are_known() {
        let all = words("Un, deux. Trois\nquatre\n\nCinq L.441");
        let of = |f: fn(&Word) -> bool| -> Vec<usize> {
            all.iter().enumerate().filter(|(_, word)| f(word)).map(|(at, _)| at).collect()
        };
        assert_eq!(of(|word| word.opens_sentence), [0, 2, 4]);
        assert_eq!(of(|word| word.opens_clause), [0, 1, 2, 4]);
        assert_eq!(of(|word| word.opens_line), [0, 3, 4]);
    }

    #[test]
    fn what_names_are_made_of_is_known() {
        let all = words("Chez Voleur & Fils, HUISSIER vole");
        let of = |f: fn(&Word) -> bool| -> Vec<usize> {
            all.iter().enumerate().filter(|(_, word)| f(word)).map(|(at, _)| at).collect()
        };
        assert_eq!(of(|word| word.upper), [0, 1, 2, 3]);
        assert_eq!(of(|word| word.capital), [0, 1, 2]);
        assert_eq!(of(|word| word.tied), [2]);
    }

    #[test]
    fn quotations_are_known_and_end_with_their_paragraph() {
        let quoted = |text: &str| -> Vec<String> {
            words(text).into_iter().filter(|word| word.quoted).map(|word| word.folded).collect()
        };
        assert_eq!(quoted("a « b c » d “e” f \"g\" h"), ["b", "c", "e", "g"]);
        assert_eq!(quoted("a \"b\nc\n\nd"), ["b", "c"]);
        assert_eq!(quoted("a 'b c' d ‘e’ f"), ["b", "c", "e"]);
        assert_eq!(quoted("we don't, 'a b's c' isn't"), ["a", "b", "s", "c"]);
        assert!(quoted("the '90s\nthe clients' b, l'ami").is_empty());
    }
}
