//! The calendar file (`.ics`, RFC 5545): what is to be done, what was promised, which times granted end, which answers are
//! due, for any calendar program; or one meeting alone. Each entry keeps its name from file to file, so that a second import
//! changes the entries of the first and adds none twice; the name of the book in it keeps two books in one calendar apart. All of them last a whole day but a meeting whose time is agreed, and none rings.

mod court;

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};
use icalendar::{Calendar, CalendarDateTime, Component, DatePerhapsTime, Event as Entry, EventLike};

use super::book::Book;
use super::views::today::{self, Joined};
use crate::base::{Amount, BookId, InvoiceId, dates};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{Circumstance, CircumstanceKind, PromiseState};
use crate::domain::claim::Claim;
use crate::domain::dispute::{DisputeLife, Meeting};
use crate::domain::dunning::{Action, What, Why};
use crate::domain::invoice::Invoice;
use crate::domain::offer::OfferState;
use crate::domain::party::Client;
use crate::domain::plan::Plan;
use crate::domain::plan::standing::Standing;
use crate::domain::proceeding::next::Task;
use crate::text::words::{agenda, calendar, dunning, labels};
use crate::text::{Lang, format};

/// Longest summary, in characters: calendars show less.
const LONGEST: usize = 120;

/// Who writes the file (RFC 5545, 3.7.3).
const PROGRAM: &str = "-//Relance//Relance//FR";

/// The calendar of all open cases on a day.
#[must_use]
pub fn calendar_file(lang: Lang, book: &Book, today: NaiveDate) -> String {
    let mut file = calendar();
    let schedule = today::schedule(book, today);
    let joined: BTreeMap<InvoiceId, &Joined> =
        schedule.iter().flat_map(|joined| joined.members.iter().map(move |(id, _)| (*id, joined))).collect();
    for case in book.cases() {
        let claim = book.claim(case, today);
        if is_listed(case, &claim) {
            let stranger = Client::unknown(case.invoice.client);
            let client = book.client(case.invoice.client).unwrap_or(&stranger);
            let one = OneCase { lang, case, claim: &claim, client, today, book: book.policy().book };
            one.entries(book, joined.get(&case.invoice.id).copied(), &mut file);
            // Of a plan over several invoices, under the first of them on which something is left.
            let known = book
                .plan_of(case.invoice.id, today)
                .filter(|known| tells(book, known.plan, today) == Some(case.invoice.id));
            if let Some(known) = known.filter(|known| known.standing == Standing::Proposed) {
                one.answer(known.plan, &mut file);
            }
            // One that is stopped asks for nothing any more.
            if let Some(known) = known.filter(|known| known.signed().is_some()) {
                one.instalments(book, known.plan, known.received, &mut file);
            }
        }
    }
    file.to_string()
}

/// A case has entries: something of it is owed, or was promised about it, and it is still the user’s.
fn is_listed(case: &CaseFile, claim: &Claim) -> bool {
    let is_promised = || case.left_commitments(claim.as_of).next().is_some();
    (claim.balance().is_positive() || is_promised()) && !case.is_out(claim.as_of)
}

fn is_told(book: &Book, id: InvoiceId, today: NaiveDate) -> bool {
    book.case(id).is_some_and(|case| is_listed(case, &book.claim(case, today)))
}

/// Under which of its invoices the sums of a plan stand: the first that has entries of its own.
fn tells(book: &Book, plan: &Plan, today: NaiveDate) -> Option<InvoiceId> {
    plan.invoices.iter().copied().find(|id| is_told(book, *id, today))
}

/// An empty calendar in the name of the program, and not of what it is written with.
fn calendar() -> Calendar {
    let mut file = Calendar::empty();
    for (name, value) in [("VERSION", "2.0"), ("PRODID", PROGRAM), ("CALSCALE", "GREGORIAN")] {
        file.append_property((name, value));
    }
    file.name("Relance").done()
}

/// What is still to come of a plan alone; none where nothing is.
#[must_use]
pub fn plan_file(lang: Lang, book: &Book, plan: &Plan, today: NaiveDate) -> Option<String> {
    let case = plan.invoices.iter().find_map(|id| book.case(*id))?;
    let received = book.received(plan, today);
    with_case(lang, book, case, today, |one, file| {
        one.instalments(book, plan, received, file);
        plan.left(received).is_positive()
    })
}

/// What a proceeding about an invoice asks for next, with the last day for it where there is one; none where it asks for
/// nothing.
#[must_use]
pub fn proceeding_file(lang: Lang, book: &Book, id: InvoiceId, today: NaiveDate) -> Option<String> {
    let action = today::action(book, id, today).filter(|action| action.what.is_of_proceeding())?;
    with_case(lang, book, book.case(id)?, today, |one, file| {
        one.action(&action, file);
        one.oppositions(file);
        one.recourses(file);
        one.hearings(file);
        true
    })
}

/// A file about one case; none where nothing was put in it.
fn with_case(
    lang: Lang,
    book: &Book,
    case: &CaseFile,
    today: NaiveDate,
    entries: impl FnOnce(&OneCase<'_>, &mut Calendar) -> bool,
) -> Option<String> {
    let claim = book.claim(case, today);
    let stranger = Client::unknown(case.invoice.client);
    let client = book.client(case.invoice.client).unwrap_or(&stranger);
    let mut file = calendar();
    let one = OneCase { lang, case, claim: &claim, client, today, book: book.policy().book };
    entries(&one, &mut file).then(|| file.to_string())
}

/// The meeting about a dispute alone, to be sent to the client too; none where there is none.
#[must_use]
pub fn meeting_file(lang: Lang, book: &Book, id: InvoiceId, today: NaiveDate) -> Option<String> {
    let case = book.case(id)?;
    let dispute = case.open_dispute(today)?;
    let meeting = dispute.life()?.meeting.as_ref()?;
    with_case(lang, book, case, today, |one, file| {
        file.push(one.meeting(dispute, meeting));
        true
    })
}

struct OneCase<'a> {
    lang: Lang,
    case: &'a CaseFile,
    claim: &'a Claim,
    client: &'a Client,
    today: NaiveDate,
    /// What tells the book from others.
    book: Option<BookId>,
}

impl OneCase<'_> {
    fn entries(&self, book: &Book, joined: Option<&Joined>, file: &mut Calendar) {
        let words = calendar::words(self.lang);
        let id = self.case.invoice.id;
        let own = joined.and_then(|joined| joined.members.iter().find(|(member, _)| *member == id));
        let action = own.map(|(_, action)| action);
        // The promise the next action waits for is that action.
        let awaited = match action.map(|action| &action.why) {
            Some(Why::Promised(promised)) => Some((promised.by, promised.amount)),
            _ => None,
        };
        if let Some(action) = action {
            self.last_day(action, file);
        }
        // What is done about several at once is one entry, named for the first of them.
        let is_first = |joined: &&Joined| {
            joined.members.iter().all(|(member, _)| id <= *member || !is_told(book, *member, self.today))
        };
        if let Some(joined) = joined.filter(is_first) {
            self.joined(book, joined, file);
        }
        self.oppositions(file);
        self.hearings(file);
        self.limitation(file);
        for (one, state) in self.case.promises(self.today) {
            if let CircumstanceKind::Promise { amount, by, ref who, .. } = one.kind
                && state == PromiseState::Running
                && awaited != Some((by, amount))
            {
                let amount = format::money(self.lang, amount, self.claim.currency);
                let note = if who.is_empty() { amount } else { format!("{amount}, {who}") };
                file.push(self.entry(&format!("promise-{}", one.id), by, words.promise, &note));
            }
        }
        for one in self.case.open_circumstances(self.today) {
            if let CircumstanceKind::Dispute { answer_by, cause, .. } = one.kind
                && self.today <= answer_by
            {
                let cause = dunning::dispute(self.lang, cause);
                file.push(self.entry(&format!("dispute-{}", one.id), answer_by, words.dispute, cause));
            }
        }
        for one in self.case.circumstances.iter().filter(|one| one.date <= self.today) {
            if let CircumstanceKind::Dispute { life, .. } = &one.kind {
                self.dispute(one, life, file);
            }
        }
        for (offer, state) in self.case.offers_on(self.today) {
            if let OfferState::Open(until) | OfferState::Agreed(until) = state {
                let pay = format::money(self.lang, offer.pay, self.claim.currency);
                file.push(self.entry(
                    &format!("offer-{}-{}", self.case.invoice.id, offer.id),
                    until,
                    words.offer,
                    &pay,
                ));
            }
        }
        let granted = self.case.events.iter().filter(|event| event.date <= self.today);
        for event in granted.filter(|event| event.date < event.deadline && self.today <= event.deadline) {
            let step = dunning::step(self.lang, event.step);
            file.push(self.entry(&format!("deadline-{}", event.id), event.deadline, words.deadline, step));
        }
    }

    /// What is to be done next about several invoices at once, with the reasons of each.
    fn joined(&self, book: &Book, joined: &Joined, file: &mut Calendar) {
        let Some((_, action)) = joined.lead() else { return };
        let cases = joined.members.iter().filter_map(|(member, _)| book.case(*member));
        let invoices: Vec<&Invoice> = cases.map(|case| &case.invoice).collect();
        let mut whys: Vec<String> = Vec::new();
        for (_, own) in &joined.members {
            let why = agenda::why(self.lang, &own.why, self.claim.currency, self.today);
            if !whys.contains(&why) {
                whys.push(why);
            }
        }
        let about = labels::invoices_of(self.lang, &invoices);
        self.next(action, &format!("{about}. {}", whys.join(" ")), file);
    }

    /// What is to be done next about the case alone.
    fn action(&self, action: &Action, file: &mut Calendar) {
        self.last_day(action, file);
        let invoice = labels::invoice_of(self.lang, &self.case.invoice);
        let why = agenda::why(self.lang, &action.why, self.claim.currency, self.today);
        self.next(action, &format!("{invoice}. {why}"), file);
    }

    fn next(&self, action: &Action, note: &str, file: &mut Calendar) {
        // The day of the decision is an entry of its own.
        if action.what == What::Proceed(Task::AwaitDecision) {
            return;
        }
        // So is a sum of a plan, in the name of the plan.
        if action.what == What::CheckInstalment && is_on_its_day(action) {
            return;
        }
        // What is waited for until that day is what is to be done on it.
        let what = agenda::on_its_day(action);
        let name = format!("next-{}", self.case.invoice.id);
        file.push(self.described(&name, action.day, agenda::what(self.lang, what), note));
    }

    /// The day by which a proceeding asks for something, beside the day it can be done from.
    fn last_day(&self, action: &Action, file: &mut Calendar) {
        if !action.what.is_of_proceeding() {
            return;
        }
        if let Some(until) = action.until.filter(|until| action.day < *until) {
            let what = agenda::what(self.lang, action.what);
            let why = agenda::why(self.lang, &action.why, self.claim.currency, self.today);
            file.push(self.entry(&format!("until-{}", self.case.invoice.id), until, what, &why));
        }
    }

    /// The meeting about a dispute while it is open, and what was promised, which may outlive it.
    fn dispute(&self, dispute: &Circumstance, life: &DisputeLife, file: &mut Calendar) {
        let is_open = dispute.is_open(self.today);
        let to_come = life.meeting.as_ref().filter(|meeting| is_open && self.today <= meeting.day);
        if let Some(meeting) = to_come {
            file.push(self.meeting(dispute, meeting));
        }
        for one in life.open_commitments(self.today) {
            let name = format!("commitment-{}-{}", dispute.id, one.id);
            file.push(self.entry(&name, one.date, calendar::words(self.lang).commitment, &one.what));
        }
    }

    /// A meeting, at its time where that is agreed: the time of wherever the calendar is looked at.
    fn meeting(&self, dispute: &Circumstance, meeting: &Meeting) -> Entry {
        let words = calendar::words(self.lang);
        let name = format!("meeting-{}", dispute.id);
        let mut entry = self.entry(&name, meeting.day, words.meeting, &meeting.agenda);
        if let Some(time) = meeting.time {
            timed(&mut entry, meeting.day.and_time(time), meeting.length);
        }
        if !meeting.place.is_empty() {
            entry.location(&without_breaks(&meeting.place));
        }
        entry.done()
    }

    /// The last day on which the client may answer a plan that was proposed.
    fn answer(&self, plan: &Plan, file: &mut Calendar) {
        let amount = format::money(self.lang, plan.amount(), self.claim.currency);
        let name = format!("plan-answer-{}", plan.id);
        file.push(self.entry(&name, plan.answer_by, calendar::words(self.lang).plan_answer, &amount));
    }

    /// What is still to come of a plan.
    fn instalments(&self, book: &Book, plan: &Plan, received: Amount, file: &mut Calendar) {
        let words = calendar::words(self.lang);
        let cases = plan.invoices.iter().filter_map(|id| book.case(*id));
        let invoices: Vec<&Invoice> = cases.map(|case| &case.invoice).collect();
        let about = labels::invoices_of(self.lang, &invoices);
        for (index, row) in plan.rows(received).iter().enumerate().filter(|(_, row)| row.left().is_positive())
        {
            let amount = format::money(self.lang, row.left(), self.claim.currency);
            let sum = agenda::plan::sum(self.lang, row.number, plan.instalments.len());
            let name = format!("plan-{}-{index}", plan.id);
            let note = format!("{about}. {sum}, {amount}");
            file.push(self.described(&name, row.due, words.instalment, &note));
        }
    }

    /// The name of an entry: the same from file to file, and of no other book.
    fn uid(&self, name: &str) -> String {
        self.book.map_or_else(|| format!("{name}@relance"), |book| format!("{name}@{book}.relance"))
    }

    /// A whole day, with who and which invoice it is about.
    fn entry(&self, name: &str, day: NaiveDate, what: &str, note: &str) -> Entry {
        let invoice = labels::invoice_of(self.lang, &self.case.invoice);
        self.described(name, day, what, &format!("{invoice}. {note}"))
    }

    /// A whole day, with who it is about and what is said of it.
    fn described(&self, name: &str, day: NaiveDate, what: &str, note: &str) -> Entry {
        let client = labels::client_name(self.lang, &self.client.name);
        let summary: String = without_breaks(&format!("{what} – {client}")).chars().take(LONGEST).collect();
        let mut entry = Entry::new();
        entry
            .uid(&self.uid(name))
            .timestamp(self.today.and_time(NaiveTime::MIN).and_utc())
            .starts(day)
            // The day after, which is the first that is no part of it (RFC 5545, 3.6.1).
            .ends(dates::next_day(day))
            .summary(&summary)
            .description(&without_breaks(note));
        entry.done()
    }
}

/// A sum of a plan is looked for on the very day it is due.
fn is_on_its_day(action: &Action) -> bool {
    matches!(&action.why, Why::InstalmentDue(due) if due.due == action.day)
}

/// An entry takes so many minutes from a time on: the time of wherever the calendar is looked at.
fn timed(entry: &mut Entry, start: NaiveDateTime, minutes: u32) {
    let floating = |at| DatePerhapsTime::DateTime(CalendarDateTime::Floating(at));
    entry.starts(floating(start)).ends(floating(start + Duration::minutes(minutes.into())));
}

/// Line breaks and control characters of what was typed become spaces.
fn without_breaks(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
