//! Template files and how they are filled. One file per text and language under `templates/`, for a lawyer or a
//! translator to edit: plain UTF-8, a first line that is the subject, a blank line, the body.
//!
//! Three constructs only: `{{ name }}`, `{% if %}`, `{% for %}`; see [`engine`]. A line that holds nothing but one tag
//! leaves no trace; blank lines left in a row become one. An unknown name is an error, never a blank in a text.
//! No-break spaces are typed in the files, so what is read there is what is sent.

pub mod engine;
pub mod fault;

use std::fmt;

use self::fault::Fault;
use super::context::TextContext;
use super::email::Tone;
use crate::text::Lang;

/// A text there is a template file for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// First reminder, in one of four tones.
    FirstReminder(Tone),
    /// Firm reminder.
    FirmReminder,
    /// Request for what lateness cost, once the principal is settled.
    PenaltiesLeft,
    /// Formal notice: subject and paragraphs of the letter.
    FormalNotice,
    /// The sentence to say on the phone. No subject line.
    Phone,
    /// How penalties were computed, for an e-mail. No subject line.
    Explanation,
    /// The whole working with its rules, for a court. No subject line.
    Annex,
}

/// Why there is no text.
#[derive(Debug)]
pub enum TextError {
    /// Nothing is past its due date: there is nothing to remind of.
    NotLate,
    /// Nothing is owed that such a text may ask for.
    NothingOwed,
    /// E-mails are about one invoice at a time for now.
    SeveralInvoices,
    /// The formal notice is a letter, not an e-mail.
    LetterOnly,
    /// The template of this name is at fault at some line: a name that does not exist, a tag that is not closed.
    Template(&'static str, Fault),
}

macro_rules! file {
    ($lang:expr, $name:literal) => {
        (
            $name,
            $lang.pick(
                include_str!(concat!("templates/fr/", $name, ".txt")),
                include_str!(concat!("templates/en/", $name, ".txt")),
            ),
        )
    };
}

impl Template {
    /// Every template.
    pub const ALL: [Self; 10] = [
        Self::FirstReminder(Tone::Warm),
        Self::FirstReminder(Tone::Courteous),
        Self::FirstReminder(Tone::Direct),
        Self::FirstReminder(Tone::Firm),
        Self::FirmReminder,
        Self::PenaltiesLeft,
        Self::FormalNotice,
        Self::Phone,
        Self::Explanation,
        Self::Annex,
    ];

    /// Name and content of its file in a language.
    #[must_use]
    pub fn file(self, lang: Lang) -> (&'static str, &'static str) {
        match self {
            Self::FirstReminder(Tone::Warm) => file!(lang, "first-reminder-warm"),
            Self::FirstReminder(Tone::Courteous) => file!(lang, "first-reminder-courteous"),
            Self::FirstReminder(Tone::Direct) => file!(lang, "first-reminder-direct"),
            Self::FirstReminder(Tone::Firm) => file!(lang, "first-reminder-firm"),
            Self::FirmReminder => file!(lang, "firm-reminder"),
            Self::PenaltiesLeft => file!(lang, "penalties-left"),
            Self::FormalNotice => file!(lang, "formal-notice"),
            Self::Phone => file!(lang, "phone"),
            Self::Explanation => file!(lang, "explanation"),
            Self::Annex => file!(lang, "annex"),
        }
    }
}

/// Fills a template, in the language of the context.
///
/// # Errors
/// [`TextError::Template`] where the file is at fault.
pub fn render(template: Template, context: &TextContext) -> Result<String, TextError> {
    let (name, source) = template.file(context.lang);
    fill(name, source, context)
}

/// Fills a template that has a subject: its first line, and the rest.
///
/// # Errors
/// As [`render`].
pub fn render_with_subject(template: Template, context: &TextContext) -> Result<(String, String), TextError> {
    let text = render(template, context)?;
    let (subject, body) = text.split_once('\n').unwrap_or((&text, ""));
    Ok((subject.to_owned(), body.trim_start().to_owned()))
}

fn fill(name: &'static str, source: &str, context: &TextContext) -> Result<String, TextError> {
    let filled = engine::parse(source).and_then(|template| template.fill(context));
    match filled {
        Ok(text) => Ok(tidy(&text)),
        Err(fault) => Err(TextError::Template(name, fault)),
    }
}

/// The text without spaces at the ends of lines, and with one blank line at most between paragraphs.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut blank = false;
    for line in text.lines().map(|line| line.trim_matches(' ')) {
        if line.is_empty() {
            blank = true;
        } else {
            if !tidied.is_empty() {
                tidied.push_str(if blank { "\n\n" } else { "\n" });
            }
            tidied.push_str(line);
            blank = false;
        }
    }
    tidied
}

impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotLate => f.write_str("nothing is past its due date"),
            Self::NothingOwed => f.write_str("nothing is owed that this text may ask for"),
            Self::SeveralInvoices => f.write_str("one invoice at a time"),
            Self::LetterOnly => f.write_str("a formal notice is a letter"),
            Self::Template(name, fault) => write!(f, "template {name}: {fault}"),
        }
    }
}

impl std::error::Error for TextError {}

#[cfg(test)]
mod tests {
    use super::fault::FaultKind;
    use super::*;
    use crate::base::ClientId;
    use crate::base::dates::parse_iso;
    use crate::domain::party::{Client, DebtorKind, Profile};

    fn filled(source: &str) -> Result<String, TextError> {
        let client = Client {
            name: "Atelier Brun".to_owned(),
            kind: DebtorKind::Business,
            ..Client::unknown(ClientId(1))
        };
        let today = parse_iso("2026-11-22").unwrap();
        fill(
            "test",
            source,
            &TextContext::new(Lang::Fr, &Profile::default(), &client, &[], today, today, false),
        )
    }

    #[test]
    fn lines_with_only_a_tag_leave_no_trace() {
        let source = "un\n\n{% if tu %}\ntoi\n{% else %}\nvous\n{% endif %}\ndeux{% if tu %} non{% endif %}\n\n\ntrois \n";
        assert_eq!(filled(source).unwrap(), "un\n\nvous\ndeux\n\ntrois");
    }

    #[test]
    fn an_unknown_name_is_an_error_and_not_a_blank() {
        for source in ["un\n{{ nobody }}", "\n{% if tu %}{{ nobody }}{% endif %}"] {
            let kind = FaultKind::UnknownVariable("nobody".to_owned());
            let Err(TextError::Template("test", fault)) = filled(source) else { panic!("{source}") };
            assert_eq!(fault, Fault { line: 2, kind });
        }
    }

    #[test]
    fn every_template_is_sound_in_every_language() {
        for lang in [Lang::Fr, Lang::En] {
            for template in Template::ALL {
                let (name, source) = template.file(lang);
                assert_eq!(engine::parse(source).err(), None, "{} {name}", lang.tag());
            }
        }
    }

    #[test]
    fn what_the_user_typed_is_not_a_template() {
        assert_eq!(filled("{{ client.name }}").unwrap(), "Atelier Brun");
    }
}
