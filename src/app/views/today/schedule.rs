//! On which day each open case may really be taken up, and with which others: several of one client share its contact budget,
//! its messages and its calls. What « Aujourd’hui », the page of a case and the calendar say of it is read from here.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::bundle::bundles;
use super::watched::within_budget;
use super::{AHEAD, Book, Client, Entry, has_settled, is_live, known, weigh};
use crate::base::{ClientId, InvoiceId, dates};
use crate::domain::case_file::CaseFile;
use crate::domain::dunning::conduct::Contacts;
use crate::domain::dunning::{Action, Setting, What, next};

/// What one message, one call or one look is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Joined {
    /// The invoices, the one that leads first, each with its own action on the day of all.
    pub members: Vec<(InvoiceId, Action)>,
}

impl Joined {
    /// The invoice that leads, with the action of all.
    #[must_use]
    pub fn lead(&self) -> Option<&(InvoiceId, Action)> {
        self.members.first()
    }
}

/// The next actions of all cases on which something is owed, on the days that « Aujourd’hui » would show them.
#[must_use]
pub fn schedule(book: &Book, today: NaiveDate) -> Vec<Joined> {
    let known = known(book, today);
    let stranger = Client::unknown(ClientId(0));
    let mut files: BTreeMap<ClientId, Vec<&CaseFile>> = BTreeMap::new();
    for case in book.cases() {
        files.entry(case.invoice.client).or_default().push(case);
    }
    let of = |(id, files): (ClientId, Vec<&CaseFile>)| {
        of_client(book, book.client(id).unwrap_or(&stranger), &files, known.contains(&id), today)
    };
    files.into_iter().flat_map(of).collect()
}

/// The next action of one case as « Aujourd’hui » shows it, and the invoice it goes with where another one leads; none where
/// there is no such case.
#[must_use]
pub fn action_with(book: &Book, id: InvoiceId, today: NaiveDate) -> Option<(Action, Option<InvoiceId>)> {
    let case = book.case(id)?;
    let stranger = Client::unknown(case.invoice.client);
    let client = book.client(case.invoice.client).unwrap_or(&stranger);
    let files: Vec<&CaseFile> = book.cases_of(case.invoice.client).collect();
    let is_known = files.iter().any(|case| has_settled(&book.claim(case, today)));
    let found = of_client(book, client, &files, is_known, today).into_iter().find_map(|joined| {
        let (lead, action) = joined.lead()?.clone();
        let (_, own) = joined.members.into_iter().find(|(member, _)| *member == id)?;
        let with = (lead != id).then_some(lead);
        Some(if own.what == action.what { (own, with) } else { (as_led(own, action), with) })
    });
    found.or_else(|| {
        let setting = Setting { client, policy: book.policy(), is_known, plan: book.plan_of(id, today) };
        Some((next(case, &book.claim(case, today), setting), None))
    })
}

/// The next action of one case; see [`action_with`].
#[must_use]
pub fn action(book: &Book, id: InvoiceId, today: NaiveDate) -> Option<Action> {
    action_with(book, id, today).map(|(action, _)| action)
}

/// What is done about an invoice that goes with another: the step of that one, for reasons of its own.
fn as_led(own: Action, lead: Action) -> Action {
    Action { what: lead.what, channel: lead.channel, role: lead.role, skipped: Vec::new(), ..own }
}

/// The open cases of one client, bundled.
fn of_client(
    book: &Book,
    client: &Client,
    files: &[&CaseFile],
    is_known: bool,
    today: NaiveDate,
) -> Vec<Joined> {
    let policy = book.policy();
    let first = policy.region.working_from(today);
    let horizon = dates::add_days(first, AHEAD);
    let events = files.iter().flat_map(|case| &case.events).filter(|event| event.date <= today);
    let mut contacts = Contacts::of(events);
    let mut entries: Vec<Entry<'_>> = Vec::new();
    // What is near has the room of the budget first, as on the screen.
    let mut wanted: [Vec<usize>; 2] = [Vec::new(), Vec::new()];
    for case in files {
        let claim = book.claim(case, today);
        if !is_live(case, &claim) {
            continue;
        }
        let plan = book.plan_of(case.invoice.id, today);
        let setting = Setting { client, policy, is_known, plan };
        let action = next(case, &claim, setting);
        let weight = weigh(case, &claim, client, &action, &mut Vec::new());
        let [near, far] = &mut wanted;
        if action.what != What::Nothing {
            if action.day <= horizon { near } else { far }.push(entries.len());
        }
        let action = within_budget(action, case, &contacts, policy, today);
        entries.push(Entry { case, claim, client, setting, action, weight });
    }
    let mut all = Vec::new();
    for wanted in &wanted {
        for bundle in bundles(&entries, wanted, &mut contacts, policy, first) {
            let members = [bundle.lead].into_iter().chain(bundle.with).filter_map(|at| entries.get(at));
            let member = |entry: &Entry<'_>| {
                (entry.case.invoice.id, Action { day: bundle.day, ..entry.action.clone() })
            };
            all.push(Joined { members: members.map(member).collect() });
        }
    }
    all
}
