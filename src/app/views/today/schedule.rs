//! On which day each open case may really be taken up: several of one client share its contact budget.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::bundle::bundles;
use super::{AHEAD, Book, Client, Entry, is_live, known, weigh};
use crate::base::{ClientId, InvoiceId, dates};
use crate::domain::case_file::CaseFile;
use crate::domain::dunning::conduct::Contacts;
use crate::domain::dunning::{Action, Setting, What, next};

/// The next action of every case on which something is owed, on the day that « Aujourd’hui » would show it.
#[must_use]
pub fn schedule(book: &Book, today: NaiveDate) -> BTreeMap<InvoiceId, Action> {
    let policy = book.policy();
    let first = policy.region.working_from(today);
    let horizon = dates::add_days(first, AHEAD);
    let known = known(book, today);
    let stranger = Client::unknown(ClientId(0));
    let mut files: BTreeMap<ClientId, Vec<&CaseFile>> = BTreeMap::new();
    let mut entries: Vec<Entry<'_>> = Vec::new();
    // What is near has the room of the budget first, as on the screen.
    let mut wanted: BTreeMap<(ClientId, bool), Vec<usize>> = BTreeMap::new();
    for case in book.cases() {
        let id = case.invoice.client;
        files.entry(id).or_default().push(case);
        let claim = book.claim(case, today);
        if !is_live(case, &claim) {
            continue;
        }
        let client = book.client(id).unwrap_or(&stranger);
        let plan = book.plan_of(case.invoice.id, today);
        let setting = Setting { client, policy, is_known: known.contains(&id), plan };
        let action = next(case, &claim, setting);
        if action.what != What::Nothing {
            wanted.entry((id, horizon < action.day)).or_default().push(entries.len());
        }
        let weight = weigh(case, &claim, client, &action, &mut Vec::new());
        entries.push(Entry { case, claim, client, setting, action, weight });
    }
    let mut schedule = BTreeMap::new();
    for (client, files) in &files {
        let events = files.iter().flat_map(|case| &case.events).filter(|event| event.date <= today);
        let mut contacts = Contacts::of(events);
        for is_far in [false, true] {
            let Some(wanted) = wanted.get(&(*client, is_far)) else { continue };
            for bundle in bundles(&entries, wanted, &mut contacts, policy, first) {
                let together = [bundle.lead].into_iter().chain(bundle.with);
                for entry in together.filter_map(|at| entries.get(at)) {
                    let action = Action { day: bundle.day, ..entry.action.clone() };
                    schedule.insert(entry.case.invoice.id, action);
                }
            }
        }
    }
    schedule
}
