//! A letter or an e-mail with its form kept, for the clipboard: HTML that a mail program or a word processor takes over. Its styles stand
//! on each element, since such programs drop every other.

use super::email::Email;
use super::letter::{Block, Letter, Signer, Table, without_number};
use super::sums::{self, Part};
use crate::text::Lang;

/// Styles, each of properties that mail programs and word processors keep.
const LETTER: &str = "font-family:Georgia,'Times New Roman',serif;font-size:11pt;line-height:1.4;color:#000";
const PARAGRAPH: &str = "margin:0 0 8pt";
const TITLE: &str = "margin:14pt 0 8pt;font-size:13pt;font-weight:bold";
const HEADING: &str = "margin:12pt 0 6pt;font-size:11pt;font-weight:bold";
const QUOTE: &str = "margin:0 0 8pt;padding-left:10pt;border-left:1px solid #999";
// An e-mail has the letters of the program it is written in.
const EMAIL: &str = "line-height:1.4";
const SUMS: &str = "border-collapse:collapse;margin:0 0 10pt";
const TABLE: &str = "border-collapse:collapse;margin:0 0 10pt;font-size:10pt";
const CAPTION: &str = "text-align:left;font-weight:bold;padding:0 0 3pt";
const HEAD: &str =
    "text-align:left;font-weight:bold;vertical-align:bottom;padding:3pt 8pt;border-bottom:1px solid #000";
const CELL: &str = "text-align:left;vertical-align:top;padding:3pt 8pt;border-bottom:1px solid #bbb";
const FIGURE: &str = "text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums";
const TOTAL: &str = "font-weight:bold;border-top:1px solid #000;border-bottom:1px solid #000";

/// The letter in the order of its pages: everything that came from outside is escaped.
#[must_use]
pub fn html(letter: &Letter) -> String {
    let mut out = format!("<div lang=\"{}\" style=\"{LETTER}\">", letter.lang.tag());
    paragraph(&mut out, &letter.sender.join("\n"));
    paragraph(&mut out, &letter.recipient.join("\n"));
    paragraph(&mut out, &letter.place_and_date);
    paragraph(&mut out, letter.sending());
    element(&mut out, "h2", TITLE, &letter.subject);
    let (blocks, annexes) = letter.in_order();
    for block in blocks {
        add(&mut out, block);
    }
    paragraph(&mut out, &letter.foot().join("\n"));
    for block in annexes {
        add(&mut out, block);
    }
    out.push_str("</div>");
    out
}

/// An e-mail, its sums in a table: everything that came from outside is escaped.
#[must_use]
pub fn email(email: &Email, lang: Lang) -> String {
    let mut out = format!("<div lang=\"{}\" style=\"{EMAIL}\">", lang.tag());
    for part in sums::parts(&email.clipboard_text(lang)) {
        match part {
            Part::Text(lines) => {
                lines.join("\n").split("\n\n").for_each(|text| paragraph(&mut out, text.trim()));
            }
            Part::Sums(sums) => table(&mut out, &sums::table(&sums), SUMS),
        }
    }
    out.push_str("</div>");
    out
}

fn add(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(text) => paragraph(out, text),
        Block::Heading(text) => element(out, "h3", HEADING, text),
        Block::Table(rows) | Block::Annex(rows) => table(out, rows, TABLE),
        Block::Fields(fields) => {
            open(out, "table", TABLE);
            for (label, value) in fields {
                out.push_str("<tr>");
                element(out, "td", CELL, label);
                element(out, "td", &format!("{CELL};font-weight:bold"), value);
                out.push_str("</tr>");
            }
            out.push_str("</table>");
        }
        Block::Signatures(signers) => {
            for Signer { name, mention } in signers {
                paragraph(out, &if mention.is_empty() { name.clone() } else { format!("{name}\n{mention}") });
            }
        }
        Block::List { title, items } => {
            paragraph(out, title);
            let is_numbered = items.iter().all(|item| without_number(item).is_some());
            let list = if is_numbered { "ol" } else { "ul" };
            open(out, list, PARAGRAPH);
            for item in items {
                element(out, "li", "", without_number(item).filter(|_| is_numbered).unwrap_or(item));
            }
            out.push_str(if is_numbered { "</ol>" } else { "</ul>" });
        }
        Block::Quoted { title, text } => {
            element(out, "h3", HEADING, title);
            element(out, "blockquote", QUOTE, text);
        }
        Block::Copy { title, about, blocks } => {
            element(out, "h3", HEADING, title);
            open(out, "blockquote", QUOTE);
            paragraph(out, about);
            for block in blocks {
                add(out, block);
            }
            out.push_str("</blockquote>");
        }
        Block::Life(_) | Block::NewPage => {}
    }
}

fn table(out: &mut String, table: &Table, style: &str) {
    paragraph(out, &table.note);
    open(out, "table", style);
    if !table.caption.is_empty() {
        element(out, "caption", CAPTION, &table.caption);
    }
    if !table.is_bare() {
        row(out, table, &table.head, ("th", HEAD));
    }
    for cells in &table.rows {
        row(out, table, cells, ("td", CELL));
    }
    if let Some(cells) = &table.total {
        row(out, table, cells, ("td", &format!("{CELL};{TOTAL}")));
    }
    out.push_str("</table>");
}

/// A row; its figures stand at the right, one below the other.
fn row(out: &mut String, table: &Table, cells: &[String], (tag, style): (&str, &str)) {
    out.push_str("<tr>");
    for (column, cell) in cells.iter().enumerate() {
        if table.figures_from <= column {
            element(out, tag, &format!("{style};{FIGURE}"), cell);
        } else {
            element(out, tag, style, cell);
        }
    }
    out.push_str("</tr>");
}

fn paragraph(out: &mut String, text: &str) {
    if !text.is_empty() {
        element(out, "p", PARAGRAPH, text);
    }
}

fn open(out: &mut String, tag: &str, style: &str) {
    out.push('<');
    out.push_str(tag);
    if !style.is_empty() {
        out.push_str(" style=\"");
        out.push_str(style);
        out.push('"');
    }
    out.push('>');
}

fn element(out: &mut String, tag: &str, style: &str, text: &str) {
    open(out, tag, style);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' => out.push_str("<br>"),
            other => out.push(other),
        }
    }
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::letter::cells;
    use crate::text::Lang;

    fn letter(blocks: Vec<Block>) -> Letter {
        Letter {
            lang: Lang::Fr,
            sender: vec!["Claire <b>Morel</b>".to_owned(), "Lyon".to_owned()],
            recipient: vec!["Brun & Fils".to_owned()],
            place_and_date: "Lyon".to_owned(),
            references: vec![String::new()],
            subject: "<script>alert(1)</script>".to_owned(),
            blocks,
            as_of: String::new(),
            payment_code: String::new(),
            look: None,
        }
    }

    #[test]
    fn what_comes_from_outside_is_text() {
        let html = html(&letter(vec![Block::Paragraph("Un\ndeux".to_owned())]));
        assert!(!html.contains("<script>") && !html.contains("<b>"));
        assert!(html.contains(">Claire &lt;b&gt;Morel&lt;/b&gt;<br>Lyon</p>"));
        assert!(html.contains(">Brun &amp; Fils</p>"));
        assert!(html.contains(">Un<br>deux</p>"));
    }

    #[test]
    fn the_account_of_an_email_is_a_table_and_all_else_paragraphs() {
        let body = "Bonjour,\n\nLe compte\u{a0}:\n– <b>\u{a0}: 10,00\u{a0}€\n– total\u{a0}: 10,00\u{a0}€\n\nMerci.\nClaire";
        let html = email(&Email { subject: "Objet & suite".to_owned(), body: body.to_owned() }, Lang::Fr);
        assert_eq!(html.matches("<tr>").count(), 2);
        assert_eq!(html.matches(FIGURE).count(), 2);
        assert!(html.contains(">&lt;b&gt;</td>") && !html.contains("<b>"));
        assert!(html.contains("font-weight:bold;border-top") && html.contains(">Total</td>"));
        let texts: Vec<&str> = html
            .split("<p ")
            .skip(1)
            .filter_map(|p| Some(p.split_once('>')?.1.split_once("</p>")?.0))
            .collect();
        assert_eq!(
            texts,
            ["Objet\u{a0}: Objet &amp; suite", "Bonjour,", "Le compte\u{a0}:", "Merci.<br>Claire"]
        );
    }

    #[test]
    fn figures_are_set_to_the_right_by_a_style_of_their_own() {
        let table = Table {
            caption: "Compte".to_owned(),
            note: String::new(),
            head: cells(&["Poste", "Montant"]),
            rows: vec![cells(&["Principal", "10,00 €"])],
            total: Some(cells(&["Total", "10,00 €"])),
            figures_from: 1,
        };
        let html = html(&letter(vec![Block::Table(table)]));
        let cells: Vec<&str> = html.split("<t").filter(|cell| cell.contains("10,00 €")).collect();
        assert_eq!(cells.len(), 2);
        assert!(cells.iter().all(|cell| cell.contains("text-align:right") && cell.contains("tabular-nums")));
        assert!(html.contains("border-collapse:collapse") && !html.contains("class="));
    }
}
