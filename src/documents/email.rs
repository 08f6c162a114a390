//! Texts to send or to say: reminders by e-mail, the sentence for the phone, the explanation of the figures.
//! Nothing is sent from here: a text is copied, or handed to the user's own mail program.

use super::context::TextContext;
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

/// True where the text asks a professional for penalties and fixed sum too, and not for the principal alone.
#[must_use]
pub fn claims_penalties(step: Step, tone: Tone) -> bool {
    match step {
        Step::FirstReminder => tone == Tone::Firm,
        Step::FirmReminder | Step::LastReminder | Step::PenaltyNote | Step::FormalNotice => true,
        _ => false,
    }
}

/// The e-mail of a step, in the language of the context. Only the first reminder has a choice of tones. Where a
/// professional has settled the principal, either reminder asks for what lateness cost.
///
/// # Errors
/// Nothing late, nothing owed that it may ask for, several invoices, a step that is a letter, a faulty template.
pub fn email(step: Step, tone: Tone, context: &TextContext) -> Result<Email, TextError> {
    context.check_claimable()?;
    if context.several {
        return Err(TextError::SeveralInvoices);
    }
    let template = match step {
        Step::FormalNotice => return Err(TextError::LetterOnly),
        _ if context.principal.is_empty() => Template::PenaltiesLeft,
        Step::FirstReminder => Template::FirstReminder(tone),
        _ => Template::FirmReminder,
    };
    let (subject, body) = render_with_subject(template, context)?;
    Ok(Email { subject, body })
}

/// The one sentence to say on the phone.
///
/// # Errors
/// No invoice or several, a faulty template.
pub fn phone(context: &TextContext) -> Result<String, TextError> {
    context.check_single()?;
    render(Template::Phone, context)
}

/// How the figures were computed, for an e-mail.
///
/// # Errors
/// No invoice or several, a faulty template.
pub fn explanation(context: &TextContext) -> Result<String, TextError> {
    context.check_single()?;
    render(Template::Explanation, context)
}

/// The whole working with its rules, for the annex of a letter or a file for a court.
///
/// # Errors
/// No invoice or several, a faulty template.
pub fn annex(context: &TextContext) -> Result<String, TextError> {
    context.check_single()?;
    render(Template::Annex, context)
}

impl Email {
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
