//! What became of a registered letter: its number, its presentation, and whether it was handed over or came back; with
//! what that means.

use leptos::prelude::*;

use crate::app::command::Command;
use crate::app::problem::Problem;
use crate::app::update::Refusal;
use crate::base::{InvoiceId, dates};
use crate::domain::event::{Event, Step};
use crate::domain::posting::{Posting, Returned};
use crate::domain::regime::Regime;
use crate::text::words::posting;
use crate::text::{Lang, format};
use crate::ui::components::segment::{Choice, segment};
use crate::ui::components::{Field, FieldKind};
use crate::ui::live::{only_if, own};
use crate::ui::state::use_app;

/// Where a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    OnItsWay,
    Received,
    Refused,
    NotCollected,
}

const FATES: &[Choice<Fate>] = &[
    (Fate::OnItsWay, |lang| posting::words(lang).on_its_way),
    (Fate::Received, |lang| posting::words(lang).received),
    (Fate::Refused, |lang| posting::words(lang).refused),
    (Fate::NotCollected, |lang| posting::words(lang).not_collected),
];

/// What is known, in a sentence; none where nothing is.
pub(super) fn known(lang: Lang, event: &Event) -> Option<String> {
    let w = posting::words(lang);
    let Posting { number, presented, returned } = &event.posting;
    let mut parts = Vec::new();
    if !number.is_empty() {
        parts.push(format!("{}{number}", w.known_number));
    }
    parts.extend(presented.map(|day| format!("{}{}", w.known_presented, format::date(lang, day))));
    parts.extend(event.received.map(|day| format!("{}{}", w.known_received, format::date(lang, day))));
    parts.extend(returned.map(|why| match why {
        Returned::Refused => w.known_refused.to_owned(),
        Returned::NotCollected => w.known_not_collected.to_owned(),
    }));
    (!parts.is_empty()).then(|| format!("{}.", parts.join(", ")))
}

/// What the state of a formal notice starts under the regime of its invoice.
pub(super) fn meaning(lang: Lang, event: &Event, regime: Regime) -> Option<String> {
    let w = posting::words(lang);
    let starts = regime.needs_formal_notice();
    let is_notice = event.step == Step::FormalNotice;
    match (event.received, event.posting.returned) {
        _ if !is_notice => None,
        (Some(_), _) if starts => Some(w.starts_interest.to_owned()),
        (Some(_), _) if regime.interest_source().is_some() => Some(format!("{} {}", w.proves, w.was_running)),
        (Some(_), _) => Some(w.proves.to_owned()),
        (None, Some(_)) if starts => Some(w.returned_consumer.to_owned()),
        (None, Some(_)) => Some(w.returned_professional.to_owned()),
        (None, None) => Some(w.waits.to_owned()),
    }
}

/// The form.
#[component]
pub(super) fn Tracking(id: InvoiceId, event: Event) -> impl IntoView {
    let app = use_app();
    let words = app.words(posting::words);
    let day = |day: Option<_>| RwSignal::new(day.map(format::date_digits).unwrap_or_default());
    let number = RwSignal::new(event.posting.number.clone());
    let presented = day(event.posting.presented);
    let received = day(event.received);
    let fate = RwSignal::new(match (event.received, event.posting.returned) {
        (Some(_), _) => Fate::Received,
        (None, Some(Returned::Refused)) => Fate::Refused,
        (None, Some(Returned::NotCollected)) => Fate::NotCollected,
        (None, None) => Fate::OnItsWay,
    });
    let sent = RwSignal::new(false);
    let refusal = RwSignal::new(None::<Refusal>);
    let typed = move |text: RwSignal<String>, is_needed: bool| {
        text.with(|text| match text.trim() {
            "" if is_needed => Err(Problem::Required),
            "" => Ok(None),
            text => dates::parse_typed(text).map(Some).map_err(Problem::from),
        })
    };
    let late = move || {
        refusal.get().map(|refusal| match refusal {
            Refusal::ReceivedBeforeSent => Problem::ReceivedBeforeSent,
            _ => Problem::InTheFuture,
        })
    };
    let is_received = move || fate.get() == Fate::Received;
    let event_id = event.id;
    let save = move |submit: leptos::ev::SubmitEvent| {
        submit.prevent_default();
        sent.set(true);
        let is_received = fate.get_untracked() == Fate::Received;
        let days = untrack(|| (typed(presented, false), typed(received, is_received)));
        let (Ok(presented), Ok(received)) = days else { return };
        let posting = Posting {
            number: number.with_untracked(|number| number.trim().to_owned()),
            presented,
            returned: match fate.get_untracked() {
                Fate::Refused => Some(Returned::Refused),
                Fate::NotCollected => Some(Returned::NotCollected),
                Fate::OnItsWay | Fate::Received => None,
            },
        };
        let received = received.filter(|_| is_received);
        refusal.set(app.send(Command::TrackPosting(id, event_id, posting, received)).err());
    };
    view! {
        <form class="form receipt-form" novalidate on:submit=save>
            <div class="field-row">
                <Field id=format!("posting-number-{event_id}") label=words.t(|w| w.number) value=own(number) optional=true />
                <Field
                    id=format!("posting-presented-{event_id}")
                    label=words.t(|w| w.presented)
                    kind=FieldKind::Date
                    value=own(presented)
                    problem=Signal::derive(move || typed(presented, false).err().or_else(late))
                    optional=true
                    sent=sent
                />
            </div>
            {segment("posting-fate", words.t(|w| w.fate), FATES, move || Some(fate.get()), move |to| fate.set(to))}
            {only_if(is_received, move || view! {
                <Field
                    id=format!("posting-received-{event_id}")
                    label=words.t(|w| w.received_on)
                    kind=FieldKind::Date
                    value=own(received)
                    problem=Signal::derive(move || typed(received, true).err().or_else(late))
                    sent=sent
                />
            })}
            <div class="form-actions">
                <button class="button" type="submit">
                    {words.t(|w| w.save)}
                </button>
            </div>
        </form>
    }
}
