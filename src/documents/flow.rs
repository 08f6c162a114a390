//! A letter as a run of pieces that each stay whole on a page: its head, its title, each paragraph, each row of its
//! tables. What is long enough to fill pages by itself (three hundred invoices, a text quoted in full) is many pieces.

use super::letter::{Block, Letter, Signer, Table};
use super::life::Life;

/// Characters of a list that is still told in one sentence.
const ONE_SENTENCE: usize = 300;
/// Characters of a paragraph that stays whole; longer ones go on over a page.
const WHOLE: usize = 1_400;
/// Characters of the parts of a longer one.
const PART: usize = 700;
/// Characters of the values of a box that stays whole.
const LARGEST_BOX: usize = 2_000;
/// Characters of a value that stays whole, and of the parts of a longer one: some fifteen lines of the widest letters.
const LONGEST_VALUE: usize = 400;
/// How many times as much room a value that long takes in its box as short ones of as many characters, each of which leaves
/// half of its line.
const CROWDED: usize = 3;
/// Characters of a cell that stays whole, in the narrowest column some thirty lines.
const LONGEST_CELL: usize = 400;
/// Rows of a table that stays whole.
const SHORT_TABLE: usize = 4;
/// Characters of a name to sign under; a longer one stands in full among the parties.
const LONGEST_NAME: usize = 160;

/// What a piece shows. Tables are named by their place in [`Flow::tables`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The blocks of sender and recipient.
    Head,
    /// City and date, how it is sent.
    Lines,
    /// The title.
    Subject,
    /// A paragraph.
    Paragraph(String),
    /// The title of a part.
    Heading(String),
    /// Caption and head of a table.
    TableHead(usize),
    /// A row of a table.
    Row(usize, usize),
    /// The total row of a table.
    Total(usize),
    /// Labels and values; where they say how to pay, with what the code beside them says.
    Fields(Vec<(String, String)>, String),
    /// Room to sign.
    Signatures(Vec<Signer>),
    /// A short list in a sentence: its title, its items.
    Sentence(String, Vec<String>),
    /// One item of a longer list.
    Item(String),
    /// The title of a quoted text.
    QuotedTitle(String),
    /// Some lines of it.
    Quoted(String),
    /// When and how it went, and its fingerprint.
    About(String),
    /// The life of a claim.
    Life(Life),
    /// The day of the figures and what to quote.
    Foot,
}

/// A piece with its place in the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// What it shows.
    pub piece: Piece,
    /// It begins a page.
    pub opens_page: bool,
    /// It is not parted from the next.
    pub keeps_next: bool,
    /// It is part of the copy of another text.
    pub is_copied: bool,
}

/// A letter as pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// The pieces in order.
    pub pieces: Vec<Placed>,
    /// The tables their rows are of.
    pub tables: Vec<Table>,
    /// What the code beside how to pay says.
    code: String,
    /// The piece that comes next begins a page.
    opens_next: bool,
}

impl Flow {
    /// The pieces of a letter. Its foot comes before its annexes.
    #[must_use]
    pub fn of(letter: &Letter) -> Self {
        let mut flow = Self {
            pieces: Vec::new(),
            tables: Vec::new(),
            code: letter.payment_code.clone(),
            opens_next: false,
        };
        flow.push(Piece::Head);
        flow.push_kept(Piece::Lines);
        flow.push_kept(Piece::Subject);
        let (blocks, annexes) = letter.in_order();
        for block in blocks {
            flow.block(block);
        }
        if !letter.foot().is_empty() {
            flow.push(Piece::Foot);
        }
        for block in annexes {
            flow.block(block);
        }
        flow
    }

    fn push(&mut self, piece: Piece) {
        let opens_page = std::mem::take(&mut self.opens_next);
        self.pieces.push(Placed { piece, opens_page, keeps_next: false, is_copied: false });
    }

    fn push_kept(&mut self, piece: Piece) {
        self.push(piece);
        self.keep_last();
    }

    /// What was last is not parted from what comes.
    fn keep_last(&mut self) {
        if let Some(last) = self.pieces.last_mut() {
            last.keeps_next = true;
        }
    }

    /// The sentence that announces a table or a list ends with a colon, and stays with it.
    fn keep_announcement(&mut self) {
        if matches!(self.pieces.last().map(|last| &last.piece), Some(Piece::Paragraph(text)) if text.trim_end().ends_with(':'))
            && !self.opens_next
        {
            self.keep_last();
        }
    }

    /// The closing words stay with the signature, and the paragraph before them too: no page is for them alone.
    fn keep_closing(&mut self) {
        self.keep_last();
        let mut last = self.pieces.iter_mut().rev();
        let closing = last.next().is_some_and(|closing| matches!(closing.piece, Piece::Paragraph(_)));
        if let Some(before) = last.next().filter(|_| closing)
            && matches!(&before.piece, Piece::Paragraph(text) if text.chars().count() <= ONE_SENTENCE * 2)
        {
            before.keeps_next = true;
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => {
                for part in parts(text) {
                    self.push(Piece::Paragraph(part));
                }
            }
            Block::Heading(text) => self.push_kept(Piece::Heading(text.clone())),
            Block::Table(table) => self.table(table),
            Block::Annex(table) => {
                self.opens_next = true;
                self.table(table);
            }
            Block::Fields(fields) => {
                // The sentence that announces them ends with a colon.
                self.keep_last();
                let is_payment = fields.iter().any(|(label, _)| label == "IBAN");
                let mut code = if is_payment { self.code.clone() } else { String::new() };
                for part in field_parts(fields) {
                    self.push(Piece::Fields(part, std::mem::take(&mut code)));
                }
            }
            Block::Signatures(signers) => {
                self.keep_closing();
                let signers = signers
                    .iter()
                    .map(|one| Signer { name: shortened(&one.name, LONGEST_NAME), ..one.clone() });
                self.push(Piece::Signatures(signers.collect()));
            }
            Block::List { title, items }
                if items.iter().map(|item| item.chars().count()).sum::<usize>() <= ONE_SENTENCE =>
            {
                self.push(Piece::Sentence(title.clone(), items.clone()));
            }
            Block::List { title, items } => {
                self.keep_announcement();
                self.push_kept(Piece::Heading(title.clone()));
                for part in items.iter().flat_map(|item| parts(item)) {
                    self.push(Piece::Item(part));
                }
            }
            Block::Quoted { title, text } => {
                self.push_kept(Piece::QuotedTitle(title.clone()));
                for paragraph in text.split("\n\n") {
                    for part in parts(paragraph) {
                        self.push(Piece::Quoted(part));
                    }
                }
            }
            Block::Copy { title, about, blocks } => {
                self.push_kept(Piece::QuotedTitle(title.clone()));
                self.push_kept(Piece::About(about.clone()));
                let from = self.pieces.len();
                for block in blocks {
                    self.block(block);
                }
                for placed in self.pieces.iter_mut().skip(from) {
                    placed.is_copied = true;
                }
            }
            Block::Life(life) => self.push(Piece::Life(life.clone())),
            Block::NewPage => self.opens_next = true,
        }
    }

    /// A head, the first row with it; rows, those of a short table all together; the heading of a group with its first
    /// row; the total, the last row with it. A row too long for a page goes on in rows below it.
    fn table(&mut self, table: &Table) {
        let table =
            &Table { rows: table.rows.iter().flat_map(|row| row_parts(row)).collect(), ..table.clone() };
        let at = self.tables.len();
        self.keep_announcement();
        self.push_kept(Piece::TableHead(at));
        let is_short = table.rows.len() <= SHORT_TABLE && table.characters() <= WHOLE;
        for row in 0..table.rows.len() {
            self.push(Piece::Row(at, row));
            if (is_short || table.opens_group(row)) && row + 1 < table.rows.len() {
                self.keep_last();
            }
        }
        if table.total.is_some() {
            self.keep_last();
            self.push(Piece::Total(at));
        }
        self.tables.push(table.clone());
    }

    /// The table a piece is a row of.
    #[must_use]
    pub fn table_of(piece: &Piece) -> Option<usize> {
        match piece {
            Piece::TableHead(at) | Piece::Row(at, _) | Piece::Total(at) => Some(*at),
            _ => None,
        }
    }
}

/// Labels and values in boxes that stay whole: one, unless a value is long enough to fill a page.
fn field_parts(fields: &[(String, String)]) -> Vec<Vec<(String, String)>> {
    let mut boxes: Vec<Vec<(String, String)>> = vec![Vec::new()];
    let mut length = 0;
    for (label, value) in fields {
        for (at, part) in parts_of(value, LONGEST_VALUE, LONGEST_VALUE).into_iter().enumerate() {
            let characters = part.chars().count();
            let is_long = LONGEST_VALUE / 2 < characters;
            let added = characters * if is_long { CROWDED } else { 1 };
            if LARGEST_BOX < length + added && length > 0 {
                boxes.push(Vec::new());
                length = 0;
            }
            length += added;
            if let Some(last) = boxes.last_mut() {
                last.push((if at == 0 { label.clone() } else { String::new() }, part));
            }
        }
    }
    boxes
}

/// A row in rows that each fit a page: itself, unless a cell is long enough to fill one alone. Nothing of it is lost.
fn row_parts(row: &[String]) -> Vec<Vec<String>> {
    let cells: Vec<Vec<String>> = row.iter().map(|cell| parts_of(cell, LONGEST_CELL, LONGEST_CELL)).collect();
    let count = cells.iter().map(Vec::len).max().unwrap_or(1);
    let part = |at: usize| cells.iter().map(|parts| parts.get(at).cloned().unwrap_or_default()).collect();
    (0..count).map(part).collect()
}

/// A text cut to so many characters where it is longer.
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{cut}…")
}

/// A text in parts that stay whole: itself, unless it is long enough to fill a page alone. Lines first, then words.
fn parts(text: &str) -> Vec<String> {
    parts_of(text, WHOLE, PART)
}

/// A text of at most so many characters as it is; a longer one in parts of so many.
fn parts_of(text: &str, whole: usize, part: usize) -> Vec<String> {
    if text.chars().count() <= whole {
        return vec![text.to_owned()];
    }
    let mut parts: Vec<String> = Vec::new();
    let mut length = 0;
    for word in text.split_inclusive(['\n', ' ']) {
        let mut word: Vec<char> = word.chars().collect();
        while !word.is_empty() {
            let rest = word.split_off(word.len().min(part));
            if parts.is_empty() || part < length + word.len() {
                parts.push(String::new());
                length = 0;
            }
            if let Some(last) = parts.last_mut() {
                length += word.len();
                last.extend(word);
            }
            word = rest;
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn table(rows: usize) -> Table {
        Table {
            caption: "Situation".to_owned(),
            note: String::new(),
            head: vec!["Facture".to_owned(), "Montant".to_owned()],
            rows: (0..rows).map(|row| vec![format!("F-{row}"), "10,00 €".to_owned()]).collect(),
            total: Some(vec!["Total".to_owned(), "30,00 €".to_owned()]),
            figures_from: 1,
        }
    }

    fn letter(blocks: Vec<Block>) -> Letter {
        Letter {
            lang: Lang::Fr,
            sender: vec!["Claire Morel".to_owned()],
            recipient: vec!["Atelier Brun".to_owned()],
            place_and_date: "Lyon".to_owned(),
            references: vec![String::new()],
            subject: "Relevé".to_owned(),
            blocks,
            as_of: "Sommes arrêtées au 22 novembre 2026.".to_owned(),
            payment_code: String::new(),
            look: None,
        }
    }

    fn shown(flow: &Flow) -> Vec<&Piece> {
        flow.pieces.iter().map(|placed| &placed.piece).collect()
    }

    #[test]
    fn a_table_is_a_head_rows_and_a_total() {
        let flow = Flow::of(&letter(vec![Block::Table(table(2))]));
        let rows = [Piece::TableHead(0), Piece::Row(0, 0), Piece::Row(0, 1), Piece::Total(0), Piece::Foot];
        assert_eq!(shown(&flow)[3..], rows.iter().collect::<Vec<_>>());
        let kept: Vec<bool> = flow.pieces[3..].iter().map(|placed| placed.keeps_next).collect();
        assert_eq!(kept, [true, true, true, false, false], "a short table stays whole");
        let flow = Flow::of(&letter(vec![Block::Table(table(9))]));
        assert!(!flow.pieces[4].keeps_next, "a long one goes on over pages");
    }

    #[test]
    fn a_row_of_any_length_goes_on_over_pages_and_loses_nothing() {
        let minutes = "Le client dit payer lundi. ".repeat(260);
        let mut long = table(1);
        long.rows.push(vec![minutes.clone(), "20,00 €".to_owned()]);
        let flow = Flow::of(&letter(vec![Block::Table(long)]));
        let rows = &flow.tables[0].rows;
        assert!(rows.len() > 10);
        assert!(rows.iter().flatten().all(|cell| cell.chars().count() <= LONGEST_CELL));
        let told: String = rows[1..].iter().map(|row| row[0].as_str()).collect();
        assert_eq!(told, minutes);
        assert_eq!(rows.iter().filter(|row| row[1] == "20,00 €").count(), 1, "a figure stands once");
        let shown = flow.pieces.iter().filter(|placed| matches!(placed.piece, Piece::Row(..))).count();
        assert_eq!(shown, rows.len());
    }

    #[test]
    fn the_heading_of_a_group_is_not_left_at_the_foot_of_a_page() {
        let mut grouped = table(9);
        grouped.rows[4] = vec!["Facture n° 2".to_owned(), String::new()];
        let flow = Flow::of(&letter(vec![Block::Table(grouped)]));
        let kept: Vec<bool> = flow.pieces[4..13].iter().map(|placed| placed.keeps_next).collect();
        assert_eq!(kept, [false, false, false, false, true, false, false, false, true]);
        assert_eq!(flow.tables[0].group_of(6).map(String::as_str), Some("Facture n° 2"));
        assert_eq!(flow.tables[0].group_of(4), None, "it names itself");
        assert_eq!(flow.tables[0].group_of(2), None);
    }

    #[test]
    fn annexes_come_after_the_foot_on_pages_of_their_own() {
        let flow = Flow::of(&letter(vec![Block::Annex(table(1)), Block::Paragraph("Merci.".to_owned())]));
        let foot = flow.pieces.iter().position(|placed| placed.piece == Piece::Foot).unwrap();
        assert_eq!(flow.pieces[foot + 1].piece, Piece::TableHead(0));
        assert!(flow.pieces[foot + 1].opens_page);
        assert_eq!(flow.pieces.iter().filter(|placed| placed.opens_page).count(), 1);
    }

    #[test]
    fn what_follows_a_new_page_opens_it() {
        let paragraph = |text: &str| Block::Paragraph(text.to_owned());
        let flow = Flow::of(&letter(vec![
            Block::Table(table(3)),
            Block::NewPage,
            paragraph("Chronologie"),
            Block::NewPage,
            paragraph("Pièces"),
        ]));
        let opening: Vec<&Piece> =
            flow.pieces.iter().filter(|placed| placed.opens_page).map(|placed| &placed.piece).collect();
        assert_eq!(
            opening,
            [&Piece::Paragraph("Chronologie".to_owned()), &Piece::Paragraph("Pièces".to_owned())]
        );
    }

    #[test]
    fn the_last_words_stay_with_the_signature() {
        let flow = Flow::of(&letter(vec![
            Block::Paragraph("Salutations.".to_owned()),
            Block::Signatures(vec![Signer::plain("Claire Morel")]),
        ]));
        assert!(flow.pieces[3].keeps_next);
    }

    #[test]
    fn what_announces_a_table_stays_with_it() {
        for (text, is_kept) in [("Voici les sommes\u{a0}:", true), ("Voici les sommes.", false)] {
            let announced = vec![Block::Paragraph(text.to_owned()), Block::Table(table(9))];
            assert_eq!(Flow::of(&letter(announced)).pieces[3].keeps_next, is_kept, "{text}");
            let listed = Block::List {
                title: "Bordereau".to_owned(),
                items: vec!["la facture et la preuve de son envoi".repeat(ONE_SENTENCE); 2],
            };
            let announced = vec![Block::Paragraph(text.to_owned()), listed];
            assert_eq!(Flow::of(&letter(announced)).pieces[3].keeps_next, is_kept, "a list: {text}");
        }
    }

    #[test]
    fn no_page_is_for_the_closing_words_alone() {
        let paragraph = |text: &str| Block::Paragraph(text.to_owned());
        let flow = Flow::of(&letter(vec![
            paragraph("Sans règlement à cette date, je vous écrirai de nouveau."),
            paragraph("Si vous contestez cette somme, écrivez-moi."),
            paragraph("Je vous prie d’agréer, Madame, mes salutations."),
            Block::Signatures(vec![Signer::plain("Claire Morel")]),
        ]));
        let kept: Vec<bool> = flow.pieces[3..].iter().map(|placed| placed.keeps_next).collect();
        assert_eq!(kept, [false, true, true, false, false]);
    }

    #[test]
    fn a_name_of_any_length_fits_its_page() {
        let name = "Vandenbroucke".repeat(400);
        let fields =
            vec![("Créancier".to_owned(), "Claire Morel".to_owned()), ("Débiteur".to_owned(), name.clone())];
        let flow = Flow::of(&letter(vec![
            Block::Fields(fields),
            Block::Signatures(vec![Signer::plain(&name)]),
            Block::List { title: "Pièces".to_owned(), items: vec![name.clone()] },
        ]));
        let mut written = String::new();
        for placed in &flow.pieces {
            match &placed.piece {
                Piece::Fields(fields, _) => {
                    let length: usize = fields.iter().map(|(_, value)| value.chars().count()).sum();
                    assert!(length <= LARGEST_BOX, "a box of {length}");
                    written.extend(fields.iter().map(|(_, value)| value.as_str()));
                }
                Piece::Signatures(signers) => {
                    assert!(signers.iter().all(|one| one.name.chars().count() <= LONGEST_NAME));
                }
                Piece::Item(text) => assert!(text.chars().count() <= PART),
                _ => {}
            }
        }
        assert_eq!(written, format!("Claire Morel{name}"), "nothing of it is lost");
    }

    #[test]
    fn a_text_of_any_length_loses_no_word() {
        let short = "Une ligne\net une autre";
        assert_eq!(parts(short), [short]);
        for text in
            ["mot ".repeat(1_300), "x".repeat(5_000), format!("{}\n{}", "é".repeat(3_000), "🙂".repeat(900))]
        {
            let parts = parts(&text);
            assert!(parts.len() > 3);
            assert!(parts.iter().all(|part| part.chars().count() <= PART));
            assert_eq!(parts.concat(), text);
        }
    }
}
