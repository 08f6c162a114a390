//! Recording that a document left: it is kept as it was laid out, in the case it was opened from.

use leptos::prelude::*;

use super::desk::Desk;
use crate::app::command::{Command, SendingDraft};
use crate::app::problem::Problem;
use crate::base::dates;
use crate::documents::missing::MissingFact;
use crate::documents::paper::PaperKind;
use crate::domain::event::{Channel, SentText, Step};
use crate::text::format;
use crate::text::words::{documents, dunning};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::own;
use crate::ui::sent::sent_text;
use crate::ui::state::use_app;

const WAYS: &[Choice<Channel>] = &[
    (Channel::Email, |lang| dunning::channel(lang, Channel::Email)),
    (Channel::Post, |lang| dunning::channel(lang, Channel::Post)),
    (Channel::RegisteredPost, |lang| dunning::channel(lang, Channel::RegisteredPost)),
    (Channel::Hand, |lang| dunning::channel(lang, Channel::Hand)),
];

/// The form.
#[component]
pub fn Recording(desk: Desk, missing: Signal<Vec<MissingFact>>) -> impl IntoView {
    let app = use_app();
    let words = app.words(documents::words);
    let channel = RwSignal::new(match desk.kind {
        PaperKind::HandReceipt => Channel::Hand,
        PaperKind::Termination => Channel::RegisteredPost,
        _ => Channel::Email,
    });
    let day = RwSignal::new(format::date_digits(app.today.get_untracked()));
    let to = RwSignal::new(desk.figures.with_untracked(|figures| figures.client.contact.clone()));
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let day = day.with(|typed| dates::parse_typed(typed)).map_err(Problem::from)?;
        let issued = desk.figures.with(|figures| figures.case.invoice.issued);
        if app.today.get() < day {
            Err(Problem::InTheFuture)
        } else if day < issued {
            Err(Problem::SentBeforeIssue)
        } else {
            Ok(day)
        }
    });
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sent.set(true);
        let may_go = desk.refused.with_untracked(Vec::is_empty) && missing.with_untracked(Vec::is_empty);
        let (Ok(date), true, Ok(letter)) = (parsed.get_untracked(), may_go, desk.letter.get_untracked())
        else {
            return;
        };
        let text = app.book.with_untracked(|book| SentText {
            provisional: desk.figures.with_untracked(|figures| !figures.claim.provisional.is_empty()),
            ..sent_text(book, &letter.subject, letter.plain_text(), app.today.get_untracked(), Some(&letter))
        });
        let last = match desk.kind {
            PaperKind::Offer => {
                desk.said.by.with_untracked(|typed| dates::parse_typed(typed)).unwrap_or(date)
            }
            _ => date,
        };
        let draft = SendingDraft::new(date, channel.get_untracked(), Step::Document, last.max(date), text);
        let draft = SendingDraft { to: to.get_untracked().trim().to_owned(), ..draft };
        // Said at the bottom of the screen, done or refused.
        let _ = app.send(Command::RecordSending(vec![(desk.id, draft)]));
    };
    view! {
        <form class="form sending-form" novalidate on:submit=save>
            <h3>{words.t(|w| w.record)}</h3>
            {segment(
                "document-channel",
                words.t(|w| w.by_which),
                WAYS,
                move || Some(channel.get()),
                move |way| channel.set(way),
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
            <div class="form-actions">
                <button class="button" type="submit" disabled=move || !missing.with(Vec::is_empty)>
                    {words.t(|w| w.record)}
                </button>
            </div>
        </form>
    }
}
