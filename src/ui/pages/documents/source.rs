//! Where the text of a document comes from: written once for each change of what it is made of.

use std::sync::Arc;

use leptos::prelude::*;

use super::desk::{About, name_of};
use super::said::Said;
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::documents::completeness::Purpose;
use crate::documents::context::TextContext;
use crate::documents::message::Message;
use crate::documents::paper::{PaperKind, Written, written};
use crate::documents::wording::Document;
use crate::domain::event::{Channel, Event, Step};
use crate::domain::party::DebtorKind;
use crate::text::Lang;
use crate::text::words::documents;
use crate::ui::editing::source::{Source, Wording};
use crate::ui::state::App;

/// A document as it is written, or why there is none.
type Made = Result<Arc<Written>, String>;

/// The text of a document. Copied freely: it holds only handles.
#[derive(Clone, Copy)]
pub struct PaperSource {
    app: App,
    id: InvoiceId,
    kind: PaperKind,
    figures: Memo<Figures>,
    about: About,
    said: Said,
    wording: RwSignal<Wording>,
    /// In the language chosen.
    made: Memo<Made>,
}

impl PaperSource {
    pub(super) fn new(
        app: App,
        id: InvoiceId,
        kind: PaperKind,
        figures: Memo<Figures>,
        about: About,
        said: Said,
        wording: RwSignal<Wording>,
    ) -> Self {
        let write = move |_: Option<&Made>| made(app, kind, figures, about, said, wording.get().lang);
        let made = Memo::new_with_compare(write, |_, _| true);
        Self { app, id, kind, figures, about, said, wording, made }
    }

    /// Why there is no document.
    ///
    /// # Errors
    /// The reason, in words.
    pub fn error(&self) -> Result<(), String> {
        self.made.with(|made| made.as_ref().map(drop).map_err(Clone::clone))
    }

    fn in_language(&self, lang: Lang) -> Made {
        if self.wording.get().lang == lang {
            return self.made.get();
        }
        made(self.app, self.kind, self.figures, self.about, self.said, lang)
    }
}

/// The name own words of a document are kept under.
pub fn kept_name(id: InvoiceId, kind: PaperKind) -> String {
    format!("text/{id}/document/{}", name_of(kind))
}

fn made(app: App, kind: PaperKind, figures: Memo<Figures>, about: About, said: Said, lang: Lang) -> Made {
    let paper = said
        .paper(kind, about.day.get(), figures, about.plan, &about.payments())
        .ok_or_else(|| documents::words(app.lang()).no_plan.to_owned())?;
    about.with_facts(app, lang, |facts| {
        written(&paper, facts).map(Arc::new).map_err(|error| error.explained(app.lang()))
    })
}

impl Source for PaperSource {
    fn write(&self, wording: Wording, channel: Channel) -> Option<Message> {
        let letter = self.in_language(wording.lang).ok()?.letter.clone();
        Some(Message::Letter(self.kind.leaving(letter, channel)))
    }

    fn context(&self, wording: Wording, _: Channel) -> Option<TextContext> {
        Some(self.in_language(wording.lang).ok()?.context.clone())
    }

    fn typed(&self, wording: Wording, channel: Channel) -> Vec<String> {
        let taken_over = self.context(wording, channel).map(|context| context.typed()).unwrap_or_default();
        let beside = match self.kind {
            PaperKind::HandReceipt | PaperKind::CaseFile => self.said.lines(),
            PaperKind::Agreement | PaperKind::Offer => vec![self.said.place.get()],
            _ => Vec::new(),
        };
        let lines = beside.into_iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty());
        taken_over.into_iter().chain(lines).collect()
    }

    fn document(&self, _: Channel) -> Document {
        Document::Letter
    }

    fn purpose(&self, _: Channel) -> Purpose {
        match self.kind {
            PaperKind::Agreement => Purpose::Agreement,
            PaperKind::Termination => Purpose::Termination,
            _ => Purpose::Reminder,
        }
    }

    fn debtor(&self) -> DebtorKind {
        self.figures.with(|figures| figures.client.kind)
    }

    /// A document has the same words however it leaves.
    fn name(&self, _: Channel) -> String {
        kept_name(self.id, self.kind)
    }

    fn about(&self) -> Vec<InvoiceId> {
        self.about.chosen.get()
    }

    fn choose(&self, about: Vec<InvoiceId>) {
        self.about.by_hand.set(Some(about));
    }

    fn may_be(&self, event: &Event) -> bool {
        event.step == Step::Document
    }
}
