//! Offers as they enter the book: made, agreed, fulfilled, ended.

use chrono::NaiveDate;

use super::book::Book;
use super::command::CircumstanceDraft;
use super::contacts;
use super::effect::{Done, Edit};
use super::record::Record;
use super::trash::{self, TrashItem};
use super::update::{Refusal, case, check_free};
use crate::base::order::insert_in_order;
use crate::base::{Amount, InvoiceId, OfferId};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::CircumstanceKind;
use crate::domain::event::Channel;
use crate::domain::movement::Movement;
use crate::domain::offer::{Offer, OfferEnd, OfferEnded, OfferKind, OfferState, price, settling};
use crate::text::words::offers;

/// A change to the offers about an invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfferCommand {
    /// Notes an offer that is made.
    Make(OfferDraft),
    /// Notes the day the client agreed.
    Accept(OfferId, NaiveDate),
    /// Gives what was offered, as movements: of money on the day it was there, else on this day. What else was offered is
    /// taken back with it. What is left once goods are back or work is put right is a promise, where a day was named.
    Fulfil(OfferId, NaiveDate),
    /// Notes that the client refused it.
    Refuse(OfferId, NaiveDate),
    /// Takes it back.
    Withdraw(OfferId, NaiveDate),
    /// Deletes one entered by mistake.
    Delete(OfferId),
}

/// An offer as made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferDraft {
    /// What.
    pub kind: OfferKind,
    /// Day it is made.
    pub date: NaiveDate,
    /// Its last day.
    pub until: NaiveDate,
    /// Of goods and work: the day by which what is left is paid.
    pub balance_by: Option<NaiveDate>,
    /// Note.
    pub note: String,
}

/// Carries a change to the offers out: what it did, and the records it changes.
pub(super) fn carry_out(
    book: &Book,
    id: InvoiceId,
    command: OfferCommand,
    today: NaiveDate,
) -> Result<(Done, Vec<Edit>), Refusal> {
    let mut case = case(book, id)?;
    let mut kept = None;
    let done = match command {
        OfferCommand::Make(draft) => {
            make(book, &mut case, draft, today)?;
            Done::OfferMade
        }
        OfferCommand::Accept(offer, day) => {
            accept(&mut case, offer, day, today)?;
            Done::OfferAgreed
        }
        OfferCommand::Fulfil(offer, day) => {
            // Work that was put right moves nothing.
            let moved = case.movements.len();
            fulfil(book, &mut case, offer, day, today)?;
            if moved < case.movements.len() { Done::OfferFulfilled } else { Done::OfferEnded }
        }
        OfferCommand::Refuse(offer, day) => {
            end(&mut case, offer, OfferEnd::Refused, day, today)?;
            Done::OfferEnded
        }
        OfferCommand::Withdraw(offer, day) => {
            end(&mut case, offer, OfferEnd::Withdrawn, day, today)?;
            Done::OfferEnded
        }
        OfferCommand::Delete(offer) => {
            let at = case.offers.iter().position(|known| known.id == offer).ok_or(Refusal::NotFound)?;
            kept = Some(trash::deleted(book, TrashItem::Offer(id, case.offers.remove(at)), today));
            Done::OfferDeleted
        }
    };
    let edits = [Edit::put(book, Record::Case(case))].into_iter().chain(kept);
    Ok((done, edits.collect()))
}

fn make(book: &Book, case: &mut CaseFile, draft: OfferDraft, today: NaiveDate) -> Result<(), Refusal> {
    let OfferDraft { kind, date, until, balance_by, note } = draft;
    if today < date {
        return Err(Refusal::InTheFuture);
    }
    check_free(book, case, date)?;
    if case.offers_on(today).any(|(_, state)| state.is_taken_up()) {
        return Err(Refusal::OfferOver);
    }
    let claim = book.claim(case, date);
    let debtor = book.debtor_of(case).kind;
    let price = price(&kind, debtor, &claim, case.invoice.due, until).map_err(Refusal::NoOffer)?;
    let offer = Offer {
        id: next_number(book, case),
        date,
        kind,
        pay: price.pay,
        paid_before: case.received(date),
        until,
        balance_by: balance_by.filter(|_| price.pay.is_positive()),
        accepted: None,
        ended: None,
        note,
    };
    if !offer.is_sound() {
        return Err(Refusal::OfferOver);
    }
    insert_in_order(&mut case.offers, offer, |known| (known.date, known.id));
    Ok(())
}

/// The next number that no offer about the invoice has, not even one in the trash.
fn next_number(book: &Book, case: &CaseFile) -> OfferId {
    let deleted = book.trash().filter_map(|trash| match &trash.item {
        TrashItem::Offer(invoice, offer) if *invoice == case.invoice.id => Some(offer.id.next()),
        _ => None,
    });
    deleted.max().unwrap_or(OfferId(0)).max(case.next_offer())
}

/// An offer that has not ended on a day; the day is neither to come nor before it was made.
fn running(
    case: &mut CaseFile,
    id: OfferId,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<&mut Offer, Refusal> {
    if today < day {
        return Err(Refusal::InTheFuture);
    }
    let offer = case.offers.iter_mut().find(|known| known.id == id).ok_or(Refusal::NotFound)?;
    if offer.is_unended() && offer.date <= day { Ok(offer) } else { Err(Refusal::OfferOver) }
}

/// One agrees in time only: an offer that lapsed is made again.
fn accept(case: &mut CaseFile, id: OfferId, day: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    let offer = running(case, id, day, today)?;
    if offer.until < day || offer.accepted.is_some() {
        return Err(Refusal::OfferOver);
    }
    offer.accepted = Some(day);
    Ok(())
}

fn end(
    case: &mut CaseFile,
    id: OfferId,
    how: OfferEnd,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<(), Refusal> {
    running(case, id, day, today)?.ended = Some(OfferEnded { how, on: day });
    Ok(())
}

fn fulfil(
    book: &Book,
    case: &mut CaseFile,
    id: OfferId,
    day: NaiveDate,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let offer = running(case, id, day, today)?.clone();
    let on = match offer.state(&case.movements, today) {
        OfferState::Met(on) => on,
        _ if offer.kind.sort().is_of_money() => return Err(Refusal::OfferNotMet),
        _ => day,
    };
    let debt = case.debt(book.debtor_of(case));
    let mut number = book.next_movement();
    let reference = offers::reference(book.settings().language, offer.date);
    for (kind, amount) in settling(&offer.kind, &debt, on, book.rates()) {
        debug_assert!(amount > Amount::ZERO, "movements are of something");
        let movement = Movement {
            id: number,
            kind,
            date: on,
            amount,
            reference: reference.clone(),
            if_settled_by: None,
        };
        number = number.next();
        insert_in_order(&mut case.movements, movement, |known| (known.date, known.id));
    }
    for known in case.offers.iter_mut().filter(|known| known.is_unended()) {
        let how = if known.id == id { OfferEnd::Fulfilled } else { OfferEnd::Withdrawn };
        known.ended = Some(OfferEnded { how, on: day.max(on) });
    }
    if let Some(known) = case.offers.iter_mut().find(|known| known.id == id) {
        known.accepted = known.accepted.or(Some(on.min(known.until)));
    }
    promise_balance(book, case, &offer, on);
    Ok(())
}

/// Once goods are back or work is put right, the day named for what is left is a word given: it is waited for, looked at on
/// its day, and recalled when it is not kept.
fn promise_balance(book: &Book, case: &mut CaseFile, offer: &Offer, on: NaiveDate) {
    let Some(by) = offer.balance_by.filter(|by| on <= *by) else { return };
    let amount = offer.left(&case.movements, on).min(book.claim(case, on).balance());
    if amount.is_positive() {
        let kind = CircumstanceKind::Promise { amount, by, who: String::new(), channel: Channel::Email };
        let promise = CircumstanceDraft { date: on, kind, note: String::new() };
        contacts::add_promise(case, book.next_circumstance(), promise);
    }
}
