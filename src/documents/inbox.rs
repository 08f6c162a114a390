//! A text as the client first sees it: the line of an inbox, a notice on a locked telephone. Programs cut at widths of their
//! own; those here are cautious ones seen on common telephones and computers in November 2026, no standard.

/// Characters of a subject a telephone shows.
pub const ON_PHONE: usize = 38;
/// Characters of a subject a computer shows.
pub const ON_COMPUTER: usize = 70;
/// Characters of the first words that are shown below the subject.
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
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let begin: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{}…", begin.trim_end())
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
}
