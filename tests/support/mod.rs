//! What tests of the book share: random commands, and a few fixed ones.

#![allow(dead_code, unreachable_pub, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "tests may fail loudly, their helpers too")]

pub mod program;
pub mod storage;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::command::{
    ActDraft, CircumstanceDraft, ClientDraft, Command, InvoiceDraft, MovementDraft, SendingDraft,
};
use relance::app::costs::{CostCommand, CostDraft};
use relance::app::effect::{Change, Effect};
use relance::app::own_templates::{OwnTemplate, OwnTemplates};
use relance::app::plans::{PlanCommand, PlanDraft, Signing};
use relance::app::proofs::{ProofCommand, ProofDraft};
use relance::app::record::Record;
use relance::app::replies::{Noted, ReplyCommand};
use relance::app::settings::{Settings, Theme};
use relance::app::update::update;
use relance::base::{
    ActId, Amount, CircumstanceId, ClientId, CostId, Currency, EventId, InvoiceId, MovementId, Percent,
    PlanId, ProofId, Rate, TemplateId, TrashId, WorkId, dates,
};
use relance::domain::act::ActKind;
use relance::domain::assumptions::Assumptions;
use relance::domain::author::Author;
use relance::domain::circumstance::{CircumstanceKind, DisputeCause};
use relance::domain::claim::{Allocation, Instalment};
use relance::domain::contact::{Circuit, Contact, Role};
use relance::domain::contract::{Contract, ContractRate};
use relance::domain::cost::CostKind;
use relance::domain::dunning::{Pace, Speed};
use relance::domain::event::{Call, Channel, Outcome, SentText, Step};
use relance::domain::forecast;
use relance::domain::law::terms::Terms;
use relance::domain::movement::MovementKind;
use relance::domain::party::{Client, DebtorKind, Profile};
use relance::domain::plan::{End, InterestDuring, Penalties};
use relance::domain::proof::ProofKind;
use relance::domain::recovery::{Outlook, RecoveryRoute};
use relance::domain::reply::{Answer, Secret};
use relance::domain::unbilled::{Unbilled, Work};
use relance::text::Lang;

pub fn today() -> NaiveDate {
    dates::parse_iso("2026-11-22").unwrap()
}

pub fn a_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..800).prop_map(|number| {
        dates::parse_iso("2025-01-01").unwrap().checked_add_days(Days::new(number)).unwrap()
    })
}

pub fn an_amount() -> impl Strategy<Value = Amount> {
    prop_oneof![1_i64..1_000_000, Just(99_999_999_999)].prop_map(Amount::from_cents)
}

/// Any text: quotes, brackets, line ends and emoji included.
pub fn a_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "\\PC{0,20}",
        Just("<script>alert(1)</script>".to_owned()),
        Just("l’été \"à\" \\ 🧾\u{200f}\nligne 2".to_owned()),
    ]
}

/// One of few names, so that commands meet.
pub fn a_name() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["Atelier Brun", "Mme Dubois", "Commune", "É"]).prop_map(str::to_owned)
}

pub fn a_kind() -> impl Strategy<Value = DebtorKind> {
    prop::sample::select(vec![
        DebtorKind::Business,
        DebtorKind::Consumer,
        DebtorKind::Public,
        DebtorKind::Unknown,
    ])
}

pub fn a_movement() -> impl Strategy<Value = MovementDraft> {
    (prop::bool::ANY, a_day(), an_amount(), a_text()).prop_map(|(pays, date, amount, reference)| {
        MovementDraft {
            kind: if pays { MovementKind::Payment } else { MovementKind::CreditNote },
            date,
            amount,
            reference,
            if_settled_by: None,
        }
    })
}

pub fn an_invoice() -> impl Strategy<Value = InvoiceDraft> {
    (
        a_name(),
        prop::option::of(a_kind()),
        prop::sample::select(vec!["1", "2", "3"]),
        a_day(),
        an_amount(),
        a_text(),
        prop::option::of(1_i64..2_000),
        prop::collection::vec(a_movement(), 0..3),
    )
        .prop_map(|(client, kind, number, issued, amount, subject, rate, paid)| InvoiceDraft {
            client,
            kind,
            number: number.to_owned(),
            issued,
            due: Terms::Days(30).due(issued),
            terms: Some(Terms::Days(30)),
            amount,
            currency: Currency::EUR,
            order: subject.clone(),
            service: subject.clone(),
            subject,
            later: Vec::new(),
            contract: rate.map_or_else(Contract::default, |rate| {
                Contract::at(ContractRate::Yearly(Rate::percent(rust_decimal::Decimal::new(rate, 2))))
            }),
            allocation: Allocation::InterestFirst,
            paid,
        })
}

pub fn a_sending() -> impl Strategy<Value = SendingDraft> {
    (a_day(), a_text(), an_amount(), prop::bool::ANY).prop_map(|(date, body, amount, calls)| SendingDraft {
        date,
        channel: if calls { Channel::Phone } else { Channel::RegisteredPost },
        step: if calls { Step::FirstCall } else { Step::FormalNotice },
        deadline: date,
        to: body.clone(),
        call: calls.then(|| Call { outcome: Outcome::Promise, note: body.clone(), seconds: 90, again: None }),
        exception: String::new(),
        posting: relance::domain::posting::Posting::default(),
        received: None,
        text: SentText {
            subject: body.clone(),
            body,
            as_of: date,
            principal: amount,
            interest: Amount::ZERO,
            indemnity: amount,
            rates: date,
            rates_corrected: false,
            provisional: false,
            program: String::new(),
            by: Author::Own,
            elsewhere: false,
            notice: None,
            laid_out: None,
            number: String::new(),
        },
    })
}

pub fn a_circumstance() -> impl Strategy<Value = CircumstanceDraft> {
    (a_day(), an_amount(), a_text(), 0..4).prop_map(|(date, amount, who, kind)| {
        let kind = match kind {
            0 => CircumstanceKind::Promise { amount, by: date, who: who.clone(), channel: Channel::Phone },
            3 => CircumstanceKind::CloseWatch { until: date },
            1 => CircumstanceKind::dispute(DisputeCause::Quality, amount, date),
            _ => CircumstanceKind::Suspension { work: who.clone() },
        };
        CircumstanceDraft { date, kind, note: who }
    })
}

fn a_contact(name: String) -> Contact {
    Contact {
        role: Role::Accounts,
        name,
        email: String::new(),
        phone: String::new(),
        personal_phone: String::new(),
        verified: None,
    }
}

fn templates(name: String, body: String) -> OwnTemplates {
    let own = OwnTemplate {
        id: TemplateId(1),
        name,
        step: Step::FirstReminder,
        channel: Channel::Email,
        lang: Lang::Fr,
        subject: String::new(),
        body,
    };
    OwnTemplates { templates: vec![own] }
}

fn unbilled(client: String, what: String, done: NaiveDate) -> Unbilled {
    Unbilled { works: vec![Work { id: WorkId(1), client, what, done, amount: None, alert_days: 7 }] }
}

/// A proposal in two instalments, often about several invoices.
pub fn a_plan() -> impl Strategy<Value = PlanDraft> {
    (prop::collection::btree_set((1_u32..5).prop_map(InvoiceId), 1..3), a_day(), an_amount(), a_text())
        .prop_map(|(invoices, proposed, amount, note)| PlanDraft {
            invoices: invoices.into_iter().collect(),
            proposed,
            answer_by: dates::add_days(proposed, 8),
            down_payment: None,
            instalments: [30, 60]
                .map(|days| Instalment { due: dates::add_days(proposed, days), amount })
                .to_vec(),
            penalties: Penalties::WaivedIfKept,
            interest: InterestDuring::Stops,
            notice_days: 8,
            reserved: Vec::new(),
            note,
        })
}

fn a_plan_command() -> impl Strategy<Value = PlanCommand> {
    let id = || (1_u32..4).prop_map(PlanId);
    let end = prop::sample::select(vec![End::Withdrawn, End::Broken, End::Settled, End::PaidLate]);
    prop_oneof![
        3 => a_plan().prop_map(PlanCommand::Propose),
        2 => (id(), a_day(), a_day())
            .prop_map(|(id, proposed, signed)| PlanCommand::Accept(id, Signing { proposed, signed })),
        1 => (id(), end, a_day()).prop_map(|(id, how, day)| PlanCommand::End(id, how, day)),
        1 => (id(), a_day()).prop_map(|(id, day)| PlanCommand::SettleLate(id, day)),
        1 => (id(), a_day(), a_text()).prop_map(|(id, day, written)| PlanCommand::GoOn(id, day, written)),
        1 => id().prop_map(PlanCommand::Delete),
    ]
}

/// Costs and expectations.
pub fn a_cost_command() -> impl Strategy<Value = CostCommand> {
    let id = || (1_u32..5).prop_map(InvoiceId);
    let share = || (0_u32..=100).prop_map(|share| Percent::nearest(share.into()));
    let cost = (a_day(), 0_u32..500, any::<bool>(), a_text()).prop_map(|(date, size, is_time, note)| {
        let fee = CostKind::Fee(Amount::from_cents(i64::from(size)));
        CostDraft { date, kind: if is_time { CostKind::Time(size) } else { fee }, contact: None, note }
    });
    prop_oneof![
        2 => (id(), prop::collection::vec(cost, 1..3)).prop_map(|(id, costs)| CostCommand::Add(id, costs)),
        1 => (id(), 1_u32..4).prop_map(|(id, cost)| CostCommand::Delete(id, CostId(cost))),
        1 => (share(), share()).prop_map(|(alert, stop)| CostCommand::Assume(Assumptions {
            alert: Some(alert),
            stop: Some(stop),
            ..Assumptions::default()
        })),
        1 => (id(), share(), a_text()).prop_map(|(id, chance, without_contact)| {
            let quotes = [(RecoveryRoute::LawyerLetter, Amount::from_cents(i64::from(chance.value()) * 1_000))].into();
            let outlook = Outlook { without_contact, quotes, ..Outlook::default() };
            CostCommand::Expect(id, outlook.with_chance(RecoveryRoute::Agency, Some(chance)))
        }),
    ]
}

/// Any command that is not for good, but undo, about things that may or may not be there.
pub fn a_command() -> impl Strategy<Value = Command> {
    let client = || (1_u32..5).prop_map(ClientId);
    let invoice = || (1_u32..5).prop_map(InvoiceId);
    let draft = (a_name(), a_kind(), a_text(), a_text()).prop_map(|(name, kind, address, notes)| {
        ClientDraft { address, notes, ..ClientDraft::named(&name, kind) }
    });
    prop_oneof![
        a_text().prop_map(|name| Command::SaveProfile(Profile { name, ..Profile::default() })),
        Just(Command::SaveSettings(Settings { language: Lang::En, theme: Theme::Dark })),
        (prop::option::of(client()), draft).prop_map(|(id, draft)| Command::SaveClient(id, draft)),
        (client(), a_kind()).prop_map(|(id, kind)| Command::SetClientKind(id, kind)),
        (client(), a_text()).prop_map(|(id, address)| Command::SetClientAddress(id, address)),
        client().prop_map(Command::DeleteClient),
        an_invoice().prop_map(|draft| Command::SaveInvoice(None, draft)),
        (invoice(), an_invoice()).prop_map(|(id, draft)| Command::SaveInvoice(Some(id), draft)),
        invoice().prop_map(Command::DeleteInvoice),
        invoice().prop_map(|id| Command::SetAllocation(id, Allocation::PrincipalFirst)),
        (invoice(), a_movement()).prop_map(|(id, draft)| Command::AddMovement(id, draft)),
        (invoice(), 1_u32..9).prop_map(|(id, movement)| Command::DeleteMovement(id, MovementId(movement))),
        (invoice(), a_sending()).prop_map(|(id, draft)| Command::RecordSending(vec![(id, draft)])),
        (invoice(), a_sending(), a_circumstance()).prop_map(|(id, draft, brought)| {
            let learnt = id.0.is_multiple_of(2).then(|| Contact {
                role: Role::Accounts,
                name: "M. Perrin".to_owned(),
                email: String::new(),
                phone: String::new(),
                personal_phone: String::new(),
                verified: None,
            });
            Command::RecordCall(vec![(id, draft, vec![brought])], learnt)
        }),
        (invoice(), a_circumstance()).prop_map(|(id, draft)| Command::AddCircumstance(id, draft)),
        (invoice(), 1_u32..5, a_day()).prop_map(|(id, known, day)| Command::EndCircumstance(
            id,
            CircumstanceId(known),
            day
        )),
        (invoice(), 1_u32..5).prop_map(|(id, known)| Command::DeleteCircumstance(id, CircumstanceId(known))),
        a_plan_command().prop_map(Command::Plan),
        a_cost_command().prop_map(Command::Cost),
        (invoice(), a_day(), a_text(), prop::sample::select(ProofKind::ALL.to_vec())).prop_map(
            |(id, date, place, kind)| Command::Proof(ProofCommand::Add(
                id,
                ProofDraft { kind, date, title: place.clone(), place }
            ))
        ),
        (invoice(), 1_u32..4)
            .prop_map(|(id, proof)| Command::Proof(ProofCommand::Delete(id, ProofId(proof)))),
        (invoice(), an_amount(), 0_u8..4).prop_map(|(id, amount, secret)| {
            Command::Reply(ReplyCommand::Make(Secret([secret; 16]), vec![(id, amount)]))
        }),
        (0_u8..4).prop_map(|secret| Command::Reply(ReplyCommand::Drop(Secret([secret; 16])))),
        (an_amount(), a_day(), 0_u8..4, prop::bool::ANY, a_text()).prop_map(
            |(amount, by, secret, proposes, note)| {
                let proposal = (Answer::Instalments { first: by, count: 3 }, Noted::Plan);
                let promise = (Answer::Pays { by, amount }, Noted::Promise(String::new()));
                let (answer, noted) = if proposes { proposal } else { promise };
                let acknowledged = proposes.then(|| "e-mail".to_owned());
                let secret = Secret([secret; 16]);
                Command::Reply(ReplyCommand::Take { secret, answer, noted, note, acknowledged })
            },
        ),
        (0_u32..100).prop_map(|own_share| {
            Command::SaveForecast(forecast::Supposed { own_share, ..forecast::Supposed::default() })
        }),
        (invoice(), prop::sample::select(Speed::ALL.to_vec()))
            .prop_map(|(id, speed)| Command::SetPace(id, Pace { speed: Some(speed), ladder: None })),
        (client(), a_name()).prop_map(|(id, name)| Command::SetContacts(id, vec![a_contact(name)])),
        (client(), a_text()).prop_map(|(id, portal)| {
            Command::SetCircuit(id, Circuit { portal: Some(portal), ..Circuit::default() })
        }),
        (client(), a_day()).prop_map(|(id, day)| Command::VerifyClient(id, day)),
        Just(Command::CheckBank),
        (a_name(), a_text()).prop_map(|(name, body)| Command::SaveTemplates(templates(name, body))),
        (a_name(), a_text(), a_day())
            .prop_map(|(client, what, done)| { Command::SaveUnbilled(unbilled(client, what, done)) }),
        (1_u32..4).prop_map(|id| Command::DeleteTemplate(TemplateId(id))),
        (1_u32..4).prop_map(|id| Command::DeleteWork(WorkId(id))),
        (invoice(), 1_u32..5, prop::option::of(a_day())).prop_map(|(id, event, day)| Command::SetReceived(
            id,
            EventId(event),
            day
        )),
        (invoice(), 1_u32..5).prop_map(|(id, event)| Command::DeleteSending(id, EventId(event))),
        (invoice(), a_day(), a_text()).prop_map(|(id, date, reference)| {
            Command::AddAct(id, ActDraft { kind: ActKind::Acknowledgement, date, reference })
        }),
        (invoice(), 1_u32..5).prop_map(|(id, act)| Command::DeleteAct(id, ActId(act))),
        (1_u32..9).prop_map(|id| Command::TakeFromTrash(TrashId(id))),
        (client(), a_name()).prop_map(|(id, name)| {
            Command::Merge(vec![Record::Client(Client { name, ..Client::unknown(id) })])
        }),
    ]
}

/// Any command but undo, those for good included.
pub fn any_command() -> impl Strategy<Value = Command> {
    prop_oneof![
        20 => a_command(),
        1 => Just(Command::PurgeTrash),
        1 => (1_u32..9).prop_map(|id| Command::DropFromTrash(TrashId(id))),
        1 => (1_u32..5).prop_map(|id| Command::EraseClient(ClientId(id))),
        1 => (1_u32..5).prop_map(|id| Command::Anonymise(ClientId(id))),
    ]
}

/// A book after any commands.
pub fn a_book(longest: usize) -> impl Strategy<Value = Book> {
    prop::collection::vec(any_command(), 0..longest).prop_map(book_after)
}

pub fn records(book: &Book) -> Vec<Record> {
    book.records().collect()
}

pub fn change(effects: &[Effect]) -> Change {
    effects
        .iter()
        .find_map(|effect| match effect {
            Effect::Save(change) => Some(change.clone()),
            Effect::Open(_) => None,
        })
        .unwrap()
}

pub fn book_after(commands: Vec<Command>) -> Book {
    let mut book = Book::default();
    for command in commands {
        let _ = update(&mut book, command, today());
    }
    book
}

pub fn day(text: &str) -> NaiveDate {
    dates::parse_iso(text).unwrap()
}

pub fn invoice(client: &str, number: &str) -> Command {
    Command::SaveInvoice(
        None,
        InvoiceDraft {
            kind: Some(DebtorKind::Business),
            ..InvoiceDraft::new(
                client,
                number,
                day("2026-02-13"),
                day("2026-03-15"),
                Amount::from_cents(348_000),
            )
        },
    )
}

pub fn sending(date: &str) -> Command {
    let text = SentText {
        subject: "Relance".to_owned(),
        body: "Bonjour".to_owned(),
        as_of: today(),
        principal: Amount::from_cents(348_000),
        interest: Amount::ZERO,
        indemnity: Amount::ZERO,
        rates: today(),
        rates_corrected: false,
        provisional: false,
        program: String::new(),
        by: Author::Own,
        elsewhere: false,
        notice: None,
        laid_out: None,
        number: String::new(),
    };
    let (channel, step) = (Channel::Email, Step::FirstReminder);
    let draft = SendingDraft::new(day(date), channel, step, day("2026-12-01"), text);
    Command::RecordSending(vec![(InvoiceId(1), draft)])
}
