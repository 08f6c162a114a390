//! How long a short message is, and how many it is charged as: an operator counts letters of its own alphabet (GSM
//! 03.38) by 160, and everything else by 70; a longer message goes in parts, a little of each being used to join them.

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
    let plain = |c: char| c.is_ascii_alphanumeric() || ALPHABET.contains(c);
    let is_plain = text.chars().all(|c| plain(c) || WIDE.contains(c));
    let (places, whole, joined) = if is_plain {
        (text.chars().map(|c| if WIDE.contains(c) { 2 } else { 1 }).sum::<usize>(), 160, 153)
    } else {
        (text.encode_utf16().count(), 70, 67)
    };
    let parts = if places <= whole { 1 } else { places.div_ceil(joined) };
    SmsLength { characters: text.chars().count(), parts }
}

#[cfg(test)]
mod tests {
    use super::*;

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
