//! French numbers in words: soixante-dix, quatre-vingts, cents that agree, « mille » that never does, and millions that
//! are nouns (« d’euros »).

use super::Names;
use crate::base::Currency;

const TO_SIXTEEN: [&str; 17] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize",
];

/// Nouns of thousands of thousands; « mille milliards » is as far as an amount goes.
const MILLION: u64 = 1_000_000;
const MILLIARD: u64 = 1_000_000_000;

/// What a currency is called.
pub(super) fn names(currency: &Currency) -> Names<'_> {
    let (one, many, cent, cents) = match currency.code() {
        "EUR" => ("euro", "euros", "centime", "centimes"),
        "GBP" => ("livre sterling", "livres sterling", "penny", "pence"),
        "CHF" => ("franc suisse", "francs suisses", "centime", "centimes"),
        "USD" => ("dollar américain", "dollars américains", "cent", "cents"),
        code => (code, code, "centième", "centièmes"),
    };
    Names { one, many, cent, cents, feminine: *currency == Currency::GBP }
}

/// What stands between a number and its noun: « un million d’euros », « deux millions de francs », « mille euros ».
pub(super) fn link(number: u64, noun: &str) -> &'static str {
    let ends_in_a_noun = number != 0 && number.is_multiple_of(MILLION);
    match (ends_in_a_noun, noun.starts_with('e')) {
        (true, true) => " d’",
        (true, false) => " de ",
        (false, _) => " ",
    }
}

/// A whole number; its last « un » is « une » before a feminine noun.
pub(super) fn number(number: u64, feminine: bool) -> String {
    if number == 0 {
        return "zéro".to_owned();
    }
    let mut parts = Vec::new();
    for (unit, one, many) in [(MILLIARD, "milliard", "milliards"), (MILLION, "million", "millions")] {
        let count = if unit == MILLIARD { number / MILLIARD } else { number % MILLIARD / MILLION };
        if count != 0 {
            parts.push(below_million(count, false));
            parts.push((if count == 1 { one } else { many }).to_owned());
        }
    }
    let rest = number % MILLION;
    if rest != 0 {
        parts.push(below_million(rest, feminine));
    }
    parts.join(" ")
}

/// From one; a thousand millions and more are written in thousands.
fn below_million(number: u64, feminine: bool) -> String {
    let (thousands, rest) = (number / 1_000, number % 1_000);
    let mut parts = Vec::new();
    match thousands {
        0 => {}
        1 => parts.push("mille".to_owned()),
        // « mille » is no noun: nothing agrees before it.
        2..1_000 => parts.push(format!("{} mille", below_thousand(thousands, false, false))),
        _ => parts.push(format!("{} mille", below_million(thousands, false))),
    }
    if rest != 0 {
        parts.push(below_thousand(rest, true, feminine));
    }
    parts.join(" ")
}

/// From one; « cents » and « quatre-vingts » take their s only at the end.
fn below_thousand(number: u64, at_end: bool, feminine: bool) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let mut parts = Vec::new();
    match hundreds {
        0 => {}
        1 => parts.push("cent".to_owned()),
        _ => {
            let agrees = at_end && rest == 0;
            parts.push(format!("{} {}", small(hundreds), if agrees { "cents" } else { "cent" }));
        }
    }
    if rest != 0 {
        let mut words = below_hundred(rest, at_end);
        // « cent onze » and « soixante et onze » do not end in one.
        if feminine && (words == "un" || words.ends_with(" un") || words.ends_with("-un")) {
            words.push('e');
        }
        parts.push(words);
    }
    parts.join(" ")
}

fn below_hundred(number: u64, at_end: bool) -> String {
    let ten = match number {
        0..=16 => return small(number).to_owned(),
        17..=19 => return format!("dix-{}", small(number - 10)),
        20..=29 => "vingt",
        30..=39 => "trente",
        40..=49 => "quarante",
        50..=59 => "cinquante",
        60..=79 => "soixante",
        80 => return (if at_end { "quatre-vingts" } else { "quatre-vingt" }).to_owned(),
        _ => "quatre-vingt",
    };
    // Sixty and eighty count on to nineteen.
    let base = if number < 60 { number / 10 * 10 } else { number / 20 * 20 };
    match number - base {
        0 => ten.to_owned(),
        1 | 11 if number < 80 => format!("{ten} et {}", small(number - base)),
        rest => format!("{ten}-{}", below_hundred(rest, false)),
    }
}

fn small(number: u64) -> &'static str {
    usize::try_from(number).ok().and_then(|index| TO_SIXTEEN.get(index)).copied().unwrap_or_default()
}
