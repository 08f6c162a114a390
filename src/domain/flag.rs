//! Flags: what stands beside the state of a claim on a day, each with the fact it rests on (STA-1).

use chrono::NaiveDate;

use super::case_file::CaseFile;
use super::circumstance::{CircumstanceKind, DisputeCause, PauseCause, PromiseState};
use super::claim::Claim;
use super::limitation::Nearness;
use super::party::Debtor;
use crate::base::Amount;

/// Something known about a claim that its state does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flag {
    /// A sum is promised.
    Promised {
        /// How much.
        amount: Amount,
        /// By which day.
        by: NaiveDate,
        /// Who promised.
        who: String,
    },
    /// The last promise was not kept.
    Broken {
        /// How much.
        amount: Amount,
        /// By which day.
        by: NaiveDate,
    },
    /// Principal is contested.
    Disputed {
        /// How much.
        amount: Amount,
        /// What.
        cause: DisputeCause,
        /// All that is unpaid is.
        whole: bool,
    },
    /// Chasing pauses.
    Paused {
        /// Why.
        cause: PauseCause,
        /// The last day of it.
        until: NaiveDate,
    },
    /// Work for the client is suspended.
    Suspended {
        /// Which work.
        work: String,
        /// Since when.
        since: NaiveDate,
    },
    /// Insolvency proceedings were opened.
    Insolvent(NaiveDate),
    /// The claim can be sued for until a day that is near, or past.
    Limitation(Nearness, NaiveDate),
}

/// The flags of a claim on the day it was computed for, the most pressing first. A claim that is settled has none but a
/// suspension that goes on.
#[must_use]
pub fn flags(case: &CaseFile, claim: &Claim, debtor: Debtor) -> Vec<Flag> {
    let today = claim.as_of;
    let mut flags = Vec::new();
    if claim.principal_left.is_positive() {
        flags.extend(debtor.insolvency.filter(|opened| *opened <= today).map(Flag::Insolvent));
        let limitation = case.limitation(debtor, today);
        let nearness = limitation.nearness(today);
        if nearness != Nearness::Far {
            flags.push(Flag::Limitation(nearness, limitation.expires));
        }
        flags.extend(promised(case, today));
        flags.extend(disputed(case, claim));
        let pauses = case.open_circumstances(today).filter_map(|one| match one.kind {
            CircumstanceKind::Pause { cause, until } => Some(Flag::Paused { cause, until }),
            _ => None,
        });
        flags.extend(pauses);
    }
    let suspensions = case.open_circumstances(today).filter_map(|one| match &one.kind {
        CircumstanceKind::Suspension { work } => {
            Some(Flag::Suspended { work: work.clone(), since: one.date })
        }
        _ => None,
    });
    flags.extend(suspensions);
    flags
}

/// The next promise that runs; where none does, the last one where it was broken.
fn promised(case: &CaseFile, today: NaiveDate) -> Option<Flag> {
    let details = |one: &super::circumstance::Circumstance| match &one.kind {
        CircumstanceKind::Promise { amount, by, who, .. } => Some((*by, *amount, who.clone())),
        _ => None,
    };
    let of = |state: PromiseState| {
        case.promises(today).filter(move |(_, known)| *known == state).filter_map(move |(one, _)| details(one))
    };
    if let Some((by, amount, who)) = of(PromiseState::Running).min_by_key(|(by, ..)| *by) {
        return Some(Flag::Promised { amount, by, who });
    }
    let last = case
        .promises(today)
        .filter(|(_, state)| *state != PromiseState::Withdrawn)
        .max_by_key(|(one, _)| (details(one).map(|(by, ..)| by), one.id))?;
    let (by, amount, _) = details(last.0).filter(|_| last.1 == PromiseState::Broken)?;
    Some(Flag::Broken { amount, by })
}

fn disputed(case: &CaseFile, claim: &Claim) -> Option<Flag> {
    let cause = case.open_circumstances(claim.as_of).find_map(|one| match one.kind {
        CircumstanceKind::Dispute { cause, .. } => Some(cause),
        _ => None,
    })?;
    let amount = case.disputed(claim);
    Some(Flag::Disputed { amount, cause, whole: claim.principal_left <= amount })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::base::{CircumstanceId, ClientId, Currency, InvoiceId, MovementId};
    use crate::domain::circumstance::Circumstance;
    use crate::domain::claim::Allocation;
    use crate::domain::contract::Contract;
    use crate::domain::event::Channel;
    use crate::domain::invoice::Invoice;
    use crate::domain::law::rates::RateTable;
    use crate::domain::movement::{Movement, MovementKind};
    use crate::domain::party::DebtorKind;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn case(circumstances: Vec<(&str, CircumstanceKind)>) -> CaseFile {
        let invoice = Invoice {
            id: InvoiceId(1),
            client: ClientId(1),
            number: "2026-014".to_owned(),
            issued: day("2026-02-13"),
            due: day("2026-03-15"),
            terms: None,
            amount: Amount::from_cents(3_480_00),
            currency: Currency::EUR,
            subject: String::new(),
            later: Vec::new(),
            contract: Contract::default(),
            allocation: Allocation::default(),
        };
        let numbered = circumstances.into_iter().zip(1..).map(|((date, kind), id)| Circumstance {
            id: CircumstanceId(id),
            date: day(date),
            kind,
            note: String::new(),
            ended: None,
        });
        CaseFile { circumstances: numbered.collect(), ..CaseFile::new(invoice) }
    }

    fn flags_on(case: &CaseFile, today: &str) -> Vec<Flag> {
        let debtor = DebtorKind::Business.into();
        flags(case, &case.claim_on(day(today), debtor, RateTable::builtin()), debtor)
    }

    fn promise(cents: i64, by: &str) -> CircumstanceKind {
        CircumstanceKind::Promise {
            amount: Amount::from_cents(cents),
            by: day(by),
            who: "Mme Le Goff".to_owned(),
            channel: Channel::Phone,
        }
    }

    #[test]
    fn a_promise_runs_then_is_broken_and_a_new_one_takes_its_place() {
        let mut case = case(vec![("2026-11-10", promise(1_000_00, "2026-11-18"))]);
        let amount = Amount::from_cents(1_000_00);
        let by = day("2026-11-18");
        let who = "Mme Le Goff".to_owned();
        assert_eq!(flags_on(&case, "2026-11-20"), [Flag::Promised { amount, by, who }]);
        assert_eq!(flags_on(&case, "2026-11-21"), [Flag::Broken { amount, by }]);
        let again = Circumstance {
            id: CircumstanceId(2),
            date: day("2026-11-21"),
            kind: promise(1_000_00, "2026-11-28"),
            note: String::new(),
            ended: None,
        };
        case.circumstances.push(again);
        assert!(matches!(flags_on(&case, "2026-11-22").as_slice(), [Flag::Promised { .. }]));
    }

    #[test]
    fn what_is_contested_is_no_more_than_is_unpaid() {
        let kind = CircumstanceKind::Dispute {
            cause: DisputeCause::Price,
            amount: Amount::from_cents(9_000_00),
            answer_by: day("2026-12-01"),
        };
        let case = case(vec![("2026-11-10", kind)]);
        let amount = Amount::from_cents(3_480_00);
        let expected = [Flag::Disputed { amount, cause: DisputeCause::Price, whole: true }];
        assert_eq!(flags_on(&case, "2026-11-20"), expected);
    }

    #[test]
    fn a_settled_claim_keeps_only_a_suspension() {
        let suspension = CircumstanceKind::Suspension { work: "maquette".to_owned() };
        let mut case = case(vec![
            ("2026-11-10", promise(1_000_00, "2026-11-18")),
            ("2026-11-10", suspension),
        ]);
        case.movements.push(Movement {
            id: MovementId(1),
            kind: MovementKind::Payment,
            date: day("2026-11-21"),
            amount: Amount::from_cents(3_480_00),
            reference: String::new(),
            if_settled_by: None,
        });
        let since = day("2026-11-10");
        let expected = [Flag::Suspended { work: "maquette".to_owned(), since }];
        assert_eq!(flags_on(&case, "2026-11-22"), expected);
    }
}
