//! The entries of the story of a claim, one a fact: on its page, where texts fold, and printed, where all is open.

use chrono::NaiveDate;
use leptos::prelude::*;

use super::posting;
use super::story::{Receipt, delete_sending, since_sent};
use crate::app::route::Route;
use crate::app::views::figures::Figures;
use crate::app::views::story::{Fact, Strand, ToldPlan, facts};
use crate::base::InvoiceId;
use crate::domain::event::{Channel, Event, Step};
use crate::domain::regime::Regime;
use crate::domain::talk::Talk;
use crate::text::words::agenda::proceeding;
use crate::text::words::posting::words as posting_words;
use crate::text::words::stages;
use crate::text::words::{
    call, case, chronicle, circumstances, documents, dunning, labels, limitation, movements,
};
use crate::text::{Lang, format};
use crate::ui::components::tracking::{Letter, Tracking};

/// How entries are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// On the page of a claim, where sendings may be completed and deleted.
    Live(InvoiceId),
    /// To be printed: dates in full, texts open.
    Printed,
}

/// What an entry says.
struct Entry<'a> {
    what: String,
    notes: Vec<String>,
    sent: Option<&'a Event>,
}

/// The entries of a strand, oldest first.
pub fn entries(
    lang: Lang,
    figures: &Figures,
    plans: &[ToldPlan],
    strand: Strand,
    shown: Shown,
) -> Vec<AnyView> {
    facts(&figures.case, plans, figures.claim.as_of)
        .into_iter()
        .filter(|(_, fact)| strand.has(fact))
        .map(|(day, fact)| entry_view(lang, figures, day, entry(lang, figures, &fact), shown))
        .collect()
}

fn entry<'a>(lang: Lang, figures: &Figures, fact: &Fact<'a>) -> Entry<'a> {
    let w = case::words(lang);
    let currency = figures.claim.currency;
    let money = |amount| format::money(lang, amount, currency);
    let plain = |what: String, note: String| Entry { what, notes: vec![note], sent: None };
    let bare = |what: String| Entry { what, notes: Vec::new(), sent: None };
    match fact {
        Fact::Issued => plain(w.story_issued.to_owned(), money(figures.case.invoice.amount)),
        Fact::Due => plain(w.story_due.to_owned(), String::new()),
        Fact::Moved(movement) => plain(
            format!("{} {}", movements::kind(lang, movement.kind), money(movement.amount)),
            movement.reference.clone(),
        ),
        Fact::Sent(event) => sent(lang, event),
        Fact::Learnt(one) => plain(circumstances::learnt(lang, one, currency), one.note.clone()),
        Fact::Ended(one) => {
            let colon = lang.pick("\u{a0}: ", ": ");
            let terms =
                one.life().and_then(|life| life.outcome.as_ref()).map(|outcome| outcome.terms.clone());
            let ended = circumstances::closed(lang, one, currency).unwrap_or_else(|| {
                format!("{}{colon}{}", w.story_ended, circumstances::learnt(lang, one, currency))
            });
            plain(ended, terms.unwrap_or_default())
        }
        Fact::PromiseCame(one, kept) => bare(chronicle::promise_came(lang, one, *kept, currency)),
        Fact::Began(one) => {
            let with = [one.with.as_str(), one.reference.as_str()];
            let with: Vec<&str> = with.into_iter().filter(|text| !text.is_empty()).collect();
            plain(proceeding::kind(lang, one.kind).to_owned(), with.join(", "))
        }
        Fact::Came(one, stage) => {
            let beside = stage.beside.filter(|_| stage.stage.has_beside());
            let sums = [stage.amount, beside].into_iter().flatten().map(money);
            let set = stages::set_for(lang, stage);
            let notes = sums.chain(set).chain([stage.note.clone()]).filter(|note| !note.is_empty());
            plain(stages::stage(lang, one.kind, stage.stage).to_owned(), notes.collect::<Vec<_>>().join(", "))
        }
        Fact::Talked(talk) => Entry {
            what: chronicle::talk(lang, *talk, currency),
            notes: match talk {
                Talk::Offered(offer) => vec![offer.note.clone()],
                Talk::Met(meeting) => vec![meeting.place.clone(), meeting.minutes.clone()],
                _ => Vec::new(),
            },
            sent: None,
        },
        Fact::Planned(one) => plain(chronicle::planned(lang, one, currency), one.note.clone()),
        Fact::Missed(row) => bare(chronicle::missed(lang, row, currency)),
        Fact::Breached => bare(chronicle::breached(lang).to_owned()),
        Fact::GoesOn(one) => plain(chronicle::plan_goes_on(lang).to_owned(), one.written.clone()),
        Fact::PlanEnded(how) => bare(chronicle::plan_ended(lang, *how).to_owned()),
        Fact::Acted(act) => plain(limitation::act(lang, act.kind).to_owned(), act.reference.clone()),
    }
}

fn sent(lang: Lang, event: &Event) -> Entry<'_> {
    let w = case::words(lang);
    let exception = if event.exception.is_empty() {
        String::new()
    } else {
        format!("{}{}", w.story_why, event.exception)
    };
    if let Some(spoken) = &event.call {
        let to = if event.to.is_empty() { String::new() } else { format!("{}{}", w.story_to, event.to) };
        let colon = lang.pick("\u{a0}: ", ": ");
        let outcome = labels::lower_first(dunning::outcome(lang, spoken.outcome));
        let lasted = if spoken.seconds > 0 {
            format!("{}{}", w.story_lasted, call::duration(spoken.seconds))
        } else {
            String::new()
        };
        let again =
            spoken.again.map(|day| format!("{}{}", w.story_again, format::date_with_weekday(lang, day)));
        let what = format!("{}{to}{colon}{outcome}", dunning::step(lang, event.step));
        return Entry {
            what,
            notes: vec![spoken.note.clone(), again.unwrap_or_default(), lasted, exception],
            sent: None,
        };
    }
    let to = if event.to.is_empty() { String::new() } else { format!("{}{}", w.story_to, event.to) };
    let outside = if event.is_outside() && event.step != Step::Invoice { w.sent_outside } else { "" };
    Entry {
        what: format!(
            "{}, {}{}",
            dunning::sending(lang, event),
            dunning::by_channel(lang, event.channel),
            dunning::by_author(lang, event.text.by),
        ),
        notes: vec![format!("{}{to}", event.text.subject), outside.to_owned(), exception],
        sent: Some(event),
    }
}

fn entry_view(lang: Lang, figures: &Figures, day: NaiveDate, entry: Entry<'_>, shown: Shown) -> AnyView {
    let date = match shown {
        Shown::Live(_) => format::date_short(lang, day, 0),
        Shown::Printed => format::date(lang, day),
    };
    let notes = entry.notes.into_iter().filter(|note| !note.trim().is_empty());
    let notes = notes.map(|note| view! { <p class="event-note">{note.trim().to_owned()}</p> }).collect_view();
    let text = entry.sent.map(|event| match shown {
        Shown::Live(id) => folded(lang, id, event, figures),
        Shown::Printed => printed(lang, event),
    });
    view! {
        <li class="event">
            <time class="event-date" datetime=day.to_string()>
                {date}
            </time>
            <p class="event-what">{entry.what}</p>
            {notes}
            {text}
        </li>
    }
    .into_any()
}

fn stamp(lang: Lang, event: &Event) -> String {
    let w = case::words(lang);
    format!(
        "{}{} · {}{}",
        w.frozen,
        format::date(lang, event.text.as_of),
        w.rates_version,
        format::date(lang, event.text.rates),
    )
}

/// What became of a registered letter, or when a formal notice was received, with what that means and the form for it.
fn tracked(lang: Lang, id: InvoiceId, event: &Event, regime: Regime) -> AnyView {
    let note = |text: String| view! { <p class="event-note">{text}</p> };
    let known = posting::known(lang, event);
    let meaning = posting::meaning(lang, event, regime).map(note);
    let form = if event.channel == Channel::RegisteredPost {
        let letter = Letter {
            invoice: id,
            event: event.id,
            sent: event.date,
            posting: event.posting.clone(),
            received: event.received,
        };
        view! {
            <details class="disclosure disclosure-small">
                <summary>{posting_words(lang).title}</summary>
                <div class="disclosure-body">
                    <Tracking letter=letter />
                </div>
            </details>
        }
        .into_any()
    } else if event.received.is_none() {
        view! { <Receipt id=id event=event.id /> }.into_any()
    } else {
        ().into_any()
    };
    view! {
        {known.map(note)}
        {meaning}
        {form}
    }
    .into_any()
}

/// The exact text of a sending, frozen, with when the client received it.
fn folded(lang: Lang, id: InvoiceId, event: &Event, figures: &Figures) -> AnyView {
    let w = case::words(lang);
    let is_registered = event.channel == Channel::RegisteredPost;
    let is_notice = event.step == Step::FormalNotice;
    let receipt = (is_registered || is_notice)
        .then(|| tracked(lang, id, event, figures.case.invoice.regime(figures.client.kind)));
    let reopen = event.text.laid_out.is_some().then(|| {
        let to = Route::Copy(id, event.id).to_string();
        view! { <p class="event-note"><a href=to>{documents::words(lang).reopen}</a></p> }
    });
    // Of an invoice that was handed over before it was entered, no text is known.
    let text = if event.text.body.is_empty() {
        delete_sending(lang, id, event.id)
    } else {
        view! {
            <details class="disclosure disclosure-small">
                <summary>{w.exact_text}</summary>
                <div class="disclosure-body">
                    <div class="frozen-text">{event.text.body.clone()}</div>
                    <p class="frozen-stamp">{stamp(lang, event)}</p>
                    {since_sent(lang, event, &figures.claim).map(|since| view! { <p class="field-hint">{since}</p> })}
                    {delete_sending(lang, id, event.id)}
                </div>
            </details>
        }
        .into_any()
    };
    view! {
        {receipt}
        {reopen}
        {text}
    }
    .into_any()
}

fn printed(lang: Lang, event: &Event) -> AnyView {
    let received = posting::known(lang, event).map(|known| view! { <p class="event-note">{known}</p> });
    let text = (!event.text.body.is_empty()).then(|| {
        view! {
            <div class="printed-text">
                <p class="event-note">{stamp(lang, event)}</p>
                <div class="frozen-text">{event.text.body.clone()}</div>
            </div>
        }
    });
    view! {
        {received}
        {text}
    }
    .into_any()
}
