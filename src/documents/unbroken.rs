//! What a line of a letter does not break: numbers at their hyphen (« 2026-014 »), an article after its word (« article
//! L441-10 ») with the code before it (« C. com. art. L441-10 »), a number and its unit, « page 2 », « M. Dupont », a month
//! before its year, « à régler », « × » and « ÷ » with what is before them, a postcode and its town, « e-mail » and
//! « ci-dessous ». The hyphen
//! stays the ordinary one, so that what is copied from the letter can be searched for.

use crate::base::signs::straight;
use crate::text::format;

/// Characters of what is kept on one line; a longer one breaks wherever it must.
const LONGEST: usize = 32;

/// Words that stay with a number after them: « article L441-10 ».
const BEFORE_NUMBERS: [&str; 5] = ["article", "articles", "art.", "section", "sections"];

/// What codes are called for short, and what stands before them: « C. », « com. », « CPC ».
const CODES: [&str; 17] = [
    "c.", "com.", "civ.", "conso.", "cons.", "mon.", "fin.", "proc.", "trav.", "cpc", "cpce", "cgi", "cmf",
    "ccp", "cja", "co", "bgb",
];

/// What a reference to a code begins with after its name.
const AFTER_CODES: [&str; 11] =
    ["com.", "civ.", "conso.", "cons.", "mon.", "proc.", "trav.", "fin.", "art.", "article", "articles"];

/// What is counted: it stays with its number.
const UNITS: [&str; 39] = [
    "jour", "jours", "mois", "an", "ans", "année", "années", "semaine", "semaines", "minute", "minutes",
    "heure", "heures", "h", "euro", "euros", "point", "points", "semestre", "page", "pages", "pièce",
    "pièces", "facture", "factures", "centime", "centimes", "day", "days", "month", "months", "year",
    "years", "week", "weeks", "hour", "hours", "exhibits", "invoices",
];

/// Words that stay with a plain number after them: « page 2 », « pièce 3 », « annexe 1 ».
const COUNTED: [&str; 14] = [
    "page", "pages", "pièce", "pièces", "annexe", "cerfa", "alinéa", "al.", "n°", "no.", "exhibit", "p.",
    "form", "§",
];

/// Titles that stay with the name after them.
const TITLES: [&str; 10] = ["m.", "mm.", "mme", "mmes", "me", "dr", "mr", "mrs", "ms", "monsieur"];

/// Words that stay with « n° ».
const NUMBERED: [&str; 4] = ["facture", "factures", "Facture", "Factures"];

/// A text in runs, each with whether it stays on one line. Put together they are the text, without signs that would turn the
/// direction of what follows them.
#[must_use]
pub fn runs(text: &str) -> Vec<(bool, String)> {
    let text = straight(text);
    let mut runs: Vec<(bool, String)> = Vec::new();
    let mut chunks = text.split_inclusive(char::is_whitespace).peekable();
    while let Some(chunk) = chunks.next() {
        let mut kept = String::new();
        let mut last = chunk;
        let mut is_kept = is_number(chunk.trim_end()) || is_short_compound(chunk.trim_end());
        while let Some(next) = chunks.next_if(|next| {
            let length = kept.chars().count() + last.chars().count() + next.trim_end().chars().count();
            holds(last, next.trim_end()) && length <= LONGEST
        }) {
            kept.push_str(last);
            last = next;
            is_kept = true;
        }
        let word = last.trim_end();
        let space = last.strip_prefix(word).unwrap_or_default();
        let plain = if is_kept {
            kept.push_str(word);
            runs.push((true, kept));
            space
        } else {
            last
        };
        match runs.last_mut() {
            Some((false, last)) => last.push_str(plain),
            _ if plain.is_empty() => {}
            _ => runs.push((false, plain.to_owned())),
        }
    }
    runs
}

/// A word and its space that stay on one line with the word after them.
fn holds(chunk: &str, next: &str) -> bool {
    let word = chunk.trim_end();
    let ends_line = chunk.ends_with('\n');
    let named =
        word.trim_start_matches(['(', '«', '“', '\u{a0}', '’']).rsplit('’').next().unwrap_or_default();
    let lower = named.to_lowercase();
    let bare = next.trim_end_matches(['.', ',', ';', ':', ')', '»', '”', '\u{a0}']);
    let is_one = |words: &[&str], word: &str| words.contains(&word);
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_year = || next.chars().take_while(char::is_ascii_digit).count() == 4;
    !ends_line
        && (is_one(&BEFORE_NUMBERS, &lower) && is_reference(next)
            || is_one(&CODES, &lower) && (is_one(&AFTER_CODES, &next.to_lowercase()) || is_reference(next))
            || is_number(named) && is_one(&UNITS, &bare.to_lowercase())
            || is_one(&COUNTED, &lower) && is_number(next)
            || is_one(&TITLES, &lower) && next.starts_with(char::is_uppercase)
            || NUMBERED.contains(&named) && next.starts_with("n°")
            || format::is_month(named) && is_year()
            || lower == "à" && bare == "régler"
            || !word.is_empty() && ["×", "÷"].contains(&bare)
            || is_postcode(named) && next.starts_with(char::is_uppercase))
}

/// Five digits, which a town follows: « 38000 Grenoble ».
fn is_postcode(word: &str) -> bool {
    word.len() == 5 && word.chars().all(|c| c.is_ascii_digit())
}

/// An article of a code: « 1226 », « L441-10 », « R2192-31 ».
fn is_reference(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|c| {
        c.is_ascii_digit()
            || "LRDA".contains(c) && letters.next().is_some_and(|c| c.is_ascii_digit() || c == '.')
    })
}

/// A word with a hyphen before a digit, short enough for a line.
fn is_number(word: &str) -> bool {
    let mut before = ' ';
    let mut has_hyphen = false;
    for (at, after) in word.chars().zip(word.chars().skip(1)) {
        has_hyphen |= before.is_alphanumeric() && at == '-' && after.is_ascii_digit();
        before = at;
    }
    has_hyphen && word.chars().count() <= LONGEST
}

/// « e-mail », « ci-dessous »: a line does not end with their first letters.
fn is_short_compound(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '«']).to_lowercase();
    ["e-mail", "ci-"].iter().any(|opening| word.starts_with(opening)) && word.chars().count() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Vec<String> {
        runs(text).into_iter().filter(|(is_kept, _)| *is_kept).map(|(_, run)| run).collect()
    }

    #[test]
    fn numbers_stay_whole_and_words_do_not() {
        let text = "facture n°\u{a0}2026-014, articles 1231-6 et 1344";
        assert_eq!(kept(text), ["facture n°\u{a0}2026-014,", "articles 1231-6"]);
        assert_eq!(
            kept("(C. com. art. L441-10, loi n°\u{a0}2026-103)"),
            ["(C. com. art. L441-10,", "n°\u{a0}2026-103)"]
        );
        assert_eq!(kept("CPC art. 1425, articles 1224 et 1226"), ["CPC art. 1425,", "articles 1224"]);
        assert_eq!(kept("(C. civ. art. 1343-2) ; (CGI, art. 256)"), ["(C. civ. art. 1343-2)", "art. 256)"]);
        assert_eq!(
            kept("C. conso. art. L612-1 et CCP art. R2192-36"),
            ["C. conso. art. L612-1", "CCP art. R2192-36"]
        );
        assert_eq!(kept("dans un délai de 8 jours, soit 12 factures"), ["8 jours,", "12 factures"]);
        assert_eq!(kept("within 15 days, page 2 of 3"), ["15 days,", "page 2"]);
        assert_eq!(kept("À l’attention de Mme Le Goff et de M. Brun"), ["Mme Le", "M. Brun"]);
        assert_eq!(
            kept("mes e-mails, la somme ci-dessous (ci-joint)"),
            ["e-mails,", "ci-dessous", "(ci-joint)"]
        );
        assert_eq!(kept("le 23\u{a0}novembre 2026."), ["novembre 2026."]);
        assert_eq!(kept("la somme à régler, puis : somme × taux ÷ 365"), ["à régler,", "somme ×", "taux ÷"]);
        assert_eq!(kept("12 rue Haute, 38000 Grenoble"), ["38000 Grenoble"]);
        assert!(kept("il reste à revoir 38000 pièces, à Lyon").len() <= 1);
        assert!(kept("C. est parti, les jours passent et la page tourne").is_empty());
        assert!(kept("en mars prochain, un article paru, mars\n2026").is_empty());
        assert!(kept("Alsace-Moselle, peut-être – 12 - 14, 03/11/2026").is_empty());
        assert!(kept(&format!("{}-014", "9".repeat(200))).is_empty(), "no line is that long");
    }

    #[test]
    fn no_character_is_lost() {
        for text in [
            "",
            " ",
            "2026-014",
            " a 1-2\u{a0}b\n3-4  ",
            "n°\u{a0}2026-014 et n°\u{a0}2026-015.",
            "art. ",
            "mars 2026\n",
        ] {
            assert_eq!(runs(text).into_iter().map(|(_, run)| run).collect::<String>(), text);
        }
        let turned = runs("n°\u{a0}A\u{202e}12, 40\u{a0}€");
        assert_eq!(turned.into_iter().map(|(_, run)| run).collect::<String>(), "n°\u{a0}A12, 40\u{a0}€");
    }
}
