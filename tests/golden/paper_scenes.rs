//! The clients and cases that golden documents beside the messages are made of.

#![allow(clippy::indexing_slicing, clippy::panic, reason = "tests may fail loudly, and read best plain")]

use chrono::NaiveDate;
use relance::base::dates::parse_iso;
use relance::base::{
    ActId, Amount, CircumstanceId, Currency, EventId, InvoiceId, MovementId, PlanId, ProceedingId, Rate,
};
use relance::documents::paper::{AgreementTerms, OfferTerms, OrderFields, StatementTerms, order_fields};
use relance::documents::{
    Caution, Facts, Letter, Paper, PaperError, PaperFacts, PaperKind, cautions, message, offered, paper,
};
use relance::domain::act::{Act, ActKind};
use relance::domain::case_file::CaseFile;
use relance::domain::circumstance::{Circumstance, CircumstanceKind, DisputeCause};
use relance::domain::claim::{Allocation, Claim, Instalment};
use relance::domain::contract::{Contract, ContractRate, Law};
use relance::domain::court::Standing;
use relance::domain::event::{Call, Channel, Event, Outcome, SentText, Step};
use relance::domain::insolvency::{Insolvency, InsolvencyKind};
use relance::domain::law::rates::RateTable;
use relance::domain::manner::Tone;
use relance::domain::movement::{Movement, MovementKind};
use relance::domain::party::DebtorKind;
use relance::domain::plan::{End, Ended, InterestDuring, Notice, Penalties, Plan, Reserved};
use relance::domain::posting::{Posting, Returned};
use relance::domain::proceeding::write_off::{LossReason, VatRegime, WriteOff};
use relance::domain::proceeding::{Milestone, Proceeding, ProceedingKind, Stage};
use relance::text::Lang;

use super::scenes::Scene;

pub(crate) fn day(text: &str) -> NaiveDate {
    parse_iso(text).unwrap()
}

pub(crate) fn amount(text: &str) -> Amount {
    Amount::parse(text).unwrap()
}

fn movement(id: u32, kind: MovementKind, date: &str, sum: &str, reference: &str) -> Movement {
    Movement {
        id: MovementId(id),
        kind,
        date: day(date),
        amount: amount(sum),
        reference: reference.to_owned(),
        if_settled_by: None,
    }
}

fn event(id: u32, step: Step, channel: Channel, date: &str, body: &str) -> Event {
    let text = SentText { body: body.to_owned(), as_of: day(date), ..SentText::default() };
    Event {
        id: EventId(id),
        date: day(date),
        channel,
        step,
        deadline: day(date),
        received: None,
        posting: relance::domain::posting::Posting::default(),
        to: String::new(),
        call: None,
        exception: String::new(),
        text: text.into(),
    }
}

impl Scene {
    fn claims(&self) -> Vec<Claim> {
        self.claims_on(self.today)
    }

    fn claims_on(&self, day: NaiveDate) -> Vec<Claim> {
        let claim = |case: &CaseFile| case.claim_on(day, self.client.debtor(), RateTable::builtin());
        self.cases.iter().map(claim).collect()
    }

    fn facts<T>(&self, lang: Lang, kind: PaperKind, read: impl FnOnce(&PaperFacts<'_>) -> T) -> T {
        let day = self.cases.first().map(|case| kind.stated_on(&self.client, case, self.today));
        let claims = self.claims_on(day.unwrap_or(self.today));
        let cases: Vec<_> = self.cases.iter().zip(&claims).collect();
        let facts = PaperFacts::new(&self.profile, &self.client, &cases, self.today, lang);
        read(&PaperFacts { plans: self.agreement.as_slice(), ..facts })
    }

    pub(crate) fn signed_at(&self, lang: Lang, what: &Paper, place: &str) -> Result<Letter, PaperError> {
        self.facts(lang, what.kind(), |facts| paper(what, &PaperFacts { place, ..*facts }))
    }

    pub(crate) fn paper(&self, lang: Lang, what: &Paper) -> Result<Letter, PaperError> {
        self.facts(lang, what.kind(), |facts| paper(what, facts))
    }

    /// A quarter down at once, the rest in three months.
    fn agreement(&self, penalties: Penalties, interest: InterestDuring) -> Paper {
        // What is contested is left out.
        let claims = self.claims();
        let cases = || self.cases.iter().zip(&claims);
        let kind = self.client.kind;
        let undisputed: Vec<Claim> = cases().map(|(case, claim)| case.undisputed(kind, claim)).collect();
        let contested = cases().map(|(case, claim)| (case.invoice.id, case.disputed(claim)));
        let reserved = contested.filter(|(_, amount)| amount.is_positive());
        let reserved = reserved.map(|(invoice, amount)| Reserved { invoice, amount }).collect();
        let amount = penalties.amount(&undisputed);
        let quarter = Amount::from_cents(amount.cents() / 4);
        let in_months = |months| self.today.checked_add_months(chrono::Months::new(months)).unwrap();
        let sum = |months, amount| Instalment { due: in_months(months), amount };
        Paper::Agreement(AgreementTerms {
            down_payment: Some(sum(0, quarter)),
            instalments: vec![sum(1, quarter), sum(2, quarter), sum(3, amount - quarter - quarter - quarter)],
            penalties,
            interest,
            notice_days: 15,
            reserved,
        })
    }

    /// The formal notice, saying that the contract may be ended where it may.
    pub(crate) fn announcing(&self, lang: Lang, ends_contract: bool) -> Option<String> {
        let claims = self.claims();
        let cases: Vec<_> = self.cases.iter().zip(&claims).collect();
        let last = self.today.checked_add_days(chrono::Days::new(8)).unwrap();
        let facts = Facts::new(&self.profile, &self.client, &cases, self.today, last, lang);
        let context = Facts { ends_contract, ..facts }.context();
        let notice = message(Step::FormalNotice, Channel::RegisteredPost, Tone::default(), &context).ok()?;
        Some(notice.plain_text(lang))
    }

    pub(crate) fn cautions(&self, what: &Paper) -> Vec<Caution> {
        self.facts(Lang::Fr, what.kind(), |facts| cautions(what, facts))
    }

    pub(crate) fn order_fields(&self, lang: Lang) -> Result<OrderFields, PaperError> {
        self.facts(lang, PaperKind::PaymentOrder, |facts| order_fields(Standing::Trader, facts))
    }

    pub(crate) fn principal_left(&self) -> Amount {
        self.claims().iter().map(|claim| claim.principal_left - claim.credit).sum()
    }

    pub(crate) fn offered(&self, kind: PaperKind) -> Result<(), PaperError> {
        self.facts(Lang::Fr, kind, |facts| offered(kind, facts))
    }
}

/// An invoice more, all else as the first.
fn with_invoice(scene: &mut Scene, number: u32, issued: &str, due: &str, sum: &str) {
    let mut case = CaseFile::new(scene.cases[0].invoice.clone());
    case.invoice.id = InvoiceId(number);
    case.invoice.number = format!("2026-{number:03}");
    case.invoice.issued = day(issued);
    case.invoice.due = day(due);
    case.invoice.amount = amount(sum);
    scene.cases.push(case);
}

pub(crate) fn dispute(sum: &str) -> Circumstance {
    Circumstance {
        id: CircumstanceId(7),
        date: day("2026-11-10"),
        kind: CircumstanceKind::dispute(DisputeCause::Incomplete, amount(sum), day("2026-12-02")),
        note: String::new(),
        ended: None,
    }
}

/// A case in which all there is happened: a deposit, reminders, a formal notice whose time is over.
fn noticed(kind: DebtorKind) -> Scene {
    let mut scene = Scene::new(kind);
    let case = scene.case();
    case.invoice.subject = String::from("la refonte du catalogue");
    case.movements = vec![
        movement(1, MovementKind::Payment, "2026-02-02", "500.00", "virement du 2 février"),
        movement(2, MovementKind::Payment, "2026-07-02", "1000.00", "chèque n°\u{a0}0004521"),
        movement(3, MovementKind::CreditNote, "2026-08-20", "240.00", "avoir A-12"),
    ];
    case.events = vec![
        event(
            1,
            Step::Invoice,
            Channel::Email,
            "2026-02-13",
            "Bonjour,\n\nVoici ma facture n°\u{a0}2026-014.",
        ),
        event(
            2,
            Step::FirstReminder,
            Channel::Email,
            "2026-09-03",
            "Bonjour Madame Le Goff,\n\nMa facture n°\u{a0}2026-014 est échue depuis le 15\u{a0}mars 2026.",
        ),
    ];
    let body = "Je vous mets en demeure de me régler la somme de 1\u{202f}740,00\u{a0}€.\n\nÀ défaut de paiement dans ce délai, je serai en droit de résoudre le contrat (C. civ. art. 1226).";
    let mut notice = event(3, Step::FormalNotice, Channel::RegisteredPost, "2026-10-12", body);
    notice.deadline = day("2026-10-27");
    notice.received = Some(day("2026-10-14"));
    case.events.push(notice);
    scene
}

/// An order for payment that was made and served.
fn order() -> Proceeding {
    let mut made = Milestone::new(Stage::Made, day("2026-11-09"));
    made.amount = Some(amount("1740.00"));
    Proceeding {
        with: String::from("tribunal de commerce de Grenoble"),
        commercial: true,
        stages: vec![made, Milestone::new(Stage::Served, day("2026-11-16"))],
        ..Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day("2026-10-30"))
    }
}

/// A client with so many invoices, one a day.
pub(crate) fn many(count: u32) -> Scene {
    let mut scene = noticed(DebtorKind::Business);
    for number in 1..count {
        let issued = day("2025-12-31") + chrono::Days::new(u64::from(number));
        let due = issued + chrono::Days::new(30);
        with_invoice(&mut scene, number, &issued.to_string(), &due.to_string(), "1234.56");
    }
    scene
}

/// Scenes by the name of their folder.
pub(crate) fn paper_scenes() -> Vec<(&'static str, Scene)> {
    let business = || noticed(DebtorKind::Business);
    let mut several = business();
    with_invoice(&mut several, 31, "2026-09-10", "2026-10-10", "1250.00");
    with_invoice(&mut several, 40, "2026-11-10", "2026-12-10", "860.00");
    let mut rates = business();
    with_invoice(&mut rates, 31, "2026-09-10", "2026-10-10", "1250.00");
    rates.cases[1].invoice.contract = Contract::at(ContractRate::Yearly(Rate::parse("15").unwrap()));
    let mut noticed_in_part = noticed(DebtorKind::Consumer);
    with_invoice(&mut noticed_in_part, 31, "2026-09-10", "2026-10-10", "1250.00");
    let mut settled = business();
    settled.case().movements = vec![movement(1, MovementKind::Payment, "2026-07-02", "3480.00", "")];
    let mut disputed = business();
    disputed.case().circumstances.push(dispute("500.00"));
    let mut whole = business();
    whole.case().circumstances.push(dispute("3480.00"));
    let mut eventful = business();
    let sum = |due: &str, sum: &str| Instalment { due: day(due), amount: amount(sum) };
    eventful.agreement = Some(Plan {
        id: PlanId(1),
        client: eventful.client.id,
        invoices: vec![eventful.case().invoice.id],
        proposed: day("2026-07-06"),
        answer_by: day("2026-07-13"),
        paid_before: amount("500.00"),
        down_payment: Some(sum("2026-07-15", "200.00")),
        instalments: vec![sum("2026-08-15", "500.00"), sum("2026-09-15", "500.00")],
        penalties: Penalties::Frozen,
        interest: InterestDuring::Stops,
        notice_days: 8,
        accepted: Some(day("2026-07-10")),
        notices: vec![Notice { sent: day("2026-08-20"), until: day("2026-08-28"), is_estimate: false }],
        ended: Some(Ended { how: End::Broken, on: day("2026-08-31") }),
        note: String::new(),
        undated_because: String::new(),
        goes_on: Vec::new(),
        reserved: Vec::new(),
    });
    eventful.case().circumstances = vec![
        Circumstance {
            id: CircumstanceId(1),
            date: day("2026-09-08"),
            kind: CircumstanceKind::Promise {
                amount: amount("1740.00"),
                by: day("2026-09-20"),
                who: String::from("Mme Le Goff"),
                channel: Channel::Phone,
            },
            note: String::from("ton agacé"),
            ended: None,
        },
        Circumstance { ended: Some(day("2026-11-15")), ..dispute("500.00") },
        Circumstance {
            id: CircumstanceId(3),
            date: day("2026-10-01"),
            kind: CircumstanceKind::Suspension { work: String::from("maintenance du site") },
            note: String::new(),
            ended: None,
        },
    ];
    let mut call = event(8, Step::FirstCall, Channel::Phone, "2026-09-08", "");
    call.call =
        Some(Call { outcome: Outcome::Promise, note: String::from("bureau 12"), seconds: 60, again: None });
    eventful.case().events.push(call);
    for (id, date, subject) in [
        (9, "2026-11-05", "Relevé de compte – facture n°\u{a0}2026-014"),
        (10, "2026-11-06", "Dossier de créance – Atelier Brun & Fils, facture n°\u{a0}2026-014"),
    ] {
        let mut document = event(id, Step::Document, Channel::Email, date, "");
        let body = String::from("Voici le relevé.");
        document.text = SentText { subject: String::from(subject), body, ..SentText::default() }.into();
        eventful.case().events.push(document);
    }
    eventful.case().acts.push(Act {
        id: ActId(1),
        kind: ActKind::Acknowledgement,
        date: day("2026-09-09"),
        reference: String::from("e-mail de Mme Le Goff"),
    });
    let mut insolvent = business();
    insolvent.client.insolvency = Some(day("2026-11-02"));
    insolvent.client.collective = Insolvency {
        kind: Some(InsolvencyKind::Recovery),
        published: Some(day("2026-11-12")),
        office: String::from("SELARL Dufour, mandataire judiciaire"),
        office_address: String::from("8 rue Hoche\n38000 Grenoble"),
        abroad: false,
    };
    with_invoice(&mut insolvent, 31, "2026-09-10", "2026-10-10", "1250.00");
    with_invoice(&mut insolvent, 40, "2026-10-20", "2026-11-20", "860.00");
    with_invoice(&mut insolvent, 44, "2026-11-10", "2026-12-10", "400.00");
    insolvent.case().proceedings.push(order());
    let mut sold = business();
    sold.case().proceedings.push(Proceeding {
        with: String::from("Rachat Pro SAS"),
        reference: String::from("C-118"),
        amount: Some(amount("900.00")),
        ..Proceeding::new(ProceedingId(1), ProceedingKind::Sold, day("2026-11-18"))
    });
    let mut nameless = business();
    nameless.client.insolvency = Some(day("2026-11-02"));
    let given_up = |reason, vat, sum: Option<&str>| {
        let mut scene = business();
        let write_off = Some(WriteOff { reason, vat, vat_amount: sum.map(amount) });
        let lost = Proceeding::new(ProceedingId(2), ProceedingKind::WrittenOff, day("2026-11-18"));
        scene.case().proceedings = vec![order(), Proceeding { write_off, ..lost }];
        scene
    };
    let lost = given_up(LossReason::Irrecoverable, VatRegime::Debits, Some("290.00"));
    let receipts = given_up(LossReason::Irrecoverable, VatRegime::Receipts, None);
    let too_dear = given_up(LossReason::TooDear, VatRegime::Debits, Some("290.00"));
    let mut early = Scene::new(DebtorKind::Consumer);
    early.today = day("2026-02-20");
    early.case().events.clear();
    early.case().movements = vec![movement(1, MovementKind::Payment, "2026-02-02", "500.00", "")];
    let mut dollars = several.clone();
    dollars.cases[1].invoice.currency = Currency::parse("USD").unwrap();
    let mut running = business();
    running.today = day("2026-10-20");
    let mut undated = business();
    undated.case().events[2].deadline = undated.case().events[2].date;
    undated.case().events[2].received = None;
    undated.case().events[2].text = SentText::default().into();
    let mut unwarned = business();
    unwarned.case().events[2].text =
        SentText { body: "Je vous mets en demeure.".to_owned(), ..SentText::default() }.into();
    let at = |address: &str| {
        let mut scene = business();
        scene.client.address = String::from(address);
        scene
    };
    let mut overpaid = business();
    overpaid.case().movements.push(movement(4, MovementKind::Payment, "2026-11-20", "2100.00", ""));
    let mut moved = business();
    let case = moved.case();
    case.invoice.allocation = Allocation::InterestFirst;
    case.invoice.later = vec![Instalment { due: day("2026-12-15"), amount: amount("1000.00") }];
    let mut waiver = movement(5, MovementKind::CompensationWaiver, "2026-11-02", "40.00", "");
    waiver.if_settled_by = Some(day("2026-12-31"));
    case.movements.extend([
        movement(4, MovementKind::Refund, "2026-07-09", "1000.00", "chèque rejeté"),
        movement(6, MovementKind::Discount, "2026-09-01", "80.00", ""),
        movement(7, MovementKind::InterestWaiver, "2026-11-01", "10.00", ""),
        waiver,
        movement(8, MovementKind::Payment, "2026-11-03", "500.00", "virement"),
    ]);
    let mut german = business();
    german.case().invoice.contract.law = Law::German;
    let abroad = |kind, law| {
        let mut scene = noticed(kind);
        scene.case().invoice.contract.law = law;
        if law == Law::Swiss {
            scene.case().invoice.currency = Currency::CHF;
        }
        scene
    };
    let mut expired = noticed(DebtorKind::Consumer);
    expired.today = day("2028-09-01");
    let mut nothing = business();
    nothing.cases.clear();
    // Its registered letter came back: nobody collected it.
    let mut unclaimed = noticed(DebtorKind::Consumer);
    let notice = &mut unclaimed.case().events[2];
    notice.received = None;
    notice.posting = Posting {
        number: String::from("1A 234 567 8901 2"),
        presented: Some(day("2026-10-15")),
        returned: Some(Returned::NotCollected),
    };
    // The price is paid: what lateness cost is all that is left.
    let mut late_only = business();
    late_only.case().movements = vec![movement(1, MovementKind::Payment, "2026-10-02", "3480.00", "")];
    vec![
        ("unclaimed", unclaimed),
        ("penalties-left", late_only),
        ("business", business()),
        ("consumer", noticed(DebtorKind::Consumer)),
        ("public", noticed(DebtorKind::Public).quoting("1300123456", "FACT-DSI")),
        ("unknown", noticed(DebtorKind::Unknown)),
        ("several", several.quoting("BC-77", "")),
        ("several-rates", rates),
        ("several-noticed-in-part", noticed_in_part),
        ("settled", settled),
        ("disputed", disputed),
        ("disputed-whole", whole),
        ("eventful", eventful),
        ("insolvent", insolvent),
        ("insolvent-no-office", nameless),
        ("lost-vat", lost),
        ("lost-on-receipts", receipts),
        ("lost-unproved", too_dear),
        ("not-due", early),
        ("bare-business", Scene::bare(DebtorKind::Business)),
        ("bare-unknown", Scene::bare(DebtorKind::Unknown)),
        ("two-currencies", dollars),
        ("no-invoice", nothing),
        ("lyon", at("8 quai Perrache\n69002 Lyon")),
        ("strasbourg", at("3 rue des Frères\n67000 Strasbourg")),
        ("berlin", at("Torstraße 1\n10115 Berlin\nAllemagne")),
        ("geneva", at("1 quai du Lac\n1201 Genève\nSuisse")),
        ("overpaid", overpaid),
        ("every-movement", moved),
        ("expired", expired),
        ("german-law", german),
        ("sold", sold),
        ("german-law-consumer", abroad(DebtorKind::Consumer, Law::German)),
        ("swiss-law", abroad(DebtorKind::Business, Law::Swiss)),
        ("swiss-law-consumer", abroad(DebtorKind::Consumer, Law::Swiss)),
        ("notice-running", running),
        ("notice-undated", undated),
        ("notice-without-warning", unwarned),
    ]
}

fn offer(discount: &str, drops_penalties: bool, by: &str, signed: bool) -> Paper {
    Paper::Offer(OfferTerms { discount: amount(discount), drops_penalties, by: day(by), signed })
}

/// Every document of a scene by the name of its file.
pub(crate) fn papers(scene: &Scene) -> Vec<(&'static str, Paper)> {
    vec![
        ("statement", Paper::Statement(StatementTerms::default())),
        (
            "statement-period",
            Paper::Statement(StatementTerms { from: Some(day("2026-07-01")), open_only: false }),
        ),
        ("statement-open", Paper::Statement(StatementTerms { from: None, open_only: true })),
        ("receipt-first", Paper::Receipt(MovementId(1))),
        ("receipt-second", Paper::Receipt(MovementId(2))),
        ("hand-receipt", Paper::HandReceipt(Vec::new())),
        ("termination", Paper::Termination),
        ("offer-discount", offer("300.00", false, "2027-03-05", true)),
        ("offer-penalties", offer("0.00", true, "2027-03-05", false)),
        ("case-file", Paper::CaseFile(Vec::new())),
        ("agreement-included", scene.agreement(Penalties::Included, InterestDuring::Runs)),
        ("agreement-frozen", scene.agreement(Penalties::Frozen, InterestDuring::Runs)),
        ("agreement-waived", scene.agreement(Penalties::WaivedIfKept, InterestDuring::Stops)),
        ("payment-order", Paper::PaymentOrder(Standing::guess(scene.client.kind, &scene.client.name))),
        ("payment-order-other", Paper::PaymentOrder(Standing::OtherProfessional)),
        ("declaration", Paper::Declaration),
        ("assignment", Paper::Assignment),
        ("unpaid-invoice", Paper::UnpaidInvoice),
        ("offer-over", offer("300.00", false, "2026-02-01", false)),
        (
            "hand-receipt-items",
            Paper::HandReceipt(vec![String::from("mise en demeure de payer du 12\u{a0}octobre 2026")]),
        ),
    ]
}
