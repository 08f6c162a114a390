//! Recording that a text was sent: when, to whom, on which invoices, and the exact text. A text that still lacks a fact
//! cannot be; one beyond the contact budget says why.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::desk::Desk;
use super::person::address;
use super::text::{frozen, granted, note_number_of};
use crate::app::command::{Command, SendingDraft};
use crate::app::forms::SHORT_TEXT;
use crate::app::problem::Problem;
use crate::app::views::figures::Figures;
use crate::app::views::writing::is_unreminded;
use crate::base::InvoiceId;
use crate::base::dates::add_days;
use crate::documents::missing::MissingFact;
use crate::domain::dunning::conduct::Breach;
use crate::domain::dunning::ladder::GAP;
use crate::domain::event::{Channel, SentText};
use crate::domain::posting::Posting;
use crate::text::format;
use crate::text::words::{composer, dunning};
use crate::ui::components::{Field, FieldKind};
use crate::ui::editing::Editing;
use crate::ui::editing::sending::{SendingForm, sent_day};
use crate::ui::live::{Slot, live, only_if, own};
use crate::ui::state::use_app;

/// Characters of the number of a registered letter; the post prints fewer than twenty.
const POSTING_NUMBER: usize = 40;

/// The last day on which what was left out of a text is left alone: the one the text grants, a few days at least.
fn waits_until(sent: NaiveDate, granted: Option<NaiveDate>) -> NaiveDate {
    let least = add_days(sent, GAP);
    granted.map_or(least, |day| day.max(least))
}

/// The form.
#[component]
pub fn Sending(
    desk: Desk,
    editing: Editing,
    missing: Signal<Vec<MissingFact>>,
    breaches: Memo<Vec<Breach>>,
) -> impl IntoView {
    let app = use_app();
    let words = app.words(composer::words);
    let Editing { text, channel, spoken, .. } = editing;
    let step = desk.step;
    let sent = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let day = Memo::new(move |_| {
        let issued = desk.all.with(|all| all.iter().map(|one| one.case.invoice.issued).max());
        let day = desk.day.with(|typed| sent_day(typed, app.today.get(), issued))?;
        if text.with(Option::is_none) { Err(Problem::NothingToAskThatDay) } else { Ok(day) }
    });
    let is_registered = Memo::new(move |_| channel.get() == Channel::RegisteredPost);
    let number_fault = Memo::new(move |_| {
        let is_long = desk.posting_number.with(|typed| typed.trim().chars().count() > POSTING_NUMBER);
        (is_registered.get() && is_long).then_some(Problem::TooLong(POSTING_NUMBER))
    });
    // A formal notice of what nobody was reminded of is lawful and unusual: what it rests on is kept with it (LAD-2).
    let is_unreminded = Memo::new(move |_| {
        desk.all.with(|all| all.iter().any(|one| is_unreminded(&one.case, step, one.claim.as_of)))
    });
    let needs_reason = Memo::new(move |_| is_unreminded.get() || breaches.with(|all| !all.is_empty()));
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
    let record = Callback::new(move |()| {
        if number_fault.get_untracked().is_some() {
            return false;
        }
        let (Ok(date), Ok(exception), Some(text)) =
            (day.get_untracked(), why.get_untracked(), editing.outgoing.get_untracked())
        else {
            return false;
        };
        let wording = spoken.get_untracked();
        let channel = channel.get_untracked();
        let to = desk.recipient.get_untracked().named(&address(desk, editing));
        let last = untrack(|| granted(app, desk, wording, channel));
        let number = untrack(|| note_number_of(app, desk));
        let registered = if channel == Channel::RegisteredPost {
            desk.posting_number.with_untracked(|typed| typed.trim().to_owned())
        } else {
            String::new()
        };
        // By e-mail a formal notice is only announced.
        let notice = untrack(|| desk.granted()).filter(|_| text.letter().is_some());
        let posting = Posting { number: registered, ..Posting::default() };
        let drafts: Vec<(InvoiceId, SendingDraft)> = app.book.with_untracked(|book| {
            let draft = |figures: &Figures| {
                let text = frozen(book, figures, step, wording, &text, number.clone());
                let text = SentText { notice: notice.clone(), ..text };
                let draft = SendingDraft::new(date, channel, step, last.unwrap_or(date), text);
                let draft = SendingDraft {
                    to: to.clone(),
                    exception: exception.clone(),
                    posting: posting.clone(),
                    ..draft
                };
                (figures.case.invoice.id, draft)
            };
            desk.all.with_untracked(|all| all.iter().map(draft).collect())
        });
        let aside = untrack(|| desk.aside());
        let command = if aside.is_empty() {
            Command::RecordSending(drafts)
        } else {
            let until = waits_until(date, last);
            Command::RecordSendingWithout(drafts, aside.into_iter().map(|one| (one.id, until)).collect())
        };
        // Said at the bottom of the screen where it is refused.
        if app.send(command).is_ok() {
            editing.finish(&text.plain_text(wording.lang));
            desk.forget(app);
        }
        true
    });
    view! {
        <SendingForm editing=editing missing=missing title=words.t(|w| w.mark_sent) sent=sent record=record>
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
                {only_if(move || is_registered.get(), move || view! {
                    <Field
                        id="posting-number"
                        label=words.t(|w| w.posting_number)
                        value=Slot {
                            text: desk.posting_number.into(),
                            change: Callback::new(move |typed| desk.number_posting(app, typed)),
                        }
                        problem=Signal::derive(move || number_fault.get())
                        hint=words.t(|w| w.posting_number_hint)
                        optional=true
                        sent=sent
                    />
                })}
            </div>
            {only_if(move || needs_reason.get(), move || view! {
                <Field
                    id="why-now"
                    label=Signal::derive(move || {
                        let w = words.now();
                        if is_unreminded.get() { w.why_unreminded } else { w.why_now }
                    })
                    value=own(reason)
                    problem=Signal::derive(move || why.get().err())
                    hint=words.t(|w| w.why_now_hint)
                    sent=sent
                />
            })}
            <p class="field-hint">{noted}</p>
            {live(move || {
                let aside = desk.aside();
                let date = day.get().ok().filter(|_| !aside.is_empty())?;
                let until = waits_until(date, granted(app, desk, spoken.get(), channel.get()));
                let lang = app.lang();
                let numbers: Vec<String> = aside.into_iter().map(|one| one.number).collect();
                let said = words.now().left_alone;
                let until = format::date_with_weekday(lang, until);
                let said = format!("{}{said}{until}.", format::list(lang, &numbers));
                Some(view! { <p class="field-hint">{said}</p> })
            })}
        </SendingForm>
    }
}
