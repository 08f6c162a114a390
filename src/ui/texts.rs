//! Texts for the screen: what the documents layer writes, with the profile and the date of now.

use leptos::prelude::*;

use super::state::App;
use crate::app::book::Book;
use crate::app::views::figures::Figures;
use crate::documents::context::{Facts, TextContext};
use crate::documents::email::{self, Email};
use crate::documents::missing::MissingFact;
use crate::domain::dunning::deadline::deadline;
use crate::domain::event::{Channel, Step};
use crate::text::Lang;
use crate::text::words::composer;

/// The facts a text is written from.
#[must_use]
pub fn context(
    app: App,
    figures: &Figures,
    step: Step,
    channel: Channel,
    lang: Lang,
    tu: bool,
) -> TextContext {
    let (profile, region) = app.book.with(|book| (Book::profile(book).clone(), Book::policy(book).region));
    // A text is one to send on the day its figures are stated at.
    let today = figures.claim.as_of;
    let deadline = deadline(step, channel, figures.client.kind, region, today);
    let cases = [(&figures.case, &figures.claim)];
    Facts { tu, ..Facts::new(&profile, &figures.client, &cases, today, deadline, lang) }.context()
}

/// The sentence to say on the phone.
#[must_use]
pub fn phone(app: App, figures: &Figures) -> String {
    let lang = app.lang();
    let stated_elsewhen = figures.claim.as_of != app.today.get();
    let context = TextContext {
        stated_elsewhen,
        ..context(app, figures, Step::FirstReminder, Channel::Phone, lang, false)
    };
    let sentence = email::phone(&context).unwrap_or_default();
    // On the phone « la facture » is enough where the number is not known.
    let marker = MissingFact::InvoiceNumber.marker(lang);
    match lang {
        Lang::Fr => sentence.replace(&format!(" {marker}"), "").replace(&format!("\u{a0}{marker}"), ""),
        Lang::En => sentence
            .replace(&format!("Invoice {marker}"), "The invoice")
            .replace(&format!("invoice {marker}"), "the invoice"),
    }
}

/// The paragraph that explains how the figures were worked out, with its rows.
#[must_use]
pub fn working(app: App, figures: &Figures) -> String {
    let context = context(app, figures, Step::FirmReminder, Channel::Email, app.lang(), false);
    email::explanation(&context).unwrap_or_default()
}

/// The long form of the working, for the annex of a letter or a file for a court.
#[must_use]
pub fn annex(app: App, figures: &Figures) -> String {
    let context = context(app, figures, Step::FormalNotice, Channel::RegisteredPost, app.lang(), false);
    email::annex(&context).unwrap_or_default()
}

/// A message as it will be sent, its missing facts marked.
pub fn message(lang: Lang, email: &Email, to: &str) -> impl IntoView + use<> {
    let words = composer::words(lang);
    let to = (!to.is_empty()).then(|| {
        view! {
            <div class="message-line">
                <dt>{words.to}</dt>
                <dd>{to.to_owned()}</dd>
            </div>
        }
    });
    view! {
        <div class="message" lang=lang.tag()>
            <dl>
                {to} <div class="message-line">
                    <dt>{words.subject}</dt>
                    <dd class="message-subject">{marked(&email.subject)}</dd>
                </div>
            </dl>
            <div class="message-body">{email.body.split("\n\n").map(paragraph).collect_view()}</div>
        </div>
    }
}

/// A short message as it will be sent, its missing facts marked.
pub fn short_message(lang: Lang, text: &str) -> impl IntoView + use<> {
    view! {
        <div class="message message-short" lang=lang.tag()>
            <div class="message-body">{text.split("\n\n").map(paragraph).collect_view()}</div>
        </div>
    }
}

fn paragraph(text: &str) -> impl IntoView + use<> {
    let lines: Vec<_> = text.lines().map(marked).collect();
    let last = lines.len().saturating_sub(1);
    let lines = lines.into_iter().enumerate().map(|(index, line)| {
        view! {
            {line}
            {(index < last).then(|| view! { <br /> })}
        }
    });
    view! { <p>{lines.collect_view()}</p> }
}

/// A text whose missing facts are marks.
pub fn marked(text: &str) -> impl IntoView + use<> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('⟦') {
        let (label, after) = after.split_once('⟧').unwrap_or((after, ""));
        parts.push(before.to_owned().into_any());
        parts.push(view! { <mark class="missing">{label.to_owned()}</mark> }.into_any());
        rest = after;
    }
    parts.push(rest.to_owned().into_any());
    parts
}
