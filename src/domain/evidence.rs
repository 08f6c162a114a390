//! Evidence (*preuves*): what a judge, an agency or a lawyer looks for in a claim, what of it is there, what to obtain
//! next. Between parties that disagree it is for the creditor to show that there is a debt; the debtor’s own written
//! acknowledgement is the shortest way, and starts limitation again (C. civ. art. 2240).
//!
//! Weights are a guide of ours and no scale of any court: see [`WEIGHTS`].

use chrono::NaiveDate;

use super::case_file::CaseFile;
use super::circumstance::CircumstanceKind;
use super::dunning::status::{Effect, effect};
use super::event::{Event, Step};
use super::movement::MovementKind;
use super::party::{Client, DebtorKind};
use super::proof::{Proof, ProofKind};
use crate::base::dates;

/// Days without a word against the invoice after which silence is worth telling; a guide of ours.
pub const SILENCE_DAYS: i64 = 30;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Element {
    /// What was agreed: quote, order, contract.
    Agreement,
    /// Delivery, or acceptance of the work.
    Delivery,
    /// The invoice was sent.
    Sent,
    /// The terms of late payment were announced.
    Terms,
    /// Nobody contested it in time.
    Uncontested,
    /// Reminders.
    Reminders,
    /// Formal notice.
    FormalNotice,
    /// Proof that it was received.
    NoticeReceipt,
    /// Acknowledgement of the debt.
    Acknowledgement,
    /// Who the debtor is.
    Identity,
}

/// How much each element weighs, in hundredths of a full file; estimated by the authors of the program in November 2026,
/// from what case files and requests to courts are asked to contain.
pub const WEIGHTS: [(Element, u32); 10] = [
    (Element::Agreement, 20),
    (Element::Delivery, 20),
    (Element::Sent, 10),
    (Element::Acknowledgement, 20),
    (Element::Uncontested, 5),
    (Element::Terms, 5),
    (Element::Reminders, 5),
    (Element::FormalNotice, 5),
    (Element::NoticeReceipt, 5),
    (Element::Identity, 5),
];

/// From how many hundredths a file is serious, and from how many it is solid.
pub const MARKS: (u32, u32) = (40, 70);

/// Where an element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Kept here, word for word.
    OnFile,
    /// Known here; the paper itself is only the user's, and to be joined.
    Yours,
    /// Nowhere, as far as is known.
    Missing,
}

/// How strong a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// A debtor who denies the debt may be believed.
    Weak,
    /// Most of it can be shown.
    Serious,
    /// All that counts can be shown.
    Solid,
}

/// One element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub element: Element,
    /// Where it is.
    pub state: State,
    /// Its weight, in hundredths.
    pub weight: u32,
    /// Its day, where it has one.
    pub date: Option<NaiveDate>,
    /// The papers noted for it.
    pub papers: Vec<Proof>,
}

/// The evidence of one claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// Every element, the weightiest first.
    pub rows: Vec<Row>,
    /// The sum of the weights of what is there, in hundredths.
    pub score: u32,
    /// What that means.
    pub strength: Strength,
}

impl Element {
    /// The kinds of paper that show it, where a paper can.
    #[must_use]
    pub fn papers(self) -> &'static [ProofKind] {
        match self {
            Self::Agreement => &ProofKind::AGREED,
            Self::Delivery => &ProofKind::DONE,
            Self::Sent => &[ProofKind::Invoice],
            Self::Terms => &[ProofKind::Terms],
            Self::NoticeReceipt => &[ProofKind::NoticeReceipt],
            Self::Acknowledgement => &[ProofKind::Acknowledgement],
            Self::Identity => &[ProofKind::Identity],
            Self::Uncontested | Self::Reminders | Self::FormalNotice => &[],
        }
    }

    /// The written answer of the client would show it.
    #[must_use]
    pub fn is_answered(self) -> bool {
        matches!(self, Self::Agreement | Self::Delivery | Self::Acknowledgement | Self::Uncontested)
    }
}

impl Evidence {
    /// The evidence of a claim on a day.
    #[must_use]
    pub fn of(case: &CaseFile, client: &Client, today: NaiveDate) -> Self {
        let rows: Vec<Row> = WEIGHTS
            .iter()
            .map(|(element, weight)| {
                let (state, date) = state(*element, case, client, today);
                let papers = papers(case, *element, today).cloned().collect();
                Row { element: *element, state, weight: *weight, date, papers }
            })
            .collect();
        let score = rows.iter().filter(|row| row.state != State::Missing).map(|row| row.weight).sum();
        let has = |element| rows.iter().any(|row| row.element == element && row.state != State::Missing);
        let owned = has(Element::Acknowledgement);
        // Without what was agreed and what was done, the rest only shows that the creditor asked.
        let (agreed, done) = (has(Element::Agreement) || owned, has(Element::Delivery) || owned);
        let strength = match score {
            score if score >= MARKS.1 && agreed && done => Strength::Solid,
            score if score >= MARKS.0 && (agreed || done) => Strength::Serious,
            _ => Strength::Weak,
        };
        Self { rows, score, strength }
    }

    /// What is missing, the weightiest first.
    pub fn missing(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.state == State::Missing)
    }

    /// How many elements there are of all.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        (self.rows.len() - self.missing().count(), self.rows.len())
    }
}

/// The papers noted for an element.
fn papers(case: &CaseFile, element: Element, today: NaiveDate) -> impl Iterator<Item = &Proof> {
    let kinds = element.papers();
    case.proofs.iter().filter(move |proof| kinds.contains(&proof.kind) && proof.date <= today)
}

fn state(element: Element, case: &CaseFile, client: &Client, today: NaiveDate) -> (State, Option<NaiveDate>) {
    let paper = papers(case, element, today).map(|proof| proof.date).max();
    let found = match element {
        Element::Agreement | Element::Terms => None,
        Element::Delivery => approved(case, today).map(|day| (State::Yours, Some(day))),
        Element::Sent => {
            texts(case, today).filter(|event| is_invoice(event)).min_by_key(|event| of_day(event)).map(kept)
        }
        Element::Reminders => case.reminders(today).max_by_key(|event| of_day(event)).map(kept),
        Element::FormalNotice => case.last_notice(today).map(kept),
        Element::NoticeReceipt => {
            let of_plan = case.plan_notices(today).filter_map(Event::arrived);
            let received = case.formal_notice_counts().into_iter().chain(of_plan).filter(|day| *day <= today);
            received.min().map(|day| (State::Yours, Some(day)))
        }
        Element::Uncontested => uncontested(case, today),
        Element::Acknowledgement => acknowledged(case, today).map(|day| (State::Yours, Some(day))),
        Element::Identity => is_known(client).then_some((State::OnFile, client.verified)),
    };
    found.or(paper.map(|day| (State::Yours, Some(day)))).unwrap_or((State::Missing, None))
}

fn texts(case: &CaseFile, today: NaiveDate) -> impl Iterator<Item = &Event> {
    case.events.iter().filter(move |event| event.date <= today && !event.is_spoken())
}

fn is_invoice(event: &Event) -> bool {
    matches!(event.step, Step::Invoice | Step::Duplicate | Step::Correction)
}

fn of_day(event: &Event) -> (NaiveDate, u32) {
    (event.date, event.id.0)
}

/// A text that was sent: on file where its words are, and otherwise only known to have gone.
fn kept(event: &Event) -> (State, Option<NaiveDate>) {
    let state = if event.text.body.trim().is_empty() { State::Yours } else { State::OnFile };
    (state, Some(event.date))
}

/// No dispute on record, and time enough since the invoice went.
fn uncontested(case: &CaseFile, today: NaiveDate) -> Option<(State, Option<NaiveDate>)> {
    let first = texts(case, today).map(|event| event.date).min()?;
    let contested = case
        .circumstances
        .iter()
        .any(|one| one.date <= today && matches!(one.kind, CircumstanceKind::Dispute { .. }));
    let is_long = dates::days_between(first, today) >= SILENCE_DAYS;
    (is_long && !contested).then_some((State::OnFile, Some(first)))
}

/// The day the client approved the e-invoice (status 205), if no later status takes that back: what it approves it has had.
fn approved(case: &CaseFile, today: NaiveDate) -> Option<NaiveDate> {
    let statuses = case.circumstances.iter().filter(|one| one.date <= today && one.ended.is_none());
    let called_for = statuses.filter_map(|one| match one.kind {
        CircumstanceKind::LifeCycle(code) => Some(((one.date, one.id), effect(code))),
        _ => None,
    });
    // A payment that is under way or made takes nothing back.
    let last = called_for
        .filter(|(_, effect)| !matches!(effect, Effect::None | Effect::AwaitTransfer | Effect::RecordPayment))
        .max_by_key(|(when, _)| *when);
    last.filter(|(_, effect)| *effect == Effect::Evidence).map(|((day, _), _)| day)
}

/// The last day the client owned to the debt: in writing, by a signed plan, by paying a part of it.
fn acknowledged(case: &CaseFile, today: NaiveDate) -> Option<NaiveDate> {
    let acts = case.acts.iter().filter(|act| act.kind.owns_to_debt()).map(|act| act.date);
    let paid = case.movements.iter().filter(|movement| movement.kind == MovementKind::Payment);
    // A deposit owns to nothing that was not invoiced yet.
    let paid = paid.map(|movement| movement.date).filter(|day| case.invoice.issued <= *day);
    acts.chain(paid).filter(|day| *day <= today).max()
}

/// A firm by its number in the register, a person by name and address.
fn is_known(client: &Client) -> bool {
    match client.kind {
        DebtorKind::Business | DebtorKind::Public => client.siren.is_some(),
        DebtorKind::Consumer | DebtorKind::Unknown => {
            !client.name.trim().is_empty() && !client.address.trim().is_empty()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::base::{
        ActId, Amount, CircumstanceId, ClientId, Currency, EventId, InvoiceId, MovementId, ProofId,
    };
    use crate::domain::act::{Act, ActKind};
    use crate::domain::circumstance::{Circumstance, DisputeCause};
    use crate::domain::claim::Allocation;
    use crate::domain::contract::Contract;
    use crate::domain::event::{Channel, SentText};
    use crate::domain::invoice::Invoice;
    use crate::domain::movement::Movement;
    use crate::domain::posting::Posting;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn case() -> CaseFile {
        CaseFile::new(Invoice {
            id: InvoiceId(1),
            client: ClientId(1),
            number: "1".to_owned(),
            issued: day("2026-02-13"),
            due: day("2026-03-15"),
            terms: None,
            amount: Amount::from_cents(348_000),
            currency: Currency::EUR,
            subject: String::new(),
            order: String::new(),
            service: String::new(),
            later: Vec::new(),
            contract: Contract::default(),
            allocation: Allocation::default(),
        })
    }

    fn sent(step: Step, date: &str, body: &str) -> Event {
        let text = SentText { body: body.to_owned(), ..SentText::default() };
        Event {
            id: EventId(1),
            date: day(date),
            channel: Channel::Email,
            step,
            deadline: day(date),
            received: None,
            posting: Posting::default(),
            to: String::new(),
            call: None,
            exception: String::new(),
            text: text.into(),
        }
    }

    fn paper(kind: ProofKind, date: &str) -> Proof {
        Proof { id: ProofId(1), kind, date: day(date), title: String::new(), place: "classeur".to_owned() }
    }

    fn of(case: &CaseFile) -> Evidence {
        Evidence::of(case, &Client::unknown(ClientId(1)), day("2026-11-22"))
    }

    fn state_of(case: &CaseFile, element: Element) -> State {
        of(case).rows.iter().find(|row| row.element == element).unwrap().state
    }

    #[test]
    fn the_weights_make_a_full_file() {
        assert_eq!(WEIGHTS.iter().map(|(_, weight)| weight).sum::<u32>(), 100);
        let all = of(&case());
        assert_eq!((all.score, all.strength, all.count()), (0, Strength::Weak, (0, 10)));
    }

    #[test]
    fn a_text_is_on_file_with_its_words_and_yours_without() {
        let mut case = case();
        case.events.push(sent(Step::Invoice, "2026-02-13", ""));
        assert_eq!(state_of(&case, Element::Sent), State::Yours);
        assert_eq!(state_of(&case, Element::Uncontested), State::OnFile);
        case.events.push(sent(Step::FirstReminder, "2026-04-01", "Bonjour"));
        assert_eq!(state_of(&case, Element::Reminders), State::OnFile);
        assert_eq!(state_of(&case, Element::FormalNotice), State::Missing);
    }

    #[test]
    fn the_notice_of_a_plan_is_a_formal_notice_with_its_receipt() {
        let mut case = case();
        case.events.push(sent(Step::PlanNotice, "2026-08-01", "Mise en demeure"));
        assert_eq!(state_of(&case, Element::FormalNotice), State::OnFile);
        assert_eq!(state_of(&case, Element::NoticeReceipt), State::Missing);
        case.events[0].received = Some(day("2026-08-04"));
        assert_eq!(state_of(&case, Element::NoticeReceipt), State::Yours);
        assert_eq!(case.formal_notice_counts(), None, "interest waits for a notice of all that is owed");
    }

    #[test]
    fn what_was_contested_once_is_not_uncontested() {
        let mut case = case();
        case.events.push(sent(Step::Invoice, "2026-02-13", ""));
        let kind = CircumstanceKind::Dispute {
            cause: DisputeCause::Price,
            amount: Amount::from_cents(1),
            answer_by: day("2026-05-01"),
            life: Box::default(),
        };
        let settled = Circumstance {
            id: CircumstanceId(1),
            date: day("2026-04-20"),
            kind,
            note: String::new(),
            ended: Some(day("2026-05-01")),
        };
        case.circumstances.push(settled);
        assert_eq!(state_of(&case, Element::Uncontested), State::Missing);
    }

    #[test]
    fn papers_count_from_the_day_they_bear_and_only_for_what_they_show() {
        let mut case = case();
        case.proofs.push(paper(ProofKind::Delivery, "2026-02-10"));
        case.proofs.push(Proof { id: ProofId(2), ..paper(ProofKind::Agreement, "2026-12-01") });
        assert_eq!(state_of(&case, Element::Delivery), State::Yours);
        assert_eq!(state_of(&case, Element::Agreement), State::Missing, "its day is to come");
        assert_eq!(of(&case).score, 20);
    }

    #[test]
    fn to_have_asked_often_makes_no_solid_file_and_an_acknowledgement_stands_for_quote_and_delivery() {
        let mut case = case();
        for step in [Step::Invoice, Step::FirstReminder, Step::FormalNotice] {
            case.events
                .push(Event { received: Some(day("2026-06-01")), ..sent(step, "2026-05-01", "Bonjour") });
        }
        case.proofs.push(paper(ProofKind::Terms, "2026-01-10"));
        case.proofs.push(Proof { id: ProofId(2), ..paper(ProofKind::Identity, "2026-01-10") });
        let asked = of(&case);
        assert_eq!((asked.score, asked.strength), (40, Strength::Weak));
        case.acts.push(Act {
            id: ActId(1),
            kind: ActKind::Acknowledgement,
            date: day("2026-06-10"),
            reference: String::new(),
        });
        assert_eq!((of(&case).score, of(&case).strength), (60, Strength::Serious));
        case.proofs.push(Proof { id: ProofId(3), ..paper(ProofKind::Agreement, "2026-01-10") });
        assert_eq!((of(&case).score, of(&case).strength), (80, Strength::Solid));
    }

    #[test]
    fn an_e_invoice_that_was_approved_shows_that_the_work_was_accepted() {
        let status = |id, date: &str, code| Circumstance {
            id: CircumstanceId(id),
            date: day(date),
            kind: CircumstanceKind::LifeCycle(code),
            note: String::new(),
            ended: None,
        };
        let mut case = case();
        case.circumstances.push(status(1, "2026-02-15", 204));
        assert_eq!(state_of(&case, Element::Delivery), State::Missing, "it was only taken in hand");
        case.circumstances.push(status(2, "2026-02-20", 205));
        assert_eq!(state_of(&case, Element::Delivery), State::Yours);
        let row = of(&case).rows.into_iter().find(|row| row.element == Element::Delivery).unwrap();
        assert_eq!(row.date, Some(day("2026-02-20")));
        case.circumstances.push(status(3, "2026-03-01", 211));
        assert_eq!(state_of(&case, Element::Delivery), State::Yours, "a payment takes nothing back");
        case.circumstances.push(status(4, "2026-03-05", 207));
        assert_eq!(state_of(&case, Element::Delivery), State::Missing, "contested after all");
    }

    #[test]
    fn a_part_payment_owns_to_the_debt() {
        let mut case = case();
        case.movements.push(Movement {
            id: MovementId(1),
            kind: MovementKind::Payment,
            date: day("2026-07-02"),
            amount: Amount::from_cents(1),
            reference: String::new(),
            if_settled_by: None,
        });
        assert_eq!(state_of(&case, Element::Acknowledgement), State::Yours);
    }
}
