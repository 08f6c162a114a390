//! Amounts in words, as an acknowledgement of debt wants them beside the figures (C. civ. art. 1376, read November 2026:
//! where the two differ, the words are what counts).
//!
//! French as printed before 1990 (hyphens below a hundred, none beside « et »), English as a British lawyer writes it:
//! "one hundred and one". No part for the cents where there are none.

mod english;
mod french;

use super::Lang;
use crate::base::{Amount, Currency};

/// What a currency and its hundredths are called, one and several of each.
#[derive(Clone, Copy, Debug)]
struct Names<'a> {
    one: &'a str,
    many: &'a str,
    cent: &'a str,
    cents: &'a str,
    /// In French « une livre », but « un euro ».
    feminine: bool,
}

/// Writes a whole number; the noun after it is of that gender.
type Number = fn(u64, bool) -> String;

/// An amount in words, its currency and cents with it.
///
/// ```
/// use relance::base::{Amount, Currency};
/// use relance::text::{Lang, in_words::in_words};
/// let amount = Amount::from_cents(120_050);
/// assert_eq!(in_words(Lang::Fr, amount, Currency::EUR), "mille deux cents euros et cinquante centimes");
/// assert_eq!(in_words(Lang::En, amount, Currency::EUR), "one thousand two hundred euros and fifty cents");
/// ```
#[must_use]
pub fn in_words(lang: Lang, amount: Amount, currency: Currency) -> String {
    let hundredths = amount.cents().unsigned_abs();
    let (whole, cents) = (hundredths / 100, hundredths % 100);
    let names = lang.pick(french::names(&currency), english::names(&currency));
    let number: Number = lang.pick(french::number, english::number);
    let is_one = |n: u64| n == 1 || (n == 0 && lang == Lang::Fr);
    let name = if is_one(whole) { names.one } else { names.many };
    let link = if lang == Lang::Fr { french::link(whole, name) } else { " " };
    let mut text = format!("{}{link}{name}", number(whole, names.feminine));
    if cents != 0 {
        let name = if is_one(cents) { names.cent } else { names.cents };
        text = format!("{text} {} {} {name}", lang.pick("et", "and"), number(cents, false));
    }
    if amount < Amount::ZERO {
        text = format!("{} {text}", lang.pick("moins", "minus"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn french(cents: i64) -> String {
        in_words(Lang::Fr, Amount::from_cents(cents), Currency::EUR)
    }

    fn english(cents: i64) -> String {
        in_words(Lang::En, Amount::from_cents(cents), Currency::EUR)
    }

    #[test]
    fn french_agrees_in_number() {
        for (cents, words) in [
            (0, "zéro euro"),
            (1, "zéro euro et un centime"),
            (100, "un euro"),
            (101, "un euro et un centime"),
            (200, "deux euros"),
            (2_180, "vingt et un euros et quatre-vingts centimes"),
            (7_171, "soixante et onze euros et soixante et onze centimes"),
            (8_000, "quatre-vingts euros"),
            (8_181, "quatre-vingt-un euros et quatre-vingt-un centimes"),
            (9_991, "quatre-vingt-dix-neuf euros et quatre-vingt-onze centimes"),
            (20_000, "deux cents euros"),
            (20_100, "deux cent un euros"),
            (28_000, "deux cent quatre-vingts euros"),
            (100_000, "mille euros"),
            (120_050, "mille deux cents euros et cinquante centimes"),
            (8_000_000, "quatre-vingt mille euros"),
            (20_000_000, "deux cent mille euros"),
            (100_000_000, "un million d’euros"),
            (100_000_050, "un million d’euros et cinquante centimes"),
            (100_000_100, "un million un euros"),
            (100_100_000, "un million mille euros"),
            (8_000_000_000, "quatre-vingts millions d’euros"),
            (20_000_000_000, "deux cents millions d’euros"),
            (100_000_000_000, "un milliard d’euros"),
            (300_000_000_000_000, "trois mille milliards d’euros"),
            (-250, "moins deux euros et cinquante centimes"),
        ] {
            assert_eq!(french(cents), words);
        }
    }

    #[test]
    fn english_has_its_ands_and_hyphens() {
        for (cents, words) in [
            (0, "zero euros"),
            (1, "zero euros and one cent"),
            (100, "one euro"),
            (2_150, "twenty-one euros and fifty cents"),
            (10_100, "one hundred and one euros"),
            (100_100, "one thousand and one euros"),
            (123_456, "one thousand two hundred and thirty-four euros and fifty-six cents"),
            (100_000_000, "one million euros"),
            (100_000_100, "one million and one euros"),
            (10_100_000, "one hundred and one thousand euros"),
            (100_000_000_000, "one billion euros"),
            (-250, "minus two euros and fifty cents"),
        ] {
            assert_eq!(english(cents), words);
        }
    }

    #[test]
    fn other_currencies_have_their_names_and_gender() {
        let amount = |cents| Amount::from_cents(cents);
        let currency = |code| Currency::parse(code).unwrap();
        for (cents, code, french, english) in [
            (
                2_101,
                "GBP",
                "vingt et une livres sterling et un penny",
                "twenty-one pounds sterling and one penny",
            ),
            (
                10_102,
                "GBP",
                "cent une livres sterling et deux pence",
                "one hundred and one pounds sterling and two pence",
            ),
            (100_000_000, "GBP", "un million de livres sterling", "one million pounds sterling"),
            (100, "CHF", "un franc suisse", "one Swiss franc"),
            (
                120_050,
                "CHF",
                "mille deux cents francs suisses et cinquante centimes",
                "one thousand two hundred Swiss francs and fifty centimes",
            ),
            (250, "USD", "deux dollars américains et cinquante cents", "two US dollars and fifty cents"),
            (250, "SEK", "deux SEK et cinquante centièmes", "two SEK and fifty hundredths"),
            (200_000_000, "SEK", "deux millions de SEK", "two million SEK"),
        ] {
            assert_eq!(in_words(Lang::Fr, amount(cents), currency(code)), french);
            assert_eq!(in_words(Lang::En, amount(cents), currency(code)), english);
        }
    }

    /// Below a hundred as printed in a grammar: one word a line of twenty, no rule shared with the program.
    const FRENCH_TO_99: &str = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze \
        seize dix-sept dix-huit dix-neuf vingt vingt_et_un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six \
        vingt-sept vingt-huit vingt-neuf trente trente_et_un trente-deux trente-trois trente-quatre trente-cinq \
        trente-six trente-sept trente-huit trente-neuf quarante quarante_et_un quarante-deux quarante-trois \
        quarante-quatre quarante-cinq quarante-six quarante-sept quarante-huit quarante-neuf cinquante cinquante_et_un \
        cinquante-deux cinquante-trois cinquante-quatre cinquante-cinq cinquante-six cinquante-sept cinquante-huit \
        cinquante-neuf soixante soixante_et_un soixante-deux soixante-trois soixante-quatre soixante-cinq soixante-six \
        soixante-sept soixante-huit soixante-neuf soixante-dix soixante_et_onze soixante-douze soixante-treize \
        soixante-quatorze soixante-quinze soixante-seize soixante-dix-sept soixante-dix-huit soixante-dix-neuf \
        quatre-vingts quatre-vingt-un quatre-vingt-deux quatre-vingt-trois quatre-vingt-quatre quatre-vingt-cinq \
        quatre-vingt-six quatre-vingt-sept quatre-vingt-huit quatre-vingt-neuf quatre-vingt-dix quatre-vingt-onze \
        quatre-vingt-douze quatre-vingt-treize quatre-vingt-quatorze quatre-vingt-quinze quatre-vingt-seize \
        quatre-vingt-dix-sept quatre-vingt-dix-huit quatre-vingt-dix-neuf";

    #[test]
    fn every_whole_french_amount_below_two_thousand() {
        let table: Vec<String> = FRENCH_TO_99.split_whitespace().map(|word| word.replace('_', " ")).collect();
        assert_eq!(table.len(), 100);
        let hundreds = [
            "",
            "cent",
            "deux cent",
            "trois cent",
            "quatre cent",
            "cinq cent",
            "six cent",
            "sept cent",
            "huit cent",
            "neuf cent",
        ];
        let mut number: usize = 0;
        for thousand in ["", "mille"] {
            for (index, hundred) in hundreds.iter().enumerate() {
                for (rest, word) in table.iter().enumerate() {
                    // « cents » only where nothing follows and there are several; zero only where it is alone.
                    let hundred =
                        if rest == 0 && index > 1 { format!("{hundred}s") } else { (*hundred).to_owned() };
                    let rest = if rest == 0 && number > 0 { "" } else { word.as_str() };
                    let parts: Vec<&str> =
                        [thousand, &hundred, rest].into_iter().filter(|part| !part.is_empty()).collect();
                    let noun = if number < 2 { "euro" } else { "euros" };
                    let cents = i64::try_from(number * 100).unwrap();
                    assert_eq!(french(cents), format!("{} {noun}", parts.join(" ")), "{number}");
                    number += 1;
                }
            }
        }
        assert_eq!(number, 2_000);
    }

    #[test]
    fn the_largest_amounts_have_words() {
        assert_eq!(
            french(99_999_999_999),
            "neuf cent quatre-vingt-dix-neuf millions neuf cent quatre-vingt-dix-neuf mille neuf cent \
             quatre-vingt-dix-neuf euros et quatre-vingt-dix-neuf centimes"
        );
        for cents in [i64::MAX, i64::MIN] {
            assert!(french(cents).contains("milliards") && english(cents).contains("billion"));
        }
    }
}
