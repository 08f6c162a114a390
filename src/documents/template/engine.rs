//! Reads a template and fills it. Ours, and small: a general engine is a sixth of what a first visit downloads, and
//! does not say which names a template uses in branches that are not taken.
//!
//! | written | means |
//! |---|---|
//! | `{{ name }}` | the text of that name |
//! | `{% if name %}`, `{% if not name %}`, `{% else %}`, `{% endif %}` | a text is true where it is not empty |
//! | `{% for row in invoice.working %}`, `{% endfor %}` | once per row of the working, no loop in a loop |
//!
//! A tag opens and closes on one line; alone on its line, it takes the line with it. Braces and percent signs that
//! open no tag are text. A template is checked whole when it is read, before any value is looked at.

use super::fault::{Fault, FaultKind};
use crate::documents::context::{INVOICE_VARIABLES, Kind, ROW_VARIABLES, TextContext, VARIABLES, Value};

/// The one list a template may go through, and what is written for one of its rows.
const LIST: &str = "invoice.working";
const ROW: &str = "row";

/// A template that was read and found sound.
#[derive(Debug)]
pub struct Parsed<'a> {
    steps: Vec<Step<'a>>,
}

/// One step of filling, and its line.
#[derive(Debug)]
struct Step<'a> {
    line: usize,
    what: What<'a>,
}

/// Steps come in pairs that the reader has matched, so that filling needs no stack.
#[derive(Debug)]
enum What<'a> {
    Text(&'a str),
    Print(&'a str),
    If { name: &'a str, negated: bool },
    Else,
    EndIf,
    For,
    EndFor,
}

/// A tag that waits for its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    If,
    Else,
    For,
}

/// Reads a template and checks all of it.
///
/// # Errors
/// The first fault, with its line.
pub fn parse(source: &str) -> Result<Parsed<'_>, Fault> {
    let mut reader = Reader { steps: Vec::new(), open: Vec::new(), in_loop: false, line: 0 };
    for line in source.split_inclusive('\n') {
        reader.line += 1;
        reader.read_line(line).map_err(|kind| Fault { line: reader.line, kind })?;
    }
    match reader.open.pop() {
        None => Ok(Parsed { steps: reader.steps }),
        Some((Open::For, line)) => Err(Fault { line, kind: FaultKind::UnclosedFor }),
        Some((_, line)) => Err(Fault { line, kind: FaultKind::UnclosedIf }),
    }
}

struct Reader<'a> {
    steps: Vec<Step<'a>>,
    open: Vec<(Open, usize)>,
    in_loop: bool,
    line: usize,
}

impl<'a> Reader<'a> {
    /// Reads a line, its end included.
    fn read_line(&mut self, line: &'a str) -> Result<(), FaultKind> {
        let alone = line.trim().strip_prefix("{%").and_then(|tag| tag.strip_suffix("%}"));
        if let Some(tag) = alone
            && !tag.contains("%}")
        {
            return self.read_tag(tag);
        }
        let mut rest = line;
        while let Some((text, tag)) = next_tag(rest) {
            self.push(What::Text(text));
            if let Some(tag) = tag.strip_prefix("{{") {
                let (name, after) = tag.split_once("}}").ok_or(FaultKind::UnclosedTag)?;
                self.read_print(name.trim())?;
                rest = after;
            } else {
                let tag = tag.strip_prefix("{%").unwrap_or(tag);
                let (tag, after) = tag.split_once("%}").ok_or(FaultKind::UnclosedTag)?;
                self.read_tag(tag)?;
                rest = after;
            }
        }
        self.push(What::Text(rest));
        Ok(())
    }

    fn read_print(&mut self, name: &'a str) -> Result<(), FaultKind> {
        match self.kind(name)? {
            Kind::Text => self.push(What::Print(name)),
            Kind::Flag => return Err(FaultKind::NotText(name.to_owned())),
        }
        Ok(())
    }

    /// Reads what stands between `{%` and `%}`.
    fn read_tag(&mut self, tag: &'a str) -> Result<(), FaultKind> {
        let mut words = tag.split_whitespace();
        let words = [words.next(), words.next(), words.next(), words.next(), words.next()];
        match words {
            [Some("if"), Some("not"), Some(name), None, _] => self.read_if(name, true),
            [Some("if"), Some(name), None, ..] => self.read_if(name, false),
            [Some("else"), None, ..] => {
                let (_, line) = self.close(&[Open::If]).ok_or(FaultKind::StrayElse)?;
                self.open.push((Open::Else, line));
                self.push(What::Else);
                Ok(())
            }
            [Some("endif"), None, ..] => {
                self.close(&[Open::If, Open::Else]).ok_or(FaultKind::StrayEndif)?;
                self.push(What::EndIf);
                Ok(())
            }
            [Some("for"), Some(ROW), Some("in"), Some(LIST), None] if self.in_loop => {
                Err(FaultKind::NestedFor)
            }
            [Some("for"), Some(ROW), Some("in"), Some(LIST), None] => {
                self.open.push((Open::For, self.line));
                self.in_loop = true;
                self.push(What::For);
                Ok(())
            }
            [Some("for"), Some(ROW), Some("in"), Some(list), None] => {
                Err(FaultKind::UnknownList(list.to_owned()))
            }
            [Some("endfor"), None, ..] => {
                self.close(&[Open::For]).ok_or(FaultKind::StrayEndfor)?;
                self.in_loop = false;
                self.push(What::EndFor);
                Ok(())
            }
            _ => Err(FaultKind::UnknownTag(tag.trim().to_owned())),
        }
    }

    fn read_if(&mut self, name: &'a str, negated: bool) -> Result<(), FaultKind> {
        self.kind(name)?;
        self.open.push((Open::If, self.line));
        self.push(What::If { name, negated });
        Ok(())
    }

    /// The innermost open tag, taken off where it is one of those expected.
    fn close(&mut self, expected: &[Open]) -> Option<(Open, usize)> {
        let (open, _) = self.open.last()?;
        if expected.contains(open) { self.open.pop() } else { None }
    }

    /// What a name stands for, at this place of the template.
    fn kind(&self, name: &str) -> Result<Kind, FaultKind> {
        let rows = if self.in_loop { ROW_VARIABLES } else { &[] };
        for names in [VARIABLES, INVOICE_VARIABLES, rows] {
            if let Some((_, kind)) = names.iter().find(|(known, _)| *known == name) {
                return Ok(*kind);
            }
        }
        Err(FaultKind::UnknownVariable(name.to_owned()))
    }

    fn push(&mut self, what: What<'a>) {
        self.steps.push(Step { line: self.line, what });
    }
}

/// The text before the next tag, and all from that tag on.
fn next_tag(text: &str) -> Option<(&str, &str)> {
    let at = text.as_bytes().windows(2).position(|pair| pair == b"{{" || pair == b"{%")?;
    text.split_at_checked(at)
}

impl Parsed<'_> {
    /// Fills the template with the values of a case. What a value holds is text, never a tag.
    ///
    /// # Errors
    /// [`FaultKind::NoValue`] where the template names an invoice and the text is about none.
    pub fn fill(&self, context: &TextContext) -> Result<String, Fault> {
        let rows = context.invoice.as_ref().map_or(&[][..], |invoice| &invoice.working);
        let value = |line, name: &str, row: Option<usize>| -> Result<Value<'_>, Fault> {
            row.and_then(|row| rows.get(row)?.value(name))
                .or_else(|| context.value(name))
                .ok_or_else(|| Fault { line, kind: FaultKind::NoValue(name.to_owned()) })
        };
        let mut filled = String::new();
        // How many open tags lie in a part that is left out; their ends bring it back to zero.
        let mut skipped = 0_usize;
        // Where the loop begins, and its row.
        let mut start = 0;
        let mut row = None;
        let mut at = 0;
        while let Some(step) = self.steps.get(at) {
            at += 1;
            match step.what {
                What::If { .. } | What::For if skipped > 0 => skipped += 1,
                What::EndIf | What::EndFor if skipped > 0 => skipped -= 1,
                What::Else if skipped < 2 => skipped = 1 - skipped,
                _ if skipped > 0 => {}
                What::Text(text) => filled.push_str(text),
                What::Print(name) => {
                    if let Value::Text(text) = value(step.line, name, row)? {
                        filled.push_str(text);
                    }
                }
                What::If { name, negated } => {
                    skipped = usize::from(value(step.line, name, row)?.is_true() == negated);
                }
                What::For if rows.is_empty() => skipped = 1,
                What::For => (start, row) = (at, Some(0)),
                What::EndFor => {
                    row = row.map(|row| row + 1).filter(|row| *row < rows.len());
                    if row.is_some() {
                        at = start;
                    }
                }
                What::Else | What::EndIf => {}
            }
        }
        Ok(filled)
    }
}

#[cfg(test)]
mod tests;
