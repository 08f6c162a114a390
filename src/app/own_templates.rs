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

impl OwnTemplates {
    /// Those for a step, a channel and a language.
    pub fn of(&self, step: Step, channel: Channel, lang: Lang) -> impl Iterator<Item = &OwnTemplate> {
        self.templates
            .iter()
            .filter(move |own| own.step == step && own.channel == channel && own.lang == lang)
    }

    /// The number the next one gets.
    #[must_use]
    pub fn next_id(&self) -> TemplateId {
        TemplateId(self.templates.iter().map(|own| own.id.0).max().unwrap_or(0)).next()
    }
}
