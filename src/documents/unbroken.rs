//! What a line of a letter does not break: numbers at their hyphen (« 2026-014 »), an article after its word (« article
//! L441-10 »), a month before its year, « e-mail » and « ci-dessous ». The hyphen
//! stays the ordinary one, so that what is copied from the letter can be searched for.

use crate::text::format;

/// Characters of what is kept on one line; a longer one breaks wherever it must.
const LONGEST: usize = 32;

/// Words that stay with a number after them: « article L441-10 ».
const BEFORE_NUMBERS: [&str; 5] = ["article", "articles", "art.", "section", "sections"];

/// Words that stay with « n° ».
const NUMBERED: [&str; 4] = ["facture", "factures", "Facture", "Factures"];

/// A text in runs, each with whether it stays on one line. Put together they are the text.
#[must_use]
pub fn runs(text: &str) -> Vec<(bool, String)> {
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
    let named = word.trim_start_matches(['(', '«']);
    let is_year = || next.chars().take_while(char::is_ascii_digit).count() == 4;
    let is_reference = || {
        let mut letters = next.chars();
        letters.next().is_some_and(|c| {
            c.is_ascii_digit() || "LRDA".contains(c) && letters.next().is_some_and(|c| c.is_ascii_digit())
        })
    };
    !ends_line
        && (BEFORE_NUMBERS.iter().any(|known| known.eq_ignore_ascii_case(named)) && is_reference()
            || NUMBERED.contains(&named) && next.starts_with("n°")
            || format::is_month(named) && is_year())
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
        assert_eq!(kept(text), ["facture n°", "2026-014,", "articles 1231-6"]);
        assert_eq!(kept("(C. com. art. L441-10, loi n°\u{a0}2026-103)"), ["art. L441-10,", "2026-103)"]);
        assert_eq!(kept("CPC art. 1425, articles 1224 et 1226"), ["art. 1425,", "articles 1224"]);
        assert_eq!(
            kept("mes e-mails, la somme ci-dessous (ci-joint)"),
            ["e-mails,", "ci-dessous", "(ci-joint)"]
        );
        assert_eq!(kept("le 23\u{a0}novembre 2026."), ["novembre 2026."]);
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
    }
}
