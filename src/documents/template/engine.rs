//! Reads a template and fills it. Ours, and small: a general engine is a sixth of what a first visit downloads, and
//! does not say which names a template uses in branches that are not taken.
//!
//! | written | means |
//! |---|---|
//! | `{{ name }}` | the text of that name |
//! | `{te|vous}` | the first where the client is addressed as *tu*, the second otherwise |
//! | `{% if name %}`, `{% if not name %}`, `{% elif name %}`, `{% else %}`, `{% endif %}` | a text is true where it is not empty |
//! | `{% if one or not other %}`, `{% if one and other %}` | several names, joined by the same word |
//! | `{% for invoice in invoices %}`, `{% endfor %}` | once per invoice |
//! | `{% for row in invoice.working %}` | once per row of the working |
//! | `{% for instalment in instalments %}` | once per instalment |
//! | `{% include greeting %}` | the words of a file of `parts/` |
//!
//! A tag opens and closes on one line; alone on its line, it takes the line with it. Braces and percent signs that
//! open no tag are text. A template is checked whole when it is read, before any value is looked at.

use super::fault::{Fault, FaultKind};
use super::parts;
use crate::base::signs::is_turning;
use crate::documents::context::{
    INSTALMENT_VARIABLES, INVOICE_VARIABLES, InvoiceText, Kind, PAPER_VARIABLES, ROW_VARIABLES, TextContext,
    VARIABLES, Value,
};
use crate::text::Lang;

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

/// Steps come in pairs that the reader has matched, so that filling needs no stack but that of the loops.
#[derive(Debug)]
enum What<'a> {
    Text(&'a str),
    Print(&'a str),
    Address { tu: &'a str, vous: &'a str },
    If(Condition<'a>),
    Elif(Condition<'a>),
    Else,
    EndIf,
    For(List),
    EndFor,
}

/// Names after `if`, each as it is or denied.
#[derive(Debug)]
struct Condition<'a> {
    names: Vec<(bool, &'a str)>,
    /// One of them is enough; all are needed otherwise.
    any: bool,
}

/// What a template may go through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum List {
    Invoices,
    Working,
    Instalments,
}

/// A tag that waits for its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    If,
    Else,
    For(List),
}

/// Reads a template in a language and checks all of it.
///
/// # Errors
/// The first fault, with its line.
pub fn parse(source: &str, lang: Lang) -> Result<Parsed<'_>, Fault> {
    let reader = Reader::of(source, lang);
    match reader.faults.into_iter().next() {
        None => Ok(Parsed { steps: reader.steps }),
        Some(fault) => Err(fault),
    }
}

/// Every fault of a template in a language, in the order it is read in; what is never closed last.
#[must_use]
pub fn check(source: &str, lang: Lang) -> Vec<Fault> {
    Reader::of(source, lang).faults
}

struct Reader<'a> {
    lang: Lang,
    steps: Vec<Step<'a>>,
    open: Vec<(Open, usize)>,
    /// Those of them that are loops, to be found without going through all.
    loops: Vec<List>,
    line: usize,
    /// What is wrong so far. Reading goes on after it, as if it were right.
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    /// A template that was read to its end.
    fn of(source: &'a str, lang: Lang) -> Self {
        let (open, loops, faults) = (Vec::new(), Vec::new(), Vec::new());
        let mut reader = Self { lang, steps: Vec::new(), open, loops, line: 0, faults };
        for line in source.split_inclusive('\n') {
            reader.line += 1;
            reader.read_line(line);
        }
        while let Some((open, line)) = reader.open.pop() {
            let kind =
                if matches!(open, Open::For(_)) { FaultKind::UnclosedFor } else { FaultKind::UnclosedIf };
            reader.faults.push(Fault { line, kind });
        }
        reader
    }

    /// Notes what is wrong on the line.
    fn note(&mut self, read: Result<(), FaultKind>) {
        if let Err(kind) = read {
            self.faults.push(Fault { line: self.line, kind });
        }
    }

    /// Reads a line, its end included.
    fn read_line(&mut self, line: &'a str) {
        let alone = line.trim().strip_prefix("{%").and_then(|tag| tag.strip_suffix("%}"));
        if let Some(tag) = alone
            && !tag.contains("%}")
        {
            let read = self.read_tag(tag, true);
            return self.note(read);
        }
        let mut rest = line;
        while let Some((text, tag)) = next_tag(rest) {
            self.read_text(text);
            let is_print = tag.starts_with("{{");
            let inner = tag.get(2..).unwrap_or_default();
            let closed = inner.split_once(if is_print { "}}" } else { "%}" });
            // The end of the next tag is not the end of this one.
            let Some((inside, after)) = closed.filter(|(inside, _)| next_tag(inside).is_none()) else {
                self.note(Err(FaultKind::UnclosedTag));
                rest = inner;
                continue;
            };
            let read = if is_print { self.read_print(inside.trim()) } else { self.read_tag(inside, false) };
            self.note(read);
            rest = after;
        }
        self.read_text(rest);
    }

    /// Reads text between tags: what it says to *tu* and to *vous*.
    fn read_text(&mut self, mut text: &'a str) {
        while let Some((before, tu, vous, after)) = next_address(text) {
            self.push(What::Text(before));
            self.push(What::Address { tu, vous });
            text = after;
        }
        self.push(What::Text(text));
    }

    fn read_print(&mut self, name: &'a str) -> Result<(), FaultKind> {
        if name.is_empty() {
            return Err(FaultKind::NoName);
        }
        match self.kind(name)? {
            Kind::Text => self.push(What::Print(name)),
            Kind::Flag => return Err(FaultKind::NotText(name.to_owned())),
        }
        Ok(())
    }

    /// Reads what stands between `{%` and `%}`, alone on its line or within one.
    fn read_tag(&mut self, tag: &'a str, alone: bool) -> Result<(), FaultKind> {
        let tag = tag.trim();
        let (word, rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        let rest = rest.trim();
        let unknown = || FaultKind::UnknownTag(tag.to_owned());
        match (word, rest) {
            ("if", names) => {
                // Open even where its names are wrong: its end is not.
                self.open.push((Open::If, self.line));
                let condition = self.condition(names).ok_or_else(unknown)??;
                self.push(What::If(condition));
            }
            ("elif", names) => {
                let open = self.close(|open| open == Open::If).ok_or(FaultKind::StrayElse)?;
                self.open.push(open);
                let condition = self.condition(names).ok_or_else(unknown)??;
                self.push(What::Elif(condition));
            }
            ("else", "") => {
                let (_, line) = self.close(|open| open == Open::If).ok_or(FaultKind::StrayElse)?;
                self.open.push((Open::Else, line));
                self.push(What::Else);
            }
            ("endif", "") => {
                self.close(|open| matches!(open, Open::If | Open::Else)).ok_or(FaultKind::StrayEndif)?;
                self.push(What::EndIf);
            }
            ("for", loops) => {
                let list = list(loops).ok_or_else(|| {
                    let name = loops.split_once(" in ").map(|(_, name)| name.trim());
                    let is_named = ["row ", "invoice ", "instalment "].iter().any(|it| loops.starts_with(it));
                    match name.filter(|_| is_named) {
                        Some(name) => FaultKind::UnknownList(name.to_owned()),
                        None => unknown(),
                    }
                })?;
                if self.is_in(list) {
                    return Err(FaultKind::NestedFor);
                }
                self.open.push((Open::For(list), self.line));
                self.loops.push(list);
                self.push(What::For(list));
            }
            ("endfor", "") => {
                self.close(|open| matches!(open, Open::For(_))).ok_or(FaultKind::StrayEndfor)?;
                self.loops.pop();
                self.push(What::EndFor);
            }
            ("include", name) => {
                let part =
                    parts::part(name, self.lang).ok_or_else(|| FaultKind::UnknownPart(name.to_owned()))?;
                let part = if alone { part } else { part.trim_end_matches('\n') };
                for line in part.split_inclusive('\n') {
                    self.read_line(line);
                }
            }
            _ => return Err(unknown()),
        }
        Ok(())
    }

    /// Reads the names after `if`; none where they do not read as such.
    fn condition(&self, text: &'a str) -> Option<Result<Condition<'a>, FaultKind>> {
        let mut words = text.split_whitespace();
        let mut condition = Condition { names: Vec::new(), any: false };
        let mut joint = None;
        loop {
            let word = words.next()?;
            let (negated, name) = match (word, words.clone().next()) {
                ("not", Some(_)) => (true, words.next()?),
                _ => (false, word),
            };
            if let Err(fault) = self.kind(name) {
                return Some(Err(fault));
            }
            condition.names.push((negated, name));
            match (words.next(), joint) {
                (None, _) => return Some(Ok(condition)),
                (Some(word @ ("or" | "and")), None) => joint = Some(word),
                (Some(word), Some(before)) if word == before => {}
                _ => return None,
            }
            condition.any = joint == Some("or");
        }
    }

    /// The innermost open tag, taken off where it is one of those expected.
    fn close(&mut self, is_expected: impl Fn(Open) -> bool) -> Option<(Open, usize)> {
        let (open, _) = self.open.last()?;
        if is_expected(*open) { self.open.pop() } else { None }
    }

    fn is_in(&self, list: List) -> bool {
        self.loops.contains(&list)
    }

    /// What a name stands for, at this place of the template.
    fn kind(&self, name: &str) -> Result<Kind, FaultKind> {
        let within =
            |list, names: &'static [(&'static str, Kind)]| if self.is_in(list) { names } else { &[] };
        let rows = within(List::Working, ROW_VARIABLES);
        let instalments = within(List::Instalments, INSTALMENT_VARIABLES);
        for names in [VARIABLES, INVOICE_VARIABLES, PAPER_VARIABLES, rows, instalments] {
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

/// The list after `for`.
fn list(loops: &str) -> Option<List> {
    let mut words = loops.split_whitespace();
    match [words.next(), words.next(), words.next(), words.next()] {
        [Some("invoice"), Some("in"), Some("invoices"), None] => Some(List::Invoices),
        [Some("row"), Some("in"), Some("invoice.working"), None] => Some(List::Working),
        [Some("instalment"), Some("in"), Some("instalments"), None] => Some(List::Instalments),
        _ => None,
    }
}

/// The text before the next tag, and all from that tag on.
fn next_tag(text: &str) -> Option<(&str, &str)> {
    let at = text.as_bytes().windows(2).position(|pair| pair == b"{{" || pair == b"{%")?;
    text.split_at_checked(at)
}

/// The text before the next `{te|vous}`, its two forms, and the text after it.
fn next_address(text: &str) -> Option<(&str, &str, &str, &str)> {
    let mut from = 0;
    loop {
        let open = from + text.get(from..)?.find('{')?;
        let inner = text.get(open + 1..)?;
        let end = inner.find(['{', '}'])?;
        let forms = inner.get(..end)?;
        if inner.get(end..)?.starts_with('}')
            && let Some((tu, vous)) = forms.split_once('|')
            && !vous.contains('|')
        {
            return Some((text.get(..open)?, tu, vous, inner.get(end + 1..)?));
        }
        from = open + 1;
    }
}

/// A loop that is being gone through.
struct Loop {
    list: List,
    /// The step after its start.
    start: usize,
    at: usize,
}

/// Where filling stands: the values of a case, and the loops it is in.
struct Filling<'c> {
    context: &'c TextContext,
    loops: Vec<Loop>,
}

impl<'c> Filling<'c> {
    fn at(&self, list: List) -> Option<usize> {
        self.loops.iter().rev().find(|one| one.list == list).map(|one| one.at)
    }

    fn invoice(&self) -> Option<&'c InvoiceText> {
        match self.at(List::Invoices) {
            Some(at) => self.context.invoices.get(at),
            None => self.context.invoice.as_ref(),
        }
    }

    fn length(&self, list: List) -> usize {
        match list {
            List::Invoices => self.context.invoices.len(),
            List::Working => self.invoice().map_or(0, |invoice| invoice.working.len()),
            List::Instalments => self.context.instalments.len(),
        }
    }

    fn value(&self, name: &str) -> Option<Value<'c>> {
        let row = || self.invoice()?.working.get(self.at(List::Working)?)?.value(name);
        let instalment = || self.context.instalments.get(self.at(List::Instalments)?)?.value(name);
        let of_invoice = || self.invoice()?.value(name);
        row().or_else(instalment).or_else(of_invoice).or_else(|| self.context.value(name))
    }

    fn holds(&self, condition: &Condition<'_>) -> Result<bool, FaultKind> {
        for (negated, name) in &condition.names {
            let value = self.value(name).ok_or_else(|| FaultKind::NoValue((*name).to_owned()))?;
            if (value.is_true() != *negated) == condition.any {
                return Ok(condition.any);
            }
        }
        Ok(!condition.any)
    }
}

impl Parsed<'_> {
    /// Fills the template with the values of a case. What a value holds is text, never a tag.
    ///
    /// # Errors
    /// [`FaultKind::NoValue`] where the template names an invoice and the text is about none.
    pub fn fill(&self, context: &TextContext) -> Result<String, Fault> {
        self.write(context, false)
    }

    /// The template with its conditions decided as for a case, and its names left to be filled: one that is easier to
    /// read and to change. Lists are left out, for their names mean nothing outside them.
    ///
    /// # Errors
    /// As [`Parsed::fill`].
    pub fn outline(&self, context: &TextContext) -> Result<String, Fault> {
        self.write(context, true)
    }

    fn write(&self, context: &TextContext, names: bool) -> Result<String, Fault> {
        let mut filling = Filling { context, loops: Vec::new() };
        let mut filled = String::new();
        // How many open tags lie in a part that is left out; their ends bring it back to zero.
        let mut skipped = 0_usize;
        // The innermost of them has had its branch.
        let mut had = false;
        let mut at = 0;
        while let Some(step) = self.steps.get(at) {
            at += 1;
            let fault = |kind| Fault { line: step.line, kind };
            match &step.what {
                What::If(_) | What::For(_) if skipped > 0 => skipped += 1,
                What::EndIf | What::EndFor if skipped > 0 => skipped -= 1,
                What::Else | What::Elif(_) if skipped == 0 => (skipped, had) = (1, true),
                What::Else if skipped == 1 && !had => skipped = 0,
                What::Elif(condition) if skipped == 1 && !had => {
                    skipped = usize::from(!filling.holds(condition).map_err(fault)?);
                }
                _ if skipped > 0 => {}
                What::Text(text) => filled.push_str(text),
                What::Address { tu, vous } if names => {
                    for piece in ["{", tu, "|", vous, "}"] {
                        filled.push_str(piece);
                    }
                }
                What::Address { tu, vous } => filled.push_str(if context.tu { tu } else { vous }),
                What::Print(name) if names => {
                    for piece in ["{{ ", name, " }}"] {
                        filled.push_str(piece);
                    }
                }
                What::Print(name) => {
                    let value = filling.value(name);
                    let value = value.ok_or_else(|| fault(FaultKind::NoValue((*name).to_owned())))?;
                    if let Value::Text(text) = value {
                        // A name says what it is, and does not turn what is written after it.
                        filled.extend(text.chars().filter(|c| !is_turning(*c)));
                    }
                }
                What::If(condition) => {
                    skipped = usize::from(!filling.holds(condition).map_err(fault)?);
                    had = false;
                }
                What::For(list) if names || filling.length(*list) == 0 => (skipped, had) = (1, true),
                What::For(list) => filling.loops.push(Loop { list: *list, start: at, at: 0 }),
                What::EndFor => {
                    if let Some(mut inner) = filling.loops.pop() {
                        inner.at += 1;
                        if inner.at < filling.length(inner.list) {
                            at = inner.start;
                            filling.loops.push(inner);
                        }
                    }
                }
                What::Else | What::Elif(_) | What::EndIf => {}
            }
        }
        Ok(filled)
    }
}

#[cfg(test)]
mod tests;
