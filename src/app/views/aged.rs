//! The aged balance (*balance âgée*): unpaid principal by days late, of each client and each of its invoices. One for each
//! currency: no sum goes across.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::book::Book;
use super::invoice_list::euros_first;
use crate::base::{Amount, ClientId, Currency, InvoiceId, PlanId, dates};
use crate::domain::claim::Claim;
use crate::domain::plan::standing::PlanStanding;

/// Unpaid principal by age, of one currency. The sum of the five is all that is unpaid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Aged {
    /// Not past its due date.
    pub not_due: Amount,
    /// 1 to 30 days late.
    pub to_30: Amount,
    /// 31 to 60 days late.
    pub to_60: Amount,
    /// 61 to 90 days late.
    pub to_90: Amount,
    /// More than 90 days late.
    pub over_90: Amount,
    /// Contested, and contained in the five.
    pub disputed: Amount,
}

impl Aged {
    /// Adds unpaid principal that is so many days late.
    pub fn put(&mut self, days: i64, amount: Amount) {
        let age = match days {
            ..=0 => &mut self.not_due,
            1..=30 => &mut self.to_30,
            31..=60 => &mut self.to_60,
            61..=90 => &mut self.to_90,
            _ => &mut self.over_90,
        };
        *age += amount;
    }

    /// By age, the youngest first.
    #[must_use]
    pub const fn parts(&self) -> [Amount; 5] {
        [self.not_due, self.to_30, self.to_60, self.to_90, self.over_90]
    }

    /// All that is unpaid.
    #[must_use]
    pub fn total(&self) -> Amount {
        self.parts().into_iter().sum()
    }

    /// What several come to.
    #[must_use]
    pub fn sum<'a>(all: impl IntoIterator<Item = &'a Self>) -> Self {
        all.into_iter().fold(Self::default(), |sum, one| Self {
            not_due: sum.not_due + one.not_due,
            to_30: sum.to_30 + one.to_30,
            to_60: sum.to_60 + one.to_60,
            to_90: sum.to_90 + one.to_90,
            over_90: sum.over_90 + one.over_90,
            disputed: sum.disputed + one.disputed,
        })
    }
}

/// What is due of each plan that gives time, as long as it was not put down to one of its invoices.
pub(super) type DueOfPlans = BTreeMap<PlanId, Amount>;

/// The unpaid principal of a claim in parts, each with its days late. Under a signed plan that nobody has broken off only what is due of the
/// plan itself is late, from the day of its oldest open instalment.
pub(super) fn ages(
    plans: &mut DueOfPlans,
    claim: &Claim,
    plan: Option<PlanStanding<'_>>,
) -> Vec<(i64, Amount)> {
    let Some(known) = plan.filter(|known| known.standing.keeps_dates()) else {
        let open = claim.instalments.iter().filter(|one| one.left.is_positive());
        return open.map(|one| (dates::days_between(one.due, claim.as_of), one.left)).collect();
    };
    let due = plans.entry(known.plan.id);
    let due = due.or_insert_with(|| known.plan.due(known.received, claim.as_of));
    let part = claim.principal_left.min(*due);
    *due -= part;
    let days = known.standing.row().map_or(0, |row| dates::days_between(row.due, claim.as_of));
    vec![(0, claim.principal_left - part), (days, part)]
}

/// What a client owes, by age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientAge {
    /// Whose.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// All its invoices.
    pub aged: Aged,
    /// Each of them, the oldest due date first.
    pub invoices: Vec<InvoiceAge>,
}

/// What is unpaid of an invoice, by age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceAge {
    /// Which.
    pub invoice: InvoiceId,
    /// Number printed on it.
    pub number: String,
    /// Its first unpaid due date.
    pub due: NaiveDate,
    /// What is unpaid.
    pub aged: Aged,
}

/// The aged balance of a book, euros first; who owes most comes first. What was sold or given up is in none of it.
#[must_use]
pub fn aged_balance(book: &Book, today: NaiveDate) -> Vec<(Currency, Vec<ClientAge>)> {
    let mut plans = DueOfPlans::new();
    let mut found: BTreeMap<Currency, BTreeMap<ClientId, Vec<InvoiceAge>>> = BTreeMap::new();
    for case in book.cases() {
        let claim = book.claim(case, today);
        if !claim.balance().is_positive() || case.is_out(today) {
            continue;
        }
        let mut aged = Aged { disputed: case.disputed(&claim), ..Aged::default() };
        for (days, amount) in ages(&mut plans, &claim, book.plan_of(case.invoice.id, today)) {
            aged.put(days, amount);
        }
        if aged.total().is_positive() {
            let due = claim.first_unpaid_due().unwrap_or(case.invoice.due);
            let invoice =
                InvoiceAge { invoice: case.invoice.id, number: case.invoice.number.clone(), due, aged };
            found.entry(claim.currency).or_default().entry(case.invoice.client).or_default().push(invoice);
        }
    }
    let clients = |all: BTreeMap<ClientId, Vec<InvoiceAge>>| {
        let mut rows: Vec<_> =
            all.into_iter().map(|(client, invoices)| of_client(book, client, invoices)).collect();
        rows.sort_by(|one, other| {
            (Reverse(one.aged.total()), &one.name).cmp(&(Reverse(other.aged.total()), &other.name))
        });
        rows
    };
    euros_first(found).into_iter().map(|(currency, all)| (currency, clients(all))).collect()
}

fn of_client(book: &Book, client: ClientId, mut invoices: Vec<InvoiceAge>) -> ClientAge {
    invoices.sort_by_key(|one| (one.due, one.invoice));
    let aged = Aged::sum(invoices.iter().map(|one| &one.aged));
    let name = book.client(client).map(|client| client.name.clone()).unwrap_or_default();
    ClientAge { client, name, aged, invoices }
}
