//! What a text says that nothing known explains: a sum, a number of days, a day of the week, VAT on penalties.

use std::ops::Range;

use chrono::NaiveDate;

use super::reading::{is_space, numbers, words};
use super::{Fact, Lack, Purpose, Words};
use crate::documents::context::TextContext;
use crate::text::{Lang, format};

/// Figures with their place in a text: in bytes, with the mark or word that says what they count.
pub(super) type Figures = Vec<(Range<usize>, String)>;

/// Words after a figure that make it a sum of money.
const CURRENCIES: [&str; 9] = ["€", "eur", "euro", "euros", "chf", "gbp", "£", "francs", "pounds"];

/// Every sum of money of a text, with its currency: `2 766,79 €` and its figure `2766,79`.
#[must_use]
pub(super) fn amounts(text: &str) -> Figures {
    numbers(text)
        .into_iter()
        .filter_map(|(range, figure)| {
            if let Some(end) = unit_after(text, range.end, &CURRENCIES) {
                return Some((range.start..end, figure));
            }
            let mark = text.get(..range.start)?.chars().next_back().filter(|c| matches!(c, '€' | '£'))?;
            Some((range.start - mark.len_utf8()..range.end, figure))
        })
        .collect()
}

/// Every number of days.
fn days(text: &str) -> Figures {
    let found = numbers(text).into_iter();
    let unit = |range: &Range<usize>| unit_after(text, range.end, &["jours", "jour", "days", "day"]);
    found.filter_map(|(range, figure)| Some((range.start..unit(&range)?, figure))).collect()
}

/// The place after one of these words, where it follows at once or after one space.
fn unit_after(text: &str, end: usize, units: &[&str]) -> Option<usize> {
    let rest = text.get(end..)?;
    let space = rest.chars().next().filter(|c| is_space(*c)).map_or(0, char::len_utf8);
    let rest = rest.get(space..)?;
    let first = rest.chars().next()?;
    let length = if first.is_alphabetic() {
        rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
    } else {
        first.len_utf8()
    };
    let unit = rest.get(..length)?.to_lowercase();
    units.contains(&unit.as_str()).then_some(end + space + length)
}

/// What the edited text says wrongly.
pub(super) fn wrong(
    context: &TextContext,
    purpose: Purpose,
    proposed: Words<'_>,
    edited: Words<'_>,
) -> Vec<Lack> {
    let whole = proposed.whole();
    let figures = |found: Figures| found.into_iter().map(|(_, figure)| figure).collect::<Vec<_>>();
    let mut sums = figures(amounts(&whole));
    sums.extend(known_sums(context).flat_map(|sum| figures(amounts(sum))));
    // Days of the working are counted, not granted.
    let mut counts = figures(days(&proposed.own()));
    let known_days = context.invoices.iter().map(|invoice| &invoice.days_late);
    counts.extend(
        known_days.chain([&context.deadline_days, &context.longest]).flat_map(|it| figures(days(it))),
    );
    let is_strict = matches!(purpose, Purpose::FormalNotice | Purpose::Agreement | Purpose::PenaltyNote);
    let mut found = Vec::new();
    for (at, passage) in edited.passages.iter().enumerate() {
        let mut add = |fact, range: Range<usize>, line: String, is_mandatory| {
            let value = passage.get(range.clone()).unwrap_or_default().to_owned();
            found.push(Lack { fact, value, line, is_mandatory, place: Some((at, range)) });
        };
        for (range, right) in foreign(passage, proposed.passages, &sums, amounts) {
            let is_mandatory = is_strict && !right.is_empty();
            add(Fact::WrongSum, range, right, is_mandatory);
        }
        let counted = foreign(passage, proposed.passages, &counts, days);
        for (range, right) in counted.into_iter().filter(|(_, right)| !right.is_empty()) {
            add(Fact::WrongDays, range, right, is_strict);
        }
        for (range, right) in wrong_weekdays(passage, context.lang) {
            add(Fact::WrongWeekday, range, right, false);
        }
        if purpose == Purpose::PenaltyNote
            && let Some(range) = vat_counted(passage)
        {
            add(Fact::WrongVat, range, String::new(), true);
        }
    }
    found
}

/// The sums that are known whether the proposed text says them or not.
fn known_sums(context: &TextContext) -> impl Iterator<Item = &String> {
    let own = [
        &context.total,
        &context.claimed,
        &context.asked,
        &context.principal,
        &context.interest,
        &context.indemnity,
        &context.penalties,
        &context.penalties_due,
        &context.set_off,
        &context.disputed,
        &context.daily,
        &context.extras,
        &context.movements,
    ];
    let invoices = context.invoices.iter().flat_map(|it| {
        [&it.amount, &it.deducted, &it.balance, &it.received, &it.credits, &it.accrued, &it.not_due]
    });
    own.into_iter().chain(invoices)
}

/// Figures of a passage that are not known, each with what stood in its place in the proposed text; nothing where that
/// is not to be told.
fn foreign(
    passage: &str,
    proposed: &[String],
    known: &[String],
    read: impl Fn(&str) -> Figures,
) -> Vec<(Range<usize>, String)> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in passage.split_inclusive('\n') {
        let stated = read(line);
        let mut other = stated.iter().filter(|(_, figure)| !known.contains(figure)).peekable();
        if other.peek().is_some() {
            let before = counterpart(line, proposed).unwrap_or_default();
            let mut gone = read(before)
                .into_iter()
                .filter(|(_, figure)| stated.iter().all(|(_, now)| now != figure))
                .map(|(range, _)| before.get(range).unwrap_or_default().to_owned());
            for (range, _) in other {
                found.push((start + range.start..start + range.end, gone.next().unwrap_or_default()));
            }
        }
        start += line.len();
    }
    found
}

/// The line of the proposed text that has most words in common with this one: half of them at least.
fn counterpart<'a>(line: &str, proposed: &'a [String]) -> Option<&'a str> {
    let split = |text: &str| {
        let read = words(text);
        read.split(' ').filter(|word| word.chars().count() > 2).map(str::to_owned).collect::<Vec<_>>()
    };
    let own = split(line);
    let shared = |other: &str| {
        let other = split(other);
        own.iter().filter(|word| other.contains(word)).count()
    };
    let lines = proposed.iter().flat_map(|passage| passage.lines());
    let (count, best) = lines.map(|other| (shared(other), other)).max_by_key(|(count, _)| *count)?;
    (count > 0 && own.len() <= count * 2 + 1).then_some(best)
}

/// Dates that begin with another day of the week than their own, with the right one.
fn wrong_weekdays(text: &str, lang: Lang) -> Vec<(Range<usize>, String)> {
    let mut places: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for part in text.split(char::is_whitespace) {
        if !part.is_empty() {
            places.push(start..start + part.len());
        }
        start += part.len()
            + text.get(start + part.len()..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    }
    places.windows(4).filter_map(|place| wrong_weekday(text, place, lang)).collect()
}

fn wrong_weekday(text: &str, place: &[Range<usize>], lang: Lang) -> Option<(Range<usize>, String)> {
    let [weekday, day, month, year] = place else { return None };
    let at = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    let named = at(weekday).trim_start_matches(|c: char| !c.is_alphabetic());
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>();
    let (number, year_digits) = (digits(at(day)), digits(at(year)));
    if number.is_empty() || year_digits.len() != 4 {
        return None;
    }
    let (number, year_number) = (number.parse().ok()?, year_digits.parse().ok()?);
    let told = words(at(month));
    let date = (1..=12)
        .filter_map(|month| NaiveDate::from_ymd_opt(year_number, month, number))
        .find(|date| words(&format::date(lang, *date)).split(' ').any(|word| word == told))?;
    let (right, other) = (words(&format::date_with_weekday(lang, date)), words(named));
    let is_weekday = (0..7).any(|later| {
        let name = words(&format::date_with_weekday(lang, date + chrono::Days::new(later)));
        name.split(' ').next() == Some(other.trim_end_matches(','))
    });
    if !is_weekday || right.split(' ').next() == Some(other.trim_end_matches(',')) {
        return None;
    }
    let begins = weekday.end - named.len();
    Some((begins..year.start + year_digits.len(), format::date_with_weekday(lang, date)))
}

/// Where VAT is counted: a rate in a sentence that names it.
fn vat_counted(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for sentence in text.split_inclusive(['\n', ';']).flat_map(|line| line.split_inclusive(". ")) {
        let range = start..start + sentence.len();
        start = range.end;
        let read = words(sentence);
        let names = |tax: &str| read.split(|c: char| !c.is_alphabetic()).any(|word| word == tax);
        if (names("tva") || names("vat")) && read.contains('%') {
            let trimmed = sentence.trim();
            let begins = range.start + (sentence.len() - sentence.trim_start().len());
            return Some(begins..begins + trimmed.len());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_found_with_their_currency() {
        let text = "Le 15 mars 2026, 2\u{202f}480,00\u{a0}€ puis 40 euros, €2,766.79 et 17 jours.";
        let found: Vec<(&str, String)> =
            amounts(text).into_iter().map(|(range, figure)| (&text[range], figure)).collect();
        let expected = [("2\u{202f}480,00\u{a0}€", "2480"), ("40 euros", "40"), ("€2,766.79", "2766,79")];
        assert_eq!(found, expected.map(|(text, figure)| (text, figure.to_owned())));
        assert_eq!(days(text).len(), 1);
    }

    #[test]
    fn a_date_has_its_own_day_of_the_week() {
        let text = "Avant le mardi 30 novembre 2026, ou le lundi 30\u{a0}novembre 2026.";
        let wrong = wrong_weekdays(text, Lang::Fr);
        assert_eq!(wrong.len(), 1, "{wrong:?}");
        let (range, right) = &wrong[0];
        assert_eq!(&text[range.clone()], "mardi 30 novembre 2026");
        assert_eq!(words(right), "lundi 30 novembre 2026");
        assert!(wrong_weekdays("by Monday 30 November 2026", Lang::En).is_empty());
        assert_eq!(wrong_weekdays("by Friday 30 November 2026", Lang::En).len(), 1);
    }

    #[test]
    fn vat_on_penalties_is_seen() {
        assert!(vat_counted("Le taux est de 12,15\u{a0}%. Hors champ de la TVA.").is_none());
        let text = "Merci. S’y ajoute la TVA à 20 %. Bien à vous";
        assert_eq!(vat_counted(text).map(|range| &text[range]), Some("S’y ajoute la TVA à 20 %."));
    }
}
