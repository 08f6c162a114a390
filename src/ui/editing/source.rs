//! Where a text comes from that may be put in the user's own words: a step of the ladder, a document beside it.

use crate::app::own_templates::OwnTemplate;
use crate::base::InvoiceId;
use crate::documents::completeness::Purpose;
use crate::documents::context::TextContext;
use crate::documents::message::Message;
use crate::documents::wording::Document;
use crate::domain::event::{Channel, Event};
use crate::domain::manner::Tone;
use crate::domain::party::DebtorKind;
use crate::text::Lang;

/// How a text is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wording {
    /// Its tone.
    pub tone: Tone,
    /// It says *tu*.
    pub tu: bool,
    /// Its language.
    pub lang: Lang,
}

/// What writes a text, and what it is about. Every question follows the signals it is answered from.
pub trait Source: Send + Sync {
    /// The text of a wording; none where there is nothing to write.
    fn write(&self, wording: Wording, channel: Channel) -> Option<Message>;

    /// The facts it is written from.
    fn context(&self, wording: Wording, channel: Channel) -> Option<TextContext>;

    /// What the user typed into forms that the text takes over, a line each.
    fn typed(&self, wording: Wording, channel: Channel) -> Vec<String> {
        self.context(wording, channel).map(|context| context.typed()).unwrap_or_default()
    }

    /// What the word check takes it for.
    fn document(&self, channel: Channel) -> Document;

    /// What it is for, which decides what it may not go without.
    fn purpose(&self, _channel: Channel) -> Purpose {
        Purpose::Reminder
    }

    /// What the client is.
    fn debtor(&self) -> DebtorKind;

    /// The name its own words are kept under: the same where the words are.
    fn name(&self, channel: Channel) -> String;

    /// The invoices it is about.
    fn about(&self) -> Vec<InvoiceId>;

    /// Makes it be about these.
    fn choose(&self, about: Vec<InvoiceId>);

    /// A sending may be one of this text.
    fn may_be(&self, event: &Event) -> bool;

    /// Templates of the user's own that it may be written from.
    fn templates(&self, _lang: Lang, _channel: Channel) -> Vec<OwnTemplate> {
        Vec::new()
    }

    /// The same from one of them; none where it is at fault.
    fn write_own(&self, _own: &OwnTemplate, _wording: Wording, _channel: Channel) -> Option<Message> {
        None
    }
}
