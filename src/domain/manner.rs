//! Manner: how a client is spoken to. The relation decides tone and pace, never the figures.

use std::ops::Not;

use serde::{Deserialize, Serialize};

use crate::base::Lang;

/// The tone of a text, from the gentlest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// For a client one likes: it was surely forgotten.
    Warm,
    /// Polite and neutral.
    #[default]
    Courteous,
    /// Short, to the point.
    Direct,
    /// Insists, in figures.
    Firm,
}

/// How things stand with a client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// A loyal client one wants to keep.
    Loyal,
    /// Nothing special.
    #[default]
    Neutral,
    /// Strained: facts and figures only.
    Tense,
}

/// What was chosen about the texts to a client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Manner {
    /// How things stand.
    pub relation: Relation,
    /// Tone, where it is not the one of the step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tone: Option<Tone>,
    /// The client is addressed as *tu*.
    #[serde(skip_serializing_if = "Not::not")]
    pub tu: bool,
    /// Language of texts, where it is not the one of the screens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
}

impl Tone {
    /// Every tone, from the gentlest.
    pub const ALL: [Self; 4] = [Self::Warm, Self::Courteous, Self::Direct, Self::Firm];
}

impl Relation {
    /// Every relation, in the order a form offers them.
    pub const ALL: [Self; 3] = [Self::Loyal, Self::Neutral, Self::Tense];
}

impl Manner {
    /// Nothing was chosen.
    #[must_use]
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
