//! A letter with its form kept, for the clipboard: bare HTML that a mail program or a word processor takes over.

use super::letter::{Block, Letter, Signer, Table};

/// The letter as HTML without style: everything that came from outside is escaped.
#[must_use]
pub fn html(letter: &Letter) -> String {
    let mut out = format!("<div lang=\"{}\">", letter.lang.tag());
    paragraph(&mut out, &letter.sender.join("\n"));
    paragraph(&mut out, &letter.recipient.join("\n"));
    paragraph(&mut out, &letter.place_and_date);
    let references: Vec<&str> =
        letter.references.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
    paragraph(&mut out, &references.join("\n"));
    element(&mut out, "h2", &letter.subject);
    for block in &letter.blocks {
        add(&mut out, block);
    }
    paragraph(&mut out, &letter.as_of);
    out.push_str("</div>");
    out
}

fn add(out: &mut String, block: &Block) {
    match block {
        Block::Paragraph(text) => paragraph(out, text),
        Block::Heading(text) => element(out, "h3", text),
        Block::Table(rows) | Block::Annex(rows) => table(out, rows),
        Block::Fields(fields) => {
            out.push_str("<table>");
            for (label, value) in fields {
                out.push_str("<tr>");
                element(out, "th", label);
                element(out, "td", value);
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
            out.push_str("<ul>");
            for item in items {
                element(out, "li", item);
            }
            out.push_str("</ul>");
        }
        Block::Quoted { title, text } => {
            element(out, "h3", title);
            element(out, "blockquote", text);
        }
        Block::Life(_) | Block::NewPage => {}
    }
}

fn table(out: &mut String, table: &Table) {
    out.push_str("<table>");
    element(out, "caption", &table.caption);
    row(out, "th", &table.head);
    for cells in table.rows.iter().chain(&table.total) {
        row(out, "td", cells);
    }
    out.push_str("</table>");
    paragraph(out, &table.note);
}

fn row(out: &mut String, tag: &str, cells: &[String]) {
    out.push_str("<tr>");
    for cell in cells {
        element(out, tag, cell);
    }
    out.push_str("</tr>");
}

fn paragraph(out: &mut String, text: &str) {
    if !text.is_empty() {
        element(out, "p", text);
    }
}

fn element(out: &mut String, tag: &str, text: &str) {
    out.push('<');
    out.push_str(tag);
    out.push('>');
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
    use crate::text::Lang;

    #[test]
    fn what_comes_from_outside_is_text() {
        let letter = Letter {
            lang: Lang::Fr,
            sender: vec!["Claire <b>Morel</b>".to_owned(), "Lyon".to_owned()],
            recipient: vec!["Brun & Fils".to_owned()],
            place_and_date: "Lyon".to_owned(),
            references: vec![String::new()],
            subject: "<script>alert(1)</script>".to_owned(),
            blocks: vec![Block::Paragraph("Un\ndeux".to_owned())],
            as_of: String::new(),
            payment_code: String::new(),
            look: None,
        };
        let html = html(&letter);
        assert!(!html.contains("<script>") && !html.contains("<b>"));
        assert!(html.contains("<p>Claire &lt;b&gt;Morel&lt;/b&gt;<br>Lyon</p>"));
        assert!(html.contains("<p>Brun &amp; Fils</p>"));
        assert!(html.contains("<p>Un<br>deux</p>"));
    }
}
