//! Templates of the user's own: texts with variables, beside those that come with the program (LAD-5).

use serde::{Deserialize, Serialize};

use crate::base::{Lang, TemplateId};
use crate::domain::event::{Channel, Step};

/// A template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnTemplate {
    /// Number within the book.
    pub id: TemplateId,
    /// What the user calls it.
    pub name: String,
    /// What it is for.
    pub step: Step,
    /// How it is sent.
    pub channel: Channel,
    /// Its language.
    pub lang: Lang,
    /// Subject line, with variables; empty where the channel has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Text, with variables.
    pub body: String,
}

/// All of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnTemplates {
    /// In the order they were made.
    pub templates: Vec<OwnTemplate>,
}

/// The channel a template for this one is kept under: every paper letter has the same text, and a portal takes what an
/// e-mail says.
#[must_use]
pub fn kept_under(channel: Channel) -> Channel {
    match channel {
        Channel::Post | Channel::RegisteredPost | Channel::Hand => Channel::Post,
        Channel::Email | Channel::Portal => Channel::Email,
        Channel::Sms | Channel::Phone => channel,
    }
}

impl OwnTemplate {
    /// Its channel has a subject line.
    #[must_use]
    pub fn has_subject(&self) -> bool {
        !matches!(self.channel, Channel::Sms | Channel::Phone)
    }
}

impl OwnTemplates {
    /// One of them.
    #[must_use]
    pub fn get(&self, id: TemplateId) -> Option<&OwnTemplate> {
        self.templates.iter().find(|own| own.id == id)
    }

    /// The list with one more, or with another in its place.
    #[must_use]
    pub fn with(&self, own: OwnTemplate) -> Self {
        let mut templates = self.templates.clone();
        match templates.iter_mut().find(|known| known.id == own.id) {
            Some(known) => *known = own,
            None => templates.push(own),
        }
        Self { templates }
    }

    /// The list without one.
    #[must_use]
    pub fn without(&self, id: TemplateId) -> Self {
        Self { templates: self.templates.iter().filter(|own| own.id != id).cloned().collect() }
    }

    /// Those for a step, a channel and a language.
    pub fn of(&self, step: Step, channel: Channel, lang: Lang) -> impl Iterator<Item = &OwnTemplate> {
        self.templates
            .iter()
            .filter(move |own| own.step == step && own.channel == kept_under(channel) && own.lang == lang)
    }

    /// The number the next one gets.
    #[must_use]
    pub fn next_id(&self) -> TemplateId {
        TemplateId(self.templates.iter().map(|own| own.id.0).max().unwrap_or(0)).next()
    }
}
