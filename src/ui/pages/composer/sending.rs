//! Recording that a text was sent: when, to whom, on which invoices, and the exact text. A text that still lacks a fact
//! cannot be; one beyond the contact budget says why.

use leptos::prelude::*;

use super::checks;
use super::editing::Editing;
use super::person::address;
use super::text::{frozen, granted, note_number_of};
use crate::app::command::{Command, SendingDraft};
use crate::app::forms::SHORT_TEXT;
use crate::app::problem::Problem;
use crate::app::views::figures::Figures;
use crate::base::{InvoiceId, dates};
use crate::browser::page;
use crate::documents::missing::MissingFact;
use crate::domain::dunning::conduct::Breach;
use crate::text::format;
use crate::text::words::{composer, dunning};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{live, only_if, own};
use crate::ui::state::use_app;

/// The form.
#[component]
pub fn Sending(
    editing: Editing,
    missing: Signal<Vec<MissingFact>>,
    breaches: Memo<Vec<Breach>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let Editing { desk, text, channel, spoken, refused, .. } = editing;
    let step = desk.step;
    let sent = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let day = Memo::new(move |_| {
        let day = desk.day.with(|typed| dates::parse_typed(typed)).map_err(Problem::from)?;
        let issued = desk.all.with(|all| all.iter().map(|one| one.case.invoice.issued).max());
        if app.today.get() < day {
            Err(Problem::InTheFuture)
        } else if issued.is_some_and(|issued| day < issued) {
            Err(Problem::SentBeforeIssue)
        } else if text.with(Option::is_none) {
            Err(Problem::NothingToAskThatDay)
        } else {
            Ok(day)
        }
    });
    let needs_reason = Memo::new(move |_| breaches.with(|all| !all.is_empty()));
    let why = Memo::new(move |_| {
        let typed = reason.with(|typed| typed.trim().to_owned());
        if !needs_reason.get() {
            Ok(String::new())
        } else if typed.is_empty() {
            Err(Problem::Required)
        } else if typed.chars().count() > SHORT_TEXT {
            Err(Problem::TooLong(SHORT_TEXT))
        } else {
            Ok(typed)
        }
    });
    let lacks = move || {
        let lang = spoken.get().lang;
        let labels: Vec<String> =
            missing.with(|missing| missing.iter().map(|fact| fact.label(lang).to_owned()).collect());
        (!labels.is_empty())
            .then(|| format!("{}{}.", words.now().sent_missing, format::list(app.lang(), &labels)))
    };
    // What will be noted: on which invoices where there are several, how, to whom.
    let noted = move || {
        let lang = app.lang();
        let w = words.now();
        let how = dunning::by_channel(lang, channel.get());
        let to = desk.recipient.with(|one| one.name.trim().to_owned());
        let to = if to.is_empty() { String::new() } else { format!("{}{to}", w.noted_to) };
        let numbers: Vec<String> =
            desk.all.with(|all| all.iter().map(|one| one.case.invoice.number.clone()).collect());
        let on = if numbers.len() > 1 {
            format!("{}{}", w.noted_on, format::list(lang, &numbers))
        } else {
            String::new()
        };
        format!("{}{how}{to}{on}.", w.noted)
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        sent.set(true);
        if !checks::may_go(editing) {
            return;
        }
        let complete = missing.with_untracked(Vec::is_empty);
        let (Ok(date), Ok(exception)) = (day.get_untracked(), why.get_untracked()) else {
            request_animation_frame(|| {
                page::focus(".sending-form [aria-invalid=true]");
            });
            return;
        };
        if let (true, Some(text)) = (complete, editing.outgoing.get_untracked()) {
            let wording = spoken.get_untracked();
            let channel = channel.get_untracked();
            let to = desk.recipient.get_untracked().named(&address(editing));
            let last = untrack(|| granted(app, desk, wording, channel));
            let number = untrack(|| note_number_of(app, desk));
            let drafts: Vec<(InvoiceId, SendingDraft)> = app.book.with_untracked(|book| {
                let draft = |figures: &Figures| {
                    let text = frozen(book, figures, step, wording, &text, number.clone());
                    let draft = SendingDraft::new(date, channel, step, last.unwrap_or(date), text);
                    let draft = SendingDraft { to: to.clone(), exception: exception.clone(), ..draft };
                    (figures.case.invoice.id, draft)
                };
                desk.all.with_untracked(|all| all.iter().map(draft).collect())
            });
            // Said at the bottom of the screen where it is refused.
            if app.send(Command::RecordSending(drafts)).is_ok() {
                editing.finish(&text.plain_text(wording.lang));
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
                    value=own(desk.day)
                    problem=Signal::derive(move || day.get().err())
                    hint=words.t(|w| w.sent_back_hint)
                    sent=sent
                />
            </div>
            {only_if(move || needs_reason.get(), move || view! {
                <Field
                    id="why-now"
                    label=words.t(|w| w.why_now)
                    value=own(reason)
                    problem=Signal::derive(move || why.get().err())
                    hint=words.t(|w| w.why_now_hint)
                    sent=sent
                />
            })}
            <p class="field-hint">{noted}</p>
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
