//! What a text to a client may be about, and whom it may be for: the other invoices that can be in it, the persons who
//! can be written to.

use chrono::NaiveDate;

use super::super::book::Book;
use super::figures::Figures;
use super::today::setting;
use super::withheld::{plan_runs, withheld};
use crate::base::{Amount, Currency, InvoiceId};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{Circumstance, CircumstanceKind, PromiseState};
use crate::domain::claim::Claim;
use crate::domain::contact::Role;
use crate::domain::dunning::conduct::Breach;
use crate::domain::dunning::habits::share;
use crate::domain::dunning::person::role;
use crate::domain::dunning::withheld::Withheld;
use crate::domain::dunning::{Bar, HoldCause, Setting, What, barred, next};
use crate::domain::event::{Event, Outcome, Step};
use crate::domain::limitation::Limitation;
use crate::domain::manner::{Relation, Tone};
use crate::domain::party::Client;
use crate::domain::plan::standing::Standing;

/// The tone of a step where the user chose none: it rises with the steps, a loyal client is spoken to more gently, and
/// with a strained one it is facts and figures only.
#[must_use]
pub fn tone(step: Step, relation: Relation) -> Tone {
    let usual = match step {
        Step::FirmReminder
        | Step::PenaltyNote
        | Step::BrokenPromise
        | Step::PlanNotice
        | Step::Suspension => Tone::Direct,
        Step::LastReminder | Step::FormalNotice => Tone::Firm,
        _ => Tone::Courteous,
    };
    match (relation, usual) {
        (Relation::Loyal, Tone::Firm) => Tone::Direct,
        (Relation::Loyal, Tone::Direct) => Tone::Courteous,
        (Relation::Loyal, _) => Tone::Warm,
        (Relation::Tense, Tone::Courteous) if step.needs_lateness() => Tone::Direct,
        (Relation::Neutral | Relation::Tense, usual) => usual,
    }
}

/// An invoice that a text may be about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which.
    pub id: InvoiceId,
    /// Number printed on it.
    pub number: String,
    /// First unpaid due date.
    pub due: NaiveDate,
    /// Principal that is due; all that is left of it before the due date.
    pub owed: Amount,
    /// Its currency.
    pub currency: Currency,
    /// Why it is left out unless the user says otherwise.
    pub left_out: Option<LeftOut>,
}

/// Why an invoice is not in a text about several by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// No sending of it is recorded: it cannot be asked for before it was.
    NotSent,
    /// A promise to pay it is running.
    Promised,
    /// Chasing it pauses.
    Paused,
    /// The client contests it.
    Disputed,
    /// No reminder of it is recorded, and the text supposes one.
    NotReminded,
    /// It was reminded of and the one the text starts from was not: the text would recall what that one never had.
    Reminded,
    /// An offer about it is open, or a payment plan.
    Negotiated,
    /// A signed plan gives time, somebody else asks for it, or it is another’s claim.
    Withheld,
    /// A formal notice about it runs, or has expired: a softer word would weaken it.
    UnderNotice,
    /// It is not late, and the text can do without it.
    NotLate,
    /// It is late, and the text is about what is not.
    AlreadyLate,
    /// The text comes before the due date, and its day for this one is another.
    NotNow,
    /// The call that is put in writing was not about it.
    NotSpokenOf,
    /// The promise that is recalled was not about it.
    NotPromised,
    /// Time that was granted for it runs, or the last message about it is a few days old only.
    TooSoon,
    /// It was reminded of more firmly already.
    Further,
    /// A platform says something of it that is dealt with first: incomplete, on its way, paid.
    ByStatus,
    /// A platform says that it is not to be asked for: refused, cancelled, sold to a factor.
    Stopped,
    /// The client says that it is paid.
    Announced,
}

impl LeftOut {
    /// It cannot be taken in either.
    #[must_use]
    pub fn is_final(self) -> bool {
        matches!(self, Self::NotSent | Self::Withheld | Self::Stopped | Self::AlreadyLate)
    }
}

/// A text of this step may be about several invoices.
#[must_use]
pub fn takes_several(step: Step) -> bool {
    step.needs_lateness()
        || matches!(
            step,
            Step::ReceiptCheck
                | Step::Courtesy
                | Step::Recap
                | Step::Approval
                | Step::Inquiry
                | Step::Duplicate
                | Step::Call
                | Step::Confirmation
        )
}

/// A text of this step supposes that the invoice was sent (CAP-6).
#[must_use]
pub fn supposes_sending(step: Step) -> bool {
    step.needs_lateness() || matches!(step, Step::ReceiptCheck | Step::Courtesy)
}

/// The invoice of a text, and the others of its client in its currency that the text may be about too, by due date.
/// Where the text can only be about one, that one alone.
#[must_use]
pub fn candidates(book: &Book, id: InvoiceId, step: Step, today: NaiveDate) -> Vec<Candidate> {
    let Some(first) = book.case(id) else { return Vec::new() };
    let recalls = step == Step::Courtesy && plan_runs(book, id, today).is_some();
    let is_about_plan = step == Step::PlanNotice || recalls;
    let agreed = (step == Step::Recap).then(|| last_talk(first, today)).flatten();
    let recalled = broken_by(first, today).max().filter(|_| step == Step::BrokenPromise);
    let mut found: Vec<Candidate> = book
        .cases_of(first.invoice.client)
        .filter(|case| case.invoice.currency == first.invoice.currency)
        .filter(|case| case.invoice.id == id || takes_several(step))
        // A text about a plan is about the invoices it covers.
        .filter(|case| !is_about_plan || share_a_plan(book, id, case.invoice.id, today))
        .filter_map(|case| {
            let claim = book.claim(case, today);
            let is_first = case.invoice.id == id;
            let is_late = claim.exigible().is_positive();
            let is_open = claim.principal_left.is_positive();
            let fits = if step.needs_lateness() { is_late } else { is_open };
            (is_first || fits).then(|| {
                let left_out = if is_first || is_about_plan {
                    None
                } else if agreed.is_some_and(|call| !is_about(case, call)) {
                    Some(LeftOut::NotSpokenOf)
                } else if agreed.is_some_and(|call| is_agreed(case, call)) {
                    held_out(book, case, step, today)
                } else if recalled.is_some_and(|by| broken_by(case, today).all(|other| other != by)) {
                    Some(LeftOut::NotPromised)
                } else {
                    left_out(book, case, &claim, step, is_late).or_else(|| {
                        let first_alone = supposes_reminder(step) && !was_reminded(first, today);
                        first_alone.then_some(LeftOut::Reminded)
                    })
                };
                candidate(case, &claim, left_out)
            })
        })
        .collect();
    found.sort_by_key(|one| (one.due, one.id));
    found
}

/// The days of the promises about an invoice that were not kept.
fn broken_by(case: &CaseFile, today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    case.promises(today).filter_map(|(one, state)| match one.kind {
        CircumstanceKind::Promise { by, .. } if state == PromiseState::Broken => Some(by),
        _ => None,
    })
}

/// The call about an invoice that a recap puts in writing.
fn last_talk(case: &CaseFile, today: NaiveDate) -> Option<&Event> {
    let wants = |event: &&Event| event.call.as_ref().is_some_and(|call| call.outcome.wants_recap());
    let known = case.events.iter().filter(|event| event.date <= today);
    known.filter(wants).max_by_key(|event| (event.date, event.id))
}

/// A call noted with another invoice was about this one too.
fn is_about(case: &CaseFile, call: &Event) -> bool {
    let told = |event: &Event| {
        (event.date, event.to.as_str(), event.call.as_ref())
            == (call.date, call.to.as_str(), call.call.as_ref())
    };
    case.events.iter().any(told)
}

/// What a call agreed on, or noted as contested, stands with this invoice: the text that puts the call in writing would state
/// another agreement without it.
fn is_agreed(case: &CaseFile, call: &Event) -> bool {
    let is_of_call = |kind: &CircumstanceKind| {
        matches!(kind, CircumstanceKind::Promise { .. } | CircumstanceKind::Dispute { .. })
    };
    let stands = |one: &Circumstance| one.date == call.date && one.ended.is_none() && is_of_call(&one.kind);
    is_about(case, call) && case.circumstances.iter().any(stands)
}

fn candidate(case: &CaseFile, claim: &Claim, left_out: Option<LeftOut>) -> Candidate {
    let due = claim.first_unpaid_due().unwrap_or(case.invoice.due);
    let owed = if due < claim.as_of { claim.principal_left - claim.not_due } else { claim.principal_left };
    Candidate {
        id: case.invoice.id,
        number: case.invoice.number.clone(),
        due,
        owed,
        currency: claim.currency,
        left_out,
    }
}

/// The invoices of a text that asks for money whose time to sue is over, each with that time.
#[must_use]
pub fn time_barred(step: Step, all: &[Figures]) -> Vec<(String, Limitation)> {
    let asks = step.needs_lateness() || step == Step::Offer;
    let over = all.iter().filter(|_| asks).filter_map(|figures| {
        let today = figures.claim.as_of;
        let known = figures.case.limitation(figures.client.debtor(), today)?;
        (known.expires < today).then(|| (figures.case.invoice.number.clone(), known))
    });
    over.collect()
}

/// From how much of all that is owed an invoice weighs enough to be said so, in per cent.
const HEAVY: u32 = 10;

/// What some invoices of one currency weigh in all the principal that is owed to the user in it, in whole per cent: « 23 ».
/// None where it is little, or all there is.
#[must_use]
pub fn weight(book: &Book, ids: &[InvoiceId], today: NaiveDate) -> Option<u32> {
    let currency = book.case(*ids.first()?)?.invoice.currency;
    let cases = ids.iter().filter_map(|id| book.case(*id)).filter(|case| !case.is_out(today));
    let part = cases.map(|case| book.claim(case, today).principal_left).sum();
    let thousandths = share(part, book.unpaid(currency, today))?;
    let percent = u32::try_from((thousandths + 5).div_euclid(10)).ok()?;
    (HEAVY..100).contains(&percent).then_some(percent)
}

/// A plan about one invoice covers the other too.
fn share_a_plan(book: &Book, id: InvoiceId, other: InvoiceId, today: NaiveDate) -> bool {
    id == other || book.plan_of(id, today).is_some_and(|known| known.plan.invoices.contains(&other))
}

/// An offer about it waits for an answer, or a plan does or is kept.
fn is_negotiated(book: &Book, case: &CaseFile, today: NaiveDate) -> bool {
    let plan = book.plan_of(case.invoice.id, today);
    let is_held = plan.is_some_and(|known| known.plan.is_running() || known.standing == Standing::Proposed);
    is_held || case.offers.iter().any(|offer| offer.waits_until(&case.movements, today).is_some())
}

/// Somebody else, a signed plan or its status keeps a text of this step from being about it.
fn held_out(book: &Book, case: &CaseFile, step: Step, today: NaiveDate) -> Option<LeftOut> {
    let held = withheld(book, case.invoice.id, today).filter(|held| held.holds_back(step))?;
    Some(if matches!(held, Withheld::Status { .. }) { LeftOut::Stopped } else { LeftOut::Withheld })
}

fn left_out(book: &Book, case: &CaseFile, claim: &Claim, step: Step, is_late: bool) -> Option<LeftOut> {
    let today = claim.as_of;
    let pauses = |kind: &CircumstanceKind| matches!(kind, CircumstanceKind::Pause { .. });
    if supposes_sending(step) && !case.was_sent(today) {
        Some(LeftOut::NotSent)
    } else if let Some(why) = held_out(book, case, step, today) {
        Some(why)
    } else if case.promises(today).any(|(_, state)| state == PromiseState::Running) {
        Some(LeftOut::Promised)
    } else if case.open_circumstances(today).any(|one| pauses(&one.kind)) {
        Some(LeftOut::Paused)
    } else if claim.principal_left.is_positive() && case.disputed(claim) == claim.principal_left {
        Some(LeftOut::Disputed)
    } else if is_negotiated(book, case, today) {
        Some(LeftOut::Negotiated)
    } else if asks_again(step) && is_under_notice(case, claim) {
        Some(LeftOut::UnderNotice)
    } else if let Some(why) = bar_of(book, case, claim, step).map(left_by) {
        Some(why)
    } else if supposes_reminder(step) && !was_reminded(case, today) {
        Some(LeftOut::NotReminded)
    } else if matches!(step, Step::ReceiptCheck | Step::Courtesy) {
        let is_now = || is_next(book, case, claim, step);
        if is_late { Some(LeftOut::AlreadyLate) } else { (!is_now()).then_some(LeftOut::NotNow) }
    } else if !is_late {
        Some(LeftOut::NotLate)
    } else {
        None
    }
}

/// A step of the ladder is what comes next for a case on the day of its claim.
fn is_next(book: &Book, case: &CaseFile, claim: &Claim, step: Step) -> bool {
    let today = claim.as_of;
    let Some(client) = book.client(case.invoice.client) else { return false };
    let plan = book.plan_of(case.invoice.id, today);
    let action = next(case, claim, Setting { plan, ..setting(book, client, today) });
    action.what == What::Climb(step) && action.day <= book.policy().region.working_from(today)
}

/// What speaks against a step about a case on the day of its claim.
fn bar_of(book: &Book, case: &CaseFile, claim: &Claim, step: Step) -> Option<Bar> {
    let client = book.client(case.invoice.client)?;
    let plan = book.plan_of(case.invoice.id, claim.as_of);
    // Whether it has paid before changes nothing of what holds.
    let setting = Setting { client, policy: book.policy(), is_known: true, plan };
    barred(case, claim, setting, step)
}

fn left_by(bar: Bar) -> LeftOut {
    match bar {
        Bar::Soon(_) => LeftOut::TooSoon,
        Bar::Further(_) => LeftOut::Further,
        Bar::Held(hold) => match hold.cause {
            HoldCause::Promise => LeftOut::Promised,
            HoldCause::LifeCycle(_) => LeftOut::ByStatus,
            HoldCause::SaysPaid => LeftOut::Announced,
            HoldCause::Notice => LeftOut::UnderNotice,
            HoldCause::Offer | HoldCause::PlanProposed => LeftOut::Negotiated,
            _ => LeftOut::Paused,
        },
    }
}

/// What speaks against a text or a call of a step about some invoices now, each reason once: what holds them, and time that
/// was granted.
#[must_use]
pub fn held_back(book: &Book, ids: &[InvoiceId], step: Step, today: NaiveDate) -> Vec<Breach> {
    let mut found: Vec<Breach> = Vec::new();
    for case in ids.iter().filter_map(|id| book.case(*id)) {
        let breach = bar_of(book, case, &book.claim(case, today), step).and_then(Breach::of);
        found.extend(breach.filter(|breach| !found.contains(breach)));
    }
    found
}

/// A formal notice of an invoice no reminder of which is on record.
#[must_use]
pub fn is_unreminded(case: &CaseFile, step: Step, today: NaiveDate) -> bool {
    step == Step::FormalNotice && case.reminders(today).next().is_none()
}

/// A text of this step recalls what was asked for before.
fn supposes_reminder(step: Step) -> bool {
    matches!(step, Step::LastReminder | Step::FormalNotice)
}

/// A reminder of an invoice was written since it was due.
fn was_reminded(case: &CaseFile, today: NaiveDate) -> bool {
    case.reminders(today).any(|event| case.invoice.due < event.date)
}

/// A step that asks for what a formal notice has asked for already, with a day to pay by.
fn asks_again(step: Step) -> bool {
    step == Step::FormalNotice
        || (step.needs_lateness() && step < Step::FormalNotice)
        || step == Step::BrokenPromise
}

/// Formal notice was given since what is unpaid was due, whether its time is over or not.
fn is_under_notice(case: &CaseFile, claim: &Claim) -> bool {
    let due = claim.first_unpaid_due().unwrap_or(case.invoice.due);
    case.last_formal_notice(claim.as_of).is_some_and(|event| due < event.date)
}

/// Somebody a text may be for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recipient {
    /// What the person does there; none for the client's general address.
    pub role: Option<Role>,
    /// Name with its title; may be empty.
    pub name: String,
    /// E-mail address; may be empty.
    pub email: String,
    /// Telephone for a text message; may be empty.
    pub phone: String,
}

impl Recipient {
    /// How a sending names it: its name, or where it went.
    #[must_use]
    pub fn named(&self, address: &str) -> String {
        let name = self.name.trim();
        match (name.is_empty(), address.is_empty()) {
            (false, false) => format!("{name} ({address})"),
            (false, true) => name.to_owned(),
            (true, _) => address.to_owned(),
        }
    }

    /// The client as a text to this person sees it.
    #[must_use]
    pub fn at(&self, client: &Client) -> Client {
        Client { contact: self.name.clone(), email: self.email.clone(), ..client.clone() }
    }
}

/// Everyone a text to a client may be for: the general address first, then the persons in the order an invoice passes
/// them. A person without an address of its own is written to at the general one.
#[must_use]
pub fn recipients(client: &Client) -> Vec<Recipient> {
    let or = |own: &str, general: &str| if own.is_empty() { general.to_owned() } else { own.to_owned() };
    let general = Recipient {
        role: None,
        name: client.contact.clone(),
        email: client.email.clone(),
        phone: client.phone.clone(),
    };
    let mut persons: Vec<Recipient> = client
        .contacts
        .iter()
        .filter(|person| !person.name.trim().is_empty() || !person.email.is_empty())
        .map(|person| Recipient {
            role: Some(person.role),
            name: person.name.trim().to_owned(),
            email: or(&person.email, &client.email),
            phone: mobile(&[&person.phone, &person.personal_phone, &client.phone]),
        })
        .collect();
    persons.sort_by_key(|person| person.role);
    std::iter::once(general).chain(persons).collect()
}

/// Which of the recipients a text is for: the person the step is for; where somebody on the telephone named another person,
/// the recap is for that one.
#[must_use]
pub fn suggested(client: &Client, case: &CaseFile, step: Step, all: &[Recipient], today: NaiveDate) -> usize {
    let role = role(client, step);
    let usual = all.iter().position(|one| one.role == role).unwrap_or_default();
    let call = case.recap_due(today).filter(|_| step == Step::Recap);
    let passes_on =
        |call: &&Event| call.call.as_ref().is_some_and(|call| call.outcome == Outcome::NewContact);
    let Some(call) = call.filter(passes_on) else { return usual };
    let is_another = |one: &Recipient| one.role.is_some() && one.name != call.to.trim();
    match all.get(usual) {
        Some(person) if is_another(person) => usual,
        _ => all.iter().rposition(is_another).unwrap_or(usual),
    }
}

/// The first number that takes text messages, as far as a French number tells; otherwise the first there is.
fn mobile(numbers: &[&String]) -> String {
    let is_mobile = |number: &str| {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        ["06", "07", "336", "337", "00336", "00337"].iter().any(|start| digits.starts_with(start))
    };
    let known = || numbers.iter().filter(|number| !number.trim().is_empty());
    known()
        .find(|number| is_mobile(number))
        .or_else(|| known().next())
        .map(|number| number.trim().to_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ClientId;
    use crate::domain::contact::Contact;

    fn person(role: Role, name: &str, email: &str, phone: &str, personal: &str) -> Contact {
        Contact {
            role,
            name: name.to_owned(),
            email: email.to_owned(),
            phone: phone.to_owned(),
            personal_phone: personal.to_owned(),
            verified: None,
        }
    }

    #[test]
    fn persons_come_in_the_order_of_the_payment_chain() {
        let client = Client {
            contact: "Mme Le Goff".to_owned(),
            email: "contact@brun.example".to_owned(),
            contacts: vec![
                person(Role::Management, "M. Brun", "", "01 02 03 04 05", "06 11 22 33 44"),
                person(Role::Accounts, "Mme Petit", "compta@brun.example", "04 76 00 00 00", ""),
                person(Role::Orders, " ", "", "", ""),
            ],
            ..Client::unknown(ClientId(1))
        };
        let all = recipients(&client);
        let names: Vec<&str> = all.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Mme Le Goff", "Mme Petit", "M. Brun"]);
        let emails: Vec<&str> = all.iter().map(|one| one.email.as_str()).collect();
        assert_eq!(emails, ["contact@brun.example", "compta@brun.example", "contact@brun.example"]);
        assert_eq!(all.last().unwrap().phone, "06 11 22 33 44", "the one that takes text messages");
        assert_eq!(all.get(1).unwrap().phone, "04 76 00 00 00");
    }

    #[test]
    fn a_recipient_is_named_with_its_address() {
        let person = Recipient { name: "M. Brun".to_owned(), ..Recipient::default() };
        assert_eq!(person.named("b@brun.example"), "M. Brun (b@brun.example)");
        assert_eq!(person.named(""), "M. Brun");
        assert_eq!(Recipient::default().named("b@brun.example"), "b@brun.example");
    }
}
