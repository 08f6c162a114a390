//! What can be wrong in a template, and where: precise enough to tell whoever writes one what to mend.

use std::fmt;

/// Where a template is at fault, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line of the file, from 1. For a tag that is never closed, the line it opens on.
    pub line: usize,
    /// What is wrong there.
    pub kind: FaultKind,
}

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// `{{` or `{%` without its `}}` or `%}` on the same line.
    UnclosedTag,
    /// `{{ }}` with no name in it.
    NoName,
    /// A name between single braces in a text of the user's own: it would be sent as it is.
    SingleBrace(String),
    /// `{% … %}` with something else than `if`, `elif`, `else`, `endif`, `for`, `endfor`, `include`.
    UnknownTag(String),
    /// A name no text has, or a name of a row outside its loop.
    UnknownVariable(String),
    /// A name that is yes or no: good after `if`, not to be printed.
    NotText(String),
    /// `{% for %}` over something else than the lists there are.
    UnknownList(String),
    /// `{% for %}` inside `{% for %}` over the same list.
    NestedFor,
    /// `{% include %}` of a file that does not exist.
    UnknownPart(String),
    /// `{% else %}` or `{% elif %}` without an `if`, or after an `else`.
    StrayElse,
    /// `{% endif %}` without an `if`, or across the end of a `for`.
    StrayEndif,
    /// `{% endfor %}` without a `for`, or across the end of an `if`.
    StrayEndfor,
    /// `{% if %}` without its `endif`.
    UnclosedIf,
    /// `{% for %}` without its `endfor`.
    UnclosedFor,
    /// A name of an invoice, in a text that is about none. The template itself is sound.
    NoValue(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.kind)
    }
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, name) = match self {
            Self::UnclosedTag => ("tag not closed on its line", ""),
            Self::NoName => ("no name between braces", ""),
            Self::SingleBrace(name) => ("single braces around ", name.as_str()),
            Self::UnknownTag(tag) => ("unknown tag ", tag.as_str()),
            Self::UnknownVariable(name) => ("unknown variable ", name.as_str()),
            Self::NotText(name) => ("yes or no, not a text: ", name.as_str()),
            Self::UnknownList(name) => ("unknown list ", name.as_str()),
            Self::NestedFor => ("for inside for", ""),
            Self::UnknownPart(name) => ("unknown part ", name.as_str()),
            Self::StrayElse => ("else without if", ""),
            Self::StrayEndif => ("endif without if", ""),
            Self::StrayEndfor => ("endfor without for", ""),
            Self::UnclosedIf => ("if without endif", ""),
            Self::UnclosedFor => ("for without endfor", ""),
            Self::NoValue(name) => ("no invoice to take a value from: ", name.as_str()),
        };
        f.write_str(what)?;
        f.write_str(name)
    }
}
