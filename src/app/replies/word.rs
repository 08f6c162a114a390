//! The word a client added to an answer: what stands, in the e-mail a card prepares, between the answer and its code.

/// What the line of the code begins with, in every language of a card.
const CODE: [&str; 2] = ["Code de réponse", "Answer code"];
/// What the paragraph of the answer begins with.
const ANSWER: [&str; 2] = ["Au sujet d", "About "];

/// The word beside a code in what was pasted; nothing where none was added, or where more than the answer was changed. Marks
/// of quotation before lines are left out, and so is how a mail program broke them.
#[must_use]
pub(super) fn word(pasted: &str, code: &str) -> String {
    let lines = || pasted.lines().map(|line| line.trim_start_matches(['>', ' ', '\t']).trim_end());
    let begins = |line: &str, marks: &[&str]| marks.iter().any(|mark| line.starts_with(mark));
    // Each e-mail ends its answer with a line of its code: the one wanted is told by its first group.
    let first = code.split('-').next().unwrap_or_default();
    let is_wanted = |line: &str| line.to_ascii_uppercase().contains(first);
    let mut word: Option<Vec<&str>> = None;
    let mut in_answer = false;
    for line in lines() {
        if begins(line, &ANSWER) {
            (word, in_answer) = (None, true);
        } else if in_answer && line.is_empty() {
            // The paragraph of the answer ends at the first empty line; it may be broken over several.
            (word, in_answer) = (Some(Vec::new()), false);
        } else if begins(line, &CODE) && is_wanted(line) {
            return word.unwrap_or_default().join("\n").trim().to_owned();
        } else if let Some(word) = &mut word {
            word.push(line);
        }
    }
    String::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;
    use crate::text::words::reply;

    #[test]
    fn the_word_of_an_answer_is_found_as_it_was_typed_whatever_the_mail_program_did() {
        let numbers = ["2026-014".to_owned(), "2026-015".to_owned()];
        for lang in [Lang::Fr, Lang::En] {
            for numbers in [&numbers[..1], &numbers[..]] {
                let text = "La page d’accueil\nn’est pas finie.\n\nAu revoir.";
                let body = reply::body(lang, numbers, "je conteste 300,00 €", text, "AAAA-BBBB");
                assert_eq!(word(&body, "AAAA-BBBB"), text);
                let quoted: Vec<String> = body.lines().map(|line| format!("> {line}")).collect();
                let quoted = quoted.join("\r\n");
                assert_eq!(word(&format!("De : Brun\r\n\r\n{quoted}"), "AAAA-BBBB"), text);
                let broken = body.replacen("300,00 €", "300,00\n€", 1);
                assert_eq!(word(&broken, "AAAA-BBBB"), text);
                // Above an earlier answer of the same client, each keeps its own.
                let other = reply::body(lang, numbers, "je paie", "Plus tôt.", "CCCC-DDDD");
                let both = format!("{other}\n{body}");
                assert_eq!(word(&both, "AAAA-BBBB"), text);
                assert_eq!(word(&both, "CCCC-DDDD"), "Plus tôt.");
                assert_eq!(word(&reply::body(lang, numbers, "je paie", " ", "AAAA"), "AAAA"), "");
            }
        }
        assert_eq!(word("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF", "AAAA-BBBB"), "");
        assert_eq!(word("", "AAAA"), "");
    }
}
