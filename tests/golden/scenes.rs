//! The cases golden texts are written about.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::assigning_clones,
    reason = "tests may fail loudly, and read best plain"
)]

use chrono::{NaiveDate, NaiveTime};
use relance::base::dates::parse_iso;
use relance::base::{
    Amount, CircumstanceId, ClientId, CommitmentId, Currency, EventId, InvoiceId, MovementId, OfferId,
    PlanId, Rate, Region,
};
use relance::documents::{
    Email, Facts, Letter, Message, TextContext, TextError, Tone, annex, channels, excuses, explanation,
    message, phone,
};
use relance::domain::case_file::CaseFile;
use relance::domain::circumstance::{Circumstance, CircumstanceKind, DisputeCause, PauseCause, Unpaid};
use relance::domain::claim::{Allocation, Claim, Instalment};
use relance::domain::contact::{Contact, Role};
use relance::domain::contract::{Contract, ContractRate, Law};
use relance::domain::dispute::{Commitment, CommitmentEnd, DisputeLife, Meeting, Settlement, Side, Verdict};
use relance::domain::dunning::deadline::deadline;
use relance::domain::event::{Call, Channel, Event, Outcome, SentText, Step};
use relance::domain::iban::{Bic, Iban};
use relance::domain::invoice::Invoice;
use relance::domain::law::rates::RateTable;
use relance::domain::manner::Relation;
use relance::domain::movement::{Movement, MovementKind};
use relance::domain::offer::{Offer, OfferKind};
use relance::domain::party::{Client, DebtorKind, Profile};
use relance::domain::plan::breach::BrokenPlan;
use relance::domain::plan::standing::PlanRow;
use relance::domain::plan::{InterestDuring, Penalties, Plan, Reserved};
use relance::domain::siren::Siren;
use relance::text::Lang;

/// A client’s cases with all that texts are made of.
#[derive(Clone)]
pub(crate) struct Scene {
    pub(crate) profile: Profile,
    pub(crate) client: Client,
    pub(crate) cases: Vec<CaseFile>,
    pub(crate) today: NaiveDate,
    pub(crate) plan: Vec<Instalment>,
    pub(crate) agreement: Option<Plan>,
    pub(crate) plan_sum: Option<PlanRow>,
    pub(crate) broken: Option<BrokenPlan>,
    pub(crate) offer: Option<Offer>,
    pub(crate) share: Option<u32>,
    /// Which steps its golden files show; all where there are none.
    pub(crate) shows: Vec<Step>,
}

/// A business that is proposed to pay a part down and the rest in two.
fn proposing(penalties: Penalties, interest: InterestDuring) -> Scene {
    let sum = |due: &str, amount: &str| Instalment { due: day(due), amount: Amount::parse(amount).unwrap() };
    let mut scene = Scene::new(DebtorKind::Business);
    scene.agreement = Some(Plan {
        id: PlanId(1),
        client: scene.client.id,
        invoices: vec![scene.cases[0].invoice.id],
        proposed: scene.today,
        answer_by: day("2026-11-30"),
        paid_before: Amount::ZERO,
        down_payment: Some(sum("2026-11-30", "500.00")),
        instalments: vec![sum("2026-12-31", "1133.39"), sum("2027-01-29", "1133.40")],
        penalties,
        interest,
        notice_days: 8,
        accepted: None,
        notices: Vec::new(),
        ended: None,
        note: String::new(),
        undated_because: String::new(),
        goes_on: Vec::new(),
        reserved: Vec::new(),
    });
    scene
}

/// The same with 500 € contested: left out, or spread as well.
fn proposing_contested(whole: bool) -> Scene {
    let euros = |sum: &str| Amount::parse(sum).unwrap();
    let contested = euros("500.00");
    let dispute = CircumstanceKind::dispute(DisputeCause::Incomplete, contested, day("2026-12-02"));
    let mut scene = proposing(Penalties::Frozen, InterestDuring::Stops).with("2026-11-10", dispute);
    let invoice = scene.cases[0].invoice.id;
    let plan = scene.agreement.as_mut().unwrap();
    for sum in &mut plan.instalments {
        sum.amount = euros(if whole { "990.00" } else { "740.00" });
    }
    if !whole {
        plan.reserved = vec![Reserved { invoice, amount: contested }];
    }
    scene
}

/// A signed plan of which the next sum is still to come.
fn coming() -> Scene {
    let mut scene = missing(DebtorKind::Business, 0);
    scene.plan_sum = scene.plan_sum.map(|row| PlanRow { due: day("2026-12-15"), ..row });
    scene
}

/// A signed plan of which the second sum did not come, or only in part.
fn missing(kind: DebtorKind, paid: i64) -> Scene {
    let mut scene = proposing(Penalties::Included, InterestDuring::Stops);
    scene.client.kind = kind;
    let due = day("2026-11-16");
    let amount = Amount::parse("1133.39").unwrap();
    scene.plan_sum = Some(PlanRow { due, amount, paid: Amount::from_cents(paid), number: Some(1) });
    let plan = scene.agreement.as_mut().unwrap();
    plan.accepted = Some(day("2026-10-02"));
    plan.proposed = day("2026-10-01");
    scene
}

/// A plan that was broken after its notice, a part of its second sum and all of its third missing; the last was to come.
fn broken(kind: DebtorKind) -> Scene {
    let mut scene = Scene::new(kind);
    let missed = |due: &str, cents: i64, paid: i64, number| PlanRow {
        due: day(due),
        amount: Amount::from_cents(cents),
        paid: Amount::from_cents(paid),
        number: Some(number),
    };
    scene.broken = Some(BrokenPlan {
        signed: day("2026-08-03"),
        on: day("2026-11-02"),
        noticed: Some(day("2026-10-12")),
        missed: vec![missed("2026-10-01", 113_339, 40_000, 2), missed("2026-11-01", 113_342, 0, 3)],
        invoices: vec![scene.cases[0].invoice.id],
    });
    scene
}

/// An offer of the 22nd, good until the 30th.
fn offering(kind: DebtorKind, offered: OfferKind, pay: &str) -> Scene {
    let mut scene = Scene::new(kind);
    // The day for what is left is named of goods; it was not asked for of work noted in earlier versions.
    let balance_by = matches!(offered, OfferKind::Return { .. }).then(|| day("2026-12-18"));
    scene.offer = Some(Offer {
        id: OfferId(1),
        date: scene.today,
        kind: offered,
        pay: Amount::parse(pay).unwrap(),
        paid_before: Amount::ZERO,
        until: day("2026-11-30"),
        balance_by,
        accepted: None,
        ended: None,
        note: String::new(),
    });
    scene
}

/// A dispute over a part, with a meeting to come or held, promises on both sides, and how it ended.
fn talking(minutes: &str, outcome: Option<Settlement>) -> Scene {
    let promised = |id, side, what: &str, date| Commitment {
        id: CommitmentId(id),
        side,
        what: what.to_owned(),
        made: None,
        date: day(date),
        ended: None,
    };
    let mut life = DisputeLife {
        meeting: Some(Meeting {
            day: day(if minutes.is_empty() { "2026-11-26" } else { "2026-11-20" }),
            time: NaiveTime::from_hms_opt(14, 30, 0),
            length: 30,
            place: "visioconférence".to_owned(),
            agenda: "la page d’accueil, le délai".to_owned(),
            minutes: minutes.to_owned(),
        }),
        ..DisputeLife::default()
    };
    if !minutes.is_empty() {
        life.commitments = vec![
            promised(1, Side::Ours, "reprendre la page d’accueil", "2026-12-04"),
            promised(2, Side::Theirs, "payer la part qui n’est pas contestée", "2026-11-30"),
            Commitment {
                ended: Some(CommitmentEnd { done: false, on: day("2026-11-21") }),
                ..promised(3, Side::Ours, "refaire le logo", "2026-12-04")
            },
        ];
    }
    let ended = outcome.as_ref().map(|_| day("2026-11-21"));
    life.outcome = outcome;
    let kind = CircumstanceKind::Dispute {
        cause: DisputeCause::Incomplete,
        amount: Amount::parse("500.00").unwrap(),
        answer_by: day("2026-12-02"),
        life: Box::new(life),
    };
    let mut scene = Scene::new(DebtorKind::Business).with("2026-11-10", kind);
    scene.case().circumstances[0].ended = ended;
    scene
}

fn day(text: &str) -> NaiveDate {
    parse_iso(text).unwrap()
}

fn movement(kind: MovementKind, date: &str, amount: &str) -> Movement {
    let amount = Amount::parse(amount).unwrap();
    Movement {
        id: MovementId(1),
        kind,
        date: day(date),
        amount,
        reference: String::new(),
        if_settled_by: None,
    }
}

fn event(step: Step, channel: Channel, date: &str, received: Option<&str>) -> Event {
    let text = SentText {
        subject: String::new(),
        body: String::new(),
        as_of: day(date),
        principal: Amount::ZERO,
        interest: Amount::ZERO,
        indemnity: Amount::ZERO,
        rates: day(date),
        rates_corrected: false,
        provisional: false,
        program: String::new(),
        by: relance::domain::author::Author::Own,
        elsewhere: false,
        notice: None,
        laid_out: None,
        number: String::new(),
    };
    let received = received.map(day);
    Event {
        id: EventId(1),
        date: day(date),
        channel,
        step,
        deadline: day(date),
        received,
        posting: relance::domain::posting::Posting::default(),
        to: String::new(),
        call: None,
        exception: String::new(),
        text: text.into(),
    }
}

impl Scene {
    /// The case of reference: Atelier Brun & Fils, one part payment, one reminder by e-mail.
    pub(crate) fn new(kind: DebtorKind) -> Self {
        let profile = Profile {
            name: "Claire Morel".to_owned(),
            address: "12 rue des Lilas\n69003 Lyon".to_owned(),
            city: "Lyon".to_owned(),
            email: "claire@morel.example".to_owned(),
            phone: "06 00 00 00 00".to_owned(),
            siren: Some(Siren::parse("732829320").unwrap()),
            iban: Some(Iban::parse("FR7630006000011234567890189").unwrap()),
            bic: Some(Bic::parse("AGRIFRPP").unwrap()),
            cheque: String::new(),
            pay_link: None,
        };
        let client = Client {
            id: ClientId(1),
            name: "Atelier Brun & Fils".to_owned(),
            kind,
            contact: "Mme Le Goff".to_owned(),
            address: "4 place du Marché\n38000 Grenoble".to_owned(),
            ..Client::unknown(ClientId(1))
        };
        let mut case = CaseFile::new(Invoice {
            id: InvoiceId(1),
            client: ClientId(1),
            number: "2026-014".to_owned(),
            issued: day("2026-02-13"),
            due: day("2026-03-15"),
            terms: None,
            amount: Amount::parse("3480.00").unwrap(),
            currency: Currency::EUR,
            subject: String::new(),
            order: String::new(),
            service: String::new(),
            later: Vec::new(),
            contract: Contract::default(),
            allocation: Allocation::default(),
        });
        case.movements.push(movement(MovementKind::Payment, "2026-07-02", "1000.00"));
        case.events.push(event(Step::FirstReminder, Channel::Email, "2026-11-03", None));
        Self {
            profile,
            client,
            cases: vec![case],
            today: day("2026-11-22"),
            plan: Vec::new(),
            agreement: None,
            plan_sum: None,
            broken: None,
            offer: None,
            share: None,
            shows: Vec::new(),
        }
    }

    /// Nothing known but the invoice; no reminder yet; a half-year whose rates are not known.
    pub(crate) fn bare(kind: DebtorKind) -> Self {
        let mut scene = Self::new(kind);
        scene.profile = Profile::default();
        scene.client.contact = String::new();
        scene.client.address = String::new();
        scene.cases[0].events.clear();
        scene.today = day("2027-02-10");
        scene
    }

    fn showing(mut self, steps: &[Step]) -> Self {
        self.shows = steps.to_vec();
        self
    }

    /// The first case.
    /// The same, its first invoice with what the client asks to be quoted.
    pub(crate) fn quoting(mut self, order: &str, service: &str) -> Self {
        let invoice = &mut self.case().invoice;
        (invoice.order, invoice.service) = (order.to_owned(), service.to_owned());
        self
    }

    pub(crate) fn case(&mut self) -> &mut CaseFile {
        &mut self.cases[0]
    }

    pub(crate) fn with(mut self, date: &str, kind: CircumstanceKind) -> Self {
        let id = CircumstanceId(u32::try_from(self.cases[0].circumstances.len()).unwrap() + 1);
        let one = Circumstance { id, date: day(date), kind, note: String::new(), ended: None };
        self.case().circumstances.push(one);
        self
    }

    fn called(mut self, date: &str, outcome: Outcome, to: &str) -> Self {
        let mut call = event(Step::FirstCall, Channel::Phone, date, None);
        call.id = EventId(9);
        call.to = to.to_owned();
        call.call = Some(Call { outcome, note: "bureau 12".to_owned(), seconds: 240, again: None });
        self.case().events.push(call);
        self
    }

    pub(crate) fn claim(&self) -> Claim {
        self.cases[0].claim_on(self.today, self.client.debtor(), RateTable::builtin())
    }

    pub(crate) fn context(&self, lang: Lang, step: Step, channel: Channel, tu: bool) -> TextContext {
        let last = deadline(step, channel, self.client.kind, Region::France, self.today);
        let claim = |case: &CaseFile| case.claim_on(self.today, self.client.debtor(), RateTable::builtin());
        let claims: Vec<Claim> = self.cases.iter().map(claim).collect();
        let cases: Vec<_> = self.cases.iter().zip(&claims).collect();
        let facts = Facts::new(&self.profile, &self.client, &cases, self.today, last, lang);
        let contact = self.client.contacts.first();
        // A plan of which a sum is missing is not proposed any more.
        let plan_sum = self.agreement.as_ref().zip(self.plan_sum);
        let agreement = self.agreement.as_ref().filter(|_| plan_sum.is_none());
        let facts = Facts { tu, contact, plan: &self.plan, agreement, share: self.share, ..facts };
        Facts { plan_sum, broken: self.broken.as_ref(), offer: self.offer.as_ref(), ..facts }.context()
    }

    pub(crate) fn message(
        &self,
        lang: Lang,
        step: Step,
        channel: Channel,
        tone: Tone,
        tu: bool,
    ) -> Result<Message, TextError> {
        message(step, channel, tone, &self.context(lang, step, channel, tu))
    }

    pub(crate) fn email(&self, lang: Lang, step: Step, tone: Tone, tu: bool) -> Result<Email, TextError> {
        self.message(lang, step, Channel::Email, tone, tu).map(|message| match message {
            Message::Email(email) => email,
            other => panic!("no e-mail: {other:?}"),
        })
    }

    pub(crate) fn letter(&self, lang: Lang, step: Step, tone: Tone, tu: bool) -> Result<Letter, TextError> {
        self.message(lang, step, Channel::RegisteredPost, tone, tu).map(|message| match message {
            Message::Letter(letter) => letter,
            other => panic!("no letter: {other:?}"),
        })
    }

    pub(crate) fn notice(&self, lang: Lang) -> Result<Letter, TextError> {
        self.letter(lang, Step::FormalNotice, Tone::Courteous, false)
    }

    /// Steps its golden files show.
    pub(crate) fn steps(&self) -> Vec<Step> {
        if self.shows.is_empty() { Step::ALL.to_vec() } else { self.shows.clone() }
    }

    /// Every message of a step that is offered, by channel, tone and form of address. What goes by post is the same however
    /// it goes, but for a line: it is shown registered.
    pub(crate) fn messages(&self, lang: Lang, step: Step) -> Vec<Told> {
        let mut all = Vec::new();
        for channel in channels(step, self.client.kind) {
            let is_shown = match channel {
                Channel::Post => step == Step::Thanks,
                Channel::Hand | Channel::Portal => false,
                _ => true,
            };
            if !is_shown {
                continue;
            }
            for tu in lang.pick(&[false, true][..], &[false]) {
                let context = self.context(lang, step, channel, *tu);
                for tone in Tone::ALL {
                    let message = message(step, channel, tone, &context);
                    if let Err(error) = &message {
                        assert!(!matches!(error, TextError::Template(..)), "{step:?} {channel:?}: {error}");
                    }
                    all.push(Told { channel, tone, tu: *tu, message });
                }
            }
        }
        all
    }

    /// What explains the figures, where there is one invoice.
    pub(crate) fn figures(&self, lang: Lang) -> Vec<(&'static str, String)> {
        let context = self.context(lang, Step::FirstReminder, Channel::Email, false);
        if self.cases.len() > 1 {
            return Vec::new();
        }
        vec![
            ("phone", phone(&context).unwrap()),
            ("explanation", explanation(&context).unwrap()),
            ("annex", annex(&context).unwrap()),
        ]
    }

    /// What clients say, and the answers.
    pub(crate) fn excuses(&self, lang: Lang, tu: bool) -> String {
        let context = self.context(lang, Step::FirstCall, Channel::Phone, tu);
        let answers = excuses(&context).unwrap();
        let written: Vec<String> =
            answers.iter().map(|one| format!("{}\n{}", one.says, one.answer)).collect();
        written.join("\n\n")
    }
}

/// A message, and how it is told.
pub(crate) struct Told {
    pub(crate) channel: Channel,
    pub(crate) tone: Tone,
    pub(crate) tu: bool,
    pub(crate) message: Result<Message, TextError>,
}

/// Scenes by the name of their folder.
pub(crate) fn scenes() -> Vec<(&'static str, Scene)> {
    let business = || Scene::new(DebtorKind::Business);
    let reminders = [Step::FirstReminder, Step::FirmReminder, Step::FormalNotice];
    let histories = [
        Step::FirstReminder,
        Step::SecondCall,
        Step::FirmReminder,
        Step::LastReminder,
        Step::PenaltyNote,
        Step::FormalNotice,
        Step::Suspension,
    ];
    let settled = |mut scene: Scene, date| {
        scene.case().movements = vec![movement(MovementKind::Payment, date, "3480.00")];
        scene
    };
    let promise = |amount: &str, by: &str| CircumstanceKind::Promise {
        amount: Amount::parse(amount).unwrap(),
        by: day(by),
        who: "Mme Le Goff".to_owned(),
        channel: Channel::Phone,
    };
    let granted = |until: &str| CircumstanceKind::Pause { cause: PauseCause::Granted, until: day(until) };
    let dispute = |amount: &str| {
        CircumstanceKind::dispute(DisputeCause::Incomplete, Amount::parse(amount).unwrap(), day("2026-12-02"))
    };
    let suspension = || CircumstanceKind::Suspension { work: "la refonte du catalogue".to_owned() };
    let noticed_under = |kind, law| {
        let mut scene = Scene::new(kind);
        let notice = event(Step::FormalNotice, Channel::RegisteredPost, "2026-09-01", Some("2026-09-04"));
        scene.case().events.push(notice);
        scene.case().invoice.contract.law = law;
        scene
    };
    let after_notice = noticed_under(DebtorKind::Consumer, Law::French);
    let abroad = |kind, law| {
        let mut scene = noticed_under(kind, law);
        if law == Law::Swiss {
            scene.case().invoice.currency = Currency::CHF;
        }
        scene
    };
    let mut agreed = business();
    agreed.case().invoice.contract = Contract::at(ContractRate::Yearly(Rate::parse("5").unwrap()));
    agreed.case().invoice.allocation = Allocation::InterestFirst;
    agreed.case().movements.push(movement(MovementKind::CreditNote, "2026-08-20", "240.00"));
    agreed.client.contact = String::from("Karim");
    let mut early = business();
    early.today = day("2026-03-02");
    early.case().movements.clear();
    early.case().events = vec![event(Step::Invoice, Channel::Email, "2026-02-13", None)];
    let mut early_offer = early.clone();
    early_offer.offer = offering(
        DebtorKind::Business,
        OfferKind::Early { percent: Rate::parse("2").unwrap(), amount: Amount::from_cents(6_960) },
        "3410.40",
    )
    .offer
    .map(|offer| Offer { date: early.today, until: day("2026-03-06"), ..offer });
    let mut early_public = early.clone();
    early_public.client.kind = DebtorKind::Public;
    let mut one_day = business();
    one_day.today = day("2026-03-16");
    one_day.case().movements.clear();
    one_day.case().events.clear();
    let mut unlike = Scene::bare(DebtorKind::Business);
    unlike.client.name = String::new();
    unlike.case().invoice.number = String::new();
    let mut several = business();
    let mut second = several.cases[0].clone();
    second.invoice.id = InvoiceId(2);
    second.invoice.number = "2026-031".to_owned();
    second.invoice.issued = day("2026-09-10");
    second.invoice.due = day("2026-10-10");
    second.invoice.amount = Amount::parse("1250.00").unwrap();
    second.movements.clear();
    second.events = vec![
        event(Step::FirstReminder, Channel::Email, "2026-11-03", None),
        event(Step::FirmReminder, Channel::Post, "2026-11-12", None),
    ];
    let mut third = second.clone();
    third.invoice.id = InvoiceId(3);
    third.invoice.number = "2026-040".to_owned();
    third.invoice.due = day("2026-12-10");
    third.events.clear();
    several.cases.extend([second, third]);
    several.client.contact = "Karim".to_owned();
    several.client.manner.relation = Relation::Loyal;
    several.share = Some(23);
    several.plan = [("2026-12-04", "1250.00"), ("2027-01-04", "1240.00"), ("2027-02-04", "1240.00")]
        .into_iter()
        .map(|(due, amount)| Instalment { due: day(due), amount: Amount::parse(amount).unwrap() })
        .collect();
    let mut several_consumer = several.clone();
    several_consumer.client.kind = DebtorKind::Consumer;
    let late_by_kind = |kind| {
        let mut scene = several.clone();
        scene.client.kind = kind;
        scene.cases.truncate(2);
        scene
    };
    let several_public = late_by_kind(DebtorKind::Public);
    let mut several_rates = late_by_kind(DebtorKind::Business);
    several_rates.cases[1].invoice.contract = Contract::at(ContractRate::Yearly(Rate::parse("15").unwrap()));
    let mut several_noticed = late_by_kind(DebtorKind::Consumer);
    let notice = event(Step::FormalNotice, Channel::RegisteredPost, "2026-08-19", Some("2026-08-22"));
    several_noticed.case().events.push(notice);
    // No reminder was about both; then many, each about some of three.
    let mut several_histories = late_by_kind(DebtorKind::Business);
    several_histories.case().events = ["2026-05-04", "2026-11-03"]
        .map(|date| event(Step::FirstReminder, Channel::Email, date, None))
        .to_vec();
    several_histories.cases[1].events = vec![event(Step::FirmReminder, Channel::Post, "2026-11-12", None)];
    let mut many_histories = several_histories.clone();
    let mut other = many_histories.cases[1].clone();
    other.invoice.id = InvoiceId(3);
    other.invoice.number = "2026-033".to_owned();
    many_histories.case().events.extend([
        event(Step::SecondCall, Channel::Phone, "2026-11-05", None),
        event(Step::FirmReminder, Channel::RegisteredPost, "2026-11-16", None),
    ]);
    many_histories.cases[1].events.push(event(
        Step::LastReminder,
        Channel::RegisteredPost,
        "2026-11-16",
        None,
    ));
    let mut unreminded = other.clone();
    unreminded.invoice.id = InvoiceId(4);
    unreminded.invoice.number = "2026-034".to_owned();
    unreminded.events.clear();
    many_histories.cases.extend([other, unreminded]);
    let mut several_disputed = late_by_kind(DebtorKind::Business);
    several_disputed = several_disputed.with("2026-11-10", dispute("500.00"));
    let mut service = late_by_kind(DebtorKind::Public).quoting("1300123456", "FACT-DSI");
    let second = &mut service.cases[1].invoice;
    (second.order, second.service) = ("1300654321".to_owned(), "FACT-DSI".to_owned());
    let several_contact = several.clone().called("2026-11-20", Outcome::NewContact, "");
    let mut several_early = several.clone();
    several_early.today = day("2026-09-15");
    several_early.cases.remove(0);
    several_early.cases.iter_mut().for_each(|case| case.events.clear());
    let mut new_contact = business().called("2026-11-20", Outcome::NewContact, "Mme Le Goff");
    new_contact.client.contacts = vec![Contact {
        role: Role::Accounts,
        name: "M. Diallo".to_owned(),
        email: String::new(),
        phone: String::new(),
        personal_phone: String::new(),
        verified: None,
    }];
    // Nobody was named: the recap goes to the person who was called.
    let mut passed_on = business().called("2026-11-20", Outcome::NewContact, "Mme Le Goff");
    passed_on.client.contact = "Mme Le Goff".to_owned();
    let mut resumed = settled(business(), "2026-11-20").with("2026-10-01", suspension());
    resumed.case().circumstances[0].ended = Some(day("2026-11-20"));
    let mut suspended = business().with("2026-10-01", suspension());
    suspended.client.manner.relation = Relation::Tense;
    let told = |outcome| business().called("2026-11-20", outcome, "").showing(&[Step::Recap]);
    let mut noticed = business();
    noticed.case().events.extend([
        event(Step::PenaltyNote, Channel::Email, "2026-09-20", None),
        event(Step::FormalNotice, Channel::RegisteredPost, "2026-10-12", Some("2026-10-14")),
    ]);
    vec![
        ("noticed", noticed.showing(&[Step::FirstReminder, Step::LastReminder, Step::PenaltyNote])),
        ("business", business()),
        ("consumer", Scene::new(DebtorKind::Consumer)),
        ("public", Scene::new(DebtorKind::Public).quoting("1300123456", "FACT-DSI")),
        ("several", several.quoting("BC-77", "")),
        ("not-due", early),
        ("not-due-public", early_public.showing(&[Step::Invoice, Step::ReceiptCheck, Step::Courtesy])),
        (
            "several-not-due",
            several_early.showing(&[Step::Invoice, Step::ReceiptCheck, Step::Courtesy, Step::Call]),
        ),
        ("bare-business", Scene::bare(DebtorKind::Business).showing(&reminders)),
        ("bare-consumer", Scene::bare(DebtorKind::Unknown).showing(&reminders)),
        ("bare-nameless", unlike.showing(&reminders)),
        ("one-day-late", one_day.showing(&reminders)),
        (
            "agreed-rate",
            agreed.showing(&[Step::FirstReminder, Step::FirmReminder, Step::PenaltyNote, Step::FormalNotice]),
        ),
        ("consumer-after-notice", after_notice.showing(&reminders)),
        (
            "german-consumer-after-notice",
            abroad(DebtorKind::Consumer, Law::German).showing(&[Step::FormalNotice]),
        ),
        (
            "swiss-consumer-after-notice",
            abroad(DebtorKind::Consumer, Law::Swiss).showing(&[Step::FormalNotice]),
        ),
        ("swiss-business-after-notice", abroad(DebtorKind::Business, Law::Swiss).showing(&reminders)),
        (
            "paid-late",
            settled(business(), "2026-07-02").showing(&[
                Step::FirstCall,
                Step::FirstReminder,
                Step::FirmReminder,
                Step::PenaltyNote,
                Step::FormalNotice,
                Step::Thanks,
            ]),
        ),
        (
            "paid-late-consumer",
            settled(Scene::new(DebtorKind::Consumer), "2026-07-02").showing(&[Step::Thanks]),
        ),
        ("paid-late-public", settled(Scene::new(DebtorKind::Public), "2026-07-02").showing(&[Step::Thanks])),
        (
            "suspended-consumer",
            Scene::new(DebtorKind::Consumer).with("2026-10-01", suspension()).showing(&[Step::Suspension]),
        ),
        ("paid-on-time", settled(business(), "2026-03-15").showing(&[Step::FirstReminder, Step::Thanks])),
        (
            "disputed",
            business().with("2026-11-10", dispute("500.00")).showing(&[
                Step::FirstCall,
                Step::FirstReminder,
                Step::FirmReminder,
                Step::LastReminder,
                Step::FormalNotice,
                Step::Meeting,
                Step::Suspension,
            ]),
        ),
        (
            "disputed-whole",
            business().with("2026-11-10", dispute("3480.00")).showing(&[Step::FirstReminder, Step::Meeting]),
        ),
        (
            "broken-promise",
            business().with("2026-11-06", promise("2480.00", "2026-11-16")).showing(&[Step::BrokenPromise]),
        ),
        (
            "promises-broken",
            business()
                .with("2026-10-20", promise("1200.00", "2026-11-03"))
                .with("2026-11-06", promise("2480.00", "2026-11-16"))
                .showing(&[Step::BrokenPromise, Step::FirmReminder, Step::LastReminder, Step::FormalNotice]),
        ),
        ("granted", business().with("2026-11-20", granted("2026-12-04")).showing(&[Step::Agreed])),
        (
            "granted-over",
            business().with("2026-10-20", granted("2026-11-13")).showing(&[
                Step::FirstCall,
                Step::FirstReminder,
                Step::SecondCall,
                Step::FirmReminder,
            ]),
        ),
        (
            "plan-included",
            proposing(Penalties::Included, InterestDuring::Stops)
                .with("2026-11-10", CircumstanceKind::Unpaid(Unpaid::Cash))
                .showing(&[Step::Instalments]),
        ),
        ("plan-frozen", proposing(Penalties::Frozen, InterestDuring::Runs).showing(&[Step::Instalments])),
        (
            "plan-waived",
            proposing(Penalties::WaivedIfKept, InterestDuring::Stops).showing(&[Step::Instalments]),
        ),
        ("plan-contested", proposing_contested(false).showing(&[Step::Instalments])),
        ("plan-contested-whole", proposing_contested(true).showing(&[Step::Instalments])),
        ("plan-next", coming().showing(&[Step::Courtesy, Step::Call, Step::Duplicate])),
        ("plan-late", missing(DebtorKind::Business, 40_000).showing(&[Step::Courtesy, Step::Call])),
        ("plan-broken", broken(DebtorKind::Business).showing(&[Step::FormalNotice])),
        ("plan-broken-consumer", broken(DebtorKind::Consumer).showing(&[Step::FormalNotice])),
        ("plan-missed", missing(DebtorKind::Business, 0).showing(&[Step::PlanNotice])),
        ("plan-missed-part", missing(DebtorKind::Consumer, 40_000).showing(&[Step::PlanNotice])),
        (
            "offer-discount",
            offering(
                DebtorKind::Business,
                OfferKind::Discount { amount: Amount::from_cents(28_000), drops_penalties: true },
                "2200.00",
            )
            .showing(&[Step::Offer]),
        ),
        (
            "offer-consumer",
            offering(
                DebtorKind::Consumer,
                OfferKind::Discount { amount: Amount::from_cents(28_000), drops_penalties: false },
                "2200.00",
            )
            .showing(&[Step::Offer]),
        ),
        (
            "offer-penalties",
            offering(DebtorKind::Business, OfferKind::Penalties, "2480.00")
                .with("2026-11-10", dispute("500.00"))
                .showing(&[Step::Offer]),
        ),
        ("offer-early", early_offer.showing(&[Step::Offer])),
        (
            "offer-return",
            offering(
                DebtorKind::Business,
                OfferKind::Return {
                    what: "deux fauteuils".to_owned(),
                    worth: Amount::from_cents(60_000),
                    by: day("2026-12-11"),
                },
                "2166.79",
            )
            .showing(&[Step::Offer]),
        ),
        (
            "offer-repair",
            offering(
                DebtorKind::Business,
                OfferKind::Repair {
                    what: "la page d’accueil".to_owned(),
                    cost: Amount::from_cents(20_000),
                    by: day("2026-12-11"),
                },
                "2766.79",
            )
            .showing(&[Step::Offer]),
        ),
        ("meeting-proposed", talking("", None).showing(&[Step::Meeting])),
        (
            "agreed-minutes",
            talking("La page d’accueil est reprise sans supplément.\nLe délai n’est plus contesté.", None)
                .showing(&[Step::Agreed]),
        ),
        (
            "agreed-credit",
            talking(
                "Convenu d’un avoir.",
                Some(Settlement {
                    how: Verdict::Partly,
                    credited: Amount::from_cents(20_000),
                    terms: "Un avoir de 200\u{a0}€ solde la contestation.".to_owned(),
                    pay_by: None,
                }),
            )
            .showing(&[Step::Agreed]),
        ),
        (
            "agreed-day",
            talking(
                "",
                Some(Settlement {
                    how: Verdict::Partly,
                    credited: Amount::from_cents(20_000),
                    terms: "Un avoir de 200\u{a0}€ solde la contestation.".to_owned(),
                    pay_by: Some(day("2026-12-15")),
                }),
            )
            .showing(&[Step::Agreed]),
        ),
        (
            "agreed-terms",
            talking(
                "",
                Some(Settlement {
                    how: Verdict::Partly,
                    credited: Amount::ZERO,
                    terms: "La page d’accueil est reprise sans supplément.".to_owned(),
                    pay_by: None,
                }),
            )
            .showing(&[Step::Agreed]),
        ),
        (
            "agreed-stands",
            talking(
                "Revue faite ensemble.",
                Some(Settlement {
                    how: Verdict::Withdrawn,
                    credited: Amount::ZERO,
                    terms: String::new(),
                    pay_by: None,
                }),
            )
            .showing(&[Step::Agreed]),
        ),
        ("suspended", suspended.showing(&[Step::LastReminder, Step::Suspension, Step::Resumption])),
        ("resumed", resumed.showing(&[Step::Resumption])),
        ("call-promise", told(Outcome::Promise).with("2026-11-20", promise("2480.00", "2026-12-01"))),
        ("call-promise-part", told(Outcome::Promise).with("2026-11-20", promise("1000.00", "2026-12-01"))),
        (
            "call-plan",
            told(Outcome::Plan)
                .with("2026-11-20", promise("1240.00", "2026-12-01"))
                .with("2026-11-20", promise("1240.00", "2027-01-04")),
        ),
        ("call-dispute", told(Outcome::Dispute).with("2026-11-20", dispute("500.00"))),
        ("call-resend", told(Outcome::Resend).showing(&[Step::Recap, Step::Duplicate])),
        ("call-new-contact", new_contact.showing(&[Step::Recap, Step::FirstReminder])),
        ("call-passed-on-by-reader", passed_on.showing(&[Step::Recap])),
        ("several-rates", several_rates.showing(&[Step::FormalNotice, Step::PenaltyNote])),
        ("several-public", several_public.showing(&[Step::FormalNotice, Step::PenaltyNote])),
        (
            "several-noticed-in-part",
            several_noticed.showing(&[
                Step::FirstReminder,
                Step::FirmReminder,
                Step::LastReminder,
                Step::FormalNotice,
            ]),
        ),
        ("several-disputed", several_disputed.showing(&[Step::FirmReminder, Step::FormalNotice])),
        ("several-histories", several_histories.showing(&histories)),
        ("several-many-histories", many_histories.showing(&histories)),
        ("several-orders", service.showing(&[Step::FirstReminder, Step::FormalNotice])),
        ("several-consumer", several_consumer.showing(&[Step::ReceiptCheck])),
        ("several-new-contact", several_contact.showing(&[Step::Recap])),
        ("call-says-paid", told(Outcome::SaysPaid)),
        (
            "call-refuses",
            told(Outcome::Refuses).showing(&[Step::Recap, Step::FirmReminder, Step::LastReminder]),
        ),
    ]
}
