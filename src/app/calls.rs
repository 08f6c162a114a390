//! Calls as they enter the book: noted at once when they end, put right while what was said is still being written down.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::book::Book;
use super::command::{CircumstanceDraft, SendingDraft};
use super::contacts::record_on;
use super::effect::Edit;
use super::record::Record;
use super::update::{Refusal, case};
use crate::base::InvoiceId;
use crate::base::order::insert_in_order;
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{Circumstance, CircumstanceKind, PromiseState};
use crate::domain::contact::Contact;
use crate::domain::event::Event;

/// A call as it is in the book, told by what it says: with it, it can be found again and put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallMade {
    /// The call on each invoice it was about, with what it brought; the claim it started from first.
    pub drafts: Vec<(InvoiceId, SendingDraft, Vec<CircumstanceDraft>)>,
    /// Somebody else to talk to from now on.
    pub learnt: Option<Contact>,
    /// The promises that ran before it, and that a promise it brought takes the place of.
    pub replaces: Vec<(InvoiceId, CircumstanceDraft)>,
}

impl CallMade {
    /// A call that is about to be noted on the book as it is now.
    #[must_use]
    pub fn about_to_be(
        book: &Book,
        drafts: Vec<(InvoiceId, SendingDraft, Vec<CircumstanceDraft>)>,
        learnt: Option<Contact>,
    ) -> Self {
        let running = |(id, draft, _): &(InvoiceId, SendingDraft, Vec<CircumstanceDraft>)| {
            let promises = book.case(*id).map(|case| running_promises(case, draft.date)).unwrap_or_default();
            let id = *id;
            promises.into_iter().map(move |promise| (id, promise))
        };
        let replaces = drafts.iter().flat_map(running).collect();
        Self { drafts, learnt, replaces }
    }

    /// It stands in the book as it was noted.
    #[must_use]
    pub fn is_in(&self, book: &Book) -> bool {
        !self.drafts.is_empty()
            && self.drafts.iter().all(|(id, draft, _)| {
                book.case(*id).is_some_and(|case| case.events.iter().any(|event| is_call(event, draft)))
            })
    }
}

fn running_promises(case: &CaseFile, on: NaiveDate) -> Vec<CircumstanceDraft> {
    let promises = case.promises(on).filter(|(_, state)| *state == PromiseState::Running);
    promises
        .map(|(one, _)| CircumstanceDraft { date: one.date, kind: one.kind.clone(), note: one.note.clone() })
        .collect()
}

fn is_call(event: &Event, draft: &SendingDraft) -> bool {
    event.call.is_some()
        && (event.date, event.step, &event.to, &event.call)
            == (draft.date, draft.step, &draft.to, &draft.call)
}

fn is_what(known: &Circumstance, draft: &CircumstanceDraft) -> bool {
    (known.date, &known.kind, &known.note) == (draft.date, &draft.kind, &draft.note)
}

/// Records a call, and with it the person it told of: taken back together, too.
pub(super) fn record_call(
    book: &Book,
    drafts: Vec<(InvoiceId, SendingDraft, Vec<CircumstanceDraft>)>,
    learnt: Option<Contact>,
    today: NaiveDate,
) -> Result<Vec<Edit>, Refusal> {
    let about = drafts.first().map(|(id, ..)| *id);
    let mut edits = record_on(book, BTreeMap::new(), drafts.into_iter(), today)?;
    edits.extend(persons(book, about, None, learnt)?);
    Ok(edits)
}

/// Puts a call as it is known now in the place of the one that was noted; one about no invoice takes it back.
pub(super) fn correct_call(
    book: &Book,
    was: CallMade,
    now: CallMade,
    today: NaiveDate,
) -> Result<Vec<Edit>, Refusal> {
    let about = was.drafts.first().map(|(id, ..)| *id);
    let mut before = BTreeMap::new();
    for (id, draft, brought) in &was.drafts {
        before.insert(*id, without(case(book, *id)?, draft, brought)?);
    }
    for (id, promise) in &was.replaces {
        let known = before.get_mut(id).and_then(|case: &mut CaseFile| {
            case.circumstances.iter_mut().find(|known| is_what(known, promise))
        });
        let day = was.drafts.first().map(|(_, draft, _)| draft.date);
        if let Some(known) = known.filter(|known| known.ended == day) {
            known.ended = None;
        }
    }
    let mut edits = record_on(book, before, now.drafts.into_iter(), today)?;
    edits.extend(persons(book, about, was.learnt.as_ref(), now.learnt)?);
    edits.retain(|edit| edit.before != edit.after);
    Ok(edits)
}

/// A case without a call and what it brought there; refused where either was changed since.
fn without(
    mut case: CaseFile,
    draft: &SendingDraft,
    brought: &[CircumstanceDraft],
) -> Result<CaseFile, Refusal> {
    let call = case.events.iter().rposition(|event| is_call(event, draft)).ok_or(Refusal::ChangedSince)?;
    case.events.remove(call);
    for one in brought {
        let known = case.circumstances.iter().rposition(|known| is_what(known, one));
        case.circumstances.remove(known.ok_or(Refusal::ChangedSince)?);
    }
    Ok(case)
}

/// The client of a claim with the person a call told of, in the place of the one it was noted with.
fn persons(
    book: &Book,
    about: Option<InvoiceId>,
    was: Option<&Contact>,
    learnt: Option<Contact>,
) -> Result<Option<Edit>, Refusal> {
    let Some(id) = about.filter(|_| was.is_some() || learnt.is_some()) else { return Ok(None) };
    let client = case(book, id)?.invoice.client;
    let mut client = book.client(client).cloned().ok_or(Refusal::NotFound)?;
    if let Some(at) = was.and_then(|was| client.contacts.iter().position(|known| known == was)) {
        client.contacts.remove(at);
    }
    if let Some(person) = learnt {
        insert_in_order(&mut client.contacts, person, |known| known.role);
    }
    Ok(Some(Edit::put(book, Record::Client(client))))
}

/// A promise is among what a call brought.
pub(super) fn is_promise(kind: &CircumstanceKind) -> bool {
    matches!(kind, CircumstanceKind::Promise { .. })
}
