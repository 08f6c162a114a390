//! What happened to a claim, in order of date, and what comes next.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::problem::Problem;
use crate::app::update::Refusal;
use crate::app::views::figures::Figures;
use crate::app::views::story::{Fact, Next, facts, next};
use crate::base::{EventId, InvoiceId, dates};
use crate::browser::page;
use crate::domain::claim::Claim;
use crate::domain::difference::ClaimPart;
use crate::domain::event::{Event, Step};
use crate::text::words::{case, dunning, movements, stakes};
use crate::text::{Lang, format};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{Slot, live};
use crate::ui::state::use_app;

/// The timeline.
#[component]
pub fn Story(id: InvoiceId, figures: Memo<Figures>) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let past = live(move || {
        let lang = app.lang();
        figures.with(|figures| {
            facts(&figures.case, figures.claim.as_of)
                .into_iter()
                .map(|(day, fact)| fact_view(lang, id, figures, day, fact))
                .collect_view()
        })
    });
    let upcoming = live(move || {
        let lang = app.lang();
        let w = words.now();
        figures.with(|figures| {
            let text = match next(&figures.case, &figures.claim) {
                Next::WaitForDue => w.next_due.to_owned(),
                Next::FirstReminder => w.next_first.to_owned(),
                Next::Wait(day) => format!("{}{}", w.next_wait, format::date_with_weekday(lang, day)),
                Next::FirmReminder => w.next_firm_now.to_owned(),
                Next::FormalNotice => w.next_notice.to_owned(),
                Next::NoticeRuns(day) => {
                    format!("{}{}", w.next_formal_running, format::date_with_weekday(lang, day))
                }
                Next::Decide => w.next_decide.to_owned(),
                Next::Penalties => w.next_penalties.to_owned(),
                Next::Nothing => w.next_none.to_owned(),
            };
            view! {
                <li class="event event-next">
                    <span class="event-date">{w.story_next}</span>
                    <p class="event-what">{text}</p>
                </li>
            }
        })
    });
    view! {
        <section class="section" aria-labelledby="story">
            <h2 id="story" tabindex="-1">{words.t(|w| w.story)}</h2>
            <ol class="timeline">{past} {upcoming}</ol>
        </section>
    }
}

fn fact_view(lang: Lang, id: InvoiceId, figures: &Figures, day: NaiveDate, fact: Fact<'_>) -> AnyView {
    let w = case::words(lang);
    let money = |amount| format::money(lang, amount, figures.claim.currency);
    let (what, note, text) = match fact {
        Fact::Issued => (w.story_issued.to_owned(), money(figures.case.invoice.amount), None),
        Fact::Due => (w.story_due.to_owned(), String::new(), None),
        Fact::Moved(movement) => (
            format!("{} {}", movements::kind(lang, movement.kind), money(movement.amount)),
            movement.reference.clone(),
            None,
        ),
        Fact::Sent(event) => (
            format!("{}, {}", dunning::step(lang, event.step), dunning::by_channel(lang, event.channel)),
            event.text.subject.clone(),
            Some(sent_view(lang, id, event, &figures.claim)),
        ),
    };
    view! {
        <li class="event">
            <time class="event-date" datetime=day.to_string()>
                {format::date_short(lang, day, 0)}
            </time>
            <p class="event-what">{what}</p>
            {(!note.is_empty()).then(|| view! { <p class="event-note">{note}</p> })}
            {text}
        </li>
    }
    .into_any()
}

/// What has changed since a text was sent, of what it claimed; nothing where nothing has.
fn since_sent(lang: Lang, event: &Event, claim: &Claim) -> Option<String> {
    let text = &event.text;
    let claimed_penalties = (text.interest + text.indemnity).is_positive();
    let parts = [
        (ClaimPart::Principal, text.principal, claim.principal_left - claim.not_due),
        (ClaimPart::Interest, text.interest, claim.interest_left),
        (ClaimPart::Indemnity, text.indemnity, claim.indemnity_left),
    ];
    let money = |amount| format::money(lang, amount, claim.currency);
    let changes: Vec<String> = parts
        .into_iter()
        .filter(|(part, before, after)| {
            before != after && (claimed_penalties || *part == ClaimPart::Principal)
        })
        .map(|(part, before, after)| {
            format!("{} {} → {}", stakes::part(lang, part).to_lowercase(), money(before), money(after))
        })
        .collect();
    (!changes.is_empty())
        .then(|| format!("{}{}.", stakes::words(lang).since_sent, format::list(lang, &changes)))
}

/// The exact text of a sending, frozen, with when the client received it.
fn sent_view(lang: Lang, id: InvoiceId, event: &Event, claim: &Claim) -> AnyView {
    let app = use_app();
    let w = case::words(lang);
    let event_id = event.id;
    let stamp = format!(
        "{}{} · {}{}",
        w.frozen,
        format::date(lang, event.text.as_of),
        w.rates_version,
        format::date(lang, event.text.rates),
    );
    let receipt = (event.step == Step::FormalNotice).then(|| match event.received {
        Some(day) => {
            view! { <p class="event-note">{format!("{}{}", w.received_known, format::date(lang, day))}</p> }
                .into_any()
        }
        None => view! { <Receipt id=id event=event_id /> }.into_any(),
    });
    view! {
        {receipt}
        <details class="disclosure disclosure-small">
            <summary>{w.exact_text}</summary>
            <div class="disclosure-body">
                <div class="frozen-text">{event.text.body.clone()}</div>
                <p class="frozen-stamp">{stamp}</p>
                {since_sent(lang, event, claim).map(|since| view! { <p class="field-hint">{since}</p> })}
                <button
                    class="button button-quiet"
                    type="button"
                    on:click=move |_| {
                        let _ = app.send(Command::DeleteSending(id, event_id));
                        // The button is gone, and the focus with it.
                        request_animation_frame(|| {
                            page::focus("#story");
                        });
                    }
                >
                    {w.delete_sending}
                </button>
            </div>
        </details>
    }
    .into_any()
}

/// The day a formal notice was received: a consumer's interest runs from it.
#[component]
fn Receipt(id: InvoiceId, event: EventId) -> impl IntoView {
    let app = use_app();
    let words = app.words(case::words);
    let typed = RwSignal::new(String::new());
    let sent = RwSignal::new(false);
    let refused = RwSignal::new(None::<Refusal>);
    let problem = Signal::derive(move || match dates::parse_typed(&typed.get()) {
        Err(error) => Some(Problem::from(error)),
        Ok(_) => refused.get().map(|refusal| match refusal {
            Refusal::ReceivedBeforeSent => Problem::ReceivedBeforeSent,
            _ => Problem::InTheFuture,
        }),
    });
    let save = move |submit: leptos::ev::SubmitEvent| {
        submit.prevent_default();
        sent.set(true);
        if let Ok(day) = dates::parse_typed(&typed.get_untracked()) {
            refused.set(app.send(Command::SetReceived(id, event, Some(day))).err());
        }
    };
    view! {
        <form class="form receipt-form" novalidate on:submit=save>
            <Field
                id=format!("received-{event}")
                label=words.t(|w| w.received_on)
                kind=FieldKind::Date
                value=Slot { text: typed.into(), change: Callback::new(move |text| {
                        refused.set(None);
                        typed.set(text);
                    }) }
                problem=problem
                hint=words.t(|w| w.received_hint)
                sent=sent
            />
            <div class="form-actions">
                <button class="button" type="submit">
                    {words.t(|w| w.received_set)}
                </button>
            </div>
        </form>
    }
}
