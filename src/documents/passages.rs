//! The passages of a text: the words its sender may put in their own way, in order. Of an e-mail, subject and body; of
//! a letter, its running paragraphs. Addresses, tables, how to pay, signature and enclosures are facts, and stay.

use super::email::Email;
use super::letter::{Block, Letter};

impl Email {
    /// Subject, then body.
    #[must_use]
    pub fn passages(&self) -> Vec<String> {
        vec![self.subject.clone(), self.body.clone()]
    }

    /// The same e-mail in other words.
    #[must_use]
    pub fn with_passages(&self, passages: &[String]) -> Self {
        let or = |at: usize, own: &String| passages.get(at).unwrap_or(own).clone();
        // A subject is one line, whatever was pasted into it.
        Self { subject: or(0, &self.subject).replace(['\r', '\n'], " "), body: or(1, &self.body) }
    }
}

impl Letter {
    /// Its paragraphs.
    #[must_use]
    pub fn passages(&self) -> Vec<String> {
        let paragraph = |block: &Block| match block {
            Block::Paragraph(text) => Some(text.clone()),
            _ => None,
        };
        self.blocks.iter().filter_map(paragraph).collect()
    }

    /// The same letter in other words. Where there are more passages than it has paragraphs, the last holds the rest, so
    /// that no word is lost; a paragraph without words is left out.
    #[must_use]
    pub fn with_passages(&self, passages: &[String]) -> Self {
        let mut slots = self.passages().len();
        let mut rest = passages.iter();
        let mut blocks = Vec::with_capacity(self.blocks.len());
        for block in &self.blocks {
            if !matches!(block, Block::Paragraph(_)) {
                blocks.push(block.clone());
                continue;
            }
            slots -= 1;
            let words: Vec<&str> =
                rest.by_ref().take(if slots == 0 { usize::MAX } else { 1 }).map(|text| text.trim()).collect();
            let words = words.join("\n\n");
            if !words.trim().is_empty() {
                blocks.push(Block::Paragraph(words));
            }
        }
        Self { blocks, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::letter::Signer;
    use crate::text::Lang;

    fn letter() -> Letter {
        let paragraph = |text: &str| Block::Paragraph(text.to_owned());
        Letter {
            lang: Lang::Fr,
            sender: vec!["Claire Morel".to_owned()],
            recipient: vec!["Atelier Brun".to_owned()],
            place_and_date: "Lyon".to_owned(),
            references: vec![String::new()],
            subject: "Mise en demeure".to_owned(),
            blocks: vec![
                paragraph("Un"),
                paragraph("Deux"),
                Block::Fields(vec![("IBAN".to_owned(), "FR76".to_owned())]),
                paragraph("Trois"),
                Block::Signatures(vec![Signer::plain("Claire Morel")]),
            ],
            as_of: "Arrêté".to_owned(),
            payment_code: String::new(),
            look: None,
        }
    }

    fn texts(passages: &[&str]) -> Vec<String> {
        passages.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn words_go_back_where_they_came_from() {
        let letter = letter();
        assert_eq!(letter.passages(), ["Un", "Deux", "Trois"]);
        assert_eq!(letter.with_passages(&letter.passages()), letter);
        let edited = letter.with_passages(&texts(&["Un", "Autre", "Trois"]));
        assert_eq!(edited.passages(), ["Un", "Autre", "Trois"]);
        assert_eq!(edited.blocks.len(), 5);
        let email = Email { subject: "Objet".to_owned(), body: "Corps\n\nFin".to_owned() };
        assert_eq!(email.with_passages(&email.passages()), email);
        assert_eq!(email.with_passages(&texts(&["a\nb", "c"])).passages(), ["a b", "c"]);
    }

    #[test]
    fn no_word_is_lost_where_paragraphs_come_or_go() {
        let letter = letter();
        let more = letter.with_passages(&texts(&["1", "2", "3", "4"]));
        assert_eq!(more.passages(), ["1", "2", "3\n\n4"]);
        let fewer = letter.with_passages(&texts(&["1", " "]));
        assert_eq!(fewer.passages(), ["1"]);
        assert!(fewer.plain_text().contains("FR76"), "facts stay");
    }
}
