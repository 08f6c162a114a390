//! The copy of a text in a case file: what shows how, when and under which number it left, then its own parts as they were
//! laid out. Room to sign, pictures and page breaks are the first one's alone.

use super::layout::table;
use crate::documents::fingerprint::fingerprint;
use crate::documents::letter::{Block, Letter};
use crate::domain::event::Event;
use crate::text::words::dunning;
use crate::text::{Lang, format};

/// A text that was sent, ready to be shown among the exhibits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentCopy {
    /// When, how and to whom it went, when it was received, and its fingerprint.
    pub about: String,
    /// Its parts.
    pub blocks: Vec<Block>,
}

impl SentCopy {
    /// The copy of what was sent; none where its words are not known.
    pub(super) fn of(lang: Lang, event: &Event) -> Option<Self> {
        let body = event.text.body.trim();
        let letter = event.text.laid_out.as_ref().and_then(Letter::kept);
        if body.is_empty() && letter.is_none() {
            return None;
        }
        let about = about(lang, event, letter.as_ref());
        let blocks =
            letter.map_or_else(|| of_words(event.text.subject.trim(), body), |letter| of_letter(&letter));
        Some(Self { about, blocks })
    }
}

/// When, how and to whom: « Envoyée le 12 octobre 2026, en recommandé avec avis de réception n° …; reçue le … ».
fn about(lang: Lang, event: &Event, letter: Option<&Letter>) -> String {
    let colon = lang.pick("\u{a0}: ", ": ");
    let day = |day| format::date(lang, day);
    let number: Vec<&str> = event.posting.number.split_whitespace().collect();
    let facts = [
        (lang.pick("Date", "Date"), day(event.date)),
        (lang.pick("Envoi", "Sent"), dunning::by_channel(lang, event.channel).to_owned()),
        (lang.pick("N°\u{a0}du recommandé", "Registered no."), number.join("\u{a0}")),
        (lang.pick("À", "To"), event.to.split_whitespace().collect::<Vec<_>>().join(" ")),
        (lang.pick("Présenté le", "Presented"), event.posting.presented.map(day).unwrap_or_default()),
        (lang.pick("Reçu le", "Received"), event.received.map(day).unwrap_or_default()),
    ];
    let told = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let told = told.map(|(label, value)| format!("{label}{colon}{value}")).collect::<Vec<_>>().join(" · ");
    match letter {
        Some(letter) => format!("{told}\nSHA-256{colon}{}", fingerprint(letter)),
        None => told,
    }
}

/// The words of an e-mail, paragraph by paragraph; a letter of earlier has its title among them already.
fn of_words(subject: &str, body: &str) -> Vec<Block> {
    let title = Some(subject).filter(|subject| !subject.is_empty() && !body.contains(subject));
    let paragraphs = body.split("\n\n").filter(|text| !text.trim().is_empty());
    title
        .map(|title| Block::Heading(title.to_owned()))
        .into_iter()
        .chain(paragraphs.map(|text| Block::Paragraph(text.to_owned())))
        .collect()
}

/// The parts of a letter in the order of its pages.
fn of_letter(letter: &Letter) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let paragraphs = [letter.sender.join("\n"), letter.recipient.join("\n"), letter.place_and_date.clone()];
    let paragraphs = paragraphs.into_iter().chain([letter.sending().to_owned()]);
    blocks.extend(paragraphs.filter(|text| !text.is_empty()).map(Block::Paragraph));
    blocks.push(Block::Heading(letter.subject.clone()));
    let (own, annexes) = letter.in_order();
    blocks.extend(own.into_iter().filter_map(part));
    let foot = letter.foot().join("\n");
    blocks.extend(Some(foot).filter(|foot| !foot.is_empty()).map(Block::Paragraph));
    blocks.extend(annexes.into_iter().filter_map(part));
    blocks
}

/// A part as its copy has it.
fn part(block: &Block) -> Option<Block> {
    Some(match block {
        Block::Annex(rows) => Block::Table(rows.clone()),
        Block::Signatures(signers) => {
            Block::Paragraph(signers.iter().map(|signer| signer.name.as_str()).collect::<Vec<_>>().join("\n"))
        }
        Block::Life(_) | Block::NewPage => return None,
        // A code to pay by or a box to fill in are the first one's: here they are facts like others.
        Block::Fields(fields) => {
            let rows = fields.iter().map(|(label, value)| vec![label.clone(), value.clone()]).collect();
            Block::Table(table(String::new(), &["", ""], rows, 2))
        }
        other => other.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_keeps_its_paragraphs_and_says_its_subject_once() {
        let blocks = of_words("Facture n° 12", "Bonjour,\n\n– principal : 10 €\n– total : 10 €\n\nMerci.");
        let paragraph = |text: &str| Block::Paragraph(text.to_owned());
        assert_eq!(
            blocks,
            [
                Block::Heading("Facture n° 12".to_owned()),
                paragraph("Bonjour,"),
                paragraph("– principal : 10 €\n– total : 10 €"),
                paragraph("Merci."),
            ]
        );
        assert_eq!(of_words("Relance", "Lyon\n\nRelance\n\nMadame,").len(), 3, "a letter has its title");
    }
}
