//! A table of a letter: rows under the heads of their columns, in cells that are written already.

use serde::{Deserialize, Serialize};

use crate::text::Lang;

/// Characters of a line that stays one where text is read.
const LINE: usize = 78;

/// What stands between two columns of it.
const GAP: &str = "  ";

/// A table whose cells are written already.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// What it shows and the day it is stated at.
    pub caption: String,
    /// How its figures came about, where that is said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Heads of the columns.
    pub head: Vec<String>,
    /// Rows, as many cells as heads.
    pub rows: Vec<Vec<String>>,
    /// The total row, where there is one.
    pub total: Option<Vec<String>>,
    /// Position of the first column of figures; those from it on are aligned to the right.
    pub figures_from: usize,
}

impl Table {
    /// Its caption as it announces its rows; none where a sentence does.
    pub(super) fn title(&self, lang: Lang) -> Option<String> {
        (!self.caption.is_empty()).then(|| format!("{}{}", self.caption, lang.pick("\u{a0}:", ":")))
    }

    /// Its columns have no names: each row says what its figure is.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.head.iter().all(String::is_empty)
    }

    /// Characters of all its rows.
    pub(super) fn characters(&self) -> usize {
        self.rows.iter().flatten().map(|cell| cell.chars().count()).sum()
    }

    /// A row that is the heading of those below it: it has words in its first cell alone.
    #[must_use]
    pub fn opens_group(&self, row: usize) -> bool {
        let has_words = |cells: &Vec<String>| match cells.as_slice() {
            [first, rest @ ..] => !first.is_empty() && !rest.is_empty() && rest.iter().all(String::is_empty),
            [] => false,
        };
        self.rows.get(row).is_some_and(has_words)
    }

    /// The heading of the group a row is in; none where the row is one itself.
    #[must_use]
    pub fn group_of(&self, row: usize) -> Option<&String> {
        if self.opens_group(row) {
            return None;
        }
        let heading = (0..row).rev().find(|above| self.opens_group(*above))?;
        self.rows.get(heading)?.first()
    }

    /// A row as a line: its first cell, then each other with the head of its column, so that none is taken for another.
    /// A first cell that is a figure has its head too.
    fn line(&self, row: &[String], lang: Lang) -> String {
        let colon = lang.pick("\u{a0}:", ":");
        let mut filled = row.iter().zip(&self.head).enumerate().filter(|(_, (cell, _))| !cell.is_empty());
        let first = filled.next().map(|(at, (cell, head))| {
            let is_figure = self.figures_from <= at && !head.is_empty() && self.head.len() > 2;
            if is_figure { format!("{head}{colon} {cell}") } else { cell.clone() }
        });
        let first = first.unwrap_or_default();
        let named = filled.map(|(_, (cell, head))| {
            if head.is_empty() || self.head.len() == 2 {
                cell.clone()
            } else {
                format!("{head}{colon} {cell}")
            }
        });
        std::iter::once(first).chain(named).collect::<Vec<_>>().join(" · ")
    }

    /// The table in columns, words to the left and figures to the right, for letters that are all as wide; none where a line
    /// would be too long to stay one.
    pub(super) fn in_columns(&self, lang: Lang) -> Option<String> {
        let rows = || std::iter::once(&self.head).chain(&self.rows).chain(&self.total);
        let width = |column: usize| {
            let cells = rows().enumerate().filter(|(at, _)| !self.opens_group(at.wrapping_sub(1)));
            cells
                .filter_map(|(_, row)| row.get(column))
                .map(|cell| cell.chars().count())
                .max()
                .unwrap_or_default()
        };
        let widths: Vec<usize> = (0..self.head.len()).map(width).collect();
        if LINE < widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1) {
            return None;
        }
        let line = |row: &Vec<String>| {
            let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
                let room = " ".repeat(width.saturating_sub(cell.chars().count()));
                if self.figures_from <= column { format!("{room}{cell}") } else { format!("{cell}{room}") }
            });
            cells.collect::<Vec<_>>().join(GAP).trim_end().to_owned()
        };
        let note = Some(self.note.clone()).filter(|note| !note.is_empty());
        let rows = rows().map(line).filter(|row| !row.is_empty());
        Some(self.title(lang).into_iter().chain(note).chain(rows).collect::<Vec<_>>().join("\n"))
    }

    /// The table in lines, for where no table can stand.
    pub(super) fn in_lines(&self, lang: Lang) -> String {
        let rows = self.rows.iter().chain(&self.total).map(|row| format!("– {}", self.line(row, lang)));
        let note = Some(self.note.clone()).filter(|note| !note.is_empty());
        self.title(lang).into_iter().chain(note).chain(rows).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::super::letter::cells;
    use super::*;

    #[test]
    fn a_row_of_figures_alone_names_each_of_them() {
        let table = Table {
            caption: "Ancienneté".to_owned(),
            note: String::new(),
            head: cells(&["Non échu", "1 à 30 jours", "Total"]),
            rows: vec![cells(&["10,00 €", "20,00 €", "30,00 €"])],
            total: None,
            figures_from: 0,
        };
        assert!(table.in_lines(Lang::Fr).contains("– Non échu\u{a0}: 10,00 € · 1 à 30 jours"));
    }

    #[test]
    fn no_figure_is_read_under_another_column() {
        let table = Table {
            caption: "Opérations".to_owned(),
            note: String::new(),
            head: cells(&["Date", "Opération", "Débit", "Crédit", "Solde"]),
            rows: vec![cells(&[
                "02/07/2026",
                "Paiement",
                "",
                "1\u{a0}000,00\u{a0}€",
                "2\u{a0}480,00\u{a0}€",
            ])],
            total: None,
            figures_from: 2,
        };
        assert_eq!(
            table.in_lines(Lang::Fr),
            "Opérations\u{a0}:\n– 02/07/2026 · Opération\u{a0}: Paiement · Crédit\u{a0}: 1\u{a0}000,00\u{a0}€ · Solde\u{a0}: 2\u{a0}480,00\u{a0}€"
        );
    }
}
