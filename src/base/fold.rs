//! Folding of accents and case, so that « echeance » finds « Échéance ».

/// Lower case without the accents of French and its neighbours; ligatures are spelt out.
///
/// ```
/// assert_eq!(relance::base::fold::fold("Société Cœur d'Été"), "societe coeur d'ete");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let mut folded = String::with_capacity(lower.len());
    let mut rest = lower.as_str();
    // Most of any text is plain: runs of it are copied as they are.
    while let Some(at) = rest.find(|c| !matches!(c, ' '..='~')) {
        let (plain, other) = rest.split_at(at);
        folded.push_str(plain);
        let mut chars = other.chars();
        chars.next().into_iter().flat_map(char::to_lowercase).for_each(|c| push(&mut folded, c));
        rest = chars.as_str();
    }
    folded.push_str(rest);
    folded
}

/// Adds a small letter without its accent.
pub fn push(folded: &mut String, c: char) {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
        'ç' => folded.push('c'),
        'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
        'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
        'ñ' => folded.push('n'),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => folded.push('o'),
        'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
        'ý' | 'ÿ' => folded.push('y'),
        'œ' => folded.push_str("oe"),
        'æ' => folded.push_str("ae"),
        'ß' => folded.push_str("ss"),
        '’' => folded.push('\''),
        '\u{300}'..='\u{36f}' => {}
        c if c.is_whitespace() => folded.push(' '),
        c => folded.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_wherever_in_the_text_it_is() {
        for (text, folded) in [
            ("", ""),
            ("Élan", "elan"),
            ("CAFÉ", "cafe"),
            ("ÀÉÎÕÜ", "aeiou"),
            ("Œuvre\u{a0}d’Ægir\tSTRAßE", "oeuvre d'aegir strasse"),
            ("e\u{301}te\u{301}", "ete"),
            ("ΑΘΗΝΑ ~{[", "αθηνα ~{["),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }
}
