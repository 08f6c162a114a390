//! What comes after the amicable way, as typed: how it begins, its next stage, what is known of insolvency proceedings.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::super::proceedings::ProceedingDraft;
use super::{LONG_TEXT, SHORT_TEXT, date, optional_date, positive, required, text};
use crate::base::dates;
use crate::base::{Amount, Currency, Region};
use crate::domain::insolvency::{Insolvency, InsolvencyKind};
use crate::domain::proceeding::timing::Untimely;
use crate::domain::proceeding::write_off::{LossReason, VatOutcome, VatRegime, WriteOff};
use crate::domain::proceeding::{Milestone, Proceeding, ProceedingKind, Stage};

/// How a proceeding begins, as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeginForm {
    /// What kind.
    pub kind: ProceedingKind,
    /// When.
    pub date: String,
    /// With whom.
    pub with: String,
    /// Their reference.
    pub reference: String,
    /// What was agreed; of a write-off, what proves the loss.
    pub terms: String,
    /// Price of a sale.
    pub price: String,
    /// What its beginning cost the user.
    #[serde(default)]
    pub cost: String,
    /// Before a commercial court.
    pub commercial: bool,
    /// Why it is given up; asked, and never assumed.
    #[serde(default)]
    pub reason: Option<LossReason>,
    /// How VAT is due; asked, and never assumed.
    #[serde(default)]
    pub vat: Option<VatRegime>,
    /// VAT in what is unpaid.
    pub vat_amount: String,
}

/// What the form needs to know of the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeginContext {
    /// Day the invoice was issued.
    pub issued: NaiveDate,
    /// Principal that is unpaid.
    pub unpaid: Amount,
    /// All that is owed, penalties with it.
    pub balance: Amount,
    /// Currency of the claim.
    pub currency: Currency,
    /// Today.
    pub today: NaiveDate,
}

/// A field of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BeginField {
    /// When.
    Date,
    /// With whom.
    With,
    /// Their reference.
    Reference,
    /// What was agreed.
    Terms,
    /// Price of a sale.
    Price,
    /// What its beginning cost the user.
    Cost,
    /// Why it is given up.
    Reason,
    /// How VAT is due.
    Regime,
    /// VAT in what is unpaid.
    Vat,
}

impl BeginForm {
    /// An empty form of a kind, today.
    #[must_use]
    pub fn new(kind: ProceedingKind, today: String) -> Self {
        Self {
            kind,
            date: today,
            with: String::new(),
            reference: String::new(),
            terms: String::new(),
            price: String::new(),
            cost: String::new(),
            commercial: true,
            reason: None,
            vat: None,
            vat_amount: String::new(),
        }
    }

    /// The proceeding, or every fault; notes in any case. What is unpaid limits its VAT, and what is owed the price of a sale:
    /// nobody pays more for a claim than it says.
    #[must_use]
    pub fn parse(&self, context: BeginContext) -> (Option<ProceedingDraft>, Findings<BeginField>) {
        let BeginContext { issued, unpaid, balance, currency, today } = context;
        let mut findings = Findings::none();
        let f = &mut findings;
        let day = past(f, BeginField::Date, &self.date, issued, today);
        let named = matches!(self.kind, ProceedingKind::HandedOver | ProceedingKind::Sold);
        let with = if named {
            required(f, BeginField::With, &self.with)
        } else {
            text(f, BeginField::With, &self.with, SHORT_TEXT)
        };
        let reference = text(f, BeginField::Reference, &self.reference, SHORT_TEXT);
        let terms = text(f, BeginField::Terms, &self.terms, LONG_TEXT);
        let amount = match self.kind {
            ProceedingKind::Sold => positive(f, BeginField::Price, &self.price),
            _ => None,
        };
        if amount.is_some_and(|price| balance < price) {
            f.problem(BeginField::Price, Problem::NotOfBalance(balance, currency));
        }
        let cost = if self.kind.has_cost() { spent(f, BeginField::Cost, &self.cost) } else { None };
        let write_off = (self.kind == ProceedingKind::WrittenOff).then(|| self.loss(f, unpaid)).flatten();
        let draft = day.filter(|_| findings.problems.is_empty()).map(|date| ProceedingDraft {
            kind: self.kind,
            date,
            with,
            reference,
            terms,
            amount,
            cost,
            commercial: self.commercial && self.kind == ProceedingKind::PaymentOrder,
            write_off,
        });
        (draft, findings)
    }

    /// Why it is lost and what that means for VAT, or what is still to be answered.
    fn loss(&self, findings: &mut Findings<BeginField>, unpaid: Amount) -> Option<WriteOff> {
        if self.reason.is_none() {
            findings.problem(BeginField::Reason, Problem::NotChosen);
        }
        if self.vat.is_none() {
            findings.problem(BeginField::Regime, Problem::NotChosen);
        }
        let vat_amount = match self.vat {
            Some(VatRegime::Debits) => positive(findings, BeginField::Vat, &self.vat_amount),
            Some(VatRegime::Exempt | VatRegime::Receipts) | None => None,
        };
        if vat_amount.is_some_and(|vat| unpaid <= vat) {
            findings.problem(BeginField::Vat, Problem::WaiverAboveOwed(unpaid));
        }
        Some(WriteOff { reason: self.reason?, vat: self.vat?, vat_amount })
    }

    /// What the loss means for VAT, once both questions are answered.
    #[must_use]
    pub fn vat_outcome(&self) -> Option<VatOutcome> {
        Some(WriteOff { reason: self.reason?, vat: self.vat?, vat_amount: None }.outcome())
    }
}

/// The next stage, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StageForm {
    /// Which; the most usual one where none was chosen.
    pub stage: Option<Stage>,
    /// When.
    pub date: String,
    /// The sum.
    pub amount: String,
    /// The second sum.
    pub beside: String,
    /// What it cost the user.
    #[serde(default)]
    pub cost: String,
    /// Handed to the debtor in person.
    pub in_person: bool,
    /// Of an appeal: it is the user’s own.
    #[serde(default)]
    pub by_us: bool,
    /// Of an appeal: the decision is not enforced meanwhile.
    #[serde(default)]
    pub suspends: bool,
    /// Note.
    pub note: String,
}

/// What the form needs to know of the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageContext {
    /// Today.
    pub today: NaiveDate,
    /// Holidays of the place of the court, which is the debtor’s.
    pub region: Region,
    /// Currency of the claim.
    pub currency: Currency,
}

/// A field of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StageField {
    /// When.
    Date,
    /// The sum.
    Amount,
    /// The second sum.
    Beside,
    /// What it cost the user.
    Cost,
    /// Note.
    Note,
}

impl StageForm {
    /// The stage chosen, or the most usual one.
    #[must_use]
    pub fn chosen(&self, all: &Proceeding) -> Option<Stage> {
        let following = all.following();
        self.stage.filter(|stage| following.contains(stage)).or_else(|| following.first().copied())
    }

    /// The day typed, where it is one.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        dates::parse_typed(&self.date).ok()
    }

    /// What is odd about the day typed for the stage chosen.
    #[must_use]
    pub fn untimely(&self, all: &Proceeding, region: Region) -> Option<Untimely> {
        all.untimely(self.chosen(all)?, self.day()?, region)
    }

    /// The stage of a proceeding, or every fault; notes in any case. A stage the law does not know on that day is refused, one
    /// that is late only pointed out: see [`Self::untimely`].
    #[must_use]
    pub fn parse(
        &self,
        all: &Proceeding,
        context: StageContext,
    ) -> (Option<Milestone>, Findings<StageField>) {
        let StageContext { today, region, currency } = context;
        let mut findings = Findings::none();
        let f = &mut findings;
        let stage = self.chosen(all);
        let day = date(f, StageField::Date, &self.date, today);
        if day.is_some_and(|day| today < day) {
            f.problem(StageField::Date, Problem::InTheFuture);
        } else if day.is_some_and(|day| day < all.last_day()) {
            f.problem(StageField::Date, Problem::BeforeLast(all.last_day()));
        } else if let Some(untimely) = self.untimely(all, region).filter(|one| one.is_impossible()) {
            f.problem(StageField::Date, Problem::Untimely(untimely));
        }
        let needs =
            matches!(stage, Some(Stage::Made | Stage::Returned | Stage::PricePaid | Stage::CostsRecovered));
        let sum = |f: &mut Findings<StageField>, field, typed: &str, needed: bool| {
            if typed.trim().is_empty() && !needed { None } else { positive(f, field, typed) }
        };
        let amount = match stage {
            Some(stage) if stage.has_amount() => sum(f, StageField::Amount, &self.amount, needs),
            _ => None,
        };
        let price = all.unpaid_price(NaiveDate::MAX);
        let above = |amount: Amount| price.is_positive() && price < amount;
        if stage == Some(Stage::PricePaid) && amount.is_some_and(above) {
            f.problem(StageField::Amount, Problem::NotOfBalance(price, currency));
        }
        let beside = match stage {
            Some(stage) if stage.has_beside() => sum(f, StageField::Beside, &self.beside, false),
            _ => None,
        };
        // Nobody keeps more than came in.
        if let (Some(Stage::Returned), Some(came), Some(kept)) = (stage, amount, beside)
            && came < kept
        {
            f.problem(StageField::Beside, Problem::NotOfBalance(came, currency));
        }
        let cost = match stage {
            Some(stage) if stage.has_cost() => spent(f, StageField::Cost, &self.cost),
            _ => None,
        };
        let note = text(f, StageField::Note, &self.note, SHORT_TEXT);
        let in_person = self.in_person && stage == Some(Stage::Served);
        let is_appeal = stage == Some(Stage::Appealed);
        // Who lost is who appeals.
        let lost = all.stages.last().is_some_and(|one| one.stage == Stage::Dismissed);
        let (by_us, suspends) = (is_appeal && (self.by_us || lost), is_appeal && self.suspends);
        let done = stage.zip(day).filter(|_| findings.problems.is_empty());
        let milestone = done.map(|(stage, date)| Milestone {
            amount,
            beside,
            cost,
            in_person,
            by_us,
            suspends,
            note,
            ..Milestone::new(stage, date)
        });
        (milestone, findings)
    }
}

/// What is known of insolvency proceedings, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InsolvencyForm {
    /// Day of the judgment.
    pub opened: String,
    /// What kind.
    pub kind: Option<InsolvencyKind>,
    /// Day of publication.
    pub published: String,
    /// To whom claims are lodged.
    pub office: String,
    /// Where.
    pub address: String,
    /// The user does not live in metropolitan France.
    pub abroad: bool,
}

/// A field of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InsolvencyField {
    /// Day of the judgment.
    Opened,
    /// Day of publication.
    Published,
    /// To whom claims are lodged.
    Office,
    /// Where.
    Address,
}

impl InsolvencyForm {
    /// What is known already; days written by `day`.
    #[must_use]
    pub fn of(opened: Option<NaiveDate>, known: &Insolvency, day: impl Fn(NaiveDate) -> String) -> Self {
        Self {
            opened: opened.map(&day).unwrap_or_default(),
            kind: known.kind,
            published: known.published.map(&day).unwrap_or_default(),
            office: known.office.clone(),
            address: known.office_address.clone(),
            abroad: known.abroad,
        }
    }

    /// The day of the judgment and what else is known, or every fault; notes in any case.
    #[must_use]
    pub fn parse(&self, today: NaiveDate) -> (Option<(NaiveDate, Insolvency)>, Findings<InsolvencyField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let opened = date(f, InsolvencyField::Opened, &self.opened, today);
        let published = optional_date(f, InsolvencyField::Published, &self.published);
        for (field, day) in [(InsolvencyField::Opened, opened), (InsolvencyField::Published, published)] {
            if day.is_some_and(|day| today < day) {
                f.problem(field, Problem::InTheFuture);
            }
        }
        if let (Some(opened), Some(published)) = (opened, published)
            && published < opened
        {
            f.problem(InsolvencyField::Published, Problem::BeforeLast(opened));
        }
        let office = text(f, InsolvencyField::Office, &self.office, SHORT_TEXT);
        let office_address = text(f, InsolvencyField::Address, &self.address, LONG_TEXT);
        let known = Insolvency { kind: self.kind, published, office, office_address, abroad: self.abroad };
        (opened.filter(|_| findings.problems.is_empty()).map(|opened| (opened, known)), findings)
    }
}

/// A cost that may be left out.
fn spent<F: Copy + PartialEq>(findings: &mut Findings<F>, field: F, typed: &str) -> Option<Amount> {
    if typed.trim().is_empty() { None } else { positive(findings, field, typed) }
}

/// A day that has come, not before the invoice.
fn past<F: Copy + PartialEq>(
    findings: &mut Findings<F>,
    field: F,
    typed: &str,
    issued: NaiveDate,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let day = date(findings, field, typed, today)?;
    if today < day {
        findings.problem(field, Problem::InTheFuture);
    } else if day < issued {
        findings.problem(field, Problem::SentBeforeIssue);
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ProceedingId;
    use crate::base::dates::parse_iso;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn begin(form: &BeginForm) -> (Option<ProceedingDraft>, Findings<BeginField>) {
        form.parse(BeginContext {
            issued: day("2026-02-13"),
            unpaid: Amount::from_cents(120_000),
            balance: Amount::from_cents(131_250),
            currency: Currency::EUR,
            today: day("2026-11-24"),
        })
    }

    fn note(form: &StageForm, all: &Proceeding) -> (Option<Milestone>, Findings<StageField>) {
        let (today, region, currency) = (day("2026-11-24"), Region::France, Currency::EUR);
        form.parse(all, StageContext { today, region, currency })
    }

    #[test]
    fn nobody_keeps_more_than_came_in() {
        let all = Proceeding::new(ProceedingId(1), ProceedingKind::HandedOver, day("2026-11-02"));
        let returned = |beside: &str| {
            let form = StageForm {
                stage: Some(Stage::Returned),
                date: "20/11/2026".to_owned(),
                amount: "100".to_owned(),
                beside: beside.to_owned(),
                ..StageForm::default()
            };
            note(&form, &all).1.problem_of(StageField::Beside)
        };
        let most = Problem::NotOfBalance(Amount::from_cents(10_000), Currency::EUR);
        assert_eq!([returned("100"), returned("100,01")], [None, Some(most)]);
    }

    #[test]
    fn a_claim_is_not_sold_for_more_than_is_owed() {
        let sale = |price: &str| {
            let form = BeginForm::new(ProceedingKind::Sold, "20/11/2026".to_owned());
            begin(&BeginForm { with: "Rachat SA".to_owned(), price: price.to_owned(), ..form })
        };
        assert!(sale("1312,50").0.is_some(), "penalties are sold too");
        let (draft, findings) = sale("1312,51");
        assert!(draft.is_none());
        let most = Problem::NotOfBalance(Amount::from_cents(131_250), Currency::EUR);
        assert_eq!(findings.problem_of(BeginField::Price), Some(most));
        let mut sold = Proceeding::new(ProceedingId(1), ProceedingKind::Sold, day("2026-11-02"));
        sold.amount = Some(Amount::from_cents(30_000));
        let form = StageForm {
            stage: Some(Stage::PricePaid),
            date: "20/11/2026".to_owned(),
            amount: "300,01".to_owned(),
            ..StageForm::default()
        };
        let most = Problem::NotOfBalance(Amount::from_cents(30_000), Currency::EUR);
        assert_eq!(note(&form, &sold).1.problem_of(StageField::Amount), Some(most));
    }

    #[test]
    fn what_the_law_takes_to_be_void_is_refused_at_its_day() {
        let mut order = Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day("2026-01-05"));
        order.stages = vec![Milestone::new(Stage::Made, day("2026-02-03"))];
        let form = |stage, date: &str| StageForm {
            stage: Some(stage),
            date: date.to_owned(),
            ..StageForm::default()
        };
        let late = form(Stage::Served, "20/11/2026");
        let (stage, findings) = note(&late, &order);
        assert!(stage.is_none());
        let void = Problem::Untimely(Untimely::OrderVoid(day("2026-08-03")));
        assert_eq!(findings.problem_of(StageField::Date), Some(void));
        assert!(note(&form(Stage::Served, "03/08/2026"), &order).0.is_some(), "its last day is a day");
        assert!(note(&form(Stage::Ended, "20/11/2026"), &order).0.is_some(), "it is ended, and filed again");
        order.stages.push(Milestone::new(Stage::Served, day("2026-07-15")));
        let soon = Problem::Untimely(Untimely::StillOpposable(day("2026-08-17")));
        let findings = note(&form(Stage::Enforceable, "10/08/2026"), &order).1;
        assert_eq!(findings.problem_of(StageField::Date), Some(soon));
        assert!(note(&form(Stage::Enforceable, "18/08/2026"), &order).0.is_some());
    }

    #[test]
    fn a_sale_needs_a_buyer_and_a_price() {
        let form = BeginForm::new(ProceedingKind::Sold, "20/11/2026".to_owned());
        let (draft, findings) = begin(&form);
        assert!(draft.is_none());
        assert_eq!(findings.problem_of(BeginField::With), Some(Problem::Required));
        assert!(findings.problem_of(BeginField::Price).is_some());
        let form = BeginForm { with: "Rachat SA".to_owned(), price: "300".to_owned(), ..form };
        let draft = begin(&form).0.unwrap();
        assert_eq!(draft.amount, Some(Amount::from_cents(30_000)));
        assert!(!draft.commercial, "only an order has a court");
    }

    #[test]
    fn the_vat_of_a_loss_is_a_part_of_what_is_unpaid() {
        let form = BeginForm::new(ProceedingKind::WrittenOff, "20/11/2026".to_owned());
        let (none, findings) = begin(&form);
        assert!(none.is_none(), "neither question is answered for the user");
        for field in [BeginField::Reason, BeginField::Regime] {
            assert_eq!(findings.problem_of(field), Some(Problem::NotChosen), "{field:?}");
        }
        assert_eq!(form.vat_outcome(), None);
        let reason = Some(LossReason::Liquidation);
        let exempt = BeginForm { reason, vat: Some(VatRegime::Exempt), ..form };
        assert!(begin(&exempt).0.unwrap().write_off.unwrap().vat_amount.is_none());
        assert_eq!(exempt.vat_outcome(), Some(VatOutcome::Nothing));
        let debits = BeginForm { vat: Some(VatRegime::Debits), ..exempt };
        assert_eq!(debits.vat_outcome(), Some(VatOutcome::Comes));
        assert!(begin(&debits).1.problem_of(BeginField::Vat).is_some());
        let all = BeginForm { vat_amount: "1200".to_owned(), ..debits.clone() };
        assert!(begin(&all).1.problem_of(BeginField::Vat).is_some());
        let part = BeginForm { vat_amount: "200".to_owned(), ..debits };
        assert_eq!(begin(&part).0.unwrap().write_off.unwrap().vat_amount, Some(Amount::from_cents(20_000)));
    }

    #[test]
    fn a_stage_follows_the_one_before() {
        let order = Proceeding::new(ProceedingId(1), ProceedingKind::PaymentOrder, day("2026-11-02"));
        let parse = |form: &StageForm| note(form, &order);
        let form = StageForm { date: "01/11/2026".to_owned(), ..StageForm::default() };
        let (_, findings) = parse(&form);
        assert_eq!(findings.problem_of(StageField::Date), Some(Problem::BeforeLast(day("2026-11-02"))));
        assert!(findings.problem_of(StageField::Amount).is_some(), "an order says for how much");
        let form = StageForm { date: "20/11/2026".to_owned(), amount: "1240".to_owned(), ..form };
        assert_eq!(parse(&form).0.unwrap().stage, Stage::Made);
        let form = StageForm { stage: Some(Stage::Enforceable), ..form };
        assert_eq!(parse(&form).0.unwrap().stage, Stage::Made, "a stage that cannot follow is not taken");
    }

    #[test]
    fn publication_comes_after_the_judgment() {
        let form = InsolvencyForm {
            opened: "10/11/2026".to_owned(),
            published: "09/11/2026".to_owned(),
            ..InsolvencyForm::default()
        };
        let (known, findings) = form.parse(day("2026-11-24"));
        assert!(known.is_none());
        assert!(findings.problem_of(InsolvencyField::Published).is_some());
    }
}
