//! The answer of a card as a code that people can read out and type: 24 letters and digits in groups of four.
//!
//! | symbols | what they say |
//! |---|---|
//! | 1 | version and kind of answer |
//! | 2–4 | the day, counted from 1 January 2020 |
//! | 5–12 | the amount in cents; with the cause of a dispute; or the number of instalments |
//! | 13–22 | the first fifty bits of HMAC-SHA-256 over the symbols before, under the secret of the card |
//! | 23–24 | two check symbols: any one or two symbols that are wrong are told |
//!
//! The alphabet is Crockford's base 32: no I, L, O or U; what is typed for 1 or 0 is taken as such.

use chrono::{Days, NaiveDate};

use super::mac::hmac;
use super::{Answer, INSTALMENTS, MOST_CENTS, Secret};
use crate::base::{Amount, dates};
use crate::domain::circumstance::DisputeCause;

/// The letters of a code, by value.
pub const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Symbols of a code.
pub const SYMBOLS: usize = 24;
/// Symbols that say the answer.
const SAID: usize = 12;
/// Symbols of the authenticator.
const AUTHENTICATOR: usize = 10;
/// Symbols of a group.
const GROUP: usize = 4;
/// What an authenticator is of, so that it is of nothing else.
const PURPOSE: &str = "relance-reply-1:";
/// Version of the layout, in the high bits of the first symbol.
const VERSION: u8 = 1;

/// A code that reads: an answer, and what shows which card it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The answer.
    pub answer: Answer,
    symbols: [u8; SYMBOLS],
}

/// What a text holds that a client sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The codes in it, each once, in their order: an answer may be sent above an earlier one.
    Codes(Vec<Code>),
    /// Something like a code, of which symbols are wrong or missing.
    Damaged,
    /// Nothing like a code.
    Nothing,
}

/// The code of an answer, under the secret of its card; none where the answer is none a card offers.
#[must_use]
pub fn encode(answer: Answer, secret: &Secret) -> Option<String> {
    let mut symbols = said(answer)?;
    let authenticator = authenticator(&symbols, secret);
    symbols.extend(authenticator);
    let checks = checks(&symbols);
    symbols.extend(checks);
    Some(written(&symbols))
}

impl Code {
    /// Whether it was made with the card of this secret.
    #[must_use]
    pub fn is_of(&self, secret: &Secret) -> bool {
        let (said, rest) = self.symbols.split_at(SAID);
        let wanted = authenticator(said, secret);
        // All of it is compared whatever differs.
        let differing = wanted.iter().zip(rest).fold(0, |sum, (one, other)| sum | (one ^ other));
        wanted.len() == AUTHENTICATOR && differing == 0
    }

    /// The code as it is written.
    #[must_use]
    pub fn written(&self) -> String {
        written(&self.symbols)
    }
}

/// Finds the codes in what was pasted: a code alone, however it is spaced, or whole e-mails.
#[must_use]
pub fn find(text: &str) -> Found {
    let mut codes: Vec<Code> = Vec::new();
    let mut seems = false;
    for candidate in candidates(text) {
        seems = true;
        if let Some(code) = decode(&candidate)
            && !codes.contains(&code)
        {
            codes.push(code);
        }
    }
    match (codes.is_empty(), seems) {
        (false, _) => Found::Codes(codes),
        (true, true) => Found::Damaged,
        (true, false) => Found::Nothing,
    }
}

/// What may be a code: groups joined by dashes, a line broken after one or not, with whatever a mail program put before
/// the rest; or all that was pasted, where that is short.
fn candidates(text: &str) -> Vec<String> {
    let mut runs: Vec<Vec<&str>> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        let (between, after) = rest.split_at(at);
        let end = after.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(after.len());
        let (word, after) = after.split_at(end);
        match runs.last_mut() {
            Some(run) if joins(between) => run.push(word),
            _ => runs.push(vec![word]),
        }
        rest = after;
    }
    let about = |length: usize| length.abs_diff(SYMBOLS) <= GROUP;
    let mut found = Vec::new();
    for run in runs.iter().filter(|run| run.len() + 2 >= SYMBOLS / GROUP) {
        // Dashes before or after it join a code to what is around it.
        found.extend(run.windows(SYMBOLS / GROUP).map(<[&str]>::concat).filter(|code| code.len() == SYMBOLS));
        found.extend(Some(run.concat()).filter(|code| about(code.len())));
    }
    let alone: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
    if text.trim().chars().count() <= 2 * SYMBOLS && about(alone.len()) {
        found.push(alone);
    }
    found
}

/// Whether what stands between two groups joins them.
fn joins(between: &str) -> bool {
    let is_dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    between.contains(is_dash) && between.chars().all(|c| is_dash(c) || c.is_whitespace() || c == '>')
}

fn decode(text: &str) -> Option<Code> {
    let symbols: Vec<u8> = text.chars().map(value).collect::<Option<_>>()?;
    let symbols: [u8; SYMBOLS] = symbols.try_into().ok()?;
    let (before, check) = symbols.split_at(SYMBOLS - 2);
    let (said, _) = symbols.split_at(SAID);
    if checks(before) != check {
        return None;
    }
    Some(Code { answer: read(said)?, symbols })
}

/// The value of what was typed; I and L are taken for 1, O for 0.
fn value(typed: char) -> Option<u8> {
    let c = match typed.to_ascii_uppercase() {
        'I' | 'L' => b'1',
        'O' => b'0',
        c => u8::try_from(c).ok()?,
    };
    ALPHABET.iter().position(|known| *known == c).and_then(|at| u8::try_from(at).ok())
}

fn written(symbols: &[u8]) -> String {
    let mut code = String::with_capacity(SYMBOLS + SYMBOLS / GROUP);
    for (at, symbol) in symbols.iter().enumerate() {
        if at > 0 && at.is_multiple_of(GROUP) {
            code.push('-');
        }
        code.extend(ALPHABET.get(usize::from(*symbol)).map(|c| char::from(*c)));
    }
    code
}

/// The symbols that say an answer.
fn said(answer: Answer) -> Option<Vec<u8>> {
    let cents = |amount: Amount| {
        u64::try_from(amount.cents()).ok().filter(|_| amount.is_positive() && amount.cents() < MOST_CENTS)
    };
    let (kind, day, number) = match answer {
        Answer::Pays { by, amount } => (0, by, cents(amount)?),
        Answer::Contests { on, cause, amount } => {
            let cause = DisputeCause::ALL.iter().position(|known| *known == cause)?;
            (1, on, (cents(amount)? << 3) | u64::try_from(cause).ok()?)
        }
        Answer::Instalments { first, count } => {
            let is_offered = (INSTALMENTS.0..=INSTALMENTS.1).contains(&count);
            (2, first, Some(u64::from(count)).filter(|_| is_offered)?)
        }
        Answer::Paid { on, amount } => (3, on, cents(amount)?),
    };
    let days = u64::try_from(dates::days_between(start()?, day)).ok().filter(|_| can_say(day))?;
    let mut symbols = vec![(VERSION << 3) | kind];
    symbols.extend(split(days, 3));
    symbols.extend(split(number, SAID - 4));
    Some(symbols)
}

/// The answer that symbols say.
fn read(said: &[u8]) -> Option<Answer> {
    let (head, rest) = said.split_first()?;
    let (days, number) = rest.split_at_checked(3)?;
    if head >> 3 != VERSION {
        return None;
    }
    let (days, number) = (joined(days), joined(number));
    let day = start()?.checked_add_days(Days::new(days))?;
    let amount = |cents: u64| {
        let amount = Amount::from_cents(i64::try_from(cents).ok()?);
        Some(amount).filter(|amount| amount.is_positive() && amount.cents() < MOST_CENTS)
    };
    match head & 7 {
        0 => Some(Answer::Pays { by: day, amount: amount(number)? }),
        1 => {
            let cause = DisputeCause::ALL.get(usize::try_from(number & 7).ok()?).copied()?;
            Some(Answer::Contests { on: day, cause, amount: amount(number >> 3)? })
        }
        2 => {
            let count = u32::try_from(number).ok()?;
            let is_offered = (INSTALMENTS.0..=INSTALMENTS.1).contains(&count);
            is_offered.then_some(Answer::Instalments { first: day, count })
        }
        3 => Some(Answer::Paid { on: day, amount: amount(number)? }),
        _ => None,
    }
}

/// Days that fit in a code, from the first on.
const DAYS: i64 = 1 << 15;

/// Whether a code can say a day: from 2020, for ninety years.
#[must_use]
pub fn can_say(day: NaiveDate) -> bool {
    start().is_some_and(|first| (0..DAYS).contains(&dates::days_between(first, day)))
}

fn start() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2020, 1, 1)
}

/// A number as so many symbols, the highest first.
fn split(number: u64, symbols: usize) -> impl Iterator<Item = u8> {
    (0..symbols).rev().map(move |at| u8::try_from((number >> (5 * at)) & 31).unwrap_or_default())
}

fn joined(symbols: &[u8]) -> u64 {
    symbols.iter().fold(0, |number, symbol| (number << 5) | u64::from(*symbol))
}

fn authenticator(said: &[u8], secret: &Secret) -> Vec<u8> {
    let mut message = PURPOSE.as_bytes().to_vec();
    message.extend(said.iter().filter_map(|symbol| ALPHABET.get(usize::from(*symbol))));
    let digest = hmac(&secret.0, &message);
    let first = digest.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
    split(first >> 14, AUTHENTICATOR).collect()
}

/// Two sums over the field of 32 elements, the symbols weighted by the powers of its generator, and by their squares: no
/// one or two wrong symbols leave both as they were.
fn checks(symbols: &[u8]) -> [u8; 2] {
    let mut sums = [0, 0];
    let (mut once, mut twice) = (1, 1);
    for symbol in symbols {
        let [first, second] = sums;
        sums = [first ^ times(*symbol, once), second ^ times(*symbol, twice)];
        once = times(once, 2);
        twice = times(twice, 4);
    }
    sums
}

/// Product in the field of 32 elements, modulo x⁵ + x² + 1.
fn times(mut one: u8, mut other: u8) -> u8 {
    let mut product = 0;
    while other > 0 {
        if other & 1 == 1 {
            product ^= one;
        }
        one <<= 1;
        if one & 32 != 0 {
            one ^= 0b10_0101;
        }
        other >>= 1;
    }
    product
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    const SECRET: Secret = Secret(*b"a card for Brun!");

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn answers() -> Vec<Answer> {
        let amount = Amount::from_cents(248_000);
        vec![
            Answer::Pays { by: day("2026-12-15"), amount },
            Answer::Contests { on: day("2026-11-30"), cause: DisputeCause::Other, amount },
            Answer::Instalments { first: day("2026-12-15"), count: 3 },
            Answer::Paid { on: day("2026-11-20"), amount: Amount::from_cents(MOST_CENTS - 1) },
        ]
    }

    fn read_back(text: &str) -> Option<Answer> {
        match find(text) {
            Found::Codes(codes) => codes.first().map(|code| code.answer),
            Found::Damaged | Found::Nothing => None,
        }
    }

    #[test]
    fn every_answer_reads_back_and_is_of_its_card_alone() {
        for answer in answers() {
            let code = encode(answer, &SECRET).unwrap();
            assert_eq!(code.len(), 29, "{code}");
            let Found::Codes(all) = find(&code) else { panic!("{code} does not read") };
            let [found] = &all[..] else { panic!("{code} is one code") };
            assert_eq!(found.answer, answer);
            assert_eq!(found.written(), code);
            assert!(found.is_of(&SECRET));
            assert!(!found.is_of(&Secret([0; 16])), "another card");
        }
    }

    #[test]
    fn one_or_two_wrong_symbols_are_told_whatever_they_are() {
        let code = encode(answers()[0], &SECRET).unwrap().replace('-', "");
        for at in 0..SYMBOLS {
            for symbol in ALPHABET {
                let mut wrong: Vec<u8> = code.bytes().collect();
                if wrong[at] == *symbol {
                    continue;
                }
                wrong[at] = *symbol;
                assert_eq!(find(std::str::from_utf8(&wrong).unwrap()), Found::Damaged, "{wrong:?}");
                let next = (at + 1) % SYMBOLS;
                for second in ALPHABET.iter().filter(|second| **second != code.as_bytes()[next]) {
                    wrong[next] = *second;
                    assert_eq!(find(std::str::from_utf8(&wrong).unwrap()), Found::Damaged);
                }
            }
        }
    }

    #[test]
    fn it_is_found_however_it_was_typed_and_in_a_whole_e_mail() {
        let answer = answers()[0];
        let code = encode(answer, &SECRET).unwrap();
        let typed = [
            code.to_lowercase(),
            code.replace('-', ""),
            code.replace('-', " "),
            format!("  {code}  "),
            format!("Bonjour,\n\nMa réponse : {code}.\nCordialement,\n-- \nMme Le Goff, 04-76-00-00-00"),
            format!("> Code : {}\n> {}\n", &code[..15], &code[15..]),
            format!("vous-même ({code}) - tel-quel-ici-la-bas"),
            code.replace('0', "o").replace('1', "l"),
        ];
        for text in typed {
            assert_eq!(read_back(&text), Some(answer), "{text}");
        }
        let account = "Mon compte : FR76 3000 6000 0112 3456 7890 189, avec mes remerciements.";
        for nothing in ["", "Bonjour, je paie lundi.", "04-76-00-00-00", account] {
            assert_eq!(find(nothing), Found::Nothing, "{nothing}");
        }
        assert_eq!(find(&code[..24]), Found::Damaged, "a group is missing");
    }

    #[test]
    fn each_code_of_a_text_is_found_once_and_in_its_order() {
        let codes: Vec<String> =
            answers().into_iter().map(|answer| encode(answer, &SECRET).unwrap()).collect();
        let mail = |code: &String| format!("Bonjour,\n\nCode de réponse : {code}\n\n-- \nMme Le Goff\n");
        let text: String = codes.iter().chain(&codes[..1]).map(mail).collect();
        let Found::Codes(found) = find(&text) else { panic!("none is found") };
        assert_eq!(found.iter().map(|code| code.answer).collect::<Vec<_>>(), answers());
    }

    #[test]
    fn what_a_card_does_not_offer_has_no_code() {
        let amount = Amount::from_cents(MOST_CENTS);
        let by = day("2026-12-15");
        for answer in [
            Answer::Pays { by, amount },
            Answer::Pays { by, amount: Amount::ZERO },
            Answer::Pays { by: day("2019-12-31"), amount: Amount::from_cents(1) },
            Answer::Pays { by: day("2109-12-31"), amount: Amount::from_cents(1) },
            Answer::Instalments { first: by, count: 1 },
            Answer::Instalments { first: by, count: 25 },
        ] {
            assert_eq!(encode(answer, &SECRET), None, "{answer:?}");
        }
    }
}
