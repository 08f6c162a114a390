//! The text as the client first sees it: in the list of an inbox, on a telephone and on a computer.

use leptos::prelude::*;

use crate::documents::inbox::Inbox;
use crate::documents::message::Message;
use crate::domain::event::Channel;
use crate::text::words::composer;
use crate::ui::editing::Editing;
use crate::ui::live::{given, only_if};
use crate::ui::state::use_app;
use crate::ui::texts::marked;

/// The preview; nothing where the text is no e-mail.
#[component]
pub fn InboxPreview(editing: Editing) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let shown = Memo::new(move |_| {
        let sender = app.book.with(|book| {
            let profile = book.profile();
            let name = profile.name.trim();
            if name.is_empty() { profile.email.trim().to_owned() } else { name.to_owned() }
        });
        editing.outgoing.with(|text| match text {
            Some(Message::Email(email)) => Some(Inbox::of(&sender, &email.subject, &email.body)),
            _ => None,
        })
    });
    let is_email = move || editing.channel.get() == Channel::Email;
    only_if(is_email, move || {
        view! {
            <details class="disclosure inbox-preview">
                <summary>{words.t(|w| w.inbox)}</summary>
                <div class="disclosure-body">{given(shown.into(), move |shown| view! { <Rows shown=shown editing=editing /> })}</div>
            </details>
        }
    })
}

#[component]
fn Rows(shown: Memo<Inbox>, editing: Editing) -> impl IntoView {
    let words = use_app().words(composer::words);
    let row = move |class: &'static str, subject: fn(&Inbox) -> &String| {
        let sender = move || {
            let sender = shown.with(|shown| shown.sender.clone());
            if sender.is_empty() { words.now().inbox_you.to_owned() } else { sender }
        };
        view! {
            <div class=format!("inbox-row {class}") lang=move || editing.spoken.get().lang.tag()>
                <p class="inbox-sender">{sender}</p>
                <p class="inbox-subject">{move || shown.with(|shown| marked(subject(shown)))}</p>
                <p class="inbox-first">{move || shown.with(|shown| marked(&shown.first))}</p>
            </div>
        }
    };
    view! {
        <figure class="inbox">
            <figcaption>{words.t(|w| w.inbox_phone)}</figcaption>
            {row("inbox-phone", |shown| &shown.narrow)}
        </figure>
        <figure class="inbox">
            <figcaption>{words.t(|w| w.inbox_computer)}</figcaption>
            {row("inbox-computer", |shown| &shown.wide)}
        </figure>
        <p class="field-hint">{words.t(|w| w.inbox_hint)}</p>
        {only_if(
            move || shown.with(Inbox::is_cut_on_phone),
            move || view! { <p class="field-hint">{words.t(|w| w.inbox_cut)}</p> },
        )}
    }
}
