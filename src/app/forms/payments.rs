//! One payment on several invoices of a client, as typed: what the law makes of it, or the shares the client named.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::book::Book;
use super::super::command::MovementDraft;
use super::super::problem::{Findings, Problem};
use super::{SHORT_TEXT, date, positive, text};
use crate::base::{Amount, ClientId, Currency, InvoiceId};
use crate::domain::case_file::CaseFile;
use crate::domain::claim::{Claim, Debt};
use crate::domain::movement::MovementKind;
use crate::domain::plan::Plan;
use crate::domain::spread::{Payable, spread};

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentsForm {
    /// Amount received.
    pub amount: String,
    /// Day it was received.
    pub date: String,
    /// Means and reference.
    pub reference: String,
    /// Shares as the client named them, by invoice; none where the law shares out.
    pub shares: Option<Vec<(InvoiceId, String)>>,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaymentsField {
    /// Amount received.
    Amount,
    /// Day it was received.
    Date,
    /// Means and reference.
    Reference,
    /// Share of an invoice.
    Share(InvoiceId),
}

/// An invoice the payment may go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareRow {
    /// Which.
    pub id: InvoiceId,
    /// Its number.
    pub number: String,
    /// Due date.
    pub due: NaiveDate,
    /// Owed on the day of the payment.
    pub owed: Amount,
    /// What of the payment goes to it.
    pub share: Amount,
    /// What of that is more than it owes.
    pub excess: Amount,
}

/// What the form comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payments {
    /// Currency of the payment and of every row.
    pub currency: Currency,
    /// The invoices, by due date.
    pub rows: Vec<ShareRow>,
    /// Amount received less the shares.
    pub left: Amount,
    /// The payments to note, once all is sound.
    pub drafts: Option<Vec<(InvoiceId, MovementDraft)>>,
    /// Faults.
    pub findings: Findings<PaymentsField>,
}

impl PaymentsForm {
    /// What the form comes to for a client; none where fewer than two invoices are open in one currency.
    #[must_use]
    pub fn parse(&self, book: &Book, client: ClientId, today: NaiveDate) -> Option<Payments> {
        let mut findings = Findings::none();
        let typed = self.typed(today, &mut findings);
        let (currency, open) = open_cases(book, client, typed.on)?;
        let shares = self.shares(&open, typed.amount, &mut findings);
        let rows = open.iter().zip(&shares).map(|((case, _, claim), share)| row(case, claim, *share));
        let rows = rows.collect();
        Some(typed.payments(currency, rows, findings))
    }

    /// What the form comes to for a payment plan, whose money goes to each of its invoices as the plan says: see
    /// [`Plan::shares`].
    #[must_use]
    pub fn parse_plan(&self, book: &Book, plan: &Plan, today: NaiveDate) -> Payments {
        let mut findings = Findings::none();
        let typed = self.typed(today, &mut findings);
        let shares = book.plan_shares(plan, typed.amount, today);
        let cases = shares.iter().filter_map(|(id, share)| Some((book.case(*id)?, *share)));
        let rows: Vec<ShareRow> =
            cases.map(|(case, share)| row(case, &book.claim(case, typed.on), share)).collect();
        let currency = book.plan_currency(plan);
        typed.payments(currency, rows, findings)
    }

    fn typed(&self, today: NaiveDate, f: &mut Findings<PaymentsField>) -> Typed {
        let amount = positive(f, PaymentsField::Amount, &self.amount);
        let day = date(f, PaymentsField::Date, &self.date, today);
        if day.is_some_and(|day| today < day) {
            f.problem(PaymentsField::Date, Problem::InTheFuture);
        }
        let reference = text(f, PaymentsField::Reference, &self.reference, SHORT_TEXT);
        Typed { amount: amount.unwrap_or_default(), day, on: day.unwrap_or(today).min(today), reference }
    }

    fn shares(
        &self,
        open: &[Open<'_>],
        amount: Amount,
        findings: &mut Findings<PaymentsField>,
    ) -> Vec<Amount> {
        let Some(named) = &self.shares else {
            let payables: Vec<Payable<'_>> =
                open.iter().map(|(case, debt, claim)| Payable { id: case.invoice.id, debt, claim }).collect();
            return spread(amount, &payables).into_iter().map(|(_, share)| share).collect();
        };
        let of = |id| named.iter().find(|(known, _)| *known == id).map_or("", |(_, typed)| typed.trim());
        open.iter()
            .map(|(case, ..)| {
                let id = case.invoice.id;
                if of(id).is_empty() || Amount::parse_typed(of(id)) == Ok(Amount::ZERO) {
                    Amount::ZERO
                } else {
                    positive(findings, PaymentsField::Share(id), of(id)).unwrap_or_default()
                }
            })
            .collect()
    }
}

/// What was typed, read; an amount of nothing where there is none.
struct Typed {
    amount: Amount,
    day: Option<NaiveDate>,
    /// The day to look at the claims on.
    on: NaiveDate,
    reference: String,
}

impl Typed {
    fn payments(
        self,
        currency: Currency,
        rows: Vec<ShareRow>,
        findings: Findings<PaymentsField>,
    ) -> Payments {
        let left = self.amount - rows.iter().map(|row| row.share).sum();
        let sound = findings.problems.is_empty() && left.is_zero();
        let drafts = self.day.filter(|_| sound).map(|day| {
            let paid = rows.iter().filter(|row| row.share.is_positive());
            paid.map(|row| {
                let draft = MovementDraft::new(MovementKind::Payment, day, row.share);
                (row.id, MovementDraft { reference: self.reference.clone(), ..draft })
            })
            .collect()
        });
        Payments { currency, rows, left, drafts, findings }
    }
}

fn row(case: &CaseFile, claim: &Claim, share: Amount) -> ShareRow {
    ShareRow {
        id: case.invoice.id,
        number: case.invoice.number.clone(),
        due: claim.first_unpaid_due().unwrap_or(case.invoice.due),
        owed: claim.balance(),
        share,
        excess: (share - claim.balance()).or_zero(),
    }
}

/// A case with something owed, its debt and its claim.
type Open<'a> = (&'a CaseFile, Debt, Claim);

/// The cases of a client with something owed on a day, oldest first, in the currency most of them are in.
fn open_cases(book: &Book, client: ClientId, on: NaiveDate) -> Option<(Currency, Vec<Open<'_>>)> {
    let debtor = book.client(client)?.debtor();
    let mut open: Vec<Open<'_>> = book
        .cases_of(client)
        .filter(|case| case.invoice.issued <= on)
        .map(|case| {
            let debt = case.debt(debtor);
            let claim = debt.claim_on(on, book.rates());
            (case, debt, claim)
        })
        .filter(|(.., claim)| claim.balance().is_positive())
        .collect();
    let count = |currency| open.iter().filter(|(.., claim)| claim.currency == currency).count();
    let currency = open.iter().map(|(.., claim)| claim.currency).max_by_key(|currency| count(*currency))?;
    open.retain(|(.., claim)| claim.currency == currency);
    let open = crate::base::order::in_order(open, |(case, ..)| (case.invoice.due, case.invoice.id));
    (open.len() > 1).then_some((currency, open))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::command::{Command, InvoiceDraft};
    use crate::app::update::update;
    use crate::base::dates::parse_iso;
    use crate::domain::party::DebtorKind;

    fn day(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    fn book() -> Book {
        let mut book = Book::default();
        for (number, due) in [("1", "2026-03-15"), ("2", "2026-06-15"), ("3", "2026-12-31")] {
            let (issued, amount) = (day("2026-02-01"), Amount::from_cents(100_000));
            let draft = InvoiceDraft {
                kind: Some(DebtorKind::Business),
                ..InvoiceDraft::new("Brun", number, issued, day(due), amount)
            };
            update(&mut book, Command::SaveInvoice(None, draft), day("2026-11-22")).unwrap();
        }
        book
    }

    fn form(amount: &str) -> PaymentsForm {
        PaymentsForm { amount: amount.to_owned(), date: "22/11/2026".to_owned(), ..PaymentsForm::default() }
    }

    #[test]
    fn the_law_shares_out_unless_the_client_said() {
        let book = book();
        let parsed = form("1 500").parse(&book, ClientId(1), day("2026-11-22")).unwrap();
        let shares: Vec<String> = parsed.rows.iter().map(|row| row.share.to_string()).collect();
        assert_eq!(shares, ["1000.00", "500.00", "0.00"]);
        assert_eq!(parsed.drafts.unwrap().len(), 2);
        let named = PaymentsForm {
            shares: Some(vec![(InvoiceId(2), "1000".to_owned()), (InvoiceId(3), "400".to_owned())]),
            ..form("1500")
        };
        let parsed = named.parse(&book, ClientId(1), day("2026-11-22")).unwrap();
        assert_eq!(
            (parsed.left, parsed.drafts),
            (Amount::from_cents(10_000), None),
            "100 are still to share out"
        );
    }

    #[test]
    fn a_future_or_impossible_payment_is_refused_at_its_field() {
        let book = book();
        let future = PaymentsForm { date: "23/11/2026".to_owned(), ..form("10") };
        let parsed = future.parse(&book, ClientId(1), day("2026-11-22")).unwrap();
        assert_eq!(parsed.findings.problem_of(PaymentsField::Date), Some(Problem::InTheFuture));
        let parsed = form("-5").parse(&book, ClientId(1), day("2026-11-22")).unwrap();
        assert_eq!(parsed.findings.problem_of(PaymentsField::Amount), Some(Problem::NotPositive));
        assert_eq!(form("5").parse(&book, ClientId(9), day("2026-11-22")), None);
    }
}
