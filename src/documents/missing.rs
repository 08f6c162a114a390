//! Facts a text needs and the user has not given yet. They are printed as a marker, `⟦votre IBAN⟧`, so that a text
//! can be read at once, shows what it lacks, and never invents anything.

use crate::text::Lang;

const OPEN: char = '⟦';
const CLOSE: char = '⟧';

/// A fact that texts may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MissingFact {
    /// Name of the user's firm.
    SenderName,
    /// Postal address of the user's firm.
    SenderAddress,
    /// SIREN or SIRET of the user's firm.
    SenderSiren,
    /// City letters are dated from.
    City,
    /// Account to be paid on.
    Iban,
    /// Name of the client.
    ClientName,
    /// Postal address of the client.
    ClientAddress,
    /// Number of the invoice.
    InvoiceNumber,
    /// Postal address of the creditors’ representative in insolvency proceedings.
    OfficeAddress,
}

impl MissingFact {
    /// Every fact, in the order a form would ask for them.
    pub const ALL: [Self; 9] = [
        Self::SenderName,
        Self::SenderAddress,
        Self::City,
        Self::SenderSiren,
        Self::Iban,
        Self::ClientName,
        Self::ClientAddress,
        Self::InvoiceNumber,
        Self::OfficeAddress,
    ];

    /// What the marker says: `votre IBAN`.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::SenderName => lang.pick("votre nom", "your name"),
            Self::SenderAddress => lang.pick("votre adresse", "your address"),
            Self::SenderSiren => lang.pick("votre SIREN", "your SIREN"),
            Self::City => lang.pick("votre ville", "your city"),
            Self::Iban => lang.pick("votre IBAN", "your IBAN"),
            Self::ClientName => lang.pick("nom du client", "client’s name"),
            Self::ClientAddress => lang.pick("adresse du client", "client’s address"),
            Self::InvoiceNumber => lang.pick("numéro de la facture", "invoice number"),
            Self::OfficeAddress => lang.pick("adresse du mandataire", "representative’s address"),
        }
    }

    /// The marker printed in its place: `⟦votre IBAN⟧`.
    #[must_use]
    pub fn marker(self, lang: Lang) -> String {
        format!("{OPEN}{}{CLOSE}", self.label(lang))
    }

    /// A text, or this marker where it is blank.
    #[must_use]
    pub fn or_marker(self, lang: Lang, text: &str) -> String {
        let text = text.trim();
        if text.is_empty() { self.marker(lang) } else { text.to_owned() }
    }
}

/// The labels marked in a text, each once, in the order they come in.
#[must_use]
pub fn missing(text: &str) -> Vec<&str> {
    let mut labels = Vec::new();
    for piece in text.split(OPEN).skip(1) {
        if let Some((label, _)) = piece.split_once(CLOSE)
            && !labels.contains(&label)
        {
            labels.push(label);
        }
    }
    labels
}

/// The facts a finished text lacks, in the order a form would ask for them.
#[must_use]
pub fn missing_facts(lang: Lang, text: &str) -> Vec<MissingFact> {
    let labels = missing(text);
    MissingFact::ALL.into_iter().filter(|fact| labels.contains(&fact.label(lang))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_found_once_each_and_in_both_languages() {
        for lang in [Lang::Fr, Lang::En] {
            let text: String =
                MissingFact::ALL.iter().rev().map(|fact| fact.marker(lang).repeat(2)).collect();
            assert_eq!(missing(&text).len(), MissingFact::ALL.len());
            assert_eq!(missing_facts(lang, &text), MissingFact::ALL);
        }
        assert!(missing("⟦ jamais fermé").is_empty());
        assert_eq!(MissingFact::Iban.or_marker(Lang::Fr, "  "), "⟦votre IBAN⟧");
    }
}
