//! The text of the page: as proposed, or in the user's own words. These are kept as a draft of the invoice and the step
//! until the sending is recorded or they are given up.

use leptos::prelude::*;

use super::text::text_of;
use super::{Wording, remembered_wording};
use crate::app::views::figures::Figures;
use crate::base::InvoiceId;
use crate::browser::page;
use crate::documents::completeness::{Lack, Words, lacks};
use crate::documents::edited::{EditedText, Place};
use crate::documents::message::Message;
use crate::documents::missing::MissingFact;
use crate::documents::wording::Document;
use crate::domain::event::{Channel, Step};
use crate::ui::state::App;
use crate::ui::texts;

/// The text, and what is found in it. Copied freely: it holds only handles.
#[derive(Clone, Copy)]
pub struct Editing {
    /// The user's own words, while there are some.
    pub edit: RwSignal<Option<EditedText>>,
    /// Own words that were given up on this visit.
    pub dropped: RwSignal<Option<EditedText>>,
    /// How the proposed text is worded.
    pub wording: RwSignal<Wording>,
    /// How it is sent.
    pub channel: RwSignal<Channel>,
    /// How the text that stands is worded: where it was edited, as it was then.
    pub spoken: Memo<Wording>,
    /// The proposed text of that wording.
    pub base: Memo<Option<Message>>,
    /// The text that stands.
    pub text: Memo<Option<Message>>,
    /// What it must not say.
    pub places: Memo<Vec<Place>>,
    /// What it no longer says.
    pub lacks: Memo<Vec<Lack>>,
    /// Words that it must not be sent with.
    pub refused: Memo<Vec<String>>,
    /// What is proposed is no longer what the edited text came from.
    pub has_moved: Memo<bool>,
    /// Words of it are the user's own.
    pub differs: Memo<bool>,
    proposed: Memo<Option<Message>>,
    name: StoredValue<String>,
    app: App,
}

impl Editing {
    /// The text of an invoice and a step, with the words it was left in.
    pub fn new(app: App, id: InvoiceId, step: Step, figures: Memo<Figures>) -> Self {
        let name = format!("text/{id}/{step:?}");
        let kept = app.draft(&name).and_then(|json| serde_json::from_str::<EditedText>(&json).ok());
        let wording = remembered_wording(app, id, step);
        if let Some(EditedText { tone, tu, lang, .. }) = kept {
            wording.set(Wording { step, tone, tu, lang });
        }
        let channel =
            RwSignal::new(if step == Step::FormalNotice { Channel::RegisteredPost } else { Channel::Email });
        let edit = RwSignal::new(kept);
        let spoken = Memo::new(move |_| {
            let own = edit.with(|edit| edit.as_ref().map(|own| (own.tone, own.tu, own.lang)));
            own.map_or_else(|| wording.get(), |(tone, tu, lang)| Wording { step, tone, tu, lang })
        });
        let proposed = Memo::new(move |_| text_of(app, &figures.get(), wording.get(), channel.get()));
        let base = Memo::new(move |_| {
            let spoken = spoken.get();
            if spoken == wording.get() {
                proposed.get()
            } else {
                text_of(app, &figures.get(), spoken, channel.get())
            }
        });
        let text = Memo::new(move |_| {
            let base = base.get()?;
            Some(edit.with(|edit| match edit {
                Some(edit) => base.with_passages(&edit.passages),
                None => base,
            }))
        });
        let places = Memo::new(move |_| {
            let debtor = figures.with(|figures| figures.client.kind);
            edit.with(|edit| {
                edit.as_ref().map(|edit| edit.places(document(step), debtor)).unwrap_or_default()
            })
        });
        let lacks = Memo::new(move |_| {
            let Some(base) = base.get() else { return Vec::new() };
            let own = edit
                .with(|edit| edit.as_ref().filter(|edit| edit.differs()).map(|edit| edit.passages.clone()));
            let Some(own) = own else { return Vec::new() };
            let Wording { lang, tu, .. } = spoken.get();
            let context = texts::context(app, &figures.get(), step, channel.get(), lang, tu);
            let fixed = base.fixed();
            let words = |passages| Words { passages, fixed: &fixed };
            lacks(&context, step == Step::FormalNotice, words(&base.passages()), words(&own))
        });
        let refused = Memo::new(move |_| {
            edit.with(|edit| {
                let Some(edit) = edit else { return Vec::new() };
                places.with(|places| {
                    let refused =
                        places.iter().filter(|place| place.findings.iter().any(|found| edit.blocks(found)));
                    refused.map(|place| place.words.clone()).collect()
                })
            })
        });
        let has_moved = Memo::new(move |_| {
            proposed.with(|proposed| {
                let Some(now) = proposed.as_ref().map(Message::passages) else { return false };
                edit.with(|edit| edit.as_ref().is_some_and(|edit| edit.differs() && edit.proposed != now))
            })
        });
        let differs = Memo::new(move |_| edit.with(|edit| edit.as_ref().is_some_and(EditedText::differs)));
        let editing = Self {
            edit,
            dropped: RwSignal::new(None),
            wording,
            channel,
            spoken,
            base,
            text,
            places,
            lacks,
            refused,
            has_moved,
            differs,
            proposed,
            name: StoredValue::new(name),
            app,
        };
        Effect::new(move |_| editing.follow(&figures.get()));
        Effect::new(move |_| editing.keep());
        editing
    }

    /// What kind of text it is.
    pub fn document(self) -> Document {
        document(self.wording.with_untracked(|wording| wording.step))
    }

    /// Lets the text be edited.
    pub fn start(self) {
        self.take_up(None);
    }

    /// The proposed text again; the own words can be had back on this visit.
    pub fn give_up(self) {
        self.drop_own();
        self.edit.set(None);
        request_animation_frame(|| {
            page::focus("#edit-text");
        });
    }

    /// The proposed text of now, to be edited.
    pub fn take_proposed(self) {
        self.drop_own();
        self.take_up(None);
    }

    /// The words that were given up.
    pub fn again(self) {
        self.take_up(self.dropped.get_untracked());
        self.dropped.set(None);
    }

    /// The own words, whatever is proposed now.
    pub fn keep_own(self) {
        self.wording.set(self.spoken.get_untracked());
        let Some(base) = self.base.with_untracked(|base| base.as_ref().map(Message::passages)) else {
            return;
        };
        self.change(|edit| edit.proposed = base);
        request_animation_frame(|| {
            page::focus(FIELD);
        });
    }

    /// Changes the own words.
    pub fn change(self, change: impl FnOnce(&mut EditedText)) {
        self.edit.update(|edit| {
            if let Some(edit) = edit {
                change(edit);
            }
        });
    }

    /// Forgets the own words: they are recorded now.
    pub fn finish(self) {
        self.name.try_with_value(|name| self.app.keep_draft(name, None));
        self.edit.try_set(None);
    }

    fn drop_own(self) {
        self.dropped.set(self.edit.get_untracked().filter(EditedText::differs));
    }

    fn take_up(self, own: Option<EditedText>) {
        let own = own.or_else(|| {
            let passages = self.proposed.with_untracked(|text| text.as_ref().map(Message::passages))?;
            let Wording { tone, tu, lang, .. } = self.wording.get_untracked();
            Some(EditedText::new(tone, tu, lang, passages))
        });
        self.edit.set(own);
        request_animation_frame(|| {
            page::focus(FIELD);
        });
    }

    /// While no word is the user's, the text goes with what is proposed; and a marker gives way to what becomes known.
    fn follow(self, figures: &Figures) {
        let wording = self.wording.get();
        let Some(now) = self.proposed.with(|text| text.as_ref().map(Message::passages)) else { return };
        let Some(mut edit) = self.edit.get() else { return };
        let before = edit.clone();
        if edit.differs() {
            let context =
                texts::context(self.app, figures, wording.step, self.channel.get(), edit.lang, edit.tu);
            let invoice = context.invoice.as_ref().map(|invoice| invoice.number.clone());
            let known = [
                (MissingFact::SenderName, context.sender.name),
                (MissingFact::Iban, context.sender.iban),
                (MissingFact::SenderSiren, context.sender.siren),
                (MissingFact::City, context.sender.city),
                (MissingFact::ClientName, context.client.name),
                (MissingFact::InvoiceNumber, invoice.unwrap_or_default()),
            ];
            let known: Vec<(String, String)> = known
                .into_iter()
                .filter(|(_, value)| !value.is_empty() && !value.contains('⟦'))
                .map(|(fact, value)| (fact.marker(edit.lang), value))
                .collect();
            edit.fill(&known);
        } else {
            edit = EditedText::new(wording.tone, wording.tu, wording.lang, now);
        }
        if edit != before {
            self.edit.set(Some(edit));
        }
    }

    fn keep(self) {
        let own = self.edit.get().filter(EditedText::differs);
        let json = own.and_then(|own| serde_json::to_string(&own).ok());
        self.name.with_value(|name| self.app.keep_draft(name, json.as_deref()));
    }
}

/// The field that is edited first: the message, or the first paragraph.
const FIELD: &str = ".editor textarea";

fn document(step: Step) -> Document {
    if step == Step::FormalNotice { Document::FormalNotice } else { Document::Email }
}
