//! Recording that a document left: noted on each invoice it is about, kept as it was laid out with the one it was opened from.

use leptos::prelude::*;

use super::desk::{Desk, WAYS};
use crate::app::command::{Command, SendingDraft};
use crate::base::dates;
use crate::documents::missing::MissingFact;
use crate::documents::paper::PaperKind;
use crate::domain::event::{Channel, SentText, Step};
use crate::text::words::{documents, dunning};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Field, FieldKind};
use crate::ui::editing::sending::{SendingForm, sent_day};
use crate::ui::live::own;
use crate::ui::sent::sent_text;
use crate::ui::state::use_app;

const CHOICES: &[Choice<Channel>] = &[
    (WAYS[0], |lang| dunning::channel(lang, WAYS[0])),
    (WAYS[1], |lang| dunning::channel(lang, WAYS[1])),
    (WAYS[2], |lang| dunning::channel(lang, WAYS[2])),
    (WAYS[3], |lang| dunning::channel(lang, WAYS[3])),
];

/// The form.
#[component]
pub fn Recording(desk: Desk, missing: Signal<Vec<MissingFact>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(documents::words);
    let editing = desk.editing;
    let day = desk.said.sent_on;
    let client = desk.figures.with_untracked(|figures| figures.client.contact.clone());
    let to = RwSignal::new(if desk.kind.is_to_debtor() { client } else { String::new() });
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| day.with(|typed| sent_day(typed, app.today.get(), desk.first_day())));
    let record = Callback::new(move |()| {
        let (Ok(date), Ok(letter)) = (parsed.get_untracked(), desk.letter.get_untracked()) else {
            return false;
        };
        let text = app.book.with_untracked(|book| SentText {
            provisional: desk.kind.states_interest()
                && desk.figures.with_untracked(|figures| !figures.claim.provisional.is_empty()),
            ..sent_text(book, &letter.subject, letter.plain_text(), date, Some(&letter))
        });
        let last = match desk.kind {
            PaperKind::Offer => {
                desk.said.by.with_untracked(|typed| dates::parse_typed(typed)).unwrap_or(date)
            }
            _ => date,
        };
        let channel = editing.channel.get_untracked();
        let draft = SendingDraft::new(date, channel, Step::Document, last.max(date), text);
        let draft = SendingDraft { to: to.get_untracked().trim().to_owned(), ..draft };
        // Said at the bottom of the screen, done or refused.
        let about = untrack(|| desk.recorded_on());
        if app.send(Command::RecordSending(draft.on_each(&about))).is_ok() {
            editing.finish(&letter.plain_text());
        }
        true
    });
    view! {
        <SendingForm editing=editing missing=missing title=words.t(|w| w.record) sent=sent record=record>
            {segment(
                "document-channel",
                words.t(|w| w.by_which),
                CHOICES,
                move || Some(editing.channel.get()),
                move |way| editing.send_by(way),
            )}
            <div class="field-row">
                <Field
                    id="document-day"
                    label=words.t(|w| w.sent_on)
                    kind=FieldKind::Date
                    value=own(day)
                    problem=Signal::derive(move || parsed.get().err())
                    sent=sent
                />
                <Field id="document-to" label=words.t(|w| w.to) value=own(to) optional=true />
            </div>
            <p class="field-hint">{words.t(|w| w.record_hint)}</p>
        </SendingForm>
    }
}
