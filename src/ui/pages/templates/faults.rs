//! What is wrong in a template, in words and with its place: whoever writes one is told what to mend.

use crate::documents::own::{OFFERED, check_own};
use crate::documents::template::fault::{Fault, FaultKind};
use crate::text::Lang;
use crate::text::words::templates;

/// The faults of subject and body, as sentences.
pub fn faults(lang: Lang, language: Lang, subject: &str, body: &str) -> Vec<String> {
    let words = templates::words(lang);
    let colon = lang.pick("\u{a0}: ", ": ");
    let of_subject = |fault: Fault| format!("{}{colon}{}", words.in_subject, sentence(lang, &fault));
    let of_body = |fault: Fault| format!("{}{}{colon}{}", words.line, fault.line, sentence(lang, &fault));
    let in_subject = check_own(subject, language).into_iter().map(of_subject);
    in_subject.chain(check_own(body, language).into_iter().map(of_body)).collect()
}

fn sentence(lang: Lang, fault: &Fault) -> String {
    let words = templates::words(lang);
    match &fault.kind {
        FaultKind::UnknownVariable(name) | FaultKind::NoValue(name) => {
            let near = nearest(name)
                .map(|near| format!("{}{{{{ {near} }}}}{}", words.nearest, lang.pick("\u{a0}?", "?")));
            format!("{}{name}{}", words.unknown_variable, near.unwrap_or_else(|| ".".to_owned()))
        }
        FaultKind::NotText(name) => format!("{}{name}.", words.not_text),
        FaultKind::SingleBrace(name) => {
            let meant = nearest(name).unwrap_or(name.as_str());
            format!("{}{{{{ {meant} }}}}.", words.single_brace)
        }
        FaultKind::UnclosedTag => format!("{}.", words.unclosed),
        FaultKind::NoName => format!("{}.", words.no_name),
        _ => format!("{}.", words.bad_tag),
    }
}

/// The variable that was probably meant: the one with most of its letters in the same order.
fn nearest(name: &str) -> Option<&'static str> {
    let score = |known: &str| {
        let mut rest = known.chars();
        let met = name.chars().filter(|letter| rest.by_ref().any(|other| other == *letter)).count();
        (met * 3 >= name.chars().count() * 2 && met * 2 >= known.chars().count()).then_some(met)
    };
    OFFERED.into_iter().filter_map(|known| Some((score(known)?, known))).max().map(|(_, known)| known)
}
