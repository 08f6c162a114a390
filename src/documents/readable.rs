//! A letter as text to paste and to read: in the order of its pages, its tables in columns where they fit a line.

use super::letter::{Block, Letter, plain};
use super::table::Table;
use crate::text::Lang;

impl Letter {
    /// Its blocks as its pages have them: those of the letter, then its annexes, between which its foot stands.
    #[must_use]
    pub fn in_order(&self) -> (Vec<&Block>, Vec<&Block>) {
        self.blocks.iter().partition(|block| !block.is_annex())
    }

    /// How it is sent, above its title; nothing where that need not be said.
    #[must_use]
    pub fn sending(&self) -> &str {
        self.references.first().map_or("", String::as_str)
    }

    /// The foot of the letter: the day its figures are stated at, then what to quote in an answer.
    #[must_use]
    pub fn foot(&self) -> Vec<&str> {
        let references = self.references.iter().skip(1).map(String::as_str);
        let lines = std::iter::once(self.as_of.as_str()).chain(references);
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// The whole letter as text to paste where letters are as wide as each other, or may be: figures stand below one another.
    #[must_use]
    pub fn text_in_columns(&self) -> String {
        self.read(|table, lang| table.in_columns(lang).unwrap_or_else(|| table.in_lines(lang)))
    }

    fn read(&self, table: impl Fn(&Table, Lang) -> String) -> String {
        let (letter, annexes) = self.in_order();
        let written = |block: &&Block| read_block(block, self.lang, &table);
        let head = [
            self.sender.join("\n"),
            self.recipient.join("\n"),
            self.place_and_date.clone(),
            self.sending().to_owned(),
            self.subject.clone(),
        ];
        let mut parts: Vec<String> = head.into_iter().chain(letter.iter().map(written)).collect();
        parts.push(self.foot().join("\n"));
        parts.extend(annexes.iter().map(written));
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n")
    }
}

/// A block with its tables as they are to be read.
fn read_block(block: &Block, lang: Lang, table: &impl Fn(&Table, Lang) -> String) -> String {
    match block {
        Block::Table(rows) | Block::Annex(rows) => table(rows, lang),
        Block::NewPage | Block::Life(_) => String::new(),
        Block::Copy { title, about, blocks } => {
            let parts = blocks.iter().map(|block| read_block(block, lang, table));
            let all = [title.clone(), about.clone()].into_iter().chain(parts);
            all.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
        }
        other => plain(other, lang),
    }
}

impl Block {
    /// It comes after the letter, on pages of its own.
    #[must_use]
    pub fn is_annex(&self) -> bool {
        matches!(self, Self::Annex(_) | Self::Life(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::letter::cells;

    fn table(caption: &str) -> Table {
        Table {
            caption: caption.to_owned(),
            note: String::new(),
            head: cells(&["Poste", "Montant"]),
            rows: vec![cells(&["Principal", "1\u{a0}980,00\u{a0}€"]), cells(&["Pénalités", "4,35\u{a0}€"])],
            total: Some(cells(&["Total", "1\u{a0}984,35\u{a0}€"])),
            figures_from: 1,
        }
    }

    fn letter() -> Letter {
        Letter {
            lang: Lang::Fr,
            sender: cells(&["Claire Morel"]),
            recipient: cells(&["Brun"]),
            place_and_date: "Lyon, le 22 novembre 2026".to_owned(),
            references: cells(&["Lettre recommandée", "Références à rappeler\u{a0}: 12."]),
            subject: "Dossier".to_owned(),
            blocks: vec![
                Block::Paragraph("Faits".to_owned()),
                Block::Annex(table("Annexe")),
                Block::Heading("Textes envoyés".to_owned()),
            ],
            as_of: "Sommes arrêtées au 22 novembre 2026.".to_owned(),
            payment_code: String::new(),
            look: None,
        }
    }

    #[test]
    fn a_copy_reads_in_the_order_of_the_pages() {
        let text = letter().text_in_columns();
        let place = |wanted: &str| text.find(wanted).unwrap_or_else(|| panic!("{wanted} in {text}"));
        let order = [
            "Lyon, le",
            "Lettre recommandée",
            "Dossier",
            "Faits",
            "Textes envoyés",
            "Sommes arrêtées",
            "Références",
            "Annexe",
        ];
        assert!(order.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{text}");
    }

    #[test]
    fn figures_stand_below_one_another() {
        let text = letter().text_in_columns();
        let rows: Vec<&str> = text.lines().filter(|line| line.ends_with('€')).collect();
        assert_eq!(
            rows,
            [
                "Principal  1\u{a0}980,00\u{a0}€",
                "Pénalités      4,35\u{a0}€",
                "Total      1\u{a0}984,35\u{a0}€"
            ]
        );
    }
}
