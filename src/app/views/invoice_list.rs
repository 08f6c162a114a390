//! The list of invoices: one row a claim, filtered, searched and sorted, with totals by currency.

pub mod listed;
pub mod query;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::book::Book;
use super::withheld::withheld;
use crate::base::fold::fold;
use crate::base::{Amount, ClientId, Currency, InvoiceId, PlanId, dates};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{Circumstance, CircumstanceKind};
use crate::domain::dunning::withheld::Withheld;
use crate::domain::status::{State, status};

/// One claim in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Number within the book.
    pub id: InvoiceId,
    /// Its client.
    pub client: ClientId,
    /// Name of its client.
    pub name: String,
    /// Number of the invoice.
    pub number: String,
    /// Due date.
    pub due: NaiveDate,
    /// Days since the due date, or since that of the sum its plan asks for; zero or less where it is not past.
    pub days_late: i64,
    /// Currency.
    pub currency: Currency,
    /// Unpaid principal.
    pub principal: Amount,
    /// Penalties and fixed sum still owed; under a signed plan those that are claimed now.
    pub penalties: Amount,
    /// The two together.
    pub total: Amount,
    /// Principal of it that is not due yet.
    pub not_due: Amount,
    /// What a further day adds.
    pub daily: Amount,
    /// State.
    pub state: State,
    /// What a signed plan makes of it, as long as that gives time.
    pub planned: Option<Planned>,
    /// Insolvency proceedings hold it.
    pub insolvent: bool,
    /// Work is suspended.
    pub suspended: bool,
    subject: String,
    order: String,
    amount: Amount,
    #[serde(skip)]
    folded: OnceLock<String>,
}

/// What a signed plan that gives time makes of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// The day of the sum it asks for: the earliest that is missing, else the next; none once all are paid.
    pub next: Option<NaiveDate>,
    /// What is due of it and missing, as far as this invoice goes.
    pub due: Amount,
}

/// Which rows to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Filter {
    /// Whatever is still owed.
    #[default]
    Open,
    /// Past due.
    Late,
    /// Not past due.
    Upcoming,
    /// Settled, wholly or except penalties.
    Settled,
    /// Sold, or given up: not counted among what is owed.
    Out,
    /// All.
    All,
}

/// Sums over rows of one currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Unpaid principal.
    pub principal: Amount,
    /// Of which past due.
    pub late: Amount,
    /// Penalties and fixed sums.
    pub penalties: Amount,
    /// What a further day adds.
    pub daily: Amount,
    /// Claims past due.
    pub late_count: usize,
    /// Unpaid principal of what was sold or given up: in none of the other sums.
    pub out: Amount,
}

/// All rows of the book on a day.
#[must_use]
pub fn rows(book: &Book, today: NaiveDate) -> Vec<Row> {
    let mut plans = BTreeMap::new();
    book.cases().map(|case| row(book, case, today, &mut plans)).collect()
}

/// The rows of one client.
#[must_use]
pub fn rows_of(book: &Book, client: ClientId, today: NaiveDate) -> Vec<Row> {
    let mut plans = BTreeMap::new();
    book.cases_of(client).map(|case| row(book, case, today, &mut plans)).collect()
}

/// What is due of each plan and was not put down to an invoice yet.
type Plans = BTreeMap<PlanId, Amount>;

/// What a signed plan makes of an invoice, with whether it adds no interest meanwhile; what is due goes to its invoices in
/// their order, as in the sums of the day.
fn planned(
    book: &Book,
    id: InvoiceId,
    principal: Amount,
    today: NaiveDate,
    plans: &mut Plans,
) -> Option<(Planned, bool)> {
    let plan = book.plans_about(id).find(|plan| plan.is_running())?;
    let Withheld::Plan(runs) = withheld(book, id, today)? else { return None };
    let left = plans.entry(plan.id).or_insert(runs.due);
    let due = principal.min(*left);
    *left -= due;
    Some((Planned { next: runs.next.map(|next| next.due), due }, runs.stops))
}

fn row(book: &Book, case: &CaseFile, today: NaiveDate, plans: &mut Plans) -> Row {
    let claim = book.claim(case, today);
    let status = status(case, &claim);
    let planned = planned(book, case.invoice.id, claim.principal_left, today, plans);
    let stops = planned.is_some_and(|(_, stops)| stops);
    let planned = planned.map(|(planned, _)| planned);
    let days_late = match planned {
        Some(planned) => planned.next.map_or(0, |next| dates::days_between(next, today)),
        None => status.days_late,
    };
    let plan = planned.and_then(|_| book.plan_of(case.invoice.id, today));
    let penalties = book.penalties_claimed(case, &claim, plan);
    let client = book.client(case.invoice.client);
    let name = client.map(|client| client.name.clone()).unwrap_or_default();
    let opened = client.and_then(|client| client.insolvency);
    let is_owed = claim.balance().is_positive() && !case.is_out(today);
    let is_suspension = |one: &Circumstance| matches!(one.kind, CircumstanceKind::Suspension { .. });
    let suspended = case.open_circumstances(today).any(is_suspension);
    let invoice = &case.invoice;
    Row {
        id: invoice.id,
        client: invoice.client,
        subject: invoice.subject.clone(),
        order: invoice.order.clone(),
        amount: invoice.amount,
        folded: OnceLock::new(),
        name,
        number: invoice.number.clone(),
        due: invoice.due,
        days_late,
        currency: claim.currency,
        principal: claim.principal_left,
        penalties,
        total: claim.balance() - (claim.penalties_left() - penalties),
        not_due: claim.not_due,
        daily: if stops { Amount::ZERO } else { claim.daily },
        state: status.state,
        planned,
        insolvent: is_owed && case.is_held_by(opened, today),
        suspended,
    }
}

impl Row {
    /// Something of it is late: by its due date or, while a signed plan gives time, by the sums of that.
    #[must_use]
    pub fn is_late(&self) -> bool {
        match self.planned {
            Some(planned) => planned.due.is_positive() && 0 < self.days_late,
            None => self.state.is_late(),
        }
    }

    /// How much of a sum that is owed on it is late.
    #[must_use]
    pub fn late_of(&self, owed: Amount) -> Amount {
        match self.planned {
            _ if !self.is_late() => Amount::ZERO,
            Some(planned) => planned.due,
            None => owed - self.not_due,
        }
    }

    /// What is searched: folded when first asked for, because a list is opened more often than it is searched.
    fn haystack(&self) -> &str {
        self.folded.get_or_init(|| {
            let Self { name, number, subject, order, amount, .. } = self;
            fold(&format!("{name} {number} {subject} {order} {amount}"))
        })
    }
}

impl Filter {
    /// Every filter, in the order shown.
    pub const ALL: [Self; 6] = [Self::Open, Self::Late, Self::Upcoming, Self::Settled, Self::Out, Self::All];

    /// Whether a row passes.
    #[must_use]
    pub fn admits(self, row: &Row) -> bool {
        match self {
            Self::Open => row.state.is_open(),
            Self::Late => row.is_late(),
            Self::Upcoming => {
                matches!(row.state, State::NotDue | State::DueSoon)
                    || (row.planned.is_some() && row.state.is_late() && !row.is_late())
            }
            Self::Settled => row.state.is_settled(),
            Self::Out => row.state.is_out(),
            Self::All => true,
        }
    }
}

/// How many rows each filter admits, in the order of [`Filter::ALL`].
#[must_use]
pub fn counts(rows: &[Row]) -> [usize; Filter::ALL.len()] {
    Filter::ALL.map(|filter| rows.iter().filter(|row| filter.admits(row)).count())
}

/// Sums by currency; amounts of different currencies are never added.
#[must_use]
pub fn totals(rows: &[Row]) -> BTreeMap<Currency, Totals> {
    let mut totals: BTreeMap<Currency, Totals> = BTreeMap::new();
    for row in rows {
        let sum = totals.entry(row.currency).or_default();
        if row.state.is_out() {
            sum.out += row.principal;
            continue;
        }
        sum.principal += row.principal;
        sum.penalties += row.penalties;
        sum.daily += row.daily;
        if row.is_late() {
            sum.late += row.late_of(row.principal);
            sum.late_count += 1;
        }
    }
    totals
}

/// Sums in the order they are shown: euros, then the others by their code.
#[must_use]
pub fn euros_first<T>(mut sums: BTreeMap<Currency, T>) -> Vec<(Currency, T)> {
    let euros = sums.remove(&Currency::EUR).map(|sum| (Currency::EUR, sum));
    euros.into_iter().chain(sums).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn euros_come_before_other_currencies() {
        let sums = BTreeMap::from([(Currency::CHF, 1), (Currency::EUR, 2), (Currency::GBP, 3)]);
        assert_eq!(euros_first(sums), [(Currency::EUR, 2), (Currency::CHF, 1), (Currency::GBP, 3)]);
    }
}
