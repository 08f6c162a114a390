//! Recording that a text was sent: when, how, and the exact text. A text that still lacks a fact cannot be.

use leptos::prelude::*;

use super::checks;
use super::editing::Editing;
use super::text::frozen;
use crate::app::book::Book;
use crate::app::command::{Command, SendingDraft};
use crate::app::problem::Problem;
use crate::app::views::figures::Figures;
use crate::base::{InvoiceId, dates};
use crate::documents::deadline::deadline;
use crate::documents::missing::MissingFact;
use crate::domain::event::Channel;
use crate::text::format;
use crate::text::words::composer;
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{live, own};
use crate::ui::state::use_app;

const CHANNELS: &[Choice<Channel>] = &[
    (Channel::Email, |lang| composer::words(lang).by_email),
    (Channel::Post, |lang| composer::words(lang).by_post),
    (Channel::RegisteredPost, |lang| composer::words(lang).by_registered),
    (Channel::Hand, |lang| composer::words(lang).by_hand),
];

/// The form.
#[component]
pub fn Sending(
    id: InvoiceId,
    figures: Memo<Figures>,
    day: RwSignal<String>,
    editing: Editing,
    missing: Signal<Vec<MissingFact>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let Editing { text, channel, spoken, refused, .. } = editing;
    let step = spoken.with_untracked(|wording| wording.step);
    let sent = RwSignal::new(false);
    let parsed = Memo::new(move |_| {
        let day = day.with(|typed| dates::parse_typed(typed)).map_err(Problem::from)?;
        if day > app.today.get() {
            Err(Problem::InTheFuture)
        } else if day < figures.with(|figures| figures.case.invoice.issued) {
            Err(Problem::SentBeforeIssue)
        } else if text.with(Option::is_none) {
            Err(Problem::NothingToAskThatDay)
        } else {
            Ok(day)
        }
    });
    let lacks = move || {
        let lang = spoken.get().lang;
        let labels: Vec<String> =
            missing.with(|missing| missing.iter().map(|fact| fact.label(lang).to_owned()).collect());
        (!labels.is_empty())
            .then(|| format!("{}{}.", words.now().sent_missing, format::list(app.lang(), &labels)))
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sent.set(true);
        if !checks::may_go(editing) {
            return;
        }
        let complete = missing.with_untracked(Vec::is_empty);
        if let (true, Ok(date), Some(text)) = (complete, parsed.get_untracked(), text.get_untracked()) {
            let wording = spoken.get_untracked();
            let figures = figures.get_untracked();
            let region = app.book.with_untracked(|book| Book::policy(book).region);
            let last =
                deadline(step, channel.get_untracked(), figures.client.kind, region, figures.claim.as_of);
            let text = app.book.with_untracked(|book| {
                frozen(&figures, wording, &text, book.rates(), !book.own_rates().is_empty())
            });
            let draft = SendingDraft::new(date, channel.get_untracked(), step, last, text);
            // Said at the bottom of the screen where it is refused.
            if app.send(Command::RecordSending(vec![(id, draft)])).is_ok() {
                editing.finish();
            }
        }
    };
    view! {
        <form class="form sending-form" novalidate on:submit=save>
            <h3>{words.t(|w| w.mark_sent)}</h3>
            <div class="field-row">
                <Field
                    id="sent-on"
                    label=words.t(|w| w.sent_on)
                    kind=FieldKind::Date
                    value=own(day)
                    problem=Signal::derive(move || parsed.get().err())
                    hint=words.t(|w| w.sent_back_hint)
                    sent=sent
                />
            </div>
            {segment(
                "channel",
                words.t(|w| w.channel),
                CHANNELS,
                move || Some(channel.get()),
                move |to| channel.set(to),
            )}
            {live(move || lacks().map(|lacks| view! { <p class="field-error" role="status">{lacks}</p> }))}
            {checks::refusal(editing, "refused-sending")}
            <div class="form-actions">
                <button
                    class="button"
                    type="submit"
                    disabled=move || !missing.with(Vec::is_empty)
                    aria-disabled=move || (!refused.with(Vec::is_empty)).then_some("true")
                    aria-describedby=move || (!refused.with(Vec::is_empty)).then_some("refused-sending")
                >
                    {words.t(|w| w.sent_save)}
                </button>
            </div>
        </form>
    }
}
