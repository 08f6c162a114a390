//! Numbers within a case: what two tabs added to one case in the same instant bears one number twice, until it is carried
//! out again and gets another.

use std::collections::BTreeMap;

use crate::app::command::Command;
use crate::app::costs::CostCommand;
use crate::app::disputes::DisputeCommand;
use crate::app::offers::OfferCommand;
use crate::app::proceedings::ProceedingCommand;
use crate::app::proofs::ProofCommand;
use crate::base::{CircumstanceId, InvoiceId};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::CircumstanceKind;

/// A list whose entries are numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum List {
    Movements,
    Events,
    Acts,
    Circumstances,
    Proceedings,
    Costs,
    Offers,
    Proofs,
    Commitments(CircumstanceId),
}

const LISTS: [List; 8] = [
    List::Movements,
    List::Events,
    List::Acts,
    List::Circumstances,
    List::Proceedings,
    List::Costs,
    List::Offers,
    List::Proofs,
];

impl List {
    /// Goes through its numbers.
    fn each(self, case: &mut CaseFile, mut number: impl FnMut(&mut u32)) {
        match self {
            Self::Movements => case.movements.iter_mut().for_each(|one| number(&mut one.id.0)),
            Self::Events => case.events.iter_mut().for_each(|one| number(&mut one.id.0)),
            Self::Acts => case.acts.iter_mut().for_each(|one| number(&mut one.id.0)),
            Self::Circumstances => case.circumstances.iter_mut().for_each(|one| number(&mut one.id.0)),
            Self::Proceedings => case.proceedings.iter_mut().for_each(|one| number(&mut one.id.0)),
            Self::Costs => case.costs.iter_mut().for_each(|one| number(&mut one.id.0)),
            Self::Offers => case.offers.iter_mut().for_each(|one| number(&mut one.id.0)),
            Self::Proofs => case.proofs.iter_mut().for_each(|one| number(&mut one.id.0)),
            Self::Commitments(dispute) => {
                let found = case.circumstances.iter_mut().find(|one| one.id == dispute);
                if let Some(CircumstanceKind::Dispute { life, .. }) = found.map(|one| &mut one.kind) {
                    life.commitments.iter_mut().for_each(|one| number(&mut one.id.0));
                }
            }
        }
    }

    fn numbers(self, case: &CaseFile) -> Vec<u32> {
        let mut numbers = Vec::new();
        self.each(&mut case.clone(), |number| numbers.push(*number));
        numbers
    }

    /// What a change added to it, in the order of the numbers, in which they were given.
    fn added(self, before: Option<&CaseFile>, after: &CaseFile) -> Vec<u32> {
        let known = before.map(|case| self.numbers(case)).unwrap_or_default();
        let mut added = self.numbers(after);
        added.retain(|number| !known.contains(number));
        added.sort_unstable();
        added
    }
}

/// A case before and after a change.
pub(in crate::app) type Versions<'a> = (Option<&'a CaseFile>, &'a CaseFile);

/// The number here of each thing that the other side added to a case; one that is missing bears its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::app) struct Within(BTreeMap<(InvoiceId, List, u32), u32>);

impl Within {
    /// Notes what a change added to a case, as it was first carried out and as it is here.
    pub(in crate::app) fn learn(&mut self, first: Versions<'_>, here: Versions<'_>) {
        let id = first.1.invoice.id;
        for list in LISTS {
            self.pair(id, (list, list), first, here);
        }
        for dispute in first.1.circumstances.iter().filter(|one| one.life().is_some()) {
            let same = CircumstanceId(self.here(id, List::Circumstances, dispute.id.0));
            self.pair(id, (List::Commitments(dispute.id), List::Commitments(same)), first, here);
        }
    }

    fn pair(&mut self, id: InvoiceId, lists: (List, List), first: Versions<'_>, here: Versions<'_>) {
        let (mine, now) = (lists.0.added(first.0, first.1), lists.1.added(here.0, here.1));
        for (mine, now) in mine.into_iter().zip(now) {
            // A number that was free again is of the new thing.
            self.0.insert((id, lists.0, mine), now);
        }
    }

    fn here(&self, id: InvoiceId, list: List, number: u32) -> u32 {
        self.0.get(&(id, list, number)).copied().unwrap_or(number)
    }

    /// A case of the other side with the numbers of here.
    pub(in crate::app) fn case(&self, case: &mut CaseFile) {
        let id = case.invoice.id;
        // Disputes are found by the numbers of the other side, as long as they bear them.
        let disputes = case.circumstances.iter().filter(|one| one.life().is_some());
        let lists: Vec<List> = disputes.map(|one| List::Commitments(one.id)).chain(LISTS).collect();
        for list in lists {
            list.each(case, |number| *number = self.here(id, list, *number));
        }
    }

    /// A command about what has these numbers here.
    pub(in crate::app) fn command(&self, mut command: Command) -> Command {
        if self.0.is_empty() {
            return command;
        }
        let (id, list, number) = match &mut command {
            Command::Proceeding(
                ProceedingCommand::NoteTogether(all, _)
                | ProceedingCommand::TakeOff(all)
                | ProceedingCommand::Delete(all),
            ) => {
                for (id, one) in all {
                    one.0 = self.here(*id, List::Proceedings, one.0);
                }
                return command;
            }
            Command::DeleteMovement(id, one) => (*id, List::Movements, &mut one.0),
            Command::SetReceived(id, one, _)
            | Command::TrackPosting(id, one, ..)
            | Command::DeleteSending(id, one) => (*id, List::Events, &mut one.0),
            Command::DeleteAct(id, one) => (*id, List::Acts, &mut one.0),
            Command::EndCircumstance(id, one, _) | Command::DeleteCircumstance(id, one) => {
                (*id, List::Circumstances, &mut one.0)
            }
            Command::Dispute(id, dispute, change) => {
                if let DisputeCommand::EndPromise(one, _) | DisputeCommand::ReopenPromise(one) = change {
                    one.0 = self.here(*id, List::Commitments(*dispute), one.0);
                }
                (*id, List::Circumstances, &mut dispute.0)
            }
            Command::Proceeding(ProceedingCommand::Note(id, one, _)) => (*id, List::Proceedings, &mut one.0),
            Command::Cost(CostCommand::Delete(id, one)) => (*id, List::Costs, &mut one.0),
            Command::Offer(
                id,
                OfferCommand::Accept(one, _)
                | OfferCommand::Fulfil(one, _)
                | OfferCommand::Refuse(one, _)
                | OfferCommand::Withdraw(one, _)
                | OfferCommand::Delete(one),
            ) => (*id, List::Offers, &mut one.0),
            Command::Proof(ProofCommand::Delete(id, one)) => (*id, List::Proofs, &mut one.0),
            _ => return command,
        };
        *number = self.here(id, list, *number);
        command
    }
}
