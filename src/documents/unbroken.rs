//! Numbers that a line of a letter does not break at their hyphen: « 2026-014 », « L441-10 », « 2026-103 ». The hyphen
//! stays the ordinary one, so that what is copied from the letter can be searched for.

/// Characters of a number that is kept on one line; a longer one breaks wherever it must.
const LONGEST: usize = 24;

/// A text in runs, each with whether it stays on one line. Put together they are the text.
#[must_use]
pub fn runs(text: &str) -> Vec<(bool, String)> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    for chunk in text.split_inclusive(char::is_whitespace) {
        let word = chunk.trim_end();
        let space = chunk.strip_prefix(word).unwrap_or_default();
        let (kept, plain) = if is_number(word) { (word, space) } else { ("", chunk) };
        if !kept.is_empty() {
            runs.push((true, kept.to_owned()));
        }
        match runs.last_mut() {
            Some((false, last)) => last.push_str(plain),
            _ if plain.is_empty() => {}
            _ => runs.push((false, plain.to_owned())),
        }
    }
    runs
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

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> Vec<String> {
        runs(text).into_iter().filter(|(is_kept, _)| *is_kept).map(|(_, run)| run).collect()
    }

    #[test]
    fn numbers_stay_whole_and_words_do_not() {
        assert_eq!(kept("facture n°\u{a0}2026-014, articles 1231-6 et 1344"), ["2026-014,", "1231-6"]);
        assert_eq!(kept("(C. com. art. L441-10, loi n°\u{a0}2026-103)"), ["L441-10,", "2026-103)"]);
        assert!(kept("Alsace-Moselle, peut-être – 12 - 14, 03/11/2026").is_empty());
        assert!(kept(&format!("{}-014", "9".repeat(200))).is_empty(), "no line is that long");
    }

    #[test]
    fn no_character_is_lost() {
        for text in ["", " ", "2026-014", " a 1-2\u{a0}b\n3-4  ", "n°\u{a0}2026-014 et n°\u{a0}2026-015."] {
            assert_eq!(runs(text).into_iter().map(|(_, run)| run).collect::<String>(), text);
        }
    }
}
