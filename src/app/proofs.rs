//! Papers only the user has, as they enter the book: noted with their day and where they are kept, taken off again.

use chrono::NaiveDate;

use super::book::Book;
use super::effect::{Done, Edit};
use super::record::Record;
use super::trash::{self, TrashItem};
use super::update::{Refusal, case};
use crate::base::order::insert_in_order;
use crate::base::{InvoiceId, ProofId};
use crate::domain::proof::{Proof, ProofKind};

/// A change to the papers of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProofCommand {
    /// Notes a paper.
    Add(InvoiceId, ProofDraft),
    /// Takes one off that was noted by mistake.
    Delete(InvoiceId, ProofId),
}

/// A paper as entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofDraft {
    /// What it shows.
    pub kind: ProofKind,
    /// Day it bears.
    pub date: NaiveDate,
    /// What it is called.
    pub title: String,
    /// Where it is kept.
    pub place: String,
}

/// Carries a change to the papers out: what it did, and the records it changes.
pub(super) fn carry_out(
    book: &Book,
    command: ProofCommand,
    today: NaiveDate,
) -> Result<(Done, Vec<Edit>), Refusal> {
    match command {
        ProofCommand::Add(_, draft) if today < draft.date => Err(Refusal::InTheFuture),
        ProofCommand::Add(id, ProofDraft { kind, date, title, place }) => {
            let mut case = case(book, id)?;
            let proof = Proof { id: case.next_proof(), kind, date, title, place };
            insert_in_order(&mut case.proofs, proof, |proof| (proof.date, proof.id));
            Ok((Done::ProofAdded, vec![Edit::put(book, Record::Case(case))]))
        }
        ProofCommand::Delete(id, proof) => {
            let mut case = case(book, id)?;
            let at = case.proofs.iter().position(|known| known.id == proof).ok_or(Refusal::NotFound)?;
            let kept = trash::deleted(book, TrashItem::Proof(id, case.proofs.remove(at)), today);
            Ok((Done::ProofDeleted, vec![Edit::put(book, Record::Case(case)), kept]))
        }
    }
}
