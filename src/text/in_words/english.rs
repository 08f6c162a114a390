//! English numbers in words, British: "one thousand two hundred and thirty-four", "one million and one".

use super::Names;
use crate::base::Currency;

const TO_NINETEEN: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const THOUSANDS: [(u64, &str); 3] = [(1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")];

/// What a currency is called.
pub(super) fn names(currency: &Currency) -> Names<'_> {
    let (one, many, cent, cents) = match currency.code() {
        "EUR" => ("euro", "euros", "cent", "cents"),
        "GBP" => ("pound sterling", "pounds sterling", "penny", "pence"),
        "CHF" => ("Swiss franc", "Swiss francs", "centime", "centimes"),
        "USD" => ("US dollar", "US dollars", "cent", "cents"),
        code => (code, code, "hundredth", "hundredths"),
    };
    Names { one, many, cent, cents, feminine: false }
}

/// A whole number; nouns have no gender here.
pub(super) fn number(number: u64, _feminine: bool) -> String {
    if number == 0 {
        return "zero".to_owned();
    }
    let mut parts = Vec::new();
    let mut left = number;
    for (unit, name) in THOUSANDS {
        let count = left / unit;
        left %= unit;
        if count != 0 {
            // Beyond a thousand billions the count itself is in thousands.
            parts.push(format!("{} {name}", self::number(count, false)));
        }
    }
    if left != 0 {
        let joined = !parts.is_empty() && left < 100;
        parts.push(format!("{}{}", if joined { "and " } else { "" }, below_thousand(left)));
    }
    parts.join(" ")
}

fn below_thousand(number: u64) -> String {
    match (number / 100, number % 100) {
        (0, rest) => below_hundred(rest),
        (hundreds, 0) => format!("{} hundred", word(&TO_NINETEEN, hundreds)),
        (hundreds, rest) => format!("{} hundred and {}", word(&TO_NINETEEN, hundreds), below_hundred(rest)),
    }
}

fn below_hundred(number: u64) -> String {
    match (number / 10, number % 10) {
        (0 | 1, _) => word(&TO_NINETEEN, number).to_owned(),
        (tens, 0) => word(&TENS, tens).to_owned(),
        (tens, ones) => format!("{}-{}", word(&TENS, tens), word(&TO_NINETEEN, ones)),
    }
}

fn word(words: &[&'static str], index: u64) -> &'static str {
    usize::try_from(index).ok().and_then(|index| words.get(index)).copied().unwrap_or_default()
}
