//! The cases golden texts are written about.

use chrono::NaiveDate;
use relance::base::dates::parse_iso;
use relance::base::{Amount, ClientId, Currency, EventId, InvoiceId, MovementId, Rate};
use relance::documents::{
    Email, Letter, TextContext, TextError, Tone, annex, deadline, email, explanation, formal_notice, phone,
};
use relance::domain::case_file::CaseFile;
use relance::domain::claim::{Allocation, Claim};
use relance::domain::contract::{Contract, ContractRate};
use relance::domain::event::{Channel, Event, SentText, Step};
use relance::domain::iban::{Bic, Iban};
use relance::domain::invoice::Invoice;
use relance::domain::law::rates::RateTable;
use relance::domain::movement::{Movement, MovementKind};
use relance::domain::party::{Client, DebtorKind, Profile};
use relance::domain::siren::Siren;
use relance::text::Lang;

/// A case with all that texts are made of.
#[derive(Clone)]
pub(crate) struct Scene {
    pub(crate) profile: Profile,
    pub(crate) client: Client,
    pub(crate) case: CaseFile,
    pub(crate) today: NaiveDate,
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
    };
    let received = received.map(day);
    Event {
        id: EventId(1),
        date: day(date),
        channel,
        step,
        deadline: day(date),
        received,
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
            later: Vec::new(),
            contract: Contract::default(),
            allocation: Allocation::default(),
        });
        case.movements.push(movement(MovementKind::Payment, "2026-07-02", "1000.00"));
        case.events.push(event(Step::FirstReminder, Channel::Email, "2026-11-03", None));
        Self { profile, client, case, today: day("2026-11-22") }
    }

    /// Nothing known but the invoice; no reminder yet; a half-year whose rates are not known.
    pub(crate) fn bare(kind: DebtorKind) -> Self {
        let mut scene = Self::new(kind);
        scene.profile = Profile::default();
        scene.client.contact = String::new();
        scene.client.address = String::new();
        scene.case.events.clear();
        scene.today = day("2027-02-10");
        scene
    }

    pub(crate) fn claim(&self) -> Claim {
        self.case.claim_on(self.today, self.client.debtor(), RateTable::builtin())
    }

    pub(crate) fn context(&self, lang: Lang, step: Step, tu: bool) -> TextContext {
        let last = deadline(step, self.client.kind, self.today);
        TextContext::new(
            lang,
            &self.profile,
            &self.client,
            &[(&self.case, &self.claim())],
            self.today,
            last,
            tu,
        )
    }

    pub(crate) fn email(&self, lang: Lang, step: Step, tone: Tone, tu: bool) -> Result<Email, TextError> {
        email(step, tone, &self.context(lang, step, tu))
    }

    pub(crate) fn notice(&self, lang: Lang) -> Result<Letter, TextError> {
        let last = deadline(Step::FormalNotice, self.client.kind, self.today);
        formal_notice(
            lang,
            &self.profile,
            &self.client,
            &[(&self.case, &self.claim())],
            self.today,
            last,
            Channel::RegisteredPost,
        )
    }

    /// Every text of the scene that exists, by name.
    pub(crate) fn texts(&self, lang: Lang) -> Vec<(String, String)> {
        let mut texts = Vec::new();
        let forms: &[(bool, &str)] = match lang {
            Lang::Fr => &[(false, ".vous"), (true, ".tu")],
            Lang::En => &[(false, "")],
        };
        for (tu, suffix) in forms {
            for (tone, name) in Tone::ALL.into_iter().zip(["warm", "courteous", "direct", "firm"]) {
                let text = self.email(lang, Step::FirstReminder, tone, *tu);
                texts.push((format!("first-reminder-{name}{suffix}"), said(text, lang)));
            }
            let text = self.email(lang, Step::FirmReminder, Tone::Warm, *tu);
            texts.push((format!("firm-reminder{suffix}"), said(text, lang)));
        }
        let notice = self.notice(lang).map_or_else(|error| refused(&error), |letter| letter.plain_text());
        texts.push(("formal-notice".to_owned(), notice));
        let context = self.context(lang, Step::FirstReminder, false);
        texts.push(("phone".to_owned(), phone(&context).unwrap()));
        texts.push(("explanation".to_owned(), explanation(&context).unwrap()));
        texts.push(("annex".to_owned(), annex(&context).unwrap()));
        texts
    }
}

fn said(text: Result<Email, TextError>, lang: Lang) -> String {
    text.map_or_else(|error| refused(&error), |email| email.clipboard_text(lang))
}

/// A refusal is frozen like a text; a faulty template never is.
fn refused(error: &TextError) -> String {
    assert!(!matches!(error, TextError::Template(..)), "{error}");
    format!("[{error}]")
}

/// Scenes by the name of their folder. The last ones show one thing each.
pub(crate) fn scenes() -> Vec<(&'static str, Scene)> {
    let business = || Scene::new(DebtorKind::Business);
    let settled = |mut scene: Scene, date| {
        scene.case.movements = vec![movement(MovementKind::Payment, date, "3480.00")];
        scene
    };
    let mut after_notice = Scene::new(DebtorKind::Consumer);
    after_notice.case.events.push(event(
        Step::FormalNotice,
        Channel::RegisteredPost,
        "2026-09-01",
        Some("2026-09-04"),
    ));
    let mut agreed = business();
    agreed.case.invoice.contract = Contract::at(ContractRate::Yearly(Rate::parse("5").unwrap()));
    agreed.case.invoice.allocation = Allocation::InterestFirst;
    agreed.case.movements.push(movement(MovementKind::CreditNote, "2026-08-20", "240.00"));
    agreed.client.contact = String::from("Karim");
    let mut early = business();
    early.today = day("2026-03-10");
    early.case.movements.clear();
    let mut one_day = business();
    one_day.today = day("2026-03-16");
    one_day.case.movements.clear();
    one_day.case.events.clear();
    let mut unlike = Scene::bare(DebtorKind::Business);
    unlike.client.name = String::new();
    unlike.case.invoice.number = String::new();
    vec![
        ("business", business()),
        ("consumer", Scene::new(DebtorKind::Consumer)),
        ("public", Scene::new(DebtorKind::Public)),
        ("bare-business", Scene::bare(DebtorKind::Business)),
        ("bare-consumer", Scene::bare(DebtorKind::Unknown)),
        ("bare-nameless", unlike),
        ("one-day-late", one_day),
        ("agreed-rate", agreed),
        ("consumer-after-notice", after_notice),
        ("not-due", early),
        ("paid-late", settled(business(), "2026-07-02")),
        ("paid-on-time", settled(business(), "2026-03-15")),
    ]
}
