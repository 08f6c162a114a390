//! « Aujourd’hui »: whom to chase now and why, one line a client, and the figures above it. Pure: from the book and the
//! date, in one pass over the cases.

mod bundle;
mod just_late;
mod open_ends;
mod review;
mod schedule;
mod sums;
mod watched;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};

use super::super::book::Book;
use super::aged::Aged;
use crate::base::{Amount, ClientId, Currency, InvoiceId, PlanId, dates};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::CircumstanceKind;
use crate::domain::claim::Claim;
use crate::domain::dunning::conduct::Contacts;
use crate::domain::dunning::priority::{Urgency, weight};
use crate::domain::dunning::{
    Action, ContestedPart, HoldCause, Setting, What, contested_part, next, promises_within,
};
use crate::domain::event::Step;
use crate::domain::limitation::Nearness;
use crate::domain::party::Client;
use crate::domain::plan::standing::PlanStanding;
use crate::domain::status::{Flag, flags};
use bundle::{Bundle, bundles, why};
pub use just_late::JustLate;
pub use open_ends::{Loose, OpenEnd};
pub use review::{LimitationAlert, Review, UnbilledLine};
pub use schedule::{Joined, action, action_with, schedule};
use sums::Sums;
use watched::within_budget;

/// Days ahead that are shown.
const AHEAD: u32 = 7;

/// Months after which a client’s details are looked at again.
const VERIFIED_MONTHS: u32 = 6;

/// One line: what to do about one client in one currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    /// The client.
    pub client: ClientId,
    /// Its name; empty where it cannot be read.
    pub name: String,
    /// Currency of its amounts.
    pub currency: Currency,
    /// The invoice the action is about.
    pub invoice: InvoiceId,
    /// The invoices one message or call is about: that one first, then those it can be said with.
    pub cases: Vec<InvoiceId>,
    /// What else is to be done for this client now, most pressing first.
    pub more: Vec<(InvoiceId, What)>,
    /// Everything owed on [`Todo::cases`], without what is contested where the rest is asked for; under a signed plan what that asks for.
    pub total: Amount,
    /// It is what a signed plan asks for, and not all that is owed.
    pub under_plan: bool,
    /// Penalties and fixed sums of it.
    pub penalties: Amount,
    /// A part of the invoice that is contested, while the rest is asked for.
    pub contested: Option<ContestedPart>,
    /// Days late of the one that is longest late; zero or less where none is.
    pub days_late: i64,
    /// What is special about the invoice.
    pub flags: Vec<Flag>,
    /// What to do.
    pub action: Action,
    /// What it weighs: the heaviest comes first.
    pub weight: i128,
}

/// Sums over all cases of one currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Unpaid principal.
    pub receivable: Amount,
    /// Of which past due.
    pub late: Amount,
    /// Clients with something past due.
    pub late_clients: usize,
    /// Penalties and fixed sums still owed.
    pub penalties: Amount,
    /// What a further day adds.
    pub daily: Amount,
    /// Average days late of the invoices past due, each counting once; rounded half up.
    pub average_days: i64,
    /// Unpaid principal by age.
    pub aged: Aged,
    /// Unpaid principal of what was sold or given up: in none of the other sums.
    pub out: Amount,
}

/// The day’s work, and the figures above it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// What can be done now, in the order in which it is best done.
    pub todos: Vec<Todo>,
    /// What comes within seven days, by day.
    pub later: Vec<Todo>,
    /// Sums by currency, euros first.
    pub totals: Vec<(Currency, Totals)>,
    /// Work to invoice.
    pub unbilled: Vec<UnbilledLine>,
    /// Clients to be reminded soon whose details were never found right, or longer than six months ago.
    pub unverified: Vec<ClientId>,
    /// The bank was not looked at today, and somebody is to be asked for money: look first (LAD-9).
    pub check_bank: bool,
    /// Calls to put in writing that no line of [`Day::todos`] speaks of.
    pub recaps: Vec<InvoiceId>,
    /// What was promised about disputes that are over, and proposals nobody answered, the earliest first.
    pub open_ends: Vec<OpenEnd>,
    /// Claims that can soon not be sued for any more, nearest first.
    pub limitation: Vec<LimitationAlert>,
    /// What has become late since the last working day, and waits for its step of the ladder.
    pub just_late: Vec<JustLate>,
    /// Facts of the weekly review.
    pub review: Review,
}

/// One open case with what was found out about it.
struct Entry<'a> {
    case: &'a CaseFile,
    claim: Claim,
    client: &'a Client,
    setting: Setting<'a>,
    action: Action,
    weight: i128,
}

impl Entry<'_> {
    /// What is asked for by an action: of what is contested in part, the rest.
    fn asked(&self, action: &Action) -> Claim {
        let is_contested = contested_part(self.case, &self.claim).is_some();
        let is_about_it = matches!(
            action.what,
            What::AnswerDispute | What::Meet | What::WriteMinutes | What::KeepCommitment
        );
        if is_contested && action.leaves_the_rest() && !is_about_it {
            self.case.undisputed(self.client.kind, &self.claim)
        } else {
            self.claim.clone()
        }
    }

    /// Others decide about it, or it is another’s: nothing is put in writing to the client about paying it.
    fn is_in_other_hands(&self) -> bool {
        self.action.hold.is_some_and(|hold| hold.cause.is_for_others())
    }
}

/// The day’s work. On a day off it is the work of the next working day.
#[must_use]
pub fn day(book: &Book, today: NaiveDate) -> Day {
    let policy = book.policy();
    let region = policy.region;
    let first = region.working_from(today);
    let stranger = Client::unknown(ClientId(0));
    let mut sums = Sums::default();
    let mut files: BTreeMap<ClientId, Vec<&CaseFile>> = BTreeMap::new();
    let mut known: BTreeSet<ClientId> = BTreeSet::new();
    let mut open: Vec<(&CaseFile, Claim, Option<PlanStanding<'_>>)> = Vec::new();
    for case in book.cases() {
        let claim = book.claim(case, today);
        let id = case.invoice.client;
        files.entry(id).or_default().push(case);
        if has_settled(&claim) {
            known.insert(id);
        }
        let plan = book.plan_of(case.invoice.id, today);
        sums.add(case, &claim, plan, book.penalties_claimed(case, &claim, plan));
        if is_live(case, &claim) {
            open.push((case, claim, plan));
        }
    }
    let mut day = Day { totals: sums.close(), ..Day::default() };
    let mut entries: Vec<Entry<'_>> = Vec::with_capacity(open.len());
    for (case, claim, plan) in open {
        let id = case.invoice.client;
        let client = book.client(id).unwrap_or(&stranger);
        let setting = Setting { client, policy, is_known: known.contains(&id), plan };
        let action = next(case, &claim, setting);
        let weight = weigh(case, &claim, client, &action, &mut day.limitation);
        entries.push(Entry { case, claim, client, setting, action, weight });
    }
    let horizon = dates::add_days(first, AHEAD);
    let mut by_client: BTreeMap<ClientId, Vec<usize>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let shown = entry.action.day <= horizon && !matches!(entry.action.what, What::Nothing | What::Thank);
        if shown {
            by_client.entry(entry.case.invoice.client).or_default().push(at);
        }
    }
    for (client, wanted) in &by_client {
        let known_files = files.get(client).map(Vec::as_slice).unwrap_or_default();
        let events = known_files.iter().flat_map(|case| &case.events).filter(|event| event.date <= today);
        let mut contacts = Contacts::of(events);
        for at in wanted {
            if let Some(entry) = entries.get_mut(*at) {
                entry.action = within_budget(entry.action.clone(), entry.case, &contacts, policy, today);
            }
        }
        let bundles = bundles(&entries, wanted, &mut contacts, policy, first);
        day.put(&entries, &bundles, *client, first, horizon);
    }
    day.todos.sort_by_key(|todo| (Reverse(todo.weight), todo.invoice));
    day.later.sort_by_key(|todo| (todo.action.day, Reverse(todo.weight), todo.invoice));
    day.limitation.sort_by_key(|alert| (alert.expires, alert.invoice));
    day.just_late = just_late::just_late(&entries, policy, first);
    day.look_round(book, &entries, today, horizon);
    day
}

/// The clients who have settled an invoice before.
#[must_use]
pub fn known(book: &Book, today: NaiveDate) -> BTreeSet<ClientId> {
    let settled = book.cases().filter(|case| has_settled(&book.claim(case, today)));
    settled.map(|case| case.invoice.client).collect()
}

/// Something may be to be done about a case: something is owed, or work is suspended, or a promise is open.
fn is_live(case: &CaseFile, claim: &Claim) -> bool {
    let today = claim.as_of;
    let is_suspended =
        || case.open_circumstances(today).any(|one| matches!(one.kind, CircumstanceKind::Suspension { .. }));
    claim.balance().is_positive() || is_suspended() || case.left_commitments(today).next().is_some()
}

fn has_settled(claim: &Claim) -> bool {
    claim.principal_left.is_zero() && claim.paid.is_positive()
}

/// What the cases of a client are looked at with; the plan of each is its own.
#[must_use]
pub fn setting<'a>(book: &'a Book, client: &'a Client, today: NaiveDate) -> Setting<'a> {
    let is_known = book.cases_of(client.id).any(|case| has_settled(&book.claim(case, today)));
    Setting { client, policy: book.policy(), is_known, plan: None }
}

/// What a case weighs; limitation that is near is noted on the way.
fn weigh(
    case: &CaseFile,
    claim: &Claim,
    client: &Client,
    action: &Action,
    alerts: &mut Vec<LimitationAlert>,
) -> i128 {
    let today = claim.as_of;
    let mut urgency = action.urgency(today);
    let limitation = case.limitation(client.debtor(), today);
    if let Some(limitation) = limitation.filter(|_| claim.balance().is_positive() && !case.is_out(today)) {
        let nearness = limitation.nearness(today);
        if nearness == Nearness::Quarter {
            urgency = Urgency::Critical;
        }
        if nearness != Nearness::Far {
            alerts.push(LimitationAlert {
                invoice: case.invoice.id,
                client: case.invoice.client,
                expires: limitation.expires,
                nearness,
                total: claim.balance(),
                currency: claim.currency,
            });
        }
    }
    if !action.what.is_work() {
        return 0;
    }
    weight(claim.balance(), days_late(case, claim), urgency)
}

impl Day {
    /// One line now for each currency of a client, the rest of what is due beside it; what comes later on its own.
    fn put(
        &mut self,
        entries: &[Entry<'_>],
        bundles: &[Bundle],
        client: ClientId,
        first: NaiveDate,
        horizon: NaiveDate,
    ) {
        let start = self.todos.len();
        for bundle in bundles.iter().filter(|bundle| bundle.day <= horizon) {
            let Some(todo) = todo(entries, bundle, client) else { continue };
            let mut here = self.todos.iter_mut().skip(start);
            if first < bundle.day {
                self.later.push(todo);
            } else if let Some(line) = here.find(|line| line.currency == todo.currency) {
                line.more.extend(todo.cases.iter().map(|id| (*id, todo.action.what)));
            } else {
                self.todos.push(todo);
            }
        }
    }

    /// What is not about one line: the bank, details to verify, recaps, unbilled work, the weekly review.
    fn look_round(&mut self, book: &Book, entries: &[Entry<'_>], today: NaiveDate, horizon: NaiveDate) {
        let looks_at_bank = |todo: &Todo| {
            let asks = todo.action.what.step().is_some_and(Step::needs_lateness);
            asks || matches!(
                todo.action.what,
                What::CheckPromise
                    | What::CheckPayment
                    | What::CheckInstalment
                    | What::CheckOffer
                    | What::FollowUp
                    | What::WatchBank
            )
        };
        let checked = book.policy().bank_checked;
        self.check_bank = checked != Some(today) && self.todos.iter().any(looks_at_bank);
        // An invoice sent once more puts the call that asked for it in writing.
        let writes = |what: What| matches!(what, What::Recap | What::Answer(Step::Duplicate));
        let of_recap = |todo: &Todo| {
            let led = todo.cases.iter().filter(|_| writes(todo.action.what));
            let more = todo.more.iter().filter(|(_, what)| writes(*what)).map(|(id, _)| id);
            led.chain(more).copied().collect::<Vec<_>>()
        };
        let recap_of = |id: InvoiceId| {
            let case = book.case(id)?;
            Some((case.invoice.client, case.recap_due(today)?.date))
        };
        let spoken: BTreeSet<(ClientId, NaiveDate)> =
            self.todos.iter().flat_map(of_recap).filter_map(recap_of).collect();
        let mut calls: BTreeSet<(ClientId, NaiveDate)> = BTreeSet::new();
        let mut unverified = BTreeSet::new();
        for entry in entries {
            let (case, id) = (entry.case, entry.case.invoice.id);
            let is_owed = entry.claim.principal_left.is_positive();
            // A call about several invoices is put in writing once.
            let is_asked = is_owed && !entry.is_in_other_hands();
            let call =
                case.recap_due(today).filter(|_| is_asked).map(|call| (case.invoice.client, call.date));
            if let Some(call) = call
                && calls.insert(call)
            {
                self.review.recaps += 1;
                if !spoken.contains(&call) {
                    self.recaps.push(id);
                }
            }
            self.review.promises_due += promises_within(case, today, AHEAD);
            self.review.promises_broken += usize::from(entry.action.what == What::RecallPromise);
            self.review.unsent += usize::from(entry.action.what == What::SendInvoice);
            let ends = |deadline: NaiveDate| today <= deadline && deadline <= dates::add_days(today, AHEAD);
            let granted =
                case.events.iter().filter(|event| event.date < event.deadline && event.date <= today);
            self.review.deadlines += granted.filter(|event| is_owed && ends(event.deadline)).count();
            let is_first =
                matches!(entry.action.what, What::Climb(_)) && case.reminders(today).next().is_none();
            let late = entry.action.what.step().is_some_and(Step::needs_lateness);
            if is_first && late && entry.action.day <= horizon && !is_verified(entry.client, today) {
                unverified.insert(case.invoice.client);
            }
        }
        self.open_ends = open_ends::open_ends(book, entries, today, horizon);
        self.unverified = unverified.into_iter().collect();
        let works = book.unbilled().works.iter().filter(|work| work.alert() <= today);
        self.unbilled = works
            .map(|work| UnbilledLine {
                work: work.id,
                client: work.client.clone(),
                what: work.what.clone(),
                amount: work.amount,
                days: dates::days_between(work.done, today),
            })
            .collect();
        self.review.unbilled = self.unbilled.len();
        self.review.bank_checked = checked;
    }
}

fn todo(entries: &[Entry<'_>], bundle: &Bundle, client: ClientId) -> Option<Todo> {
    let lead = entries.get(bundle.lead)?;
    let all: Vec<&Entry<'_>> =
        [bundle.lead].iter().chain(&bundle.with).filter_map(|at| entries.get(*at)).collect();
    let today = lead.claim.as_of;
    // A plan over several invoices asks once.
    let plans: BTreeMap<PlanId, PlanStanding<'_>> = all
        .iter()
        .filter_map(|entry| entry.setting.plan.filter(PlanStanding::gives_time))
        .map(|known| (known.plan.id, known))
        .collect();
    let under_plan = lead.setting.plan.is_some_and(|known| known.gives_time() && is_about_plan(lead));
    let is_paid = lead.action.what == What::ClosePlan;
    let (total, penalties, days_late) = if is_paid {
        // All that is left of it is what it left aside.
        let aside: Amount = plans.values().map(|known| known.asked(today)).sum();
        (aside, aside, None)
    } else if under_plan {
        let late = |known: &PlanStanding<'_>| Some(dates::days_between(known.standing.row()?.due, today));
        let total = plans.values().map(|known| known.asked(today)).sum();
        (total, Amount::ZERO, plans.values().filter_map(late).max())
    } else {
        let claims: Vec<Claim> = all.iter().map(|entry| entry.asked(&lead.action)).collect();
        let penalties = claims.iter().map(Claim::penalties_left).sum();
        let late = all.iter().map(|entry| days_late(entry.case, &entry.claim)).max();
        (claims.iter().map(Claim::balance).sum(), penalties, late)
    };
    let contested =
        contested_part(lead.case, &lead.claim).filter(|_| under_plan || lead.action.leaves_the_rest());
    Some(Todo {
        client,
        name: lead.client.name.clone(),
        currency: lead.claim.currency,
        invoice: lead.case.invoice.id,
        cases: all.iter().map(|entry| entry.case.invoice.id).collect(),
        more: Vec::new(),
        total,
        under_plan,
        penalties,
        contested,
        days_late: days_late.unwrap_or(0),
        flags: flags(
            lead.case,
            &lead.claim,
            lead.client.debtor(),
            lead.setting.plan.and_then(|known| known.signed()),
        ),
        action: Action { day: bundle.day, why: why(lead, &all), ..lead.action.clone() },
        weight: bundle.weight,
    })
}

/// What is to be done is about the plan, and not about what others decided.
fn is_about_plan(entry: &Entry<'_>) -> bool {
    // A call put in writing under a plan, or an invoice sent once more, speaks of its sums alone.
    let is_about_its_sums = matches!(entry.action.what, What::Recap | What::Answer(Step::Duplicate));
    is_about_its_sums || entry.action.hold.is_some_and(|hold| hold.cause == HoldCause::Plan)
}

/// Days since the first unpaid due date; zero or less where nothing is late. Where no principal is left, the days it was late
/// in the end.
fn days_late(case: &CaseFile, claim: &Claim) -> i64 {
    dates::days_between(claim.first_unpaid_due().unwrap_or(case.invoice.due), claim.late_until())
}

/// Somebody’s details there were found right within the last six months.
fn is_verified(client: &Client, today: NaiveDate) -> bool {
    let since = today.checked_sub_months(Months::new(VERIFIED_MONTHS)).unwrap_or(today);
    let known = client.contacts.iter().filter_map(|contact| contact.verified).chain(client.verified);
    known.max().is_some_and(|verified| since <= verified)
}
