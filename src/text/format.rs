//! Amounts, rates, dates and counts as each language writes them, with the spaces typography asks for.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

use super::Lang;
use crate::base::{Amount, Currency, Rate};

/// Narrow no-break space: groups of thousands in French.
const NARROW: char = '\u{202f}';
/// No-break space: before units and tall punctuation in French.
const NBSP: char = '\u{a0}';

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Whether a word is the name of a month in either language.
#[must_use]
pub fn is_month(word: &str) -> bool {
    MONTHS_FR.contains(&word) || MONTHS_EN.contains(&word)
}

const SHORT_MONTHS_FR: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const SHORT_MONTHS_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// An amount without its currency: `3 480,00`, `3,480.00`.
#[must_use]
pub fn number(lang: Lang, amount: Amount) -> String {
    let plain = amount.to_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |digits| ("−", digits));
    let (whole, cents) = digits.split_once('.').unwrap_or((digits, "00"));
    let mut text = String::with_capacity(plain.len() + 4);
    text.push_str(sign);
    let mark = lang.pick(NARROW, ',');
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text.push(lang.pick(',', '.'));
    text.push_str(cents);
    text
}

/// An amount with its currency: `3 480,00 €`, `€3,480.00`.
#[must_use]
pub fn money(lang: Lang, amount: Amount, currency: Currency) -> String {
    let number = number(lang, amount);
    let sign = currency.sign();
    match lang {
        Lang::Fr => format!("{number}{NBSP}{sign}"),
        Lang::En if sign.len() == 3 && sign.is_ascii() => format!("{sign}{NBSP}{number}"),
        Lang::En => match number.strip_prefix('−') {
            Some(rest) => format!("−{sign}{rest}"),
            None => format!("{sign}{number}"),
        },
    }
}

/// A yearly rate: `12,15 %`, `12.15%`. At least two places, more where the rate has them.
#[must_use]
pub fn rate(lang: Lang, rate: Rate) -> String {
    match lang {
        Lang::Fr => format!("{}{NBSP}%", rate.to_string().replace('.', ",").replace('-', "−")),
        Lang::En => format!("{}%", rate.to_string().replace('-', "−")),
    }
}

/// A yearly cost, to a tenth: `37,2 %`, `2 281,3 %`.
#[must_use]
pub fn yearly_cost(lang: Lang, cost: Rate) -> String {
    let text = cost.to_string();
    let (whole, places) = text.split_once('.').unwrap_or((&text, "0"));
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole| integer(lang, whole));
    let tenth = places.get(..1).unwrap_or("0");
    match lang {
        Lang::Fr => format!("{whole},{tenth}{NBSP}%"),
        Lang::En => format!("{whole}.{tenth}%"),
    }
}

/// Digits only: `15/03/2026` in both languages (day first).
#[must_use]
pub fn date_digits(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

/// For a table of a document: `15/03/2026`; in English, where that would be read as a month or as a day, `15 Mar 2026`.
#[must_use]
pub fn date_in_table(lang: Lang, day: NaiveDate) -> String {
    match lang {
        Lang::Fr => date_digits(day),
        Lang::En => format!("{}{NBSP}{}{NBSP}{}", day.day(), name(&SHORT_MONTHS_EN, day), day.year()),
    }
}

/// In full: `1er mars 2026`, `1 March 2026`.
#[must_use]
pub fn date(lang: Lang, day: NaiveDate) -> String {
    format!("{}{NBSP}{} {}", day_number(lang, day), month(lang, day), day.year())
}

/// With its weekday: `vendredi 11 décembre 2026`, `Friday 11 December 2026`.
#[must_use]
pub fn date_with_weekday(lang: Lang, day: NaiveDate) -> String {
    format!("{} {}", weekday(lang, day.weekday()), date(lang, day))
}

/// Short, with the year only where it is not the given one: `15 mars`, `1er juil. 2025`.
#[must_use]
pub fn date_short(lang: Lang, day: NaiveDate, year: i32) -> String {
    let names = lang.pick(&SHORT_MONTHS_FR, &SHORT_MONTHS_EN);
    let text = format!("{}{NBSP}{}", day_number(lang, day), name(names, day));
    if day.year() == year { text } else { format!("{text}{NBSP}{}", day.year()) }
}

/// A time of day: « 14 h 30 », `14:30`.
#[must_use]
pub fn time(lang: Lang, time: NaiveTime) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    match (lang, minute) {
        (Lang::Fr, 0) => format!("{hour}\u{a0}h"),
        (Lang::Fr, _) => format!("{hour}\u{a0}h\u{a0}{minute:02}"),
        (Lang::En, _) => format!("{hour}:{minute:02}"),
    }
}

/// A run of days for a row of the working: `16 mars – 30 juin 2026`, `1er juil. 2025 – 31 janv. 2026`.
#[must_use]
pub fn date_range(lang: Lang, from: NaiveDate, to: NaiveDate) -> String {
    if from == to {
        return date(lang, from);
    }
    let names = lang.pick(&SHORT_MONTHS_FR, &SHORT_MONTHS_EN);
    let start = if (from.year(), from.month()) == (to.year(), to.month()) {
        day_number(lang, from)
    } else {
        date_short(lang, from, to.year())
    };
    format!("{start} – {}{NBSP}{} {}", day_number(lang, to), name(names, to), to.year())
}

/// A count with its noun: `1 jour`, `143 jours`; French counts zero and one as singular.
#[must_use]
pub fn count(lang: Lang, n: i64, one: &str, many: &str) -> String {
    let singular = match lang {
        Lang::Fr => n.abs() < 2,
        Lang::En => n.abs() == 1,
    };
    format!("{}{NBSP}{}", integer(lang, n), if singular { one } else { many })
}

/// A whole number in groups of three.
#[must_use]
pub fn integer(lang: Lang, n: i64) -> String {
    let text = number(lang, Amount::from_cents(n.saturating_mul(100)));
    text.strip_suffix(lang.pick(",00", ".00")).unwrap_or(&text).to_owned()
}

/// Days: `1 jour`, `143 days`.
#[must_use]
pub fn days(lang: Lang, n: i64) -> String {
    count(lang, n, lang.pick("jour", "day"), lang.pick("jours", "days"))
}

/// Items of a list in a sentence: `a`, `a et b`, `a, b et c`.
#[must_use]
pub fn list(lang: Lang, items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [head @ .., last] => format!("{} {} {last}", head.join(", "), lang.pick("et", "and")),
    }
}

/// The first of the month is an ordinal in French.
fn day_number(lang: Lang, day: NaiveDate) -> String {
    match (lang, day.day()) {
        (Lang::Fr, 1) => "1er".to_owned(),
        (_, number) => number.to_string(),
    }
}

/// The month of a day with its year: `septembre 2026`.
#[must_use]
pub fn month_of_year(lang: Lang, day: NaiveDate) -> String {
    format!("{} {}", month(lang, day), day.year())
}

fn month(lang: Lang, day: NaiveDate) -> &'static str {
    name(lang.pick(&MONTHS_FR, &MONTHS_EN), day)
}

fn name(names: &[&'static str; 12], day: NaiveDate) -> &'static str {
    usize::try_from(day.month0()).ok().and_then(|index| names.get(index)).copied().unwrap_or_default()
}

fn weekday(lang: Lang, day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => lang.pick("lundi", "Monday"),
        Weekday::Tue => lang.pick("mardi", "Tuesday"),
        Weekday::Wed => lang.pick("mercredi", "Wednesday"),
        Weekday::Thu => lang.pick("jeudi", "Thursday"),
        Weekday::Fri => lang.pick("vendredi", "Friday"),
        Weekday::Sat => lang.pick("samedi", "Saturday"),
        Weekday::Sun => lang.pick("dimanche", "Sunday"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;

    fn seen(text: &str) -> String {
        text.replace(NARROW, "_").replace(NBSP, "~")
    }

    #[test]
    fn amounts_follow_each_language() {
        for (cents, french, english) in [
            (348_000, "3_480,00~€", "€3,480.00"),
            (5, "0,05~€", "€0.05"),
            (100_000_000, "1_000_000,00~€", "€1,000,000.00"),
            (-99_999, "−999,99~€", "−€999.99"),
        ] {
            assert_eq!(seen(&money(Lang::Fr, Amount::from_cents(cents), Currency::EUR)), french);
            assert_eq!(seen(&money(Lang::En, Amount::from_cents(cents), Currency::EUR)), english);
        }
        assert_eq!(seen(&money(Lang::En, Amount::from_cents(100), Currency::CHF)), "CHF~1.00");
    }

    #[test]
    fn dates_follow_each_language() {
        let day = |text| parse_iso(text).unwrap();
        assert_eq!(seen(&date(Lang::Fr, day("2026-03-01"))), "1er~mars 2026");
        assert_eq!(seen(&date(Lang::En, day("2026-03-01"))), "1~March 2026");
        assert_eq!(date_in_table(Lang::Fr, day("2026-03-01")), "01/03/2026");
        assert_eq!(seen(&date_in_table(Lang::En, day("2026-03-01"))), "1~Mar~2026");
        assert_eq!(seen(&date_with_weekday(Lang::Fr, day("2026-12-11"))), "vendredi 11~décembre 2026");
        assert_eq!(seen(&date_range(Lang::Fr, day("2026-07-01"), day("2026-07-02"))), "1er – 2~juil. 2026");
        assert_eq!(
            seen(&date_range(Lang::Fr, day("2026-03-16"), day("2026-06-30"))),
            "16~mars – 30~juin 2026"
        );
        assert_eq!(
            seen(&date_range(Lang::En, day("2025-12-31"), day("2026-01-01"))),
            "31~Dec~2025 – 1~Jan 2026"
        );
    }

    #[test]
    fn counts_agree_with_their_noun() {
        assert_eq!(seen(&days(Lang::Fr, 0)), "0~jour");
        assert_eq!(seen(&days(Lang::En, 0)), "0~days");
        assert_eq!(seen(&days(Lang::Fr, 1)), "1~jour");
        assert_eq!(seen(&days(Lang::Fr, 1_252)), "1_252~jours");
    }

    #[test]
    fn rates_follow_each_language() {
        let rate_of = |text| Rate::parse(text).unwrap();
        assert_eq!(seen(&rate(Lang::Fr, rate_of("12.4"))), "12,40~%");
        assert_eq!(rate(Lang::En, rate_of("8.125")), "8.125%");
    }
}
