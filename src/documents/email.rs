//! E-mails as values, the sentence with the figures, the explanation of the figures. Nothing is sent from here: a text is
//! copied, or handed to the user's own mail program.

use super::context::TextContext;
use super::template::library::{ANNEX, EXPLANATION, FIRST_REMINDER, PENALTIES_LEFT, PHONE};
use super::template::{Template, TextError, render, render_with_subject};
use crate::domain::event::Step;
pub use crate::domain::manner::Tone;
use crate::text::Lang;

/// An e-mail ready to copy or to hand to a mail program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email {
    /// Subject line.
    pub subject: String,
    /// Plain text, paragraphs separated by a blank line.
    pub body: String,
}

/// The first reminder. Where a professional has settled the principal, it asks for what lateness cost. It stands apart from
/// [`super::message()`] for the first screen, which needs no other text.
///
/// # Errors
/// Nothing late, nothing owed that it may ask for, insolvency proceedings, a faulty template.
pub fn first_reminder(tone: Tone, context: &TextContext) -> Result<Email, TextError> {
    context.check_claimable()?;
    let template = if context.principal.is_empty() { PENALTIES_LEFT } else { FIRST_REMINDER };
    Email::filled(template, &context.told(Step::FirstReminder, tone, false))
}

/// The one sentence to say on the phone.
///
/// # Errors
/// No invoice or several, a faulty template.
pub fn phone(context: &TextContext) -> Result<String, TextError> {
    context.check_single()?;
    render(PHONE, context)
}

/// How the figures were computed, for an e-mail.
///
/// # Errors
/// No invoice or several, a faulty template.
pub fn explanation(context: &TextContext) -> Result<String, TextError> {
    context.check_single()?;
    render(EXPLANATION, context)
}

/// The whole working with its rules, for the annex of a letter or a file for a court.
///
/// # Errors
/// No invoice or several, a faulty template.
pub fn annex(context: &TextContext) -> Result<String, TextError> {
    context.check_single()?;
    render(ANNEX, context)
}

impl Email {
    /// A template with a subject, filled.
    pub(super) fn filled(template: Template, context: &TextContext) -> Result<Self, TextError> {
        let (subject, body) = render_with_subject(template, context)?;
        Ok(Self { subject, body })
    }

    /// The same with one more paragraph, before the greeting it ends with.
    #[must_use]
    pub fn with_paragraph(&self, paragraph: &str) -> Self {
        let mut paragraphs: Vec<&str> = self.body.split("\n\n").collect();
        let regards = paragraphs.len().saturating_sub(2);
        let ends_so = 0 < regards && paragraphs.get(regards).is_some_and(|one| one.trim_end().ends_with(','));
        paragraphs.insert(if ends_so { regards } else { paragraphs.len() }, paragraph);
        Self { subject: self.subject.clone(), body: paragraphs.join("\n\n") }
    }

    /// Subject and body as one text for the clipboard.
    #[must_use]
    pub fn clipboard_text(&self, lang: Lang) -> String {
        let label = lang.pick("Objet\u{a0}:", "Subject:");
        format!("{label} {}\n\n{}", self.subject, self.body)
    }

    /// A link that opens the user's mail program with the text in it (RFC 6068: UTF-8, lines end with CR LF).
    #[must_use]
    pub fn mailto(&self, to: &str) -> String {
        let body = self.body.replace("\r\n", "\n").replace('\n', "\r\n");
        let to = percent_encoded(to.trim(), b"@");
        format!(
            "mailto:{to}?subject={}&body={}",
            percent_encoded(&self.subject, b""),
            percent_encoded(&body, b"")
        )
    }
}

/// A text with every byte encoded but letters, digits, `-._~` and those given.
fn percent_encoded(text: &str, kept: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut encoded = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || kept.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_more_paragraph_goes_before_the_regards() {
        let email = |body: &str| Email { subject: String::new(), body: body.to_owned() };
        let added = email("Bonjour,\n\nA.\n\nCordialement,\n\nClaire").with_paragraph("B");
        assert_eq!(added.body, "Bonjour,\n\nA.\n\nB\n\nCordialement,\n\nClaire");
        assert_eq!(email("A.").with_paragraph("B").body, "A.\n\nB");
        assert_eq!(email("A.\n\nClaire").with_paragraph("B").body, "A.\n\nClaire\n\nB");
    }

    #[test]
    fn a_mail_link_survives_accents_line_ends_and_ampersands() {
        let email = Email { subject: "Été & 1\u{a0}€".to_owned(), body: "a\nb?c".to_owned() };
        assert_eq!(
            email.mailto(" a.b+c@d.fr "),
            "mailto:a.b%2Bc@d.fr?subject=%C3%89t%C3%A9%20%26%201%C2%A0%E2%82%AC&body=a%0D%0Ab%3Fc"
        );
        assert_eq!(email.clipboard_text(Lang::En), "Subject: Été & 1\u{a0}€\n\na\nb?c");
        assert_eq!(email.clipboard_text(Lang::Fr), "Objet\u{a0}: Été & 1\u{a0}€\n\na\nb?c");
    }
}
