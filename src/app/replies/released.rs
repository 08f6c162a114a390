//! What an answer of a card made reminders wait for, once the money is there: nothing waits any more.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::book::Book;
use super::super::effect::Edit;
use super::super::record::{Key, Record};
use super::cards;
use crate::base::InvoiceId;
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{Circumstance, CircumstanceKind, PauseCause, PromiseState};
use crate::domain::reply::Secret;

/// Edits that note payments, with the pauses ended that their cards began: of a promise once every part of it is kept, of a
/// payment that was announced once money came in.
pub(in super::super) fn released(book: &Book, edits: Vec<Edit>, today: NaiveDate) -> Vec<Edit> {
    let mut cases: BTreeMap<InvoiceId, CaseFile> = BTreeMap::new();
    for edit in &edits {
        if let (Key::Case(id), Some(Record::Case(case))) = (edit.key, &edit.after) {
            cases.insert(id, case.clone());
        }
    }
    let answered: Vec<(Secret, NaiveDate)> = cases
        .values()
        .flat_map(|case| &case.cards)
        .filter_map(|card| Some((card.secret, card.answered?)))
        .collect();
    let mut changed = false;
    for (secret, on) in answered {
        let mut of_card: Vec<CaseFile> = cards(book)
            .filter(|(_, card)| card.secret == secret)
            .map(|(case, _)| cases.get(&case.invoice.id).unwrap_or(case).clone())
            .collect();
        if !is_there(&of_card, on, today) {
            continue;
        }
        for mut case in of_card.drain(..) {
            let mut pauses = case.circumstances.iter_mut().filter(|one| is_pause(one, on, today)).peekable();
            if pauses.peek().is_some() {
                changed = true;
                pauses.for_each(|one| one.ended = Some(today));
                cases.insert(case.invoice.id, case);
            }
        }
    }
    if !changed {
        return edits;
    }
    let others = edits.into_iter().filter(|edit| !matches!(edit.key, Key::Case(_)));
    let others: Vec<Edit> = others.collect();
    cases.into_values().map(|case| Edit::put(book, Record::Case(case))).chain(others).collect()
}

/// What was answered on a day has come: every promise of it is kept, or, where none was made, money came in since.
fn is_there(cases: &[CaseFile], on: NaiveDate, today: NaiveDate) -> bool {
    let mut states = cases
        .iter()
        .flat_map(|case| case.promises(today))
        .filter(|(one, _)| one.date == on)
        .map(|(_, state)| state)
        .peekable();
    states.peek().is_none() || states.all(|state| state == PromiseState::Kept)
}

/// A pause that an answer of that day began, and that still runs.
fn is_pause(one: &Circumstance, on: NaiveDate, today: NaiveDate) -> bool {
    let is_of_card = matches!(one.kind, CircumstanceKind::Pause { cause: PauseCause::Card, .. });
    is_of_card && one.date == on && one.is_open(today)
}
