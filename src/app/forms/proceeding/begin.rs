//! How a proceeding begins, as typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::super::problem::{Findings, Problem};
use super::super::super::proceedings::ProceedingDraft;
use super::super::{LONG_TEXT, SHORT_TEXT, optional_date, positive, required, text};
use super::{past, spent};
use crate::base::{Amount, Currency, InvoiceId};
use crate::domain::proceeding::ProceedingKind;
use crate::domain::proceeding::write_off::{LossReason, VatOutcome, VatRegime, WriteOff};
use crate::domain::recovery::Obstacle;

/// How a proceeding begins, as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "boxes that are ticked or not, each of its own")]
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
    /// Of a European order: before a French commercial court, whose clerk is paid. Another court is as usual.
    #[serde(default)]
    pub french_clerk: bool,
    /// Of an order whose clerk is paid: what it cost is that fee, paid with the request.
    #[serde(default)]
    pub fee_paid: bool,
    /// Why it is given up; asked, and never assumed.
    #[serde(default)]
    pub reason: Option<LossReason>,
    /// How VAT is due; asked, and never assumed.
    #[serde(default)]
    pub vat: Option<VatRegime>,
    /// VAT in what is unpaid.
    pub vat_amount: String,
    /// Of a suit: its first hearing.
    #[serde(default)]
    pub hearing: String,
    /// Of a mediation or a lawyer’s letter: last day for the answer.
    #[serde(default)]
    pub answer_by: String,
    /// It is begun although something is missing that the law leaves to the user.
    #[serde(default)]
    pub despite: bool,
    /// Other invoices of the client that were ticked or unticked by hand, the last word last.
    #[serde(default)]
    pub others: Vec<(InvoiceId, bool)>,
}

/// What the form needs to know of the claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeginContext<'a> {
    /// Day the invoice was issued.
    pub issued: NaiveDate,
    /// Principal that is unpaid.
    pub unpaid: Amount,
    /// All that is owed, penalties with it; of a sale of several, on all of them.
    pub balance: Amount,
    /// Currency of the claim.
    pub currency: Currency,
    /// What is missing for the kind chosen, on the day typed.
    pub obstacles: &'a [Obstacle],
    /// Today.
    pub today: NaiveDate,
}

/// A field of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BeginField {
    /// What kind.
    Kind,
    /// That it is begun although something is missing.
    Despite,
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
    /// The first hearing.
    Hearing,
    /// Last day for the answer.
    AnswerBy,
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
            french_clerk: false,
            fee_paid: false,
            reason: None,
            vat: None,
            vat_amount: String::new(),
            hearing: String::new(),
            answer_by: String::new(),
            despite: false,
            others: Vec::new(),
        }
    }

    /// The proceeding, or every fault; notes in any case. What is unpaid limits its VAT, and what is owed the price of a sale:
    /// nobody pays more for a claim than it says. A way the law closes to the claim is refused, and one of which something
    /// is missing taken only where that is said to be known.
    #[must_use]
    pub fn parse(&self, context: BeginContext<'_>) -> (Option<ProceedingDraft>, Findings<BeginField>) {
        let BeginContext { issued, unpaid, balance, currency, obstacles, today } = context;
        let mut findings = Findings::none();
        let f = &mut findings;
        if obstacles.iter().any(|one| one.is_bar) {
            f.problem(BeginField::Kind, Problem::WayClosed);
        } else if !obstacles.is_empty() && !self.despite {
            f.problem(BeginField::Despite, Problem::NotDespite);
        }
        let day = past(f, BeginField::Date, &self.date, issued, today);
        let with = if self.needs_name() {
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
        // Nothing is set for a day before it began.
        let mut later = |asked: bool, field, typed: &str| {
            let set = asked.then(|| optional_date(f, field, typed)).flatten();
            if let (Some(day), Some(set)) = (day, set)
                && set < day
            {
                f.problem(field, Problem::BeforeLast(day));
            }
            set
        };
        let hearing = later(self.kind.is_suit(), BeginField::Hearing, &self.hearing);
        let answer_by = later(self.kind.awaits_answer(), BeginField::AnswerBy, &self.answer_by);
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
            commercial: self.pays_clerk(),
            fee_paid: self.fee_paid && self.pays_clerk(),
            write_off,
            hearing,
            answer_by,
        });
        (draft, findings)
    }

    /// Nobody else can say with whom it is.
    #[must_use]
    pub fn needs_name(&self) -> bool {
        use ProceedingKind::{HandedOver, LawyerLetter, Sold};
        matches!(self.kind, HandedOver | LawyerLetter | Sold)
    }

    /// A clerk is paid for it.
    #[must_use]
    pub fn pays_clerk(&self) -> bool {
        match self.kind {
            ProceedingKind::PaymentOrder => self.commercial,
            ProceedingKind::EuropeanOrder => self.french_clerk,
            _ => false,
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dates::parse_iso;
    use crate::domain::recovery::{Answer, Condition, Finding};

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn begin(form: &BeginForm) -> (Option<ProceedingDraft>, Findings<BeginField>) {
        form.parse(BeginContext {
            issued: day("2026-02-13"),
            unpaid: Amount::from_cents(120_000),
            balance: Amount::from_cents(131_250),
            currency: Currency::EUR,
            obstacles: &[],
            today: day("2026-11-24"),
        })
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
    }

    #[test]
    fn what_the_law_closes_is_refused_and_what_is_missing_is_passed_over_knowingly() {
        let missing = |condition, is_bar| {
            let finding = Finding { condition, answer: Answer::Missing };
            Obstacle { finding, is_bar }
        };
        let parse = |obstacles: &[Obstacle], despite| {
            let form = BeginForm::new(ProceedingKind::Simplified, "20/11/2026".to_owned());
            let context = BeginContext {
                issued: day("2026-02-13"),
                unpaid: Amount::from_cents(620_000),
                balance: Amount::from_cents(660_000),
                currency: Currency::EUR,
                obstacles,
                today: day("2026-11-24"),
            };
            BeginForm { despite, ..form }.parse(context)
        };
        let (above, notice) = (missing(Condition::SmallClaim, true), missing(Condition::NoticeOver, false));
        for despite in [false, true] {
            let (draft, findings) = parse(&[above, notice], despite);
            assert!(draft.is_none(), "there is no way around the law");
            assert_eq!(findings.problem_of(BeginField::Kind), Some(Problem::WayClosed));
        }
        assert_eq!(parse(&[notice], false).1.problem_of(BeginField::Despite), Some(Problem::NotDespite));
        assert!(parse(&[notice], true).0.is_some());
        assert!(parse(&[], false).0.is_some());
    }

    #[test]
    fn a_suit_has_its_first_hearing_and_nothing_else_has() {
        let form = |kind, hearing: &str| BeginForm {
            hearing: hearing.to_owned(),
            ..BeginForm::new(kind, "20/11/2026".to_owned())
        };
        let set = begin(&form(ProceedingKind::Summary, "15/12/2026")).0.unwrap();
        assert_eq!(set.hearing, Some(day("2026-12-15")), "it may be to come");
        let (draft, findings) = begin(&form(ProceedingKind::CourtClaim, "19/11/2026"));
        assert!(draft.is_none());
        assert_eq!(findings.problem_of(BeginField::Hearing), Some(Problem::BeforeLast(day("2026-11-20"))));
        assert_eq!(begin(&form(ProceedingKind::PaymentOrder, "15/12/2026")).0.unwrap().hearing, None);
    }
}
