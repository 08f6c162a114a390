//! Disputes as they live in the book: the official reason, the meeting, what was promised, the outcome.

use chrono::NaiveDate;

use super::book::Book;
use super::command::CircumstanceDraft;
use super::contacts;
use super::effect::{Done, Edit};
use super::record::Record;
use super::update::{Refusal, case};
use crate::base::order::{in_order, insert_in_order};
use crate::base::{Amount, CircumstanceId, CommitmentId, InvoiceId};
use crate::domain::circumstance::{Circumstance, CircumstanceKind};
use crate::domain::dispute::{
    Commitment, CommitmentEnd, DisputeLife, Meeting, ReasonCode, Settlement, Side, Verdict,
};
use crate::domain::event::Channel;
use crate::domain::movement::{Movement, MovementKind};

/// A change to a dispute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DisputeCommand {
    /// Corrects what is contested, why, when it was learnt, by when it is answered and what the client says, while it is
    /// open; its official reason, meeting and promises stay.
    Amend(CircumstanceDraft),
    /// Sets the official reason, or that there is none.
    SetReason(Option<ReasonCode>),
    /// Sets the meeting, with its minutes once it was held; or that there is none.
    SetMeeting(Option<Meeting>),
    /// Notes something promised.
    Promise(Side, String, NaiveDate),
    /// Notes that something promised was done, or given up.
    EndPromise(CommitmentId, CommitmentEnd),
    /// Takes back what became of something promised.
    ReopenPromise(CommitmentId),
    /// Closes the dispute.
    Close(Closing),
}

/// How a dispute is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// Who was right.
    pub how: Verdict,
    /// When.
    pub on: NaiveDate,
    /// What a credit note takes off the price; zero where there is none.
    pub credited: Amount,
    /// Number of the credit note.
    pub reference: String,
    /// What was agreed.
    pub terms: String,
    /// The day agreed on for paying what is left; none where none was.
    pub pay_by: Option<NaiveDate>,
}

/// Carries a change to a dispute out: what it did, and the records it changes.
pub(super) fn carry_out(
    book: &Book,
    id: InvoiceId,
    dispute: CircumstanceId,
    command: DisputeCommand,
    today: NaiveDate,
) -> Result<(Done, Vec<Edit>), Refusal> {
    let mut case = case(book, id)?;
    let known = case.circumstances.iter_mut().find(|known| known.id == dispute).ok_or(Refusal::NotFound)?;
    let (mut credit, mut pay_by) = (None, None);
    let done = match command {
        DisputeCommand::Close(closing) => {
            credit = close(known, &closing, today)?;
            pay_by = closing.pay_by.map(|by| (closing.on, by));
            Done::DisputeClosed
        }
        DisputeCommand::Amend(draft) => {
            amend(known, draft, today)?;
            case.circumstances = in_order(case.circumstances, |known| (known.date, known.id));
            Done::DisputeSaved
        }
        command => {
            change(life(known)?, command, today)?;
            Done::DisputeSaved
        }
    };
    if let Some((date, amount, reference)) = credit {
        let movement = Movement {
            id: book.next_movement(),
            kind: MovementKind::CreditNote,
            date,
            amount,
            reference,
            if_settled_by: None,
        };
        insert_in_order(&mut case.movements, movement, |known| (known.date, known.id));
    }
    // A day that was agreed on is a word given: it is waited for, looked at on its day, and recalled when it is not kept.
    let left = book.claim(&case, today).principal_left;
    if let Some((on, by)) = pay_by.filter(|_| left.is_positive()) {
        let kind =
            CircumstanceKind::Promise { amount: left, by, who: String::new(), channel: Channel::Email };
        let promise = CircumstanceDraft { date: on, kind, note: String::new() };
        contacts::add_promise(&mut case, book.next_circumstance(), promise);
    }
    Ok((done, vec![Edit::put(book, Record::Case(case))]))
}

fn life(dispute: &mut Circumstance) -> Result<&mut DisputeLife, Refusal> {
    match &mut dispute.kind {
        CircumstanceKind::Dispute { life, .. } => Ok(life),
        _ => Err(Refusal::NotFound),
    }
}

fn amend(dispute: &mut Circumstance, draft: CircumstanceDraft, today: NaiveDate) -> Result<(), Refusal> {
    if today < draft.date {
        return Err(Refusal::InTheFuture);
    }
    if dispute.ended.is_some() {
        return Err(Refusal::DisputeOver);
    }
    let CircumstanceKind::Dispute { cause, amount, answer_by, .. } = draft.kind else {
        return Err(Refusal::NotFound);
    };
    let life = Box::new(std::mem::take(life(dispute)?));
    dispute.kind = CircumstanceKind::Dispute { cause, amount, answer_by, life };
    dispute.date = draft.date;
    dispute.note = draft.note;
    Ok(())
}

fn change(life: &mut DisputeLife, command: DisputeCommand, today: NaiveDate) -> Result<(), Refusal> {
    match command {
        DisputeCommand::SetReason(code) => life.code = code,
        DisputeCommand::SetMeeting(meeting) => {
            if meeting.as_ref().is_some_and(|meeting| today < meeting.day && !meeting.minutes.is_empty()) {
                return Err(Refusal::InTheFuture);
            }
            life.meeting = meeting;
        }
        DisputeCommand::Promise(side, what, date) => {
            let (id, made) = (life.next_commitment(), Some(today));
            life.commitments.push(Commitment { id, side, what, made, date, ended: None });
        }
        DisputeCommand::EndPromise(_, ended) if today < ended.on => return Err(Refusal::InTheFuture),
        DisputeCommand::EndPromise(id, ended) => promised(life, id)?.ended = Some(ended),
        DisputeCommand::ReopenPromise(id) => promised(life, id)?.ended = None,
        DisputeCommand::Amend(_) | DisputeCommand::Close(_) => {}
    }
    Ok(())
}

fn promised(life: &mut DisputeLife, id: CommitmentId) -> Result<&mut Commitment, Refusal> {
    life.commitments.iter_mut().find(|one| one.id == id).ok_or(Refusal::NotFound)
}

/// The credit note that closing calls for, where there is one.
type Credit = Option<(NaiveDate, Amount, String)>;

fn close(dispute: &mut Circumstance, closing: &Closing, today: NaiveDate) -> Result<Credit, Refusal> {
    if closing.pay_by.is_some_and(|by| by < closing.on) {
        return Err(Refusal::DisputeOver);
    }
    if today < closing.on || closing.on < dispute.date {
        return Err(if today < closing.on { Refusal::InTheFuture } else { Refusal::DisputeOver });
    }
    if dispute.ended.is_some() {
        return Err(Refusal::DisputeOver);
    }
    let credited = if closing.how.may_credit() { closing.credited.or_zero() } else { Amount::ZERO };
    let (terms, pay_by) = (closing.terms.clone(), closing.pay_by);
    life(dispute)?.outcome = Some(Settlement { how: closing.how, credited, terms, pay_by });
    dispute.ended = Some(closing.on);
    Ok(credited.is_positive().then(|| (closing.on, credited, closing.reference.clone())))
}
