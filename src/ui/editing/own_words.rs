//! The user's own words as they are kept while they are not sent: with what they were written about, and, once sent, for
//! as long as the sending may be taken back.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::source::Source;
use crate::app::book::Book;
use crate::base::InvoiceId;
use crate::documents::edited::EditedText;
use crate::domain::event::{Channel, Event};
use crate::ui::state::App;

/// Own words with what they were written about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWords {
    /// The words.
    pub text: EditedText,
    /// The invoices.
    #[serde(default)]
    pub about: Vec<InvoiceId>,
    /// The text as it was recorded, where it was.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sent: String,
}

/// The words that were left; those that were recorded too, where the sending is no longer there.
pub fn found(app: App, source: &dyn Source, channel: Channel) -> Option<OwnWords> {
    let json = app.draft(&source.name(channel))?;
    app.book.with_untracked(|book| left(book, &json, |event| source.may_be(event)))
}

/// The same of words as they were kept.
pub fn left(book: &Book, json: &str, may_be: impl Fn(&Event) -> bool) -> Option<OwnWords> {
    let own: OwnWords = serde_json::from_str(json).ok()?;
    let is_sent = !own.sent.is_empty()
        && own
            .about
            .iter()
            .filter_map(|id| book.case(*id))
            .any(|case| case.events.iter().any(|event| may_be(event) && event.text.body == own.sent));
    (!is_sent).then_some(OwnWords { sent: String::new(), ..own })
}

/// Keeps words, or forgets them.
pub fn keep(app: App, name: &str, own: Option<&OwnWords>) {
    let json = own.and_then(|own| serde_json::to_string(own).ok());
    app.keep_draft(name, json.as_deref());
}
