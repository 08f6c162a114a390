//! A text as the client first sees it: the line of an inbox, a notice on a locked telephone. Programs cut at widths of their
//! own; those here are cautious ones seen on common telephones and computers in November 2026, no standard. A sign is what a
//! reader takes for one (UAX #29): an accent stays with its letter, a family with its members.

use unicode_segmentation::UnicodeSegmentation;

/// Signs of a subject a telephone shows.
pub const ON_PHONE: usize = 38;
/// Signs of a subject a computer shows.
pub const ON_COMPUTER: usize = 70;
/// Signs of the first words that are shown below the subject.
const FIRST_WORDS: usize = 90;

/// What a list of messages shows of an e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbox {
    /// Who it comes from.
    pub sender: String,
    /// Its subject on a computer.
    pub wide: String,
    /// Its subject on a telephone.
    pub narrow: String,
    /// Its first words.
    pub first: String,
}

impl Inbox {
    /// A text as it is listed.
    #[must_use]
    pub fn of(sender: &str, subject: &str, body: &str) -> Self {
        let body = body.split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            sender: sender.to_owned(),
            wide: cut(subject, ON_COMPUTER),
            narrow: cut(subject, ON_PHONE),
            first: cut(&body, FIRST_WORDS),
        }
    }

    /// A telephone cuts the subject.
    #[must_use]
    pub fn is_cut_on_phone(&self) -> bool {
        self.narrow.ends_with('…')
    }
}

/// The beginning that fits, with a sign that more comes. Programs cut within words, and so does this.
fn cut(text: &str, most: usize) -> String {
    let mut signs = text.grapheme_indices(true).skip(most.saturating_sub(1));
    match (signs.next(), signs.next()) {
        (Some((end, _)), Some(_)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_cut_where_a_telephone_cuts_it() {
        let subject = "Facture n° 2026-014 : échéance du 15 mars 2026 passée de 252 jours, merci de régler";
        let shown = Inbox::of("Claire Morel", subject, "Bonjour,\n\nSauf erreur,  la facture");
        assert_eq!(shown.narrow, "Facture n° 2026-014 : échéance du 15…");
        assert!(shown.wide.chars().count() <= ON_COMPUTER && shown.is_cut_on_phone());
        assert_eq!(shown.first, "Bonjour, Sauf erreur, la facture");
        let short = Inbox::of("", "Facture n° 12", &"é".repeat(200));
        assert!(!short.is_cut_on_phone());
        assert_eq!((short.wide.as_str(), short.first.chars().count()), ("Facture n° 12", 90));
    }

    #[test]
    fn no_sign_is_cut_in_two() {
        let family = "👩\u{200d}👩\u{200d}👧";
        let accented = "e\u{301}";
        for sign in [family, accented, "🇫🇷", "👍🏽"] {
            assert_eq!(cut(&sign.repeat(9), 5), format!("{}…", sign.repeat(4)), "{sign}");
            assert_eq!(cut(&sign.repeat(5), 5), sign.repeat(5), "{sign}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_cut_is_whole_signs_of_the_text(text in ".{0,120}", most in 1_usize..100) {
            let shown = cut(&text, most);
            proptest::prop_assert!(shown.graphemes(true).count() <= most);
            if shown != text {
                let begin = shown.strip_suffix('…').unwrap_or_default();
                let borders: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
                let rest = text.get(begin.len()..).unwrap_or_default();
                let spaces = rest.len() - rest.trim_start().len();
                proptest::prop_assert!(text.starts_with(begin));
                proptest::prop_assert!((0..=spaces).any(|more| borders.contains(&(begin.len() + more))));
            }
        }
    }
}
