//! Proceedings as they enter the book: begun, gone on with, deleted; and what is known of insolvency proceedings.

mod taking_back;

use chrono::NaiveDate;

use super::book::Book;
use super::command::MovementDraft;
use super::effect::{Done, Edit};
use super::movements;
use super::record::Record;
use super::update::{Refusal, case, edit_client};
use super::views::partial_order::{asked_then, partial_order};
use crate::base::order::insert_in_order;
use crate::base::{Amount, ClientId, InvoiceId, ProceedingId, Region};
use crate::domain::case_file::CaseFile;
use crate::domain::court::Seat;
use crate::domain::insolvency::Insolvency;
use crate::domain::movement::MovementKind;
use crate::domain::proceeding::timing::Untimely;
use crate::domain::proceeding::write_off::WriteOff;
use crate::domain::proceeding::{Milestone, Proceeding, ProceedingKind, Stage};
use crate::domain::spread::portions;

/// A change to what comes after the amicable way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProceedingCommand {
    /// Begins one, on each of these invoices of a client: a price is split by what each owes, the cost counted on the first.
    Begin(Vec<InvoiceId>, ProceedingDraft),
    /// Notes a stage. What a collector passed on is a payment too.
    Note(InvoiceId, ProceedingId, Milestone),
    /// Notes one stage of a proceeding that is about several invoices: a sum decided is split by what was asked for on each,
    /// the cost counted on the first.
    NoteTogether(Vec<(InvoiceId, ProceedingId)>, Milestone),
    /// Takes the last stage off, of one or of all that share it.
    TakeOff(Vec<(InvoiceId, ProceedingId)>),
    /// Deletes one entered by mistake, or all that share it.
    Delete(Vec<(InvoiceId, ProceedingId)>),
    /// Says when insolvency proceedings were opened against a client, and what else is known of them.
    SetInsolvency(ClientId, NaiveDate, Insolvency),
}

/// A proceeding as it begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProceedingDraft {
    /// What kind.
    pub kind: ProceedingKind,
    /// When.
    pub date: NaiveDate,
    /// With whom.
    pub with: String,
    /// Their reference.
    pub reference: String,
    /// What was agreed.
    pub terms: String,
    /// Price of a sale, or the sum asked for.
    pub amount: Option<Amount>,
    /// What its beginning cost the user, in euros.
    pub cost: Option<Amount>,
    /// Before a commercial court.
    pub commercial: bool,
    /// The clerk’s fee was paid with the request: the cost is that fee.
    pub fee_paid: bool,
    /// Why it is given up.
    pub write_off: Option<WriteOff>,
    /// Day of the first hearing, as the writ of a suit says it.
    pub hearing: Option<NaiveDate>,
    /// Last day for the answer of a mediator, or of the client to a lawyer’s letter.
    pub answer_by: Option<NaiveDate>,
}

impl ProceedingDraft {
    /// One of which only kind and day are known.
    #[must_use]
    pub fn new(kind: ProceedingKind, date: NaiveDate) -> Self {
        Self {
            kind,
            date,
            with: String::new(),
            reference: String::new(),
            terms: String::new(),
            amount: None,
            cost: None,
            commercial: false,
            fee_paid: false,
            write_off: None,
            hearing: None,
            answer_by: None,
        }
    }

    fn first_hearing(&self, day: NaiveDate) -> Milestone {
        Milestone { set_for: Some(day), ..Milestone::new(Stage::HearingSet, self.date) }
    }

    /// The fee as a stage of the day it began.
    fn fee(&self) -> Option<Milestone> {
        self.fee_paid.then(|| Milestone { cost: self.cost, ..Milestone::new(Stage::FeePaid, self.date) })
    }

    fn numbered(&self, id: ProceedingId) -> Proceeding {
        let hearing = self.hearing.map(|day| self.first_hearing(day));
        Proceeding {
            with: self.with.clone(),
            reference: self.reference.clone(),
            terms: self.terms.clone(),
            amount: self.amount,
            cost: self.cost.filter(|_| !self.fee_paid),
            commercial: self.commercial,
            write_off: self.write_off,
            answer_by: self.answer_by,
            stages: self.fee().into_iter().chain(hearing).collect(),
            ..Proceeding::new(id, self.kind, self.date)
        }
    }
}

/// Carries a change out: what it did, and the records it changes.
pub(super) fn carry_out(
    book: &Book,
    command: ProceedingCommand,
    today: NaiveDate,
) -> Result<(Done, Vec<Edit>), Refusal> {
    match command {
        ProceedingCommand::Begin(invoices, draft) => {
            let drafts = shared_out(book, &invoices, &draft);
            let edits = invoices.iter().zip(&drafts).map(|(id, draft)| begin(book, *id, draft, today));
            Ok((Done::ProceedingBegun(draft.kind), edits.collect::<Result<_, _>>()?))
        }
        ProceedingCommand::Note(id, proceeding, stage) => {
            let done = Done::StageNoted(stage.stage);
            Ok((done, vec![note(book, id, proceeding, stage, today)?]))
        }
        ProceedingCommand::NoteTogether(all, stage) => {
            let done = Done::StageNoted(stage.stage);
            let stages = divided(book, &all, &stage)?;
            let edits = all.iter().zip(stages).map(|((id, one), stage)| note(book, *id, *one, stage, today));
            Ok((done, edits.collect::<Result<_, _>>()?))
        }
        ProceedingCommand::TakeOff(all) => Ok((Done::StageTakenOff, taking_back::take_off(book, &all)?)),
        ProceedingCommand::Delete(all) => {
            Ok((Done::ProceedingDeleted, taking_back::delete(book, &all, today)?))
        }
        ProceedingCommand::SetInsolvency(id, opened, known) => {
            if today < opened || known.published.is_some_and(|day| today < day) {
                return Err(Refusal::InTheFuture);
            }
            let edit = edit_client(book, id, |client| {
                client.insolvency = Some(opened);
                client.collective = known;
            })?;
            Ok((Done::InsolvencySaved, vec![edit]))
        }
    }
}

/// What was spent on several invoices at once is counted on the first of them.
fn on_first(cost: Option<Amount>, at: usize) -> Option<Amount> {
    cost.filter(|_| at == 0)
}

/// What begins on each of several invoices.
fn shared_out(book: &Book, invoices: &[InvoiceId], draft: &ProceedingDraft) -> Vec<ProceedingDraft> {
    let owed = |id: &InvoiceId| {
        book.case(*id).map_or(Amount::ZERO, |case| book.claim(case, draft.date).balance().or_zero())
    };
    let owed: Vec<Amount> = invoices.iter().map(owed).collect();
    let prices = draft.amount.map(|price| portions(price, &owed)).unwrap_or_default();
    let of = |at: usize| ProceedingDraft {
        amount: prices.get(at).copied(),
        cost: on_first(draft.cost, at),
        ..draft.clone()
    };
    (0..invoices.len()).map(of).collect()
}

/// What a stage is on each of several invoices. What came in is each one’s own.
fn divided(
    book: &Book,
    all: &[(InvoiceId, ProceedingId)],
    stage: &Milestone,
) -> Result<Vec<Milestone>, Refusal> {
    if 1 < all.len() && stage.stage.is_received() {
        return Err(Refusal::NotFollowing);
    }
    let (mut asked, mut left_out) = (Vec::new(), Vec::new());
    for (id, one) in all {
        let case = case(book, *id)?;
        let one = case.proceedings.iter().find(|known| known.id == *one).ok_or(Refusal::NotFound)?;
        asked.push(asked_then(book, &case, one, stage.date).or_zero());
        left_out.push(partial_order(book, &case, one, stage.date).map(|order| order.rest));
    }
    let sums = stage.amount.map(|sum| portions(sum, &asked)).unwrap_or_default();
    let of = |(at, left_out): (usize, Option<Amount>)| Milestone {
        amount: sums.get(at).copied(),
        // What an order left out on the first is not what it left out on the others.
        beside: if at == 0 { stage.beside } else { stage.beside.and(left_out) },
        cost: on_first(stage.cost, at),
        ..stage.clone()
    };
    Ok(left_out.into_iter().enumerate().map(of).collect())
}

fn begin(book: &Book, id: InvoiceId, draft: &ProceedingDraft, today: NaiveDate) -> Result<Edit, Refusal> {
    let mut case = case(book, id)?;
    if today < draft.date {
        return Err(Refusal::InTheFuture);
    }
    if draft.date < case.invoice.issued {
        return Err(Refusal::SentBeforeIssue);
    }
    let runs = |one: &Proceeding| one.is_open(today) && (one.kind.is_out() || one.kind == draft.kind);
    if case.proceedings.iter().any(runs) {
        return Err(Refusal::ProceedingRuns);
    }
    let opened = book.client(case.invoice.client).and_then(|client| client.insolvency);
    if draft.kind == ProceedingKind::Lodged && opened.is_none_or(|opened| draft.date < opened) {
        return Err(Refusal::NotInsolvent);
    }
    if draft.kind.seeks_title() && case.is_held_by(opened, draft.date) {
        return Err(Refusal::Insolvent);
    }
    let one = draft.numbered(case.next_proceeding());
    insert_in_order(&mut case.proceedings, one, |known| (known.date, known.id));
    Ok(Edit::put(book, Record::Case(case)))
}

fn note(
    book: &Book,
    id: InvoiceId,
    proceeding: ProceedingId,
    stage: Milestone,
    today: NaiveDate,
) -> Result<Edit, Refusal> {
    let mut case = case(book, id)?;
    let seat = book.client(case.invoice.client).map(|client| Seat::of(&client.address));
    let region = seat.map_or(Region::default(), |seat| seat.region());
    let known = find(&mut case, proceeding)?;
    if today < stage.date {
        return Err(Refusal::InTheFuture);
    }
    if stage.date < known.last_day() {
        return Err(Refusal::BeforeLast);
    }
    let untimely = known.untimely(stage.stage, stage.date, region);
    if !known.following().contains(&stage.stage) || untimely.is_some_and(Untimely::is_impossible) {
        return Err(Refusal::NotFollowing);
    }
    let payment = collected(&stage).map(|amount| {
        let reference = known.with.clone();
        MovementDraft { reference, ..MovementDraft::new(MovementKind::Payment, stage.date, amount) }
    });
    known.stages.push(stage);
    if let Some(payment) = payment {
        movements::add(&mut case, book.next_movement(), payment);
    }
    Ok(Edit::put(book, Record::Case(case)))
}

/// What the client paid through a collector: it settles that much of the claim, whatever the collector keeps.
fn collected(stage: &Milestone) -> Option<Amount> {
    stage.amount.filter(|amount| stage.stage == Stage::Returned && amount.is_positive())
}

fn find(case: &mut CaseFile, id: ProceedingId) -> Result<&mut Proceeding, Refusal> {
    case.proceedings.iter_mut().find(|known| known.id == id).ok_or(Refusal::NotFound)
}
