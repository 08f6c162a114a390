//! Templates of the user’s own: checked whole while they are written, filled with a real case to look at, and the names
//! they may use.

use super::context::{
    INSTALMENT_VARIABLES, INVOICE_VARIABLES, Kind, ROW_VARIABLES, TextContext, VARIABLES, Value,
};
use super::email::Email;
use super::letter::Letter;
use super::message::Message;
use super::sms::in_sms_letters;
use super::template::engine;
use super::template::fault::{Fault, FaultKind};
use super::template::fill;
use crate::base::order::in_order;
use crate::domain::event::{Channel, Step};
use crate::domain::manner::Tone;
use crate::text::Lang;

/// The subject and the text of a template of one’s own, filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnText {
    /// Subject line; empty where the channel has none.
    pub subject: String,
    /// Text.
    pub body: String,
}

/// Fills a template of the user’s own, told for a step and in a tone as a built-in text would be.
///
/// # Errors
/// The first fault of the subject, or of the text.
pub fn fill_own(
    subject: &str,
    body: &str,
    step: Step,
    tone: Tone,
    context: &TextContext,
) -> Result<OwnText, Fault> {
    filled(subject, body, &context.clone().quoting().told(step, tone, false))
}

/// The message of a template of the user’s own, in the form of its channel.
///
/// # Errors
/// As [`fill_own`].
pub fn own_message(
    subject: &str,
    body: &str,
    step: Step,
    channel: Channel,
    tone: Tone,
    context: &TextContext,
) -> Result<Message, Fault> {
    let is_letter = matches!(channel, Channel::Post | Channel::RegisteredPost | Channel::Hand);
    let told = context.clone().quoting().told(step, tone, is_letter);
    let OwnText { subject, body } = filled(subject, body, &told)?;
    Ok(match channel {
        Channel::Sms => Message::Sms(in_sms_letters(&body)),
        Channel::Phone => Message::Script(body),
        Channel::Email | Channel::Portal => Message::Email(Email { subject, body }),
        Channel::Post | Channel::RegisteredPost | Channel::Hand => {
            Message::Letter(Letter::laid_out(subject, &body, step, channel, &told))
        }
    })
}

fn filled(subject: &str, body: &str, told: &TextContext) -> Result<OwnText, Fault> {
    // Read as it was written first: what is wrong is told by its own line.
    engine::parse(body, told.lang)?;
    // A subject is one line, whatever a value holds.
    let subject = joined(&fill(subject, told)?).replace('\n', " ");
    Ok(OwnText { subject, body: joined(&fill(&with_values(body, told), told)?) })
}

/// The lines of a template but those that nothing is known for: a name alone, a label before a name.
fn with_values(source: &str, told: &TextContext) -> String {
    let is_idle = |line: &&str| {
        let mut rest = *line;
        let mut said = String::new();
        let mut names = 0_usize;
        while let Some((before, after)) = rest.split_once("{{") {
            let Some((name, after)) = after.split_once("}}") else { return false };
            said.push_str(before);
            match told.value(name.trim()) {
                Some(Value::Text("")) => names += 1,
                _ => return false,
            }
            rest = after;
        }
        said.push_str(rest);
        let said = said.trim();
        names > 0 && (said.is_empty() || said.ends_with(':'))
    };
    source.split_inclusive('\n').filter(|line| !is_idle(line)).collect()
}

/// A text without the spaces that an empty name leaves before a comma or a full stop.
fn joined(text: &str) -> String {
    text.replace(" ,", ",").replace(" .", ".")
}

/// Every fault of a template, by line.
#[must_use]
pub fn check_own(source: &str, lang: Lang) -> Vec<Fault> {
    let mut faults = engine::check(source, lang);
    for (at, line) in source.lines().enumerate() {
        let single = |name: &str| Fault { line: at + 1, kind: FaultKind::SingleBrace(name.to_owned()) };
        faults.extend(single_braces(line).into_iter().map(single));
    }
    in_order(faults, |fault| fault.line)
}

/// What stands between single braces on a line and is no choice of address: names that lack a pair of them.
fn single_braces(line: &str) -> Vec<&str> {
    let (mut rest, mut found) = (line, Vec::new());
    while let Some((_, after)) = rest.split_once('{') {
        if let Some(tag) = after.strip_prefix(['{', '%']) {
            rest = tag;
            continue;
        }
        let Some((inner, _)) = after.split_once('}') else { break };
        if !inner.contains(['|', '{']) && inner.contains(char::is_alphabetic) {
            found.push(inner.trim());
        }
        rest = after;
    }
    found
}

/// A name templates may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Variable {
    /// The name, between `{{` and `}}`.
    pub name: &'static str,
    /// A text, or yes or no.
    pub kind: Kind,
}

/// Every name, those of loops last. What each means in words: [`crate::text::words::variables::meaning`].
pub fn variables() -> impl Iterator<Item = Variable> {
    [VARIABLES, INVOICE_VARIABLES, INSTALMENT_VARIABLES, ROW_VARIABLES]
        .into_iter()
        .flatten()
        .map(|(name, kind)| Variable { name, kind: *kind })
}

/// The names offered to whoever writes a template: texts that say something by themselves, the most useful first.
pub const OFFERED: [&str; 31] = [
    "client.greeting",
    "client.name",
    "invoice.number",
    "numbers",
    "invoice.issued",
    "invoice.due",
    "invoice.days_late",
    "invoice.amount",
    "invoice.balance",
    "principal",
    "total",
    "interest",
    "indemnity",
    "daily",
    "breakdown",
    "deadline",
    "deadline_days",
    "as_of",
    "today",
    "movements",
    "reminders",
    "promise.amount",
    "promise.day",
    "disputed",
    "sender.name",
    "sender.phone",
    "sender.iban",
    "sender.bic",
    "sender.cheque",
    "sender.link",
    "orders",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_between_single_braces_is_a_fault_and_a_choice_of_address_is_none() {
        let found = |source: &str| {
            check_own(source, Lang::Fr).into_iter().map(|fault| (fault.line, fault.kind)).collect::<Vec<_>>()
        };
        let single = |line, name: &str| (line, FaultKind::SingleBrace(name.to_owned()));
        assert_eq!(found("Bonjour,\nJe {te|vous} dois {montant}.\n"), [single(2, "montant")]);
        assert_eq!(found("{ invoice.number } et {{ principal }}"), [single(1, "invoice.number")]);
        assert_eq!(found("{{ principal }} {te|vous} {} { } (:-{ )"), []);
        assert_eq!(found("{a} et {b}"), [single(1, "a"), single(1, "b")]);
        assert_eq!(
            found("{{ principal } et {{ total }}"),
            [(1, FaultKind::UnclosedTag)],
            "it is the first that is not closed"
        );
        assert_eq!(found("Bonjour {{ }},"), [(1, FaultKind::NoName)]);
        let unknown = |name: &str| (1, FaultKind::UnknownVariable(name.to_owned()));
        assert_eq!(found("{{ montan }} et {{ totl }}"), [unknown("montan"), unknown("totl")]);
        assert_eq!(found("{% if montan %}\noui\n{% endif %}"), [unknown("montan")], "its end is right");
        let both = found("{{ montan }}\n{ici}\n{% sinon %}");
        assert_eq!(both.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 2, 3], "{both:?}");
    }
}
