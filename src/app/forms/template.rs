//! A template of the user's own as typed. Whether its variables are known is for the layer that fills it to say.

use serde::{Deserialize, Serialize};

use super::super::own_templates::OwnTemplate;
use super::super::problem::{Findings, Problem};
use super::required;

/// Longest text of a template in characters.
const LONGEST: usize = 10_000;

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateForm {
    /// What the user calls it.
    pub name: String,
    /// Subject line.
    pub subject: String,
    /// Text.
    pub body: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TemplateField {
    /// What the user calls it.
    Name,
    /// Subject line.
    Subject,
    /// Text.
    Body,
}

impl From<&OwnTemplate> for TemplateForm {
    fn from(own: &OwnTemplate) -> Self {
        Self { name: own.name.clone(), subject: own.subject.clone(), body: own.body.clone() }
    }
}

impl TemplateForm {
    /// The template it makes of one, or every fault. The text is kept as typed: its lines are its sender's.
    #[must_use]
    pub fn parse(&self, known: &OwnTemplate) -> (Option<OwnTemplate>, Findings<TemplateField>) {
        let mut findings = Findings::none();
        let name = required(&mut findings, TemplateField::Name, &self.name);
        let subject = if known.has_subject() {
            required(&mut findings, TemplateField::Subject, &self.subject)
        } else {
            String::new()
        };
        if self.body.trim().is_empty() {
            findings.problem(TemplateField::Body, Problem::Required);
        } else if self.body.chars().count() > LONGEST {
            findings.problem(TemplateField::Body, Problem::TooLong(LONGEST));
        }
        let subject = subject.replace(['\r', '\n'], " ");
        let body = self.body.trim_end().to_owned();
        let own = OwnTemplate { name, subject, body, ..known.clone() };
        (findings.problems.is_empty().then_some(own), findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Lang, TemplateId};
    use crate::domain::event::{Channel, Step};

    fn known(channel: Channel) -> OwnTemplate {
        OwnTemplate {
            id: TemplateId(1),
            name: "Ma relance".to_owned(),
            step: Step::FirstReminder,
            channel,
            lang: Lang::Fr,
            subject: String::new(),
            body: String::new(),
        }
    }

    #[test]
    fn every_fault_is_at_its_field() {
        let (own, findings) = TemplateForm::default().parse(&known(Channel::Email));
        assert_eq!(own, None);
        for field in [TemplateField::Name, TemplateField::Subject, TemplateField::Body] {
            assert_eq!(findings.problem_of(field), Some(Problem::Required), "{field:?}");
        }
        let (_, findings) = TemplateForm::default().parse(&known(Channel::Sms));
        assert_eq!(findings.problem_of(TemplateField::Subject), None, "a text message has none");
    }

    #[test]
    fn what_it_is_for_stays() {
        let form = TemplateForm {
            name: " Douce ".to_owned(),
            subject: "Facture\n{{ numbers }}".to_owned(),
            body: "Bonjour,\n\nUn mot.\n\n".to_owned(),
        };
        let own = form.parse(&known(Channel::Email)).0.unwrap();
        assert_eq!((own.name.as_str(), own.subject.as_str()), ("Douce", "Facture {{ numbers }}"));
        assert_eq!(own.body, "Bonjour,\n\nUn mot.");
        assert_eq!((own.id, own.step), (TemplateId(1), Step::FirstReminder));
    }
}
