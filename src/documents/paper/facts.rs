//! What a document is made of: the parties, the cases it is about with their claims, and the day.

use chrono::NaiveDate;

use super::refusal::PaperError;
use crate::base::{Amount, Currency};
use crate::documents::context::{Case, Facts, PaperText, TextContext};
use crate::documents::missing::MissingFact;
use crate::documents::orders::{self, Orders, Quoted};
use crate::domain::act::{Act, ActKind};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::Claim;
use crate::domain::contact::Contact;
use crate::domain::contract::Law;
use crate::domain::event::{Event, Step};
use crate::domain::invoice::Invoice;
use crate::domain::note_series::Cancelled;
use crate::domain::party::{Client, Profile};
use crate::domain::plan::{End, Plan};
use crate::domain::proceeding::ProceedingKind;
use crate::text::{Lang, format};

/// Most invoices that a sentence names one by one.
pub(super) const MOST_NAMED: usize = 6;

/// What a document beside the messages is made of.
#[derive(Clone, Copy, Debug)]
pub struct PaperFacts<'a> {
    /// The user’s firm.
    pub profile: &'a Profile,
    /// The client.
    pub client: &'a Client,
    /// The cases it is about, with their claims on the day of the document. All in one currency.
    pub cases: &'a [Case<'a>],
    /// The day it is dated.
    pub today: NaiveDate,
    /// Its language.
    pub lang: Lang,
    /// The person it is to; the client’s general contact otherwise.
    pub contact: Option<&'a Contact>,
    /// Payment plans of the client, whatever became of them: told in the chronology of a case file.
    pub plans: &'a [Plan],
    /// A code for the transfer stands beside how to pay.
    pub payment_code: bool,
    /// Numbers of the series of penalty notes whose note is gone: a case file says why they are missing.
    pub cancelled: &'a [Cancelled],
    /// Where it is signed; empty where that is to be written by hand.
    pub place: &'a str,
}

impl<'a> PaperFacts<'a> {
    /// What every document needs.
    #[must_use]
    pub fn new(
        profile: &'a Profile,
        client: &'a Client,
        cases: &'a [Case<'a>],
        today: NaiveDate,
        lang: Lang,
    ) -> Self {
        Self {
            profile,
            client,
            cases,
            today,
            lang,
            contact: None,
            plans: &[],
            payment_code: false,
            cancelled: &[],
            place: "",
        }
    }

    /// Cases there are, all in one currency.
    pub(super) fn check_cases(&self) -> Result<(), PaperError> {
        let mut currencies = self.cases.iter().map(|(_, claim)| claim.currency);
        let first = currencies.next().ok_or(PaperError::NoInvoice)?;
        if currencies.all(|other| other == first) { Ok(()) } else { Err(PaperError::SeveralCurrencies) }
    }

    /// The texts every template may name, of some of the cases, with those only this document says. A document always
    /// says *vous*.
    pub(super) fn context(&self, cases: &[Case<'_>], last: NaiveDate, paper: PaperText) -> TextContext {
        self.told(Facts::new(self.profile, self.client, cases, self.today, last, self.lang), paper)
    }

    /// The same with the working of all of each claim, what is contested too.
    pub(super) fn context_of_all(&self, cases: &[Case<'_>], paper: PaperText) -> TextContext {
        let facts = Facts::new(self.profile, self.client, cases, self.today, self.today, self.lang);
        self.told(Facts { contested_too: true, ..facts }, paper)
    }

    fn told(&self, facts: Facts<'_>, paper: PaperText) -> TextContext {
        let mut context =
            Facts { tu: false, contact: self.contact, payment_code: self.payment_code, ..facts }.context();
        context.letter = true;
        context.client.name = one_line(&context.client.name);
        context.sender.name = one_line(&context.sender.name);
        context.paper = Some(paper);
        context.quote(self.orders(), self.quoted());
        context.recalling()
    }

    fn orders(&self) -> Orders {
        Orders { lang: self.lang, kind: self.client.kind }
    }

    /// What the client asks to be quoted with every invoice.
    fn quoted(&self) -> Vec<Quoted> {
        let both = |(case, _): &Case<'a>| (case.invoice.order.as_str(), case.invoice.service.as_str());
        self.orders().common(self.cases.iter().map(both))
    }

    /// The number of an invoice, with what is quoted of it alone.
    pub(super) fn numbers_with_orders(&self) -> impl Fn(&Invoice) -> String {
        let common = self.quoted();
        move |invoice| {
            let number = self.number(&invoice.number);
            let ordered = self.orders().phrase(&invoice.order, &invoice.service, &common);
            orders::numbered(&number, &ordered)
        }
    }

    /// Plans about some of the invoices that were signed by that day.
    pub(super) fn signed_plans(&self) -> impl Iterator<Item = &'a Plan> {
        let about = |plan: &&Plan| {
            let is_signed = plan.accepted.is_some_and(|day| day <= self.today);
            is_signed && self.cases.iter().any(|(case, _)| plan.invoices.contains(&case.invoice.id))
        };
        self.plans.iter().filter(about)
    }

    /// The signed plan about these cases that was broken last, by the day of the document.
    pub(super) fn broken_plan(&self) -> Option<&'a Plan> {
        let broken =
            |plan: &&Plan| plan.ended.is_some_and(|ended| ended.how == End::Broken && ended.on <= self.today);
        self.signed_plans().filter(broken).max_by_key(|plan| plan.ended.map(|ended| ended.on))
    }

    /// The sending of the notice about a missed sum after which a plan was broken, where it is kept.
    pub(super) fn notice_of_plan(&self, plan: &Plan) -> Option<&'a Event> {
        let cases = self.cases.iter().filter(|(case, _)| plan.invoices.contains(&case.invoice.id));
        let sent = cases.flat_map(|(case, _)| &case.events).filter(|event| {
            let until = plan.ended.map_or(self.today, |ended| ended.on);
            let since = plan.accepted.unwrap_or(plan.proposed);
            event.step == Step::PlanNotice && since <= event.date && event.date <= until
        });
        sent.max_by_key(|event| (event.date, event.id))
    }

    /// An act that is no more than the signature of a plan about the case, which is told, and listed, itself.
    pub(super) fn is_signature(&self, case: &CaseFile, act: &Act) -> bool {
        let mut plans = self.signed_plans();
        act.kind == ActKind::SignedPlan
            && act.reference.is_empty()
            && plans.any(|plan| plan.accepted == Some(act.date) && plan.invoices.contains(&case.invoice.id))
    }

    /// The currency of every sum.
    pub(super) fn currency(&self) -> Currency {
        self.cases.first().map(|(_, claim)| claim.currency).unwrap_or_default()
    }

    /// The day every figure is stated at.
    pub(super) fn as_of(&self) -> NaiveDate {
        self.cases.first().map_or(self.today, |(_, claim)| claim.as_of)
    }

    /// A part of the claims, of all cases together.
    pub(super) fn sum(&self, part: impl Fn(&Claim) -> Amount) -> Amount {
        self.cases.iter().map(|(_, claim)| part(claim)).sum()
    }

    /// What may be asked for of each case: its claim without what is contested of it.
    pub(super) fn undisputed(&self) -> Vec<Claim> {
        let kind = self.client.kind;
        self.cases.iter().map(|(case, claim)| case.undisputed(kind, claim)).collect()
    }

    /// Principal the client contests.
    pub(super) fn disputed(&self) -> Amount {
        self.cases.iter().map(|(case, claim)| case.disputed(claim)).sum()
    }

    /// A sum, with its currency.
    pub(super) fn money(&self, amount: Amount) -> String {
        format::money(self.lang, amount, self.currency())
    }

    /// A sum; empty for zero.
    pub(super) fn some(&self, amount: Amount) -> String {
        if amount.is_zero() { String::new() } else { self.money(amount) }
    }

    /// A business or a public buyer.
    pub(super) fn is_professional(&self) -> bool {
        self.client.kind.is_professional()
    }

    /// The cases in which something is past its due date and still owed.
    pub(super) fn late(&self) -> Vec<Case<'a>> {
        let is_late =
            |(case, claim): &&Case<'_>| case.invoice.due < claim.as_of && claim.exigible().is_positive();
        self.cases.iter().filter(is_late).copied().collect()
    }

    /// No invoice was sold: a claim of somebody else’s is neither negotiated nor sued for.
    pub(super) fn check_own(&self) -> Result<(), PaperError> {
        let is_sold = |(case, _): &Case<'_>| {
            case.proceeding(self.today).is_some_and(|one| one.kind == ProceedingKind::Sold)
        };
        if self.cases.iter().any(is_sold) { Err(PaperError::Sold) } else { Ok(()) }
    }

    /// Time or less is the user’s to agree on: no invoice was handed over or lodged. One that was given up in the accounts
    /// is still owed.
    pub(super) fn check_free(&self) -> Result<(), PaperError> {
        let is_for_others = |(case, _): &Case<'_>| {
            case.proceeding(self.today).is_some_and(|one| one.kind.is_for_others() && !one.kind.is_out())
        };
        if self.cases.iter().any(is_for_others) { Err(PaperError::OthersDecide) } else { Ok(()) }
    }

    /// The signed plan about these cases that runs, with what was received on its invoices that are told here.
    pub(super) fn running_plan(&self) -> Option<(&'a Plan, Amount)> {
        let plan = self.signed_plans().find(|plan| plan.is_running())?;
        let covered = self.cases.iter().filter(|(case, _)| plan.invoices.contains(&case.invoice.id));
        Some((plan, covered.map(|(case, _)| case.received(self.today)).sum()))
    }

    /// No signed plan runs: what is to come of it is not due.
    pub(super) fn check_no_plan(&self) -> Result<(), PaperError> {
        if self.signed_plans().any(Plan::is_running) { Err(PaperError::PlanRuns) } else { Ok(()) }
    }

    /// Every invoice is under French law, whose articles some documents rest on.
    pub(super) fn check_french(&self) -> Result<(), PaperError> {
        let is_french = |(case, _): &Case<'_>| case.invoice.contract.law == Law::French;
        if self.cases.iter().all(is_french) { Ok(()) } else { Err(PaperError::ForeignLaw) }
    }

    /// Something is past its due date and owed.
    pub(super) fn check_late(&self) -> Result<(), PaperError> {
        if !self.late().is_empty() {
            return Ok(());
        }
        let owed = self.sum(Claim::balance);
        Err(if owed.is_positive() { PaperError::NotLate } else { PaperError::NothingOwed })
    }

    /// Not all of the principal that is late is contested.
    pub(super) fn check_uncontested(&self) -> Result<(), PaperError> {
        let contested = |(case, claim): &Case<'_>| {
            claim.principal_left.is_positive() && case.disputed(claim) == claim.principal_left
        };
        if self.late().iter().all(contested) { Err(PaperError::Disputed) } else { Ok(()) }
    }

    /// Some invoice was issued before insolvency proceedings were opened: it must not be chased (C. com. art. L622-7).
    pub(super) fn is_insolvent(&self) -> bool {
        self.cases.iter().any(|(case, _)| case.is_held_by(self.client.insolvency, self.today))
    }

    /// How many invoices, and their numbers where they do not fill the page.
    pub(super) fn numbered(&self) -> PaperText {
        let lang = self.lang;
        let count = i64::try_from(self.cases.len()).unwrap_or(i64::MAX);
        let count =
            format::count(lang, count, lang.pick("facture", "invoice"), lang.pick("factures", "invoices"));
        let numbers: Vec<String> =
            self.cases.iter().take(MOST_NAMED).map(|(case, _)| self.number(&case.invoice.number)).collect();
        let several = self.cases.len() > 1;
        let numbers = format::list(lang, &numbers);
        let (numbers, about) = if self.cases.len() > MOST_NAMED {
            (count.clone(), count.clone())
        } else {
            let noun = match (lang, several) {
                (Lang::Fr, true) => "factures n°\u{a0}",
                (Lang::Fr, false) => "facture n°\u{a0}",
                (Lang::En, true) => "invoices ",
                (Lang::En, false) => "invoice ",
            };
            let about = format!("{noun}{numbers}");
            (numbers, about)
        };
        let place = one_line(self.place);
        PaperText { several, numbers, about, count, place, ..PaperText::default() }
    }

    /// What the invoices are for, where it is one thing.
    pub(super) fn subject(&self) -> String {
        let mut subjects = self.cases.iter().map(|(case, _)| case.invoice.subject.trim());
        let first = subjects.next().unwrap_or_default();
        if subjects.all(|other| other == first) { one_line(first) } else { String::new() }
    }

    /// The number of an invoice, or that it is missing.
    pub(super) fn number(&self, number: &str) -> String {
        MissingFact::InvoiceNumber.or_marker(self.lang, &one_line(number))
    }
}

/// A text the user typed, as the one line a document has room for.
pub(super) fn one_line(text: &str) -> String {
    crate::documents::one_line::one_line(text, " ")
}
