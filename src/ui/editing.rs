//! A text of a page: as proposed, from a template of the user's own, or in the user's own words. These are kept as a draft
//! until the sending is recorded or they are given up. Where the text comes from is the business of its [`Source`].

pub mod about;
pub mod checks;
pub mod editor;
pub mod own_words;
pub mod sending;
pub mod source;

use std::sync::Arc;

use leptos::prelude::*;

use self::own_words::OwnWords;
use self::source::{Source, Wording};
use super::state::App;
use crate::app::book::Book;
use crate::app::own_templates::OwnTemplate;
use crate::base::{InvoiceId, TemplateId};
use crate::browser::page;
use crate::documents::completeness::{Lack, Words, lacks};
use crate::documents::edited::{EditedText, Place};
use crate::documents::message::Message;
use crate::documents::missing::{MissingFact, missing_facts};
use crate::documents::wording::Document;
use crate::documents::wording::hints::hints;
use crate::domain::event::Channel;
use crate::domain::hints::Hint;
use crate::domain::invoice::Invoice;
use crate::text::words::composer::invitation;

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
    pub channel: Memo<Channel>,
    /// The template of the user's own that is proposed.
    pub template: RwSignal<Option<TemplateId>>,
    /// The templates that could be.
    pub templates: Memo<Vec<OwnTemplate>>,
    /// How the text that stands is worded: where it was edited, as it was then.
    pub spoken: Memo<Wording>,
    /// The built-in text of that wording.
    pub base: Memo<Option<Message>>,
    /// The text that stands.
    pub text: Memo<Option<Message>>,
    /// The link of the reply card that goes with it, where one was asked for.
    pub card: RwSignal<Option<String>>,
    /// The text as it goes out: with the paragraph that brings the card.
    pub outgoing: Memo<Option<Message>>,
    /// What it must not say.
    pub places: Memo<Vec<Place>>,
    /// What it no longer says.
    pub lacks: Memo<Vec<Lack>>,
    /// What of the user's own words may be read better.
    pub hints: Memo<Vec<Hint>>,
    /// Words that it must not be sent with.
    pub refused: Memo<Vec<String>>,
    /// What the records lack that the text has a mark for.
    pub missing: Memo<Vec<MissingFact>>,
    /// What a letter leaves blank: it is not printed like that.
    pub blanks: Memo<Vec<MissingFact>>,
    /// It must not leave as it stands.
    pub is_halted: Memo<bool>,
    /// What is proposed is no longer what the edited text came from.
    pub has_moved: Memo<bool>,
    /// Words of it are the user's own.
    pub differs: Memo<bool>,
    proposed: Memo<Option<Message>>,
    chosen: RwSignal<Channel>,
    /// Kept beside: handles are copied about, and these are many.
    app: StoredValue<App>,
    source: StoredValue<Arc<dyn Source>>,
}

impl Editing {
    /// The text of a page, with the words it was left in.
    pub fn new(
        app: App,
        source: Arc<dyn Source>,
        wording: RwSignal<Wording>,
        channels: Memo<Vec<Channel>>,
        first: Channel,
    ) -> Self {
        let source = StoredValue::new(source);
        let ask = move || source.get_value();
        let chosen = RwSignal::new(first);
        let channel = Memo::new(move |_| {
            channels.with(|all| {
                let chosen = chosen.get();
                if all.contains(&chosen) { chosen } else { all.first().copied().unwrap_or(chosen) }
            })
        });
        let edit = RwSignal::new(None::<EditedText>);
        let template = RwSignal::new(None);
        let templates = Memo::new(move |_| {
            let lang = wording.with(|wording| wording.lang);
            ask().templates(lang, channel.get())
        });
        let spoken = Memo::new(move |_| {
            let own = edit.with(|edit| edit.as_ref().map(|own| (own.tone, own.tu, own.lang)));
            own.map_or_else(|| wording.get(), |(tone, tu, lang)| Wording { tone, tu, lang })
        });
        let builtin = Memo::new(move |_| ask().write(wording.get(), channel.get()));
        let proposed = Memo::new(move |_| {
            let builtin = builtin.get()?;
            let own = template
                .get()
                .and_then(|id| templates.with(|all| all.iter().find(|own| own.id == id).cloned()));
            // A template that is at fault gives way to the built-in text.
            Some(own.and_then(|own| ask().write_own(&own, wording.get(), channel.get())).unwrap_or(builtin))
        });
        let base = Memo::new(move |_| {
            let spoken = spoken.get();
            if spoken == wording.get() { builtin.get() } else { ask().write(spoken, channel.get()) }
        });
        let text = Memo::new(move |_| {
            edit.with(|edit| match edit {
                // The parts of a letter that are no words are those of what the words were taken from.
                Some(edit) if spoken.get() == wording.get() => {
                    Some(proposed.get()?.with_passages(&edit.passages))
                }
                Some(edit) => Some(base.get()?.with_passages(&edit.passages)),
                None => proposed.get(),
            })
        });
        let card = RwSignal::new(None::<String>);
        let outgoing = Memo::new(move |_| match (text.get(), card.get()) {
            (Some(Message::Email(email)), Some(link)) if channel.get() == Channel::Email => {
                let Wording { tu, lang, .. } = spoken.get();
                Some(Message::Email(email.with_paragraph(&invitation(lang, tu, &link))))
            }
            (text, _) => text,
        });
        // What stands, beside what the program would have written: what is the user's own is looked through.
        let looked_at = Memo::new(move |_| {
            let ours = base.with(|base| base.as_ref().map(Message::passages))?;
            let stands = text.with(|text| text.as_ref().map(Message::passages))?;
            if let Some(edit) = edit.get() {
                return Some(EditedText { proposed: ours, ..edit });
            }
            let Wording { tone, tu, lang } = spoken.get();
            Some(EditedText { passages: stands, ..EditedText::new(tone, tu, lang, ours) })
        });
        let typed = Memo::new(move |_| ask().typed(spoken.get(), channel.get()));
        let places = Memo::new(move |_| {
            let debtor = ask().debtor();
            let document = ask().document(channel.get());
            typed.with(|typed| {
                looked_at.with(|own| {
                    own.as_ref().map(|own| own.places(document, debtor, typed)).unwrap_or_default()
                })
            })
        });
        let lacks = Memo::new(move |_| {
            let own = looked_at
                .with(|own| own.as_ref().filter(|own| own.differs()).map(|own| own.passages.clone()));
            let (Some(own), Some(base)) = (own, base.get()) else { return Vec::new() };
            let Some(context) = ask().context(spoken.get(), channel.get()) else { return Vec::new() };
            let fixed = base.fixed();
            let words = |passages| Words { passages, fixed: &fixed };
            lacks(&context, ask().purpose(channel.get()), words(&base.passages()), words(&own))
        });
        let hints = Memo::new(move |_| {
            let own = looked_at
                .with(|own| own.as_ref().filter(|own| own.differs()).map(|own| own.passages.clone()));
            let Some(own) = own else { return Vec::new() };
            let (lang, about) = (spoken.get().lang, ask().about());
            // A name is written as its bearer writes it, and so is what the built-in text says.
            let mut names = app.book.with(|book| names(book, &about));
            names.extend(base.with(|base| base.as_ref().map(Message::passages)).unwrap_or_default());
            hints(lang, &own, &names)
        });
        let refused = Memo::new(move |_| {
            looked_at.with(|own| {
                let Some(own) = own else { return Vec::new() };
                places.with(|places| {
                    let refused = places.iter().filter(|place| own.refuses(place));
                    refused.map(|place| place.words.clone()).collect()
                })
            })
        });
        let missing = Memo::new(move |_| {
            let lang = spoken.get().lang;
            text.with(|text| {
                text.as_ref().map(|text| missing_facts(lang, &text.plain_text(lang))).unwrap_or_default()
            })
        });
        let is_letter = move || text.with(|text| matches!(text, Some(Message::Letter(_))));
        let blanks = Memo::new(move |_| if is_letter() { missing.get() } else { Vec::new() });
        let is_halted = Memo::new(move |_| {
            let lacks_some = lacks.with(|lacks| lacks.iter().any(|lack| lack.is_mandatory));
            lacks_some || !refused.with(Vec::is_empty) || !blanks.with(Vec::is_empty)
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
            template,
            templates,
            spoken,
            base,
            text,
            card,
            outgoing,
            places,
            lacks,
            hints,
            refused,
            missing,
            blanks,
            is_halted,
            has_moved,
            differs,
            proposed,
            chosen,
            app: StoredValue::new(app),
            source,
        };
        editing.find(channel.get_untracked());
        Effect::new(move |_| editing.follow());
        Effect::new(move |_| editing.keep());
        editing
    }

    /// What kind of text it is.
    pub fn document(self) -> Document {
        self.source.get_value().document(self.channel.get())
    }

    /// Sends it another way, in the words that were left for that one.
    pub fn send_by(self, channel: Channel) {
        let before = self.channel.get_untracked();
        if before == channel {
            return;
        }
        let source = self.source.get_value();
        let same_words = source.name(before) == source.name(channel);
        self.chosen.set(channel);
        if !same_words {
            self.dropped.set(None);
            self.template.set(None);
            self.edit.set(None);
            self.find(channel);
        }
    }

    /// Proposes a template of the user's own, or the built-in text.
    pub fn propose(self, template: Option<TemplateId>) {
        self.template.set(template);
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
        let Some(now) = self.proposed.with_untracked(|text| text.as_ref().map(Message::passages)) else {
            return;
        };
        self.change(|edit| edit.proposed = now);
        request_animation_frame(|| {
            page::focus(FIELD);
        });
    }

    /// Changes the words that stand: they are the user's own from then on.
    pub fn change(self, change: impl FnOnce(&mut EditedText)) {
        let stands = self.edit.get_untracked().or_else(|| self.proposed_words());
        if let Some(mut edit) = stands {
            change(&mut edit);
            self.edit.set(Some(edit));
        }
    }

    /// The own words are recorded now; they come back if the recording is taken back.
    pub fn finish(self, body: &str) {
        if let Some(text) = self.edit.get_untracked().filter(EditedText::differs) {
            let source = self.source.get_value();
            let own = OwnWords { text, about: untrack(|| source.about()), sent: body.to_owned() };
            own_words::keep(self.app.get_value(), &source.name(self.channel.get_untracked()), Some(&own));
        }
        self.edit.try_set(None);
    }

    /// The words that were left for a channel.
    fn find(self, channel: Channel) {
        let source = self.source.get_value();
        let Some(OwnWords { text, about, .. }) = own_words::found(self.app.get_value(), &*source, channel)
        else {
            return;
        };
        let EditedText { tone, tu, lang, .. } = text;
        self.wording.set(Wording { tone, tu, lang });
        if !about.is_empty() {
            source.choose(about);
        }
        self.edit.set(Some(text));
    }

    fn drop_own(self) {
        self.dropped.set(self.edit.get_untracked().filter(EditedText::differs));
    }

    fn proposed_words(self) -> Option<EditedText> {
        let passages = self.proposed.with_untracked(|text| text.as_ref().map(Message::passages))?;
        let Wording { tone, tu, lang } = self.wording.get_untracked();
        Some(EditedText::new(tone, tu, lang, passages))
    }

    fn take_up(self, own: Option<EditedText>) {
        self.edit.set(own.or_else(|| self.proposed_words()));
        request_animation_frame(|| {
            page::focus(FIELD);
        });
    }

    /// While no word is the user's, the text goes with what is proposed; and a marker gives way to what becomes known.
    fn follow(self) {
        let wording = self.wording.get();
        let channel = self.channel.get();
        let Some(now) = self.proposed.with(|text| text.as_ref().map(Message::passages)) else { return };
        let Some(mut edit) = self.edit.get() else { return };
        let before = edit.clone();
        if edit.differs() {
            let spoken = Wording { tone: edit.tone, tu: edit.tu, lang: edit.lang };
            let Some(context) = self.source.get_value().context(spoken, channel) else { return };
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
            let Wording { tone, tu, lang } = wording;
            let confirmed = edit.confirmed;
            edit = EditedText { confirmed, ..EditedText::new(tone, tu, lang, now) };
        }
        if edit != before {
            self.edit.set(Some(edit));
        }
    }

    fn keep(self) {
        let own = self.edit.get().filter(EditedText::differs);
        let source = self.source.get_value();
        let about = source.about();
        let own = own.map(|text| OwnWords { text, about, sent: String::new() });
        let channel = self.channel.get();
        // What was sent stays kept until other words take its place: the sending may be taken back.
        if own.is_some() || own_words::found(self.app.get_value(), &*source, channel).is_some() {
            own_words::keep(self.app.get_value(), &source.name(channel), own.as_ref());
        }
    }
}

/// Names that may be written in capitals: the user's, those of the clients a text is about and of the persons there.
fn names(book: &Book, about: &[InvoiceId]) -> Vec<String> {
    let mut names = vec![book.profile().name.clone(), book.profile().address.clone()];
    for case in about.iter().filter_map(|id| book.case(*id)) {
        let Invoice { number, subject, order, service, .. } = &case.invoice;
        names.extend([number, subject, order, service].map(Clone::clone));
        if let Some(client) = book.client(case.invoice.client) {
            names.extend([client.name.clone(), client.contact.clone(), client.address.clone()]);
            names.extend(client.contacts.iter().map(|contact| contact.name.clone()));
        }
    }
    names
}

/// The field that is edited first: the message, or the first paragraph.
const FIELD: &str = ".editor textarea";
