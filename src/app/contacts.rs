//! Contacts with a client as they enter the book: sendings, calls and what they brought.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::book::Book;
use super::calls::is_promise;
use super::command::{CircumstanceDraft, SendingDraft};
use super::effect::Edit;
use super::record::Record;
use super::update::{Refusal, case};
use crate::base::order::insert_in_order;
use crate::base::{CircumstanceId, ClientId, EventId, InvoiceId};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{CircumstanceKind, PauseCause};
use crate::domain::event::Event;
use crate::domain::posting::Posting;
use crate::text::words::rates::says_provisional;

/// Records a contact on each of its invoices, with what it brought; on all of them or on none.
pub(super) fn record(
    book: &Book,
    drafts: impl Iterator<Item = (InvoiceId, SendingDraft, Vec<CircumstanceDraft>)>,
    today: NaiveDate,
) -> Result<Vec<Edit>, Refusal> {
    record_on(book, BTreeMap::new(), drafts, today)
}

/// Records a sending on each of its invoices. Those that were left out of it by hand are left alone until a day: what the
/// user chose not to ask for is not asked for the next morning, and no firmer.
pub(super) fn record_sending(
    book: &Book,
    drafts: Vec<(InvoiceId, SendingDraft)>,
    aside: Vec<(InvoiceId, NaiveDate)>,
    today: NaiveDate,
) -> Result<Vec<Edit>, Refusal> {
    let sent = drafts.first().map_or(today, |(_, draft)| draft.date);
    let aside: Vec<(InvoiceId, NaiveDate)> =
        aside.into_iter().filter(|(id, _)| drafts.iter().all(|(about, _)| about != id)).collect();
    let mut edits = record(book, drafts.into_iter().map(|(id, draft)| (id, draft, Vec::new())), today)?;
    let mut number = book.next_circumstance();
    for (id, until) in aside {
        let mut case = case(book, id)?;
        let kind = CircumstanceKind::Pause { cause: PauseCause::Aside, until: until.max(sent) };
        add_circumstance(&mut case, number, CircumstanceDraft { date: sent, kind, note: String::new() });
        number = number.next();
        edits.push(Edit::put(book, Record::Case(case)));
    }
    Ok(edits)
}

/// The same on some cases as they are to be before it; those it is not about are left so.
pub(super) fn record_on(
    book: &Book,
    mut before: BTreeMap<InvoiceId, CaseFile>,
    drafts: impl Iterator<Item = (InvoiceId, SendingDraft, Vec<CircumstanceDraft>)>,
    today: NaiveDate,
) -> Result<Vec<Edit>, Refusal> {
    let (mut event, mut circumstance) = (book.next_event(), book.next_circumstance());
    let mut edits = Vec::new();
    for (id, draft, brought) in drafts {
        if today < draft.date || brought.iter().any(|draft| today < draft.date) {
            return Err(Refusal::InTheFuture);
        }
        let mut case = before.remove(&id).map_or_else(|| case(book, id), Ok)?;
        if draft.date < case.invoice.issued {
            return Err(Refusal::SentBeforeIssue);
        }
        if let Some(day) = draft.received {
            check_received(draft.date, day, today)?;
        }
        if draft.text.provisional && !says_provisional(&draft.text.body) {
            return Err(Refusal::ProvisionalUnsaid);
        }
        if let Some(new) = brought.iter().find(|draft| is_promise(&draft.kind)) {
            case.end_promises(new.date);
        }
        add_event(&mut case, event, draft);
        event = event.next();
        for draft in brought {
            add_circumstance(&mut case, circumstance, draft);
            circumstance = circumstance.next();
        }
        edits.push(Edit::put(book, Record::Case(case)));
    }
    edits.extend(before.into_values().map(|case| Edit::put(book, Record::Case(case))));
    Ok(edits)
}

fn add_event(case: &mut CaseFile, id: EventId, draft: SendingDraft) {
    let SendingDraft { date, channel, step, deadline, to, call, exception, text, posting, received } = draft;
    let text = text.into();
    let event = Event { id, date, channel, step, deadline, received, posting, to, call, exception, text };
    insert_in_order(&mut case.events, event, |event| (event.date, event.id));
}

/// Adds a promise that takes the place of those that run.
pub(super) fn add_promise(case: &mut CaseFile, id: CircumstanceId, draft: CircumstanceDraft) {
    if is_promise(&draft.kind) {
        case.end_promises(draft.date);
    }
    add_circumstance(case, id, draft);
}

/// Adds a circumstance in its place.
pub(super) fn add_circumstance(case: &mut CaseFile, id: CircumstanceId, draft: CircumstanceDraft) {
    insert_in_order(&mut case.circumstances, draft.numbered(id), |known| (known.date, known.id));
}

/// Notes something of a sending on every invoice it was about: one letter about several has one receipt.
pub(super) fn of_letter(
    book: &Book,
    id: InvoiceId,
    event: EventId,
    note: impl Fn(&mut CaseFile, EventId) -> Result<(), Refusal>,
) -> Result<Vec<Edit>, Refusal> {
    let first = case(book, id)?;
    let letter = first.events.iter().find(|known| known.id == event).ok_or(Refusal::NotFound)?;
    let others = book.cases_of(first.invoice.client).filter(|other| other.invoice.id != id);
    let others = others.filter_map(|other| {
        let same = other.events.iter().find(|known| is_same_letter(letter, known))?;
        Some((other.clone(), same.id))
    });
    let mut edits = Vec::new();
    for (mut case, event) in [(first.clone(), event)].into_iter().chain(others) {
        note(&mut case, event)?;
        edits.push(Edit::put(book, Record::Case(case)));
    }
    Ok(edits)
}

/// What becomes of documents about several invoices when some of these lose sendings, or go: whose words were kept with
/// one of them are kept with the next.
pub(super) fn hand_over<'a>(
    book: &Book,
    from: &BTreeSet<InvoiceId>,
    gone: impl Iterator<Item = (ClientId, &'a Event)>,
) -> Vec<Edit> {
    let mut kept: Vec<_> = gone.filter(|(_, event)| !event.text.elsewhere).collect();
    let mut edits = Vec::new();
    for case in book.cases().filter(|case| !from.contains(&case.invoice.id)) {
        let mut heir = None;
        for (at, waiting) in case.events.iter().enumerate().filter(|(_, event)| event.text.elsewhere) {
            let is_same = |(client, whole): &(ClientId, &Event)| {
                *client == case.invoice.client && waiting.is_same_document(whole)
            };
            let Some(whole) = kept.iter().position(is_same) else { continue };
            let text = kept.swap_remove(whole).1.text.clone();
            if let Some(event) = heir.get_or_insert_with(|| case.clone()).events.get_mut(at) {
                event.text = text;
            }
        }
        edits.extend(heir.map(|heir| Edit::put(book, Record::Case(heir))));
    }
    edits
}

/// The same where an invoice loses these sendings, or goes with them.
pub(super) fn taken_from(book: &Book, case: &CaseFile, gone: &[Event]) -> Vec<Edit> {
    let gone = gone.iter().map(|event| (case.invoice.client, event));
    hand_over(book, &[case.invoice.id].into(), gone)
}

/// Two sendings noted on two invoices are one letter: the same words, to the same person, the same way and day.
fn is_same_letter(one: &Event, other: &Event) -> bool {
    (one.date, one.step, one.channel, &one.to) == (other.date, other.step, other.channel, &other.to)
        && one.posting.number == other.posting.number
        && one.call.is_none()
        && (one.is_same_document(other) || (!one.text.body.is_empty() && one.text.body == other.text.body))
}

/// Notes what became of a registered letter: one that came back was not received, and none was received before it was
/// presented.
pub(super) fn track_posting(
    case: &mut CaseFile,
    id: EventId,
    posting: Posting,
    received: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let sent = case.events.iter().find(|event| event.id == id).ok_or(Refusal::NotFound)?.date;
    if posting.presented.is_some_and(|day| today < day) {
        return Err(Refusal::InTheFuture);
    }
    let is_early = posting.presented.is_some_and(|day| day < sent)
        || received.zip(posting.presented).is_some_and(|(received, presented)| received < presented);
    if is_early {
        return Err(Refusal::ReceivedBeforeSent);
    }
    set_received(case, id, received.filter(|_| posting.returned.is_none()), today)?;
    if let Some(event) = case.events.iter_mut().find(|event| event.id == id) {
        event.posting = posting;
    }
    Ok(())
}

/// Notes the day a sending was received.
pub(super) fn set_received(
    case: &mut CaseFile,
    id: EventId,
    received: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let event = case.events.iter_mut().find(|event| event.id == id).ok_or(Refusal::NotFound)?;
    if let Some(day) = received {
        check_received(event.date, day, today)?;
    }
    event.received = received;
    Ok(())
}

/// It is received on or after the day it was sent, and until today.
fn check_received(sent: NaiveDate, received: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if today < received {
        Err(Refusal::InTheFuture)
    } else if received < sent {
        Err(Refusal::ReceivedBeforeSent)
    } else {
        Ok(())
    }
}
