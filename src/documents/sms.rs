//! How long a short message is, and how many it is charged as: an operator counts letters of its own alphabet (GSM
//! 03.38) by 160, and everything else by 70; a longer message goes in parts, a little of each being used to join them.
//! One typographic apostrophe would so double what a message costs: it is put in the letters of that alphabet.

/// The alphabet of operators, letters and figures left out.
const ALPHABET: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";

/// What is in it and takes two places.
const WIDE: &str = "^{}\\[~]|€\u{c}";

/// How long a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SmsLength {
    /// Characters, as people count them.
    pub characters: usize,
    /// Messages it is sent as.
    pub parts: usize,
}

/// How long a text is as a short message.
#[must_use]
pub fn sms_length(text: &str) -> SmsLength {
    let (places, whole, joined) = if text.chars().all(|c| is_plain(c) || WIDE.contains(c)) {
        (text.chars().map(|c| if WIDE.contains(c) { 2 } else { 1 }).sum::<usize>(), 160, 153)
    } else {
        (text.encode_utf16().count(), 70, 67)
    };
    let parts = if places <= whole { 1 } else { places.div_ceil(joined) };
    SmsLength { characters: text.chars().count(), parts }
}

/// The same message in the letters of operators: straight apostrophes and quotes, plain spaces, « no » for « n° », and of
/// accents those that the alphabet has. Where a letter has no counterpart, as in a name in another script, the message is
/// left as it is: it would be charged by 70 all the same. What marks a missing fact stays.
#[must_use]
pub fn in_sms_letters(text: &str) -> String {
    let mut put = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '⟦' | '⟧' => put.push(c),
            _ if is_plain(c) || WIDE.contains(c) => put.push(c),
            '«' => {
                put.push('"');
                while letters.next_if(|c| c.is_whitespace()).is_some() {}
            }
            '»' => {
                put.truncate(put.trim_end().len());
                put.push('"');
            }
            '°' | 'º' if put.ends_with(['n', 'N']) => put.push('o'),
            c if c.is_whitespace() => put.push(' '),
            c => match counterpart(c) {
                Some(counterpart) => put.push_str(counterpart),
                None => return text.to_owned(),
            },
        }
    }
    put
}

/// What stands for a letter that the alphabet lacks.
fn counterpart(c: char) -> Option<&'static str> {
    Some(match c {
        '’' | '‘' | 'ʼ' | '´' | '`' => "'",
        '“' | '”' | '„' => "\"",
        '–' | '—' | '‐' | '‑' | '−' | '•' | '·' => "-",
        '…' => "...",
        '×' => "x",
        '°' => " deg.",
        'ç' => "c",
        'á' | 'â' | 'ã' => "a",
        'ê' | 'ë' => "e",
        'í' | 'î' | 'ï' => "i",
        'ó' | 'ô' | 'õ' => "o",
        'ú' | 'û' => "u",
        'ý' | 'ÿ' => "y",
        'œ' => "oe",
        'À' | 'Á' | 'Â' | 'Ã' => "A",
        'È' | 'Ê' | 'Ë' => "E",
        'Ì' | 'Í' | 'Î' | 'Ï' => "I",
        'Ò' | 'Ó' | 'Ô' | 'Õ' => "O",
        'Ù' | 'Ú' | 'Û' => "U",
        'Ý' | 'Ÿ' => "Y",
        'Œ' => "OE",
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{300}'..='\u{36f}' => "",
        _ => return None,
    })
}

/// A letter of the alphabet that takes one place.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || ALPHABET.contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_put_in_the_letters_of_operators() {
        for (typed, put) in [
            (
                "L’IBAN de la facture n°\u{a0}12\u{a0}: 2\u{202f}480,00\u{a0}€",
                "L'IBAN de la facture no 12 : 2 480,00 €",
            ),
            (
                "Reçu le 1er août, à bientôt\u{202f}! Où en êtes-vous\u{a0}?",
                "Recu le 1er aout, à bientot ! Où en etes-vous ?",
            ),
            ("«\u{a0}Payé\u{a0}» – œuvre…", "\"Payé\" - oeuvre..."),
            ("ÉTÉ, À Ça, Noël", "ÉTÉ, A Ça, Noel"),
            ("e\u{301}te\u{301}", "ete"),
            ("⟦votre nom⟧ l’a", "⟦votre nom⟧ l'a"),
            ("Αθήνα, l’été", "Αθήνα, l’été"),
            ("🙂 l’été", "🙂 l’été"),
        ] {
            assert_eq!(in_sms_letters(typed), put, "{typed}");
            assert_eq!(in_sms_letters(put), put, "twice is once");
        }
    }

    #[test]
    fn parts_depend_on_the_letters() {
        let length = |text: &str| {
            let SmsLength { characters, parts } = sms_length(text);
            (characters, parts)
        };
        assert_eq!(length(""), (0, 1));
        assert_eq!(length(&"é".repeat(160)), (160, 1));
        assert_eq!(length(&"a".repeat(161)), (161, 2));
        assert_eq!(length(&"€".repeat(80)), (80, 1));
        assert_eq!(length(&"€".repeat(81)), (81, 2), "the euro takes two places");
        assert_eq!(length(&"ê".repeat(70)), (70, 1));
        assert_eq!(length(&"ê".repeat(71)), (71, 2));
        assert_eq!(length(&"ê".repeat(135)), (135, 3));
        assert_eq!(length(&"a".repeat(306)), (306, 2));
    }
}
