//! The sums of an e-mail: lines « – principal restant dû : 2 480,00 € » one below the other. They are found in the text, which
//! may be in the user’s own words, and stand in columns where it is copied.

use super::email::Email;
use super::letter::Table;
use crate::text::Lang;
use crate::text::words::labels;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// Lines that are no sums.
    Text(Vec<&'a str>),
    /// Lines of sums, two or more.
    Sums(Vec<Sum<'a>>),
}

/// A line of sums.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sum<'a> {
    line: &'a str,
    /// What it is, with the colon after it.
    lead: &'a str,
    figure: &'a str,
}

impl<'a> Sum<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let at = line.rfind(": ")? + 1;
        let (lead, figure) = line.split_at_checked(at)?;
        let figure = figure.trim();
        (line.starts_with("– ") && is_figure(figure)).then_some(Self { line, lead, figure })
    }

    fn name(&self) -> &'a str {
        self.lead.trim_start_matches("– ").trim_end_matches(':').trim_end()
    }
}

/// An amount with its currency, and nothing else.
fn is_figure(text: &str) -> bool {
    let is_of_amount = |sign: char| {
        sign.is_ascii_digit()
            || sign.is_whitespace()
            || sign.is_ascii_uppercase()
            || ".,’-−€£$".contains(sign)
    };
    text.contains(|sign: char| sign.is_ascii_digit()) && text.chars().all(is_of_amount)
}

/// The lines of a text in pieces, in order.
pub(super) fn parts(text: &str) -> Vec<Part<'_>> {
    let lines: Vec<&str> = text.lines().collect();
    let runs = lines.chunk_by(|above, below| Sum::read(above).is_some() == Sum::read(below).is_some());
    let mut parts: Vec<Part<'_>> = Vec::new();
    for run in runs {
        let sums: Vec<Sum<'_>> = run.iter().filter_map(|line| Sum::read(line)).collect();
        match parts.last_mut() {
            _ if 1 < sums.len() => parts.push(Part::Sums(sums)),
            // One sum alone is a line like another.
            Some(Part::Text(lines)) => lines.extend(run),
            _ => parts.push(Part::Text(run.to_vec())),
        }
    }
    parts
}

/// Sums as a table, the last as its total where it says so.
pub(super) fn table(sums: &[Sum<'_>]) -> Table {
    let row = |sum: &Sum<'_>| vec![labels::upper_first(sum.name()), sum.figure.to_owned()];
    let (last, before) = match sums.split_last() {
        Some((last, before)) if last.name().to_lowercase().starts_with("total") => (Some(last), before),
        _ => (None, sums),
    };
    bare(before.iter().map(row).collect(), last.map(row))
}

fn bare(rows: Vec<Vec<String>>, total: Option<Vec<String>>) -> Table {
    let head = vec![String::new(), String::new()];
    Table { caption: String::new(), note: String::new(), head, rows, total, figures_from: 1 }
}

impl Email {
    /// Subject and body as one text for the clipboard, its sums below one another where letters are all as wide.
    #[must_use]
    pub fn text_in_columns(&self, lang: Lang) -> String {
        let text = self.clipboard_text(lang);
        let written = parts(&text).into_iter().map(|part| match part {
            Part::Text(lines) => lines.join("\n"),
            Part::Sums(sums) => {
                let rows = sums.iter().map(|sum| vec![sum.lead.to_owned(), sum.figure.to_owned()]);
                let columns = bare(rows.collect(), None).in_columns(lang);
                columns.unwrap_or_else(|| sums.iter().map(|sum| sum.line).collect::<Vec<_>>().join("\n"))
            }
        });
        written.collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "Voici le compte\u{a0}:\n– principal restant dû\u{a0}: 2\u{a0}480,00\u{a0}€\n– pénalités\u{a0}: 4,35\u{a0}€\n\
        – total à régler\u{a0}: 2\u{a0}484,35\u{a0}€\n\nMerci\u{a0}: à bientôt.\n– frais\u{a0}: 2\u{a0}€";

    fn email(body: &str) -> Email {
        Email { subject: "Facture".to_owned(), body: body.to_owned() }
    }

    #[test]
    fn figures_of_an_account_stand_below_one_another_and_no_word_is_lost() {
        let copied = email(BODY).text_in_columns(Lang::Fr);
        let rows: Vec<&str> =
            copied.lines().filter(|line| line.starts_with("– ") && line.ends_with('€')).collect();
        assert_eq!(
            rows,
            [
                "– principal restant dû\u{a0}:  2\u{a0}480,00\u{a0}€",
                "– pénalités\u{a0}:                 4,35\u{a0}€",
                "– total à régler\u{a0}:        2\u{a0}484,35\u{a0}€",
                "– frais\u{a0}: 2\u{a0}€",
            ]
        );
        let squeezed =
            |text: &str| text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        assert_eq!(squeezed(&copied), email(BODY).clipboard_text(Lang::Fr));
    }

    #[test]
    fn sums_are_two_lines_or_more_of_figures_alone() {
        let sums = |text: &str| {
            let found = parts(text).into_iter().filter_map(|part| match part {
                Part::Sums(sums) => Some(sums.iter().map(Sum::name).collect::<Vec<_>>().join("|")),
                Part::Text(_) => None,
            });
            found.collect::<Vec<_>>()
        };
        assert_eq!(sums(BODY), ["principal restant dû|pénalités|total à régler"]);
        assert_eq!(sums("– a: €2.00\n– b: CHF 3.00\n– c: 3 or 4"), ["a|b"]);
        assert_eq!(sums("– IBAN\u{a0}: voir plus bas\n– total\u{a0}: 2 €"), [""; 0]);
        assert_eq!(sums(""), [""; 0]);
    }

    #[test]
    fn a_line_too_long_for_columns_stays_as_it_is() {
        let long = format!("– {}\u{a0}: 1,00\u{a0}€\n– b\u{a0}: 10,00\u{a0}€", "mot ".repeat(30).trim_end());
        assert_eq!(email(&long).text_in_columns(Lang::Fr), email(&long).clipboard_text(Lang::Fr));
    }
}
